"""One name spelled two ways: 张红军 and 张宏军 in one post."""

from __future__ import annotations

from functools import cache

from pypinyin import lazy_pinyin

SIGNS = 2  # a name of fewer signs is too short to compare


def one_sign_apart(one: str, other: str) -> bool:
    """Whether two names of the same length differ in one sign."""
    return len(one) == len(other) >= SIGNS and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def sounds_like(one: str, other: str) -> bool:
    """Whether two different names of the same length are read alike, tones apart: 王宏伟 and 王红伟."""
    return one != other and len(one) == len(other) >= SIGNS and _sound(one) == _sound(other)


@cache
def _sound(name: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(name))
