"""How good a graph is, by annotations of the same documents: precision, recall and F1 by family of facts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.insight.measure.found import Found, FoundActivity, read_graph
from kg.insight.measure.gold import Activity, Document, Named, Post, read_gold
from kg.insight.measure.matching import Tally, figures, normal, once, overlap, same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.insight.store import Store

__all__ = ["FAMILIES", "Tally", "figures", "measure", "read_gold", "total"]

FAMILIES = (
    "articles", "people", "posts", "bylines", "activities", "dates", "types", "participants", "roles", "sites",
    "organizations",
)  # fmt: skip
LOOSE, HALF = 0.6, 0.5  # least shares of a longer form that a shorter one is taken for
PAIRED = 1.2  # least likeness at which two activities are one
SCORED_PEOPLE = frozenset({"official", "business", "other"})  # journalists are scored as bylines
NEAR = {"lead": {"lead", "attend", "speak"}, "host": {"host", "lead"}}  # a coarser role is still right


def measure(store: Store, gold: Iterable[Document]) -> Tally:
    """Counts right, wrong and missed facts of the annotated documents."""
    found, tally = read_graph(store), Tally()
    for document in gold:
        _document(tally, document, found.get(document.doc) or Found())
    return tally


def total(tally: Tally) -> Counter[str]:
    """All families together."""
    return sum((tally.counts[family] for family in FAMILIES), Counter())


def _document(tally: Tally, gold: Document, found: Found) -> None:
    doc, articles = gold.doc, gold.articles
    if len(articles) > 1:
        tally.match(
            "articles", doc, articles, sorted(found.headlines), lambda f, g: same(f, [g.headline], HALF), lambda g: g.headline
        )
    bylines = [byline for article in articles for byline in article.bylines]
    scored = (person for article in articles for person in article.people if person.kind in SCORED_PEOPLE)
    people = once(scored, lambda p: normal(p.name)) + [Named(byline.forms, optional=True) for byline in bylines]
    tally.match("people", doc, people, sorted(found.people), _is_named, lambda g: g.name)
    posts = once((p for a in articles for p in a.posts), lambda p: (normal(p.person), normal(p.orgs[0]), normal(p.titles[0])))
    tally.match("posts", doc, posts, sorted(found.posts), _same_post, lambda g: f"{g.person} {g.orgs[0]} {g.titles[0]}")
    tally.match("bylines", doc, once(bylines, lambda b: normal(b.name)), sorted(found.bylines), _is_named, lambda g: g.name)
    _activities(tally, doc, [a for article in articles for a in article.activities], list(found.activities.values()))


def _is_named(name: str, wanted: Named) -> bool:
    return same(name, wanted.forms)


def _is_near(name: str, wanted: Named) -> bool:
    return same(name, wanted.forms, LOOSE)


def _same_post(found: tuple[str, str, str], wanted: Post) -> bool:
    """Where 河南省委书记 is cut into body and title is a convention."""
    person, org, title = found
    joined = [o + t for o in wanted.orgs for t in wanted.titles]
    cut = same(org, wanted.orgs, LOOSE) and same(title, wanted.titles)
    return same(person, [wanted.person]) and (same(org + title, joined) or cut)


# ---------------------------------------------------------------- activities
def _activities(tally: Tally, doc: str, gold: list[Activity], found: list[FoundActivity]) -> None:
    pairs = _pairs(gold, found)
    for i, j in pairs.items():
        if not gold[i].optional:
            _compare(tally, doc, gold[i], found[j])
    for i, activity in enumerate(gold):
        if i not in pairs and not activity.optional:
            _missed(tally, doc, activity)
    for j, extra in enumerate(found):
        if j not in pairs.values():
            what = f"{extra.date or ''} {'/'.join(sorted(extra.labels))} {'、'.join(sorted(extra.people))}"
            tally.wrong("activities", doc, what.strip())


def _pairs(gold: list[Activity], found: list[FoundActivity]) -> dict[int, int]:
    """One to one, the likest first."""
    ranked = sorted(((_likeness(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs: dict[int, int] = {}
    for likeness, i, j in ranked:
        if likeness >= PAIRED and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _likeness(gold: Activity, found: FoundActivity) -> float:
    people = overlap({normal(p.name) for p in gold.people}, {normal(name) for name in found.people})
    sites = sum(any(_is_near(name, site) for name in found.sites) for site in gold.sites)
    orgs = sum(any(_is_near(name, org) for name in found.orgs) for org in gold.orgs)
    return (
        (1.5 if gold.date else 0.6) * (found.date == gold.date)
        + 2 * people
        + (sites / len(gold.sites) if gold.sites else 0)
        + (0.5 * orgs / len(gold.orgs) if gold.orgs else 0)
        + 0.7 * bool(found.types & set(gold.types))
        + 0.5 * any(same(label, gold.names, LOOSE) for label in found.labels)
    )


def _compare(tally: Tally, doc: str, gold: Activity, found: FoundActivity) -> None:
    tally.hit("activities")
    _one(tally, doc, "dates", gold.name, gold.date, found.date, right=gold.date == found.date)
    kinds = "/".join(gold.types), "/".join(sorted(found.types))
    _one(tally, doc, "types", gold.name, *kinds, right=bool(found.types & set(gold.types)))

    def name(wanted: Named) -> str:
        return f"{gold.name}: {wanted.name}"

    tally.match("participants", doc, gold.people, sorted(found.people), _is_named, name)
    _roles(tally, doc, gold, found)
    as_sites = [*gold.sites, *(Named(org.forms, optional=True) for org in gold.orgs)]
    tally.match("sites", doc, as_sites, sorted(found.sites), _is_near, name)
    as_orgs = [*gold.orgs, *(Named(site.forms, optional=True) for site in gold.sites)]
    tally.match("organizations", doc, as_orgs, sorted(found.orgs), _is_near, name)


def _one(  # noqa: PLR0913, PLR0917  # where, what, and both values
    tally: Tally, doc: str, family: str, what: str, gold: str | None, found: str | None, *, right: bool
) -> None:
    """A value that an activity has one of."""
    if right:
        tally.hit(family)
        return
    if gold:
        tally.miss(family, doc, f"{what}: {gold}")
    if found:
        tally.wrong(family, doc, f"{what}: {found}")


def _roles(tally: Tally, doc: str, gold: Activity, found: FoundActivity) -> None:
    for person in gold.people:
        roles = next((roles for name, roles in found.people.items() if _is_named(name, person)), None)
        if roles is None or person.optional:
            continue
        right = person.roles.union(*(NEAR.get(role, set()) for role in person.roles))
        wanted, given = "+".join(sorted(person.roles)), "+".join(sorted(roles))
        _one(tally, doc, "roles", f"{gold.name}: {person.name}", wanted, given, right=bool(roles & right))


def _missed(tally: Tally, doc: str, gold: Activity) -> None:
    tally.miss("activities", doc, f"{gold.date or ''} {gold.name}".strip())
    if gold.date:
        tally.miss("dates", doc, f"{gold.name}: {gold.date}")
    for family, wanted in (("participants", gold.people), ("sites", gold.sites), ("organizations", gold.orgs)):
        for one in wanted:
            if not one.optional:
                tally.miss(family, doc, f"{gold.name}: {one.name}")
