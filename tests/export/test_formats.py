"""Each export is read again by the library of its own field."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from datetime import date

import networkx as nx
import pytest
from rdflib import Graph

from kg.errors import KgError
from kg.export import FORMATS, export, network, tables


@pytest.mark.parametrize("form", ["jsonld", "nt"])
def test_rdf_holds_the_same_triples(form, store, exported):
    assert set(Graph().parse(exported(form))) == set(Graph().parse(store.path))


def test_jsonld_reads_well(exported):
    text = exported("jsonld").read_text(encoding="utf-8")
    nodes = {node["@id"]: node for node in json.loads(text)["@graph"]}
    assert nodes["https://kg.example/id/person/青禾区-林致远"]["foaf:name"] == "林致远"
    assert nodes["https://kg.example/id/post/青禾区委/书记"]["org:postIn"] == {"@id": "https://kg.example/id/organization/青禾区委"}


def test_graphml_and_gexf_hold_the_same_network(store, exported):
    made = network(store)
    graphml, gexf = nx.read_graphml(exported("graphml")), nx.read_gexf(exported("gexf"))
    for read in (graphml, gexf):
        assert set(read.nodes) == set(made.nodes) and read.number_of_edges() == made.number_of_edges()
    assert graphml.nodes["https://kg.example/id/person/青禾区-林致远"] == {"label": "林致远", "kind": "Person"}
    links = {(made.nodes[a]["label"], d["relation"], made.nodes[b]["label"]): d for a, b, d in made.edges(data=True)}
    assert links["林致远", "took part", "调研“暖心行动”"]["detail"] == "带队、讲话"
    assert links["林致远", "holds", "青禾区委书记"]["start"] == "2021-03-02"
    assert ("林致远", "addressed", "青禾区各街道") in links and ("青禾区", "organized", "总结会") in links


def test_gexf_has_dates_and_no_clock(exported):
    text = exported("gexf").read_text(encoding="utf-8")
    assert 'mode="dynamic" timeformat="date"' in text
    [node] = [tag for tag in re.findall("<node [^>]*>", text) if 'label="调研“暖心行动”"' in tag]
    assert 'start="2021-03-02"' in node and 'end="2021-03-02"' in node
    assert "NetworkX" not in text


def read_csv(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_tables(exported):
    folder = exported("csv")
    spells = {row["person"]: row for row in read_csv(folder, "person_post_spells")}
    assert spells["周慕白"]["valid_from"] == "2015" and spells["周慕白"]["status"] == "former"
    days = {(row["person"], row["activity"]): row for row in read_csv(folder, "person_activity_day")}
    assert days["林致远", "调研“暖心行动”"]["day"] == "2021-03-02" and days["林致远", "调研“暖心行动”"]["roles"] == "带队;讲话"
    assert days["江一帆", "会见江一帆"]["day"] == "" and days["江一帆", "会见江一帆"]["edtf"] == "XXXX-10-09"
    topics = {row["activity"]: row for row in read_csv(folder, "activities")}
    assert topics["调研“暖心行动”"]["topics"] == "“暖心行动”" and topics["调研“暖心行动”"]["participants"] == "3"
    square = {row["person"]: row for row in read_csv(folder, "co_attendance_matrix")}
    for one in square:
        assert all(square[one][other] == square[other][one] for other in square)


def test_csv_description_tells_every_column(exported):
    described = json.loads((exported("csv") / "csv-metadata.json").read_text(encoding="utf-8"))
    for table in described["tables"]:
        with (exported("csv") / table["url"]).open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == [c["titles"] for c in table["tableSchema"]["columns"]]
        assert all(c["dc:description"] for c in table["tableSchema"]["columns"])


def test_pair_tables_agree_with_the_saved_question(store):
    from kg.graph.queries import load_query

    asked = {frozenset((r["one"], r["other"])): int(r["activities"]) for r in store.rows(load_query("co-attendance").text)}
    [table] = [t for t in tables(store) if t.name == "co_attendance"]
    assert {frozenset((row[1], row[3])): row[4] for row in table.rows} == asked


def test_every_fact_in_a_table_has_evidence(store):
    found = {t.name: t for t in tables(store)}
    grounded = {row[0] for row in found["evidence"].rows}
    for name in ("person_post_spells", "person_activity_day", "statements", "figures"):
        at = [c.name for c in found[name].columns].index("fact_iri")
        assert {row[at] for row in found[name].rows} <= grounded


def test_parquet_is_typed(exported):
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(exported("parquet") / "person_activity_day.parquet")
    rows = table.to_pylist()
    assert {row["day"] for row in rows} == {date(2021, 3, 2), None}
    assert table.schema.field("day").metadata[b"about"]
    for made in exported("csv").glob("*.csv"):
        same = parquet.read_table(exported("parquet") / f"{made.stem}.parquet")
        assert same.num_rows == len(read_csv(exported("csv"), made.stem))


def test_followthemoney_reads_every_entity(exported):
    model = pytest.importorskip("followthemoney").model
    proxies = {}
    for line in exported("ftm").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        proxy = model.get_proxy(entity)
        proxies[proxy.id] = proxy
        schema = model.get(entity["schema"])
        assert not schema.abstract
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None, (entity["schema"], name)
            for value in values:
                assert prop.type.clean(value, proxy=proxy), (entity["schema"], name, value)
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range), (prop.qname, proxies[value].schema.name)
    [held] = [p for p in proxies.values() if p.schema.name == "Occupancy" and "周慕白" in proxies[p.first("holder")].caption]
    assert held.get("endDate") == ["2018-05-04"] and held.get("status") == ["ended"]


def test_crate_lists_every_file_with_its_hash(exported):
    rocrate = pytest.importorskip("rocrate.rocrate")
    folder = exported("crate")
    crate = rocrate.ROCrate(folder)
    parts = {part.id: part for part in crate.root_dataset["hasPart"]}
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - {"ro-crate-metadata.json"}
    assert set(parts) == files
    for name, part in parts.items():
        assert part["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
    assert crate.root_dataset["author"]["name"] == "某某"


CONTEXT_CHECKS = {"ro-crate-1.1_3.1", "ro-crate-1.1_3.2"}  # fetch the context, which takes a network


def test_crate_passes_the_validator(exported, monkeypatch):
    services = pytest.importorskip("rocrate_validator.services")
    rocrate = pytest.importorskip("rocrate")
    import email
    import io
    import urllib.request
    from pathlib import Path

    class Offline(urllib.request.BaseHandler):
        """Serves the context of RO-Crate from the copy that the rocrate package carries."""

        handler_order = 1

        def https_open(self, request):
            context = (Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_bytes()
            answer = urllib.request.addinfourl(io.BytesIO(context), email.message_from_string("Content-Type: application/ld+json"), request.full_url, 200)
            answer.msg = "OK"
            return answer

    monkeypatch.setattr(urllib.request, "_opener", urllib.request.build_opener(Offline))
    from rocrate_validator.models import Severity

    settings = services.ValidationSettings(
        rocrate_uri=str(exported("crate")), profile_identifier="ro-crate-1.1", requirement_severity=Severity.REQUIRED,
        skip_availability_check=True,
    )
    issues = services.validate(settings).get_issues()
    assert {issue.check.identifier for issue in issues} <= CONTEXT_CHECKS, [issue.message for issue in issues]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes(form, store, exported, tmp_path):
    if form == "parquet":
        pytest.importorskip("pyarrow")
    again = tmp_path / "again"
    export(store, form, again, author="某某", licence="https://creativecommons.org/licenses/by/4.0/")
    first = exported(form)
    files = [p for p in first.rglob("*") if p.is_file()] if first.is_dir() else [first]
    for path in files:
        other = again / path.relative_to(first) if first.is_dir() else again
        assert path.read_bytes() == other.read_bytes(), path.name


def test_trouble(store, tmp_path):
    with pytest.raises(KgError, match="there are: jsonld, nt"):
        export(store, "xls", tmp_path / "x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(KgError, match="--force"):
        export(store, "csv", tmp_path / "full")
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"
    export(store, "csv", tmp_path / "full", force=True)
    assert not (tmp_path / "full" / "mine.txt").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["full"]
