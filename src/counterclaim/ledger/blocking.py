"""Which pages are worth comparing: an inverted index over rare words, bounded for each page."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import islice

import numpy as np

from counterclaim.ledger.affinity import Profile

__all__ = ["Index", "Neighbours"]

POSTINGS = 1000
"""Pages that one key leads to at most; a word on more is only followed within its days."""

LIKEST = 300
"""Pages that are looked at further, the likest."""

CANDIDATES = 20
"""Pages that one is compared with, those that are most like it."""

LATEST = 8
"""Further pages of the days around it that it is compared with."""

DAYS = 4
"""Days in a bucket, by which common words are told apart; the neighbouring buckets are seen too."""

KEPT = 60
"""Likenesses of a page to others that are remembered: ranks beyond are all one."""


class Index:
    """Numbered profiles by the words that not too many of them have.

    A page costs at most its number of words times :data:`POSTINGS`, however many pages there are.
    """

    def __init__(self) -> None:
        self._rare: defaultdict[str, _Postings] = defaultdict(_Postings)
        self._dated: defaultdict[tuple[int, str], _Postings] = defaultdict(_Postings)
        self._days: dict[int, int | None] = {}
        self._parted = False

    @property
    def whole(self) -> bool:
        """Whether every word is followed to all that have it: none has become common yet."""
        return not self._parted

    def likenesses(self, profile: Profile, number: int | None = None) -> dict[int, float]:
        """How like to ``profile`` those entered so far are, by number, the likest first.

        That is the cosine of their words' weights, as far as words are followed (:attr:`whole`); no
        more than :data:`LIKEST` are given. ``number`` is that of ``profile`` itself where it has
        been entered: it is counted among them, and left out.
        """
        day = _bucket(profile)
        holders: list[_Postings] = []
        weights: list[float] = []
        for word, weight in profile.vector.items():
            whole = self._rare.get(word)
            if whole is None:
                continue
            followed = (whole,) if len(whole.numbers) <= POSTINGS else self._near(day, word)
            for held in followed:
                holders.append(held)
                weights.append(weight)
        if not holders:
            return {}
        # One buffer of all: numpy takes longer to look at a short list than to add it up.
        numbers = np.frombuffer(b"".join([held.numbers for held in holders]), np.int32)
        shares = np.frombuffer(b"".join([held.weights for held in holders]), np.float64)
        shares = shares * np.repeat(weights, [len(held.numbers) for held in holders])
        found, where = np.unique(numbers, return_inverse=True)
        sums = np.bincount(where, weights=shares)
        order = np.lexsort((found, -sums))[:LIKEST]
        if number is not None:
            order = order[found[order] != number][: LIKEST - 1]
        return dict(zip(found[order].tolist(), sums[order].tolist(), strict=True))

    def add(self, number: int, profile: Profile, lone: Container[str] = frozenset()) -> None:
        """Enter ``profile`` under ``number``, but for the words ``lone``, which no other has."""
        day = self._days[number] = _bucket(profile)
        rare = self._rare
        for word, weight in profile.vector.items():
            if word in lone:
                continue
            held = rare[word]
            if len(held.numbers) <= POSTINGS:
                held.numbers.append(number)
                held.weights.append(weight)
                if len(held.numbers) > POSTINGS:
                    self._part(word, held)
            elif day is not None:
                self._dated[day, word].add(number, weight)

    def _part(self, word: str, held: _Postings) -> None:
        """Post a word that has become common by days, too."""
        self._parted = True
        for number, weight in zip(held.numbers, held.weights, strict=True):
            day = self._days[number]
            if day is not None:
                self._dated[day, word].add(number, weight)

    def _near(self, day: int | None, word: str) -> Sequence[_Postings]:
        """Who has a common ``word``, of the days around ``day``."""
        if day is None:
            return ()
        near = (self._dated.get((at, word)) for at in (day - 1, day, day + 1))
        return [held for held in near if held is not None and len(held.numbers) <= POSTINGS]


class _Postings:
    """Who has a word, and its weight there; one more than :data:`POSTINGS` says too many."""

    __slots__ = ("numbers", "weights")

    def __init__(self) -> None:
        self.numbers = array("i")
        self.weights = array("d")

    def add(self, number: int, weight: float) -> None:
        """Post a number with its weight, until the list is full."""
        if len(self.numbers) <= POSTINGS:
            self.numbers.append(number)
            self.weights.append(weight)


class Neighbours:
    """For each page, how like it the others are, the :data:`KEPT` likest; and so its candidates."""

    def __init__(self) -> None:
        self._near: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self._days: dict[int, int | None] = {}

    def enter(self, number: int, day: int | None) -> None:
        """Enter a page and the ordinal of its day."""
        self._days[number] = day

    def candidates(self, number: int, likenesses: Mapping[int, float]) -> list[int]:
        """Keep a page's likenesses to others; the numbers of those worth comparing, ascending."""
        likest = sorted((-like, other) for other, like in likenesses.items() if other != number)
        self._near[number] = likest[:KEPT]
        found = {other for _, other in likest[:CANDIDATES]}
        same = (other for _, other in likest if self._close(number, other))
        return sorted(found | set(islice(same, LATEST)))

    def meet(self, number: int, other: int, likeness: float) -> None:
        """Tell ``other``, entered before, of a page that has come since."""
        near = self._near[other]
        if len(near) < KEPT or -likeness < near[-1][0]:
            insort(near, (-likeness, number))
            del near[KEPT:]

    def rank(self, number: int, other: int, likeness: float) -> int:
        """How many pages are more like ``number`` than ``other`` is, at most :data:`KEPT`."""
        return bisect_left(self._near[number], (-likeness, other))

    def _close(self, number: int, other: int) -> bool:
        ours, theirs = self._days.get(number), self._days.get(other)
        return ours is not None and theirs is not None and abs(ours - theirs) <= DAYS


def _bucket(profile: Profile) -> int | None:
    published = profile.signature.published
    return None if published is None else published // DAYS
