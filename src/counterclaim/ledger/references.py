"""Definite descriptions of an act told elsewhere: "the overnight air strike", "this attack"."""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim

__all__ = ["points_back", "refers_back"]

ACT_NOUNS = (
    "abduction|accident|action|airstrike|air strike|ambush|assault|atrocity|attack|barrage|"
    "blast|bloodshed|bombardment|bombing|carnage|casualties|clash|crime|crash|death|deaths|"
    "drone|explosion|fatalities|figure|figures|fire|firing|incident|killing|killings|loss|"
    "losses|massacre|missile|mistake|murder|operation|raid|raids|report|reports|rocket|"
    "shelling|shooting|sortie|strike|strikes|toll|tragedy|victims|violence|airstrikes|"
    "air strikes|attacks|allegation|allegations|accusation|accusations|aggression|"
    "claim|claims|charge|charges"
)
_NOUNS = frozenset(noun.rpartition(" ")[2] for noun in ACT_NOUNS.split("|"))
_WORD = re.compile(r"\w+")
_BACK = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|today's|yesterday's|[a-z]+day's)\s+"
    rf"(?:[\w'’-]+\s+){{0,3}}(?:{ACT_NOUNS})\b",
    re.IGNORECASE,
)
"""A definite description of an act: "the overnight air strike", "Saturday's raid"."""

_POINTING = re.compile(
    r"\W*(?:that\s+)?(?:it|that|this|\d[\d,]*|"
    r"the (?:claim|figure|number|report|statement|suggestion|toll)s?(?: of \d[\d,]*)?)\s+"
    r"(?:(?:was|is|were|are|as|to be)\s+)?(?:(?:an?|pure|simply|utter|completely|totally|"
    r"entirely)\s+)*(?:absurd|baseless|fabrication|fabricated|false|fantasy|fiction|incorrect|"
    r"inventions?|invented|lies?|nonsense|not (?:true|right|correct|so)|untrue|wrong|slander|"
    r"propaganda)\W*",
    re.IGNORECASE,
)
"""What was said just before and is not so: (called) "that a lie", "the figure was wrong"."""


def points_back(claim: Claim) -> bool:
    """Whether a claim says no more than that what was said just before is not so."""
    return _POINTING.fullmatch(claim.text) is not None


def refers_back(claim: Claim) -> bool:
    """Whether the claim, or the words that introduce it, speak of an act or a claim as known."""
    if points_back(claim):
        return True
    cue = claim.statement.cue
    return _speaks_of_act(claim.text) or (cue is not None and _speaks_of_act(cue.exact))


def _speaks_of_act(text: str) -> bool:
    # Letters beyond ASCII may be read as its own where case is passed over.
    named = not text.isascii() or not _NOUNS.isdisjoint(_WORD.findall(text.lower()))
    return named and _BACK.search(text) is not None
