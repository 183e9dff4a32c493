"""The encoding of Chinese text files: marks first, then strict decoding judged by how common the characters are."""

from __future__ import annotations

import codecs
import re

from kg.record import record

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf",
    b"BM6", b"II*\x00", b"MM\x00*", b"\x7fELF",
)
SAMPLE = 65536  # bytes looked at to judge an encoding
COMMON = 0.7  # least share of everyday characters in what is not ASCII
BROKEN = 0.01  # most that may be undecodable in a text that is still read
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
EVERYDAY = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")  # GB 2312: punctuation and characters of level 1
EVERYDAY_BIG5 = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]")  # Big5: the same


class NotTextError(ValueError):
    """Bytes that are no text (`binary`), or text in no encoding that can be told."""

    def __init__(self, message: str, *, binary: bool) -> None:
        super().__init__(message)
        self.binary = binary


@record
class Decoded:
    text: str
    encoding: str
    broken: int = 0  # bytes or characters that became U+FFFD


def decode(data: bytes, hint: str = "") -> Decoded:
    """The text of a whole file, byte order mark removed and newlines as they are.

    `hint` is an encoding that the file itself names (HTML). Order: byte order mark, UTF-8, then the best of
    GB 18030, UTF-16 and Big5, then charset-normalizer, then UTF-8 or GB 18030 with a few broken bytes.
    Raises NotTextError.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_forgiving(data[len(mark) :], encoding))
    if data.startswith(MAGIC):
        raise NotTextError("not text", binary=True)
    guessed = guess_encoding(data[:SAMPLE], hint)
    if guessed:
        return _checked(_forgiving(data, guessed))
    if b"\x00" in data[:SAMPLE]:
        raise NotTextError("not text", binary=True)
    return _checked(_last_resort(data))


def guess_encoding(sample: bytes, hint: str = "") -> str | None:
    """The encoding of a file that begins with `sample`; None where none fits."""
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding
    if _begins(sample, "utf-8") is not None and sample.count(0) * 20 <= len(sample):
        return "utf-8"
    wide = ("utf-16-le", "utf-16-be") if len(sample) > 1 else ()
    narrow = tuple(name for name in ("gb18030", "big5", hint) if name)
    scores = {name: _share_of_everyday(_begins(sample, name)) for name in dict.fromkeys((*narrow, *wide))}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= COMMON else None


def _begins(sample: bytes, encoding: str) -> str | None:
    """The sample decoded, its last character allowed to be cut; None where it is not in this encoding."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        return decoder.decode(sample, final=len(sample) < SAMPLE)
    except (UnicodeDecodeError, LookupError):
        return None


def _share_of_everyday(text: str | None) -> float:
    if not text or len(CONTROLS.findall(text)) * 20 > len(text):
        return 0.0
    beyond = "".join(c for c in text if ord(c) > 0x7F)
    if not beyond:
        return 1.0
    simplified = len(EVERYDAY.findall(beyond.encode("gb2312", "ignore")))
    traditional = len(EVERYDAY_BIG5.findall(beyond.encode("big5", "ignore")))
    return max(simplified, traditional) / len(beyond)


def _forgiving(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _last_resort(data: bytes) -> Decoded:
    tries = [_forgiving(data, encoding) for encoding in ("utf-8", "gb18030")]
    best = min(tries, key=lambda tried: tried.broken)
    if best.broken <= len(best.text) * BROKEN:
        return best
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and seldom needed

    match = from_bytes(data[:SAMPLE]).best()
    guessed = _forgiving(data, match.encoding) if match else best
    return guessed if _share_of_everyday(guessed.text[:SAMPLE]) >= COMMON else best


def _checked(decoded: Decoded) -> Decoded:
    text = decoded.text
    if decoded.broken > len(text) * BROKEN:
        raise NotTextError(f"{decoded.broken} places are not {decoded.encoding}", binary=False)
    if len(CONTROLS.findall(text)) * 20 > len(text):
        raise NotTextError("not text", binary=True)
    return decoded
