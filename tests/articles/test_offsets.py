"""The map back to the raw text."""

import pickle

import pytest

from kg.articles.offsets import Offsets, View, offsets_of

RAW = "零一二三四五六七八九"


def test_runs_and_single_places():
    offsets = Offsets((0, 2, 5), (1, 4, 8), 6)
    assert list(offsets) == [1, 2, 4, 5, 6, 8]
    assert offsets[-1] == 8
    assert offsets[1:4] == [2, 4, 5]
    assert list(offsets.runs(1, 6)) == [(2, 3), (4, 7), (8, 9)]
    with pytest.raises(IndexError):
        offsets[6]


def test_one_run_is_a_range():
    assert offsets_of(View(RAW, range(len(RAW))), [(2, 4), (4, 6)]) == range(2, 6)


def test_cuts_of_cuts():
    first = View("二三五六八", offsets_of(View(RAW, range(10)), [(2, 4), (5, 7), (8, 9)]))
    second = offsets_of(first, [(1, 3), (4, 5)])
    assert "".join(RAW[i] for i in second) == "三五八"


def test_they_travel_between_processes():
    offsets = Offsets((0, 2), (1, 4), 3)
    assert pickle.loads(pickle.dumps(offsets)) == offsets


def test_nothing():
    assert list(offsets_of(View("", range(0)), [])) == []
