"""Whether the words around a day or month without a year look ahead or back."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["Tense", "tense_of"]

Tense = Literal["future", "past", ""]

_PLANNED = (
    "expected|scheduled|planned|slated|projected|proposed|supposed|intended|required|prepared|"
    "likely|ready|set|due|about|bound"
)
_FUTURE = re.compile(
    rf"\b(?:will|won['’]t|shall|would|going\sto|(?:is|are|was|were|be)\s(?:to|due|set)|"
    rf"(?:plan|expect|intend|hope|aim|vow|threaten|agree|promise)s?\sto|planning\sto|"
    rf"(?:{_PLANNED})\s(?:to|for|in|on|by|next|later|early|around|before)|"
    r"(?:scheduled|planned|set|called|declared)\s(?:a|an|the|for)|calling\sfor|"
    r"to\sbe|due|until|deadline|payable|effective|takes?\seffect|record\sdate|holders\sof\srecord|"
    r"stock\sof\srecord|reconvenes?|resumes?|maturing|matures?|as\s(?:soon|early|late)\sas|upcoming|"
    r"expires?|beginning|starting|by|extended\sto|must)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?<!\bbe\s)(?<!\ba\s)(?<!\bthe\s)(?<!\bstill\s)(?:said|told|was|were|had|did|(?!(?:{_PLANNED}|declared|need|succeed|exceed|"
    r"proceed|speed|indeed|hundred|feed|breed|agreed)\b)[a-z]{3,}ed|came|began|went|made|"
    r"took|met|fell|rose|found|left|sent|won|lost|struck|hit|saw|gave|held|since|bought|sold|ended|"
    r"brought|became|got|led|ran|told|broke|drew|fought|killed|stood|wrote|spent|paid|grew|shot)\b"
)
_WILL = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are)\s(?:to|due|set|expected|scheduled)|plans?\sto)\b|['’]ll\b"
)
"""What looks ahead behind a moment: verbs alone."""
_SENTENCE_END = re.compile(r"[a-z]{2}[.?!]\s|;\s")
_WEAK = re.compile(r"(?:by|until)\b", re.IGNORECASE)
"""Cues of the future that any verb in the past outdoes: "was sold by Friday"."""


def tense_of(before: str, after: str) -> Tense:
    """The direction of a moment from the words of its sentence ``before`` and ``after`` it.

    The nearest cue before it decides; without one, a verb right behind it does.
    """
    before = before[_last(_SENTENCE_END, before) or 0 :]
    ahead, past = _last(_FUTURE, before), _last(_PAST, before)
    if (
        ahead is not None
        and _WEAK.match(before, ahead)
        and (past is not None or _PAST.search(after[:40]))
    ):
        strong = _last(_FUTURE, before[:ahead])
        return "future" if strong is not None and strong > (past or -1) else "past"
    if ahead is not None and (past is None or past < ahead):
        return "future"
    if past is not None:
        return "past"
    stop = _SENTENCE_END.search(after)
    after = after[: stop.start() + 2] if stop else after
    will, did = _WILL.search(after), _PAST.search(after)
    if will and (did is None or will.start() < did.start()):
        return "future"
    return "past" if did else ""


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    """Where the last match of ``pattern`` begins, or ``None``."""
    return max((match.start() for match in pattern.finditer(text)), default=None)
