"""Lines that end a comment: its buttons with its age, or no more than its time of day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from counterclaim.pages import markers, patterns
from counterclaim.pages.pieces import Piece

__all__ = ["endings"]

LEAST, SHORT = 2, 60
"""Such lines from which on they divide a thread, and their characters at most."""

SAID = 2
"""Lines above a time at least: who wrote, and what."""


def endings(pieces: Sequence[Piece], members: Iterable[int]) -> frozenset[int]:
    """The pieces among ``members`` that end comments; none where there is only one.

    "Like · Reply · 3h" is printed below what somebody wrote, and messengers print "18:04" there,
    with a name and what was said above it: times closer to each other are a news ticker's.
    """
    short = [at for at in members if len(pieces[at].text) <= SHORT]
    found = [at for at in short if _is_aged(pieces[at].text)]
    times = [at for at in short if _is_time(pieces[at].text)]
    if all(below - above > SAID for above, below in pairwise(times)):
        found += times
    return frozenset(found if len(found) >= LEAST else ())


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _is_aged(text: str) -> bool:
    """Whether a line is a comment's buttons with how long ago it was written."""
    aged = markers.is_comment_tool(text) and patterns.AGO.search(text) is not None
    return aged and not text[:1].isdigit()


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _is_time(text: str) -> bool:
    """Whether a line is no more than a time of day."""
    marker = markers.read_marker(text)
    return marker is not None and marker.kind == "time" and marker.alone and marker.date is None
