"""Who spoke around a person's name: whom a spokesman or a minister without a body speaks for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from counterclaim.actors.scan import Found, Scanner

__all__ = ["Passage", "who_spoke"]

_ORGAN_KINDS = frozenset({"ministry", "armed_force", "government", "organisation", "armed_group"})
_STATES = frozenset({"state", "body"})
Passage = tuple[int, int, int]
"""A paragraph's start and end, and the start of the one before it in the same part of the page."""

_VERBS = (
    r"(?:s(?:aid|ays?)|told|add(?:s|ed)|stat(?:es|ed)|announce[sd]|confirm(?:s|ed)|den(?:ies|ied)|"
    r"claim(?:s|ed)|admit(?:s|ted)|report(?:s|ed)|warn(?:s|ed)|accuse[sd]|demand(?:s|ed)|"
    r"insist(?:s|ed)|declare[sd]|call(?:s|ed)|reject(?:s|ed)|condemn(?:s|ed)|blame[sd]|"
    r"acknowledge[sd]|repeat(?:s|ed)|respond(?:s|ed)|issue[sd]|express(?:es|ed)|urge[sd]|vow(?:s|"
    r"ed)|decline[sd]|refuse[sd])\b"
)
_SAYING = re.compile(
    r"(?:, [^,.;:\n\"“”]{1,80},)?(?: (?:in \w+|itself|has|have|had|also|now|later|earlier|then|"
    rf"since|again|\w+ly|on \w+day)){{0,4}} {_VERBS}",
    re.IGNORECASE,
)
"""What follows one who speaks: perhaps an apposition and adverbs, then a verb of saying."""

_SAYS_THAT = re.compile(rf"[, ]{{1,2}}{_VERBS}(?: that)? (?:the )?", re.IGNORECASE)
_WANTS = re.compile(
    r" (?:(?:is|was|had been) (?:demanding|seeking|asking|calling|waiting|expecting)|demand(?:s|ed)"
    r"|wants|wanted|regrets|regretted|will|would|expects|expected|rejects|rejected|den(?:ies|ied))"
    r"\b"
)
"""What a spokeswoman says of her own side only."""


def who_spoke(
    scanner: Scanner, at: int, end: int, organisations: Sequence[Found], passages: Sequence[Passage]
) -> tuple[list[str], list[str], str | None]:
    """Organs and states that spoke in the paragraph or the one before, and the person's own side.

    Whoever is only spoken of (a victim, an ally) counts for nothing. Where the person's own words
    name her side ("Moscow is demanding"), only that side counts.
    """
    here = bisect_right(passages, at, key=_start_of) - 1
    low = passages[here][2] if here >= 0 else at
    first, last, after = (
        bisect_left(organisations, offset, key=lambda mention: mention.start)
        for offset in (low, at, end)
    )
    spoke = [
        mention.actor
        for mention in organisations[first:last]
        if mention.form != "adjective" and _speaks(scanner, mention.end, at)
    ]
    side = _own_side(scanner, end, organisations[after : after + 1])
    registry = scanner.registry
    if side is not None:
        spoke = [actor for actor in spoke if registry.state_of(actor) == side]
    organs = [actor for actor in spoke if registry.kind(actor) in _ORGAN_KINDS]
    states = [actor for actor in spoke if registry.kind(actor) in _STATES]
    return organs, states, side


def _start_of(passage: Passage) -> int:
    return passage[0]


def _speaks(scanner: Scanner, end: int, limit: int) -> bool:
    """Whether a verb of saying follows a name's ``end``, past adverbs and an apposition."""
    return _SAYING.match(scanner.text, end, limit) is not None


def _own_side(scanner: Scanner, end: int, following: Sequence[Found]) -> str | None:
    """The state that somebody's words begin with as the one who acts: "says Moscow demands"."""
    if not following or scanner.registry.kind(following[0].actor) != "state":
        return None
    named = following[0]
    between = _SAYS_THAT.fullmatch(scanner.text, end, named.start)
    wants = _WANTS.match(scanner.text, named.end)
    if between is None or wants is None or named.form == "adjective":
        return None
    return named.actor
