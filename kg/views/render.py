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
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyvis
from jinja2 import DictLoader, Environment
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.views.projection import Page

_PAGE = files("kg.views") / "page"
_PLAIN_LIMIT = 3_000_000  # characters of data that stay readable in the file; more is compressed
_BLOCK = 1_000_000  # characters of article text in one block
_PACKERS = 2  # at a time: each holds its part of the page several times over
_VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"


def render(page: Page) -> str:
    """The page as HTML. The same page gives the same text."""
    network = _network(page)
    blocks, places = text_blocks(page.texts)
    data = page.data | {"texts": places}
    limit = _BLOCK if len(blocks) == 1 else 0
    with ThreadPoolExecutor(_PACKERS) as pool:  # zlib works beside the interpreter
        records, *packed_blocks = pool.map(packed, [data, *blocks], [_PLAIN_LIMIT, *(limit for _ in blocks)])
    scripts = [vis_network(), _script()]
    style = _style()
    network.templateEnv.globals |= {
        "scripts": scripts, "style": style, "csp": _policy(scripts, style), "strings": _json(strings()),
        "records": records, "blocks": packed_blocks,
    }
    html: str = network.generate_html("graph.html")
    return html


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


def packed(value: Any, limit: int = _PLAIN_LIMIT) -> str:
    """JSON for a script element; past a size, the JSON deflated, in base64, inside a JSON object."""
    text = _json(value)
    if len(text) <= limit:
        return text
    deflated = zlib.compress(text.encode("utf-8", "replace"))  # level 9: a hundredth less in twice the time
    return _json({"deflate": base64.b64encode(deflated).decode("ascii")})


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
