"""The posts of a chain as printed: each title with the body that the words around it give."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mentions.guests import is_guest, sign_of
from kg.mentions.title import title_grammar
from kg.mentions.words import either
from kg.model import Holder, Mention, TitleValue
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.facts.posts import PostGrammar
    from kg.lexicon import Lexicon
    from kg.mentions.body import BodyReader

NAMED_BEFORE = frozenset({"社区", "村"})
THAT = re.compile("该(社区|街道|公司|集团|中心|[镇乡村局院校报行所站])")  # 该镇党委书记
MEANT = frozenset({"社区", "街道", "镇", "乡", "村", "局"})  # resolution knows which 镇 a page speaks for
KINDS = {"校": ("大学", "学院", "中学", "小学", "学校"), "院": ("医院", "学院", "研究院", "法院", "检察院"), "报": ("报》",), "公司": ("公司", "集团")}
LONGEST_STEM = 18  # characters before 社区 in the name of a community with its street and district
EVERYDAY = 100  # count in jieba's dictionary of a word that runs on over the end of a name
NAMED_BACK = 300  # characters back to the name of the 社区 that is meant
GONE = re.compile("(?:[在到赴往调]|北上|南下|下派|选派)\\Z")
LEVELS = frozenset("省市区县州旗镇乡村国")
TOWNS = frozenset("镇乡村")
PARTY = ("党", "支部", "第一书记", "驻村")  # what is of a town by its committee
SHORTEST_UNIT = 4  # characters of a body's name that is no mere kind, as 教育局 is
SHORTEST_TOWN = 3
COMMITTEES = ("党委", "党总支")  # a school or hospital has one, and it may have many 党支部
OWN = re.compile("[我本]([校院])|(?<![\u4e00-\u9fff])(学院|学校|医院)")  # what an article without names calls the body it is of
LEADING = re.compile("的(?![，。])")
LED = re.compile("[以由][^，。；以由]{2,24}(?:为|任|担任)\\Z")  # 以石某为|组长|的领导小组
LONGEST_LED = 30
GROUPS = ("组", "团", "队", "委员会", "理事会")  # what is led so
NO_UNIT = re.compile("[我本]|.*[及等]")  # 我院 is what 院长 means anyway


@record
class Item:
    """One post of a chain: its body, if printed, and its title."""

    start: int
    org: str
    title: Mention
    also: str = ""  # the other body of 甲办公室、乙办公室主任

    @property
    def value(self) -> TitleValue:
        assert isinstance(self.title.value, TitleValue)
        return self.title.value


def item_follows(one: Item, other: Item) -> bool:
    """Whether nothing stands between two posts."""
    return one.title.end == other.start


def _endings(text: str, before: int, kinds: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Where words of these kinds end in the text before a place, the last one first."""
    floor = max(0, before - NAMED_BACK)
    found = [(m.end(), m.group()) for m in re.finditer(either(kinds), text[floor:before])]
    return ((kind, floor + end) for end, kind in reversed(found))


class ItemReader:
    """Reads the body of each post of a chain."""

    def __init__(self, lex: Lexicon, posts: PostGrammar, reader: BodyReader) -> None:
        self.posts = posts
        self.reader = reader
        self.heads = re.compile(either(lex.words("titles", "courtesy")))
        self.titles = title_grammar(lex)
        self.twins = lex.words("posts", "twins")

    def read(self, text: str, body: Mention | None, title: Mention) -> Item:
        """A title with the body before it, and the body of the same kind that 、 sets beside that one."""
        if body is None:
            return Item(title.start, "", title)
        twin = self._twin(text, body)
        return Item(body.start - len(twin) - 1 if twin else body.start, body.text, title, twin)

    def _twin(self, text: str, body: Mention) -> str:
        """The body before 、 that ends like this one: 县委台办、县政府台办."""
        end = body.start - 1
        kind = next((kind for kind in self.twins if body.text.endswith(kind)), "")
        if not kind or not text.startswith("、", end) or not text.endswith(kind, 0, end):
            return ""
        other = text[self.reader.start(text, 0, end) : end]
        return other if len(other) > len(kind) + 1 else ""

    def address(self, text: str, floor: int, name: int, title: Mention) -> Item:
        """学校党委陈春生书记: the body before a name that a title follows, not before `floor` nor another title."""
        floor = max([floor, *(m.end() for m in self.heads.finditer(text, floor, name) if not self.titles.crosses(text, m.end()))])
        start = self.reader.start(text, floor, name)
        org = text[start:name]
        return Item(start, org, title) if org.endswith(self.reader.closers) else Item(name, "", title)

    def where(self, text: str, verb: int, item: Item) -> Item:
        """在青湖中学当过团委书记, 到省民政厅任副厅长: the body that stands before the word of office."""
        start = self.reader.start(text, 0, verb)
        org = text[start:verb]
        part = not item.org or self.posts.part.match(item.org)
        if not part or not org or not GONE.search(text, max(0, start - 2), start):
            return item
        place = org[-1] in LEVELS or self.reader.words.tag(org) == "ns"
        fits = (self.posts.level(item.value.title) or (org[-1] in TOWNS and item.value.title.startswith(PARTY))) if place else org.endswith(self.reader.closers)
        return replace(item, org=org + item.org) if fits else item

    def body(self, text: str, chain: Sequence[Item], item: Item, near: Holder | None) -> str:
        """The body of a post of a chain, before what a list leaves out is completed; `near` is the holder before it."""
        seat = self._told(text, item) or self._of_seat(chain, item)
        own = seat in LEVELS  # 校, 局, 院 tell less than the body named before
        known = near is not None and not item.org and near.posts[0].org.name != "" and (not own or near.posts[0].org.name.endswith(f"{seat}党委"))
        return "" if known else seat

    def _told(self, text: str, item: Item) -> str:
        """The body of a post as printed, 该镇 and 社区 as the text named them before."""
        kind = item.org if item.org in NAMED_BEFORE else ""
        if match := THAT.match(item.org):
            kind = match[1]
        if not kind:
            return item.org
        name = self._named_before(text, item.start, kind)
        if match is None:
            return name
        return item.org if name == kind and kind not in MEANT else name + item.org[match.end() :]

    def _named_before(self, text: str, before: int, kind: str) -> str:
        """社区党支部书记 in a sentence or two after 利民社区: the body of that kind named last, else the kind."""
        return next((name for ending, end in _endings(text, before, KINDS.get(kind, (kind,))) if (name := self._proper(text, end, ending))), kind)

    def _proper(self, text: str, end: int, ending: str) -> str:
        """The body that ends here, where its name is more than its kind; empty else."""
        name = text[self.reader.start(text, 0, end) : end]
        words = self.reader.words.frequency.get(text[end - 1 : end + 1], 0) > EVERYDAY  # 数十名村|民
        proper = 1 < len(name) - len(ending) <= LONGEST_STEM and "该" not in name and not words
        return name if proper and not any(verb in name for verb in self.reader.verbs) else ""

    def _of_seat(self, chain: Sequence[Item], item: Item) -> str:
        """党委副书记、镇长, 党组书记、局长 printed without a body: both are of the town or the bureau that the second title names."""
        if item is not chain[0] or item.org or not self.posts.party_body.match(item.value.title):
            return ""
        return next((seat for other in chain[1:] if not other.org and (seat := self.posts.seat(other.value.title))), "")

    @staticmethod
    def of_led(text: str, chain: list[Item], bodies: Sequence[Mention], people: Sequence[Mention]) -> list[Item]:
        """以石某为组长的|青湖县春耕领导小组: the body that follows is the one that the post is in."""
        first, end = chain[0], chain[-1].title.end
        headed = LED.search(text, max(0, first.start - LONGEST_LED), first.start) if LEADING.match(text, end) and not first.org else None
        if headed is None or not any(headed.start() < p.start and p.end < first.start for p in people):
            return chain
        led = next((b.text for b in bodies if b.start == end + 1 and b.text.endswith(GROUPS)), "")
        return [replace(first, org=led), *chain[1:]]

    def of_unit(self, text: str, chain: list[Item], bodies: Sequence[Mention]) -> list[Item]:
        """局长 printed without a body, in an article about 青湖县教育局: of the one body of its kind, or of that named first and again."""
        first = chain[0]
        endings = () if first.org else self.posts.unit(i.value.title for i in chain if not i.org)
        if not endings:
            return chain
        before = (b.text for b in bodies if b.end <= first.start and b.text.endswith(endings))
        named = [name for name in before if _proper_unit(name) and not is_guest(name, text, sign_of(name))]
        if named and (len(set(named)) == 1 or named.count(named[0]) > 1):
            return [replace(first, org=named[0]), *chain[1:]]
        own = OWN.search(text, 0, first.start) if not named and first.value.title.startswith(COMMITTEES) else None
        return [replace(first, org=own[1] or own[2][-1]), *chain[1:]] if own else chain


def _proper_unit(name: str) -> bool:
    """Whether a body's name is more than its kind: 青湖县教育局, 青湖镇."""
    return len(name) >= (SHORTEST_TOWN if name[-1] in TOWNS else SHORTEST_UNIT) and not NO_UNIT.match(name)
