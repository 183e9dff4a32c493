"""The records that flow between the stages: source, article, mention, fact, resolved facts.

All are frozen and picklable. Offsets are code points, ends exclusive. Up to `facts` they count
characters of `Article.text`, the repaired text; `Article.raw_span` leads back to the raw file, and
every `Evidence` is already in raw offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Span = tuple[int, int]


# ---------------------------------------------------------------- sources and articles
@dataclass(frozen=True, slots=True)
class Source:
    """One document: a text or HTML file, or one record of a JSONL or CSV file.

    `text` is the raw decoded file (for a record, its `text` field): evidence counts from here.
    """

    doc: str  # name under its input folder: page1.txt, or batch.jsonl#id for a record
    text: str
    sha256: str  # of the bytes of the file, or of the UTF-8 bytes of a record's text
    title: str = ""  # a headline given outside the text (record field, HTML title)
    published: date | None = None
    paper: str = ""
    locality: str = ""  # the place the paper speaks for: 郑州市管城回族区
    markup: bool = False  # the text is HTML


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of a source that states a fact, in raw offsets."""

    article: str  # Article.id
    start: int
    end: int
    exact: str  # the raw text from start to end, blanks removed


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its columns repaired, with a map back to the raw text.

    `text` is normalized character for character: full-width letters and digits made half-width,
    half-width punctuation between Chinese made full-width, traditional characters made simplified,
    line breaks inside a sentence and words repeated at a column seam removed. Each of its characters
    stands for the raw character at the same index of `offsets`.
    """

    doc: str
    sha256: str
    number: int  # 1-based among the articles of its document
    text: str
    offsets: Sequence[int]
    raw: str = field(repr=False)  # the source's whole raw text
    headline: str = ""
    body: int = 0  # where in `text` the body begins (0: the headline is not part of the text)
    sentences: tuple[Span, ...] = ()  # in order, byline regions left out
    bylines: tuple[Span, ...] = ()  # regions of `text` that credit reporters and photographers
    published: date | None = None
    paper: str = ""
    locality: str = ""

    @property
    def id(self) -> str:
        return f"{self.sha256[:12]}-{self.number}"

    def raw_span(self, start: int, end: int) -> Span:
        """The raw offsets of text[start:end], which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def sentence_at(self, position: int) -> Span:
        """The sentence around a position of `text`; the position alone where none covers it."""
        i = bisect_right(self.sentences, (position, len(self.text) + 1)) - 1
        if i >= 0 and self.sentences[i][0] <= position < self.sentences[i][1]:
            return self.sentences[i]
        return position, min(position + 1, len(self.text))

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for a fact stated at text[start:end]: the sentence or sentences that hold it."""
        first, last = self.sentence_at(start), self.sentence_at(max(start, end - 1))
        return self.exact_evidence(min(first[0], start), max(last[1], end))

    def exact_evidence(self, start: int, end: int) -> Evidence:
        """Evidence that quotes exactly text[start:end]."""
        a, b = self.raw_span(start, end)
        return Evidence(self.id, a, b, "".join(self.raw[a:b].split()))


# ---------------------------------------------------------------- mentions
MentionKind = Literal["date", "person", "title", "organization", "place", "site", "initiative", "figure"]
DateBasis = Literal["explicit", "year-from-text", "year-from-page", "published", "unknown"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a printed date says, never more precisely than it says it. EDTF: ISO 8601-2:2019."""

    text: str
    edtf: str | None  # first day or period: 2020-03-20, 2020-03, XXXX-10-08; None: 近日
    earliest: date | None = None  # set only when bounded
    latest: date | None = None
    end: str | None = None  # EDTF of the last day of a range
    part: str = ""  # 上午, 下午, 晚
    basis: DateBasis = "unknown"


@dataclass(frozen=True, slots=True)
class PersonValue:
    """The full name that a mention stands for (虎强 for 虎强, for 虎书记 and for 他)."""

    name: str
    form: Literal["name", "short", "pronoun"] = "name"


@dataclass(frozen=True, slots=True)
class TitleValue:
    """One title word with its marks: 原副主任 is title 副主任, mark 原, status former."""

    title: str
    status: TenureStatus = "current"
    mark: str = ""


MentionValue = DateValue | PersonValue | TitleValue | str | None
TenureStatus = Literal["current", "former", "acting", "elect"]


@dataclass(frozen=True, slots=True)
class Mention:
    kind: MentionKind
    start: int
    end: int
    text: str
    rule: str
    value: MentionValue = None


# ---------------------------------------------------------------- references inside facts
@dataclass(frozen=True, slots=True)
class PersonRef:
    name: str
    key: str = ""  # set by resolution


@dataclass(frozen=True, slots=True)
class OrgRef:
    """A body: `name` with what its list or sentence says of its head (高新区管委会), `printed` as it stands.

    In 上海市委副书记、市长 the second body is 上海市, printed 上海.
    """

    name: str
    printed: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class SiteRef:
    """A place gone to, or a venue."""

    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class PostRef:
    org: OrgRef
    title: str
    mark: str = ""  # what is printed before the title and says when it was held: 原, 前, 代


# ---------------------------------------------------------------- facts
@dataclass(frozen=True, slots=True, kw_only=True)
class FactBase:
    evidence: tuple[Evidence, ...]
    rules: tuple[str, ...]  # names of the rules that made it
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(FactBase):
    """A person holds or held a post."""

    person: PersonRef
    post: PostRef
    status: TenureStatus = "current"
    since: DateValue | None = None  # stated only
    until: DateValue | None = None
    seen: tuple[DateValue, ...] = ()  # dates at which the text attests it


ActivityType = Literal[
    "Meeting", "Inspection", "StudyVisit", "Reception", "Signing", "Ceremony", "Condolence", "Appointment",
    "PublicEvent", "Other",
]
Role = Literal[
    "lead", "preside", "speak", "attend", "accompany", "host", "guest", "report", "sign", "appointed", "removed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(FactBase):
    agent: PersonRef | OrgRef
    roles: tuple[Role, ...]
    capacity: tuple[PostRef, ...] = ()  # posts as printed beside the name
    order: int | None = None  # 1-based, as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(FactBase):
    """What people or bodies did together at a time. `key` is unique in its article: a1, a2."""

    article: str
    key: str
    type: ActivityType
    label: str
    date: DateValue | None = None
    organizers: tuple[OrgRef, ...] = ()
    visited: tuple[SiteRef, ...] = ()  # in the order told
    venue: SiteRef | None = None
    about: tuple[str, ...] = ()  # initiatives, by name
    participations: tuple[Participation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(FactBase):
    speaker: PersonRef | OrgRef
    act: str  # 强调, 要求, 指出, 表示 …
    text: str
    addressees: tuple[OrgRef, ...] = ()
    article: str = ""
    during: str = ""  # Activity.key in the same article


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure(FactBase):
    """One body is part of another, or belongs to a place."""

    child: OrgRef
    parent: OrgRef


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeFact(FactBase):
    name: str
    kind: Literal["project", "campaign", "policy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFact(FactBase):
    """A number told of a project or campaign: 占地 183 亩."""

    of: str  # initiative name
    name: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline(FactBase):
    article: str
    person: PersonRef
    role: str  # 记者, 通讯员, 作者 …


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNamed(FactBase):
    """A person who is named, whatever else is said."""

    article: str
    person: PersonRef


@dataclass(frozen=True, slots=True)
class Holder:
    """A noun phrase that gives people posts, inside one article: 区委副书记、区长张艳敏.

    `start:end` covers posts and names; every one of `people` holds every one of `posts`.
    """

    start: int
    end: int
    people: tuple[Mention, ...]
    posts: tuple[PostRef, ...]
    status: tuple[TenureStatus, ...]  # one a post
    rule: str


Fact = Tenure | Activity | Statement | Structure | InitiativeFact | FigureFact | Byline | PersonNamed


# ---------------------------------------------------------------- what resolution gives
@dataclass(frozen=True, slots=True)
class Person:
    key: str  # {anchor}-{name}, or {name} where nothing anchors it: the tail of its IRI
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    classification: str = ""  # a term of kgo: Party, Government, Congress, Cppcc, Company …
    parent: str = ""  # key of an Organization
    place: str = ""  # key of a Division


@dataclass(frozen=True, slots=True)
class Division:
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    gb_code: str = ""
    parent: str = ""  # key of a Division


@dataclass(frozen=True, slots=True)
class Site:
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    place: str = ""  # key of a Division


@dataclass(frozen=True, slots=True)
class Initiative:
    key: str
    name: str
    kind: Literal["project", "campaign", "policy"]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What the graph and the page need of an article."""

    id: str
    doc: str
    sha256: str
    headline: str
    published: date | None
    paper: str
    locality: str
    start: int  # raw offsets of the whole article
    end: int
    raw: str = field(repr=False, default="")  # raw[start:end] of the source, for the page


@dataclass(frozen=True, slots=True)
class Resolved:
    """Everything known, with every reference in `facts` carrying the key of a record here."""

    articles: tuple[ArticleInfo, ...]
    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    divisions: tuple[Division, ...]
    sites: tuple[Site, ...]
    initiatives: tuple[Initiative, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check has to tell: a contradiction, a shape broken, a file left out."""

    kind: str  # one-seat-two-holders, exclusive-posts, end-before-start, spelling, shape, unreadable …
    message: str
    involves: tuple[str, ...] = ()  # IRIs
    guess: str = ""
    file: str = ""
