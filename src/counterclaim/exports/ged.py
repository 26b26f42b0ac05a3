"""UCDP GED CSV: its 49 columns.

Columns and terms: UCDP Georeferenced Event Dataset Codebook 23.1. Numbers of UCDP's own (conflict,
dyad, actor, country) are left empty: only UCDP gives them. ``low`` and ``high`` span all origins'
figures (and under the policy ``suggested`` the incident's toll); ``best`` is a coder's decision and
stays empty unless a policy is given.
"""

from __future__ import annotations

import math

from counterclaim.exports.countries import country_of
from counterclaim.exports.incident_rows import Row, number_of_days, rows_of
from counterclaim.exports.options import Options
from counterclaim.exports.tables import Cell, csv_bytes
from counterclaim.exports.view import View, permalink
from counterclaim.records import Ledger, Place

__all__ = ["COLUMNS", "ged", "priogrid"]

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name"),
    *("dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date"),
    *("source_headline", "source_original", "where_prec", "where_coordinates"),
    *("where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low", "gwnoa", "gwnob"),
)


DATE_PREC = {1: 1, 2: 6, 3: 7, 4: 31}
"""UCDP ``date_prec`` → the most days that it stands for."""


def ged(ledger: Ledger, options: Options) -> bytes:
    """A row for each incident."""
    view = View(ledger)
    return csv_bytes(COLUMNS, [_cells(view, row, options) for row in rows_of(view)])


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell (Tollefsen et al. 2012): half degrees, counted from the south-west."""
    row = min(359, math.floor((lat + 90) * 2))
    column = min(719, math.floor((lon + 180) * 2))
    return row * 720 + column + 1


def date_precision(first: str, last: str) -> int:
    """UCDP's ``date_prec``: 1 for one day, 2 up to six, 3 a week, 4 a month, 5 more."""
    days = number_of_days(first, last)
    return next((code for code, most in DATE_PREC.items() if days <= most), 5)


def _cells(view: View, row: Row, options: Options) -> list[Cell]:
    incident = row.incident
    day, _, last = row.days
    documents = [view.readings[key].document for key in incident.documents if key in view.readings]
    dyad = f"{row.actor} - {row.recipient}" if row.actor and row.recipient else ""
    origins = dict.fromkeys(
        view.name(view.statements[key].origin)
        for key in incident.statements
        if key in view.statements
    )
    dates = [one.published.value or "" for one in documents]
    headlines = [one.title.exact if one.title else "" for one in documents]
    return [
        *(incident.code, incident.id, day[:4], None, "Suggested", None),
        *(None, None, "", None, None, dyad, None, None, row.actor, None, None, row.recipient),
        *(len(documents), permalink(options.base, incident.code), ";".join(row.outlets)),
        *(";".join(dates), ";".join(headlines), ";".join(name for name in origins if name)),
        *_where(row.place),
        *("", None, date_precision(day, last) if day else None, day, last),
        *(None, None, None, None, row.fatalities(options), *_bounds(row, options), None, None),
    ]


def _where(place: Place | None) -> list[Cell]:
    if place is None or place.lat is None or place.lon is None:
        return [None, "", "", "", "", None, None, "", None, "", None]
    point = f"POINT ({place.lon} {place.lat})"
    described = f"{place.span.exact}: {place.reason}"
    return [
        *(place.where_prec, place.name, described, place.admin or "", "", place.lat, place.lon),
        *(point, priogrid(place.lat, place.lon), country_of(place.country).name, None),
    ]


def _bounds(row: Row, options: Options) -> list[Cell]:
    """High and low over all origins, and a suggested toll; no high where somebody gives none."""
    lows = [count.low for count in row.killed]
    highs = [count.high for count in row.killed]
    if options.fatalities == "suggested" and row.toll is not None:
        lows.append(row.toll.low)
        highs.append(row.toll.high)
    if not lows:
        return [None, None]
    known = [high for high in highs if high is not None]
    return [max(known) if len(known) == len(highs) else None, min(lows)]
