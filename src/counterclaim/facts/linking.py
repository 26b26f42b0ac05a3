"""How the facts of a sentence belong together: counts to events, moments and places to both."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from msgspec.structs import replace

from counterclaim.facts.events import EventReading
from counterclaim.facts.intents import IntentReading
from counterclaim.facts.modality_words import (
    ADVERBS,
    DEFINITE,
    DENYING,
    ENACTED,
    ORDERED,
    SUBCLAUSES,
    UNNAMED,
)
from counterclaim.facts.moments import dates_the_source
from counterclaim.facts.tokens import Sentence
from counterclaim.records import Count, Event, Modality, Moment, Place, Span, Statement

__all__ = [
    "actor_of",
    "confessor",
    "covers",
    "dates_deed",
    "found_later",
    "names_place",
    "nearest",
    "put",
    "settled",
    "shares",
    "within",
]

Fact = TypeVar("Fact", Moment, Place)

_AS_OF = re.compile(r"\bas of (?:the )?(?:early |late )?$", re.IGNORECASE)
_AS_OF_REACH = 20
"""Code points before a moment within which "as of" stands."""

_BESIDE = 24
"""Code points between a deed and a "now" that dates it: "is now shelling", "under fire now"."""

_ABOUT_DEEDS = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""Events that are often about an attack of another day."""

_AIR_WAR = 2
"""Air strikes a page must tell of before its "bombing" is taken for one."""


HEAD_WORDS = 4
"""Words of a content among which its head is looked for: "an immediate, full withdrawal"."""


def within(facts: Sequence[Fact], starts: Sequence[int], sentence: Sentence) -> Sequence[Fact]:
    """The facts whose span begins inside the sentence; ``starts`` are the sorted starts."""
    return facts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def covers(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Whether the characters ``outer`` hold all of ``inner``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def dates_deed(
    moment: Moment,
    deed: tuple[int, int],
    statement: Statement | None,
    text: str,
    spoken: AbstractSet[str | None],
) -> bool:
    """Whether a moment can be when a deed of its sentence was done; ``spoken`` are of speech.

    Vague references to past and future are not, nor is when something was known ("as of Friday"),
    nor is "now" that stands apart from the deed ("two men wanted for the raid are now in custody").
    """
    start = moment.span.start
    if moment.value == "PRESENT_REF" and not -_BESIDE < start - deed[0] < _BESIDE:
        return False
    if _AS_OF.search(text, max(0, start - _AS_OF_REACH), start):
        return False
    vague = moment.value in (None, "PAST_REF", "FUTURE_REF") and moment.earliest is None
    if vague or moment.id in spoken or moment.timex not in ("DATE", "TIME"):
        return False
    return statement is None or not dates_the_source(moment, statement, text)


def found_later(deed: str) -> bool:
    """Whether the words for a deed are of what is left of it: a wound is not as old as its news."""
    return deed.lower().endswith(("wound", "wounds"))


def names_place(
    places: Sequence[Place], starts: Sequence[int], text: str, start: int, end: int
) -> bool:
    """Whether ``text[start:end]`` names a place that is known, with an article at most.

    ``starts`` are where ``places`` begin, in order.
    """
    at = bisect_left(starts, start)
    for place in places[at : at + 1]:
        before = text[start : place.span.start].strip().lower()
        if place.status == "resolved" and place.span.end == end and before in ("", "the"):
            return True
    return False


def nearest(
    facts: Sequence[Fact], span: tuple[int, int], statement: Statement | None
) -> Fact | None:
    """The fact nearest to ``span``, those of the same statement before others."""

    def rank(fact: Fact) -> tuple[bool, int]:
        """Facts of other statements last, then by code points between."""
        gap = max(fact.span.start - span[1], span[0] - fact.span.end, 0)
        return fact.statement != (statement.id if statement else None), gap

    return min(facts, key=rank, default=None)


def shares(readings: Sequence[EventReading], counts: Sequence[Count]) -> list[list[Count]]:
    """For each event the counts that belong to it: each count goes to one violent event."""
    parts: list[list[Count]] = [[] for _ in readings]
    violent = [index for index, item in enumerate(readings) if item.event in ("ASSAULT", "COERCE")]
    for count in counts:
        if not violent:
            break
        place = (count.harm_span or count.span).start
        parts[_host(readings, violent, count, place)].append(count)
    return parts


def _host(
    readings: Sequence[EventReading], violent: Sequence[int], count: Count, place: int
) -> int:
    """Index of the violent event that a count belongs to."""
    return min(violent, key=lambda index: _distance(readings[index], place, count))


def _distance(reading: EventReading, place: int, count: Count) -> tuple[bool, int]:
    """How far an event is from a count; arrests and deaths are not mixed up."""
    detains = reading.event == "COERCE"
    return detains != (count.harm == "detained"), abs(reading.span[0] - place)


def put(modality: Modality, statement: Statement | None, start: int) -> Modality:
    """The modality of a fact that begins at ``start``, by the statement that it stands in.

    What a cue denies did not happen, what heads the content of a demand or a promise ("asked for
    the withdrawal of …") is to come. Where nobody is named behind "reportedly" or "is said to",
    the page itself keeps away from what follows.
    """
    if statement is None or statement.cue is None or modality in ("denied", "future", "alleged"):
        return modality
    cue = set(statement.cue.exact.lower().split())
    ahead, after = _around(statement, start)
    if statement.force == "denies":
        return "denied" if cue & DENYING and not SUBCLAUSES & set(ahead) else modality
    if modality == "hypothetical":
        return modality
    heads = len(ahead) < HEAD_WORDS and (ahead[-1:] != ["the"] or after[1:2] == ["of"])
    if statement.force in ("demands", "promises"):
        done = ahead[:1] == ["that"] or _enacted(cue, (ahead + after)[:1])
        return "future" if heads and not done else modality
    if any(covers(statement.cue.range, hedge.range) for hedge in statement.hedges):
        open_ = statement.certainty in ("possible", "conditional", "unknown")
        return "hypothetical" if open_ and heads else modality
    passive = bool(UNNAMED & cue) and bool({"is", "are", "was", "were", "been"} & cue)
    told = passive or any(ADVERBS.get(word) == "alleged" for word in cue)
    return "alleged" if told and not statement.source and not statement.chain else modality


def _enacted(cue: set[str], first: list[str]) -> bool:
    """Whether an order is the deed: "imposed a curfew", "ordered air strikes"."""
    bare = not {"to", "a", "an", *DEFINITE} & set(first)
    return bool(cue & ENACTED) or (bare and bool(cue & ORDERED))


def _around(statement: Statement, start: int) -> tuple[list[str], list[str]]:
    """Words of the content before what begins at ``start``, and those from it on."""
    for span in statement.content:
        if span.start <= start < span.end:
            cut = start - span.start
            return span.exact[:cut].lower().split(), span.exact[cut:].lower().split()
    return [], []


def confessor(reading: IntentReading, statement: Statement | None) -> str | None:
    """Who admits or regrets a mistake speaks of an own act, unless the words name another."""
    if statement is None or reading.value != "accident":
        return None
    return statement.origin if statement.force in ("admits", "regrets") else None


def actor_of(events: Sequence[Event], span: tuple[int, int]) -> str | None:
    """The actor of the violent event nearest to an intent."""
    acting = [event for event in events if event.event == "ASSAULT" and event.actor]
    nearest = min(acting, key=lambda event: abs(event.span.start - span[0]), default=None)
    return nearest.actor if nearest else None


def settled(events: Sequence[Event], moments: Sequence[Moment]) -> tuple[Event, ...]:
    """A page's events, with the words settled that mean one thing on one page only.

    A day that stands nearer to an arrest or an inquiry than to the attack that these are about is
    not the attack's ("arrested on Friday over the shooting").
    """
    return _bombings(_strikes(_days_apart(events, moments)))


def _days_apart(events: Sequence[Event], moments: Sequence[Moment]) -> Sequence[Event]:
    days = {moment.id: moment.span for moment in moments}
    reach: dict[str, int] = {}
    for event in events:
        if event.moment in days and event.event in _ABOUT_DEEDS:
            gap = _gap(event.span, days[event.moment])
            reach[event.moment] = min(gap, reach.get(event.moment, gap))
    return [
        replace(event, moment=None)
        if event.event == "ASSAULT"
        and event.moment in reach
        and reach[event.moment] < _gap(event.span, days[event.moment])
        else event
        for event in events
    ]


def _gap(one: Span, other: Span) -> int:
    """Code points between two spans."""
    return max(other.start - one.end, one.start - other.end, 0)


def _strikes(events: Sequence[Event]) -> Sequence[Event]:
    """The bare "strike" of a page on which work is refused, and nothing struck from the air."""
    refused = any(event.event == "PROTEST" and event.mode == "strike" for event in events)
    if not refused or any(event.mode in ("aerial", "drone") for event in events):
        return events
    return [
        replace(event, event="PROTEST", mode="strike")
        if event.event == "ASSAULT"
        and event.mode is None
        and event.recipient_span is None
        and event.span.exact.lower() in ("strike", "strikes")
        else event
        for event in events
    ]


def _bombings(events: Sequence[Event]) -> tuple[Event, ...]:
    """A page's events, "bombing" being from the air where the page tells of air strikes.

    The word alone does not say whether a bomb was dropped or laid.
    """
    modes = [event.mode for event in events if event.event == "ASSAULT"]
    laid = [event for event in events if event.mode == "explosives"]
    vague = {event.id for event in laid if event.span.exact.lower().startswith("bomb")}
    if modes.count("aerial") < _AIR_WAR or len(vague) < len(laid):
        return tuple(events)
    return tuple(replace(event, mode="aerial") if event.id in vague else event for event in events)
