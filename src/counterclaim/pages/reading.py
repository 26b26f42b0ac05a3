"""Bytes to a :class:`Page`: the way through this folder, in order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from counterclaim.errors import InputError, message
from counterclaim.pages import dates
from counterclaim.pages.decoding import decode, is_html
from counterclaim.pages.flattened import classify
from counterclaim.pages.markup import read_markup
from counterclaim.pages.page import Page
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.structured import classify_markup
from counterclaim.pages.threads import Post, posts
from counterclaim.pages.updates import Update, find_updates
from counterclaim.records import Block, BlockKind, Capture, Dated, Document, Problem, Span

__all__ = ["ENGINE", "MAX_BYTES", "read_document"]

MAX_BYTES = 20_000_000
"""Default limit of a page's size, in bytes."""

ENGINE = "pages-1"
"""Version of the reading of pages, part of ``Document.engine``."""


def read_document(
    data: bytes,
    *,
    name: str,
    url: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Page:
    """Read one page of HTML or of flattened plain text.

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
    markup = read_markup(decoded.text, name=name) if is_html(decoded.text, name) else None
    text = markup.text if markup else decoded.text
    pieces = markup.pieces if markup else paragraphs(text)
    if not pieces:
        raise InputError("CC101", name=name)
    kinds = classify_markup(markup) if markup else classify(pieces)
    sha = hashlib.sha256(data).hexdigest()
    identity = _identity(sha, url, given)
    dated = _published(text, pieces, url, given)
    updates, order = find_updates(text, pieces, kinds, dated.value)
    drafts = _blocks(identity, text, pieces, kinds, updates)
    title = next((block.span for block in drafts if block.kind == "headline"), None)
    document = Document(
        id=identity, capture=f"c-{sha[:16]}", name=name, sha256=sha, text=text, url=url, title=title,
        published=dated, encoding=decoded.encoding, format="html" if markup else "text", order=order, engine=ENGINE,
    )  # fmt: skip
    capture = Capture(id=f"c-{sha[:16]}", name=name, sha256=sha, size=len(data), url=url)
    codes = ["CC901"] * decoded.replaced + ["CC902"] * (dated.value is None)
    return Page(capture, document, tuple(drafts), _problems(codes, name, identity))


def _identity(sha: str, url: str | None, published: str | None) -> str:
    """The document's id: the bytes and the settings that change the reading."""
    settings = "\0".join((sha, url or "", published or ""))
    return "d-" + hashlib.sha256(settings.encode()).hexdigest()[:12]


def _published(text: str, pieces: Sequence[Piece], url: str | None, given: str | None) -> Dated:
    """When the page was published, and how that is known."""
    if given:
        return Dated(value=given, evidence="option")
    for piece in pieces[:12]:
        if len(piece.text) <= 160 and (found := dates.date_in_text(text, piece.start, piece.end)):
            return found
    day = dates.date_in_url(url) if url else None
    return Dated(value=day, evidence="url") if day else Dated()


def _problems(codes: Sequence[str], name: str, document: str) -> tuple[Problem, ...]:
    """Warnings as records."""
    return tuple(
        Problem(
            id=f"{document}.{code}", name=name, code=code, severity="warning", message=message(code, name=name)
        )
        for code in codes
    )


def _blocks(
    document: str,
    text: str,
    pieces: Sequence[Piece],
    kinds: Sequence[BlockKind],
    updates: Sequence[Update],
) -> list[Block]:
    """Blocks in text order: a comment is one block, everything else a block for each piece."""
    owner = {at: update for update in updates for at in range(update.first, update.last)}
    talk = posts(pieces, [at for at, kind in enumerate(kinds) if kind == "comment"])
    starts = {post.first: post for post in talk}
    ids: dict[int, str] = {}
    blocks: list[Block] = []
    at = 0
    while at < len(pieces):
        key = f"{document}.b{len(blocks)}"
        if at in starts:
            post = starts[at]
            ids[talk.index(post)] = key
            blocks.append(_comment(key, document, text, pieces, post, ids))
            at = post.last
            continue
        blocks.append(_told(key, document, text, pieces[at], kinds[at], owner.get(at)))
        at += 1
    return blocks


def _told(
    key: str, document: str, text: str, piece: Piece, kind: BlockKind, update: Update | None
) -> Block:
    """A block of the article or of the page around it."""
    span = Span.of(text, piece.start, piece.end)
    if kind == "body" and update is not None:
        return Block(
            id=key, document=document, kind="update", span=span, number=update.number,
            sequence=update.sequence, time=update.time,
        )  # fmt: skip
    tells = kind in ("body", "caption", "embed", "note", "headline")
    sequence = (update.sequence if update is not None else 0) if tells else None
    return Block(id=key, document=document, kind=kind, span=span, sequence=sequence)


def _comment(
    key: str, document: str, text: str, pieces: Sequence[Piece], post: Post, ids: dict[int, str]
) -> Block:
    """A comment's block, over all its paragraphs."""
    span = Span.of(text, pieces[post.first].start, pieces[post.last - 1].end)
    author = Span.of(text, *post.author) if post.author else None
    time = Dated(value=None, evidence="text", span=Span.of(text, *post.time)) if post.time else None
    answered = ids.get(post.answers) if post.answers is not None else None
    return Block(
        id=key, document=document, kind="comment", span=span, author=author, time=time, reply_to=answered
    )
