"""The records that flow between the stages: source, article, mention, fact, resolved facts.

All are frozen and picklable. Offsets are code points, ends exclusive. Up to `facts` they count
characters of `Article.text`, the repaired text; `Article.raw_span` leads back to the raw file, and
every `Evidence` is already in raw offsets.
"""

from kg.model.documents import (
    Article,
    Evidence,
    Source,
    Span,
)
from kg.model.facts import (
    Activity,
    ActivityType,
    Byline,
    Fact,
    FactBase,
    FigureFact,
    Holder,
    InitiativeFact,
    OrgRef,
    Participation,
    PersonNamed,
    PersonRef,
    PostRef,
    Role,
    SiteRef,
    Statement,
    Structure,
    Tenure,
)
from kg.model.mentions import (
    DateBasis,
    DateValue,
    Mention,
    MentionKind,
    MentionValue,
    PersonValue,
    TenureStatus,
    TitleValue,
)
from kg.model.resolved import (
    ArticleInfo,
    Division,
    Finding,
    Initiative,
    Organization,
    Person,
    Resolved,
    Site,
)

__all__ = [
    "Activity",
    "ActivityType",
    "Article",
    "ArticleInfo",
    "Byline",
    "DateBasis",
    "DateValue",
    "Division",
    "Evidence",
    "Fact",
    "FactBase",
    "FigureFact",
    "Finding",
    "Holder",
    "Initiative",
    "InitiativeFact",
    "Mention",
    "MentionKind",
    "MentionValue",
    "OrgRef",
    "Organization",
    "Participation",
    "Person",
    "PersonNamed",
    "PersonRef",
    "PersonValue",
    "PostRef",
    "Resolved",
    "Role",
    "Site",
    "SiteRef",
    "Source",
    "Span",
    "Statement",
    "Structure",
    "Tenure",
    "TenureStatus",
    "TitleValue",
]
