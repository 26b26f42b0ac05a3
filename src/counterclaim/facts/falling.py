"""Towns that fall and are lost: a capture told from the other side, with nobody doing it.

"Hesk fell to the rebels", "denied that the town had fallen", "the loss of the airport". And the
other way about, places that are held on to: "Hesk remained under its control" denies a capture.
"""

from counterclaim.facts.chunks import chunk_after
from counterclaim.facts.event_objects import TERRITORY
from counterclaim.facts.harm_words import GROUPS
from counterclaim.facts.subjects import Chunk, subject
from counterclaim.facts.tokens import Sentence

__all__ = ["FALLING", "HOLDING", "captor_at", "falls", "held_at"]

_FALL = frozenset("fall falls fell fallen falling".split())
_LOSE = frozenset("lose loses lost losing".split())
_LOSS = frozenset({"loss"})
FALLING = _FALL | _LOSE | _LOSS
"""Words that :func:`falls` can begin with."""

_AUXILIARIES = frozenset(
    """
        had has have not n't never was were is would will could may might must did to also already
        finally soon just
    """.split()
)
_NOT = frozenset({"not", "n't", "n’t", "never"})
_BEHIND = frozenset(
    """
        . , ; : ” " to into on after before without when and in at last yesterday overnight again
        but while
    """.split()
)
"""What may follow where a town falls; it may also fall silent, asleep and short."""
_PLACES = frozenset(TERRITORY.split())
_HELD = _PLACES - frozenset("bridge bridges dam hill hills ridge island valley".split())
"""Of these a town falls to somebody; a bridge may fall by itself."""
_ENEMIES = frozenset("rebels rebel insurgents militants army forces troops militia hands".split())
_REACH = 6

HOLDING = frozenset({"control", "hands"})
"""Words that :func:`held_at` can begin with."""
_STAYS = frozenset("remain remains remained stay stays stayed".split())
_STILL = _STAYS | {"still"}
_BEING = frozenset("is are was were 's 're".split())
_SELF = frozenset({"it", "they", "we"})
_FULLY = frozenset("full firm complete total".split())
_STILL_REACH = 8


def falls(sentence: Sentence, index: int) -> bool:
    """Whether the word at ``index`` tells that somebody took a place."""
    word = sentence.low(index)
    if word in _LOSS:
        return sentence.low(index + 1) == "of" and _place_ahead(sentence, index + 2)
    if word in _LOSE:
        return _place_ahead(sentence, index + 1)
    behind = index + 1
    if behind < len(sentence.tokens) and sentence.low(behind) not in _BEHIND:
        return False
    at = index - 1
    while at >= 0 and sentence.low(at) in _AUXILIARIES:
        at -= 1
    if at >= 0 and sentence.low(at) in _HELD:
        return True
    named = at >= 0 and sentence.tokens[at].capital
    held = any(sentence.low(auxiliary) in _NOT for auxiliary in range(at + 1, index))
    return named and (held or captor_at(sentence, index) is not None)


def captor_at(sentence: Sentence, index: int) -> int | None:
    """Where those are named to whom a place falls: "to the rebels", "into the army's hands"."""
    at = index + 1
    if sentence.low(at) not in ("to", "into"):
        return None
    near = {sentence.low(at + step) for step in range(1, _REACH)}
    return at + 1 if near & _ENEMIES or not near.isdisjoint(GROUPS) else None


def _place_ahead(sentence: Sentence, index: int) -> bool:
    """Whether a phrase about a place, or of the control of one, begins at ``index``."""
    for at in range(index, min(index + _REACH, len(sentence.tokens))):
        word = sentence.low(at)
        if word in _PLACES:
            behind = sentence.low(at + 1)
            return not behind or behind in _BEHIND | _AUXILIARIES | {"of"}
        if word == "control":
            return sentence.low(at + 1) == "of"
        if word in _BEHIND:
            return False
    return False


def held_at(sentence: Sentence, index: int) -> Chunk | None:
    """The place that the word at ``index`` tells to be held still: "still in government hands".

    Or by the one who says so: "said it was in full control of Hesk".
    """
    back = range(max(index - _STILL_REACH, 0), index)
    within = next((at for at in reversed(back) if sentence.low(at) in ("in", "under")), None)
    if within is None:
        return None
    own = sentence.low(within - 1) in _BEING and sentence.low(within - 2) in _SELF
    full = own and any(sentence.low(at) in _FULLY for at in range(within + 1, index))
    if not full and _STILL.isdisjoint(sentence.low(at) for at in back):
        return None
    if sentence.low(index + 1) == "of":
        place = chunk_after(sentence, index + 2)
    else:
        verb = within - 1 if sentence.low(within - 1) in _STAYS else within
        place = subject(sentence, verb) if within < index - 1 else None  # "under control"
    return place if place is not None and _is_place(sentence, place) else None


def _is_place(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.low(chunk[1]) in _PLACES or sentence.tokens[chunk[1]].capital
