"""Words of paragraphs, and their hashes; no vocabulary ships."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.pages.lexicon import COLUMNS
from counterclaim.pages.pieces import Piece

__all__ = [
    "BUCKETS",
    "LANE",
    "PHRASES",
    "WORDS_READ",
    "Bag",
    "Word",
    "phrase_bag",
    "read_words",
    "word_bag",
]

Bag = tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]
"""Word buckets of all pieces in a row, and where each piece's begin."""

BUCKETS = 8192
"""Hash buckets for words; no vocabulary is shipped."""

PHRASES = 32768
"""Hash buckets for words and pairs of words."""

WORDS_READ = 120
"""Words of a paragraph that are looked at; register shows well before that."""

LANE = 16
"""Bits of each sum in :attr:`Word.lanes`: a paragraph's head has fewer than 65,536 of anything."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

_LONGEST = 40
"""Characters of a word that is remembered at most: what is longer hardly comes again."""


class Word(NamedTuple):
    """What is asked of a word again and again.

    Attributes:
        text: the word as written.
        size: its characters.
        low: the word in small letters.
        plain: the same with straight apostrophes.
        raised: whether it begins with a capital.
        titled: whether it does and has more than three characters.
        lanes: what is summed over a paragraph's words, in lanes of :data:`LANE` bits: characters,
            words with a capital, longer words, titled words, past forms, and words of each set of
            :data:`counterclaim.pages.lexicon.SETS`. One sum of such numbers gives all sums at once.
        code: CRC-32 of ``plain``; digits count as one digit each, so that numbers share buckets.
        after: the hashed bytes with a blank before them, to go on with another word's code.
    """

    text: str
    size: int
    low: str
    plain: str
    raised: bool
    titled: bool
    lanes: int
    code: int
    after: bytes


def _word(text: str) -> Word:
    """The facts of one word."""
    low, size, raised = text.lower(), len(text), text[0].isupper()
    plain = low.replace("’", "'")
    hashed = ("0" * size if text[0].isdigit() else plain).encode()
    titled = raised and size > 3
    lanes = size | raised << LANE | (size > 3) << 2 * LANE | titled << 3 * LANE
    lanes |= (low[-2:] == "ed") << 4 * LANE
    if plain in COLUMNS:
        lanes |= 1 << (5 + COLUMNS[plain]) * LANE
    code, after = zlib.crc32(hashed), b" " + hashed
    return Word(text, size, low, plain, raised, titled, lanes, code, after)


_known_word = lru_cache(maxsize=1 << 15)(_word)


@lru_cache(maxsize=1 << 10)
def _read(head: str) -> tuple[Word, ...]:
    """The words of a paragraph's beginning."""
    words = _WORD.findall(head)[:WORDS_READ]
    return tuple([_known_word(one) if len(one) <= _LONGEST else _word(one) for one in words])


def read_words(text: str) -> tuple[Word, ...]:
    """The first words of a paragraph, :data:`WORDS_READ` at most."""
    return _read(text[:2000])


def word_bag(pieces: Sequence[Piece]) -> Bag:
    """Hashed words of each piece; a piece without words gets bucket 0."""
    return _bag([[word.code for word in read_words(piece.text)] for piece in pieces], BUCKETS)


def phrase_bag(pieces: Sequence[Piece]) -> Bag:
    """Hashed words and pairs of neighbouring words of each piece, into :data:`PHRASES` buckets."""
    codes: list[list[int]] = []
    for piece in pieces:
        words = read_words(piece.text)
        alone = [word.code for word in words]
        found = alone * 2
        found[::2] = alone
        found[1::2] = map(zlib.crc32, [word.after for word in words], [0, *alone])
        codes.append(found)
    return _bag(codes, PHRASES)


def _bag(codes: Sequence[Sequence[int]], buckets: int) -> Bag:
    """Hash codes in buckets from 1 on; 0 for a piece without any."""
    sizes = np.array([len(found) or 1 for found in codes], np.int64)
    held = chain.from_iterable([found or (-1,) for found in codes])
    flat = np.fromiter(held, np.int64, int(sizes.sum()))
    ids = np.where(flat < 0, 0, 1 + flat % (buckets - 1)).astype(np.int32)
    return ids, np.cumsum(sizes) - sizes
