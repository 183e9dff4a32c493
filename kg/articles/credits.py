"""Who wrote it: the grammar of bylines, by which pages are split and of which byline facts are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇"
FIELD = re.compile(r"[^ 、，,/|；;：:。.\-—&]+")
FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}")
BRACKETED = re.compile(r"（([^（）\n]{2,120})）")
LONGEST = 120  # characters of a credit


@dataclass(frozen=True, slots=True)
class Credit:
    """One person credited: the role as printed, without the body in front of it; "" where none is printed."""

    role: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # role or name
    text: str
    start: int
    end: int
    slash: bool  # a stroke stands right before it


class Credits:
    """Reads credits: `read(text)` gives the people of a text that is nothing but a credit."""

    def __init__(self, lex: Lexicon) -> None:
        heads, tails = lex.words("layout", "credit_roles"), lex.words("layout", "credit_roles_after")
        self._single = frozenset(lex.words("names", "surnames"))
        self._double = lex.words("names", "compound_surnames")
        self._excluded = frozenset((*lex.words("names", "name_exclusions"), *lex.words("layout", "not_credited")))
        self._photo = frozenset(lex.words("layout", "photo_roles"))
        self._tails = frozenset(tails)
        self._roles = frozenset((*heads, *tails))
        bodies = _either(lex.words("layout", "credit_bodies"))
        self._field = re.compile(
            rf"(?P<body>(?:(?:(?!{_either(heads)})[{HAN}]{{0,10}}(?:{bodies})|(?:本报)?驻[{HAN}]{{1,6}}?)(?={_either(heads)}))?)"
            rf"(?P<head>(?:{_either(heads)})?)(?P<name>[{HAN}·]*?)(?P<tail>(?:{_either(tails)})?)"
        )
        self.mark = re.compile(_either((*heads, *tails)))
        self.bracket = re.compile(rf"（[^（）\n]{{0,60}}?(?:{_either((*heads, *tails))})[^（）\n]{{0,110}}）")

        self.labelled = re.compile(rf"(?:{_either(heads)})：[{HAN}·]{{2,8}}(?:[ 、][{HAN}·]{{2,4}}(?![{HAN}：]))*")

    def read(self, text: str, *, bare: bool = False) -> tuple[Credit, ...]:
        """The people that `text` credits, () where it is not wholly a credit. `bare`: roles may be missing."""
        if len(text) > LONGEST:
            return ()
        tokens = self._tokens(text, bare=bare)
        if tokens is None or not any(token.kind == "name" for token in tokens):
            return ()
        if not bare and not any(token.kind == "role" for token in tokens):
            return ()
        return tuple(self._assigned(tokens))

    def is_photo(self, found: Iterable[Credit]) -> bool:
        """Whether these are credits for pictures only."""
        return all(credit.role in self._photo for credit in found)

    def is_name(self, text: str, *, strict: bool = True) -> bool:
        """Whether a text has the form of a full name: a surname and one or two characters, or 买买提·吐尔逊."""
        if text in self._excluded:
            return False
        if "·" in text:
            return bool(FOREIGN.fullmatch(text))
        if text.startswith(self._double):
            return 3 <= len(text) <= 4
        if text[:1] not in self._single:
            return False
        return 2 <= len(text) <= 3 or (not strict and len(text) == 4 and text[1] in self._single)

    def _tokens(self, text: str, *, bare: bool) -> list[_Token] | None:
        tokens: list[_Token] = []
        parts = list(FIELD.finditer(text))
        i = 0
        while i < len(parts):
            part, width = parts[i], 1
            slash = text[: part.start()].endswith("/")
            found = self._split(part[0], part.start(), slash=slash, bare=bare)
            if found is None and i + 1 < len(parts):  # 王 伟
                both = part[0] + parts[i + 1][0]
                close = text[part.end() : parts[i + 1].start()] == " "
                if close and len(part[0]) == 1 and len(parts[i + 1][0]) == 1 and self.is_name(both):
                    found, width = [_Token("name", both, part.start(), parts[i + 1].end(), slash)], 2
            if found is None and any(token.kind == "name" for token in tokens):
                found = self._labelled(part[0], part.start(), text)
            if found is None:
                return None
            tokens += found
            i += width
        return _merged(tokens, text)

    def _labelled(self, field: str, at: int, text: str) -> list[_Token] | None:
        """A name of a rare surname behind a colon, in a credit that has a plain name before: 文字编辑：见红蕊."""
        if text[at - 1 : at] != "：" or field in self._excluded or not re.fullmatch(f"[{HAN}]{{2,3}}", field):
            return None
        return [_Token("name", field, at, at + len(field), slash=False)]

    def _split(self, field: str, at: int, *, slash: bool, bare: bool) -> list[_Token] | None:
        """A field between blanks and strokes: 记者, 三门峡日报记者, 记者张三, 张三摄, 张三."""
        if field not in self._roles and self.is_name(field, strict=bare):
            return [_Token("name", field, at, at + len(field), slash)]
        match = self._field.fullmatch(field)
        if match is None:
            return None
        head, name, tail = match["head"], match["name"], match["tail"]
        if (match["body"] and not head) or (name and not self.is_name(name, strict=False)):
            return None
        if not (head or name or tail):
            return None
        return [
            _Token(kind, match[group], at + match.start(group), at + match.end(group), slash and group == "head")
            for kind, group in (("role", "head"), ("name", "name"), ("role", "tail"))
            if match[group]
        ]

    def _assigned(self, tokens: list[_Token]) -> Iterator[Credit]:
        """Roles to names: a role goes to the names behind it; 摄, 文/图 behind names go to those without a role,
        and behind a stroke to the last name (记者 王一 李二/图), if the other role is not printed right before it.
        """
        head = ""
        waiting: list[_Token] = []
        claimed: _Token | None = None
        for token, after in zip(tokens, [*tokens[1:], None], strict=True):
            if token.kind == "name":
                waiting.append(token)
            elif waiting and self._stands_behind(token, head, after):
                for name in waiting:
                    other = token.slash and name is waiting[-1] and name is not claimed
                    yield Credit(head if head and not other else token.text, name.text, name.start, name.end)
                waiting = []
            else:
                yield from (Credit(head, name.text, name.start, name.end) for name in waiting)
                head, waiting, claimed = token.text, [], after
        yield from (Credit(head, name.text, name.start, name.end) for name in waiting)

    def _stands_behind(self, role: _Token, head: str, after: _Token | None) -> bool:
        """Whether a role word speaks of the names before it and not of those behind it."""
        if not self._tails.issuperset(FIELD.findall(role.text)):
            return False
        return not head or role.slash or after is None or after.kind == "role"


def _merged(tokens: list[_Token], text: str) -> list[_Token]:
    """文/图 and 文 图 are one role."""
    merged: list[_Token] = []
    for token in tokens:
        before = merged[-1] if merged else None
        if before and before.kind == token.kind == "role" and token.start - before.end == 1:
            merged[-1] = _Token("role", text[before.start : token.end], before.start, token.end, before.slash)
        else:
            merged.append(token)
    return merged


@cache
def credits_of(lex: Lexicon) -> Credits:
    """The grammar compiled from a lexicon, once."""
    return Credits(lex)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
