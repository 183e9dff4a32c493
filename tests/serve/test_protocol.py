"""SPARQL 1.1 Protocol with real clients, and by hand where no client goes."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph, URIRef

from kg.ask import open_store
from kg.graph.queries import list_queries

NAMES = "SELECT ?name { ?p a kgo:Person ; foaf:name ?name } ORDER BY ?name"
PEOPLE = ["叶知秋", "周慕白", "林致远", "江一帆", "沈若岚", "罗启明", "顾念慈"]
FORM = "application/x-www-form-urlencoded"
XML = "{http://www.w3.org/2005/sparql-results#}"


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_selects(form, server):
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(server.url + "sparql")
    client.setQuery(NAMES)
    client.setReturnFormat(form)
    found = client.query().convert()
    if form == "json":
        names = [row["name"]["value"] for row in found["results"]["bindings"]]
    elif form == "xml":
        names = [node.firstChild.data for node in found.getElementsByTagName("literal")]
    else:
        names = [line.strip('"') for line in found.decode().split()[1:]]
    assert names == PEOPLE


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_constructs_and_asks(method, server):
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(server.url + "sparql")
    client.setMethod(method)
    client.setQuery("CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }")
    client.setReturnFormat(wrapper.TURTLE)
    assert len(Graph().parse(data=client.query().convert(), format="turtle")) == len(PEOPLE)
    client.setQuery('ASK { ?p foaf:name "林致远" }')
    client.setReturnFormat(wrapper.JSON)
    assert client.query().convert()["boolean"] is True


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_sparqlstore(method, server):
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(store=SPARQLStore(server.url + "sparql", method=method))
    names = [str(row.name) for row in graph.query("PREFIX kgo: <https://kg.example/ontology#>\nPREFIX foaf: <http://xmlns.com/foaf/0.1/>\n" + NAMES)]
    assert names == PEOPLE
    assert len(list(graph.subjects(None, URIRef("https://kg.example/ontology#Person")))) == len(PEOPLE)


@pytest.mark.parametrize("query", list_queries(), ids=lambda q: q.name)
def test_saved_questions_give_the_same_as_the_store(query, server, turtle):
    answer = json.loads(server.query(query.text).text)
    mine = [{name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]]
    assert mine == open_store(turtle).rows(query.text)


@pytest.mark.parametrize(("accept", "media"), [
    ("*/*", "application/sparql-results+json"), ("text/csv", "text/csv; charset=utf-8"),
    ("application/sparql-results+xml", "application/sparql-results+xml"), ("text/*;q=0.5, application/xml", "application/xml"),
    ("text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values; charset=utf-8"),
    ("image/png, */*;q=0.1", "application/sparql-results+json"), ("text/html, application/json;q=0.2", "application/json"),
])
def test_negotiation(accept, media, server):
    got = server.query(NAMES, Accept=accept)
    assert (got.status, got.headers["content-type"], got.headers["vary"]) == (200, media, "Accept")


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_triples_are_what_they_say(accept, server):
    got = server.query("CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }", Accept=accept)
    form = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml", "application/ld+json": "json-ld"}[accept]
    assert len(Graph().parse(data=got.text, format=form)) == len(PEOPLE)


def test_result_formats_are_the_w3c_ones(server):
    root = ET.fromstring(server.query(NAMES, Accept="application/sparql-results+xml").text)
    assert [node.text for node in root.iter(f"{XML}literal")] == PEOPLE
    assert [row["name"] for row in csv.DictReader(io.StringIO(server.query(NAMES, Accept="text/csv").text))] == PEOPLE


def test_post_forms(server):
    assert server.get("sparql", urlencode({"query": NAMES}).encode(), Content_Type=FORM).status == 200
    assert server.get("sparql", NAMES.encode(), Content_Type="application/sparql-query").status == 200


@pytest.mark.parametrize(("path", "data", "media", "accept", "status"), [
    ("sparql?query=SELEC", None, None, "*/*", 400),
    ("sparql?" + urlencode([("query", NAMES), ("query", NAMES)]), None, None, "*/*", 400),
    ("sparql?" + urlencode({"query": NAMES, "default-graph-uri": "http://x/"}), None, None, "*/*", 400),
    ("sparql?" + urlencode({"query": NAMES}), None, None, "image/png", 406),
    ("sparql", b"x=1", FORM, "*/*", 400),
    ("sparql", b"query=%ff%fe", FORM, "*/*", 400),
    ("sparql", b"\xff\xfe", "application/sparql-query", "*/*", 400),
    ("sparql", NAMES.encode(), "text/plain", "*/*", 415),
    ("sparql", b"#" * 300_000, "application/sparql-query", "*/*", 413),
    ("sparql", b"update=DROP+ALL", FORM, "*/*", 403),
    ("sparql", b"DROP ALL", "application/sparql-update", "*/*", 403),
    ("sparql", b"DROP ALL", "application/sparql-query", "*/*", 400),
    ("sparql", b"INSERT DATA { <a:a> <a:b> <a:c> }", "application/sparql-query", "*/*", 400),
])
def test_bad_requests_are_told(path, data, media, accept, status, server):
    got = server.get(path, data, Accept=accept, **({"Content_Type": media} if media else {}))
    assert got.status == status and got.text.strip()
    assert "Traceback" not in got.text


def test_service_description(server):
    got = server.get("sparql", Accept="text/turtle")
    graph = Graph().parse(data=got.text, format="turtle")
    sd = "http://www.w3.org/ns/service-description#"
    sd = "http://www.w3.org/ns/sparql-service-description#"
    [service] = graph.subjects(None, URIRef(sd + "Service"))
    assert graph.value(service, URIRef(sd + "endpoint")) == URIRef(server.url + "sparql")
    assert URIRef(sd + "SPARQL11Query") in set(graph.objects(service, URIRef(sd + "supportedLanguage")))
    assert server.get("sparql", Accept="text/html").headers["location"].endswith("/query")


def test_iris_by_accept(server):
    path = "id/person/" + quote("青禾区-林致远")
    page = server.get(path, Accept="text/html,application/xhtml+xml")
    assert page.headers["content-type"].startswith("text/html") and "青禾区委书记" in page.text
    assert f'href="/id/person/青禾区-沈若岚"' in page.text
    graph = Graph().parse(data=server.get(path, Accept="text/turtle").text, format="turtle")
    assert (URIRef("https://kg.example/id/person/青禾区-林致远"), None, None) in graph
    assert server.get("id/person/none", Accept="text/turtle").status == 404
    assert server.get(path, Accept="image/png").status == 406


def test_every_iri_of_the_data_can_be_opened(server, turtle):
    base = "https://kg.example/id/"
    subjects = {str(s) for s in Graph().parse(turtle).subjects() if str(s).startswith(base)}
    for iri in sorted(subjects)[::7]:
        path = "id/" + quote(iri.removeprefix(base), safe="/%")
        assert {server.get(path, Accept=media).status for media in ("text/html", "text/turtle")} == {200}, iri


def test_json_api(server):
    assert json.loads(server.get("api/search?q=" + quote("沈")).text)[0]["label"] == "沈若岚"
    assert json.loads(server.get("api/dossier?name=" + quote("林致远")).text)["posts"][0]["post"] == "青禾区委书记"
    assert [e["label"] for e in json.loads(server.get("api/timeline?name=" + quote("沈若岚")).text)] == ["调研“暖心行动”", "会见江一帆"]
    several = server.get("api/dossier?name=" + quote("青禾区"))
    assert several.status == 300 and len(json.loads(several.text)["found"]) == 2
    assert server.get("api/dossier?name=nobody").status == 404
    assert server.get("api/dossier").status == 400
    assert len(json.loads(server.get("api/questions").text)) == len(list_queries())
    assert "kgo:Person" in {term["label"] for term in json.loads(server.get("api/vocabulary").text)["terms"]}
