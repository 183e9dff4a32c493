"""The place an article speaks for, level by level: what 市委, 区政府, 省商务厅 and 我县 mean in it.

A locality that is given (metadata) comes first. Otherwise the names of divisions in the article and on its
page are counted, those of the headline, the first sentence and the paper or source above others; of two that are named about as
often neither is taken. From a county known without doubt its city and province follow; nothing follows
downwards, and nothing is guessed. A fragment (no headline, no locality, fewer than FRAGMENT characters)
tells whose 市委 it prints only where it names the place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.mentions.words import either
from kg.record import record
from kg.resolution.local.placenames import LEVELS, Locus, PlaceNames, shown, signs
from kg.resolution.local.scan import scanner_of
from kg.resolution.local.within import TOWN, inside, town, town_speaking, zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.lexicon.divisions import Place
    from kg.model import Article

FRAGMENT = 400
STATED = 10_000  # weight of a locality that is given
HEADLINE, OPENING, PAPER, OWN = 5, 3, 5, 2
DELEGATION = re.compile("[\u4e00-\u9fff]{0,6}?(?:考察团|代表团|考察组|参观团|学习团)")
CAME = re.compile("[来到赴临莅抵](?:(?<=[来到赴临])我[省市区县州旗]|(?<=[来赴莅抵])临?(?P<clip>[\u4e00-\u9fff])(?:考察|调研|参观|学习|对接|洽谈|交流|观摩|访问))")
CITED = re.compile("据[^，。《]{0,8}《([^》]{2,12})》")  # what 青湖日报 prints of 市委 is of 青湖
LIST = tuple("、和与及")
CLEAR = 1.4  # how many times heavier than the next of its level a place must be


def is_fragment(article: Article) -> bool:
    """Whether this is a record of a sentence or two, with no headline and no locality: words out of their article."""
    return "#" in article.doc and not article.locality and not article.headline and len(article.text) < FRAGMENT


@record
class Home:
    """The places an article speaks for, by the sign that stands for them: 市 → 铜川市, 区 → 耀州区, 校 → 某大学."""

    by_sign: Mapping[str, Locus] = field(default_factory=dict)
    here: Locus | None = None  # the most likely place of the article as a whole
    zone: Locus | None = None  # a park zone: 高新区
    fragment: bool = False
    printed: Mapping[str, str] = field(default_factory=dict)  # code → the name that the page prints most

    def of(self, sign: str) -> Locus | None:
        return self.by_sign.get(sign)


@dataclass(slots=True)
class Names:
    """How strongly an article or page speaks of each division name, and of each zone word."""

    places: Counter[str] = field(default_factory=Counter)
    zones: Counter[str] = field(default_factory=Counter)

    def add(self, other: Names, times: int = 1) -> None:
        for mine, its in ((self.places, other.places), (self.zones, other.zones)):
            for name, n in its.items():
                mine[name] += times * n


@record
class Weights:
    """How strongly each division is spoken of: by name, and with what its parts add to it."""

    own: Mapping[Place, float]
    total: Mapping[Place, float]
    printed: Mapping[str, str]


class Localities:
    """Homes of articles, page by page."""

    def __init__(self, lex: Lexicon) -> None:
        self.scan = scanner_of(lex)
        self.gazetteer = lex.divisions
        self.names = PlaceNames(self.gazetteer)
        self.zone_words = lex.words("divisions", "zone_signs")
        self._zone = re.compile("|".join(map(re.escape, self.zone_words)))
        self._unlisted = re.compile(f"(?:{either(lex.words('bodies', 'cities'))})([市县])")  # 台北市: of no division that is listed

    def homes(self, page: Sequence[Article], people: Iterable[str] = ()) -> dict[str, Home]:
        """The home of each article of one page, by article id. `people`: names on the page (刘南昌 is no 南昌)."""
        counts = [self._count(article, frozenset(people)) for article in page]
        total = Names()
        for count in counts:
            total.add(count)
        return {article.id: self._home(article, count, total) for article, count in zip(page, counts, strict=True)}

    def _count(self, article: Article, people: frozenset[str]) -> Names:
        count = Names()
        body = article.text[article.body :]
        for text, bonus in ((article.headline, HEADLINE), (body, OPENING)):
            for i, (name, start) in enumerate(self._found(text, people)):
                alone = text[start + len(name) : start + len(name) + 1] not in LIST  # 丽水市、衢州市: neither leads
                count.places[name] += bonus if i == 0 and alone and self.scan.full(name) else 1
        guests, hosts = self._visit(article.text)
        for guest in guests:
            count.places.pop(guest, None)
        for host in hosts:
            count.places[host] += OPENING
        for origin in (article.paper, article.origin):
            for name, _ in self.scan.find(origin):
                count.places[name] += PAPER
        if is_fragment(article):
            count.places.update({name: PAPER for cited in CITED.findall(body) if (name := self.scan.prefix(cited))})
        count.zones.update(m[0] for m in self._zone.finditer(f"{article.headline}\n{body}"))
        return count

    def _visit(self, text: str) -> tuple[set[str], set[str]]:
        """Whose delegation comes to the place that speaks (清河县党政考察团…来我县), and that place (来绍考察, in a text that names 绍兴)."""
        told = list(CAME.finditer(text))
        if not told:  # hardly any article says it, and looking for names takes long
            return set(), set()
        named = list(self.scan.find(text))
        clips = {m["clip"] for m in told if m["clip"]}
        hosts = {name for name, _ in named if name[0] in clips}
        if not hosts and all(m["clip"] for m in told):  # 来宾考察, 来后交流: no place
            return set(), set()
        last = told[-1].end()
        guests = {name for name, start in named if start < last and DELEGATION.match(text, start + len(name))}
        outer = {name for name, start in named if any(text.startswith(guest, start + len(name)) for guest in guests)}
        return {*guests, *outer} - hosts, hosts

    def _found(self, text: str, people: frozenset[str]) -> Iterator[tuple[str, int]]:
        """Names of divisions that are not part of a person's name."""
        for name, start in self.scan.find(text):
            around = text[max(0, start - 3) : start + len(name) + 3]
            if not any(name in person and person in around for person in people):
                yield name, start

    def _home(self, article: Article, own: Names, page: Names) -> Home:
        score = Names()
        score.add(page)
        score.add(own, OWN)
        stated, rest = self.names.stated(article.locality)
        weights = self._weigh(score.places, stated)
        by_sign = self._clear(weights)
        park = self._park(score.zones, stated, weights, by_sign)
        if park:
            by_sign["区"] = park
        here = self._here(weights, stated, park)
        if rest and (TOWN.fullmatch(rest) or not stated or rest.endswith("区")):
            sign, here = inside(rest, self._smallest(by_sign))
            by_sign[sign] = here
            park = here if here.zone else park
        elif (name := town(f"{article.headline}\n{article.text}", tuple(by_sign.values())) or town_speaking(article.headline, article.text[article.body :])) != "":
            by_sign.setdefault(*inside(name, self._smallest(by_sign)))
        if is_fragment(article):
            others = set(self._unlisted.findall(article.text))
            named = {sign: locus for sign, locus in by_sign.items() if sign not in others and locus.place and locus.place.code in weights.printed}
            return Home(named, fragment=True, printed=weights.printed)
        return Home(by_sign, here, park, printed=weights.printed)

    def _weigh(self, score: Mapping[str, float], stated: Sequence[Place]) -> Weights:
        own: dict[Place, float] = defaultdict(float)
        printed: dict[str, str] = {}
        for name, place in self.names.meant(score, stated).items():
            own[place] += score[name]
            printed.setdefault(place.code, name)
        total = defaultdict(float, own)
        for place, n in own.items():
            for parent in self._outer(place):
                total[parent] += n if not set(signs(place)) & set(signs(parent)) else 0  # 嵊州市 is its own 市
        for depth, place in enumerate(stated, 1):
            total[place] += STATED * depth
            for parent in self.gazetteer.chain(place)[1:]:
                total[parent] += STATED / 2
        return Weights(own, total, printed)

    def _outer(self, place: Place) -> Sequence[Place]:
        """What a place lies in; a park named after its province (甲省转型示范区) speaks for no city of it."""
        outer = self.gazetteer.chain(place)[1:]
        named = [p for p in outer if place.name.startswith((p.name, *p.forms))]
        return outer[outer.index(named[0]) :] if place.status == "zone" and named else outer

    def _clear(self, weights: Weights) -> dict[str, Locus]:
        """For each sign the place that it stands for, where one is clearly ahead of the others."""
        ranked: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(weights.total, key=lambda p: (-weights.total[p], p.code)):
            for sign in signs(place):
                ranked[sign].append(place)
        return {
            sign: self.names.locus(first, shown(first, weights.printed))
            for sign, (first, *others) in ranked.items()
            if not others or weights.total[first] >= CLEAR * weights.total[others[0]]
        }

    def _park(self, zones: Mapping[str, int], stated: Sequence[Place], weights: Weights,
              by_sign: Mapping[str, Locus]) -> Locus | None:
        """The park zone for which 区 stands, if it does so rather than for a district."""
        district = by_sign.get("区")
        if stated and stated[-1].status == "zone":
            return self.names.locus(stated[-1])
        found = zone(zones, by_sign.get("市"), self.gazetteer)
        heaviest = max((n for p, n in weights.total.items() if p.name[-1] == "区" and p.status != "zone"), default=0)
        if found and found[1] > heaviest:
            return found[0]
        return district if district and district.zone else None

    def _here(self, weights: Weights, stated: Sequence[Place], park: Locus | None) -> Locus | None:
        if stated:
            return self.names.locus(stated[-1], shown(stated[-1], weights.printed))
        if park:
            return park
        best = min(weights.own, key=lambda p: (-weights.own[p], -weights.total[p], p.code), default=None)
        if best is None:
            return None
        line = set(self.gazetteer.chain(best))
        rivals = (n for p, n in weights.own.items() if p not in line and best not in self.gazetteer.chain(p))
        if weights.own[best] < CLEAR * max(rivals, default=0):  # 信阳市 and 驻马店市: the article is of 河南省
            best = min(weights.total, key=lambda p: (-weights.total[p], -LEVELS.index(p.level), p.code))
        return self.names.locus(best, shown(best, weights.printed))

    def _smallest(self, by_sign: Mapping[str, Locus]) -> Locus | None:
        return next((by_sign[sign] for sign in "旗县区市州省" if sign in by_sign), None)
