"""How likely a string is a person's name: surnames, and the character model of jieba's tagger.

Chinese names are scored by the frequency of surnames and of characters in given names (names.toml);
transliterated ones by the emissions of `nrt` in the hidden Markov model of jieba.posseg; see japanese for the rest.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jieba.posseg.prob_emit import P as EMISSION

from kg.mentions.japanese import JapaneseNames
from kg.mentions.parted import HAN_RUN, WINDOW, Candidate, PartedNames
from kg.mentions.words import Words, either, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon import Lexicon

TRANSLITERATED: list[dict[str, float]] = [EMISSION[place, "nrt"] for place in "BME"]
FIRST, MIDDLE, LAST = TRANSLITERATED  # log probabilities of the characters of a name, by place
UNSEEN = -13.0
RARE_SURNAME = -11.0  # log probability of a surname below the counts of the table
SECOND_SURNAME = math.log(5e-4)  # 林郑月娥: two surnames together are common ones
RARE_GIVEN = -10.0
SHORTEST = 2  # characters of the shortest names
EVEN = 0.5  # chance of a name from which the spot is right behind a title
FULL_DOUBLE = 4  # characters of a name that two surnames begin
LENGTH = {2: math.log(0.22), 3: math.log(0.75), 4: math.log(0.03)}
JAPANESE = math.log(2e-4)  # share of people here who bear one of the Japanese surnames
VIETNAMESE = "氏"  # 阮氏秋庄
FULL_JAPANESE = 5  # characters of names like 佐藤松一郎
FOREIGN_LENGTH = {2: -2.0, 3: -1.4, 4: -1.5, 5: -2.0, 6: -2.8, 7: -3.6, 8: -4.5}
LONGEST_FOREIGN = 8
HOPELESS = -2.0  # log odds below which no spot holds a name
MOST_BEHIND = 8.0  # the most that what follows a name adds to it: a verb, behind a title
KNOWN = 4.0  # what it adds that jieba's dictionary has the name
SEX, TOLD = re.compile("[，：（](?:男|女)[，）]"), 6.0  # what it adds that a life begins behind the name
AND, JOINED = "和", 9.0  # what it takes back that 和 ends a name
DATES, DATED = frozenset("于从自"), 3.0  # 石明川于1928年: such a word alone before a digit ends a name
JOINERS = frozenset("和与及")  # alone before a digit or a bracket they join nothing
LIST_END = frozenset("等")
LISTED = re.compile("等(?![待候])|在(?![场座任编职校京])|赴")  # what behind 和 is no other name: 石云和|等, 石云和|在会上; not 石云和|等待
ENDS = frozenset("，、。；）")
NEVER_WITHIN = frozenset("在和与及同向就将对致")  # no foreign name is written with these
REGNAL = re.compile("(?:十?[一二三四五六七八九]|十)世")  # 萨某二世
LATIN = re.compile("[A-Z][a-z]+(?:[ ·-][A-Z][A-Za-z.]*)+")


class NameModel:
    """Reads the name at a position, weighing where it ends by how well the rest segments."""

    def __init__(self, lex: Lexicon, words: Words) -> None:
        self.words = words
        self.parted = PartedNames(self)
        self.surnames = frozenset(lex.words("names", "surnames"))
        self.compound = frozenset(lex.words("names", "compound_surnames"))
        self.japanese = frozenset(lex.words("names", "japanese_surnames"))
        after = (*lex.words("people", "after_name"), *lex.words("offices", "verbs"))
        self._from_japan = JapaneseNames(lex)
        self._weighed = lru_cache(maxsize=1 << 15)(self._weigh)  # clauses begin with the same words again and again
        self.after, self._after_heads = re.compile(either(after)), frozenset(word[0] for word in after)
        subject = lex.words("people", "after_subject")
        self.subject, self._subject_heads = re.compile(either(subject)), frozenset(word[0] for word in subject)
        self.acting = re.compile(either(lex.words("people", "acting")))
        self.deeds = re.compile(either(lex.words("people", "after_full_name")))
        self.surname = _logs(lex.map("names", "surname_per_myriad"), RARE_SURNAME)
        self.given = _logs(lex.map("names", "given_per_myriad"), RARE_GIVEN)
        self._part_heads = frozenset(part[0] for part in lex.words("people", "syllables"))
        self.parts = re.compile(f"(?:{'|'.join(sorted(lex.words('people', 'syllables'), key=len, reverse=True))}){{2,3}}")
        self.cities = frozenset(c for c in (*lex.words("bodies", "cities"), *lex.words("bodies", "abroad")) if len(c) > 2)
        self.never_last = frozenset(lex.words("people", "never_last"))
        self.sometimes_last = frozenset(lex.words("people", "sometimes_last"))
        self.adverbs = frozenset(lex.words("people", "adverbs"))
        self.never_first = re.compile(either(lex.words("people", "never_first")))
        self.weak = frozenset(lex.words("people", "weak_surnames"))
        self.single = self.weak | frozenset(lex.words("people", "clause_heads"))

    def chinese(self, name: str) -> float | None:
        """Log probability of the characters as a Chinese name; None where no surname begins it."""
        size = len(name)
        last = -4.0 * (name[-1] in self.never_last)
        if name[:2] in self.japanese and (given := self._from_japan.given(name[2:])) > -math.inf:
            return JAPANESE + given + last
        if size not in LENGTH:
            return None
        if size > 2 and name[:2] in self.compound:
            return self.surname.get(name[:2], RARE_SURNAME) + self._given(name[2:]) + last
        if size == FULL_DOUBLE and name[1] == VIETNAMESE and name[0] in self.surnames:
            return LENGTH[size] + self._surname(name[0]) + self._given(name[2:]) + last
        if name[0] not in self.surnames or (size == FULL_DOUBLE and not self._double(name)):
            return None
        first = self._surname(name[0]) - 4.0 * (name[0] in self.weak)
        known = KNOWN * (size > 2 and name in self.words.people)
        return LENGTH[size] + first + self._given(name[1:]) + last + known

    def _double(self, name: str) -> bool:
        """林郑月娥: two common surnames, the first of them no preposition (向|吴某某同志)."""
        return name[0] not in self.single and min(self._surname(name[0]), self._surname(name[1])) >= SECOND_SURNAME

    def _closed(self, name: str, rest: str) -> float:
        """What it adds that a name ends before a date, or in a 和 that joins no other name to it."""
        if rest in DATES:
            return 0.0 if self.after.match(name[-1]) else DATED
        return JOINED if self._joins_nobody(rest) and self.chinese(name) is not None else 0.0

    def _joins_nobody(self, rest: str) -> bool:
        """石云和|出席会议, 石云和|等, 石云和|在会上: 和 before what a subject does joins no other name; but 石云和|参加活动的同志."""
        return LISTED.match(rest) is not None or (self.deeds.match(rest) is not None and "的" not in rest)

    def _amends(self, last: str, mark: str) -> float:
        """谢喜来，: a character that seldom ends a name does where the clause ends; 对《 does not."""
        ends = (mark in ENDS and last in self.sometimes_last) or (mark.isdigit() and last in JOINERS)
        return 4.0 * (ends and last in self.never_last)

    @staticmethod
    def _born(text: str, end: int) -> float:
        """石再和|，男，: what a life begins with is a name, whatever character ends it."""
        return TOLD if SEX.match(text, end) else 0.0

    def _stranded(self, name: str, rest: str) -> float:
        """市长计为|主持会议: behind a title a surname does not stand alone, so what seldom ends a name does."""
        left = len(name) == SHORTEST and name[-1] in self.sometimes_last and name[-1] in self.never_last
        return 4.0 * (left and self.acting.match(rest) is not None)

    def _surname(self, sign: str) -> float:
        return self.surname.get(sign, RARE_SURNAME)

    def _given(self, chars: str) -> float:
        known, total = self.given.get, 0.0
        for char in chars:
            total += known(char, RARE_GIVEN)
        return total

    def foreign(self, name: str) -> float | None:
        """Log probability of the characters as a transliterated name; None where the length forbids it."""
        return self._foreign(name)[-1] if len(name) in FOREIGN_LENGTH else None

    def _foreign(self, head: str) -> list[float]:
        """The same for the first two characters, the first three, and so on."""
        first, middle = FIRST.get(head[0], UNSEEN), 0.0
        found = []
        for size in range(SHORTEST, len(head) + 1):
            sign = head[size - 1]
            last = LAST.get(sign, UNSEEN) - 4.0 * (sign in self.never_last)
            joined = 0.0 if NEVER_WITHIN.isdisjoint(head[:size]) else -8.0  # 哈桑尼|在莫斯科
            known = KNOWN * (size > SHORTEST and head[:size] in self.words.people)
            found.append(FOREIGN_LENGTH[size] + first + middle + last + joined + known)
            middle += MIDDLE.get(sign, UNSEEN)
        return found

    def after_bonus(self, rest: str) -> float:
        """What it adds that a name ends before `rest`: most before a verb or the end of the clause."""
        if not rest:
            return 4.0
        if rest in JOINERS:
            return -4.0
        match = self.after.match(rest) if rest[0] in self._after_heads else None
        if match is None:
            return 4.0 if rest[0] in self._subject_heads and self.subject.match(rest) else 0.0
        word = match.group()
        if len(word) > 1 or word in LIST_END or (word in self.adverbs and self._acted(rest[1:])):
            return 4.0
        return 0.0 if word == rest else 1.0

    def _acted(self, rest: str) -> bool:
        """石超均|透露: whether a verb of more than one character begins here."""
        verb = self.after.match(rest)
        return verb is not None and len(verb.group()) > 1

    def read(self, text: str, start: int, prior: float, *, foreign: float = 0.15, least: float = HOPELESS) -> Candidate | None:
        """The best name that begins at `start`, or None; `prior` is the chance that one stands there.

        None too, maybe, where the margin is below `least`.
        """
        run = HAN_RUN.match(text, start, start + 24)
        if run is None or self.never_first.match(text, start):
            latin = LATIN.match(text, start) if foreign else None
            return Candidate(start, latin.end(), latin.group(), 10.0) if latin else None
        chars = run.group()
        parted = self.parted.read(text, start) if foreign else None
        if whole := parted or self._spaced(text, start, run.end()) or self._syllables(text, start):
            return whole
        if not foreign and chars[0] not in self.surnames and chars[:2] not in self.compound and chars[:2] not in self.japanese:
            return None
        chars = chars[: LONGEST_FOREIGN + WINDOW]
        longest = LONGEST_FOREIGN if foreign else FULL_JAPANESE if chars[:2] in self.japanese else max(LENGTH)
        chance = math.log(prior / (1 - prior))
        sizes = self._weighed(chars[:longest], foreign)
        if len(chars) > longest + 1 and AND not in chars[:longest] and not any(lift + MOST_BEHIND + chance >= least for _, _, lift in sizes):
            return None  # whatever follows
        found: list[tuple[int, float, float]] = []  # a size, what speaks for the name, and for its end
        hopeless = True
        for size, odds, lift in sizes:
            rest = chars[size:]
            end = 0.0 if rest else self._amends(chars[size - 1], text[start + size : start + size + 1]) + self._born(text, start + size)
            if rest in DATES or chars[size - 1] == AND:
                end += self._closed(chars[:size], rest)
            end += self.after_bonus(rest) + (self._stranded(chars[:size], rest) if prior > EVEN else 0.0)
            found.append((size, odds, end))
            hopeless = hopeless and lift + end + chance < least
        if hopeless:  # no better than the words that it is made of, whatever follows
            return None
        tails = self.words.scores(chars)
        total, size = max((odds + tails[size] + end, -size) for size, odds, end in found)
        size = self._before_place(chars[:-size]) if size < -max(LENGTH) else -size
        size = regnal.end() if foreign and (regnal := REGNAL.match(chars, size)) else size
        return Candidate(start, start + size, chars[:size], total - tails[0] + chance)

    def _before_place(self, name: str) -> int:
        """Where a name ends that runs into that of a place: 哈德曼诺|苏黎世."""
        return next((n for n in range(SHORTEST, len(name) - 2) if name[n:] in self.cities), len(name))

    def _weigh(self, head: str, foreign: float) -> tuple[tuple[int, float, float], ...]:
        """For each size of a name that these characters begin with: log probability of the name, and odds against words.

        `foreign` is the share of transliterated ones.
        """
        plain = self.words.heads(head)
        abroad = self._abroad(head, foreign) if foreign else {}
        found = []
        for size in range(SHORTEST, len(head) + 1):
            odds = self.chinese(head[:size])
            if foreign:
                odds = abroad[size] if odds is None else max(odds, abroad[size])
            if odds is not None:
                found.append((size, odds, odds - plain[size]))
        return tuple(found)

    def _abroad(self, head: str, foreign: float) -> dict[int, float]:
        """Log probability of a name that is not Chinese, by its size."""
        share, japanese = math.log(foreign), self._from_japan.begins(head)
        found = {}
        for size, odds in enumerate(self._foreign(head), SHORTEST):
            name = head[:size]
            other = self._from_japan.odds(name) - 4.0 * (name[-1] in self.never_last) if japanese else -math.inf
            found[size] = share + max(odds, other)
        return found

    def _syllables(self, text: str, start: int) -> Candidate | None:
        """次仁顿珠: a name of two or three known parts."""
        match = self.parts.match(text, start) if text[start] in self._part_heads else None
        return Candidate(start, match.end(), match.group(), 8.0) if match else None

    def _spaced(self, text: str, start: int, run_end: int) -> Candidate | None:
        """王 伟: one surname, a blank, one character, then the end of the run."""
        if run_end != start + 1 or text[start] not in self.surnames or text[run_end : run_end + 1] != " ":
            return None
        given = HAN_RUN.match(text, run_end + 1)
        if given is None or (len(given.group()) > 1 and not self.after.match(text, run_end + 2)):
            return None
        return Candidate(start, run_end + 2, text[start] + given.group()[0], 5.0)


def _logs(per_myriad: Mapping[str, str], floor: float) -> dict[str, float]:
    return {k: max(floor, math.log(float(v) / 10_000)) for k, v in per_myriad.items()}


@cache
def names_of(lex: Lexicon) -> NameModel:
    """The name model over a lexicon, built once a process."""
    return NameModel(lex, words_of(lex))
