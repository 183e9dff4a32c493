"""Places gone to: divisions, bodies and sites, and where sites lie."""

from __future__ import annotations

import pytest

from tests.resolution.world import article, meeting, resolved

CASES = [
    # locality, site as printed, kind of record, key
    ("绍兴市", "越城区", "division", "越城区"),
    ("绍兴市", "温州", "division", "温州市"),
    ("绍兴市", "嵊州市崇仁镇古塘村茶园", "site", "嵊州市-崇仁镇古塘村茶园"),
    ("绍兴市", "人民广场", "site", "绍兴市-人民广场"),
    ("温州市", "人民广场", "site", "温州市-人民广场"),
    ("绍兴市", "绍兴博物馆", "site", "绍兴市-绍兴博物馆"),
    ("绍兴市越城区", "区财政局", "organization", "越城区财政局"),
    ("", "人民广场", "site", "人民广场"),
]


@pytest.mark.parametrize(("locality", "printed", "kind", "key"), CASES)
def test_what_is_gone_to(locality: str, printed: str, kind: str, key: str):
    one = article("1.txt", "一行来到现场察看，并听取了情况介绍。" * 10, locality=locality)
    found = resolved([one], [meeting(one, sites=(printed,))])
    records = {"division": found.divisions, "site": found.sites, "organization": found.organizations}[kind]
    assert found.facts[0].visited[0].key == key
    assert key in {record.key for record in records}


def test_a_site_lies_in_the_division_that_its_name_shows_and_keeps_its_printed_name():
    one = article("1.txt", "一行来到茶园。", locality="绍兴市")
    found = resolved([one], [meeting(one, sites=("嵊州市崇仁镇茶园", "湖滨小区"))])
    assert [(s.label, s.place) for s in found.sites] == [("嵊州市崇仁镇茶园", "嵊州市"), ("湖滨小区", "")]
    assert [(d.key, d.gb_code, d.parent) for d in found.divisions] == [
        ("嵊州市", "330683", "绍兴市"), ("浙江省", "330000", ""), ("绍兴市", "330600", "浙江省"),
    ]


def test_the_same_site_with_and_without_its_place():
    one = article("1.txt", "越城区的一行来到茶园。", locality="绍兴市越城区")
    found = resolved([one], [meeting(one, sites=("越城区古塘茶园", "古塘茶园"))])
    assert [(s.key, s.aliases) for s in found.sites] == [("越城区-古塘茶园", ("古塘茶园",))]


def test_a_body_gone_to_by_its_short_name():
    one = article("1.txt", "绍兴高新投资控股集团参加。", locality="绍兴市")
    found = resolved([one], [meeting(one, orgs=("绍兴高新投资控股集团",), sites=("高新投控集团",))])
    assert found.facts[0].visited[0].key == found.facts[0].organizers[0].key == "绍兴高新投资控股集团"
