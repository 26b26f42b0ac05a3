"""The benchmark of events: what is read of its gold, and how it counts."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from benchmarks.events import Gold, annotated, resolved, told
from training.authored import load_pages

from benchmarks import events
from counterclaim.records import Event, Modality, Span

FOLDER = Path(events.__file__).parent / "gold_events"
TEXT = "Guns hit the mill. A raid on the mill was denied. Guns hit it again."


def event(start: int, end: int, **fields: object) -> Event:
    made = {"id": "e", "document": "d", "span": Span.of(TEXT, start, end), "event": "ASSAULT"}
    return Event(**{**made, **fields})  # type: ignore[arg-type]


def test_every_annotation_is_in_its_page() -> None:
    pages = {page.id: page for page in load_pages(events.PAGES, "test")}
    gold = dict(annotated((FOLDER / "pages.txt").read_text(encoding="utf-8")))
    found = [one for name, lines in gold.items() for one in resolved(lines, pages[name].text, name)]
    assert len(found) > 200
    assert {one.modality for one in found} <= {*get_args(Modality), None}
    assert {one.type for one in found} <= events.MATERIAL | {None}


def test_sentences_hold_their_triggers() -> None:
    lines = (FOLDER / "modality.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    assert all(trigger in sentence for _, trigger, sentence in cells)
    assert {modality for modality, _, _ in cells} == set(get_args(Modality))


def test_a_trigger_is_found_by_its_number() -> None:
    second = resolved([["hit#2", "ASSAULT/?", "happened", "Guns", "-"]], TEXT, "p")[0]
    assert TEXT[second.start : second.end] == "hit"
    assert second.start > 40
    assert (second.actor, second.target) == ("Guns", "")
    assert second.mode is None


@pytest.mark.parametrize("line", [["hit#3", "ASSAULT", "happened"], ["hit", "X", "happened", "me"]])
def test_what_is_not_in_the_page_is_refused(line: list[str]) -> None:
    with pytest.raises(ValueError, match="p: hit"):
        resolved([[*line, "-", "-"][:5]], TEXT, "p")


def test_counting() -> None:
    wanted = [
        Gold(5, 8, "ASSAULT", "", "happened", "Guns", "the mill"),
        Gold(21, 25, "ASSAULT", None, "denied", "", "the mill"),
        Gold(55, 58, None, None, "happened", None, None),
    ]
    found = [
        event(5, 8, actor_span=Span.of(TEXT, 0, 4)),
        event(21, 25, modality="happened", actor_span=Span.of(TEXT, 0, 4)),
        event(42, 48),
    ]
    tally: Counter[str] = Counter()
    events._count(wanted, found, tally)
    report = events._figures(tally)
    assert (tally["gold"], tally["right"], tally["found"]) == (2, 2, 3)
    assert report["trigger_p"] == 66.7
    assert report["trigger_r"] == 100.0
    assert report["modality_accuracy"] == 50.0
    assert report["actor_f1"] == 66.7
    assert report["target_f1"] == 0.0


def test_a_sentence_is_read() -> None:
    lines = ["happened | shelled | Gunners shelled the weir.", "denied | ghost | Nothing here."]
    assert list(told(lines)) == [("happened", "happened"), ("denied", "-")]
