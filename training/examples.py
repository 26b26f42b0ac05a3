"""Annotated articles as the arrays that the network learns from."""

import random
from collections.abc import Sequence

import msgspec
import numpy as np

from counterclaim.language.encoding import Encoded, PieceEncoder, windows
from counterclaim.language.heads import POINTERS, ROLES
from counterclaim.language.surface import Ints
from training.polnear import Article, Event, Spans

IGNORED = -1
NOTHING = -2
"""Pointer targets: nothing is known of this word, or it is known to point nowhere."""


class Example(msgspec.Struct, frozen=True):
    """One article: its encoding, a tag a word, a target word for each pointer `[heads, words]`."""

    encoded: Encoded
    tags: Ints
    pointers: Ints


class Batch(msgspec.Struct, frozen=True):
    """Windows padded to one length. Word arrays are `[batch, words]`, pieces `[batch, pieces]`.

    `first` is the piece of each word; a padding word has tag `IGNORED`.
    """

    pieces: Ints
    surface: Ints
    attended: Ints
    first: Ints
    tags: Ints
    pointers: Ints


def example(article: Article, encoder: PieceEncoder) -> Example:
    """The targets of one article. A word in several roles keeps the one that is marked first."""
    encoded = encoder.encode(article.text)
    size = len(encoded.starts)
    tags = np.zeros(size, np.int32)
    pointers = np.full((len(POINTERS), size), IGNORED, np.int32)
    for event in article.events:
        _mark(encoded, event, tags, pointers)
    for start, end in article.discarded:
        low, high = _touched(encoded, start, end)
        tags[low:high] = IGNORED
    return Example(encoded, tags, pointers)


def _touched(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """Range of the words that share a character with `[start, end)`."""
    low = int(np.searchsorted(encoded.ends, start, "right"))
    return low, int(np.searchsorted(encoded.starts, end, "left"))


def _mark(encoded: Encoded, event: Event, tags: Ints, pointers: Ints) -> None:
    """Write one event's tags and pointers."""
    cue = _words(encoded, event.cue)
    source = _words(encoded, event.source)
    for label in range(len(ROLES.labels)):
        spans: Spans = getattr(event, ROLES.labels[label])
        for span in spans:
            low, high = _touched(encoded, *span)
            free = [at for at in range(low, high) if tags[at] == 0]
            for at in free:
                tags[at] = 2 * label + (1 if at == low else 2)
            if cue and ROLES.labels[label] != "cue":
                pointers[label // 2, free] = cue[0]
    if cue:
        pointers[2, cue[0]] = source[0] if source else NOTHING


def _words(encoded: Encoded, spans: Spans) -> list[int]:
    return [at for span in spans for at in range(*_touched(encoded, *span))]


def batches(
    examples: Sequence[Example], encoder: PieceEncoder, size: int, seed: int | None
) -> list[Batch]:
    """All windows in batches of like length.

    With a `seed`, each article's first window has a random size and the order is shuffled;
    without, windows are those of inference and in order of length.
    """
    chance = random.Random(seed)  # noqa: S311 - an order of batches is no secret
    cut: list[tuple[Example, int, int]] = []
    for item in examples:
        opening = None if seed is None else chance.randint(60, 254)
        cut.extend((item, *window) for window in windows(item.encoded, opening=opening))
    if seed is not None:
        chance.shuffle(cut)
    cut.sort(key=lambda one: _length(*one) // 16)
    groups = [cut[at : at + size] for at in range(0, len(cut), size)]
    if seed is not None:
        chance.shuffle(groups)
    return [collate(group, encoder) for group in groups]


def _length(item: Example, start: int, end: int) -> int:
    return int(item.encoded.first[end] - item.encoded.first[start])


def collate(group: Sequence[tuple[Example, int, int]], encoder: PieceEncoder) -> Batch:
    """One batch of windows, each with [CLS] before and [SEP] after its pieces."""
    length = max(_length(*one) for one in group) + 2
    width = max(end - start for _, start, end in group)
    pieces = np.zeros((len(group), length), np.int32)
    surface = np.zeros_like(pieces)
    attended = np.zeros_like(pieces)
    first = np.zeros((len(group), width), np.int32)
    tags = np.full((len(group), width), IGNORED, np.int32)
    pointers = np.full((len(group), len(POINTERS), width), IGNORED, np.int32)
    for row, (item, start, end) in enumerate(group):
        encoded, size = item.encoded, _length(item, start, end)
        at = encoded.first[start : end + 1] - encoded.first[start]
        inner = encoded.pieces[encoded.first[start] : encoded.first[end]]
        pieces[row, : size + 2] = encoder.begin, *inner, encoder.end
        surface[row, 1 : size + 1] = np.repeat(encoded.surface[start:end] + 1, np.diff(at))
        attended[row, : size + 2] = 1
        first[row, : end - start] = at[:-1] + 1
        tags[row, : end - start] = _restarted(item.tags[start:end])
        pointers[row, :, : end - start] = _inside(item.pointers[:, start:end], start, end)
    return Batch(pieces, surface, attended, first, tags, pointers)


def _restarted(tags: Ints) -> Ints:
    """A window's tags: a span that comes from the window before (or after ignored words) begins."""
    previous = np.concatenate(([0], tags[:-1]))
    orphan = (tags > 0) & (tags % 2 == 0) & (previous <= 0)
    return np.where(orphan, tags - 1, tags).astype(np.int32)


def _inside(pointers: Ints, start: int, end: int) -> Ints:
    """Pointer targets as words of the window; a target outside of it is ignored."""
    within = (pointers >= start) & (pointers < end)
    kept = np.where(within, pointers - start, np.where(pointers == NOTHING, NOTHING, IGNORED))
    return kept.astype(np.int32)
