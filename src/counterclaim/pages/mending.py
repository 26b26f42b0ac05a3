"""Sentences that flattening broke: captions over two lines, scraps around links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from counterclaim.pages import markers, patterns
from counterclaim.pages.furniture import is_page_furniture
from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

__all__ = ["complete_captions", "drop_counters", "mend_scraps", "name_writers"]

_COUNTER = re.compile(r"\d[\d.,]{0,5}[kKmM]?")

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}(?<![.])")
_NAMELESS = frozenset({"other", "related", "caption", "body"})

NEAR_TITLE = 6
"""Lines below the headline among which its writer is looked for."""

SINGLE = 20
"""Characters of a line below a credit that is none of it."""

MOST_COUNTERS = 2
"""Numbers in a row that are counters; more are a table of results."""

_FINISHED = frozenset(".!?)]\"'”’…:")
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


def name_writers(pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    """A name alone between the headline and a date is the writer's."""
    title = kinds.index("headline") if "headline" in kinds else len(kinds)
    for at in range(title + 1, min(title + NEAR_TITLE, len(kinds) - 1)):
        text = pieces[at].text
        if kinds[at + 1] == "dateline" and kinds[at] in _NAMELESS and len(text) <= 40:
            raised = not any(word[0].islower() for word in text.split())
            kinds[at] = "byline" if raised and _NAME.fullmatch(text) else kinds[at]


def drop_counters(pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    """A number or two alone beside a button or another counter are counters themselves."""
    buttons = [is_page_furniture(p.text) or markers.is_comment_tool(p.text) for p in pieces]
    counts = [len(p.text) <= 8 and bool(_COUNTER.fullmatch(p.text)) for p in pieces]
    first = 0
    for counter, row in groupby(counts):
        last = first + len(list(row))
        if counter and last - first <= MOST_COUNTERS and any(buttons[max(0, first - 1) : last + 1]):
            kinds[first:last] = ["other"] * (last - first)
        first = last


def complete_captions(pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    """A caption that breaks off inside its sentence goes on in the next short line.

    A next line that ends in a full stop is taken only if the caption breaks off at a word that
    cannot end anything ("and", "the").
    """
    for at in range(1, len(pieces)):
        before, piece = pieces[at - 1], pieces[at]
        if kinds[at - 1] != "caption" or kinds[at] != "body" or before.text[-1] in _FINISHED:
            continue
        if patterns.CREDIT.match(before.text) and len(piece.text) <= SINGLE:
            continue  # "Photograph: Ana Drum/KC" is all, and "Topics" begins something else
        dangling = before.text.rsplit(None, 1)[-1].lower() in _DANGLING
        open_ended = piece.text[-1] not in _FINISHED
        short = len(piece.text) <= 160 and piece.gap <= max(1, before.gap)
        if short and (dangling or open_ended) and markers.read_marker(piece.text) is None:
            kinds[at] = "caption"
