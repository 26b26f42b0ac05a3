"""When a claim was said, and where it stands among others: the oldest first.

A page may recall beside what somebody says now what he said before: "Earlier she had said that 63
were dead". Such a claim stands before all others of its day.
"""

from __future__ import annotations

import re

from counterclaim.records import Document, Moment, Statement

__all__ = ["UNDATED", "Rank", "is_recalled", "rank_of", "said_on"]

Rank = tuple[str, str, str, int, int]
"""Day, the page's publication, page, update, place in the text."""

UNDATED = "9999"
"""Stands for a day that is not known: such claims are listed after the dated ones."""

LEAD = 40
"""Code points before a source in which its sentence may begin with "at first"."""

_SENTENCE = re.compile(r"[.!?;:\n][\"'”’)]*\s+|\n")

_BEFORE = re.compile(
    r"\b(?:earlier|initially|at first|originally|previously|until (?:now|then)|before that|"
    r"in the beginning)\b",
    re.IGNORECASE,
)
"""That somebody said a thing before he said another."""

_BEFORE_CUE = re.compile(r"\s*(?:had|first|once|at the time)\b")
"""The same, right before the word for the saying: "had said", "first denied"."""


def is_recalled(statement: Statement, text: str) -> bool:
    """Whether a statement is told as what its source had said before: "had earlier said"."""
    if statement.cue is None or not statement.source or not statement.content:
        return False
    first, cue = statement.source[0], statement.cue
    if cue.start < first.end:
        return False
    lead = _SENTENCE.split(text[max(0, first.start - LEAD) : first.start])[-1]
    behind = text[cue.end : max(cue.end, statement.content[0].start)]
    if _BEFORE_CUE.match(text, first.end, cue.end):
        return True
    said = text[first.end : cue.end]
    return any(_BEFORE.search(words) for words in (lead, said, behind))


def said_on(statement: Statement, moments: dict[str, Moment]) -> str | None:
    """The ISO day on which a statement is said to have been made, where the page tells it."""
    moment = moments.get(statement.said_at or "")
    if moment is not None and moment.earliest and moment.date_prec == 1:
        return moment.earliest[:10]
    return None


def rank_of(statement: Statement, document: Document, day: str, *, recalled: bool) -> Rank:
    """The sort key of a statement made on ``day`` ("" where unknown)."""
    published = "" if recalled else document.published.value or UNDATED
    start = statement.content[0].start
    return day or UNDATED, published, document.id, statement.sequence or 0, start
