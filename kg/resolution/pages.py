"""Pages: the articles of one document with their facts and what those refer to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.resolution.aliases import subsequence
from kg.resolution.locality import is_fragment
from kg.resolution.placenames import Locus
from kg.resolution.references import Exchange, Seen, article_of, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Article, Fact
    from kg.resolution.locality import Home, Localities
    from kg.resolution.scan import Scanner

INSTITUTE = re.compile("[\u4e00-\u9fff]{3,}(?:学院|医院|研究院|法院|检察院)|[\u4e00-\u9fff]{2,4}[中高]院")
UNIVERSITY = re.compile("大学(?!生)")
LONGEST_UNIVERSITY = 10  # characters of the name of one


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a page: its facts, what they refer to, and the places it speaks for."""

    article: Article
    facts: Sequence[Fact]
    seen: Seen
    home: Home


@dataclass(frozen=True, slots=True)
class Page:
    doc: str
    parts: tuple[Part, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(part.article for part in self.parts)


def pages(articles: Iterable[Article], facts: Iterable[Fact], localities: Localities) -> Iterator[Page]:
    """Pages in order of document; facts of an article that is not among `articles` raise KgError.

    The same bytes under two file names are one page, that of the name that sorts first.
    """
    by_article: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_article[article_of(fact)].append(fact)
    by_doc: dict[str, dict[str, Article]] = defaultdict(dict)
    known: set[str] = set()
    for article in sorted(articles, key=lambda a: (a.doc, a.number, a.sha256)):
        if article.id not in known:
            known.add(article.id)
            by_doc[article.doc][article.id] = article
    if stray := by_article.keys() - known:
        raise KgError(f"facts of an article that is not given: {min(stray)}")
    for doc, own in by_doc.items():
        yield _page(doc, list(own.values()), by_article, localities)


def _page(doc: str, articles: Sequence[Article], facts: Mapping[str, list[Fact]], localities: Localities) -> Page:
    facts = {a.id: _as_printed(facts.get(a.id, [])) if is_fragment(a) else facts.get(a.id, []) for a in articles}
    seen = {article.id: references(facts[article.id]) for article in articles}
    names = {name for one in seen.values() for name in one.people}
    homes = localities.homes(articles, names)
    return Page(
        doc, tuple(Part(a, facts[a.id], seen[a.id], _with_institute(homes[a.id], a, seen[a.id], localities.scan)) for a in articles)
    )


def _as_printed(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a fragment: bodies and titles as its words have them (组织部, 原书记), for nothing around tells more."""
    exchange = Exchange(
        person=lambda ref: ref,
        body=lambda ref: replace(ref, name=ref.printed or ref.name),
        site=lambda ref: ref,
        date=lambda value: value,
        post=lambda post: replace(post, title=post.mark + post.title, mark=""),
    )
    return [exchange.fact(fact) for fact in facts]


def _with_institute(home: Home, article: Article, seen: Seen, scan: Scanner) -> Home:
    """The home with what 院 and 校 stand for: the one court or hospital, the one university that the article names."""
    if home.fragment:
        return home
    signs = dict(home.by_sign)
    sources = INSTITUTE.findall(article.origin)
    named = {name for name in (*seen.bodies, *seen.sites, *sources) if INSTITUTE.fullmatch(name)}
    named = {name for name in named if name in article.headline} or named
    schools = _own_schools(f"{article.origin} {article.text}", scan)
    for sign, names in (("院", named), ("校", schools)):
        full = max(names, key=lambda n: (len(n), n), default="")
        if full and sign not in signs and all(name == full or subsequence(name, full) for name in names):
            signs[sign] = Locus(full, full, body=True)
    return replace(home, by_sign=signs)


def _universities(text: str, scan: Scanner) -> Iterator[str]:
    """The names of universities that begin with the name of a place."""
    for match in UNIVERSITY.finditer(text):
        heads = (text[start : match.end()] for start in range(max(0, match.end() - LONGEST_UNIVERSITY), match.start()))
        yield from [name for name in heads if scan.prefix(name)][-1:]


def _own_schools(text: str, scan: Scanner) -> set[str]:
    """The universities for which 校 may stand: none whose people come, nor one gone to, nor any named after that."""
    names = list(dict.fromkeys(_universities(text, scan)))
    hosts = [at for name in names if (at := _gone_to(name, text)) >= 0]
    return {name for name in names if not _guest(name, text) and not (hosts and text.find(name) >= min(hosts))}


def _gone_to(name: str, text: str) -> int:
    """Where an article tells that people of its own school go to this one: 应某大学邀请，校党委书记…赴某大学; -1 where it does not."""
    told = re.search(f"(?:应|校[^。\n]{{0,60}}?(?:赴|前往)){re.escape(name)}", text)
    return text.find(name, told.start()) if told else -1


def _guest(name: str, text: str) -> bool:
    """Whether people of this school come to the one that speaks: 某某大学…一行来我校."""
    return re.search(f"{re.escape(name)}[^。\n]{{0,90}}?(?:来|到|赴|莅临|访问)(?:了|访)?[我学]?校|{re.escape(name)}[^。\n]{{0,20}}来访", text) is not None
