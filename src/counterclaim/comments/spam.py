"""Comments that sell: addresses, offers, contact numbers, shouting and repetition."""

from __future__ import annotations

import re

__all__ = ["spam"]

_SIGNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(
            r"https?://\S{1,500}|\bwww\.\S{1,500}|\b[\w-]{2,40}\.(?:com|net|info|biz|xyz)\b",
            re.IGNORECASE,
        ),
        0.3,
    ),
    (
        re.compile(
            r"\b(?:click (?:here|the link|my)|buy now|order (?:now|online|today)|"
            r"sign up (?:here|now)|subscribe to my|visit my|check out my|"
            r"link in (?:my )?(?:bio|profile)|free (?:trial|gift|shipping)|"
            r"limited offer|discount code|promo code|no questions asked|"
            r"money[- ]back guarantee|dm me|inbox me|spell ?caster|"
            r"guaranteed (?:returns?|profits?|income)|(?:loan|investment) offer|"
            r"(?:contact|message|email) (?:him|her|me|us) (?:on|at|via|now|today))\b",
            re.IGNORECASE,
        ),
        0.5,
    ),
    (
        re.compile(
            r"\b(?:work(?:ing)? (?:from|at) home|earn(?:ed|ing)?\b[^.!?\n]{0,30}\b(?:week|day|"
            r"month|hour)|mak(?:e|ing) (?:money|\$\s?\d)|extra (?:income|cash)|crypto|bitcoin|"
            r"forex|investment (?:plan|platform)|casino|payday|weight loss|lose weight|viagra|"
            r"replica|follow me|free money|(?:best|lowest|cheapest) prices?|\d\d% off|"
            r"cheap (?:flights|pills|watches|tickets|loans|followers|insurance))\b",
            re.IGNORECASE,
        ),
        0.3,
    ),
    (
        re.compile(
            r"\$\s?\d[\d,.]*\s?(?:/|per|an?|every)\s?(?:hour|hr|day|week|month)", re.IGNORECASE
        ),
        0.3,
    ),
    (
        re.compile(
            r"\b(?:whatsapp|telegram|call|text|contact)\b[^.!?\n]{0,20}\+?\d[\d\s()-]{7,20}",
            re.IGNORECASE,
        ),
        0.5,
    ),
)
"""Signs and what each is worth: one of what may also be talked about is not enough."""


def spam(text: str) -> tuple[float, list[tuple[int, int]]]:
    """Score in [0, 1] and the character ranges of its signs, each of which adds to the others.

    Links may be sources: several count as one.
    """
    kept = 1.0
    spans: list[tuple[int, int]] = []
    for at, (pattern, strength) in enumerate(_SIGNS):
        matches = [match.span() for match in pattern.finditer(text)][:5]
        if matches:
            different = {text[start:end].lower() for start, end in matches}
            kept *= (1 - strength) ** (min(len(different), 2) if at else 1)
            spans.extend(matches)
    return round(1 - kept, 4), sorted(set(spans))
