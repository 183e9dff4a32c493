"""Titles: 书记, 常务副区长, 党组书记, 原副主任, with what their marks say of the tenure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon.automaton import automaton
from kg.mentions.words import either
from kg.model import Mention, Span, TenureStatus, TitleValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

LOOKBACK = 12
BEHIND = 1  # characters after a word that is no title to which a title that begins in it may reach
WHOLE = "总"
LEVELS = "省市区县州盟旗镇乡"
HAN = "[\u4e00-\u9fff]"
COUNTRY_BACK = 30  # characters before 部长 that hold the country of a minister
OF_MINISTRY = "(?:(?![在是与对向说于的任前原代现新副兼年月日驻名位])(?<![部府局院党团军队行馆司省])[\u4e00-\u9fff]){2,12}(?<![部府局院党团军队行馆司省会])"


class TitleGrammar:
    """One automaton for heads, one pattern for what stands before a head."""

    def __init__(self, lex: Lexicon) -> None:
        self.heads = tuple(dict.fromkeys(lex.words("titles", "heads") + lex.words("titles", "academic")))
        self.split = re.compile(f"[{''.join(LEVELS)}]长(?:{HAN}{{1,2}}[乡镇村街路屯庄]|[治春沙江征寿白丰兴宁](?:[市县区州]|经济|经开|高新|开发))|部长江(?:水利|航[务道运])|(?<=银)行长")
        self.automaton = automaton(self.heads, longest=True)
        other = lex.map("titles", "not_after")
        self.not_after = {head: frozenset(next((other[end] for end in (head, head[-2:], head[-1]) if end in other), "")) for head in self.heads}
        self.not_behind = {head: frozenset(chars) for head, chars in lex.map("titles", "not_behind").items()}
        ranks, party = (either(lex.words("titles", name)) for name in ("ranks", "party"))
        ministries = either((*lex.words("titles", "ministries"), *lex.words("titles", "departments")))
        self.before = re.compile(f"(?:{party})?(?:{ranks})*\\Z")
        self.ministers = frozenset(lex.words("titles", "ministers"))
        self.ministry = re.compile(f"(?:{ministries})(?:[和与及]?(?:{ministries}))*(?:{ranks})*\\Z")
        abroad = either(c for c in lex.words("bodies", "abroad") if len(c) > 1 and c != "中国")
        self.minister = re.compile(f"(?:{abroad})(?P<ministry>{OF_MINISTRY})\\Z")  # 云国|能源和矿产部长
        self.status: tuple[tuple[re.Pattern[str], TenureStatus], ...] = (
            (re.compile(f"(?<![{''.join(lex.words('titles', 'not_before'))}])(?:{either(lex.words('titles', 'former'))})\\Z"), "former"),
            (re.compile(f"(?:{either(lex.words('titles', 'acting'))})\\Z"), "acting"),
            (re.compile(f"(?:{either(lex.words('titles', 'elect'))})\\Z"), "elect"),
        )
        self.bodied = lex.map("titles", "bodied")
        self.unprinted = frozenset(lex.words("titles", "unprinted"))
        self.acting = re.compile(f"^(?:{either(lex.words('titles', 'acting'))})")

    def find(self, text: str) -> list[Mention]:
        """Every title of a text, longest head first, in order."""
        found = []
        floor = 0
        for head, end in self._heads(text):
            before = self.ministry if head in self.ministers else self.before
            own = end - len(self.bodied.get(head, head))
            mention = self._extend(before, text, max(floor, own - LOOKBACK), (own, end))
            if head in self.ministers and mention.start == own and (state := self.minister.search(text[max(floor, own - COUNTRY_BACK) : own])):
                title = text[own - len(state["ministry"]) : end]
                mention = Mention("title", end - len(title), end, title, "title.current", TitleValue(title, "current", ""))
            found.append(mention)
            floor = end
        return found

    def _heads(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[str, int]]:
        """Heads and where they end; where one is no title, one that begins in it and ends behind it may be: 科威|特首|相."""
        for index, left, right in self.automaton.find_matches_as_indexes(text[start:stop]):
            head, begin, end = self.heads[index], start + left, start + right
            if self._stands(text, head, begin, end):
                yield head, end
            elif stop is None:
                yield from (found for found in self._heads(text, begin + 1, end + BEHIND) if found[1] > end)

    def _stands(self, text: str, head: str, begin: int, end: int) -> bool:
        """Whether neither side of a head makes another word of it."""
        if text[begin - 1 : begin] in self.not_behind.get(head, ()):
            return False
        return end >= len(text) or not (text[end] in self.not_after[head] or self.crosses(text, end))

    def crosses(self, text: str, end: int) -> bool:
        """市|长泾镇, 水利部|长江水利委员会, 银行|长春分行: the 长 of a title that belongs to the next name."""
        return text[end - 1] == "长" and self.split.match(text, end - 2) is not None

    def _extend(self, pattern: re.Pattern[str], text: str, floor: int, span: Span) -> Mention:
        start, end = span
        window = text[floor:start]
        before = pattern.search(window) or self.before.search(window)
        begin = floor + before.start() if before else start
        if text.startswith(WHOLE * 2, begin):
            begin += 1  # 国家防总|总指挥
        title = text[begin:end]
        status: TenureStatus = "current"
        printed = ""
        if acting := self.acting.match(title):
            status, printed, title = "acting", acting.group(), title[acting.end() :] or title
        for marks, value in self.status:
            if mark := marks.search(text[floor:begin]):
                status, begin = value, floor + mark.start()
                printed = "" if mark.group() in self.unprinted else mark.group() + printed
                break
        return Mention("title", begin, end, text[begin:end], f"title.{status}", TitleValue(title, status, printed))


@cache
def title_grammar(lex: Lexicon) -> TitleGrammar:
    """The grammar of a lexicon, compiled once a process."""
    return TitleGrammar(lex)


def find_titles(text: str, lex: Lexicon) -> list[Mention]:
    """The titles of a text, in order, as mentions with a TitleValue."""
    return title_grammar(lex).find(text)
