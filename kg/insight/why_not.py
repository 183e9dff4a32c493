"""Words from which nothing was taken: what came close in their sentence, and what stopped it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.facts.activity.triggers import Trigger, matcher
from kg.facts.holders import find_holders
from kg.model import Activity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, Fact, Holder, Mention, Span
    from kg.pipeline import Reading


@dataclass(frozen=True, slots=True)
class WhyNot:
    """About one sentence: what was seen in it, what was taken from it, and what stopped the rest."""

    sentence: str
    mentions: tuple[Mention, ...]
    verbs: tuple[Trigger, ...]
    facts: tuple[Fact, ...]
    reasons: tuple[str, ...]


def find(readings: Sequence[Reading], words: str) -> tuple[Reading, Span] | None:
    """The first article that holds the words, and where; blanks and line breaks do not count."""
    wanted = "".join(words.split())
    for reading in readings:
        places = [i for i, c in enumerate(reading.article.text) if not c.isspace()]
        start = "".join(reading.article.text[i] for i in places).find(wanted)
        if wanted and start >= 0:
            return reading, (places[start], places[start + len(wanted) - 1] + 1)
    return None


def why_not(reading: Reading, span: Span, lex: Lexicon) -> tuple[WhyNot, ...]:
    """One answer for each sentence that the span touches, or one for the span alone where no sentence does."""
    article = reading.article
    touched = [(a, b) for a, b in article.sentences if a < span[1] and span[0] < b]
    holders = find_holders(article, reading.mentions, lex)
    return tuple(_sentence(reading, s, holders, lex, filtered=not touched) for s in touched or [span])


def _sentence(reading: Reading, span: Span, holders: Sequence[Holder], lex: Lexicon, *, filtered: bool) -> WhyNot:
    article, (start, end) = reading.article, span
    mentions = tuple(m for m in reading.mentions if start <= m.start < end)
    verbs = tuple(matcher(lex).find(article.text[start:end]))
    a, b = article.raw_span(start, end)
    facts = tuple(f for f in reading.facts if any(e.start < b and a < e.end for e in f.evidence))
    reasons = [_outside(article, span)] if filtered else []
    reasons += _posts(mentions, [h for h in holders if start <= h.start < end])
    if not any(isinstance(fact, Activity) for fact in facts):
        reasons += _activity(mentions, verbs)
    return WhyNot(article.text[start:end], mentions, verbs, facts, tuple(reasons))


def _outside(article: Article, span: Span) -> str:
    if any(a < span[1] and span[0] < b for a, b in article.bylines):
        return "the words credit who wrote or photographed: only bylines are read there"
    if span[0] < article.body:
        return "the words are in the headline: it names the article, facts are read from the body"
    return "no sentence holds the words: captions and lines without an end are left out"


def _posts(mentions: Sequence[Mention], holders: Sequence[Holder]) -> Iterator[str]:
    """Titles without a name and names without a title."""
    for mention in mentions:
        held = any(h.start <= mention.start and mention.end <= h.end for h in holders)
        if mention.kind == "title" and not held:
            yield f"title {mention.text}: no name stands beside it, so nobody holds it here"
        if mention.kind == "person" and not held:
            yield f"person {mention.text}: no post stands beside the name"
    kinds = {mention.kind for mention in mentions}
    if "person" not in kinds:
        yield "no person: no surname with a given name, and none named elsewhere in the article"
    if "title" not in kinds:
        yield "no title: none of the lexicon's titles and no word that ends like one"


def _activity(mentions: Sequence[Mention], verbs: Sequence[Trigger]) -> Iterator[str]:
    if not any(verb.sense.act or verb.sense.event for verb in verbs):
        yield "no activity: no word of the lexicon for what people do together (调研, 会议, 签约)"
        return
    opening = "、".join(dict.fromkeys(v.word for v in verbs if v.sense.act or v.sense.event))
    who = any(m.kind in ("person", "organization") for m in mentions)
    yield (
        f"{opening}: tells of an activity, but "
        + ("it opened none here: background, plan, or part of one told before" if who else "nobody is named who takes part")
    )
