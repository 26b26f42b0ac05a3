"""One account an origin, and how it changed from update to update."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.positions import STANCES, changes_position, replaces_speech, takes_position
from counterclaim.ledger.values import RIVALS, Value
from counterclaim.records import Account, AccountVersion, Event, Force

__all__ = ["accounts_of"]

SINGLE = frozenset({"actor", "time"})
"""Fields in which a new value replaces the old one; elsewhere it may merely add to it."""


def accounts_of(
    incident: str,
    claims: Sequence[Claim],
    values: Iterable[Value],
    events: dict[str, tuple[Event, ...]],
) -> list[Account]:
    """The accounts of an incident, by origin; parties with several organs come after their organs.

    Args:
        incident: its id.
        claims: its claims, oldest first.
        values: what they say, any order.
        events: its events by statement id.
    """
    said: defaultdict[str, list[Value]] = defaultdict(list)
    for value in values:
        said[value.claim.id].append(value)
    by_origin: defaultdict[str, list[Claim]] = defaultdict(list)
    by_party: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.origin is not None and claim.party is not None:
            by_origin[claim.origin].append(claim)
            by_party[claim.party].append(claim)
    accounts = []
    for party in sorted(by_party):
        organs = sorted({c.origin for c in by_party[party] if c.origin})
        accounts += [
            _account(incident, organ, party, by_origin[organ], said, events)
            for organ in organs
            if organ != party
        ]
        if len(organs) > 1 or organs == [party]:
            whole = _account(incident, party, party, by_party[party], said, events)
            organs = organs if len(organs) > 1 else []
            accounts.append(msgspec.structs.replace(whole, organs=organs))
    return accounts


@dataclass
class _State:
    """What the account holds so far, and which version said it last."""

    stance: tuple[Claim, int] | None = None
    held: dict[tuple[str, ...], tuple[frozenset[tuple[object, ...]], int]] = field(
        default_factory=dict
    )
    superseded: set[int] = field(default_factory=set)


def _account(
    incident: str,
    origin: str,
    party: str,
    claims: Sequence[Claim],
    said: dict[str, list[Value]],
    events: dict[str, tuple[Event, ...]],
) -> Account:
    grouped: dict[tuple[str, str, int, Force, bool], list[Claim]] = {}
    for claim in claims:
        force = claim.statement.force
        key = (claim.day, claim.document.id, claim.update, force, claim.recalled)
        grouped.setdefault(key, []).append(claim)
    state = _State()
    versions = []
    for number, parts in enumerate(grouped.values()):
        change = _change(state, number, parts, said)
        versions.append(_version(number, parts, events, change))
    digest = hashlib.sha256(f"{incident}\0{origin}\0{party}".encode()).hexdigest()
    return Account(
        id=f"a-{digest[:16]}",
        incident=incident,
        origin=origin,
        party=party,
        relayed_by=sorted({c.document.id for c in claims}),
        versions=[
            msgspec.structs.replace(v, superseded=v.sequence in state.superseded) for v in versions
        ],
    )


def _change(
    state: _State, number: int, claims: Sequence[Claim], said: dict[str, list[Value]]
) -> list[str]:
    """Enter a version into ``state``; what it changed."""
    change = _enter_position(state, number, _spokesman(claims))
    latest: defaultdict[tuple[str, ...], set[tuple[object, ...]]] = defaultdict(set)
    for claim in claims:
        for value in said.get(claim.id, ()):
            if value.asserted and value.field != "event":
                latest[value.field, *value.topic].add((*value.key, value.denied))
    for topic, keys in sorted(latest.items()):
        change |= _enter_values(state, number, topic, frozenset(keys))
    if number == 0:
        return ["first"]
    return sorted(change) or ["repeats"]


def _spokesman(claims: Sequence[Claim]) -> Claim:
    """The claim of a version (all of one force) that takes a position, else the first."""
    return next((c for c in claims if takes_position(c)), claims[0])


def _enter_position(state: _State, number: int, claim: Claim) -> set[str]:
    if not takes_position(claim):
        return set()
    if state.stance is None:
        state.stance = claim, number
        return set()
    before, version = state.stance
    changed = changes_position(before, claim)
    if changed or replaces_speech(before, claim):
        state.stance = claim, number
    old, new = before.statement.force, claim.statement.force
    if changed and old in STANCES and (old, new) != ("admits", "regrets"):
        state.superseded.add(version)
    return {"position"} if changed else set()


def _enter_values(
    state: _State, number: int, topic: tuple[str, ...], keys: frozenset[tuple[object, ...]]
) -> set[str]:
    known = state.held.get(topic)
    state.held[topic] = keys, number
    if known is None:
        return {"adds"}
    before, version = known
    if keys <= before or (topic[0] == "count" and all(_known(key, before) for key in keys)):
        state.held[topic] = before, version
        return set()
    if topic[0] == "place" or (topic[0] not in SINGLE | {"count", "intent"}):
        state.held[topic] = keys | before, number
        return {"adds"}
    against = _other_purpose if topic[0] == "intent" else _other_value
    if not keys & before and against(keys, before):
        state.superseded.add(version)
        return {topic[0]}
    return {"adds"}


def _known(key: tuple[object, ...], before: frozenset[tuple[object, ...]]) -> bool:
    """Whether a number was given before: "nine" and then "at least nine" is no other number."""
    low, high, *_, denied = key
    return any(
        k[0] == low and k[-1] == denied and (k[1] == high or None in (k[1], high)) for k in before
    )


def _other_value(new: frozenset[tuple[object, ...]], old: frozenset[tuple[object, ...]]) -> bool:
    """Whether a value takes another's place; who names one party and clears another holds both."""
    if any(a[:-1] == b[:-1] and a[-1] != b[-1] for a in new for b in old):
        return True
    return not (all(key[-1] for key in new) or all(key[-1] for key in old))


def _other_purpose(new: frozenset[tuple[object, ...]], old: frozenset[tuple[object, ...]]) -> bool:
    """Whether a purpose named now excludes one named before; "deliberate" also helps somebody."""
    pairs = [(a, b) for a in new for b in old]
    return any(
        (a[:-1] == b[:-1]) if a[-1] != b[-1] else not a[-1] and frozenset((a[0], b[0])) in RIVALS
        for a, b in pairs
    )


def _version(
    number: int, claims: Sequence[Claim], events: dict[str, tuple[Event, ...]], change: list[str]
) -> AccountVersion:
    own = [e for c in claims for e in events.get(c.id, ())]
    first = claims[0]
    published = first.block.time.value if first.block and first.block.time else None
    return AccountVersion(
        sequence=number,
        statements=[c.id for c in claims],
        position=first.statement.force,
        events=[e.id for e in own],
        counts=[n.id for c in claims for n in c.counts],
        intents=[i.id for c in claims for i in c.intents],
        places=sorted({e.place for e in own if e.place}),
        moments=sorted({e.moment for e in own if e.moment}),
        said=first.said,
        published=published or first.document.published.value,
        change=change,
    )
