"""Mines and bombs that somebody runs into: "the lorry hit a mine laid by rebels"."""

from counterclaim.facts.chunks import chunk_after
from counterclaim.facts.subjects import Chunk, by_phrase, subject
from counterclaim.facts.tokens import Sentence

__all__ = ["laid_there", "ran_into"]

_MEETING = frozenset("hit hits hitting strike strikes striking struck".split())
_LAID = frozenset(
    "bomb bombs mine mines landmine landmines minefield tripwire ied ieds device devices".split()
)
_LAYING = frozenset("buried laid left planted placed set hidden".split())


def ran_into(sentence: Sentence, first: int, last: int) -> tuple[Chunk | None, Chunk | None] | None:
    """Who laid the mine that is met, where that is told, and who met it; ``None`` of other deeds.

    The tokens ``first`` to ``last`` are an active verb.
    """
    mine = _met(sentence, first, last)
    if mine is None:
        return None
    laid = sentence.low(mine + 1) in _LAYING
    return by_phrase(sentence, mine + 2) if laid else None, subject(sentence, first)


def laid_there(sentence: Sentence, first: int, last: int) -> int:
    """The last token of the active verb with the mine that is met, and how it came there."""
    mine = _met(sentence, first, last)
    if mine is None:
        return last
    return mine + (sentence.low(mine + 1) in _LAYING)


def _met(sentence: Sentence, first: int, last: int) -> int | None:
    """The head of the mine that the verb's subject ran into."""
    if sentence.low(first) not in _MEETING:
        return None
    mine = chunk_after(sentence, last + 1)
    return mine[1] if mine is not None and sentence.low(mine[1]) in _LAID else None
