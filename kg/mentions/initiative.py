"""Initiatives with a name of their own: “三送一强”活动, 安悦充电桩项目, 主题教育, 紫荆网络安全科技园."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.mentions.words import words_of
from kg.model import Mention
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article

LONGEST = 26  # characters of an unquoted name
SHORTEST = 3  # characters of a name before its ending
NAME_END = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9·（）\-—]")
COUNTED = re.compile(r"[一二三四五六七八九十两双百千]")
POINTING = re.compile(r"[这那此该哪]|[一二三四五六七八九十两几多\d]+[大个项批]$")
BOUNDARY_TAGS = frozenset({"p", "c", "d", "r", "uj", "ul", "uz", "ug"})  # jieba: prepositions, conjunctions, adverbs, pronouns
PROPER_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "eng", "x"})
EXAMPLES = {
    "initiative.quoted": "开展“三送一强”活动。",
    "initiative.quoted-counted": "巡查“一节一展”布展筹备工作。",
    "initiative.again": "推进“四访五助”工作，“四访五助”要见实效。",
    "initiative.standing": "汇报主题教育开展情况。",
    "initiative.named": "就青禾充电桩项目进行洽谈。",
    "initiative.site": "参观云杉科技园项目。",
    "initiative.site-figures": "“云杉数字科技园”位于湖畔，占地183亩。",
}


FIGURES = re.compile("位于|坐落|选址|占地|投资|建筑面积|规划面积")  # one of these follows a park whose size is told
SITE_BEFORE, SITE_AFTER = 40, 48  # characters around it that hold the park's name and what is told


@record
class Grammar:
    """Patterns and words of initiatives, from a lexicon."""

    quoted: re.Pattern[str]
    standing: re.Pattern[str]
    ending: re.Pattern[str]
    site: re.Pattern[str]
    kinds: dict[str, str]
    boundary: frozenset[str]
    determiner: frozenset[str]
    generic: frozenset[str]
    excluded: frozenset[str]
    site_endings: tuple[str, ...]
    geographic: tuple[str, ...]


@cache
def grammar(lex: Lexicon) -> Grammar:
    after, endings, standing = (lex.map("initiatives", t) for t in ("after_quote", "name_endings", "standing"))
    stop = f"(?!{_any(lex.words('initiatives', 'not_followed'))})"
    sites = lex.words("initiatives", "place_endings")
    return Grammar(
        quoted=re.compile(rf"“(?P<name>[^“”，。！？；：,;:]{{2,18}})”(?P<between>[\u4e00-\u9fff]{{0,4}}?)(?P<end>{_any(after)}){stop}"),
        standing=re.compile(_any(standing)),
        ending=re.compile(f"(?:{_any(endings)}){stop}"),
        site=re.compile(
            rf"“?(?P<name>[\u4e00-\u9fffA-Za-z0-9·]{{2,20}}(?:{_any(sites)}))”?(?:项目)?(?=(?:位于|坐落|选址)[^。]{{0,24}}?，(?:总)?(?:占地|规划|建筑|投资|建面)|，?(?:总)?(?:占地|投资|建筑面积|规划面积)[^。，]{{0,8}}\d)"
        ),
        kinds={**after, **endings, **standing},
        boundary=frozenset(lex.words("initiatives", "boundary")),
        determiner=frozenset(lex.words("initiatives", "determiner")),
        generic=frozenset(lex.words("initiatives", "generic")),
        excluded=frozenset(lex.words("initiatives", "not_initiatives")),
        site_endings=tuple(sites),
        geographic=lex.words("initiatives", "geographic"),
    )


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


def find_initiatives(article: Article, lex: Lexicon) -> tuple[Mention, ...]:
    """The initiatives of an article, in order and apart. A mention's value is the name: 三送一强.

    `initiative_kind` tells project, campaign or policy.
    """
    text = article.text
    g = grammar(lex)
    found: list[Mention] = []
    taken = {i for a, b in article.bylines for i in range(a, b)}
    for mention in (*_quoted(text, g), *_sites(text, g, lex), *_named(text, g, lex), *_standing(text, g)):
        _add(mention, found, taken)
    for mention in _again(text, tuple(found)):
        _add(mention, found, taken)
    return tuple(sorted(found, key=lambda m: m.start))


def _add(mention: Mention, found: list[Mention], taken: set[int]) -> None:
    """Keep a mention that shares no character with those kept before."""
    span = range(mention.start, mention.end)
    if taken.isdisjoint(span):
        found.append(mention)
        taken.update(span)


def initiative_kind(mention: Mention, lex: Lexicon) -> str:
    """project, campaign or policy, by the ending of the mention's words; "" where they do not tell."""
    kinds = grammar(lex).kinds
    if mention.rule.startswith("initiative.site"):
        return "project"
    return next((kinds[mention.text[i:]] for i in range(len(mention.text)) if mention.text[i:] in kinds), "")


def _quoted(text: str, g: Grammar) -> Iterator[Mention]:
    """A quoted coinage and what it is: “双改”工作. Words may stand between where the coinage counts: “一节一展”布展工作."""
    for m in g.quoted.finditer(text):
        name = m["name"]
        if name in g.excluded or (m["between"] and not (COUNTED.search(name) and len(name) <= 8)):
            continue
        rule = "initiative.quoted-counted" if m["between"] else "initiative.quoted"
        yield Mention("initiative", m.start(), m.end(), m[0], rule, name.replace(" ", ""))


def _again(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The same coinage in quotes anywhere else in the article."""
    names = dict.fromkeys(str(m.value) for m in found if m.rule.startswith("initiative.quoted"))
    if not names:
        return
    for m in re.finditer(f"“({_any(names)})”", text):
        yield Mention("initiative", m.start(), m.end(), m[0], "initiative.again", m[1])


def _standing(text: str, g: Grammar) -> Iterator[Mention]:
    for m in g.standing.finditer(text):
        if text[m.start() - 1 : m.start()] != "”":
            yield Mention("initiative", m.start(), m.end(), m[0], "initiative.standing", m[0].replace("“", "").replace("”", ""))


def _sites(text: str, g: Grammar, lex: Lexicon) -> Iterator[Mention]:
    """A park of which its size or cost is told: “紫荆网络安全科技园”位于…，占地183亩."""
    for m in _near(text, g.site, FIGURES, SITE_BEFORE, SITE_AFTER):
        start = m.start("name")
        if text[start - 1:start] != "“":
            start = _left_edge(text, m.end("name"), g, lex)
        name = text[start:m.end("name")]
        if len(name) > SHORTEST:
            yield Mention("initiative", start, m.end("name"), name, "initiative.site-figures", name)


def _near(text: str, pattern: re.Pattern[str], sign: re.Pattern[str], before: int, after: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern around the places of a sign that each of them holds: most texts have few."""
    floor = 0
    for s in sign.finditer(text):
        for m in pattern.finditer(text, max(floor, s.start() - before), s.end() + after):
            floor = m.end()
            yield m


def _named(text: str, g: Grammar, lex: Lexicon) -> Iterator[Mention]:
    """A name that ends in 项目, 工程, 专项行动 …: what stands left of the ending, back to a verb or a stop."""
    for m in g.ending.finditer(text):
        start = _left_edge(text, m.start(), g, lex)
        head = text[start:m.start()]
        if text[start - 1:start] == "的" and g.kinds[m[0]] == "project":
            continue  # 具有战略意义的防洪工程
        if len(head) < (2 if g.kinds[m[0]] == "campaign" else SHORTEST) or not _distinct(head, m[0], g, lex):
            continue
        if g.kinds[m[0]] == "project" and head.endswith(g.site_endings):
            yield Mention("initiative", start, m.start(), head, "initiative.site", head)
        else:
            yield Mention("initiative", start, m.end(), text[start:m.end()], "initiative.named", text[start:m.end()])


def _left_edge(text: str, end: int, g: Grammar, lex: Lexicon) -> int:
    """Where the name before `end` begins; `end` itself where a determiner shows that it is none."""
    low = max(0, end - LONGEST)
    stops = [m.end() for m in NAME_END.finditer(text, low, end)]
    low = stops[-1] if stops else low
    position = end
    for word in reversed(words_of(lex).cut(text[low:end])):
        if word in g.determiner or POINTING.match(word):
            return end
        if (word in g.boundary or words_of(lex).tag(word) in BOUNDARY_TAGS) and text[position - len(word):end].count("（") == text[position - len(word):end].count("）"):
            break
        position -= len(word)
    return end if _unbalanced(text[position:end]) else position


def _unbalanced(name: str) -> bool:
    return name.count("（") != name.count("）")


def _distinct(head: str, ending: str, g: Grammar, lex: Lexicon) -> bool:
    """Is this a name and not a kind of thing? 航海路综合改造 is, 重点建设 and 航空母舰 are not.

    A project's name holds a proper noun, or characters that are no word together; a campaign's, anything of its own.
    """
    words = words_of(lex)
    rest = [w for w in words.cut(head) if w not in g.generic]
    if g.kinds[ending] == "campaign":
        return sum(map(len, rest)) > 1
    singles = re.search(r"\b1{2,}", "".join("1" if len(w) == 1 else " " for w in rest))
    return any(len(w) > 1 and (words.tag(w) in PROPER_TAGS or w.endswith(g.geographic)) for w in rest) or singles is not None
