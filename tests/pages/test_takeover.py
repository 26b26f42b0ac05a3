"""Where readers take over."""

import numpy as np
import pytest

from counterclaim.pages.boundary import CANDIDATE, Boundary
from counterclaim.pages.headings import headed_start
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import CLASSES
from counterclaim.pages.takeover import (
    candidates,
    comment_start,
    head_lines,
    plain_start,
)
from counterclaim.pages.threads import heads

STORY, TALK, FURNITURE = "story", "talk", "furniture"


def scores(*sounds: str) -> tuple[list[Piece], np.ndarray, np.ndarray]:
    """Pieces, scores and odds of paragraphs that sound clearly like one thing."""
    rows = np.full((len(sounds), len(CLASSES)), -6.0, np.float32)
    odds = np.zeros(len(sounds), np.float32)
    for at, sound in enumerate(sounds):
        column = {STORY: "body", TALK: "comment", FURNITURE: "other"}[sound]
        rows[at, CLASSES.index(column)] = -0.01
        odds[at] = {STORY: -4, TALK: 4, FURNITURE: 0}[sound]
    return [Piece(0, 9, "Some text")] * len(sounds), rows, odds


@pytest.mark.parametrize(
    ("sounds", "start"),
    [
        ([STORY, STORY, STORY], 3),
        ([STORY, STORY, TALK, TALK], 2),
        ([STORY, TALK, STORY, STORY, STORY], 5),
        ([STORY, STORY, TALK, TALK, STORY, TALK, TALK], 2),
        ([STORY, FURNITURE, FURNITURE, TALK, TALK], 3),
        ([TALK, TALK, TALK], 0),
        ([STORY, FURNITURE], 2),
        ([STORY, STORY, TALK, TALK, TALK, FURNITURE], 2),
    ],
)
def test_where_readers_take_over(sounds: list[str], start: int) -> None:
    assert comment_start(*scores(*sounds)) == start


def test_no_single_outburst_decides() -> None:
    pieces, rows, odds = scores(STORY, STORY, TALK, STORY, STORY, STORY)
    odds[2] = 1000
    assert comment_start(pieces, rows, odds) == 6


def test_a_line_of_a_comment_system_belongs_to_what_it_opens() -> None:
    pieces, rows, odds = scores(STORY, FURNITURE, TALK, TALK)
    pieces = [*pieces[:1], Piece(0, 18, "jdoe 3 hours ago"), *pieces[2:]]
    assert comment_start(pieces, rows, odds) == 1


def test_what_only_an_outlet_prints_holds_readers_back() -> None:
    pieces, rows, odds = scores(STORY, TALK, TALK, TALK, TALK)
    pieces = [pieces[0], Piece(0, 40, "Correction: the bridge is older."), *pieces[2:]]
    assert comment_start(pieces, rows, odds) == 2


def test_a_lone_last_line_needs_more_than_its_sound() -> None:
    pieces, rows, odds = scores(STORY, STORY, TALK)
    assert comment_start(pieces, rows, odds) == 3
    pieces = [*pieces[:2], Piece(0, 15, "Reader reaction")]
    pieces[2] = Piece(0, 17, "Posted by: Marla.")
    assert comment_start(pieces, rows, odds) == 2


def test_a_transcript_is_no_thread() -> None:
    pieces, rows, odds = scores(STORY, TALK, TALK, TALK, TALK)
    lines = [Piece(0, 19, "QUILN: So you knew?"), Piece(0, 17, "MARSH (off): Yes.")] * 2
    assert comment_start([pieces[0], *lines], rows, odds) == 5


LONG = "The harbour at Silda was closed on Monday, the port authority said in a statement today."


def plain(*lines: tuple[str, str]) -> int:
    """Where readers take over in flattened text, whose lines sound like one thing each."""
    _, rows, odds = scores(*(sound for sound, _ in lines))
    pieces = [Piece(0, len(text), text) for _, text in lines]
    return plain_start(pieces, rows, odds)


def test_talk_begins_below_a_paragraph_of_the_story() -> None:
    talk = [(TALK, "I think so too.")] * 4
    assert plain((STORY, LONG), *talk) == 1
    assert plain((STORY, "Harbour closed"), *talk) == 5


def test_talk_begins_at_its_invitation() -> None:
    story = [(STORY, LONG)] * 3
    doubtful = (FURNITURE, "Silda, harbours")
    talk = [(TALK, "I think so too.")] * 4
    assert plain(*story, doubtful, (FURNITURE, "Have your say"), doubtful, *talk) == 4
    assert plain(*story, doubtful, (FURNITURE, "Comments"), doubtful, *talk) == 4


def test_the_mark_before_a_heading_belongs_to_it() -> None:
    talk = [(TALK, "I think so too.")] * 4
    assert plain((STORY, LONG), (FURNITURE, "|"), (FURNITURE, "Comments (2)"), *talk) == 1


def test_no_section_begins_inside_a_sentence() -> None:
    broken = (STORY, "It was"), (TALK, "not at all"), (TALK, "what I had thought it would be")
    assert plain((STORY, LONG), *broken, *[(STORY, LONG)] * 2) == 6
    talk = [(TALK, "I think so too.")] * 4
    assert plain((STORY, LONG), (STORY, "It was"), (TALK, "not at all."), *talk) == 3


def test_a_page_without_talk_has_no_start() -> None:
    assert plain(*[(STORY, LONG)] * 4) == 4
    assert plain((FURNITURE, "Home")) == 1


def found(text: str) -> int | None:
    pieces = paragraphs(text)
    return headed_start(pieces, heads(pieces, range(len(pieces))))


def test_a_heading_over_an_authors_line_settles_it() -> None:
    thread = "jdoe 3 hours ago\n\nI think so too."
    assert found(f"Harbour closed\n\n{LONG}\n\nComments (1)\n\n{thread}") == 2
    assert found(f"Harbour closed\n\n{LONG}\n\n2 comments, post yours\n\n{thread}") == 2
    assert found(f"Harbour closed\n\n{LONG}\n\nI think so too.\n\nSo do I.") is None


def test_a_heading_above_what_invites_again_is_the_first() -> None:
    thread = "Comments\n\nMara Quiln\n\nI think so too.\n\nAdd a comment\n\njdoe 3 hours ago"
    assert found(f"Harbour closed\n\n{LONG}\n\n{thread}\n\nSo do I.") == 2


def test_one_head_alone_tells_nothing() -> None:
    one = paragraphs("jdoe 3 hours ago\n\nI think so too.")
    two = paragraphs("jdoe 3 hours ago\n\nSo do I.\n\nKT 2 hours ago\n\nNot me.")
    assert head_lines(heads(one, range(len(one)))) == []
    assert head_lines(heads(two, range(len(two)))) == [0, 2]


def test_candidates_are_places_on_the_page() -> None:
    _, rows, odds = scores(STORY, STORY, TALK, TALK, TALK)
    pieces = [Piece(0, len(LONG), LONG)] * 5
    found = candidates(pieces, rows, odds, [])
    assert found.places == found.starts == [2]
    assert found.rows.shape == (1, len(CANDIDATE))
    named = dict(zip(CANDIDATE, found.rows[0].tolist(), strict=True))
    assert named["several"] == named["by_sound"] == named["by_place"] == named["bias"] == 1
    assert named["traced"] == named["invited"] == 0
    assert named["own"] == pytest.approx(9, abs=0.1)  # three paragraphs, three nats at most


def test_sound_and_neighbourhood_may_name_two_places() -> None:
    _, rows, odds = scores(STORY, STORY, STORY, TALK, TALK, TALK)
    odds[2] = 3
    pieces = [Piece(0, len(LONG), LONG)] * 6
    found = candidates(pieces, rows, odds, [])
    assert found.places == [2, 3]
    assert found.rows[:, CANDIDATE.index("by_sound")].tolist() == [1, 0]
    assert found.rows[:, CANDIDATE.index("by_place")].tolist() == [0, 1]


def test_no_candidate_where_nothing_sounds_like_readers() -> None:
    _, rows, odds = scores(STORY, STORY)
    found = candidates([Piece(0, len(LONG), LONG)] * 2, rows, odds, [])
    assert found.places == []
    assert found.rows.shape == (0, len(CANDIDATE))
    assert plain_start([], rows[:0], odds[:0]) == 0


def test_the_model_decides() -> None:
    _, rows, odds = scores(STORY, STORY, TALK, TALK, TALK)
    pieces = [Piece(0, len(LONG), LONG)] * 5
    weights = np.zeros(len(CANDIDATE), np.float32)
    for bias, start in ((1.0, 2), (-1.0, 5)):
        weights[-1] = bias
        assert plain_start(pieces, rows, odds, boundary=Boundary(weights)) == start
