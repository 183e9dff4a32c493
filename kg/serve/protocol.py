"""SPARQL 1.1 Protocol, the query operation (https://www.w3.org/TR/sparql11-protocol/), and the service description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

import pyoxigraph as ox
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response

from kg.serve.accept import RESULTS, TRIPLES, best
from kg.serve.jobs import Answer, Job, plain

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.limits import Limits
    from kg.serve.pool import Pool

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
SD, FORMATS, RDF = "http://www.w3.org/ns/sparql-service-description#", "http://www.w3.org/ns/formats/", ox.NamedNode(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
NAMES: Final = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "RDF_XML", "JSON-LD")
GONE: Final = b"\x00gone"  # told apart by identity
READ_ONLY: Final = plain(403, "read-only: this endpoint answers queries and takes no updates")


async def sparql(request: Request) -> Response:
    """One query, or the description of the service where there is none."""
    pool: Pool = request.app.state.pool
    asked = await _asked(request, pool.limits)
    if isinstance(asked, Answer):
        return response(asked)
    if "update" in asked:
        return response(READ_ONLY)
    accept = request.headers.get("accept", "*/*")
    if "query" not in asked:
        return _described(request, accept) if request.method in ("GET", "HEAD") else response(plain(400, "no query"))
    if len(asked["query"]) != 1:
        return response(plain(400, "one query at a time"))
    if asked.get("default-graph-uri") or asked.get("named-graph-uri"):
        return response(plain(400, "there is one graph here, and it has no name"))
    return response(await pool.run(Job("query", {"query": asked["query"][0], "accept": accept})))


def response(answer: Answer) -> Response:
    """As HTTP. Answers depend on Accept; a cut-off query may be tried again."""
    headers = {"Vary": "Accept"} | ({"Retry-After": "5"} if answer.status == 503 else {})
    return Response(answer.body, answer.status, headers, media_type=answer.media)


async def body_of(request: Request, limit: int) -> bytes | None:
    """The body; None where it is longer than the limit, which is then not read to its end; GONE where the client went."""
    parts, size = [], 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > limit:
                return None
            parts.append(part)
    except ClientDisconnect:
        return GONE
    return b"".join(parts)


async def _asked(request: Request, limits: Limits) -> dict[str, list[str]] | Answer:
    """The parameters of the protocol, from the URL and from the body."""
    try:
        asked = parse_qs(request.url.query, keep_blank_values=True, errors="strict", max_num_fields=50)
        if request.method == "POST":
            media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            if media not in (FORM, QUERY, UPDATE):
                return plain(415, f"post {QUERY} or {FORM}")
            body = await body_of(request, limits.request)
            if body is GONE:
                return plain(400, "the request ended before its body did")
            if body is None:
                return plain(413, f"a query may have {limits.request:,} bytes here")
            text = body.decode("utf-8")
            more = parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=50) if media == FORM else {
                "query" if media == QUERY else "update": [text]
            }
            asked = {name: asked.get(name, []) + more.get(name, []) for name in (*asked, *more)}
    except ValueError:
        return plain(400, "not UTF-8, or too many parameters")
    return asked


def _described(request: Request, accept: str) -> Response:
    """W3C SPARQL 1.1 Service Description; people go to the query page."""
    media = best(accept, ["text/turtle", "text/html", *TRIPLES])
    if media == "text/html":
        return RedirectResponse("/query", 303, {"Vary": "Accept"})
    if media is None:
        return response(plain(406, f"cannot give {accept}; can give {', '.join(TRIPLES)}"))
    here = ox.NamedNode(f"{request.url.replace(query='', fragment='')}")
    body = ox.serialize(_service(here), format=TRIPLES[media], prefixes={"sd": SD, "formats": FORMATS}) or b""
    return response(Answer(200, media, body))


def _service(here: ox.NamedNode) -> list[ox.Triple]:
    service, dataset, graph = ox.BlankNode("service"), ox.BlankNode("dataset"), ox.BlankNode("graph")
    return [
        ox.Triple(service, RDF, _sd("Service")), ox.Triple(service, _sd("endpoint"), here),
        ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        ox.Triple(service, _sd("defaultDataset"), dataset), ox.Triple(dataset, RDF, _sd("Dataset")),
        ox.Triple(dataset, _sd("defaultGraph"), graph), ox.Triple(graph, RDF, _sd("Graph")),
        *(ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name)) for name in NAMES),
    ]


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)


__all__ = ["RESULTS", "body_of", "response", "sparql"]
