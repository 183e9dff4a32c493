"""Who is named in a sentence: people with their posts, bodies, acting places, and the groups they form."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from kg.facts.activity.beside import acted, called, cited, credited, prepositions
from kg.mentions.spans import covers, inside
from kg.model import Article, Holder, Mention, OrgRef, PersonRef, PersonValue, PostRef
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from kg.facts.activity.triggers import Trigger
    from kg.lexicon import Lexicon

JOINT = re.compile(r"[\s、和与及同]|以及|等(?=[、和与及])")
ATTRIBUTE = re.compile(r"(?:的(?!领导|负责|干部|代表|同志|有关|相关|主要)|关于|对|官方|官网|网站|微信|微博|公众号|[^，。；]{0,8}消息)")
UNREAD = re.compile("(?:[、和与及][^，。；、和与及]{2,12}){1,3}[、和与及]")  # those of a list of bodies that are not recognized
EACH = "各"
AND = re.compile("(?:等(?:领导|同志|人)?)?[和及]")
LISTING = ("、", "以及", "和", "及", "与")
HOME = re.compile(r"(?:[、和及与][^，。；、和及与]{2,12}){0,6}?(?:等人?|同志|老人)*的?家[中里]|(?:同志|老人)?的?家(?=[，。、；和看慰探走])")
MEETING = frozenset({"receiving", "calling", "comforting"})
MARK = re.compile(r"\W")
REACH = 12  # characters back to a preposition
CALLING = 10  # characters between a body and whose name follows a calling: 首席技术专家
BROKEN = frozenset({"to", "apart"})  # prepositions whose phrase ends at a comma


@record
class Noun:
    """A person or body at a place of the text; start:end covers the posts printed with a person."""

    kind: Literal["person", "body", "place"]
    start: int
    end: int
    name: str
    printed: str
    capacity: tuple[PostRef, ...] = ()
    named: bool = True  # not a pronoun or short form

    def agent(self) -> PersonRef | OrgRef:
        return PersonRef(self.name) if self.kind == "person" else OrgRef(self.name, self.printed)


@dataclass(slots=True)
class Group:
    """Nouns told in one breath: 市长李某、副市长王某; `preposition` says how they hang in the sentence."""

    preposition: str
    nouns: list[Noun] = field(default_factory=list)
    adjoins: bool = False  # 和李某 right after a subject: with it, or part of it

    @property
    def start(self) -> int:
        return self.nouns[0].start

    @property
    def end(self) -> int:
        return self.nouns[-1].end


class Nouns:
    """All nouns of an article, by position."""

    def __init__(self, article: Article, mentions: Sequence[Mention], holders: Sequence[Holder], lex: Lexicon) -> None:
        self.text = article.text
        self.prepositions, self.called = prepositions(lex), called(lex)
        self.credit, self.acted, self.cited = credited(lex), acted(lex), cited(lex)
        self.bodies = bodies(lex)
        bylines = sorted(article.bylines)
        named = [p for p in people(mentions, holders) if not covers(bylines, p.start) and not self.reporter(p)]
        found = [*named, *self.bodies.of(article.text, mentions, holders)]
        self.all = sorted(found, key=lambda n: (n.start, n.end))
        self.starts = [n.start for n in self.all]

    def leave_out(self, sites: Sequence[Mention]) -> None:
        """Forgets places that are the end of a site's name (产业园 of 力嘉创意文化产业园), and bodies gone to after another place."""
        spans = sorted((s.start, s.end) for s in sites)
        ends = {end for _, end in spans}
        self.all = [n for n in self.all if not (inside(spans, n.start) if n.kind == "place" else n.kind == "body" and self.listed_with(ends, n))]
        self.starts = [n.start for n in self.all]

    def listed_with(self, ends: Container[int], noun: Noun) -> bool:
        """到南塘村、市第一中学: whether a body stands in a list behind a place that ends at one of `ends`, and nobody comes from it."""
        joint = next((noun.start - len(sign) for sign in LISTING if self.text.startswith(sign, noun.start - len(sign))), -1)
        return joint in ends and not self.bodies.representing.match(self.text, noun.end)

    def reporter(self, noun: Noun) -> bool:
        """(学生记者 周大山): who wrote it takes no part, wherever the byline stands."""
        return self.credit.search(self.text, max(0, noun.start - 12), noun.start) is not None

    def between(self, start: int, end: int) -> list[Noun]:
        return [n for n in self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)] if n.end <= end]

    def groups(self, start: int, end: int, triggers: Sequence[Trigger]) -> list[Group]:
        """The nouns of text[start:end] in groups; a trigger between two nouns parts them."""
        groups: list[Group] = []
        for noun in self.between(start, end):
            if self.quoted(noun, start, end) or (noun.kind == "place" and not self.acting_place(noun, triggers)):
                continue
            if (self.cited if noun.kind == "person" else ATTRIBUTE).match(self.text, noun.end):
                continue
            preposition = self.before(noun, start, triggers) or self.looked_at(noun, triggers) or self.at_home(noun, triggers)
            last = groups[-1] if groups else None
            added = last is not None and preposition == "with" and AND.fullmatch(self.text, last.end, noun.start) is not None
            if last and (self.listed(last) if added else not preposition and self.joined(last, noun, triggers)):
                last.nouns.append(noun)
            else:
                groups.append(Group(preposition, [noun], adjoins=added and last is not None and not last.preposition))
        return groups

    @staticmethod
    def listed(group: Group) -> bool:
        """在省长李某和市长王某陪同下: 和 joins two nouns that hang on one preposition."""
        return bool(group.preposition) and group.preposition not in BROKEN

    def acting_place(self, noun: Noun, triggers: Sequence[Trigger]) -> bool:
        """A place acts before a verb or in a list (临川区召开, 云溪县、北岭县介绍), not before a noun (临川区企业)."""
        rest = self.acted.match(self.text, noun.end)
        end = rest.end() if rest else noun.end
        return (
            self.text.startswith(("、", "和", "与", "及"), noun.end)
            or any(t.start == end for t in triggers)
            or bool(self.bodies.representing.match(self.text, noun.end))
        )

    def quoted(self, noun: Noun, start: int, end: int) -> bool:
        """Inside the name of a thing: “周大山书画展”."""
        opened = max(self.text.rfind("“", start, noun.start), self.text.rfind("《", start, noun.start))
        return opened >= 0 and self.text.find("”" if self.text[opened] == "“" else "》", opened, end) >= noun.end

    def before(self, noun: Noun, floor: int, triggers: Sequence[Trigger]) -> str:
        """What the preposition right before a noun, or the calling before a name (与青年画家李某), makes of the phrase; "" if there is none.

        The end of a verb (陪同) is no preposition.
        """
        low = max(floor, noun.start - REACH)
        m = self.prepositions[0].search(self.text, low, noun.start)
        if m is None and noun.kind == "person" and not noun.capacity:
            m = self.called.search(self.text, low, noun.start)
        if not m or any(t.start < m.start() < t.end for t in triggers):
            return ""
        return self.prepositions[1][m.group(1)]

    @staticmethod
    def looked_at(noun: Noun, triggers: Sequence[Trigger]) -> str:
        """考评县医院: a body right behind an act is gone to, unless the act is one of meeting."""
        if noun.kind == "person":
            return ""
        met = any(t.end == noun.start and t.sense.act and not t.sense.tags & MEETING for t in triggers)
        return "to" if met else ""

    def at_home(self, noun: Noun, triggers: Sequence[Trigger]) -> str:
        """来到老党员周大山、石望川家中: whose home it is goes nowhere; 看望 has them for its object."""
        visited = noun.kind == "person" and HOME.match(self.text, noun.end) is not None
        return "to" if visited and not any("comforting" in t.sense and t.end <= noun.start for t in triggers) else ""

    def joined(self, group: Group, noun: Noun, triggers: Sequence[Trigger]) -> bool:
        if any(group.end <= t.start < noun.start and "talking" not in t.sense for t in triggers):
            return False
        gap = self.text[group.end : noun.start]
        if group.preposition in BROKEN or (group.preposition == "within" and not any(n.kind == "person" for n in group.nouns)):
            return not JOINT.sub("", gap) or (noun.kind == "body" and UNREAD.fullmatch(gap) is not None and self.bodies.stands(self.text, noun.end))
        return True


def people(mentions: Sequence[Mention], holders: Sequence[Holder]) -> list[Noun]:
    """People, each with the posts of the holder that names them."""
    titled = {m.start: m.end for m in mentions if m.kind == "title"}  # 顾长风主任: the title is part of the noun
    before = {m.end: m.start for m in mentions if m.kind == "title"}  # 以|众议员某某|为团长
    capacity = {person.start: holder for holder in holders for person in holder.people}
    nouns: list[Noun] = []
    for m in mentions:
        if m.kind == "person" and isinstance(m.value, PersonValue):
            held = capacity.get(m.start)
            first = held is not None and m.start == held.people[0].start
            start = min(held.start, m.start) if held and first else m.start
            start = before.get(start, start)
            nouns.append(
                Noun("person", start, titled.get(m.end, m.end), m.value.name, m.text, held.posts if held else (), m.value.form == "name"),
            )
    return nouns


class Bodies:
    """Which bodies and places of a text can act: none inside a post, none without a name."""

    def __init__(self, lex: Lexicon) -> None:
        self.generic = frozenset(lex.words("activities", "nameless"))
        self.tails = lex.words("activities", "nameless_tails")
        self.callings = lex.words("activities", "callings")
        self.verbs = lex.words("activities", "no_part_of_a_name")
        self.vague = re.compile(f"^(?:{'|'.join(lex.words('activities', 'vague'))})")
        self.named = lru_cache(maxsize=1 << 13)(self._named)
        people = "|".join(lex.words("activities", "representing"))
        self.represented = re.compile(f"(?:[、和及与][^，。；、和及与]{{1,20}}){{0,24}}(?:等)?[^，。；、]{{0,8}}?(?:{people})(?=[，、。]|等|出席|参加|的?陪同|上台|发言|先后|分别|及|和|共)")
        self.representing = re.compile(
            f"(?:{'|'.join(lex.words('activities', 'any_of'))})*(?:{'|'.join(lex.words('activities', 'representing'))})",
        )

    def stands(self, text: str, end: int) -> bool:
        """Whether a body is one of a list whose people came: 省工商联、市侨联等相关部门负责同志."""
        return self.represented.match(text, end) is not None

    def _named(self, name: str) -> bool:
        """Whether characters are the name of one body or place, and no verb was swallowed by it: 综合楼召开理论学习中心组."""
        nameless = len(name) == 1 or name in self.generic or name.endswith(self.tails) or self.vague.match(name)
        return not nameless and not any(verb in name for verb in self.verbs)

    def of_somebody(self, text: str, end: int, people: Sequence[int]) -> bool:
        """某大学|周大山教授, 某集团|首席专家周大山: a body that only tells whose somebody is, by a calling that is no post."""
        i = bisect_left(people, end)
        gap = text[end : people[i]] if i < len(people) and people[i] <= end + CALLING else None
        return gap is not None and (not gap or (gap.endswith(self.callings) and not MARK.search(gap)))

    def of(self, text: str, mentions: Sequence[Mention], holders: Sequence[Holder]) -> list[Noun]:
        covered = sorted((h.start, h.end) for h in holders)
        titles = {m.start for m in mentions if m.kind == "title"}
        people = [m.start for m in mentions if m.kind == "person"]
        nouns = []
        for m in mentions:
            if m.kind not in {"organization", "place"} or covers(covered, m.start):
                continue
            if text.startswith(EACH, m.end) or text.startswith(EACH, m.start - 1):
                continue  # 市人大各专门委员会
            if not self.named(m.text):
                continue
            if m.end in titles and not self.representing.match(text, m.end):
                continue
            if self.of_somebody(text, m.end, people):
                continue
            name = m.value if isinstance(m.value, str) else m.text
            nouns.append(Noun("place" if m.kind == "place" else "body", m.start, m.end, name, m.text))
        return nouns


@cache
def bodies(lex: Lexicon) -> Bodies:
    return Bodies(lex)
