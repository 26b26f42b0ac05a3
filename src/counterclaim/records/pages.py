"""A page as received, its text, the kinds of its blocks, and its readers' comments."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.records.spans import Dated, Line, Span

BlockKind = Literal[
    "headline",
    "byline",
    "dateline",
    "body",
    "update",
    "caption",
    "embed",
    "related",
    "note",
    "comment",
    "other",
]
"""``update``: a block that belongs to a dated or numbered update; ``body``: the base story;
``note``: an editor's note or correction; ``other``: navigation, separators, boiler-plate."""

Triage = Literal[
    "identity_attack", "threat", "harassment", "profanity", "unsourced_claim", "spam", "none"
]


class Capture(Line, frozen=True):
    """Bytes as received, not interpreted.

    ``id`` is ``c-`` and the first 16 hex digits of ``sha256``; ``size`` is in bytes;
    ``retrieved`` is ISO 8601 or ``None`` for a local file whose time of capture is unknown.
    """

    id: str
    name: str
    sha256: str
    size: int
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    headers: dict[str, str] = {}


class Document(Line, frozen=True):
    """One immutable text for a capture.

    Attributes:
        name: the file or URL as the user gave it.
        outlet: the publisher's name as read from the page, or ``None``.
        outlet_evidence: where ``outlet`` was read (``meta:og:site_name``, ``url``, ``text`` …).
        outlet_span: the name's place where it was read in the text itself, else ``None``.
        encoding: the character encoding the bytes were decoded with.
        format: ``html`` or ``text`` (flattened, no mark-up).
        order: ``newest-first``, ``oldest-first`` or ``None`` where the page has no updates.
        engine: engine and model version that read it.
    """

    id: str
    capture: str
    name: str
    sha256: str
    text: str
    url: str | None = None
    title: Span | None = None
    outlet: str | None = None
    outlet_evidence: str = "none"
    outlet_span: Span | None = None
    published: Dated = Dated()
    language: str | None = None
    encoding: str = "utf-8"
    format: Literal["html", "text"] = "text"
    order: Literal["newest-first", "oldest-first"] | None = None
    engine: str = ""


class Block(Line, frozen=True):
    """A stretch of a document's text of one kind.

    Attributes:
        number: an update's number: the one printed, else its rank by age (1 is the oldest).
        sequence: rank by age among the page's parts: 0 the base story, 1 the first update, …;
            ``None`` for blocks that tell nothing (comments, navigation).
        time: an update's or a comment's own time, with its evidence.
        author: a comment's author or a byline's name.
        reply_to: the id of the comment block answered.
        label: the words that mark an update ("Update 3 (6:20 pm):"); nobody says them.
        discussed: it stands in the readers' section: a comment, or a head, form or button there.
    """

    id: str
    document: str
    kind: BlockKind
    span: Span
    number: int | None = None
    sequence: int | None = None
    time: Dated | None = None
    author: Span | None = None
    reply_to: str | None = None
    label: Span | None = None
    discussed: bool = False


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """One triage lane of a comment with its score in [0, 1] and the words that led there."""

    lane: Triage
    score: float
    spans: list[Span] = []


class Comment(Line, frozen=True):
    """A reader's comment: separated and triaged, never deleted."""

    id: str
    document: str
    block: str
    span: Span
    author: str | None = None
    reply_to: str | None = None
    triage: list[Lane] = []
