"""Positions in spans, those that touch each other too."""

from __future__ import annotations

from kg.mentions.spans import covers, inside

SPANS = [(2, 5), (5, 7), (9, 10)]


def test_covers():
    assert [at for at in range(12) if covers(SPANS, at)] == [2, 3, 4, 5, 6, 9]


def test_inside_is_behind_the_first_character_of_one_span():
    assert [at for at in range(12) if inside(SPANS, at)] == [3, 4, 6]


def test_no_spans():
    assert not covers([], 0)
    assert not inside([], 0)
