"""People's decisions as rows of a table: what was read, what stands now, who, when, why."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.exports.tables import Cell
from counterclaim.ledger.decisions import decided_text, decisions_on
from counterclaim.records import Decision, Ledger

__all__ = ["DECISION_COLUMNS", "decision_rows"]

DECISION_COLUMNS = (
    *("code", "decision", "kind", "subject", "field", "was", "value"),
    *("who", "at", "reason", "status"),
)


def decision_rows(ledger: Ledger) -> Iterator[list[Cell]]:
    """A row for each decision on each incident; one on an incident that is gone comes last."""
    told = set()
    for incident in ledger.incidents:
        for one in decisions_on(ledger, incident):
            told.add(one.id)
            yield [incident.code, *_cells(one)]
    for one in ledger.decisions:
        if one.id not in told:
            yield ["", *_cells(one)]


def _cells(one: Decision) -> list[Cell]:
    was = None if one.was is None else decided_text(one.was)
    value = None if one.value is None else decided_text(one.value)
    return [
        *(one.id, one.kind, one.subject, one.field, was, value),
        *(one.who, one.at, one.reason, one.status),
    ]
