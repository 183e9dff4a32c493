"""Who holds what: noun phrases and short clauses that give people posts.

A chain of posts (区委副书记、区长) belongs to the names right after it, or to a name right before it
that a word of office (任, 担任, 当选为), a bracket or a colon links to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.facts.posts import PostGrammar, post_grammar
from kg.mentions.body import BodyReader, body_reader
from kg.mentions.words import either
from kg.model import Article, Holder, Mention, PersonValue, PostRef, Span, TenureStatus, TitleValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon

CHAIN = re.compile(r"(?:[、，]? ?(?:并|又)?兼(?:任)?|[、，] ?(?:现任|时任|原任|前任)?| |暨|和|及)")
PEOPLE = re.compile(r"(?:同志|等同志)?(?:（[^（）]{1,16}）)?(?:[、]| ?和| ?及|以及| ) ?")
NEXT = re.compile(r"(?:同志)?[、，和] ?|等?同志[、，] ?")
IN_OFFICE = re.compile("任上|任内|任期|岗位|的?身份")
SENTENCE = re.compile("[。！？\n]")
TO_NAME = re.compile(r"(?: ?|（[^（），。]{2,12}）|同志|的|的是|—+|：|人选)\Z")
NOTE = r"(?:同志)?(?:（[^（）]{1,20}）)?"
LONGEST_NOTE = 14  # characters between a title and its name: （正厅级）
MAX_NAME_FIRST = 70


@dataclass(frozen=True, slots=True)
class Item:
    """One post of a chain: its body, if printed, and its title."""

    start: int
    org: str
    title: Mention

    @property
    def value(self) -> TitleValue:
        assert isinstance(self.title.value, TitleValue)
        return self.title.value


Named = tuple[list[Mention], str]  # people, and what stands between or before them that tells of the office


def item_follows(one: Item, other: Item) -> bool:
    return one.title.end == other.start


class HolderGrammar:
    """Joins titles, bodies and people of an article."""

    def __init__(self, lex: Lexicon, posts: PostGrammar, reader: BodyReader) -> None:
        self.posts = posts
        self.reader = reader
        office = either(lex.words("offices", "verbs"))
        self.office = re.compile(f"(?:{office})$")
        self.leaving = re.compile(f"(?:{either(lex.words('offices', 'leaving'))})\\Z")
        self.coming = re.compile(f"(?:{either(lex.words('offices', 'coming'))})\\Z")
        self.name_first = re.compile(
            f"{NOTE}(?:$|（$|：$|[，、]? ?(?:{either(lex.words('offices', 'between'))}|[^。；！？，]{{0,14}}?|，(?:男|女|汉族|[0-9]{{4}}年)[^。；！？]{{0,60}}?)(?:{office}|在|以)$)"
        )
        self.appointing = re.compile(f"(?:{either(lex.words('offices', 'appointing'))})(?:：|同志)?\\Z")
        self.appointed = re.compile(f"(?:{either(lex.words('offices', 'carrying'))})\\Z")
        self.heads = re.compile(either(lex.words("titles", "courtesy")))
        self.members = lex.words("offices", "members")
        self.academic = frozenset(lex.words("titles", "academic"))
        self.candidate = re.compile(f"(?:{either(lex.words('offices', 'candidates'))})")

    def find(self, text: str, mentions: Sequence[Mention]) -> tuple[Holder, ...]:
        """The holders of a text, in order."""
        titles = [m for m in mentions if m.kind == "title"]
        everyone = [m for m in mentions if m.kind == "person" and isinstance(m.value, PersonValue)]
        people = [m for m in everyone if isinstance(m.value, PersonValue) and m.value.form != "pronoun"]
        before = {m.end: m for m in mentions if m.kind == "organization" and m.rule == "organization.before-title"}
        items = [Item(before[t.start].start if t.start in before else t.start, before[t.start].text if t.start in before else "", t) for t in titles]
        found: list[Holder] = []
        for chain in self._chains(text, items, people):
            near = self._near(text, chain[0], found)
            holder = self._after(text, chain, people, near) or self._before(text, chain, everyone) or self._carried(text, chain, everyone)
            if holder and holder.posts:
                found.append(holder)
        return tuple(found)

    def _chains(self, text: str, items: Sequence[Item], people: Sequence[Mention]) -> Iterator[list[Item]]:
        """Runs of posts with nothing but separators between them."""
        starts = {p.start for p in people}
        chain: list[Item] = []
        for item in items:
            if chain and not (self._joined(text, chain[-1], item) and chain[-1].title.end not in starts):
                yield chain
                chain = []
            chain.append(item)
        if chain:
            yield chain

    def _near(self, text: str, item: Item, found: Sequence[Holder]) -> Holder | None:
        """The holder whose head the post may inherit: the one right before, or for 委员, 副… the last of the sentence."""
        if not found or SENTENCE.search(text, found[-1].end, item.start):
            return None
        if NEXT.fullmatch(text, found[-1].end, item.start):
            return found[-1]
        return found[-1] if not item.org and item.value.title.startswith(self.members) else None

    @staticmethod
    def _joined(text: str, one: Item, other: Item) -> bool:
        """Whether nothing but a separator, or nothing at all, stands between two posts: 县委常委宣传部长."""
        return item_follows(one, other) or CHAIN.fullmatch(text, one.title.end, other.start) is not None

    # ------------------------------------------------------------ posts, then names
    def _after(self, text: str, chain: list[Item], people: Sequence[Mention], near: Holder | None) -> Holder | None:
        end = chain[-1].title.end
        following = [p for p in people if p.start >= end][:40]
        if not following or following[0].start - end > LONGEST_NOTE:
            return None
        gap = text[end : following[0].start]
        if not TO_NAME.match(gap) and not (gap == "，" and text[: chain[0].start].endswith(("作为", "身为"))):
            return None
        named = [following[0]]
        for person in following[1:]:
            if not PEOPLE.fullmatch(text, named[-1].end, person.start):
                break
            named.append(person)
        return self._holder("holder.post-name", text, chain, (named, ""), near)

    # ------------------------------------------------------------ a name, then posts
    def _before(self, text: str, chain: list[Item], people: Sequence[Mention]) -> Holder | None:
        start = chain[0].start
        floor = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
        near = [p for p in people if floor <= p.start and p.end <= start]
        if not near:
            return None
        gap = text[near[-1].end : start]
        if gap in ("", "同志", "的", "同志的"):
            before = text[floor : near[0].start]
            if chain[0].org and self.appointing.search(before[-8:]):
                return self._holder("holder.appointment", text, chain, (self._together(text, near), before))
            return self._courtesy(text, chain, near[-1], near) if gap == "" else None
        if not self._linked(text, chain, gap):
            return None
        return self._holder("holder.name-post", text, chain, (self._together(text, near), gap))

    def _linked(self, text: str, chain: list[Item], gap: str) -> bool:
        """Whether a bracket, a colon or a word of office links a name to the post after `gap`."""
        if len(gap) > MAX_NAME_FIRST or not self.name_first.fullmatch(gap):
            return False
        if gap.endswith("（"):
            return text[chain[-1].title.end : chain[-1].title.end + 1] in ("）", "、", "，")
        return gap.endswith("：") or self._in_office(text, chain, gap)

    def _in_office(self, text: str, chain: list[Item], gap: str) -> bool:
        """Whether a word of office ends the gap; 在 does where 任上 follows the post, 以 where 身份 does."""
        if gap.endswith(("在", "以")):
            return IN_OFFICE.match(text, chain[-1].title.end) is not None
        return self.office.search(gap) is not None

    def _carried(self, text: str, chain: list[Item], people: Sequence[Mention]) -> Holder | None:
        """2013年任县长: a later clause of a life told by clauses, whose subject began the sentence."""
        start = chain[0].start
        if not self.appointed.search(text[max(0, start - 8) : start]):
            return None
        floor = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
        near = [p for p in people if floor <= p.start and p.end <= start]
        if not near or any(text[p.end : p.end + 1] == "、" for p in near[:1]):
            return None
        return self._holder("holder.carried", text, chain, (near[:1], text[max(0, start - 8) : start]))

    @staticmethod
    def _together(text: str, near: Sequence[Mention]) -> list[Mention]:
        """任命张三、李四为委员: the names of one list hold the post together."""
        named = [near[-1]]
        for person in reversed(near[:-1]):
            if not re.compile("、| ?和").fullmatch(text, person.end, named[0].start):
                break
            named.insert(0, person)
        return named

    def _courtesy(self, text: str, chain: list[Item], person: Mention, people: Sequence[Mention]) -> Holder | None:
        """学校党委陈春生书记, 熊生校长: a post where a body stands before the name or the title has a level."""
        assert isinstance(person.value, PersonValue)
        if len(chain) > 1 or chain[0].org or person.value.form != "name":
            return None
        floor = max((p.end for p in people if p.end <= person.start), default=0)
        floor = max([floor, *(m.end() for m in self.heads.finditer(text, floor, person.start))])
        start = self.reader.start(text, floor, person.start)
        org = text[start : person.start]
        if org and not org.endswith(self.reader.closers):
            start, org = person.start, ""
        item = Item(start, org, chain[0].title)
        return self._holder("holder.courtesy", text, [item], ([person], ""))

    # ------------------------------------------------------------ what the chain says
    def _holder(self, rule: str, text: str, chain: list[Item], names: Named, near: Holder | None = None) -> Holder:
        named, gap = names
        posts: list[PostRef] = []
        status: list[TenureStatus] = []
        before = near.posts[0] if near else None
        for item in chain:
            if item.value.title in self.academic:
                continue
            org = self.posts.complete(item.org, item.value.title, before)
            before = self.posts.whole(org, item.value)
            posts.append(before)
            status.append(self._status(text, item, gap, status[-1] if status else None))
        start = min(chain[0].start, named[0].start)
        end = max(chain[-1].title.end, named[-1].end)
        return Holder(start, end, tuple(named), tuple(posts), tuple(status), rule)

    def _status(self, text: str, item: Item, gap: str, previous: TenureStatus | None) -> TenureStatus:
        window = text[max(0, item.start - 6) : item.start]
        if item.value.status != "current":
            return item.value.status
        if self.leaving.search(window) or self.leaving.search(gap):
            return "former"
        if self.coming.search(window) or self.candidate.match(text, item.title.end):
            return "elect"
        if previous and previous != "current" and not item.org:
            return previous
        return "former" if item.org.startswith(("原", "前")) and len(item.org) > 3 else "current"



@cache
def holder_grammar(lex: Lexicon) -> HolderGrammar:
    """The grammar of a lexicon, compiled once a process."""
    return HolderGrammar(lex, post_grammar(lex), body_reader(lex))


def find_holders(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[Holder, ...]:
    """Noun phrases and clauses of an article that give people posts, in order of text."""
    return holder_grammar(lex).find(article.text, mentions)


def spans_of(holders: Sequence[Holder]) -> list[Span]:
    return [(h.start, h.end) for h in holders]
