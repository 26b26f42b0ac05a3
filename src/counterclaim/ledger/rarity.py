"""How rare a word is: among the pages at hand, and before any page is seen, in the news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from math import log

__all__ = ["PRIOR", "Rarity", "common_share", "stem"]

PRIOR = 1000
"""Pages that the table of common words weighs as much as: beyond, the pages at hand decide."""

UNKNOWN = 0.002
"""Share of articles taken to hold a word that is not in the table, whose last share is .009."""

_ENDING = re.compile(r"(?:ings?|ers?|ed|es|s)$")
_SHORT = 4


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """``word``, in lower case, without its ending; a crude one, the same for every form."""
    return _ENDING.sub("", word) if len(word) > _SHORT else word


@cache
def _table() -> dict[str, float]:
    text = (files("counterclaim.ledger") / "commonness.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: float(share) for share, *words in rows for word in words}


def common_share(word: str) -> float:
    """Share of news articles that hold the stem ``word``, in (0, 1]."""
    return _table().get(word, UNKNOWN)


class Rarity:
    """Inverse document frequency with a prior (natural logarithm)."""

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._pages = 0

    def add(self, words: Iterable[str]) -> None:
        """Count one page's words, each once."""
        self._held.update(words)
        self._pages += 1

    def held(self, word: str) -> int:
        """Pages counted that hold ``word``."""
        return self._held[word]

    def lone(self) -> set[str]:
        """The words that one page has and no other."""
        return {word for word, held in self._held.items() if held == 1}

    def weight(self, word: str) -> float:
        """The weight of ``word``: 0 for one on every page, some 8 for one of two in 3,000."""
        held = self._held[word] + PRIOR * common_share(word)
        return max(0.0, log((self._pages + PRIOR) / held))
