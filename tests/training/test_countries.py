"""The table of states: withdrawn codes are left out, missing numbers stay missing."""

import csv

from training.countries import table

ROWS = {
    "QZ": {"name": "Sarvia ", "isonumeric": 7},
    "NL": {"name": "The Netherlands", "isonumeric": 528},
    "AN": {"name": "Netherlands Antilles", "isonumeric": 530},
    "XK": {"name": "Kosovo", "isonumeric": 0},
}


def test_rows_are_in_order_of_their_codes() -> None:
    rows = list(csv.DictReader(table(ROWS).splitlines()))
    assert [(row["iso2"], row["numeric"], row["name"]) for row in rows] == [
        ("NL", "528", "Netherlands"),
        ("QZ", "007", "Sarvia"),
        ("XK", "", "Kosovo"),
    ]


def test_the_same_rows_in_another_order_give_the_same_bytes() -> None:
    assert table(dict(reversed(ROWS.items()))) == table(ROWS)
