"""Where updates begin and end, and which came first."""

import pytest

from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.updates import Update, find_updates
from counterclaim.records import BlockKind

LEDE = (
    "The harbour of Ostby was closed on Friday after a crane fell across the only channel, "
    "the port office said."
)
MORE = (
    "Divers will look at the wreck on Saturday morning, weather permitting, according to the "
    "harbour master."
)


def read(text: str, published: str | None = None) -> tuple[list[Update], str | None, list[str]]:
    """Updates and order of a page whose first line is its headline and the rest its story."""
    pieces = paragraphs(text)
    kinds: list[BlockKind] = ["headline", *["body"] * (len(pieces) - 1)]  # type: ignore[list-item]
    for at, piece in enumerate(pieces):
        if piece.text in ("* * *", "---"):
            kinds[at] = "other"
    updates, order = find_updates(text, pieces, kinds, published)
    covered = {at: update.sequence for update in updates for at in range(update.first, update.last)}
    ranks = [str(covered.get(at, 0)) if kinds[at] == "body" else "-" for at in range(len(pieces))]
    return updates, order, ranks


def page(*parts: str) -> str:
    return "\n\n".join(("Crane falls across channel at Ostby", *parts))


def test_a_page_without_markers_has_no_updates() -> None:
    assert read(page(LEDE, MORE)) == ([], None, ["-", "0", "0"])


def test_newest_first_with_a_separator() -> None:
    _, order, ranks = read(page("Update 2: Two.", "Update 1: One.", "---", LEDE, MORE))
    assert (order, ranks) == ("newest-first", ["-", "2", "1", "-", "0", "0"])


def test_newest_first_without_a_separator_leaves_the_base_story() -> None:
    _, order, ranks = read(page("Update 2: Two.", "Update 1: One.", LEDE, MORE, MORE))
    assert (order, ranks) == ("newest-first", ["-", "2", "1", "0", "0", "0"])


def test_a_wider_gap_ends_the_oldest_update() -> None:
    text = (
        page("Update 2: Two.", "He said so.", "Update 1: One.", "She said so too.")
        + "\n\n\n\n"
        + LEDE
        + "\n\n"
        + MORE
    )
    assert read(text)[2] == ["-", "2", "2", "1", "1", "0", "0"]


def test_a_dateline_begins_the_base_story() -> None:
    _, _, ranks = read(page("Update: One.", "More of it here.", "OSTBY (BNA) - " + LEDE, MORE))
    assert ranks == ["-", "1", "1", "0", "0"]


def test_a_colon_keeps_what_follows() -> None:
    _, _, ranks = read(page("Update: The office writes:", '"We are sorry for it."', "---", LEDE))
    assert ranks == ["-", "1", "1", "-", "0"]


def test_oldest_first() -> None:
    updates, order, ranks = read(page(LEDE, MORE, "Update: One.", "Update: Two.", "Two goes on."))
    assert (order, ranks) == ("oldest-first", ["-", "0", "0", "1", "2", "2"])
    assert [update.number for update in updates] == [1, 2]


def test_numbers_decide_against_position() -> None:
    _, order, ranks = read(page(LEDE, "Update 2: Two.", "Update 1: One."))
    assert (order, ranks[2:]) == ("newest-first", ["2", "1"])


def test_times_decide_against_position() -> None:
    _, order, ranks = read(page("10:00 – One.", "11:30 – Two.", "13:00 – Three."))
    assert (order, ranks) == ("oldest-first", ["-", "1", "2", "3"])


def test_one_time_alone_is_no_update() -> None:
    assert read(page(LEDE, "10:00 – the bell rings every day.", MORE))[1] is None


def test_a_stamp_above_the_story_is_the_page_s_own() -> None:
    assert read(page("Updated 3:15 pm", LEDE, MORE))[1] is None


def test_a_date_beside_the_page_s_own_stamp_is_its_own_as_well() -> None:
    stamps = ("17 Mar 2031, 07:30 CET", "Updated: 17 Mar 2031, 11:45 CET")
    _, order, ranks = read(page(*stamps, LEDE, MORE, "Update 11:45: An inquiry was opened."))
    assert order == "oldest-first"
    assert ranks[-1] == "1"
    assert "1" not in ranks[:-1]


def test_a_number_on_one_of_two_tells_the_order() -> None:
    first, second = "UPD: Six are missing.", "UPD 2: Nine are missing."
    assert read(page("Rain.", first, second))[1] == "oldest-first"
    assert read(page(second, first))[1] == "newest-first"


def test_a_title_under_a_time_is_the_entry_s() -> None:
    text = page(
        "09:42", "Helicopters reach Orlin", "Two have landed there.", "08:50", "Nine missing"
    )
    pieces = paragraphs(text)
    kinds: list[BlockKind] = ["headline", "dateline", "byline", "body", "dateline", "body"]
    find_updates(text, pieces, kinds, None)
    assert kinds[2] == "body"
    kinds[2] = "byline"
    text = text.replace("Helicopters reach Orlin", "Ana Drum")
    find_updates(text, paragraphs(text), kinds, None)
    assert kinds[2] == "byline"


def test_a_list_of_key_events_opens_no_update() -> None:
    listed = ("Key events", "21.58 Summary", "19.30 Talks break up")
    live = ("21.58 GMT", "Summary", "Nothing signed.", "19.30 GMT", "Talks break up", "None spoke.")
    _, order, ranks = read(page(*listed, *live))
    assert order == "newest-first"
    assert ranks[:4] == ["-", "0", "0", "0"]
    assert ranks[4:] == ["2", "2", "2", "1", "1", "1"]


def test_a_title_with_its_time_is_an_entry_where_no_list_follows() -> None:
    _, _, ranks = read(
        page("21.58 – Summary", "Nothing signed.", "19.30 – Talks end", "None spoke.")
    )
    assert ranks[1:] == ["2", "2", "1", "1"]


def test_the_oldest_entry_of_a_live_blog_keeps_its_text() -> None:
    times = [(f"{hour}:05", f"Entry of {hour}", LEDE, MORE) for hour in (21, 19)]
    _, _, ranks = read(page(*times[0], *times[1], "14:05", "Good morning", "Welcome. " + MORE))
    assert ranks[-3:] == ["1", "1", "1"]


def test_stamps_of_their_own_lines() -> None:
    _, order, ranks = read(
        page("3:15 pm", "Three things happened then.", "1:10 pm", "One thing happened then.")
    )
    assert (order, ranks) == ("newest-first", ["-", "2", "2", "1", "1"])


@pytest.mark.parametrize(
    "line", ["Original story:", "Earlier:", "Our earlier report:", "The original story follows."]
)
def test_a_return_to_the_base_story(line: str) -> None:
    _, _, ranks = read(page("Update: One.", "More of it.", "Still more of it.", line, LEDE))
    assert ranks[1:4] == ["1", "1", "1"]
    assert ranks[-1] == "0"


def test_unnumbered_updates_get_their_rank() -> None:
    updates, _, _ = read(page("Update 3: Three.", "Update 2: Two.", "Update: One.", LEDE))
    assert [(u.number, u.sequence) for u in updates] == [(3, 3), (2, 2), (1, 1)]


def test_gaps_in_numbers_are_kept() -> None:
    updates, _, _ = read(page("Update 7: Seven.", "Update 4: Four.", LEDE))
    assert [(u.number, u.sequence) for u in updates] == [(7, 2), (4, 1)]


def test_times_on_the_published_day() -> None:
    updates, _, _ = read(
        page("UPDATED 1:10 am: Two.", "UPDATED 11:30 pm: One.", "UPDATED 10 pm: Nought.", LEDE),
        "2020-05-06",
    )
    assert [u.time and u.time.value for u in updates] == [
        "2020-05-06T01:10",
        "2020-05-05T23:30",
        "2020-05-05T22:00",
    ]


def test_a_weekday_is_a_day() -> None:
    updates, _, _ = read(
        page("Update 2 – Sunday, 2:10 pm", "Two.", "Update 1 – Saturday, 8:15 pm", "One.", LEDE),
        "2025-06-14",
    )
    assert [u.time and u.time.value for u in updates] == ["2025-06-15T14:10", "2025-06-14T20:15"]
    assert updates[0].time is not None
    assert updates[0].time.span is not None
    assert updates[0].time.span.exact == "Sunday, 2:10 pm"
