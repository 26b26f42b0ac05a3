"""How a deed was done and what it hit, by the words of a claim: what tells two deeds apart."""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim

__all__ = ["elsewhere_hit", "hits_another", "other_means", "targets_apart"]

ABOUT = 300
"""Code points about a claim that does not say how it was done in which its page does."""

_BROUGHT = re.compile(
    r"\b(?:suicide|(?:car|truck|roadside|lorry) bomb\w*|bombers?|explosive (?:belt|vest)|landmine|"
    r"explosive device)\b",
    re.IGNORECASE,
)
_FLOWN = re.compile(
    r"\b(?:air ?(?:strikes?|raids?)|raids?|warplanes?|jets?|sorties|strikes?|helicopters?|"
    r"barrel bombs?|drones?)\b",
    re.IGNORECASE,
)

_TARGET = re.compile(
    r"\b(airport|bakery|base|bridge|bus|cafe|camp|checkpoint|church|clinic|convoy|crossing|dam|"
    r"depot|embassy|factory|farm|ferry|funeral|hospital|hotel|market|mosque|park|port|prison|"
    r"refinery|restaurant|school|shelter|station|synagogue|temple|theatre|train|university|"
    r"wedding)s?\b",
    re.IGNORECASE,
)
"""What was hit, by kinds that one deed is known by."""

_AREA = re.compile(
    r"\b(?:areas|districts|neighbou?rhoods|quarters|suburbs|towns|villages|cities|provinces|"
    r"(?:north|south|east|west)(?:ern)? [A-Z]\w+)\b"
)
"""Where several deeds may have been done."""


def other_means(a: Claim, b: Claim) -> bool:
    """Whether one claim tells of a bomb that was brought, the other of one that came by air.

    Of a claim that tells of neither, the words about it on its page do.
    """
    means = [_means(c.text) or _means(_context(c)) for c in (a, b)]
    return all(means) and means[0].isdisjoint(means[1])


def _means(text: str) -> frozenset[str]:
    kinds = {"brought": _BROUGHT, "flown": _FLOWN}
    return frozenset(name for name, pattern in kinds.items() if pattern.search(text))


def _context(claim: Claim) -> str:
    text, last = claim.document.text, max(span.end for span in claim.spans)
    return text[max(0, claim.start - ABOUT) : last + ABOUT]


def targets_apart(a: Claim, b: Claim) -> bool:
    """Whether one claim has a school hit, the other a market."""
    ours, theirs = _targets(a.text), _targets(b.text)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def elsewhere_hit(part: Claim, whole: Claim) -> bool:
    """Whether one claim has a school hit, the other an area in which its page knows of none."""
    ours = _targets(part.text)
    if not ours or _targets(whole.text) or _AREA.search(whole.text) is None:
        return False
    return ours.isdisjoint(_targets(_context(whole)))


def hits_another(denial: Claim, claimed: Claim) -> bool:
    """Whether a denial is of a hit on a convoy, of which nothing is said about what was claimed."""
    denied = _targets(denial.text)
    return bool(denied) and denied.isdisjoint(_targets(claimed.text) | _targets(_context(claimed)))


def _targets(text: str) -> set[str]:
    return {match.group(1).casefold() for match in _TARGET.finditer(text)}
