"""The view model of pages, times and places: what stands where in the text.

Pages are lettered A, B, … in the order given; statements are numbered within their page ("B3").
Offsets are code points into ``PageView.text``.
"""

from __future__ import annotations

import msgspec

__all__ = [
    "CommentView",
    "MapPoint",
    "MapView",
    "Mark",
    "Note",
    "PageView",
    "Passage",
    "Piece",
    "Puzzle",
    "Timeline",
    "TimelineEntry",
]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a page with the ones that matter picked out.

    Attributes:
        page: the page's letter.
        start, end, text: ``PageView.text[start:end] == text``.
        strong: ``[start, end)`` ranges inside ``text`` to emphasise.
        cut_before, cut_after: true where the sentence goes on outside.
        anchor: id of the element in the HTML where these words stand.
        code: the statement's code ("B3"), or ``None``.
    """

    page: str
    start: int
    end: int
    text: str
    anchor: str
    strong: list[tuple[int, int]] = []
    cut_before: bool = False
    cut_after: bool = False
    code: str | None = None


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One point or stretch of time on one of the four clocks.

    Attributes:
        clock: ``happened``, ``said``, ``published`` or ``captured``.
        earliest, latest: ISO 8601; equal for a point.
        code: statement code or page letter, drawn on the mark with ``note`` beside it.
    """

    clock: str
    earliest: str
    latest: str
    label: str
    code: str
    anchor: str
    note: str = ""
    party: int = 0
    origin: str | None = None
    superseded: bool = False
    passage: Passage | None = None


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Entries in order of clock and time; ``undated``: passages whose time stays relative."""

    entries: list[TimelineEntry] = []
    undated: list[Passage] = []


class MapPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A resolved place. ``radius_km`` is how far off ``where_prec`` lets it be."""

    number: int
    name: str
    lat: float
    lon: float
    where_prec: int | None
    precision: str
    radius_km: float
    origins: list[str]
    parties: list[int]
    passages: list[Passage]
    source: str = ""


class MapView(msgspec.Struct, frozen=True, kw_only=True):
    """Resolved places with their claims; ``unresolved`` are (name, reason, passage)."""

    points: list[MapPoint] = []
    unresolved: list[tuple[str, str, Passage]] = []


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a page's text with a role: source, cue, content or a value's noun."""

    start: int
    end: int
    role: str
    anchor: str
    code: str | None = None
    party: int = 0


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Who says one statement: stands beside the text.

    ``chain`` is (role, name), outermost relay first; ``speaker`` the person who speaks for ``who``.
    """

    code: str
    anchor: str
    who: str
    party: int
    force: str
    certainty: str
    voice: str
    chain: list[tuple[str, str]]
    start: int
    score: float
    speaker: str | None = None
    contradictions: list[int] = []


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch ``[start, end)`` of the page's text of one kind; pieces never overlap."""

    kind: str
    label: str
    start: int
    end: int
    anchor: str = ""
    notes: list[Note] = []


class CommentView(msgspec.Struct, frozen=True, kw_only=True):
    """A reader's comment. ``hidden`` names the lanes for which it is veiled until asked for."""

    anchor: str
    start: int
    end: int
    author: str | None
    depth: int
    lanes: list[tuple[str, float]]
    hidden: list[str]
    claims: list[Passage] = []


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """One page: its text in pieces, its marks, its readers' comments, where it comes from.

    ``name`` is the outlet's or the file's, ``source`` the name that the user gave.
    """

    letter: str
    name: str
    source: str
    outlet: str | None
    url: str | None
    title: str
    published: str | None
    published_evidence: str
    retrieved: str | None
    sha256: str
    size: int
    format: str
    encoding: str
    language: str | None
    order: str | None
    engine: str
    statements: int
    text: str
    pieces: list[Piece]
    marks: list[Mark]
    comments: list[CommentView]


class Puzzle(msgspec.Struct, frozen=True, kw_only=True):
    """Something read and not understood."""

    noun: str
    reason: str
    passage: Passage
