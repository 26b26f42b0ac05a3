"""A family of linked tables as Airwars keeps them: incidents, belligerents, sources, harm.

Every table has ``code``, the incident's stable code, to join on.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.exports.decision_rows import DECISION_COLUMNS, decision_rows
from counterclaim.exports.options import Options
from counterclaim.exports.tables import Cell, csv_bytes
from counterclaim.exports.view import View, permalink
from counterclaim.records import Ledger

__all__ = ["TABLES", "airwars"]

TABLES = {
    "incidents.csv": (
        *("code", "link", "title", "date_earliest", "date_latest", "location", "latitude"),
        *("longitude", "where_prec", "suggested_grade", "grade_rule", "sources"),
    ),
    "belligerents.csv": ("code", "belligerent", "role", "said_by", "words", "modality"),
    "harm.csv": (
        *("code", "harm", "group", "low", "best", "high", "words", "said_by", "link"),
        *("document", "start", "end"),
    ),
    "sources.csv": ("code", "outlet", "published", "page", "sha256"),
    "decisions.csv": DECISION_COLUMNS,
    "positions.csv": ("code", "origin", "party", "sequence", "position", "change", "said", "words"),
}


def airwars(ledger: Ledger, options: Options) -> dict[str, bytes]:
    """The tables by file name."""
    view = View(ledger)
    rows = {
        "incidents.csv": _incidents(view, options),
        "belligerents.csv": _belligerents(view),
        "harm.csv": _harm(view, options),
        "sources.csv": _sources(view),
        "decisions.csv": decision_rows(ledger),
        "positions.csv": _positions(view),
    }
    return {name: csv_bytes(columns, rows[name]) for name, columns in TABLES.items()}


def _incidents(view: View, options: Options) -> Iterator[list[Cell]]:
    for one in view.ledger.incidents:
        place = view.place_of(one)
        yield [
            *(one.code, permalink(options.base, one.code), one.title, one.earliest, one.latest),
            *(
                (place.name, place.lat, place.lon, place.where_prec)
                if place
                else ("", None, None, None)
            ),
            *((one.grade.value, one.grade.rule) if one.grade else ("", "")),
            "; ".join(view.outlets_of(one)),
        ]


def _belligerents(view: View) -> Iterator[list[Cell]]:
    for one in view.ledger.incidents:
        for event in view.events_of(one):
            statement = view.statements.get(event.statement or "")
            said_by = view.name(statement.origin) if statement else ""
            for role, actor, span in (
                ("actor", event.actor, event.actor_span),
                ("recipient", event.recipient, event.recipient_span),
            ):
                if span is not None:
                    name = view.name(actor) or "unresolved"
                    yield [one.code, name, role, said_by, span.exact, event.modality]


def _harm(view: View, options: Options) -> Iterator[list[Cell]]:
    for one in view.ledger.incidents:
        for statement, count in view.counts_of(one):
            said_by = view.name(statement.origin) or "unresolved"
            yield [
                *(one.code, count.harm, count.group, count.low, count.best, count.high),
                *(count.span.exact, said_by, permalink(options.base, count.id)),
                *(count.document, count.span.start, count.span.end),
            ]


def _sources(view: View) -> Iterator[list[Cell]]:
    for one in view.ledger.incidents:
        for key in one.documents:
            if key not in view.readings:
                continue
            page = view.readings[key].document
            published = page.published.value
            yield [one.code, page.outlet or "", published, page.url or page.name, page.sha256]


def _positions(view: View) -> Iterator[list[Cell]]:
    codes = {one.id: one.code for one in view.ledger.incidents}
    for account in view.ledger.accounts:
        for version in account.versions:
            words = [
                span.exact
                for key in version.statements
                if key in view.statements
                for span in view.statements[key].content
            ]
            yield [
                *(codes.get(account.incident, ""), view.name(account.origin)),
                *(view.name(account.party), version.sequence, version.position),
                *(" ".join(version.change), version.said, " … ".join(words)),
            ]
