"""What a written table must hold: its columns, and in each the values that its codebook allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from counterclaim.exports import acled, airwars, ged
from counterclaim.exports.plover import EVENTS
from counterclaim.exports.tables import csv_rows

__all__ = ["check_acled", "check_airwars", "check_claims", "check_ged", "check_plover"]

Test = Callable[[str], bool]


def _within(low: float, high: float) -> Test:
    def test(value: str) -> bool:
        """Whether ``value`` is a number in the range."""
        try:
            return low <= float(value) <= high
        except ValueError:
            return False

    return test


def _number(value: str) -> bool:
    return value.isdecimal()


def _day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_DEGREES = {"latitude": _within(-90, 90), "longitude": _within(-180, 180)}

ACLED: dict[str, Test] = {
    **_DEGREES,
    "event_date": _day,
    "year": _number,
    "time_precision": lambda value: value in "123",
    "geo_precision": lambda value: value in "123",
    "fatalities": _number,
}
GED: dict[str, Test] = {
    **_DEGREES,
    "date_start": _day,
    "date_end": _day,
    "where_prec": lambda value: value in "1234567",
    "date_prec": lambda value: value in "12345",
    "priogrid_gid": _within(1, 259_200),
    **dict.fromkeys(("best", "high", "low", "number_of_sources", "year"), _number),
}
HARM: dict[str, Test] = dict.fromkeys(("low", "best", "high", "start", "end"), _number)
"""Columns with a test that every filled cell must pass."""


def check_acled(data: bytes) -> list[str]:
    """What ACLED's codebook asks for and ``acled.csv`` has not; empty if it is sound."""
    return [*_table(data, acled.COLUMNS, ACLED), *_once(data, "event_id_cnty")]


def check_ged(data: bytes) -> list[str]:
    """What UCDP's codebook asks for and the table has not; empty if it is sound."""
    wrong = [*_table(data, ged.COLUMNS, GED), *_once(data, "id")]
    for row in csv_rows(data):
        low, high = row["low"], row["high"]
        if low and high and int(low) > int(high):
            wrong.append(f"{row['id']}: low {low} is over high {high}")
    return wrong


def check_airwars(files: Mapping[str, bytes]) -> list[str]:
    """Tables or columns that are missing, and codes that no incident has; empty if all is sound."""
    wrong = [f"{name}: missing" for name in airwars.TABLES if name not in files]
    known = {row["code"] for row in csv_rows(files.get("incidents.csv", b""))}
    for name, columns in airwars.TABLES.items():
        tests = {"incidents.csv": _DEGREES, "harm.csv": HARM}.get(name, {})
        wrong += _table(files.get(name, b""), columns, tests)
        codes = (row.get("code") for row in csv_rows(files.get(name, b"")))
        wrong += [f"{name}: no incident {code}" for code in codes if code and code not in known]
    return wrong


def check_plover(data: bytes) -> list[str]:
    """Lines that are no PLOVER event; empty if all is sound."""
    wrong = []
    for number, line in enumerate(data.splitlines(), start=1):
        found: dict[str, Any] = msgspec.json.decode(line)
        if found["event"] not in EVENTS:
            wrong.append(f"line {number}: no event {found['event']}")
        if found["date"] and not _day(found["date"][:10]):
            wrong.append(f"line {number}: no date {found['date']}")
        start, end = found["claim"]["span"]
        if end - start != len(found["eventText"]):
            wrong.append(f"line {number}: its words do not fit its span")
    return wrong


def check_claims(data: bytes) -> list[str]:
    """Claims and reviews without what schema.org asks for, or with a verdict; empty if sound."""
    wrong = []
    graph = msgspec.json.decode(data)["@graph"]
    known = {one.get("@id") for one in graph if one.get("@type") == "Claim"}
    for one in graph:
        if one.get("@type") == "ClaimReview":
            if one.get("itemReviewed", {}).get("@id") not in known or not one.get("author"):
                wrong.append(f"{one.get('@id')}: no review of a claim by somebody")
        elif one.get("@type") != "Claim" or not one.get("text") or not one.get("appearance"):
            wrong.append(f"{one.get('@id')}: no claim with words and a place")
        if "reviewRating" in one:
            wrong.append(f"{one.get('@id')}: a verdict")
    return wrong


def _table(data: bytes, columns: Iterable[str], tests: Mapping[str, Test]) -> list[str]:
    header = data.split(b"\r\n")[0].decode().split(",")
    if header != list(columns):
        return ["the columns are others, or in another order"]
    return [
        f"row {number}: {column} is {row[column]!r}"
        for number, row in enumerate(csv_rows(data), start=1)
        for column, test in tests.items()
        if row[column] and not test(row[column])
    ]


def _once(data: bytes, column: str) -> list[str]:
    codes = Counter(row[column] for row in csv_rows(data))
    empty = [f"a row without {column}"] if codes[""] else []
    return empty + [f"{code}: given twice" for code, count in codes.items() if count > 1]
