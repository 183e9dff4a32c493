"""Chains of posts and the people they belong to.

A chain (区委副书记、区长) belongs to the names right after it, to the subject of a word of office
beside it (`careers`), or to a name right before it that a bracket or a colon links to it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.facts.holders.careers import Careers, people_from, sentence_start, together, within
from kg.facts.holders.chains import Chains
from kg.facts.holders.items import Item, ItemReader
from kg.facts.holders.links import LONGEST_CALLING, Links, chief
from kg.facts.posts import PostGrammar, post_grammar
from kg.mentions.body import BodyReader, body_reader
from kg.mentions.place import TOWNS
from kg.mentions.words import either
from kg.model import Holder, Mention, PersonValue, PostRef, TenureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon

PEOPLE = re.compile(r"(?:同志|等同志)?(?:（[^（）]{1,16}）)?(?:[、]| ?和| ?及|以及| ) ?")
NO_MORE = re.compile("不再")
AND_SO = re.compile("职务?[、，；]|、")  # between two appointments of one sentence
AWARDED = re.compile("(?:同志)?(?:授牌|授旗|颁|发放|佩戴|送|献|点赞|鼓掌|赠)")  # 为会长授牌: who does it is no 会长
BEFORE = frozenset({"原", "前"})
RESPECTIVELY = re.compile("等?(?:[0-9一二两三四五六七八九十]+人)?(?:同志)?(?:[将已曾]|先后)?分别")
NOW = "现"  # 甲国前防长、现|安全会议秘书
SHORTEST_FORMER = 2  # characters of a body with 原 before it, from which 原 is no part of its name: 原|县委
WANTED = re.compile("的[^，。；的]{0,6}(?:人选|候选|热门)")  # 成为会长的最佳人选: he is none yet
LONGEST_LIST = 40  # names that follow one chain of posts
SENTENCE = re.compile("[。！？\n]")
LEAVING = 4  # characters before a word of office that may tell that it is given up: 不再|担任
CANDIDATE = "候选人"
LEFT = "曾任"  # what 从…升任 says of the first post


Named = tuple[list[Mention], str]  # people, and what stands between or before them that tells of the office


class HolderGrammar:
    """Joins titles, bodies and people of an article."""

    def __init__(self, lex: Lexicon, posts: PostGrammar, reader: BodyReader) -> None:
        self.posts = posts
        self.reader = reader
        self.items = ItemReader(lex, posts, reader)
        self.careers = Careers(lex)
        self.links = Links(lex)
        self.chains = Chains(lex, self.careers)
        self.leaving = re.compile(f"(?!(?<=[目此之日以])前)(?:{either(lex.words('offices', 'leaving'))})\\Z")
        self.coming = re.compile(f"(?:{either(lex.words('offices', 'coming'))})\\Z")
        self.appointing = re.compile(f"(?:{either(lex.words('offices', 'appointing'))})(?:：|同志)?\\Z")
        ranks = either(lex.words("titles", "academic"))
        self.next = re.compile(rf"(?:同志|{ranks})?[、，和] ?|等?同志[、，] ?")  # 司令员某某上将、副参谋长某某
        self.members = lex.words("offices", "members")
        self.academic = frozenset(lex.words("titles", "academic"))
        self.candidate = re.compile(f"(?:{either(lex.words('offices', 'candidates'))})")

    def find(self, text: str, mentions: Sequence[Mention]) -> tuple[Holder, ...]:
        """The holders of a text, in order."""
        titles = [m for m in mentions if m.kind == "title"]
        everyone = [m for m in mentions if m.kind == "person" and isinstance(m.value, PersonValue)]
        people = [m for m in everyone if isinstance(m.value, PersonValue) and m.value.form != "pronoun"]
        before = {m.end: m for m in mentions if m.kind == "organization" and m.rule == "organization.before-title"}
        items = [self.items.read(text, before.get(t.start), t) for t in titles]
        bodies = [m for m in mentions if m.kind == "organization" or (m.kind == "place" and m.text.endswith(TOWNS))]
        found: list[Holder] = []
        chains = list(self.chains.find(text, items, people))
        for number, told in enumerate(chains):
            chain = self.items.of_led(text, told, bodies, people)
            near = self._near(text, chain[0], found)
            holder = self._after(text, chain if near else self.items.of_unit(text, chain, bodies), people, near) or self._before(text, chain, everyone, found) or self._office(text, chain, everyone, found)
            if holder and holder.rule == "holder.post-name" and number:
                found.extend(self._relative(text, chains[number - 1], chain, holder))
            if holder and holder.rule == "holder.by" and (former := self._gave_up(text, chain, holder, people)):
                found.append(former)
                holder = replace(holder, status=_all("current", holder))
            if holder and holder.posts:
                found.extend(self._each(text, chain, holder, people))
        return tuple(found)

    def _each(self, text: str, chain: list[Item], holder: Holder, people: Sequence[Mention]) -> Iterator[Holder]:
        """甲某、乙某分别任县长、书记: one post each, where as many are named as there are posts."""
        posts, last = holder.posts, holder.people[-1]
        named = within(people, sentence_start(text, last.end), last.end)[-len(posts) :]
        if len(posts) == 1 or len(named) != len(posts) or not RESPECTIVELY.match(text, last.end) or last.end > chain[0].start:
            yield holder
            return
        for n, person in enumerate(named):
            yield replace(holder, people=(person,), posts=posts[n : n + 1], status=holder.status[n : n + 1])

    def _gave_up(self, text: str, chain: list[Item], holder: Holder, people: Sequence[Mention]) -> Holder | None:
        """甲某辞去总裁职务，由乙某接任: who held the post before."""
        verb = self.careers.verb_before(text, chain[0].start, people)
        if verb is None or not self.leaving.search(text, max(0, verb.start() - LEAVING), verb.end()):
            return None
        named = self.careers.subject(text, verb, chain[-1].title.end, people)
        return replace(holder, people=tuple(named), status=_all("former", holder), rule="holder.office") if named else None

    def _relative(self, text: str, chain: list[Item], main: list[Item], holder: Holder) -> Iterator[Holder]:
        """新任南湾村第一书记的县工商联秘书长某某: the post of a relative clause is held by whom the main post names."""
        verb = self.careers.verb_before(text, chain[0].start)
        if verb and text[chain[-1].title.end : main[0].start] == "的" and not self.careers.begun(text, verb):
            yield self._holder("holder.relative", text, chain, (list(holder.people), verb.group()))

    def _near(self, text: str, item: Item, found: Sequence[Holder]) -> Holder | None:
        """The holder whose head the post may inherit: the one right before, or for 委员, 副… the last of the sentence."""
        if not found:
            return None
        if SENTENCE.search(text, found[-1].end, item.start):
            return chief(text, item, found)
        if self.next.fullmatch(text, found[-1].end, item.start):
            return found[-1]
        return found[-1] if not item.org and item.value.title.startswith(self.members) else chief(text, item, found)

    # ------------------------------------------------------------ posts, then names
    def _after(self, text: str, chain: list[Item], people: Sequence[Mention], near: Holder | None) -> Holder | None:
        end = chain[-1].title.end
        following = people_from(people, end, LONGEST_LIST)
        if not following or following[0].start - end > LONGEST_CALLING:
            return None
        gap = text[end : following[0].start]
        if not self.links.to_name(text, chain, gap):
            return None
        named = [following[0]]
        for person in following[1:]:
            if not PEOPLE.fullmatch(text, named[-1].end, person.start):
                break
            named.append(person)
        return self._holder("holder.post-name", text, chain, (named, ""), near)

    # ------------------------------------------------------------ a name, then posts
    def _before(self, text: str, chain: list[Item], people: Sequence[Mention], found: Sequence[Holder]) -> Holder | None:
        start = chain[0].start
        floor = sentence_start(text, start)
        near = within(people, floor, start)
        if not near:
            return None
        gap = text[near[-1].end : start]
        if gap in ("", "同志", "的", "同志的"):
            return self._appointed(text, chain, near, found) or (self._courtesy(text, chain, near[-1], near) if gap == "" else None)
        if self.links.heads(text, chain, near, floor) or self.links.linked(text, chain, gap, alone=len({p.text for p in near}) == 1):
            return self._holder("holder.name-post", text, chain, (together(text, near), gap))
        return None

    def _appointed(self, text: str, chain: list[Item], near: Sequence[Mention], found: Sequence[Holder]) -> Holder | None:
        """任命石某为…, and the next of the same appointment: whom a post stands right behind."""
        named = together(text, near)
        before = text[sentence_start(text, chain[0].start) : named[0].start]
        if not chain[0].org:
            return None
        if self.appointing.search(before[-8:]):
            return self._holder("holder.appointment", text, chain, (named, before))
        if found and self._and_so(text, found[-1], named[0].start):
            holder = self._holder("holder.appointment", text, chain, (named, before))
            return replace(holder, status=found[-1].status[:1] * len(holder.posts))
        return None

    def _and_so(self, text: str, last: Holder, start: int) -> bool:
        """免去甲某（兼任的）县长职务、乙某副县长职务: whether an appointment told right before goes on here."""
        told = last.rule == "holder.appointment" or self.appointing.search(text, max(0, last.start - 8), last.start) is not None
        return told and AND_SO.fullmatch(text, last.end, start) is not None

    # ------------------------------------------------------------ a word of office
    def _office(self, text: str, chain: list[Item], people: Sequence[Mention], found: Sequence[Holder]) -> Holder | None:
        """The subject of a word of office before the chain (任), or of one after it (由…担任)."""
        if named := self.careers.by(text, chain[-1].title.end, people):
            return self._holder("holder.by", text, chain, (named, ""))
        first = next((n for n, item in enumerate(chain) if self.careers.verb_before(text, item.start)), 0)
        chain = chain[first:]  # 现任某公司首席顾问董事、某大学主任: what the lexicon cannot read is left out
        verb = self.careers.verb_before(text, chain[0].start, people)
        if AWARDED.match(text, chain[-1].title.end) or WANTED.match(text, chain[-1].title.end):
            return None
        if verb is None and (named := self.careers.left(text, chain[0].start, chain[-1].title.end, people)):
            return self._holder("holder.from-post", text, chain, (named, LEFT))
        if verb is None:
            named = self.careers.life(text, chain[0].start, chain[-1].title.end, people)
            return self._holder("holder.life", text, chain, (named, "")) if named else None
        verb = self.careers.beside(text, verb, chain[0].start, people)
        chain = [self.items.where(text, verb.start(), chain[0]), *chain[1:]]
        last = found[-1] if found and found[-1].rule == "holder.office" and not SENTENCE.search(text, found[-1].end, verb.start()) else None
        removed = self._removed(text, verb, found)
        named = removed or self.careers.subject(text, verb, chain[-1].title.end, people)
        if not named and last and self.careers.runs_on(text, last.end, verb):
            named = list(last.people)  # 曾任镇长，2003年起任县长
        gap = text[max([verb.start() - 8, *(p.end for p in named if p.end <= verb.start())]) : verb.end()]
        if named and (not removed or NO_MORE.match(verb.group("verb"))) and self.appointing.search(text, max(0, named[0].start - 4), named[0].start):
            gap = text[max(0, named[0].start - 4) : named[0].start]  # 免去某某兼任的
        return self._holder("holder.office", text, chain, (named, gap), None if chain[0].org else last) if named else None

    def _removed(self, text: str, verb: re.Match[str], found: Sequence[Holder]) -> list[Mention]:
        """免去甲某书记职务，不再担任主任, 任调研员: who lost the post told right before loses or gets this one."""
        going_on = found and found[-1].rule == "holder.appointment"
        return list(found[-1].people) if going_on and self.careers.runs_on(text, found[-1].end, verb) else []

    def _courtesy(self, text: str, chain: list[Item], person: Mention, people: Sequence[Mention]) -> Holder | None:
        """学校党委陈春生书记, 熊生校长: a post where a body stands before the name or the title has a level."""
        assert isinstance(person.value, PersonValue)
        if len(chain) > 1 or chain[0].org or person.value.form != "name":
            return None
        floor = max((p.end for p in people if p.end <= person.start), default=0)
        return self._holder("holder.courtesy", text, [self.items.address(text, floor, person.start, chain[0].title)], ([person], ""))

    # ------------------------------------------------------------ what the chain says
    def _holder(self, rule: str, text: str, chain: list[Item], names: Named, near: Holder | None = None) -> Holder:
        named, gap = names
        posts: list[PostRef] = []
        status: list[TenureStatus] = []
        before = _beside(near, chain[0]) if near else None
        for item in chain:
            if item.value.title in self.academic:
                continue
            if item.also and len(named) == 1:
                posts.append(self.posts.whole(self.posts.complete(item.also, item.value.title, before), item.value))
                status.append(self._status(text, item, gap, status[-1] if status else None))
            printed = self._unmarked(self.items.body(text, chain, item, near))
            org = self.posts.complete(printed, item.value.title, before)
            before = self.posts.whole(org, item.value)
            posts.append(self._wanted(text, item, self.posts.cell(before)))
            status.append(self._status(text, item, gap, status[-1] if status else None))
        start = min(chain[0].start, named[0].start)
        end = max(chain[-1].title.end, named[-1].end)
        return Holder(start, end, tuple(named), tuple(posts), tuple(status), rule)

    @staticmethod
    def _wanted(text: str, item: Item, post: PostRef) -> PostRef:
        """县政协主席|候选人: who stands for a post is its candidate, not its holder."""
        return replace(post, title=post.title + CANDIDATE) if text.startswith(CANDIDATE, item.title.end) else post

    def _unmarked(self, printed: str) -> str:
        """青湖县委 of 原青湖县委 + 书记: 原 is said of the post, and is no part of the name as in 原平市委."""
        marked = self._formerly(printed) or (printed.startswith(NOW) and self.reader.words.first(printed) == NOW)
        return printed[1:] if marked else printed

    def _formerly(self, printed: str) -> bool:
        return printed[:1] in BEFORE and len(printed) > SHORTEST_FORMER and self.reader.words.first(printed) in BEFORE

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
        return "former" if self.posts.former(item.org) or self._formerly(item.org) else "current"


def _all(status: TenureStatus, holder: Holder) -> tuple[TenureStatus, ...]:
    return (status,) * len(holder.posts)


def _beside(near: Holder, item: Item) -> PostRef:
    """The post that one printed behind it without a body is beside: 总工会主席甲某，副主席乙某; else the first of the list."""
    bare = item.value.title.removeprefix("常务").removeprefix("副")
    same = (p for p in reversed(near.posts) if not item.org and bare != item.value.title and p.title == bare)
    return next(same, near.posts[0])


@cache
def holder_grammar(lex: Lexicon) -> HolderGrammar:
    """The grammar of a lexicon, compiled once a process."""
    return HolderGrammar(lex, post_grammar(lex), body_reader(lex))

