"""Which lines below the place where readers take over are comments, in flattened text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.discussion import is_furniture
from counterclaim.pages.endings import endings
from counterclaim.pages.furniture import is_page_furniture
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import CLASSES
from counterclaim.pages.threads import heads
from counterclaim.records import BlockKind

__all__ = ["keep_posts", "talk_end", "talk_kind"]

Floats = npt.NDArray[np.float32]

OTHER, RELATED, COMMENT = map(CLASSES.index, ("other", "related", "comment"))

FARTHEST = 15
"""Lines between the ends of two comments at most: long ones have heads."""

MOST_ABOVE = 4
"""Lines above a comment's end that are part of it, author and all."""


def talk_kind(piece: Piece, row: Floats) -> BlockKind:
    """The kind of a piece among the comments."""
    text = piece.text
    if markers.is_separator(text) or is_furniture(text) or markers.is_comment_tool(text):
        return "other"
    if len(text) > 60 and max(row[OTHER], row[RELATED]) < -0.3:
        return "comment"
    best = int(row[[OTHER, RELATED, COMMENT]].argmax())
    return ("other", "related", "comment")[best]


def keep_posts(pieces: Sequence[Piece], kinds: list[BlockKind], start: int) -> None:
    """A comment's head, the line after it, and those above its end are its own, however short."""
    for at, head in heads(pieces, range(start, len(pieces))).items():
        last = min(len(pieces), at + head.lines + 1)
        for member in range(at, last):
            text = pieces[member].text[:200]
            furniture = markers.is_separator(text) or markers.is_comment_tool(text)
            if member < at + head.lines or not (furniture or patterns.COMMENTS_HEAD.match(text)):
                kinds[member] = "comment"
    ended = sorted(endings(pieces, range(start, len(pieces))))
    for above, at in pairwise([start - 1, *ended]):
        if at - above > FARTHEST:
            break
        for member in range(max(above + 1, at - MOST_ABOVE), at + 1):
            text = pieces[member].text
            if not (markers.is_comment_tool(text) or is_furniture(text) or is_page_furniture(text)):
                kinds[member] = "comment"


def talk_end(pieces: Sequence[Piece], said: Sequence[int]) -> int:
    """The piece after the last of what is ``said`` and the buttons below it; 0 if nothing is."""
    end = said[-1] + 1 if said else 0
    while 0 < end < len(pieces) and markers.is_comment_tool(pieces[end].text):
        end += 1
    return end
