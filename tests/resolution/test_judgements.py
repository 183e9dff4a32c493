"""Judgements: each kind at work, those that match nothing, and files that are not of the form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.resolution import resolve_and_report
from kg.resolution.judgements import read_judgements
from tests.resolution.world import LEX, article, meeting, tenure

TEXT = "陆启明到会，大家就下一步的工作安排交换了意见。"


@pytest.fixture
def judged(tmp_path):
    """Resolves two documents of two places under a judgement file."""

    def run(text: str):
        path = tmp_path / "judgements.toml"
        path.write_text(text, encoding="utf-8")
        one = article("1.txt", TEXT, locality="绍兴市越城区")
        two = article("2.txt", TEXT, locality="温州市")
        facts = [
            tenure(one, "陆启明", "区委", "书记"), tenure(two, "陆启明", "市委", "副书记"),
            meeting(one, orgs=("云河农业机械协会", "云河农机协会"), sites=("湖滨小区",), people=("陆启明",)),
        ]
        return resolve_and_report([one, two], facts, LEX, path)

    return run


def test_same_people(judged):
    found, report = judged('[[same]]\nkind = "person"\nkeys = ["越城区-陆启明", "温州市-陆启明"]')
    assert [p.key for p in found.people] == ["越城区-陆启明"] and not report


def test_different_people(judged):
    found, report = judged('[[different]]\nkind = "person"\nname = "陆启明"\ndocs = ["2.txt"]')
    assert len(found.people) == 2 and not report


def test_same_organizations(judged):
    found, report = judged('[[same]]\nkind = "organization"\nkeys = ["越城区委", "温州市委"]')
    keys = {o.key for o in found.organizations}
    assert "越城区委" in keys and "温州市委" not in keys and not report


def test_different_organizations(judged):
    found, report = judged('[[different]]\nkind = "organization"\nkeys = ["云河农业机械协会", "云河农机协会"]')
    assert {"云河农业机械协会", "云河农机协会"} <= {o.key for o in found.organizations} and not report


def test_reject_a_person(judged):
    found, report = judged('[[reject]]\nkind = "person"\nkey = "温州市-陆启明"')
    assert [p.key for p in found.people] == ["越城区-陆启明"] and len(found.facts) == 2 and not report


def test_reject_a_site(judged):
    found, report = judged('[[reject]]\nkind = "site"\nkey = "越城区-湖滨小区"')
    assert not found.sites and not found.facts[0].visited and not report


def test_reject_a_fact(judged):
    found, report = judged('[[reject]]\nkind = "fact"\nquote = "陆启明到会"\nfact = "tenure"')
    assert len(found.facts) == 1 and not report


def test_retype(judged):
    found, report = judged(
        '[[retype]]\nkind = "organization"\nkey = "越城区委"\nto = "Company"\n'
        '[[retype]]\nkind = "activity"\nquote = "陆启明到会"\nto = "Ceremony"'
    )
    assert {o.classification for o in found.organizations if o.key == "越城区委"} == {"Company"}
    assert found.facts[0].type == "Ceremony" and not report


def test_what_matches_nothing_is_reported(judged):
    found, report = judged(
        '[[same]]\nkind = "person"\nkeys = ["越城区-陆启明", "无锡市-陆启明"]\n'
        '[[reject]]\nkind = "site"\nkey = "云河"\n[[different]]\nkind = "person"\nname = "甲乙"\ndocs = ["1.txt"]\n'
        '[[retype]]\nkind = "initiative"\nkey = "双改"\nto = "policy"\nwhy = "a policy"'
    )
    assert [f.kind for f in report] == ["judgement-unmatched"] * 4
    assert "越城区-陆启明" in report[0].message and report[0].file.endswith("judgements.toml")
    assert len(found.people) == 2


BAD = [
    ("[[same]]\nkind = 'person'", "keys"),
    ("[[same]]\nkind = 'person'\nkeys = ['a']", "two or more"),
    ("[[same]]\nkind = 'person'\nkeys = 'ab'", "list"),
    ("[[same]]\nkind = 'place'\nkeys = ['a', 'b']", "kind is one of"),
    ("[[likely]]\nkind = 'person'", "likely"),
    ("[same]\nkind = 'person'", "same"),
    ("[[reject]]\nkind = 'person'\nkey = 'a'\nto = 'b'", "takes key"),
    ("[[retype]]\nkind = 'activity'\nquote = 'a'\nto = 'Party'", "to is one of"),
    ("[[reject", "judgements.toml"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_mistakes_are_named(judged, text: str, message: str):
    with pytest.raises(KgError, match=message):
        judged(text)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KgError, match=r"none\.toml"):
        read_judgements(tmp_path / "none.toml")


def test_the_examples_of_the_documentation_are_of_the_form(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "judgements.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "all.toml"
    path.write_text("\n".join(examples), encoding="utf-8")
    assert len(examples) == 4
    assert len(read_judgements(path).findings()) == 8
