"""Columns mended, blanks of the layout dropped, and what must stay."""

import pytest

from kg.articles import split_articles
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()


def body(text: str, **fields) -> str:
    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64, **fields), LEX)
    return article.text[article.body :]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("会议指出，这是事关青湖高质量发展的\n\n发展的一件大事，要抓好。", "会议指出，这是事关青湖高质量发展的一件大事，要抓好。"),
        ("他表示，要推动全县工作再上新台阶。\n\n\n新台阶。\n\n他指出，要抓好春耕。", "他表示，要推动全县工作再上新台阶。\n他指出，要抓好春耕。"),
        ("他先后来到柳林合作社、石桥农场，参观产品展\n\n厅、车间，听取了汇报。展厅里人很多。", "他先后来到柳林合作社、石桥农场，参观产品展厅、车间，听取了汇报。展厅里人很多。"),
        ("他说，要提升治理能力、\n\n提升服务水平，让群众满意。", "他说，要提升治理能力、提升服务水平，让群众满意。"),
        ("他说，各单位要用好“首席服务\n官”制度，抓好落实。", "他说，各单位要用好“首席服务官”制度，抓好落实。"),
        ("他说，县里用上了 GDP 和 AI model\nfor farms 系统，效果很好。", "他说，县里用上了GDP和AI model for farms系统，效果很好。"),
        ("公司做电 子商务，电子商务发展快， 前景好。 大家满意。", "公司做电子商务，电子商务发展快，前景好。大家满意。"),
        ("他分析了存在问 题，提出了措施。", "他分析了存在问题，提出了措施。"),
        ("省文化和旅游厅厅 长罗大川，副厅 长石望山陪同检查工作。", "省文化和旅游厅厅长罗大川，副厅长石望山陪同检查工作。"),
        ("2020 年 3 月 5 日，面积 183 亩。", "2020年3月5日，面积183亩。"),
    ],
)
def test_mended(text, mended):
    assert body(f"他来了。\n\n{text}") == f"他来了。\n{mended}"


@pytest.mark.parametrize(
    "text",
    [
        "3月20日，罗大川调研了柳林镇、石桥镇等地，听取了汇报\n会议要求，要抓好春耕工作。",
        "一定要坚持！\n一定要坚持！",
        "会议提出要求：\n一要抓种子；\n二要抓化肥。",
        "一、抓种子\n种子是关键，要抓好。",
        "参加会议的有白小鹿 罗大川 何青山 王 伟。",
        "区委常委 常务副区长罗大川等陪同。",
        "活动以“爱护森林资源 保护生态安全”为主题。",
        "记者：一桌多少钱，\n主持人：能举个例子吗，说说看。",
        "2007-2010年 青湖县副县长，县政府党组成员\n2010-2012年 青湖县县长，县政府党组书记",
        "谢山书记作报告\n\n他说，要抓好落实。",
    ],
)
def test_left_alone(text):
    assert body("他来了。\n" + text).removeprefix("他来了。\n").replace("\n\n", "\n") == text.replace("\n\n", "\n")


def test_a_paragraph_printed_twice_stays():
    text = "3月20日，罗大川调研。他要求抓好春耕。"
    assert body(f"{text}\n{text}") == f"{text}\n{text}"


def test_wrapped_lines_are_joined():
    text = "3月20日上午，青湖县\n召开春耕生产工作会\n议。县委书记白小鹿\n出席会议并讲话，她\n要求各乡镇要抢抓农\n时，落实好各项政策。\n县长罗大川主持会议。"
    assert body(text) == "3月20日上午，青湖县召开春耕生产工作会议。县委书记白小鹿出席会议并讲话，她要求各乡镇要抢抓农时，落实好各项政策。\n县长罗大川主持会议。"


def test_a_record_is_joined_only_on_strong_evidence():
    open_end = "他强调，要抓好春耕生产，确保夏粮丰收，努力增加农民收入\n全县上下要行动起来，抓好落实。"
    assert "\n" in body(open_end, title="调研")
    assert "\n" not in body(open_end)
