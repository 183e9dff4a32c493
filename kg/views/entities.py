"""The nodes of the page: people, bodies, activities, sites, divisions, initiatives, articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.lookup import Triples, local
from kg.graph.vocabulary import DCTERMS, KGO, ORG, RDFS, SKOS
from kg.views.evidence import EvidenceTable, Record, Tail, article_record
from kg.views.pinyin import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rdflib import URIRef
    from rdflib.term import Node

    from kg.model import ArticleInfo
    from kg.views.extent import Extent

KINDS = {
    "Person": KGO.Person,
    "Organization": KGO.Organization,
    "Activity": KGO.Activity,
    "Site": KGO.Site,
    "Division": KGO.AdminDivision,
    "Initiative": KGO.Initiative,
    "Article": KGO.Article,
}
_TERMS = {"Organization": ORG.classification, "Initiative": KGO.initiativeKind}


class Entities:
    """The numbered nodes, all or those of an extent. Articles come first, so that sentences can point at them."""

    def __init__(self, triples: Triples, articles: Iterable[ArticleInfo], extent: Extent | None = None) -> None:
        self._triples = triples
        self._extent = extent
        self.iris: list[URIRef] = []
        self._kinds: list[str] = []
        for kind in ("Article", *(k for k in KINDS if k != "Article")):
            found = [iri for iri in triples.instances(KINDS[kind]) if extent is None or iri in extent.nodes]
            self.iris += found
            self._kinds += [kind] * len(found)
        self.index: dict[Node, int] = {iri: number for number, iri in enumerate(self.iris)}
        shown = {local(iri) for iri in self.of_kind("Article")}
        self._infos = {info.id: info for info in articles if info.id in shown}
        self.tail = Tail(common_base(self.iris))
        self.evidence = EvidenceTable(triples, self.index)

    def records(self) -> list[Record]:
        """One record a node, in the order of `iris`."""
        return [self._record(kind, iri) for kind, iri in zip(self._kinds, self.iris, strict=True)]

    def of_kind(self, wanted: str) -> list[URIRef]:
        """The IRIs of one kind of node, in their order."""
        return [iri for kind, iri in zip(self._kinds, self.iris, strict=True) if kind == wanted]

    def numbers(self, iris: Iterable[Node]) -> list[int]:
        """The numbers of the nodes among these IRIs, in order."""
        return sorted(self.index[iri] for iri in iris if iri in self.index)

    def _record(self, kind: str, iri: URIRef) -> Record:
        label = self._triples.text(iri, RDFS.label)
        record: Record = {"kind": kind, "iri": self.tail(iri), "label": label, **self._special(kind, iri)}
        if self._extent and kind == "Person" and iri not in self._extent.whole:
            record["partial"] = True
        record["pinyin"] = name_key(label)
        aliases = self._triples.texts(iri, SKOS.altLabel)
        if aliases:
            record["aliases"] = aliases
        places = self.numbers(self.places(iri))
        if places:
            record["places"] = places
        return record

    def texts(self) -> list[str]:
        """The raw texts of the articles, in their order."""
        infos = (self._infos.get(local(iri)) for iri in self.of_kind("Article"))
        return [info.raw if info else "" for info in infos]

    def places(self, iri: URIRef) -> list[URIRef]:
        """The divisions that a body, site or division lies in."""
        return [*self._triples.links(iri, DCTERMS.isPartOf), *self._triples.links(iri, DCTERMS.spatial)]

    def _special(self, kind: str, iri: URIRef) -> Record:
        if kind == "Article":
            return article_record(self._triples, iri, self._infos.get(local(iri)))
        if kind == "Activity":
            return self._activity(iri)
        record: Record = {"term": self._triples.term(iri, _TERMS[kind])} if kind in _TERMS else {}
        code = self._triples.text(iri, KGO.gbCode)
        return record | ({"gbCode": code} if code else {})

    def _activity(self, iri: URIRef) -> Record:
        term = self._triples.term(iri, KGO.activityType) or "Other"
        record: Record = {"term": term, "evidence": self.evidence.of(iri)}
        return record | fact_marks(self._triples, iri) | date_record(self._triples, iri)


def fact_marks(triples: Triples, fact: Node) -> Record:
    """The rules that made a fact and how sure they are."""
    marks: Record = {"rules": triples.texts(fact, KGO.rule)}
    confidence = triples.number(fact, KGO.confidence)
    return marks if confidence is None else marks | {"confidence": confidence}


def date_record(triples: Triples, fact: Node) -> Record:
    """The date of a fact, only the properties that are there."""
    names = {
        "text": KGO.dateText, "edtf": KGO.edtf, "end": KGO.edtfEnd, "from": KGO.earliest, "to": KGO.latest, "part": KGO.dayPart,
    }
    date: Record = {name: text for name, prop in names.items() if (text := triples.text(fact, prop))}
    basis = triples.term(fact, KGO.dateBasis)
    if basis:
        date["basis"] = basis
    return {"date": date} if date else {}


def common_base(iris: Sequence[Any]) -> str:
    """What all IRIs begin with, up to a slash: https://kg.example/id/."""
    if not iris:
        return ""
    low, high = str(min(iris)), str(max(iris))
    same = next((i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    return low[: low.rfind("/", 0, same) + 1]
