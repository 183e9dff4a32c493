"""One character for one: widths, punctuation, quotes, blanks, and traditional characters made simplified.

Nothing here moves a character, and only controls and marks of no width are taken out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.articles.offsets import View, offsets_of

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

CJK = "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff5e\U00020000-\U0003ffff“”‘’…—·"
NO_WIDTH = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
HALF = re.compile("[,;:?!][,;:?!]*")  # a pattern that begins with a class is looked for much quicker than one with a repeat
WIDE = str.maketrans(",;:?!()", "，；：？！（）")
BRACKETS = re.compile(r"[(（]([^()（）\n]{0,300})[)）]")
QUOTES = re.compile(r'"([^"\n]{1,500})"')
APOSTROPHES = re.compile(rf"'([^'\n]{{0,100}}[{CJK}][^'\n]{{0,100}})'")
HAS_CJK = re.compile(f"[{CJK}]")
YEAR = re.compile("[〇零一二三四五六七八九○◯0OoＯ][〇零一二三四五六七八九○◯0OoＯ]{3}(?=年)")
MARKS = ("*＊", "=＝", "#＃", "~～")
RULES = re.compile("|".join(f"[{mark}]{{4,}}" for mark in MARKS))  # marks in a row part a headline from a text
RULE = re.compile(f"[{''.join(MARKS)}][{''.join(MARKS)}]{{3}}")  # hardly any text has one, and one set is looked for much quicker than four
ROUND = str.maketrans("○◯0OoＯ", "〇〇〇〇〇〇")
BEYOND = "\U00010000"
VARIANTS = dict(zip("衞硏靑淸値鄕緖囯", "卫研青清值乡绪国", strict=True))  # printed in Hong Kong and Taiwan, in no table of OpenCC
SAMPLE = 3000  # characters looked at to tell traditional from simplified text


def normalised(view: View, lex: Lexicon) -> View:
    """The view with every character in its usual form; characters of no width are taken out."""
    if NO_WIDTH.search(view.text):
        view = _without(view, [match.span() for match in NO_WIDTH.finditer(view.text)])
    text = view.text if "\n" in view.text else view.text.replace("\r", "\n")
    odd, usual = _plain_table(lex)
    if odd.search(text):  # hardly any text; to look for one is much quicker than to translate
        text = text.translate(usual)
    if _is_traditional(text):
        text = text.translate(simplified_table())
    if RULE.search(text):
        text = RULES.sub(lambda m: "\n" * len(m[0]), text)
    if YEAR.search(text):
        text = YEAR.sub(lambda m: m[0].translate(ROUND), text)
    return View(punctuated(text), view.offsets)


def punctuated(text: str) -> str:
    """Half-width punctuation beside Chinese made full-width, straight quotes made “ ” and ‘ ’; same length."""
    if '"' in text:
        text = QUOTES.sub(_curly, text)
    if "'" in text:
        text = APOSTROPHES.sub(r"‘\1’", text)
    if "(" in text or ")" in text:
        text = BRACKETS.sub(_round, text)
    return HALF.sub(_wide, text)


def _wide(match: re.Match[str]) -> str:
    start, end = match.span()
    around = match.string[max(0, start - 1) : start] + match.string[end : end + 1]
    return match[0].translate(WIDE) if HAS_CJK.search(around) else match[0]


def _curly(match: re.Match[str]) -> str:
    return f"“{match[1]}”" if _among_chinese(match) else match[0]


def _round(match: re.Match[str]) -> str:
    return f"（{match[1]}）" if _among_chinese(match) else match[0]


def _among_chinese(match: re.Match[str]) -> bool:
    start, end = match.span()
    return bool(HAS_CJK.search(match.string, max(0, start - 1), end + 1))


def _without(view: View, cuts: list[tuple[int, int]]) -> View:
    edges = [0, *(edge for cut in cuts for edge in cut), len(view.text)]
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    return View("".join(view.text[a:b] for a, b in spans), offsets_of(view, spans))


@cache
def _plain_table(lex: Lexicon) -> tuple[re.Pattern[str], dict[int, str]]:
    """Full-width letters and digits, odd blanks and line ends, compatibility forms, and the lexicon's own: any of them, and the usual form of each."""
    table = {
        code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    }
    table |= dict.fromkeys((0x09, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    table |= dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        usual = unicodedata.normalize("NFKC", chr(code))
        if len(usual) == 1 and usual != chr(code):
            table[code] = usual
    table |= {ord(k): v for k, v in lex.map("layout", "characters").items()}
    return re.compile(f"[{''.join(map(re.escape, map(chr, table)))}]"), table


@cache
def simplified_table() -> dict[int, str]:
    """Traditional characters and the simplified ones that stand for them, from OpenCC (Apache-2.0)."""
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = ((line[0], line.split("\t")[1].split(" ")[0]) for line in lines if "\t" in line)
    return {ord(old): new for old, new in (*pairs, *VARIANTS.items()) if old != new and len(new) == 1}


@cache
def _either_script() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Characters that only traditional text has, and those that only simplified text has; first what finds any of the former.

    It finds all that Unicode has beyond its first plane: one class of many such characters is looked for very slowly.
    """
    table = simplified_table()
    old, new = frozenset(map(chr, table)), frozenset(table.values())
    return re.compile(f"[{''.join(sorted(c for c in old - new if c < BEYOND))}{BEYOND}-\U0010ffff]"), old - new, new - old


def _is_traditional(text: str) -> bool:
    """More characters that only traditional text has than characters that only simplified text has."""
    middle = len(text) // 2
    sample = text if len(text) <= SAMPLE else text[: SAMPLE // 2] + text[middle : middle + SAMPLE // 2]
    doubtful, old, new = _either_script()
    if not doubtful.search(sample):
        return False
    letters = set(sample)
    return len(letters & old) > max(1, len(letters & new))
