"""Text with marks, as HTML: overlapping and nested spans are split at every boundary.

Source mark-up is never rendered. Stripping the tags gives back the text, but for NUL and lone
surrogates, which HTML cannot carry and which become U+FFFD.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from markupsafe import Markup

from counterclaim.dossier.page_model import Mark, Passage
from counterclaim.dossier.wording import style

__all__ = ["Marks", "Segment", "carriable", "literal", "marked", "quoted", "segments"]

UNCARRIABLE = re.compile("[\x00\ud800-\udfff]")
ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&#34;",
    "'": "&#39;",
    "\r": "&#13;",
}
"""A bare CR would be read as LF."""
_ESCAPED = str.maketrans(ESCAPES)

CLASSES = {
    "content": "w-content",
    "source": "w-source",
    "cue": "w-cue",
    "count": "w-count",
    "place": "w-place",
    "moment": "w-moment",
    "event": "w-event",
    "intent": "w-intent",
    "unresolved": "w-unresolved",
}


@dataclass(frozen=True)
class Segment:
    """``[start, end)`` of a text under the same marks throughout.

    ``opens``: anchors that have their first character here; ``closes``: codes of statements whose
    content ends here.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[str, ...]
    closes: tuple[str, ...]


def carriable(text: str) -> str:
    """``text`` with U+FFFD for what HTML cannot carry."""
    return UNCARRIABLE.sub("\ufffd", text)


def literal(text: str) -> Markup:
    """``text`` as HTML text."""
    return Markup(carriable(text).translate(_ESCAPED))  # noqa: S704 - escaped here


class Marks:
    """The marks of one page, in order, and where each anchor begins and each statement ends."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda m: (m.start, -m.end, m.anchor, m.role))
        self._starts = [m.start for m in self._marks]
        self._reach = list(accumulate((m.end for m in self._marks), max))
        self.begins, self.ends = _ends(self._marks)

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that touch ``[start, end)``."""
        low, high = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [m for m in self._marks[low:high] if m.end > start]


def _ends(marks: Iterable[Mark]) -> tuple[dict[str, int], dict[str, int]]:
    """Where each anchor begins, content before source and cue; where each statement ends."""
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    rest: dict[str, int] = {}
    for mark in marks:
        if mark.role in ("source", "cue"):
            rest.setdefault(mark.anchor, mark.start)
            continue
        begins.setdefault(mark.anchor, mark.start)
        if mark.code:
            ends[mark.code] = max(mark.end, ends.get(mark.code, mark.end))
    return rest | begins, ends


def segments(start: int, end: int, marks: Marks) -> Iterator[Segment]:
    """``[start, end)`` cut at every boundary of the marks in it."""
    inside = marks.within(start, end)
    cuts = {start, end}
    for mark in inside:
        cuts.update((max(mark.start, start), min(mark.end, end)))
    waiting, active = inside[::-1], list[Mark]()
    for low, high in pairwise(sorted(cuts)):
        while waiting and waiting[-1].start <= low:
            active.append(waiting.pop())
        active = [m for m in active if m.end > low]
        opens = (m.anchor for m in active if marks.begins[m.anchor] == low == m.start)
        closes = (m.code for m in active if m.code and marks.ends.get(m.code) == high)
        yield Segment(
            low, high, tuple(active), tuple(dict.fromkeys(opens)), tuple(dict.fromkeys(closes))
        )


def marked(text: str, start: int, end: int, marks: Marks) -> Markup:
    """``text[start:end]`` with its marks as HTML; adds no characters of its own."""
    return Markup("").join(_html(text, s) for s in segments(start, end, marks))


def _html(text: str, segment: Segment) -> Markup:
    out = literal(text[segment.start : segment.end])
    if segment.marks:
        roles = dict.fromkeys(CLASSES[m.role] for m in segment.marks)
        party = next((m.party for m in segment.marks if m.role == "content"), None)
        classes = [*roles, *([style(party)] if party is not None else [])]
        anchors = dict.fromkeys(m.anchor for m in segment.marks)
        out = Markup('<mark class="{}" data-a="{}">{}</mark>').format(
            " ".join(classes), " ".join(anchors), out
        )
    for anchor in reversed(segment.opens):
        out = Markup('<span id="{}" class="at">{}</span>').format(anchor, out)
    for code in segment.closes:
        out += Markup('<a class="ref" href="#n-{}" aria-label="{}" data-code="{}"></a>').format(
            code, f"Who says {code}", code
        )
    return out


def quoted(passage: Passage) -> Markup:
    """A passage's words with the strong ones in ``<b>``."""
    out, at = Markup(""), 0
    for low, high in sorted(passage.strong):
        if low < at:
            continue
        out += literal(passage.text[at:low])
        out += Markup("<b>{}</b>").format(literal(passage.text[low:high]))
        at = high
    return out + literal(passage.text[at:])
