"""Words on their way into the graph: labels without marks that break lines, text without broken characters."""

from __future__ import annotations

import re
import unicodedata

# Cc control, Cf format (zero width, bidi marks), Cs lone surrogates, Zl and Zp line separators
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]+",
)
SURROGATE = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, made U+FFFD; offsets stay as they are."""
    return SURROGATE.sub("\ufffd", text)


def label(text: str) -> str:
    """One readable line, NFC: no control, bidi or zero-width characters, single blanks, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub(" ", text)).split())


def shortened(text: str, length: int) -> str:
    """The text, cut to `length` characters with … as the last one."""
    return text if len(text) <= length else text[: length - 1] + "…"
