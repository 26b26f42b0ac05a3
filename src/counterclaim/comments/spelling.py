"""Words of hostility as they are typed to slip through: a letter gone, two changed about, no space.

Only words of the lists in `lexicon` are mended; what may be another word is left alone.
"""

from __future__ import annotations

from functools import lru_cache

from counterclaim.comments.lexicon import (
    ADMISSION,
    CONTEMPT,
    EXPULSION,
    FUNCTION_WORDS,
    GROUP_ADJECTIVES,
    GROUP_NOUNS,
    HARM,
    HATRED,
    MISSPELT_GROUPS,
    NEGATION,
    PRAISE,
)

__all__ = ["MISSPELT", "mended", "parts_of", "slips"]

_SHORTEST = 5
_SHORT = frozenset("hate hates kill kills scum vile".split())
"""Shorter words that are worth mending all the same."""

_OTHER_WORDS = frozenset(
    "brunt buren burt coke coked dirt down downed garage hae hat hats kil lars lech lose loses "
    "money moneys moon moons morn pets raed reset resets sash skill skills sone stare stared "
    "stares stave strange sum toch treat vie violet wast".split()
)
"""Words, names and parts of names that one slip makes of a word of hostility."""

_NOT_JOINED = frozenset(
    "americana apathetic assyrian backstab burnout corruption deadbeat dieback diehard dopest "
    "freakout gentlewoman gentlewomen hangout hangover hangovers heroin hideout hungover indiana "
    "italiana killas killshot overkill rather romania romanian scummy shootas shootout shootouts "
    "slither somalia somalian therapist therapists transit trashcan".split()
)
"""Words that are no words run together, though they could be."""

_NO_ENDS = frozenset(("in", "an", "as"))
"""Words that an ending looks like."""

_HOSTILE = HATRED | HARM | CONTEMPT | EXPULSION
_LONG_GROUPS = frozenset(name for name in GROUP_NOUNS | GROUP_ADJECTIVES if len(name) > 4)
_STRONG = (
    frozenset(word for word in HATRED | HARM | CONTEMPT if len(word) > 3)
    | _LONG_GROUPS
    | frozenset(("deport", "expel", "banish"))
)
"""One of these makes a form that could be run together one that is."""
_PARTS = (
    frozenset(word for word in _STRONG | _HOSTILE | PRAISE | ADMISSION | NEGATION if len(word) > 2)
    | frozenset(word for word in FUNCTION_WORDS if word.isalpha())
    | frozenset(("need", "everywhere"))
)
_SHORTEST_JOINED, _LONGEST_JOINED = 5, 40
_MOST_PARTS = 4


def slips(word: str) -> set[str]:
    """Forms of a word with an inner letter left out, two changed about, or a long one's end cut."""
    inner = range(1, len(word) - 1)
    missing = {word[:at] + word[at + 1 :] for at in inner}
    if len(word) > _SHORTEST + 1 and not word.endswith("s"):
        missing.add(word[:-1])
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner}
    return (missing | swapped) - {word}


def _misspelt() -> dict[str, str]:
    known = _PARTS | GROUP_NOUNS | GROUP_ADJECTIVES | _OTHER_WORDS
    words = (w for w in HATRED | HARM | CONTEMPT if len(w) >= _SHORTEST or w in _SHORT)
    return {form: word for word in sorted(words) for form in slips(word) - known}


MISSPELT: dict[str, str] = _misspelt()
"""The word of hostility that a misspelling stands for."""


def mended(form: str) -> str:
    """A folded form, or the word of hostility that it misspells."""
    return MISSPELT.get(form, form)


@lru_cache(maxsize=1 << 14)
def parts_of(form: str) -> tuple[str, ...]:
    """The words that a folded form runs together, one of them a group's or of hostility, or it."""
    if (
        not _SHORTEST_JOINED <= len(form) <= _LONGEST_JOINED
        or not form.isalpha()
        or form in _PARTS
        or form in _NOT_JOINED
        or form in MISSPELT
        or form in MISSPELT_GROUPS
    ):
        return (form,)
    found = _split(form, _MOST_PARTS, first=True)
    return found if not _STRONG.isdisjoint(found) else (form,)


def _split(form: str, most: int, *, first: bool) -> tuple[str, ...]:
    """Known words that make up a form, the longest first one tried first; none if it has none."""
    if form in _PARTS and (first or (len(form) > 1 and form not in _NO_ENDS)):
        return (form,)
    if most > 1:
        for cut in range(len(form) - 1, 0, -1):
            if form[:cut] in _PARTS and (first or cut > 1):
                rest = _split(form[cut:], most - 1, first=False)
                if rest:
                    return form[:cut], *rest
    return ()
