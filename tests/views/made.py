"""A small invented world: twelve articles, the people in them, two contradictions in what they say."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.model import (
    Activity, ArticleInfo, Byline, DateValue, Division, Evidence, FigureFact, Initiative, InitiativeFact, Organization,
    OrgRef, Participation, Person, PersonRef, PostRef, Resolved, Site, SiteRef, Statement, Structure, Tenure,
)

PEOPLE = ["甄有光", "柳明远", "曾晓溪", "费云舟", "诸葛清", "单雨禾", "万里程", "纪小满", "靳松", "麦冬青"]
OFFICES = {
    "甄有光": ("青禾区委", "书记"), "柳明远": ("青禾区政府", "区长"), "曾晓溪": ("青禾区委", "副书记"),
    "费云舟": ("青禾区政府", "副区长"), "诸葛清": ("云麓园区管委会", "主任"), "单雨禾": ("青禾区教育局", "局长"),
    "万里程": ("长风集团", "董事长"), "靳松": ("青禾区住建局", "局长"), "麦冬青": ("南塘街道", "党工委书记"),
}
SITES = ["云麓实验室", "南塘小学", "长风大厦", "青禾湿地公园"]
HOSTILE = '<img src=x onerror="window.hacked=1">"\'&‮甲</script><script>window.hacked=2</script>'

# headline, date (None: near), type, people with roles, sites, organizer
STORIES = [
    ("青禾区召开优化环境会议", date(2021, 3, 2), "Meeting", [("甄有光", "speak"), ("柳明远", "preside"), ("曾晓溪", "attend")], [], "青禾区政府"),
    ("甄有光到云麓园区调研", date(2021, 3, 9), "Inspection", [("甄有光", "lead"), ("诸葛清", "accompany"), ("费云舟", "accompany")], ["云麓实验室"], None),
    ("柳明远察看南塘小学", date(2021, 4, 12), "Inspection", [("柳明远", "lead"), ("单雨禾", "accompany"), ("麦冬青", "report")], ["南塘小学", "青禾湿地公园"], None),
    ("甄有光会见长风集团客人", date(2021, 4, 20), "Reception", [("甄有光", "host"), ("万里程", "guest"), ("诸葛清", "attend")], ["长风大厦"], None),
    ("长风集团与云麓园区签约", date(2021, 5, 6), "Signing", [("万里程", "sign"), ("诸葛清", "sign"), ("柳明远", "attend")], ["长风大厦"], "云麓园区管委会"),
    ("青禾区慰问一线职工", date(2021, 5, 18), "Condolence", [("曾晓溪", "lead"), ("靳松", "accompany")], ["青禾湿地公园"], None),
    ("湿地公园开园", date(2021, 6, 1), "Ceremony", [("甄有光", "speak"), ("柳明远", "attend"), ("麦冬青", "attend"), ("靳松", "report")], ["青禾湿地公园"], "青禾区政府"),
    ("教育工作座谈会召开", date(2021, 6, 15), "Meeting", [("柳明远", "preside"), ("单雨禾", "report")], [], "青禾区教育局"),
    ("费云舟督导住建工作", date(2021, 7, 3), "Inspection", [("费云舟", "lead"), ("靳松", "accompany")], ["南塘小学"], None),
    ("青禾区考察团外出学习", date(2021, 8, 8), "StudyVisit", [("曾晓溪", "lead"), ("费云舟", "attend"), ("诸葛清", "attend")], ["云麓实验室"], None),
    ("近日青禾区开展志愿服务", None, "PublicEvent", [("麦冬青", "lead")], ["青禾湿地公园"], "南塘街道"),
    (f"一则怪标题{HOSTILE}", date(2021, 9, 9), "Other", [("甄有光", "attend"), (HOSTILE, "attend")], [HOSTILE], None),
]


class Maker:
    """Writes each story as raw text with column breaks, and the facts with their raw offsets."""

    def __init__(self) -> None:
        self.articles: list[ArticleInfo] = []
        self.facts: list[object] = []

    def story(self, number: int) -> None:
        headline, day, kind, people, sites, organizer = STORIES[number]
        when = f"{day.month}月{day.day}日" if day else "近日"
        first = f"本报讯 {when}，{organizer or '青禾区'}举行活动，" + "、".join(self.titled(p) for p, _ in people) + "参加。"
        second = f"{people[0][0]}强调，要把第{number + 1}件事办\n好。"
        third = "一行先后来到" + "、".join(sites) + "。" if sites else "会议审议了有关事项。"
        raw = f"{headline}\n\n{first}\n\n{second}{third}\n\n记者 纪小满\n"
        doc = f"page{number // 4 + 1}.txt"
        sha = hashlib.sha256(doc.encode()).hexdigest()
        start = 1000 * (number % 4)
        info = ArticleInfo(f"{sha[:12]}-{number % 4 + 1}", doc, sha, headline, day, "青禾日报", "云州市青禾区", start, start + len(raw), raw)
        self.articles.append(info)

        def ev(sentence: str) -> tuple[Evidence, ...]:
            at = raw.index(sentence)
            return (Evidence(info.id, start + at, start + at + len(sentence), "".join(sentence.split())),)

        value = DateValue(when, day.isoformat() if day else None, day, day, basis="published" if day else "unknown")
        self.facts.append(Activity(
            article=info.id, key="a1", type=kind, label=headline[:30], date=value, evidence=ev(first), rules=("opening",),
            organizers=(OrgRef(organizer, key=organizer),) if organizer else (),
            visited=tuple(SiteRef(s, s) for s in sites), about=("云麓计划",) if number % 5 == 1 else (),
            participations=tuple(Participation(
                agent=PersonRef(p, key(p)), roles=(role,), order=i, evidence=ev(first), rules=("list",),
                capacity=(post(p),) if p in OFFICES else ()) for i, (p, role) in enumerate(people, 1)),
        ))
        for p, _ in people:
            if p in OFFICES:
                self.facts.append(Tenure(person=PersonRef(p, key(p)), post=post(p), seen=(value,), evidence=ev(first), rules=("title-name",)))
        self.facts.append(Statement(speaker=PersonRef(people[0][0], key(people[0][0])), act="强调", text=f"要把第{number + 1}件事办好",
                                    article=info.id, during="a1", evidence=ev(second), rules=("said",)))
        self.facts.append(Byline(article=info.id, person=PersonRef("纪小满", key("纪小满")), role="记者", evidence=ev("记者 纪小满"), rules=("byline",)))
        if number == 6:  # the paper's slip: two secretaries
            slip = PostRef(OrgRef("青禾区委", key="青禾区委"), "书记")
            self.facts.append(Tenure(person=PersonRef("柳明远", key("柳明远")), post=slip, seen=(value,), evidence=ev(first), rules=("title-name",)))
        if number == 1:
            self.facts.append(InitiativeFact(name="云麓计划", kind="project", evidence=ev(first), rules=("initiative",)))
            self.facts.append(FigureFact(of="云麓计划", name="占地", value="183", unit="亩", evidence=ev(third), rules=("figure",)))
        if number == 0:
            self.facts.append(Structure(child=OrgRef("青禾区教育局", key="青禾区教育局"), parent=OrgRef("青禾区政府", key="青禾区政府"), evidence=ev(first), rules=("prefix",)))

    def titled(self, person: str) -> str:
        return "".join(OFFICES[person]) + person if person in OFFICES else person


def key(person: str) -> str:
    return f"青禾区-{person}"


def post(person: str) -> PostRef:
    body, title = OFFICES[person]
    return PostRef(OrgRef(body, key=body), title)


def resolved() -> Resolved:
    """Everything, as resolution would give it."""
    maker = Maker()
    for number in range(len(STORIES)):
        maker.story(number)
    bodies = sorted({body for body, _ in OFFICES.values()})
    kinds = {"青禾区委": "Party", "长风集团": "Company"}
    return Resolved(
        articles=tuple(maker.articles),
        people=tuple(Person(key(p), p, ("有光书记",) if p == "甄有光" else ()) for p in [*PEOPLE, HOSTILE]),
        organizations=tuple(Organization(b, b, classification=kinds.get(b, "Government"), place="云州市青禾区") for b in bodies),
        divisions=(Division("云州市", "云州市"), Division("云州市青禾区", "青禾区", parent="云州市")),
        sites=tuple(Site(s, s, place="云州市青禾区") for s in [*SITES, HOSTILE]),
        initiatives=(Initiative("云麓计划", "云麓计划", "project"),),
        facts=tuple(maker.facts),  # type: ignore[arg-type]
    )
