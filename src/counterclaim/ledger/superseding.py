"""What a source no longer says: it contradicts nobody any more."""

from __future__ import annotations

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.links import Evidence
from counterclaim.records import Force, RelationField

__all__ = ["left_behind"]

SAYING: frozenset[Force] = frozenset({"asserts", "accuses", "admits", "denies", "regrets"})


def left_behind(claim: Claim, on: RelationField, evidence: Evidence) -> bool:
    """Whether a claim is recalled beside what its source says now in its place, on one page.

    That is another number of the same harm; in all else, something said with another force.
    """
    if not claim.recalled or claim.party is None:
        return False
    now = [
        c
        for c in evidence.claims
        if c.document.id == claim.document.id and c.party == claim.party and not c.recalled
    ]
    if on == "count":
        harms = {v.topic[0] for v in evidence.of(claim) if v.field == "count"}
        told = (v for c in now for v in evidence.of(c) if v.field == "count")
        return any(v.topic[0] in harms for v in told)
    forces = {c.statement.force for c in now} & SAYING
    return bool(forces - {claim.statement.force})
