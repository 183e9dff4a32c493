"""Nothing imports backward: a stage knows the stages before it and the records, never those behind it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "kg"
ORDER = [
    {"record"},
    {"errors", "model", "clock", "memory", "parent"},
    {"resources"},
    {"lexicon"},
    {"sources"},
    {"articles"},
    {"mentions"},
    {"facts"},
    {"resolution"},
    {"graph"},
    {"checks"},
    {"views"},
    {"pipeline"},
    {"builder"},
    {"insight"},
    {"ask"},
    {"diff", "export"},
    {"known"},
    {"serve"},
    {"api"},
    {"cli"},
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
SHARED = {"record", "errors", "model", "clock", "memory", "resources", "lexicon"}
HEAVY = {"rdflib", "pyshacl", "networkx", "pyvis", "owlrl"}  # not for reading: kg parse does without
MODULES = sorted(ROOT.rglob("*.py"))


def room(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0]


def imports(path, *, top=False):
    """Dotted names of what a module imports; `top`: only what is imported when it is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield node.module or ""
            if node.module == "kg":
                yield from (f"kg.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_order(path):
    mine = room(path)
    if mine == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "kg" and len(parts) > 1 and parts[1] != mine:
            assert parts[1] in RANK, f"{name} is no room of kg"
            assert RANK[parts[1]] < RANK[mine], f"{mine} comes before {parts[1]}"


def test_what_a_page_tells_by_itself_knows_nothing_that_sees_them_all():
    for path in (ROOT / "resolution" / "local").rglob("*.py"):
        used = {name for name in imports(path) if name.startswith("kg.resolution")}
        assert all(name.startswith("kg.resolution.local") for name in used), path


@pytest.mark.parametrize("stage", ["sources", "articles", "mentions", "facts", "lexicon", "resolution"])
def test_reading_knows_no_graph(stage):
    """Up to the graph nothing knows IRIs, vocabularies or their libraries."""
    for path in (ROOT / stage).rglob("*.py"):
        used = {name.split(".")[0] for name in imports(path)}
        assert not used & HEAVY, path


def test_the_pipeline_loads_only_reading():
    loaded = {name.split(".")[1] for name in imports(ROOT / "pipeline.py", top=True) if name.startswith("kg.")}
    assert loaded <= {"articles", "errors", "clock", "facts", "mentions", "model", "record"}


def test_only_the_graph_names_vocabulary():
    for stage in ("sources", "articles", "mentions", "facts", "resolution"):
        for path in (ROOT / stage).rglob("*.py"):
            assert "kg.example/ontology" not in path.read_text(encoding="utf-8"), path
