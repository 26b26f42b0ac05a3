"""Pages as they are shown: pieces of text, marks, notes on who says what, comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from counterclaim.dossier.contradictions import Found
from counterclaim.dossier.index import Index, carrier
from counterclaim.dossier.page_model import CommentView, Mark, Note, PageView, Piece
from counterclaim.dossier.passages import excerpt
from counterclaim.dossier.wording import CHAIN_ROLES, FORCES, day
from counterclaim.records import Block, Comment, Reading, Span, Statement

__all__ = ["page_view", "partition"]

KINDS = {
    "headline": "Headline",
    "byline": "Byline",
    "dateline": "Dateline",
    "body": "Text",
    "update": "Update",
    "caption": "Caption",
    "embed": "Embedded",
    "related": "Related",
    "note": "Editor's note",
    "comment": "Comment",
    "other": "Page furniture",
    "unplaced": "Not placed",
}

VEILED = ("identity_attack", "threat", "harassment", "profanity")
VEIL_FROM = 0.5
"""A comment is veiled from this score on in any of these lanes."""

DEPTH = 4
"""Replies are indented no further than this."""


def partition(length: int, blocks: Sequence[Block]) -> list[tuple[Block | None, int, int]]:
    """``[0, length)`` cut into stretches, each given to the innermost block that covers it.

    ``None`` stands for text in no block. Together the stretches are the whole text, in order.
    """
    cuts = sorted({0, length, *(b.span.start for b in blocks), *(b.span.end for b in blocks)})
    cuts = [c for c in cuts if 0 <= c <= length]
    waiting = sorted(blocks, key=lambda b: (b.span.start, -b.span.end, b.id), reverse=True)
    active: list[Block] = []
    out: list[tuple[Block | None, int, int]] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].span.start <= start:
            active.append(waiting.pop())
        active = [b for b in active if b.span.end > start]
        owner = active[-1] if active else None
        if out and out[-1][0] is owner:
            out[-1] = (owner, out[-1][1], end)
        else:
            out.append((owner, start, end))
    return out


def page_view(index: Index, reading: Reading, found: Found) -> PageView:
    """One page, ready to be drawn."""
    document, capture = reading.document, reading.capture
    letter = index.letters[document.id]
    return PageView(
        letter=letter,
        name=carrier(document),
        source=document.name,
        outlet=document.outlet,
        url=document.url,
        title=document.title.exact if document.title else _headline(reading),
        published=day(document.published.value) or None,
        published_evidence=document.published.evidence,
        retrieved=day(capture.retrieved) or None,
        sha256=document.sha256,
        size=capture.size,
        format=document.format,
        encoding=document.encoding,
        language=document.language,
        order=document.order,
        engine=document.engine,
        statements=sum(1 for s in reading.statements if s.voice != "reader"),
        text=document.text,
        pieces=_pieces(index, reading, found),
        marks=_marks(index, reading),
        comments=_comments(index, reading),
    )


def _headline(reading: Reading) -> str:
    heads = [b.span.exact for b in reading.blocks if b.kind == "headline"]
    return heads[0] if heads else reading.document.name


def _pieces(index: Index, reading: Reading, found: Found) -> list[Piece]:
    text = reading.document.text
    notes = _notes(index, reading, found)
    begins = [n.start for n in notes]
    pieces: list[Piece] = []
    before = ""
    ranks = {b.sequence for b in reading.blocks if b.sequence}
    for block, start, end in partition(len(text), reading.blocks):
        if block is not None and block.kind == "comment":
            continue
        if not text[start:end].strip() and block is None:
            continue
        label = _label(block, max(ranks, default=0))
        told = block is not None and block.kind in ("body", "update")
        shown = label if not told or label != before else ""
        before = label if told else before
        pieces.append(
            Piece(
                kind=block.kind if block else "unplaced",
                label=shown,
                start=start,
                end=end,
                anchor=index.anchor(block.id) if block else "",
                notes=notes[bisect_left(begins, start) : bisect_left(begins, end)],
            )
        )
    return pieces


def _label(block: Block | None, updates: int) -> str:
    if block is None:
        return KINDS["unplaced"]
    if block.kind == "body" and updates and block.sequence == 0:
        return "Base story"
    if block.kind != "update":
        return KINDS[block.kind]
    parts = ["Update" if block.number is None else f"Update {block.number}"]
    if block.time is not None and block.time.value:
        parts.append(day(block.time.value))
    if block.sequence is not None and updates > 1:
        parts.append(f"{block.sequence} of {updates} by age, 1 is the oldest")
    return " · ".join(parts)


def _notes(index: Index, reading: Reading, found: Found) -> list[Note]:
    told = [s for s in reading.statements if s.content and s.voice != "reader"]
    told.sort(key=lambda s: (s.content[0].start, s.id))
    return [
        Note(
            code=index.codes[s.id],
            anchor=index.anchor(s.id),
            who=index.origin_name(s),
            party=index.number_of(s),
            force=FORCES[s.force],
            certainty=s.certainty,
            voice=s.voice,
            chain=[(CHAIN_ROLES[link.role], link.name) for link in s.chain],
            start=s.content[0].start,
            score=round(s.score, 2),
            speaker=_speaker(index, s),
            contradictions=found.of_statement(s.id),
        )
        for s in told
    ]


def _speaker(index: Index, statement: Statement) -> str | None:
    name = index.name(statement.speaker) if statement.speaker else None
    return name if name != index.origin_name(statement) else None


def _marks(index: Index, reading: Reading) -> list[Mark]:
    marks = [m for s in reading.statements for m in _statement_marks(index, s)]
    for role, records in (
        ("event", reading.events),
        ("intent", reading.intents),
        ("count", reading.counts),
        ("place", reading.places),
        ("moment", reading.moments),
        ("unresolved", reading.unresolved),
    ):
        marks += [_mark(record.span, role, index.anchor(record.id)) for record in records]
    return sorted(marks, key=lambda m: (m.start, -m.end, m.anchor, m.role))


def _mark(span: Span, role: str, anchor: str, code: str | None = None, party: int = 0) -> Mark:
    return Mark(start=span.start, end=span.end, role=role, anchor=anchor, code=code, party=party)


def _statement_marks(index: Index, statement: Statement) -> Iterator[Mark]:
    anchor, code = index.anchor(statement.id), index.codes.get(statement.id)
    party = index.number_of(statement)
    for span in statement.content:
        yield _mark(span, "content", anchor, code, party)
    for span in statement.source:
        yield _mark(span, "source", anchor, code, party)
    if statement.cue is not None:
        yield _mark(statement.cue, "cue", anchor, code, party)


def _comments(index: Index, reading: Reading) -> list[CommentView]:
    triaged = {c.block: c for c in reading.comments}
    blocks = {b.id: b for b in reading.blocks if b.kind == "comment"}
    return [
        _comment(index, reading, block, triaged.get(block.id), _depth(block, blocks))
        for block in blocks.values()
    ]


def _depth(block: Block, blocks: dict[str, Block]) -> int:
    depth, seen, at = 0, {block.id}, block
    while depth < DEPTH and at.reply_to in blocks and at.reply_to not in seen:
        at = blocks[at.reply_to]
        seen.add(at.id)
        depth += 1
    return depth


def _comment(
    index: Index, reading: Reading, block: Block, comment: Comment | None, depth: int
) -> CommentView:
    span = block.span
    lanes = comment.triage if comment else []
    claimed = [
        excerpt(index, reading.document.id, [words], span, anchor=index.anchor(block.id))
        for lane in lanes
        if lane.lane == "unsourced_claim"
        for words in lane.spans
    ]
    for statement in _inside(reading.statements, span):
        claimed += [
            excerpt(index, reading.document.id, [words], span, anchor=index.anchor(block.id))
            for words in statement.content
        ]
    author = comment.author if comment and comment.author else None
    return CommentView(
        anchor=index.anchor(block.id),
        start=span.start,
        end=span.end,
        author=author or (block.author.exact if block.author else None),
        depth=depth,
        lanes=[(lane.lane, lane.score) for lane in lanes if lane.lane != "none"],
        hidden=[x.lane for x in lanes if x.lane in VEILED and x.score >= VEIL_FROM],
        claims=claimed,
    )


def _inside(statements: Iterable[Statement], span: Span) -> Iterator[Statement]:
    for statement in statements:
        told = statement.voice == "reader" and statement.content
        if told and span.start <= statement.content[0].start < span.end:
            yield statement
