"""What one finder leaves to another. The people are invented."""

from kg.articles import split_articles
from kg.lexicon import default_lexicon
from kg.mentions import find_mentions
from kg.model import Source

LEX = default_lexicon()


def found(text: str, kind: str) -> list[str]:
    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)
    return [m.text for m in find_mentions(article, LEX) if m.kind == kind]


def test_no_date_inside_a_name() -> None:
    text = "9月23日，副市长李明春、唐丽华出席会议。"
    assert found(text, "person") == ["李明春", "唐丽华"]
    assert found(text, "date") == ["9月23日"]
    assert found("明春将全面开工。", "date") == ["明春"]
