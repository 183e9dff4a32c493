"""Words of Chinese and their unigram scores, from jieba's dictionary through a tokenizer of our own.

The tokenizer is private: adding a division to it never changes what other users of jieba see.
"""

from __future__ import annotations

import logging
import math
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import jieba
from jieba.posseg import dt as tagger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

jieba.setLogLevel(logging.WARNING)

LEVELS = frozenset("省市区县州旗盟镇乡村")
TABLES = (  # lexicon words with the tags they get, added before anything is cut or scored
    ("words", "nouns", "n"), ("words", "verbs", "v"), ("words", "adverbs", "d"),
    ("words", "stops", "v"),
    ("bodies", "keep", "n"), ("bodies", "abroad", "ns"), ("bodies", "closers", "n"), ("bodies", "cities", "ns"),
)
EVERYDAY = 60  # count in jieba's dictionary from which a word is an everyday one
WELL_KNOWN = 150  # count from which the name of a place (江南, 朝阳) is more than that of one county
RUNS = re.compile("[\u4e00-\u9fd5]+|[A-Za-z0-9]+|.|\n")
LONGEST_WORD = 6  # characters of a word that is weighed against a name
NO_OFFICE = "主责信胜"  # signs behind which 任 ends another word
PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})


class Words:
    """A private jieba tokenizer with the tags of its dictionary.

    `scores(text)[i]` is the log probability of the best segmentation of text[i:] under jieba's unigram
    model, with the people of its dictionary left out: they compete as names, not as words.
    """

    def __init__(self, lex: Lexicon) -> None:
        self.tokenizer = jieba.Tokenizer()
        self.tokenizer.initialize()
        self.tags: dict[str, str] = dict(tagger.word_tag_tab)  # its import reads the dictionary: no second time
        self.frequency: dict[str, int] = self.tokenizer.FREQ
        self.geographic = frozenset(w for w, tag in self.tags.items() if tag == "ns" and self.frequency[w] < WELL_KNOWN)
        self.log_total = math.log(self.tokenizer.total)
        self.people = frozenset(w for w, tag in self.tags.items() if tag in PERSON_TAGS and len(w) > 1)
        for file, table, tag in TABLES:
            for word in lex.words(file, table):
                self.add(word, self.tags.get(word, tag) if table in {"keep", "stops"} else tag)
        places = lex.divisions.forms()
        doubtful = frozenset(lex.words("divisions", "word_stems"))
        for form in (*lex.divisions.names(), *places):
            large = form not in doubtful and any(place.level != "county" for place in places.get(form, ()))  # 开封, a verb to jieba
            if large or len(form) > 2 or self.tags.get(form, "x").startswith("n") or form[-1] in LEVELS:
                self.add(form, "ns", 500)
        for form in lex.words("divisions", "joined"):
            self.tokenizer.del_word(form)
        self._costs: dict[str, float | None] = {}
        self._unseen = 0.0
        self.scores = lru_cache(maxsize=1 << 17)(self._scores)
        self.first = lru_cache(maxsize=1 << 14)(self._first)

    def add(self, word: str, tag: str, frequency: int = 2000) -> None:
        """Make a word known, at least as frequent as `frequency`."""
        if self.frequency.get(word, 0) < frequency:
            self.tokenizer.add_word(word, frequency)
        self.tags[word] = tag

    def cut(self, text: str) -> list[str]:
        """The words of a text, by dictionary alone: names are found by grammar, not guessed here.

        The path is jieba's most probable one (a test compares); without its graph of all words it is found
        in half the time.
        """
        words: list[str] = []
        for run in RUNS.findall(text):
            if len(run) == 1 or run.isascii():
                words.append(run)
            else:
                words += self._path(run)
        return words

    def _first(self, text: str) -> str:
        """The first word of a text, which must not be empty."""
        return self.cut(text)[0]

    def _path(self, run: str) -> Iterator[str]:
        """The most probable words of a run of Chinese characters, jieba's ties broken as jieba does."""
        costs = self._costs or self._all_costs()
        known, unseen = costs.get, self._unseen
        n = len(run)
        best = [0.0] * (n + 1)
        step = list(range(1, n + 1))
        top = 0.0
        for i in range(n - 1, -1, -1):
            top += known(run[i]) or unseen
            j = i + 2
            while j <= n and (cost := known(run[i:j], 1.0)) != 1.0:  # no logarithm of a probability: nothing begins so
                if cost is not None and (total := best[j] + cost) >= top:
                    top, step[i] = total, j
                j += 1
            best[i] = top
        i = 0
        while i < n:
            yield run[i : step[i]]
            i = step[i]

    def _all_costs(self) -> dict[str, float | None]:
        """Log probability of every word of the dictionary; None for what only begins one."""
        total = math.log(self.tokenizer.total)
        self._unseen = -total
        logs = {n: math.log(n) - total if n else None for n in set(self.frequency.values())}  # most words share their count
        self._costs = {w: logs[n] for w, n in self.frequency.items()}
        return self._costs

    def everyday(self, word: str) -> bool:
        """Whether two characters are an everyday word, and none of jieba's names of people."""
        return self.frequency.get(word, 0) > EVERYDAY and word not in self.people

    def tag(self, word: str) -> str:
        return self.tags.get(word, "n" if len(word) > 1 else "x")

    def score(self, text: str) -> float:
        """The log probability of the best segmentation of a text; 0 for none."""
        return self.scores(text)[0]

    def _scores(self, text: str) -> tuple[float, ...]:
        costs = self._costs or self._all_costs()
        known, people, unseen = costs.get, self.people, -self.log_total
        by = -self._unseen - self.log_total  # costs count the words that are added here, scores do not
        n = len(text)
        best = [0.0] * (n + 1)
        for i in range(n - 1, -1, -1):
            cost = known(text[i])
            top = best[i + 1] + (cost + by if cost else unseen)
            j, last = i + 2, i + LONGEST_WORD
            while j <= n and j <= last and (cost := known(text[i:j], 1.0)) != 1.0:
                if cost is not None and (total := best[j] + cost + by) > top and text[i:j] not in people:
                    top = total
                j += 1
            best[i] = top
        return tuple(best)


    def heads(self, text: str) -> list[float]:
        """The score of the first characters of a text, by their number."""
        costs = self._costs or self._all_costs()
        known, people, unseen = costs.get, self.people, -self.log_total
        by = -self._unseen - self.log_total
        n = len(text)
        best = [0.0, *[-math.inf] * n]
        for i in range(n):
            so_far = best[i]
            cost = known(text[i])
            if (total := so_far + (cost + by if cost else unseen)) > best[i + 1]:
                best[i + 1] = total
            j, last = i + 2, i + LONGEST_WORD
            while j <= n and j <= last and (cost := known(text[i:j], 1.0)) != 1.0:  # nothing begins so
                if cost is not None and (total := so_far + cost + by) > best[j] and text[i:j] not in people:
                    best[j] = total
                j += 1
        return best


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def words_of(lex: Lexicon) -> Words:
    """The words of a lexicon, read once a process."""
    return Words(lex)
