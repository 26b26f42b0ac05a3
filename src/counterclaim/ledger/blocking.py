"""Which pages are worth comparing: an inverted index over rare words, bounded for each page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

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
        scores: Counter[int] = Counter()
        for word, weight in profile.words.items():
            for number in self._holders(profile, word):
                scores[number] += weight * weight  # type: ignore[assignment]
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

    def _holders(self, profile: Profile, word: str) -> Iterator[int]:
        found = self._rare.get(word, ())
        if len(found) <= POSTINGS:
            yield from found
            return
        bucket = _bucket(profile)
        for near in (bucket - 1, bucket, bucket + 1) if bucket is not None else ():
            held = self._dated.get((near, word), ())
            if len(held) <= POSTINGS:
                yield from held


def _bucket(profile: Profile) -> int | None:
    published = profile.signature.published
    return None if published is None else published // DAYS
