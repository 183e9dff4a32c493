"""An archive of any size: the same documents again, with other people in other places.

    python tests/bench/copies.py PATH --documents N TO.jsonl

The first copy is the archive as it is. In each further one every name of a person that kg reads, and every province, prefecture
and county of its table, has another name, the same one throughout that copy, so that no two copies have a person or a local body
in common. A surname becomes one that is about as frequent, a character of a given name likewise, a place an invented one that keeps its
suffix: 虎强 of 管城区 is 狄刚 of 桐岭区. Bodies of the nation, days and all other words stay. A copy that this leaves as it was
gets a last line with the number of a page, 第2版, since kg reads the same text once.
The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import ahocorasick_rs

from kg.lexicon import default_lexicon
from kg.model import Byline, Source
from kg.pipeline import read
from kg.sources import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.lexicon import Lexicon

GAP = "\x1e"  # between headline and text
STRIDE = 7919  # a prime, so that names in a row have no character in common
BAND = 12  # names trade places with so many that are about as frequent
PLACE = (  # characters of invented places, none of which is a suffix of one
    "青云桐石柳桃梅松竹兰溪泉岭峰崖谷滩洲湾渡桥塘池潭浦林森杉柏榆槐枫桂荷莲菊芦苇麦禾稻粟丰茂盛隆兴宁安康泰顺"
    "永辉霞虹雪霜露雾星月阳银铜玉珠瑶翠碧紫赤朱丹素玄清澄秀丽雅凤鹤鹿雁鹰燕堰坝垭坪坡岗岱岚屿汀沅沁洛浔涧淮渚渭漳潞澜濮"
)
GENERAL = frozenset({"城区", "郊区", "矿区", "新区", "新城区", "老城区", "东城区", "西城区", "市中区"})  # names of counties, and words


@dataclass(frozen=True, slots=True)
class Document:
    """A source and the words in it that change, in order."""

    source: Source
    text: str  # headline, GAP, text
    spans: tuple[tuple[int, int, bool], ...]  # start, end, whether it is a person


class Places:
    """Where a text names places of the table; spans leave their suffixes out."""

    def __init__(self, lex: Lexicon) -> None:
        stems: dict[str, int] = {}  # of what is looked for: how much of it changes
        for place in (place for same in lex.divisions.names().values() for place in same):
            if place.status == "zone" or place.name in GENERAL:
                continue
            stem = place.forms[-1] if place.forms else place.name[:-1]
            # 河南 and 郑州 are named so; 和平 is a county that only 和平区 can mean
            bare = place.level != "county" and len(stem) > 1
            stems |= dict.fromkeys([stem] if bare else [place.name, *place.forms[:-1]], len(stem))
        self.lengths = list(stems.values())
        self.automaton = ahocorasick_rs.AhoCorasick(list(stems), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        for number, start, _ in self.automaton.find_matches_as_indexes(text):
            yield start, start + self.lengths[number]


def look_through(sources: Iterable[Source]) -> list[Document]:
    """Every document read once, for the names in it."""
    lex = default_lexicon()
    places = Places(lex)
    return [_document(source, places, lex) for source in sources]


def as_they_are(sources: Iterable[Source]) -> list[Document]:
    """For sizes up to that of the archive, which need no other names."""
    return [Document(source, source.title + GAP + source.text, ()) for source in sources]


def _document(source: Source, places: Places, lex: Lexicon) -> Document:
    readings = read(source, lex)
    names = {m.value.name for r in readings for m in r.mentions if m.kind == "person"}
    names |= {f.person.name for r in readings for f in r.facts if isinstance(f, Byline)}
    text = source.title + GAP + source.text
    spans: list[tuple[int, int, bool]] = []
    taken = bytearray(len(text))
    people = re.finditer("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))), text) if names else ()
    found = [*((m.start(), m.end(), True) for m in people), *((start, end, False) for start, end in places.find(text))]
    for start, end, person in found:
        if not any(taken[start:end]):  # 河南 in the name of 李河南 is no place
            taken[start:end] = b"1" * (end - start)
            spans.append((start, end, person))
    return Document(source, text, tuple(sorted(spans)))


class Names:
    """Other names for all those of an archive."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.surnames = set(default_lexicon().words("names", "surnames"))
        self.compound = set(default_lexicon().words("names", "compound_surnames"))
        found = Counter(d.text[start:end] for d in documents for start, end, person in d.spans if person)
        parts = [(*self._parts(name), n) for name, n in sorted(found.items())]
        self.families = _ranked((surname, n) for surname, _, n in parts)
        self.given = _ranked((character, n) for _, given, n in parts for character in given)
        self.places = sorted({d.text[start:end] for d in documents for start, end, person in d.spans if not person})

    def _parts(self, name: str) -> tuple[str, str]:
        size = 2 if name[:2] in self.compound and len(name) > 2 else 1 if name[0] in self.surnames else 0
        return name[:size], name[size:]

    def of(self, copy: int) -> Callable[[str, bool], str]:
        """What a name is in a copy."""
        dice = random.Random(copy)
        families, given = _traded(self.families, dice), _traded(self.given, dice)
        places = {place: _place(copy * len(self.places) + n) for n, place in enumerate(self.places)}

        def other(name: str, person: bool) -> str:
            if not person:
                return places[name]
            surname, rest = self._parts(name)
            return families.get(surname, surname) + "".join(given.get(c, c) for c in rest)

        return other


def _ranked(counted: Iterable[tuple[str, int]]) -> list[str]:
    """What is counted, the most frequent first."""
    sums: Counter[str] = Counter()
    for value, n in counted:
        sums[value] += n
    del sums[""]
    return sorted(sums, key=lambda value: (-sums[value], value))


def _traded(ranked: Sequence[str], dice: random.Random) -> dict[str, str]:
    """Each one's place taken by another of its band, whose size is the same: 虎 by 虢, 欧阳 by 司马."""
    traded = {}
    for size in {len(value) for value in ranked}:
        same = [value for value in ranked if len(value) == size]
        for start in range(0, len(same), BAND):
            band = same[start : start + BAND]
            others = dice.sample(band, len(band))
            turn = dict(zip(others, [*others[1:], others[0]], strict=True))  # one round through all: none stays
            traded.update(turn)
    return traded


def _place(number: int) -> str:
    """An invented name of two characters, or of more where those are used up."""
    round_, number = divmod(number, len(PLACE) ** 2)
    first, second = divmod(number * STRIDE % len(PLACE) ** 2, len(PLACE))
    return PLACE[first] + PLACE[second] + (_place(round_) if round_ else "")


def copies(documents: Sequence[Document], total: int) -> Iterator[dict[str, str]]:
    """As many records as asked for: the archive, then copies of it."""
    names = Names(documents)
    for copy in count():
        other = names.of(copy) if copy else lambda name, _: name
        for number, document in enumerate(documents):
            if copy * len(documents) + number == total:
                return
            record = _record(document, other)
            if copy and record["text"] == document.source.text:  # it names nobody, and a text that comes again is read once
                record["text"] += f"\n第{copy + 1}版"
            yield {"id": f"{copy}-{number}", **record}


def _record(document: Document, other: Callable[[str, bool], str]) -> dict[str, str]:
    pieces, at = [], 0
    for start, end, person in document.spans:
        pieces += (document.text[at:start], other(document.text[start:end], person))
        at = end
    title, _, text = ("".join(pieces) + document.text[at:]).partition(GAP)
    source = document.source
    published = source.published.isoformat() if source.published else ""
    return {"title": title, "text": text, "published": published, "source": source.paper, "locality": source.locality}


def write(path: Path, records: Iterable[dict[str, str]]) -> int:
    """As JSON lines; gives the number of characters of all texts."""
    characters = 0
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            characters += len(record["text"])
            file.write(json.dumps({key: value for key, value in record.items() if value}, ensure_ascii=False) + "\n")
    return characters


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("to", type=Path)
    parser.add_argument("--documents", type=int, required=True)
    options = parser.parse_args()
    documents = look_through(s for s in read_sources([options.path]) if isinstance(s, Source))
    write(options.to, copies(documents, options.documents))


if __name__ == "__main__":
    main()
