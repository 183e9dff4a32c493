"""One offline HTML file: pyvis renders the project's template, everything it needs stands inside it.

Traps of pyvis 0.3.2 that this avoids: every `cdn_resources` mode of its own template loads Bootstrap from
a CDN; `write_html` opens without an encoding; `add_node` and `add_edge` scan lists; undirected networks
drop parallel edges.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyvis
from jinja2 import DictLoader, Environment
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.views.projection import Page

_PAGE = files("kg.views") / "page"
_PLAIN_LIMIT = 3_000_000  # characters of data that stay readable in the file; more is compressed
_BLOCK = 1_000_000  # characters of article text in one block
_ROWS = 2_000  # of data that are made JSON at a time
_PACKERS = 2  # at a time
_HOLE = "\ue000"  # where packed data go: pyvis gives the page as one string, to which they are not added
_VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"


def render(page: Page) -> Iterator[str]:
    """The page as HTML, piece by piece. The same page gives the same text."""
    network = _network(page)
    blocks, places = text_blocks(page.texts)
    data = page.data | {"texts": places}
    limit = _BLOCK if len(blocks) == 1 else 0
    scripts = [vis_network(), _script()]
    style = _style()
    network.templateEnv.globals |= {
        "scripts": scripts, "style": style, "csp": _policy(scripts, style), "strings": _json(strings()),
        "records": _HOLE, "blocks": [_HOLE] * len(blocks),
    }
    around: str = network.generate_html("graph.html")
    with ThreadPoolExecutor(_PACKERS) as pool:  # zlib works beside the interpreter
        within = pool.map(packed, [data, *blocks], [_PLAIN_LIMIT, *(limit for _ in blocks)])
        for before, inside in zip(around.split(_HOLE), chain(within, [[]]), strict=True):
            yield before
            yield from inside


def _network(page: Page) -> Network:
    network = Network(directed=True, cdn_resources="in_line", height="100%")
    network.templateEnv = Environment(loader=DictLoader({"page.html": _read("page.html")}), autoescape=True)
    network.templateEnv.filters["json"] = _json
    network.path = "page.html"
    records, edges = page.data["nodes"], page.data["edges"]
    network.nodes = [
        Node(n, _shapes()[records[n]["kind"]], "", x=records[n]["x"], y=records[n]["y"], group=records[n]["kind"]).options
        for n in page.nodes
    ]
    network.node_ids = list(page.nodes)
    network.edges = [Edge(edges[n]["from"], edges[n]["to"], directed=False, id=n).options for n in page.edges]
    network.options = options()
    return network


def options() -> dict[str, Any]:
    """What vis-network is told: shapes by kind, positions as computed, no physics."""
    loaded: dict[str, Any] = json.loads(_read("options.json"))
    return loaded


@cache
def _shapes() -> dict[str, str]:
    return {kind: group["shape"] for kind, group in options()["groups"].items()}


def text_blocks(texts: list[str]) -> tuple[list[list[str]], list[list[int]]]:
    """Article texts in blocks that the page unpacks one at a time, and where each text stands."""
    blocks: list[list[str]] = [[]]
    places: list[list[int]] = []
    size = 0
    for text in texts:
        if size + len(text) > _BLOCK and blocks[-1]:
            blocks.append([])
            size = 0
        places.append([len(blocks) - 1, len(blocks[-1])])
        blocks[-1].append(text)
        size += len(text)
    return blocks, places


def packed(value: Any, limit: int = _PLAIN_LIMIT) -> list[str]:
    """JSON for a script element, in pieces; past a size, the JSON deflated, in base64, inside a JSON object."""
    pieces, plain, size = _pieces(value), [], 0
    for piece in pieces:
        plain.append(piece)
        size += len(piece)
        if size > limit:
            return ['{"deflate":"', *_deflated(chain(plain, pieces)), '"}']
    return plain


def _deflated(pieces: Iterable[str]) -> Iterator[str]:
    packer, rest = zlib.compressobj(), b""  # level 9: a hundredth less in twice the time
    for piece in pieces:
        rest += packer.compress(piece.encode("utf-8", "replace"))
        whole = len(rest) // 3 * 3  # what base64 writes without padding
        yield base64.b64encode(rest[:whole]).decode("ascii")
        rest = rest[whole:]
    yield base64.b64encode(rest + packer.flush()).decode("ascii")


def _pieces(value: Any) -> Iterator[str]:
    """The JSON of a list, or of an object of lists, so many rows at a time: that of a whole page takes more memory than the page."""
    if isinstance(value, dict):
        for before, (name, part) in zip(chain("{", repeat(",")), value.items(), strict=False):
            yield f"{before}{_json(name)}:"
            yield from _pieces(part) if isinstance(part, list) else (_json(part),)
        yield "}" if value else "{}"
    else:
        for before, start in zip(chain("[", repeat(",")), range(0, len(value), _ROWS), strict=False):
            yield before + _json(value[start : start + _ROWS])[1:-1]
        yield "]" if value else "[]"


def _json(value: Any) -> str:
    """JSON that cannot end or open an element: every < is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _policy(scripts: list[str], style: str) -> str:
    """The content security policy: these scripts and this style, nothing else, no network."""
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_digest(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def vis_network() -> str:
    """vis-network as pyvis ships it, its source map reference taken off (a request to nowhere)."""
    if not _VIS.is_file():
        raise KgError(f"pyvis {pyvis.__version__} has no {_VIS.name} where kg looks for it: {_VIS}")
    code = _VIS.read_text(encoding="utf-8").split("//# sourceMappingURL")[0].strip() + "\n"
    if "</script" in code.lower() or "<!--" in code:
        raise KgError(f"{_VIS} cannot stand inside a script element")
    return code


@cache
def _script() -> str:
    parts = [f"{{ // {path.name}\n{path.read_text(encoding='utf-8')}}}" for path in _sorted("js", ".js")]
    return "(() => {\n'use strict';\nconst kg = {};\n" + "\n".join(parts) + "\n})();\n"


@cache
def _style() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in _sorted("css", ".css"))


@cache
def strings() -> dict[str, Any]:
    """The words of the interface: {key: [简体, English]}."""
    return tomllib.loads(_read("strings.toml"))


def _sorted(folder: str, ending: str) -> list[Any]:
    found = (path for path in (_PAGE / folder).iterdir() if path.name.endswith(ending))
    return sorted(found, key=lambda path: path.name)


def _read(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")
