"""A suggested Airwars-style grade: a table of rules, tried in order, each with its derivation.

The grades are Airwars' (airwars.org, "Methodology note and standards for civilian casualty
assessment"); the rules are ours. A grade says how the claims stand, never what happened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.links import Evidence
from counterclaim.ledger.references import refers_back
from counterclaim.ledger.values import Value
from counterclaim.records import Grade, GradeValue

__all__ = ["RULES", "Rule", "Standing", "grade"]


_OWN = re.compile(
    r"\W*(?:that\s+)?(?:(?:[a-z]+ly\s+)?(?:[a-z]{2,}ing|having)\b|responsibility\b"
    r"|(?:it|its|we|our|they|their|he|his|she|her|I|my)\b)",
    re.IGNORECASE,
)
"""The speaker's own doing: "carrying out the raid", "that its pilots …", "it"."""


@dataclass(frozen=True)
class Standing:
    """What the rules look at: who is said to have done it, and who says what of that.

    Attributes:
        accused: parties said to have done it, by somebody.
        admitted: claims of an accused party that admit it.
        denied: claims of an accused party that deny it.
        rivals: claims that name different parties as the one who did it.
        witnesses: first claim of each independent origin that asserts the event.
        withdrawn: claims that deny the event where nobody else still asserts it.
    """

    accused: frozenset[str]
    admitted: tuple[Claim, ...]
    denied: tuple[Claim, ...]
    rivals: tuple[Claim, ...]
    witnesses: tuple[Claim, ...]
    withdrawn: tuple[Claim, ...]


@dataclass(frozen=True)
class Rule:
    """``value`` is suggested where ``holds`` gives claims; they are the derivation."""

    name: str
    value: GradeValue
    holds: Callable[[Standing], Sequence[Claim]]


def _two_witnesses(standing: Standing) -> Sequence[Claim]:
    return standing.witnesses if len(standing.witnesses) >= 2 else ()


RULES: tuple[Rule, ...] = (
    Rule("admitted by an accused party", "confirmed", lambda s: s.admitted),
    Rule("asserted by nobody any more", "discounted", lambda s: s.withdrawn),
    Rule("denied by an accused party", "contested", lambda s: s.denied),
    Rule("different parties are said to have done it", "contested", lambda s: s.rivals),
    Rule("two or more independent origins", "fair", _two_witnesses),
    Rule("one origin", "weak", lambda s: s.witnesses),
)
"""Tried from the top; the first whose claims are not empty gives the grade."""


def grade(evidence: Evidence) -> Grade:
    """The suggested grade of an incident; ``none`` where no rule holds."""
    standing = _standing(evidence.claims, evidence.values, evidence.witnesses)
    for rule in RULES:
        found = rule.holds(standing)
        if found:
            return Grade(
                value=rule.value,
                rule=rule.name,
                statements=list(dict.fromkeys(c.id for c in found)),
            )
    return Grade(value="none", rule="nobody asserts it")


def _standing(claims: Sequence[Claim], values: Sequence[Value], witnesses: Witnesses) -> Standing:
    named = [v for v in values if v.field == "actor" and v.asserted]
    accused = frozenset(str(v.key[0]) for v in named if not v.denied)
    of_accused = [c for c in claims if c.party in accused and c.statement.voice == "cited"]
    events = [v for v in values if v.field in ("event", "count") and v.asserted]
    by_others = {str(v.key[0]) for v in named if not v.denied and v.claim.party != str(v.key[0])}
    rivals = _rivals(named, witnesses)
    first = {witnesses.word(v.claim): v.claim for v in reversed(events) if not v.denied}
    told = sorted(first.values(), key=lambda c: (c.rank, c.id))
    denials = {
        v.claim.id
        for v in values
        if v.denied and v.field in ("event", "actor") and v.claim.statement.force == "denies"
    }
    return Standing(
        accused=accused,
        # Who claims a deed that others lay to somebody else has a rival, and confirms nothing.
        admitted=tuple(
            c for c in claims if _admits(c, accused) and (not rivals or c.party in by_others)
        ),
        denied=tuple(c for c in of_accused if c.id in denials),
        rivals=rivals,
        witnesses=tuple(told),
        withdrawn=() if told else tuple(c for c in claims if c.id in denials),
    )


def _admits(claim: Claim, accused: frozenset[str]) -> bool:
    """Whether an accused party, or one that speaks of a deed as its own, admits this act.

    A headline is the outlet's summary; what an accused party admits otherwise is another matter.
    """
    cited = claim.statement.voice == "cited" and claim.party is not None and not claim.headline
    if not cited or claim.statement.force != "admits":
        return False
    done = any(e.modality == "happened" for e in claim.events)
    owned = _OWN.match(claim.text) is not None
    if claim.party in accused:
        return bool(done or owned or claim.intents or claim.counts or refers_back(claim))
    return bool(done and owned)


def _rivals(named: Sequence[Value], witnesses: Witnesses) -> tuple[Claim, ...]:
    """The first claim for each named party, where one origin names one and another another."""
    first: dict[str, Claim] = {}
    by: dict[str, set[str]] = {}
    for value in named:
        if not value.denied:
            party = str(value.key[0])
            first.setdefault(party, value.claim)
            by.setdefault(witnesses.word(value.claim), set()).add(party)
    sets = list(by.values())
    apart = any(not a & b for i, a in enumerate(sets) for b in sets[:i])
    return tuple(first.values()) if apart else ()
