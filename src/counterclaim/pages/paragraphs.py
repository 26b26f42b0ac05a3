"""Flattened text to paragraphs: blank lines, one line each, or lines wrapped at a width."""

from __future__ import annotations

import itertools
import re

from counterclaim.pages.pieces import Piece

__all__ = ["paragraphs"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FIRST_WORD = re.compile(r"\S+")

NARROWEST, WIDEST = 40, 110
"""Widths, in characters, at which people and mail programs wrap lines."""

WRAPPED_SHARE = 0.6
"""Share of neighbouring lines that must look wrapped before a page counts as wrapped."""


def paragraphs(text: str) -> list[Piece]:
    """Paragraphs of ``text`` in order; together they hold every character but white space.

    A blank line always ends a paragraph. Lines that follow each other without one are paragraphs of
    their own, unless the page is wrapped at a width: then a line that had no room for the next
    line's first word goes on in the next line.
    """
    lines = _lines(text)
    width = _width(lines)
    pieces: list[Piece] = []
    for line in lines:
        last = pieces[-1] if pieces else None
        if last and width and line.gap == 0 and _runs_on(text, last, line, width):
            last.end, last.lines = line.end, last.lines + 1
        else:
            pieces.append(line)
    for piece in pieces:
        piece.text = text[piece.start : piece.end]
    return pieces


def _lines(text: str) -> list[Piece]:
    """The lines that are not blank, each with the number of blank lines before it."""
    found: list[Piece] = []
    end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        breaks = sum(1 for _ in _BREAK.finditer(text, end, start))
        gap = max(0, breaks - 1) if found else 0
        end = start + len(body)
        found.append(Piece(start, end, body, gap))
    return found


def _width(lines: list[Piece]) -> int:
    """The width that the page is wrapped at, or 0."""
    inside = [one.text for one, two in itertools.pairwise(lines) if two.gap == 0]
    lengths = sorted(len(text) for text in inside if len(text) <= WIDEST)
    if len(lengths) < max(3, 0.9 * len(inside)):
        return 0
    width = lengths[-1]
    if width < NARROWEST:
        return 0
    pairs = [
        _no_room(one.text, two.text, width)
        for one, two in itertools.pairwise(lines)
        if two.gap == 0
    ]
    return width if sum(pairs) >= WRAPPED_SHARE * len(pairs) else 0


def _no_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of ``following`` would have made ``line`` wider than ``width``."""
    first = _FIRST_WORD.search(following)
    return len(line) + 1 + (len(first.group()) if first else 0) > width - 2


def _runs_on(text: str, piece: Piece, line: Piece, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph ``piece``."""
    begin = max(piece.start, piece.end - 2 * width)
    tail = _BREAK.split(text[begin : piece.end])[-1].strip()
    return _no_room(tail, line.text, width)
