from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpora.labelled import (
    CLASS_LABELS,
    TAG_LABELS,
    LabelError,
    Labelled,
    complement,
    settled,
    trimmed,
    validate,
)

TEXT = "Orvania said on Monday that Lurin had fallen."
SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1], "x")),
    max_size=12,
)


def document(**fields):
    return msgspec.structs.replace(Labelled("own/one", TEXT), **fields)


def test_a_document_that_fits_is_given_back():
    one = document(
        spans={"times": [(16, 22, "date")], "toponyms": []},
        classes={"force": [(8, 12, "asserts")]},
        links={"coreference": [((0, 7), None), ((28, 33), (0, 7))]},
        unknown={"entities": [(0, 45)]},
    )
    assert validate(one) is one


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"spans": {"times": [(16, 23, "date")]}}, "white space"),
        ({"spans": {"times": [(15, 22, "date")]}}, "white space"),
        ({"spans": {"times": [(40, 99, "date")]}}, "outside"),
        ({"spans": {"times": [(5, 5, "date")]}}, "outside"),
        ({"spans": {"times": [(16, 22, "hour")]}}, "no label"),
        ({"spans": {"moods": [(16, 22, "date")]}}, "no label"),
        ({"spans": {"times": [(16, 22, "date"), (0, 7, "date")]}}, "not sorted"),
        ({"spans": {"times": [(0, 12, "date"), (8, 22, "date")]}}, "overlap"),
        ({"classes": {"force": [(8, 12, "shouts")]}}, "no label"),
        ({"links": {"coreference": [((0, 7), (28, 33))]}}, "points forward"),
        ({"links": {"coreference": [((0, 7), (0, 12))]}}, "points forward"),
        ({"links": {"bridging": [((0, 7), None)]}}, "no pointer head"),
        ({"unknown": {"times": [(40, 99)]}}, "unknown stretches"),
        ({"unknown": {"force": [(0, 7)]}}, "unknown stretches"),
    ],
)
def test_what_does_not_fit_is_refused(fields, reason):
    with pytest.raises(LabelError, match=reason):
        validate(document(**fields))


def test_no_label_stands_twice_in_a_head():
    for labels in (*TAG_LABELS.values(), *CLASS_LABELS.values()):
        assert len(set(labels)) == len(labels)


def test_of_overlapping_spans_the_first_and_longest_stays():
    assert settled([(4, 9, "a"), (0, 5, "b"), (0, 3, "c"), (5, 6, "d")]) == [
        (0, 5, "b"),
        (5, 6, "d"),
    ]


@given(SPANS)
def test_settled_spans_are_sorted_and_apart(spans):
    kept = settled(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(kept))
    assert set(kept) <= set(spans)
    assert settled(kept) == kept


@given(SPANS)
def test_complement_and_spans_cover_the_text_once(spans):
    kept = [(start, end) for start, end, _ in settled(spans)]
    rest = complement(kept, 50)
    covered = sorted(at for start, end in kept + rest for at in range(start, end))
    assert covered == list(range(50))


@given(st.text(alphabet="a \n\t", max_size=12))
def test_trimmed_is_strip(text):
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == text.strip()
