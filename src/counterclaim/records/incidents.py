"""How it fits: incidents, the accounts of them, independence, and relations of statements."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.records.facts import Harm
from counterclaim.records.spans import Line, Span
from counterclaim.records.statements import Force

RelationKind = Literal[
    "repeats", "confirms", "denies", "disputes", "revises", "concedes", "retracts"
]
RelationField = Literal["event", "actor", "count", "place", "time", "intent", "position"]
LinkStatus = Literal["suggested", "confirmed", "rejected"]
Standing = Literal["reported", "claimed", "authorities", "accused", "suspected", "denied"]
"""How a claim lays a deed to somebody: told as a fact by a page itself; owned by the actor or its
party; laid to it by organs of a state, or by others; with a word of doubt; denied to be its."""

GradeValue = Literal["confirmed", "fair", "weak", "contested", "discounted", "none"]


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


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """The killed or the injured of an incident, as its pages together put them: a suggestion.

    Attributes:
        low, high: least and most that is credible; ``best`` the likeliest.
        probability: of ``best``, by a model of how pages tell of tolls (``ledger/tallies.py``).
        counts: ids of the figures and victims it was read from, at least one.
        pages: how many pages were weighed.
    """

    harm: Harm
    low: int
    best: int
    high: int
    probability: float
    counts: list[str] = []
    pages: int = 0


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """When an incident happened, as its pages together put it: a suggestion.

    Attributes:
        earliest, latest: first and last credible day (ISO 8601); ``best`` the likeliest.
        probability: of ``best``, by a model of how pages tell of days (``ledger/days.py``).
        stated: whether a page names ``best``; else it was counted from publication.
        moments: ids of the words that name ``best``.
    """

    earliest: str
    best: str
    latest: str
    probability: float
    stated: bool
    moments: list[str] = []


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """Where an incident happened, as its pages together put it: a suggestion.

    Attributes:
        place: id of a :class:`Place` that names it; ``name`` what it is called there.
        probability: by a model of how pages tell of places (``ledger/sites.py``).
        places: ids of all places that name it.
    """

    place: str
    name: str
    probability: float
    places: list[str] = []


class Responsible(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named as having done it: who says so, and how. A claim, never a finding.

    Attributes:
        actor: the actor named; one that several lay it to in several ways is listed for each.
        by: actors whose word it is, in the order in which they said so.
        statements, events: ids of the claims and of what they lay to the actor.
        spans: the words that name the actor, one for each of ``events``, in its document.
    """

    actor: str
    standing: Standing
    by: list[str] = []
    statements: list[str] = []
    events: list[str] = []
    spans: list[Span] = []


class Incident(Line, frozen=True):
    """Events that describe one occurrence.

    ``code`` is stable and never reused; ``title`` is built from the claims' own fields: no verdict.
    ``earliest`` and ``latest`` span all days that its statements name; ``day``, ``site`` and
    ``tolls`` weigh what its pages say; ``responsible`` lists who is named as having done it, on
    whose word; ``mode`` is the means that most statements name (a PLOVER mode).
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
    day: Day | None = None
    tolls: list[Toll] = []
    responsible: list[Responsible] = []
    site: Site | None = None
    mode: str | None = None


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


class Account(Line, frozen=True):
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


class Origin(Line, frozen=True):
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


class Relation(Line, frozen=True):
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
