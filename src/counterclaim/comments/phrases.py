"""What runs of one to three words say together: a small network over vectors of words.

Each filter looks for one kind of run and keeps its best one in a comment (Kim 2014). Vectors began
as those of a pretrained encoder, so words that training never saw in hostility are judged by their
like. Words are stored as hashes: the file spells no slur.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["LONGEST", "Phrases", "Said", "key_of"]

LONGEST = 400
"""Words of a comment that are read; hostility further on is left to the linear model."""

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]
Keys = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]


def key_of(form: str) -> int:
    """The number of a word's folded form (CRC-32)."""
    return zlib.crc32(form.encode())


@dataclass(frozen=True)
class Said:
    """What the filters found in one comment.

    ``odds``: log odds a lane, ``[lanes]``. ``give``: what each word gave of them,
    ``[lanes, words]``; the words of a run share alike.
    """

    odds: Floats
    give: Floats


@dataclass(frozen=True)
class Phrases:
    """The network: hashes of known words in ascending order, their vectors, filters, outputs.

    ``vectors`` is ``[words + 1, size]`` in steps of ``scale`` (one a row), the last row for words
    that are not known. ``filters[n]`` is ``[(n + 1) * size, kept]`` for runs of ``n + 1`` words,
    with ``biases[n]``. ``outputs`` is ``[filters * kept, lanes]``.
    """

    keys: Keys
    vectors: Bytes
    scale: Floats
    filters: Sequence[Floats]
    biases: Sequence[Floats]
    outputs: Floats

    @classmethod
    def of(cls, stored: Mapping[str, npt.NDArray[np.generic]]) -> Phrases:
        """From the arrays that :meth:`arrays` gives.

        Raises:
            KeyError: one of them is missing.
        """
        widths = range(1, int(stored["widths"]) + 1)
        return cls(
            stored["keys"].astype(np.uint32),
            stored["vectors"].astype(np.int8),
            stored["vector_scale"].astype(np.float32),
            [stored[f"filter_{width}"].astype(np.float32) for width in widths],
            [stored[f"filter_bias_{width}"].astype(np.float32) for width in widths],
            stored["outputs"].astype(np.float32),
        )

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """What is stored; filters in half precision."""
        found: dict[str, npt.NDArray[np.generic]] = {
            "keys": self.keys,
            "vectors": self.vectors,
            "vector_scale": self.scale.astype(np.float16),
            "outputs": self.outputs,
            "widths": np.array(len(self.filters)),
        }
        for width, (table, bias) in enumerate(zip(self.filters, self.biases, strict=True), 1):
            found[f"filter_{width}"] = table.astype(np.float16)
            found[f"filter_bias_{width}"] = bias.astype(np.float16)
        return found

    def read(self, forms: Sequence[str]) -> Said:
        """The filters over a comment's words in their order; linear in their number."""
        forms = forms[:LONGEST]
        words = self._vectors(forms)
        lanes = self.outputs.shape[1]
        odds, give = np.zeros(lanes, np.float32), np.zeros((len(forms), lanes), np.float32)
        for width, (best, at, weights) in enumerate(self._best(words), start=1):
            odds += best @ weights
            shares = best[:, None] * weights
            for word in range(width):
                place = at - (width - 1) + word
                inside = (place >= 0) & (place < len(forms))
                np.add.at(give, place[inside], shares[inside] / width)
        return Said(odds, give.T)

    def _vectors(self, forms: Sequence[str]) -> Floats:
        """One row a word."""
        wanted = np.array([key_of(form) for form in forms], np.uint32)
        at = np.searchsorted(self.keys, wanted)
        at[at == len(self.keys)] = 0
        at = np.where(self.keys[at] == wanted, at, len(self.keys))
        return self.vectors[at] * self.scale[at, None]

    def _best(self, words: Floats) -> Iterator[tuple[Floats, Places, Floats]]:
        """Of each width of run: each filter's best value, where that run ends, its outputs.

        A run may begin before the first word or end after the last one; a value is never below
        that of a run of nothing.
        """
        begin = 0
        for width, (table, bias) in enumerate(zip(self.filters, self.biases, strict=True), start=1):
            edge = np.zeros((width - 1, words.shape[1]), np.float32)
            padded = np.concatenate([edge, words, edge, np.zeros((width, words.shape[1]))])
            runs = np.lib.stride_tricks.sliding_window_view(padded, width, axis=0)
            flat = runs.transpose(0, 2, 1).reshape(len(runs), -1)
            values = np.maximum(flat.astype(np.float32) @ table + bias, 0)
            at = values.argmax(0)
            end = begin + table.shape[1]
            yield values[at, np.arange(table.shape[1])], at, self.outputs[begin:end]
            begin = end
