"""An invented world of any size, for the page that opens on a summary."""

from __future__ import annotations

import hashlib
import random
from datetime import date, timedelta

from kg.model import (
    Activity, ArticleInfo, DateValue, Division, Evidence, Organization, OrgRef, Participation, Person, PersonRef, PostRef,
    Resolved, Site, SiteRef, Statement, Tenure,
)

SURNAMES = "甄柳曾费诸单万纪靳麦苗祝阮蓝霍尹庄晏沙祁"
GIVEN = "明远晓溪云舟清雨禾里程小满松冬青光有立言安平新川海石方"
PLACES = "青云南石长白清金沙柳桃梅松竹兰"
TYPES = ["Meeting", "Inspection", "StudyVisit", "Reception", "Signing", "Ceremony", "Condolence", "PublicEvent"]
WORDS = "会议强调要坚持稳中求进推动高质量发展各级各部门切实增强责任感认真落实各项举措确保取得实效"


def crowd(articles: int, seed: int = 3) -> Resolved:
    """A world of so many articles, in each an activity with two to nine people."""
    r = random.Random(seed)
    towns = [a + b + "县" for a in PLACES for b in PLACES if a != b]
    bodies = [t + s for t in towns for s in ("委", "政府", "教育局", "住建局", "人大")][: max(40, articles // 6)]
    names = sorted({r.choice(SURNAMES) + "".join(r.sample(GIVEN, 2)) for _ in range(articles)})
    sites = [t + s for t in towns for s in ("小学", "园区", "医院", "广场", "码头")][: max(40, articles // 4)]
    office = {n: PostRef(OrgRef(b := r.choice(bodies), key=b), r.choice(["书记", "局长", "主任", "副县长"])) for n in names}
    infos, facts = [], []
    for n in range(articles):
        day = date(2012, 1, 1) + timedelta(days=int(r.random() * 4900))
        weights = [1 / (1 + i % 300) for i in range(len(names))]
        there = sorted(set(r.choices(names, weights, k=r.randint(2, 9))))
        lead = f"本报讯 {day.month}月{day.day}日，" + "、".join(there) + "参加活动。"
        said = f"{there[0]}强调，" + "".join(r.choices(WORDS, k=30)) + "。"
        filler = "".join(r.choices(WORDS, k=500))
        headline = f"{r.choice(towns)}第{n + 1}次活动"
        raw = f"{headline}\n\n{lead}\n{said}\n{filler}\n"
        sha = hashlib.sha256(f"{n}".encode()).hexdigest()
        info = ArticleInfo(f"{sha[:12]}-1", f"crowd.jsonl#{n}", sha, headline, day, "青禾日报", "", 0, len(raw), raw)
        infos.append(info)

        def ev(text: str, raw: str = raw, ident: str = info.id) -> tuple[Evidence, ...]:
            at = raw.index(text)
            return (Evidence(ident, at, at + len(text), "".join(text.split())),)

        value = DateValue(str(day), day.isoformat(), day, day, basis="published")
        body, site = r.choice(bodies), r.choice(sites)
        facts.append(Activity(
            article=info.id, key="a1", type=r.choice(TYPES), label=f"第{n + 1}次活动", date=value if n % 20 else None, evidence=ev(lead),
            rules=("made",), organizers=(OrgRef(body, key=body),), visited=(SiteRef(site, site),),
            participations=tuple(Participation(agent=PersonRef(p, p), roles=("attend",), order=i, evidence=ev(lead), rules=("made",)) for i, p in enumerate(there)),
        ))
        facts += [Tenure(person=PersonRef(p, p), post=office[p], seen=(value,), evidence=ev(lead), rules=("made",)) for p in there[:3]]
        facts.append(Statement(speaker=PersonRef(there[0], there[0]), act="强调", text=said[5:], article=info.id, during="a1", evidence=ev(said), rules=("made",)))
    return Resolved(
        tuple(infos), tuple(Person(n, n) for n in names),
        tuple(Organization(b, b, classification="Government", place=b[:3]) for b in bodies),
        tuple(Division(t, t) for t in towns), tuple(Site(s, s, place=s[:3]) for s in sites), (), tuple(facts),
    )
