"""Copies of an archive: other people, other places, the same bytes each time."""

from __future__ import annotations

import re

from bench.copies import copies, look_through

from kg.model import Source

TEXTS = (
    "本报讯 6月3日，青田县委书记周大川、县长冯一石到河南省郑州市考察。周大川强调，要抓好落实。\n记者 陈小禾\n",
    "6月5日，县长冯一石主持召开防汛工作会议，副县长李树南参加。\n",
    "今年夏粮丰收。\n",
)
DOCUMENTS = look_through(Source(f"page{n}.txt", text, f"{n:064}") for n, text in enumerate(TEXTS))
RECORDS = list(copies(DOCUMENTS, 8))


def test_first_copy_is_the_archive():
    assert tuple(record["text"] for record in RECORDS[:3]) == TEXTS


def test_no_two_texts_are_the_same():
    assert len({record["text"] for record in RECORDS}) == 8
    assert RECORDS[5]["text"] == "今年夏粮丰收。\n\n第2版"


def test_names_change_alike_throughout_a_copy():
    one, other = (RECORDS[n]["text"] for n in (3, 4))
    mayor = re.search(r"县长(.{3})到", one)[1]
    assert mayor != "冯一石" and f"县长{mayor}主持" in other
    assert not re.search("周大川|冯一石|陈小禾|青田|河南|郑州", one + other)
    assert re.search(r"到..省..市考察。", one)


def test_same_bytes():
    assert list(copies(DOCUMENTS, 8)) == RECORDS
