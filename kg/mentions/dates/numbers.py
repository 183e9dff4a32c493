"""Numbers as dates print them: 2020, 二〇二〇, 二十九, 廿三, 初五."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1}
SCALES = {"十": 10, "百": 100, "千": 1000}
TENS = {"廿": "二十", "卅": "三十", "初": ""}


def number(text: str) -> int:
    """The value of a whole number in digits or in Chinese; 初五 is 5. Raises ValueError for anything else."""
    for mark, plain in TENS.items():
        text = text.replace(mark, plain)
    if text.isdecimal():
        return int(text)
    if not set(text) & SCALES.keys():
        return int("".join(str(_digit(c)) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in SCALES:
            total, digit = total + (digit or 1) * SCALES[c], 0
        else:
            digit = _digit(c)
    return total + digit


def _digit(c: str) -> int:
    try:
        return DIGITS[c]
    except KeyError:
        raise ValueError(f"not a digit: {c!r}") from None
