"""Names and numbers of states, for formats that do not take the two letters of ISO 3166-1.

``data/countries.csv`` has ISO 3166-1's alpha-2 and numeric codes with the names of common use.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from counterclaim.errors import ModelError

__all__ = ["Country", "country_of"]


class Country(NamedTuple):
    """A state: its ISO 3166-1 numeric code and its English name."""

    number: str
    name: str


def country_of(code: str | None) -> Country:
    """The state of two letters; empty number and the letters themselves where none has them.

    Raises:
        ModelError: CC302 if the table is missing or damaged.
    """
    return _table().get((code or "").upper(), Country("", code or ""))


@cache
def _table() -> dict[str, Country]:
    source = files("counterclaim.exports") / "data" / "countries.csv"
    try:
        rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
        return {row["iso2"]: Country(row["numeric"], row["name"]) for row in rows}
    except (OSError, KeyError) as error:
        raise ModelError("CC302", name="countries.csv") from error
