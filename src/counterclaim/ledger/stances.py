"""Relations of positions: who denies, concedes or disputes what, and who changed position."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.denials import denial_links
from counterclaim.ledger.links import (
    EXPLICIT,
    Evidence,
    Link,
    earlier,
    in_order,
    neighbours,
    side_of,
)
from counterclaim.ledger.matters import shared_stems
from counterclaim.ledger.positions import STANCES, changes_position, replaces_speech, takes_position
from counterclaim.ledger.rivals import rival_actors, rival_days
from counterclaim.ledger.values import RIVALS, Value, withdrawn
from counterclaim.records import Span

__all__ = ["stance_links"]

TARGETS = 3
"""Claims of others that one admission is linked to, the nearest before it."""

BLASTS = frozenset({"aerial", "destroy", "drone", "explosives", "heavy-weapons"})
"""Modes that outlets use of one deed: an explosion here is an air strike there."""

FIRMEST = 3
"""Links on purpose of one kind between two parties, whose organs may say much the same."""

_CONFIRMS = re.compile(
    r"\b(?:confirm|corroborat|verif|bear(?:s|ing)? out|back(?:s|ed) up)", re.IGNORECASE
)
_RETRACTS = re.compile(
    r"\b(?:retract\w*|take[sn]? back|took back|disavow\w*|walk(?:s|ed|ing)? back|"
    r"withdr[ae]wn?(?= (?:[\w'’-]+ ){0,3}(?:accounts?|accusations?|allegations?|claims?|"
    r"comments?|figures?|remarks?|reports?|statements?|story|toll|version)\b))",
    re.IGNORECASE,
)


def stance_links(evidence: Evidence) -> Iterator[Link]:
    """Links on event, actor, intent, time and position of one incident."""
    yield from _intent_links(evidence)
    yield from rival_actors(evidence)
    yield from _confirmations(evidence)
    yield from denial_links(evidence)
    yield from _concessions(evidence)
    yield from rival_days(evidence)
    yield from _positions(evidence)
    yield from _retractions(evidence)


def _intent_links(evidence: Evidence) -> Iterator[Link]:
    """Between organs of different parties, and for each two parties the firmest few."""
    organs = _purposes(evidence)
    between: defaultdict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for first, second in neighbours(organs):
        ours, theirs = organs[first], organs[second]
        side, other = sorted((_side(ours[0], evidence), _side(theirs[0], evidence)))
        links = [link for a in ours for b in theirs if (link := _intent_link(*in_order(a, b)))]
        for link in links if side != other else ():
            between[link.kind, side, other].append(link)
    for links in between.values():
        pairs = {(k.a.id, k.b.id): k for k in sorted(links, key=lambda k: k.score)}
        yield from sorted(pairs.values(), key=lambda k: -k.score)[:FIRMEST]
    for values in evidence.sides("intent").values():
        for a, b in pairwise(values):
            if earlier(a.claim, b.claim) and _rival(a, b) and not a.denied and not b.denied:
                yield Link.between("revises", "intent", a, b, 0.8, "same side, another purpose")


def _purposes(evidence: Evidence) -> dict[str, list[Value]]:
    """Purposes by organ; what is only asked or supposed counts for a side that asserts none."""
    asserting = evidence.sides("intent").keys()
    found: defaultdict[str, list[Value]] = defaultdict(list)
    for value in evidence.on("intent"):
        cited = value.claim.statement.voice == "cited"
        side = _side(value, evidence)
        if value.asserted or (cited and side not in asserting):
            found[(value.claim.origin if cited else None) or side].append(value)
    return found


def _side(value: Value, evidence: Evidence) -> str:
    return side_of(value.claim, evidence.witnesses)


def _intent_link(a: Value, b: Value) -> Link | None:
    if (a.denied and b.denied) or not (a.asserted or b.asserted):
        return None
    if a.key[0] == b.key[0]:
        if a.denied or b.denied:
            denial, other = (a, b) if a.denied else (b, a)
            return Link.between("denies", "intent", other, denial, 0.9, "denies that purpose")
        if not (a.asserted and b.asserted):
            return None
        return Link.between("confirms", "intent", a, b, 0.8, "same purpose, another origin")
    if _rival(a, b) and not a.denied and not b.denied:
        return Link.between("disputes", "intent", a, b, 0.9, "purposes exclude each other")
    return None


def _rival(a: Value, b: Value) -> bool:
    return frozenset({a.key[0], b.key[0]}) in RIVALS


def _confirmations(evidence: Evidence) -> Iterator[Link]:
    """Each side's first word on the event against the first side's; one link a side."""
    sides = {
        side: found
        for side, values in evidence.sides("event").items()
        if (found := [v for v in values if not v.denied])
    }
    if not sides:
        return
    (opening, *_), *others = sides.values()
    word = evidence.witnesses.word(opening.claim)
    for values in others:
        said = next((v for v in values if _CONFIRMS.search(_cue(v.claim))), values[0])
        a, b = in_order(opening, said)
        if evidence.witnesses.word(said.claim) == word:
            yield Link.between("repeats", "event", a, b, 0.7, "same word passed on")
        elif not _one_act(a, b, evidence):
            continue
        elif _CONFIRMS.search(_cue(b.claim)):
            yield Link.between("confirms", "event", a, b, 0.9, EXPLICIT)
        else:
            yield Link.between("confirms", "event", a, b, 0.7, "same event, another origin")


def _one_act(a: Value, b: Value, evidence: Evidence) -> bool:
    """Whether two values may be of one act: of a kind, with something else in common."""
    if a.key != b.key or not _one_mode(a.label, b.label):
        return False
    ours, theirs = ({(v.field, v.key) for v in evidence.of(x.claim)} for x in (a, b))
    shared = {field for field, _ in ours & theirs} & {"actor", "place", "count", "time"}
    return bool(shared) or bool(shared_stems(a.claim, b.claim))


def _one_mode(a: str, b: str) -> bool:
    """Whether two names of what was done may be of one deed; one may name its mode alone."""
    return a == b or {a, b} <= BLASTS or "assault" in (a, b)


def _concessions(evidence: Evidence) -> Iterator[Link]:
    """A party that admits what another said of it before."""
    accused: defaultdict[str, list[Value]] = defaultdict(list)
    for value in evidence.values:
        cited = value.asserted and value.claim.statement.voice == "cited"
        if cited and value.field == "actor" and not value.denied:
            accused[str(value.key[0])].append(value)
    conceded: set[str] = set()
    for claim in evidence.claims:
        party = claim.party
        if party is None or party in conceded or claim.statement.force != "admits":
            continue
        said = [v for v in accused[party] if v.claim.party != party and v.claim.rank < claim.rank]
        for value in _last_by_side(said, evidence):
            conceded.add(party)
            yield Link(
                "concedes", "actor", value.claim, claim, value.spans, _force_spans(claim),
                round(0.85 * value.weight, 3), "admits what another said of it",
            )  # fmt: skip


def _last_by_side(values: list[Value], evidence: Evidence) -> list[Value]:
    last = {side_of(v.claim, evidence.witnesses): v for v in values}
    return sorted(last.values(), key=lambda v: v.claim.rank, reverse=True)[:TARGETS]


def _positions(evidence: Evidence) -> Iterator[Link]:
    held: dict[str, Claim] = {}
    answerable = _answerable(evidence)
    for claim in evidence.claims:
        if claim.party is None or claim.party not in answerable or not takes_position(claim):
            continue
        before = held.setdefault(claim.party, claim)
        if changes_position(before, claim):
            old, new = before.statement.force, claim.statement.force
            score = 0.9 if old in STANCES and new in STANCES else 0.7
            spans = _force_spans(before), _force_spans(claim)
            reason = f"{old}, then {new}"
            yield Link("revises", "position", before, claim, *spans, score, reason)
        if changes_position(before, claim) or replaces_speech(before, claim):
            held[claim.party] = claim


def _answerable(evidence: Evidence) -> set[str]:
    """Parties with a part to answer for: said to have done it, or admitting or regretting it."""
    named = {str(v.key[0]) for v in evidence.values if v.field == "actor" and v.asserted}
    owning = ("admits", "regrets")
    return named | {c.party for c in evidence.claims if c.party and c.statement.force in owning}


def _retractions(evidence: Evidence) -> Iterator[Link]:
    last: dict[str, Claim] = {}
    for claim in evidence.claims:
        side = side_of(claim, evidence.witnesses)
        match = _RETRACTS.search(f"{_cue(claim)} {claim.text}")
        words = match.group() if match else _cue(claim) if withdrawn(claim) else ""
        if words and side in last:
            before = last[side]
            yield Link(
                "retracts", "event", before, claim, tuple(before.spans), tuple(claim.spans),
                0.8, f"“{words}”",
            )  # fmt: skip
        last[side] = claim


def _cue(claim: Claim) -> str:
    return claim.statement.cue.exact if claim.statement.cue else ""


def _force_spans(claim: Claim) -> tuple[Span, ...]:
    """The words that show a claim's force, else its cue, else its content."""
    statement = claim.statement
    shown = statement.force_span or statement.cue
    return (shown,) if shown else tuple(statement.content)
