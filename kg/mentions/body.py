"""Where the name of a body begins: walking left over words from a title or from an organ suffix."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.mentions.body_words import BodyWords
from kg.mentions.words import Words, words_of

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

REACH = 46  # characters to the left in which a body's name may begin
BRACKET = re.compile("（[^（）]*）$")
SENTENCE = re.compile("[，。！？；]")
MARKS = re.compile("[，。；：！？\\n]")
OPENERS = {"”": "“", "》": "《", "）": "（", "’": "‘", "】": "【"}
ITEM = re.compile(r"[（(]?\d{1,2}[）)．]")
ENTERPRISES = ("公司", "集团")
OWN_NAME = re.compile("[^\\W\\d_和与及在到的对向由了]{2,9}\\Z")
ASIDE = re.compile("（[^（）]{2,}）")  # （本报讯）青湖集团: no name begins with a bracket, but for 各县（市）区
FORMER = frozenset("原前")
PARTIES = ("党", "共")
TERM = re.compile("第?[一二三四五六七八九十]{1,3}届")
NATIONAL = "全国委员会"
OF_NATION = re.compile(f"(?:中国人民)?(?:政协|政治协商会议)(?:{TERM.pattern}?(?:、{TERM.pattern}?)*)?\\Z")  # 政协第八届、九届|全国委员会
LONGEST_TERMS = 24
LAST_TERM = re.compile(f"(?<=、){TERM.pattern}\\Z")  # 第八、|九届|全国政协
EARLIER_TERM = re.compile(f"(?:{TERM.pattern}?、)+\\Z")  # 政协青湖市第七届、|八届委员会, 青湖市第七、|八届政协


class BodyReader(BodyWords):
    """Finds the left end of a body's name. Pure; answers are cached by the words they rest on."""

    def __init__(self, lex: Lexicon, words: Words) -> None:
        super().__init__(lex, words)
        self.walk = lru_cache(maxsize=1 << 16)(self._walk)

    def start(self, text: str, floor: int, end: int) -> int:
        """Where the body's name that ends at `end` begins; `end` itself where none stands there."""
        floor = self._floor(text, max(floor, end - REACH), end)
        start = floor + self.walk(text[floor:end])
        if text.startswith(NATIONAL, start) and (whole := OF_NATION.search(text, max(floor, start - LONGEST_TERMS), start)):
            return whole.start()
        if text[start - 1 : start] == "届" and (last := LAST_TERM.search(text, floor, start)):
            start = last.start()
        earlier = EARLIER_TERM.search(text, floor, start) if TERM.match(text, start) else None
        if earlier is None:
            return start
        head = earlier.start() - floor
        begin = self.walk(text[floor : earlier.start()] + text[start:end])
        return floor + begin if begin < head else floor + head + (0 if begin == head else start - earlier.start() + begin - head)

    @staticmethod
    def _floor(text: str, floor: int, end: int) -> int:
        """The last mark of a clause before `end` that stands in no quotes or brackets: no name runs across it."""
        for match in reversed(list(MARKS.finditer(text, floor, end))):
            after = text[match.end() : end]
            if all(after.count(closing) <= after.count(opening) for closing, opening in OPENERS.items()):
                return match.end()
        return floor

    def _walk(self, window: str) -> int:
        tokens = self.words.cut(window)
        position = len(window)
        closers: list[str] = []  # what opens the brackets still open, walking left
        for i in range(len(tokens) - 1, -1, -1):
            token = tokens[i]
            inside = bool(closers)
            if token in OPENERS:
                if not self._enters(window[: position - 1], OPENERS[token]):
                    break
                closers.append(OPENERS[token])
            elif inside and token == closers[-1]:
                closers.pop()
            elif not inside and not self.belongs(tokens, i, BRACKET.sub("", window[position:])):
                break
            position -= len(token)
            party = i > 0 and tokens[i - 1].endswith(PARTIES)  # 共和党全国委员会
            former = token in FORMER and self.words.tag(tokens[i + 1] if i + 1 < len(tokens) else "") == "ns"  # 原|青湖市
            if (former or (token in self.absolute and not party) or token.startswith("中共")) and not inside:
                break
        if window.endswith(ENTERPRISES):
            position = self._branded(window, position)
        return self._trim(window, position)

    def _branded(self, window: str, position: int) -> int:
        """深圳|新能达|科技有限公司: a company's own name, in no dictionary, between its place and what it makes."""
        run = OWN_NAME.search(window[:position])
        if run is None:
            return position
        tags, text = self.words.tags, run.group()
        for start in range(len(text)):
            end = next((start + n for n in (4, 3, 2) if tags.get(text[start : start + n]) == "ns"), None)
            if end is not None:
                clear = all(word not in self.verbs and (len(word) == 1 or word not in self.stops) for word in self.words.cut(text[end:]))
                return run.start() + start if clear else position
        return position

    @staticmethod
    def _enters(before: str, opener: str) -> bool:
        """Whether what the closing quote or bracket closes is a name, and no sentence."""
        at = before.rfind(opener)
        return at >= 0 and not SENTENCE.search(before, at)

    def _trim(self, window: str, position: int) -> int:
        """Leaves out an opening bracket or joiner at the left end, and the number of an item: 1）区委."""
        if item := ITEM.match(window, position):
            position = item.end()
        while position < len(window) and window[position] in "“”‘’《》（）·、和与及暨-— 】【":
            if aside := ASIDE.match(window, position):
                position = aside.end() - 1
            elif window[position] in "“《" and ("”" in window[position:] or "》" in window[position:]):
                break
            position += 1
        return position

@cache
def body_reader(lex: Lexicon) -> BodyReader:
    """The reader of a lexicon, built once a process."""
    return BodyReader(lex, words_of(lex))
