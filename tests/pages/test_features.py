"""Numbers about paragraphs, and the networks that read them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import ModelError
from counterclaim.pages import tagger as module
from counterclaim.pages.bags import BUCKETS, PHRASES, word_bag
from counterclaim.pages.features import FEATURES, own_features, text_features
from counterclaim.pages.markup import Markup, read_markup
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.structure import STRUCTURE, structure_features
from counterclaim.pages.tagger import CLASSES, load_register, load_tagger
from counterclaim.pages.talk import TALK, talk_features
from counterclaim.pages.threads import heads

TEXT = (
    "Fire in Dunmere\n\nPolice said on Monday that 2 men were held.\n\n"
    "i dont think so... do you?\n\nI dont think so... do you?"
)


def column(name: str, text: str = TEXT) -> list[float]:
    rows = text_features(paragraphs(text))
    return [round(float(value), 3) for value in rows[:, FEATURES.index(name)]]


def test_names_are_unique() -> None:
    assert len(set(FEATURES)) == len(FEATURES)
    assert len(set(STRUCTURE)) == len(STRUCTURE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("starts_lower", [0, 0, 1, 0]),
        ("ends_stop", [0, 1, 0, 0]),
        ("ends_ask", [0, 0, 1, 1]),
        ("all_lower", [0, 0, 1, 0]),
        ("gap", [-1, 0, 0, 0]),
        ("twice", [0, 0, 0, 0]),
    ],
)
def test_columns(name: str, expected: list[float]) -> None:
    assert column(name) == expected


def test_registers() -> None:
    assert column("report")[1] > 0
    assert column("report")[2] == 0
    assert column("second")[2] > 0
    assert column("when")[1] > 0


def test_a_repeated_line_is_known() -> None:
    assert column("twice", "One line\n\nAnother\n\nOne line") == [0, 0, 1]


def test_what_has_been_said_is_known() -> None:
    known = column(
        "known", "Trawler skippers\n\nTrawler skippers again\n\nSomething quite different"
    )
    assert known[0] == 0
    assert known[1] > known[2]


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_has_finite_features(text: str) -> None:
    pieces = paragraphs(text)
    rows = text_features(pieces)
    assert rows.shape == (len(pieces), len(FEATURES))
    assert np.isfinite(rows).all()
    for bag, size in ((word_bag(pieces), BUCKETS), (own_features(pieces)[1], PHRASES)):
        ids, starts = bag
        assert len(starts) == len(pieces)
        assert ((ids >= 0) & (ids < size)).all()


def test_a_page_without_pieces() -> None:
    assert structure_features(Markup()).shape == (0, len(STRUCTURE))
    scores = load_tagger("structured").scores(
        np.zeros((0, len(FEATURES) + len(STRUCTURE) + len(TALK)), np.float32), word_bag([])
    )
    assert scores.shape == (0, len(CLASSES))


def test_structure() -> None:
    page = read_markup(
        "<html><head><title>Fire in Dunmere - Post</title></head><body><nav><a "
        "href='/'>Home page</a></nav>"
        "<article class='story-body'><h1>Fire in Dunmere</h1><p>"
        + "Police said so. " * 10
        + "</p></article></body></html>",
        name="x",
    )
    rows = structure_features(page)
    named = {name: rows[:, at] for at, name in enumerate(STRUCTURE)}
    assert named["linked"].tolist() == [1, 0, 0]
    assert named["within_nav"].tolist() == [1, 0, 0]
    assert named["tag_h1"].tolist() == [0, 1, 0]
    assert named["is_title"].tolist() == [0, 1, 0]
    assert named["parent_main"].tolist()[2] == 1
    assert named["near_body"].tolist()[1:] == [1, 1]


def test_scores_are_log_probabilities() -> None:
    pieces = paragraphs(TEXT)
    features = text_features(pieces)
    odds = load_register().scores(*own_features(pieces, features))
    talk = talk_features(pieces, odds, heads(pieces, range(len(pieces))))
    features = np.concatenate([features, talk], axis=1)
    scores = load_tagger("flattened").scores(features, word_bag(pieces))
    assert scores.shape == (4, len(CLASSES))
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-4)


def test_a_paragraph_by_itself_sounds_like_the_press_or_like_a_reader() -> None:
    pieces = paragraphs(TEXT)
    odds = load_register().scores(*own_features(pieces))
    assert odds[1] < 0 < odds[2]


def test_what_surrounds_a_paragraph_does_not_change_its_register() -> None:
    alone = paragraphs("i dont think so... do you?")
    within = paragraphs(TEXT)
    register = load_register()
    first = register.scores(*own_features(alone))[0]
    second = register.scores(*own_features(within))[2]
    assert first == pytest.approx(second, abs=1e-4)


def test_missing_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ModelError) as caught:
        load_tagger("nothing")
    assert caught.value.code == "CC301"
