"""Bodies: before titles and standing alone. All bodies are invented or generic."""

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.organization import organization_finder
from kg.mentions.people import find_people
from kg.mentions.title import find_titles

LEX = default_lexicon()


def before(text: str) -> list[str]:
    titles = find_titles(text, LEX)
    return [m.text for m in organization_finder(LEX).before_titles(text, titles, find_people(text, titles, LEX))]


def standing(text: str) -> list[str]:
    return [m.text for m in organization_finder(LEX).standing(text, [(0, len(text))], [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会上通报了青湖县委书记", "青湖县委"),
        ("3月20日，县林业和园林局局长", "县林业和园林局"),
        ("市民政局和教育局局长", "教育局"),
        ("据青湖省人民检察院第一检察部主任", "青湖省人民检察院第一检察部"),
        ("省发改委评估督导处调研员", "省发改委评估督导处"),
        ("青湖彩票发行管理中心主任", "青湖彩票发行管理中心"),
        ("衷心感谢并热烈欢迎青湖市市委书记", "青湖市市委"),
        ("美国美中教育基金会主席", "美国美中教育基金会"),
        ("老中友好协会会长", "老中友好协会"),
        ("交行青湖省分行行长", "交行青湖省分行"),
        ("认真贯彻落实省高院院长", "省高院"),
        ("在青湖大会堂会见德国总理", "德国"),
        ("市对口支援青湖县指挥部总指挥", "市对口支援青湖县指挥部"),
        ("县委政治部干部培训处处长", "县委政治部干部培训处"),
        ("莲河街道坳下社区第一书记", "莲河街道坳下社区"),
        ("由校办主任", "校办"),
        ("世界反兴奋剂机构（WADA）主席", "世界反兴奋剂机构（WADA）"),
        ("省委“不忘初心、牢记使命”主题教育第二巡回指导组副组长", "省委“不忘初心、牢记使命”主题教育第二巡回指导组"),
        ("“价格很可观，大家都满意。”青湖县委副书记", "青湖县委"),
        ("青湖学会的会长", "青湖学会"),
        ("给予青湖市卫健委主任", "青湖市卫健委"),
        ("会见美国国防部长", "美国"),
        ("全州总河长、硕桑河河长", "硕桑河"),
        ("镇党委书记黄若兰，中云深圳总部副总经理", "中云深圳总部"),
        ("县教育和体育局社会体育股股长", "县教育和体育局社会体育股"),
        ("认真落实中共中央政治局委员", "中共中央政治局"),
        ("曾任青禾镇镇长", "青禾镇"),
        ("，日本大汾市市长", "日本大汾市"),
        ("在北京拜会青冶集团董事长", "青冶集团"),
        ("传达学习中央政治局常委", "中央政治局"),
        ("参观了深圳新能达科技有限公司总经理", "深圳新能达科技有限公司"),
        ("赴东莞市能发电子科技有限公司董事长", "东莞市能发电子科技有限公司"),
        ("在京会见蒙古国总统", "蒙古国"),
    ],
)
def test_the_body_before_a_title(text: str, expected: str) -> None:
    assert before(text)[-1] == expected


@pytest.mark.parametrize("text", ["会议由市长", "陪同的书记", "，副主任", "两位局长", "将于本月举行总统", "继续履行总统", "落实情况进行督察长"])
def test_no_body_before_a_title(text: str) -> None:
    assert before(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县市场监管局、金湖园区管委会、北门街道作表态发言", ["县市场监管局", "金湖园区管委会", "北门街道"]),
        ("投资促进中心相关负责人参加会议", ["投资促进中心"]),
        ("由县教育局主办的比赛举行", ["县教育局"]),
        ("县政府办、经委、农委、住建局主要负责人参加", ["县政府办", "经委", "农委", "住建局"]),
        ("县委第三巡察组巡察县残联党组工作动员会召开", ["县委第三巡察组", "县残联党组"]),
        ("中国常驻联合国代表团举行招待会", ["中国常驻联合国代表团"]),
        ("中条林局召开会议", ["中条林局"]),
        ("硕宽河保护区管理局召开会议", ["硕宽河保护区管理局"]),
        ("进利民敬老院参观", ["利民敬老院"]),
        ("出席各局", []),
        ("参加的厅", []),
        ("干部职工参加活动，全部到场", []),
        ("建设千亿级世界一流高科技园区，召开推进会", []),
        ("青湖县委办、县政府办、县发改局负责人陪同", ["青湖县委办", "县政府办", "县发改局"]),
    ],
)
def test_bodies_that_stand_where_something_is_done(text: str, expected: list[str]) -> None:
    assert standing(text) == expected
