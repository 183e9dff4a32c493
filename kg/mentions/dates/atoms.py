"""The pieces that the patterns of dates are made of, with the lexicon's words filled in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

PLACE = re.compile(r"<([A-Z]+)([12]?)>")
CN = "〇○零一二三四五六七八九"

# A number is bounded, for a page of nothing but 一 must not take the square of its time.
# A piece is <NAME>; <NAME1> and <NAME2> end the names of its groups in 1 and 2.
ATOMS = {
    "S": r"[ \u3000\xa0]?",
    "SEP": r"<S>(?:--?|[—–~～〜－─]{1,2}|至|到)<S>",
    "TWODAYS": "(?=(?:" + "|".join(f"{day}[日号]?[、和]{day + 1}" for day in range(1, 31)) + ")[日号])",  # 8日和9日
    "G": rf"(?<![\d.第{CN}十百千万亿A-Za-z])(?<!每年)(?<!历年)",
    "NUM": rf"(?:\d{{1,4}}|[{CN}十百廿两]{{1,6}})",
    "YYYY": rf"(?:1\d{{3}}|20\d\d|[一二][{CN}]{{3}})",
    "YY": rf"(?:\d\d|[{CN}]{{2}})",
    "M": r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元(?=月))",
    "D": r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])",
    "YUE": r"<S>月(?:份)?",
    "RI": r"<S>(?:日|号(?!<NOTDAY>))",
    "YEAR": (
        r"(?:(?:(?:公元|西元)?(?P<y#><YYYY>|<YY>)<S>年度?(?:<S>的)?"
        r"|(?P<ry#><RELYEAR>)的?|(?P<rg#><REIGN>)(?P<rn#><NUM>|元)年)<S>)"
    ),
    "WEEKDAY": r"(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日](?=[,，、)）上下晚早\s]|$)",
    "BRACKET": r"<S>[(（](?:(?P<bm>[\d一二三四五六七八九十]{1,3})月)?(?P<bd><D>)[日号][)）]",
    "CLOCK": (
        rf"(?:\d{{1,2}}|[{CN}十两]{{1,3}})(?:<S>[:：]\d\d(?::\d\d)?"
        rf"|<S>(?:点|时(?!间|段|候|期|代|节))(?:整|半|许|钟|左右|<S>(?:\d{{1,2}}|[{CN}十]{{1,3}})(?:分(?:许|左右)?)?|[一三]刻)*)"
    ),
    "TAIL": r"(?:<S>[,，(（]?<S>(?:<WEEKDAY>)[)）]?)?(?:<S>的?(?P<part#><PART>))?(?:<S>(?:<CLOCK>))?",
    "HERE": r"(?:(?<![\u4e00-\u9fff])|(?<=[在自于从到至了是的将我你他她们截止]))",
}


@cache
def word_atoms(lex: Lexicon) -> dict[str, str]:
    """The pieces that are words of the lexicon."""
    maps = {
        "RELYEAR": ("relative_year", "told_year"), "REIGN": ("reign",), "RELMONTH": ("relative_month", "told_month"),
        "RELDAY": ("relative_day",), "RELPART": ("relative_day_part",), "TOLDDAY": ("told_day",),
        "TOLDPART": ("told_day_part",), "SHIFT": ("week_shift",), "LUNARMONTH": ("lunar_month",),
        "THIRD": ("third_of_month",), "HALF": ("half",), "SEASON": ("season",),
    }  # fmt: skip
    lists = {
        "NOTDAY": "number_stop", "NOTPART": "part_stop", "VAGUEPART": "vague_part", "VAGUE": "vague", "PAST": "span_past",
        "NEXT": "span_next", "MARK": "lunar_mark", "NOTDATE": "not_dates", "DEED": "day_deeds",
    }  # fmt: skip
    atoms = {name: either(*(w for t in tables for w in lex.map("dates", t))) for name, tables in maps.items()}
    atoms |= {name: either(*lex.words("dates", table)) for name, table in lists.items()}
    units = either(*lex.map("dates", "unit"))
    parts = lex.map("dates", "part")
    long, short = (either(*(p for p in parts if (len(p) > 1) is many)) for many in (True, False))
    return atoms | {"PART": rf"(?:{long}|{short}(?!{atoms['NOTPART']}))", "UNIT": units}


def either(*words: str) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) + ")"


def fill(pattern: str, lex: Lexicon) -> str:
    """The pattern with every piece filled in."""
    atoms = word_atoms(lex)

    def piece(m: re.Match[str]) -> str:
        text = ATOMS.get(m[1]) or atoms[m[1]]
        return PLACE.sub(piece, text.replace("#", m[2]))

    return PLACE.sub(piece, pattern)


def starts(lex: Lexicon) -> str:
    """A lookahead for the first two characters of any date, so that few places are tried in full."""
    lists = ("vague", "span_past", "span_next", "not_dates", "lunar_mark")
    maps = (
        "relative_day", "relative_day_part", "told_day", "told_day_part", "relative_year", "told_year", "relative_month",
        "told_month", "reign", "part",
    )  # fmt: skip
    words = [w for t in lists for w in lex.words("dates", t)] + [w for t in maps for w in lex.map("dates", t) if len(w) > 1]
    shifts = [w + u for w in lex.map("dates", "week_shift") for u in ("周", "星", "礼")]
    halves = [w + u for w in lex.map("dates", "half") for u in "年月"]
    season = [w + s for w in "今去明" for s in lex.map("dates", "season")]
    lunar = [w + "月" for w in lex.map("dates", "lunar_month")]
    seconds: dict[str, set[str]] = {}
    for word in [*words, *shifts, *halves, *season, *lunar, *FIRST_PAIRS]:
        for second in word[1:2] or AFTER_ONE:
            seconds.setdefault(word[0], set()).add(second)
    pairs = "|".join(f"{a}[{''.join(sorted(map(re.escape, b)))}]" for a, b in sorted(seconds.items()))
    firsts = "".join(sorted(seconds))
    return rf"(?=[\d{CN}十廿两半{firsts}])(?={NUMBER}|[{CN}十廿两半][{AFTER_NUMERAL}]|{pairs})"


NUMBER = r"(?<!\d)\d(?!\d*(?:\.\d+)?[余多]?[万亿元人名米%％吨岁])"  # whole, and no amount
AFTER_ONE = "0123456789一二两三四五六七八九十的 "  # 前3年, 过去的三年
AFTER_NUMERAL = CN + "0123456789十百千年月日号周天个小分星礼季礼节世 －—–~至到-"
FIRST_PAIRS = (
    "公元", "西元", "元月", "大年", "除夕", "闰月", "正月", "上半", "下半", "上个", "下个", "这个", "本个", "上季", "下季", "本季", "这季", "上一", "下一",
    "本一", "这一", *(f"第{c}" for c in "一二三四1234"), "周一", "周二", "周三", "周四", "周五", "周六", "周日", "星期",
    "礼拜", "年底", "年初", "年末", "月底", "月初", "月末", "上世", "本世", *(f"闰{c}" for c in "一二三四五六七八九十"),
)  # fmt: skip
