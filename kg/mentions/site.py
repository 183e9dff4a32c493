"""Sites: the places that people go to, look at, or hold an event in.

Grammar over verbs of going: after 先后来到 a list of names, after 察看 only what ends like a place,
在X， before a person, 在X举行, 到X调研. Source of words: kg/lexicon/sites.toml.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.mentions.clauses import clause_end, split_outside
from kg.mentions.site_words import IN, words_of
from kg.mentions.spans import begins
from kg.mentions.words import words_of as vocabulary
from kg.model import Article, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

JOINT = re.compile(r"以及|[和与及或等同向对为给就并后时的]")
AND = frozenset({"和", "与", "及", "以及"})
KINDS = re.compile(r"等(?:[0-9一二三四五六七八九十多]+个)?(?:[乡镇村县市区州地处园厂站校院所路街]|街道|社区|企业|单位|公司|集团|成员|下属|所属|重点|龙头|骨干|村委会|[（）()、/])+(?:的.*)?$|等[0-9一二三四五六七八九十两几多]+(?:余|多)?个[^，。；、的]{1,8}$|(?<![高平中初])等[^，。；、的]{0,6}(?:场所|部位|点位|区域|地点|渔?港|港口|码头|景区|景点|小区|考点|路段|水库|河道|市场)$")
COUNTED = re.compile(r"等?[0-9一二三四五六七八九十两几多余]+(?:余|多)?(?:个|家|处|户).*$|等[0-9一二三四五六七八九十]+.*$")
SHORT_FORM = re.compile(r"（(?:以下|下)?简称.*$")
PART = re.compile(r"[了着是把被将很]|[中上里](?:[向对就]|代表)|\d{4}年|结束后|后于|能够|可以|使得|企业\Z")
SCENE = re.compile(r"在(?:(?<![^\s”。！？；，]在)|(?<=一行在))(?!.{0,3}(?:会|途)上)([^，。；！？：]{2,40})，")
THEN = re.compile("(?:之后|以后|完后|束后)(?:又|还|随即|继续|接着)?(?:前往|来到|赶到|到|赴|走进)")  # 在检查完水库之后前往|县气象局，
MORE = re.compile("[，；](?P<and>以及|及|还有)?")
NOTE = re.compile("（[^（）]{1,6}）$")  # 南塘镇（南片）
ENTERPRISE = re.compile("(?:公司|集团|合作社|企业|厂)$")
NAME = re.compile("[\u4e00-\u9fff]{2,3}")
OBJECT = 5  # characters of the name of one place alone that is looked at
ENTITY = re.compile("(?:法庭|医院|学校|小学|中学|公司|集团|村|社区|镇|水库)\\Z")
MEMORIAL = re.compile("..(?:馆|故居|旧居|墓|陵|陵园|纪念碑|洞|书院|大院)$")
BEGUN = re.compile("[^，。；]{0,12}?(?:拟建|在建|新建|续建|改建|扩建|建成|建设中)的")  # 云溪区拟建的灌溉试验站
VERBS = frozenset({"v", "vd"})  # jieba's tags
CIRCUMSTANCE = re.compile("[^山桥树脚地村楼城坝塔崖天]下\\Z")  # 在县教育局局长的陪同下; but 在凤鸣山下
INNER = re.compile(IN)
COMMON = frozenset({"n", "vn", "v", "b"})  # and of common words
HOUSES = ("院", "所", "校")  # jieba takes 敬老院 for a name
UNDER = re.compile("(?:陪同|带领|率领)下(?:来到?|前?往|到|赴|在)?")  # 在县长陪同下来|青禾镇考察
HOLDERS = re.compile("等[0-9一二三四五六七八九十多]*(?:个|家)?(?:部委|部门|单位|机构)")  # 在市委宣传部|等三部门举行的报告会上
NEAR = 14  # a person must be named so soon after 在X，


class Finder:
    """Finds the sites of one article."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...], lex: Lexicon) -> None:
        self.text = article.text
        self.w, self.words = words_of(lex), vocabulary(lex)
        self.sentences = article.sentences or ((0, len(article.text)),)
        self.people = sorted({(m.start, m.end) for m in mentions if m.kind == "person"})
        self.bodies = sorted({(m.start, m.end) for m in mentions if m.kind in {"organization", "place"}})
        self.whole = frozenset(self.bodies)
        self.title_ends = frozenset(m.end for m in mentions if m.kind == "title")
        words, none = self.w.words, self.w.no_verbs
        self.verbs = [
            (a, b, words[i]) for i, a, b in self.w.verbs.find_matches_as_indexes(self.text)
            if words[i] not in none and not self.w.visits.match(self.text, b - 1)
        ]
        self.found: dict[Span, Mention] = {}

    def run(self) -> tuple[Mention, ...]:
        framing = [start for _, start, _ in self.w.framing.find_matches_as_indexes(self.text)]
        for start, end in self.sentences:
            self.scenes(start, end)
            self.lists(start, end)
            if begins(framing, (start, end)):
                self.framed(start, end, self.w.venue, "site.venue")
                self.framed(start, end, self.w.destination, "site.destination")
                self.objects(start, end)
        return tuple(without_overlaps(self.found.values()))

    def scenes(self, start: int, end: int) -> None:
        """在国香茶城，虎强仔细询问了…"""
        for m in SCENE.finditer(self.text, start, end):
            a, b = m.span(1)
            a = then.end() if (then := THEN.search(self.text, a, b)) else a
            i = bisect_left(self.people, (m.end(), 0))
            named = i < len(self.people) and self.people[i][0] < m.end() + NEAR
            if not self.w.not_places.search(self.text, a, b) and not self.common_room(self.text[a:b]) and (named or self.placelike(*self.one(a, b))):
                self.add_list(a, b, "site.scene", strict=False)

    def one(self, start: int, end: int) -> Span:
        """A single place without what follows its name (灌溉试验站|现场); a list as it is."""
        return (start, end) if "、" in self.text[start:end] else self.trim(start, end) or (start, end)

    def lists(self, start: int, end: int) -> None:
        """先后来到A、B和C; 察看了A"""
        position = start
        for _, after, verb in self.verbs[bisect_left(self.verbs, (start,)) : bisect_left(self.verbs, (end,))]:
            if after <= position or after > end:
                continue
            stop = self.before_whom(after, self.list_end(after, end))
            going = verb in self.w.going
            self.add_list(after, stop, "site.going" if going else "site.looking", strict=not going)
            while more := self.continued(stop, end, going=going):
                self.add_list(*more, "site.going" if going else "site.looking", strict=True)
                stop = more[1]
            position = max(after, stop)

    def continued(self, stop: int, end: int, *, going: bool) -> Span | None:
        """The next part of a list that goes on after a comma: 参观了A，B，C等地; after 以及 also one of things looked at."""
        more = MORE.match(self.text, stop, end)
        if more is None or not (going or more["and"]):
            return None
        start = more.end()
        after = clause_end(self.text, start, end)
        first, *_, last = [*self.items(start, after)] * 2
        members = [self.trim(*member) for member in ((first, last) if going else (last,))]
        whole = self.list_end(start, end) == after
        return (start, after) if whole and any(member and self.placelike(*member) for member in members) else None

    def framed(self, start: int, end: int, pattern: re.Pattern[str], rule: str) -> None:
        """在市图书馆报告大厅举行; 到高新投控集团调研"""
        for m in pattern.finditer(self.text, start, end):
            a, b = m.span(1)
            if CIRCUMSTANCE.search(self.text, a, b) or self.w.under.match(self.text, m.end(1)):
                continue
            if rule == "site.venue" and HOLDERS.search(self.text, a, b):
                continue
            if self.text[m.start()] == "在" and self.common_room(self.text[a:b]):
                continue
            inner = [m.end() for m in (*INNER.finditer(self.text, a, b), *UNDER.finditer(self.text, a, b))]
            a = max(inner, default=a)
            self.add_list(a, self.list_end(a, b), rule, strict=True)

    def objects(self, start: int, end: int) -> None:
        """对南塘乡、北岭镇等乡镇的春耕情况进行督查: only a list of places, for one alone is mostly a matter."""
        for m in self.w.objects.finditer(self.text, start, end):
            a, b = m.span(1)
            if sum(self.placelike(x, y) for x, y in self.items(a, b)) > 1 or (b - a >= OBJECT and ENTITY.search(self.text, a, b)):
                self.add_list(a, b, "site.object", strict=True)

    def list_end(self, start: int, end: int) -> int:
        """Where a list of places ends: at a comma outside brackets, or before the next verb."""
        stop = clause_end(self.text, start, end)
        for m in self.w.stops.finditer(self.text, start, stop):
            if m.group("stop") and not self.inside_body(m.start(), m.end()):
                return m.start()
        return stop

    def before_whom(self, start: int, end: int) -> int:
        """抵达青湖市|的副省长李某: where the place ends that is said of somebody."""
        of = self.text.find("的", start, end)
        return of if of > 0 and self.named(of, end) else end

    def inside_body(self, start: int, end: int) -> bool:
        """Whether text[start:end] is a part, not the whole, of the name of a body."""
        i = bisect_right(self.bodies, (start, sys.maxsize))
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in self.bodies[max(0, i - 3) : i])

    def named(self, start: int, end: int) -> bool:
        """Whether a person is named in text[start:end]."""
        i = bisect_right(self.people, (start, start))
        return any(a < end and start < b for a, b in self.people[max(0, i - 1) : i + 1])

    def add_list(self, start: int, end: int, rule: str, *, strict: bool) -> None:
        members = list(self.items(start, end))
        if len(members) > 1 and KINDS.search(self.text, members[-1][0], end):
            strict = strict and not any(self.placelike(a, b) for a, b in members)  # 南塘乡、北岭等乡镇
        if members and (kinds := KINDS.search(self.text, members[-1][0], end)) and (last := self.text.rfind("和", members[-1][0], kinds.start())) > 0:
            members[-1:] = [(members[-1][0], last), (last + 1, end)]  # A、B和C等企业
        strict = strict and not self.names_alone(members)
        for a, b in members:
            span = self.noun(self.trim(a, b))
            cut = span is not None and self.w.abstract.search(self.text, a, b) is not None
            if span and self.accept(span, strict=strict or cut):
                self.found.setdefault(span, Mention("site", *span, self.text[slice(*span)], rule, self.text[slice(*span)]))

    def names_alone(self, members: list[Span]) -> bool:
        """云川、北岭、青河|: a list of nothing but short names, one of them a place that is known."""
        return len(members) > 2 and all(NAME.fullmatch(self.text, a, b) for a, b in members) and any(self.placelike(*member) for member in members)

    def items(self, start: int, end: int) -> Iterator[Span]:
        """The members of a list, split at 、 outside brackets and at 和 after a name."""
        parts = list(split_outside(self.text, start, end))
        for a, b in parts:
            position = a
            for m in JOINT.finditer(self.text, a, b):
                owner = m.group() == "的" and ENTERPRISE.search(self.text, position, m.start()) is not None
                if m.group() == "的" and not owner and (self.placelike(position, b) or not self.w.abstract.search(self.text, a, b)):
                    continue
                joins = m.group() in AND and (self.of_matter(position, m.start(), m.end(), b) or (len(parts) > 1 and self.last_two(position, m.span(), b)))
                if (self.placelike(position, m.start()) or joins) and not self.inside_body(m.start(), m.end()):
                    yield position, m.start()
                    position = m.end()
                    if m.group() in self.w.cuts:
                        break
            else:
                yield position, b

    def last_two(self, start: int, joint: Span, end: int) -> bool:
        """云川、青河|和|南塘县: the last of a list, the first of the two a short name that no word of places ends."""
        after = self.trim(joint[1], end)
        return 1 < joint[0] - start <= OBJECT and after is not None and self.placelike(*after)

    def of_matter(self, start: int, joint: int, after: int, end: int) -> bool:
        """生产情况|和|灌溉项目: whether a matter stands before 和 and a place behind it."""
        place = self.trim(after, end) if self.w.abstract.search(self.text, start, joint) else None
        return place is not None and self.placelike(*place)

    def trim(self, start: int, end: int) -> Span | None:
        """Without 位于, 等地, 现场, …情况: the name alone; None if nothing is left or it names no place."""
        text, start = self.text, self.beginning(start, end)
        if (note := NOTE.search(text, start, end)) and self.placelike(start, end):
            end = note.start()
        for pattern in (SHORT_FORM, KINDS, COUNTED):
            if m := pattern.search(text, start, end):
                end = m.start()
        while start < end:
            if text[start:end] in self.w.generic:
                return None
            if not (m := self.w.tails.search(text, start, end) or self.w.abstract.search(text, start, end)):
                break
            end = m.start()
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return (start, end) if end - start > 1 else None

    def noun(self, span: Span | None) -> Span | None:
        """赴宪法法院|表达不满, 抵达金边|时: a name that does not end like a place runs to what is done there, and begins with no verb."""
        if span is None or self.placelike(*span):
            return span
        start, end = span
        for pattern in (self.w.moments, self.w.deeds):
            if (m := pattern.search(self.text, start, end)) and m.start() > start + 1:
                end = m.start()
        first = self.words.first(self.text[start:end])
        return None if len(first) > 1 and self.words.tag(first) in VERBS else (start, end)

    def beginning(self, start: int, end: int) -> int:
        """Where a name begins behind 位于, 援建项目—— and 拟建的."""
        while start < end and (m := self.w.heads.match(self.text[start:end])):
            start += m.end()
        start = self.text.rfind("——", start, end) + 2 if "——" in self.text[start:end] else start
        begun = BEGUN.match(self.text, start, end)
        return begun.end() if begun else start

    def accept(self, span: Span, *, strict: bool) -> bool:
        start, end = span
        name = self.text[start:end]
        memorial = MEMORIAL.search(name) is not None  # 周大山故居
        if name.count("“") != name.count("”"):
            return False  # “安全走进|校园”图片展
        if name in self.w.generic or self.w.vague.match(name) or (self.named(start, end) and not memorial) or PART.search(name):
            return False
        if end in self.title_ends:
            return False  # 县委常委
        if self.placelike(start, end):
            return True
        return not strict and len(name) <= 14 and "的" not in name and "，" not in name

    def common_room(self, name: str) -> bool:
        """敬老院食堂, 老人宿舍: a room of a house that no word of the name tells from others."""
        room = self.w.rooms.match(name)
        house = self.words.cut(room["house"]) if room else []
        return bool(house) and all(self.words.tags.get(word) in COMMON or word.endswith(HOUSES) for word in house)

    def placelike(self, start: int, end: int) -> bool:
        """Whether text[start:end] ends like a place or is a body."""
        if note := NOTE.search(self.text, start, end):
            end = note.start()
        return bool(self.w.suffix.search(self.text, start, end)) or (start, end) in self.whole


def without_overlaps(found: Iterable[Mention]) -> list[Mention]:
    """The longer of two that overlap, in order of text."""
    kept: list[Mention] = []
    for m in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or kept[-1].end <= m.start:
            kept.append(m)
        elif m.end - m.start > kept[-1].end - kept[-1].start:
            kept[-1] = m
    return kept


def find_sites(article: Article, mentions: tuple[Mention, ...], lex: Lexicon) -> tuple[Mention, ...]:
    """Sites of an article, in order of text; `mentions` tell people (no places) and bodies (not split)."""
    return Finder(article, mentions, lex).run()
