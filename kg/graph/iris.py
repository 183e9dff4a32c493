"""IRIs: readable, the same for the same input, and never broken by what a newspaper prints.

Syntax: RFC 3987, section 2.2 (`iunreserved`, `ucschar`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

from rdflib import URIRef

from kg.errors import KgError
from kg.graph.text import UNSEEN

MAX_SEGMENT = 80
# Blanks and quotation marks say nothing about who somebody is: 王 伟 is 王伟, “三送一强” is 三送一强.
SKIPPED = re.compile("[\\s\"'`“”‘’„‟«»「」『』＂＇]+")
KEPT = re.compile("[A-Za-z0-9._~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0003fffd-]")
PLAIN = re.compile("[A-Za-z0-9\u4e00-\u9fff-]+")  # most keys: nothing in them is to be changed
BASE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+[/#]")


def segment(key: str) -> str:
    """A key as one segment of an IRI: NFC, no blanks, quotes or unseen characters, the rest %-encoded.

    A key of which nothing is left, or that is very long, ends in a hash of the whole key.
    """
    if len(key) <= MAX_SEGMENT and PLAIN.fullmatch(key):
        return key
    text = SKIPPED.sub("", UNSEEN.sub("", unicodedata.normalize("NFC", key)))
    if not text.strip(".") or len(text) > MAX_SEGMENT:
        text = f"{text[:MAX_SEGMENT].strip('.')}~{digest(key)[:8]}"
    return "".join(c if KEPT.match(c) else quote(c, safe="") for c in text)


def digest(*keys: str) -> str:
    """Sixteen hexadecimal digits for a sequence of keys."""
    joined = "\x1f".join(keys).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:16]


class Iris:
    """Mints IRIs under one base and remembers them.

    `base` is absolute and ends in / or #; anything else raises KgError.
    """

    def __init__(self, base: str) -> None:
        if not BASE.fullmatch(base):
            raise KgError(f"base IRI: {base!r} is not an absolute IRI that ends in / or #")
        self.base = base
        self._known: dict[tuple[str, ...], URIRef] = {}

    def entity(self, kind: str, *keys: str) -> URIRef:
        """`{base}{kind}/{key}`, readable: person/管城回族区-虎强, post/管城回族区委/书记."""
        known = (kind, *keys)
        iri = self._known.get(known)
        if iri is None:
            iri = self._known[known] = self.made(kind, *keys)
        return iri

    def made(self, kind: str, *keys: str) -> URIRef:
        """The same, not remembered: of what is asked for once."""
        return URIRef(f"{self.base}{kind}/{'/'.join(map(segment, keys))}")

    def fact(self, kind: str, *keys: str) -> URIRef:
        """`{base}fact/{kind}-{hash of the keys}`; keys that are IRIs of this base count without it."""
        return URIRef(f"{self.base}fact/{kind}-{digest(kind, *(k.removeprefix(self.base) for k in keys))}")
