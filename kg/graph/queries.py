"""The questions in `ontology/queries`: listed, loaded, and asked about somebody else.

A query file begins with its question in Chinese and in English, then one line a parameter:

    # 某人先后任过哪些职务，依据何在？
    # Which posts are told of a person over time, and in which words?
    # param: person = 虎强 | 人名 · name of a person
    ...
      VALUES ?person { "虎强"@zh-Hans }

so that it runs as it stands, in any SPARQL 1.1 engine. `bind` puts other values in those VALUES. The parameter `top`,
a whole number, stands in a LIMIT instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.text import SURROGATE
from kg.resources import ontology_dir

if TYPE_CHECKING:
    from collections.abc import Mapping

PARAMETER = re.compile(r"# param: (?P<name>\w+) = (?P<default>.*?) \| (?P<about>.+)")
VALUES = r'VALUES \?{name} {{ "(?:[^"\\\n]|\\.)*"(?P<suffix>@[A-Za-z-]+|\^\^\S+)? }}'
TOP, LIMIT, NUMBER = "top", r"LIMIT \d+", re.compile("[1-9][0-9]{0,8}")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
DATE = "^^xsd:date"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query asks for: `default` is the one in its file."""

    name: str
    default: str
    about: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question: in Chinese, in English, and as SPARQL that runs as it stands."""

    name: str
    question: str
    question_en: str
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def whole(self) -> bool:
        """Whether it is about the whole graph, not about somebody or something."""
        return all(parameter.name == TOP for parameter in self.parameters)

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that take the name of a thing, as labels are written: with a language."""
        pattern = VALUES.format(name=r"(?P<name>\w+)")
        return tuple(dict.fromkeys(m["name"] for m in re.finditer(pattern, self.text) if (m["suffix"] or "").startswith("@")))


def list_queries() -> tuple[Query, ...]:
    """All queries that come with kg, by name. Raises KgError where a file does not keep to the form."""
    folder = ontology_dir() / "queries"
    return tuple(parse_query(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq")))


def load_query(name: str) -> Query:
    """One query by name (`posts-of`). Raises KgError, with the names there are, for any other."""
    path = ontology_dir() / "queries" / f"{name}.rq"
    if not NAME.fullmatch(name) or not path.is_file():
        raise KgError(f"no query {name!r}; there are: {', '.join(q.name for q in list_queries())}")
    return parse_query(name, path.read_text(encoding="utf-8"))


def parse_query(name: str, text: str) -> Query:
    """A query from the text of its file. Raises KgError where a question or the VALUES of a parameter is missing."""
    comments = [line for line in text.splitlines() if line.startswith("#")]
    if len(comments) < 2:
        raise KgError(f"query {name}: its first two lines are the question in Chinese and in English, after #")
    found = (PARAMETER.fullmatch(line) for line in comments[2:])
    parameters = tuple(Parameter(m["name"], m["default"], m["about"]) for m in found if m)
    for parameter in parameters:
        if not re.search(LIMIT if parameter.name == TOP else VALUES.format(name=parameter.name), text):
            raise KgError(f"query {name}: {'LIMIT' if parameter.name == TOP else 'VALUES'} for its parameter {parameter.name} is missing")
    return Query(name, comments[0].removeprefix("#").strip(), comments[1].removeprefix("#").strip(), parameters, text)


def bind(query: Query, params: Mapping[str, str]) -> str:
    """The SPARQL of a query with these values for its parameters; those not given keep what the file has.

    Values are data, never SPARQL. Raises KgError for a parameter that the query does not have and for a
    day or number that is none.
    """
    known = {p.name for p in query.parameters}
    unknown = sorted(set(params) - known)
    if unknown:
        has = ", ".join(sorted(known)) or "none"
        raise KgError(f"query {query.name}: no parameter {', '.join(unknown)}; it has: {has}")
    text = query.text
    for name, value in params.items():
        if name == TOP:
            text = re.sub(LIMIT, f"LIMIT {_number(query.name, name, value)}", text)
            continue
        pattern = re.compile(VALUES.format(name=name))
        match = pattern.search(text)
        suffix = (match and match["suffix"]) or ""
        if suffix == DATE:
            _check_day(query.name, name, value)
        values = f'VALUES ?{name} {{ "{escaped(value)}"{suffix} }}'
        text = values.join(pattern.split(text)[:: pattern.groups + 1])
    return text


def escaped(value: str) -> str:
    """A value as the inside of a SPARQL string: quotes, backslashes and line breaks cannot end it."""
    return SURROGATE.sub("\ufffd", "".join(ESCAPES.get(c, c) for c in value))


def _number(query: str, name: str, value: str) -> str:
    if not NUMBER.fullmatch(value):
        raise KgError(f"query {query}: {name} is a number such as 100, not {value!r}")
    return value


def _check_day(query: str, name: str, value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise KgError(f"query {query}: {name} is a day such as 2020-03-20, not {value!r}") from None
