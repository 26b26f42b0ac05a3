"""Acts that were done to nobody and nothing: "fired no shot", "shot at no one"."""

from counterclaim.facts.modality_words import NOT_NEGATING
from counterclaim.facts.tokens import Sentence

__all__ = ["spares_all"]

_NOBODY = frozenset("no nobody none nothing neither".split())
_TOWARDS = frozenset("at down into on upon".split())
_JOINING = frozenset({"and", "or"})
_BOUNDS = frozenset("fewer less more".split())
"""After "no", what bounds a number: "killed no fewer than nine"."""


def spares_all(sentence: Sentence, last: int) -> bool:
    """Whether an act whose verb ends at token ``last`` has an object that is denied.

    So is the one that two verbs share: "killed or wounded nobody".
    """
    at = last + 1
    if sentence.low(at) in _JOINING and sentence.low(at + 1).endswith("ed"):
        at += 2
    while sentence.low(at) in _TOWARDS:
        at += 1
    word, after = sentence.low(at), sentence.low(at + 1)
    if word == "not":
        return after in ("a", "one")
    return word in _NOBODY and after not in _BOUNDS and after not in NOT_NEGATING.get(word, ())
