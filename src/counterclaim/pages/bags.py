"""Hashed words of paragraphs; no vocabulary ships."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.pages.pieces import Piece

__all__ = ["BUCKETS", "PHRASES", "WORD", "WORDS_READ", "Bag", "phrase_bag", "word_bag"]

Bag = tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]
"""Word buckets of all pieces in a row, and where each piece's begin."""

BUCKETS = 8192
"""Hash buckets for words; no vocabulary is shipped."""

PHRASES = 32768
"""Hash buckets for words and pairs of words."""

WORDS_READ = 120
"""Words of a paragraph that are looked at; register shows well before that."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def word_bag(pieces: Sequence[Piece]) -> Bag:
    """Hashed words of each piece; a piece without words gets bucket 0."""
    ids: list[int] = []
    starts: list[int] = []
    for piece in pieces:
        starts.append(len(ids))
        words = WORD.findall(piece.text[:2000])[:WORDS_READ]
        ids.extend(_bucket(word) for word in words)
        if not words:
            ids.append(0)
    return np.array(ids, np.int32), np.array(starts, np.int64)


def phrase_bag(pieces: Sequence[Piece]) -> Bag:
    """Hashed words and pairs of neighbouring words of each piece, into :data:`PHRASES` buckets."""
    ids: list[int] = []
    starts: list[int] = []
    for piece in pieces:
        starts.append(len(ids))
        before = ""
        for word in WORD.findall(piece.text[:2000])[:WORDS_READ]:
            low = "0" * len(word) if word[0].isdigit() else word.lower().replace("’", "'")
            ids.append(1 + zlib.crc32(low.encode()) % (PHRASES - 1))
            ids.append(1 + zlib.crc32(f"{before} {low}".encode()) % (PHRASES - 1))
            before = low
        if len(ids) == starts[-1]:
            ids.append(0)
    return np.array(ids, np.int32), np.array(starts, np.int64)


def _bucket(word: str) -> int:
    """The bucket of a word; digits count as one digit each, so that numbers share buckets."""
    if word[0].isdigit():
        word = "0" * len(word)
    return 1 + zlib.crc32(word.lower().replace("’", "'").encode()) % (BUCKETS - 1)
