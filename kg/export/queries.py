"""The questions behind the tables. Their variables are the columns."""

from __future__ import annotations

from typing import Final

DATES: Final = """OPTIONAL { ?activity_iri kgo:dateText ?date_text } OPTIONAL { ?activity_iri kgo:edtf ?start_ }
  OPTIONAL { ?activity_iri kgo:edtfEnd ?end_ } BIND(COALESCE(CONCAT(?start_, "/", ?end_), ?start_) AS ?edtf)
  OPTIONAL { ?activity_iri kgo:earliest ?earliest ; kgo:latest ?latest }
  BIND(IF(?earliest = ?latest, ?earliest, ?none) AS ?day) ?activity_iri kgo:dateBasis ?basis ."""


def joined(name: str, pattern: str) -> str:
    """The values of a variable in one text, in order; the pattern binds ?each, and ?key for their order."""
    return f"""OPTIONAL {{ SELECT $key (GROUP_CONCAT(?each; separator=";") AS ?{name}) WHERE {{
    SELECT DISTINCT $key ?each WHERE {{ {pattern} }} ORDER BY $key ?each }} GROUP BY $key }}"""


PEOPLE: Final = f"""SELECT * WHERE {{ ?person_iri a kgo:Person ; rdfs:label ?person .
  {joined("aliases", "?person_iri a kgo:Person ; skos:altLabel ?each").replace("$key", "?person_iri")}
}} ORDER BY ?person_iri"""

BODIES: Final = f"""SELECT * WHERE {{ ?body_iri a kgo:Organization ; rdfs:label ?body .
  OPTIONAL {{ ?body_iri org:classification/rdfs:label ?classification }}
  OPTIONAL {{ ?body_iri dcterms:spatial/rdfs:label ?place }}
  {joined("parent", "?body_iri org:subOrganizationOf/rdfs:label ?each").replace("$key", "?body_iri")}
  {joined("aliases", "?body_iri a kgo:Organization ; skos:altLabel ?each").replace("$key", "?body_iri")}
}} ORDER BY ?body_iri"""

SPELLS: Final = """SELECT * WHERE {
  ?fact_iri a kgo:Tenure ; org:member ?person_iri ; kgo:post ?post_iri ; org:organization ?body_iri ; kgo:status ?status .
  ?person_iri rdfs:label ?person . ?post_iri rdfs:label ?post ; org:role/rdfs:label ?role . ?body_iri rdfs:label ?body .
  OPTIONAL { ?fact_iri kgo:firstSeen ?first_seen ; kgo:lastSeen ?last_seen }
  OPTIONAL { ?fact_iri kgo:validFrom ?valid_from } OPTIONAL { ?fact_iri kgo:validUntil ?valid_until }
  { SELECT ?fact_iri (COUNT(?sentence) AS ?sentences) WHERE { ?fact_iri a kgo:Tenure ; kgo:evidence ?sentence } GROUP BY ?fact_iri }
} ORDER BY ?person_iri ?post_iri ?status"""

PERSON_DAYS: Final = f"""SELECT * WHERE {{
  ?fact_iri prov:agent ?person_iri . ?person_iri a kgo:Person ; rdfs:label ?person . ?activity_iri kgo:participation ?fact_iri .
  ?activity_iri rdfs:label ?activity ; kgo:activityType/rdfs:label ?type . {DATES}
  OPTIONAL {{ ?fact_iri kgo:order ?order }}
  {joined("roles", "?fact_iri prov:hadRole ?role . ?role rdfs:label ?each").replace("$key", "?fact_iri")}
  {joined("capacity", "?fact_iri kgo:inCapacity/rdfs:label ?each").replace("$key", "?fact_iri")}
}} ORDER BY ?person_iri ?earliest ?activity_iri"""

ACTIVITIES: Final = f"""SELECT * WHERE {{
  ?activity_iri a kgo:Activity ; rdfs:label ?activity ; kgo:activityType/rdfs:label ?type . {DATES}
  OPTIONAL {{ ?activity_iri kgo:venue/rdfs:label ?venue }}
  {joined("organizers", "?activity_iri kgo:organizer/rdfs:label ?each").replace("$key", "?activity_iri")}
  {joined("visited", "?activity_iri kgo:visited/rdfs:label ?each").replace("$key", "?activity_iri")}
  {joined("topics", "?activity_iri kgo:about/rdfs:label ?each").replace("$key", "?activity_iri")}
  OPTIONAL {{ SELECT ?activity_iri (COUNT(?p) AS ?participants) WHERE {{ ?activity_iri kgo:participation ?p }} GROUP BY ?activity_iri }}
}} ORDER BY ?earliest ?activity_iri"""

CO_ATTENDANCE: Final = """SELECT ?a_iri ?a ?b_iri ?b (COUNT(DISTINCT ?act) AS ?activities) (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {
  ?a_iri kgo:attended ?act ; rdfs:label ?a . ?b_iri kgo:attended ?act ; rdfs:label ?b . FILTER(STR(?a_iri) < STR(?b_iri))
  OPTIONAL { ?act kgo:earliest ?day ; kgo:latest ?day }
} GROUP BY ?a_iri ?a ?b_iri ?b ORDER BY ?a_iri ?b_iri"""

SHARED_POSTS: Final = """SELECT ?a_iri ?a ?b_iri ?b (COUNT(?post) AS ?posts) (GROUP_CONCAT(?post; separator=";") AS ?which) WHERE {
  { SELECT DISTINCT ?a_iri ?a ?b_iri ?b ?post WHERE {
    ?a_iri kgo:heldPost ?p ; rdfs:label ?a . ?b_iri kgo:heldPost ?p ; rdfs:label ?b . FILTER(STR(?a_iri) < STR(?b_iri))
    ?p rdfs:label ?post } ORDER BY ?a_iri ?b_iri ?post }
} GROUP BY ?a_iri ?a ?b_iri ?b ORDER BY ?a_iri ?b_iri"""

STATEMENTS: Final = f"""SELECT * WHERE {{
  ?fact_iri kgo:speaker ?speaker_iri ; kgo:speechAct ?act ; schema:text ?text . ?speaker_iri rdfs:label ?speaker .
  OPTIONAL {{ ?fact_iri kgo:duringActivity ?during . ?during rdfs:label ?activity OPTIONAL {{ ?during kgo:earliest ?day ; kgo:latest ?day }} }}
  {joined("addressees", "?fact_iri kgo:addressee/rdfs:label ?each").replace("$key", "?fact_iri")}
}} ORDER BY ?speaker_iri ?fact_iri"""

FIGURES: Final = """SELECT * WHERE {
  ?fact_iri kgo:quantityOf ?initiative_iri ; schema:name ?name ; schema:value ?amount ; schema:unitText ?unit .
  ?initiative_iri rdfs:label ?initiative } ORDER BY ?initiative_iri ?name ?amount"""

ARTICLES: Final = f"""SELECT * WHERE {{
  ?article_iri a kgo:Article ; schema:headline ?headline ; kgo:sourceFile ?doc ; kgo:sha256 ?sha256 .
  OPTIONAL {{ ?article_iri schema:datePublished ?published }} OPTIONAL {{ ?article_iri kgo:paper ?paper }}
  {joined("bylines", "?article_iri kgo:byline/rdfs:label ?each").replace("$key", "?article_iri")}
}} ORDER BY ?doc ?article_iri"""

EVIDENCE: Final = """SELECT DISTINCT ?fact_iri ?kind ?article_iri ?doc ?start ?end ?exact WHERE {
  ?fact_iri kgo:evidence ?sentence ; a ?class . FILTER(STRSTARTS(STR(?class), STR(kgo:)) && ?class != kgo:Fact)
  BIND(STRAFTER(STR(?class), "#") AS ?kind) ?sentence oa:start ?start ; oa:end ?end ; oa:exact ?exact ; oa:hasSource ?article_iri .
  ?article_iri kgo:sourceFile ?doc } ORDER BY ?fact_iri ?doc ?start"""
