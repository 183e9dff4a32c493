"""Encodings: every usual one is told, and what is no text is refused."""

import pytest

from kg.sources.encoding import NotTextError, decode

TEXT = "本报讯 3月5日，青湖县县长白小鹿到柳林镇调研。\r\n她说，要抓好春耕。\n"
OLD = "本報訊，青湖縣縣長白小鹿到柳林鎮調研，聽取匯報。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
        ("plain ASCII 2020".encode(), "utf-8"),
    ],
)
def test_text_comes_back_as_it_was(data, encoding):
    decoded = decode(data)
    assert decoded.text in (TEXT, "plain ASCII 2020")
    assert decoded.encoding == encoding
    assert decoded.broken == 0


def test_traditional_characters():
    assert decode(OLD.encode("big5")).text == OLD
    assert decode(OLD.encode("gb18030")).text == OLD


def test_rare_characters_of_gb18030():
    text = TEXT + "镕、𨟠、堃、喆。"
    assert decode(text.encode("gb18030")).text == text


def test_one_broken_byte_in_a_long_text_is_read_as_u_fffd():
    data = bytearray((TEXT * 50).encode())
    data[900] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert 0 < decoded.broken <= 3
    assert decoded.text.startswith(TEXT)


def test_a_nul_in_the_middle_is_kept():
    assert decode((TEXT * 5 + "\x00" + TEXT).encode()).text.count("\x00") == 1


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4 " + b"x" * 50, b"\x89PNG\r\n\x1a\n" + bytes(100), b"PK\x03\x04" + bytes(60), bytes(range(256)) * 8, bytes(500)],
)
def test_binary_data_are_refused(data):
    with pytest.raises(NotTextError):
        decode(data)


def test_a_large_text_is_judged_by_its_beginning():
    text = TEXT * 30000
    assert decode(text.encode("gb18030")).text == text
