"""The user's own gazetteer: a CSV file of places that no open list has.

Columns ``name``, ``lat``, ``lon`` are required; ``alternate_names`` (separated by ``|``),
``country`` (ISO 3166-1 alpha-2), ``admin``, ``kind``, ``id`` and ``where_prec`` are optional.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import get_args

import msgspec

from counterclaim.errors import OptionError
from counterclaim.facts.gazetteer.entries import Entry, Kind
from counterclaim.facts.gazetteer.folding import fold

__all__ = ["UserPlace", "read_user_file"]

_CODE = re.compile(r"[A-Z]{2}")
REQUIRED = ("name", "lat", "lon")
_KINDS: tuple[Kind, ...] = get_args(Kind)
# Words people write in a "kind" column for what the gazetteer calls otherwise.
_OTHER_KINDS: dict[str, Kind] = {
    "city": "place",
    "town": "place",
    "village": "place",
    "suburb": "place",
    "neighbourhood": "place",
    "neighborhood": "place",
    "province": "admin1",
    "governorate": "admin1",
    "state": "admin1",
    "district": "admin2",
    "county": "admin2",
    "area": "region",
    "sea": "region",
}
_WHERE_PREC: dict[Kind, int] = {"country": 6, "admin1": 4, "admin2": 3, "region": 5}


class UserPlace(msgspec.Struct, frozen=True):
    """An entry of the user's file and all its names."""

    entry: Entry
    names: list[str]


def read_user_file(path: Path) -> list[UserPlace]:
    """The places of ``path``, in its order.

    Raises:
        OptionError: CC202 with the line if the file cannot be read, a column is missing, or a row
            has no name or no coordinates, or has the ``id`` of another.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError("CC202", name=str(path), line=0, reason=str(error)) from error
    rows = csv.DictReader(io.StringIO(text))
    missing = [name for name in REQUIRED if name not in (rows.fieldnames or [])]
    if missing:
        raise _error(path, 1, f"no column {', '.join(missing)}")
    try:
        places = [(rows.line_num, _place(path, rows.line_num, row)) for row in rows]
    except csv.Error as error:
        raise _error(path, rows.line_num, str(error)) from error
    lines: dict[str, int] = {}
    for line, place in places:
        first = lines.setdefault(place.entry.id, line)
        if first != line and place.entry.id != f"user:{place.entry.name}":
            raise _error(path, line, f"the same id as in line {first}")
    return [place for _, place in places]


def _error(path: Path, line: int, reason: str) -> OptionError:
    return OptionError("CC202", name=str(path), line=line, reason=reason)


def _place(path: Path, line: int, row: dict[str, str | None]) -> UserPlace:
    """The place of one row. A cell may be ``None`` where the row is too short."""
    cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
    name = cells["name"]
    if not name:
        raise _error(path, line, "no name")
    kind = _kind(path, line, cells.get("kind", ""))
    country = cells.get("country", "").upper()
    if country and not _CODE.fullmatch(country):
        raise _error(path, line, f"country is {country!r}, not two letters of ISO 3166-1")
    for each in (name, *cells.get("alternate_names", "").split("|")):
        if each.strip() and not fold(each):
            raise _error(path, line, f"{each.strip()!r} has no letters to be found by")
    entry = Entry(
        id=f"user:{cells.get('id') or name}",
        name=name,
        kind=kind,
        lat=_degrees(path, line, "lat", cells["lat"], 90),
        lon=_degrees(path, line, "lon", cells["lon"], 180),
        country=country or None,
        admin=cells.get("admin") or None,
        where_prec=_where_prec(path, line, cells.get("where_prec", ""), kind),
    )
    others = [part.strip() for part in cells.get("alternate_names", "").split("|")]
    return UserPlace(entry, [name, *filter(None, others)])


def _degrees(path: Path, line: int, column: str, value: str, limit: int) -> float:
    try:
        degrees = float(value)
    except ValueError as error:
        raise _error(path, line, f"{column} is {value!r}, not a number of degrees") from error
    if not -limit <= degrees <= limit:
        raise _error(path, line, f"{column} is {value}, outside -{limit} to {limit}")
    return degrees


def _kind(path: Path, line: int, value: str) -> Kind:
    word = value.lower()
    if not word:
        return "facility"
    if word in _OTHER_KINDS:
        return _OTHER_KINDS[word]
    return next((known for known in _KINDS if known == word), "facility")


def _where_prec(path: Path, line: int, value: str, kind: Kind) -> int:
    if not value:
        return _WHERE_PREC.get(kind, 1)
    if value not in {"1", "2", "3", "4", "5", "6", "7"}:
        raise _error(path, line, f"where_prec is {value!r}, not 1 to 7")
    return int(value)
