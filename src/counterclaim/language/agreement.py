"""The attributions on which most readings of a window agree (minimum Bayes risk; Goel, Byrne 2000).

The best reading of a window as a whole is not the one whose attributions are right most often. An
attribution counts here by the share of all readings that have it, or one that says the same: half
of the content's words in common, and a source in common. That tells doubtful finds, keeps a find
whose edges alone are in doubt, and prefers the edges and the source that most readings give.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

import numpy as np

from counterclaim.language.heads import Chain, Floats, Ints, Scores
from counterclaim.language.linking import Link, Linked, Tie

AGREED = 0.5
"""Least share of readings; from 0.45 to 0.55 figures on the held-in articles differ by 0.3."""

_SAME_CONTENT = 0.5
_APART = 0.3
"""Dice of two contents from which on they are one, and below which two finds may stand together."""

_OWN = 0.3
"""What the share of readings that have just these spans adds to that of those that say the same."""

_BEST = 0.15
"""What being in the best reading adds where edges are chosen."""

_NEAR = 0.2
"""How much less agreed on the find with the best edges may be than the most agreed on."""


class _Find(NamedTuple):
    """A tie with its words as bits of integers, and the readings that have it, also as bits."""

    tie: Tie
    source: int
    cue: int
    content: int
    readings: int
    best: bool


_Bits = tuple[int, int, int]
"""Words of source, cue and content as bits of integers."""


def linked_readings(
    best: Ints, drawn: Ints, sure: Floats, sentences: Ints, scores: Scores, chain: Chain
) -> list[Link]:
    """Attributions of one window on which most of its drawn readings agree.

    `best` is its best reading, `[words]`, `drawn` are others, `[readings, words]`; `sure` is how
    probable each tag of each word is, `[words, tags]`; the rest as in `Linked`.
    """
    distinct: dict[bytes, int] = {best.tobytes(): 0}
    for number, row in enumerate(drawn):
        key = row.tobytes()
        distinct[key] = distinct.get(key, 0) | 1 << number
    readings = np.frombuffer(b"".join(distinct), best.dtype).reshape(len(distinct), -1)
    linked = Linked(readings, sentences, scores, chain)
    ties = linked.ties()
    chosen = agreed(ties[0], [*zip(ties, distinct.values(), strict=True)])
    first = {tie: row for row in range(len(ties) - 1, -1, -1) for tie in ties[row]}
    return [Link(*tie, linked.score(tie, first[tie], sure)) for tie in chosen]


def agreed(best: Sequence[Tie], readings: Sequence[tuple[Sequence[Tie], int]]) -> list[Tie]:
    """Attributions of one window, in order of their cues.

    `best` are those of its best reading, `readings` those of each distinct one, with a bit for
    every time that it was drawn. No two share a word, but that several cues may have one source.
    """
    finds = _finds(best, readings)
    drawn = sum(times.bit_count() for _, times in readings)
    same = _same(finds)
    sure = [_readings(finds[at] for at in each).bit_count() / drawn for each in same]
    own = [find.readings.bit_count() / drawn for find in finds]
    order = sorted(
        (at for at in range(len(finds)) if sure[at] >= AGREED),
        key=lambda at: (-sure[at] - _OWN * own[at], not finds[at].best, finds[at].tie.cue),
    )
    weight = [share + _BEST * find.best for share, find in zip(own, finds, strict=True)]
    chosen: list[_Find] = []
    for at in order:
        if any(_excludes(finds[at], other) for other in chosen):
            continue
        least = max(AGREED, sure[at] - _NEAR)
        fitting = [
            other
            for other in same[at]
            if sure[other] >= least and not any(_excludes(finds[other], one) for one in chosen)
        ]
        chosen.append(finds[max(fitting, key=weight.__getitem__)])
    return sorted((find.tie for find in chosen), key=lambda one: one.cue)


def _finds(best: Sequence[Tie], readings: Sequence[tuple[Sequence[Tie], int]]) -> list[_Find]:
    """Each attribution of any reading once, those of the best reading first.

    What differs only in where a span is cut in two is one.
    """
    words: dict[Tie, _Bits] = {}
    firsts = {_words(tie, words): tie for tie in best}
    held = dict.fromkeys(firsts, 0)
    count = len(firsts)
    for reading, times in readings:
        for tie in reading:
            bits = words.get(tie) or _words(tie, words)
            held[bits] = held.get(bits, 0) | times
            firsts.setdefault(bits, tie)
    return [
        _Find(tie, *bits, held[bits], at < count) for at, (bits, tie) in enumerate(firsts.items())
    ]


def _words(tie: Tie, known: dict[Tie, _Bits]) -> _Bits:
    """The words of a tie, which is known from then on."""
    known[tie] = bits = (_bits(tie.sources), _bits((tie.cue,)), _bits(tie.contents))
    return bits


def _same(finds: Sequence[_Find]) -> list[list[int]]:
    """Which finds say the same as each, itself among them, in order."""
    same: list[list[int]] = [[] for _ in finds]
    known: list[tuple[int, int, int]] = []
    for at, one in enumerate(finds):
        content, source, size = one.content, one.source, one.content.bit_count()
        known.append((content, source, size))
        for before, (content_, source_, size_) in enumerate(known):
            common = 2 * (content & content_).bit_count()
            if common < _SAME_CONTENT * (size + size_):
                continue
            if source & source_ or not (source or source_):
                same[at].append(before)
                if before < at:
                    same[before].append(at)
    return same


def _readings(finds: Iterable[_Find]) -> int:
    """The readings that have any of some finds."""
    return reduce(or_, (find.readings for find in finds), 0)


def _bits(spans: Sequence[tuple[int, int]]) -> int:
    return sum((1 << end) - (1 << start) for start, end in spans)


def _shared(one: _Find, other: _Find) -> float:
    """Dice of the words of two contents."""
    common = (one.content & other.content).bit_count()
    if not common:
        return 0.0
    return 2 * common / (one.content.bit_count() + other.content.bit_count())


def _excludes(one: _Find, other: _Find) -> bool:
    """Whether two finds cannot stand together: they are one, or a word has two roles."""
    if one.cue & other.cue or one.content & (other.cue | other.source):
        return True
    return bool((one.cue | one.source) & other.content) or _shared(one, other) >= _APART
