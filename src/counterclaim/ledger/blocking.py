"""Which pages are worth comparing: an inverted index over rare words, bounded for each page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.ledger.affinity import Profile

__all__ = ["Index"]

POSTINGS = 60
"""Pages that one key leads to at most; a word on more is only followed within its days."""

CANDIDATES = 30
"""Pages that one is compared with, those that share the heaviest words."""

DAYS = 4
"""Days in a bucket, by which common words are told apart; the neighbouring buckets are seen too."""


class Index:
    """Numbered profiles by the words that few of them have.

    A page costs at most its number of words times :data:`POSTINGS`, however many pages there are.
    """

    def __init__(self) -> None:
        self._rare: defaultdict[str, list[int]] = defaultdict(list)
        self._dated: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        self._norms: dict[int, float] = {}

    def candidates(self, profile: Profile) -> list[int]:
        """Numbers of the profiles entered so far that share most with ``profile``, by number."""
        scores: defaultdict[int, float] = defaultdict(float)
        bucket = _bucket(profile)
        for word, weight in profile.words.items():
            share = weight * weight
            for number in self._holders(bucket, word):
                scores[number] += share
        likely = sorted(scores, key=lambda n: (-scores[n] / self._norms[n], n))
        return sorted(likely[:CANDIDATES])

    def add(self, number: int, profile: Profile) -> None:
        """Enter ``profile`` under ``number``."""
        self._norms[number] = profile.norm
        bucket = _bucket(profile)
        for word in profile.words:
            if len(self._rare[word]) <= POSTINGS:
                self._rare[word].append(number)
            if bucket is not None and len(self._dated[bucket, word]) <= POSTINGS:
                self._dated[bucket, word].append(number)

    def _holders(self, bucket: int | None, word: str) -> Sequence[int]:
        """Who has ``word``; of a common one, those of the days around ``bucket``."""
        found = self._rare.get(word, ())
        if len(found) <= POSTINGS:
            return found
        if bucket is None:
            return ()
        near = (self._dated.get((at, word), ()) for at in (bucket - 1, bucket, bucket + 1))
        return [number for held in near if len(held) <= POSTINGS for number in held]


def _bucket(profile: Profile) -> int | None:
    published = profile.signature.published
    return None if published is None else published // DAYS
