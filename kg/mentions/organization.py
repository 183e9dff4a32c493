"""Bodies: the one before each title, and those that stand on their own and end like a body."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon.automaton import automaton
from kg.mentions.body import BRACKET, ENTERPRISES, BodyReader, body_reader
from kg.mentions.body_items import item_start
from kg.mentions.body_words import HAN, HARD, JOINERS
from kg.mentions.spans import begins
from kg.mentions.words import NO_OFFICE, either
from kg.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon


class OrganizationFinder:
    """The grammar of bodies over one lexicon."""

    def __init__(self, lex: Lexicon, reader: BodyReader) -> None:
        self.reader = reader
        ends = sorted(lex.words("bodies", "closers"), key=len, reverse=True)
        self.long = tuple(e for e in ends if len(e) > 1)
        self.short = frozenset(lex.words("bodies", "alone"))
        self.alone = reader.ministries | frozenset(lex.words("bodies", "whole"))
        self.signs = frozenset(lex.words("bodies", "signs"))
        self.closing = automaton(sorted({*self.long, *self.short, *self.signs}))
        self.last = frozenset(word[-1] for word in (*self.long, *self.short, *self.signs))
        self.common = frozenset(lex.words("bodies", "not_bodies"))
        self.abroad = re.compile(f"(?:{either(c for c in lex.words('bodies', 'abroad') if len(c) > 1)})[\u4e00-\u9fff]{{1,6}}[市州省县]\\Z")  # 日本大分市
        weak = frozenset(lex.words("offices", "weak"))
        offices = either(w for w in lex.words("offices", "verbs") if len(w) > 1 and w not in weak)
        self.office, self.taken = re.compile(offices), re.compile(f"(?:{offices}|(?<![{NO_OFFICE}])任|同志)\\Z")
        deeds = {w for table in ("acts", "events", "roles") for w in lex.map("activities", table)}
        deeds.update(w for table in ("holding", "weak_holding", "appointing", "investigating", "representing") for w in lex.words("activities", table))
        self.headless = re.compile(either(lex.words("posts", "headless")))
        self._ends_names = reader.stops | reader.verbs
        self.driving = frozenset(lex.words("bodies", "driving"))
        self.acted_on = lex.words("bodies", "acted_on")
        self.deeds = automaton(sorted(deeds))
        self.verbal = lex.words("divisions", "verbal")
        self.places = frozenset((*lex.divisions.forms(), *lex.divisions.names()))

    def before_titles(self, text: str, titles: Sequence[Mention], people: Sequence[Mention]) -> list[Mention]:
        """The body that ends where a title begins."""
        found = []
        stops = sorted({t.end for t in titles} | {p.end for p in people})
        starts = [p.start for p in people]
        ends = {p.end for p in people}
        for title in titles:
            floor = stops[at - 1] if (at := bisect_right(stops, title.start)) else 0
            floor = max(_past_leads(text, floor, title.start), text.rfind("】", floor, title.start) + 1)  # 【青禾林场】局长: a label
            end = title.start
            term = TERM.search(text, max(floor, end - LONGEST_TERM), end)
            end = term.start() if term else end
            if text[end - 1 : end] == "的":
                doing = DOING.search(text, max(floor, end - LONGEST_DOING), end)
                end = doing.start() if doing else end - 1
            start = self._start(text, floor, end)
            behind_name = start in ends and text[start] == OFFICE and start + 1 < end
            if behind_name or (title.end not in starts and self._verbal(text, start)):
                start += 1  # 石某任|县教育局局长; 任县住建局局长石某 is of the county
            if floor < start < end and not BOUNDARY.match(text, start - 1) and self._held(starts, title.end):
                start = self._from_place(text, floor, start)
            if start < end and not COUNTED.match(text, start, end) and (end == title.start or text[end] == NEW or self._owns(BRACKET.sub("", text[start:end]))):
                found.append(Mention("organization", start, title.start, text[start:end], "organization.before-title"))
        return found

    def _verbal(self, text: str, start: int) -> bool:
        """2003年任|县文化馆馆长: whether the name of a county is the word of office and the sign of a level here."""
        return start > 0 and text.startswith(self.verbal, start) and text[start - 1] not in SENTENCE_ENDS

    @staticmethod
    def _held(starts: Sequence[int], end: int) -> bool:
        """Whether somebody is named soon behind a title."""
        at = bisect_left(starts, end)
        return at < len(starts) and starts[at] < end + HOLDER

    def _start(self, text: str, floor: int, end: int) -> int:
        """Where the body that ends before a title begins; `end` where none stands there."""
        start = self.reader.start(text, floor, end)
        if office := self.office.match(text, start, end):
            start = office.end()  # 曾任|青禾镇
        if start == end:
            return end
        if (mark := FORMERLY.search(text, max(floor, start - 3), start)) and (text[start] in LEVELS or self.headless.match(text, start)):
            start = self._placed(text, floor, mark.start(), start)
        elif text[start] in LEVELS and start == end - 1 and (abroad := self.abroad.search(text, max(floor, start - FAR), end)):
            start = abroad.start()
        return self._clipped(text, floor, start, end)

    def _from_place(self, text: str, floor: int, start: int) -> int:
        """泉州芯谷南安分|园区, 南国能源和|自然资源部长: where a clause begins with a place, names follow it up to the body, and somebody holds the post."""
        begin = max([floor, *(m.end() for m in BOUNDARY.finditer(text, max(floor, start - FAR_PLACE), start))])
        words = self.reader.words
        if not begin + 1 < start <= begin + FAR_PLACE or words.tag(words.first(text[start : start + REST])) == "ns" or text[start] in LEVELS:
            return start
        first, *gap = words.cut(text[begin:start])
        if not words.tag(first).startswith(PLACE_TAGS) or self.reader.absolute.intersection(words.cut(text[start : start + REST])[:1]):
            return start
        whole = len(gap) > 0 and all(self.reader.names(word) for word in gap[:-1])
        return begin if whole and (gap[-1] == BRANCH or self.reader.names(gap[-1]) or self._halved(gap)) else start

    def _halved(self, gap: Sequence[str]) -> bool:
        """外交与|安全政策高级代表: whether what stands before a body is the first half of its name."""
        return len(gap) > 1 and gap[-1] in JOINERS and not gap[-2].endswith(self.reader.closers)

    def _placed(self, text: str, floor: int, mark: int, start: int) -> int:
        """云川前|市委, 青禾镇时任|纪委 begin with their place, printed before the mark of a former post."""
        place = self.reader.start(text, floor, mark)
        return place if mark - place > 1 else start

    def _clipped(self, text: str, floor: int, start: int, end: int) -> int:
        """Where a body begins of whose name the first characters are in no dictionary: 硕|多岗河, 中交|华南公司."""
        longest = CLIPPED if any(word in text[start:end] for word in OF_COMPANIES) or text[start:end] == SCHOOL else 1
        for at in range(start - 1, max(floor, start - longest) - 1, -1):
            word = text[at:start]
            opens = at == floor or text[at - 1] in "、，；：。！？\n"
            if HAN.match(text[at]) is None or (text[at] in NO_NAME and (opens or text[at] not in LAST_OF_CLIPPED)):
                break
            plain = word == "中" or not any(w in self._ends_names for w in self.reader.words.cut(word) if len(w) > 1 or w == word)
            office = self.taken.search(text, max(floor, at - 4), at)  # 任|知行学院: whatever its first character means elsewhere
            if (office and word[0] not in OFFICE_WORDS) or (plain and (at == floor or opens)):
                known = len(word) > 1 and self.reader.words.frequency.get(word, 0) > 0
                return start if known and not self.reader.words.tag(word).startswith(("n", "j")) else at
        return start

    def _owns(self, name: str) -> bool:
        """Whether 的 may join this body to its title: 嵊县的县长."""
        return self._closes(name) or name.endswith(self.reader.closers) or name in self.reader.countries or (len(name) > 1 and name[-1] in PLACES)

    def standing(self, text: str, sentences: Sequence[Span], blocked: Sequence[Span]) -> Iterator[Mention]:
        """The bodies, not `blocked` already, of sentences in which something is done: the others are not segmented."""
        spots = [start for _, start, _ in self.deeds.find_matches_as_indexes(text)]
        taken = bytearray(len(text) + 1)  # places where something ends that is told already
        for start, end in blocked:
            taken[start + 1 : end + 1] = b"\1" * (end - start)
        ends = [(start, end) for _, start, end in self.closing.find_matches_as_indexes(text) if not taken[end]]
        starts = [start for start, _ in ends]
        for sentence in sentences:
            if begins(spots, sentence) and begins(starts, sentence):
                before = blocked[bisect_left(blocked, (sentence[0], 0)) : bisect_left(blocked, (sentence[1], 0))]
                yield from self._of_sentence(text, sentence, before, ends)

    def _of_sentence(self, text: str, sentence: Span, blocked: Sequence[Span], ends: Sequence[Span]) -> Iterator[Mention]:
        for start, end in _clauses(text, *sentence):
            first, last = bisect_left(ends, (start, 0)), bisect_left(ends, (end, 0))
            if first < last:  # what follows the last ending is not looked at
                yield from self._of_clause(text, start, min(end, ends[last - 1][1] + BEYOND), blocked)

    def _of_clause(self, text: str, start: int, end: int, blocked: Sequence[Span]) -> list[Mention]:
        found: list[Mention] = []
        tokens = self.reader.words.cut(text[start:end])
        position = end
        limit = end
        for token in reversed(tokens):
            token_end, position = position, position - len(token)
            if token_end > limit or not self._closes(token) or text[token_end : token_end + 1] in WORDLIKE:
                continue
            if any(a < token_end <= b for a, b in blocked):
                continue
            floor = max([start, *(b for a, b in blocked if b <= token_end)])
            floor = _past_leads(text, floor, token_end)
            own = self._headed(text, floor, self.reader.start(text, floor, token_end), token_end)
            pair = PAIR.search(text, own, token_end) or self._joined(text, own, token_end)
            begin = pair.end() if pair else item_start(self.reader, text, floor, (own, token_end))
            name = text[begin:token_end]
            if not self._proper(name) or self._deed(text[own:token_end]) or (begin == position and not self._whole(token)):
                continue
            found.append(Mention("organization", begin, token_end, name, "organization.suffix"))
            limit = begin
        return found[::-1]

    def _joined(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """中电云谷与|安徽省政府: a firm and a body that begins with its place; not 中国与|欧洲联合会."""
        tag, cut = self.reader.words.tag, self.reader.words.cut
        joint = JOINT.search(text, start + 1, end)
        if joint is None or cut(text[joint.end() : end])[0] not in self.places or tag(cut(text[start : joint.start()])[0]) in PLACE_TAGS:
            return None
        return joint

    def _proper(self, name: str) -> bool:
        """Whether characters may be the name of one body: no common word, no count of bodies, both of its brackets."""
        return len(name) > 1 and name not in self.common and not COUNTED.match(name) and name.count("（") == name.count("）")

    def _headed(self, text: str, floor: int, start: int, end: int) -> int:
        """Where a body begins whose name a clause begins with: 硕|林局召开; not 我|市财政局, 进|敬老院."""
        if text[start - 1 : start] in OURS and text[start] in LEVELS and text.endswith(FIRMS, start, end):
            return start + 1  # 我区|青湖实业有限公司
        if start == end or not floor < start <= floor + CLIPPED or text[start] in LEVELS:
            return start
        words = self.reader.words
        at = start if words.tag(words.first(text[start:end])) in PLACE_TAGS else self._clipped(text, floor, start, end)
        return start if words.tag(text[at]).startswith("v") else at

    def _deed(self, name: str) -> bool:
        """建设一流科技园区, 推进学院…: what begins with a verb and runs on, or has a place to act on, is something done, no body."""
        words = self.reader.words
        first = words.first(name)
        alone = words.tag(first) == "v" and name[len(first) :] in self.acted_on and name not in words.frequency  # 明确学校
        if alone or (first in self.driving and name.endswith(self.acted_on)):
            return True
        return len(name) > LONGEST_DEED and words.tag(first).startswith("v")

    def _closes(self, token: str) -> bool:
        if token[-1:] not in self.last:
            return False
        if token in self.signs or token in self.short:
            return True
        if (token in self.common and token not in self.long) or HARD.fullmatch(token):
            return False
        return token.endswith(self.long) or (len(token) > 2 and token[-1] in self.short)

    def _whole(self, token: str) -> bool:
        """Whether one word alone is a body: 市委, 财政局, 教育部; not 学校, 公司."""
        return (token not in self.long and len(token) > 1) or token in self.alone


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for match in CLAUSE_END.finditer(text, start, end):
        if match.group() == "、" and _quoted(text, position, match.start()):
            continue
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def _quoted(text: str, start: int, at: int) -> bool:
    """Whether a 、 stands inside quotes or brackets opened since `start`."""
    part = text[start:at]
    return any(part.count(a) > part.count(b) for a, b in ("“”", "《》", "（）"))


def _past_leads(text: str, floor: int, end: int) -> int:
    """Where a body's name may begin behind the days, datelines and dashes of text[floor:end]."""
    return max([floor, *(m.end() for m in LEAD.finditer(text, floor, end))])


OFFICE = "任"
JOINT = re.compile("[与同](?=[\u4e00-\u9fff]{2,3}[省市县区州旗])")
PAIR = re.compile("[省市县区州盟旗镇乡]委(?=[省市县区州盟旗镇乡](?:人民)?政府\\Z)")  # 县委|县政府
OURS = frozenset("我本该")
OFFICE_WORDS = frozenset("的命职上内期")  # 任命, 任职, 任上: what makes a word with the 任 before it
FIRMS = ("公司", "集团", "合作社", "厂")
FORMERLY = re.compile("(?:时任|[原前])\\Z")
TERM = re.compile("(?:(?:前后|先后)?[两三]任|现任|新一?任|新当选|首任|历任|第[一二三四五六七八九十]{1,3}任)[的党]?\\Z|(?<![创革更清全重翻刷最])新\\Z")  # 国民党|前后两任|党主席
LONGEST_TERM = 6
NEW = "新"  # 云川足协|新|主席
DOING = re.compile("(?:分管|主管|主持|负责|协管)[^，。；、的]{1,10}的\\Z")  # 市财政局|主持工作的|副局长
COUNTED = re.compile("[^第]{0,4}?(?<!第)(?:[0-9]+|[一二两三四五六七八九十百数几多]{1,3})(?:余|多|万多)?(?:家|个(?!代表)|支|所)")  # 七个督查组, 阿联酋两家航空公司
SENTENCE_ENDS = frozenset("。！？；\n")
WORDLIKE = frozenset("性化")  # 政府|性投资
LONGEST_DOING = 16
CLAUSE_END = re.compile("[，。；：！？\\n…|、]")
BEYOND = 4  # characters behind an ending that tell whether a word ends there: 学院|路
LONGEST_DEED = 7  # 发展和改革委员会 begins with a verb too
BOUNDARY = re.compile("[，。；：！？、\\s“”（）《》]")
BRANCH = "分"  # of 分园区, 分公司: elsewhere a verb
FAR_PLACE = 16  # characters from a place to the part of a body's name that reads as one
REST = 6  # characters that tell what a body's name begins with
HOLDER = 14  # characters from a title to who holds it
LEAD = re.compile("[今昨前明]天(?:上午|下午|中午|晚上)?|[0-9]{1,4}[年月日号](?:[初底末](?![中级])|[上中下]旬|电(?=[中全国]))?|—(?:[追再]?记(?!者)|专?访(?!问))")  # 今天上午|市政府, 2日|市财政局, 5月18日电|中央军委, ——记|青禾县某村书记
FAR = 10  # characters back to the country of a city abroad
CLIPPED = 3  # characters of a clipped name before a company
OF_COMPANIES = (*ENTERPRISES, "总部", "股份")  # no companies, but they begin with the name of one
SCHOOL = "学院"  # 环测|学院: a school's name clipped to two signs
LAST_OF_CLIPPED = frozenset("能达同通对")  # 汉能, 华能: what may end a clipped name though it begins none
NO_NAME = frozenset("两二三多全校了过着在由与和及同向对为任兼经据就到赴从把被请让给该各本原前现又也并或且是等即如令含有以称说当见望愿因每此其这那他她我你它才再更最很仅只曾已将会能")
LEVELS = frozenset("省市区县州旗镇乡")
PLACE_TAGS = ("ns", "nt")
PLACES = frozenset("省市区县州旗镇乡村")


@cache
def organization_finder(lex: Lexicon) -> OrganizationFinder:
    """The finder of a lexicon, built once a process."""
    return OrganizationFinder(lex, body_reader(lex))
