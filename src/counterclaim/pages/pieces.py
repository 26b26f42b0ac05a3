"""The units that pages are read in: a piece of text, what its mark-up said of it, and regions."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Marks", "Piece", "Region"]


@dataclass(slots=True)
class Marks:
    """What the mark-up around a piece says.

    Attributes:
        tag: the block element it stands in.
        path: the tags that enclose it, outermost first, as one string ``/body/div/p``.
        cues: bit set of :data:`counterclaim.pages.cues.CUES` found on the block itself.
        near: the same for its three nearest ancestors.
        above: the same for all its ancestors.
        parent: ordinal of the element that holds the block; siblings share it.
        grand: ordinal of that element's parent.
        linked: characters inside links.
        strong: characters inside bold type or headings.
        entry: ordinal of the enclosing update or comment container, or -1.
        time: machine-readable time of the nearest ``time`` element or data attribute.
    """

    tag: str = "p"
    path: str = ""
    cues: int = 0
    near: int = 0
    above: int = 0
    parent: int = 0
    grand: int = 0
    linked: int = 0
    strong: int = 0
    entry: int = -1
    time: str | None = None


@dataclass(slots=True)
class Piece:
    """One paragraph, heading, list item, table cell or line.

    Attributes:
        start, end: its characters, without white space at the ends.
        text: ``document.text[start:end]``.
        gap: blank lines before it.
        lines: lines it spans.
        marks: what its mark-up said, ``None`` in flattened text.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    lines: int = 1
    marks: Marks | None = field(default=None, repr=False)


@dataclass(slots=True)
class Region:
    """A block element that may hold other blocks.

    ``first`` and ``last`` are the pieces it covers, ``kin`` the parent's ordinal with the element's
    tag and class: what repeats under one parent is a list of like things. ``time`` is its first
    machine-readable time.
    """

    ordinal: int
    parent: int
    kin: tuple[int, str]
    cues: int
    words: str
    first: int
    last: int = 0
    time: str | None = None
    time_name: str = ""
