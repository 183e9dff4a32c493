"""Words: jieba's own path, found faster; scores that leave people out."""

from pathlib import Path
import re

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.words import words_of

WORDS = words_of(default_lexicon())
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("page", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.name)
def test_cut_is_jiebas_most_probable_path(page: Path) -> None:
    runs = re.findall("[\u4e00-\u9fd5]+", page.read_text(encoding="utf-8"))
    assert len(runs) > 100
    for run in runs:
        assert WORDS.cut(run) == list(WORDS.tokenizer.cut(run, HMM=False))


def test_the_global_tokenizer_is_left_alone() -> None:
    import jieba

    assert WORDS.tokenizer is not jieba.dt
    assert WORDS.frequency["党工委"] >= 2000
    assert jieba.dt.FREQ.get("党工委", 0) < 2000


def test_words_lose_nothing_of_the_text() -> None:
    text = "3月20日，ABC公司（北京）召开“双改”会议。\n新一行"
    assert "".join(WORDS.cut(text)) == text


def test_scores_are_those_of_every_tail() -> None:
    text = "出席会议并讲话"
    assert WORDS.scores(text)[2] == pytest.approx(WORDS.score(text[2:]))
    assert WORDS.score("") == 0.0


@pytest.mark.parametrize("page", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.name)
def test_heads_are_the_scores_of_every_beginning(page: Path) -> None:
    for run in re.findall("[\u4e00-\u9fd5]{8,}", page.read_text(encoding="utf-8")):
        assert WORDS.heads(run[:8]) == pytest.approx([WORDS.score(run[:size]) for size in range(9)])
