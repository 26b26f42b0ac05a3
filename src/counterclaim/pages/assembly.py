"""Pieces and their kinds to blocks: updates and comments put together, ids given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from counterclaim.pages.dates import date_in_text
from counterclaim.pages.markers import read_marker
from counterclaim.pages.pieces import Piece
from counterclaim.pages.threads import Post
from counterclaim.pages.updates import Update
from counterclaim.records import Block, BlockKind, Dated, Span

__all__ = ["assemble"]

_TELLING = frozenset({"body", "update", "caption", "embed", "note", "headline"})
_FINISHED = frozenset('.!?)]"”’…:')


def assemble(
    document: str,
    text: str,
    pieces: Sequence[Piece],
    kinds: Sequence[BlockKind],
    discussed: Sequence[bool],
    updates: Sequence[Update],
    posts: Sequence[Post],
) -> tuple[Block, ...]:
    """Blocks in text order, which together cover every piece exactly once.

    A comment is one block over all its paragraphs, and a caption broken over two lines is one;
    everything else is a block for each piece. An update's blocks share number, sequence and time.
    """
    owner = {at: update for update in updates for at in range(update.first, update.last)}
    starts = {post.first: order for order, post in enumerate(posts)}
    ids: dict[int, str] = {}
    blocks: list[Block] = []
    at = 0
    while at < len(pieces):
        key = f"{document}.b{len(blocks)}"
        if at in starts:
            order = starts[at]
            ids[order] = key
            blocks.append(_comment(key, document, text, pieces, posts[order], ids))
            at = posts[order].last
            continue
        last = _caption_end(pieces, kinds, at) if kinds[at] == "caption" else at + 1
        span = Span.of(text, pieces[at].start, pieces[last - 1].end)
        label = _label(text, pieces[at], at, owner.get(at))
        told = _told(key, document, span, kinds[at], owner.get(at), label)
        beside = discussed[at] and at not in owner and kinds[at] not in _TELLING
        blocks.append(replace(told, discussed=True) if beside else told)
        at = last
    return tuple(blocks)


def _caption_end(pieces: Sequence[Piece], kinds: Sequence[BlockKind], at: int) -> int:
    """The piece after the last line of a caption that breaks off inside its sentence."""
    last = at + 1
    while (
        last < len(pieces)
        and kinds[last] == "caption"
        and pieces[last].marks is None
        and pieces[last - 1].text[-1] not in _FINISHED
    ):
        last += 1
    return last


def _label(text: str, piece: Piece, at: int, update: Update | None) -> Span | None:
    """The words at the start of a piece that mark its update."""
    if update is None or at > update.first + 1:
        return None
    marker = read_marker(piece.text)
    if marker is None or not (at == update.first or marker.alone):
        return None
    label = piece.text[: marker.end].rstrip()
    return Span.of(text, piece.start, piece.start + len(label)) if label else None


def _told(
    key: str,
    document: str,
    span: Span,
    kind: BlockKind,
    update: Update | None,
    label: Span | None,
) -> Block:
    """A block of the article or of the page around it."""
    if update is not None and kind in ("body", "update"):
        return Block(
            id=key,
            document=document,
            kind="update",
            span=span,
            number=update.number,
            sequence=update.sequence,
            time=update.time,
            label=label,
        )
    rank = (update.sequence if update is not None else 0) if kind in _TELLING else None
    author = _author(span) if kind == "byline" else None
    return Block(id=key, document=document, kind=kind, span=span, sequence=rank, author=author)


def _author(byline: Span) -> Span | None:
    """The name in a byline: what follows "By"."""
    words = byline.exact.split(None, 1)
    if len(words) == 2 and words[0].lower().rstrip(":") == "by":
        start = byline.start + byline.exact.index(words[1])
        return Span(start, byline.end, words[1], byline.prefix, byline.suffix)
    return None


def _comment(
    key: str,
    document: str,
    text: str,
    pieces: Sequence[Piece],
    post: Post,
    ids: Mapping[int, str],
) -> Block:
    """A comment's block, over all its paragraphs."""
    time = None
    if post.stamp is not None or post.time is not None:
        span = Span.of(text, *post.time) if post.time else None
        read = date_in_text(text, *post.time) if post.time and not post.stamp else None
        evidence = "time-element" if post.stamp else "text"
        time = Dated(value=read.value if read else post.stamp, evidence=evidence, span=span)
    return Block(
        id=key,
        document=document,
        kind="comment",
        span=Span.of(text, pieces[post.first].start, pieces[post.last - 1].end),
        author=Span.of(text, *post.author) if post.author else None,
        time=time,
        reply_to=ids.get(post.answers) if post.answers is not None else None,
        discussed=True,
    )
