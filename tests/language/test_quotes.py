"""Quotation marks: what is inside, what is not, and that offsets are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import quotations


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and "stay".', ['"go"', '"stay"']),
        ("“Go,” she said, “and stay.”", ["“Go,”", "“and stay.”"]),
        ("«Oui», dit-il. »Nein«, sagte er.", ["«Oui»", "»Nein«"]),
        ("„Ja“, sagte sie, „gewiss”.", ["„Ja“", "„gewiss”"]),
        ("She said 'go' twice.", ["'go'"]),
        ("‘Go’, she said.", ["‘Go’"]),
        ("“He told me ‘go’ twice.”", ["“He told me ‘go’ twice.”", "‘go’"]),
        ('Outer "one ‘two’ one" out', ['"one ‘two’ one"', "‘two’"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players' union and the '90s.",
        "It’s the ministers’ turn, isn’t it?",
        "Give ’em 5' and 6' planks.",
        'A 5" pipe.',
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_primes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_a_quotation_does_not_close_it() -> None:
    assert quoted("'It was the driver's fault,' he said.") == ["'It was the driver's fault,'"]


def test_nested_quotations_say_how_deep_they_are() -> None:
    assert [each.depth for each in quotations("“a ‘b’ c” “d”")] == [0, 1, 0]


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We saw it. \nNothing more."
    (found,) = quotations(text)
    assert (text[found.start : found.end], found.closed) == ("“We saw it.", False)
    assert text[slice(*found.inner)] == "We saw it."


def test_a_paragraph_that_reopens_continues_the_speech() -> None:
    text = "“We saw it.\n\n“We heard it,” he said. “Twice.”"
    assert [(each.closed, each.continues) for each in quotations(text)] == [
        (False, False),
        (True, True),
        (True, False),
    ]


def test_a_paragraph_that_does_not_reopen_starts_outside() -> None:
    assert quoted("“We saw it.\nThe rest is ours. “Yes.”") == ["“We saw it.", "“Yes.”"]


def test_a_mark_after_a_space_opens_even_if_one_is_open() -> None:
    assert quoted('He said "go and "stay" then.') == ['"go and', '"stay"']


def test_inner_leaves_out_the_marks() -> None:
    text = "He said «go»."
    assert [text[slice(*each.inner)] for each in quotations(text)] == ["go"]


def test_offsets_count_code_points() -> None:
    text = "😀 e\u0301 “go 😀”\r\n“stay”"
    assert quoted(text) == ["“go 😀”", "“stay”"]


@given(st.text(alphabet="ab \n.,\"'“”„«»‹›‘’‚😀", max_size=60))
def test_spans_are_in_the_text_in_order_and_never_cross_a_line(text: str) -> None:
    found = quotations(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert "\n" not in text[each.start : each.end]
        low, high = each.inner
        assert each.start < low <= high <= each.end


@given(st.text(alphabet="ab \n.,\"'“”„«»‘’", max_size=60))
def test_quotations_nest_or_are_apart(text: str) -> None:
    spans = [(each.start, each.end) for each in quotations(text)]
    for one in spans:
        for other in spans:
            crossing = one[0] < other[0] < one[1] < other[1]
            assert not crossing
