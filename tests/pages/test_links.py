"""What is asked of the lines of a flattened page about lists of links."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.links import LINKS, link_features
from counterclaim.pages.paragraphs import paragraphs

STORY = (
    "Harbour in Silda closed after storm damage\n\n"
    "The harbour at Silda was closed on Monday after a storm had damaged the northern pier and two "
    "of the cranes, the port authority said in a statement.\n\n"
    "Ferries to the islands were sent to Port Maren instead, the authority said, and would be for "
    "at least a week while divers looked at the foundations of the pier.\n\n"
    "Related stories\n\nStorm damage at Port Maren\n\nIslands cut off for a third day\n\n"
    "Who pays for the northern pier?"
)


def columns(text: str, *names: str) -> list[list[float]]:
    """The named columns, each as a list."""
    rows = link_features(paragraphs(text))
    return [rows[:, LINKS.index(name)].tolist() for name in names]


def test_names_are_the_columns() -> None:
    rows = link_features(paragraphs(STORY))
    assert rows.shape == (7, len(LINKS))
    assert rows.dtype == np.float32
    assert len(set(LINKS)) == len(LINKS)


def test_a_page_of_nothing() -> None:
    assert link_features([]).shape == (0, len(LINKS))


def test_running_text_titles_and_stubs_are_told_apart() -> None:
    running, title, stub = columns(STORY, "running", "title", "stub")
    assert running == [0, 1, 1, 0, 0, 0, 0]
    assert title == [1, 0, 0, 0, 1, 1, 1]
    assert stub == [0, 0, 0, 1, 0, 0, 0]


def test_runs_are_counted_from_their_heading() -> None:
    size, at, left, headed = columns(STORY, "run_size", "run_at", "run_left", "head_in_run")
    assert size == [1, 0, 0, 4, 4, 4, 4]
    assert at == [0, -1, -1, 0, 1, 2, 3]
    assert left == [1, 0, 0, 4, 3, 2, 1]
    assert headed == [0, 0, 0, 1, 1, 1, 1]


def test_the_storys_words_are_known_in_its_headline_only_by_text() -> None:
    share, headline = columns(STORY, "in_story", "in_headline")
    assert headline[0] == -1  # the headline itself
    assert headline[4] > 0  # "Storm damage" is the headline's
    assert share[4] > share[6] > 0  # "storm" and "damage" fewer than once in the last


def test_distances_to_the_last_heading_and_to_running_text() -> None:
    head, since, until = columns(STORY, "head_dist", "since_running", "until_running")
    assert head == [99, 99, 99, 0, 1, 2, 3]
    assert since[1:] == [0, 0, 1, 2, 3, 4]
    assert until[:3] == [1, 0, 0]


def test_text_before_and_after_is_counted() -> None:
    before, after, rest = columns(STORY, "text_before", "text_after", "rest_running")
    assert before == [0, 0, 1, 2, 2, 2, 2]
    assert after == [2, 1, 0, 0, 0, 0, 0]
    assert rest[0] == 1
    assert rest[-1] == 0


def test_neighbours_beyond_the_page_are_marked() -> None:
    above, below = columns("One line of a few words", "running+1", "running-1")
    assert above == below == [-1]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("More news from Harrow", "heading"),
        ("Don't miss", "heading"),
        ("Most viewed", "headword"),
        ("8 June 2021: Bridge opened", "dated"),
        ("Bridge opened »", "marked"),
        ("Video: the bridge opens", "media"),
        ("Copyright 2021 Harrow Post", "end"),
        ("www.harrow.example", "address"),
        ("3. Bridge opened", "numbered"),
        ("BRIDGE OPENED", "upper"),
        ("2,150", "wordless"),
        ("Related: bridge opened", "is_related"),
    ],
)
def test_signs_of_a_line(line: str, name: str) -> None:
    assert columns(f"Something else stood here\n\n{line}", name)[0] == [0, 1]


def test_headlines_do_without_small_words() -> None:
    small = columns("The bridge that was closed is open\n\nClosed bridge reopens", "small")[0]
    assert small[0] > 0.5
    assert small[1] == 0


@given(st.text(max_size=300))
def test_any_text_has_finite_rows(text: str) -> None:
    pieces = paragraphs(text)
    rows = link_features(pieces)
    assert rows.shape == (len(pieces), len(LINKS))
    assert np.isfinite(rows).all()


@given(st.lists(st.sampled_from(STORY.split("\n\n")), min_size=1, max_size=12))
def test_the_same_page_has_the_same_rows(lines: list[str]) -> None:
    pieces = paragraphs("\n\n".join(lines))
    assert (link_features(pieces) == link_features(pieces)).all()
