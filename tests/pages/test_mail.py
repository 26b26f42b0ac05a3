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
def test_only_fields_and_only_rows_of_them(lines: list[str]) -> None:
    pieces = paragraphs("\n\n".join(lines))
    found = mail_head(pieces)
    assert all("f g" not in pieces[at].text for at in found)
    assert list(found.values()).count("headline") <= 1
    rows = [at for at in found if at - 1 not in found]
    assert all({at, at + 1, at + 2} <= found.keys() for at in rows)


PASSED_ON = (
    "---------- Forwarded message ---------\nFrom: Press office <press@ministry.example>\n"
    "Date: Mon, 12 May 2031 17:40\nSubject: Dam above Ostry gives way\nTo: undisclosed\n\n"
)
WARNING = "This message is intended only for the addressee. If you are not, please delete it.\n"


def test_the_fields_of_a_message_that_another_passes_on() -> None:
    note = "Please check the second paragraph before we run it, the desk has doubts.\n\n"
    page = read_document((HEAD + note + PASSED_ON + STORY + WARNING).encode(), name="a.txt")
    kinds = {block.span.exact.split(":")[0]: block.kind for block in page.blocks[5:]}
    assert kinds["From"] == "byline"
    assert kinds["Date"] == "dateline"
    assert kinds["Subject"] == kinds["To"] == "other"
    assert [block.kind for block in page.blocks].count("headline") == 1
    assert page.blocks[-1].kind == "other"
    assert [block.kind for block in page.blocks[-3:-1]] == ["body", "body"]


def test_a_warning_needs_a_message() -> None:
    assert mail_head(paragraphs(STORY + WARNING)) == {}
