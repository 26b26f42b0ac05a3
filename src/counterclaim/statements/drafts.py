"""Attributions on their way to becoming statements: from the model, or found by rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from counterclaim.language import Attribution
from counterclaim.records import Force

__all__ = ["Draft", "Range", "Ranges", "covered", "merge", "overlap", "touches", "words_shared"]

Range = tuple[int, int]
"""``(start, end)`` in code points."""


@dataclass(frozen=True)
class Draft:
    """Source, cue and content as ranges of the page's text.

    Attributes:
        cue: may be empty (the outlet's voice, a speaker label).
        force: given by the rule that found it, else read from the words later.
        rule: the rule's name; ``model`` for the encoder's.
        speaker: range of the source's name where it stands elsewhere (a quotation carried on).
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float = 1.0
    force: Force | None = None
    rule: str = "model"

    @classmethod
    def of(cls, attribution: Attribution) -> Draft:
        """The draft of one of the model's attributions."""
        return cls(attribution.source, attribution.cue, attribution.content, attribution.score)

    @property
    def start(self) -> int:
        """Where its first content begins."""
        return self.content[0][0]

    @property
    def hull(self) -> Range:
        """From the first of its characters to the last."""
        parts = [*self.source, *self.cue, *self.content]
        return min(p[0] for p in parts), max(p[1] for p in parts)

    def with_content(self, content: Iterable[Range]) -> Draft:
        """The same with another content, in text order."""
        return replace(self, content=tuple(sorted(content)))


class Ranges:
    """A set of ranges that answers in logarithmic time whether it touches another."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def touch(self, other: Range) -> bool:
        """Whether any range shares a character with ``other``."""
        last = bisect_left(self._starts, other[1]) - 1
        return last >= 0 and self._ends[last] > other[0]


def overlap(a: Range, b: Range) -> int:
    """Code points that two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touches(a: Sequence[Range], b: Sequence[Range]) -> bool:
    """Whether any range of one shares a character with any of the other."""
    return any(overlap(x, y) for x in a for y in b)


def covered(inner: Range, outer: Sequence[Range]) -> bool:
    """Whether ``inner`` lies inside one of ``outer``."""
    return any(o[0] <= inner[0] and inner[1] <= o[1] for o in outer)


def words_shared(a: Sequence[Range], b: Sequence[Range]) -> float:
    """Dice coefficient of two sets of ranges, by code points."""
    total = sum(e - s for s, e in a) + sum(e - s for s, e in b)
    return 2 * sum(overlap(x, y) for x in a for y in b) / total if total else 0.0


_SAME = 0.5
"""Dice of contents from which two drafts with touching cues are one."""


def merge(model: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """The model's drafts, and those of the rules that say something else, in text order.

    A rule's draft is the same as one kept before it if their cues touch, or if their contents are
    mostly the same words. Where the model has no source, the rule's is taken over.
    """
    kept = list(model)
    shelves: dict[int, list[int]] = {}
    for index, draft in enumerate(kept):
        _shelve(shelves, index, draft)
    for draft in rules:
        near = sorted({i for shelf in _shelves(draft) for i in shelves.get(shelf, ())})
        same = next((i for i in near if _same(draft, kept[i])), None)
        if same is None:
            _shelve(shelves, len(kept), draft)
            kept.append(draft)
        elif (
            not kept[same].source and draft.source and not touches(draft.source, kept[same].content)
        ):
            kept[same] = replace(kept[same], source=draft.source, force=draft.force)
        elif draft.force and not kept[same].force and touches(draft.cue, kept[same].cue):
            kept[same] = replace(kept[same], force=draft.force)
    return sorted(kept, key=lambda draft: (draft.start, draft.hull))


_SHELF = 1000
"""Code points that share a shelf: drafts are compared only with those near them."""


def _shelves(draft: Draft) -> set[int]:
    parts = (*draft.cue, *draft.content)
    return {edge // _SHELF for start, end in parts for edge in range(start, end + _SHELF, _SHELF)}


def _shelve(shelves: dict[int, list[int]], index: int, draft: Draft) -> None:
    for shelf in sorted(_shelves(draft)):
        shelves.setdefault(shelf, []).append(index)


def _same(a: Draft, b: Draft) -> bool:
    if a.cue and b.cue and touches(a.cue, b.cue):
        return True
    return words_shared(a.content, b.content) >= _SAME
