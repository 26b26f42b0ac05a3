"""Moments of a page: its time expressions as records, and when each statement was made."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from counterclaim.facts.scopes import ARTICLE, Scopes
from counterclaim.facts.timex import Timex, bounds, precision, read_timexes
from counterclaim.pages import Page
from counterclaim.records import Dated, Moment, Span, Statement

__all__ = ["attach_said_at", "dates_the_source", "find_moments", "spoken_at"]

Stretch = tuple[int, int, date | None]
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]|[:;]\s|\n")
_CUE_REACH = 120
"""Code points between a cue and the moment of its speech."""
_ACCOUNTED = re.compile(r"\b(?:fiscal|FY|quarter|Q[1-4]|half|period)", re.IGNORECASE)
"""Periods that accounts are kept by: things are told of them, nobody speaks in one."""

_SINCE = re.compile(r"\b(?:since|until|till)(?: (?:early|late|mid|the|last))? $", re.IGNORECASE)
_SINCE_REACH = 20
"""What stands before a time from or to which something lasts, and where it is looked for."""
_ASIDE = re.compile(r",? (?:which|who|whom|whose|where|that) ")
"""What begins a clause on the one who speaks: "the Front, which took the town in March,"."""


def find_moments(page: Page, statements: Sequence[Statement]) -> list[Moment]:
    """The time expressions of the article, resolved where there is something to resolve against.

    Days are counted from the time of the update they stand in, if it has one, else from the page's
    publication. With neither, relative expressions keep no value or an underspecified one.
    """
    document = page.document
    stretches = list(_stretches(page))
    timexes = read_timexes(document.text, _day(document.published), stretches)
    scopes = Scopes(statements)
    updates = [(start, end) for start, end, day in stretches if day is not None]
    return [_moment(page, scopes, updates, timexes, index) for index in range(len(timexes))]


def _stretches(page: Page) -> Iterator[Stretch]:
    """The blocks that tell the story, each with the day of its update."""
    days: dict[int, date] = {}
    for block in page.blocks:
        day = _day(block.time)
        if block.sequence is not None and day is not None and block.kind == "update":
            days.setdefault(block.sequence, day)
    for block in page.blocks:
        if block.kind in ARTICLE:
            yield block.span.start, block.span.end, days.get(block.sequence or 0)


def _day(dated: Dated | None) -> date | None:
    """The day of an ISO 8601 date or date-time."""
    if dated is None or not dated.value:
        return None
    try:
        return date.fromisoformat(dated.value[:10])
    except ValueError:
        return None


def _moment(
    page: Page,
    scopes: Scopes,
    updates: Sequence[tuple[int, int]],
    timexes: Sequence[Timex],
    index: int,
) -> Moment:
    """One expression as a record."""
    timex = timexes[index]
    normal = timex.normal
    statement = scopes.innermost(timex.start, timex.end)
    identity = page.document.id
    dated = normal.timex in ("DATE", "TIME")
    earliest, latest = bounds(normal.value) if dated else (None, None)
    if earliest is None and normal.bounds_from:
        earliest, latest = bounds(normal.bounds_from)
    anchor = normal.anchor if earliest or normal.anchor == "none" else "none"
    if anchor == "text":
        anchor = (
            f"moment:{identity}.m{timex.refers_to + 1}"
            if timex.refers_to is not None
            else ("publication")
        )
    if anchor == "publication" and any(start <= timex.start < end for start, end in updates):
        anchor = "update"
    return Moment(
        id=f"{identity}.m{index + 1}",
        document=identity,
        span=Span.of(page.document.text, timex.start, timex.end),
        timex=normal.timex,
        value=normal.value,
        earliest=earliest,
        latest=latest,
        date_prec=precision(normal.value or None)
        if dated and not normal.bounds_from
        else (precision(normal.bounds_from)),
        anchor=anchor,
        statement=statement.id if statement else None,
    )


def attach_said_at(
    statements: Sequence[Statement], moments: Sequence[Moment], page: Page
) -> list[Statement]:
    """The statements with ``said_at`` set where the words that cite them name a moment.

    That moment stands in the sentence of the cue and outside the statement's content; the nearest
    one counts. A moment inside the content is when it happened, not when it was said.
    """
    starts = sorted(moments, key=lambda moment: moment.span.start)
    return [_said(statement, starts, page.document.text) for statement in statements]


def spoken_at(statements: Sequence[Statement], moments: Sequence[Moment]) -> frozenset[str | None]:
    """Ids of the moments of speech, with those in the very words that cite: "*now* says"."""
    said = {statement.said_at for statement in statements}
    starts = sorted((cue.start, cue.end) for s in statements if (cue := s.cue) is not None)
    return frozenset(said | {m.id for m in moments if _within(m.span.start, starts)})


def _within(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether one of some sorted ranges holds an offset."""
    before = bisect_right(ranges, (at, sys.maxsize)) - 1
    return before >= 0 and at < ranges[before][1]


def _said(statement: Statement, moments: Sequence[Moment], text: str) -> Statement:
    if statement.cue is None or statement.said_at is not None:
        return statement
    near = [moment for moment in moments if _cites(moment, statement, text)]
    best = min(near, key=lambda moment: _gap(moment.span, statement.cue), default=None)
    return replace(statement, said_at=best.id) if best else statement


def _cites(moment: Moment, statement: Statement, text: str) -> bool:
    """Whether a moment stands in the words that cite a statement."""
    cue = statement.cue
    if cue is None or moment.timex not in ("DATE", "TIME"):
        return False
    if moment.value == "PRESENT_REF" or moment.earliest is None:
        return False
    if _ACCOUNTED.search(moment.span.exact):
        return False
    if text[moment.span.end : moment.span.end + 2] in ("'s", "’s"):
        return False
    if dates_the_source(moment, statement, text):
        return False
    if _gap(moment.span, cue) > _CUE_REACH or any(
        span.start <= moment.span.start < span.end for span in statement.content
    ):
        return False
    first, last = sorted((moment.span, cue), key=lambda span: span.start)
    return (
        _SENTENCE_END.search(text, first.end, last.start) is None
        if (first.end < last.start)
        else True
    )


def dates_the_source(moment: Moment, statement: Statement, text: str) -> bool:
    """Whether a moment tells of the source: "the Front, which took the town in March, said".

    So does one outside the content since or until which something lasts.
    """
    if moment.statement == statement.id:
        return False
    start = moment.span.start
    if _SINCE.search(text, max(0, start - _SINCE_REACH), start):
        return True
    return any(
        span.start <= start < span.end and _ASIDE.search(text, span.start, start) is not None
        for span in statement.source
    )


def _gap(one: Span, other: Span | None) -> int:
    if other is None:
        return 0
    return max(one.start - other.end, other.start - one.end, 0)
