"""Facts: what one article states, each with its evidence; and the references inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.record import record

if TYPE_CHECKING:
    from kg.model.documents import Evidence
    from kg.model.mentions import DateValue, Mention, TenureStatus


@record
class PersonRef:
    name: str
    key: str = ""  # set by resolution


@record
class OrgRef:
    """A body: `name` with what its list or sentence says of its head (高新区管委会), `printed` as it stands.

    In 上海市委副书记、市长 the second body is 上海市, printed 上海.
    """

    name: str
    printed: str = ""
    key: str = ""


@record
class SiteRef:
    """A place gone to, or a venue."""

    name: str
    key: str = ""


@record
class PostRef:
    org: OrgRef
    title: str
    mark: str = ""  # what is printed before the title and says when it was held: 原, 前, 代


@record(kw_only=True)
class FactBase:
    evidence: tuple[Evidence, ...]
    rules: tuple[str, ...]  # names of the rules that made it
    confidence: float | None = None


@record(kw_only=True)
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


@record(kw_only=True)
class Participation(FactBase):
    agent: PersonRef | OrgRef
    roles: tuple[Role, ...]
    capacity: tuple[PostRef, ...] = ()  # posts as printed beside the name
    order: int | None = None  # 1-based, as printed


@record(kw_only=True)
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


@record(kw_only=True)
class Statement(FactBase):
    speaker: PersonRef | OrgRef
    act: str  # 强调, 要求, 指出, 表示 …
    text: str
    addressees: tuple[OrgRef, ...] = ()
    article: str = ""
    during: str = ""  # Activity.key in the same article


@record(kw_only=True)
class Structure(FactBase):
    """One body is part of another, or belongs to a place."""

    child: OrgRef
    parent: OrgRef


@record(kw_only=True)
class InitiativeFact(FactBase):
    name: str
    kind: Literal["project", "campaign", "policy"]


@record(kw_only=True)
class FigureFact(FactBase):
    """A number told of a project or campaign: 占地 183 亩."""

    of: str  # initiative name
    name: str
    value: str
    unit: str


@record(kw_only=True)
class Byline(FactBase):
    article: str
    person: PersonRef
    role: str  # 记者, 通讯员, 作者 …


@record(kw_only=True)
class PersonNamed(FactBase):
    """A person who is named, whatever else is said."""

    article: str
    person: PersonRef


@record
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
