"""Words of office: whom 任, 担任, 当选, 由…担任 give the posts beside them.

The subject stands in the clause of the word, or began the sentence (张某，男，…，现任…), or was the
subject of the sentence before where a life is told sentence by sentence (2003年起任…).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.mentions.words import NO_OFFICE, either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Mention

CLAUSE = re.compile("[，。！？；\n]")
NEAR = 34  # characters between a name and its word of office inside one clause
ADJACENT = frozenset({"时任", "前任", "原任"})  # 某某冲进时任市长的办公室: these are said of one named right before
TIGHT = 14  # the same, for 为, 是 and other words that do more than give posts
NO_WORD = f"(?<![{NO_OFFICE}])(?<!(?<!被)聘)(?<!第[一二三四五六七八九十])(?!(?<=[目此之日以])前任)"  # 任 ends other words too: 主任, 责任; 目前|任
SENTENCE = re.compile("[。！？；\n]")
STOPS = "。！？\n"  # a 。 ends what a subject is carried over, a ； does not
CLAUSE_BACK = 200  # characters back to where a clause begins
LIST_BACK = 160  # characters of a list of posts before the one looked at
LONGEST_NAME = 4
TOLD_BACK = 3  # sentences back to the subject of a life told sentence by sentence
LONGEST_LIFE = 30  # the same, where each sentence between tells a stage of it
BACK = 20  # characters before a post that hold its word of office
SAME_LIST = re.compile("、| ?和")
MORE = re.compile("^等(?:[0-9一二三四五六七八九十]+)?[名位]?(?:人|同志)")  # after a list of names
DURING = re.compile("(?:等职务?|职务)?(?:(?:[0-9一二三四五六七八九十两数半]+(?:余|多)?(?:年|个多?月|天)(?:多|余)?)(?:之?后|以后|来|以来)|的?期间|任上|时|后|之后|以后|之?前|以前|的时候|(?<=[记任长席员])起)，?")
LIFE = re.compile("，(?:男|女)|[0-9]{4}年[^，。]{0,8}(?:出?生|参加工作|入党)|参加工作|简历|毕业|[历曾现]任|任职|调任|担任|当选")
STAGE = re.compile("[0-9]{4}年|任")
BORN = re.compile("[0-9]{0,2}(?:先生|女士|同志)?(?:[，： ]?(?:男|女)|[，：]?[0-9]{4}年[^，。]{0,6}生(?:于[^，。]{2,16})?|，[^，。]{2,9}人)，|(?:先生|女士)[，：][^。]{0,40}?(?:出生|年生)，|是[^，。；：！？]{2,30}，")
OPENING = re.compile("(?>[^。，；]{0,24}(?:任职|工作|学习|毕业|锻炼|挂职|回国|归国|转业|退伍|复员)(?:[之以]?后)?(?:不久)?，|职务?|等职务?|[0-9]{4}年|[0-9]{1,2}月|[0-9]{1,2}日|[至到起—-]|此[前后]|之后|随后|后来?|期间|[先其]后|[，、 ]|同年|当年|次年|翌年|年初|年底|其|又|再|至今|今年|去年|上?半年|下半年)*+")  # never gone back over: a hostile line must not take the number of its readings
ASIDE = re.compile("(?:同志)?[之以]?[前后]，")
BEING = frozenset({"是", "系"})
FROM = frozenset("从由自")
BESIDE = frozenset("在继")
NEWLY = frozenset({"新任"})
OBJECTS = ("他为", "她为", "其为")  # 任命他为
YOU = frozenset("你您")
AT_ONCE = re.compile("(?:(?:再次|成功)?(?:当选|就任|连任|获选|获任)[并和]?|[获被][^，。、]{0,8})?")  # 对石某当选并就任会长表示祝贺
ADDRESSED = re.compile("[，：“][你您](?!们)[^。！？”]{0,80}\\Z")
HEAD = re.compile("(?:(?:个人|人物|基本|任免|主要|作者)?(?:简介|介绍|信息|资料|简历|概况|情况|履历)(?:姓名)?[： ]?)?(?:[0-9年月日至到起—，、 -]|[此这]次|此[前后]|之后|随后|后来?|其中|而|当时|据介绍|据悉)*")


def honour(lex: Lexicon) -> str:
    """The pattern of what stands in a list of posts and is none: 党的二十大代表, 县书协会员."""
    return f"[^，。；：！？\\n]{{2,24}}?(?:{either(lex.words('offices', 'honours'))})"


class Careers:
    """Finds the subject of a word of office."""

    def __init__(self, lex: Lexicon) -> None:
        verbs = either(lex.words("offices", "verbs"))
        ordinals = either(lex.words("offices", "ordinals"))
        self.verb = re.compile(f"{NO_WORD}(?P<verb>{verbs})(?:过|了|的|新一届|新一任)?(?:{ordinals})?(?:的)?“?\\Z")
        item = "[^，。；：！？、后时\\n]{2,24}"
        listing, lives, honoured = (either(lex.words("offices", table)) for table in ("listing", "lives", "honoured"))
        self.listing = re.compile(f"{NO_WORD}(?P<verb>(?:{lives})(?:{item}[、，]){{1,12}}|(?:{listing})(?:{item}、){{1,12}}|(?:{honoured})(?:{honour(lex)}[、，]){{1,6}})\\Z")
        wishing, choosing, manner = (either(lex.words("offices", table)) for table in ("wishing", "choosing", "manner"))
        self.pronoun = re.compile(f"(?:(?P<wish>{wishing})|{choosing}|(?<=[^，。；：！？“”、 ])(?=[你您我]))(?P<who>[他她你您我])(?:{manner}){{0,4}}\\Z")
        self.weak = frozenset(lex.words("offices", "weak"))
        self.objects = tuple(lex.words("offices", "objects"))
        self.passive = re.compile(f"”?(?:等)?(?:一职|职务|职位|职)?(?:，)?{HEAD.pattern}(?:此前|现|暂|仍|一直|将|已|改|均|都|分别)?由")
        moves = either(w for w in lex.words("offices", "verbs") if w not in self.weak)
        self.onward = re.compile(f"(?:一职|任上|岗位上?|职位上?|位置上?|位子上?)?(?:直接|又|再)?(?P<verb>{moves})")
        self.active = re.compile(f"(?:同志)?(?:{either(lex.words('offices', 'taking'))})")

    def verb_before(self, text: str, start: int, people: Sequence[Mention] = ()) -> re.Match[str] | None:
        """The word of office right before a post; positions are those of the text. In 石荣任 it is 任, not 荣任."""
        floor = _after_last(CLAUSE, text, start, BACK)
        verb = self.verb.search(text, floor, start)
        inside = next((p.end for p in within(people, floor, start) if verb and p.start < verb.start() < p.end), 0)
        return (self.verb.search(text, inside, start) if inside else verb) or self._list_verb(text, start)

    def beside(self, text: str, verb: re.Match[str], start: int, people: Sequence[Mention]) -> re.Match[str]:
        """任命石大成|为: the word of office without what belongs to the name before it."""
        end = next((p.end for p in people_from(people, verb.start() - LONGEST_NAME, 2) if verb.start() < p.end < verb.end()), 0)
        return (self.verb.search(text, end, start) if end else None) or verb

    def _list_verb(self, text: str, start: int) -> re.Match[str] | None:
        """先后任质检员、干部、镇党委副书记: the word of office at the head of a list of posts."""
        return self.listing.search(text, _after_last(SENTENCE, text, start, LIST_BACK), start)

    def subject(self, text: str, verb: re.Match[str], chain_end: int, people: Sequence[Mention]) -> list[Mention]:
        """Who takes the office named after `verb`; empty where the text leaves it open."""
        start, word = verb.start(), verb.group("verb")
        clause = _after_last(CLAUSE, text, start)
        here = within(people, clause, start)
        strong = word not in self.weak
        apart = not here or here[-1].end < start
        if apart and (word in NEWLY or (word in ADJACENT and here)):  # 会见新任市长: said of the post, not of who meets its holder
            return []
        meant = _bracketed(text, start, people)
        meant = self._meant(text, clause, verb, people) if meant is None else meant
        if meant is not None:
            return meant
        if here:
            return self._in_clause(text, here, start, strong=strong)
        if not strong:
            return _introduced(clause, people) if word in BEING and clause == start else []
        floor = sentence_start(text, start)
        earlier = within(people, floor, start)
        if earlier:
            return _topic(text, earlier)
        return self._following(text, clause, verb, chain_end, people) or self._carried(text, floor, verb, people)

    def _meant(self, text: str, clause: int, verb: re.Match[str], people: Sequence[Mention]) -> list[Mention] | None:
        """Whom a pronoun right before the word of office means, if not whom the sentence is about: 祝贺他|当选. None: there is none.

        你 is whoever is spoken to, 我 whoever speaks; 祝贺他 is said of the other of two, never of the one who congratulates.
        """
        told = self.pronoun.search(text, clause, verb.start())
        floor = sentence_start(text, clause)
        if told is None and not verb.group().endswith(OBJECTS):
            return [] if ADDRESSED.search(text, floor, verb.start()) else None
        who = told["who"] if told else ""
        if who in YOU:
            return []
        earlier = within(people, floor, verb.start())
        if who == "我":
            return earlier[:1]
        topic = (_topic(text, earlier) or earlier)[:1]
        others = [p for p in earlier if p.text != topic[0].text]
        return others[-1:] if others or (told and told["wish"]) else None

    @staticmethod
    def life(text: str, start: int, end: int, people: Sequence[Mention]) -> list[Mention]:
        """张某，男，1970年生，中共党员，某局局长。: the one name that opens a life, for a post that stands in it alone."""
        floor = sentence_start(text, start, STOPS + "；")
        named = within(people, floor, start)
        alone = text[start - 1 : start] in ("，", "、") and text[end : end + 1] in ("", "，", "。", "；", "、", "\n")
        if not alone or len({person.text for person in named}) != 1 or not HEAD.fullmatch(text, floor, named[0].start):
            return []
        return named[:1] if BORN.match(text, named[0].end, start) else []

    def left(self, text: str, start: int, end: int, people: Sequence[Mention]) -> list[Mention]:
        """石某从青湖县长一职升任青湖县委书记: who leaves the post that 从 stands before and a word of office follows."""
        onward = self.onward.match(text, end) if text[start - 1 : start] in FROM else None
        if onward is None:
            return []
        before = within(people, _after_last(CLAUSE, text, start), start - 1)
        return before[-1:] if before and start - 1 - before[-1].end <= TIGHT else []

    def runs_on(self, text: str, end: int, verb: re.Match[str]) -> bool:
        """Whether nothing but time stands between the last post told and this word of office."""
        return verb.group("verb") not in self.weak and OPENING.fullmatch(text, end, verb.start()) is not None

    @staticmethod
    def begun(text: str, verb: re.Match[str]) -> bool:
        """Whether something stands before the word of office in its clause."""
        return HEAD.fullmatch(text, _after_last(CLAUSE, text, verb.start()), verb.start()) is None

    def _in_clause(self, text: str, here: list[Mention], start: int, *, strong: bool) -> list[Mention]:
        """The last name before the word, or the one before it where the last is an object (接替某某任)."""
        person = here[-1]
        agreed = text[person.start - 1 : person.start] == "对" and AT_ONCE.fullmatch(text, person.end, start)
        if len(here) > 1 and text[: person.start].endswith(self.objects) and not agreed:
            person = here[-2]
        gap = MORE.sub("", text[person.end : start])
        if len(gap) > (NEAR if strong else TIGHT) or (gap.startswith("的") and gap != "的"):
            return []
        return together(text, [p for p in here if p.start <= person.start])

    @staticmethod
    def _following(text: str, clause: int, verb: re.Match[str], chain_end: int, people: Sequence[Mention]) -> list[Mention]:
        """在任市长期间，某某…: the subject that the main clause names first."""
        during = DURING.match(text, chain_end)
        if during is None or (verb.start() - clause > 1 and HEAD.fullmatch(text, clause, verb.start()) is None) or not during.group().endswith("，"):
            return []
        return at(people, during.end())

    @staticmethod
    def _carried(text: str, floor: int, verb: re.Match[str], people: Sequence[Mention]) -> list[Mention]:
        """2003年起任…: the subject of the last sentence that names one, where that tells a life too."""
        if text[floor - 1 : floor] == "\n" or OPENING.fullmatch(text, floor, verb.start()) is None:
            return []
        before = floor
        for told in range(LONGEST_LIFE):
            end, before = before, sentence_start(text, max(0, before - 1))
            named = within(people, before, floor)
            if named or text[before - 1 : before] in ("", "\n") or (told >= TOLD_BACK and not STAGE.search(text, before, end)):
                break
        return _topic(text, named) if named and LIFE.search(text, before, floor) else []

    def by(self, text: str, chain_end: int, people: Sequence[Mention]) -> list[Mention]:
        """…一职由某某担任, …主席由省体育局局长某某兼任."""
        passive = self.passive.match(text, chain_end)
        if passive is None:
            return []
        start = passive.end()
        for person in people_from(people, start, 1):
            titled = person.start - start < NEAR and CLAUSE.search(text, start, person.start) is None
            if (person.start == start or titled) and self.active.match(text, person.end):
                return [person]
        return []


def _bracketed(text: str, start: int, people: Sequence[Mention]) -> list[Mention] | None:
    """石某（青湖市长，2016年任青湖代市长）: whose life a bracket tells; None outside brackets, or where it names somebody itself."""
    floor = sentence_start(text, start)
    opened = text.rfind("（", floor, start)
    if opened < 0 or text.find("）", opened, start) >= 0 or within(people, opened, start):
        return None
    return [p for p in within(people, max(0, opened - LONGEST_NAME), opened) if p.end == opened]


def _introduced(clause: int, people: Sequence[Mention]) -> list[Mention]:
    """次子石某，是某集团主席: who the clause before ends with."""
    return [p for p in within(people, max(0, clause - LONGEST_NAME - 1), clause - 1) if p.end == clause - 1]


def within(people: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The people, given in order of text, that lie in text[start:end]."""
    first = bisect_left(people, start, key=_start)
    return [p for p in people[first : bisect_left(people, end, first, key=_start)] if p.end <= end]


def people_from(people: Sequence[Mention], start: int, most: int) -> Sequence[Mention]:
    """The first of the people, given in order of text, that begin at a position or behind it."""
    first = bisect_left(people, start, key=_start)
    return people[first : first + most]


def at(people: Sequence[Mention], start: int) -> list[Mention]:
    """The one of the people, given in order of text, that begins at a position."""
    return [p for p in people_from(people, start, 1) if p.start == start]


def _start(person: Mention) -> int:
    return person.start


def together(text: str, near: Sequence[Mention]) -> list[Mention]:
    """任命张三、李四为委员: the names of one list, up to the last of `near`, hold the post together."""
    named = [near[-1]]
    for person in reversed(near[:-1]):
        if not SAME_LIST.fullmatch(text, person.end, named[0].start):
            break
        named.insert(0, person)
    return named


def _topic(text: str, earlier: list[Mention]) -> list[Mention]:
    """Who the sentence is about: the last to begin a clause, else the first named; nobody where that one is of a list.

    在张某之前，…李某，…他已调任: one named for the time alone is not he.
    """
    if not earlier:
        return []
    earlier = [p for p in earlier if not (ASIDE.match(text, p.end) and text[p.start - 1 : p.start] in BESIDE)] or earlier
    for person in reversed(earlier):
        clause = _after_last(CLAUSE, text, person.start)
        if HEAD.fullmatch(text, clause, person.start) and text[person.end : person.end + 1] != "、":
            return [person]
    return [] if text[earlier[0].end : earlier[0].end + 1] == "、" else earlier[:1]


def sentence_start(text: str, end: int, stops: str = STOPS) -> int:
    """Where the sentence begins that text[:end] breaks off in, however long it is; 0 where no mark stands before."""
    return max(text.rfind(mark, 0, end) for mark in stops) + 1


def _after_last(mark: re.Pattern[str], text: str, end: int, reach: int = CLAUSE_BACK) -> int:
    """The position after the last mark in the `reach` characters before `end`, or where those begin."""
    at = max(0, end - reach)
    for match in mark.finditer(text, at, end):
        at = match.end()
    return at
