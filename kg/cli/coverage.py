"""kg coverage: sentences with an official and no fact."""

from __future__ import annotations

import typer

from kg.cli.console import say
from kg.cli.given import LexiconFolder, Locality, Paths, Published, command, inputs, reading_options
from kg.cli.reading import Reader
from kg.insight.coverage import coverage

EXAMPLES = """\b
Examples:
  kg coverage                   of seeds/
  kg coverage pages/ > left.txt"""

app = command()


@app.command("coverage", epilog=EXAMPLES)
def run(paths: Paths = None, published: Published = None, locality: Locality = None, lexicon: LexiconFolder = None) -> None:
    """List the sentences that name an official and state no fact that was taken, then how many there are."""
    reader = Reader(reading_options(published, locality, lexicon))
    sentences = officials = uncovered = 0
    for source, readings in reader.read(inputs(paths)):
        for reading in readings:
            found = coverage(reading)
            sentences += found.sentences
            officials += found.with_official
            uncovered += len(found.uncovered)
            for sentence in found.uncovered:
                say(f"{source.doc}:{sentence.start}-{sentence.end}  {sentence.exact}")
    share = (officials - uncovered) / officials if officials else 1.0
    say(f"{sentences} sentences, {officials} name an official, {uncovered} of those gave no fact ({share:.0%} covered)")
    if reader.exit_code:
        raise typer.Exit(reader.exit_code)
