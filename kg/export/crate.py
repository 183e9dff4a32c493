"""A citable bundle: the graph, its ontology, questions and tables, and what it was made of (RO-Crate 1.1).

The pages themselves are not in it: papers have their own rights. Their names and hashes are.
https://www.researchobject.org/ro-crate/1.1/
"""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from kg.errors import KgError
from kg.export.files import write_csv
from kg.export.tables import tables
from kg.resources import ontology_dir

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.insight.store import Store

Node = dict[str, Any]
TYPES: Final = {
    ".ttl": "text/turtle", ".html": "text/html", ".json": "application/json", ".csv": "text/csv", ".rq": "application/sparql-query",
}
ABOUT: Final = {
    "graph.ttl": "The knowledge graph, RDF 1.1 in Turtle", "graph.html": "The graph as an interactive page, offline",
    "build.json": "What it was built from and with", "ontology/kg.ttl": "The ontology of the graph",
    "ontology/shapes.ttl": "SHACL shapes that the graph keeps", "tables/csv-metadata.json": "What the columns of the tables mean (CSVW)",
}
NO_LICENCE: Final = {"@id": "#no-licence", "@type": "CreativeWork", "name": "No licence stated", "description": "Ask who published this crate."}


def write_crate(store: Store, folder: Path, *, author: str = "", licence: str = "") -> None:
    """Fills an empty folder. The date of publication is that of the graph file, never today."""
    source = store.path.parent
    shutil.copyfile(store.path, folder / "graph.ttl")
    for name in ("graph.html", "build.json"):
        if (source / name).is_file():
            shutil.copyfile(source / name, folder / name)
    shutil.copytree(ontology_dir(), folder / "ontology", ignore=lambda _, names: [n for n in names if not n.endswith((".ttl", ".rq", "queries"))])
    (folder / "tables").mkdir()
    write_csv(tables(store), folder / "tables")
    made = datetime.fromtimestamp(store.path.stat().st_mtime, UTC)
    described = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": list(_nodes(folder, made, author, licence))}
    text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
    (folder / "ro-crate-metadata.json").write_text(text, encoding="utf-8")


def _nodes(folder: Path, made: datetime, author: str, licence: str) -> Iterator[Node]:
    files = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    build = _build(folder / "build.json")
    inputs = [_input(item) for item in build.get("inputs", [])]
    terms = {"@id": licence or NO_LICENCE["@id"]}
    yield {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}}
    root: Node = {
        "@id": "./", "@type": "Dataset", "name": "Knowledge graph of newspaper pages", "datePublished": made.date().isoformat(),
        "description": "People, posts, bodies and activities told of in newspaper pages, with the sentence that states each fact.",
        "license": terms, "hasPart": [{"@id": name} for name in files], "mentions": {"@id": "#build"},
    }
    yield root | ({"author": {"@id": "#author"}} if author else {})
    yield {"@id": licence, "@type": "CreativeWork", "name": licence, "description": "The licence of this crate."} if licence else NO_LICENCE
    if author:
        yield {"@id": "#author", "@type": "Person", "name": author}
    yield from (_file(folder, name) for name in files)
    yield from inputs
    yield {"@id": "#kg", "@type": "SoftwareApplication", "name": "kg", "version": version("kg-newspaper"), "url": "https://kg.example/",
           "softwareRequirements": [f"{name} {number}" for name, number in build.get("versions", {}).items()]}
    yield {"@id": "#build", "@type": "CreateAction", "name": "kg build", "endTime": made.isoformat(), "instrument": {"@id": "#kg"},
           **_linked("object", inputs), "result": {"@id": "graph.ttl"}}


def _linked(name: str, nodes: list[Node]) -> Node:
    """A property: a list only where there are several."""
    links = [{"@id": node["@id"]} for node in nodes]
    return {name: links if len(links) > 1 else links[0]} if links else {}


def _file(folder: Path, name: str) -> Node:
    path = folder / name
    node = {"@id": name, "@type": "File", "name": ABOUT.get(name, _name(name)), "contentSize": str(path.stat().st_size),
            "encodingFormat": TYPES[path.suffix], "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    return node | ({"conformsTo": {"@id": "http://www.w3.org/ns/csvw"}} if name.endswith("csv-metadata.json") else {})


def _name(name: str) -> str:
    kind, _, rest = name.rpartition("/")
    stem = rest.rpartition(".")[0]
    return f"{'Table' if kind == 'tables' else 'Question' if kind.endswith('queries') else 'File'}: {stem}"


def _input(item: dict[str, Any]) -> Node:
    return {"@id": f"#input-{item['sha256'][:16]}", "@type": "CreativeWork", "name": item["doc"], "identifier": f"sha256:{item['sha256']}",
            "description": f"A newspaper page that was read, {item.get('articles', 0)} articles; not part of this crate"}


def _build(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise KgError(f"{path.name}: not JSON: {error}") from None
    return found if isinstance(found, dict) else {}
