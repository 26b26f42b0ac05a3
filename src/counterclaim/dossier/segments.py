"""Text with marks, as HTML: overlapping and nested spans are split at every boundary.

Source mark-up is never rendered. Stripping the tags gives back the text, but for NUL and lone
surrogates, which HTML cannot carry and which become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from counterclaim.dossier.page_model import Mark, Passage

__all__ = ["Segment", "carriable", "literal", "marked", "quoted", "segments"]

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


def segments(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """``[start, end)`` cut at every boundary of ``marks``, which are sorted by ``start``."""
    firsts, lasts = _ends(marks)
    inside = [m for m in marks if m.start < end and m.end > start]
    cuts = {start, end}
    for mark in inside:
        cuts.update((max(mark.start, start), min(mark.end, end)))
    edges = sorted(cuts)
    waiting, active = list(reversed(inside)), list[Mark]()
    for low, high in pairwise(edges):
        while waiting and waiting[-1].start <= low:
            active.append(waiting.pop())
        active = [m for m in active if m.end > low]
        opens = (m.anchor for m in active if firsts[m.anchor] == low == m.start)
        closes = (m.code for m in active if m.code and lasts.get(m.code) == high)
        yield Segment(
            low, high, tuple(active), tuple(dict.fromkeys(opens)), tuple(dict.fromkeys(closes))
        )


def _ends(marks: Iterable[Mark]) -> tuple[dict[str, int], dict[str, int]]:
    """Where each anchor begins, content before source and cue; where each statement ends."""
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    for mark in marks:
        if mark.role in ("source", "cue"):
            continue
        firsts[mark.anchor] = min(mark.start, firsts.get(mark.anchor, mark.start))
        if mark.code:
            lasts[mark.code] = max(mark.end, lasts.get(mark.code, mark.end))
    for mark in marks:
        firsts.setdefault(mark.anchor, mark.start)
    return firsts, lasts


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """``text[start:end]`` with its marks as HTML; adds no characters of its own."""
    return Markup("").join(_html(text, s) for s in segments(start, end, marks))


def _html(text: str, segment: Segment) -> Markup:
    out = literal(text[segment.start : segment.end])
    if segment.marks:
        roles = dict.fromkeys(CLASSES[m.role] for m in segment.marks)
        party = next((m.party for m in segment.marks if m.role == "content"), None)
        classes = [*roles, *([f"p{min(party, 6)}"] if party is not None else [])]
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
