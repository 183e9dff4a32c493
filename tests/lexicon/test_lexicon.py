"""The loader: what a table may hold, what a user's folder may add, and that mistakes are named."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.lexicon import Lexicon, default_lexicon


def folder(tmp_path, text: str):
    (tmp_path / "names.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_users_add_words(tmp_path):
    lex = Lexicon(folder(tmp_path, '[compound_surnames]\nwords = ["云溪"]'))
    assert lex.words("names", "compound_surnames")[-1] == "云溪"
    assert lex.version != default_lexicon().version


BAD = [
    ('[surnames]\nwords = ["王"]', "twice"),
    ("[surnames]\nwords = [1]", "not 1"),
    ('[nothing]\nwords = ["王"]', "no such table"),
    ('[surnames]\nword = ["王"]', "no key but"),
    ("[surnames", "names.toml"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_mistakes_are_named(tmp_path, text: str, message: str):
    with pytest.raises(KgError, match=message):
        Lexicon(folder(tmp_path, text))


def test_unknown_tables_raise():
    with pytest.raises(KgError, match="no word table"):
        default_lexicon().words("names", "nothing")
    with pytest.raises(KgError, match="no map table"):
        default_lexicon().map("organs", "nothing")


def test_suffixes_come_longest_first():
    lengths = [len(s) for s in default_lexicon().words("organs", "suffixes")]
    assert lengths == sorted(lengths, reverse=True)
