"""What stands for a person named before: 郭主任, 李院士, 他, 她."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.mentions.people.settle import finds
from kg.mentions.words import either
from kg.model import Mention, PersonValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.mentions.names import NameModel

PRONOUN = re.compile("[他她](?<![^，。；：！？“”、\\s][他她])(?![们人日])")
SENTENCE_END = re.compile("[。！？\n]")
AT_HOME = re.compile("(?:的)?家[中里]")  # 在村民李某家中，他…: whoever came
CLAUSE_ENDS = "，。；：！？\n"
HAN = re.compile("[\u4e00-\u9fff]")
MAX_BACK = 600  # characters back to the person a pronoun may stand for


class StandIns:
    """Short forms and pronouns over one lexicon."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        self.courtesies = re.compile(either(lex.words("titles", "courtesy")))
        self.clause_heads = frozenset(lex.words("people", "clause_heads")) | {"了", "在"}
        self.company = lex.words("people", "in_company")

    def short_forms(self, text: str, found: Sequence[Mention]) -> list[Mention]:
        """A surname and a title, for the one person of that surname named in full before it."""
        bearers: dict[str, list[Mention]] = defaultdict(list)
        for mention in found:
            name = person(mention)
            bearers[name[:2] if name[:2] in self.model.compound else name[0]].append(mention)
        taken = {position for m in found for position in range(m.start, m.end)}
        result = []
        for surname, mentions in bearers.items():
            for start in finds(text, surname):
                end = start + len(surname)
                if start in taken or self.courtesies.match(text, end) is None or not self._boundary(text, start):
                    continue
                names = {person(m) for m in mentions if m.start < start}
                if len(names) == 1:
                    value = PersonValue(names.pop(), "short")
                    result.append(Mention("person", start, end, surname, "person.short", value))
        return result

    def _boundary(self, text: str, start: int) -> bool:
        """Whether a word can end before `start`."""
        before = text[start - 1 : start]
        if not HAN.match(before) or before in self.clause_heads:
            return True
        frequency = self.model.words.frequency
        return frequency.get(text[max(0, start - 2) : start], 0) > frequency.get(text[start - 1 : start + 1], 0)

    def pronouns(self, text: str, found: Sequence[Mention]) -> Iterator[Mention]:
        """他, 她 at the head of a clause: whoever the last sentence was about that was not about company only."""
        leaders = self._leaders(text, found)
        for match in PRONOUN.finditer(text):
            start = match.start()
            before = [m for m in leaders if start - MAX_BACK < m.start < start] or [m for m in found if m.end <= start][-1:] or self._alone(text, found)
            if before:
                value = PersonValue(person(before[-1]), "pronoun")
                yield Mention("person", start, start + 1, text[start], "person.pronoun", value)

    @staticmethod
    def _alone(text: str, found: Sequence[Mention]) -> list[Mention]:
        """Whom 他 means in an excerpt that names nobody before it: the one person named at all, as the subject of a clause."""
        subjects = [m for m in found if m.start == 0 or text[m.start - 1] in CLAUSE_ENDS]
        return subjects[:1] if len({person(m) for m in found}) == 1 else []

    def _leaders(self, text: str, found: Sequence[Mention]) -> list[Mention]:
        """The first person of each sentence, but of sentences that only tell who came along (陪同)."""
        leaders: list[Mention] = []
        end = 0
        for mention in found:
            if mention.start < end or AT_HOME.match(text, mention.end):
                continue
            closing = SENTENCE_END.search(text, mention.start)
            end = closing.end() if closing else len(text)
            if not any(word in text[mention.start : end] for word in self.company):
                leaders.append(mention)
        return leaders


def person(mention: Mention) -> str:
    """The full name that a person mention stands for."""
    assert isinstance(mention.value, PersonValue)
    return mention.value.name
