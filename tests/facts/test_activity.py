"""Activities: a table of sentences written here, with invented people, and what each tells; marks as in activity_marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from activity_marks import DAY, read, shown

from kg.articles import split_articles
from kg.facts import activity
from kg.facts.activity import find_activities
from kg.lexicon import default_lexicon
from kg.model import Activity, Article, DateValue, Mention, Source
from kg.pipeline import read_article

TOLD = [
    # ---- inspections
    (f"{DAY}，{{孔令启|区委书记}}到[云溪镇中心小学]调研校园安全工作。", "Inspection 2031-04-06 | 孔令启:lead | | 云溪镇中心小学"),
    (f"{DAY}，{{孔令启|区委书记}}带队督导“两清”工作。{{孔令启}}强调，要抓紧抓实。", "Inspection 2031-04-06 | 孔令启:lead+speak"),
    (f"{DAY}，{{顾长风|副县长}}率[县水利局]负责人到东山水库、西坝泵站检查防汛。",
     "Inspection 2031-04-06 | 顾长风:lead | 县水利局 | 东山水库 西坝泵站"),
    (f"{DAY}，{{郝志远|省水利厅厅长}}一行来/我市/调研。{{田雨生|市长}}、{{沈如松|副市长}}陪同调研。",
     "Inspection 2031-04-06 | 郝志远:lead 田雨生:accompany 沈如松:accompany"),
    (f"{DAY}，在{{田雨生|市长}}的陪同下，{{郝志远|省水利厅厅长}}到南塘大桥视察。",
     "Inspection 2031-04-06 | 田雨生:accompany 郝志远:lead | | 南塘大桥"),
    (f"{DAY}，以{{郝志远|省水利厅厅长}}为组长的[省水利厅调研组]到北岭林场调研。",
     "Inspection 2031-04-06 | 郝志远:lead | 省水利厅调研组 | 北岭林场"),
    (f"{DAY}，{{孔令启|区委书记}}督导防汛。在东山水库，{{孔令启}}要求备足物资。", "Inspection 2031-04-06 | 孔令启:lead+speak | | 东山水库"),
    (f"{DAY}，{{孔令启|区委书记}}调研。在[区园林处]，{{卢青|区园林处处长}}汇报了工作。",
     "Inspection 2031-04-06 | 孔令启:lead 卢青:report | | 区园林处"),
    (f"{DAY}，[区教育局]师德建设推进会召开。{{何静|区长}}讲话。", "Meeting 2031-04-06 | 何静:speak | 区教育局"),
    (f"{DAY}，{{何静|区长}}为全区干部上党课。", "Meeting 2031-04-06 | 何静:lead"),
    (f"{DAY}，{{田雨生|市长}}、{{沈如松|副市长}}分别深入5个考点巡视考试情况。", "Inspection 2031-04-06 | 田雨生:lead 沈如松:lead"),
    (f"{DAY}，{{郝志远|总领事}}一行4人在[市外办]领导陪同下访问我校。", "StudyVisit 2031-04-06 | 郝志远:lead | 市外办"),
    (f"{DAY}，{{何静|区长}}到南塘村慰问老人。{{卢青|村支书}}陪着慰问组走访。", "Condolence 2031-04-06 | 何静:lead 卢青:accompany | | 南塘村"),
    (f"{DAY}，{{何静|区长}}带队赴/海宁市/开展招商引资工作。", "StudyVisit 2031-04-06 | 何静:lead | | 海宁市"),
    (f"{DAY}，三方合作签约仪式举行，{{何静|区长}}、{{卢青|副区长}}出席仪式并见证签约。", "Signing 2031-04-06 | 何静:attend 卢青:attend"),
    (f"{DAY}，{{何静|区长}}带领党政考察团来我市，考察团一行实地观摩了南塘园区。", "StudyVisit 2031-04-06 | 何静:lead | | 南塘园区"),
    ("[青禾督察组]一行来到北岭林场检查防火。督察组听取了汇报。", "Inspection None | | 青禾督察组 | 北岭林场"),
    (f"{DAY}，由[区教育局]、[区总工会]主办，[南塘中学]承办的教职工篮球赛在南塘体育馆开幕。{{何静|区长}}出席。",
     "PublicEvent 2031-04-06 | 何静:attend | 区教育局 区总工会 南塘中学 | 南塘体育馆"),
    # ---- told only as the occasion of a speech
    (f"{DAY}，{{孔令启|区委书记}}在[云溪镇]调研时强调，要抓好春耕。{{田雨生|市长}}参加调研。",
     "Inspection 2031-04-06 | 孔令启:speak+lead 田雨生:attend | | 云溪镇"),
    (f"{DAY}，{{孔令启|区委书记}}在全区教育大会上强调，要抓好教育。", "Meeting 2031-04-06 | 孔令启:speak"),
    # ---- investigations
    (f"{DAY}，[市纪委监委]对{{何静|市财政局>原局长}}严重违纪违法问题进行立案审查调查。", "Appointment 2031-04-06 | 何静:removed | 市纪委监委"),
    (f"{DAY}，经批准，[省军区]决定对{{何静|原主任}}进行组织谈话。", "Appointment 2031-04-06 | 何静:removed | 省军区"),
    (f"{DAY}，{{孔令启|区委书记}}在[区红十字会]、青山慈善会、[区总医院]负责同志的陪同下，到南塘村走访困难群众。",
     "Inspection 2031-04-06 | 孔令启:lead | 区红十字会 区总医院 | 南塘村"),
    (f"{DAY}，{{孔令启|区委书记}}到北岭林场检查防汛。{{卢青|区水利局局长}}等领导和[区应急局]相关负责人陪同检查。",
     "Inspection 2031-04-06 | 孔令启:lead 卢青:accompany | 区应急局 | 北岭林场"),
    # ---- meetings
    (f"{DAY}，/临川区/召开春季防汛工作会议。{{孔令启|区委书记}}出席会议并讲话。{{何静|区长}}主持。",
     "Meeting 2031-04-06 | 孔令启:attend+speak 何静:preside | 临川区"),
    (f"{DAY}，{{孔令启|区委书记}}主持召开安全生产调度会。[区应急局]、[区住建局]作表态发言。",
     "Meeting 2031-04-06 | 孔令启:preside | 区应急局 区住建局"),
    (f"{DAY}，[市委]、[市政府]召开全市经济工作会议。{{田雨生|市长}}讲话。", "Meeting 2031-04-06 | 田雨生:speak | 市委 市政府"),
    (f"{DAY}，[市财政局]召开会议。会上，{{何静|副局长}}传达上级会议精神，对工作进行了布置；[城市管理科]、[南塘社区]的负责人上台发言。",
     "Meeting 2031-04-06 | 何静:speak | 市财政局 城市管理科 南塘社区"),
    (f"{DAY}，第四次区政工作交流会举行，{{孔令启|区委书记}}出席会议并讲话。", "Meeting 2031-04-06 | 孔令启:attend+speak"),
    (f"{DAY}，全市教育大会在青召开。会议由{{田雨生|市长}}主持。", "Meeting 2031-04-06 | 田雨生:preside"),
    (f"{DAY}，[区应急管理局]挂牌成立。{{孔令启|区委书记}}出席。", "Ceremony 2031-04-06 | 孔令启:attend | 区应急管理局"),
    (f"{DAY}，全市教育大会在市民中心召开。会议由{{田雨生|市长}}主持。", "Meeting 2031-04-06 | 田雨生:preside | | 市民中心"),
    (f"{DAY}，[市财政局]召开会议。会上，{{金鑫|人事处处长}}、{{魏明|规划处处长}}先后作培训报告，{{何静|副局长}}就下一步工作进行详细安排和部署，{{卢青|局长}}进行大会总结。",
     "Meeting 2031-04-06 | 金鑫:speak 魏明:speak 何静:speak 卢青:speak | 市财政局"),
    (f"{DAY}，[市财政局]召开会议。{{金鑫}}的工作报告写得好。{{何静}}作为部门代表参加。",
     "Meeting 2031-04-06 | 何静:attend | 市财政局"),
    (f"{DAY}，[市财政局]召开会议。{{何静|副局长}}就<5月7日=2031-05-07>的检查进行部署。", "Meeting 2031-04-06 | 何静:speak | 市财政局"),
    (f"{DAY}，[市人大]召开会议。{{金鑫|市人大主任}}对新当选同志表示祝贺。", "Meeting 2031-04-06 | 金鑫:speak | 市人大"),
    (f"{DAY}，[市人大]工作报告（稿）征求意见座谈会先后召开，{{金鑫|市人大副主任}}、{{魏明|市人大副主任}}分别主持座谈会。",
     "Meeting 2031-04-06 | 金鑫:preside 魏明:preside | 市人大"),
    (f"{DAY}，首届大学生冬令营在[青湖学院]开营。{{何静|副校长}}在开营仪式上致辞。", "PublicEvent 2031-04-06 | 何静:speak | | 青湖学院"),
    (f"{DAY}，/临川区/在人民公园举行文化小院授牌仪式，{{何静|区长}}参加。", "Ceremony 2031-04-06 | 何静:attend | 临川区 | 人民公园"),
    (f"{DAY}，[市文联]主办的“大河之声”读书活动启动。\n{DAY}，“大河之声”读书活动启动仪式在大河公园举行。{{何静|区长}}致辞。",
     "PublicEvent 2031-04-06 | 何静:speak | 市文联 | 大河公园"),
    (f"{DAY}，第二届市民运动会开幕式在市体育馆举行。{{何静|市长}}宣布开幕。", "Ceremony 2031-04-06 | 何静:speak | | 市体育馆"),
    (f"{DAY}，{{何静|市长}}看望慰问出席市政协会议的政协委员。", "Condolence 2031-04-06 | 何静:lead"),
    (f"{DAY}，开学典礼在大礼堂举行。[大河集团]首席技术专家{{金鑫}}、[青湖大学]{{魏明}}教授出席，[市文联]负责人参加。",
     "Ceremony 2031-04-06 | 金鑫:attend 魏明:attend | 市文联 | 大礼堂"),
    (f"{DAY}，{{魏明|厅长}}来我县调研。{{金鑫|县委书记}}、{{何静|县长}}陪同调研并召开座谈会，会议由{{何静|县长}}主持。",
     "Inspection 2031-04-06 | 魏明:lead 金鑫:accompany 何静:accompany+preside"),
    (f"{DAY}，{{金鑫|县委书记}}、{{何静|县长}}召开防汛座谈会，会议由{{何静|县长}}主持。", "Meeting 2031-04-06 | 金鑫:attend 何静:attend+preside"),
    (f"{DAY}，全市教育大会召开。出席会议的还有{{金鑫|市政协副主席}}、{{魏明|市法院院长}}。", "Meeting 2031-04-06 | 金鑫:attend 魏明:attend"),
    (f"{DAY}，[市委]召开闭门夜谈会。{{金鑫}}、{{魏明}}等参加。", "Meeting 2031-04-06 | 金鑫:attend 魏明:attend | 市委"),
    (f"{DAY}，[市文旅局]召开工作会。会上，[市图书馆]汇报了情况，[市博物馆]在会上分析了原因。",
     "Meeting 2031-04-06 | | 市文旅局 市图书馆 市博物馆"),
    (f"{DAY}，培训班开班，邀请{{周大山|省委党校教授}}授课。{{金鑫|市政协副主席}}出席培训班。", "Meeting 2031-04-06 | 周大山:speak 金鑫:attend"),
    (f"{DAY}，[区委]召开座谈会，听取{{卢青|区园林处处长}}汇报。", "Meeting 2031-04-06 | 卢青:report | 区委"),
    (f"{DAY}，[区人大常委会]召开会议。会议听取和审议了{{卢青|区园林处处长}}受区政府委托所作的关于绿化情况的报告、"
     "{金鑫|区财政局局长}受区政府委托所作的关于预算的报告。", "Meeting 2031-04-06 | 卢青:report 金鑫:report | 区人大常委会"),
    (f"{DAY}，[区人大常委会]召开会议。会上通过了任免事项，审议了{{卢青|区园林处处长}}所作的关于绿化情况的报告。",
     "Meeting 2031-04-06 | 卢青:report | 区人大常委会"),
    (f"{DAY}，{{孔令启|区委书记}}参加他所在的云溪代表团审议。", "Meeting 2031-04-06 | 孔令启:attend"),
    (f"{DAY}，{{孔令启|区委书记}}在会议中心与{{何静|区长}}共同主持全区第六次投资工作会议。",
     "Meeting 2031-04-06 | 孔令启:preside 何静:preside | | 会议中心"),
    (f"{DAY}，{{孔令启|区委书记}}以视频方式主持第八届海陵论坛并作总结讲话。", "Meeting 2031-04-06 | 孔令启:preside+speak"),
    (f"{DAY}，全市第五次商会会议以视频形式在市民中心召开。", "Meeting 2031-04-06 | |  | 市民中心"),
    (f"{DAY}，[市政协]举行2031年春节团拜会。", "Meeting 2031-04-06 | | 市政协"),
    (f"{DAY}，[区人大常委会]召开会议。受区政府委托，{{卢青|区园林处处长}}作了关于绿化情况的报告。",
     "Meeting 2031-04-06 | 卢青:report | 区人大常委会"),
    (f"{DAY}，[县委]召开座谈会。{{卢青|校长}}从下一步构想以及需要解决的问题两个方面对整体情况做了汇报。", "Meeting 2031-04-06 | 卢青:report | 县委"),
    # ---- receptions and visits
    (f"{DAY}，{{田雨生|市长}}会见长河汽车公司董事长{{蒋文|}}一行。".replace("|}", "}"), "Reception 2031-04-06 | 田雨生:host 蒋文:guest"),
    (f"{DAY}，{{田雨生|市长}}在迎宾馆会见来我市出席论坛的{{蒋文|公司董事长}}。{{沈如松|副市长}}参加会见。",
     "Reception 2031-04-06 | 田雨生:host 蒋文:guest 沈如松:attend | | 迎宾馆"),
    (f"{DAY}，{{田雨生|市长}}会见{{蒋文|公司董事长}}率领的代表团。", "Reception 2031-04-06 | 田雨生:host 蒋文:guest"),
    (f"{DAY}，{{田雨生|市长}}会见来我市出席[江南茶商会]年会的{{蒋文|公司董事长}}。", "Reception 2031-04-06 | 田雨生:host 蒋文:guest"),
    (f"为认真贯彻落实{{郝志远|省长}}在海陵调研时的讲话精神，{DAY}，{{田雨生|市长}}到南塘村检查指导。",
     "Inspection 2031-04-06 | 田雨生:lead | | 南塘村"),
    (f"{DAY}，{{田雨生|市长}}会见由{{蒋文|公司董事长}}率领的代表团。", "Reception 2031-04-06 | 田雨生:host 蒋文:guest"),
    (f"{DAY}，{{田雨生|市长}}一行赴云溪县考察，受到{{蒋文|县委书记}}的热烈欢迎和热情接待。", "StudyVisit 2031-04-06 | 田雨生:lead | | 云溪县"),
    (f"{DAY}，{{田雨生|市长}}会见了以{{蒋文|众议员}}为团长的[海陵国众议院代表团]。", "Reception 2031-04-06 | 田雨生:host 蒋文:guest | 海陵国众议院代表团"),
    (f"{DAY}，{{田雨生|市长}}与来访的{{蒋文|公司董事长}}举行会谈。", "Reception 2031-04-06 | 田雨生:host 蒋文:guest"),
    ("<4月6日至8日=2031-04-06..2031-04-08>，{孔令启|区委书记}带领考察团赴/海宁市/考察学习。", "StudyVisit 2031-04-06 | 孔令启:lead | | 海宁市"),
    # ---- the other types
    (f"{DAY}，{{孔令启|区委书记}}、{{何静|区长}}在[区教育局]同志陪同下，到云溪中学、[北岭中学]开展教师节慰问活动。",
     "Condolence 2031-04-06 | 孔令启:lead 何静:lead | 区教育局 | 云溪中学 北岭中学"),
    (f"{DAY}，{{孔令启|区委书记}}到南塘村调研，来到农户{{周大山}}、{{石望川}}家中，详细了解情况。", "Inspection 2031-04-06 | 孔令启:lead | | 南塘村"),
    (f"{DAY}，{{孔令启|区委书记}}到云溪公司调研，与{{何静|公司>董事长}}深入交流。", "Inspection 2031-04-06 | 孔令启:lead 何静:attend | | 云溪公司"),
    (f"{DAY}，{{孔令启|区委书记}}走访慰问困难党员。{{何静|区长}}参加慰问。", "Condolence 2031-04-06 | 孔令启:lead 何静:attend"),
    (f"受{{孔令启|区委书记}}委托，{DAY}，{{何静|区长}}到南塘村看望老兵{{周大山}}。", "Condolence 2031-04-06 | 何静:lead 周大山:guest | | 南塘村"),
    (f"{DAY}，校企合作签约仪式举行。{{钱文|校长}}与{{蒋文|公司董事长}}签署合作协议。", "Signing 2031-04-06 | 钱文:sign 蒋文:sign"),
    (f"{DAY}，{{田雨生|市长}}出席签约仪式。{{钱文|市教育局>局长}}与{{蒋文|茶业公司>董事长}}代表双方签约。",
     "Signing 2031-04-06 | 田雨生:attend 钱文:sign 蒋文:sign | 市教育局 茶业公司"),
    (f"{DAY}，/云溪县/启动安全宣传月活动。{{顾长风|副县长}}宣布活动启动。", "Ceremony 2031-04-06 | 顾长风:speak | 云溪县"),
    (f"{DAY}，由[市文化局]、[市总工会]联合主办的职工文艺汇演在市民剧院举行。{{金鑫|市政协副主席}}观看演出。",
     "PublicEvent 2031-04-06 | 金鑫:attend | 市文化局 市总工会 | 市民剧院"),
    ("经省委批准，{贾平|原副市长}接受纪律审查和监察调查。", "Appointment None | 贾平:removed"),
    ("{贾平}同志不再兼任市委书记职务，{郝远}同志任市委书记。", "Appointment None | 贾平:removed 郝远:appointed"),
    # An event that is told by somebody's speaking there, and one led by somebody of whom only the surname is told.
    (f"{DAY}，{{田雨生|市长}}在海陵经贸合作对话会上发表视频致辞。", "Meeting 2031-04-06 | 田雨生:speak"),
    (f"{DAY}，周书记到南塘村、北岭村调研。{{何静|区长}}陪同。", "Inspection 2031-04-06 | 何静:accompany | | 南塘村 北岭村"),
    (f"{DAY}，南塘美食节开幕，至<4月9日=2031-04-09>结束。", "PublicEvent 2031-04-06"),
    (f"南塘美食节{DAY}开幕，至<4月9日=2031-04-09>结束。", "PublicEvent 2031-04-06"),
    (f"{DAY}，{{田雨生|市长}}在迎宾馆举行仪式，欢迎/海陵市/市长{{蒋文|市长}}来访。", "Ceremony 2031-04-06 | 田雨生:host 蒋文:guest | | 迎宾馆"),
    (f"{DAY}，[县人大常委会]第二十一次会议通过了人事任免事项。{{魏明|县人大常委会主任}}主持。", "Meeting 2031-04-06 | 魏明:preside | 县人大常委会"),
    ("[市政协]第二次会议<4月6日下午3:00=2031-04-06>在县剧院隆重开幕。", "Meeting 2031-04-06 | | 市政协 | 县剧院"),
    (f"<4月7日=2031-04-07>消息：{DAY}，[县政府]召开春耕会议。", "Meeting 2031-04-06 | | 县政府"),
    # What was conveyed ends where one of those present acts; what rests on a demand is no speech.
    (f"{DAY}，[县林业局]召开会议。传达学习了省厅会议精神，[各科]汇报了工作，{{钱文|县林业局局长}}作总结讲话。",
     "Meeting 2031-04-06 | 钱文:speak | 县林业局"),
    (f"{DAY}，[县委]召开会议，传达了全会精神，{{钱文|市长}}在调研时的讲话精神，{{魏明|县长}}主持会议。", "Meeting 2031-04-06 | 魏明:preside | 县委"),
    (f"根据上级文件要求，[北岭林场]于{DAY}召开组织生活会。{{钱文|书记}}主持会议。", "Meeting 2031-04-06 | 钱文:preside | 北岭林场"),
    # A name is no word of the past, whatever its first character.
    (f"{DAY}，{{孔令启|区委书记}}到南塘村调研。\n{{曾川|副区长}}陪同调研。", "Inspection 2031-04-06 | 孔令启:lead 曾川:accompany | | 南塘村"),
    (f"{DAY}，大会在县剧院开幕。{{金鑫}}、{{魏明}}在主席台就坐。", "Meeting 2031-04-06 | 金鑫:attend 魏明:attend | | 县剧院"),
    (f"{DAY}，[县人大常委会]决定任命{{王学林}}为副县长。", "Appointment 2031-04-06 | 王学林:appointed"),
    # An arrival, who is in a delegation, an evening; who is welcomed was told before.
    (f"{DAY}，{{孔令启|区长}}率领代表团到访海宁市。代表团成员包括{{何静|教育局局长}}、{{魏明|财政局局长}}等。",
     "StudyVisit 2031-04-06 | 孔令启:lead 何静:attend 魏明:attend"),
    (f"{DAY}，由[区委宣传部]、[区文化馆]联合举办的芭蕾之夜在区体育馆举行。", "PublicEvent 2031-04-06 | | 区委宣传部 区文化馆 | 区体育馆"),
    (f"{DAY}，{{孔令启|区长}}会见{{何静|总经理}}一行。{{孔令启}}对{{何静}}来访表示欢迎。", "Reception 2031-04-06 | 孔令启:host+speak 何静:guest"),
    # Who is mourned takes no part, nor do kinds of bodies.
    (f"{DAY}，{{孔令启}}同志遗体送别活动举行。{{何静|区长}}主持。", "PublicEvent 2031-04-06 | 何静:preside"),
    # ---- dates
    ("<近日=>，{孔令启|区委书记}到南塘村调研。", "Inspection None | 孔令启:lead | | 南塘村"),
    (f"{DAY}，/临川区/召开<2030年=2030>工作总结会议。", "Meeting 2031-04-06 | | 临川区"),
    # Who accompanies a delegation does not lead it; who talks with one does not lead the talk.
    (f"{DAY}，{{孔令启|区长}}陪同[省考察团]考察南塘园区。", "StudyVisit 2031-04-06 | 孔令启:accompany | 省考察团 | 南塘园区"),
    (f"{DAY}，{{孔令启|区长}}与[省考察团]进行了座谈。", "Meeting 2031-04-06 | 孔令启:attend | 省考察团"),
]


@pytest.mark.parametrize(("marked", "target"), TOLD, ids=[t for _, t in TOLD])
def test_told(marked: str, target: str) -> None:
    """Each sentence tells of exactly one activity."""
    assert [shown(a) for a in read(marked)[1]] == [target]


SEVERAL = [
    # A follow-up meeting of the same day belongs to the inspection.
    (f"{DAY}，{{孔令启|区委书记}}到南塘村调研。\n在随后召开的座谈会上，{{孔令启}}强调，要干。", ["Inspection 2031-04-06 | 孔令启:lead+speak | | 南塘村"]),
    # A time of day sets another kind of activity apart.
    ("<4月6日上午=2031-04-06>，[市政府]召开春耕会议。{田雨生|市长}讲话。\n<当天下午=2031-04-06>，{田雨生}到南塘村调研。",
     ["Meeting 2031-04-06 | 田雨生:speak | 市政府", "Inspection 2031-04-06 | 田雨生:lead | | 南塘村"]),
    # The same kind goes on in the evening.
    (f"{DAY}，{{孔令启|区委书记}}巡查防汛。\n<当晚=2031-04-06>，{{孔令启}}一行来到东山水库察看。", ["Inspection 2031-04-06 | 孔令启:lead | | 东山水库"]),
    # Another day, another activity.
    (f"{DAY}，{{孔令启|区委书记}}到南塘村调研。\n<4月8日=2031-04-08>，/临川区/召开工作会议。{{何静|区长}}主持。",
     ["Inspection 2031-04-06 | 孔令启:lead | | 南塘村", "Meeting 2031-04-08 | 何静:preside | 临川区"]),
    # A day within the range of a visit is no other activity.
    ("<4月6日至8日=2031-04-06..2031-04-08>，{孔令启|区委书记}赴/海宁市/考察。\n<4月7日=2031-04-07>，{孔令启}一行参观了盐官古城。",
     ["StudyVisit 2031-04-06 | 孔令启:lead | | 海宁市 盐官古城"]),
    # Who got a post at a meeting: an appointment of its own.
    (f"{DAY}，[县人大常委会]召开第二次会议。会议决定任命{{王学林}}为副县长。{{曹阳|县人大常委会主任}}主持会议。",
     ["Meeting 2031-04-06 | 曹阳:preside | 县人大常委会", "Appointment 2031-04-06 | 王学林:appointed"]),
    # Who takes an office that a decision gives, told without a word of giving it.
    (f"{DAY}，/云溪县/召开干部大会，宣布市委决定：{{王学林}}任云溪县委书记；免去{{曹阳}}云溪县委书记职务。",
     ["Appointment 2031-04-06 | 王学林:appointed 曹阳:removed", "Meeting 2031-04-06 | | 云溪县"]),
    # What two sign after they have met.
    (f"{DAY}，{{田雨生|市长}}会见了{{周大山|河湾市市长}}一行。会见后，{{田雨生}}与{{周大山}}签署了友好城市协议。",
     ["Reception 2031-04-06 | 田雨生:host 周大山:guest", "Signing 2031-04-06 | 田雨生:sign 周大山:sign"]),
    # 同志为 gives a post only where one follows.
    (f"{DAY}，/云溪县/举行党员培训班。{{曹阳|县委书记}}同志为全体学员讲授党课。", ["Meeting 2031-04-06 | 曹阳:lead | 云溪县"]),
    # A paragraph printed twice.
    (f"{DAY}，{{孔令启|区委书记}}到南塘村调研。\n{DAY}，{{孔令启|区委书记}}到南塘村调研。", ["Inspection 2031-04-06 | 孔令启:lead | | 南塘村"]),
    # A dated scene before the event is told.
    ("<4月6日上午=2031-04-06>，在北岭村，村民排起长队。<当日=2031-04-06>，[县医院]举办义诊活动。", ["PublicEvent 2031-04-06 | | 县医院 | 北岭村"]),
]


@pytest.mark.parametrize(("marked", "targets"), SEVERAL, ids=[t[-1] for _, t in SEVERAL])
def test_several(marked: str, targets: list[str]) -> None:
    """Which sentences tell of one activity, and which of another."""
    assert [shown(a) for a in read(marked)[1]] == targets


NOTHING = [
    "{田雨生|市长}在接受采访时的讲话引起关注。",
    "{田雨生|市长}在海陵经贸合作对话会上致辞。",
    "据了解，该项目<去年=2030>开工，总投资3亿元。",
    f"{DAY}起，各部门要加强检查，召开会议部署。",
    "[市统计局]今天公布的数据显示，粮食产量增长。",
    "大会将于下月召开，{田雨生|市长}将出席。",
    "文化节开幕式将于<4月6日=2031-04-06>举行，{田雨生|市长}将出席。",
    "与会者决定，第三次大会于<4月6日=2031-04-06>在海陵召开。",
    "今年是全市教育工作会议召开五周年，<4月6日=2031-04-06>印发了方案。",
    "近年来，[市侨联]积极参加各项活动，在项目调研等方面发挥作用。",
    "{周大山}曾到南塘村考察。",
    "为更好地指导工作，教材日前出版。",
    "这本书记录了{周大山}的一生。",
    "[市教育局]印发《关于开展读书月活动的通知》。",
]


@pytest.mark.parametrize("marked", NOTHING)
def test_nothing(marked: str) -> None:
    """Plans, duties, history and statistics are no activities."""
    assert [shown(a) for a in read(marked)[1]] == []


NOT_PART = [
    # Cited or conveyed: in no role.
    (f"{DAY}，[市委]召开会议，传达了{{唐明|省委书记}}的指示精神。", "唐明"),
    (f"{DAY}，[市委]召开会议，学习贯彻{{唐明|省委书记}}在全省大会上的讲话。", "唐明"),
    (f"{DAY}，{{孔令启|区委书记}}调研。{{孔令启}}指出，要干。此前{{唐明}}同志到村里考察。", "唐明"),
    # The subject of 听取 does not report.
    (f"{DAY}，{{孔令启|区委书记}}主持召开专题会议。受{{唐明|市长}}委托，{{孔令启}}讲话。", "唐明"),
    # Only in the name of a thing.
    (f"{DAY}，“{{周大山}}书画展”在市民中心举行。", "周大山"),
]


@pytest.mark.parametrize(("marked", "name"), NOT_PART)
def test_no_participant(marked: str, name: str) -> None:
    """People who are named beside an activity, but take no part in it."""
    assert name not in [p.agent.name for a in read(marked)[1] for p in a.participations]


def test_listener_does_not_report() -> None:
    """听取了…汇报: its subject hears."""
    (told,) = read(f"{DAY}，{{孔令启|区委书记}}到南塘村调研，听取了有关情况汇报。")[1]
    assert told.participations[0].roles == ("lead",)
    (told,) = read(f"{DAY}，{{孔令启|区委书记}}听取防汛情况介绍，察看了东山水库。")[1]
    assert shown(told) == "Inspection 2031-04-06 | 孔令启:lead | | 东山水库"


LABELS = [
    (f"{DAY}，/临川区/召开2031年春季防汛工作会议。", "2031年春季防汛工作会议"),
    (f"{DAY}，{{孔令启|区委书记}}带队督导“两清”工作。", "督导“两清”工作"),
    (f"{DAY}，{{孔令启|区委书记}}带领[区城管局]负责人对扬尘治理进行督导。", "对扬尘治理进行督导"),
    (f"{DAY}，[市文旅局]召开年度工作会暨表彰大会。", "年度工作会暨表彰大会"),
    (f"{DAY}，[市文联]开展“春风十里，大河有声”主题座谈会。", "“春风十里，大河有声”主题座谈会"),
    (f"{DAY}，/临川区/在人民公园举行文化小院授牌仪式。", "文化小院授牌仪式"),
    (f"{DAY}，第五届文化节启动仪式暨书画社成立仪式在人民公园举行。", "第五届文化节启动仪式暨书画社成立仪式"),
    (f"由[市文化局]主办的江城灯会{DAY}在市民广场举行。", "江城灯会"),
]


@pytest.mark.parametrize(("marked", "label"), LABELS)
def test_label(marked: str, label: str) -> None:
    """What an activity is called comes from the text."""
    assert [a.label for a in read(marked)[1]] == [label]


def test_capacity_order_and_evidence() -> None:
    """Posts as printed, participants in printed order, and sentences that state it all."""
    text, (told,) = read(f"{DAY}，[市委]召开会议。{{何静|区长}}、{{卢青|局长}}出席。\n{{何静}}强调，要干。")
    assert [(p.agent.name, p.order, [c.title for c in p.capacity]) for p in told.participations] == [
        ("何静", 1, ["区长"]), ("卢青", 2, ["局长"]),
    ]  # fmt: skip
    assert [e.exact for e in told.participations[0].evidence] == ["区长何静、局长卢青出席。", "何静强调，要干。"]
    for fact in (told, *told.participations):
        assert fact.rules
        assert all("".join(text[e.start : e.end].split()) == e.exact for e in fact.evidence)


def test_headline_tells_the_holder() -> None:
    """我市 in the headline holds what the body tells without a holder."""
    plain = "临川区组织收看清风讲堂\n4月6日，清风讲堂在市民中心举行。"
    mentions = []
    mentions.append(Mention("place", 0, 3, "临川区", "t"))
    mentions.append(Mention("date", 12, 16, "4月6日", "t", DateValue("4月6日", "2031-04-06")))
    article = Article(doc="t", sha256="0" * 64, number=1, text=plain, offsets=range(len(plain)), raw=plain,
                      headline="临川区组织收看清风讲堂", body=12, sentences=((12, len(plain)),))  # fmt: skip
    (told,) = find_activities(article, tuple(mentions), (), default_lexicon())
    assert [o.name for o in told.organizers] == ["临川区"]


MORE = [
    (f"{DAY}，{{何静|区长}}陪同{{郝志远|省水利厅厅长}}调研。", ""),
    (f"{DAY}，在{{何静|区长}}带领下，[区考察组]到南塘村调研。", ""),
    (f"{DAY}，{{何静|区长}}会见以{{郝志远|省水利厅厅长}}为团长的[省水利厅代表团]。", ""),
    (f"{DAY}，由{{郝志远|省水利厅厅长}}任组长的[省水利厅调研组]到南塘村调研。", ""),
    (f"{DAY}，在省城举行的发布会上，{{何静|区长}}介绍有关情况。", ""),
]


def test_every_rule_has_an_example() -> None:
    """Each rule named in the package is made by a sentence of the tables above."""
    made: set[str] = set()
    for marked, _ in [*TOLD, *SEVERAL, *NOT_PART, *LABELS, *MORE]:
        for a in read(marked)[1]:
            made |= {*a.rules, *(r for p in a.participations for r in p.rules)}
    source = "".join(path.read_text(encoding="utf-8") for path in Path(activity.__file__).parent.glob("*.py"))
    names = re.findall(r'f?"(activity\.[^"]+)"', source)
    patterns = {re.escape(re.sub(r"\{[^}]+\}", "*", name)).replace(r"\*", "[a-z]+") for name in names}
    assert [p for p in sorted(patterns) if not any(re.fullmatch(p, rule) for rule in made)] == []


def test_who_is_spoken_of_is_not_there() -> None:
    """After speech a sentence that begins 省长顾长风 goes on with those present, one that begins 顾长风省长 does not."""
    told = "4月6日，市长田雨生会见茶商会会长蒋文。田雨生表示，愿加强合作。{}考察海陵，提出了要求。"
    for who, there in (("顾长风省长", False), ("省长顾长风", True)):
        (article,) = split_articles(Source(doc="a.txt", text=told.format(who), sha256="0" * 64), default_lexicon())
        (reading,) = [f for f in read_article(article, default_lexicon()).facts if isinstance(f, Activity)]
        assert ("顾长风" in {p.agent.name for p in reading.participations}) is there
