"""Statements: who demanded, stressed or pointed out what, to whom.

A speaker is a person mention (他 too, once resolved), a body, or the body whose meeting 会议强调 stands
for; nobody is invented. A verb must be followed by what was said: 提出要求 alone is no statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.facts.speech import grammar
from kg.mentions.spans import begins
from kg.model import Mention, OrgRef, PersonRef, PersonValue, Statement
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.facts.speech import Grammar
    from kg.lexicon import Lexicon
    from kg.model import Article, Span

START = attrgetter("start")
REACH = 4000  # characters before 会议强调 within which the meeting is told, and the longest quotation
MOST = 60  # sentences of one list of demands
LISTING = frozenset("及和、")
SHORTEST = 4  # characters of content
EXAMPLES = {
    "statement.speaker-verb": "梁知远强调，各部门要加快进度。",
    "statement.joint-speakers": "梁知远、郝文博分别表示，将加快进度。",
    "statement.body-verb": "云州市教育局表示，将加快进度。",
    "statement.meeting": "云州市教育局召开会议。会议指出，要加快进度。",
    "statement.later-verb": "梁知远察看了现场，要求各部门加快进度。",
    "statement.quote-verb": "“要加快进度。”梁知远强调。",
}


@record
class Said:
    """One statement as it stands: who, by which verb, and where its content lies."""

    speaker: PersonRef | OrgRef
    verb: str
    start: int  # of the clause with the verb
    content: Span
    rule: str


def find_statements(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[Statement, ...]:
    """The statements of an article, in order of text, one a speaker.

    The content runs to the end of its sentence or quotation, and on through 一要…。二要…。 to the
    end of the paragraph. `during` is left for the stage that knows the activities.
    """
    g = grammar(lex)
    spots = [start for _, start, _ in g.saying.find_matches_as_indexes(article.text)]
    if not spots:
        return ()
    people = [m for m in mentions if m.kind == "person" and isinstance(m.value, PersonValue)]
    bodies = [m for m in mentions if m.kind in {"organization", "place"}]
    found: list[Said] = []
    for sentence in article.sentences:
        if not begins(spots, sentence):
            continue
        inside, near = _within(people, sentence), _within(bodies, sentence)
        said = [*_by_people(article, sentence, inside, g), *_by_bodies(article, sentence, near, bodies, g)]
        said += _later(article, sentence, inside, said, g)
        found += said
    found += _quoted_before(article, people, g)
    return tuple(_fact(article, s, bodies, g) for s in sorted(found, key=lambda s: (s.start, s.content)))


def _within(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """The mentions that begin in a span; they are in order of text."""
    return mentions[bisect_left(mentions, span[0], key=START):bisect_left(mentions, span[1], key=START)]


def _fact(article: Article, said: Said, bodies: Sequence[Mention], g: Grammar) -> Statement:
    start, end = said.content
    return Statement(
        speaker=said.speaker,
        act=g.acts[said.verb],
        text=article.text[start:end].strip().replace("\n", ""),
        addressees=_addressees(article.text, said.content, bodies, g),
        article=article.id,
        evidence=(article.evidence(min(said.start, start), end),),
        rules=(said.rule,),
    )


# ---------------------------------------------------------------- who says
def _by_people(article: Article, sentence: Span, people: Sequence[Mention], g: Grammar) -> Iterator[Said]:
    """梁知远强调，…; 他说，…; 梁知远、郝文博分别表示，…"""
    for i, mention in enumerate(people):
        m = g.act.match(article.text, mention.end, sentence[1])
        if m is None or _inside_quote(article.text, sentence[0], mention.start):
            continue
        content = _content(article, m, sentence, g)
        if content is None:
            continue
        joint = any(word in m[0] for word in g.jointly)
        for speaker in _chain(article.text, people, i) if joint else [mention]:
            rule = "statement.joint-speakers" if joint and speaker is not mention else "statement.speaker-verb"
            yield Said(_person(speaker), _verb(m), speaker.start, content, rule)


def _chain(text: str, people: Sequence[Mention], last: int) -> list[Mention]:
    """The people joined by 、 or 和 up to the one before the verb."""
    first = last
    while first and re.fullmatch(r"[、和与及][^，。；：]{0,20}", text[people[first - 1].end:people[first].start]):
        first -= 1
    return list(people[first:last + 1])


def _by_bodies(
    article: Article, sentence: Span, near: Sequence[Mention], bodies: Sequence[Mention], g: Grammar
) -> Iterator[Said]:
    """教育局表示，…; 会议指出，… by the body that is said to hold the meeting."""
    for body in near:
        if body.kind != "organization" or g.according.search(article.text, sentence[0], body.start):
            continue
        m = g.said.match(article.text, body.end, sentence[1])
        if m and article.text[m.end() - 1] != "。" and (content := _content(article, m, sentence, g)):
            yield Said(_body(body), m["verb"], body.start, content, "statement.body-verb")
    for m in g.meeting.finditer(article.text, *sentence):
        holder = _holder(article, bodies, m.start(), g)
        content = _content(article, m, sentence, g)
        if holder and content and not _inside_quote(article.text, sentence[0], m.start()):
            yield Said(_body(holder), _verb(m), m.start(), content, "statement.meeting")


def _holder(article: Article, bodies: Sequence[Mention], before: int, g: Grammar) -> Mention | None:
    """The one body that holds the meeting told before, if just one does."""
    text, low = article.text, max(article.body, before - REACH)
    holders = {str(b.value or b.text): b for b in _within(bodies, (low, before)) if g.convened.match(text, b.end)}
    if not holders:
        printed = {m["body"]: m for m in g.holder.finditer(text, low, before)}
        holders = {name: Mention("organization", m.start("body"), m.end("body"), name, "statement.meeting") for name, m in printed.items()}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _later(article: Article, sentence: Span, people: Sequence[Mention], said: Sequence[Said], g: Grammar) -> Iterator[Said]:
    """A later clause of the subject of the sentence: 梁知远察看了现场，要求各部门…"""
    subject = next((p for p in people if _heads_clause(article.text, sentence, p)), None)
    if subject is None:
        return
    for m in g.later.finditer(article.text, subject.end, sentence[1]):
        others = [p for p in people if subject.end <= p.start < m.start() and _heads_clause(article.text, sentence, p)]
        if others or any(s.content[0] - 1 <= m.start() < s.content[1] for s in said):
            continue
        if _inside_quote(article.text, sentence[0], m.start()):
            continue
        if content := _content(article, m, sentence, g):
            yield Said(_person(subject), _verb(m), m.start() + 1, content, "statement.later-verb")
            return


def _heads_clause(text: str, sentence: Span, person: Mention) -> bool:
    """Does the person stand at the head of the sentence or of a clause, and not in a list?"""
    before = text[sentence[0]:person.start].rstrip()
    after = text[person.end:person.end + 1]
    return (not before or before[-1] in "，；：”") and after not in {"、", "，", "。", "）", "的"}


def _quoted_before(article: Article, people: Sequence[Mention], g: Grammar) -> Iterator[Said]:
    """“…。”梁知远强调，"""
    for person in people:
        m = g.said.match(article.text, person.end)
        if m is None or article.text[person.start - 1:person.start] != "”":
            continue
        start = article.text.rfind("“", max(0, person.start - REACH), person.start)
        if start >= 0 and person.start - start > SHORTEST + 2:
            yield Said(_person(person), m["verb"], start, (start + 1, person.start - 1), "statement.quote-verb")


def _person(mention: Mention) -> PersonRef:
    return PersonRef(mention.value.name if isinstance(mention.value, PersonValue) else mention.text)


def _body(mention: Mention) -> OrgRef:
    return OrgRef(mention.value if isinstance(mention.value, str) else mention.text, mention.text)


def _verb(m: re.Match[str]) -> str:
    return str(m["verb"] or m["direct"])


# ---------------------------------------------------------------- what is said
def _content(article: Article, m: re.Match[str], sentence: Span, g: Grammar) -> Span | None:
    """From after the verb to the end of the quotation, or of the sentence and those that go on with its list."""
    text, start = article.text, m.end()
    close = text.find("”", start, start + REACH) if text.startswith("“", start) else -1
    if close > 0 and "\n" not in text[start:close] and (close > sentence[1] or text[close - 1] in "。！？"):
        return start + 1, close
    end = _end(article, start, sentence, g)
    end = start + len(text[start:end].rstrip())
    return (start, end) if len(text[start:end].strip("。，；：")) >= SHORTEST else None


def _end(article: Article, start: int, sentence: Span, g: Grammar) -> int:
    """The end of the statement's last sentence: its own, or that of the list that it opens."""
    text = article.text
    paragraph: list[Span] = []
    for following in islice(article.sentences, bisect_left(article.sentences, (sentence[1], 0)), None):
        if "\n" in text[sentence[1] if not paragraph else paragraph[-1][1]:following[0]] or len(paragraph) == MOST:
            break
        paragraph.append(following)
    listed = [s for s in paragraph if g.item.match(text, s[0])]
    opens = g.item.match(text, start) or (listed and listed[0] == paragraph[0])
    end = listed[-1][1] if opens and listed else sentence[1]
    for following in paragraph:
        if following[0] >= end:
            if not g.runs_on.match(text, following[0]):
                break
            end = following[1]
    return end


def _inside_quote(text: str, start: int, position: int) -> bool:
    """Is the place inside a quotation opened in the same sentence?"""
    low = max(start, position - REACH)
    return text.rfind("“", low, position) > text.rfind("”", low, position)


def _addressees(text: str, content: Span, bodies: Sequence[Mention], g: Grammar) -> tuple[OrgRef, ...]:
    """The bodies at the head of a clause that the demand is made of: 各部门要…, 云杉园区及相关部门要…"""
    found: dict[str, OrgRef] = {}
    for clause in re.finditer(r"[^，；。：“”]+", text[content[0]:content[1]]):
        start = content[0] + clause.start()
        end = content[0] + clause.end()
        collective = g.collective.match(text, start, end)
        named = [b for b in _within(bodies, (start, end)) if b.kind == "organization"]
        if collective and g.must.match(text, collective.end(), end):
            found.setdefault(collective[0], OrgRef(collective[0], collective[0]))
        for body in named:
            listed = text[body.end:body.end + 1] in LISTING and g.must.search(text, body.end, end) is not None
            if body.start == start and (listed or g.must.match(text, body.end, end)):
                found.setdefault(body.text, _body(body))
    return tuple(found.values())
