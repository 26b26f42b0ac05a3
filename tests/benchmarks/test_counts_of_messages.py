"""Killed and injured of messages, by their keys, by a naive peer, and what is right of both."""

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.counts import ENDLESS, judge, naive, run, victims

SLOTS = (
    (0, "MESSAGE: ID", "TST9-MUC4-0001"),
    (1, "MESSAGE: TEMPLATE", "1"),
    (4, "INCIDENT: TYPE", "BOMBING"),
    (19, "HUM TGT: DESCRIPTION", '"DOCKERS"'),
    (21, "HUM TGT: NUMBER", '6: "DOCKERS"'),
    (21, None, '1: "ANA RUIZ"'),
    (21, None, 'PLURAL: "GUESTS"'),
    (23, "HUM TGT: EFFECT OF INCIDENT", 'DEATH: "DOCKERS"'),
    (23, None, 'DEATH / INJURY: "ANA RUIZ"'),
    (23, None, 'INJURY: "GUESTS"'),
)


def key() -> str:
    """One template as the corpus writes it, with an invented incident."""
    return "\n".join(
        f"{number}.".ljust(4) + name.ljust(31) + fill if name else " " * 35 + fill
        for number, name, fill in SLOTS
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "key-tst9").write_text(key() + "\n")
    (tmp_path / "tst9-muc4").write_text(
        "TST9-MUC4-0001\n\n   VELMAR (INA) -- A BOMB KILLED SIX DOCKERS IN VELMAR TODAY. "
        "SEVERAL GUESTS OF A HOTEL WERE WOUNDED.\n"
    )
    return tmp_path


def test_the_keys_numbers_are_intervals(folder: Path) -> None:
    assert dict(victims(folder)) == {
        "TST9-MUC4-0001": {"killed": (6, 7), "injured": (2, ENDLESS + 1)}
    }


def test_the_peer_takes_numbers_beside_words_of_killing() -> None:
    text = "Six men were killed and 12 wounded. The town has 4,000 people, far away from the war."
    assert naive(text, "killed") == (6, 6, 12)
    assert naive("Nothing happened.", "killed") == (0, 0, 0)


@pytest.mark.parametrize(
    ("best", "found", "exact", "overlap"),
    [(6, (6, 6), 1, 1), (8, (6, 8), 0, 1), (9, (9, 9), 0, 0)],
)
def test_what_is_right(best: int, found: tuple[int, int], exact: int, overlap: int) -> None:
    right: Counter[str] = Counter()
    judge(right, "killed", (6, 7), best, found)
    assert (right["killed_exact"], right["killed_overlap"]) == (exact, overlap)


def test_a_folder_is_measured(folder: Path) -> None:
    report = run(folder)
    assert report["messages"] == 1
    assert report["killed_exact"] == report["killed_overlap"] == report["literal"] == 100
    assert report["peer_killed_exact"] == 100
