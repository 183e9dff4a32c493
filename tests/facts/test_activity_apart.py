"""Several activities of one article, and classes that papers nobody tuned to have; marks as in activity_marks."""

from __future__ import annotations

from datetime import date

import pytest
from activity_marks import DAY, read, shown

from kg.articles import split_articles
from kg.facts.activity.days import long_ago, written
from kg.lexicon import default_lexicon
from kg.model import Activity, DateValue, Source
from kg.pipeline import read_article

CHRONICLE = (
    "<7月=2031-07>\n<1日=2031-07-01>\n全市旅游工作会议在市民中心召开。\n△[市茶业公司]改名。\n"
    "<6日=2031-07-06>\n市长{田雨生}会见来访的{郝志远|茶商会会长}一行。\n△副市长{沈如松}会见{卢青|商会秘书长}。\n"
    "<6～8日=2031-07-06..2031-07-08>\n{顾长风|省农业厅厅长}在本市考察春茶生产。"
)
JOURNEY = (
    "<4月3日至8日=2031-04-03..2031-04-08>，{何静|校长}一行赴海陵走访调研。\n<4月3日=2031-04-03>，{何静}走访了南塘村、北岭村。\n"
    "<4月5日=2031-04-05>，{何静}考察了东山水库。\n<4月6日=2031-04-06>，{何静}到西坝镇调研。\n<4月8日=2031-04-08>，{何静}到石桥村调研。"
)
TOUR = (
    "<4月5日至6日=2031-04-05..2031-04-06>，{何静|省长}在海陵调研。\n<5日=2031-04-05>，{何静}来到南塘村，察看春耕。\n"
    "<6日=2031-04-06>，{何静}来到东山水库，察看防汛。"
)

APART = [
    # A chronicle: each paragraph under its day.
    (CHRONICLE, ["Meeting 2031-07-01 | |  | 市民中心", "Reception 2031-07-06 | 田雨生:host 郝志远:guest",
                 "Reception 2031-07-06 | 沈如松:host 卢青:guest", "StudyVisit 2031-07-06 | 顾长风:lead"]),
    # A paragraph of a chronicle that only its second sentence opens.
    ("△<1日=2031-07-01>，{田雨生|县长}到南塘村调研。\n△<2日=2031-07-02>，[县政府]召开安全生产会议。\n△<3日=2031-07-03>，{何静|县委书记}到东山水库检查。\n"
     "△<6日=2031-07-06>，绕城公路正式开工。{沈如松|副县长}、{卢青|副县长}出席开工典礼。\n△<8日=2031-07-08>，{顾长风|副县长}到西坝镇检查。",
     ["Inspection 2031-07-01 | 田雨生:lead | | 南塘村", "Meeting 2031-07-02 | | 县政府", "Inspection 2031-07-03 | 何静:lead | | 东山水库",
      "Ceremony 2031-07-06 | 沈如松:attend 卢青:attend", "Inspection 2031-07-08 | 顾长风:lead | | 西坝镇"]),
    # A journey told day by day is a visit each day; a tour of two days is one.
    (JOURNEY, ["Inspection 2031-04-03 | 何静:lead | | 海陵", "Inspection 2031-04-03 | 何静:lead | | 南塘村 北岭村",
               "StudyVisit 2031-04-05 | 何静:lead | | 东山水库", "Inspection 2031-04-06 | 何静:lead | | 西坝镇",
               "Inspection 2031-04-08 | 何静:lead | | 石桥村"]),
    (TOUR, ["Inspection 2031-04-05 | 何静:lead | | 南塘村 东山水库"]),
    # A chronicle whose items begin with their day or, the same day's, with a mark.
    ("<7日=2031-07-07>  {田雨生|县长}到南塘村检查指导工作。\n<10日=2031-07-10>  {郝志远|会长}来我县考察，{何静|县委书记}陪同。\n"
     "※    {卢青|会长}率队调研春茶生产，{田雨生|县长}陪同调研。\n※    {何静|县委书记}主持召开县扶贫领导小组会议。",
     ["Inspection 2031-07-07 | 田雨生:lead | | 南塘村", "StudyVisit 2031-07-10 | 郝志远:lead 何静:accompany",
      "Inspection 2031-07-10 | 卢青:lead 田雨生:accompany", "Meeting 2031-07-10 | 何静:preside"]),
    # A chronicle whose items begin with their day; what stands under no day of its own is another thing of the last.
    ("<1日=2031-07-01>{郝志远|省农业厅厅长}来我市检查指导工作。{沈如松|副市长}陪同活动。\n<8日=2031-07-08>全市旅游工作会议召开。{何静|市委书记}讲话。\n"
     "参加会议的有关人员随后学习了文件。\n<9日=2031-07-09>{卢青|司令员}来我市检查工作。\n{金鑫|会长}来我市参观访问。{沈如松|副市长}会见客人。\n"
     "<13日=2031-07-13>首届南塘美食节在市民广场举行。\n<15日=2031-07-15>{魏明|副省长}到我市视察。",
     ["Inspection 2031-07-01 | 郝志远:lead 沈如松:accompany", "Meeting 2031-07-08 | 何静:speak", "Inspection 2031-07-09 | 卢青:lead",
      "StudyVisit 2031-07-09 | 金鑫:lead 沈如松:host", "PublicEvent 2031-07-13 | |  | 市民广场", "Inspection 2031-07-15 | 魏明:lead"]),
    # 同日: another thing of the day told last, though by the same people.
    ("<8月4日=2031-08-04> {何静|县委书记}宣读干部任免职文件，{田雨生|部长}介绍新任领导情况，全县干部大会召开。\n"
     "<同日=2031-08-04> {何静|县委书记}主持召开防汛工作调度会。",
     ["Meeting 2031-08-04 | 何静:speak 田雨生:report", "Meeting 2031-08-04 | 何静:preside"]),
    # Two appointments on two days.
    ("<9月7日=2031-09-07>，[市委]召开全市领导干部大会。宣布{田雨生}同志任市委副书记。\n<9月12日=2031-09-12>，[市人大常委会]举行会议，决定任命{田雨生}为副市长。",
     ["Meeting 2031-09-07 | | 市委", "Appointment 2031-09-07 | 田雨生:appointed", "Appointment 2031-09-12 | 田雨生:appointed | 市人大常委会"]),
    # Where no day is told: each group that brings greetings, in a paragraph of its own.
    ("旗政府分组慰问离退休教师。\n{何静|副旗长}慰问{卢青}等老教师。{何静}送上祝福。\n{田雨生|局长}慰问{沈如松}等老校长。",
     ["Condolence None | 何静:lead 卢青:guest", "Condolence None | 田雨生:lead 沈如松:guest"]),
    # Visits in groups: where each of the leaders went, in a paragraph of its own.
    ("近日，{何静|县长}、{卢青|副县长}分别带队走访慰问困难群众。\n{何静}一行来到南塘村、北岭村，看望老党员。{何静}强调了安全。\n"
     "{卢青}一行来到西坝镇、石桥村慰问老兵。",
     ["Condolence None | 何静:lead 卢青:lead", "Condolence None | 何静:lead+speak | | 南塘村 北岭村", "Condolence None | 卢青:lead | | 西坝镇 石桥村"]),
    ("近日，{何静|县长}、{卢青|副县长}走访慰问困难群众。\n{何静}一行来到南塘村、北岭村，看望老党员。",
     ["Condolence None | 何静:lead 卢青:lead | | 南塘村 北岭村"]),
    # 分别会见: one reception a party, each with what is told of it.
    (f"{DAY}，{{何静|省长}}分别会见{{郝志远|茶商会>会长}}和{{卢青|米商会>会长}}。{{卢青}}表示，愿来投资。",
     ["Reception 2031-04-06 | 何静:host 郝志远:guest", "Reception 2031-04-06 | 何静:host 卢青:guest+speak"]),
    (f"{DAY}，{{何静|省长}}会见{{郝志远|茶商会>会长}}和{{卢青|米商会>会长}}。", ["Reception 2031-04-06 | 何静:host 郝志远:guest 卢青:guest"]),
    # A signing after a reception, a reception before a ceremony.
    ("{何静|市长}会见了{郝志远|茶商会会长}一行。{何静}、{郝志远}出席签约仪式。{卢青|副市长}与{沈如松}代表双方签约。",
     ["Reception None | 何静:host 郝志远:guest", "Signing None | 何静:attend 郝志远:attend 卢青:sign 沈如松:sign"]),
    (f"{DAY}，[市一中]举行校友捐赠仪式。\n捐赠仪式之前，{{何静|校长}}会见了{{郝志远}}。",
     ["Ceremony 2031-04-06 | | 市一中", "Reception 2031-04-06 | 何静:host 郝志远:guest"]),
    # Formally told anew with its day.
    (f"{DAY}，{{何静|省长}}到南塘村慰问老党员。\n{DAY}，{{何静|省长}}在海陵宾馆会见了{{郝志远|茶商会会长}}。",
     ["Condolence 2031-04-06 | 何静:lead | | 南塘村", "Reception 2031-04-06 | 何静:host 郝志远:guest | | 海陵宾馆"]),
    # 还: others met, an event with a name, a visit after a reception; what goes on with the same guests or the same visit is no other.
    (f"{DAY}，{{何静|省长}}会见{{郝志远|茶商会会长}}。{{何静}}表示，欢迎来投资。\n{{何静}}还会见了{{卢青|米商会会长}}。",
     ["Reception 2031-04-06 | 何静:host+speak 郝志远:guest", "Reception 2031-04-06 | 何静:host 卢青:guest"]),
    (f"{DAY}，{{何静|省长}}会见{{郝志远|茶商会会长}}。\n当天，{{何静}}还同{{郝志远}}，{{卢青|米商会会长}}共同出席第三届茶业博览会开幕式。",
     ["Reception 2031-04-06 | 何静:host 郝志远:guest", "Ceremony 2031-04-06 | 何静:attend 郝志远:attend 卢青:attend"]),
    (f"{DAY}，{{何静|省长}}会见{{郝志远|茶商会会长}}。\n{{何静}}还考察了南塘村、北岭村。",
     ["Reception 2031-04-06 | 何静:host 郝志远:guest", "StudyVisit 2031-04-06 | 何静:lead | | 南塘村 北岭村"]),
    (f"{DAY}，{{何静|省长}}到南塘村调研。\n{{何静}}还察看了北岭村。", ["Inspection 2031-04-06 | 何静:lead | | 南塘村 北岭村"]),
    (f"{DAY}，{{何静|省长}}会见{{郝志远|茶商会会长}}。\n{{何静}}还同{{郝志远}}举行会谈。", ["Reception 2031-04-06 | 何静:host 郝志远:guest"]),
    # An event with a name, of one day of a journey; 上述活动 are all of them.
    ("<4月6日至8日=2031-04-06..2031-04-08>，{何静|省长}在邻省考察。\n<7日=2031-04-07>，{何静}出席第三届茶业发展大会。\n{卢青|副省长}参加上述活动。",
     ["StudyVisit 2031-04-06 | 何静:lead 卢青:attend", "Meeting 2031-04-07 | 何静:attend 卢青:attend"]),
    # Where an excerpt begins behind what it tells of: who presides and attends.
    ("{何静|区长}主持并讲话。{卢青|副区长}、{沈如松|副区长}参加会议。", ["Meeting None | 何静:preside+speak 卢青:attend 沈如松:attend"]),
    ("出席仪式的领导有{何静|院长}、{卢青|副院长}。仪式由{何静|院长}主持。", ["Ceremony None | 何静:attend+preside 卢青:attend"]),
    # 此外: another tour, told by its first word.
    (f"{DAY}，{{何静|会长}}到海陵商会调研。此外，{{卢青|主任}}一行参访了金穗集团、北岭商会。",
     ["Inspection 2031-04-06 | 何静:lead | | 海陵商会", "StudyVisit 2031-04-06 | 卢青:lead | | 金穗集团 北岭商会"]),
    # A meeting, then a visit to several places in a paragraph of its own.
    (f"{DAY}，[省文物局]召开协调会。{{何静|局长}}出席。\n<当日=2031-04-06>，{{何静}}还先后参观了海陵博物馆、北岭故居。",
     ["Meeting 2031-04-06 | 何静:attend | 省文物局", "StudyVisit 2031-04-06 | 何静:lead | | 海陵博物馆 北岭故居"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "targets"), APART, ids=[t[-1] for _, t in APART])
def test_apart(marked: str, targets: list[str]) -> None:
    """Which sentences tell of one activity, and which of another."""
    assert [shown(a) for a in read(marked)[1]] == targets


TOLD = [
    # 和 after a subject, and within a preposition's phrase
    (f"{DAY}，{{郝志远|厅长}}到南塘村调研。{{何静|省长}}和{{卢青|处长}}，{{沈如松|市长}}陪同调研。",
     "Inspection 2031-04-06 | 郝志远:lead 何静:accompany 卢青:accompany 沈如松:accompany | | 南塘村"),
    (f"{DAY}，{{郝志远|厅长}}在{{何静|省长}}和{{卢青|市长}}陪同下，到南塘村调研。",
     "Inspection 2031-04-06 | 郝志远:lead 何静:accompany 卢青:accompany | | 南塘村"),
    # groups that act far from their verb, and bodies that accompany
    (f"{DAY}，以{{郝志远|局长}}为组长的[市政府春耕督查组]，在{{何静|副县长}}，[县农业局]领导的陪同下，对春耕进行督查。",
     "Inspection 2031-04-06 | 郝志远:lead 何静:accompany | 市政府春耕督查组 县农业局"),
    # arrivals, and those who receive
    (f"{DAY}，[省党政代表团]抵达海陵机场，{{何静|市长}}、{{卢青}}为代表团献上鲜花。",
     "StudyVisit 2031-04-06 | 何静:attend 卢青:attend | 省党政代表团 | 海陵机场"),
    (f"{DAY}，{{何静|省长}}抵达海陵。{{卢青|市长}}、{{沈如松}}到机场迎接。", "StudyVisit 2031-04-06 | 何静:lead 卢青:attend 沈如松:attend | | 海陵"),
    # who signs, by the name of the event; who holds a session, by its name
    (f"{DAY}，[海陵医院]与[南塘镇政府]、[北岭卫生局]签约仪式暨分院揭牌仪式在市民中心举行。",
     "Ceremony 2031-04-06 | | 海陵医院 南塘镇政府 北岭卫生局 | 市民中心"),
    (f"{DAY}，[市政协]第十五届三次会议在市民中心举行。", "Meeting 2031-04-06 | | 市政协 | 市民中心"),
    # an event that comes, bodies after 的领导和嘉宾还有
    (f"{DAY}，南塘小镇迎来了首批项目开工仪式。出席开工仪式的领导和嘉宾还有：{{何静|副省长}}，[市发改委]、[市教育局]负责人。",
     "Ceremony 2031-04-06 | 何静:attend | 市发改委 市教育局"),
    # a list of newcomers after speech
    (f"{DAY}，[县政府]召开春耕会议。{{何静|县长}}强调，要干。{{卢青|县领导}}、{{沈如松}}参加会议。",
     "Meeting 2031-04-06 | 何静:speak 卢青:attend 沈如松:attend | 县政府"),
    # what is asked for or told by others is no speech
    (f"{DAY}，[市文物局]召开协调会，讨论[省文物局]提出的方案。{{何静|局长}}、{{卢青}}参加会议。",
     "Meeting 2031-04-06 | 何静:attend 卢青:attend | 市文物局"),
    # who presides beside the one named; those under whose eyes it is signed; towns in a list of bodies
    (f"{DAY}，[市人大]举行第三次全体会议。会议由{{何静}}主持。担任本次大会的执行主席还有：{{卢青}}、{{沈如松}}。",
     "Meeting 2031-04-06 | 何静:preside 卢青:preside 沈如松:preside | 市人大"),
    (f"{DAY}，在{{何静|镇长}}、{{卢青|董事长}}的见证下，[海陵公司]与[北岭公司]签署合作协议。",
     "Signing 2031-04-06 | 何静:attend 卢青:attend | 海陵公司 北岭公司"),
    (f"{DAY}，[县人大常委会]召开会议，决定接受{{何静}}辞去副县长职务的请求。", "Appointment 2031-04-06 | 何静:removed | 县人大常委会"),
    # bodies of a long list whose people came
    (f"{DAY}，商会换届大会召开，{{何静|副主席}}，{{卢青|区长}}，[省工商联]、[市委统战部]、[市民政局]等相关部门负责同志，各商会代表参加了活动。",
     "Meeting 2031-04-06 | 何静:attend 卢青:attend | 省工商联 市委统战部 市民政局"),
    # deputies who deliberate together with a leader
    (f"{DAY}，{{何静|副省长}}来到所在的代表团，同代表们一起审议工作报告。{{卢青}}、{{沈如松}}等代表先后发言。",
     "Meeting 2031-04-06 | 何静:attend 卢青:speak 沈如松:speak"),
    # what is heard alone is a meeting; where the guests went before they were received
    (f"{DAY}，{{何静|副州长}}在会议室专题听取{{卢青|经理}}工作情况汇报，{{沈如松|副秘书长}}参加。",
     "Meeting 2031-04-06 | 何静:lead 沈如松:attend"),
    (f"{DAY}，{{何静|市长}}会见{{郝志远|会长}}一行。会见前，考察团还前往金沙工业园、北岭产业园实地考察。",
     "Reception 2031-04-06 | 何静:host 郝志远:guest"),
    # those invited come along; a body behind an act is gone to
    (f"{DAY}，{{何静|副县长}}特邀{{卢青|茶商会会长}}到南塘村考察。", "StudyVisit 2031-04-06 | 何静:lead 卢青:lead | | 南塘村"),
    (f"{DAY}，{{何静|省长}}现场考评[海陵医院]改革，{{卢青|市长}}陪同。", "Inspection 2031-04-06 | 何静:lead 卢青:accompany"),
    # an act within the name of a meeting; wishes that are passed on; agenda items; whom one talks with by calling
    (f"{DAY}，{{何静|省长}}主持召开调研座谈会。", "Meeting 2031-04-06 | 何静:preside"),
    (f"{DAY}，{{何静|省长}}会见{{郝志远|会长}}。{{何静}}转达了{{沈如松|总理}}的亲切问候和良好祝愿。", "Reception 2031-04-06 | 何静:host 郝志远:guest"),
    (f"{DAY}，{{何静|市长}}到南塘村调研，与青年画家{{郝志远}}、{{卢青}}座谈。", "Inspection 2031-04-06 | 何静:lead+attend 郝志远:attend 卢青:attend | | 南塘村"),
    (f"{DAY}，与会专家{{郝志远}}在第三届茶业发展大会上发表演讲。", "Meeting 2031-04-06 | 郝志远:speak"),
    (f"应邀访问/云溪县/的{{何静|副省长}}<6日=2031-04-06>在省城会见{{郝志远|会长}}。", "Reception 2031-04-06 | 何静:host 郝志远:guest | | 省城"),
    # behind what a meeting passed on, others act
    (f"{DAY}，[市财政局]召开会议，传达学习了省委会议精神。[市税务局]通报了有关工作情况。", "Meeting 2031-04-06 | | 市财政局 市税务局"),
    (f"{DAY}，第六届海陵贸易洽谈会在市会展馆举行。", "Meeting 2031-04-06 | |  | 市会展馆"),
    # who speaks at an event holds it not; a name within quotes ends with them; what the talks went before
    (f"{DAY}，{{何静|省长}}出席在海陵举行的第三届茶业大会并致辞。", "Meeting 2031-04-06 | 何静:attend+speak"),
    (f"{DAY}，{{何静|厅长}}在海陵会晤后举行吹风会，介绍成果。", "Meeting 2031-04-06 | 何静:preside+report"),
    (f"{DAY}，[市政协]召开会议，审议了视察安排、考察方案，听取了[市教育局]2030年工作情况的汇报，听取了[市水利局]汇报。", "Meeting 2031-04-06 | | 市政协 市水利局"),
    (f"{DAY}，[市政协]召开会议。[市财政局]、[市税务局]负责人就[市商会]有关议程和[市文联]工作报告起草情况等作了汇报。",
     "Meeting 2031-04-06 | | 市政协 市财政局 市税务局"),
    # who holds it stands before its topic; a body within an event's name does nothing; who is named within the verb
    (f"{DAY}，[联合会]就邻省援助/云溪县/和/北岭县/举行紧急会议。", "Meeting 2031-04-06 | | 联合会"),
    (f"{DAY}，{{何静|省长}}主持[省防汛领导小组]第五次会议并发表讲话。", "Meeting 2031-04-06 | 何静:preside+speak | 省防汛领导小组"),
    (f"{DAY}，{{何静|省长}}出席茶业大会。陪同{{何静}}与会的有：{{郝志远|副省长}}、{{卢青|秘书长}}。", "Meeting 2031-04-06 | 何静:attend 郝志远:attend 卢青:attend"),
    (f"{DAY}，[市茶商会]选举{{何静}}为会长。{{郝志远|省长}}在贺信中表示，祝愿茶业兴旺。", "Appointment 2031-04-06 | 何静:appointed"),
    (f"{DAY}，全市重点项目签约活动在市会展馆举行。", "Signing 2031-04-06 | |  | 市会展馆"),
    # whose wife or envoy takes part; a lecture is held
    (f"{DAY}，国家主席{{郝志远}}夫人{{何静}}出席茶业大会。", "Meeting 2031-04-06 | 何静:attend"),
    (f"{DAY}，{{卢青|首相}}会见{{郝志远}}主席特使{{何静}}。", "Reception 2031-04-06 | 卢青:host 何静:guest"),
    (f"{DAY}，[市人大常委会]举行第三讲专题讲座。", "Meeting 2031-04-06 | | 市人大常委会"),
    # the day of the news, not of the paper
    ("据“海陵发布”<8月7日=2031-08-07>消息，<8月3日=2031-08-03>，{何静|省长}到南塘村调研。", "Inspection 2031-08-03 | 何静:lead | | 南塘村"),
    ("在[省新闻办]<4月6日=2031-04-06>举行的系列发布会上，{何静|省长}介绍有关情况。", "Meeting 2031-04-06 | 何静:report"),
]


@pytest.mark.parametrize(("marked", "target"), TOLD, ids=[t for _, t in TOLD])
def test_told(marked: str, target: str) -> None:
    """One activity, as its line says."""
    assert [shown(a) for a in read(marked)[1]] == [target]


NOTHING = [
    "{何静|处长}介绍，该县<2018年=2018>与平台签署合作协议。",
    "执法人员检查门店3000多家，立案20起。",
    "{何静}时任村支书，带队外出考察。",
    f"{{何静|部长}}将于{DAY}赴邻国出席安全会议。",
    "农户{何静}还去省城参加了茶博会。",
    f"{DAY}，{{何静|省长}}致电祝贺邻国候选人当选总统。",
    "首届茶博会召开时，{何静}刚上小学。",
    f"在省城{DAY}举行的发布会上，有关数据显示，生产平稳。",
    "[北岭林场]三代职工坚持植树造林。",
    "{何静|省长}转达了省委的关心和慰问。",
    "{何静|院士}的团队自抵达海陵以来就开展科研攻关。",
    f"{DAY}，{{何静|省长}}致电{{卢青|邻省省长}}，致以诚挚的慰问。",
    f"即将访问邻省的{{何静|省长}}{DAY}发表文章。",
    f"{DAY}，飞船与空间站完成交会对接。",
    f"{DAY}是运动会开幕后的第二个比赛日。",
    f"{DAY}，[市茶商会]的产业规划战略对接合作进展顺利。",
    f"{DAY}，[南塘博物馆]接待9万人次，创历史新高。",
    "距第三届茶业博览会开幕还有40天，各项工作稳步推进。",
    "{何静|省长}对邻省{卢青}当选省长表示热烈祝贺。",
    "{何静|省长}回顾了在以{卢青}同志为核心的领导班子带领下取得的成就。",
    "会议责成[县水利局]作出深刻检查。",
    "{何静|书记}通报了全市审查调查情况。",
    "{何静|省长}参与安全生产、食品安全等峰会议题的讨论。",
]


@pytest.mark.parametrize("marked", NOTHING)
def test_nothing(marked: str) -> None:
    """Statistics, history, plans and wishes are no activities."""
    assert [shown(a) for a in read(marked)[1]] == []


LATE = (
    "座谈会首先播放了宣传片。{沈如松|市长}致辞。{卢青|局长}介绍情况。{郝志远|团长}表示，要加强合作。双方交换了意见。"
    "在为期5天的考察中，考察团一行先后到金沙工业园、北岭产业园实地考察。{何静|副区长}陪同。"
)


STORY = (
    "<4月6日=2031-04-06>，云溪迎来了初雪。天色渐晚。气温骤降。街上行人稀少。一辆中巴车停在路边。第一个走下车的，是{沈如松|副省长}。"
    "{沈如松}顾不上休息，赶到南塘广场，实地检查治安防控工作。"
)


def test_a_report_that_begins_like_a_story() -> None:
    """The visit comes late, with the day that the first sentence tells; without a place gone to it is told of nobody."""
    (visit,) = read(STORY)[1]
    assert (visit.type, visit.date.edtf, [s.name for s in visit.visited]) == ("Inspection", "2031-04-06", ["南塘广场"])
    assert read(STORY.replace("赶到南塘广场，", ""))[1] == ()
    assert read(STORY.replace("|副省长", ""))[1] == ()


def test_a_line_printed_again_and_again_heads_no_item() -> None:
    """What stands below the furniture of a page goes on with what stands above it."""
    told = f"{{line}}\n\n摄影展<4月6日=2031-04-06>在人民广场举行。\n\n{{line}}\n\n{{{{何静|区长}}}}出席活动并致辞。\n\n{{line}}\n\n{{{{卢青|副区长}}}}主持仪式。"
    (show,) = read(told.format(line="图片发自云溪客户端").replace("{{", "{").replace("}}", "}"))[1]
    assert [p.agent.name for p in show.participations] == ["何静", "卢青"]


def test_the_visit_that_the_headline_tells() -> None:
    """It may come late and without a day, and what a delegation looks at is no inspection."""
    (visit,) = read(LATE, "青禾区经贸考察团赴我市考察")[1]
    assert (visit.type, [s.name for s in visit.visited]) == ("StudyVisit", ["金沙工业园", "北岭产业园"])
    assert read(LATE)[1] == ()


@pytest.mark.parametrize(
    ("lead", "told", "old"),
    [
        ("2030-08-05", "2030-08-05", False),  # an old report put out again: what it begins with is its news
        ("2030-08-05", "2029-08-05", True),
        ("2031-05-30", "2030-08-05", True),  # a report of today that looks back
        ("1999-08-05", "1999-08-05", True),  # history
    ],
)
def test_from_when_an_article_looks_back(lead: str, told: str, *, old: bool) -> None:
    first, value = (DateValue(day, day, latest=date.fromisoformat(day)) for day in (lead, told))
    assert long_ago(value, written(first, date(2031, 6, 1))) is old


SHORTS = """今日要闻
青禾市第三届茶叶节开幕
4月6日，青禾市第三届茶叶博览会在市民中心开幕，三百家企业参展。
海陵大桥主线贯通
海陵大桥近日贯通，施工队抵达北岸的南塘镇。工程负责人顾长风说，大桥明年通车。
市商务局召开新闻发布会
4月6日，市商务局在迎宾馆召开新闻发布会，副局长卢青介绍情况。
"""


def test_items_of_news_in_short() -> None:
    """Each item stands below a line of its own: what the next tells of others is not under the event before."""
    (article,) = split_articles(Source(doc="a.txt", text=SHORTS, sha256="0" * 64), default_lexicon())
    told = [f for f in read_article(article, default_lexicon()).facts if isinstance(f, Activity)]
    assert [(a.label, [p.agent.name for p in a.participations]) for a in told] == [
        ("青禾市第三届茶叶博览会", []), ("新闻发布会", ["卢青"]),
    ]  # fmt: skip
    assert [s.name for a in told for s in a.visited] == []
