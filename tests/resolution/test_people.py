"""Who is one person. Documents of invented people, and how many of a name there are."""

from __future__ import annotations

from tests.resolution.world import article, byline, meeting, named, resolved, tenure

TEXT = "会议由陆启明主持，大家就下一步的工作安排交换了意见。"


def people(*told):
    """Keys of people named 陆启明 in documents (locality, [(org, title)])."""
    articles, facts = [], []
    for i, (locality, posts) in enumerate(told):
        one = article(f"{i}.txt", TEXT, locality=locality)
        articles.append(one)
        facts.append(named(one, "陆启明"))
        facts += [tenure(one, "陆启明", org, title) for org, title in posts]
    return [p.key for p in resolved(articles, facts).people]


def test_one_page_has_one_person_of_a_name():
    assert people(("郑州高新技术产业开发区", [("市政府", "副秘书长"), ("高新区党工委", "书记")])) == ["郑州高新区-陆启明"]


def test_the_same_place_is_the_same_person():
    assert people(("绍兴市越城区", [("区委", "书记")]), ("绍兴市越城区", [("区政府", "副区长")])) == ["越城区-陆启明"]


def test_other_places_have_namesakes():
    assert people(("绍兴市越城区", [("区委", "书记")]), ("柳州市柳南区", [("区委", "书记")])) == ["柳南区-陆启明", "越城区-陆启明"]


def test_the_same_post_is_the_same_person_wherever_it_is_printed():
    assert people(("绍兴市", [("省商务厅", "厅长")]), ("温州市", [("省商务厅", "厅长")])) == ["浙江省-陆启明"]


def test_named_without_a_post_in_the_city_of_his_district():
    assert people(("绍兴市越城区", [("区委", "书记")]), ("绍兴市", [])) == ["越城区-陆启明"]


def test_named_without_a_post_elsewhere_is_a_namesake():
    assert people(("绍兴市越城区", [("区委", "书记")]), ("温州市", [])) == ["温州市-陆启明", "越城区-陆启明"]


def test_a_province_is_too_large_to_tell():
    assert len(people(("绍兴市越城区", [("区委", "书记")]), ("浙江省", []))) == 2


def test_bodies_of_the_country():
    assert people(("绍兴市", [("商务部", "司长")]), ("温州市", [("商务部", "司长")])) == ["全国-陆启明"]


def test_two_bodies_of_the_country_are_one_person():
    assert people(("绍兴市", [("国务院", "副总理")]), ("温州市", [("中共中央政治局", "委员")])) == ["全国-陆启明"]


def test_people_from_abroad():
    assert people(("绍兴市", [("英国", "首相")]), ("温州市", [("英国财政部", "部长")])) == ["英国-陆启明"]


def test_a_city_names_neither_of_two_namesakes_in_its_districts():
    assert len(people(("绍兴市越城区", [("区委", "书记")]), ("绍兴市柯桥区", [("区委", "常委")]), ("绍兴市", []))) == 3


def test_a_bare_name_is_that_of_somebody_whom_the_country_knows():
    assert people(("", []), ("绍兴市", [("国务院", "总理")])) == ["全国-陆启明"]


def test_nobody_knows_where():
    assert people(("", [])) == ["陆启明"]


def test_a_reporter_is_not_the_official_of_his_name():
    one = article("1.txt", TEXT, locality="绍兴市")
    two = article("2.txt", TEXT, locality="绍兴市")
    found = resolved([one, two], [tenure(one, "陆启明", "市委", "书记"), byline(two, "陆启明")])
    assert [p.key for p in found.people] == ["绍兴市-陆启明", "绍兴市-陆启明-2"]


def test_every_reference_has_the_key_of_a_record():
    one = article("1.txt", TEXT, locality="绍兴市")
    found = resolved([one], [tenure(one, "陆启明", "市委", "书记"), meeting(one, orgs=("市政府",), people=("陆启明",))])
    activity, post = found.facts
    assert post.person.key == activity.participations[0].agent.key == found.people[0].key
    assert {post.post.org.key, activity.organizers[0].key} <= {o.key for o in found.organizations}
