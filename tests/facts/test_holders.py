"""Who holds what: chains of posts, what lists inherit, names before posts. All people are invented."""

import pytest

from posts_told import posts, tenures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青湖县委书记石望山出席。", "石望山:青湖县委+书记"),
        ("县委副书记、县长石望山主持。", "石望山:县委+副书记 石望山:县+县长"),
        ("青湖区党工委书记、管委会主任石望山讲话。", "石望山:青湖区党工委+书记 石望山:青湖区管委会+主任"),
        ("市委常委、宣传部部长、市政府党组成员石望山出席。", "石望山:市委+常委 石望山:市委宣传部+部长 石望山:市政府+党组成员"),
        ("省委常委、组织部长石望山出席。", "石望山:省委+常委 石望山:省委组织部+部长"),
        ("县委常委 常务副县长石望山陪同。", "石望山:县委+常委 石望山:县+常务副县长"),
        ("县委常委宣传部长石望山陪同。", "石望山:县委+常委 石望山:县委宣传部+部长"),
        ("县改革领导小组副组长兼办公室主任石望山参加。", "石望山:县改革领导小组+副组长 石望山:县改革领导小组办公室+主任"),
        ("县教育局党组书记、局长石望山汇报。", "石望山:县教育局+党组书记 石望山:县教育局+局长"),
        ("青湖市委常委石望山、方一舟，市人大常委会副主任罗大川出席。",
         "石望山:青湖市委+常委 方一舟:青湖市委+常委 罗大川:青湖市人大常委会+副主任"),
        ("青湖县卫健委主任石望山、副主任方一舟受到表彰。", "石望山:青湖县卫健委+主任 方一舟:青湖县卫健委+副主任"),
        ("县人大常委会副主任石望山同志，带领委员方一舟、罗大川检查。",
         "石望山:县人大常委会+副主任 方一舟:县人大常委会+委员 罗大川:县人大常委会+委员"),
        ("市政府副秘书长、办公室主任石望山出席。", "石望山:市政府+副秘书长 石望山:市政府办公室+主任"),
        ("松岭街道党工委副书记、办事处主任石望山汇报。", "石望山:松岭街道党工委+副书记 石望山:松岭街道办事处+主任"),
        ("副市长、公安局长石望山主持。", "石望山:市+副市长 石望山:市公安局+局长"),
        ("县委书记、党的二十大代表、县人武部党委第一书记石望山讲话。", "石望山:县委+书记 石望山:县人武部+党委第一书记"),
        ("院党组书记、院长石望山主持。", "石望山:院+党组书记 石望山:院+院长"),
        ("青湖县松岭镇党委委员、副书记石望山参加。", "石望山:青湖县松岭镇党委+委员 石望山:青湖县松岭镇党委+副书记"),
        ("旗教育工委书记、局长石望山出席。", "石望山:旗教育工委+书记 石望山:旗教育局+局长"),
        ("一行来到文昌街道利民社区，看望社区党支部书记石望山。", "石望山:文昌街道利民社区+党支部书记"),
        ("国务委员兼国防部长石望山访问。", "石望山:国务院+国务委员 石望山:国防部+部长"),
        ("青湖研究中心副主任、青湖大学副教授石望山介绍。", "石望山:青湖研究中心+副主任"),
    ],
)
def test_posts_before_names(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石望山任青湖县教育局局长。", "石望山:青湖县教育局+局长"),
        ("石望山当选青湖县人大常委会主任。", "石望山:青湖县人大常委会+主任"),
        ("会议决定任命石望山为青湖县公安局局长。", "石望山:青湖县公安局+局长"),
        ("石望山（青湖县委书记）出席。", "石望山:青湖县委+书记"),
        ("石望山，男，汉族，1970年生，现任青湖县委书记。", "石望山:青湖县委+书记"),
        ("免去石望山同志青湖镇党委书记职务。", "石望山:青湖镇党委+书记"),
        ("2012年石望山任青湖县委副书记，2015年任青湖县政协主席。", "石望山:青湖县委+副书记 石望山:青湖县政协+主席"),
        ("青湖大学党委石望山书记讲话。", "石望山:青湖大学党委+书记"),
        ("石望山校长来到学院。", "石望山:校+校长"),
    ],
)
def test_names_before_posts(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("青湖县委原书记石望山受审。", "former"),
        ("时任青湖县委书记石望山到场。", "former"),
        ("青湖县代县长石望山讲话。", "acting"),
        ("石望山曾任莲河县委书记。", "former"),
        ("石望山拟任莲河县委书记。", "elect"),
        ("青湖县委书记石望山讲话。", "current"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [t.status for t in tenures(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "副主任石望山出席。石望山主任讲话。",  # a courtesy is no second post
        "会议听取了县委书记关于春耕的汇报。",
        "石望山来到工地，县委书记要求的三件事已经办好。",
    ],
)
def test_no_further_post(text: str) -> None:
    assert len(posts(text)) <= 1
    assert not any(p.endswith(("+主任", "+书记")) and "副" not in p for p in posts(text))


def test_every_tenure_quotes_its_sentence() -> None:
    text = "青湖县委书记石望山出席。县长方一舟主持。"
    for tenure in tenures(text):
        (evidence,) = tenure.evidence
        assert text[evidence.start : evidence.end] == evidence.exact
        assert tenure.person.name in evidence.exact
        assert tenure.post.title in evidence.exact
