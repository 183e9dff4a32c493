"""What the saved questions are asked about, taken from the graph itself: those of whom it tells most, so that no answer is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.queries import bind, list_queries

if TYPE_CHECKING:
    from kg.insight.store import Store

MOST = "SELECT ?v (COUNT(*) AS ?n) WHERE { %s } GROUP BY ?v ORDER BY DESC(?n) ?v LIMIT 2"
PERSON = "?p kgo:attended ?a ; foaf:name ?v"
BODY = "?a a kgo:Activity ; kgo:organizer/rdfs:label ?v"
MOST_TOLD = {  # parameter, of all questions or of one: the pattern in which its value stands most often
    "person": PERSON, "name": PERSON, "one": PERSON, "body": BODY,
    ("demands-on", "body"): "?s a kgo:Statement ; kgo:addressee/rdfs:label ?v",
    "act": "?s a kgo:Statement ; kgo:speechAct ?v",
    "reporter": "?b kgo:creditedPerson/rdfs:label ?v",
    ("attendees", "words"): "?n a kgo:Activity ; kgo:participation ?p ; rdfs:label ?v",
    ("figures-of", "words"): "?f kgo:quantityOf/rdfs:label ?v",
    "place": "?o dcterms:spatial/rdfs:label ?v",
    ("sites-visited", "person"): "?p kgo:attended ?a ; foaf:name ?v . ?a kgo:visit ?w",
}
HOLDER = """SELECT ?body ?title ?day WHERE { ?t a kgo:Tenure ; kgo:post ?p ; kgo:firstSeen ?day ; kgo:status "current" .
  ?p org:postIn/rdfs:label ?body ; org:role/skos:prefLabel ?title } ORDER BY ?day ?body ?title LIMIT 1"""
HOLDERS = {  # parameter of a question: what it takes from the holder
    ("holders-of", "body"): "body", ("holders-of", "title"): "title", ("holder-on", "body"): "body", ("holder-on", "title"): "title",
    ("holder-on", "day"): "day", ("who-held", "org"): "body", ("who-held", "on"): "day",
}
DAY = "SELECT (MAX(?d) AS ?day) WHERE { ?a a kgo:Activity ; kgo:latest ?d }"


def asked_of(store: Store, *, partly: bool = False) -> dict[str, str]:
    """The SPARQL of each saved question, by name, with values of this graph for its parameters.

    Raises LookupError where the graph has none for one of them; `partly` leaves that question out.
    """
    texts = {}
    for query in list_queries():
        try:
            values = {p.name: value for p in query.parameters if (value := _value(store, query.name, p.name)) is not None}
        except LookupError:
            if not partly:
                raise
            continue
        texts[query.name] = bind(query, values)
    return texts


def _value(store: Store, query: str, parameter: str) -> str | None:
    """A parameter's value; None where it is left as it is."""
    if (query, parameter) in HOLDERS:
        return store.rows(HOLDER)[0][HOLDERS[query, parameter]]
    if (query, parameter) in (("calendar", "from"), ("calendar", "to")):
        day = store.rows(DAY)[0]["day"]
        return f"{day[:7]}-01" if parameter == "from" else day
    if (query, parameter) == ("why", "other"):
        return _companion(store)
    pattern = MOST_TOLD.get((query, parameter)) or MOST_TOLD.get(parameter)
    return store.rows(MOST % pattern)[0]["v"] if pattern else None


def _companion(store: Store) -> str:
    """Who most often attends what the most frequent attendant attends."""
    person = store.rows(MOST % PERSON)[0]["v"]
    return store.rows(MOST % f'?x foaf:name "{person}" ; kgo:attended ?a . ?y kgo:attended ?a ; foaf:name ?v . FILTER(?x != ?y)')[0]["v"]
