"""What a dossier tells of a thing: for each class its sections, each one question to the graph.

A question binds ?fact, the fact (or facts) that a line stands on; ?line, what one line is about (?fact where
it is not bound); and the columns. Rows of one ?line become one line, the different values of a column joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Section:
    """`columns` are variables of the query, with the Chinese heading of each."""

    name: str
    title: str
    columns: dict[str, str]
    query: str


WHEN: Final = """OPTIONAL { ?act kgo:edtf ?edtf } OPTIONAL { ?act kgo:edtfEnd ?edtfEnd }
  OPTIONAL { ?act kgo:dateText ?printed } OPTIONAL { ?act kgo:earliest ?day }
  BIND(COALESCE(CONCAT(?edtf, "/", ?edtfEnd), ?edtf, ?printed, "") AS ?date)"""
SEEN: Final = """OPTIONAL { ?fact kgo:firstSeen ?first } OPTIONAL { ?fact kgo:lastSeen ?last }
  OPTIONAL { ?fact kgo:validFrom ?since } OPTIONAL { ?fact kgo:validUntil ?until }"""
SPELL: Final = {"status": "状态", "first": "最早见于", "last": "最晚见于", "since": "始于", "until": "止于"}
EVENT: Final = {"date": "日期", "type": "类型", "activity": "活动"}

POSTS = Section("posts", "职务", {"post": "职务", **SPELL}, f"""
SELECT * WHERE {{ ?fact org:member $node ; kgo:post/rdfs:label ?post ; kgo:status ?status . {SEEN}
}} ORDER BY (!BOUND(?first)) ?first ?post ?status""")

TOOK_PART = Section("activities", "活动", {**EVENT, "role": "角色"}, f"""
SELECT * WHERE {{
  ?fact prov:agent $node ; prov:hadRole/rdfs:label ?role . ?act kgo:participation ?fact .
  ?act rdfs:label ?activity ; kgo:activityType/rdfs:label ?type . {WHEN} BIND(?act AS ?line)
}} ORDER BY (!BOUND(?day)) ?day ?date ?activity ?act ?role""")

COMPANIONS = Section("companions", "同场人物", {"name": "姓名", "times": "次数", "first": "最早", "last": "最晚"}, """
SELECT * WHERE {
  { SELECT ?line (COUNT(DISTINCT ?act) AS ?times) (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {
      $node kgo:attended ?act . ?line kgo:attended ?act . FILTER(?line != $node) OPTIONAL { ?act kgo:earliest ?day }
    } GROUP BY ?line ORDER BY DESC(?times) ?line LIMIT 30 }
  ?line rdfs:label ?name . $node kgo:attended ?act . ?act kgo:participation ?fact . ?fact prov:agent ?who . FILTER(?who IN (?line, $node))
} ORDER BY DESC(?times) ?name ?line""")

STATEMENTS = Section("statements", "言论", {"date": "日期", "act": "方式", "to": "对象", "activity": "场合", "text": "内容"}, f"""
SELECT * WHERE {{
  ?fact kgo:speaker $node ; kgo:speechAct ?act ; schema:text ?text .
  OPTIONAL {{ ?fact kgo:addressee/rdfs:label ?to }}
  OPTIONAL {{ ?fact kgo:duringActivity ?during . ?during rdfs:label ?activity {WHEN.replace("?act ", "?during ")} }}
}} ORDER BY (!BOUND(?day)) ?day ?date ?fact ?to""")

ASKED_OF = Section("asked-of", "对其提出的要求", {"date": "日期", "speaker": "讲话者", "act": "方式", "text": "内容"}, f"""
SELECT * WHERE {{
  ?fact kgo:addressee $node ; kgo:speaker/rdfs:label ?speaker ; kgo:speechAct ?act ; schema:text ?text .
  OPTIONAL {{ ?fact kgo:duringActivity ?during {WHEN.replace("?act ", "?during ")} }}
}} ORDER BY (!BOUND(?day)) ?day ?date ?fact""")

_CONFLICT = {"conflict": "矛盾", "guess": "疑误"}
_CONFLICT_QUERY = """
SELECT DISTINCT ?line ?conflict ?guess ?fact WHERE {
  ?one $link $node . ?line a kgo:Conflict ; kgo:involves ?one , ?fact ; rdfs:label ?conflict .
  OPTIONAL { ?line kgo:guess ?guess }
} ORDER BY ?conflict ?line ?fact"""
CONFLICTS = Section("contradictions", "矛盾", _CONFLICT, _CONFLICT_QUERY.replace("$link", "org:member|prov:agent|kgo:speaker"))
BODY_CONFLICTS = Section("contradictions", "矛盾", _CONFLICT, _CONFLICT_QUERY.replace("$link", "org:organization"))
POST_CONFLICTS = Section("contradictions", "矛盾", _CONFLICT, _CONFLICT_QUERY.replace("$link", "kgo:post"))

WROTE = Section("articles", "署名报道", {"date": "日期", "headline": "标题", "role": "署名"}, """
SELECT * WHERE {
  ?fact kgo:creditedPerson $node ; kgo:creditedIn ?line ; kgo:creditRole ?role . ?line schema:headline ?headline .
  OPTIONAL { ?line schema:datePublished ?date }
} ORDER BY (!BOUND(?date)) ?date ?headline ?line""")

NAMED = Section("named", "提及", {"headline": "报道"}, """
SELECT DISTINCT ?fact ?headline WHERE {
  ?fact kgo:mentions $node ; kgo:evidence/oa:hasSource/schema:headline ?headline
} ORDER BY ?headline ?fact""")

HOLDERS = Section("holders", "任职者", {"person": "姓名", "post": "职务", **SPELL}, f"""
SELECT * WHERE {{
  ?fact $link $node ; a kgo:Tenure ; org:member/rdfs:label ?person ; kgo:post/rdfs:label ?post ; kgo:status ?status . {SEEN}
}} ORDER BY ?post (!BOUND(?first)) ?first ?person ?status""")
BODY_HOLDERS = Section("holders", "任职者", HOLDERS.columns, HOLDERS.query.replace("$link", "org:organization"))
POST_HOLDERS = Section("holders", "任职者", HOLDERS.columns, HOLDERS.query.replace("$link", "kgo:post"))

HAPPENED = Section("activities", "活动", {**EVENT, "how": "关系"}, f"""
SELECT * WHERE {{
  {{ ?act kgo:organizer $node BIND("组织" AS ?how) BIND(?act AS ?fact) }}
  UNION {{ ?act kgo:visited $node BIND("受访" AS ?how) BIND(?act AS ?fact) }}
  UNION {{ ?act kgo:venue $node BIND("会场" AS ?how) BIND(?act AS ?fact) }}
  UNION {{ ?act kgo:about $node BIND("主题" AS ?how) BIND(?act AS ?fact) }}
  UNION {{ ?fact prov:agent $node ; prov:hadRole/rdfs:label ?how . ?act kgo:participation ?fact }}
  ?act rdfs:label ?activity ; kgo:activityType/rdfs:label ?type . {WHEN} BIND(?act AS ?line)
}} ORDER BY (!BOUND(?day)) ?day ?date ?activity ?act ?how""")

PARTS = Section("structure", "隶属", {"part": "下级", "whole": "上级"}, """
SELECT * WHERE {
  { ?fact kgo:part $node } UNION { ?fact kgo:whole $node }
  ?fact kgo:part/rdfs:label ?part ; kgo:whole/rdfs:label ?whole .
} ORDER BY ?whole ?part ?fact""")

FIGURES = Section("figures", "数字", {"name": "项目", "value": "数值", "unit": "单位"}, """
SELECT * WHERE { ?fact kgo:quantityOf $node ; schema:name ?name ; schema:value ?value ; schema:unitText ?unit }
ORDER BY ?name ?value ?fact""")

PRESENT = Section("participants", "参加者", {"order": "次序", "name": "名称", "role": "角色", "capacity": "身份"}, """
SELECT * WHERE {
  $node kgo:participation ?fact . ?fact prov:agent/rdfs:label ?name ; prov:hadRole/rdfs:label ?role .
  OPTIONAL { ?fact kgo:order ?order } OPTIONAL { ?fact kgo:inCapacity/rdfs:label ?capacity }
} ORDER BY (!BOUND(?order)) ?order ?name ?fact ?role ?capacity""")

WENT_TO = Section("visited", "到访地点", {"order": "次序", "place": "地点"}, """
SELECT ($node AS ?fact) ?line ?order ?place WHERE {
  $node kgo:visit ?line . ?line kgo:visitOrder ?order ; kgo:visitedPlace/rdfs:label ?place } ORDER BY ?order""")

SAID_THERE = Section("statements", "言论", {"speaker": "讲话者", "act": "方式", "to": "对象", "text": "内容"}, """
SELECT * WHERE {
  ?fact kgo:duringActivity $node ; kgo:speaker/rdfs:label ?speaker ; kgo:speechAct ?act ; schema:text ?text .
  OPTIONAL { ?fact kgo:addressee/rdfs:label ?to }
} ORDER BY ?speaker ?fact ?to""")

HOLDS = Section("facts", "所载事实", {"told": "事实"}, """
SELECT DISTINCT ?fact ?told WHERE {
  ?sentence oa:hasSource $node . ?fact kgo:evidence ?sentence ; rdfs:label ?told } ORDER BY ?told ?fact""")

STATES = Section("facts", "陈述的事实", {"told": "事实"}, """
SELECT DISTINCT ?fact ?told WHERE { ?fact kgo:evidence $node ; rdfs:label ?told } ORDER BY ?told ?fact""")

INVOLVES = Section("involves", "涉及", {"told": "事实"}, """
SELECT * WHERE { $node kgo:involves ?fact . ?fact rdfs:label ?told } ORDER BY ?told ?fact""")

ITSELF = Section("fact", "事实", {"told": "内容", "rule": "规则"}, """
SELECT * WHERE { BIND($node AS ?fact) ?fact rdfs:label ?told ; kgo:rule ?rule } ORDER BY ?rule""")

SECTIONS: Final[dict[str, tuple[Section, ...]]] = {
    "Person": (POSTS, TOOK_PART, COMPANIONS, STATEMENTS, CONFLICTS, WROTE, NAMED),
    "Organization": (BODY_HOLDERS, HAPPENED, STATEMENTS, ASKED_OF, PARTS, BODY_CONFLICTS),
    "Post": (POST_HOLDERS, POST_CONFLICTS),
    "AdminDivision": (HAPPENED, PARTS),
    "Site": (HAPPENED,),
    "Initiative": (HAPPENED, FIGURES, NAMED),
    "Activity": (PRESENT, WENT_TO, SAID_THERE, ITSELF),
    "Article": (HOLDS,),
    "Evidence": (STATES,),
    "Conflict": (INVOLVES,),
}
OTHER: Final = (ITSELF,)
