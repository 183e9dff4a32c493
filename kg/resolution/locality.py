"""The place an article speaks for, level by level: what 市委, 区政府, 省商务厅 and 我县 mean in it.

A locality that is given (metadata) comes first. Otherwise the names of divisions in the article and on its
page are counted, those of the headline and the first sentence above others. From a county known without
doubt its city and province follow; nothing follows downwards, and nothing is guessed. A fragment (no
headline, no locality, fewer than FRAGMENT characters) says too little about whose 市委 it prints.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.resolution.scan import Scanner, scanner_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.lexicon.divisions import Place
    from kg.model import Article

FRAGMENT = 150
STATED = 10_000  # weight of a locality that is given
HEADLINE, OPENING, PAPER, OWN, PARENT = 5, 3, 5, 2, 1
SIGNS = {"省": "省", "市": "市", "区": "区", "县": "县", "州": "州", "盟": "盟", "旗": "旗"}
TOWN = re.compile(r"(?!各|等|县|全|乡镇)[\u4e00-\u9fff]{1,3}(?<![乡各个多])(?:镇|乡|街道)(?![府村下镇])")
SCHOOL = re.compile(r"(?:大学|学院|学校|中学)$")


@dataclass(frozen=True, slots=True)
class Locus:
    """A place as its page prints it (name), and as keys are made of it (key)."""

    name: str
    key: str
    place: Place | None = None
    zone: bool = False  # a park zone: governed by a 管委会, not by a government of its own
    body: bool = False  # no place but a school or institute: 校 in 校党委


@dataclass(frozen=True, slots=True)
class Home:
    """The places an article speaks for, by the sign that stands for them: 市 → 铜川市, 区 → 耀州区, 校 → 某大学."""

    by_sign: Mapping[str, Locus] = field(default_factory=dict)
    here: Locus | None = None  # the most likely place of the article as a whole
    zone: Locus | None = None  # a park zone: 高新区
    fragment: bool = False
    printed: Mapping[str, str] = field(default_factory=dict)  # code → the name that the page prints most

    def of(self, sign: str) -> Locus | None:
        return self.by_sign.get(sign)


class Localities:
    """Homes of articles, page by page."""

    def __init__(self, lex: Lexicon) -> None:
        self.scan: Scanner = scanner_of(lex)
        self.gazetteer = lex.divisions
        self.zone_words = lex.words("divisions", "zone_signs")
        self._zone = re.compile("|".join(map(re.escape, self.zone_words)))

    def homes(self, page: Sequence[Article], names: Iterable[str] = ()) -> dict[str, Home]:
        """The home of each article of one page, by article id. `names`: people of the page (刘南昌 is no 南昌)."""
        mask = re.compile("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))) or "(?!)")
        counts = [self._count(article, mask) for article in page]
        total: Counter[str] = Counter()
        for count in counts:
            total.update(count)
        return {article.id: self._home(article, count, total) for article, count in zip(page, counts, strict=True)}

    def locus(self, place: Place, name: str = "") -> Locus:
        """A division as a locus; its key is its name, with its parent's where several divisions share it."""
        if place.status == "zone":
            short = (place.forms or (place.name,))[0]
            return Locus(name or short, short, place, zone=True)
        rivals = [p for p in self.gazetteer.named(place.name) if p.status == "current"]
        parent = self.gazetteer.code(place.parent)
        key = place.name if len(rivals) < 2 or parent is None else parent.name + place.name
        return Locus(name or place.name, key, place)

    # ------------------------------------------------------------ counting
    def _count(self, article: Article, people: re.Pattern[str]) -> Counter[str]:
        """How strongly an article speaks of each division name."""
        count: Counter[str] = Counter()
        headline, body = people.sub("□", article.headline), people.sub("□", article.text[article.body :])
        for text, bonus in ((headline, HEADLINE), (body, OPENING)):
            for name, _ in self.scan.find(text):
                count[name] += bonus if self.scan.full(name) else 1
                bonus = 1
        for name, _ in self.scan.find(article.paper):
            count[name] += PAPER
        for match in self._zone.finditer(headline + "\n" + body):
            count[f"·{match[0]}"] += 1
        return count

    def _home(self, article: Article, own: Counter[str], page: Counter[str]) -> Home:
        if not article.locality and not article.headline and len(article.text) < FRAGMENT:
            return Home(fragment=True)
        score: Counter[str] = Counter(page)
        for name, n in own.items():
            score[name] += OWN * n
        stated, rest = self._stated(article.locality)
        places = self._places(score, stated)
        weight: dict[Place, float] = defaultdict(float)
        printed: dict[str, str] = {}
        for name, place in places.items():
            weight[place] += score[name]
            printed.setdefault(place.code, name)
        own_weight = dict(weight)
        for place, n in own_weight.items():
            for parent in self.gazetteer.chain(place)[1:]:
                weight[parent] += PARENT * n
        for i, place in enumerate(stated):
            weight[place] += STATED * (i + 1)
            for parent in self.gazetteer.chain(place)[1:]:
                weight[parent] += STATED / 2
        return self._settle(article, score, weight, own_weight, printed, rest, stated)

    def _settle(self, article: Article, score: Counter[str], weight: Mapping[Place, float],
                own: Mapping[Place, float], printed: dict[str, str], rest: str, stated: Sequence[Place]) -> Home:
        by_sign: dict[str, Locus] = {}
        ranked = sorted(weight, key=lambda p: (-weight[p], p.code))
        for place in ranked:
            for sign in self._signs(place):
                by_sign.setdefault(sign, self.locus(place, self._shown(place, printed)))
        zone = self._find_zone(score, by_sign.get("市"), stated, weight, by_sign.get("区"))
        if zone and self._zone_first(score, zone, by_sign.get("区"), weight):
            by_sign["区"] = zone
        else:
            zone = zone if zone and not by_sign.get("区") else None
        here = self._here(ranked, own, printed, stated) or zone
        if zone and by_sign.get("区") == zone:
            here = zone
        here = self._inside(article, rest, by_sign, here)
        return Home(by_sign, here, zone, printed=printed)

    def _here(self, ranked: Sequence[Place], own: Mapping[Place, float], printed: Mapping[str, str],
              stated: Sequence[Place]) -> Locus | None:
        if stated:
            return self.locus(stated[-1], self._shown(stated[-1], printed))
        best = max(ranked, key=lambda p: own.get(p, 0), default=None)
        return self.locus(best, self._shown(best, printed)) if best and own.get(best) else None

    # ------------------------------------------------------------ names to places
    def _places(self, score: Mapping[str, float], stated: Sequence[Place]) -> dict[str, Place]:
        """The division each name means: of several the one whose parent is named too, else none."""
        found: dict[str, list[Place]] = {
            name: self._current(name) for name in sorted(score, key=lambda n: (-score[n], -len(n), n)) if "·" not in name
        }
        near = {p.code for places in found.values() if len(places) == 1 for p in self.gazetteer.chain(places[0])}
        near |= {p.code for place in stated for p in self.gazetteer.chain(place)}
        result = {}
        for name, places in found.items():
            close = [p for p in places if p.code in near or any(q.code in near for q in self.gazetteer.chain(p)[1:])]
            exact = [p for p in close if p.code in near]
            chosen = places if len(places) == 1 else exact if len(exact) == 1 else close
            if len(chosen) == 1 or (chosen and len({p.name for p in chosen}) > 1):
                result[name] = chosen[0]
        return result

    def _current(self, name: str) -> list[Place]:
        places = self.gazetteer.find(name)
        current = [p for p in places if p.status != "abolished"]
        levels = ("province", "prefecture", "county")
        best = min((levels.index(p.level) for p in current), default=0)
        if not self.gazetteer.named(name):
            current = [p for p in current if levels.index(p.level) == best]  # 吉林 is the province first
        return current or list(places)

    def _stated(self, locality: str) -> tuple[list[Place], str]:
        """A locality as metadata give it, 郑州市管城回族区, as divisions from the large to the small, and the rest."""
        found: list[Place] = []
        rest = "".join(locality.split())
        while rest:
            name = next((rest[:n] for n in range(len(rest), 1, -1) if self.gazetteer.find(rest[:n])), "")
            places = self._current(name) if name else []
            inside = [p for p in places if not found or found[-1] in self.gazetteer.chain(p)]
            if not inside or SCHOOL.search(rest):
                break
            found.append(inside[0])
            rest = rest[len(name) :]
        return found, rest

    def _inside(self, article: Article, rest: str, by_sign: dict[str, Locus], here: Locus | None) -> Locus | None:
        """Towns and schools, which no list of divisions has: stated, or a town printed after its county."""
        if rest and SCHOOL.search(rest):
            by_sign["校"] = Locus(rest, rest, body=True)
            return by_sign["校"]
        county = by_sign.get("县") or by_sign.get("区") or by_sign.get("市")
        if rest and TOWN.fullmatch(rest):
            found: str = rest
        else:
            towns: Counter[str] = Counter()
            text = article.headline + "\n" + article.text
            for locus in {locus.name: locus for locus in by_sign.values()}.values():
                towns.update(m[1] for m in re.finditer(re.escape(locus.name) + f"({TOWN.pattern})", text))
            if len(towns) != 1:
                return here
            found = next(iter(towns))
        locus = Locus(found, (county.key if county else "") + found, county.place if county else None)
        by_sign.setdefault(found[-1] if not found.endswith("街道") else "街", locus)
        return locus if rest == found else here

    # ------------------------------------------------------------ zones
    def _find_zone(self, score: Mapping[str, float], city: Locus | None, stated: Sequence[Place],
                   weight: Mapping[Place, float], district: Locus | None) -> Locus | None:
        if stated and stated[-1].status == "zone":
            return self.locus(stated[-1])
        counted = [(score[f"·{word}"], word) for word in self.zone_words if score.get(f"·{word}", 0) >= 3]
        if not counted:
            return None
        word = max(counted)[1]
        if city is None or city.place is None:
            return Locus(word, word, zone=True)
        stem = next((f for f in city.place.forms), city.name)
        place = next((p for p in self.gazetteer.short(stem + word) if p.parent == city.place.code), None)
        return Locus(stem + word, stem + word, place or city.place, zone=True)

    def _zone_first(self, score: Mapping[str, float], zone: Locus, district: Locus | None,
                    weight: Mapping[Place, float]) -> bool:
        """Whether 区 stands for the park zone rather than for the district named."""
        if district is None or district.place is None:
            return True
        word = next(w for w in self.zone_words if zone.name.endswith(w)) if zone.name.endswith(self.zone_words) else ""
        return score.get(f"·{word}", 0) > weight.get(district.place, 0)

    def _signs(self, place: Place) -> Iterable[str]:
        if place.status == "zone":
            return ("区",)
        if place.level == "province":
            return ("省", "市") if place.name.endswith("市") else ("省",)
        return (SIGNS[place.name[-1]],) if place.name[-1] in SIGNS else ()

    def _shown(self, place: Place, printed: Mapping[str, str]) -> str:
        """The name to show: as printed where that ends in its class (管城区), else in full (三门峡 → 三门峡市)."""
        name = printed.get(place.code, "")
        return name if name and name[-1] == place.name[-1] else place.name
