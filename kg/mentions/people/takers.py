"""Names at the head of a clause right before a word of office and a post: 因凡蒂诺|当选国际足联主席.

There nothing but the holder stands, so a transliterated name or one that a place bears too is read as well.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kg.mentions.parted import Candidate
from kg.mentions.words import NO_OFFICE, either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.mentions.names import NameModel
    from kg.model import Mention

RULE = "person.takes-office"
REACH = 48  # characters before a title that hold the word of office and who takes it
MARK = re.compile("[，。；：！？、“”（）\\s]")
LED = re.compile("(?:[0-9]++[年月日]|[上中下]旬|此前|此后|之后|随后|后来|同年|次年|今年|去年|其中|同时|而)*+")
LEADING = re.compile("任命|提名|免去|自从?|从|在|的|随着|除了|包括|特别是|尤其是|因为|由于|对于|而")
BETWEEN = "(?:[已将也又再曾均才就现便刚还仍在]|继续|正式|成功|再次|首次|同时|先后|于?[0-9]++[年月日]?)*+"
NO_WORD = f"(?<![{NO_OFFICE}首])"
DOTTED = re.compile("(?:(?![和与及])[\u4e00-\u9fff]){1,8}(?:·(?:(?![和与及])[\u4e00-\u9fff]){1,8})++")
PAIR = re.compile(f"{DOTTED.pattern}(?:[和与及]{DOTTED.pattern})?")  # 马里奥·某和卢卡·某|出任
NAME = re.compile("[\u4e00-\u9fff]{2,6}")
BORN = re.compile("(?:出生于|生于|出生在)(?=[0-9]{4}年)")  # lives that tell of offices begin with it
COUNTED = re.compile("[一二两三四五六七八九十几数双]+(?:人|位|名|者|方|家)")
CLEAR = 1.0  # log odds against words from which the head of the clause is a name
FOREIGN = math.log(0.3)  # share of transliterated names among those who take office


class Takers:
    """Reads who takes office."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        weak = frozenset(lex.words("offices", "weak"))
        self.taking = re.compile(f"(?:同志)?{BETWEEN}{NO_WORD}(?:{either(w for w in lex.words('offices', 'verbs') if w not in weak)})")
        self.by = re.compile(f"(?:一职|职务|职)?(?:则|仍|将|改|暂|已|现|都)?由(?P<name>[\u4e00-\u9fff]{{2,6}}?)(?:{either(lex.words('offices', 'taking'))})")

    def read(self, text: str, titles: Sequence[Mention]) -> Iterator[tuple[str, Candidate]]:
        """One candidate for each title that a word of office is before, where its clause begins like a name."""
        for title in titles:
            floor = max(0, title.start - REACH)
            start = max((mark.end() for mark in MARK.finditer(text, floor, title.start)), default=floor)
            if start == floor > 0:
                continue
            for candidate in (*self._head(text, start, title.start), *self._behind(text, title.end)):
                yield RULE, candidate

    def born(self, text: str) -> Iterator[tuple[str, Candidate]]:
        """赫里斯科夫|生于1957年: who is born stands at the head of the clause."""
        for birth in BORN.finditer(text):
            start = max((mark.end() for mark in MARK.finditer(text, max(0, birth.start() - REACH), birth.start())), default=0)
            for candidate in self._alone(text, start, birth.start()):
                yield RULE, candidate

    def _behind(self, text: str, start: int) -> list[Candidate]:
        """议会主席由|格里戈罗夫|担任: who takes the office named before."""
        by = self.by.match(text, start)
        return self._alone(text, by.start("name"), by.end("name")) if by else []

    def _head(self, text: str, start: int, end: int) -> list[Candidate]:
        led = LED.match(text, start, end)
        start = led.end() if led else start
        verb = None if self.taking.match(text, start, end) else self.taking.search(text, start + 2, end)
        if verb is None:
            return []
        start = max((led.end() for led in LEADING.finditer(text, start, verb.start() - 1)), default=start)
        if PAIR.fullmatch(text, start, verb.start()):
            return [Candidate(m.start(), m.end(), m.group(), 20.0) for m in DOTTED.finditer(text, start, verb.start())]
        return self._alone(text, start, verb.start())

    def _alone(self, text: str, start: int, end: int) -> list[Candidate]:
        """The name that these characters are, where they read better as one than as words."""
        name = text[start:end]
        if NAME.fullmatch(name) is None or COUNTED.match(name):
            return []
        margin = self._odds(name) - self.model.words.score(name)
        return [Candidate(start, end, name, margin)] if margin > CLEAR else []

    def _odds(self, name: str) -> float:
        chinese, foreign = self.model.chinese(name), self.model.foreign(name)
        return max((-math.inf if chinese is None else chinese), (-math.inf if foreign is None else foreign + FOREIGN))
