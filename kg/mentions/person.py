"""People: every mention of a person who is named in full somewhere in the article.

Names come first from grammar (after a title, before one, in a list, before verbs that follow names),
each place weighed by the name model; a name found once in a strong place is then found everywhere.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicon import Lexicon
from kg.mentions.names import Candidate, NameModel, names_of
from kg.model import Mention, PersonValue

PRONOUN = re.compile("(?<![^，。；：！？“”、\\s])[他她](?![们人日])")
CLAUSE_END = re.compile("[，。；：！？“”\\s]\\Z")
MAX_BACK = 600  # characters back to the person a pronoun may stand for
SURE = 4.5  # log odds from which a name at the head of a clause needs no word that follows names
RARE = math.log(1e-4)  # log share of people below which a surname is rare
PLACE_ENDS = frozenset("路街村镇乡县区市省州桥寺庄屯湾沟")
WEAK = frozenset({"person.list", "person.after-noun", "person.after-verb", "person.clause"})
LEVELS = "省市区县州镇乡村党"
HAN = "[\u4e00-\u9fff〇]"
HAN_END = re.compile(f"{HAN}*\\Z")
OF = re.compile("的是?")
COMRADE = re.compile("同志(?!们)")
BETWEEN = re.compile("[、 ]")
HAN_ONE = re.compile(HAN)
SEPARATOR = re.compile(r"(?:同志)?(?:（[^（）]{1,16}）)?(?:[、，]| ?和| ?及| ?与|以及| )\s?")
STRONG = re.compile(r"(?:同志)?(?:（[^（）]{1,16}）)?(?:[、]| ?和| ?及| ?与|以及| )\s?")


class PersonFinder:
    """The grammar of names over one lexicon."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        self.courtesy = frozenset(lex.words("titles", "courtesy"))
        surnames = "".join(sorted(model.surnames)) + "".join(sorted({c[0] for c in model.compound}))
        nouns = _either(lex.words("people", "person_nouns"))
        before = _either(lex.words("people", "before_name"))
        self.noun = re.compile(f"(?:{nouns})\\s?(?={HAN}{{2}})")
        self.clause = re.compile(f"(?:(?<![^，。；：！？“”、\\s（）])|(?<=[0-9][年月日])|(?<={'|'.join(('由', '与', '同', '和', '及', '对', '向', '据', '请'))}))(?=[{surnames}]{HAN})")
        self.before = re.compile(f"(?:{before})(?=[{surnames}]{HAN})")
        self.part = re.compile(_either(lex.words("people", "not_name_after")))
        self.after = model.after
        self.exclusions = frozenset(lex.words("names", "name_exclusions"))
        self.places = frozenset(lex.divisions.forms()) | frozenset(lex.divisions.names()) | frozenset((*lex.words("bodies", "abroad"), *lex.words("bodies", "cities")))
        self.courtesies = re.compile(_either(tuple(self.courtesy)))
        self.address = re.compile(f"一行|同志|{_either(tuple(self.courtesy))}")
        self.closing = frozenset(lex.words("bodies", "alone")) | frozenset(LEVELS)
        self.links = frozenset(lex.words("people", "links"))
        self.anonymous = lex.words("people", "anonymous")
        self.common = frozenset(lex.words("people", "person_nouns"))

    def find(self, text: str, titles: Sequence[Mention]) -> list[Mention]:
        """Mentions of people in order."""
        at_title = {t.start: t for t in titles}
        votes: dict[str, float] = defaultdict(float)
        rules: dict[str, str] = {}
        for rule, candidate in self._candidates(text, titles, at_title):
            if not self._plausible(rule, text, candidate, at_title):
                continue
            votes[candidate.name] += candidate.margin
            rules.setdefault(candidate.name, rule)
        names = self._settle(text, votes)
        for name in names:
            rules.setdefault(name, "person.repeat")
        found = list(self._occurrences(text, names, rules, at_title))
        found = sorted(found + self._short_forms(text, found), key=lambda m: m.start)
        return sorted(found + self._pronouns(text, found), key=lambda m: m.start)

    # ------------------------------------------------------------ where names may stand
    def _candidates(
        self, text: str, titles: Sequence[Mention], at_title: dict[int, Mention]
    ) -> Iterator[tuple[str, Candidate]]:
        for title in titles:
            yield from self._chain("person.after-title", text, title.end, 0.6, foreign=0.2)
            yield from self._before_title(text, title)
        for match in COMRADE.finditer(text):
            yield from self._before(text, match.start(), "person.before-comrade")
        for match in self.model.parts.finditer(text):
            yield "person.syllables", Candidate(match.start(), match.end(), match.group(), 8.0)
        for match in self.noun.finditer(text):
            if self._crosses(text, match.end()):
                continue
            yield from self._chain("person.after-noun", text, match.end(), 0.08, foreign=0.05)
        for match in self.before.finditer(text):
            if match.end() - match.start() == 1 and self._crosses(text, match.end()):
                continue
            yield from self._single("person.after-verb", text, match.end(), 0.04)
        for match in self.clause.finditer(text):
            yield from self._list(text, match.end())

    def _chain(self, rule: str, text: str, start: int, prior: float, *, foreign: float) -> Iterator[tuple[str, Candidate]]:
        """A name, and more after 、 or 和 as long as names follow."""
        start += text.startswith(" ", start)
        if of := OF.match(text, start):
            start, prior = of.end(), prior / 4
        if text[start : start + 1] in self.links:
            return
        while candidate := self.model.read(text, start, prior, foreign=foreign):
            if candidate.margin <= 0:
                return
            yield rule, candidate
            separator = STRONG.match(text, candidate.end)
            if separator is None:
                return
            start, prior, rule = separator.end(), 0.4, "person.list"

    def _single(self, rule: str, text: str, start: int, prior: float) -> Iterator[tuple[str, Candidate]]:
        candidate = self.model.read(text, start, prior, foreign=0.0)
        if candidate and candidate.margin > 0 and self._followed(text, candidate.end):
            yield rule, candidate

    def _crosses(self, text: str, at: int) -> bool:
        """Whether a common word runs across a position: 和|平."""
        frequency = self.model.words.frequency
        return frequency.get(text[at - 1 : at + 1], 0) > 200

    def _list(self, text: str, start: int) -> Iterator[tuple[str, Candidate]]:
        """A name at the start of a clause, alone before a verb or first of a list of names."""
        names: list[Candidate] = []
        position = start
        while candidate := self.model.read(text, position, 0.03 if not names else 0.2, foreign=0.0):
            if candidate.margin <= (-2.0 if text[candidate.end : candidate.end + 1] == "、" else 0.0):
                break
            names.append(candidate)
            separator = BETWEEN.match(text, candidate.end)
            if separator is None:
                break
            position = separator.end()
        sure = names and ((names[0].margin > SURE and text[start - 1 : start] != "、") or (names[0].margin > 0 and self._followed(text, names[-1].end)))
        if len(names) >= 3 or sure:
            rule = "person.list" if len(names) > 1 else "person.clause"
            yield from ((rule, c) for c in names if c.margin > -2.0)

    def _followed(self, text: str, end: int) -> bool:
        """Whether a word that follows names, or the end of the clause, stands here."""
        return end >= len(text) or text[end] in "，。、；：（！？” \n" or self.after.match(text, end) is not None

    def _before_title(self, text: str, title: Mention) -> Iterator[tuple[str, Candidate]]:
        """陈春生书记: a name right before a title, with something else or nothing before it."""
        if title.text in self.courtesy:
            yield from self._before(text, title.start, "person.before-title")

    def _before(self, text: str, end: int, rule: str) -> Iterator[tuple[str, Candidate]]:
        """The name that ends at `end`, if what stands before it reads better as a name than as words."""
        score = self.model.words.score
        run = HAN_END.search(text[max(0, end - 9) : end])
        left = run.group() if run else ""
        plain = score(left)
        best: Candidate | None = None
        for size in (2, 3, 4):
            name = left[-size:]
            odds = self.model.chinese(name) if len(name) == size else None
            if odds is None or name in self.model.compound or name[-1] in self.closing:
                continue
            margin = odds + (score(left[:-size]) if left[:-size] else 0.0) - plain - 3.0
            if margin > 1 and (best is None or margin > best.margin):
                best = Candidate(end - size, end, name, margin)
        if best:
            yield rule, best

    def _plausible(self, rule: str, text: str, candidate: Candidate, at_title: dict[int, Mention]) -> bool:
        """Not the name of a thing (中山路), not a common word, not glued to a title it does not belong to."""
        if candidate.name in self.exclusions and candidate.margin < (0.0 if rule == "person.after-title" else 6.0):
            return False
        if len(candidate.name) > 2 and (candidate.name[-1] in PLACE_ENDS or candidate.name[:3] in self.places):
            return False
        if candidate.name.endswith(self.anonymous) or (rule in WEAK and not self._strong(text, candidate)):
            return False
        if candidate.name in self.common or candidate.name in self.places or any(s in at_title for s in range(candidate.start, candidate.end)):
            return False
        return candidate.end in at_title or not self._part_of_thing(text, candidate.end)

    def _strong(self, text: str, candidate: Candidate) -> bool:
        """In a weak place, a name begins with no everyday word (洪水|冲) or rare surname, and is not all of a quotation."""
        name, frequency = candidate.name, self.model.words.frequency
        if text[candidate.start - 1 : candidate.start] == "“" and text.startswith("”", candidate.end):
            return False
        if self.model.surname.get(name[:2] if name[:2] in self.model.compound else name[0], -99.0) < RARE:
            return "·" in name or (candidate.margin > SURE and len(name) > 2)
        people = self.model.words.people
        if any(frequency.get(part, 0) > limit and part not in people for part, limit in ((name[:2], 60), (name, 2))):
            return False
        return len(name) > 2 or name[1] != "方"

    def _part_of_thing(self, text: str, end: int) -> bool:
        """路, 村, 大学 … after a name make it part of a thing's name; 委 in 委托 does not."""
        match = self.part.match(text, end)
        if match is None:
            return False
        frequency = self.model.words.frequency
        return len(match.group()) > 1 or match.group() in LEVELS or frequency.get(text[end : end + 2], 0) < 100

    # ------------------------------------------------------------ evidence of the whole article
    def _settle(self, text: str, votes: dict[str, float]) -> list[str]:
        """One reading where a shorter and a longer one compete (虎强 and 虎强要)."""
        dropped: set[str] = set()
        for name in votes:
            for short in (name[:-1], name[:-2]):
                if len(short) < 2 or short not in votes:
                    continue
                dropped.add(name if text.count(short) > text.count(name) else short)
        return [self._whole(text, name) for name in votes if name not in dropped]

    def _whole(self, text: str, name: str) -> str:
        """范付 that 中 follows each time, 中 beginning no word, is 范付中."""
        ends = [start + len(name) for start in _finds(text, name)]
        after = [text[end : end + 2] for end in ends]
        if len(name) != 2 or len(after) < 2 or len({a[:1] for a in after}) > 1 or len({a[1:] for a in after}) < 2:
            return name
        more = after[0][:1]
        frequency = self.model.words.frequency
        if more in self.model.never_last and not any(self.address.match(text, end + 1) for end in ends):
            return name
        if not HAN_ONE.fullmatch(more) or all(frequency.get(a, 0) > 100 for a in after):
            return name
        return name + more

    def _occurrences(
        self,
        text: str,
        names: Sequence[str],
        rules: dict[str, str],
        at_title: dict[int, Mention],
    ) -> Iterator[Mention]:
        if not names:
            return
        ordered = sorted(names, key=len, reverse=True)
        pattern = re.compile("|".join(re.escape(n) if len(n) != 2 else f"{n[0]} ?{n[1]}" for n in ordered))
        seen: set[str] = set()
        for match in pattern.finditer(text):
            start, end = match.span()
            name = match.group() if match.group() in rules else match.group().replace(" ", "")
            if self._inside_word(text, start, end, at_title):
                continue
            rule = "person.repeat" if name in seen else rules[name]
            seen.add(name)
            yield Mention("person", start, end, match.group(), rule, PersonValue(name))

    def _inside_word(self, text: str, start: int, end: int, at_title: dict[int, Mention]) -> bool:
        frequency = self.model.words.frequency
        if end not in at_title and self._part_of_thing(text, end):
            return True
        return any(frequency.get(text[a:b], 0) > 100 for a, b in ((start, end + 1), (start - 1, end)) if a >= 0)

    def _pronouns(self, text: str, found: list[Mention]) -> list[Mention]:
        """他, 她 at the head of a clause: whoever last headed one, or else was named last, in the paragraphs so far."""
        result = []
        for match in PRONOUN.finditer(text):
            start = match.start()
            before = [m for m in found if m.end <= start and m.start > start - MAX_BACK]
            if not before:
                continue
            heads = [m for m in before if CLAUSE_END.search(text, max(0, m.start - 1), m.start) or m.start == 0]
            chosen = heads[-1] if heads else before[-1]
            assert isinstance(chosen.value, PersonValue)
            result.append(Mention("person", start, start + 1, text[start], "person.pronoun", PersonValue(chosen.value.name, "pronoun")))
        return result

    def _short_forms(self, text: str, found: list[Mention]) -> list[Mention]:
        """郭主任, 李院士: a surname and a title, for someone named in full before it."""
        bearers: dict[str, list[Mention]] = defaultdict(list)
        for mention in found:
            assert isinstance(mention.value, PersonValue)
            name = mention.value.name
            bearers[name[:2] if name[:2] in self.model.compound else name[0]].append(mention)
        spans = {(m.start, m.end) for m in found}
        result = []
        for surname, mentions in bearers.items():
            for start in _finds(text, surname):
                end = start + len(surname)
                if self.courtesies.match(text, end) is None or any(a <= start < b for a, b in spans) or re.match(HAN, text[start - 1 : start]) and not self._boundary(text, start):
                    continue
                names = {m.value.name for m in mentions if isinstance(m.value, PersonValue) and m.start < start}
                if len(names) == 1:
                    result.append(Mention("person", start, end, surname, "person.short", PersonValue(names.pop(), "short")))
        return result

    def _boundary(self, text: str, start: int) -> bool:
        """Whether a word can end before `start`: the two characters there are a word, or one that stands alone."""
        frequency = self.model.words.frequency
        left = text[max(0, start - 2) : start]
        return frequency.get(left, 0) > frequency.get(text[start - 1 : start + 1], 0) or text[start - 1] in "了对与和同向由在"


def _finds(text: str, part: str) -> Iterator[int]:
    """Every place of a part in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def person_finder(lex: Lexicon) -> PersonFinder:
    """The finder of a lexicon, built once a process."""
    return PersonFinder(lex, names_of(lex))
