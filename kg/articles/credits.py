"""Who wrote it: the grammar of bylines, by which pages are split and of which byline facts are made."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kg.articles.furniture import HAN, either, furniture_of
from kg.articles.nameforms import NameForms
from kg.articles.wires import Wires
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

FIELD = re.compile(r"[^ 、，,/|；;：:。.\-—&]+")
OPENING, CLOSING = "（【[", "）】]"
BRACKETED = re.compile(r"[（【\[]([^（）【】\[\]\n]{2,120})[）】\]]")
NOTE = re.compile(rf"(?<=[{HAN}])（[{HAN}]{{3,16}}）")
BODY_ENDS = tuple("省市县区镇乡村局院校社网报")  # of places and bodies that file a report: （青湖镇）3月20日
BETWEEN = (" ", "、")  # marks between the names of a bracket
SHOT = "摄"  # ends no name: 苏思摄 is 苏思
TWO_NAMES = 5  # characters from which what stands for a name may be two
LONGEST = 160  # characters of a credit


@record
class Credit:
    """One person credited: the role as printed, without the body in front of it; "" where none is printed."""

    role: str
    name: str
    start: int
    end: int


@record
class _Token:
    kind: Literal["role", "name", "body"]
    text: str
    start: int
    end: int
    slash: bool  # a stroke stands right before it


class Credits:
    """Reads credits: `read(text)` gives the people of a text that is nothing but a credit."""

    def __init__(self, lex: Lexicon) -> None:
        heads, tails = lex.words("layout", "credit_roles"), lex.words("layout", "credit_roles_after")
        self._without = furniture_of(lex).without
        self._names = NameForms(lex)
        self._photo = frozenset(lex.words("layout", "photo_roles"))
        self._pictured = re.compile(either(lex.words("layout", "photo_roles")))
        self._tails = frozenset(tails)
        self._roles = frozenset((*heads, *tails))
        marks = either(lex.words("layout", "byline_marks"))
        self._marks = re.compile(rf" *(?:{marks})[ ：]*")
        self._agency = re.compile(rf"[{HAN}]{{0,8}}(?:{either(lex.words('layout', 'photo_agencies'))})[{HAN}]{{0,4}}")
        self._wires = Wires(lex, heads, self.is_name)
        self._field = self._field_pattern(lex, heads, tails)
        self._signs = lex.words("layout", "byline_marks")
        self._printed = {f"{role[0]} {role[1]}": role for role in heads if len(role) == 2}  # 记 者：田小禾
        spaced = either(self._printed)
        role = either(heads)
        glued = rf"(?:本报|本台|本网|特约)?(?:{role})[{HAN}]{{2,4}}?(?=(?:本报|本台|本网|特约)?(?:{role})[{HAN}]{{2,4}})"
        self._parts = re.compile(f"{glued}|{spaced}|{FIELD.pattern}")  # 记者田小禾通讯员方一舟 is two fields
        roles = (*heads, *tails, *self._printed)
        self._mark = re.compile("|".join(re.escape(role) for role in roles if not any(r != role and r in role for r in roles)))
        self._cached = lru_cache(maxsize=1 << 12)(self._read)  # one credit is tried as line, bracket and end of text
        self.bracket = re.compile(rf"（[^（）\n]{{0,60}}?(?:{either((*heads, *tails))}|{spaced})[^（）\n]{{0,110}}）")
        self.labelled = re.compile(
            rf"(?:{either(heads)}|{spaced})[：|/] ?[{HAN}·]{{2,8}}(?:[ 、][{HAN}·]{{2,4}}(?![{HAN}：])|(?<=[：/| ][{HAN}]) [{HAN}](?![{HAN}：]))*"
        )

    @staticmethod
    def _field_pattern(lex: Lexicon, heads: Iterable[str], tails: Iterable[str]) -> re.Pattern[str]:
        """A field between blanks and strokes: a body, a role, a name, a role that may stand behind, any of them."""
        bodies, role = either(lex.words("layout", "credit_bodies")), either(heads)
        before = rf"(?:(?!{role})[{HAN}·]{{0,14}}(?:{bodies})|(?:本报|本台|本网)?驻[{HAN}]{{1,6}}?)(?={role})"
        return re.compile(
            rf"(?P<body>(?:{before}|[{HAN}]{{1,6}}(?:社|报|网|台|图片)发)?)"
            rf"(?P<head>(?:{role})?)(?P<name>[{HAN}·]*?)(?P<tail>(?:{either(tails)})?)"
        )

    def read(self, text: str, *, bare: bool = False) -> tuple[Credit, ...]:
        """The people that `text` credits, () where it is not wholly a credit. `bare`: roles may be missing, as
        they may behind a mark (□ 田小禾). Furniture beside the credit (来源：…) is passed over.
        """
        if len(text) > LONGEST or not (bare or self._told(text) or self._marks.match(text)):
            return ()
        return self._cached(text.replace("\\", "/"), bare)  # 文\\图：田小禾

    def _read(self, text: str, bare: bool) -> tuple[Credit, ...]:  # noqa: FBT001 - lru_cache keys by position
        text = self._wires.without(NOTE.sub(self._unnoted, self._without(text)))
        if mark := self._marks.match(text):
            text, bare = " " * mark.end() + text[mark.end() :], True
        tokens = self._tokens(text, bare=bare)
        if tokens is None or not any(token.kind == "name" for token in tokens):
            return ()
        if not bare and not any(token.kind == "role" for token in tokens):
            return ()
        return tuple(self._assigned([token for token in tokens if token.kind != "body"]))

    def _unnoted(self, note: re.Match[str]) -> str:
        """Blanks for who somebody is, told behind a name: 编辑 | 田小禾（青禾镇信息员）; a credit in brackets stays."""
        return note[0] if self._told(note[0]) else " " * len(note[0])

    def signed(self, line: str) -> int | None:
        """Where the names begin in a line of names alone (王一山 李二河), or of a body and a name (河长办王一山)."""
        if all(self.is_name(name) and len(name) > 2 for name in line.split()):
            return 0
        for size in (3, 2):
            if self.is_name(line[-size:]) and self._names.is_body(line[:-size].strip()):
                return len(line) - size
        return None

    def may_read(self, text: str) -> bool:
        """Whether a text holds the word of a role or begins with a mark that stands before names."""
        return text.startswith(self._signs) or self._told(text)

    def _told(self, text: str) -> bool:
        """Whether a text holds the word of a role."""
        return self._mark.search(text) is not None

    def is_photo(self, found: Iterable[Credit]) -> bool:
        """Whether these are credits for pictures only."""
        return all(self._photo.issuperset(FIELD.findall(credit.role)) and credit.role for credit in found)

    def is_name(self, text: str, *, strict: bool = True) -> bool:
        """Whether a text has the form of a full name."""
        return self._names.is_full(text, strict=strict)

    def is_role(self, text: str) -> bool:
        """Whether a text is the word of a role alone."""
        return text in self._roles

    def caption_end(self, text: str) -> int:
        """Where the credit for a picture begins that ends a caption (图为会场 田小禾 摄); the text's length if none."""
        if not self._pictured.search(text, max(0, len(text) - LONGEST // 4)):
            return len(text)
        starts = [m.end() for m in re.finditer(r"^|[，：。！？ ）]", text) if len(text) - m.end() <= LONGEST // 4]
        for start in starts:
            found = self.read(text[start:])
            if found and text[start] not in " /" and any(self.is_photo([credit]) or "图" in credit.role for credit in found):
                return start
        return len(text)

    def _tokens(self, text: str, *, bare: bool) -> list[_Token] | None:
        tokens: list[_Token] = []
        parts = list(self._parts.finditer(text))
        i = 0
        while i < len(parts):
            part, width = parts[i], 1
            slash = text[: part.start()].endswith(("/", "|"))
            named = any(token.kind == "name" for token in tokens)
            if slash and named and tokens[-1].kind == "role" and self._agency.fullmatch(part[0]):
                i += 1
                continue
            found = None if named and self._wires.is_origin(part[0], slash=slash) else self._split(part[0], part.start(), slash=slash, bare=bare)
            if found is None and i + 1 < len(parts) and (spaced := self._spaced(part, parts[i + 1], text, slash=slash)):
                found, width = [spaced], 2
            if found is None:
                found = self._labelled(part[0], part.start(), text, named=named, bare=bare)
            if found is None and self._is_body(part[0], before=tokens, bare=bare, named=named, slash=slash):
                found = [_Token("body", part[0], part.start(), part.end(), slash)]
            if found is None:
                return None
            tokens += found
            i += width
        return _merged(tokens, text)

    def _spaced(self, a: re.Match[str], b: re.Match[str], text: str, *, slash: bool) -> _Token | None:
        """王 伟: a name of two characters with a blank between them, or of a role and one (记者王 伟)."""
        both = a[0] + b[0]
        gap = text[a.end() : b.start()]
        if gap.strip(" ") or len(gap) > 2 or len(a[0]) != 1 or len(b[0]) != 1 or not self.is_name(both):
            return None
        return _Token("name", both, a.start(), b.end(), slash)

    def _labelled(self, field: str, at: int, text: str, *, named: bool, bare: bool) -> list[_Token] | None:
        """A name of a rare surname behind a colon, or behind a name before: 作者：盈小禾, 文字编辑：见红蕊, （田小禾 天乐）."""
        beside = bare and named and text[at - 1 : at] in BETWEEN and not field.endswith(BODY_ENDS)
        if not (text[at - 1 : at] == "：" or beside) or not self._names.may_be(field, named=named):
            return None
        return [_Token("name", field, at, at + len(field), slash=False)]

    def _is_body(self, field: str, *, before: list[_Token], bare: bool, named: bool, slash: bool) -> bool:
        """A body in front of a name (县委宣传部 田小禾), or where it was reported from."""
        if named and self._wires.is_origin(field, slash=slash):
            return True
        return (bare or bool(before)) and len(field) > 2 and self._names.is_body(field)

    def _split(self, field: str, at: int, *, slash: bool, bare: bool) -> list[_Token] | None:
        """A field between blanks and strokes: 记者, 三门峡日报记者, 记者张三, 张三摄, 张三."""
        if printed := self._printed.get(field):
            return [_Token("role", printed, at, at + len(field), slash)]
        shot = field.endswith(SHOT) or (len(field) == 4 and self.is_name(field[:3]) and field[3:] in self._tails)
        outlet = "·" in field and self._told(field)  # 青湖日报·青湖客户端记者 is no name from abroad
        if field in self._roles or (not shot and not outlet and self.is_name(field, strict=bare)):
            return [_Token("role" if field in self._roles else "name", field, at, at + len(field), slash)]
        match = self._field.fullmatch(field)
        if match is None:
            return None
        head, name, tail = match["head"], match["name"], match["tail"]
        agency = match["body"].endswith("发")
        if not (head or name or tail):
            return [_Token("body", field, at, at + len(field), slash)] if agency else None
        if (match["body"] and not head and not agency) or (name and not self.is_name(name, strict=False)):
            return self._two_names(match, at) if head and not tail else None
        kinds: tuple[tuple[Literal["role", "name"], str], ...] = (("role", "head"), ("name", "name"), ("role", "tail"))
        return [
            _Token(kind, match[group], at + match.start(group), at + match.end(group), slash and group == "head")
            for kind, group in kinds
            if match[group]
        ]

    def _two_names(self, match: re.Match[str], at: int) -> list[_Token] | None:
        """记者贾小妍张莉: two names with nothing between them."""
        name, start = match["name"], at + match.start("name")
        for cut in (3, 2):
            if len(name) >= TWO_NAMES and all(2 <= len(n) <= 3 and self.is_name(n) for n in (name[:cut], name[cut:])):
                role = _Token("role", match["head"], at + match.start("head"), at + match.end("head"), slash=False)
                names = [_Token("name", name[:cut], start, start + cut, slash=False), _Token("name", name[cut:], start + cut, start + len(name), slash=False)]
                return [role, *names]
        return None

    def _assigned(self, tokens: list[_Token]) -> Iterator[Credit]:
        """Roles to names: a role goes to the names behind it; 摄, 文/图 behind names go to those without a role,
        behind a stroke to the last name (记者 王一 李二/图), and 摄 to all (记者 王一 摄), if the other role is not
        printed right before it.
        """
        head = ""
        waiting: list[_Token] = []
        claimed: _Token | None = None
        closing = tokens[-1].kind == "role" and any(a.kind == "role" for a, _ in pairwise(tokens))
        for token, after in zip(tokens, [*tokens[1:], None], strict=True):
            if token.kind == "name":
                waiting.append(token)
            elif waiting and self._stands_behind(token, head, after, closing=closing):
                for name in waiting:
                    other = token.slash and name is waiting[-1] and name is not claimed
                    other = other or self._photo.issuperset(FIELD.findall(token.text))
                    yield Credit(head if head and not other else token.text, name.text, name.start, name.end)
                waiting = []
            else:
                yield from (Credit(head, name.text, name.start, name.end) for name in waiting)
                head, waiting, claimed = token.text, [], after
        yield from (Credit(head, name.text, name.start, name.end) for name in waiting)

    def _stands_behind(self, role: _Token, head: str, after: _Token | None, *, closing: bool) -> bool:
        """Whether a role word speaks of the names before it and not of those behind it."""
        if not self._tails.issuperset(FIELD.findall(role.text)):
            return False
        return closing or not head or role.slash or after is None or after.kind == "role"


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
