"""Reading for the commands that look at what reading gives: documents one by one, trouble told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.builder.options import Options, lexicon
from kg.cli.console import fail
from kg.model import Source
from kg.pipeline import NoPageError, Reading, read
from kg.sources import LEFT_OUT, read_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Reader:
    """Reads paths with the options of a command and counts what it could not read."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.lex = lexicon(options.lexicon)
        self.documents = 0
        self.left_out = 0

    def read(self, paths: Sequence[Path]) -> Iterator[tuple[Source, tuple[Reading, ...]]]:
        """Each document with its articles."""
        for item in read_sources(paths, published=self.options.published, locality=self.options.locality):
            if not isinstance(item, Source):
                fail(item.message)
                self.left_out += item.kind in LEFT_OUT
                continue
            try:
                readings = read(item, self.lex)
            except NoPageError as error:
                fail(error)
                self.left_out += 1
                continue
            self.documents += 1
            yield item, readings

    @property
    def exit_code(self) -> int:
        """0 all read, 1 some left out, 3 nothing read."""
        if not self.documents:
            return 3
        return 1 if self.left_out else 0
