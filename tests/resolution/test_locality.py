"""What 省, 市, 区, 县 stand for in an article. Texts are written here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.resolution.local.locality import Localities
from kg.resolution.local.institutes import with_institute
from kg.resolution.local.references import Seen
from tests.resolution.world import LEX, article

LOCALITIES = Localities(LEX)
FILLER = "大家认为，要把工作做细做实，把好事办好，让群众满意，并就下一步的安排交换了意见。" * 5


def home(text: str, headline: str = "", people: tuple[str, ...] = (), **known):
    one = article("a.txt", text + FILLER, headline, **known)
    return LOCALITIES.homes([one], people)[one.id]


def keys(text: str, headline: str = "", **known) -> dict[str, str]:
    return {sign: locus.key for sign, locus in home(text, headline, **known).by_sign.items()}


INFERRED = [
    # text, what each sign stands for
    ("越城区召开会议。区委书记到会。", {"区": "越城区", "市": "绍兴市", "省": "浙江省"}),
    ("绍兴市领导到越城区看望老人。", {"区": "越城区", "市": "绍兴市", "省": "浙江省"}),
    ("绍兴的春天来了，绍兴人爱喝茶。", {"市": "绍兴市", "省": "浙江省"}),
    ("县委书记到会。", {}),
    ("山东海岱化工集团的车队来到越城区。", {"区": "越城区", "市": "绍兴市", "省": "浙江省"}),  # a company's name is no place
    ("会上形成县域合力。", {}),  # not 成县
    ("在建国70周年大庆之际，市委书记到会。", {}),
    ("局长带领办公室、会同县财政局有关同志检查。", {}),
    ("台北市立康安医院院长到会，市人民医院院长主持。", {}),  # not 北市
    ("商会会长白大川和同事到会。", {}),  # not 长白
    ("游客们到翠屏山村，参观了玉屏山产业园和黑龙潭水库。", {}),  # not 屏山, 龙潭
    ("新安镇、永兴法庭和南平派出所的同志到会。", {}),  # what is smaller
    ("阿里巴巴的代表到会。", {}),
    ("中国香港的朋友来到浙江绍兴。", {"市": "绍兴市", "省": "浙江省"}),
    ("丽水市、衢州市的代表介绍了经验。", {"省": "浙江省"}),  # neither is clearly the article's
    ("朝阳区召开会议。", {}),  # one of two
    ("长春市朝阳区召开会议。", {"区": "长春市朝阳区", "市": "长春市", "省": "吉林省"}),
    ("嵊州市崇仁镇举办庙会。", {"市": "嵊州市", "镇": "嵊州市崇仁镇", "省": "浙江省"}),
]


@pytest.mark.parametrize(("text", "expected"), INFERRED)
def test_inferred(text: str, expected: dict[str, str]):
    found = keys(text)
    assert {sign: found.get(sign) for sign in expected} == expected
    assert not (set(found) - set(expected) - {"省", "市"})


STATED = [
    ("绍兴市越城区", "越城区", {"区": "越城区", "市": "绍兴市", "省": "浙江省"}),
    ("绍兴市", "绍兴市", {"市": "绍兴市", "省": "浙江省"}),
    ("郑州高新技术产业开发区", "郑州高新区", {"区": "郑州高新区", "市": "郑州市"}),
    ("新昌县澄潭镇", "新昌县澄潭镇", {"县": "新昌县", "镇": "新昌县澄潭镇"}),
    ("云河大学", "云河大学", {"校": "云河大学"}),
    ("广西", "广西壮族自治区", {"省": "广西壮族自治区"}),
]


@pytest.mark.parametrize(("locality", "here", "signs"), STATED)
def test_stated(locality: str, here: str, signs: dict[str, str]):
    found = home("会议强调了安全。", locality=locality)
    assert found.here and found.here.key == here
    assert {s: found.of(s) and found.of(s).key for s in signs} == signs


def test_stated_wins_over_what_the_text_names():
    assert keys("越城区代表团来访，越城区的经验值得学习。", locality="柳州市柳南区")["区"] == "柳南区"


def test_a_name_of_a_person_is_no_place():
    assert keys("市委书记刘南昌到会。", people=("刘南昌",)) == {}


def test_the_page_helps_an_article_that_names_no_place():
    one = article("p.txt", "越城区召开大会，越城区各部门参加。" + FILLER)
    two = article("p.txt", "区委部署工作。" + FILLER, number=2)
    homes = LOCALITIES.homes([one, two])
    assert homes[two.id].of("区").key == "越城区"


def test_a_fragment_speaks_for_no_place():
    short = article("s.jsonl#1", "湖北省委组织部副部长、省委编办主任陆启明出席。")
    assert LOCALITIES.homes([short])[short.id].fragment


def test_a_fragment_knows_the_places_it_names() -> None:
    short = article("s.jsonl#1", "据《绍兴日报》报道，绍兴市委副书记方望山到会，北京市有人来。")
    found = LOCALITIES.homes([short])[short.id]
    assert found.of("市").key == "绍兴市"
    assert found.of("省") is None


def test_park_zone_of_a_page():
    text = "高新区召开会议。高新区党工委要求，高新区各部门要支持郑州市的工作。"
    found = home(text)
    assert found.zone and found.zone.key == found.of("区").key == "郑州高新区"


def test_a_province_is_the_place_of_an_article_about_two_of_its_cities():
    assert home("丽水市、衢州市的代表介绍了经验。").here.key == "浙江省"


def test_the_source_that_the_page_names() -> None:
    """来源：绍兴市人民政府 tells whose 市委 it is where the text names no place."""
    one = article("a.txt", "市委书记到会。" + FILLER)
    told = replace(one, origin="绍兴市人民政府")
    assert LOCALITIES.homes([told])[told.id].of("市").key == "绍兴市"
    assert LOCALITIES.homes([one])[one.id].of("市") is None


def test_the_town_that_the_headline_begins_with() -> None:
    assert home("松岭镇举行活动。该镇党委书记到会。", headline="松岭镇开展演练").of("镇").name == "松岭镇"
    assert home("大家到会。", headline="松岭镇开展演练").of("镇") is None
    assert home("松岭镇举行活动。该镇党委书记到会。", headline="党建聚合力 松岭镇开展演练").of("镇").name == "松岭镇"
    assert home("松岭镇、石桥镇举行活动。", headline="松岭镇开展演练 石桥镇参加").of("镇") is None


def test_a_park_named_after_its_province_speaks_for_no_city() -> None:
    """The park lies in 太原市, but what it has in 晋中市 is told here."""
    text = "山西转型综合改革示范区晋中开发区揭牌。晋中开发区要抓好项目，晋中市委、太原两地协同。市委书记到会。"
    assert home(text).of("市").name == "晋中市"


def test_whose_delegation_comes_does_not_speak() -> None:
    """绍兴…考察团来我县 is told by the county that receives it."""
    text = "嵊州市党政考察团到访。嵊州市长、嵊州市党政考察团一行来我县考察。新昌县领导陪同。"
    assert home(text).of("县").key == "新昌县"
    assert home(text.replace("来我县", "")).of("市").key == "嵊州市"


def test_the_place_come_to_may_be_clipped() -> None:
    """来绍考察 is told by 绍兴, where the text names it."""
    text = "浙江省嵊州市委书记周大川率嵊州市党政考察团来绍考察。绍兴市委书记到会。参观了嵊州市企业在绍兴的项目，嵊州市的同志发了言。"
    assert home(text).of("市").name == "绍兴市"
    assert home(text.replace("来绍", "来宾")).of("市").name == "嵊州市"


def test_an_acting_county_head_is_no_place() -> None:
    """代县长 is a title, though 代县 is a county."""
    assert keys("县委副书记、代县长周大川到会。代县长强调了安全。") == {}
    assert keys("代县县长周大川到会。")["县"] == "代县"


SCHOOLS = [
    # text, what 校 stands for
    ("绍兴大学召开会议，校党委书记周大川讲话。", "绍兴大学"),
    ("绍兴大学校长周大川一行赴丽水大学访问。", "绍兴大学"),
    ("应丽水大学邀请，校党委书记周大川一行赴丽水大学访问。", None),
    ("校党委书记周大川一行前往丽水大学，看望了在衢州大学任教的校友。", None),
    ("丽水大学校长方一舟一行来我校访问。", None),
]


@pytest.mark.parametrize(("text", "expected"), SCHOOLS)
def test_the_school_that_speaks_is_not_the_one_gone_to(text: str, expected: str | None):
    told = article("a.txt", text + FILLER)
    school = with_institute(LOCALITIES.homes([told])[told.id], told, Seen(), LOCALITIES.scan).of("校")
    assert (school.name if school else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绍兴市中级人民法院院长周大川一行来我院交流。我院党组书记方一舟参加。", "我院"),
        ("绍兴市中级人民法院召开会议。群众来我院立案更方便了，院长周大川说。", "绍兴市中级人民法院"),
    ],
)
def test_the_court_that_speaks_is_not_the_one_whose_people_come(text: str, expected: str | None):
    told = article("a.txt", text + FILLER)
    seen = Seen(bodies=["绍兴市中级人民法院"])
    court = with_institute(LOCALITIES.homes([told])[told.id], told, seen, LOCALITIES.scan).of("院")
    assert (court.name if court else None) == expected


INSTITUTES = [
    # headline, text, bodies of its facts, what 院 stands for
    ("市人民医院举行庆典", "湖滨医学院院长方一舟到会。院党委副书记周大川主持。", ["医院", "湖滨医学院", "院"], "市人民医院"),
    ("", "湖滨医学院院长方一舟到会。院党委副书记周大川主持。", ["医院", "湖滨医学院", "院"], "医院"),
    ("方一舟院长到云山法院调研", "云河市中院院长方一舟在我院院长周大川陪同下检查。", ["云河市中院", "我院", "云山法院"], "云山法院"),
    ("", "院长周大川和我院师生参加。", ["院"], "我院"),
    ("", "学院院长周大川主持，我院党委书记方一舟参加。", ["学院", "我院"], "学院"),
    ("", "湖滨农业研究院院长方一舟来院调研，周大川接待。", ["湖滨农业研究院"], None),
]


@pytest.mark.parametrize(("headline", "text", "bodies", "expected"), INSTITUTES)
def test_the_institute_that_speaks(headline: str, text: str, bodies: list[str], expected: str | None):
    told = article("a.txt", text + FILLER, headline)
    found = with_institute(LOCALITIES.homes([told])[told.id], told, Seen(bodies=bodies), LOCALITIES.scan).of("院")
    assert (found.name if found else None) == expected
