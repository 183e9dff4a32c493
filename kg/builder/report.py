"""What a build tells of itself: the summary for people, `build.json` for programs."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from kg.builder.edition import whole
from kg.builder.options import lexicon
from kg.model import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from kg.builder.options import Options
    from kg.builder.reading import Material
    from kg.model import Resolved
    from kg.pipeline import Knowledge

NO_CONTRADICTION = frozenset({"shape", "judgement-unmatched"})
LIBRARIES = ("jieba", "rdflib", "networkx", "pyvis")


@dataclass(frozen=True, slots=True)
class Report:
    """`left_out` names the files that are not in the graph, `notes` says what else is worth knowing of the input.

    `read` counts the documents that this build has read itself; the others were kept by an earlier one. `unchanged`: the
    files stood there already, made of the same by the same.
    """

    files: tuple[Path, ...]
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    left_out: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    read: int = 0
    unchanged: bool = False


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


def write_report(report: Report, known: Resolved, options: Options, made: str, path: Path) -> None:
    """Everything but `timings` is the same for the same input and versions. The files of the report lie beside `path`."""
    articles = Counter((article.doc, article.sha256) for article in known.articles)
    data = {
        "versions": {
            "kg": version("kg-newspaper"),
            "lexicon": lexicon(options.lexicon).version,
            "python": platform.python_version(),
            **{name: version(name) for name in LIBRARIES},
        },
        "options": options.described(),
        "made_of": made,
        "files": {file.name: _digest(path.with_name(file.name)) for file in report.files},
        "inputs": [{"doc": doc, "sha256": sha256, "articles": n} for (doc, sha256), n in sorted(articles.items())],
        "left_out": [_told(finding) for finding in report.left_out],
        "notes": [_told(finding) for finding in report.notes],
        "findings": [_told(finding) for finding in report.findings],
        "counts": report.counts,
        "timings": {stage: round(seconds, 3) for stage, seconds in report.timings.items()},
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def made_of(material: Material, options: Options) -> str:
    """A digest of all that an output is made of: documents, what there is to tell of the input, options, kg and its libraries."""
    told = [asdict(finding) for finding in (*material.left_out, *material.notes)]
    data = json.dumps([[document.key.hex() for document in material.documents], told, options.described(), whole()])
    return hashlib.blake2b(data.encode(), digest_size=16).hexdigest()


def standing(folder: Path, made: str) -> Report | None:
    """The report of a folder's output where that is made of just this and no file of it was touched since."""
    try:
        data = json.loads((folder / "build.json").read_text(encoding="utf-8"))
        if data["made_of"] != made or any(_digest(folder / name) != digest for name, digest in data["files"].items()):
            return None
        findings, left_out, notes = (tuple(map(_finding, data[name])) for name in ("findings", "left_out", "notes"))
        files = tuple(folder / name for name in data["files"])
        return Report(files, data["counts"], findings, left_out, notes, unchanged=True)
    except (OSError, ValueError, TypeError, LookupError, AttributeError):  # none there, written by another kg, damaged
        return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _told(finding: Finding) -> dict[str, Any]:
    return {name: value for name, value in asdict(finding).items() if value}


def _finding(told: dict[str, Any]) -> Finding:
    return Finding(**told | {"involves": tuple(told.get("involves", ()))})
