"""When two names are taken for the same, in scoring."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "a an and at by dr for from his her in its mr mrs ms of on s the their to who with".split()
)
"""Words that name nobody."""


def significant(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(_WORD.findall(name.casefold())) - _EMPTY


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out ("Coast Press Agency": "cpa")."""
    words = _WORD.findall(name.casefold())
    return "".join(word[0] for word in words if word not in _EMPTY)


def same_name(gold: str, names: Iterable[str]) -> bool:
    """Whether one of `names` has all significant words of `gold`, or the other way round.

    A name may also be the other's initials, if they are two letters or more.
    """
    return any(_agree(gold, name) for name in names)


def _agree(one: str, other: str) -> bool:
    words, others = significant(one), significant(other)
    if words and others and (words <= others or others <= words):
        return True
    short = [(words, initials(other)), (others, initials(one))]
    return any(len(letters) > 1 and only == {letters} for only, letters in short)
