"""Whether a person is the subject of a word further on, with no parser: what may stand between."""

from counterclaim.facts.harm_words import BE
from counterclaim.facts.tokens import Sentence

__all__ = ["AUXILIARIES", "BETWEEN", "leads"]

AUXILIARIES = frozenset("was were is are been being be gets got has have had".split())
"""Verbs that help another."""

BETWEEN = (
    (BE - {"shot", "stabbed", "beaten", "said", "reported", "all", "both", "others", "more"})
    | {"who", "that", "when", "remains", "remained", "listed", "pronounced", "dead", "shot"}
) - {"to", "taken", "rushed", "flown", "admitted", "not"}
"""Words between a person and what befell that person."""

_PREPOSITIONS = frozenset(
    "in from of at on aboard near with inside by during for under outside behind to".split()
)
_INSERTION = 16
"""Tokens of an insertion between commas at most."""


def leads(sentence: Sentence, index: int, target: int) -> bool:
    """Whether nothing between a person and the word at ``target`` ends the clause."""
    while index < target:
        word = sentence.low(index)
        if _passes(sentence, index, target):
            index += 1
        elif word == ",":
            following = _behind_comma(sentence, index, target)
            if following is None:
                return False
            index = following
        elif word == "(":
            close = _find(sentence, ")", index + 1, target)
            if close is None:
                return False
            index = close + 1
        elif word in _PREPOSITIONS:
            following = _behind_preposition(sentence, index + 1, target)
            if following is None:
                return False
            index = following
        else:
            return False
    return index == target


def _passes(sentence: Sentence, index: int, target: int) -> bool:
    """Whether the word at ``index`` may stand between subject and predicate."""
    word = sentence.low(index)
    if word in ("and", "&", "then"):
        return index + 1 == target or _harmless(sentence, index)
    return word in BETWEEN or word.endswith("ly") or word in ('"', "”", "’", "has", "had")


def _harmless(sentence: Sentence, index: int) -> bool:
    """Whether another harm of the same person follows "and": "was shot and later died"."""
    following = sentence.low(index + 1)
    return following in BETWEEN or following.endswith("ly")


def _behind_comma(sentence: Sentence, index: int, target: int) -> int | None:
    """Behind an age or an insertion between commas; right behind the comma of a headline."""
    if index + 1 == target:
        return target
    following = sentence.low(index + 1)
    if following.isdigit() and sentence.low(index + 2) in (",", ""):
        return index + 3
    if following.isdigit() and index + 2 == target:
        return target
    close = _find(sentence, ",", index + 1, min(target, index + _INSERTION))
    return None if close is None else close + 1


def _find(sentence: Sentence, mark: str, start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if sentence.low(at) == mark), None)


def _behind_preposition(sentence: Sentence, index: int, target: int) -> int | None:
    """The verb or auxiliary behind a phrase with a preposition, within a few words."""
    for at in range(index, min(index + 8, target + 1)):
        word = sentence.low(at)
        if at == target or word in AUXILIARIES or word == "who":
            return at
        if word in (",", ".", ";", ":", "and", "but", '"', "”", "said", "says", "–", "—"):
            return None
    return None
