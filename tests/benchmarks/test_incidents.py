import gzip
import json
from pathlib import Path

import pytest
from benchmarks.incidents import (
    assigned,
    grouping,
    pairwise,
    records,
    single_link,
)
from training.incidents import fitted, read, rows

from counterclaim.ledger import build_ledger
from counterclaim.records import Incident, Ledger

TOWNS = ("Zarnik", "Orsvik", "Halvik")


def articles() -> list[dict[str, str]]:
    """Two articles on each of three invented incidents."""
    return [
        {
            "incident": str(number),
            "id": f"{number}{paper}",
            "title": f"{number + 3} killed in {town} market bombing",
            "dct": f"2031-0{number + 3}-12",
            "content": f"A bomb killed {number + 3} people at the market of {town} on "
            f"Tuesday, police in {town} said, paper {paper}.",
        }
        for number, town in enumerate(TOWNS)
        for paper in ("one", "two")
    ]


def test_rows_of_all_files_that_begin_so(tmp_path: Path) -> None:
    for name in ("docs_a", "docs_b", "incidents_a"):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt") as file:
            file.write(json.dumps({"from": name}) + "\n")
    assert [row["from"] for row in rows(tmp_path, "docs")] == ["docs_a", "docs_b"]
    assert [row["from"] for row in rows(tmp_path, "incidents")] == ["incidents_a"]


@pytest.mark.parametrize(
    ("clusters", "expected"),
    [
        ([("a", "x"), ("a", "x"), ("b", "y")], 1.0),
        ([("a", "x"), ("a", "y"), ("b", "x")], 0.0),
        ([("a", "x"), ("a", "x"), ("b", "x")], 0.5),
        ([("a", "x"), ("b", "y")], 1.0),
    ],
)
def test_pairs(clusters: list[tuple[str, str]], expected: float) -> None:
    assert pairwise(clusters) == pytest.approx(expected)


def test_a_page_belongs_where_most_of_its_statements_are() -> None:
    def incident(key: str, *statements: str) -> Incident:
        documents = sorted({s.partition(".")[0] for s in statements} | {"d-silent"})
        return Incident(
            id=key, code=key, title="", documents=documents, statements=list(statements)
        )

    ledger = Ledger(incidents=[incident("i-1", "d-a.s1"), incident("i-2", "d-a.s2", "d-a.s3")])
    assert assigned(ledger) == {"d-a": "i-2", "d-silent": "i-1"}
    equals = [incident("i-1", "d-a.s10", "d-a.s12"), incident("i-2", "d-a.s9", "d-a.s11")]
    assert assigned(Ledger(incidents=equals))["d-a"] == "i-2"


def test_the_halves_are_the_same_in_every_run() -> None:
    halves = [fitted(str(number)) for number in range(200)]
    assert 60 < sum(halves) < 140
    assert halves == [fitted(str(number)) for number in range(200)]


def test_the_peer_finds_equal_articles() -> None:
    copies = [
        {"incident": str(n), "title": f"storm{n}", "content": f"alpha{n} beta{n} gamma{n}"}
        for n in range(8)
        for _ in range(2)
    ]
    assert single_link(copies) == (100.0, 100.0)


def test_invented_articles_fall_into_their_incidents() -> None:
    found = articles()
    readings = read(found)
    report = grouping(found, readings)
    assert (report["b3_f1"], report["pair_f1"]) == (100.0, 100.0)
    coded = [
        {
            "incident_uri": str(number),
            "date": "March 11, 2031",
            "city_or_county": town,
            "num_killed": str(number + 3),
            "num_injured": "0",
        }
        for number, town in enumerate(TOWNS)
    ]
    figures = records(coded, found, build_ledger(readings), readings)
    assert figures["killed_exact"] == figures["injured_exact"] == figures["literal"] == 100
    assert figures["killed_overlap"] == 100
