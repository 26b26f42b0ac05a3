"""The lines above a message that was sent by mail: from whom, to whom, when, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

__all__ = ["mail_head"]

_LINE = re.compile(
    r"[>*_\s]{0,8}(?P<name>from|sent|date|to|cc|bcc|reply-to|subject|list-id|message-id)[*_]{0,2}:",
    re.IGNORECASE,
)
"""A header field (RFC 5322, section 3.6), as mail programs print it above what they pass on."""

_WARNING = re.compile(
    r"\W{0,8}(?:(?:this|the information(?: contained)? in this) (?:e-?mail|message|communication)\b"
    r".{0,80}\b(?:intended|confidential|privileged)"
    r"|if you (?:have|are not) .{0,40}\b(?:received|recipient)\b)",
    re.IGNORECASE,
)
"""What firms print below their mail."""

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
    headline. The fields of messages that it passes on are found as well, further down, and so are
    lines that forbid to read it.
    """
    fields = [_LINE.match(piece.text[:30]) for piece in pieces]
    found: dict[int, BlockKind] = {}
    for first, last in _runs(fields):
        names = [field["name"].lower() for field in fields[first:last] if field]
        if len(set(names)) < LEAST or "from" not in names or (first >= TOP and not found):
            continue
        inside = bool(found)  # a message that was passed on
        for at, name in enumerate(names, start=first):
            again = name in names[: at - first] or (inside and name == "subject")
            found[at] = "other" if again else _KINDS.get(name, "other")
    below = max(found, default=len(pieces))
    warned = [at for at in range(below, len(pieces)) if _WARNING.match(pieces[at].text[:200])]
    return found | dict.fromkeys(warned, "other")


def _runs(fields: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Where each row of header fields begins and ends."""
    at = 0
    for held, row in groupby(fields, key=bool):
        size = len(list(row))
        if held:
            yield at, at + size
        at += size
