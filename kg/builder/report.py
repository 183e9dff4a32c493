"""What a build tells of itself: the summary for people, `build.json` for programs."""

from __future__ import annotations

import json
import platform
from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Finding, Resolved
    from kg.pipeline import Knowledge

NO_CONTRADICTION = frozenset({"shape", "judgement-unmatched"})
LIBRARIES = ("jieba", "rdflib", "networkx", "pyvis")


@dataclass(frozen=True, slots=True)
class Report:
    """`left_out` names the files that are not in the graph, `notes` says what else is worth knowing of the input.

    `read` counts the documents that this build has read itself; the others were kept by an earlier one.
    """

    files: tuple[Path, ...]
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    left_out: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    read: int = 0


def counts_of(knowledge: Knowledge, left_out: int) -> dict[str, int]:
    """How much of each kind there is; posts are those that somebody is told to hold."""
    from kg.graph.store import by_subject  # noqa: PLC0415  # rdflib, which kg parse does without
    from kg.graph.vocabulary import KGO, RDF  # noqa: PLC0415

    known, store = knowledge.resolved, by_subject(knowledge.graph)
    tenures = store.holders(RDF.type, KGO.Tenure)
    return {
        "documents": len({a.doc for a in known.articles}),
        "articles": len(known.articles),
        "people": len(known.people),
        "organizations": len(known.organizations),
        "posts": len({post for tenure in tenures for post in store.values(tenure, KGO.post)}),
        "tenures": len(tenures),
        "activities": len(store.holders(RDF.type, KGO.Activity)),
        "statements": len(store.holders(RDF.type, KGO.Statement)),
        "structures": len(store.holders(RDF.type, KGO.Structure)),
        "triples": len(knowledge.graph),
        "contradictions": sum(f.kind not in NO_CONTRADICTION for f in knowledge.findings),
        "left_out": left_out,
    }


def write_report(report: Report, known: Resolved, described: dict[str, str | None], lexicon: str, path: Path) -> None:
    """Everything but `timings` is the same for the same input and versions."""
    articles = Counter((article.doc, article.sha256) for article in known.articles)
    data = {
        "versions": {
            "kg": version("kg-newspaper"),
            "lexicon": lexicon,
            "python": platform.python_version(),
            **{name: version(name) for name in LIBRARIES},
        },
        "options": described,
        "inputs": [{"doc": doc, "sha256": sha256, "articles": n} for (doc, sha256), n in sorted(articles.items())],
        "left_out": [_told(finding) for finding in report.left_out],
        "notes": [_told(finding) for finding in report.notes],
        "counts": report.counts,
        "timings": {stage: round(seconds, 3) for stage, seconds in report.timings.items()},
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _told(finding: Finding) -> dict[str, str]:
    return {"file": finding.file, "kind": finding.kind, "message": finding.message}
