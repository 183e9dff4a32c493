"""Pinyin keys for search: 虎强 is `hu qiang`; 曾宪 is `ceng xian|zeng xian`, as surnames are read their own way."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pypinyin import Style, pinyin
from pypinyin.converter import DefaultConverter
from pypinyin.core import Pinyin

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_READINGS = 4  # of one name, at most


class _Remembering(DefaultConverter):
    """The conversion of each word is remembered: headlines are made of few words, over and over."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Any] = {}

    def convert(self, words: str, *arguments: Any, **options: Any) -> Any:
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = super().convert(words, *arguments, **options)
        return known


_pinyin = Pinyin(_Remembering())


@cache
def _readings(char: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0]))


def key(text: str) -> str:
    """The syllables of a text, blanks between them; other characters stay, in lower case."""
    return " ".join(part.strip().lower() for part in _pinyin.lazy_pinyin(text) if part.strip()) if _CHINESE.search(text) else ""


def name_key(name: str) -> str:
    """The keys of a name under each reading of its first character, `|` between them: 单雨禾, 长风集团."""
    plain = key(name)
    if not plain or not _CHINESE.match(name):
        return plain
    rest = plain.split(" ")[1:]
    first = [plain.split(" ")[0], *_readings(name[0])][:_READINGS]
    return "|".join(dict.fromkeys(" ".join([reading, *rest]) for reading in first))
