"""What reading one page gives: its capture, its text, its blocks and its problems."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from counterclaim.records import Block, Capture, Document, Problem

__all__ = ["Page"]


@dataclass(frozen=True)
class Page:
    """One page as read.

    Attributes:
        capture: the bytes' identity.
        document: the immutable text and what is known of it as a whole.
        blocks: in text order; together they hold every character that is not white space, each
            exactly once.
        problems: warnings (CC9xx); errors are raised.
    """

    capture: Capture
    document: Document
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def story(self) -> tuple[Block, ...]:
        """Blocks with a sequence: base story first, then the updates, each in text order."""
        told = [block for block in self.blocks if block.sequence is not None]
        return tuple(sorted(told, key=lambda block: (block.sequence or 0, block.span.start)))

    @cached_property
    def comments(self) -> tuple[Block, ...]:
        """Comment blocks in text order, one for each comment."""
        return tuple(block for block in self.blocks if block.kind == "comment")

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at ``offset``, or ``None`` between blocks."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].span.end:
            return None
        return self.blocks[index]
