"""Resolved records for tests, made by hand about an invented district. Quotes must stand in the page's text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from kg.model import (
    Activity, ArticleInfo, Byline, DateValue, Division, Evidence, Fact, FigureFact, Initiative, InitiativeFact,
    Organization, OrgRef, Participation, Person, PersonNamed, PersonRef, PostRef, Resolved, Site, SiteRef, Statement,
    Structure, Tenure,
)

TEXT = (
    "3月2日，青禾区委书记林致远、区长沈若岚到云川宏达公司、松岭社区调研“暖心行动”，区政府办公室主任罗启明陪同。"
    "林致远要求，各街道要把好事办好。智造园项目占地120亩。时任青禾区委副书记的周慕白曾来过。"
    "近日，青禾区召开总结会。10月9日，沈若岚会见远山集团总经理江一帆。顾念慈在场。记者 叶知秋"
)


def known(day: str, text: str = "") -> DateValue:
    value = date.fromisoformat(day)
    return DateValue(text or day, day, value, value, basis="explicit")


@dataclass
class Page:
    """One article; each method adds a fact that the quoted words state."""

    text: str = TEXT
    doc: str = "page.txt"
    headline: str = "青禾区领导调研"
    published: date | None = None
    locality: str = "云川市青禾区"
    facts: list[Fact] = field(default_factory=list)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        return f"{self.sha256[:12]}-1"

    @property
    def info(self) -> ArticleInfo:
        return ArticleInfo(
            self.id, self.doc, self.sha256, self.headline, self.published, "云川日报", self.locality, 0, len(self.text)
        )

    def quote(self, words: str) -> tuple[Evidence, ...]:
        start = self.text.index(words)
        return (Evidence(self.id, start, start + len(words), "".join(words.split())),)

    def tenure(self, name: str, body: str, title: str, words: str, **more: object) -> None:
        self.facts.append(Tenure(
            person=person(name), post=PostRef(org(body), title), evidence=self.quote(words), rules=("test.post",), **more
        ))

    def activity(self, key: str, kind: str, label: str, words: str, roles: dict[str, tuple[str, ...]], **more: object) -> None:
        parts = tuple(
            Participation(agent=person(name), roles=has, order=n, evidence=self.quote(words), rules=("test.part",))
            for n, (name, has) in enumerate(roles.items(), 1)
        )
        self.facts.append(Activity(
            article=self.id, key=key, type=kind, label=label, participations=parts, evidence=self.quote(words),
            rules=("test.activity",), **more,
        ))

    def add(self, kind: type, words: str, /, **fields: object) -> None:
        self.facts.append(kind(evidence=self.quote(words), rules=("test.rule",), **fields))


def person(name: str) -> PersonRef:
    return PersonRef(name, f"青禾区-{name}")


def org(name: str) -> OrgRef:
    return OrgRef(name, name, name)


DIVISIONS = (Division("云川市", "云川市", ("云川",), "990100"), Division("青禾区", "青禾区", (), "990101", "云川市"))


def world(*pages: Page, **records: tuple) -> Resolved:
    """The pages as resolved: a record for each person and body that a fact names; bodies of 青禾区 have their place."""
    facts = tuple(f for page in pages for f in page.facts)
    names, bodies = set(), set(records.pop("bodies", ()))
    for fact in facts:
        refs = [getattr(fact, n, None) for n in ("person", "speaker")]
        refs += [p.agent for p in getattr(fact, "participations", ())]
        names |= {r.name for r in refs if isinstance(r, PersonRef)}
        bodies |= {o.name for o in _orgs(fact, refs)}
    people = tuple(Person(person(n).key, n) for n in sorted(names))
    organizations = tuple(
        Organization(b, b, classification=_kind(b), place="青禾区" if b.startswith("青禾区") else "") for b in sorted(bodies)
    )
    made = {"people": people, "organizations": organizations, "divisions": DIVISIONS, "sites": (), "initiatives": ()}
    return Resolved(articles=tuple(p.info for p in pages), facts=facts, **(made | records))


def _kind(body: str) -> str:
    return "Company" if body.endswith(("公司", "集团")) else "Party" if body.endswith("委") else "Government"


def _orgs(fact: Fact, refs: list) -> list[OrgRef]:
    found = [r for r in (*refs, *getattr(fact, "addressees", ()), *getattr(fact, "organizers", ())) if isinstance(r, OrgRef)]
    found += [getattr(fact, n) for n in ("child", "parent") if hasattr(fact, n)]
    posts = [fact.post] if isinstance(fact, Tenure) else [c for p in getattr(fact, "participations", ()) for c in p.capacity]
    return found + [p.org for p in posts]


def sample() -> Resolved:
    """Every kind of fact once or twice."""
    page = Page()
    first = TEXT[: TEXT.index("。") + 1]
    page.tenure("林致远", "青禾区委", "书记", first, seen=(known("2021-03-02"),))
    page.tenure("沈若岚", "青禾区", "区长", first, seen=(known("2021-03-02"),), confidence=0.9)
    page.tenure("罗启明", "青禾区政府办公室", "主任", first)
    page.tenure("周慕白", "青禾区委", "副书记", "时任青禾区委副书记的周慕白", status="former",
                since=DateValue("2015年", "2015"), until=known("2018-05-04"))
    page.tenure("江一帆", "远山集团", "总经理", "远山集团总经理江一帆")
    page.activity(
        "a1", "Inspection", "调研“暖心行动”", first,
        {"林致远": ("lead", "speak"), "沈若岚": ("lead",), "罗启明": ("accompany",)},
        date=known("2021-03-02", "3月2日"), visited=(SiteRef("云川宏达公司", "云川宏达公司"), SiteRef("松岭社区", "松岭社区")),
        about=("“暖心行动”",),
    )
    page.activity("a2", "Meeting", "总结会", "近日，青禾区召开总结会", {}, date=DateValue("近日", None), organizers=(org("青禾区"),))
    page.activity(
        "a3", "Reception", "会见江一帆", "10月9日，沈若岚会见远山集团总经理江一帆", {"沈若岚": ("host",), "江一帆": ("guest",)},
        date=DateValue("10月9日", "XXXX-10-09"),
    )
    page.add(Statement, "林致远要求，各街道要把好事办好", speaker=person("林致远"), act="要求", text="各街道要把好事办好",
             addressees=(org("青禾区各街道"),), article=page.id, during="a1")
    page.add(Structure, "区政府办公室", child=org("青禾区政府办公室"), parent=org("青禾区"))
    page.add(InitiativeFact, "“暖心行动”", name="“暖心行动”", kind="campaign")
    page.add(FigureFact, "智造园项目占地120亩", of="智造园项目", name="占地", value="120", unit="亩")
    page.add(Byline, "记者 叶知秋", article=page.id, person=person("叶知秋"), role="记者")
    page.add(PersonNamed, "顾念慈在场", article=page.id, person=person("顾念慈"))
    page.add(PersonNamed, "林致远", article=page.id, person=person("林致远"))
    return world(
        page,
        sites=(Site("松岭社区", "松岭社区", (), "青禾区"),),
        initiatives=(Initiative("暖心行动", "“暖心行动”", "campaign", ("暖心行动",)), Initiative("智造园项目", "智造园项目", "project")),
        bodies=("云川宏达公司",),
    )
