"""Pinyin keys for search: 虎强 is `hu qiang`; 曾宪 is `ceng xian|zeng xian`, as surnames are read their own way."""

from __future__ import annotations

import re
from functools import cache

from pypinyin import Style, lazy_pinyin, pinyin

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_READINGS = 4  # of one name, at most


@cache
def _readings(char: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0]))


def key(text: str) -> str:
    """The syllables of a text, blanks between them; other characters stay, in lower case."""
    return " ".join(part.strip().lower() for part in lazy_pinyin(text) if part.strip()) if _CHINESE.search(text) else ""


def name_key(name: str) -> str:
    """The keys of a name under each reading of its first character, `|` between them: 单雨禾, 长风集团."""
    plain = key(name)
    if not plain or not _CHINESE.match(name):
        return plain
    rest = plain.split(" ")[1:]
    first = [plain.split(" ")[0], *_readings(name[0])][:_READINGS]
    return "|".join(dict.fromkeys(" ".join([reading, *rest]) for reading in first))
