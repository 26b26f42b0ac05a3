"""Shots told by a verb alone, or by one that its object parts: "they fired", "shot it down"."""

from counterclaim.facts.harm_words import GROUPS
from counterclaim.facts.tokens import Sentence

__all__ = ["SHOTS", "shot"]

_FIRES = frozenset({"fired", "fires", "firing"})
_SHOOTS = frozenset({"shot", "shoot", "shoots", "shooting"})
SHOTS = _FIRES | _SHOOTS
"""Words that :func:`shot` can begin with."""

_BE = frozenset("was were is are be been being got get".split())
_DOWN = (("down",), ("out", "of", "the", "sky"))
_REACH = 6
"""Tokens of what is shot down at most."""

_TIMES = frozenset("until twice repeatedly blindly first".split())
_NO_OBJECT = _TIMES | {"because", "without"}
_ENDS = frozenset(["", ".", ",", ";", "!", "?", "”", '"'])
_WHO = frozenset("he she they we i who and having had has have then also both".split())
_INSIDE = frozenset("a an the its his their our another one two three it him".split())


def shot(sentence: Sentence, index: int) -> str | None:
    """The mode of the shots that the verb at ``index`` tells, "" for none, if it tells of any."""
    word, before = sentence.low(index), sentence.low(index - 1)
    if word in _SHOOTS:
        return "" if before not in _BE and _parted(sentence, index) else None
    following = sentence.low(index + 1)
    a_noun = sentence.low(index - 2) in ("the", "a", "an", "his", "her", "their")
    noun = a_noun and before.isalpha() and following in _TIMES  # else who was fired may stand there
    fires = before not in _BE and (noun or _does(sentence, index - 1))
    alone = following in _NO_OBJECT or (following in _ENDS and word == "fired")
    return "firearms" if fires and alone else None


def _parted(sentence: Sentence, index: int) -> bool:
    """Whether "down" follows what was shot: "shot the aircraft down"."""
    for at in range(index + 2, index + _REACH):
        if any(sentence.phrase(at, words) for words in _DOWN):
            return True
        word = sentence.low(at - 1)
        if not word[:1].isalnum() or word in ("and", "in", "at", "on", "by", "from"):
            return False
    return False


def _does(sentence: Sentence, at: int) -> bool:
    """Whether somebody who can fire stands right before the verb."""
    word = sentence.low(at)
    if at < 0 or word in _WHO or word.endswith("ly"):
        return at >= 0
    return word in GROUPS or sentence.tokens[at].capital
