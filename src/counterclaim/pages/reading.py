"""Bytes to a :class:`Page`: the way through this folder, in order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.errors import InputError, message
from counterclaim.pages import dates
from counterclaim.pages.assembly import assemble
from counterclaim.pages.decoding import decode, is_html
from counterclaim.pages.english import reads_like_english
from counterclaim.pages.entries import link_posts, mark_posts, update_entries
from counterclaim.pages.flattened import Division, divide
from counterclaim.pages.markup import Markup, read_markup
from counterclaim.pages.metadata import outlet_of, published_of
from counterclaim.pages.page import Page
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.structured import divide_markup
from counterclaim.pages.threads import posts
from counterclaim.pages.updates import Order, Update, find_updates, read_entries
from counterclaim.records import BlockKind, Capture, Dated, Document, Problem

__all__ = ["ENGINE", "MAX_BYTES", "read_document"]

MAX_BYTES = 20_000_000
"""Default limit of a page's size, in bytes."""

ENGINE = "pages-1"
"""Version of the reading of pages, part of ``Document.engine``; a change of it changes no id."""


@dataclass
class _Source:
    """A page's text, its pieces and their kinds; ``markup`` is ``None`` for flattened text."""

    text: str
    pieces: list[Piece]
    kinds: list[BlockKind]
    discussed: list[bool]
    markup: Markup | None


def read_document(
    data: bytes,
    *,
    name: str,
    url: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Page:
    """Read one page of HTML or of flattened plain text.

    Flattened text is kept unchanged but for a byte order mark; HTML becomes one line for each block
    it shows. A pure function of its arguments.

    Args:
        data: the bytes as received.
        name: the file name or URL, for messages and records.
        url: where the page was published; may carry a date.
        published: an ISO 8601 date or date-time that overrides the page's own.
        max_bytes: the largest page taken.

    Raises:
        InputError: CC101 no text, CC102 too large, CC103 not text, CC105 nested too deeply.
        OptionError: CC201 if ``published`` is not a date.
    """
    if len(data) > max_bytes:
        raise InputError("CC102", name=name, size=len(data), limit=max_bytes)
    given = dates.option_date(published) if published is not None else None
    decoded = decode(data, name=name)
    source = _source(decoded.text, name)
    sha = hashlib.sha256(data).hexdigest()
    identity = _identity(sha, url, given)
    dated = published_of(source.text, source.pieces, source.kinds, source.markup, url, given)
    updates, order = _updates(source, dated)
    talk = posts(source.pieces, [at for at, kind in enumerate(source.kinds) if kind == "comment"])
    if source.markup is not None:
        link_posts(source.markup, talk)
    blocks = assemble(
        identity, source.text, source.pieces, source.kinds, source.discussed, updates, talk
    )
    outlet = outlet_of(source.text, source.pieces, source.kinds, source.markup, url)
    capture = Capture(id=f"c-{sha[:16]}", name=name, sha256=sha, size=len(data), url=url)
    document = Document(
        id=identity,
        capture=capture.id,
        name=name,
        sha256=sha,
        text=source.text,
        url=url,
        title=next((block.span for block in blocks if block.kind == "headline"), None),
        outlet=outlet.name,
        outlet_evidence=outlet.evidence,
        outlet_span=outlet.span,
        published=dated,
        language=source.markup.language if source.markup else None,
        encoding=decoded.encoding,
        format="html" if source.markup else "text",
        order=order,
        engine=ENGINE,
    )
    codes = ["CC901"] * decoded.replaced + ["CC902"] * (dated.value is None)
    codes += ["CC906"] * (not reads_like_english(blocks))
    return Page(capture, document, blocks, _problems(codes, name, identity))


def _source(text: str, name: str) -> _Source:
    """The page's text in pieces with their kinds.

    Raises:
        InputError: CC101 if there is none, CC105 if the mark-up cannot be read.
    """
    if is_html(text, name):
        markup = read_markup(text, name=name)
        division = divide_markup(markup)
        mark_posts(markup, division.kinds)
        source = _Source(markup.text, markup.pieces, division.kinds, division.discussed, markup)
    else:
        pieces = paragraphs(text)
        division = divide(pieces) if pieces else Division([], 0, [])
        source = _Source(text, pieces, division.kinds, division.discussed, None)
    if not source.pieces:
        raise InputError("CC101", name=name)
    return source


def _updates(source: _Source, dated: Dated) -> tuple[list[Update], Order | None]:
    """The page's rolling updates, from its mark-up or else from its words."""
    entries = update_entries(source.markup, source.kinds) if source.markup else []
    if entries:
        return read_entries(source.text, source.pieces, source.kinds, entries, dated.value)
    return find_updates(source.text, source.pieces, source.kinds, dated.value)


def _identity(sha: str, url: str | None, published: str | None) -> str:
    """The document's id: the bytes and the settings that change the reading."""
    settings = "\0".join((sha, url or "", published or ""))
    return "d-" + hashlib.sha256(settings.encode()).hexdigest()[:12]


def _problems(codes: Sequence[str], name: str, document: str) -> tuple[Problem, ...]:
    """Warnings as records."""
    return tuple(
        Problem(
            id=f"{document}.{code}",
            name=name,
            code=code,
            severity="warning",
            message=message(code, name=name),
        )
        for code in codes
    )
