"""Marked sentences of the tests of activities: read into an article with mentions, and what came of it as one line.

Marks: {孔令启|区委书记} a person with the post before the name, {孔令启} a person, > parts body and post, [市财政局] a body,
/云溪县/ a place, <3月5日=2031-03-05> a date (<近日=> tells no day). A line lists type, date, people with
roles, bodies (organizers first), sites (the venue last) as given.
"""

from __future__ import annotations

import re

from kg.facts.activity import find_activities
from kg.lexicon import default_lexicon
from kg.model import Activity, Article, DateValue, Holder, Mention, OrgRef, PersonRef, PersonValue, PostRef

MARK = re.compile(r"\{(?P<name>[^|}]+)(?:\|(?P<post>[^}]+))?\}|\[(?P<body>[^]]+)\]|/(?P<place>[^/]+)/|<(?P<date>[^=>]+)=(?P<edtf>[^>]*)>")


def read(marked: str, headline: str = "") -> tuple[str, tuple[Activity, ...]]:
    """The plain text of a marked one, and its activities."""
    text, mentions, holders = "", [], []
    position = 0
    for m in MARK.finditer(marked):
        text += marked[position : m.start()]
        position = m.end()
        start = len(text)
        if m["name"]:
            body, _, post = (m["post"] or "").rpartition(">")
            text += body + post + m["name"]
            person = Mention("person", len(text) - len(m["name"]), len(text), m["name"], "t", PersonValue(m["name"]))
            mentions.append(person)
            if m["post"]:
                holders.append(Holder(start, len(text), (person,), (PostRef(OrgRef(body), post),), ("current",), "t"))
        elif m["date"]:
            part = next((p for p in ("上午", "下午", "晚") if p in m["date"]), "")
            text += m["date"]
            edtf, _, last = m["edtf"].partition("..")
            value = DateValue(m["date"], edtf or None, end=last or None, part=part)
            mentions.append(Mention("date", start, len(text), m["date"], "t", value))
        else:
            kind, word = ("organization", m["body"]) if m["body"] else ("place", m["place"])
            text += word
            mentions.append(Mention(kind, start, len(text), word, "t"))
    text += marked[position:]
    sentences, start = [], 0
    for m in re.finditer(r"[。！？]”?|\n|$", text):
        if text[start : m.end()].strip():
            sentences.append((start + len(text[start : m.end()]) - len(text[start : m.end()].lstrip()), m.end()))
        start = m.end()
    article = Article(doc="t", sha256="0" * 64, number=1, text=text, offsets=range(len(text)), raw=text,
                      headline=headline, sentences=tuple(sentences))  # fmt: skip
    return text, find_activities(article, tuple(mentions), tuple(holders), default_lexicon())


def shown(a: Activity) -> str:
    """One line: type, date; people with roles; bodies; sites."""
    people = [f"{p.agent.name}:{'+'.join(p.roles)}" for p in a.participations if isinstance(p.agent, PersonRef)]
    bodies = [o.name for o in a.organizers] + [p.agent.name for p in a.participations if isinstance(p.agent, OrgRef)]
    sites = [s.name for s in a.visited] + ([a.venue.name] if a.venue else [])
    parts = [f"{a.type} {a.date.edtf if a.date else None}", " ".join(people), " ".join(bodies), " ".join(sites)]
    return " | ".join(parts).replace("|  |", "| |").rstrip(" |")


DAY = "<4月6日=2031-04-06>"
