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


def same_name(gold: str, names: Iterable[str]) -> bool:
    """Whether one of `names` has all significant words of `gold`, or the other way round."""
    wanted = significant(gold)
    kept = [significant(name) for name in names]
    return any(words and (words <= wanted or wanted <= words) for words in kept)
