"""Which parts of a page are read for facts, and which statement a fact belongs to."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.facts.tokens import Sentence, read_sentences
from counterclaim.pages import Page
from counterclaim.records import Block, Statement

__all__ = ["ARTICLE", "Scopes", "article_sentences"]

ARTICLE = frozenset({"headline", "body", "update", "note", "caption"})
"""Kinds of block that tell the story. Comments, related links and navigation do not."""


def article_sentences(page: Page) -> Iterator[tuple[Block, Sentence]]:
    """Each sentence of the blocks that tell the story, with its block, in text order."""
    for block in page.blocks:
        if block.kind in ARTICLE:
            for sentence in read_sentences(page.document.text, block.span.start, block.span.end):
                yield block, sentence


@dataclass(frozen=True)
class _Scope:
    start: int
    end: int
    statement: Statement


class Scopes:
    """The statements of a page by the characters of their contents."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._scopes = sorted(
            (
                _Scope(span.start, span.end, statement)
                for statement in statements
                for span in statement.content
            ),
            key=lambda scope: (scope.start, -scope.end),
        )
        self._starts = [scope.start for scope in self._scopes]
        self._longest = max((scope.end - scope.start for scope in self._scopes), default=0)

    def innermost(self, start: int, end: int) -> Statement | None:
        """The statement with the shortest content over ``[start, end)``, cited ones first."""
        scope = self._innermost(start, end)
        return scope.statement if scope else None

    def start_of(self, start: int, end: int) -> int | None:
        """Where the content begins that :meth:`innermost` chose."""
        scope = self._innermost(start, end)
        return scope.start if scope else None

    def _innermost(self, start: int, end: int) -> _Scope | None:
        covering = [
            scope
            for scope in self._around(start, start)
            if scope.start <= start and end <= scope.end
        ]
        return min(
            covering,
            key=lambda scope: (scope.statement.voice == "outlet", scope.end - scope.start),
            default=None,
        )

    def touching(self, start: int, end: int) -> bool:
        """Whether the content of a cited statement shares characters with ``[start, end)``."""
        return any(
            scope.start < end and start < scope.end and scope.statement.voice == "cited"
            for scope in self._around(start, end)
        )

    def _around(self, start: int, end: int) -> Iterator[_Scope]:
        """Scopes that begin up to ``end`` and may reach ``start``, the nearest first."""
        for index in range(bisect_right(self._starts, end) - 1, -1, -1):
            scope = self._scopes[index]
            if scope.start + self._longest < start:
                return
            yield scope
