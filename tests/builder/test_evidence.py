"""Every quote of the graph stands in the raw page at its offsets; every fact has one."""

from kg.builder import Options, build
from kg.insight.store import Store

from .conftest import ROOT

QUOTES = """
SELECT ?doc ?start ?end ?exact {
  ?e a kgo:Evidence ; oa:start ?start ; oa:end ?end ; oa:exact ?exact ; oa:hasSource/kgo:sourceFile ?doc }"""
BARE = "SELECT ?fact { ?fact a kgo:Fact FILTER NOT EXISTS { ?fact kgo:evidence ?e ; kgo:rule ?rule } }"


def test_quotes_of_the_seeds(tmp_path):
    build([ROOT / "seeds"], tmp_path, Options())
    store = Store(tmp_path / "graph.ttl")
    rows = store.rows(QUOTES)
    assert len(rows) > 60
    for row in rows:
        raw = (ROOT / "seeds" / row["doc"]).read_bytes().decode()
        assert "".join(raw[int(row["start"]) : int(row["end"])].split()) == row["exact"]
    assert store.rows(BARE) == []
