"""Page furniture: what a web page or a newspaper prints around an article and says of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

Kind = Literal["field", "author", "day", "url", "bracket", "word", "rest"]

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇"
STRONG = frozenset({"field", "author", "url", "bracket"})
SAID = STRONG | {"day"}  # beside these a name alone is that of the publisher
SEPARATOR = re.compile(r"[ |/·\-—>»›、，：:]+")
BRACKET = re.compile(r"(?:\[|【|（|\()([^\[\]【】（）()\n]{0,60})(?:\]|】|）|\))")
OPENING = re.compile(r"[\[【（(]")
CLOSED = re.compile("[ 。！？”）】\\]]")  # behind one of these furniture may begin
DAY = re.compile(r"(?<!\d)(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})(?!\d)日?")
TIMES = (
    rf"{DAY.pattern}(?=$|[ |\]】）\d:：T])(?:T?\d\d?[:：]\d\d[:：\d]*)?|\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?(?![:：\d])"
    r"|星期[一二三四五六日天]|周[一二三四五六日](?=$|[ |])"
)
URL = r"(?:https?://|www\.)[!-~]+|[\w.]+@[\w.]+"
COUNT = rf"\d{{1,8}}(?: ?人?次)?(?![\d{HAN}%.,])"
SPLIT = 200  # characters at either end of a line in which furniture is looked for


@record
class Piece:
    kind: Kind
    start: int
    end: int


class Furniture:
    """The grammar of furniture, compiled from a lexicon."""

    def __init__(self, lex: Lexicon) -> None:
        words = {name: either(lex.words("layout", f"{name}_labels")) for name in ("field", "weak", "rest", "author")}
        label = rf"(?:{words['field']}|{words['author']})"
        value = rf"(?:(?!{label}[：:])[^ |\[\]【】（），。？！；\n]){{0,30}}(?=$|[ |\[\]【】（）]|{label}[：:])"
        self._piece = re.compile(
            rf"(?P<rest>(?:{words['rest']})(?=[：:> ]|$).*)|(?P<author>(?:{words['author']})[：:] ?{value})"
            rf"|(?P<weak>(?:{words['weak']}) ?[：:] ?(?={DAY.pattern}|\d*次?(?:$|[ |\]】）])|[ |\]】）]))"
            rf"|(?P<field>(?!(?:{words['weak']})[：:])(?:{words['field']}) ?[：:] ?{value})"
            rf"|(?P<day>{TIMES})|(?P<url>{URL})|(?P<count>{COUNT})"
            rf"|(?P<word>(?:(?:{either(lex.words('layout', 'page_words'))})[ |]?)+(?![{HAN}A-Za-z]))"
        )
        self._publisher = re.compile(
            rf"[{HAN}A-Za-z]{{1,12}}(?:{either(lex.words('layout', 'paper_ends'))})(?:[-—·|/ ][{HAN}]{{2,12}})?|[{HAN}]{{2,6}}网[-—][{HAN}]{{2,10}}"
        )
        strong = rf"(?:[\[【（]|https?://|{label} ?[：:]|(?:{words['rest']})[：:])"
        self._strong = re.compile(strong)
        self._published = re.compile(rf"(?:{either(lex.words('layout', 'publication_labels'))}) ?[：:] ?({DAY.pattern})")
        self._nobody = frozenset(lex.words("layout", "nobody"))
        self._roles = frozenset((*lex.words("layout", "credit_roles"), *lex.words("layout", "credit_roles_after")))
        self.title = re.compile(rf"(?:{either(lex.words('layout', 'title_labels'))}) ?[：:] ?")

    def pieces(self, text: str) -> Iterator[Piece]:
        """A line in pieces; what is no furniture is of kind rest."""
        position = 0
        while position < len(text):
            if separator := SEPARATOR.match(text, position):
                position = separator.end()
                continue
            piece = self._at(text, position)
            yield piece
            position = piece.end

    def is_only(self, text: str) -> bool:
        """Whether a text is furniture and names of publishers and nothing else."""
        kinds: set[Kind] = set()
        if len(text) <= SPLIT:
            for piece in self.pieces(text):
                if piece.kind == "rest" and not self._publisher.fullmatch(text, piece.start, piece.end):
                    return False
                kinds.add(piece.kind)
        return bool(kinds) and ("rest" not in kinds or not kinds.isdisjoint(SAID))

    def without(self, text: str) -> str:
        """The text with blanks in the place of furniture that credits nobody; same length."""
        if "：" not in text and "/" not in text and not DAY.search(text):
            return text
        chars = list(text)
        for piece in self.pieces(text):
            words = re.split("[ |]", text[piece.start : piece.end]) if piece.kind == "word" else ()
            if piece.kind not in ("rest", "author") and self._roles.isdisjoint(words):
                chars[piece.start : piece.end] = " " * (piece.end - piece.start)
        return "".join(chars)

    def cuts(self, text: str) -> tuple[int, int]:
        """Where text proper begins and ends between furniture at the head and at the tail of a line."""
        start, end = 0, len(text)
        if self._strong.match(text) or (DAY.match(text) and self._strong.search(text, 0, SPLIT)):
            start = self._head_end(text)
        at = max(start + 1, end - SPLIT)
        for mark in CLOSED.finditer(text, at - 1):
            if mark.end() >= at and (match := self._strong.match(text, mark.end())):
                at = match.end()
                if self.is_only(text[match.start() :]):
                    return start, match.start()
        return start, end

    def begins(self, text: str) -> bool:
        """Whether a line begins as furniture does: with a label, a bracket, an address or a whole date."""
        return bool(self._strong.match(text) or DAY.match(text))

    def published(self, text: str) -> list[str]:
        """The days that a line names as those of publication."""
        return [match[1] for match in self._published.finditer(text)]

    def _head_end(self, text: str) -> int:
        """Where the furniture at the head of a line ends; 0 where there is none to part from what follows."""
        end, strong = 0, False
        for piece in self.pieces(text[:SPLIT]):
            if piece.kind == "rest":
                break
            if piece.kind == "bracket" and text[piece.start] == "（":
                break
            end, strong = piece.end, strong or piece.kind in STRONG
        while end < len(text) and text[end] in " |":
            end += 1
        return end if strong and end < len(text) else 0

    def _is_empty(self, inner: str) -> bool:
        """Whether what stands in brackets is furniture, or the name of a paper alone."""
        inner = inner.strip()
        return not inner or inner in self._nobody or self.is_only(inner) or self._publisher.fullmatch(inner) is not None

    def _at(self, text: str, position: int) -> Piece:
        if match := self._piece.match(text, position):
            kinds: dict[str, Kind] = {"author": "author", "day": "day", "url": "url", "count": "word", "word": "word"}
            if match.end() > position:
                return Piece(kinds.get(match.lastgroup or "", "field"), position, match.end())
        if (match := BRACKET.match(text, position)) and self._is_empty(match[1]):
            return Piece("bracket", position, match.end())
        following = SEPARATOR.search(text, position + 1)
        opening = OPENING.search(text, position + 1)
        ends = [m.start() for m in (following, opening) if m]
        return Piece("rest", position, min(ends, default=len(text)))


@cache
def furniture_of(lex: Lexicon) -> Furniture:
    """The grammar compiled from a lexicon, once."""
    return Furniture(lex)


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
