"""What the "no" of a denial is about."""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.matters import roots
from counterclaim.ledger.values import founds_incident

__all__ = ["NO", "came_from_elsewhere", "negated", "tells_of_none"]

NO = re.compile(
    r"\b(?:no(?! (?:more|fewer|less|longer|doubt)\b)|not(?! (?:only|just)\b)|none|nobody|never|"
    r"neither|nor)\b|n[’']t\b",
    re.IGNORECASE,
)

_CLAUSE = re.compile(r"[,;:.!?]|\b(?:and|but|that|while|although|because)\b", re.IGNORECASE)
"""Where the clause of a "no" ends."""

_FROM_THERE = re.compile(
    r"\bfrom (?:the|his|her|their) (?:building|bus|camp|car|church|clinic|crowd|demonstrators|home|"
    r"hospital|house|mosque|protesters|school|truck|van|vehicle)\b",
    re.IGNORECASE,
)
"""Where the victims were: what did not come from there is not what befell them."""


def negated(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The stems that a "no" in a claim is about, to the end of its clause, and the next one's.

    A denial without a "no" is about all of its words.
    """
    no = NO.search(claim.text)
    if no is None:
        return (
            roots(claim.text) if claim.statement.force == "denies" else frozenset()
        ), frozenset()
    words = _CLAUSE.split(claim.text[no.end() :], maxsplit=1)[0].split()
    told = (stems for word in words if (stems := roots(word)))
    return roots(" ".join(words)), next(told, frozenset())


def came_from_elsewhere(claimed: Claim, denial: Claim) -> bool:
    """Whether a denial is of fire from where the victims were, and the claim of other fire."""
    fired = _FROM_THERE.search(denial.text)
    return fired is not None and fired.group().casefold() not in claimed.text.casefold()


def tells_of_none(claim: Claim) -> bool:
    """Whether all deeds in a claim are denied: another denial of them does not contradict it."""
    deeds = [event.modality for event in claim.events if founds_incident(event)]
    return bool(deeds) and all(modality == "denied" for modality in deeds)
