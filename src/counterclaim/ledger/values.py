"""What a claim says, field by field, in a form in which two claims can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.references import refers_back
from counterclaim.records import (
    Count,
    Event,
    Force,
    Intent,
    IntentValue,
    Modality,
    Moment,
    Place,
    Span,
)

__all__ = [
    "RIVALS",
    "Field",
    "Value",
    "count_label",
    "denies_all",
    "founds_incident",
    "values_of",
    "withdrawn",
]

Field = Literal["event", "actor", "count", "intent", "place", "time"]

RIVALS = frozenset(
    {
        frozenset({"accident", "deliberate"}),
        frozenset({"accident", "complicity"}),
        frozenset({"accident", "defence"}),
    }
)
"""Purposes of one act that exclude each other."""

COERCIVE = frozenset({"arrest", "seize", "deport"})
"""Modes of PLOVER's ``COERCE`` of which incidents are made, beside every ``ASSAULT``."""

NEAR = 40
"""Code points about a deed's word in which a "no" denies it."""

WEIGHT: dict[Modality, float] = {
    "happened": 1.0,
    "denied": 1.0,
    "alleged": 0.8,
    "hypothetical": 0.5,
    "future": 0.3,
}
"""How firmly a modality commits its speaker."""

GUESSES = frozenset({"possible", "conditional"})
"""Certainties with which an outlet asserts nothing of its own ("if true, this is")."""

TOTAL = frozenset({"", "people"})
"""Groups that stand for everybody."""

PART = "part"
"""Who a number is of that counts some of another's ("five of them in critical condition")."""


_NOBODY = re.compile(r"\b(?:no|no[- ]one|nobody|none|never)\b", re.IGNORECASE)
"""What is said not to be in a sentence of its own; the act that it refers to may still be."""


_NO = re.compile(r"\b(?:no|not|nobody|none|never)\b|n[’']t\b", re.IGNORECASE)

_NOT_SO = re.compile(r"\b(?:not|rather than|instead of|and not)(?: the)?\s+$", re.IGNORECASE)

_IN_ERROR = re.compile(
    r"\b(?:wrongly|incorrectly|erroneously|mistakenly|in error)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first) (?:version|edition|report|article|story|headline)\b",
    re.IGNORECASE,
)

_THE = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disput\w*|"
    r"contradict\w*|false\w*|untrue|true|lies?|fabricat\w*|baseless|unfounded|groundless|"
    r"involve\w*|responsib\w*|part|role|link\w*|to do with|behind|carr(?:y|ied) out)\b",
    re.IGNORECASE,
)
"""By which a deed itself, or one's part in it, is denied."""


class Value(msgspec.Struct, frozen=True):
    """One claimed field of one claim.

    Attributes:
        field: see :data:`Field`.
        topic: what the value answers; only values on one topic agree or conflict
            (``killed`` / ``soldiers`` for counts, one topic for each other field).
        key: the value, comparable within a topic.
        label: the value for people.
        spans: the words it was read from.
        denied: the claim says that it is not so.
        weight: how firmly it is put, in [0, 1].
        asserted: said to be so (or not so), not asked, feared or planned.
    """

    claim: Claim
    field: Field
    topic: tuple[str, ...]
    key: tuple[str | int | None, ...]
    label: str
    spans: tuple[Span, ...]
    denied: bool = False
    weight: float = 1.0
    asserted: bool = True


def founds_incident(event: Event) -> bool:
    """Whether ``event`` is of a kind that incidents are made of: violence, arrest, seizure."""
    return event.event == "ASSAULT" or (event.event == "COERCE" and event.mode in COERCIVE)


def values_of(
    claim: Claim,
    events: tuple[Event, ...],
    parties: Parties,
    places: dict[str, Place],
    moments: dict[str, Moment],
) -> Iterator[Value]:
    """The values of ``claim`` on one incident; ``events`` are those of the incident's own.

    Who declines to comment on a strike says nothing of it.
    """
    if claim.statement.force == "declines":
        return
    denying = claim.statement.force == "denies"
    events = tuple(event for event in events if not _of_saying(event, claim))
    told = events or claim.counts or claim.intents
    if denying and not told and refers_back(claim) and not _NOBODY.search(claim.text):
        spans = tuple(claim.spans)
        weight = claim.statement.score
        yield Value(claim, "event", (), ("",), "all of it", spans, denied=True, weight=weight)
    sweeping = denies_all(claim.statement.force, (*claim.events, *claim.intents))
    for event in events:
        denied = sweeping and not _spared(claim, event)
        yield from _event_values(claim, event, parties, places, moments, denying=denied)
    for count in claim.counts:
        if count.extent == "background":
            continue  # a war's total is none of this incident's
        refused = count.extent == "superseded" and _not_so(claim, count)
        if count.extent == "superseded" and not refused:
            continue  # "raised the toll from seven"
        denied = refused or _denied_count(claim, count, denying=denying)
        yield _count_value(claim, count, denied=denied)
    for intent in claim.intents:
        denied = intent.modality == "denied" or sweeping
        key, label = _intent_key(intent.value, intent.beneficiary, parties)
        weight, asserted = _firmness(claim, intent.modality)
        yield Value(claim, "intent", (), key, label, (intent.span,), denied, weight, asserted)


def _of_saying(event: Event, claim: Claim) -> bool:
    """Whether an event is the saying itself: "denied" is an act of refusal too."""
    cue = claim.statement.cue
    if cue is None or founds_incident(event):
        return False
    return cue.start <= event.span.start and event.span.end <= cue.end


def _spared(claim: Claim, event: Event) -> bool:
    """Whether the "no" of a denial is about something else than a deed in it.

    "There is no motive for the shooting" does not deny the shooting, "no missile was fired" does
    deny the firing, and who rejects or calls false what he tells denies all of it.
    """
    cue = claim.statement.cue.exact if claim.statement.cue else ""
    if not _NO.search(claim.text) or _DENIES.search(f"{cue} {claim.text}"):
        return False
    text, (start, end) = claim.document.text, event.span.range
    before = text[max(claim.start, start - NEAR) : start]
    return bool(_THE.search(before)) or not _NO.search(before + text[start : end + NEAR])


def denies_all(force: Force, facts: Iterable[Event | Intent]) -> bool:
    """Whether a statement denies the facts that it tells: a denial that names none it denies."""
    return force == "denies" and all(fact.modality != "denied" for fact in facts)


def _event_values(
    claim: Claim,
    event: Event,
    parties: Parties,
    places: dict[str, Place],
    moments: dict[str, Moment],
    *,
    denying: bool,
) -> Iterator[Value]:
    denied = (event.modality == "denied" and not _at_most(claim, event)) or denying
    firmness = _firmness(claim, event.modality)
    label = (event.mode or event.event).lower()
    yield Value(claim, "event", (), (event.event,), label, (event.span,), denied, *firmness)
    if event.actor is not None and founds_incident(event):
        who = parties.party(event.actor)
        spans = _spans(event.actor_span, event.span)
        yield Value(claim, "actor", (), (who,), parties.name(who), spans, denied, *firmness)
    place = places.get(event.place or "")
    if place is not None and not denied:
        where = place.gazetteer or place.name.casefold()
        yield Value(claim, "place", (), (where,), place.name, (place.span,), False, *firmness)
    moment = moments.get(event.moment or "")
    of_saying = moment is not None and moment.id == claim.statement.said_at
    if moment is not None and moment.earliest and not denied and not of_saying:
        days = (moment.earliest[:10], (moment.latest or moment.earliest)[:10])
        yield Value(claim, "time", (), days, _days(*days), (moment.span,), False, *firmness)


def _at_most(claim: Claim, event: Event) -> bool:
    """Whether the "no" about a deed is that of its number: "no more than 20", "none of them"."""
    return any(c.id in event.counts and c.low == 0 for c in claim.counts)


def _count_value(claim: Claim, count: Count, *, denied: bool) -> Value:
    group = count.group or ""
    part = PART if count.part_of is not None else ""
    topic = (count.harm, part if group in TOTAL else group)
    key = (count.low, count.high, count.best)
    firmness = _firmness(claim, "happened")
    return Value(claim, "count", topic, key, count_label(count), (count.span,), denied, *firmness)


def _firmness(claim: Claim, modality: Modality) -> tuple[float, bool]:
    """How firmly a claim puts something, and whether it asserts it at all."""
    guessed = claim.statement.voice == "outlet" and claim.statement.certainty in GUESSES
    asserted = modality not in ("hypothetical", "future") and not guessed and not withdrawn(claim)
    return WEIGHT[modality] * claim.statement.score, asserted


def withdrawn(claim: Claim) -> bool:
    """Whether a claim is told as an error: "wrongly reported that", "an earlier version said"."""
    statement = claim.statement
    cue = statement.cue.exact if statement.cue else ""
    source = statement.chain[-1].name if statement.chain else ""
    return _IN_ERROR.search(cue) is not None or _EARLIER.search(source) is not None


def _not_so(claim: Claim, count: Count) -> bool:
    """Whether a number is one that is set right: "three were killed, not five"."""
    text, start = claim.document.text, count.span.start
    return _NOT_SO.search(text[max(claim.start, start - NEAR) : start]) is not None


def _denied_count(claim: Claim, count: Count, *, denying: bool) -> bool:
    """A number inside a denial is denied too, unless the denial is of who did it or why."""
    if not denying:
        return False
    return not any(e.modality == "happened" and count.id in e.counts for e in claim.events)


def _intent_key(
    value: IntentValue, beneficiary: str | None, parties: Parties
) -> tuple[tuple[str | int | None, ...], str]:
    if beneficiary is None:
        return (value,), value
    who = parties.party(beneficiary)
    return (value, who), f"{value}: {parties.name(who)}"


def _spans(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(sorted((s for s in spans if s is not None), key=lambda s: s.range))


def _days(earliest: str, latest: str) -> str:
    return earliest if earliest == latest else f"{earliest} to {latest}"


def count_label(count: Count) -> str:
    """The interval for people: ``62``, ``60 or more``, ``up to 20``, ``24 to 99``."""
    if count.high is None:
        return f"{count.low} or more"
    if count.low == count.high:
        return str(count.low)
    if count.low == 0:
        return f"up to {count.high}"
    return f"{count.low} to {count.high}"
