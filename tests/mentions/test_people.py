"""People: where names stand, where they end, and what only looks like a name. All people are invented."""

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.people import find_people
from kg.mentions.title import find_titles

LEX = default_lexicon()


def people(text: str) -> list[tuple[str, str]]:
    """Printed form and full name of every mention."""
    return [(m.text, m.value.name) for m in find_people(text, find_titles(text, LEX), LEX)]


def names(text: str) -> list[str]:
    return list(dict.fromkeys(name for _, name in people(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委书记虎长和应约到会。", "虎长和"),
        ("要坚持以史为鉴、开创未来，以史明志，以文育人。", ""),
        ("石云汇食品有限公司参加，石云汇食品成立。", ""),
        ("石云汇走访南塘有限公司，石云汇介绍情况。", "石云汇"),
        ("县委书记虎长青和参加会议的同志到会。", "虎长青"),
        ("在韩国川上任云川市长后，情况变了。", "韩国川"),
        ("莫斯科市长柴望山到会。", "柴望山"),
        ("副县长石望山从云川区区长任青河县委书记。", "石望山"),
        ("县委书记虎长青出席会议并讲话。", "虎长青"),
        ("县委书记柴越出席会议。", "柴越"),
        ("副县长欧阳明远、尉迟川陪同检查。", "欧阳明远 尉迟川"),
        ("县长王 伟主持会议。", "王伟"),
        ("副县长罗大川（女，回族）出席。", "罗大川"),
        ("县委常委方一舟、田小禾、石望山，副县长罗大川出席。", "方一舟 田小禾 石望山 罗大川"),
        ("方一舟、田小禾、石望山、罗大川等县领导参加。", "方一舟 田小禾 石望山 罗大川"),
        ("会议决定任命石望山为县教育局局长。", "石望山"),
        ("免去石望山同志县教育局局长职务。", "石望山"),
        ("接受了石望山辞去副县长职务的请求。", "石望山"),
        ("时任县长的石望山当时在场。", "石望山"),
        ("村民石望山说，日子越过越好。", "石望山"),
        ("石望山表示，要抓好春耕。", "石望山"),
        ("县长次仁顿珠、副县长格桑扎西到会。", "次仁顿珠 格桑扎西"),
        ("副州长艾山江·买买提介绍情况。", "艾山江·买买提"),
        ("德国总理哈德曼访问北京。", "哈德曼"),
        ("日本大分市市长佐藤松一郎表示感谢，部长渡边诚也来了。", "佐藤松一郎 渡边诚"),
        ("原党委书记都鹏飞涉嫌违纪。", "都鹏飞"),
        ("在各级领导的关怀下，县长罗大川到会。", "罗大川"),
        ("一行到峨山、鲁支、中和等村委会看望群众，县长罗大川讲话。", "罗大川"),
        ("副市长提名人选吴启山、市长候选人罗大川参加。", "吴启山 罗大川"),
        ("任命石望山为市长，查中才同志为副市长。", "石望山 查中才"),
        ("慰问高玉树、林大民等老教师。", "高玉树 林大民"),
        ("常务副会长林元对、尤良友，会长罗大川参加。", "林元对 尤良友 罗大川"),
        ("在罗大川上任云川市长后，情况有了变化。", "罗大川"),
        ("副县长谢福来，县政协副主席石望山参加。", "谢福来 石望山"),
        ("党委书记石望山同志任职以来，学校变化很大。", "石望山"),
        # 及 joins before a title, 向 before 同志 is a preposition, a wife is named like a villager
        ("县政协副主席罗大川、方一舟、李川及秘书长石望山参加。", "罗大川 方一舟 李川 石望山"),
        ("众人在石望山同志像前默哀，向吴葵远同志三鞠躬，向王文川同志致敬。", "石望山 吴葵远 王文川"),
        ("主席夫人石望舒出席。", "石望舒"),
        ("市政协副主席乌兰、石望山、罗大川出席。", "乌兰 石望山 罗大川"),
        ("州党委常委任长青，副部长阮氏秋云到会。", "任长青 阮氏秋云"),
        # who takes what is given, a wife and a helper, telegrams, the place whose mayor follows
        ("会议决定任命：石望成为青河县副县长。", "石望成"),
        ("青河市市长石望山和云川市长罗大川举行会谈。", "石望山 罗大川"),
        ("总理哈德曼和夫人索菲娅到访。", "哈德曼 索菲娅"),
        ("主席石望山致电阿赫马德·尼加里，祝贺他当选。主席石望山说，愿继续合作。", "石望山 阿赫马德·尼加里"),
        ("就海难向秘鲁总统卡萨雷致慰问电。", "卡萨雷"),
        ("德国总理哈德曼在莫斯科说，总统卡萨雷和外长林德曼到访。", "哈德曼 卡萨雷 林德曼"),
        ("前首相小泽由纪夫、部长中谷正到会。", "小泽由纪夫 中谷正"),
        # a doubtful name between sure ones; a word between a title and what only people do
        ("县政协副主席罗大川、华源、石望山，秘书长李川平出席。", "罗大川 华源 石望山 李川平"),
        ("出席会议的有：罗大川、李川平、石望山、华源，县长周远山主持。", "罗大川 李川平 石望山 华源 周远山"),
        ("县委书记兴安主持召开会议。", "兴安"),
        ("“石大姐，我们来看你啦！”一见到石雨珍，县长罗大川就问她身体可好。", "石雨珍 罗大川"),
        ("免去计为的云川市副市长职务；免去额尔其图同志云川旗人民法院院长职务。", "计为 额尔其图"),
        ("市长樊和主持会议，副市长任为出席。", "樊和 任为"),
        ("北川海关关长达布希拉图、副局长公保扎西陪同。", "达布希拉图 公保扎西"),
        ("水利部长江水利委员会主任罗大川到会。", "罗大川"),
        # members of a roster that no surname begins; foreign names behind the place whose head they are
        ("市委常委：石望山、罗大川、李川平、赫沛、格桑、周远山、丹增、王慕远等9人出席。", "石望山 罗大川 李川平 赫沛 格桑 周远山 丹增 王慕远"),
        ("县领导石望山、罗大川、李川平、办公室、周远山出席。", "石望山 罗大川 李川平 周远山"),
        ("会见约旦安曼市长阿里·苏赫德、土耳其安卡拉省长萨费德·贝鲁克。", "阿里·苏赫德 萨费德·贝鲁克"),
        ("外务省次官桥下正纪说，情况清楚。县长高野到会。", "桥下正纪 高野"),
        # names from abroad behind titles of other countries: by number, Japanese of 3, 4 and 5 characters
        ("科威特首相哈桑尼亚说，以色列总理贝塔尼亚也发来贺信。", "哈桑尼亚 贝塔尼亚"),
        ("会见约旦国王萨德拉三世和丹麦女王索菲丽娅二世。", "萨德拉三世 索菲丽娅二世"),
        ("日本外相根本雄介、防卫相小泽隆太郎和日本驻华大使堀江茂说，合作顺利。", "根本雄介 小泽隆太郎 堀江茂"),
        ("日本首相长谷川由纪子会后说，双方同意。", "长谷川由纪子"),
        ("任川平指出，情况清楚。", "任川平"),
        ("县政协副主席方一舟、民盟县委主委罗庆和等领导出席。县长石望山和等待的群众交谈。", "方一舟 罗庆和 石望山"),
        ("局长石云和在会上通报情况，县长石大川都表示赞成。", "石云和 石大川"),
        ("华耀副总经理石大春陪同。", "石大春"),
        ("副县长石大成，白雀园镇党委书记林大春参加。", "石大成 林大春"),
        ("教务处副处长石小明领学会议精神。", "石小明"),
        ("金安乡长陈成山、金石镇长陈明远出席。", "陈成山 陈明远"),
        ("石小明副大队长带队检查，沈如松副总队长强调要加强监管。", "石小明 沈如松"),
        ("会见总统德马斯-贝内尔、国王德雷克-亚历山大、首相斯贝夫。", "德马斯-贝内尔 德雷克-亚历山大 斯贝夫"),
    ],
)
def test_names_that_stand_in_the_text(text: str, expected: str) -> None:
    assert names(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "江阴市长泾镇召开会议。",
        "联合国秘书长中东问题特别协调员到访。",
        "来宾在贺信中说，友谊长存。",
        "乌军在该地区发动进攻，黄淮、江淮等地有雨。",
        "党委书记关于党建工作的汇报得到肯定。",
        "各办事处书记高度重视，认真落实。",
        "洪水冲垮了桥梁，群众安全转移。",
        "边境和平安宁得到维护。",
        "沈庄路和中山路正在施工。",
        "县委书记安阳调研。",
        "免去有关人员的领导职务，免去他的职务。",
        "县长和主持人先后讲话。",
        "机关长期坚持学习。",
        "张先生告诉记者，他已报名。",
        "全区上下凝心聚力，高质量发展成效明显。",
        "“强军梦”成为主题。",
        "马家窑村的果园丰收了。",
        "祁家河林场召开会议，马家窑法庭开庭。",
        "哈萨克斯坦、马尔代夫、尼泊尔派代表团参加。",
        "焦裕禄精神代代相传。",
        "韩方表示愿意合作。",
        "欧英就渔业达成一致。",
        "马方愿同中方加强合作。",
        "上世纪90年代初，这里还是荒山。",
        "既利当前，又惠民生，可起到一举多得的作用。",
        "谢谢高翔的报道。",
        "客人先后抵达莫斯科和卢甘斯克。",
        "卢甘斯克州和霍尔姆斯克州恢复了供电。",
        "这对儿女，2010年出国，本地人，生活不易。",
        "端午将至，包粽子、赛龙舟，热闹得很。",
        "会长城-长江游客增多，主任医师-患者沟通顺畅。",
    ],
)
def test_no_name_where_none_stands(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the shorter reading wins where it stands without the longer's last sign
        ("县委书记虎青要求加快进度。虎青一行来到工地。虎青强调安全。", "虎青"),
        # the longer wins where that sign always follows and begins no word
        ("市委常委范付中出席。范付中指出，要落实。", "范付中"),
        ("省总工会主席郭大为一行来访。郭大为主任讲话。", "郭大为"),
    ],
)
def test_the_whole_article_settles_where_a_name_ends(text: str, expected: str) -> None:
    assert names(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("副主任郭望山出席。郭主任指出，要抓紧。", "郭", "郭望山"),
        ("县长石望山来到工地。他强调，要注意安全。", "他", "石望山"),
        ("县长石望山走访村民。在村民方一舟家中，他看了房屋。", "他", "石望山"),
        # company does not become the subject: 他 is the leader
        ("县长石望山带队检查。副县长方一舟、罗大川陪同。他强调，要注意安全。", "他", "石望山"),
    ],
)
def test_short_forms_and_pronouns_stand_for_a_full_name(text: str, printed: str, expected: str) -> None:
    assert (printed, expected) in people(text)


@pytest.mark.parametrize("text", ["其他部门配合。县长石望山到场。", "县长石望山到场。他们随后离开。", "郭主任讲话。"])
def test_nothing_stands_for_nobody(text: str) -> None:
    assert not {"其他", "他", "他们", "郭"} & {printed for printed, _ in people(text)}


def test_two_of_one_surname_are_not_guessed_between() -> None:
    assert [p for p, _ in people("副主任郭望山、郭长青出席。郭主任指出，要抓紧。")] == ["郭望山", "郭长青"]


def test_spans_are_those_of_the_text() -> None:
    text = "县委书记虎长青和县长方一舟出席，虎长青讲话。"
    for mention in find_people(text, find_titles(text, LEX), LEX):
        assert text[mention.start : mention.end] == mention.text
        assert mention.rule.startswith("person.")
