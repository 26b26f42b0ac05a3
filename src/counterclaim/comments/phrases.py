"""What runs of one to three words say together: a small network over vectors of words.

Each filter looks for one kind of run and keeps its best one in a comment (Kim 2014); two layers
weigh what was found. A word's vector began as a pretrained encoder's, so words that training never
saw in hostility are judged by their like; to it is added where the word stands (`Standing`): beside
a group's name, denied, quoted. Words are stored as hashes: the file spells no slur.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["LONGEST", "WIDTHS", "Found", "Phrases", "key_of"]

LONGEST = 400
"""Words of a comment that are read; hostility further on is left to the linear model."""

WIDTHS = 3
"""The longest run that a filter sees, in words."""

AT_ONCE = 5
"""Words whose filters are worked out in one product.

More would make the library of linear algebra start threads, which cost far more than they do.
"""

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]
Arrays = Mapping[str, npt.NDArray[np.generic]]


@lru_cache(maxsize=1 << 14)
def key_of(form: str) -> int:
    """The number of a word's folded form (CRC-32)."""
    return zlib.crc32(form.encode())


class Layers(NamedTuple):
    """Weights after the vectors; `kept` filters a width, `size` numbers a vector.

    ``filters`` ``[size, 6 * kept]``: a block for each word of each width, runs of one word first.
    ``biases`` ``[3 * kept]``. What the filters found gives log odds straight
    (``[3 * kept, lanes]``) and by way of ``inner`` ``[3 * kept, hidden]``, ``inner_biases`` and
    ``outer`` ``[hidden, lanes]``.
    """

    filters: Floats
    biases: Floats
    straight: Floats
    inner: Floats
    inner_biases: Floats
    outer: Floats


class Found:
    """What the filters found in one comment: ``odds`` ``[lanes]``, before any constant term."""

    def __init__(self, runs: Floats, layers: Layers, words: int) -> None:
        self._runs, self._layers, self._words = runs, layers, words
        values = np.concatenate([run.max(0) for run in self._by_width]) + layers.biases
        self._best = np.maximum(values, 0)
        by_width = self._best.reshape(WIDTHS, 1, -1)  # As small as `AT_ONCE`, for the same reason.
        hidden = by_width @ layers.inner.reshape(WIDTHS, by_width.shape[2], -1)
        self._hidden = hidden.sum(axis=(0, 1)) + layers.inner_biases
        self.odds: Floats = (
            self._best @ layers.straight + np.maximum(self._hidden, 0) @ layers.outer
        )

    @property
    def _by_width(self) -> list[Floats]:
        """Values of runs of one, two, three words, by where they end; the last is of nothing."""
        runs, kept = self._runs, self._runs.shape[1] // 6
        last = self._words + 3
        one, *two_three = (runs[:, at * kept : (at + 1) * kept] for at in range(6))
        return [
            one[2:last],
            two_three[0][1:last] + two_three[1][2 : last + 1],
            two_three[2][:last] + two_three[3][1 : last + 1] + two_three[4][2 : last + 2],
        ]

    @cached_property
    def give(self) -> Floats:
        """What each word gave of the log odds, ``[lanes, words]``; words of a run share alike."""
        layers, kept = self._layers, self._runs.shape[1] // 6
        through = layers.straight + (layers.inner * (self._hidden > 0)) @ layers.outer
        give = np.zeros((self._words + 2, through.shape[1]), np.float32)
        for width, values in enumerate(self._by_width, start=1):
            rows = slice((width - 1) * kept, width * kept)
            shares = self._best[rows, None] * through[rows] / width
            end = values.argmax(0)
            for back in range(width):
                place = end - back
                inside = (place >= 0) & (place < self._words)
                np.add.at(give, place[inside], shares[inside])
        return give[: self._words].T


class Phrases:
    """The network: hashes of known words in ascending order, their vectors, where words stand.

    ``vectors`` is ``[words + 1, size]`` in steps of ``scale`` (one a row), the last row for words
    that are not known; ``standings`` is ``[standings, size]``.
    """

    def __init__(self, stored: Arrays) -> None:
        """From the arrays of a model's file.

        Raises:
            KeyError: one of them is missing.
        """
        keys = stored["keys"].astype(np.uint32)
        self._row = {key: at for at, key in enumerate(keys.tolist())}
        self._vectors: Bytes = stored["vectors"].astype(np.int8)
        self._scale = stored["vector_scale"].astype(np.float32)
        self._standings = stored["standings"].astype(np.float32)
        self._layers = Layers(*(stored[name].astype(np.float32) for name in Layers._fields))

    def read(self, forms: Sequence[str], standings: Sequence[int]) -> Found:
        """The filters over a comment's words, each with its standing; linear in their number."""
        count = min(len(forms), LONGEST)
        unknown = len(self._row)
        rows = [self._row.get(key_of(form), unknown) for form in forms[:count]]
        at = np.array(rows, np.intp)
        filters = self._layers.filters
        words = np.zeros((-(-count // AT_ONCE) * AT_ONCE, len(filters)), np.float32)
        words[:count] = self._vectors[at] * self._scale[at, None]
        words[:count] += self._standings[np.array(standings[:count], np.intp)]
        runs = np.zeros((len(words) + 5, filters.shape[1]), np.float32)
        for first in range(0, len(words), AT_ONCE):
            part = words[first : first + AT_ONCE]
            np.matmul(part, filters, out=runs[first + 2 : first + 2 + AT_ONCE])
        return Found(runs, self._layers, count)
