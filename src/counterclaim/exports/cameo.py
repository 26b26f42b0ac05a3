"""CAMEO codes of PLOVER events, by the published conversion table read backwards.

The table (``data/cameo.csv``, with its notice) maps many CAMEO codes to one PLOVER event, so that
one event has several codes: all are given that agree with it best. Modes that PLOVER got after the
table was published are read as in :data:`LATER`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from counterclaim.errors import ModelError

__all__ = ["cameo_codes"]

LATER = {("ASSAULT", "aerial"): ["195"], ("ASSAULT", "drone"): ["195"]}
"""CAMEO 195 is "employ aerial weapons"; the table has it under heavy weapons."""


class Row(NamedTuple):
    """One line of the table; ``contexts`` are alternatives."""

    cameo: str
    event: str
    mode: str
    contexts: frozenset[str]


def cameo_codes(event: str, mode: str | None, contexts: Sequence[str]) -> list[str]:
    """The CAMEO codes of a PLOVER event, in the table's order; empty if it has none.

    A row agrees if its mode is the event's or it has none, and the more closely the more of mode
    and context it shares; of codes that begin with each other the shorter stands for both.

    Raises:
        ModelError: CC302 if the table is missing or damaged.
    """
    if mode is not None and (event, mode) in LATER:
        return LATER[event, mode]
    rows = [(row, _likeness(row, mode, contexts)) for row in _table() if row.event == event]
    best = max((likeness for _, likeness in rows), default=-1)
    if best < 0:
        return []
    codes = list(dict.fromkeys(row.cameo for row, likeness in rows if likeness == best))
    return [c for c in codes if not any(c != o and c.startswith(o) for o in codes)]


def _likeness(row: Row, mode: str | None, contexts: Sequence[str]) -> int:
    """-1 where the row is of another mode."""
    if row.mode and row.mode != mode:
        return -1
    shared = 1 if row.contexts & set(contexts) else 0
    plain = 1 if not row.contexts else 0
    return 4 * bool(row.mode) + 2 * shared + plain


@cache
def _table() -> list[Row]:
    source = files("counterclaim.exports") / "data" / "cameo.csv"
    try:
        rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
        return [
            Row(
                row["cameo"],
                row["event"],
                row["mode"],
                frozenset(filter(None, row["context"].split(";"))),
            )
            for row in rows
        ]
    except (OSError, KeyError) as error:
        raise ModelError("CC302", name="cameo.csv") from error
