"""Messages that were sent by mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages import read_document
from counterclaim.pages.mail import mail_head
from counterclaim.pages.paragraphs import paragraphs

HEAD = (
    "From: Jana Brel <jana@valley.example>\nTo: list@valley.example\n"
    "Date: Mon, 12 May 2031 18:02:11 +0200\nSubject: Dam above Ostry gives way\n\n"
)
STORY = (
    "At least 12 people were missing on Monday after the dam above Ostry gave way, the rescue "
    "service said. Residents were told to leave the east bank by nightfall.\n\n"
    "The energy minister denied that the lower valve had been opened on Tuesday night.\n"
)


def test_the_fields_of_a_message() -> None:
    page = read_document((HEAD + STORY).encode(), name="a.txt")
    kinds = [block.kind for block in page.blocks][:4]
    assert kinds == ["byline", "other", "dateline", "headline"]
    assert page.document.title is not None
    assert page.document.title.exact == "Subject: Dam above Ostry gives way"
    assert str(page.document.published.value).startswith("2031-05-12T18:02")
    assert {block.kind for block in page.blocks[4:]} == {"body"}


def test_a_message_passed_on() -> None:
    text = "---------- Forwarded message ---------\n*From:* Jana\n*Sent:* Monday\n*Subject:* Dam\n"
    assert list(mail_head(paragraphs(text)).values()) == ["byline", "dateline", "headline"]


@pytest.mark.parametrize(
    "text",
    [
        "From: Kelm\nTo: Ostry\n\nThe ferry leaves at noon.",
        "To: everybody\nSubject: dam\nDate: today",
        "From the start\nTo the end\nDate palms\nSubject matter",
        f"{STORY}\nFrom: Jana\n",
        "",
    ],
)
def test_what_is_no_message(text: str) -> None:
    assert mail_head(paragraphs(text)) == {}


def test_a_field_that_comes_twice_is_furniture_the_second_time() -> None:
    text = HEAD.replace("\n\n", "\nSubject: Re: Dam above Ostry gives way\n\n")
    assert list(mail_head(paragraphs(text)).values()).count("headline") == 1


@given(st.lists(st.sampled_from(["From: a", "To: b", "Cc: c", "Date: d", "Subject: e", "f g"])))
def test_only_lines_at_the_top_in_one_row(lines: list[str]) -> None:
    pieces = paragraphs("\n\n".join(lines))
    found = list(mail_head(pieces))
    assert found == list(range(found[0], found[-1] + 1)) if found else True
    assert all("f g" not in pieces[at].text for at in found)
