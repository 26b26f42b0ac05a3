"""Threats by their form: a speaker's intent or wish of harm, and whom it is aimed at."""

from __future__ import annotations

import re

__all__ = ["threat"]

_HARM = (
    r"(?:kill|murder|shoot|hang|lynch|burn|stab|beat|bomb|nuke|exterminate|execute|slaughter|"
    r"behead|hurt|"
    r"destroy|hunt|find|rape|gas|eliminate|wipe out)"
)
_VICTIM = r"(?:you|u|ya|him|her|them|those|these|all|every|the|your|their|his|any|each)\b"
_FORMS: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(
            rf"\b(?:i(?:'|’)?(?:ll| will| am going to|m going to|m gonna| gonna| want to| wanna)|"
            rf"we(?:'|’)?(?:ll| "
            rf"will| should| must| are going to|re going to)|i(?:'|’)?d (?:love|"
            rf"like) to)\s{_HARM}\s{_VICTIM}",
            re.IGNORECASE,
        ),
        0.85,
    ),
    (
        re.compile(
            r"\b(?:should|must|need to|needs to|deserves? to|ought to|have to|gotta)\s(?:all\s|"
            r"just\s)?(?:be\s)?"
            r"(?:shot|hanged|hung|killed|executed|lynched|burned|bombed|gassed|exterminated|"
            r"wiped out|beheaded|die|"
            r"murdered|put down|beaten|nuked|slaughtered)\b",
            re.IGNORECASE,
        ),
        0.75,
    ),
    (
        re.compile(
            r"(?:^|[.!?\n]\s*)(?:just\s|let(?:'|’)?s\s)?(?:kill|shoot|hang|lynch|bomb|nuke|"
            r"exterminate|gas|burn|"
            r"execute)\s(?:them|him|her|you|those|these|every|all)\b",
            re.IGNORECASE,
        ),
        0.75,
    ),
    (
        re.compile(
            r"\b(?:watch your back|you(?:'|’)?(?:re| are) (?:dead|next)|i know where you live|"
            r"sleep with one eye|"
            r"hope you (?:die|get (?:shot|killed|hit|cancer))|we(?:'|’)?re coming for you|"
            r"your days are numbered)\b",
            re.IGNORECASE,
        ),
        0.8,
    ),
)


def threat(text: str) -> tuple[float, list[tuple[int, int]]]:
    """The strongest form's score in [0, 1], and the character ranges of all that were met."""
    score = 0.0
    spans: list[tuple[int, int]] = []
    for pattern, strength in _FORMS:
        for match in pattern.finditer(text):
            score = max(score, strength)
            lead = len(match.group()) - len(match.group().lstrip(" .!?\n\r"))
            spans.append((match.start() + lead, match.end()))
    return score, sorted(set(spans))
