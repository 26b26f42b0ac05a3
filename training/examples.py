"""Annotated articles as the arrays that the network learns from."""

import random
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.language.encoding import Encoded, PieceEncoder, windows
from counterclaim.language.heads import EVERY_POINTER, MARKS, ROLES, TAGS
from counterclaim.language.surface import Ints
from training.polnear import Article, Event, Spans

IGNORED = -1
NOTHING = -2
"""Pointer targets: nothing is known of this word, or it is known to point nowhere."""


class Example(msgspec.Struct, frozen=True):
    """One text: its encoding, a role's tag a word, and for each pointer a target word.

    `pointers` is `[pointers, words]`; `marks`, `[heads of MARKS, words]`, is each word's column.
    """

    encoded: Encoded
    tags: Ints
    pointers: Ints
    marks: NDArray[np.int8]


Cut = tuple[Example, int, int]
"""A window of an example: its words `[start, end)`."""


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
    marks: NDArray[np.int8]


def example(article: Article, encoder: PieceEncoder) -> Example:
    """The targets of one article. A word in several roles keeps the one that is marked first."""
    encoded = encoder.encode(article.text)
    size = len(encoded.starts)
    tags = np.zeros(size, np.int32)
    pointers = np.full((len(EVERY_POINTER), size), IGNORED, np.int32)
    marks = np.full((len(MARKS), size), IGNORED, np.int8)
    for event in article.events:
        _mark(encoded, event, tags, pointers)
    for start, end in article.discarded:
        low, high = touched(encoded, start, end)
        tags[low:high] = IGNORED
    return Example(encoded, tags, pointers, marks)


def touched(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
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
            low, high = touched(encoded, *span)
            free = [at for at in range(low, high) if tags[at] == 0]
            for at in free:
                # Behind words that another span has, a span begins anew.
                begins = at == low or tags[at - 1] not in (2 * label + 1, 2 * label + 2)
                tags[at] = 2 * label + (1 if begins else 2)
            if cue and ROLES.labels[label] != "cue":
                pointers[label // 2, free] = cue[0]
    if cue:
        seen = source and tags[source[0]] == 2 * ROLES.labels.index("source") + 1
        pointers[2, cue[0]] = (source[0] if seen else IGNORED) if source else NOTHING


def _words(encoded: Encoded, spans: Spans) -> list[int]:
    return [at for span in spans for at in range(*touched(encoded, *span))]


def batches(
    examples: Sequence[Example], encoder: PieceEncoder, size: int, seed: int | None
) -> list[Batch]:
    """All windows in batches of like length.

    With a `seed`, each article's first window has a random size and the order is shuffled;
    without, windows are those of inference and in order of length.
    """
    chance = random.Random(seed)  # noqa: S311 - an order of batches is no secret
    cut: list[Cut] = []
    for item in examples:
        opening = None if seed is None else chance.randint(60, 254)
        cut.extend((item, *window) for window in windows(item.encoded, opening=opening))
    if seed is not None:
        chance.shuffle(cut)
    cut.sort(key=lambda one: length_of(*one) // 16)
    groups = [cut[at : at + size] for at in range(0, len(cut), size)]
    if seed is not None:
        chance.shuffle(groups)
    return [collate(group, encoder) for group in groups]


def length_of(item: Example, start: int, end: int) -> int:
    """Word pieces of a window of words `[start, end)`."""
    return int(item.encoded.first[end] - item.encoded.first[start])


def collate(group: Sequence[Cut], encoder: PieceEncoder) -> Batch:
    """One batch of windows, each with [CLS] before and [SEP] after its pieces."""
    length = max(length_of(*one) for one in group) + 2
    width = max(end - start for _, start, end in group)
    pieces = np.zeros((len(group), length), np.int32)
    surface = np.zeros_like(pieces)
    attended = np.zeros_like(pieces)
    first = np.zeros((len(group), width), np.int32)
    tags = np.full((len(group), width), IGNORED, np.int32)
    pointers = np.full((len(group), len(EVERY_POINTER), width), IGNORED, np.int32)
    marks = np.full((len(group), len(MARKS), width), IGNORED, np.int8)
    for row, (item, start, end) in enumerate(group):
        encoded, size = item.encoded, length_of(item, start, end)
        at = encoded.first[start : end + 1] - encoded.first[start]
        inner = encoded.pieces[encoded.first[start] : encoded.first[end]]
        pieces[row, : size + 2] = encoder.begin, *inner, encoder.end
        surface[row, 1 : size + 1] = np.repeat(encoded.surface[start:end] + 1, np.diff(at))
        attended[row, : size + 2] = 1
        first[row, : end - start] = at[:-1] + 1
        tags[row, : end - start] = _restarted(item.tags[start:end])
        pointers[row, :, : end - start] = _inside(item.pointers[:, start:end], start, end)
        marks[row, :, : end - start] = item.marks[:, start:end]
        for head in range(len(TAGS)):
            marks[row, head, : end - start] = _restarted(item.marks[head, start:end])
    return Batch(pieces, surface, attended, first, tags, pointers, marks)


def _restarted(tags: NDArray[np.integer]) -> Ints:
    """A window's tags: a span that comes from the window before (or after ignored words) begins."""
    previous = np.concatenate(([0], tags[:-1]))
    orphan = (tags > 0) & (tags % 2 == 0) & (previous <= 0)
    return np.where(orphan, tags - 1, tags).astype(np.int32)


def _inside(pointers: Ints, start: int, end: int) -> Ints:
    """Pointer targets as words of the window; a target outside of it is ignored.

    But a mention whose earlier mentions stand before the window points nowhere there.
    """
    within = (pointers >= start) & (pointers < end)
    pointers = pointers.copy()
    pointers[-1][(pointers[-1] >= 0) & ~within[-1]] = NOTHING
    kept = np.where(within, pointers - start, np.where(pointers == NOTHING, NOTHING, IGNORED))
    return kept.astype(np.int32)
