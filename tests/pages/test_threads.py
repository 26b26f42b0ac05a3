"""Where one comment ends and the next begins."""

import pytest

from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.threads import heads, posts


def firsts(text: str) -> list[str]:
    """How each comment of a text of nothing but comments begins."""
    pieces = paragraphs(text)
    return [pieces[post.first].text[:20] for post in posts(pieces, range(len(pieces)))]


def test_no_members_no_posts() -> None:
    assert posts(paragraphs("a"), []) == []


def test_lines_with_author_and_time_divide() -> None:
    text = "jdoe 3 hours ago\n\nOne.\n\nStill one.\n\nKT 2 hours ago\n\nTwo."
    pieces = paragraphs(text)
    found = posts(pieces, range(len(pieces)))
    assert [(post.first, post.last) for post in found] == [(0, 3), (3, 5)]
    assert [text[slice(*(post.author or (0, 0)))] for post in found] == ["jdoe", "KT"]
    assert [text[slice(*(post.time or (0, 0)))] for post in found] == ["3 hours ago", "2 hours ago"]


def test_lines_with_author_and_time_may_follow() -> None:
    text = "One.\n\nPosted by jdoe on Sept 3, 2014\n\nTwo.\n\nPosted by KT on Sept 4, 2014"
    pieces = paragraphs(text)
    found = posts(pieces, range(len(pieces)))
    assert [(post.first, post.last) for post in found] == [(0, 2), (2, 4)]
    assert [text[slice(*(post.author or (0, 0)))] for post in found] == ["jdoe", "KT"]


def test_a_reply_names_whom_it_answers() -> None:
    text = "jdoe 3 hours ago\nOne.\n\nKT 2 hours ago\n@jdoe no.\n\nMia 1 hour ago\n@nobody yes."
    pieces = paragraphs(text)
    assert [post.answers for post in posts(pieces, range(len(pieces)))] == [None, 0, None]


def test_wider_gaps_divide() -> None:
    one = "This is what I think of the whole affair and of the minister."
    two = "The harbour should be closed to such ships, I have said it before."
    assert len(firsts(f"{one}\n\n\n{two}\n\n{one}")) >= 2


def test_single_line_breaks_hold_together() -> None:
    assert len(firsts("Clearly so ...\nand no other way.\n\nYou are wrong.\n\nNo, you are.")) == 3


@pytest.mark.parametrize(
    "answer",
    ["@Tom no.", "Yeah, right.", "You people are wrong.", "lol", "Exactly this.", "^ what he said"],
)
def test_words_that_answer_divide(answer: str) -> None:
    assert len(firsts(f"The harbour should be closed, I have said it before.\n\n{answer}")) == 2


@pytest.mark.parametrize(
    "more",
    [
        "And they never asked the harbour either.",
        "But the harbour was warned before.",
        "PS: the harbour was closed.",
    ],
)
def test_words_that_go_on_do_not(more: str) -> None:
    assert len(firsts(f"The harbour should be closed, I have said before.\n\n{more}")) == 1


def test_small_letters_are_another_writer() -> None:
    assert (
        len(
            firsts(
                "The harbour should be closed. It is old.\n\nwhat a strange idea, "
                "nobody would do it."
            )
        )
        == 2
    )


def test_posts_tile_their_members() -> None:
    pieces = paragraphs("a one\n\nb two\n\nc three\n\nd four")
    found = posts(pieces, [0, 1, 3])
    assert [(post.first, post.last) for post in found][-1] == (3, 4)
    assert sum(post.last - post.first for post in found) == 3


SECTION = (
    "deckhand\n3 May 2018 at 18:02\nIt was no accident.\nAsk the crew.\n\n"
    "Mia R.\n3 May 2018 at 18:15\n@deckhand were you there?\n\n"
    "anon\n2 hours ago\nNobody was.\n\n"
    "deckhand\n3 May 2018 at 19:01\n@Mia R. yes."
)


def test_a_name_above_a_time_opens_a_comment() -> None:
    pieces = paragraphs(SECTION)
    found = posts(pieces, range(len(pieces)))
    assert [(post.first, post.last) for post in found] == [(0, 4), (4, 7), (7, 10), (10, 13)]
    authors = [SECTION[slice(*(post.author or (0, 0)))] for post in found]
    assert authors == ["deckhand", "Mia R.", "anon", "deckhand"]
    times = [SECTION[slice(*(post.time or (0, 0)))] for post in found]
    assert times[:3] == ["3 May 2018 at 18:02", "3 May 2018 at 18:15", "2 hours ago"]
    assert [post.answers for post in found] == [None, 0, None, 1]


def test_the_words_before_a_time_are_not_the_time() -> None:
    text = "hilltop\nPosted on 4 May 2018\nOne.\n\nKT\nPosted on 5 May 2018\nTwo."
    pieces = paragraphs(text)
    times = [text[slice(*(p.time or (0, 0)))] for p in posts(pieces, range(len(pieces)))]
    assert times == ["4 May 2018", "5 May 2018"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("jdoe 3 hours ago", "jdoe"),
        ("Posted by Ann Q. on 4 May 2018", "Ann Q."),
        ("hilltop says:", "hilltop"),
        ("KT · 2 days ago", "KT"),
    ],
)
def test_one_line_that_names_the_author(line: str, author: str) -> None:
    text = f"{line}\nOne."
    pieces = paragraphs(text)
    head = heads(pieces, range(len(pieces)))[0]
    assert head.lines == 1
    assert text[slice(*(head.author or (0, 0)))] == author


@pytest.mark.parametrize("line", ["It was late.", "14 dead", "By Tom Reik", "Comments (4)", "no:"])
def test_what_is_no_name(line: str) -> None:
    pieces = paragraphs(f"{line}\nIt was on 4 May 2018 that he left.")
    assert heads(pieces, range(2)) == {}


def test_a_name_that_says_with_the_time_below_it() -> None:
    text = "1. Marla says:\n3 May 2031 at 9:12\n\nNo.\n\n2. Bo says:\n3 May 2031 at 9:14\n\nYes."
    pieces = paragraphs(text)
    found = heads(pieces, range(len(pieces)))
    assert [(at, head.lines) for at, head in found.items()] == [(0, 2), (3, 2)]
    assert text[slice(*(found[0].time or (0, 0)))] == "3 May 2031 at 9:12"
    assert len(posts(pieces, range(len(pieces)))) == 2


def test_author_and_time_before_the_comment_on_its_line() -> None:
    text = "@quill  22:40   nobody asked\n@Bo_7  22:41   nobody ever does\nnot even here"
    pieces = paragraphs(text)
    found = posts(pieces, range(len(pieces)))
    assert [(post.first, post.last) for post in found] == [(0, 1), (1, 3)]
    assert [text[slice(*(post.author or (0, 0)))] for post in found] == ["@quill", "@Bo_7"]
    assert [text[slice(*(post.time or (0, 0)))] for post in found] == ["22:40", "22:41"]


def test_a_name_with_a_town_above_a_date_is_a_comments_head() -> None:
    text = (
        "Rob_T, Oster\n12 March 2031 18:02\nOne.\n\nMia\n12 March 2031 18:20\nTwo.\n\n"
        "Ann Lee, North Oster, Sarvia\n12 March 2031 18:31\n@Rob_T three."
    )
    pieces = paragraphs(text)
    found = posts(pieces, range(len(pieces)))
    assert [text[slice(*(post.author or (0, 0)))] for post in found] == ["Rob_T", "Mia", "Ann Lee"]
    assert [post.answers for post in found] == [None, None, 0]
    assert len(heads(pieces, range(len(pieces)))) == 3


def test_a_sentence_with_a_comma_above_a_date_is_no_head() -> None:
    text = "Later, the council said it would meet again in the week after\n12 March 2031 18:02"
    pieces = paragraphs(text)
    assert heads(pieces, range(len(pieces))) == {}
