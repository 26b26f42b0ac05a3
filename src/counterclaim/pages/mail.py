"""The lines above a message that was sent by mail: from whom, to whom, when, about what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

__all__ = ["mail_head"]

_LINE = re.compile(
    r"[>*_\s]{0,8}(?P<name>from|sent|date|to|cc|bcc|reply-to|subject|list-id|message-id)[*_]{0,2}:",
    re.IGNORECASE,
)
"""A header field (RFC 5322, section 3.6), as mail programs print it above what they pass on."""

_KINDS: dict[str, BlockKind] = {
    "from": "byline",
    "sent": "dateline",
    "date": "dateline",
    "subject": "headline",
}
"""What a field is to its reader; all others are furniture."""

TOP, LEAST = 12, 3
"""Pieces at the top that are looked at, and fields that make a message."""


def mail_head(pieces: Sequence[Piece]) -> dict[int, BlockKind]:
    """The kinds of the header lines at the top of a message; empty where it is none.

    It needs :data:`LEAST` different fields in a row, who sent it among them. The subject is the
    headline.
    """
    found: dict[int, BlockKind] = {}
    names: set[str] = set()
    for at, piece in enumerate(pieces[:TOP]):
        field = _LINE.match(piece.text[:30])
        if field is None:
            if names:
                break
            continue
        name = field["name"].lower()
        found[at] = "other" if name in names else _KINDS.get(name, "other")
        names.add(name)
    return found if len(names) >= LEAST and "from" in names else {}
