"""Resolution as a whole: merged facts, records, and the same result in any order."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kg.errors import KgError
from kg.model import OrgRef, PostRef, Tenure
from tests.resolution.world import article, byline, meeting, named, resolved, tenure

FILLER = "大家认为，要把工作做细做实，把好事办好，让群众满意，并就下一步的安排交换了意见。" * 4


def world():
    articles, facts = [], []
    for i, (locality, place) in enumerate([("绍兴市越城区", "越城区"), ("", "柳南区"), ("", "越城区"), ("温州市", "鹿城区")]):
        doc = f"{i}.txt"
        one = article(doc, f"3月20日，{place}召开2031年招商会议，{place}委书记陆启明讲话。{FILLER}", f"{place}召开招商会", locality=locality)
        two = article(doc, f"3月23日，陆启明、费思远到湖滨小区调研。{FILLER}", number=2, locality=locality)
        articles += [one, two]
        facts += [
            tenure(one, "陆启明", f"{place}委", "书记"), tenure(two, "陆启明", "区委", "书记"), tenure(two, "费思远", "市委", "常委"),
            meeting(one, day="XXXX-03-20", orgs=(place, "高新投控集团", "绍兴高新投资控股集团"), people=("陆启明",)),
            meeting(two, day="XXXX-03-23", sites=("湖滨小区", f"{place}财政局"), people=("陆启明", "费思远")),
            byline(one, "白小川"), named(one, "陆启明"), named(one, "陆启明"),
        ]
    return articles, facts


def test_any_order_gives_the_same():
    articles, facts = world()
    expected = resolved(articles, facts)
    shuffle = random.Random(7).shuffle  # noqa: S311
    for _ in range(5):
        shuffle(articles)
        shuffle(facts)
        assert resolved(articles, facts) == expected


def test_a_tenure_told_twice_is_one_with_all_its_evidence():
    found = resolved(*world())
    tenures = [f for f in found.facts if isinstance(f, Tenure) and f.person.key == "越城区-陆启明"]
    assert [(t.post.org.key, t.post.title, len(t.evidence)) for t in tenures] == [("越城区委", "书记", 4)]
    assert [d.edtf for d in tenures[0].seen] == ["2031-03-20", "2031-03-23"]


def test_statuses_stay_apart():
    one = article("1.txt", "陆启明到会。", locality="绍兴市")
    found = resolved([one], [tenure(one, "陆启明", "市委", "书记"), tenure(one, "陆启明", "市委", "书记", "former")])
    assert sorted(f.status for f in found.facts) == ["current", "former"]


def test_records_of_bodies():
    one = article("1.txt", "会议召开。", locality="绍兴市越城区")
    found = resolved([one], [meeting(one, orgs=("区委宣传部", "区委", "越城区委", "区财政局"))])
    rows = {o.key: (o.label, o.classification, o.parent, o.place) for o in found.organizations}
    assert rows == {
        "越城区委": ("越城区委", "Party", "", "越城区"),
        "越城区委宣传部": ("越城区委宣传部", "Party", "越城区委", "越城区"),
        "越城区财政局": ("越城区财政局", "Government", "越城区人民政府", "越城区"),
        "越城区人民政府": ("越城区", "Government", "", "越城区"),
    }


def test_forms_of_one_body_are_its_aliases():
    one = article("1.txt", "会议召开。", locality="绍兴市")
    found = resolved([one], [meeting(one, orgs=("科技部", "科学技术部", "科技部", "高新投控集团", "绍兴高新投资控股集团"))])
    assert [(o.label, o.aliases) for o in found.organizations] == [
        ("科技部", ("科学技术部",)), ("绍兴高新投资控股集团", ("高新投控集团",)),
    ]


def test_bodies_without_a_place_belong_to_their_article():
    one, two = (article(f"{i}.txt", "会议召开。" + FILLER, locality=place) for i, place in enumerate(("绍兴市", "温州市")))
    found = resolved([one, two], [meeting(one, orgs=("商务局",)), meeting(two, orgs=("商务局",))])
    assert [o.key for o in found.organizations] == ["温州市-商务局", "绍兴市-商务局"]


def test_articles_keep_where_they_stand():
    one = article("1.txt", "会议召开。", "开会了", locality="绍兴市")
    info = resolved([one], []).articles[0]
    assert (info.id, info.start, info.end, info.raw, info.headline) == (one.id, 0, 5, "会议召开。", "开会了")


def test_the_same_file_twice_is_read_once():
    one = article("1.txt", "陆启明到会。", locality="绍兴市")
    found = resolved([one, one], [tenure(one, "陆启明", "市委", "书记")] * 2)
    assert len(found.facts) == 1 and len(found.facts[0].evidence) == 1


def test_facts_of_an_unknown_article_raise():
    one = article("1.txt", "陆启明到会。")
    with pytest.raises(KgError, match="not given"):
        resolved([], [named(one, "陆启明")])


def test_nothing_gives_nothing():
    found = resolved([], [])
    assert not found.facts and not found.people and not found.articles


def test_a_lone_sentence_tells_no_post_of_a_body_that_it_leaves_open():
    """市长 of no city, 国防部长 of no country: a page would tell whose they are, a sentence by itself does not."""
    bare = article("s.jsonl#1", "市长陆启明出席。")
    page = article("p.txt", "3月20日，市长陆启明出席会议。" + FILLER, "会议召开", locality="绍兴市")
    told = [replace(tenure(one, "陆启明", "市", "市长"), post=PostRef(OrgRef("市", ""), "市长")) for one in (bare, page)]
    kept = resolved([bare, page], told).facts
    assert [fact.evidence[0].article for fact in kept if isinstance(fact, Tenure)] == [page.id]
