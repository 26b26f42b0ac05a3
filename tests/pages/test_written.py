"""Flattened pages written for the purpose: every line is read as what it is."""

import pytest
from tests.pages.written import Written, mistakes, pages

from counterclaim.pages import read_document

PAGES = pages()
ORDERS = {
    "01": "newest-first",
    "02": "oldest-first",
    "03": "newest-first",
    "07": "newest-first",
    "09": "newest-first",
    "11": "newest-first",
    "13": "oldest-first",
    "14": "newest-first",
    "15": "oldest-first",
    "16": "newest-first",
    "17": "newest-first",
    "19": "oldest-first",
    "22": "oldest-first",
}


def test_there_are_pages() -> None:
    assert len(PAGES) >= 12


ONE_OFF = {
    "07": "a terse last sentence sounds like the reader who follows it",
    "14": "the same: a terse last sentence",
    "12": "a dry first comment sounds like the columnist before it",
}
"""Pages on which the first comment is missed by one paragraph, and why."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_lines_are_read_as_what_they_are(page: Written) -> None:
    found = mistakes(page, read_document(page.data, name=page.name))
    assert len(found) <= (page.name[:2] in ONE_OFF), found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_order(page: Written) -> None:
    document = read_document(page.data, name=page.name).document
    assert document.order == ORDERS.get(page.name[:2])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_text_is_the_bytes(page: Written) -> None:
    assert read_document(page.data, name=page.name).text.encode() == page.data


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_change_no_kind(page: Written, newline: str) -> None:
    plain = page.text.replace("\r\n", "\n")
    first = read_document(plain.encode(), name="a").blocks
    other = read_document(plain.replace("\n", newline).encode(), name="a").blocks
    assert [b.kind for b in first] == [b.kind for b in other]
    assert [b.sequence for b in first] == [b.sequence for b in other]


def test_a_comment_is_one_block_over_its_paragraphs() -> None:
    page = next(page for page in PAGES if page.name.startswith("08"))
    comments = read_document(page.data, name="x").comments
    assert [c.author.exact if c.author else None for c in comments] == [
        "marsh_hen",
        "T. Quist",
        "marsh_hen",
    ]
    assert comments[1].span.exact.count("\n") >= 2
    assert comments[2].reply_to == comments[1].id


def test_a_caption_broken_over_two_lines_is_one_block() -> None:
    page = next(page for page in PAGES if page.name.startswith("01"))
    captions = [b for b in read_document(page.data, name="x").blocks if b.kind == "caption"]
    assert len(captions) == 1
    assert captions[0].span.exact.endswith("step off a lifeboat at the harbour of Ostby, Belmar")


def test_update_times() -> None:
    page = next(page for page in PAGES if page.name.startswith("11"))
    read = read_document(page.data, name="x", published="2022-06-01")
    times = {b.sequence: b.time.value for b in read.blocks if b.kind == "update" and b.time}
    assert times == {
        1: "2022-06-01T10:00",
        2: "2022-06-01T12:30",
        3: "2022-06-01T13:50",
        4: "2022-06-01T15:15",
    }
    first = next(b for b in read.blocks if b.kind == "update")
    assert first.time is not None
    assert first.time.span is not None
    assert first.time.span.exact == "3:15 pm"


def test_an_update_without_a_day_has_a_time_of_day_only() -> None:
    page = next(page for page in PAGES if page.name.startswith("11"))
    read = read_document(page.data, name="x")
    assert [p.code for p in read.problems] == ["CC902"]
    assert {b.time.value for b in read.blocks if b.time} == {"T10:00", "T12:30", "T13:50", "T15:15"}
