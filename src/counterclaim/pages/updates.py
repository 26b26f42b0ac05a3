"""Rolling updates: where each begins and ends, its number and time, and which came first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median
from typing import Literal

from counterclaim.pages import markers, patterns
from counterclaim.pages.dates import clock_value, date_in_text, day_near, iso, resolve_clocks
from counterclaim.pages.markers import Marker, read_marker
from counterclaim.pages.pieces import Piece, Region
from counterclaim.pages.update_openings import update_openings
from counterclaim.records import BlockKind, Dated, Span

__all__ = ["Order", "Update", "find_updates", "read_entries"]

Order = Literal["newest-first", "oldest-first"]

_CONTINUES = re.compile(
    r"[\"“‘']|(?:he|she|it|they|this|that|these|those|the statement|but|and|however|meanwhile|also|"
    r"moreover|in addition|separately|according to him|according to her)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[^\W\d_]{4,}")

ENTRIES, APART = 3, 2.0
"""Updates under times of their own that make a live blog, where a base story needs this score."""


@dataclass
class Update:
    """One update: pieces ``[first, last)``, its printed number, time and age rank."""

    first: int
    last: int
    number: int | None = None
    time: Dated | None = None
    sequence: int = 0


def find_updates(
    text: str, pieces: Sequence[Piece], kinds: list[BlockKind], published: str | None
) -> tuple[list[Update], Order | None]:
    """The updates of a page in text order, with numbers and age ranks, and the page's order.

    ``kinds`` are the pieces' kinds so far; only pieces of kind ``body``, and lines with nothing
    but a time, can open an update, and such lines become ``body``. The base story is what no update
    covers. ``published`` puts times of day on a calendar day.
    """
    told = [at for at, kind in enumerate(kinds) if kind in ("body", "dateline")]
    opened = update_openings(pieces, told)
    if not opened:
        return [], None
    first = next(iter(opened))
    for at, marker in opened.items():
        kinds[at] = "body"
        below = at + 1
        entitled = marker.alone and below < len(pieces) and kinds[below] == "byline"
        if entitled and not _signs(pieces[below].text):
            kinds[below] = "body"  # an entry's title
    lead_in = sum(len(pieces[at].text) > 80 for at in told if at < first)
    updates = [
        Update(at, at + 1, marker.number, _stamp(text, pieces[at], marker, published))
        for at, marker in opened.items()
    ]
    order = _order(updates, lead_in > 0)
    _close(updates, pieces, kinds, order, lead_in > 0)
    _rank(updates, order, published)
    return updates, order


def _signs(text: str) -> bool:
    """Whether a line is a by-line, or nothing but words with capitals, as names have."""
    return bool(patterns.BYLINE.match(text)) or not any(map(str.islower, text.split()))


def read_entries(
    text: str,
    pieces: Sequence[Piece],
    kinds: list[BlockKind],
    entries: Sequence[Region],
    published: str | None,
) -> tuple[list[Update], Order]:
    """The updates that a live blog's elements ``entries`` are, as by :func:`find_updates`."""
    updates = []
    for region in entries:
        update = Update(region.first, region.last)
        for at in range(region.first, region.last):
            marker = read_marker(pieces[at].text) if at < region.first + 2 else None
            if kinds[at] in ("headline", "dateline") or marker:
                kinds[at] = "body"
            if marker:
                update.number = update.number or marker.number
                update.time = update.time or _stamp(text, pieces[at], marker, published)
        if region.time is not None and (value := iso(region.time)):
            evidence = (
                "time-element" if region.time_name == "datetime" else f"meta:{region.time_name}"
            )
            span = update.time.span if update.time else None
            update.time = Dated(value=value, evidence=evidence, span=span)
        updates.append(update)
    order = _order(updates, base_first=False)
    _rank(updates, order, published)
    return updates, order


def _stamp(text: str, piece: Piece, marker: Marker, published: str | None) -> Dated | None:
    """An update's own time: date and time, a time of day alone, or ``None``.

    A weekday or a day without a year is read against the day the page was ``published``.
    """
    if marker.date and (dated := date_in_text(text, piece.start, piece.start + marker.end)):
        return dated
    if marker.clock is None:
        return None
    zone = piece.text[slice(*marker.zone)] if marker.zone else None
    value = clock_value(piece.text[slice(*marker.clock)], zone)
    day = day_near(piece.text[slice(*marker.date)], published) if marker.date else None
    start = min(marker.clock[0], marker.date[0] if day and marker.date else marker.clock[0])
    stop = max((marker.zone or marker.clock)[1], marker.date[1] if day and marker.date else 0)
    exact = piece.text[start:stop].rstrip()
    span = Span.of(text, piece.start + start, piece.start + start + len(exact))
    return Dated(value=f"{day or ''}{value}", evidence="text", span=span) if value else None


def _order(updates: Sequence[Update], base_first: bool) -> Order:
    """Printed numbers decide, then times, then whether the base story stands on top."""
    votes = 0
    for earlier, later in pairwise([u for u in updates if u.number is not None]):
        votes += (later.number or 0) - (earlier.number or 0) > 0 or -1
    if votes == 0 and len(updates) > 1:  # "Update:" and "Update 2:": the highest is the newest
        votes = (updates[-1].number == len(updates)) - (updates[0].number == len(updates))
    if votes == 0:
        stamps = [u.time.value for u in updates if u.time and u.time.value]
        votes = sum(
            (later > earlier) - (later < earlier)
            for earlier, later in pairwise(stamps)
            if later[:1] == earlier[:1]
        )
    if votes == 0:
        return "oldest-first" if base_first else "newest-first"
    return "oldest-first" if votes > 0 else "newest-first"


def _close(
    updates: list[Update],
    pieces: Sequence[Piece],
    kinds: Sequence[BlockKind],
    order: Order,
    base_first: bool,
) -> None:
    """Set where each update ends."""
    story_end = max(at for at, kind in enumerate(kinds) if kind in ("body", "caption", "embed")) + 1
    for update, following in pairwise(updates):
        update.last = _until_return(pieces, update.first, following.first)
    last = updates[-1]
    last.last = _until_return(pieces, last.first, story_end)
    if last.last < story_end:
        return
    if order == "newest-first" and not base_first:
        last.last = _end_of_last(updates, pieces, kinds, story_end)
        return
    for at in range(last.first + 1, story_end):
        if markers.is_separator(pieces[at].text):
            last.last = at
            return


def _until_return(pieces: Sequence[Piece], first: int, end: int) -> int:
    """The piece that returns to the base story, or ``end``."""
    for at in range(first + 1, end):
        if patterns.RETURN.match(pieces[at].text[:300]):
            return at
    return end


def _end_of_last(
    updates: Sequence[Update], pieces: Sequence[Piece], kinds: Sequence[BlockKind], end: int
) -> int:
    """Where the base story begins below the oldest update: the best supported gap.

    With newest-first updates on top, nothing but layout and wording tells the oldest update from
    the base story. Every gap is scored: separator, unusual gap, dateline or byline, the headline's
    words, and how long the page's other updates are.
    """
    last = updates[-1]
    usual = median([_told(kinds, u.first, u.last) for u in updates[:-1]] or [1])
    gaps = [piece.gap for piece in pieces[1:end]] or [0]
    mode = max(sorted(set(gaps)), key=gaps.count)
    title = set(_CONTENT.findall(pieces[_headline(kinds)].text.lower()))
    best, place = _whole(kinds, updates, last.first, end, usual), end
    alone = [bool((mark := read_marker(pieces[u.first].text)) and mark.alone) for u in updates]
    entries = all(alone) and len(updates) >= ENTRIES
    for at in range(last.first + 1 + alone[-1], end):
        if kinds[at] != "body":
            continue
        length = _told(kinds, last.first, at)
        apart = _break_score(pieces, kinds, at, mode)
        if entries and apart < APART:
            continue
        score = apart - 0.35 * abs(length - usual)
        words = set(_CONTENT.findall(pieces[at].text.lower()))
        score += 1.5 * len(words & title) / max(4, len(title))
        if score > best:
            best, place = score, at
    return place


def _whole(
    kinds: Sequence[BlockKind], updates: Sequence[Update], first: int, end: int, usual: float
) -> float:
    """Score of there being no base story below the oldest update."""
    length = _told(kinds, first, end)
    many = 1.5 if len(updates) >= 5 else 0.0
    return many - 0.35 * abs(length - usual) - (1.0 if length > usual else 0.0)


def _headline(kinds: Sequence[BlockKind]) -> int:
    """The headline's piece, else the first."""
    return next((at for at, kind in enumerate(kinds) if kind == "headline"), 0)


def _told(kinds: Sequence[BlockKind], first: int, last: int) -> int:
    """Paragraphs of running text in ``[first, last)``."""
    return sum(kind == "body" for kind in kinds[first:last])


def _break_score(pieces: Sequence[Piece], kinds: Sequence[BlockKind], at: int, mode: int) -> float:
    """How much the layout and wording before and at piece ``at`` speak for a new part."""
    piece, before = pieces[at], at - 1
    score = 1.2 * min(3, max(0, piece.gap - mode))
    while before >= 0 and kinds[before] in ("other", "byline", "dateline", "headline"):
        if markers.is_separator(pieces[before].text):
            score += 3.0
        elif kinds[before] != "other":
            score += 4.0
        before -= 1
    if patterns.DATELINE.match(piece.text):
        score += 4.0
    if pieces[max(0, before)].text.rstrip().endswith(":"):
        score -= 3.0
    if _CONTINUES.match(piece.text):
        score -= 1.0
    return score


def _moment(update: Update) -> float | None:
    """Seconds since 1970 of an update that carries its day and time of day, else ``None``."""
    value = update.time.value if update.time else None
    if value is None or value.startswith("T") or "T" not in value:
        return None
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _rank(updates: list[Update], order: Order, published: str | None) -> None:
    """Age ranks, numbers for those that print none, and times put on calendar days."""
    aged = list(updates) if order == "oldest-first" else updates[::-1]
    numbers = [u.number for u in aged]
    if None not in numbers and len(set(numbers)) == len(numbers):
        aged.sort(key=lambda u: u.number or 0)
    elif None not in (moments := [_moment(u) for u in aged]):
        aged = [aged[at] for at in sorted(range(len(aged)), key=lambda at: moments[at] or 0.0)]
    for rank, update in enumerate(aged, start=1):
        update.sequence = rank
        if update.number is None:
            update.number = rank
    clocks = [u.time.value if u.time else None for u in aged]
    for update, value in zip(aged, resolve_clocks(clocks, published), strict=True):
        if update.time is not None:
            update.time = Dated(value=value, evidence=update.time.evidence, span=update.time.span)
