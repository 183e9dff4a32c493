"""What kind of body a name is: by the longest ending that a list of kg/lexicon/organs.toml has."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon import Lexicon

# Tables of organs.toml and the term of kgo:OrganizationType that each stands for; of two tables with the
# same ending the earlier one counts.
TERMS: Mapping[str, str] = {
    "discipline": "Discipline", "party": "Party", "congress": "Congress", "cppcc": "Cppcc", "court": "Judiciary",
    "procuratorate": "Judiciary", "military": "Military", "mass": "MassOrganization", "leading": "LeadingGroup",
    "team": "Delegation", "subdistrict": "Subdistrict", "village": "Community", "police": "Government",
    "park": "ParkCommittee", "government": "Government", "hospital": "Hospital", "school": "School",
    "company": "Company", "media": "Media", "international": "International", "association": "Association",
    "institute": "Institution",
}
OTHER = "OtherBody"
# Bodies that stand for their place: a short place name at their head is that place. The 三门峡 of
# 三门峡银保监局 is the city; that of 三门峡日报 or 苏州大学 is part of a name of its own.
LOCAL = frozenset({
    "Discipline", "Party", "Congress", "Cppcc", "Judiciary", "LeadingGroup", "Government", "ParkCommittee",
    "MassOrganization",
})


class Kinds:
    def __init__(self, lex: Lexicon) -> None:
        self._terms: dict[str, str] = {}
        for table, term in TERMS.items():
            for ending in lex.words("organs", table):
                self._terms.setdefault(ending, term)
        self._longest = max(map(len, self._terms))
        self._national = tuple(lex.words("organs", "national"))
        self._distinctive = tuple(lex.words("organs", "distinctive"))
        self._worldwide = tuple(lex.words("organs", "worldwide"))
        self._states = frozenset(lex.words("bodies", "country_signs")) - {"中"}

    def of(self, name: str) -> str:
        """The term for a body of this name: 耀州区委宣传部 is Party, 某村 Community; OtherBody where no ending tells."""
        for length in range(min(self._longest, len(name)), 0, -1):
            term = self._terms.get(name[-length:])
            if term:
                return term
        return OTHER

    def national(self, name: str) -> bool:
        """Whether a body is one of the whole country: 中央纪委, 商务部电子商务司."""
        return name.startswith(self._national)

    def distinctive(self, name: str) -> bool:
        """Whether a name alone tells which body is meant, whatever the article's place: 云河大学, 国际奥委会, 俄外交部."""
        if name.startswith(self._worldwide) or (name[:1] in self._states and self.national(name[1:])):
            return True
        return name.endswith(self._distinctive) and name not in self._distinctive


@cache
def kinds_of(lex: Lexicon) -> Kinds:
    """The kinds of a lexicon, built once a process."""
    return Kinds(lex)
