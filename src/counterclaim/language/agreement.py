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
from counterclaim.language.linking import Link, Pointing, link

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
    """A link with its words as bits of integers, and the readings that have it, also as bits."""

    link: Link
    source: int
    cue: int
    content: int
    readings: int
    best: bool


def linked_readings(
    best: Ints, drawn: Ints, sure: Floats, sentences: Ints, scores: Scores, chain: Chain
) -> list[Link]:
    """Attributions of one window on which most of its drawn readings agree.

    `best` is its best reading, `[words]`, `drawn` are others, `[readings, words]`; `sure` is how
    probable each tag of each word is, `[words, tags]`; the rest as in `Pointing`.
    """
    distinct: dict[bytes, int] = {best.tobytes(): 0}
    for number, row in enumerate(drawn):
        key = row.tobytes()
        distinct[key] = distinct.get(key, 0) | 1 << number
    readings = np.frombuffer(b"".join(distinct), best.dtype).reshape(len(distinct), -1)
    pointing = Pointing(readings, sentences, scores, chain)
    words = np.arange(len(best))
    links = [link(tags, sure[words, tags], pointing) for tags in readings]
    return agreed(links[0], [*zip(links, distinct.values(), strict=True)])


def agreed(best: Sequence[Link], readings: Sequence[tuple[Sequence[Link], int]]) -> list[Link]:
    """Attributions of one window, in order of their cues.

    `best` are those of its best reading, `readings` those of each distinct one, with a bit for
    every time that it was drawn. No two share a word, but that several cues may have one source.
    """
    finds = _finds(best, readings)
    drawn = sum(times.bit_count() for _, times in readings)
    same = [[at for at, other in enumerate(finds) if _says_same(one, other)] for one in finds]
    sure = [_readings(finds[at] for at in each).bit_count() / drawn for each in same]
    own = [find.readings.bit_count() / drawn for find in finds]
    order = sorted(
        range(len(finds)),
        key=lambda at: (-sure[at] - _OWN * own[at], not finds[at].best, finds[at].link.cue),
    )
    weight = [share + _BEST * find.best for share, find in zip(own, finds, strict=True)]
    chosen: list[_Find] = []
    for at in order:
        if sure[at] < AGREED or any(_excludes(finds[at], other) for other in chosen):
            continue
        least = max(AGREED, sure[at] - _NEAR)
        fitting = [
            other
            for other in same[at]
            if sure[other] >= least and not any(_excludes(finds[other], one) for one in chosen)
        ]
        chosen.append(finds[max(fitting, key=weight.__getitem__)])
    return sorted((find.link for find in chosen), key=lambda one: one.cue)


def _finds(best: Sequence[Link], readings: Sequence[tuple[Sequence[Link], int]]) -> list[_Find]:
    """Each attribution of any reading once, those of the best reading first.

    What differs only in where a span is cut in two is one.
    """
    finds = {find[1:4]: find for find in (_find(each, best=True) for each in best)}
    words: dict[tuple[object, ...], tuple[int, int, int]] = {}
    for reading, times in readings:
        for each in reading:
            if each[:3] not in words:
                find = _find(each, best=False)
                words[each[:3]] = find[1:4]
                finds.setdefault(find[1:4], find)
            known = finds[words[each[:3]]]
            finds[words[each[:3]]] = known._replace(readings=known.readings | times)
    return list(finds.values())


def _find(one: Link, *, best: bool) -> _Find:
    words = (_bits(one.sources), _bits((one.cue,)), _bits(one.contents))
    return _Find(one, *words, 0, best)


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


def _says_same(one: _Find, other: _Find) -> bool:
    if _shared(one, other) < _SAME_CONTENT:
        return False
    return bool(one.source & other.source) or not (one.source or other.source)


def _excludes(one: _Find, other: _Find) -> bool:
    """Whether two finds cannot stand together: they are one, or a word has two roles."""
    if one.cue & other.cue or one.content & (other.cue | other.source):
        return True
    return bool((one.cue | one.source) & other.content) or _shared(one, other) >= _APART
