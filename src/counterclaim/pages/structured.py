"""HTML pieces to kinds of blocks."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.pages import markers
from counterclaim.pages.cues import has_cue
from counterclaim.pages.markup import Markup
from counterclaim.pages.pieces import Marks, Piece
from counterclaim.records import BlockKind

__all__ = ["classify_markup"]


def classify_markup(page: Markup) -> list[BlockKind]:
    """The kind of each piece of an HTML page."""
    kinds = [_kind(piece, piece.marks or Marks()) for piece in page.pieces]
    return kinds


def _kind(piece: Piece, marks: Marks) -> BlockKind:
    above = marks.above | marks.cues
    if has_cue(above, "comment"):
        return "comment" if len(piece.text) > 40 or markers.COMMENT_META.match(piece.text) else "other"
    if marks.tag == "h1":
        return "headline"
    if marks.linked > 0.5 * len(piece.text) or markers.RELATED.match(piece.text[:300]):
        return "related" if len(piece.text) > 30 else "other"
    if markers.is_separator(piece.text) or any(f"/{tag}" in marks.path for tag in ("nav", "footer", "aside")):
        return "other"
    if markers.NOTE.match(piece.text[:300]):
        return "note"
    if marks.tag == "figcaption" or has_cue(marks.cues | marks.near, "caption"):
        return "caption"
    if markers.BYLINE.match(piece.text[:300]) or has_cue(marks.cues, "byline"):
        return "byline"
    if markers.is_date_line(piece.text):
        return "dateline"
    if marks.tag == "p" or len(piece.text) > 80 or markers.read_marker(piece.text):
        return "body"
    return "other"
