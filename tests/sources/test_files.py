"""Single documents: plain text and HTML."""

import hashlib
from datetime import date

import pytest

from kg.model import Finding, Source
from kg.sources import read_sources
from kg.sources.files import page_title


def one(path):
    (item,) = read_sources([path])
    return item


def test_text_is_kept_as_it_is_with_its_newlines(tmp_path):
    data = "标题\r\n\r\n正文。\r第二行。\n".encode("utf-8-sig")
    (tmp_path / "a.txt").write_bytes(data)
    source = one(tmp_path)
    assert isinstance(source, Source)
    assert source.text == "标题\r\n\r\n正文。\r第二行。\n"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert not source.markup


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b" \n\t ", "empty"), (b"\xef\xbb\xbf", "empty"), (b"%PDF-1.7 ...", "binary"), (bytes(2000), "binary")],
)
def test_what_is_left_out(tmp_path, data, kind):
    (tmp_path / "a.txt").write_bytes(data)
    finding = one(tmp_path)
    assert isinstance(finding, Finding)
    assert finding.kind == kind
    assert finding.file.endswith("a.txt")
    assert "a.txt" in finding.message


def test_a_file_that_cannot_be_opened(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text("正文。", encoding="utf-8")
    items = list(read_sources([tmp_path]))
    assert [type(i) for i in items] == [Finding, Source]


def test_html_in_the_encoding_it_names(tmp_path):
    page = '<html><head><meta charset="gb2312"><title>县长调研_青湖县政府网</title><meta name="PubDate" content="2018-11-06 09:30"></head><p>正文。</p>'
    (tmp_path / "a.html").write_bytes(page.encode("gbk"))
    source = one(tmp_path)
    assert source.text == page
    assert source.markup
    assert source.title == "县长调研"
    assert source.published == date(2018, 11, 6)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>甲乙</title><h1>县长&nbsp;<b>调研</b></h1>", "县长 调研"),
        ("<title>县长调研 - 青湖新闻网</title>", "县长调研"),
        ('<meta property="og:title" content="县长&amp;书记"><h1>网站</h1>', "县长&书记"),
        ("<p>没有</p>", ""),
    ],
)
def test_titles(page, title):
    assert page_title(page) == title
