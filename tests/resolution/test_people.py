"""Who is one person. Documents of invented people, and how many of a name there are."""

from __future__ import annotations

import pytest

from tests.resolution.world import article, byline, meeting, named, resolved, tenure

TEXT = "会议由陆启明主持，大家就下一步的工作安排交换了意见。"


def people(*told, name="陆启明"):
    """Keys of people of one name in documents (locality, [(org, title)])."""
    articles, facts = [], []
    for i, (locality, posts) in enumerate(told):
        one = article(f"{i}.txt", TEXT.replace("陆启明", name), locality=locality)
        articles.append(one)
        facts.append(named(one, name))
        facts += [tenure(one, name, org, title) for org, title in posts]
    return [p.key for p in resolved(articles, facts).people]


def spoken_of(*told, name, locality=""):
    """Keys of people of one name in articles that speak of a place and name its bodies: (place, [(org, title)])."""
    articles, facts = [], []
    for i, (place, posts) in enumerate(told):
        one = article(f"{i}.txt", f"记者在{place}看到，{place}的群众正在忙碌。{name}也在其中。" * 3, locality=locality)
        articles.append(one)
        facts.append(named(one, name))
        facts += [tenure(one, name, org, title) for org, title in posts]
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


PLACES = [("绍兴市", []), ("柳州市", []), ("铜川市", [])]


@pytest.mark.parametrize(("name", "keys"), [
    ("陆启明", ["陆启明"]),  # some two in a million people are called so
    ("鄢若岚", ["鄢若岚"]),
    ("王伟", ["柳州市-王伟", "绍兴市-王伟", "铜川市-王伟"]),  # one in four thousand
    ("陆", ["柳州市-陆", "绍兴市-陆", "铜川市-陆"]),
    ("史密斯", ["柳州市-史密斯", "绍兴市-史密斯", "铜川市-史密斯"]),
    ("伊万·鲁戈维奇", ["伊万·鲁戈维奇"]),
])
def test_a_rare_name_that_only_articles_place_is_one_person(name, keys):
    assert spoken_of(*PLACES, name=name) == keys


def test_a_place_that_is_stated_keeps_rare_names_apart():
    assert len(people(("绍兴市", []), ("柳州市", []))) == 2


@pytest.mark.parametrize(("name", "count"), [("陆启明", 1), ("史密斯", 1), ("王伟", 3)])
def test_whom_posts_place_is_met_elsewhere_without_them(name, count):
    assert len(spoken_of(("绍兴市", [("英国财政部", "部长")]), ("柳州市", []), ("铜川市", []), name=name)) == count


def test_whom_posts_place_twice_is_neither_elsewhere():
    told = [("绍兴市", [("绍兴市委", "书记")]), ("柳州市", [("柳州市委", "书记")]), ("铜川市", [])]
    assert spoken_of(*told, name="陆启明") == ["柳州市-陆启明", "绍兴市-陆启明", "铜川市-陆启明"]


def test_posts_in_a_body_that_nothing_places():
    told = [("绍兴市", [("国际奥委会", "主席")]), ("柳州市", [("国际奥委会", "主席")]), ("铜川市", [("国际奥林匹克委员会", "主席")])]
    assert len(spoken_of(*told[:2], name="王伟")) == 1
    assert len(spoken_of(*told, name="陆启明")) == 1


@pytest.mark.parametrize(("name", "keys"), [("陆启明", ["绍兴市-陆启明"]), ("王伟", ["全国-王伟", "绍兴市-王伟"])])
def test_who_has_risen(name, keys):
    assert people(("绍兴市", [("市委", "书记")]), ("北京市", [("商务部", "部长")]), name=name) == keys


@pytest.mark.parametrize(("paper", "count"), [("", 2), ("青湖日报", 1)])
def test_an_author_of_one_paper_is_one(paper, count):
    articles = [article(f"{i}.txt", f"记者在{place}看到，{place}的群众正在忙碌。" * 3, paper=paper) for i, place in enumerate(("绍兴市", "柳州市"))]
    assert len(resolved(articles, [byline(one, "王伟") for one in articles]).people) == count


def test_an_author_of_one_archive_is_one():
    articles = [article(f"news.jsonl#{i}", f"记者在{place}看到，{place}的群众正在忙碌。" * 30) for i, place in enumerate(("绍兴市", "柳州市"))]
    assert len(resolved(articles, [byline(one, "王伟") for one in articles]).people) == 1


def test_every_reference_has_the_key_of_a_record():
    one = article("1.txt", TEXT, locality="绍兴市")
    found = resolved([one], [tenure(one, "陆启明", "市委", "书记"), meeting(one, orgs=("市政府",), people=("陆启明",))])
    activity, post = found.facts
    assert post.person.key == activity.participations[0].agent.key == found.people[0].key
    assert {post.post.org.key, activity.organizers[0].key} <= {o.key for o in found.organizations}
