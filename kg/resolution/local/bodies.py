"""What body a printed name means in its article: 市委 → 铜川市委, one key for all forms of one body.

The key is made of the place's full name and the long form of what follows, so that 管城区委, 管城回族区委
and, on its page, 区委 are one body, and so are 市网信办 and 市网络安全和信息化委员会办公室.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.record import record
from kg.resolution.local.heads import Heads
from kg.resolution.local.kinds import OTHER, kinds_of
from kg.resolution.local.placenames import Locus

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.resolution.local.locality import Home, Localities

GOVERNMENT = "人民政府"
PARTY_NAME = re.compile(r"^(?:中共|中国共产党)(?!中央)(?=.{2,}委)")
TERM = re.compile("(?:第?[一二三四五六七八九十]{1,3}届、?)+(?=(?:全国)?(?:人大|政协|人民代表大会)|党委|纪委)")  # 县十六届人大常委会, 第七届、八届政协
PARTY_WITHIN = re.compile("^(?:中共|中国共产党)(?=全国)")  # 中共全国政协党组
COMMITTEE = re.compile(r"^委员会")
CPPCC = re.compile(r"^(?:中国人民政治协商会议|政协)(.{2,18}?)委员会")
SKIPPED = re.compile(r"[\s“”\"'‘’]+")
AFTER = "委府会局部区园院校道镇乡村省市县州旗盟"
SCHOOLS_OWN = re.compile(r"^学校(?=.)")  # 学校党委 and 校党委
SPEAKS_FOR_PLACE = re.compile(r"[省市区县州旗](?:委|纪委|监委)?$")
SHORTEST_STEM = 2  # 忠县 keeps its 县: 忠县县长
WHOLE = re.compile(r"^(?:人民)?政府$")


@record
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
        self.heads = Heads(lex, localities)
        self._scan = localities.scan
        self.kinds = kinds_of(lex)
        longs = lex.map("organs", "long_forms")
        forms = "|".join(re.escape(form) for form in sorted(longs, key=len, reverse=True))
        self._short = re.compile(f"(?:(?<=[{AFTER}])|^)(?<!人民)(?:{forms})")
        self._longs = longs
        self._abroad = tuple(sorted(lex.words("bodies", "abroad"), key=len, reverse=True))
        self._class_words = frozenset(lex.map("organs", "class_words"))
        self._part_ends = re.compile("|".join(map(re.escape, sorted(lex.words("organs", "part_ends"), key=len, reverse=True))))
        self._bare = lex.map("organs", "bare_signs")

    def read(self, printed: str, home: Home) -> Body:
        """The body that a printed name means in an article of this home."""
        name = SKIPPED.sub("", printed)
        whole = name if home.fragment else PARTY_WITHIN.sub("", TERM.sub("", name))
        if self._national(whole):
            parent = self._part_of(whole, None, whole)
            return Body(self._long(whole), whole, self._kind(whole, parent), parent=parent, national=True)
        country = next(c for c in self._abroad if name.startswith(c)) if name.startswith(self._abroad) else ""
        if len(country) > len(self._scan.prefix(name)):  # 巴林 is not of 巴林右旗
            return Body(name, name, self._kind(name) if name != country else "International", Locus(country, country))
        if home.fragment:
            return self._of_fragment(name, home)
        plain = TERM.sub("", CPPCC.sub(r"\1政协", PARTY_NAME.sub("", whole)))
        locus, tail = self.heads.head(plain, home)
        if locus is None:
            shown = self._bare.get(plain, plain)
            parent = self._part_of(plain, None, plain)
            return Body(self._long(SCHOOLS_OWN.sub("校", shown)), shown, self._kind(shown, parent), parent=parent)
        body = self._placed(locus, tail)
        told = self.heads.division(plain, home)[0] is not None and plain.removesuffix(tail)[-2:] != locus.name[-1] * 2
        return replace(body, name=plain) if told else body

    def _of_fragment(self, name: str, home: Home) -> Body:
        """A body as printed; whose 市委 or 市长 it is, the place named around tells, but not of what city a department is."""
        place, _ = self.heads.division(name, home)
        if place is None and SPEAKS_FOR_PLACE.match(name):
            locus, tail = self.heads.head(name, home)
            if locus is not None:
                stem = locus.name.removesuffix(name[0]) if not tail and len(locus.name) > SHORTEST_STEM else locus.name
                return replace(self._placed(locus, tail), name=stem + tail)
        return Body(name, self._bare.get(name, name), self._kind(name), place)

    def _national(self, name: str) -> bool:
        """中央纪委, 商务部; not 国家税务总局某市税务局."""
        return self.kinds.national(name) and not any(self._scan.full(head) for head, _ in self._scan.find(name))

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
