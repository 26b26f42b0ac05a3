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
            r"\b(?:click (?:here|the link|my)|buy now|order now|sign up|subscribe to my|visit my|"
            r"check out my|"
            r"follow me|free (?:trial|gift|money|shipping)|limited offer|discount code|"
            r"promo code)\b",
            re.IGNORECASE,
        ),
        0.5,
    ),
    (
        re.compile(
            r"\b(?:work(?:ing)? (?:from|at) home|earn(?:ed|ing)?\b[^.!?\n]{0,30}\b(?:week|day|"
            r"month|hour)|"
            r"mak(?:e|ing) (?:money|\$\s?\d)|extra (?:income|cash)|crypto|bitcoin|forex|"
            r"investment (?:plan|platform)|"
            r"loan offer|casino|payday|weight loss|viagra|replica)",
            re.IGNORECASE,
        ),
        0.5,
    ),
    (
        re.compile(
            r"\$\s?\d[\d,.]*\s?(?:/|per|an?|every)\s?(?:hour|hr|day|week|month)", re.IGNORECASE
        ),
        0.5,
    ),
    (
        re.compile(
            r"\b(?:whatsapp|telegram|call|text|contact)\b[^.!?\n]{0,20}\+?\d[\d\s()-]{7,20}",
            re.IGNORECASE,
        ),
        0.5,
    ),
)


def spam(text: str) -> tuple[float, list[tuple[int, int]]]:
    """Score in [0, 1] and the character ranges of its signs, each of which adds to the others."""
    kept = 1.0
    spans: list[tuple[int, int]] = []
    for pattern, strength in _SIGNS:
        matches = [match.span() for match in pattern.finditer(text)][:5]
        if matches:
            kept *= (1 - strength) ** min(len(matches), 2)
            spans.extend(matches)
    return round(1 - kept, 4), sorted(set(spans))
