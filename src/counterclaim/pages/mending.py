"""Sentences that flattening broke: captions over two lines, scraps around links."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.pages import markers
from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

__all__ = ["complete_captions", "mend_scraps"]

_FINISHED = frozenset('.!?)]"”’…:')
_CLOSING = frozenset(",.;:)]’”")
_SCRAPS = frozenset({"other", "related", "caption", "headline"})
_DANGLING = frozenset(
    "a an and at by for from his her in into its of on or over the their to towards under while "
    "with".split()
)


def mend_scraps(pieces: Sequence[Piece], kinds: list[BlockKind], start: int) -> None:
    """Scraps of a sentence that was broken at its links stay with the story."""
    for at in range(1, start):
        text, before = pieces[at].text, pieces[at - 1].text
        if kinds[at] not in _SCRAPS or kinds[at - 1] != "body" or len(text) > 80:
            continue
        following = pieces[at + 1].text[0] if at + 1 < start else "A"
        inside = before[-1] not in _FINISHED and (following.islower() or following in _CLOSING)
        if (text[0].islower() or text[0] in _CLOSING or inside) and not markers.is_separator(text):
            kinds[at] = "body"


def complete_captions(pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    """A caption that breaks off inside its sentence goes on in the next short line.

    A next line that ends in a full stop is taken only if the caption breaks off at a word that
    cannot end anything ("and", "the").
    """
    for at in range(1, len(pieces)):
        before, piece = pieces[at - 1], pieces[at]
        if kinds[at - 1] != "caption" or kinds[at] != "body" or before.text[-1] in _FINISHED:
            continue
        dangling = before.text.rsplit(None, 1)[-1].lower() in _DANGLING
        open_ended = piece.text[-1] not in _FINISHED
        short = len(piece.text) <= 160 and piece.gap <= max(1, before.gap)
        if short and (dangling or open_ended) and markers.read_marker(piece.text) is None:
            kinds[at] = "caption"
