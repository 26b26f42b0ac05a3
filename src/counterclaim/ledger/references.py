"""Definite descriptions of an act told elsewhere: "the overnight air strike", "this attack"."""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim

__all__ = ["refers_back"]

ACT_NOUNS = (
    "abduction|accident|action|airstrike|air strike|ambush|assault|atrocity|attack|barrage|"
    "blast|bloodshed|bombardment|bombing|carnage|casualties|clash|crime|crash|death|deaths|"
    "drone|explosion|fatalities|figure|figures|fire|firing|incident|killing|killings|loss|"
    "losses|massacre|missile|mistake|murder|operation|raid|raids|report|reports|rocket|"
    "shelling|shooting|sortie|strike|strikes|toll|tragedy|victims|violence|airstrikes|"
    "air strikes|attacks|allegation|allegations|accusation|accusations|aggression|"
    "claim|claims|charge|charges"
)
_BACK = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|today's|yesterday's|[a-z]+day's)\s+"
    rf"(?:[\w'’-]+\s+){{0,3}}(?:{ACT_NOUNS})\b",
    re.IGNORECASE,
)
"""A definite description of an act: "the overnight air strike", "Saturday's raid"."""


def refers_back(claim: Claim) -> bool:
    """Whether the claim, or the words that introduce it, speak of an act as known."""
    cue = claim.statement.cue
    return any(_BACK.search(text) for text in (claim.text, cue.exact if cue else ""))
