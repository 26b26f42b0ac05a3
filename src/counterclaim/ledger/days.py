"""The day of an incident, by what its pages say together.

Pages name the day of the deed beside those of arrests, vigils, statements and their own posting.
Candidates are the days that they name and, where none fits, the day on which the first of them was
published and the one before; a conditional logistic model weighs them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import exp

from counterclaim.ledger.page_tolls import LEAD
from counterclaim.ledger.toll_evidence import SPREAD
from counterclaim.records import Day, Incident, Moment, Reading, Span

__all__ = ["KINDS", "day_evidence", "day_of", "named_days", "names"]

KINDS = (
    "deed", "victims", "beside", "first", "lead", "anywhere", "said", "posted", "court", "clock",
    "commonest", "own", "same day", "day before", "two before", "week before", "older", "after",
    "named",
)  # fmt: skip
"""Kinds of evidence for a day, in the order of the weights.

It is named with a ``deed`` or with ``victims`` in one sentence, ``beside`` their words, ``first``
on a page, in its ``lead``, ``anywhere``; as the day on which something was ``said`` or the page
``posted``; beside words of a ``court`` or an arrest; with a time of the ``clock``; it is the
``commonest`` on a page, or an event's ``own``. The next six are how it lies to the first day of
publication. ``named``: a page names it at all.
"""

OLDEST = 400
"""Days before the first page within which an incident's day is looked for."""

NEAR = 30
"""Code points between a day and the words for a deed or its victims beside it."""

CREDIBLE = 0.1
"""Probability from which a day is inside of the interval."""

WEIGHTS: tuple[float, ...] = (
    0.24, 0.53, 0.62, 0.27, 0.77, 1.07, 0.24, 0.14, -0.59, 1.07, -0.24, 0.27, 0.30, 0.26, 0.55,
    -0.20, 0.38, -1.28, 0.17,
)  # fmt: skip
"""Fitted by ``python -m training.tallies``."""

_POSTED = re.compile(
    r"(?:posted|published|updated|created|modified|copyright|©|photo|by:|"
    r"\d{1,2}:\d\d\s?[ap]\.?m\.?\s(?:e|c|m|p)[sd]t)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:about |around |just (?:before|after) )?"
    r"(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?|noon|midnight)"
    r"(?:\s[a-z]{3,4})?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told \w+|announced|reported|confirmed|in a statement|news release)"
    r"(?:\s(?:on|late|early|in|a|statement|to|reporters|that)){0,3}\s$"
)
_COURT = re.compile(
    r"\b(?:arrest\w*|charg\w+|arraign\w*|court|indict\w*|sentenc\w+|hearing|jail\w*|bail|bond|"
    r"vigil|funeral|memorial|press conference|news conference|identified|released|birthday)\b",
    re.IGNORECASE,
)


def day_of(incident: Incident, readings: Mapping[str, Reading]) -> Day | None:
    """The day of ``incident``; ``None`` where none is named and no page's date fits what is said.

    ``readings`` are of its pages, by the document's id.
    """
    told: set[str | None] = set(incident.statements)
    mine = [readings[key] for key in incident.documents if key in readings]
    pages = [named_days(reading, told) for reading in mine]
    days = [_ordinal(reading.document.published.value) for reading in mine]
    published = [day for day in days if day is not None]
    offered = day_evidence(pages, min(published, default=None))
    if not offered:
        return None
    scores = {
        day: sum(w * x for w, x in zip(WEIGHTS, row, strict=True)) for day, row in offered.items()
    }
    top = max(scores.values())
    whole = sum(exp(score - top) for score in scores.values())
    chances = {day: exp(score - top) / whole for day, score in scores.items()}
    best = max(sorted(chances), key=lambda day: chances[day])
    stated = any(best in page for page in pages)
    if not stated and not _within(best, incident):
        return None
    credible = [day for day, chance in chances.items() if chance >= CREDIBLE] or [best]
    return Day(
        earliest=_iso(min(credible)),
        best=_iso(best),
        latest=_iso(max(credible)),
        probability=round(chances[best], 3),
        stated=stated,
        moments=[m.id for reading in mine for m in reading.moments if names(m) == best],
    )


def _within(day: int, incident: Incident) -> bool:
    """Whether what is said of when it was allows for a day, a day's difference of speech aside."""
    first, last = _ordinal(incident.earliest), _ordinal(incident.latest)
    return (first is None or first - 1 <= day) and (last is None or day <= last + 1)


def named_days(reading: Reading, told: set[str | None]) -> dict[int, Counter[str]]:
    """The days that a page names, as ordinals, with the kinds of evidence for each."""
    text = reading.document.text
    events = [e for e in reading.events if e.event == "ASSAULT" and e.statement in told]
    deeds, own = [e.span for e in events], {e.moment for e in events}
    victims = [
        n.span for n in reading.counts if n.harm in ("killed", "injured", "casualties")
        and n.statement in told
    ]  # fmt: skip
    spoken = {s.said_at for s in reading.statements}
    found: dict[int, Counter[str]] = {}
    told_of: list[int] = []
    for moment in _moments(reading, told):
        day = names(moment)
        if day is None:
            continue
        kinds = found.setdefault(day, Counter())
        kinds["anywhere"] = 1
        kinds.update({kind: 1 - kinds[kind] for kind in _kinds(moment, text, deeds, victims)})
        if moment.id in spoken:
            kinds["said"] = 1
        elif not kinds["posted"]:
            told_of.append(day)
        if moment.id in own and moment.id not in spoken:
            kinds["own"] = 1
    if told_of:
        found[told_of[0]]["first"] = 1
        often = Counter(told_of)
        found[max(often, key=lambda day: (often[day], day))]["commonest"] = 1
    return found


def _moments(reading: Reading, told: set[str | None]) -> Sequence[Moment]:
    """The moments of a page, of an attack that it tells in passing only those told with it.

    Without the days of speech of those who name the day of the deed.
    """
    attacks = [e.statement in told for e in reading.events if e.event == "ASSAULT"]
    with_it = [m for m in reading.moments if m.statement in told]
    named = with_it if with_it and 2 * sum(attacks) < len(attacks) else reading.moments
    later = _days_of_speech(reading, told)
    return [m for m in named if m.id not in later]


def _days_of_speech(reading: Reading, told: set[str | None]) -> set[str]:
    """The moments at which somebody speaks of a deed that he puts on another day."""
    said = {s.id: s.said_at for s in reading.statements if s.said_at and s.id in told}
    dated = {(e.statement, e.moment) for e in reading.events if e.event == "ASSAULT" and e.moment}
    return {said[one] for one, moment in dated if one in said and moment != said[one]}


def _kinds(
    moment: Moment, text: str, deeds: Sequence[Span], victims: Sequence[Span]
) -> Iterator[str]:
    start, end = _sentence(text, moment.span)
    line = text[text.rfind("\n", 0, start + 1) + 1 : start + 1] + text[start:end]
    if len(line) < 160 and _POSTED.search(line):
        yield "posted"
        return
    if any(start <= span.start < end for span in deeds):
        yield "deed"
    if any(start <= span.start < end for span in victims):
        yield "victims"
    near = [s for s in (*deeds, *victims) if start <= s.start < end]
    if any(-NEAR <= moment.span.start - s.end <= NEAR for s in near):
        yield "beside"
    if _COURT.search(text, max(start, moment.span.start - 80), min(end, moment.span.end + 80)):
        yield "court"
    if _SAID.search(text, max(start, moment.span.start - 50), moment.span.start):
        yield "said"
    if moment.span.start < LEAD:
        yield "lead"
    if moment.timex == "TIME":
        yield "clock"


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the sentence or line that ``span`` stands in, near enough."""
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, span.end)) >= 0]
    return start, min(ends, default=len(text))


def day_evidence(
    pages: Sequence[Mapping[int, Counter[str]]], published: int | None
) -> dict[int, list[float]]:
    """Each day that can be the incident's with its evidence, in the order of :data:`KINDS`.

    ``published`` is the first day of publication, as an ordinal.
    """
    named = {day for page in pages for day in page}
    if published is not None:
        own = {day for page in pages for day, seen in page.items() if seen["own"]}
        named = {d for d in named if d in own or published - OLDEST <= d <= published + 1}
        named |= {published, published - 1}
    scale = max(len(pages), 1) ** SPREAD
    found: dict[int, list[float]] = {}
    for day in sorted(named):
        seen = sum((page[day] for page in pages if day in page), Counter[str]())
        row = [seen[kind] / scale for kind in KINDS[:12]]
        found[day] = [*row, *_distance(day, published), float(bool(seen))]
    return found


def _distance(day: int, published: int | None) -> list[float]:
    if published is None:
        return [0.0] * 6
    before = published - day
    bands = (before == 0, before == 1, before == 2, 2 < before <= 7, before > 7, before < 0)
    return [float(band) for band in bands]


def names(moment: Moment) -> int | None:
    """The one day that a moment names, as an ordinal; a night counts as the day it begins on.

    An hour alone names none.
    """
    if moment.timex not in ("DATE", "TIME") or not moment.earliest:
        return None
    if moment.timex == "TIME" and _CLOCK.fullmatch(moment.span.exact):
        return None
    first, last = _ordinal(moment.earliest), _ordinal(moment.latest or moment.earliest)
    if first is None or last is None:
        return None
    short = last == first or (moment.timex == "TIME" and last == first + 1)
    return first if short else None


def _ordinal(value: str | None) -> int | None:
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None


def _iso(day: int) -> str:
    return (date.min + timedelta(days=day - 1)).isoformat()
