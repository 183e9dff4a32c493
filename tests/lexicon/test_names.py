"""Names: how many there are, that the tables agree with each other, and what is excluded."""

from __future__ import annotations

import pytest

from kg.lexicon import default_lexicon

LEX = default_lexicon()


def words(table: str) -> tuple[str, ...]:
    return LEX.words("names", table)


def test_surnames_are_single_characters_and_many():
    assert len(words("surnames")) >= 500
    assert all(len(name) == 1 for name in (*words("surnames"), *words("rare_surnames")))
    assert not set(words("surnames")) & set(words("rare_surnames"))


@pytest.mark.parametrize("name", ["王", "虎", "柴", "苏", "骞", "牛", "郜", "仝", "逯", "覃", "母", "庹"])
def test_known_surnames(name: str):
    assert name in words("surnames")


@pytest.mark.parametrize("name", ["欧阳", "尉迟", "司马", "上官", "诸葛", "爱新觉罗"])
def test_compound_surnames(name: str):
    assert name in words("compound_surnames")


def test_150_surnames_cover_nine_people_in_ten():
    per_myriad = {name: float(n) for name, n in LEX.map("names", "surname_per_myriad").items()}
    common = sorted(per_myriad, key=per_myriad.__getitem__, reverse=True)[:150]
    assert common[:3] == ["王", "李", "张"]
    assert 9_000 <= sum(per_myriad[name] for name in common) <= 10_000


@pytest.mark.parametrize("word", ["高度", "高新", "方面", "全区", "安全", "常委", "成都", "项目", "管理", "马上", "时代", "周年", "党员", "文明"])
def test_words_that_are_no_names(word: str):
    assert word in words("name_exclusions")


@pytest.mark.parametrize("name", ["张伟", "李娜", "王强", "陆启明", "虎强", "柴静"])
def test_names_are_not_excluded(name: str):
    assert name not in words("name_exclusions")


def test_given_names_weigh_common_signs_more():
    given = LEX.map("names", "given_per_myriad")
    assert float(given["明"]) > float(given.get("厕", "0"))
