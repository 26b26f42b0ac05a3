"""Headings of readers' sections in flattened text: "Comments (4)", "Sort by: best"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from counterclaim.pages import patterns
from counterclaim.pages.endings import endings
from counterclaim.pages.pieces import Piece
from counterclaim.pages.talk import is_invitation
from counterclaim.pages.threads import Head

__all__ = ["headed_start", "is_heading", "with_heading"]

THREAD = 3
"""Lines with a comment's author and time that need no story above their heading."""

BUTTONS, SHORT = 9, 60
"""Lines between a section's heading and its first author at most, and their characters."""

BACK = 5
"""Lines above the first talk among which the section's heading is looked for."""


def headed_start(pieces: Sequence[Piece], found: Mapping[int, Head]) -> int | None:
    """The heading of a comment section below the story that an author's line follows at once.

    Buttons may stand between the two, and the first comment where lines that end comments follow.
    No story need stand above the heading of a thread.
    """
    told = next((at for at, piece in enumerate(pieces) if len(piece.text) > 80), len(pieces))
    signs = sorted([*found, *endings(pieces, range(told + 1, len(pieces)))])
    for at in range(1, len(pieces) - 1):
        heads = is_heading(pieces[at].text)
        if not (heads or is_invitation(pieces[at].text)):
            continue
        below = signs[bisect_right(signs, at) :][:THREAD]
        close = any(following in found for following in range(at + 1, at + 4))
        if at > told:
            among = pieces[at + 1 : below[0]] if len(below) > 1 else pieces
            close |= heads and len(among) <= BUTTONS and all(map(_is_short, among))
        else:
            close &= heads and len(below) >= THREAD and below[0] < told
        if close:
            return with_heading(pieces, at)
    return None


def _is_short(piece: Piece) -> bool:
    """Whether a piece is as short as buttons are."""
    return len(piece.text) <= SHORT


def is_heading(text: str) -> bool:
    """Whether a line heads a readers' section."""
    return len(text) <= 120 and bool(patterns.COMMENTS_HEAD.match(text))


def with_heading(pieces: Sequence[Piece], start: int) -> int:
    """The section's heading shortly above its first talk, with a mark that stands before it."""
    for at in range(max(0, start - BACK), min(start + 1, len(pieces))):
        if is_heading(pieces[at].text):
            return at - 1 if at and len(pieces[at - 1].text) <= 2 else at
    return start
