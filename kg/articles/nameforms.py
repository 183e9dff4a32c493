"""What a name looks like in a credit, where a role says that one stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.articles.furniture import HAN

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}")
SHORT = re.compile(f"[{HAN}]{{2,3}}")
WORD = re.compile(f"[{HAN}]+")
LONGEST = 4  # characters of a name; a body may have more


class NameForms:
    """Tells full names from words and from bodies by their form."""

    def __init__(self, lex: Lexicon) -> None:
        self._single = frozenset(lex.words("names", "surnames"))
        self._rare = frozenset(lex.words("names", "rare_surnames"))
        self._double = lex.words("names", "compound_surnames")
        self._excluded = frozenset((*lex.words("names", "name_exclusions"), *lex.words("layout", "not_credited")))
        self._never_last = frozenset(lex.words("people", "never_last"))
        self._body_ends = lex.words("layout", "not_name_ends")
        self._syllables = re.compile(rf"(?:{'|'.join(lex.words('people', 'syllables'))}){{2,3}}")

    def is_full(self, text: str, *, strict: bool) -> bool:
        """Whether a text has the form of a full name: a surname and one or two characters, or 买买提·吐尔逊;
        not strict: also 次仁央宗, and a surname of each parent with two characters.
        """
        if text in self._excluded or (text.endswith(self._body_ends) and len(text) != LONGEST):
            return False
        if "·" in text:
            return bool(FOREIGN.fullmatch(text))
        if text.startswith(self._double):
            return 3 <= len(text) <= LONGEST
        if not strict and self._syllables.fullmatch(text):
            return True
        return text[:1] in self._single and (2 <= len(text) <= 3 or (not strict and self._of_both(text)))

    def _of_both(self, text: str) -> bool:
        """A surname of each parent with two characters; not 石望山从|市教育局获悉."""
        return len(text) == LONGEST and text[1] in self._single and text[-1] not in self._never_last

    def may_be(self, text: str, *, named: bool) -> bool:
        """Whether a text behind a label may be a name: of a rare surname, or of any behind a plain name before."""
        if text in self._excluded or not SHORT.fullmatch(text) or text.endswith(self._body_ends):
            return False
        return named or text[0] in self._rare

    def is_body(self, text: str) -> bool:
        """Whether a text ends as bodies do: 县教育局."""
        return text.endswith(self._body_ends) and WORD.fullmatch(text) is not None
