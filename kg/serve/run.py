"""Running the server: the address, the graph, the signals."""

from __future__ import annotations

import ipaddress
import json
import socket
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.pipeline import BASE_IRI

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kg.serve.limits import Limits


def serve(  # noqa: PLR0913  # the options of `kg serve`
    path: Path, limits: Limits, *, host: str = "127.0.0.1", port: int = 8000, cors: Sequence[str] = (), hosts: Sequence[str] = (),
    tell: Callable[[str], None] = lambda _url: None,
) -> None:
    """Serves a Turtle file until it is interrupted. `tell` gets the address once the port is taken.

    KgError for a graph that is not there, an address that cannot be had, libraries that are missing.
    """
    try:
        import uvicorn  # noqa: PLC0415  # an extra

        from kg.serve.app import LOCAL, make_app  # noqa: PLC0415
    except ImportError:
        raise KgError("kg serve needs starlette and uvicorn: pip install 'kg-newspaper[server]'") from None
    if not path.is_file():
        raise KgError(f"{path}: no such graph; `kg build` makes one")
    taken = _bind(host, port)
    named = f"[{host}]" if ":" in host else host
    app = make_app(path, limits, base=base_of(path), hosts=(*LOCAL, named, *hosts), cors=cors)
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_keep_alive=5, timeout_graceful_shutdown=3,
                            limit_concurrency=500)
    tell(f"http://{named}:{taken.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[taken])


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def base_of(path: Path) -> str:
    """What the IRIs of a graph begin with, as build.json beside it says."""
    try:
        found = json.loads((path.parent / "build.json").read_text(encoding="utf-8"))["options"]["base_iri"]
    except (OSError, ValueError, KeyError, TypeError):
        return BASE_IRI
    return str(found)


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(2048)  # who connects from now on waits until the workers are ready
    except (OSError, OverflowError) as error:
        taken.close()
        raise KgError(f"{host}:{port}: {getattr(error, 'strerror', None) or error}") from None
    return taken
