"""When a party's position on its own part in an incident has changed.

Positions are: silence (declines to comment), speech without a stance (asserts), denial, admission,
regret. What is said after a denial or an admission without taking it back changes nothing, nor
does a further refusal to comment. Where two pages of one day disagree, the one that is further
along was written later: the other's "no immediate comment" is old news, not a change.
"""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.references import refers_back
from counterclaim.ledger.values import founds_incident
from counterclaim.records import Force

__all__ = ["STANCES", "changes_position", "falls_silent", "takes_position"]

STAGES: dict[Force, int] = {"declines": 0, "asserts": 1, "denies": 2, "admits": 3, "regrets": 4}
"""How far along a position is; other forces are aimed at somebody else and are no position."""

STANCES: frozenset[Force] = frozenset({"declines", "denies", "admits", "regrets"})
"""Positions taken in so many words."""


_ITS_PART = re.compile(
    r"\b(?:involvement|involved|responsib\w+|claims?|charges?|blame|role|part|wrongdoing|"
    r"it|this|that|all|everything)\b",
    re.IGNORECASE,
)
"""What a party denies in so many words without naming the act."""


def takes_position(claim: Claim) -> bool:
    """Whether the claim says where its party stands.

    An assertion or a denial does so only if it is on the incident: who dismisses a call for talks
    denies no part in a strike.
    """
    force = claim.statement.force
    acts = any(founds_incident(event) for event in claim.events)
    told = acts or bool(claim.intents) or refers_back(claim)
    if force == "denies":
        return told or bool(claim.counts) or _ITS_PART.search(claim.text) is not None
    return force in STANCES or (force == "asserts" and told)


def changes_position(before: Claim, claim: Claim) -> bool:
    """Whether ``claim`` leaves the position that ``before`` took (both take one)."""
    old, new = before.statement.force, claim.statement.force
    if old == new or new == "declines" or (new == "asserts" and old != "declines"):
        return False
    one_day = before.day == claim.day and before.document.id != claim.document.id
    return not (one_day and STAGES[new] < STAGES[old])


def falls_silent(before: Claim, claim: Claim) -> bool:
    """Whether a refusal to comment replaces mere speech as where the party stands."""
    return before.statement.force == "asserts" and claim.statement.force == "declines"
