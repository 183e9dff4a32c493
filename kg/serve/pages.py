"""The files of the pages, the headers they go out with, and the terms that the editor completes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from rdflib import Graph

from kg.graph.vocabulary import DCTERMS, FOAF, KGO, OA, ORG, PREFIXES, PROV, RDFS, SDO, SKOS
from kg.resources import ontology_file

PAGE: Final = Path(__file__).parent / "page"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def headers() -> dict[str, str]:
    """No script but the server's own, no other site, no guess at types."""
    return {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


@cache
def terms() -> list[dict[str, str]]:
    """Every term that the graph uses, with its prefix, and the Chinese label of our own."""
    ontology = Graph().parse(ontology_file("kg.ttl"))
    found = {}
    for vocabulary in (KGO, ORG, PROV, OA, FOAF, SKOS, DCTERMS, SDO):
        for name in vocabulary.__annotations__:
            if not name.startswith("_"):
                term = vocabulary[name]
                labels = [str(o) for o in ontology.objects(term, RDFS.label) if str(getattr(o, "language", "")).startswith("zh")]
                found[_short(str(term))] = labels[0] if labels else ""
    kinds = {name: "class" if name.partition(":")[2][:1].isupper() else "property" for name in found}
    return [{"label": name, "detail": detail, "type": kinds[name]} for name, detail in sorted(found.items())]


def _short(iri: str) -> str:
    return next(f"{prefix}:{iri.removeprefix(namespace)}" for prefix, namespace in PREFIXES.items() if iri.startswith(namespace))
