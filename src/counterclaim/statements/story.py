"""The article's sentences, quotations and blocks: what every rule of this folder looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from counterclaim.language import Openings, Quotation, flowing, quotations, sentences
from counterclaim.pages import Page
from counterclaim.records import Block
from counterclaim.statements.drafts import Draft, Range

__all__ = ["ARTICLE", "Story"]

ARTICLE = frozenset({"headline", "body", "update", "note"})
"""Kinds of blocks that hold statements; readers' comments and captions never do."""


_LABEL = re.compile(r"([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’. /-]{2,40}): (?=[A-Z\u00c0-\u00de\d])")


class Story:
    """Views of one page that are computed once.

    ``text`` is the page's with each of the article's blocks on one line, offsets unchanged:
    patterns read it. Spans are cut from ``page.document.text``.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks: list[Block] = [b for b in page.blocks if b.kind in ARTICLE]
        self.text = _in_lines(page.document.text, self.blocks)
        self._starts = [block.span.start for block in self.blocks]
        self._openings: dict[Range, Openings] = {}

    def block_at(self, offset: int) -> Block | None:
        """The article's block at ``offset``; ``None`` in a comment, a caption or between blocks."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].span.end:
            return None
        return self.blocks[index]

    @cached_property
    def sentences(self) -> list[Range]:
        """Sentences of the article in text order."""
        return [
            (block.span.start + start, block.span.start + end)
            for block in self.blocks
            for start, end in sentences(_told(block))
        ]

    def openings(self, part: Range) -> Openings:
        """Where the words of a part begin, mostly a sentence: many patterns are sought in it."""
        known = self._openings.get(part)
        if known is None:
            known = self._openings[part] = Openings(self.text, *part)
        return known

    def opens_block(self, offset: int) -> bool:
        """Whether a block begins at ``offset``, or what it tells behind an update's marker."""
        block = self.block_at(offset)
        if block is None:
            return False
        start = block.label.end if block.label is not None else block.span.start
        return not self.text[start:offset].strip()

    @cached_property
    def dateline(self) -> Range | None:
        """The town in capitals before a colon that opens the story ("KESH: At least six …").

        Where later paragraphs have such labels too, they are those of speakers.
        """
        body = [b for b in self.blocks if b.kind in ("body", "update")]
        labels = [_LABEL.match(self.text, b.span.start, b.span.end) for b in body]
        first, *others = labels or [None]
        return first.span(1) if first is not None and not any(others) else None

    def sentence_index(self, offset: int) -> int:
        """The last sentence that begins at or before ``offset``; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentence_at(self, offset: int) -> Range | None:
        """The sentence that holds ``offset``."""
        index = self.sentence_index(offset)
        if index < 0 or offset >= self.sentences[index][1]:
            return None
        return self.sentences[index]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Outer quotations of the article in text order."""
        return list(self._quotations())

    def _quotations(self) -> Iterator[Quotation]:
        yield from (q for q in quotations(self._article()) if q.depth == 0)

    def _article(self) -> str:
        """The text with line breaks alone between the article's blocks: offsets stay."""
        parts: list[str] = []
        position = 0
        for block in self.blocks:
            parts.append("\n" * (block.span.start - position))
            parts.append(_told(block))
            position = block.span.end
        return "".join(parts)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outer quotation whose marks enclose ``offset``."""
        index = bisect_right(self._quotation_starts, offset) - 1
        if index < 0:
            return None
        quotation = self.quotations[index]
        return quotation if quotation.start <= offset < quotation.end else None

    def holds(self, draft: Draft) -> bool:
        """Whether cue and content stand in the article."""
        parts = [*draft.cue, *draft.content, *draft.source]
        return all(
            self.block_at(s) is not None and self.block_at(e - 1) is not None for s, e in parts
        )


def _in_lines(text: str, blocks: list[Block]) -> str:
    parts: list[str] = []
    position = 0
    for span in (block.span for block in blocks):
        parts += [text[position : span.start], flowing(span.exact)]
        position = span.end
    return "".join(parts) + text[position:]


def _told(block: Block) -> str:
    """A block's words on one line, the words that mark an update blanked out; offsets stay."""
    text = flowing(block.span.exact)
    size = block.label.end - block.span.start if block.label is not None else 0
    return " " * size + text[size:]
