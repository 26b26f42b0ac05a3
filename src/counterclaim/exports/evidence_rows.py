"""What the cells of an incident's row rest on: the words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.exports.incident_rows import Row
from counterclaim.exports.options import Options
from counterclaim.exports.tables import Cell
from counterclaim.exports.view import View, permalink
from counterclaim.records import Span

__all__ = ["EVIDENCE_COLUMNS", "evidence_rows"]

EVIDENCE_COLUMNS = (
    *("event_id_cnty", "column", "value", "words", "document", "start", "end", "link"),
)

Ground = tuple[str, Cell, Span, str, str]
"""A column, its value, the words for it, their document, and the record that they were read to."""


def evidence_rows(view: View, row: Row, options: Options) -> Iterator[list[Cell]]:
    """A line for each stretch of text that a cell of ``row`` rests on.

    Numbers of people killed stand in the notes where nobody has picked one.
    """
    for column, value, span, document, key in _grounds(view, row, options):
        yield [
            *(row.incident.code, column, value, span.exact, document, span.start, span.end),
            permalink(options.base, key),
        ]


def _grounds(view: View, row: Row, options: Options) -> Iterator[Ground]:
    if row.event is not None:
        yield "event_type", row.event.mode, row.event.span, row.event.document, row.event.id
    for event in view.events_of(row.incident):
        sides = (
            ("actor1", event.actor, event.actor_span, row.actor),
            ("actor2", event.recipient, event.recipient_span, row.recipient),
        )
        for column, actor, span, told in sides:
            if span is not None and told and view.name(actor) == told:
                yield column, told, span, event.document, event.id
    for place in view.places_of(row.incident):
        if row.place is not None and place.gazetteer == row.place.gazetteer:
            yield "location", place.name, place.span, place.document, place.id
    day = row.incident.day
    for moment in (view.moments.get(key) for key in (day.moments if day else [])):
        if moment is not None:
            yield "event_date", moment.value, moment.span, moment.document, moment.id
    figures = "fatalities" if row.fatalities(options) is not None else "notes"
    for count in row.killed:
        number = count.best if count.best is not None else count.low
        yield figures, number, count.span, count.document, count.id
