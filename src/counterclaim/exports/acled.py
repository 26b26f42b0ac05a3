"""ACLED-shaped CSV: its 31 columns, the deletions file its users expect, and the cells' evidence.

Columns and terms: ACLED Codebook, 2023. The rows are machine-made from claims; they are not ACLED's
data. Regions are left empty: they are ACLED's own.
"""

from __future__ import annotations

from datetime import datetime

from counterclaim.exports.countries import country_of
from counterclaim.exports.evidence_rows import EVIDENCE_COLUMNS, evidence_rows
from counterclaim.exports.incident_rows import Row, number_of_days, rows_of
from counterclaim.exports.interactions import CIVILIANS, PROTESTERS
from counterclaim.exports.options import Options
from counterclaim.exports.tables import Cell, csv_bytes
from counterclaim.exports.view import View, permalink
from counterclaim.records import Ledger

__all__ = ["COLUMNS", "acled"]

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2"),
    *("admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale"),
    *("notes", "fatalities", "tags", "timestamp"),
)

SUB_EVENTS = {
    "aerial": ("Explosions/Remote violence", "Air/drone strike"),
    "drone": ("Explosions/Remote violence", "Air/drone strike"),
    "heavy-weapons": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "explosives": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "suicide-attack": ("Explosions/Remote violence", "Suicide bomb"),
    "firearms": ("Battles", "Armed clash"),
    "abduct": ("Violence against civilians", "Abduction/forced disappearance"),
    "sexual": ("Violence against civilians", "Sexual violence"),
    "demo": ("Protests", ""),
    "riot": ("Riots", ""),
}
"""PLOVER mode → ACLED event and sub-event type. What is not here is left empty, not guessed."""

_WEEK = 7
GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}
"""UCDP ``where_prec`` → ACLED ``geo_precision`` (1 place, 2 part of a region, 3 larger region)."""


def acled(ledger: Ledger, options: Options) -> dict[str, bytes]:
    """``acled.csv``, ``deletions.csv`` and ``evidence.csv``."""
    view = View(ledger)
    rows = rows_of(view)
    gone = [(code, _epoch(options.deleted_when.get(code))) for code in options.deleted]
    grounds = [one for row in rows for one in evidence_rows(view, row, options)]
    return {
        "acled.csv": csv_bytes(COLUMNS, [_cells(row, options) for row in rows]),
        "evidence.csv": csv_bytes(EVIDENCE_COLUMNS, grounds),
        "deletions.csv": csv_bytes(("event_id_cnty", "deleted_timestamp"), gone),
    }


def time_precision(first: str, last: str) -> int:
    """1 where one day is known, 2 for days of one week, 3 for more; dates in ISO 8601."""
    days = number_of_days(first, last)
    return 1 if days == 1 else 2 if days <= _WEEK else 3


def _cells(row: Row, options: Options) -> list[Cell]:
    incident, place = row.incident, row.place
    first, day, last = row.days
    mode = row.event.mode if row.event and row.event.mode else ""
    kind, sub_kind = SUB_EVENTS.get(mode, ("", ""))
    inter1, inter2 = row.actor_inter, row.recipient_inter
    both = "-".join(one for one in (inter1, inter2) if one)
    civilian = "Civilian targeting" if inter2 in (CIVILIANS, PROTESTERS) else ""
    precision = time_precision(first, last) if day else None
    country = country_of(place.country if place else None)
    where = GEO_PRECISION.get(place.where_prec or 0) if place else None
    tags = f"{permalink(options.base, incident.code)}; suggested by machine"
    return [
        *(incident.code, day, day[:4], precision),
        *("Political violence" if kind else "", kind, sub_kind),
        *(row.actor, "", inter1, row.recipient, "", inter2, both, civilian),
        *(country.number, "", country.name, place.admin if place else "", "", ""),
        *((place.name, place.lat, place.lon, where) if place else ("", None, None, None)),
        *("; ".join(row.outlets), "", row.notes, row.fatalities(options), tags, None),
    ]


def _epoch(at: str | None) -> int | str:
    """Seconds since 1970, as ACLED's own timestamps are; empty where the time is not known."""
    return int(datetime.fromisoformat(at).timestamp()) if at else ""
