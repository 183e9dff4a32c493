"""The routes: pages, SPARQL, JSON, IRIs. Every look at the graph happens in a worker of the pool."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kg.graph.queries import list_queries
from kg.serve.accept import TRIPLES, best
from kg.serve.jobs import Job, plain
from kg.serve.pages import PAGE, headers, terms
from kg.serve.pool import Pool
from kg.serve.protocol import response, sparql

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from starlette.requests import Request

    from kg.serve.limits import Limits

LOCAL: Final = ("localhost", "127.0.0.1", "[::1]")
NOT_ASCII: Final = re.compile(rb"(?:%[89A-Fa-f][0-9A-Fa-f])+")
LONGEST: Final = 1_000  # characters of a name that is asked for
STATIC: Final = {"query.js": "text/javascript", "editor.min.js": "text/javascript", "home.js": "text/javascript", "style.css": "text/css"}


def make_app(path: Path, limits: Limits, *, base: str, hosts: Sequence[str] = LOCAL, cors: Sequence[str] = ()) -> Starlette:
    """The server of one Turtle file. Other hosts than `hosts` are refused (DNS rebinding); other origins have no access
    unless `cors` names them.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = Pool(path, limits)
        await app.state.pool.start()
        yield
        await app.state.pool.close()

    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))]
    if cors:
        middleware.append(Middleware(CORSMiddleware, allow_origins=list(cors), allow_methods=["GET", "POST"]))
    app = Starlette(routes=ROUTES, middleware=middleware, lifespan=lifespan)
    app.state.graph, app.state.base = path, base
    return app


async def home(_request: Request) -> Response:
    return FileResponse(PAGE / "home.html", headers=headers())


async def query_page(_request: Request) -> Response:
    return FileResponse(PAGE / "query.html", headers=headers())


async def static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        return response(plain(404, "no such file"))
    return FileResponse(PAGE / name, media_type=STATIC[name], headers=headers())


async def graph_page(request: Request) -> Response:
    """The page of the build, which carries its own policy; the graph itself under its file name."""
    path = request.app.state.graph.parent / "graph.html"
    if not path.is_file():
        return response(plain(404, "there is no graph.html beside the graph"))
    return FileResponse(path, media_type="text/html", headers={"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"})


async def questions(_request: Request) -> Response:
    found = [
        {"name": q.name, "zh": q.question, "en": q.question_en, "sparql": q.text,
         "parameters": [{"name": p.name, "default": p.default, "about": p.about} for p in q.parameters]}
        for q in list_queries()
    ]
    return JSONResponse(found, headers=headers())


async def vocabulary(request: Request) -> Response:
    return JSONResponse({"base": request.app.state.base, "terms": terms()}, headers=headers())


async def search(request: Request) -> Response:
    words = request.query_params.get("q", "").strip()[:LONGEST]
    if not words:
        return response(plain(400, "q: what to look for"))
    return await _run(request, "search", words=words, limit=20)


async def dossier(request: Request) -> Response:
    asked = request.query_params.get("name", "").strip()[:LONGEST]
    return await _run(request, "dossier", asked=asked, html=False, base="") if asked else response(plain(400, "name: a name or IRI"))


async def timeline(request: Request) -> Response:
    asked = request.query_params.get("name", "").strip()[:LONGEST]
    return await _run(request, "timeline", asked=asked) if asked else response(plain(400, "name: a name or IRI"))


async def counts(request: Request) -> Response:
    return await _run(request, "counts")


async def thing(request: Request) -> Response:
    """What an IRI of the data stands for: a page for people, triples for machines."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    tail = NOT_ASCII.sub(lambda m: unquote_to_bytes(m.group()), raw.partition(b"?")[0].removeprefix(b"/id/"))
    iri = request.app.state.base + tail.decode("utf-8", "replace")
    accept = request.headers.get("accept", "*/*")
    media = best(accept, ["text/html", *TRIPLES])
    if media is None:
        return response(plain(406, f"cannot give {accept}; can give text/html, {', '.join(TRIPLES)}"))
    if media == "text/html":
        found = await _run(request, "dossier", asked=iri, html=True, base=request.app.state.base)
        found.headers.update(headers())
        return found
    return await _run(request, "describe", iri=iri, media=media)


async def _run(request: Request, name: str, **args: object) -> Response:
    return response(await request.app.state.pool.run(Job(name, args)))


ROUTES: Final = [
    Route("/", home), Route("/query", query_page), Route("/graph.html", graph_page), Route("/static/{name}", static),
    Route("/sparql", sparql, methods=["GET", "POST"]),
    Route("/api/questions", questions), Route("/api/vocabulary", vocabulary), Route("/api/search", search),
    Route("/api/dossier", dossier), Route("/api/timeline", timeline), Route("/api/counts", counts),
    Route("/id/{rest:path}", thing),
]
