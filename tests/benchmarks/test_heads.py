"""Counts of the heads' benchmark on labels made by hand."""

from collections import Counter

import pytest
from benchmarks.heads import Tally, count, report

from counterclaim.language import Marked, words
from training.corpora import Labelled

TEXT = "Ilse Varn left Porto Claro on Monday. She denied it."


class Said:
    """Labels that say what they are told to."""

    def __init__(self, spans: list[Marked], label: str = "denies", earlier: int | None = 0) -> None:
        self.words = tuple(words(TEXT))
        self._spans, self._label, self._earlier = spans, label, earlier

    def spans(self, head: str) -> tuple[Marked, ...]:
        return tuple(self._spans)

    def classes(self, head: str, start: int) -> tuple[tuple[str, float], ...]:
        return ((self._label, 0.9),)

    def antecedent(self, start: int, candidates: list[int]) -> tuple[int | None, float]:
        return (self._earlier if self._earlier in candidates else None), 0.9


def tally_of(document: Labelled, said: Said) -> dict[str, float]:
    tally: Tally = Counter()
    count("ours", document, said, tally)  # type: ignore[arg-type]
    return report(tally)


def test_spans_count_with_their_ends_and_label() -> None:
    gold = Labelled("ours/1", TEXT, {"entities": [(0, 9, "person"), (15, 26, "place")]})
    said = Said([Marked(0, 9, "person", 0.9), Marked(15, 20, "place", 0.9)])
    found = tally_of(gold, said)
    assert found["entities_f1"] == 50
    assert found["entities:ours"] == 50
    assert found["entities:person"] == 100
    assert found["entities:place"] == 0
    assert "times_f1" not in found


def test_ends_of_gold_are_taken_to_whole_words() -> None:
    gold = Labelled("ours/1", TEXT, {"entities": [(0, 7, "person")]})
    assert tally_of(gold, Said([Marked(0, 9, "person", 0.9)]))["entities_f1"] == 100


def test_what_touches_the_unknown_is_left_out() -> None:
    gold = Labelled(
        "ours/1", TEXT, {"entities": [(0, 9, "person")]}, unknown={"entities": [(10, 37)]}
    )
    said = Said([Marked(0, 9, "person", 0.9), Marked(15, 26, "place", 0.9)])
    assert tally_of(gold, said)["entities_f1"] == 100


@pytest.mark.parametrize(("label", "share"), [("denies", 100), ("admits", 0)])
def test_classes_count_where_the_answer_is_right(label: str, share: int) -> None:
    gold = Labelled("ours/1", TEXT, classes={"force": [(42, 48, "denies")]})
    found = tally_of(gold, Said([], label))
    assert found["force_accuracy"] == share
    assert found["force:denies"] == share


@pytest.mark.parametrize(("earlier", "share"), [(0, 100), (None, 50)])
def test_links_count_first_mentions_too(earlier: int | None, share: int) -> None:
    links = [((0, 9), None), ((38, 41), (0, 9))]
    gold = Labelled("ours/1", TEXT, links={"coreference": links})  # type: ignore[dict-item]
    found = tally_of(gold, Said([], earlier=earlier))
    assert found["coreference_accuracy"] == share
    assert found["coreference:first"] == 100
