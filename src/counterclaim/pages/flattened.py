"""Flattened text, with no mark-up at all, to kinds of blocks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers
from counterclaim.pages.features import FEATURES, text_features
from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

__all__ = ["classify"]

CLASSES = ("other", "headline", "body", "supplement", "related", "comment")


def classify(pieces: Sequence[Piece]) -> list[BlockKind]:
    """The kind of each piece of a flattened page."""
    scores = _rough(pieces)
    start = comment_start(scores)
    kinds = [_kind(piece, row, at >= start) for at, (piece, row) in enumerate(zip(pieces, scores, strict=True))]
    _complete_captions(pieces, kinds)
    return kinds


def _complete_captions(pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    """A caption that breaks off inside its sentence goes on in the next short line."""
    for at in range(1, len(pieces)):
        before, piece = pieces[at - 1], pieces[at]
        broken = kinds[at - 1] == "caption" and before.text[-1] not in ".!?)]\"”’…:"
        if broken and kinds[at] == "body" and len(piece.text) <= 160 and piece.gap <= 1:
            kinds[at] = "caption"


def _rough(pieces: Sequence[Piece]) -> npt.NDArray[np.float32]:
    """Log scores of each class."""
    rows = text_features(pieces)
    column = {name: rows[:, at] for at, name in enumerate(FEATURES)}
    comment = (
        2.0 * (column["first"] + column["second"] + column["chat"] + column["never"])
        + column["stance"] + column["plural"] + column["shouts"] + column["asks"] + column["dots"]
        + column["starts_lower"] + column["small_i"] + column["all_lower"] + column["wide_space"]
        - 1.5 * column["report"] - 1.0 * column["quotes"] - 0.8 * column["chars"] * (column["chars"] > 0.8)
        - 2.0 * (column["is_marker"] + column["is_caption"] + column["is_separator"]) - 0.2
    )
    scores = np.zeros((len(pieces), len(CLASSES)), np.float32)
    scores[:, 0] = -3 + 5 * column["is_separator"] + 4 * column["is_tool"] + 4 * column["is_comments_head"]
    scores[:, 1] = -3
    if len(pieces):
        scores[0, 1] = 3
    scores[:, 2] = 0
    scores[:, 3] = -3 + 4.5 * column["is_caption"] + 4 * column["is_byline"] + 4 * column["is_date"] + 4 * column["is_credit"]
    scores[:, 4] = -3 + 5 * column["is_related"]
    scores[:, 5] = comment
    return scores


def comment_start(scores: npt.NDArray[np.float32]) -> int:
    """The piece at which the readers take over, or the number of pieces."""
    story = scores[:, 1:4].max(axis=1, initial=-9)
    gain = np.clip(scores[:, 5] - story, -3, 3)
    gain[scores[:, [0, 4]].max(axis=1, initial=-9) > np.maximum(story, scores[:, 5])] = 0
    total = np.append(np.cumsum(gain[::-1])[::-1], 0.0)
    best = int(total.argmax())
    return best if total[best] > 2.0 else len(scores)


def _kind(piece: Piece, row: npt.NDArray[np.float32], discussed: bool) -> BlockKind:
    """The kind of one piece."""
    if markers.is_separator(piece.text):
        return "other"
    if discussed:
        return "comment" if row[5] > max(row[0], row[4]) - 2 else "other"
    if markers.NOTE.match(piece.text[:300]):
        return "note"
    name = CLASSES[int(row[:5].argmax())]
    if name == "supplement":
        if markers.BYLINE.match(piece.text[:300]):
            return "byline"
        return "dateline" if markers.is_date_line(piece.text) else "caption"
    return {"other": "other", "headline": "headline", "body": "body", "related": "related"}[name]  # type: ignore[return-value]
