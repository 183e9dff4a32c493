"""Pinyin keys for search: 虎强 is `hu qiang`; 曾宪 is `ceng xian|zeng xian`, as surnames are read their own way."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import RE_HANS
from pypinyin.seg import mmseg

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_RUNS = re.compile(f"({RE_HANS.pattern.strip('^$')})")  # of characters that have a reading
_READINGS = 4  # of one name, at most


@cache
def _readings(char: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0]))


@lru_cache(100_000)
def _syllables(words: str) -> tuple[str, ...]:
    """Of one word or of what stands between words; few words make up all names and headlines."""
    return tuple(part.strip().lower() for part in lazy_pinyin(words) if part.strip())


def key(text: str) -> str:
    """The syllables of a text, blanks between them; other characters stay, in lower case.

    As pypinyin reads it, which cuts a text into runs and words as here, but looks at each character and word anew.
    """
    if not _CHINESE.search(text):
        return ""
    found: list[str] = []
    for run in _RUNS.split(text):
        for word in mmseg.seg.cut(run) if RE_HANS.match(run) else (run,):
            found += _syllables(word)
    return " ".join(found)


def name_key(name: str) -> str:
    """The keys of a name under each reading of its first character, `|` between them: 单雨禾, 长风集团."""
    plain = key(name)
    if not plain or not _CHINESE.match(name):
        return plain
    rest = plain.split(" ")[1:]
    first = [plain.split(" ")[0], *_readings(name[0])][:_READINGS]
    return "|".join(dict.fromkeys(" ".join([reading, *rest]) for reading in first))
