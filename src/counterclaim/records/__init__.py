"""The nouns of Counterclaim: immutable records, one JSON object a line when written out.

Every record is a frozen :class:`msgspec.Struct` tagged with its noun in lower case (``type``).
Ids are strings, stable for the same bytes, settings and engine version. Offsets are Unicode code
points into ``Document.text``, end-exclusive; ``text[span.start:span.end] == span.exact`` always
holds. Field terms follow the field: source/cue/content (PolNeAR, PARC), event/mode/context
(PLOVER), low/best/high, ``where_prec`` and ``date_prec`` (UCDP GED), selectors (Web Annotation).
"""

from counterclaim.records.actors import (
    Actor,
    ActorKind,
    Mention,
)
from counterclaim.records.decisions import (
    Decided,
    Decision,
    DecisionKind,
    DecisionStatus,
)
from counterclaim.records.facts import (
    Count,
    CountExtent,
    Event,
    Harm,
    Intent,
    IntentValue,
    Modality,
    Moment,
    Place,
    Unresolved,
)
from counterclaim.records.incidents import (
    Account,
    AccountVersion,
    Day,
    Grade,
    GradeValue,
    Incident,
    LinkStatus,
    Origin,
    Pick,
    Relation,
    RelationField,
    RelationKind,
    Responsible,
    Site,
    Standing,
    Toll,
)
from counterclaim.records.ledger import (
    Ledger,
    Problem,
    Reading,
    Record,
)
from counterclaim.records.pages import (
    Block,
    BlockKind,
    Capture,
    Comment,
    Document,
    Lane,
    Triage,
)
from counterclaim.records.spans import (
    CONTEXT_LENGTH,
    Dated,
    Span,
)
from counterclaim.records.statements import (
    Certainty,
    ChainLink,
    ChainRole,
    Force,
    Polarity,
    QuoteType,
    Statement,
)

__all__ = [
    "CONTEXT_LENGTH",
    "Account",
    "AccountVersion",
    "Actor",
    "ActorKind",
    "Block",
    "BlockKind",
    "Capture",
    "Certainty",
    "ChainLink",
    "ChainRole",
    "Comment",
    "Count",
    "CountExtent",
    "Dated",
    "Day",
    "Decided",
    "Decision",
    "DecisionKind",
    "DecisionStatus",
    "Document",
    "Event",
    "Force",
    "Grade",
    "GradeValue",
    "Harm",
    "Incident",
    "Intent",
    "IntentValue",
    "Lane",
    "Ledger",
    "LinkStatus",
    "Mention",
    "Modality",
    "Moment",
    "Origin",
    "Pick",
    "Place",
    "Polarity",
    "Problem",
    "QuoteType",
    "Reading",
    "Record",
    "Relation",
    "RelationField",
    "RelationKind",
    "Responsible",
    "Site",
    "Span",
    "Standing",
    "Statement",
    "Toll",
    "Triage",
    "Unresolved",
]
