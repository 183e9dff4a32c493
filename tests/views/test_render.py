"""The file itself: the same bytes on each build, nothing from outside, nothing that can run but what is listed."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib

import pytest

from kg.views import write_page
from kg.views.render import packed, strings, text_blocks
from made import resolved
from kg.checks import add_conflicts
from kg.graph import build_graph


def test_same_bytes(page_file, tmp_path):
    world = resolved()
    graph = build_graph(world)
    add_conflicts(graph)
    write_page(graph, tuple(reversed(world.articles)), tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == page_file.read_bytes()


def test_nothing_from_outside(page_file):
    html = page_file.read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|img|iframe)\b[^>]*\b(src|href)=", html)
    assert not re.search(r"@import|url\(|sourceMappingURL", html)
    assert "cdn" not in html.lower().replace("cdnlikelihood", "")


def test_policy_lists_the_scripts_that_run(page_file):
    html = page_file.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html).group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    for code in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.S):
        assert base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() in policy
    assert "unsafe" not in policy


def test_data_cannot_end_its_element():
    text = "".join(packed({"name": "</script><!--<script>\u2028", "lone": "\ud800"}))
    assert "<" not in text and "\u2028" not in text
    assert json.loads(text)["name"].startswith("</script><!--<script>")


def test_much_data_is_deflated():
    value = {"rows": [["字" * 100, n] for n in range(5_000)], "none": [], "one": {"a": []}, "text": "乙"}
    plain, deflated = json.loads("".join(packed(value, 10**9))), json.loads("".join(packed(value, limit=10)))
    assert plain == value
    assert list(deflated) == ["deflate"]
    assert json.loads(zlib.decompress(base64.b64decode(deflated["deflate"]))) == value


@pytest.mark.parametrize("value", [{}, [], [[]], {"a": 1}, {"a": {}}, list(range(4_001))])
def test_pieces_are_the_json_of_the_whole(value):
    assert "".join(packed(value)) == json.dumps(value, separators=(",", ":"))


def test_blocks_hold_every_text():
    texts = ["甲" * 600_000, "乙" * 600_000, "丙"]
    blocks, places = text_blocks(texts)
    assert [blocks[b][n] for b, n in places] == texts
    assert len(blocks) == 2


def test_words_come_in_both_languages():
    for key, pair in strings().items():
        assert len(pair) == 2 and all(pair), key
        holes = [sorted(re.findall(r"\{(\w+)\}", text)) for text in pair]
        assert holes[0] == holes[1], key
