"""The nouns of Counterclaim: immutable records, one JSON object a line when written out.

Every record is a frozen :class:`msgspec.Struct` tagged with its noun in lower case (``type``).
Ids are strings, stable for the same bytes, settings and engine version. Offsets are Unicode code
points into ``Document.text``, end-exclusive; ``text[span.start:span.end] == span.exact`` always
holds. Field terms follow the field: source/cue/content (PolNeAR, PARC), event/mode/context
(PLOVER), low/best/high, ``where_prec`` and ``date_prec`` (UCDP GED), selectors (Web Annotation).
"""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = [
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
    "Dated",
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
    "Span",
    "Statement",
    "Triage",
    "Unresolved",
]

CONTEXT_LENGTH = 24
"""Code points of ``prefix`` and ``suffix`` kept on each side of a span."""

BlockKind = Literal[
    "headline",
    "byline",
    "dateline",
    "body",
    "update",
    "caption",
    "embed",
    "related",
    "note",
    "comment",
    "other",
]
"""``update``: a block that belongs to a dated or numbered update; ``body``: the base story;
``note``: an editor's note or correction; ``other``: navigation, separators, boiler-plate."""

QuoteType = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "asserts",
    "denies",
    "admits",
    "accuses",
    "demands",
    "promises",
    "doubts",
    "regrets",
    "declines",
]
"""What the speaker does with the words; ``declines`` is declining to comment."""

Certainty = Literal["certain", "probable", "possible", "conditional", "unknown"]
Polarity = Literal["positive", "negative"]
ChainRole = Literal["outlet", "relay", "speaker", "informant"]
"""From the outermost relay to the one whose word it is: the outlet that publishes, the agency or
outlet it relays, the one who speaks, and whose information the speaker passes on."""

ActorKind = Literal[
    "state",
    "government",
    "ministry",
    "armed_force",
    "armed_group",
    "agency",
    "outlet",
    "body",
    "organisation",
    "person",
    "group",
    "unknown",
]
"""``agency``: a news agency; ``body``: an international body; ``group``: an unnamed set of people
(witnesses, residents, activists)."""

Harm = Literal["killed", "injured", "missing", "detained", "displaced", "casualties"]
Modality = Literal["happened", "denied", "alleged", "hypothetical", "future"]
IntentValue = Literal["accident", "deliberate", "complicity", "defence"]
"""What a statement says of the purpose: a mistake; on purpose; in support of a third party;
in defence or as retaliation."""

RelationKind = Literal[
    "repeats", "confirms", "denies", "disputes", "revises", "concedes", "retracts"
]
RelationField = Literal["event", "actor", "count", "place", "time", "intent", "position"]
LinkStatus = Literal["suggested", "confirmed", "rejected"]
Triage = Literal[
    "identity_attack", "threat", "harassment", "profanity", "unsourced_claim", "spam", "none"
]
DecisionKind = Literal["confirm", "reject", "note", "pick", "correct", "merge", "split", "withdraw"]
DecisionStatus = Literal["applied", "recorded", "replaced", "withdrawn", "elsewhere"]
"""``recorded``: kept, with nothing to change (a note); ``replaced``: a later one on the same thing
stands; ``elsewhere``: on a version of a page, or an engine's reading, that this ledger has not."""

GradeValue = Literal["confirmed", "fair", "weak", "contested", "discounted", "none"]


class _Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str.lower):
    """Base of every record that stands on a line of its own."""


class Span(msgspec.Struct, frozen=True):
    """The characters ``[start, end)`` of one document's text.

    Attributes:
        start: first code point.
        end: code point after the last; ``end > start``.
        exact: the characters themselves.
        prefix: up to 24 code points before ``start`` (Web Annotation ``TextQuoteSelector``).
        suffix: up to 24 code points from ``end`` on.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span ``[start, end)`` of ``text`` with its quotation and context.

        Raises:
            ValueError: if the span is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no such span: [{start}, {end}) of {len(text)} code points")
        return cls(
            start,
            end,
            text[start:end],
            text[max(0, start - CONTEXT_LENGTH) : start],
            text[end : end + CONTEXT_LENGTH],
        )

    @property
    def range(self) -> tuple[int, int]:
        """``(start, end)``."""
        return self.start, self.end


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A date or time with the ground for believing it.

    Attributes:
        value: ISO 8601 date or date-time (with offset where one was given), or ``None``.
        evidence: ``meta:NAME``, ``json-ld:NAME``, ``time-element``, ``url``, ``text``, ``option``
            (given by the user), ``header``, or ``none``.
        span: the characters it was read from, when it stands in the text.
    """

    value: str | None = None
    evidence: str = "none"
    span: Span | None = None


class Capture(_Record, frozen=True):
    """Bytes as received, not interpreted.

    ``id`` is ``c-`` and the first 16 hex digits of ``sha256``; ``size`` is in bytes;
    ``retrieved`` is ISO 8601 or ``None`` for a local file whose time of capture is unknown.
    """

    id: str
    name: str
    sha256: str
    size: int
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    headers: dict[str, str] = {}


class Document(_Record, frozen=True):
    """One immutable text for a capture.

    Attributes:
        name: the file or URL as the user gave it.
        outlet: the publisher's name as read from the page, or ``None``.
        outlet_evidence: where ``outlet`` was read (``meta:og:site_name``, ``url``, ``text`` …).
        encoding: the character encoding the bytes were decoded with.
        format: ``html`` or ``text`` (flattened, no mark-up).
        order: ``newest-first``, ``oldest-first`` or ``None`` where the page has no updates.
        engine: engine and model version that read it.
    """

    id: str
    capture: str
    name: str
    sha256: str
    text: str
    url: str | None = None
    title: Span | None = None
    outlet: str | None = None
    outlet_evidence: str = "none"
    published: Dated = Dated()
    language: str | None = None
    encoding: str = "utf-8"
    format: Literal["html", "text"] = "text"
    order: Literal["newest-first", "oldest-first"] | None = None
    engine: str = ""


class Block(_Record, frozen=True):
    """A stretch of a document's text of one kind.

    Attributes:
        number: an update's number: the one printed, else its rank by age (1 is the oldest).
        sequence: rank by age among the page's parts: 0 the base story, 1 the first update, …;
            ``None`` for blocks that tell nothing (comments, navigation).
        time: an update's or a comment's own time, with its evidence.
        author: a comment's author or a byline's name.
        reply_to: the id of the comment block answered.
        label: the words that mark an update ("Update 3 (6:20 pm):"); nobody says them.
        discussed: it stands in the readers' section: a comment, or a head, form or button there.
    """

    id: str
    document: str
    kind: BlockKind
    span: Span
    number: int | None = None
    sequence: int | None = None
    time: Dated | None = None
    author: Span | None = None
    reply_to: str | None = None
    label: Span | None = None
    discussed: bool = False


class ChainLink(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a statement's chain. ``span`` is ``None`` only for the outlet itself."""

    role: ChainRole
    name: str
    span: Span | None = None
    actor: str | None = None


class Statement(_Record, frozen=True):
    """Who says what, on whose word.

    Attributes:
        source, cue, content: PolNeAR roles; ``source`` may be empty (unnamed) and ``cue`` ``None``
            (the outlet's own voice, or a headline).
        force_span: the words that show the force, when other than the cue.
        certainty: how sure the *speaker or the outlet* puts it, from its hedges.
        hedges: the words "if confirmed", "may", "alleged" that lowered the certainty.
        chain: outermost relay first, the one whose word it is last.
        origin: actor id of the one whose word it is (last link of ``chain``), or ``None``.
        speaker: actor id of the one who speaks, or ``None`` where unresolved.
        said_at: id of a :class:`Moment`, or ``None``.
        sequence: the sequence of the block it stands in (age rank within the page).
        voice: ``cited`` for a reported statement, ``outlet`` for the outlet's own assertion,
            ``reader`` for one made in a comment (kept out of the ledger).
        score: the engine's confidence in [0, 1].
    """

    id: str
    document: str
    block: str
    content: list[Span]
    source: list[Span] = []
    cue: Span | None = None
    quote: QuoteType = "indirect"
    force: Force = "asserts"
    force_span: Span | None = None
    certainty: Certainty = "certain"
    hedges: list[Span] = []
    polarity: Polarity = "positive"
    chain: list[ChainLink] = []
    origin: str | None = None
    speaker: str | None = None
    recipient: str | None = None
    recipient_span: Span | None = None
    said_at: str | None = None
    sequence: int | None = None
    voice: Literal["cited", "outlet", "reader"] = "cited"
    score: float = 1.0


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Where an actor is named, and why the mention was taken for that actor."""

    document: str
    span: Span
    reason: str


class Actor(_Record, frozen=True):
    """Somebody who speaks, acts or suffers.

    Attributes:
        id: ``actor:`` and a slug; the same actor has the same id in every document.
        kind: see :data:`ActorKind`.
        role: a person's role as the page gives it ("Defense Ministry spokesman").
        member_of: actor id of the organisation or state a person or organ speaks for.
        country: ISO 3166-1 alpha-2, or ``None``.
        side: actor id of the side taken in the conflict, where the page or the table says so.
        affiliation: for outlets and agencies, the owner ("state: RU"), from the table.
        documents: ids of the pages that know the actor; filled in when readings become a ledger.
        same_as: actor id of the one that this actor is over all pages ("MANA", where another page
            spells it out); filled in when readings become a ledger, ``None`` where it is itself.
        same_as_reason: why, in words.
    """

    id: str
    name: str
    kind: ActorKind = "unknown"
    aliases: list[str] = []
    role: str | None = None
    member_of: str | None = None
    country: str | None = None
    side: str | None = None
    affiliation: str | None = None
    mentions: list[Mention] = []
    documents: list[str] = []
    same_as: str | None = None
    same_as_reason: str | None = None


class Place(_Record, frozen=True):
    """A place named in a statement or in a page's own voice.

    Attributes:
        status: ``resolved`` or ``unresolved``; unresolved places have no coordinates.
        gazetteer: ``geonames:ID``, ``user:ID``, ``country:XX`` or ``None``.
        lat, lon: degrees, WGS 84.
        where_prec: UCDP GED 1 (exact) … 7 (international waters or airspace).
        score: resolver's confidence in [0, 1]; below the floor the place is unresolved.
        reason: why this entry and no other, or why none.
    """

    id: str
    document: str
    span: Span
    name: str
    status: Literal["resolved", "unresolved"] = "unresolved"
    statement: str | None = None
    gazetteer: str | None = None
    country: str | None = None
    admin: str | None = None
    lat: float | None = None
    lon: float | None = None
    where_prec: int | None = None
    score: float = 0.0
    reason: str = ""


class Moment(_Record, frozen=True):
    """A time expression.

    Attributes:
        timex: TIMEX3 type.
        value: TIMEX3 value ("2016-09-17", "2016-W37-WE", "P5D", "PRESENT_REF"), or ``None`` where
            it stays relative for want of an anchor.
        earliest, latest: EDTF dates or date-times that bound it, or ``None``.
        date_prec: UCDP GED 1 (exact day) … 5 (year or more).
        anchor: what it was resolved against: ``publication``, ``update``, ``moment:ID``, ``none``.
    """

    id: str
    document: str
    span: Span
    timex: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    date_prec: int | None = None
    anchor: str = "none"
    statement: str | None = None


class Count(_Record, frozen=True):
    """A number of people harmed, as an interval.

    Attributes:
        span: number, approximator and unit as written ("over 60 Syrian troops").
        number: the number's own words inside ``span``.
        low, best, high: people; ``None`` is unbounded (high) or not given (best).
        harm: see :data:`Harm`; ``harm_span`` the word that says so.
        of: whom ("Syrian soldiers"), ``of_span`` its words.
        group: normalised group: ``soldiers``, ``civilians``, ``children``, ``militants`` …
        approximator: the words "at least", "over", "dozens of" as written, or ``None``.
        part_of: id of the total this is a part of ("including three officers").
        running: true for a toll said to have risen to this number.
        inferred: true where no number is written: one victim is named or spoken of ("the driver
            died", "killed Ana Ruiz"), and ``number`` holds the words for the victim.
    """

    id: str
    document: str
    span: Span
    number: Span
    low: int
    best: int | None
    high: int | None
    harm: Harm
    statement: str | None = None
    harm_span: Span | None = None
    of: str | None = None
    of_span: Span | None = None
    group: str | None = None
    approximator: str | None = None
    part_of: str | None = None
    running: bool = False
    inferred: bool = False


class Event(_Record, frozen=True):
    """What a statement says happened (or would, or did not).

    Attributes:
        span: the trigger's words.
        event, mode, context: PLOVER codes (``ASSAULT``, ``aerial``, ``military``).
        modality: see :data:`Modality`; a denied event has polarity negative in its statement.
        actor, recipient: actor ids; the ``_span`` fields are the words they were read from.
        place, moment: ids of a :class:`Place` and a :class:`Moment`.
        counts: ids of :class:`Count` records.
        instrument: weapon or vehicle as written.
    """

    id: str
    document: str
    span: Span
    event: str
    statement: str | None = None
    mode: str | None = None
    context: list[str] = []
    modality: Modality = "happened"
    actor: str | None = None
    actor_span: Span | None = None
    recipient: str | None = None
    recipient_span: Span | None = None
    place: str | None = None
    moment: str | None = None
    instrument: Span | None = None
    counts: list[str] = []


class Intent(_Record, frozen=True):
    """What a statement says of the purpose of an act.

    ``beneficiary`` is the actor said to be supported where ``value`` is ``complicity``;
    ``of`` is the actor whose purpose it is; ``modality`` as in :class:`Event`.
    """

    id: str
    document: str
    span: Span
    value: IntentValue
    statement: str | None = None
    of: str | None = None
    beneficiary: str | None = None
    modality: Modality = "happened"


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """A suggested Airwars-style grade with the rule and the statements it was derived from."""

    value: GradeValue
    rule: str
    statements: list[str] = []


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """The one number that a person chose for an incident, among the figures its sources give.

    ``count`` is the id of the figure chosen, ``None`` for a number of the person's own;
    ``decision`` the id of the :class:`Decision`.
    """

    harm: Harm
    value: int
    decision: str
    who: str
    at: str
    reason: str
    count: str | None = None


class Incident(_Record, frozen=True):
    """Events that describe one occurrence.

    ``code`` is stable and never reused; ``title`` is built from the claims' own fields: no verdict.
    ``picks`` are people's: without them there is no single number for an incident.
    """

    id: str
    code: str
    title: str
    documents: list[str]
    statements: list[str] = []
    events: list[str] = []
    places: list[str] = []
    earliest: str | None = None
    latest: str | None = None
    grade: Grade | None = None
    previous_codes: list[str] = []
    picks: list[Pick] = []


class AccountVersion(msgspec.Struct, frozen=True, kw_only=True):
    """An origin's position at one point of the story.

    Attributes:
        sequence: order within the account, 0 the oldest.
        statements: ids of the statements this version rests on.
        position: the force that sums it up ("declines", "admits", …).
        events, counts, intents, places, moments: ids of what it claims.
        said: when it was said (ISO 8601) where known; ``published``: when the page or update was.
        change: what differs from the version before: ``first``, ``position``, ``count``,
            ``intent``, ``place``, ``time``, ``actor``, ``adds``, or ``repeats``.
        superseded: true when a later version of the same origin changed it.
    """

    sequence: int
    statements: list[str]
    position: Force
    events: list[str] = []
    counts: list[str] = []
    intents: list[str] = []
    places: list[str] = []
    moments: list[str] = []
    said: str | None = None
    published: str | None = None
    change: list[str] = []
    superseded: bool = False


class Account(_Record, frozen=True):
    """One origin's version of an incident, and how it changed.

    ``origin`` is the actor whose word it is; ``party`` is the actor it speaks for (the state behind
    a ministry); ``relayed_by`` are the documents and outlets that carried it: echoes, no witnesses.
    Where several organs of one party speak, the party has an account of its own (``origin`` equal
    to ``party``) over all their statements, and ``organs`` lists the origins it draws on.
    """

    id: str
    incident: str
    origin: str
    versions: list[AccountVersion]
    party: str | None = None
    relayed_by: list[str] = []
    organs: list[str] = []


class Origin(_Record, frozen=True):
    """Independence of a claim: the distinct origins behind one claimed field of an incident.

    ``independent`` counts origins, ``pages`` counts documents that carry it; ``echoes`` are
    statement ids that only repeat another's word.
    """

    id: str
    incident: str
    field: str
    value: str
    origins: list[str]
    statements: list[str]
    echoes: list[str] = []
    independent: int = 0
    pages: int = 0


class Relation(_Record, frozen=True):
    """How statement ``b`` stands to statement ``a`` (``b`` repeats, denies, revises … ``a``).

    ``a_spans`` and ``b_spans`` are the words on each side; ``reason`` the rule that linked them.
    """

    id: str
    kind: RelationKind
    a: str
    b: str
    on: RelationField
    a_spans: list[Span]
    b_spans: list[Span]
    status: LinkStatus = "suggested"
    incident: str | None = None
    score: float = 1.0
    reason: str = ""


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """One triage lane of a comment with its score in [0, 1] and the words that led there."""

    lane: Triage
    score: float
    spans: list[Span] = []


class Comment(_Record, frozen=True):
    """A reader's comment: separated and triaged, never deleted."""

    id: str
    document: str
    block: str
    span: Span
    author: str | None = None
    reply_to: str | None = None
    triage: list[Lane] = []


class Unresolved(_Record, frozen=True):
    """Something read but not understood: which noun it would have been, and why not."""

    id: str
    document: str
    span: Span
    noun: str
    reason: str


Decided = str | int | float | list[Span] | None
"""A value of a field, or the words it was read from."""


class Decision(_Record, frozen=True):
    """What a person decided on a record of the ledger, and what came of it.

    Attributes:
        kind: see :data:`DecisionKind`; ``subject``: id of the record, or an incident's code.
        at: ISO 8601, UTC; ``who``: a person or a token, never an engine.
        field: the field corrected, or the harm of a figure picked.
        value, was: what stands now, and what was read; for merging, the other incident's code.
        statements: ids, for splitting: what was taken out of the incident.
        incident: code of the incident that a figure was picked for.
        status: see :data:`DecisionStatus`.
    """

    id: str
    at: str
    who: str
    kind: DecisionKind
    subject: str
    reason: str
    field: str | None = None
    value: Decided = None
    was: Decided = None
    statements: list[str] = []
    incident: str | None = None
    status: DecisionStatus = "recorded"


class Problem(_Record, frozen=True):
    """An error or warning record: the rest of the batch goes on.

    ``document`` is the page it was met on, ``None`` for an input that gave no page.
    """

    id: str
    name: str
    code: str
    severity: Literal["error", "warning"]
    message: str
    document: str | None = None


Record = (
    Capture
    | Document
    | Block
    | Statement
    | Actor
    | Place
    | Moment
    | Count
    | Event
    | Intent
    | Incident
    | Account
    | Origin
    | Relation
    | Comment
    | Unresolved
    | Decision
    | Problem
)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read from one page: a pure function of (bytes, settings, engine)."""

    capture: Capture
    document: Document
    blocks: list[Block] = []
    statements: list[Statement] = []
    actors: list[Actor] = []
    places: list[Place] = []
    moments: list[Moment] = []
    counts: list[Count] = []
    events: list[Event] = []
    intents: list[Intent] = []
    comments: list[Comment] = []
    unresolved: list[Unresolved] = []
    problems: list[Problem] = []


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Readings and how they fit. ``actors`` are merged over all readings, mentions kept.

    A reading's own ``actors`` are the merged ones with that page's mentions only, so each actor is
    written once and a page's share is known from ``Actor.documents``.
    ``decisions`` are people's, oldest first; what they changed is changed in the other records.
    ``problems`` are those of inputs that gave no reading at all.
    """

    readings: list[Reading] = []
    actors: list[Actor] = []
    incidents: list[Incident] = []
    accounts: list[Account] = []
    origins: list[Origin] = []
    relations: list[Relation] = []
    decisions: list[Decision] = []
    problems: list[Problem] = []
