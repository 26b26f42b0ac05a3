"""Mines and bombs that somebody runs into: "the lorry hit a mine laid by rebels"."""

from counterclaim.facts.chunks import chunk_after
from counterclaim.facts.subjects import Chunk, by_phrase, subject
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["ran_into"]

_MEETING = frozenset("hit hits hitting strike strikes striking struck".split())
_LAID = frozenset(
    "bomb bombs mine mines landmine landmines minefield tripwire ied ieds device devices".split()
)
_LAYING = frozenset("buried laid left planted placed set hidden".split())


def ran_into(sentence: Sentence, trigger: Trigger) -> tuple[Chunk | None, Chunk | None] | None:
    """Who laid the mine, where that is told, and who ran into it; ``None`` of any other attack."""
    if trigger.passive or sentence.low(trigger.first) not in _MEETING:
        return None
    mine = chunk_after(sentence, trigger.last + 1)
    if mine is None or sentence.low(mine[1]) not in _LAID:
        return None
    laid = sentence.low(mine[1] + 1) in _LAYING
    return by_phrase(sentence, mine[1] + 2) if laid else None, subject(sentence, trigger.first)
