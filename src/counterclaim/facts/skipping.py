"""Where to read on behind a list, an insertion or a phrase with a preposition, up to a verb."""

from counterclaim.facts.harm_words import ACTIVE, HELPERS, INTRANSITIVE, PARTICIPLES, THEIRS
from counterclaim.facts.phrases import Phrase
from counterclaim.facts.tokens import Sentence

__all__ = ["PARTS", "behind", "inserted"]

PARTS = frozenset("including among mostly mainly most many some all both".split())
"""Words that begin an insertion about a part of the people before it."""

_PREPOSITIONS = frozenset("in from of at on aboard near with inside by during for under".split())
_INSERTION = 12
"""Tokens of an insertion between commas at most."""

_OPENS_PREDICATE = frozenset("was were have had has been are is who died perished".split())
_EXPLAINS = frozenset("a an aged ages one".split())
"""Words that begin an insertion on who the counted were."""

_SAID = frozenset(["said", "says", "added", "confirmed"])
_CLAUSES = frozenset([";", ":", "(", "but", "who", "which", "said", "says", "when", "while"])
_OF_SOME = frozenset("them whom whose half".split())
"""Words of an insertion that divides up the people before it."""


def behind(sentence: Sentence, listed: list[Phrase], place: int, index: int) -> int | None:
    """Where to read on behind a list member, an insertion or a prepositional phrase."""
    word = sentence.low(index)
    if word in (",", "–", "—") and sentence.low(index + 1) in PARTS:
        close = next(
            (at for at in range(index + 2, min(index + 15, len(sentence.tokens)))
             if sentence.low(at) == word), None,
        )  # fmt: skip
        return close + 1 if close is not None else None
    following = next((item for item in listed[place + 1 :] if item.first > index), None)
    verb = inserted(sentence, index) if word == "," else None
    if verb is not None:
        return verb
    if following is not None and following.head is not None:
        reach = 3 if sentence.phrase(index, ("as", "well", "as")) else 2
        if word in (",", "and", "or", "as") and following.first <= index + reach:
            return following.after
    if word == "and" and sentence.low(index + 1) in THEIRS:
        theirs = range(index + 3, min(index + 6, len(sentence.tokens)))
        return next((at for at in theirs if sentence.low(at) in HELPERS), None)
    if word in _PREPOSITIONS or word in PARTS:
        return _behind_preposition(sentence, index + 1)
    return None


def inserted(sentence: Sentence, index: int) -> int | None:
    """The verb behind words between commas: ", two of them children, were killed".

    What explains whom was counted may hold commas: ", a man, a boy and a girl, were killed".
    """
    explains = sentence.low(index + 1) in _EXPLAINS or sentence.capital(index + 1)
    reach = range(index + 2, min(index + (3 if explains else 1) * _INSERTION, len(sentence.tokens)))
    commas = [at for at in reach if sentence.low(at) == ","]
    closing = (at for at in commas if sentence.low(at + 1) in _OPENS_PREDICATE)
    close = next(closing, None) if explains else next(iter(commas), None)
    if close is None or sentence.low(close + 1) not in _OPENS_PREDICATE:
        return None
    if sentence.low(close - 1) in _SAID:
        return close + 1
    inside = {sentence.low(at) for at in range(index + 1, close)}
    told = inside & (PARTICIPLES.keys() | ACTIVE.keys() | _CLAUSES)
    return None if told or not (explains or inside & _OF_SOME) else close + 1


def _behind_preposition(sentence: Sentence, index: int) -> int | None:
    """The verb behind a prepositional phrase, within a few words."""
    for at in range(index, min(index + 8, len(sentence.tokens))):
        word = sentence.low(at)
        if word in ("was", "were", "have", "had", "has", "been", "are", "who"):
            return at
        if word in PARTICIPLES or word in INTRANSITIVE:
            return None if sentence.low(at - 1) == "the" else at  # "two lawyers for the wounded"
        if word in (",", ".", ";", ":", "and", "but", '"', "”", "said", "says"):
            return None
    return None
