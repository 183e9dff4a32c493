"""Dates as printed and as bounded, never more precise than the source has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef

from kg.graph.text import label as clean
from kg.graph.vocabulary import KGO, XSD

if TYPE_CHECKING:
    from datetime import date

    from kg.graph.draft import Draft
    from kg.model import DateValue

STATED = ((re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date), (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth), (re.compile(r"\d{4}"), XSD.gYear))


def write_date(draft: Draft, iri: URIRef, value: DateValue | None) -> None:
    """The date properties of an activity; a basis always, `unknown` where there is no date.

    A range (2020-03-01/2020-03-03) has its first day as kgo:edtf and its last as kgo:edtfEnd.
    """
    if value is None:
        draft.text(iri, KGO.dateBasis, "unknown")
        return
    start, _, end = (value.edtf or "").partition("/")
    texts = (
        (KGO.dateText, clean(value.text)), (KGO.edtf, start), (KGO.edtfEnd, value.end or end),
        (KGO.dayPart, value.part), (KGO.dateBasis, value.basis),
    )
    for predicate, text in texts:
        if text:
            draft.text(iri, predicate, text)
    for predicate, bound in ((KGO.earliest, value.earliest), (KGO.latest, value.latest)):
        if bound:
            draft.day(iri, predicate, bound)


def exact_day(value: DateValue | None) -> date | None:
    """The one day that a date means; None where it is open, longer or in an unknown year."""
    if value is None or value.earliest is None or value.earliest != value.latest:
        return None
    return value.earliest


def stated_literal(value: DateValue) -> Literal | None:
    """The first day, month or year that a stated date names, as xsd:date, gYearMonth or gYear."""
    start = (value.edtf or "").partition("/")[0]
    for pattern, datatype in STATED:
        if pattern.fullmatch(start):
            return Literal(start, datatype=datatype)
    return None
