"""Traces of readers' sections."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.talk import (
    TALK,
    form_share,
    is_invitation,
    is_posted,
    talk_features,
)
from counterclaim.pages.threads import heads

STORY = "The harbour of Silda was closed on Sunday after two ships touched, the police said. " * 3


def columns(text: str, odds: list[float] | None = None) -> dict[str, list[float]]:
    """The features of a text's paragraphs by name."""
    pieces = paragraphs(text)
    given_odds = np.array(odds or [0.0] * len(pieces), np.float32)
    rows = talk_features(pieces, given_odds, heads(pieces, range(len(pieces))))
    return {name: [round(float(v), 4) for v in rows[:, at]] for at, name in enumerate(TALK)}


@pytest.mark.parametrize(
    "line",
    [
        "Comments",
        "12 comments",
        "View all comments",
        "Readers' comments",
        "Have your say",
        "Your views",
        "Post a comment",
        "Add your comment",
        "Click here to leave a reply",
        "What do you think?",
        "Join the conversation",
        "Discuss this story",
        "Be the first to comment on this story",
        "There are currently no comments",
        "TalkBack",
    ],
)
def test_invitations(line: str) -> None:
    assert is_invitation(line)


@pytest.mark.parametrize(
    "line",
    [
        "Harbour closed in Silda",
        "The minister declined to comment",
        "Home",
        "Related stories",
        "Comments " * 20,
        "",
    ],
)
def test_no_invitations(line: str) -> None:
    assert not is_invitation(line)


@pytest.mark.parametrize(
    "line",
    [
        "Posted by: Marla | January 7 2031",
        "Comment by D-Bomb",
        "Report this comment",
        "Reply",
        "Quote",
        "Inappropriate?",
        "12.",
        "#4",
        "Like · Reply · 4h",
        "@quill  22:40   nobody asked the harbour master",
        "@quill  22:40   " + "nobody asked the harbour master " * 10,
    ],
)
def test_lines_beside_posts(line: str) -> None:
    assert is_posted(line)


@pytest.mark.parametrize(
    "line", ["The reply came late", "Quote of the day", "12 men were held.", STORY, ""]
)
def test_lines_that_stand_beside_no_post(line: str) -> None:
    assert not is_posted(line)


def test_forms_are_dense_in_their_words() -> None:
    assert form_share("Your name, email (will not be published)") >= 0.5
    assert form_share("You must be logged in to post a comment") >= 0.5
    assert form_share(STORY) < 0.1
    assert form_share("...") == 0


def test_lines_that_begin_alike_are_counted() -> None:
    text = "\n\n".join([STORY, "Posted by Ann", "a", "Posted by Bo", "b", "Posted by Cy"])
    found = columns(text)
    assert found["alike"][0] == 0
    assert found["alike"][1] == found["alike"][3] == found["alike"][5] > 0.3
    assert found["alike_posted"][1] == found["alike"][1]
    assert found["alike_posted"][2] == 0


def test_an_invitation_counts_only_below_running_text() -> None:
    above = columns(f"Post a comment\n\n{STORY}\n\n{STORY}\n\nWell.")
    below = columns(f"{STORY}\n\n{STORY}\n\nPost a comment\n\nWell.")
    assert above["below_invitation"] == [0, 0, 0, 0]
    assert below["below_invitation"][:2] == [0, 0]
    assert below["below_invitation"][2] == 1
    assert 0 < below["below_invitation"][3] < 1
    assert below["invites"] == [0, 0, 1, 0]


def test_odds_are_seen_around_before_and_after() -> None:
    text = "\n\n".join([STORY] * 4)
    found = columns(text, [-4, -4, 4, 4])
    assert found["odds"] == [-1, -1, 1, 1]
    assert found["odds_before"][2] < 0 < found["odds_after"][2]
    assert found["odds_ahead"][2] == max(found["odds_ahead"])


def test_short_lines_say_little() -> None:
    found = columns(f"{STORY}\n\nWell\n\n{STORY}", [-3, 3, -3])
    assert abs(found["odds"][1]) < 0.01
    assert found["odds_around"][1] < 0


def test_names_over_times_are_posts() -> None:
    found = columns("Marla\n3 hours ago\n\nNo.\n\nBo\n2 hours ago\n\nYes.")
    assert found["posted"] == [1, 1, 0, 1, 1, 0]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=80), max_size=12))
@settings(deadline=None)
def test_any_text_has_finite_features(lines: list[str]) -> None:
    pieces = paragraphs("\n\n".join(lines))
    odds = np.zeros(len(pieces), np.float32)
    rows = talk_features(pieces, odds, heads(pieces, range(len(pieces))))
    assert rows.shape == (len(pieces), len(TALK))
    assert rows.dtype == np.float32
    assert np.isfinite(rows).all()
    assert (np.abs(rows) <= 3).all()
