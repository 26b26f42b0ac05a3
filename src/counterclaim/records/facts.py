"""What is said: places, moments, counts, events, purposes; and what was not understood."""

from __future__ import annotations

from typing import Literal

from counterclaim.records.spans import Line, Span

Harm = Literal["killed", "injured", "missing", "detained", "displaced", "casualties"]
Modality = Literal["happened", "denied", "alleged", "hypothetical", "future"]
CountExtent = Literal["incident", "addition", "superseded", "background"]
"""Of what a number is: the toll of a deed; further victims beside those counted ("two more"); a
toll that has been replaced ("from six to nine"); a longer time or a wider area ("since the war
began", "this year")."""
IntentValue = Literal["accident", "deliberate", "complicity", "defence"]
"""What a statement says of the purpose: a mistake; on purpose; in support of a third party;
in defence or as retaliation."""


class Place(Line, frozen=True):
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


class Moment(Line, frozen=True):
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


class Count(Line, frozen=True):
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
        extent: see :data:`CountExtent`.
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
    extent: CountExtent = "incident"


class Event(Line, frozen=True):
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


class Intent(Line, frozen=True):
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


class Unresolved(Line, frozen=True):
    """Something read but not understood: which noun it would have been, and why not."""

    id: str
    document: str
    span: Span
    noun: str
    reason: str
