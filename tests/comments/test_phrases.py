"""The network over runs of words, with filters made by hand."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.comments.phrases import LONGEST, Phrases, key_of

KNOWN = ("cold", "rain", "warm")
PLACES = {form: at for at, form in enumerate(sorted(KNOWN, key=key_of))}


def network() -> Phrases:
    """One lane says "cold rain" (2 in log odds), the other any "warm" (3)."""
    vectors = np.zeros((len(KNOWN) + 1, len(KNOWN)), np.int8)
    for form, at in PLACES.items():
        vectors[at, KNOWN.index(form)] = 100
    alone = np.zeros((3, 1), np.float32)
    alone[KNOWN.index("warm")] = 1
    pair = np.zeros((6, 1), np.float32)
    pair[KNOWN.index("cold")] = 1
    pair[3 + KNOWN.index("rain")] = 1
    return Phrases(
        keys=np.array([key_of(form) for form in PLACES], np.uint32),
        vectors=vectors,
        scale=np.full(len(KNOWN) + 1, 0.01, np.float32),
        filters=[alone, pair],
        biases=[np.zeros(1, np.float32), np.full(1, -1, np.float32)],
        outputs=np.array([[0, 3], [2, 0]], np.float32),
    )


@pytest.mark.parametrize(
    ("text", "odds"),
    [
        ("cold rain", [2, 0]),
        ("rain cold", [0, 0]),
        ("cold and rain", [0, 0]),
        ("warm", [0, 3]),
        ("warm warm cold rain", [2, 3]),
        ("unknown words only", [0, 0]),
        ("", [0, 0]),
    ],
)
def test_a_run_counts_once_and_in_its_order(text: str, odds: list[float]) -> None:
    assert network().read(text.split()).odds == pytest.approx(odds, abs=1e-5)


def test_the_words_of_a_run_share_what_it_gives() -> None:
    said = network().read("a warm day and cold rain".split())
    assert said.give.shape == (2, 6)
    assert said.give[0] == pytest.approx([0, 0, 0, 0, 1, 1], abs=1e-5)
    assert said.give[1] == pytest.approx([0, 3, 0, 0, 0, 0], abs=1e-5)


def test_what_stands_behind_the_longest_is_not_read() -> None:
    said = network().read(["dry"] * LONGEST + ["cold", "rain"])
    assert said.odds.tolist() == [0, 0]
    assert said.give.shape == (2, LONGEST)


def test_arrays_come_back_as_they_were() -> None:
    file = io.BytesIO()
    np.savez_compressed(file, **network().arrays())
    file.seek(0)
    with np.load(file, allow_pickle=False) as stored:
        back = Phrases.of(stored)
    text = "cold rain and warm nights".split()
    assert back.read(text).odds == pytest.approx(network().read(text).odds, abs=1e-2)


def test_an_array_that_is_missing_is_told() -> None:
    arrays = network().arrays()
    del arrays["filter_2"]
    with pytest.raises(KeyError):
        Phrases.of(arrays)


@given(st.lists(st.sampled_from([*KNOWN, "dry", "😀", "\u202e"]), max_size=30))
def test_words_give_no_more_than_the_whole(forms: list[str]) -> None:
    said = network().read(forms)
    assert said.give.sum(1) == pytest.approx(said.odds, abs=1e-4)
    assert (said.odds >= 0).all()
