"""Numbers that leave out what befell the counted, since the clause before has said it.

"The first shell killed six and the second another four"; "twelve died in Orsa, four in Tarn";
"Orsa counted twelve dead, Tarn three"; "31 soldiers, not 27"; "15 dead, up from 12".
"""

from typing import Literal

from counterclaim.facts.phrases import Phrase
from counterclaim.facts.readings import CountReading
from counterclaim.facts.tokens import Sentence

__all__ = ["Gap", "compared", "gapped"]

Gap = Literal["part", "next"]
"""Of what a number without a harm of its own is: some of those just counted, or others."""

_WHERE = frozenset({"in", "at", "near", "on", "outside", "inside"})
_FIRST = frozenset({",", "and", "but", "while"})
_ORDINALS = frozenset("first second third fourth last other next latter former".split())
_FURTHER = frozenset({"another", "a further", "an additional"})
_ENDS = frozenset(["", ".", ",", ";", ")", "and", "but", "”", '"'])
_WHEN = frozenset({"by", "on", "later", "overnight", "during"})
_PLACE = 4
"""Words of a place at most ("in the south")."""

_SOURCES = frozenset(
    """
        police medics army ministry hospital clinic government rebels officials union witnesses
        rescuers doctors residents mayor opposition monitors monitor morgue authorities
    """.split()
)
_CHANGES = ("up", "down")
_NOT = frozenset({"not", "than", "of"})
_REACH = 10
"""Tokens between a count and a number that it is compared with."""


def gapped(sentence: Sentence, previous: CountReading | None, phrase: Phrase) -> Gap | None:
    """How a number without a harm goes on from the count ``previous`` of the same sentence."""
    bare = phrase.head is None and phrase.of is None and not phrase.quantity.article
    if previous is None or not bare or phrase.subset or phrase.quantity.high == 0:
        return None
    told = max(previous.phrase.after, sentence.at(previous.harm_span[1]))
    start = previous.phrase.after if sentence.low(phrase.after) in _WHERE else told
    words = [token.low for token in sentence.tokens[start : phrase.first]]
    if sentence.low(phrase.after) in _WHERE and words[-1:] and words[-1] in _FIRST:
        placed = not _WHERE.isdisjoint(words)
        if placed and previous.part_of is None:
            return "next"
        return "part" if previous.part_of is not None or _fits(previous, phrase) else None
    further = _further(sentence, phrase) and sentence.low(phrase.after) in _WHEN
    ends = sentence.low(phrase.after) in _ENDS or further
    if not ends or not words or words[0] not in _FIRST:
        return None
    inner = [word for word in words if word not in _FIRST]
    if inner and inner[0] in _WHERE and len(inner) <= _PLACE:
        return "next"
    if not inner or further:
        return "next" if words[-1] != "," and _further(sentence, phrase) else None
    if inner[0] == "the" and len(inner) == 2 and inner[1] in _ORDINALS:
        return "next"
    named = len(inner) == 1 and sentence.tokens[phrase.first - 1].capital
    return "next" if named else None


def _further(sentence: Sentence, phrase: Phrase) -> bool:
    start, end = phrase.quantity.approximator or (0, 0)
    return sentence.text[start:end].lower() in _FURTHER


def _fits(previous: CountReading, phrase: Phrase) -> bool:
    return previous.phrase.quantity.low > phrase.quantity.low


def compared(sentence: Sentence, phrase: Phrase, earlier: CountReading) -> bool:
    """Whether a bare number is one that the count ``earlier`` of its sentence is held against."""
    last = phrase.first - 1
    word, before = sentence.low(last), sentence.low(last - 1)
    same = earlier.phrase.quantity.start >= sentence.start
    near = same and 0 < phrase.first - earlier.phrase.after <= _REACH
    if near and word == "not" and before in (",", "and", "–", "—"):
        return True
    if near and (before, word) in (("rather", "than"), ("instead", "of"), ("compared", "with")):
        return True
    if near and word == "from":
        return before in _CHANGES or last - 1 in range(earlier.phrase.first, earlier.phrase.after)
    return word == ":" and before in _SOURCES and sentence.low(phrase.after) in _ENDS
