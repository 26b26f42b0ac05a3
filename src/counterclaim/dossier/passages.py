"""Words to quote: a value with as much of its sentence as helps, literally."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from counterclaim.dossier.index import Index
from counterclaim.dossier.page_model import Passage
from counterclaim.records import Span, Statement

__all__ = ["excerpt", "statement_passages", "value_passage"]

WIDTH = 120
"""Code points of a quotation in a cell; statements are quoted up to five times that."""

SHORT = 32
"""Contents of up to so many code points are quoted with their source and cue."""

LEAD = 48
"""How much is kept before the words that matter."""


def excerpt(
    index: Index,
    document: str,
    strong: Sequence[Span],
    within: Span | None,
    *,
    anchor: str,
    code: str | None = None,
    width: int = WIDTH,
    emphasise: bool = True,
) -> Passage:
    """The words of ``strong`` (in text order, at least one) with context out of ``within``.

    Cuts fall between words where there is one in reach, never inside a combining sequence.
    """
    text = index.text(document)
    first, last = strong[0].start, max(s.end for s in strong)
    low, high = (within.start, within.end) if within else (first, last)
    low, high = min(low, first), max(high, last)
    start, end = _window(text, (low, high), (first, last), width)
    return Passage(
        page=index.letters[document],
        start=start,
        end=end,
        text=text[start:end],
        strong=[
            (max(s.start, start) - start, min(s.end, end) - start)
            for s in strong
            if emphasise and s.start < end and s.end > start
        ],
        cut_before=start > low,
        cut_after=end < high,
        anchor=anchor,
        code=code,
    )


def _window(
    text: str, outer: tuple[int, int], inner: tuple[int, int], width: int
) -> tuple[int, int]:
    """A stretch of ``outer`` that holds ``inner``'s beginning and is about ``width`` long."""
    low, high = outer
    if high - low <= width:
        return low, high
    first, last = inner
    start = low if first - low <= LEAD else _word_start(text, first - LEAD, first)
    end = min(high, max(start + width, min(last, first + width)))
    return start, end if end == high else _word_end(text, end, max(first + 1, min(last, end)))


def _word_start(text: str, at: int, limit: int) -> int:
    """The first beginning of a word at or after ``at``, ``limit`` at the latest."""
    for i in range(at, limit):
        if not text[i].isspace() and (i == 0 or text[i - 1].isspace()):
            return i
    return limit


def _word_end(text: str, at: int, limit: int) -> int:
    """The last end of a word at or before ``at``; ``limit`` at the earliest."""
    for i in range(at, limit, -1):
        if text[i].isspace() and not text[i - 1].isspace():
            return i
    while at < len(text) and (unicodedata.combining(text[at]) or text[at] == "\u200d"):
        at += 1
    return at


def statement_passages(
    index: Index, statement: Statement, *, width: int = 5 * WIDTH
) -> list[Passage]:
    """Each stretch of a statement's content, in text order.

    A content too short to be understood ("comment") is quoted with its source and its cue.
    """
    anchor, code = index.anchor(statement.id), index.codes.get(statement.id)
    around = _around(index, statement)
    if around is not None:
        content = sorted(statement.content, key=lambda s: s.start)
        return [excerpt(index, statement.document, content, around, anchor=anchor, code=code)]
    return [
        excerpt(
            index,
            statement.document,
            [span],
            None,
            anchor=anchor,
            code=code,
            width=width,
            emphasise=False,
        )
        for span in statement.content
    ]


def _around(index: Index, statement: Statement) -> Span | None:
    """From the first to the last word of a short statement's roles, if that is one line."""
    spans = [*statement.content, *statement.source]
    spans += [statement.cue] if statement.cue else []
    if len(spans) == len(statement.content) or sum(len(s.exact) for s in statement.content) > SHORT:
        return None
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    text = index.text(statement.document)
    if end - start > WIDTH or "\n" in text[start:end]:
        return None
    return Span.of(text, start, end)


def value_passage(
    index: Index, record: str, document: str, strong: Sequence[Span], statement: str | None
) -> Passage:
    """A value's words inside the part of its statement where they stand."""
    ordered = sorted(strong, key=lambda s: (s.start, s.end))
    stands_in = index.statements.get(statement or "")
    within = None
    if stands_in is not None:
        parts = [*stands_in.content, *stands_in.source, *([stands_in.cue] if stands_in.cue else [])]
        holding = [s for s in parts if s.start <= ordered[0].start < s.end]
        within = holding[0] if holding else None
    return excerpt(
        index,
        document,
        ordered,
        within,
        anchor=index.anchor(record),
        code=index.codes.get(statement or ""),
    )
