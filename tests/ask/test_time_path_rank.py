"""Timeline, path and rank on the invented district."""

from __future__ import annotations

from datetime import date

import pytest

from kg.ask import MEASURES, choose, rank, routes, timeline
from kg.ask.things import named
from kg.ask.timeline import counted
from kg.errors import KgError


def test_timeline_dated_first(store):
    events = timeline(store, choose(store, "沈若岚"))
    assert [(e.date, e.type, e.label, e.how) for e in events] == [
        ("2021-03-02", "调研督导", "调研“暖心行动”", "带队"), ("XXXX-10-09", "会见", "会见江一帆", "会见方"),
    ]
    assert all(e.quotes for e in events)


@pytest.mark.parametrize(("since", "until", "count"), [
    (None, None, 2), ("2021-03-02", None, 1), ("2021-03-03", None, 0), (None, "2021-03-02", 1), (None, "2021-03-01", 0),
])
def test_bounds_take_only_what_is_certain(since, until, count, store):
    days = {"since": date.fromisoformat(since) if since else None, "until": date.fromisoformat(until) if until else None}
    assert len(timeline(store, choose(store, "沈若岚"), **days)) == count


@pytest.mark.parametrize(("by", "expected"), [
    ("year", [("2021", 1), ("无日期", 1)]), ("month", [("2021-03", 1), ("无日期", 1)]), ("type", [("调研督导", 1), ("会见", 1)]),
])
def test_counts(by, expected, store):
    assert counted(timeline(store, choose(store, "沈若岚")), by) == expected


def test_a_body_a_place_a_campaign(store):
    for name, how in (("松岭社区", "受访"), ("“暖心行动”", "主题"), ("青禾区", "组织")):
        events = [e for thing in named(store, name) for e in timeline(store, thing)]
        assert [e.how for e in events] == [how], name


def test_path_with_evidence_of_each_step(store):
    [route] = routes(store, choose(store, "林致远"), choose(store, "江一帆"))
    assert [(s.start_label, s.told, s.end_label) for s in route.steps] == [
        ("林致远", "调研“暖心行动”", "沈若岚"), ("沈若岚", "会见江一帆", "江一帆"),
    ]
    for step in route.steps:
        said = "".join(q.exact for q in step.quotes)
        assert step.start_label in said and step.end_label in said


def test_more_ways_are_longer(store):
    ways = routes(store, choose(store, "林致远"), choose(store, "沈若岚"), count=3)
    lengths = [len(way.steps) for way in ways]
    assert lengths == sorted(lengths) and len(ways) > 1


def test_no_way(store):
    one = choose(store, "林致远")
    with pytest.raises(KgError, match="no facts connect"):
        routes(store, one, choose(store, "叶知秋"))
    with pytest.raises(KgError, match="both ends"):
        routes(store, one, one)


@pytest.mark.parametrize(("by", "first"), [
    ("activities", ("沈若岚", 2)), ("led", ("沈若岚", 2)), ("companions", ("沈若岚", 3)), ("between", ("沈若岚", 2 / 3)), ("core", ("林致远", 2)),
])
def test_rank(by, first, store):
    best = rank(store, by)[0]
    assert (best.label, pytest.approx(best.value, abs=1e-5)) == (first[0], first[1])


def test_ties_share_a_place_and_every_measure_has_a_meaning(store):
    assert [p.place for p in rank(store, "companions")][:3] == [1, 2, 2]
    assert sum(p.value for p in rank(store, "prominence")) == pytest.approx(4, abs=0.01)
    assert all(m.meaning and m.meaning_en.isascii() for m in MEASURES.values())
    with pytest.raises(KgError, match="there are: activities"):
        rank(store, "fame")
