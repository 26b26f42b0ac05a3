"""Lines that end a comment: its buttons with its age, or no more than its time of day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from counterclaim.pages import markers, patterns
from counterclaim.pages.pieces import Piece

__all__ = ["endings"]

LEAST = 2
"""Such lines from which on they divide a thread."""


def endings(pieces: Sequence[Piece], members: Iterable[int]) -> frozenset[int]:
    """The pieces among ``members`` that end comments; none where there is only one.

    "Like · Reply · 3h" is printed below what somebody wrote, and messengers print "18:04" there.
    """
    found = frozenset(at for at in members if len(pieces[at].text) <= 60 and _ends(pieces[at].text))
    return found if len(found) >= LEAST else frozenset()


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _ends(text: str) -> bool:
    """Whether a short line ends a comment."""
    if markers.is_comment_tool(text):
        return patterns.AGO.search(text) is not None and not text[:1].isdigit()
    marker = markers.read_marker(text)
    return marker is not None and marker.kind == "time" and marker.alone and marker.date is None
