"""Places: divisions, zones, and words for the article's own."""

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.place import place_finder

LEX = default_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("金水区召开会议", ["金水区"]),
        ("河南省郑州市金水区召开会议", ["河南省郑州市金水区"]),
        ("我市启动活动", ["我市"]),
        ("推动高新区建设", ["高新区"]),
        ("管城区和管城回族区", ["管城区", "管城回族区"]),
        ("大家安康、白银上涨", []),
        ("县水利局、青禾镇、松岭乡负责同志参加", ["青禾镇", "松岭乡"]),
        ("会上，青禾镇、松岭乡、石桥街道负责同志作了发言", ["青禾镇", "松岭乡", "石桥街道"]),
        ("来到青禾镇、松岭乡", []),
        ("各乡镇、城镇和家乡、村镇等", []),
        ("9月22日，松岭镇举行拉练活动", ["松岭镇"]),
        ("10月8日，松岭镇在二楼报告厅召开会议", ["松岭镇"]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    finder = place_finder(LEX)
    found = finder.find(text, finder.spans(text), [])
    assert [m.text for m in found] == expected
    assert all(text[m.start : m.end] == m.text for m in found)


def test_what_is_taken_gives_no_place() -> None:
    finder, text = place_finder(LEX), "金水区教育局召开会议"
    assert finder.find(text, finder.spans(text), [(0, 6)]) == []
