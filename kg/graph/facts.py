"""Facts as nodes: one a thing said, however often it is said, each with the sentences that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.draft import Draft, part_of
from kg.graph.text import label as clean
from kg.graph.text import shortened
from kg.graph.vocabulary import DCTERMS, KGO, ORG, SDO

if TYPE_CHECKING:
    from rdflib import URIRef

    from kg.graph.entities import Entities
    from kg.model import Byline, FigureFact, InitiativeFact, PersonNamed, Statement, Structure

SAID = 40  # characters of a statement that its label shows


class Facts:
    """Writes statements, structure, initiatives, figures, bylines and names."""

    def __init__(self, draft: Draft, entities: Entities) -> None:
        self.draft = draft
        self.entities = entities

    def statement(self, fact: Statement) -> None:
        """Who said what to whom. Its text is what was said, its act the verb as printed."""
        draft, speaker = self.draft, self.entities.agent(fact.speaker)
        iri = draft.iris.fact("statement", fact.article, fact.during, speaker, fact.act, fact.text)
        act = clean(fact.act) or "说"
        draft.node(iri, KGO.Statement, f"{draft.labels[speaker]}{act}：{shortened(clean(fact.text), SAID)}")
        draft.grounds(iri, fact)
        draft.edge(iri, KGO.speaker, speaker)
        draft.text(iri, KGO.speechAct, act)
        draft.text(iri, SDO.text, fact.text)
        for addressee in fact.addressees:
            draft.edge(iri, KGO.addressee, self.entities.body(addressee))
        if fact.during:
            draft.edge(iri, KGO.duringActivity, draft.activity(fact.article, fact.during))

    def structure(self, fact: Structure) -> None:
        """A body is part of another, or belongs to a place. What a record says of its place comes first."""
        draft = self.draft
        child, parent = self.entities.body(fact.child), self.entities.body(fact.parent)
        if child == parent:
            return
        iri = draft.iris.fact("structure", child, parent)
        draft.node(iri, KGO.Structure, f"{draft.labels[child]}属于{draft.labels[parent]}")
        draft.grounds(iri, fact)
        draft.edge(iri, KGO.part, child)
        draft.edge(iri, KGO.whole, parent)
        places = draft.iris.base + "place/"
        if child.startswith(places) and parent.startswith(places):
            part_of(draft, child, parent)
        elif not child.startswith(places) and not parent.startswith(places):
            draft.edge(child, ORG.subOrganizationOf, parent)
        elif parent.startswith(places) and (child, DCTERMS.spatial, None) not in draft.graph:
            draft.edge(child, DCTERMS.spatial, parent)

    def initiative(self, fact: InitiativeFact) -> None:
        """The sentences that name a project, campaign or policy."""
        self._mention(fact, self.entities.initiative(fact.name))

    def figure(self, fact: FigureFact) -> None:
        """A number told of a project: 占地 183 亩."""
        draft, owner = self.draft, self.entities.initiative(fact.of)
        iri = draft.iris.fact("figure", owner, fact.name, fact.value, fact.unit)
        draft.node(iri, KGO.Figure, f"{draft.labels[owner]}：{fact.name} {fact.value} {fact.unit}")
        draft.grounds(iri, fact)
        draft.edge(iri, KGO.quantityOf, owner)
        draft.edge(owner, KGO.figure, iri)
        for predicate, text in ((SDO.name, fact.name), (SDO.value, fact.value), (SDO.unitText, fact.unit)):
            draft.text(iri, predicate, text)

    def byline(self, fact: Byline) -> None:
        """Who wrote an article, photographed for it or edited it."""
        draft, person, article = self.draft, self.entities.person(fact.person), self.draft.article(fact.article)
        iri = draft.iris.fact("byline", fact.article, person, fact.role)
        role = clean(fact.role)
        draft.node(iri, KGO.Byline, f"{role} {draft.labels[person]}")
        draft.grounds(iri, fact)
        draft.edge(iri, KGO.creditedIn, article)
        draft.edge(iri, KGO.creditedPerson, person)
        draft.text(iri, KGO.creditRole, role)
        draft.edge(article, KGO.byline, person)

    def named(self, fact: PersonNamed) -> None:
        """A person of whom the article says nothing else that the graph holds."""
        self._mention(fact, self.entities.person(fact.person))

    def _mention(self, fact: PersonNamed | InitiativeFact, what: URIRef) -> None:
        for evidence in fact.evidence:
            iri = self.draft.iris.fact("mention", evidence.article, what)
            self.draft.node(iri, KGO.Mention, f"提到{self.draft.labels[what]}")
            self.draft.edge(iri, KGO.mentions, what)
            self.draft.edge(iri, KGO.evidence, self.draft.evidence(evidence))
            for rule in fact.rules:
                self.draft.text(iri, KGO.rule, rule)
