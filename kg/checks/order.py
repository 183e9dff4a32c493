"""Times that end before they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.vocabulary import KGO, RDFS
from kg.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.lookup import Triples

SPANS = (
    (KGO.Tenure, KGO.validFrom, KGO.validUntil),
    (KGO.Tenure, KGO.firstSeen, KGO.lastSeen),
    (KGO.Activity, KGO.earliest, KGO.latest),
    (KGO.Activity, KGO.edtf, KGO.edtfEnd),
)


def ends_before_start(triples: Triples) -> Iterator[Finding]:
    """A finding for each tenure or activity whose end lies before its start, compared as far as both are told."""
    for kind, start, end in SPANS:
        for iri in triples.instances(kind):
            begun, ended = triples.text(iri, start), triples.text(iri, end)
            length = min(len(begun), len(ended))
            if length and "X" not in begun + ended and ended[:length] < begun[:length]:
                label = triples.text(iri, RDFS.label)
                yield Finding("end-before-start", f"{label}：止于{ended}，早于起始{begun}", (str(iri),))
