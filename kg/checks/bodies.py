"""How far the name of a body can be trusted to mean one body.

A 市委 that nothing resolves may be any city's; 高新区党工委 is one body on one page, and another in
another city's paper; 郑州市公安局 is the same body everywhere.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

from kg.graph.vocabulary import DCTERMS, KGO, ORG, RDFS, SKOS

if TYPE_CHECKING:
    from rdflib import URIRef

    from kg.checks.reading import Held
    from kg.graph.lookup import Triples
    from kg.lexicon import Lexicon

DEPTH = 6  # steps up from an office to the body that has a place
NAMED_PLACE = re.compile("[\u4e00-\u9fff]{2,}?(?:省|自治区|市|州|盟|县|自治旗)")
ANY_PLACE = re.compile("[\u4e00-\u9fff]+?(?:省|市|州|盟|县|旗|区|镇|乡|街道|村|社区)")
OWN_NAME = frozenset({KGO.Company, KGO.School, KGO.Hospital, KGO.Media, KGO.Association, KGO.Institution})
ROOM = 2  # signs that a name keeps when its endings are taken off: 宏达 of 宏达公司


class Reach(IntEnum):
    """Where a body's name means one body."""

    NOWHERE = 0  # 市委, 办公室, 国家
    DOCUMENT = 1  # 高新区党工委: one body within one document
    EVERYWHERE = 2  # 郑州市委, or a body whose place the graph knows


class Bodies:
    """Judges the names of bodies of one graph, each once."""

    def __init__(self, triples: Triples, lexicon: Lexicon) -> None:
        self._triples = triples
        self._own = lexicon.words("organs", "own_heads")
        self._relative = lexicon.words("organs", "relative_heads")
        self._absolute = lexicon.words("organs", "not_relative")
        self._endings = sorted({*lexicon.words("organs", "suffixes"), *lexicon.words("seats", "bare_words")},
                               key=lambda w: (-len(w), w))
        self._zones = lexicon.words("posts", "zones")
        self._known: dict[URIRef, Reach] = {}

    def reach(self, body: URIRef) -> Reach:
        """How far the name of the body means one body."""
        known = self._known.get(body)
        if known is None:
            known = self._known[body] = self._judge(body)
        return known

    def named_in(self, held: Held) -> bool:
        """Whether a sentence of the tenure names the body, or its paper speaks for the body's place.

        Else a short form was resolved by what stands elsewhere: 阿斯塔纳市长 beside a mention of 上海市.
        """
        forms = self._forms(held.body)
        texts = {quote.text for quote in held.quotes}
        if any(tail in text for form in forms for tail in self._tails(form) for text in texts):
            return True
        texts |= {self._triples.text(quote.article, KGO.locality) for quote in held.quotes}
        return any(form[:ROOM] in text for form in forms for text in texts)

    def _tails(self, form: str) -> list[str]:
        """The name, and what is left of it without its first signs, as far as that still names a body."""
        tails = (form[i:] for i in range(len(form) - ROOM))
        return [tail for tail in tails if not self.relative(tail) and not self.bare(tail)]

    def _forms(self, body: URIRef) -> list[str]:
        """The label and those other forms that name the body by themselves."""
        others = (form.removeprefix("中共") for form in self._triples.texts(body, SKOS.altLabel))
        named = [form for form in others if not self.relative(form) and not self.bare(form)]
        return [self._triples.text(body, RDFS.label), *named]

    def _judge(self, body: URIRef) -> Reach:
        name = self._triples.text(body, RDFS.label)
        if self.relative(name) or self.bare(name):
            return Reach.NOWHERE
        if self._placed(body) or (NAMED_PLACE.match(name) and not self.relative(name)):
            return Reach.EVERYWHERE
        if ANY_PLACE.match(name) or name.startswith(self._zones):
            return Reach.DOCUMENT
        kind = self._triples.link(body, ORG.classification)
        return Reach.DOCUMENT if kind in OWN_NAME else Reach.NOWHERE

    def relative(self, name: str) -> bool:
        """Whether a name begins with a sign for the article's own place: 市委, 区教育局, 我县."""
        if name.startswith(self._own):
            return True
        return name.startswith(self._relative) and not name.startswith(self._absolute)

    def bare(self, name: str) -> bool:
        """Whether a name is nothing but endings of bodies: 办公室, 党委办公室, 国家."""
        rest = name
        while rest:
            ending = next((e for e in self._endings if rest.endswith(e)), "")
            if not ending:
                break
            rest = rest.removesuffix(ending)
        return len(rest) < ROOM and not ANY_PLACE.match(name)

    def _placed(self, body: URIRef) -> bool:
        """Whether the body, or one that it is part of, has a place that is itself anchored."""
        current: URIRef | None = body
        for _ in range(DEPTH):
            if current is None:
                return False
            place = self._triples.link(current, DCTERMS.spatial)
            if place:
                return bool(
                    self._triples.link(place, DCTERMS.isPartOf) or self._triples.text(place, KGO.gbCode)
                    or NAMED_PLACE.match(self._triples.text(place, RDFS.label))
                )
            current = self._triples.link(current, ORG.subOrganizationOf)
        return False
