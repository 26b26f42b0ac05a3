"""A text as the encoder takes it: words, word pieces, surface classes, paragraphs, windows."""

import re
from itertools import chain
from pathlib import Path
from typing import cast

import msgspec
import numpy as np
from tokenizers import Tokenizer

from counterclaim.language.heads import Ints
from counterclaim.language.sentences import sentences
from counterclaim.language.surface import surfaces
from counterclaim.language.words import WORD

LIMIT = 254
"""Word pieces in a window, less the two marks [CLS] and [SEP] around it."""

_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_CACHE_LIMIT = 200_000


class Encoded(msgspec.Struct, frozen=True):
    """One text, ready to be cut into windows. All arrays are 32-bit integers.

    `starts`, `ends`, `surface`, `paragraph` have one entry a word, `pieces` one a word piece;
    the pieces of word `i` are `pieces[first[i]:first[i + 1]]`.
    """

    starts: Ints
    ends: Ints
    surface: Ints
    paragraph: Ints
    pieces: Ints
    first: Ints
    sentence_starts: Ints


class PieceEncoder:
    """Cuts words into word pieces; remembers the words that it has seen."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._unknown, self.begin, self.end = (
            cast("int", self._tokenizer.token_to_id(mark)) for mark in ("[UNK]", "[CLS]", "[SEP]")
        )
        self._seen: dict[str, list[int]] = {}

    def encode(self, text: str) -> Encoded:
        """`text` with its words cut into pieces. No character but white space is left out."""
        found = [(match.group(), *match.span()) for match in WORD.finditer(text)]
        pieces = self._pieces([word for word, _, _ in found])
        spans = np.array([(start, end) for _, start, end in found], np.int32).reshape(-1, 2)
        starts, ends = spans[:, 0].copy(), spans[:, 1].copy()
        breaks = np.array([match.start() for match in _BREAK.finditer(text)], np.int32)
        paragraph = np.searchsorted(breaks, starts).astype(np.int32)
        firsts = np.array([start for start, _ in sentences(text)], np.int32)
        return Encoded(
            starts=starts,
            ends=ends,
            surface=surfaces(text, starts, ends, paragraph),
            paragraph=paragraph,
            pieces=np.fromiter(chain.from_iterable(pieces), np.int32),
            first=np.cumsum([0, *map(len, pieces)], dtype=np.int32),
            sentence_starts=np.searchsorted(starts, firsts).astype(np.int32),
        )

    def _pieces(self, found: list[str]) -> list[list[int]]:
        """Word pieces of each word, at least one a word."""
        seen = self._seen
        missing = [word for word in dict.fromkeys(found) if word not in seen]
        if missing:
            if len(seen) > _CACHE_LIMIT:
                seen.clear()
                missing = list(dict.fromkeys(found))
            # A lone surrogate is a character of the text, but no tokenizer takes it.
            clean = [word.encode("utf-8", "replace").decode() for word in missing]
            encodings = self._tokenizer.encode_batch(clean, add_special_tokens=False)
            for word, encoding in zip(missing, encodings, strict=True):
                seen[word] = encoding.ids or [self._unknown]
        return [seen[word] for word in found]


def windows(
    encoded: Encoded, limit: int = LIMIT, opening: int | None = None
) -> list[tuple[int, int]]:
    """Word ranges `[start, end)` of at most `limit` pieces that cover every word once, in order.

    Whole paragraphs are packed; a longer paragraph is cut at sentence starts, a longer sentence
    between words. `opening` is the limit of the first window (training varies it, so that no
    two epochs cut a text in the same places).
    """
    found: list[tuple[int, int]] = []
    total = len(encoded.starts)
    paragraphs = (np.flatnonzero(np.diff(encoded.paragraph)) + 1).astype(np.int32)
    at, room = 0, opening or limit
    while at < total:
        end = _stop(encoded, at, room, paragraphs)
        found.append((at, end))
        at, room = end, limit
    return found


def _stop(encoded: Encoded, at: int, room: int, paragraphs: Ints) -> int:
    """End of the window that starts at word `at` with room for `room` pieces."""
    reach = int(np.searchsorted(encoded.first, encoded.first[at] + room, "right")) - 1
    if reach >= len(encoded.starts):
        return len(encoded.starts)
    for cuts in (paragraphs, encoded.sentence_starts):
        index = int(np.searchsorted(cuts, reach, "right")) - 1
        if index >= 0 and cuts[index] > at:
            return int(cuts[index])
    return max(reach, at + 1)
