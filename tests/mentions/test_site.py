"""Sites: sentences written here, with the places that each names between ‹ and ›."""

from __future__ import annotations

import re

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.site import find_sites
from kg.model import Article, Mention, PersonValue

PEOPLE = ("孔令启", "何静")
BODIES = ("区城市管理和综合执法局", "海宁市", "云溪县")

TABLE = [
    # site.going: a list after a verb of going
    "孔令启一行先后来到‹红旗渠片区›、‹城北路12号院›和‹丰收小区›进行实地察看。",
    "考察团参观了‹南塘茶园›、‹金穗·未来城›以及‹石桥村›等地，感受变化。",
    "孔令启先后到‹长乐路（东门街-西门街）综合改造工程›、‹“一河两岸”项目›调研。",
    "一行先后参观了‹青山镇服务中心›，‹江南科技有限公司体验馆›，‹云门村合作社›等地，切实感受了变化。",
    "孔令启来到‹石桥村›与村民交谈。",
    "在中心敬老院食堂，孔令启查看了食谱。在学生宿舍，孔令启询问了住宿情况。",
    "孔令启在何静陪同下来‹青禾镇›考察。",
    "先期抵达‹云溪县›的副省长孔令启到机场迎接。",
    "孔令启首先突访临近的‹青禾派出所›。",
    "对孔令启一行到来表示欢迎。调研组到达后，首先听取了汇报。",
    "孔令启先后来到‹刑警大队办公楼›、‹公安局二号楼›，听取了汇报。",
    "孔令启在‹逸夫楼贵宾室›会见了何静。",
    "他说，来到‹南湖›就像回到了家。",
    "何静前往位于县城东郊的‹北岭林场›看望职工。",
    "先后到‹长河客车›、‹新华装备›、‹中原电科31所›进行了调研。",
    "孔令启赴‹金边›展开救援，随后赴‹宪法法院›表达不满。",
    "孔令启抵达‹金边›时，受到欢迎。",
    "孔令启先后来到‹新华装备›、深入到车间、‹青湖化工›，了解生产情况。",
    "何静走进千家万户，来到代表们中间。",
    "孔令启先后来到‹长河饲料›、‹大河影城›等生产经营单位和在建工地，实地查看消防设施。",
    "孔令启一行先后深入‹南关加油站›、‹下桥镇政府›和‹新华矿业公司›，了解情况。",
    "何静前往‹青湖十中›和‹青湖二十五中›，看望学生。",
    "何静深入部分危险化学品企业、冶金工贸企业督导。",
    "何静来到‹防疫卡点›、‹临时隔离观察区›等防疫重点场所走访。",
    "考察团先后考察了‹石桥县化工项目›、‹市民公园建设项目›，‹南门乡新村›及县城框架，‹明月湖小学建设项目›等10余处。",
    "何静前往‹迎检集中办公区›看望工作人员。",
    # site.looking: only what ends like a place
    "实地察看了‹中山路排水工程›、‹东坝泵站›建设情况。",
    "孔令启查看了生产情况和防疫措施。",
    "走访慰问了困难群众。",
    "深入企业、农户家中了解情况。",
    "开展了检查，检查结束后于企业交换了意见。",
    "本次走访活动能够让学院了解学生。",
    # site.scene: 在X， and then a person
    "在‹国花茶城›，孔令启仔细询问了情况。",
    "在‹绿园商业中心›建设现场，何静要求抓紧施工。",
    "孔令启一行在云溪区拟建的‹青湖灌溉试验站›现场，听取了汇报。",
    "孔令启一行在检查完水库工作之后前往‹海宁市›，听取了汇报。",
    "孔令启到‹云川›、‹北岭›、‹南塘湾›开展调研。",
    "孔令启到联系点‹南塘村›走访。",
    "孔令启一行先后参观了该院‹12309检察服务中心›、‹办案中心›。",
    "孔令启一行赴‹云川›、‹青河›和‹云溪县›检查安全生产。",
    "孔令启一行先后深入‹北崎›、‹东山大澳›和‹石湾›等重点渔港，查看渔船。",
    "孔令启一行先后来到‹北塘法庭›和‹西山法庭›，看了法庭的食堂。",
    "在随后召开的座谈会上，孔令启讲话。",
    "在‹西山镇石桥村南坡山洪灾害危险区›、‹北坡隐患点›，孔令启查看监测设备。",
    "在交流中，何静回答了问题。",
    "在听取企业负责人发言后，何静提出了要求。",
    "在认真查看施工现场后，何静要求加快进度。",
    # site.venue: 在X and a verb of holding
    "文艺汇演在‹市图书馆报告大厅›举行。",
    "动员大会在‹县委党校›隆重召开。",
    "会议在热烈的气氛中召开。",
    # site.destination: 到X and an act
    "孔令启到‹区城市管理和综合执法局›调研指导工作。",
    "孔令启赴‹海宁市›考察。",
    "何静到‹工程学院（以下简称学院）›进行工作调研。".replace("（以下简称学院）›", "›（以下简称学院）"),
    "何静来我市调研。",
    "何静一行到访并就战略合作进行交流。",
    "考察团到访并就战略合作进行交流。",
    "何静一行专程来我市结对考察。",
    "何静一行看望了在工程学院任教的校友。",
    "群众感到满意，收到捐款。",
    "何静在致辞时首先代表市委、市政府向大会的召开表示祝贺。",
    "何静在校工会、研究生院等部门负责人的陪同下看望师生。",
    "项目在省教育厅、市教育局的指导和支持下开展。",
    "文艺汇演在‹海陵会展中心›隆重开幕。",
    # site.object: a list of places after 对
    "对我县‹三岔乡›、‹桃林镇›、‹石门›、‹南岳庙›等乡（镇）的春耕情况进行督查。",
    "对农贸市场的疫情防控工作进行检查。",
    "对‹南塘法院北塘人民法庭›进行调研，对农村进行督查。",
    "何静参观了‹云海电声产业园二期›和‹青湖蔬菜示范园›。",
    "何静走访了‹青禾果业›、‹丰园小学›。",
    "何静调研农业产业化情况和‹青湖山桐子项目›建设情况。",
    "何静先后走访了辖区中小学、幼儿园。",
    "何静前往‹青禾公司›困难党员家中慰问。",
    "何静调研重大水利工程建设。",
    "何静来到我县结对考察。",
    "实地察看了‹青禾材料公司›、深入到车间了解情况。",
    # a list that says of what kind it is; a list after 和县
    "何静先后到‹石桥村›、‹北岭›、‹西溪›等村调研。",
    "何静来到‹定江镇›和‹县国土资源局›看望职工。",
    "何静抵达‹内罗毕›。",
    "到‹燕子岩›实地察看。",
    "察看援建项目——‹团结水库›。",
    "何静到‹海陵县中医院›现场考评。",
    # a list that runs on over 以及 and ；, towns with a note, companies with what they make, halls of delegates
    "视察组视察了‹石桥村›、‹金穗农庄›的发展情况，以及‹海陵魔芋食品有限公司›、‹北岭养殖有限公司›的发展情况。",
    "考察组先后参观了‹南塘社区›、‹金沙社区›；‹北岭镇委员联络站›、‹润园实业有限公司›的加工车间。",
    "活动分别在‹石桥镇›（南片）和‹北岭镇›（北片）举办。",
    "考察团来到‹双桥镇人大代表之家›，听取介绍。",
    "何静一行参访了‹金穗集团›，‹海陵商会›，‹北岭商会›，交流了经验。",
    "何静在‹金沙河沿线›详细了解防汛情况。",
    "深入‹云溪金属厂›、‹云溪物流园›和‹云溪化工›等集团成员企业走访。",
    # counted by what they are; what is named after a person
    "一行深入‹上河集›、‹南塘集›、‹北岭›等三个基层人民法庭，实地检查工作。",
    "一行深入‹北岭项目15号主墩›、‹南塘隧道出口›等多个施工工点，了解情况。",
    "代表团先后探访了‹孔令启旧居›及‹何静与云溪人民陈列馆›等重要遗址。",
    "何静带队赴‹海宁市›拜访多国领事馆。",
    # nothing that is vague or no name
    "走访慰问了17户困难家庭。",
    "深入细致考察小县改革试点。",
    "来到活动现场，走进田间地头。",
    "机关举办“安全走进校园”网络图片展。",
    "何静在声明中向海陵致以慰问。",
    "何静在贺词中代表海陵表示祝贺。",
    "在市委宣传部等三部门举行的报告会上，何静发言。",
    "走访各乡镇和有关单位。",
    "来到孔令启家中看望。",
    "调研组深入学习贯彻精神。",
]


def article_of(text: str) -> tuple[Article, tuple[Mention, ...]]:
    mentions = [
        Mention("person" if name in PEOPLE else "organization", m.start(), m.end(), name, "t",
                PersonValue(name) if name in PEOPLE else None)
        for name in (*PEOPLE, *BODIES) for m in re.finditer(name, text)
    ]  # fmt: skip
    article = Article(doc="t", sha256="0" * 64, number=1, text=text, offsets=range(len(text)), raw=text,
                      sentences=((0, len(text)),))  # fmt: skip
    return article, tuple(sorted(mentions, key=lambda m: m.start))


@pytest.mark.parametrize("marked", TABLE)
def test_sites(marked: str) -> None:
    """Exactly the places marked, in order, each with its words."""
    article, mentions = article_of(re.sub("[‹›]", "", marked))
    found = find_sites(article, mentions, default_lexicon())
    assert [m.text for m in found] == re.findall("‹([^›]+)›", marked)
    assert all(article.text[m.start : m.end] == m.text and m.rule.startswith("site.") for m in found)


def test_rules() -> None:
    """Each rule has made a site of the table above."""
    rules = set()
    for marked in TABLE:
        article, mentions = article_of(re.sub("[‹›]", "", marked))
        rules |= {m.rule for m in find_sites(article, mentions, default_lexicon())}
    assert rules == {"site.going", "site.looking", "site.scene", "site.venue", "site.destination", "site.object"}
