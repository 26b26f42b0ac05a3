"""The file of hashed slurs is written from a list of words; these are invented."""

from training.triage_slurs import WIDTH, hashed

from counterclaim.comments.phrases import key_of
from counterclaim.comments.slurs import KINDS


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines() if not line.startswith("#")]


def test_forms_are_folded_and_hashed() -> None:
    text = hashed(["origin: Blorp reed_walker", "sex: snaaaarg"])
    keys = [f"{key_of(form):08x}" for form in ("blorp", "reed walker", "snaarg")]
    assert rows(text) == [["origin", *sorted(keys[:2])], ["sex", keys[2]]]
    assert "blorp" not in text


def test_names_of_groups_are_left_out_and_the_first_kind_holds() -> None:
    text = hashed(["origin: muslims blorp", "sex: blorp"])
    assert rows(text) == [["origin", f"{key_of('blorp'):08x}"]]


def test_lines_are_short_and_kinds_in_order() -> None:
    lines = [f"{kind}: " + " ".join(f"{kind}{n}x" for n in "abcdefghijkl") for kind in KINDS]
    text = hashed(lines[::-1])
    found = rows(text)
    assert all(len(row) <= WIDTH + 1 for row in found)
    assert all(len(line) <= 100 for line in text.splitlines())
    assert list(dict.fromkeys(row[0] for row in found)) == list(KINDS)


def test_nothing_of_nothing() -> None:
    assert rows(hashed([])) == []
    assert rows(hashed(["origin:"])) == []
