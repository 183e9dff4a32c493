"""The rules of dates, first to last: the first that fits at a place takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions.dates import absolute, relative, units
from kg.record import record

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from kg.mentions.dates.context import Context, Reading


@record
class Rule:
    """A pattern of pieces (see atoms) and what it reads; `example` holds the date in 【】 and is run by a test."""

    name: str
    pattern: str
    read: Callable[[re.Match[str], Context], Reading | None]
    example: str
    title_too: bool = True  # may stand inside 《》


VAGUE_TAIL = r"(?:<S>的?(?:(?P<third><THIRD>)|(?P<vague>[初底末](?![中级步始端部次])|中(?=[,，、。前后起]))))?"

LUNAR_TAIL = r"(?P<leap>闰)?(?P<m><M>|<LUNARMONTH>)月(?:<S>(?P<d>初[一二三四五六七八九十]|<D>)日?)?<TAIL1>"

RULES: tuple[Rule, ...] = (
    # ------------------------------------------------------------ digits
    Rule("date.numeric-range", r"(?<![\d./-])(?P<y>1\d{3}|20\d\d)[-./](?P<m>\d\d?)[-./](?P<d>\d\d?)<SEP>(?P<y2>1\d{3}|20\d\d)[-./](?P<m2>\d\d?)[-./](?P<d2>\d\d?)(?!\d)", absolute.day_range, "工期【2018/1/10-2018/7/10】"),
    Rule("date.numeric", r"(?<![\d./-])(?P<y>1\d{3}|20\d\d)[-./](?P<m>1[0-2]|0?[1-9])[-./](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)<TAIL1>", absolute.day, "摄于【2010.01.29】"),
    Rule("date.numeric-dmy-range", r"(?<![\d./])(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>1\d{3}|20\d\d)<SEP>(?P<d2>\d\d?)/(?P<m2>\d\d?)/(?P<y2>1\d{3}|20\d\d)(?!\d)", absolute.slashed_range, "展期【10/1/2017-11/2/2017】"),
    Rule("date.numeric-dmy", r"(?<![\d./])(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>3[01]|[12]\d|0?[1-9])/(?P<y>1\d{3}|20\d\d)(?!\d)<TAIL1>", absolute.slashed, "印于【13/2/2020】"),
    Rule("date.numeric-short", r"(?<![\d.A-Za-z/-])(?P<y>\d\d)-(?P<m>1[0-2]|0[1-9])-(?P<d>3[01]|[12]\d|0[1-9])(?![\d-])<TAIL1>", absolute.day, "票号旁印着【12-11-10】"),
    Rule("date.numeric-month-day", r"(?<![\d./A-Za-z第])(?P<m>1[0-2]|0?[1-9])/(?P<d>(?:3[01]|[12]\d|0?[1-9]))(?![\d/.%])(?!以上|以下|的|左右|时)<TAIL1>", absolute.slashed_month_day, "【12/1】开馆"),
    # ------------------------------------------------------------ the old calendar
    Rule("date.lunar-marked", r"<MARK><S><YEAR1>?" + LUNAR_TAIL, units.lunar, "【农历八月十五】"),
    Rule("date.lunar-marked-year", r"<G><YEAR1><MARK><S>" + LUNAR_TAIL, units.lunar, "【2020年农历八月十五】"),
    Rule("date.lunar", r"<G><YEAR1>?(?P<leap>闰)?(?:(?P<m><M>|<LUNARMONTH>)月<S>(?P<d>初[一二三四五六七八九十])|(?P<m_><LUNARMONTH>)月(?:<S>(?P<d_><D>)(?![\d日号]))?)<TAIL1>", units.lunar, "【正月初五】"),
    Rule("date.lunar-new-year", r"<YEAR1>?(?:(?P<eve>大年三十|除夕)|大年(?P<d>初[一二三四五六七八九十]))<TAIL1>", units.lunar_new_year, "【除夕】夜"),
    # ------------------------------------------------------------ days
    Rule("date.day-range", r"<G><YEAR1>?(?:(?P<m><M>)<YUE>|(?P<rm><RELMONTH>))<S>(?P<d><D>)(?:<RI>)?<TAIL1><SEP><YEAR2>?(?:(?P<m2><M>)<YUE><S>)?(?P<d2><D>)<RI><TAIL2>", absolute.day_range, "【10月8日至10日】"),
    Rule("date.two-days", r"<G><YEAR1>?(?:(?P<m><M>)<YUE>|(?P<rm><RELMONTH>))<S><TWODAYS>(?P<d><D>)(?:<RI>)?[、和](?P<d2><D>)<RI><TAIL2>", absolute.day_range, "【3月8日和9日】"),
    Rule("date.day", r"<G><YEAR1>?(?:(?P<m><M>)<YUE>|(?P<rm><RELMONTH>))<S>(?P<d><D>)(?:<RI>|(?=[、和]\d\d?[日号]))<TAIL1>", absolute.day, "【3月20日上午】"),
    Rule("date.bare-day-range", r"(?<![\d.年月期续第/])(?P<d>\d\d?)(?:<RI>)?<TAIL1><SEP>(?P<d2>\d\d?)<RI>(?!内|龄)<TAIL2>", absolute.bare_day_range, "【8—10日】"),
    Rule("date.bare-two-days", r"(?<![\d.年月期续第/、和])<TWODAYS>(?P<d>\d\d?)(?:<RI>)?[、和](?P<d2>\d\d?)<RI>(?!内|龄)<TAIL2>", absolute.bare_day_range, "【28、29日】"),
    Rule("date.bare-day", r"(?<![\d.年期续第/近前后每A-Za-z-])(?:(?P<d>3[01]|[12]\d|0?[1-9])<S>日(?![内龄游均])|(?:<HERE>|(?=\d\d?号<DEED>))(?P<d_>3[01]|[12]\d|[1-9])<RI>(?![\d:：、-]))<TAIL1>", absolute.bare_day, "【29日】，"),
    # ------------------------------------------------------------ parts of years and months
    Rule("date.ordinal", r"<YEAR1>第(?P<n><NUM>)个?(?P<unit>月|季度|周|星期|礼拜)", units.ordinal, "【2021年的第三个月】"),
    Rule("date.first-of", r"<YEAR1>(?P<side>前|头|最初|最后|后)<S>(?P<n><NUM>)<S>个?<S>(?P<unit>月|季度|周|星期|礼拜|天)", units.first_of, "【2021年的前2周】"),
    Rule("date.nth-weekday", r"<G><YEAR1>?(?P<m><M>)<YUE>的?第(?P<n>[一二三四1-4])个(?:星期|周|礼拜)(?P<wd>[一二三四五六日天])<TAIL1>", units.nth_weekday, "【11月的第三个星期三】"),
    Rule("date.half", r"<G><YEAR1>?(?P<half><HALF>)(?P<unit>年|月)", units.half, "【2017年下半年】"),
    Rule("date.half-shift", r"(?P<shift>上|下|本|这)一?个半年", units.half_shift, "【上个半年】"),
    Rule("date.quarter", r"<G><YEAR1>?(?P<up>前)?第?(?P<q>[一二三四1-4])个?季度", units.quarter, "【前三季度】"),
    Rule("date.quarter-shift", r"<HERE>(?P<shift>上|下|本|这)一?个?季度", units.quarter_shift, "【本季度】"),
    Rule("date.month-range", r"<G><YEAR1>?(?:(?P<m><M>)<YUE>|(?P<m_>1[0-2]|[1-9]))<SEP><YEAR2>?(?P<m2><M>)<YUE>(?!\d)", absolute.month_range, "【3月到5月】"),
    Rule("date.month", r"<G><YEAR1>?(?:(?P<m><M>)<YUE>(?![光饼球亮])|(?P<rm><RELMONTH>))" + VAGUE_TAIL, absolute.month, "【10月底】前"),
    Rule("date.season", r"(?:<G><YEAR1>|(?P<rs>[今去明]))(?P<season><SEASON>)(?:天|季)?(?![季奥节运耕晚雨游令日粮种风收播训残招管笋茶])", units.season, "【2018年冬季】"),
    # ------------------------------------------------------------ years
    Rule("date.decade", r"(?:(?P<y>1\d|20)(?P<dd>\d0)|(?:(?P<c>1\d|2[01]|[一二]?十[一二三四五六七八九]?)世纪|(?P<rc>上个?世纪|本世纪))?<S>(?P<dec>[1-9]0|[一二三四五六七八九]十))年代(?:初|中|末|后)?期?", units.decade, "【九十年代】"),
    Rule("date.before-christ", r"公元前(?P<n><NUM>)年", units.before_christ, "【公元前221年】"),
    Rule("date.year-range", r"<G>(?:<YEAR1>|(?P<y_><YYYY>))<SEP>(?:(?P<y2><YYYY>|<YY>)<S>年|(?P<ry2><RELYEAR>)(?![上下]半|第|\d|前))", absolute.year_range, "【1995-1997年】"),
    Rule("date.year-range-bare", r"(?<=[(（])(?P<y><YYYY>)<SEP>(?P<y2><YYYY>)(?=[)）])", absolute.year_range, "规划（【2018—2022】）"),
    Rule("date.year", r"<G>(?:(?:公元|西元)?(?P<y><YYYY>|0\d|[〇○零九八][" + "〇○零一二三四五六七八九])<S>年|(?P<ry><RELYEAR>)|(?P<rg><REIGN>)(?P<rn><NUM>|元)年)(?:年?(?P<vague>初|底|末|内))?(?![来多余级龄制]|一遇|的?历史|以上|以下)", absolute.year, "【2019年】工作总结"),
    Rule("date.year-end", r"(?<![\d百千万多半全整学青少成老中幼近每历周末两三五十去今前明同])年(?P<vague>底|初|末)", relative.year_end, "【年底】前"),
    Rule("date.month-end", r"(?<![\d个月])月(?P<vague>底|初|末)", relative.month_end, "【月底】前"),
    Rule("date.century", r"(?:(?P<c>1\d|2[01]|[一二]?十[一二三四五六七八九]?)世纪|(?P<rc>上个?世纪|本世纪))(?:初|末|中叶)?", units.century, "【十九世纪】"),
    # ------------------------------------------------------------ counted from the day of writing
    Rule("date.relative-day", r"(?<![目以之日年月提当先最今然此空光文聪])(?:(?P<rel><RELDAY>)(?:<S>(?P<part_><PART>))?|(?P<rp><RELPART>))(?:<BRACKET>)?<TAIL1>", relative.relative_day, "【昨日（18日）】", title_too=False),
    Rule("date.weekday", r"(?:(?:<HERE>(?P<ws><SHIFT>))(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末](?!次))|(?<![每双单隔逢上下第个、])(?:(?:星期|礼拜)(?P<wd_>[一二三四五六日天])|(?<![一二两三四五六七八九十\d几半整多])周(?P<w_>[一二三四五六日])(?=[上下晚早中凌夜,，。；（( ]|$))(?!至|到|[—-]))(?:<BRACKET>)?<TAIL1>", relative.weekday, "【上周五】"),
    Rule("date.week", r"<HERE>(?P<ws><SHIFT>)(?:周|星期|礼拜)(?![一二三四五六日天末岁年边期围])", relative.week, "【上上周】"),
    Rule("date.offset", r"(?<![\d.十百千万几多第])(?P<n><NUM>|半)<S>个?<S>(?P<unit><UNIT>)<S>[之以]?(?P<dir>前|后)(?![提列三十几半后前沿身景往卫来])", relative.offset, "【5天前】"),
    Rule("date.span", r"<HERE>(?:(?P<past><PAST>)|<NEXT>)的?<S>(?P<n><NUM>)<S>个?<S>(?P<unit><UNIT>)(?![来级])", relative.span, "【未来三天】"),
    # ------------------------------------------------------------ counted from the last day told
    Rule("date.told-day", r"(?:(?P<rel><TOLDDAY>)|(?P<rp><TOLDPART>))(?:<BRACKET>)?<TAIL1>", relative.told_day, "3月20日开会。【当天下午】", title_too=False),
    Rule("date.told-part", r"(?:(?<=[。！；\n\s])|^)(?P<part1><PART>)(?=[,，])", relative.told_part, "3月20日开会。【下午】，"),
    Rule("date.vague", r"(?<![\d.几多数整作全两半〇一二三四五六七八九十百])<VAGUE>", relative.vague, "【近日】"),
)
