"""The values that one account claims, field by field, version by version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.dossier.deeds import VERBAL, event_value
from counterclaim.dossier.index import Index
from counterclaim.dossier.wording import (
    MODALITIES,
    count_detail,
    count_value,
    intent_value,
    moment_value,
    place_detail,
    time_detail,
    title_case,
)
from counterclaim.ledger.values import denies_all
from counterclaim.records import Account, AccountVersion, Count, Event, Intent, Moment, Place, Span

__all__ = ["NOT_CLAIMED", "Value", "account_values"]

NOT_CLAIMED = ("hypothetical", "future")
"""Modalities that do not commit the speaker to a value."""


@dataclass(frozen=True)
class Value:
    """One field's value in one statement of one version of an account.

    Attributes:
        field: a key of :data:`~counterclaim.dossier.wording.FIELDS`.
        key: tells equal values of a field from different ones.
        record: the ledger's record; ``spans`` the words of it that show the value.
        version: ordinal of the account's version.
        denied: the speaker says that it is not so.
        count: the number itself, for the fields that are numbers.
    """

    field: str
    key: str
    label: str
    detail: str
    record: Event | Intent | Count | Place | Moment
    spans: tuple[Span, ...]
    version: int
    denied: bool = False
    count: Count | None = None

    @property
    def statement(self) -> str | None:
        """Id of the statement it stands in."""
        return self.record.statement


def account_values(index: Index, account: Account) -> list[Value]:
    """All values of ``account``, oldest version first, each record once."""
    seen: set[tuple[str, str]] = set()
    found = []
    for number, version in enumerate(account.versions):
        for value in _version(index, version, number):
            if (value.record.id, value.field) not in seen:
                seen.add((value.record.id, value.field))
                found.append(value)
    return found


def _version(index: Index, version: AccountVersion, number: int) -> Iterator[Value]:
    for event in (index.events[e] for e in version.events if e in index.events):
        if event.event not in VERBAL:
            yield from _event(index, event, number)
    for intent in (index.intents[i] for i in version.intents if i in index.intents):
        yield _intent(index, intent, number)
    for count in (index.counts[c] for c in version.counts if c in index.counts):
        if count.extent != "superseded":
            yield _count(index, count, number)
    for place in (index.places[p] for p in version.places if p in index.places):
        name = title_case(place.name)
        detail = place_detail(place)
        yield Value("place", name.casefold(), name, detail, place, (place.span,), number)
    for moment in (index.moments[m] for m in version.moments if m in index.moments):
        if moment.timex in ("DATE", "TIME"):
            when = moment_value(moment)
            yield Value("time", when, when, time_detail(moment), moment, (moment.span,), number)


def _event(index: Index, event: Event, number: int) -> Iterator[Value]:
    denied = event.modality == "denied" or _sweeping(index, event.statement)
    detail = _modality(event)
    told = event_value(event, denied=denied)
    aim = f"on {event.recipient_span.exact}" if event.recipient_span else ""
    told_of = ", ".join(filter(None, (aim, detail)))
    words = (event.span,)
    yield Value("event", _key(event, told), title_case(told), told_of, event, words, number, denied)
    if event.actor is not None and not index.tells(event.actor):
        name = index.name(event.actor)
        label = f"not {name}" if denied else name
        words = (event.actor_span or event.span,)
        yield Value("actor", _key(event, label), label, detail, event, words, number, denied)


def _intent(index: Index, intent: Intent, number: int) -> Value:
    helped = index.name(intent.beneficiary) if intent.beneficiary else None
    denied = intent.modality == "denied" or _sweeping(index, intent.statement)
    label = title_case(intent_value(intent, helped, denied=denied))
    detail, words = _modality(intent), (intent.span,)
    return Value("intent", _key(intent, label), label, detail, intent, words, number, denied)


def _sweeping(index: Index, statement: str | None) -> bool:
    """Whether a denial names no fact that it denies, and so denies those that it tells."""
    found = index.statements.get(statement or "")
    events = index.events_in.get(statement or "", ())
    intents = index.intents_in.get(statement or "", ())
    return found is not None and denies_all(found.force, (*events, *intents))


def _denies(index: Index, statement: str | None) -> bool:
    found = index.statements.get(statement or "")
    return found is not None and found.force == "denies"


def _modality(record: Event | Intent) -> str:
    """Said only where the value's own words do not say it ("no air strike")."""
    return "" if record.modality == "denied" else MODALITIES[record.modality]


def _key(record: Event | Intent, label: str) -> str:
    """What is only supposed, or still to come, is not the same value as what is claimed."""
    return f"{label}:{record.modality}" if record.modality in NOT_CLAIMED else label


def _count(index: Index, count: Count, number: int) -> Value:
    """A number in a denial is denied, unless the denial is of who did it or why."""
    acts = index.events_in.get(count.statement or "", ())
    denied = _denies(index, count.statement) and not any(
        e.modality == "happened" and count.id in e.counts for e in acts
    )
    label = count_value(count)
    label = label if count.part_of is None else f"of whom {label}"
    label = f"not {label}" if denied else label
    group = "" if count.group == "people" else count.group or ""
    key = f"{group}:{label}"
    words, detail = (count.number,), count_detail(count)
    return Value(count.harm, key, label, detail, count, words, number, denied, count=count)
