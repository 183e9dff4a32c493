"""A page read by itself: what its articles name, what those names mean there, and its facts with their dates settled.

Nothing here asks for another page, so pages are read in any order, by any process, and what comes out can be kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.model import ArticleInfo, Byline, OrgRef, Tenure
from kg.resolution.local.aliases import Aliases
from kg.resolution.local.bodies import Bodies
from kg.resolution.local.institutes import with_institute
from kg.resolution.local.locality import Localities, is_fragment
from kg.resolution.local.records import Alias, Holding, NamedBody, NamedSite, Page, PageFacts, Part
from kg.resolution.local.references import Exchange, Seen, article_of, references
from kg.resolution.local.seen import attested
from kg.resolution.local.years import anchor_of, with_year, year_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, Fact, PostRef
    from kg.resolution.local.bodies import Body
    from kg.resolution.local.locality import Home


COMMITTEES = {"村委会": ("", "村"), "居委会": ("", "社区")}  # and what may stand for its place
HEAD = "主任"
LEVELS = frozenset("省市区县州旗镇乡村局厅校院会处国")


class PageReader:
    """Reads pages with the words of one lexicon."""

    def __init__(self, lex: Lexicon) -> None:
        self.localities = Localities(lex)
        self.bodies = Bodies(lex, self.localities)
        self._aliases = Aliases(lex, self.localities.scan)
        self._year_words = year_words(lex)
        self._countries = frozenset(lex.words("bodies", "country_signs")) - LEVELS

    def page(self, articles: Sequence[Article], facts: Mapping[str, Sequence[Fact]]) -> PageFacts:
        """What the articles of one document tell; `facts` by the id of their article."""
        own = [facts.get(a.id, ()) for a in articles]
        own = [_as_printed(told) if is_fragment(a) else told for a, told in zip(articles, own, strict=True)]
        homes = self._homes(articles, [references(told) for told in own])
        own = [self._stated(told, home) if home.fragment else told for told, home in zip(own, homes, strict=True)]
        seen = [references(told) for told in own]
        parts = tuple(self._part(*row) for row in zip(articles, own, seen, homes, strict=True))
        page = Page(articles[0].doc, parts, tuple(self._paired(articles, parts)))
        return PageFacts(page, tuple(self._dated(articles, own)))

    def _homes(self, articles: Sequence[Article], seen: Sequence[Seen]) -> list[Home]:
        homes = self.localities.homes(articles, {name for one in seen for name in one.people})
        scan = self.localities.scan
        return [with_institute(homes[a.id], a, one, scan) for a, one in zip(articles, seen, strict=True)]

    def _stated(self, facts: Sequence[Fact], home: Home) -> list[Fact]:
        """The facts of a fragment without posts of a body that it neither prints nor tells by a place: 市长 of no city."""
        return [fact for fact in facts if not isinstance(fact, Tenure) or self._told(fact.post.org, home)]

    def _told(self, org: OrgRef, home: Home) -> bool:
        return len(org.printed) > 1 or org.printed in self._countries or self.bodies.read(org.name, home).place is not None

    def _part(self, article: Article, facts: Sequence[Fact], seen: Seen, home: Home) -> Part:
        bodies = {name: self._body(name, article, home) for name in (*seen.bodies, *seen.sites) if name}
        authors = dict.fromkeys(fact.person.name for fact in facts if isinstance(fact, Byline))
        held = dict.fromkeys((person, post.org.name) for person, post in seen.posts if post.org.name)
        return Part(
            _info(article), fragment=home.fragment, here=home.here,
            people=tuple(dict.fromkeys(seen.people)), authors=tuple(authors),
            held=tuple(Holding(person, bodies[name]) for person, name in held),
            bodies=tuple(NamedBody(name, bodies[name], n) for name, n in Counter(filter(None, seen.bodies)).items()),
            sites=tuple(
                NamedSite(name, bodies[name], *self.bodies.heads.division(name, home), n) for name, n in Counter(seen.sites).items()
            ),
        )

    def _body(self, name: str, article: Article, home: Home) -> Body:
        """The body that a name means in an article, with a key of its own where the name alone does not tell."""
        body = self.bodies.read(name, home)
        before, after = self._scope(body, article, home)
        if not before and not after:
            return body
        parent = body.parent and (self._body(body.parent[1], article, home).key, body.parent[1])
        return replace(body, key=before + body.key + after, parent=parent)

    def _scope(self, body: Body, article: Article, home: Home) -> tuple[str, str]:
        """What is set before and after the key of a body of which each place or file has one of its own: 管城回族区-商务局."""
        if body.place is not None or body.national or self.bodies.kinds.distinctive(body.name):
            return "", ""
        if home.fragment and not self.bodies.heads.relative(body.name):
            return "", ""
        return (f"{home.here.key}-", "") if home.here and not home.fragment else ("", f"-{article.sha256[:8]}")

    def _paired(self, articles: Sequence[Article], parts: Sequence[Part]) -> Iterator[Alias]:
        """Forms of one name among the names of bodies, and of the places gone to."""
        keys: dict[str, str] = {}
        for part in parts:
            if not part.fragment:
                for body in part.bodies:
                    keys.setdefault(body.body.name, body.body.key)
                for site in part.sites:
                    keys.setdefault(site.name, site.body.key)
        for short, full in self._aliases.pairs((article.text for article in articles), keys):
            if keys[short] != keys[full]:
                yield Alias(short, keys[short], full, keys[full])

    def _dated(self, articles: Sequence[Article], facts: Sequence[Sequence[Fact]]) -> Iterator[tuple[Fact, ...]]:
        """The facts of each article, years settled by the page, posts with the days that attest them."""
        anchor = anchor_of(articles, self._year_words)
        for article, printed in zip(articles, facts, strict=True):
            exchange = anchor and Exchange(date=lambda value, own=article.id: with_year(value, anchor, own))  # type: ignore[misc]
            told = [exchange.fact(fact) for fact in printed] if exchange else printed
            yield tuple(attested(told, article.published))


@cache
def page_reader(lex: Lexicon) -> PageReader:
    """The reader of a lexicon, made once a process."""
    return PageReader(lex)


def pages(articles: Iterable[Article], facts: Iterable[Fact], reader: PageReader) -> Iterator[PageFacts]:
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
    for own in by_doc.values():
        yield reader.page(list(own.values()), by_article)


def _info(article: Article) -> ArticleInfo:
    start, end = article.raw_span(0, len(article.text)) if article.text else (0, 0)
    return ArticleInfo(
        id=article.id, doc=article.doc, sha256=article.sha256, headline=article.headline, published=article.published,
        paper=article.paper, locality=article.locality, start=start, end=end, raw=article.raw[start:end],
    )


def _as_printed(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a fragment: bodies and titles as its words have them (组织部, 原书记), for nothing around tells more."""
    exchange = Exchange(
        body=lambda ref: replace(ref, name=ref.printed or ref.name),
        post=lambda post: _committee(replace(post, title=post.mark + post.title, mark="")),
    )
    return [exchange.fact(fact) for fact in facts]


def _committee(post: PostRef) -> PostRef:
    """村委会主任 of a village that nothing names is head of a committee: 村委会, 主任."""
    committee = post.title.removesuffix(HEAD)
    if committee not in COMMITTEES or post.org.printed not in COMMITTEES[committee]:
        return post
    return replace(post, org=OrgRef(committee, committee), title=HEAD)
