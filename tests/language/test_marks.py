"""Spans, classes and links of one text, from scores made by hand; and of the shipped model."""

from pathlib import Path

import numpy as np
import pytest

from counterclaim.language import Reader
from counterclaim.language.heads import (
    DISTANCES,
    EVERY_POINTER,
    MARKS,
    POINTER_SIZE,
    ROLES,
    Chain,
    Scores,
)
from counterclaim.language.marks import Kept, Marks, columns_of

COLUMNS = columns_of(dict(MARKS))
WIDTH = sum(len(columns) for _, columns in MARKS)
CHAIN = Chain(
    np.zeros((len(ROLES.tags) + 1, len(ROLES.tags)), np.float32),
    np.zeros((len(EVERY_POINTER), DISTANCES), np.float32),
)
LABELS = dict(MARKS)


def scored(
    size: int,
    tags: dict[tuple[str, int], str],
    points: dict[int, int | None] | None = None,
    width: int = WIDTH,
) -> Scores:
    """Scores that are sure of `tags` by head and word, and of what words point to."""
    marks = np.zeros((size, width), np.float32)
    for (head, word), tag in tags.items():
        marks[word, COLUMNS[head].start + LABELS[head].index(tag)] = 8
    shape = (len(EVERY_POINTER), size, POINTER_SIZE)
    origin, target = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    nothing = np.zeros((len(EVERY_POINTER), size), np.float32)
    target[:, np.arange(size), np.arange(size)] = 1
    for word, where in (points or {}).items():
        if where is None:
            nothing[-1, word] = 10
        else:
            origin[-1, word, where] = 10
    return Scores(np.zeros((size, 7), np.float32), origin, target, nothing, marks)


def marks_of(*windows: Scores, begins: tuple[int, ...] = ()) -> Marks:
    """Marks over words of one letter with a space between them."""
    kept, size = [], 0
    for scores in windows:
        kept.append(Kept.of(size, scores))
        size += len(scores.marks)
    starts = 2 * np.arange(size, dtype=np.int32)
    return Marks(starts, starts + 1, np.array(begins, np.int32), kept, COLUMNS, CHAIN)


def test_spans_have_offsets_labels_and_scores() -> None:
    found = marks_of(
        scored(
            4,
            {
                ("entities", 1): "B-person",
                ("entities", 2): "I-person",
                ("entities", 0): "O",
                ("entities", 3): "B-place",
            },
        )
    ).spans("entities")
    assert [tuple(one)[:3] for one in found] == [(2, 5, "person"), (6, 7, "place")]
    assert all(0.9 < one.score <= 1 for one in found)


def test_chances_are_the_highest_of_each_label_in_a_range(reader: Reader) -> None:
    text = "The Harbour Shield Front bombed the port of Dubrin."
    (labels,) = reader.label([text])
    every = labels.chances("entities", 0, len(text))
    assert len(every) == 8
    assert all(0.0 <= each <= 1.0 for each in every)
    parts = [labels.chances("entities", *word) for word in labels.words]
    assert every == tuple(max(column) for column in zip(*parts, strict=True))
    assert labels.chances("entities", 3, 3) == (0.0,) * 8
    with pytest.raises(KeyError):
        labels.chances("nothing", 0, 1)


def test_no_span_crosses_windows_or_lines() -> None:
    one = scored(2, {("times", 0): "B-date", ("times", 1): "I-date"})
    other = scored(2, {("times", 0): "I-date", ("times", 1): "I-date"})
    spans = [found[:2] for found in marks_of(one, other).spans("times")]
    assert (0, 3) in spans
    assert all(start >= 4 or end <= 3 for start, end in spans)
    lines = marks_of(one, begins=(1,)).spans("times")
    assert all(end - start == 1 for start, end, *_ in lines)


def test_classes_are_read_at_the_first_word() -> None:
    marks = marks_of(scored(3, {("force", 1): "denies"}), scored(1, {("force", 0): "admits"}))
    label, score = marks.classes("force", 2)[0]
    assert label == "denies"
    assert score > 0.9
    assert marks.classes("force", 1)[0][0] == "denies"
    assert marks.classes("force", 6)[0][0] == "admits"
    assert marks.classes("force", 7) == ()
    assert sum(share for _, share in marks.classes("force", 0)) == pytest.approx(1, abs=1e-3)


def test_a_mention_takes_up_an_earlier_one_of_its_window() -> None:
    marks = marks_of(scored(4, {}, {3: 1, 2: None}), scored(2, {}, {1: 0}))
    assert marks.antecedent(6, [0, 2, 4])[0] == 2
    assert marks.antecedent(6, [0, 4])[0] in (0, 4, None)
    assert marks.antecedent(4, [0, 2])[0] is None
    assert marks.antecedent(0, [0, 2, 4])[0] is None
    assert marks.antecedent(10, [0, 8])[0] == 8
    assert marks.antecedent(8, [0, 2])[0] is None
    assert marks.antecedent(99, [0]) == (None, 0.0)


def test_a_head_that_does_not_exist_is_an_error() -> None:
    marks = marks_of(scored(1, {}))
    with pytest.raises(KeyError):
        marks.spans("colours")
    with pytest.raises(KeyError):
        marks.classes("colours", 0)


def test_a_head_that_the_model_lacks_finds_nothing() -> None:
    given = [Kept.of(0, scored(2, {}, width=0))]
    starts = np.arange(2, dtype=np.int32)
    marks = Marks(starts, starts + 1, np.zeros(0, np.int32), given, {}, CHAIN)
    assert marks.spans("times") == ()
    assert marks.classes("force", 0) == ()


def test_marks_are_equal_when_their_scores_are() -> None:
    first = marks_of(scored(2, {("times", 0): "B-date"}))
    assert first == marks_of(scored(2, {("times", 0): "B-date"}))
    assert first != marks_of(scored(2, {("times", 0): "B-time"}))
    assert first != "marks"


PAGE = "The ministry said on Monday that 12 soldiers had been killed near the harbour."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def test_every_head_of_the_shipped_model_answers(reader: Reader) -> None:
    (labels,) = reader.label([PAGE])
    for name in reader.description.marks:
        if LABELS[name][0] == "O":
            for start, end, label, score in labels.spans(name):
                assert PAGE[start:end].strip() == PAGE[start:end]
                assert f"B-{label}" in LABELS[name]
                assert 0 < score <= 1
        else:
            assert {label for label, _ in labels.classes(name, 0)} == set(LABELS[name])


@pytest.mark.parametrize("text", ["", " \n\t ", "—", "\ud800", "\x00\x01", "\u202eabc"])
def test_odd_texts_are_answered(reader: Reader, text: str) -> None:
    (labels,) = reader.label([text])
    for name in reader.description.marks:
        if LABELS[name][0] == "O":
            assert all(0 <= start < end <= len(text) for start, end, *_ in labels.spans(name))
        else:
            assert len(labels.classes(name, 0)) in (0, len(LABELS[name]))
    assert labels.antecedent(0, [0])[0] is None


def test_marks_do_not_depend_on_company(reader: Reader) -> None:
    alone = reader.label([PAGE])[0]
    among = Reader(threads=2).label(["Short.", PAGE, "x " * 600])[1]
    assert alone.marks == among.marks


def test_a_model_folder_is_given_by_path(tmp_path: Path) -> None:
    assert Reader(tmp_path).model == tmp_path
