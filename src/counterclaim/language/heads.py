"""Every head of the encoder, in one place: what it says, about what, with which labels."""

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


class TagHead(msgspec.Struct, frozen=True):
    """Spans as BIO tags over words."""

    name: str
    labels: tuple[str, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """O, then B- and I- of each label: tag `2k + 1` begins label `k`, `2k + 2` goes on."""
        return ("O", *(f"{mark}-{label}" for label in self.labels for mark in "BI"))

    def legal(self) -> NDArray[np.bool_]:
        """Which tag may follow which, `[tags + 1, tags]`; the last row is the start."""
        size = len(self.tags)
        allowed = np.ones((size + 1, size), np.bool_)
        for inside in range(2, size, 2):
            allowed[:, inside] = False
            allowed[[inside - 1, inside], inside] = True
        return allowed


class PointerHead(msgspec.Struct, frozen=True):
    """From a word in a span of `origin` to the word that begins a span of `target`.

    With `may_be_none` it may also point to nothing.
    """

    name: str
    origin: str
    target: str
    may_be_none: bool


ROLES = TagHead("roles", ("source", "cue", "content"))
"""PolNeAR's three roles. Each token has at most one."""

POINTERS = (
    PointerHead("source_cue", "source", "cue", may_be_none=False),
    PointerHead("content_cue", "content", "cue", may_be_none=False),
    PointerHead("cue_source", "cue", "source", may_be_none=True),
)
"""Links. A cue points back at its source because 6% of PolNeAR's sources serve several cues."""

POINTER_SIZE = 64
DISTANCES = 24
"""Buckets of the signed distance in words from a word to where it points."""


class Scores(msgspec.Struct, frozen=True):
    """What the network says of one window of `words` words.

    `roles` is `[words, tags]`; `origin` and `target` are `[pointers, words, POINTER_SIZE]`, whose
    products score a pointer; `nothing` is `[pointers, words]`, the score of pointing nowhere.
    """

    roles: Floats
    origin: Floats
    target: Floats
    nothing: Floats


class Chain(msgspec.Struct, frozen=True):
    """The weights of decoding that are no part of the graph.

    `follows` is `[tags + 1, tags]`, the score of a tag after another (last row: at the start);
    `distance` is `[pointers, DISTANCES]`.
    """

    follows: Floats
    distance: Floats


def distance_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket in `[0, DISTANCES)` of signed distances: exact up to 3, then logarithmic to 127."""
    size = np.abs(distance)
    half = DISTANCES // 2
    far = 4 + np.floor(np.log2(np.maximum(size, 4) / 4) * 1.4).astype(np.int64)
    bucket = np.minimum(np.where(size < 4, size, far), half - 1)
    return np.where(distance < 0, bucket, bucket + half)
