"""Names of bodies in articles of known places: key, name shown, kind, what they are part of."""

from __future__ import annotations

import pytest

from kg.resolution.local.bodies import Bodies
from kg.resolution.local.kinds import kinds_of
from kg.resolution.local.locality import Localities
from tests.resolution.world import LEX, article

LOCALITIES = Localities(LEX)
BODIES = Bodies(LEX, LOCALITIES)


def body(locality: str, name: str, text: str = "会议强调了安全。" * 30):
    one = article("a.txt", text, locality=locality)
    return BODIES.read(name, LOCALITIES.homes([one])[one.id])


KEYS = [
    # locality, printed, key, shown
    ("绍兴市越城区", "区委", "越城区委", "越城区委"),
    ("绍兴市越城区", "越城区区委", "越城区委", "越城区委"),
    ("绍兴市", "绍兴市市", "绍兴市人民政府", "绍兴市"),
    ("赤峰市", "巴林右旗农牧局", "巴林右旗农牧局", "巴林右旗农牧局"),
    ("绍兴市", "英国财政部", "英国财政部", "英国财政部"),
    ("绍兴市越城区", "中共越城区委", "越城区委", "越城区委"),
    ("绍兴市越城区", "绍兴市越城区委", "越城区委", "绍兴市越城区委"),
    ("绍兴市越城区", "越城区委员会", "越城区委", "越城区委员会"),
    ("绍兴市越城区", "市委", "绍兴市委", "绍兴市委"),
    ("绍兴市越城区", "省商务厅", "浙江省商务厅", "浙江省商务厅"),
    ("绍兴市越城区", "区", "越城区人民政府", "越城区"),
    ("绍兴市越城区", "区政府", "越城区人民政府", "越城区政府"),
    ("绍兴市越城区", "我区", "越城区人民政府", "越城区"),
    ("绍兴市越城区", "区市场监管局", "越城区市场监督管理局", "越城区市场监管局"),
    ("绍兴市越城区", "市民政局", "绍兴市民政局", "绍兴市民政局"),
    ("绍兴市越城区", "市政协", "绍兴市政协", "绍兴市政协"),
    ("绍兴市越城区", "市十三届人大常委会", "绍兴市人民代表大会常务委员会", "绍兴市人大常委会"),
    ("绍兴市越城区", "政协绍兴市委员会", "绍兴市政协", "绍兴市政协"),
    ("绍兴市越城区", "市委网信办", "绍兴市委网络安全和信息化委员会办公室", "绍兴市委网信办"),
    ("绍兴市越城区", "北海街道", "北海街道办事处", "北海街道"),
    ("郑州市管城回族区", "管城区委", "管城回族区委", "管城区委"),
    ("郑州高新技术产业开发区", "管委会", "郑州高新区管理委员会", "郑州高新区管委会"),
    ("郑州高新技术产业开发区", "高新区党工委", "郑州高新区党工委", "郑州高新区党工委"),
    ("郑州高新技术产业开发区", "高新区", "郑州高新区", "郑州高新区"),
    ("云河大学", "校党委宣传部", "云河大学党委宣传部", "云河大学党委宣传部"),
    ("云河大学", "学校党委", "云河大学党委", "云河大学党委"),
    ("广西", "自治区党委", "广西壮族自治区党委", "广西壮族自治区党委"),
    ("绍兴市", "区委", "区委", "区委"),  # no district is named
    ("绍兴市", "市场监管局", "市场监督管理局", "市场监管局"),  # 市场 is no sign of a city
    ("绍兴市", "绍兴大学", "绍兴大学", "绍兴大学"),  # a name of its own
    ("绍兴市", "商务部电子商务司", "商务部电子商务司", "商务部电子商务司"),
    ("绍兴市", "政协绍兴市第七届、八届委员会", "绍兴市政协", "绍兴市政协"),
    ("绍兴市", "县", "县人民政府", "县政府"),
    ("绍兴市", "十二届全国人大常委会", "全国人民代表大会常务委员会", "全国人大常委会"),
    ("绍兴市", "第十三届全国政协", "全国政协", "全国政协"),
    ("绍兴市", "中共全国政协党组", "全国政协党组", "全国政协党组"),
    ("绍兴市", "住房城乡建设部", "住房和城乡建设部", "住房城乡建设部"),
    ("绍兴市", "朝阳区教育局", "朝阳区教育局", "朝阳区教育局"),
    ("长春市", "朝阳区教育局", "长春市朝阳区教育局", "朝阳区教育局"),
]


@pytest.mark.parametrize(("locality", "printed", "key", "shown"), KEYS)
def test_key_and_name(locality: str, printed: str, key: str, shown: str):
    found = body(locality, printed)
    assert (found.key, found.name) == (key, shown)


@pytest.mark.parametrize(("name", "alone"), [
    ("国际奥委会", True), ("越共中央", True), ("俄外交部", True), ("云河大学", True), ("云河集团", True), ("欧洲理事会", True),
    ("国际交流处", False), ("教育局", False), ("集团", False), ("中外交部", False), ("群众路线教育实践活动领导小组", False),
])
def test_whether_a_name_alone_tells_which_body_is_meant(name: str, alone: bool) -> None:
    assert kinds_of(LEX).distinctive(name) == alone


PARENTS = [
    ("绍兴市", "市委宣传部", "绍兴市委"),
    ("绍兴市", "市政府督查室", "绍兴市人民政府"),
    ("绍兴市", "市发改委评估督导处", "绍兴市发展和改革委员会"),
    ("绍兴市", "市统计局", "绍兴市人民政府"),
    ("绍兴市", "市双减领导小组办公室", "绍兴市双减领导小组"),
    ("郑州高新技术产业开发区", "区财政局", "郑州高新区"),
    ("绍兴市", "商务部电子商务司", "商务部"),
    ("绍兴市", "市委", None),
    ("绍兴市", "云河能源集团有限公司", None),
]


@pytest.mark.parametrize(("locality", "printed", "parent"), PARENTS)
def test_parent(locality: str, printed: str, parent: str | None):
    found = body(locality, printed).parent
    assert (found and found[0]) == parent


def test_a_county_that_the_page_names_is_known_by_its_short_form():
    text = "一行来到柯桥区学习，柯桥区同志介绍了情况。" * 10
    assert body("", "柯桥科教园区管委会", text).key == "柯桥区科教园区管理委员会"
    assert body("绍兴市越城区", "柯桥科教园区管委会").key == "柯桥科教园区管理委员会"


def test_in_a_fragment_a_name_stands_as_printed():
    one = article("s.jsonl#1", "湖北省委组织部副部长、省委编办主任陆启明出席。")
    assert BODIES.read("省委编办", LOCALITIES.homes([one])[one.id]).key == "省委编办"


@pytest.mark.parametrize(("printed", "shown"), [("市委", "绍兴市委"), ("市", "绍兴"), ("市政府", "市政府"), ("省委", "省委")])
def test_whose_committee_a_fragment_tells(printed: str, shown: str) -> None:
    one = article("s.jsonl#1", "绍兴市委副书记方望山到会，市委副书记石望山主持。")
    assert BODIES.read(printed, LOCALITIES.homes([one])[one.id]).name == shown


KINDS = [
    ("越城区委", "Party"), ("越城区纪委监委", "Discipline"), ("绍兴市人大常委会", "Congress"), ("绍兴市政协", "Cppcc"),
    ("绍兴市统计局", "Government"), ("绍兴市公安局", "Government"), ("绍兴市中级人民法院", "Judiciary"),
    ("绍兴军分区", "Military"), ("绍兴市总工会", "MassOrganization"), ("高新区管委会", "ParkCommittee"),
    ("府山街道办事处", "Subdistrict"), ("古塘村", "Community"), ("绍兴大学", "School"), ("绍兴市人民医院", "Hospital"),
    ("云河科技有限公司", "Company"), ("绍兴市茶叶协会", "Association"), ("绍兴日报", "Media"),
    ("省委调研组", "Delegation"), ("防汛指挥部", "LeadingGroup"), ("云河设计院", "Institution"), ("某某", "OtherBody"),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_kind(name: str, kind: str):
    assert kinds_of(LEX).of(name) == kind
