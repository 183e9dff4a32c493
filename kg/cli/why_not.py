"""kg why-not: words from which nothing was taken."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import say, show_table
from kg.cli.given import LexiconFolder, Locality, Published, command, reading_options
from kg.cli.reading import Reader
from kg.insight.pretty import brief, said
from kg.insight.why_not import find, why_not
from kg.model import Source
from kg.pipeline import read

if TYPE_CHECKING:
    from kg.insight.why_not import WhyNot
    from kg.model import Mention

EXAMPLES = """\b
Examples:
  kg why-not 县级领导要当好“首席服务官”      words of a page in seeds/
  kg why-not '局长到一线调研' --locality 某县  words on their own"""

app = command()


@app.command("why-not", epilog=EXAMPLES)
def run(
    words: Annotated[str, typer.Argument(metavar="TEXT", help="The words, as printed.")],
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Where they stand; seeds/ if it is there.")] = None,
    published: Published = None,
    locality: Locality = None,
    lexicon: LexiconFolder = None,
) -> None:
    """Tell what was seen in the sentence of these words, what was taken, and what stopped the rest."""
    reader = Reader(reading_options(published, locality, lexicon))
    folders = paths or [folder for folder in [Path("seeds")] if folder.is_dir()]
    readings = [reading for _, found in reader.read(folders) for reading in found]
    place = find(readings, words)
    if place is None:
        digest = hashlib.sha256(words.encode()).hexdigest()
        source = Source("words", words, digest, published=reader.options.published, locality=reader.options.locality or "")
        place = find(read(source, reader.lex), words)
    if place is None:
        typer.echo("no article: there is nothing to read in these words")
        return
    reading, span = place
    say(f"{reading.article.doc} article {reading.article.number}  {reading.article.headline}")
    for answer in why_not(reading, span, reader.lex):
        _print(answer)


def _print(answer: WhyNot) -> None:
    say(f"\n{answer.sentence}")
    if answer.mentions:
        rows = [(m.kind, m.text, _value(m), m.rule) for m in answer.mentions]
        show_table(("seen", "words", "as", "by the rule"), rows)
    verbs = "、".join(dict.fromkeys(f"{v.word} ({_sense(v.sense)})" for v in answer.verbs if _sense(v.sense)))
    if verbs:
        say(f"verbs   {verbs}")
    for fact in answer.facts:
        say(f"taken   {said(fact)}")
    for reason in answer.reasons:
        say(f"why not {reason}")


def _value(mention: Mention) -> str:
    return brief(mention.value) if mention.value else ""


def _sense(sense: object) -> str:
    names = (getattr(sense, name) for name in ("act", "event", "role"))
    return ", ".join(str(name) for name in names if name)
