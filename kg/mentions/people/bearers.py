"""Names that end where an address or a life begins: 陈春生|书记, 陈春生|同志, 个人简介陈春生|，男，."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.parted import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.mentions.names import NameModel

LEVELS = "省市区县州镇乡村党"
FULL_NAME = 3  # characters of most names
HAN_END = re.compile("[\u4e00-\u9fff〇]*\\Z")
COMRADE_ALONE = 2.0  # log odds of three characters that begin with a surname, between a mark and 同志
JOINING = frozenset("和与及")
COMRADE = re.compile("同志(?!们)")
LIFE = re.compile("[，： ](?:男|女)[，。 ]|(?:男|女)，(?=[\u4e00-\u9fff]{1,4}族|[0-9]{4}年)|，(?=[\u4e00-\u9fff]{1,7}[省市县区]人，)")  # 个人简介石大成，男，
OF_LIFE = ("男", "女", "人，")  # one of them is in every such place; many texts have none
EVERYDAY = 200  # how often a word of two characters stands in the dictionary's texts, to be common


class Bearers:
    """Reads the name before a place of a text."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        self.closing = frozenset(lex.words("bodies", "alone")) | frozenset(LEVELS)
        self.excluded = frozenset(lex.words("names", "name_exclusions"))

    def read(self, text: str) -> Iterator[tuple[str, Candidate]]:
        """The names before 同志 and before what a life begins with."""
        for match in COMRADE.finditer(text):
            yield from self.before("person.before-comrade", text, match.start())
        for match in LIFE.finditer(text) if any(sign in text for sign in OF_LIFE) else ():
            yield from self.before("person.before-life", text, match.start())

    def _joins(self, text: str, end: int, name: str) -> bool:
        """方一舟、李辉|及|秘书长: what ends a name of a list before a title joins it to the next."""
        listed = name[-1] == "及" or (name[-1] in JOINING and text[end - len(name) - 1 : end - len(name)] == "、")
        return listed and self.model.chinese(name[:-1]) is not None

    def before(self, rule: str, text: str, end: int) -> Iterator[tuple[str, Candidate]]:
        """陈春生|书记: the name that ends at `end`, where what stands there reads better as a name than as words."""
        score = self.model.words.score
        run = HAN_END.search(text[max(0, end - 9) : end])
        left = run.group() if run else ""
        plain = score(left)
        best: Candidate | None = None
        for size in (2, 3, 4):
            name = left[-size:]
            odds = self.model.chinese(name) if len(name) == size else None
            city = text[end : end + 1] in LEVELS and name in self.excluded  # 莫斯科|市长
            if odds is None or city or name in self.model.compound or name[-1] in self.closing or self._joins(text, end, name):
                continue
            margin = odds + (score(left[:-size]) if left[:-size] else 0.0) - plain - 3.0
            if rule == "person.before-comrade" and len(left) == size == FULL_NAME and not self.model.words.everyday(left[:2]):
                margin = max(margin, COMRADE_ALONE)  # ，查中才同志: nothing else stands there
            if margin > 1 and (best is None or margin > best.margin) and not crosses(self.model, text, end - size):
                best = Candidate(end - size, end, name, margin)
        if best:
            yield rule, best


def crosses(model: NameModel, text: str, at: int) -> bool:
    """Whether a common word runs across a position: 和|平."""
    return model.words.frequency.get(text[at - 1 : at + 1], 0) > EVERYDAY
