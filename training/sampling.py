"""Which windows each update learns from: a fixed mixture of corpora, the same at every call."""

import random
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.language.encoding import windows
from training.examples import Cut, Example, length_of

SHARES = {"polnear": 0.36, "authored": 0.14}
"""Part of the pieces that comes from these; the others divide the rest by their size."""

CAP = 250_000
"""Pieces above which a corpus counts no more: a large one would push out the small."""

FACTORS = {
    "gum": 1.5,
    "geoparsing": 0.7,
    "l3s_gn1": 0.5,
    "muc4": 5.0,
    "plover": 2.0,
    "wikiwars": 0.5,
    "wnut17": 0.4,
}
"""Some corpora count for more or less than their size.

Kinds of paragraphs are soon learnt; MUC-4 alone teaches four heads, with few spans a page."""


def size_of(examples: Sequence[Example]) -> int:
    """Word pieces."""
    return sum(len(item.encoded.pieces) for item in examples)


def shares(sizes: Mapping[str, int], given: Mapping[str, float] = SHARES) -> dict[str, float]:
    """Part of each corpus among the pieces; they sum to one."""
    fixed = {name: share for name, share in given.items() if name in sizes}
    capped = {
        name: min(size, CAP) * FACTORS.get(name, 1.0)
        for name, size in sizes.items()
        if name not in fixed
    }
    left = (1 - sum(fixed.values())) / max(1.0, sum(capped.values()))
    mixture = fixed | {name: size * left for name, size in capped.items()}
    total = sum(mixture.values())
    return {name: mixture[name] / total for name in sizes}


def stream(name: str, examples: Sequence[Example], seed: int) -> Iterator[Cut]:
    """All windows of a corpus in chance order, again and again, each time cut elsewhere."""
    turn = 0
    while True:
        chance = random.Random(f"{seed} {name} {turn}")  # noqa: S311 - an order is no secret
        cut = [
            (item, *window)
            for item in examples
            for window in windows(item.encoded, opening=chance.randint(60, 254))
        ]
        chance.shuffle(cut)
        yield from cut
        turn += 1


def mixtures(
    corpora: Mapping[str, Sequence[Example]],
    parts: Mapping[str, float],
    pieces: int,
    seed: int,
) -> Iterator[list[Cut]]:
    """Windows of one update after another, each of about `pieces` word pieces.

    The next window comes from the corpus that lags most behind its part of all pieces so far.
    """
    streams = {name: stream(name, corpora[name], seed) for name in parts}
    drawn = dict.fromkeys(parts, 0)
    while True:
        group: list[Cut] = []
        size = 0
        while size < pieces:
            total = sum(drawn.values()) + pieces
            name = max(parts, key=lambda name: parts[name] * total - drawn[name])
            group.append(next(streams[name]))
            length = length_of(*group[-1])
            drawn[name] += length
            size += length
        yield group


def alike(group: Sequence[Cut], least: float = 0.75) -> list[list[Cut]]:
    """Windows by length, so that padding stays below `1 - least` of a part."""
    found: list[list[Cut]] = []
    for cut in sorted(group, key=lambda cut: -length_of(*cut)):
        if found and length_of(*cut) >= least * length_of(*found[-1][0]):
            found[-1].append(cut)
        else:
            found.append([cut])
    return found
