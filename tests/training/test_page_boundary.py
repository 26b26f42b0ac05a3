"""The choice of where readers take over, as it is learnt."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.page_boundary import Example, example_of, fit  # noqa: E402

from counterclaim.pages.boundary import CANDIDATE  # noqa: E402
from counterclaim.pages.markup import read_markup  # noqa: E402
from counterclaim.pages.paragraphs import paragraphs  # noqa: E402
from counterclaim.pages.tagger import CLASSES  # noqa: E402
from training import page_boundary  # noqa: E402  (needs PyTorch)
from training import pages_data as source  # noqa: E402

STORY = "The harbour at Silda was closed on Monday, the port authority said in a statement today."
TALK = "I think so too, and you know it."


def page(told: int, said: int, first: int) -> Example | None:
    """A page of paragraphs that sound like what they are, with the gold beginning of the talk."""
    pieces = paragraphs("\n\n".join([STORY] * told + [TALK] * said))
    scores = np.full((len(pieces), len(CLASSES)), -6.0, np.float32)
    scores[:told, CLASSES.index("body")] = -0.01
    scores[told:, CLASSES.index("comment")] = -0.01
    odds = np.array([-4.0] * told + [4.0] * said, np.float32)
    return example_of("example.org", "l3s", pieces, first, scores, odds)


def rows(*own: float) -> np.ndarray:
    """Candidates that differ in one column."""
    made = np.zeros((len(own), len(CANDIDATE)), np.float32)
    made[:, 0], made[:, -1] = own, 1
    return made


def test_a_candidate_is_right_within_one_paragraph() -> None:
    for first in (2, 3, 4):
        made = page(3, 4, first)
        assert made is not None
        assert made.right.tolist() == [True]
        assert not made.empty


def test_nothing_is_learnt_where_no_candidate_is_right() -> None:
    assert page(3, 4, 6) is None
    assert page(5, 0, 5) is None


def test_pages_without_comments_teach_restraint() -> None:
    made = page(3, 4, 7)
    assert made is not None
    assert (made.right.tolist(), made.empty) == ([False], True)


def test_a_heading_settles_it_without_a_model() -> None:
    text = "\n\n".join([STORY, STORY, "Comments (2)", "jdoe 3 hours ago", TALK])
    pieces = paragraphs(text)
    scores = np.zeros((len(pieces), len(CLASSES)), np.float32)
    assert example_of("a", "l3s", pieces, 2, scores, np.zeros(len(pieces), np.float32)) is None


def test_what_tells_the_right_place_gets_weight() -> None:
    examples = [
        Example("a", "own", rows(5, 1), np.array([True, False]), False),
        Example("b", "own", rows(4), np.array([True]), False),
        Example("c", "own", rows(-2), np.array([False]), True),
        Example("d", "own", rows(-3, -1), np.array([False, False]), True),
    ]
    boundary = fit(examples)
    assert boundary.weights[0] > 0
    assert boundary.best(rows(1, 5)) == 1
    assert boundary.best(rows(-4, -5)) is None
    assert (fit(examples).weights == boundary.weights).all()


def test_a_place_gets_the_benefit_of_the_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [
        Example("a", "own", rows(1), np.array([True]), False),
        Example("b", "own", rows(1), np.array([False]), True),
    ]
    monkeypatch.setattr(page_boundary, "BETTER_SOME", 0.0)
    plain = fit(examples)
    monkeypatch.setattr(page_boundary, "BETTER_SOME", 0.3)
    assert fit(examples).weights[-1] - plain.weights[-1] == pytest.approx(0.3, abs=1e-5)


def test_what_mark_up_calls_comments() -> None:
    post = f'<div class="comment" id="c-1"><p>{TALK} {STORY}</p></div>'
    markup = read_markup(f"<body><p>{STORY}</p>{post}{post}</body>", name="a.html")
    masks = [source.ARTICLE, source.NOT_ARTICLE, source.NOT_ARTICLE]
    called = page_boundary._called_comments(markup, masks)
    assert called == [f"{TALK} {STORY}"] * 2
    assert page_boundary._called_comments(markup, [source.ARTICLE] * 3) == []


def test_the_first_piece_of_a_section() -> None:
    body, talk = source.MASK["body"], source.MASK["comment"]
    either = source.MASK["other"] | talk
    assert page_boundary._first([body, body, either, talk, talk]) == 2
    assert page_boundary._first([body, either]) == 2
