"""The posts that a text states, as the tests write them."""

from kg.articles import split_articles
from kg.facts.holders import find_holders
from kg.facts.tenure import find_tenures
from kg.lexicon import default_lexicon
from kg.mentions import find_mentions
from kg.model import Source

LEX = default_lexicon()


def tenures(text: str):
    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)
    return find_tenures(article, find_holders(article, find_mentions(article, LEX), LEX), LEX)


def posts(text: str) -> list[str]:
    return [f"{t.person.name}:{t.post.org.name}+{t.post.title}" for t in tenures(text)]
