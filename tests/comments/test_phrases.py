"""The network over runs of words: against a plain reckoning, and where its words stand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.comments.composition import STANDINGS, standings
from counterclaim.comments.grams import GROUP, one_a_group, words
from counterclaim.comments.phrases import LONGEST, WIDTHS, Found, Phrases, key_of
from counterclaim.comments.quoting import own_words

WORDS = ("old", "bridge", "fell", "near", "harbour", "nobody")
SIZE, KEPT, HIDDEN, LANES = 5, 4, 3, 2


def arrays(seed: int = 3) -> dict[str, np.ndarray]:
    """A small network with weights of no meaning."""
    chance = np.random.default_rng(seed)
    return {
        "keys": np.array(sorted(key_of(word) for word in WORDS), np.uint32),
        "vectors": chance.integers(-31, 32, (len(WORDS) + 1, SIZE)).astype(np.int8),
        "vector_scale": chance.uniform(0.01, 0.05, len(WORDS) + 1).astype(np.float16),
        "standings": chance.normal(0, 0.3, (STANDINGS, SIZE)).astype(np.float16),
        "filters": chance.normal(0, 1, (SIZE, 6 * KEPT)).astype(np.float16),
        "biases": chance.normal(0, 0.5, 3 * KEPT).astype(np.float32),
        "straight": chance.normal(0, 1, (3 * KEPT, LANES)).astype(np.float32),
        "inner": chance.normal(0, 1, (3 * KEPT, HIDDEN)).astype(np.float16),
        "inner_biases": chance.normal(0, 0.5, HIDDEN).astype(np.float32),
        "outer": chance.normal(0, 1, (HIDDEN, LANES)).astype(np.float32),
    }


def plainly(stored: dict[str, np.ndarray], forms: list[str], where: list[int]) -> np.ndarray:
    """The same odds, one run after the other."""
    keys = stored["keys"].tolist()
    rows = [keys.index(key_of(f)) if key_of(f) in keys else len(keys) for f in forms]
    vectors = [
        stored["vectors"][row] * np.float32(stored["vector_scale"][row]) + stored["standings"][at]
        for row, at in zip(rows, where, strict=True)
    ]
    found = []
    block = 0
    for width in range(1, WIDTHS + 1):
        tables = [
            stored["filters"][:, (block + at) * KEPT : (block + at + 1) * KEPT].astype(np.float32)
            for at in range(width)
        ]
        block += width
        best = np.zeros(KEPT, np.float32)
        for end in range(len(forms) + width - 1):
            value = np.zeros(KEPT, np.float32)
            for at in range(width):
                word = end - (width - 1) + at
                if 0 <= word < len(forms):
                    value = value + vectors[word].astype(np.float32) @ tables[at]
            best = np.maximum(best, value)
        found.append(best)
    seen = np.maximum(np.concatenate(found) + stored["biases"], 0)
    hidden = np.maximum(seen @ stored["inner"].astype(np.float32) + stored["inner_biases"], 0)
    odds: np.ndarray = seen @ stored["straight"] + hidden @ stored["outer"]
    return odds


def read(text: str) -> tuple[Found, int]:
    forms = text.split()
    return Phrases(arrays()).read(forms, [0] * len(forms)), len(forms)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "old",
        "old bridge",
        "nobody fell near old bridge",
        "unheard words of no vector",
        "old " * 9,
    ],
)
def test_odds_are_those_of_a_plain_reckoning(text: str) -> None:
    forms = text.split()
    where = [n % STANDINGS for n in range(len(forms))]
    odds = Phrases(arrays()).read(forms, where).odds
    assert odds == pytest.approx(plainly(arrays(), forms, where), abs=1e-3)


@given(st.lists(st.sampled_from([*WORDS, "unheard"]), max_size=12), st.integers(0, STANDINGS - 1))
def test_any_words_anywhere(forms: list[str], standing: int) -> None:
    where = [standing] * len(forms)
    found = Phrases(arrays()).read(forms, where)
    assert found.odds == pytest.approx(plainly(arrays(), forms, where), abs=1e-3)
    assert found.give.shape == (LANES, len(forms))
    assert np.isfinite(found.give).all()


def test_order_and_standing_matter() -> None:
    phrases = Phrases(arrays())
    one = phrases.read(["old", "bridge"], [0, 0]).odds
    assert not np.allclose(one, phrases.read(["bridge", "old"], [0, 0]).odds)
    assert not np.allclose(one, phrases.read(["old", "bridge"], [1, 5]).odds)


def test_unknown_words_are_alike() -> None:
    assert read("unheard thing")[0].odds.tolist() == read("other matter")[0].odds.tolist()


def test_what_words_give_is_of_the_runs_they_stand_in() -> None:
    stored = arrays()
    stored["inner"][:] = 0
    stored["biases"][:] = 0
    found = Phrases(stored).read(["old", "bridge", "fell"], [0, 0, 0])
    nothing = np.maximum(stored["inner_biases"], 0) @ stored["outer"]
    inside = found.give.sum(axis=1)
    assert (np.abs(inside) <= np.abs(found.odds - nothing) + 10).all()
    assert found.give.any()


def test_words_beyond_the_longest_are_not_read() -> None:
    forms = ["old"] * (LONGEST + 50)
    found = Phrases(arrays()).read(forms, [0] * len(forms))
    assert found.give.shape == (LANES, LONGEST)
    assert np.allclose(found.odds, Phrases(arrays()).read(forms[:LONGEST], [0] * LONGEST).odds)


def test_an_array_that_is_missing_is_told() -> None:
    stored = arrays()
    del stored["filters"]
    with pytest.raises(KeyError):
        Phrases(stored)


def where(text: str) -> dict[str, int]:
    found = one_a_group(text, words(text))[0]
    return dict(zip([w.form for w in found], standings(text, own_words(text), found), strict=True))


def test_sides_of_a_group() -> None:
    assert where("Yesterday immigrants arrived") == {"yesterday": 2, GROUP: 3, "arrived": 1}
    assert where("Nobody arrived")["arrived"] == 5
    far = "immigrants " + "and " * 20 + "arrived"
    assert where(far)["arrived"] == 0


def test_a_later_clause_and_a_negation() -> None:
    found = where("Immigrants came. They never left")
    assert found["they"] == 4
    assert found["never"] == 9
    assert found["left"] == 9
    assert where("They left. Immigrants came")["left"] == 0


def test_words_in_quotation_marks_stand_apart() -> None:
    found = where('She wrote "immigrants left" today')
    assert (found["wrote"], found["left"], found["today"]) == (2, 11, 1)


def test_every_standing_has_a_row() -> None:
    text = 'No. Immigrants, "not immigrants never". They did not "say never".'
    found = one_a_group(text, words(text))[0]
    assert all(0 <= at < STANDINGS for at in standings(text, own_words(text), found))
    assert standings("", "", []) == []


@pytest.mark.parametrize(
    ("text", "forms", "numbers"),
    [
        ("black people left", [GROUP, "left"], [0, 0, 1]),
        ("trans women, black men", [GROUP, GROUP], [0, 0, 1, 1]),
        ("Immigrants people", [GROUP], [0, 0]),
        ("Immigrants. People left", [GROUP, "people", "left"], [0, 1, 2]),
        ("", [], []),
    ],
)
def test_a_group_of_several_words_is_one(text: str, forms: list[str], numbers: list[int]) -> None:
    found, told = one_a_group(text, words(text))
    assert [word.form for word in found] == forms
    assert told == numbers
    assert all(text[w.start : w.end].strip() for w in found)
