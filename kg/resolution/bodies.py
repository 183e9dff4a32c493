"""What body a printed name means in its article: 市委 → 铜川市委, one key for all forms of one body.

The key is made of the place's full name and the long form of what follows, so that 管城区委, 管城回族区委
and, on its page, 区委 are one body, and so are 市网信办 and 市网络安全和信息化委员会办公室.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.resolution.kinds import LOCAL, OTHER, kinds_of
from kg.resolution.locality import Home, Localities, Locus

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

GOVERNMENT = "人民政府"
PARTY_NAME = re.compile(r"^(?:中共|中国共产党)(?!中央)(?=.{2,}委)")
COMMITTEE = re.compile(r"^委员会")
CPPCC = re.compile(r"^(?:中国人民政治协商会议|政协)(.{2,12}?)委员会")
SKIPPED = re.compile(r"[\s“”\"'‘’]+")
AFTER = "委府会局部区园院校道镇乡村省市县州旗盟"
SCHOOLS_OWN = re.compile(r"^学校(?=.)")  # 学校党委 and 校党委
WHOLE = re.compile(r"^(?:人民)?政府$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as its article means it. `parent` is the key and name of the body it is part of, by its name."""

    key: str
    name: str
    kind: str
    place: Locus | None = None
    parent: tuple[str, str] | None = None
    national: bool = False


class Bodies:
    """Reads names of bodies against the home of their article."""

    def __init__(self, lex: Lexicon, localities: Localities) -> None:
        self.localities = localities
        self.gazetteer = localities.gazetteer
        self.scan = localities.scan
        self.kinds = kinds_of(lex)
        longs = lex.map("organs", "long_forms")
        forms = "|".join(re.escape(form) for form in sorted(longs, key=len, reverse=True))
        self._short = re.compile(f"(?:(?<=[{AFTER}])|^)(?<!人民)(?:{forms})")
        self._longs = longs
        self._signs = frozenset(lex.words("organs", "relative_heads"))
        self._own = tuple(sorted(lex.words("organs", "own_heads"), key=len, reverse=True))
        self._not_relative = tuple(lex.words("organs", "not_relative"))
        self._anyway = tuple(lex.words("organs", "relative_anyway"))
        self._class_words = frozenset(lex.map("organs", "class_words"))
        self._zone_bodies = tuple(lex.words("organs", "zone_bodies"))
        self._part_ends = re.compile("|".join(map(re.escape, sorted(lex.words("organs", "part_ends"), key=len, reverse=True))))
        self._bare = lex.map("organs", "bare_signs")
        self._known: dict[tuple[str, int], Body] = {}

    def read(self, name: str, home: Home) -> Body:
        """The body that `name` means in an article of this home."""
        known = (name, id(home))
        body = self._known.get(known)
        if body is None:
            body = self._known[known] = self._read(SKIPPED.sub("", name), home)
        return body

    def relative(self, name: str) -> bool:
        """Whether a name tells only the level of its place: 市委, 我县, 区财政局."""
        return name.startswith(self._own) or self._signed(name)

    def _signed(self, name: str) -> bool:
        """Whether a name begins with the sign of its place's level: 市民政局, not 市民中心."""
        return name[:1] in self._signs and (name.startswith(self._anyway) or not name.startswith(self._not_relative))

    def _read(self, name: str, home: Home) -> Body:
        if self.kinds.national(name):
            parent = self._part_of(name, None, name)
            return Body(self._long(name), name, self._kind(name, parent), parent=parent, national=True)
        if home.fragment:
            place, _ = self.division(name, home)
            return Body(name, self._bare.get(name, name), self._kind(name), place)
        plain = CPPCC.sub(r"\1政协", PARTY_NAME.sub("", name))
        locus, tail = self._head(plain, home)
        if locus is None:
            shown = self._bare.get(name, name)
            parent = self._part_of(plain, None, plain)
            return Body(self._long(SCHOOLS_OWN.sub("校", self._bare.get(plain, plain))), shown, self._kind(shown, parent), parent=parent)
        body = self._placed(locus, tail)
        return body if self.division(plain, home)[0] is None else replace(body, name=plain)

    def _placed(self, locus: Locus, tail: str) -> Body:
        """The body that `tail` names at a place, or the place itself where there is no tail."""
        name = locus.name + tail
        if locus.body:
            return Body(locus.key + self._long(tail), name, self._kind(name))
        if locus.zone and not tail:
            return Body(locus.key, locus.name, "Place", locus)
        whole = not tail or WHOLE.match(tail)
        key = locus.key + (GOVERNMENT if whole else self._long(COMMITTEE.sub("委", tail)))
        parent = None if whole else self._part_of(tail, locus, name)
        return Body(key, name, "Government" if whole else self._kind(name, parent), locus, parent)

    def _kind(self, name: str, parent: tuple[str, str] | None = None) -> str:
        """The kind that a name's ending tells, else that of what it is part of: 商务部电子商务司."""
        kind = self.kinds.of(name)
        return self.kinds.of(parent[1]) if kind == OTHER and parent else kind

    # ------------------------------------------------------------ the head of a name
    def _head(self, name: str, home: Home) -> tuple[Locus | None, str]:
        """The place at the head of a name, and what follows it."""
        own = next((w for w in self._own if name.startswith(w)), "")
        if own:
            locus = home.of(own[-1])
            return (locus, name[len(own) :]) if locus else (None, name)
        locus, rest = self.division(name, home)
        if locus is not None:
            return locus, self._doubled(locus, rest)
        if name.startswith(self._zone_bodies) and home.zone:
            return home.zone, name
        if self._signed(name):
            return home.of(name[0]), name[1:]
        if name.startswith("自治区") and home.of("省"):
            return home.of("省"), name[3:]
        if name.startswith("学校") and home.of("校"):
            return home.of("校"), name[2:]
        if home.zone and name.startswith(self.localities.zone_words):
            word = next(w for w in self.localities.zone_words if name.startswith(w))
            if home.zone.name.endswith(word):
                return home.zone, name[len(word) :]
        return None, name

    def division(self, name: str, home: Home) -> tuple[Locus | None, str]:
        """The division or divisions that a name begins with: 郑州市管城区 is 管城区."""
        locus: Locus | None = None
        rest = name
        while (head := self.scan.prefix(rest) or self._county(rest, home)) and (
            found := self._meant(head, rest, home, locus)
        ):
            locus, rest = found, rest[len(head) :]
        return locus, rest

    def _county(self, name: str, home: Home) -> str:
        """A county's short form at the head of a name, where the page names the county: 金水科教园区 in 金水区."""
        heads = (name[:n] for n in (4, 3, 2))
        return next((h for h in heads if any(p.code in home.printed for p in self.gazetteer.short(h))), "")

    def _meant(self, head: str, name: str, home: Home, outer: Locus | None) -> Locus | None:
        places = [p for p in self.gazetteer.find(head) if p.status != "abolished"] or list(self.gazetteer.find(head))
        known = {locus.place.code for locus in home.by_sign.values() if locus.place} | home.printed.keys()
        if outer is not None and outer.place is not None:
            places = [p for p in places if outer.place in self.gazetteer.chain(p)[1:]]
        near = [p for p in places if p.code in known or known & {q.code for q in self.gazetteer.chain(p)[1:]}]
        place = near[0] if near else places[0] if len({p.name for p in places}) == 1 or (places and head != places[0].name) else None
        if place is None:
            return Locus(head, head) if places else None
        full = head[-1] == place.name[-1] or place.status == "zone"
        if not full:
            rest = name[len(head) :]
            if rest and (len(rest) < 2 or self.kinds.of(rest) not in LOCAL):
                return None
        if len(places) > 1 and not near and full:
            return Locus(head, head)
        name_shown = head if full else home.printed.get(place.code, place.name)
        return self.localities.locus(place, name_shown if name_shown[-1] == place.name[-1] else place.name)

    def _doubled(self, locus: Locus, rest: str) -> str:
        """耀州区区委, 铜川市市委: the sign said twice."""
        return rest[1:] if rest[:1] == locus.name[-1] and self._signed(rest) else rest

    # ------------------------------------------------------------ the tail of a name
    def _long(self, tail: str) -> str:
        """The tail with short forms written out: 委网信办 → 委网络安全和信息化委员会办公室."""
        long = self._short.sub(lambda m: self._longs[m[0]], tail)
        return long + "办事处" if long.endswith("街道") else long

    def _part_of(self, tail: str, locus: Locus | None, name: str) -> tuple[str, str] | None:
        """What a body is part of: 委宣传部 → 委, 发改委评估督导处 → 发改委; a department, of its government."""
        head = name[: len(name) - len(tail)]
        ends = [m.end() for m in self._part_ends.finditer(tail) if tail[m.end() :] not in self._class_words | {""}]
        if locus is not None and tail.startswith("委") and len(tail) > 1 and not COMMITTEE.match(tail):
            ends.append(1)
        if ends:
            part = tail[: max(ends)]
            key = locus.key + (GOVERNMENT if WHOLE.match(part) else self._long(part)) if locus else self._long(part)
            return key, head + part
        if locus is not None and self.kinds.of(name) == "Government":
            return (locus.key if locus.zone else locus.key + GOVERNMENT), locus.name
        return None
