"""People who are held: "took 27 soldiers prisoner", "holds 31 rebels", "12 men are being held".

To hold is also what halls, parties and courts do; so the held are soldiers or others whom somebody
would take, or custody, a prisoner or a hostage is named beside them.
"""

from counterclaim.facts.phrases import Phrase
from counterclaim.facts.tokens import Sentence
from counterclaim.records import Harm

__all__ = ["held_after", "held_before"]

Held = tuple[Harm, tuple[int, int]]
"""A harm and the characters of the word that says so."""

_TAKES = frozenset("take takes took taken taking seize seizes seized seizing".split())
_HOLDS = frozenset("hold holds held holding keep keeps kept keeping have has had having".split())
_HOLDING = frozenset({"hold", "holds", "held", "holding"})
_AS = frozenset("prisoner prisoners captive captives hostage hostages".split())
_CUSTODY = frozenset({"custody", "detention", "captivity", "jail", "prison"})
_TAKEN = frozenset(
    "soldiers officers police peacekeepers militants aid_workers journalists detainees".split()
)
"""Groups of those of whom to be held says to be held captive."""

_WORKING = frozenset({"workers", "civilians", "women", "children", "medics", "officials"})
"""Groups of those whom somebody "is holding"; a bus "holds 40 workers"."""

_CAN = frozenset("can could may might to would must able".split())
"""Before "hold", words of what a room has place for."""

_ROOMS = frozenset("up back out together office accountable responsible talks".split())
"""Behind "held", words of another meaning."""

_NEAR = 4
"""Tokens between the held and the custody that they are in."""


def held_before(sentence: Sentence, phrase: Phrase) -> Held | None:
    """The verb before people whom somebody took or holds."""
    index = phrase.first - 1
    if sentence.low(index) in _CUSTODY and sentence.low(index - 1) == "in":
        token = sentence.tokens[index]
        return "detained", (sentence.tokens[index - 1].start, token.end)
    word = sentence.low(index)
    if phrase.head is None or not (word in _TAKES or word in _HOLDS):
        return None
    token = sentence.tokens[index]
    taken = _TAKEN | _WORKING if word == "holding" else _TAKEN
    held = word in _HOLDING and phrase.group in taken and sentence.low(index - 1) not in _CAN
    if held or _named(sentence, phrase.after - 1) or _named(sentence, phrase.after):
        return "detained", (token.start, token.end)
    return None


def _named(sentence: Sentence, index: int) -> bool:
    """Whether "prisoner", "as hostages", "in custody" or "into detention" follows."""
    if sentence.low(index) == "as":
        index += 1
    if sentence.low(index) in _AS:
        return True
    inside = sentence.low(index) in ("in", "into")
    return inside and any(sentence.low(at) in _CUSTODY for at in range(index + 1, index + _NEAR))


def held_after(sentence: Sentence, index: int, *, passive: bool) -> Held | None:
    """Reads "are being held", "were held hostage" at the participle ``index``."""
    if sentence.low(index) != "held" or not passive:
        return None
    if sentence.low(index + 1) in _ROOMS or sentence.low(index + 2) in _ROOMS:
        return None
    token = sentence.tokens[index]
    return "detained", (token.start, token.end)
