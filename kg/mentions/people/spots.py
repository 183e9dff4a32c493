"""Where names may stand: after a title, before one, in a list, before verbs that follow names."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kg.lexicon.automaton import automaton
from kg.mentions.names import SHORTEST
from kg.mentions.parted import DOTTED, Candidate
from kg.mentions.people.bearers import LEVELS, Bearers, crosses
from kg.mentions.people.takers import Takers
from kg.mentions.words import either

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.mentions.names import NameModel
    from kg.model import Mention

Spot = tuple[str, Candidate]  # the rule that looked here, and what it read

HAN = "[\u4e00-\u9fff〇]"
SURE = 4.5  # log odds from which a name at the head of a clause needs no word that follows names
FROM_ANYWHERE, FROM_ABROAD = 0.2, 0.9  # share of transliterated and Japanese names behind a title, and behind one of another country
COUNTRY_BEFORE = 12  # characters before a title that may name its country
FAR_SURE = 8.0  # log odds of a name that alone holds the post before it
DOUBTFUL = -1.0  # log odds that still do right after a title
ENDS = frozenset("，。、；：（！？“” \n")
NOTE = re.compile("（[^（），。]{2,12}）| |提名人选|候选人(?!名单)|人选")  # 副厅长（正厅级）石某
REMOVED = re.compile(f"免去了?(?P<name>{HAN}{{2,8}}?)(?:(?P<comrade>同志)|(?:兼任)?的)(?=[^，。；\n]{{2,40}}(?:职务|、))")  # 免去计为的县长职务
REMOVAL = 8.0  # log odds of who loses an office
OF = re.compile("的是?")
MANY = 3  # sure names in a row after which one more is a name
UNREAD = math.inf  # log odds of a member of a roster that no surname begins
MOST_UNREAD = 2  # of them in a row
MEMBER = re.compile(f"({HAN}{{2,4}})、")
PLACES_LISTED = re.compile("[^，。；]{0,12}?等[0-9一二三四五六七八九十]+(?:个|家|所)(?!.{0,4}(?:人(?!民)|领导|代表|委员|专家))|[^，。；]{0,12}?等(?:[0-9一二三四五六七八九十]+个?)?(?:[乡镇村](?!党|镇党|长)|街道|社区)(?!领导|负责|代表|干部|主要|书记|主任)")  # 鲁支、中村等村委会
BETWEEN = re.compile("[、 ]")
LINK = re.compile(r"(?:同志)?(?:（[^（）]{1,16}）)?(?:[、]| ?和| ?及| ?与|以及| )\s?")


class Spots:
    """Reads a name at each place of a text where one may stand."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        surnames = "".join(sorted(model.surnames)) + "".join(sorted({c[0] for c in model.compound | model.japanese}))
        self.double = model.compound | model.japanese
        self.heads = frozenset(lex.words("people", "clause_heads"))
        heads = "".join(self.heads)
        marks = f"，。；：！？“”、\\s（）{heads}"
        self.clause = re.compile(f"[{marks}年月日后前来](?=[{surnames}]{HAN})(?:(?<=[{marks}])|(?<=[0-9]年)(?!代)|(?<=[0-9][月日])|(?<=[0-9一二两三四五六七八九十几]年前)|(?<=之后|此前|随后|后来))")
        self.surname = re.compile(f"[{surnames}]{HAN}")
        nouns = dict.fromkeys((*lex.words("people", "person_nouns"), *lex.words("people", "callings")))
        self.nouns = automaton(tuple(nouns), longest=True)
        self.verbs = automaton(lex.words("people", "before_name"), longest=True)
        self.spoken_to = re.compile(f"(?:{either(lex.words('people', 'spoken_to'))})(?={HAN}{{1,8}}·{HAN})")
        self.syllables = automaton(lex.words("people", "syllables"))
        self.appointing = re.compile(f"(?:{either(lex.words('offices', 'appointing'))})：?(?=[{surnames}]{HAN})")
        verbs = either(w for w in lex.words("offices", "verbs") if len(w) > 1 or w == "任")
        self.taking = re.compile(f"(?:在|那么)(?=[{surnames}]{HAN}{{1,3}}?(?:一旦|正式|首次)*(?:{verbs}))")
        self.after_noun = re.compile(f"{HAN}{{2}}")
        self.behind_verbs = frozenset((*surnames, "了"))
        self.after_verb = re.compile(f"了?(?=[{surnames}]{HAN})")
        self.courtesy = frozenset(lex.words("titles", "courtesy"))
        self.of_states = frozenset(lex.words("posts", "of_states"))
        self.country = re.compile(f"(?:{either(set(lex.words('bodies', 'abroad')) - set(lex.words('bodies', 'own_country')))})[^，。；：、\\s]*\\Z")
        seats = (title for title, level in lex.map("titles", "seat").items() if level in LEVELS)
        self.seats = re.compile(f"(?:常务)?[副代]?(?:{either(seats)})")
        self.links = lex.words("people", "links")
        self.takers = Takers(lex, model)
        self.bearers = Bearers(lex, model)

    def read(self, text: str, titles: Sequence[Mention], places: Container[int] = ()) -> Iterator[Spot]:
        """What every spot of a text gives, good or doubtful; `places` are the positions that names of places cover."""
        yield from self._titled(text, titles, places)
        yield from self.takers.read(text, titles)
        yield from self.takers.born(text)
        yield from self.bearers.read(text)
        yield from self._syllables(text)
        yield from self._led(text)
        for match in REMOVED.finditer(text):
            name = match["name"]
            if match["comrade"] or (self.model.chinese(name) is not None and not self.model.words.everyday(name[:2])):
                yield "person.removed", Candidate(match.start("name"), match.end("name"), name, REMOVAL)
        for match in self.appointing.finditer(text):
            yield from self._chain("person.appointed", text, match.end(), 0.3, foreign=0.0)
        for match in self.taking.finditer(text):
            yield from self._single("person.taking", text, match.end(), 0.3)
        for start in (*((0,) if self.surname.match(text) else ()), *(match.end() for match in self.clause.finditer(text))):
            if text[start] not in self.model.surnames and text[start : start + 2] not in self.double:
                continue
            inside = text[start - 1 : start] in self.heads and crosses(self.model, text, start)
            if not inside and not self.model.words.everyday(text[start : start + 2]):
                yield from self._list(text, start)

    def _titled(self, text: str, titles: Sequence[Mention], places: Container[int]) -> Iterator[Spot]:
        """Right before a title of address, else after any title."""
        for title in titles:
            address = title.text in self.courtesy and not DOTTED.match(text, title.end)  # 安卡拉|省长|萨某·贝某
            bearer = list(self.bearers.before("person.before-title", text, title.start)) if address else []
            if bearer and (len(bearer[0][1].name) == SHORTEST or self.seats.fullmatch(title.text)) and self._held(text, title.end):
                bearer = []
            yield from bearer
            if all(candidate.start in places for _, candidate in bearer):
                foreign = FROM_ABROAD if self._abroad(text, title) else FROM_ANYWHERE
                yield from self._chain("person.after-title", text, title.end, 0.6, foreign=foreign)

    def _held(self, text: str, end: int) -> bool:
        """金安|乡长|石大成, 华耀|经理|石大成: what reads like a short name before a post is a place or firm where its holder is named behind."""
        after = self.model.read(text, end, 0.6, foreign=0.0)
        return after is not None and after.margin > FAR_SURE

    def _abroad(self, text: str, title: Mention) -> bool:
        """青湖国外相|萨某: whether the title is one of states abroad, or a country stands before it."""
        return title.text in self.of_states or self.country.search(text, max(0, title.start - COUNTRY_BEFORE), title.start) is not None

    def _led(self, text: str) -> Iterator[Spot]:
        """After nouns for people (村民) and words before names (任命, 岁的)."""
        everyday = self.model.words.everyday
        for _, _, end in self.nouns.find_matches_as_indexes(text):
            start = end + text[end : end + 1].isspace()
            if not everyday(text[start : start + 2]) and self.after_noun.match(text, start) and not crosses(self.model, text, end):
                yield from self._chain("person.after-noun", text, start, 0.08, foreign=0.05)
        for _, start, end in self.verbs.find_matches_as_indexes(text):
            if text[end : end + 1] in self.behind_verbs and (match := self.after_verb.match(text, end)):
                crossed = match.end() - start == 1 and crosses(self.model, text, match.end())
                if not crossed and not everyday(text[match.end() : match.end() + 2]):
                    yield from self._single("person.after-verb", text, match.end(), 0.04)

        for match in self.spoken_to.finditer(text):
            yield from self._chain("person.after-verb", text, match.end(), 0.3, foreign=0.2)

    def _chain(self, rule: str, text: str, start: int, prior: float, *, foreign: float) -> Iterator[Spot]:
        """A name, and more after 、 or 和 as long as names follow."""
        if note := NOTE.match(text, start):
            start = note.end()
        if of := OF.match(text, start):
            start, prior, rule = of.end(), prior / 4, "person.after-title-of"
        if text.startswith(self.links, start):
            return
        found: list[Spot] = []
        while (candidate := self._member(rule, text, start, prior, foreign)) or (unread := self._unread(text, start, [name for _, name in found])):
            if candidate is None:
                found += [(rule, member) for member in unread]
                start = unread[-1].end + 1
                continue
            found.append((rule, candidate))
            link = LINK.match(text, candidate.end)
            if link is None:
                break
            if foreign and self.model.chinese(candidate.name) is not None:
                foreign = min(foreign, 0.01)  # after a Chinese name a foreign one is rare
            start, prior, rule = link.end(), 0.4, "person.list"
        names = [candidate for _, candidate in found]
        yield from (((enclosed(names, i) if own == "person.list" else "") or own, c) for i, (own, c) in enumerate(found))

    def _member(self, rule: str, text: str, start: int, prior: float, foreign: float) -> Candidate | None:
        """The name that a chain begins or goes on with; None where it ends."""
        candidate = self.model.read(text, start, prior, foreign=foreign)
        if candidate is None or candidate.margin <= (DOUBTFUL if rule == "person.after-title" else 0):
            return None
        if rule == "person.list" and self._place_of(text, candidate.end):
            return None
        if rule == "person.appointed" and text.startswith("成为", candidate.end):
            return Candidate(start, candidate.end + 1, candidate.name + "成", candidate.margin)  # 任命石大成|为
        return candidate

    def _unread(self, text: str, start: int, found: Sequence[Candidate]) -> list[Candidate]:
        """石大成、林小海、王建国、|赫云、格桑、|李文: members of a roster that no surname begins, between sure ones."""
        if len(found) < MANY or min(found[-MANY:], key=_margin).margin <= 0 or sum(name.margin > SURE for name in found) < MANY - 1:
            return []
        members: list[Candidate] = []
        while len(members) < MOST_UNREAD and (member := MEMBER.match(text, start)) and not self.model.words.everyday(member[1]):
            members.append(Candidate(start, member.end(1), member[1], UNREAD))
            start = member.end()
            after = self.model.read(text, start, 0.4, foreign=0.0)
            if after is not None and after.margin > SURE:
                return members
        return []

    def _place_of(self, text: str, end: int) -> bool:
        """李某和云川|市长王某: what stands before the title of a place and has a name behind it is the place."""
        seat = self.seats.match(text, end)
        after = self.model.read(text, seat.end(), 0.6, foreign=0.0) if seat else None
        return after is not None and after.margin > SURE

    def _syllables(self, text: str) -> Iterator[Spot]:
        """次仁顿珠: two or three known parts in a row."""
        floor = 0
        for _, start, _ in self.syllables.find_matches_as_indexes(text):
            if start >= floor and (match := self.model.parts.match(text, start)):
                floor = match.end()
                yield "person.syllables", Candidate(start, floor, match.group(), 8.0)

    def _single(self, rule: str, text: str, start: int, prior: float) -> Iterator[Spot]:
        candidate = self.model.read(text, start, prior, foreign=0.0)
        if candidate and candidate.margin > 0 and self._followed(text, candidate.end):
            yield rule, candidate

    def _list(self, text: str, start: int) -> Iterator[Spot]:
        """A name at the head of a clause, alone before a verb or first of a list of names."""
        if text[start] in self.heads and self._prepositional(text, start):
            return
        names: list[Candidate] = []
        position = start
        while True:
            candidate = self.model.read(text, position, 0.2 if names else 0.03, foreign=0.0)
            if candidate is None or candidate.margin <= (-2.0 if text.startswith("、", candidate.end) else 0.0):
                names += (unread := self._unread(text, position, names))
                if not unread:
                    break
                position = unread[-1].end + 1
                continue
            names.append(candidate)
            between = BETWEEN.match(text, candidate.end)
            if between is None:
                break
            position = between.end()
        if names and PLACES_LISTED.match(text, names[-1].end):
            return
        if len(names) >= 3 or (names and self._sure(text, start, names)):
            rule = "person.list" if len(names) > 1 else "person.clause"
            yield from ((enclosed(names, i) or rule, c) for i, c in enumerate(names) if c.margin > -2.0)

    def _prepositional(self, text: str, start: int) -> bool:
        """向|王某某同志: a surname that is a preposition too, where a better name begins behind it."""
        whole, behind = (self.model.read(text, at, 0.03, foreign=0.0, least=-math.inf) for at in (start, start + 1))
        return whole is not None and behind is not None and behind.margin > max(0.0, whole.margin)

    def _sure(self, text: str, start: int, names: Sequence[Candidate]) -> bool:
        """Whether one or two names need no third: by their own odds, or by what follows them."""
        if names[0].margin > SURE and text[start - 1 : start] != "、":
            return True
        return names[0].margin > 0 and self._followed(text, names[-1].end)

    def _followed(self, text: str, end: int) -> bool:
        """Whether a word that follows names, or the end of the clause, stands here."""
        return end >= len(text) or text[end] in ENDS or self.model.after.match(text, end) is not None


def _margin(candidate: Candidate) -> float:
    return candidate.margin


def enclosed(names: Sequence[Candidate], at: int) -> str:
    """The rule for a doubtful member of a list that stands between sure names (方一舟、李源、周大川), or behind many; "" for others."""
    if names[at].margin == UNREAD:
        return "person.roster"
    before, after = names[max(0, at - 2) : at], names[at + 1 : at + 2]
    sure = bool(before) and all(name.margin > SURE for name in (*before, *after))
    return "person.enclosed" if sure and names[at].margin > 0 and (after or at >= MANY) else ""
