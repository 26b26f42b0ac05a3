"""When a party's position on its own part in an incident has changed.

Positions are: silence (declines to comment), speech without a stance (asserts), denial, admission,
regret. What is said after a denial or an admission without taking it back changes nothing, nor
does a further refusal to comment. Where two pages of one day disagree, the one that is further
along was written later: the other's "no immediate comment" is old news, not a change.
"""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.links import earlier
from counterclaim.ledger.matters import refuses_a_proposal, tells_of_violence
from counterclaim.ledger.references import refers_back
from counterclaim.ledger.values import founds_incident
from counterclaim.records import Force

__all__ = ["STANCES", "changes_position", "replaces_speech", "takes_position"]

_OWN = re.compile(
    r"\W*(?:that\s+)?(?:(?:one|some|any|two|several|none) of\s+)?\W*"
    r"(?:it|its|we|our|they|their|he|his|she|her|i|my)\b|.*\b(?:ours|mistakes?|errors?|"
    r"our fault|wrong|responsib\w+|blame)\b",
    re.IGNORECASE,
)
"""An admission of what the own side did: "that one of its drones …", "the error was ours"."""

_WHOLE = re.compile(
    r"\b(?:involvement|involved|responsib\w+|nothing to do with|any part|any role|carried out|"
    r"the (?:attack|strike|raid|shelling|shooting|bombing|killing|allegations?|accusations?))\b",
    re.IGNORECASE,
)
"""What is denied by who takes back an admission, not a part of it."""

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

    What is asserted, denied or admitted does so only if it is on the incident: who dismisses a
    call for talks, or concedes how a ship was registered, says nothing of a part in a strike.
    """
    force = claim.statement.force
    acts = any(founds_incident(event) for event in claim.events)
    told = acts or bool(claim.intents) or refers_back(claim)
    if force == "denies":
        part = told or bool(claim.counts) or _ITS_PART.search(claim.text) is not None
        return part and not refuses_a_proposal(claim)
    if force == "admits":
        return told or tells_of_violence(claim) or _OWN.match(claim.text) is not None
    return force in STANCES or (force == "asserts" and told)


def changes_position(before: Claim, claim: Claim) -> bool:
    """Whether ``claim`` leaves the position that ``before`` took (both take one).

    Speech gives way to a denial only where it told of the party's own deed. Who denies something
    after an admission denies a part of it, unless he does so later and in so many words; who is
    sorry without having admitted anything goes on denying.
    """
    old, new = before.statement.force, claim.statement.force
    if old == new or new == "declines" or (new == "asserts" and old != "declines"):
        return False
    if (old, new) == ("denies", "regrets"):
        return False
    if (old, new) == ("asserts", "denies") and not _own_deed(before):
        return False
    back = STAGES[new] < STAGES[old]
    if back and new == "denies" and not (earlier(before, claim) and _WHOLE.search(claim.text)):
        return False
    one_day = before.day == claim.day and before.document.id != claim.document.id
    return not (one_day and back)


def _own_deed(claim: Claim) -> bool:
    """Whether a claim tells what its own party did."""
    return any(e.actor is not None and e.actor in (claim.party, claim.origin) for e in claim.events)


def replaces_speech(before: Claim, claim: Claim) -> bool:
    """Whether silence or a denial takes the place of mere speech as where the party stands."""
    return before.statement.force == "asserts" and claim.statement.force in ("declines", "denies")
