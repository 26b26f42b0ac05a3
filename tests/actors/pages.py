"""Small pages for the tests of actors and statements: paragraphs to blocks, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from counterclaim.actors import Cast, Knowledge, Resolution
from counterclaim.pages import Page
from counterclaim.records import Block, BlockKind, Capture, Document, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@cache
def knowledge() -> Knowledge:
    """The shipped tables, loaded once for all tests."""
    return Knowledge.load()


def page_of(
    text: str, kinds: Sequence[BlockKind] = (), outlet: str | None = None, name: str = "page.txt"
) -> Page:
    """A page with one block a line; `kinds` are theirs in order, `body` for the rest."""
    blocks: list[Block] = []
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        kind = kinds[number] if number < len(kinds) else "body"
        blocks.append(
            Block(
                id=f"d-1.b{number + 1}",
                document="d-1",
                kind=kind,
                span=Span.of(text, *match.span()),
                sequence=None if kind in {"comment", "other", "related"} else 0,
            )
        )
    document = Document(id="d-1", capture="c-1", name=name, sha256="0", text=text, outlet=outlet)
    return Page(Capture(id="c-1", name=name, sha256="0", size=len(text)), document, tuple(blocks))


def cast_of(text: str, kinds: Sequence[BlockKind] = (), outlet: str | None = None) -> Cast:
    """The cast of such a page."""
    return Cast(page_of(text, kinds, outlet), knowledge())


def at(text: str, words: str, occurrence: int = 0) -> tuple[int, int]:
    """Where `words` stand in `text`, the first time or a later one."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def resolved(text: str, words: str, occurrence: int = 0) -> Resolution:
    """Who `words` are in a page of `text`."""
    return cast_of(text).resolve(*at(text, words, occurrence))


def who(text: str, words: str, occurrence: int = 0) -> str | None:
    """The actor id that `words` resolve to."""
    return resolved(text, words, occurrence).actor


def named(text: str) -> dict[str, str | None]:
    """Every mention of the page by its words, to the actor id."""
    cast = cast_of(text)
    return {text[s:e]: r.actor for s, e, r in cast.named(0, len(text))}
