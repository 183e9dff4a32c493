"""What the commands that ask about one thing share: the thing meant, namesakes listed, lines printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import unquote

import typer

from kg.ask import NamesakesError, choose
from kg.cli.console import fail, show_table
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.ask import Thing
    from kg.insight.store import Store

Pick = Annotated[int | None, typer.Option(min=1, metavar="N", help="Which one, where several have the name.")]


def meant(store: Store, asked: str, pick: int | None = None) -> Thing:
    """The thing of a name; where several have it, they are listed and the command ends with 2."""
    try:
        return choose(store, asked, pick)
    except NamesakesError as error:
        rows = [[str(n), t.label, t.kind, unquote(t.iri), t.posts] for n, t in enumerate(error.found, 1)]
        show_table(["N", "name", "kind", "iri", "posts"], rows)
        fail(error)
        raise typer.Exit(2) from None


def either(names: list[str], allowed: frozenset[str], what: str) -> frozenset[str]:
    """Names of a closed set, or KgError with all there are."""
    unknown = sorted(set(names) - allowed)
    if unknown:
        raise KgError(f"{what} {', '.join(unknown)}: there are {', '.join(sorted(allowed))}")
    return frozenset(names) or allowed
