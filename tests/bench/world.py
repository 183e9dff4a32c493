"""An invented city of any size, in which every saved question has an answer: what `tests/bench/ask.py` is run on."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import (
    Activity, ArticleInfo, Byline, DateValue, Division, Evidence, Fact, FigureFact, Initiative, InitiativeFact, Organization, OrgRef,
    Participation, Person, PersonRef, PostRef, Resolved, Site, SiteRef, Statement, Structure, Tenure,
)

SURNAMES = "甄柳曾费诸单万纪靳麦苗祝阮蓝霍尹庄晏沙祁"
GIVEN = "明远晓溪云舟清雨禾里程小满松冬青光有立言安平新川海石方"
PLACES = "青云南石长白清金沙柳桃梅松竹兰"
CITY = "云川市"
PARTS = {"委": ("Party", "书记"), "政府": ("Government", "县长"), "教育局": ("Government", "局长"), "住建局": ("Government", "局长"), "人大常委会": ("Congress", "主任")}
PLACE_KINDS = ("小学", "园区", "医院", "广场", "码头")
ROLES = {
    "Meeting": ("preside", "attend"), "Inspection": ("lead", "accompany"), "StudyVisit": ("lead", "attend"), "Reception": ("host", "guest"),
    "Signing": ("attend", "sign"), "Ceremony": ("attend", "attend"), "Condolence": ("lead", "accompany"), "PublicEvent": ("attend", "attend"),
}
ACTS = ("强调", "要求", "指出", "表示")
FIGURES = (("占地", "亩"), ("总投资", "元"), ("建筑面积", "平方米"))
KINDS = ("campaign", "project", "policy")
WORDS = "会议强调要坚持稳中求进推动高质量发展各级各部门切实增强责任感认真落实各项举措确保取得实效"
DAYS, UNDATED, SECOND, BOTH = 4_900, 20, 7, 9  # of so many one activity has no date, one seat two holders, one person two posts


@dataclass
class City:
    """The records, and the dice."""

    articles: int
    dice: random.Random = field(default_factory=lambda: random.Random(5))

    def __post_init__(self) -> None:
        towns = [a + b + "县" for a in PLACES for b in PLACES if a != b]
        self.towns = towns[: max(4, self.articles // 60)]
        self.bodies = {town + part: (town, kind, title) for town in self.towns for part, (kind, title) in PARTS.items()}
        self.companies = [f"{town[:2]}{word}公司" for town in self.towns for word in ("电气", "酒业", "物流")]
        self.sites = [town + kind for town in self.towns for kind in PLACE_KINDS]
        self.campaigns = [f"{self.dice.choice(GIVEN)}{self.dice.choice(GIVEN)}{n}号工程" for n in range(max(6, self.articles // 100))]
        names = {self.dice.choice(SURNAMES) + "".join(self.dice.sample(GIVEN, 2)) for _ in range(max(60, self.articles // 2))}
        self.people = sorted(names)
        self.reporters = [f"{surname}记{n}" for n in range(max(1, self.articles // 400)) for surname in SURNAMES[:4]]
        self.posts = {name: self._posts(n) for n, name in enumerate(self.people)}

    def _posts(self, number: int) -> tuple[PostRef, ...]:
        """The first people head a body each, a few a body that has a head already; the others hold a lower post, some one elsewhere too."""
        bodies = list(self.bodies)
        body = bodies[number % len(bodies)]
        head = number < len(bodies) or number % SECOND == 0
        first = PostRef(org(body), self.bodies[body][2] if head else f"第{number}办公室主任")
        return (first, PostRef(org(bodies[-1 - number % len(bodies)]), "委员")) if number % BOTH == 0 else (first,)


def org(name: str) -> OrgRef:
    return OrgRef(name, key=name)


def world(articles: int) -> Resolved:
    """A city with so many articles, about 150 triples each. The same number gives the same city."""
    city = City(articles)
    infos, facts = [], []
    for number in range(articles):
        info, found = _article(city, number)
        infos.append(info)
        facts += found
    return Resolved(
        tuple(infos), tuple(Person(n, n) for n in (*city.people, *city.reporters)),
        (
            *(Organization(b, b, classification=kind, parent=f"{town}政府" if not b.endswith("政府") else "", place=town)
              for b, (town, kind, _) in city.bodies.items()),
            *(Organization(c, c, classification="Company", place=f"{c[:2]}县") for c in city.companies),
        ),
        (Division(CITY, CITY), *(Division(town, town, parent=CITY) for town in city.towns)),
        tuple(Site(s, s, place=s[:3]) for s in city.sites),
        tuple(Initiative(c, c, KINDS[n % 3]) for n, c in enumerate(city.campaigns)), tuple(facts),
    )


def _article(city: City, number: int) -> tuple[ArticleInfo, list[Fact]]:
    dice = city.dice
    day = date(2012, 1, 1) + timedelta(days=dice.randrange(DAYS))
    weights = [1 / (1 + i % 300) for i in range(len(city.people))]
    there = list(dict.fromkeys(dice.choices(city.people, weights, k=dice.randint(2, 9))))
    campaign, reporter = dice.choice(city.campaigns), dice.choice(city.reporters)
    lead = f"本报讯 {day.month}月{day.day}日，" + "、".join(_titled(city, name) for name in there[:3]) + "、".join(["", *there[3:]]) + f"参加{campaign}第{number + 1}次活动。"
    said = f"{there[0]}强调，" + "".join(dice.choices(WORDS, k=30)) + "。"
    credit = f"记者 {reporter}"
    raw = f"{campaign}第{number + 1}次活动\n\n{lead}\n{said}\n{''.join(dice.choices(WORDS, k=500))}\n{credit}\n"
    sha = hashlib.sha256(f"{number}".encode()).hexdigest()
    info = ArticleInfo(f"{sha[:12]}-1", f"city.jsonl#{number}", sha, raw[: raw.index("\n")], day, "云川日报", "", 0, len(raw), raw)

    def quote(words: str) -> tuple[Evidence, ...]:
        at = raw.index(words)
        return (Evidence(info.id, at, at + len(words), "".join(words.split())),)

    date_value = DateValue(str(day), day.isoformat(), day, day, basis="published")
    when = date_value if number % UNDATED else DateValue("近日", None)
    facts: list[Fact] = [_activity(city, info, campaign, there, when, quote(lead))]
    facts += [Tenure(person=ref(p), post=post, seen=(date_value,), evidence=quote(lead), rules=("made",)) for p in there[:3] for post in city.posts[p]]
    body = dice.choice(list(city.bodies))
    facts += [
        Statement(speaker=ref(there[0]), act=dice.choice(ACTS), text=said[5:], addressees=(org(body),) if number % 3 == 0 else (),
                  article=info.id, during="a1", evidence=quote(said), rules=("made",)),
        Byline(article=info.id, person=ref(reporter), role="记者", evidence=quote(credit), rules=("made",)),
    ]
    if number % 10 == 0:
        name, unit = dice.choice(FIGURES)
        facts += [
            InitiativeFact(name=campaign, kind=KINDS[city.campaigns.index(campaign) % 3], evidence=quote(lead), rules=("made",)),
            FigureFact(of=campaign, name=name, value=str(dice.randrange(1, 900)), unit=unit, evidence=quote(lead), rules=("made",)),
            Structure(child=org(body), parent=org(city.bodies[body][0] + "政府"), evidence=quote(lead), rules=("made",)),
        ]
    return info, facts


def _activity(city: City, info: ArticleInfo, campaign: str, there: list[str], when: DateValue, said: tuple[Evidence, ...]) -> Activity:
    kind = city.dice.choice(list(ROLES))
    first, others = ROLES[kind]
    gone_to = [city.dice.choice(city.companies), *city.dice.sample(city.sites, 2)] if kind in ("Inspection", "StudyVisit", "Condolence") else []
    parts = tuple(
        Participation(agent=ref(name), roles=(first, "speak") if n == 1 else (others,), capacity=city.posts[name], order=n, evidence=said, rules=("made",))
        for n, name in enumerate(there, 1)
    )
    return Activity(
        article=info.id, key="a1", type=kind, label=info.headline, date=when, evidence=said, rules=("made",), participations=parts,
        organizers=(org(city.dice.choice(list(city.bodies))),) if kind == "Meeting" else (), visited=tuple(SiteRef(s, s) for s in gone_to),
        about=(campaign,) if city.dice.random() < 0.4 else (),
    )


def _titled(city: City, name: str) -> str:
    return "、".join(post.org.name + post.title for post in city.posts[name]) + name


def ref(name: str) -> PersonRef:
    return PersonRef(name, name)
