"""Why the graph says what it says of a thing: its facts, the rules that made them, the sentences that state them."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.insight.store import Store
    from kg.model import Article, Mention
    from kg.pipeline import Reading

PREFIXES = """
PREFIX kgo: <https://kg.example/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
NAMES = f"""{PREFIXES}
SELECT DISTINCT ?node ?name ?label WHERE {{
  ?node rdfs:label ?label ; rdfs:label|skos:altLabel ?name .
  FILTER NOT EXISTS {{ ?node a kgo:Evidence }} FILTER NOT EXISTS {{ ?node a skos:Concept }}
}}"""
FACTS = f"""{PREFIXES}
SELECT DISTINCT ?fact ?type ?label ?rule ?confidence ?doc ?start ?end ?exact WHERE {{
  {{ ?fact ?role $node }} UNION {{ BIND($node AS ?fact) }}
  ?fact a ?type ; rdfs:label ?label ; kgo:rule ?rule ; kgo:evidence ?evidence .
  FILTER STRSTARTS(STR(?type), STR(kgo:)) FILTER(?type != kgo:Fact)
  ?evidence oa:start ?start ; oa:end ?end ; oa:exact ?exact ; oa:hasSource/kgo:sourceFile ?doc .
  OPTIONAL {{ ?fact kgo:confidence ?confidence }}
}} ORDER BY ?type ?label ?fact ?doc ?start ?rule"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a fact is stated: raw offsets in a document, and the words."""

    doc: str
    start: int
    end: int
    exact: str


@dataclass(slots=True)
class Explained:
    """One fact with its rules and sentences, each once."""

    iri: str
    type: str
    label: str
    confidence: str = ""
    rules: dict[str, None] = field(default_factory=dict)
    sentences: dict[Sentence, None] = field(default_factory=dict)


def find_things(store: Store, asked: str) -> list[tuple[str, str]]:
    """IRI and label of every thing of a name, or of one IRI or the tail of one (person/管城回族区-虎强).

    Raises KgError, with names that are near, where there is none.
    """
    rows = store.rows(NAMES)
    found = {r["node"]: r["label"] for r in rows if asked in (r["name"], r["node"]) or r["node"].endswith(f"/{asked}")}
    if not found:
        names = {row["name"] for row in rows}
        near = sorted((name for name in names if asked in name), key=lambda n: (len(n), n))[:3] or get_close_matches(asked, sorted(names), n=3)
        hint = f"; did you mean {'、'.join(near)}?" if near else ""
        raise KgError(f"{store.path}: nothing is called {asked}{hint}")
    return sorted(found.items())


def explain(store: Store, iri: str) -> list[Explained]:
    """The facts that a thing takes part in, or the one fact that it is."""
    facts: dict[str, Explained] = {}
    for row in store.rows(FACTS.replace("$node", f"<{iri}>")):
        kind = row["type"].rpartition("#")[2]
        fact = facts.setdefault(row["fact"], Explained(row["fact"], kind, row["label"], row.get("confidence", "")))
        fact.rules[row["rule"]] = None
        fact.sentences[Sentence(row["doc"], int(row["start"]), int(row["end"]), row["exact"])] = None
    return list(facts.values())


def steps(readings: Iterable[Reading], sentence: Sentence) -> list[tuple[Article, Mention]]:
    """What was seen in a sentence on the way to its facts, in order of text; [] where it is not in these readings."""
    found = []
    for reading in readings:
        article = reading.article
        if article.doc == sentence.doc and "".join(article.raw[sentence.start : sentence.end].split()) == sentence.exact:
            found += [(article, m) for m in reading.mentions if _inside(article.raw_span(m.start, m.end), sentence)]
    return found


def _inside(span: tuple[int, int], sentence: Sentence) -> bool:
    return sentence.start <= span[0] and span[1] <= sentence.end
