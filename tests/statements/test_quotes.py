"""Quote types, clean spans, and quotations carried on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language import Attribution
from counterclaim.statements.drafts import Draft
from counterclaim.statements.spans import tidy, trim
from counterclaim.statements.story import Story
from tests.actors.pages import page_of
from tests.statements.reading import contents, one, read


@pytest.mark.parametrize(
    ("raw", "quote"),
    [
        ('{at|"We saw two jets,"} {ac|said} {as|Mr Jan Tol}.', "direct"),
        ("{at|“We saw two jets,”} {ac|said} {as|Mr Jan Tol}.", "direct"),
        ("{as|Mr Jan Tol} {ac|said} {at|he saw two jets}.", "indirect"),
        ('{as|Mr Jan Tol} {ac|said} {at|he saw "two jets"}.', "mixed"),
        ('{as|Mr Jan Tol} {ac|called} {at|it a "stunt."}', "mixed"),
        ('{at|"We saw two jets,"} {ac|said} {as|Mr Jan Tol}, {at|"and then none."}', "direct"),
    ],
)
def test_quote_type(raw: str, quote: str) -> None:
    assert one(raw).quote == quote


def test_content_takes_in_the_marks_that_belong_to_it() -> None:
    found = one('"{at|We saw two jets}," {ac|said} {as|Mr Jan Tol}.')
    assert contents(found) == ['"We saw two jets,"']


def test_content_has_no_commas_or_space_at_its_edges() -> None:
    found = one("{at|  two jets fell, }{as|Mr Jan Tol }{ac| said}.")
    assert contents(found) == ["two jets fell"]
    assert [s.exact for s in found.source] == ["Mr Jan Tol"]


def test_parts_that_touch_become_one() -> None:
    found = one("{as|Mr Jan Tol} {ac|said} {at|two jets} {at|fell near the pier}.")
    assert contents(found) == ["two jets fell near the pier"]


def test_a_quoted_sentence_after_the_cue_carries_on() -> None:
    found = one(
        '{at|"We saw two jets,"} {ac|said} {as|Mr Jan Tol}. "One of them fell into the sea."'
    )
    assert contents(found) == ['"We saw two jets,"', '"One of them fell into the sea."']


def test_a_paragraph_that_reopens_the_quotation_carries_on() -> None:
    raw = "{as|Mr Jan Tol} {ac|said}: {at|“We saw two jets.}\n“One of them fell into the sea.”"
    assert contents(one(raw))[-1] == "“One of them fell into the sea.”"


def test_a_quotation_with_its_own_cue_is_its_own_statement() -> None:
    raw = (
        '{at|"We saw two jets,"} {ac|said} {as|Mr Jan Tol}. {bt|"One of them fell down,"} '
        "{bc|said} {bs|Mrs Ana Bel}."
    )
    assert [contents(s) for s in read(raw)] == [
        ['"We saw two jets,"'],
        ['"One of them fell down,"'],
    ]


def test_a_scare_quote_is_not_carried_on() -> None:
    raw = (
        '{at|"We saw two jets,"} {ac|said} {as|Mr Jan Tol}. The so-called "truce of the two '
        'rivers" is over.'
    )
    assert contents(one(raw)) == ['"We saw two jets,"']


def test_parts_from_another_sentence_are_dropped_unless_quoted() -> None:
    raw = "{at|Rain fell all day.} {as|The Velmarian army} {ac|said} {at|two jets fell}."
    assert contents(one(raw)) == ["two jets fell"]


@pytest.mark.parametrize(
    ("piece", "expected"),
    [(" a, ", "a"), ("— a —", "a"), (" ,;: ", None), ("", None), ("(a", "(a"), ("a (", "a")],
)
def test_trim(piece: str, expected: str | None) -> None:
    found = trim(piece, 0, len(piece))
    assert (piece[slice(*found)] if found else None) == expected


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab .,\"'“”‘’\n\r\0é\u0301א𝒜"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=3),
)
def test_tidy_never_leaves_the_page(text: str, spans: list[tuple[int, int]]) -> None:
    story = Story(page_of(text))
    inside = sorted((s, e) for s, e in spans if s < e <= len(text))
    if not inside:
        return
    attribution = Attribution((), (inside[0],), tuple(inside), 1.0)
    made = tidy(story, Draft.of(attribution))
    if made is None:
        return
    for start, end in (*made.cue, *made.content):
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
    assert list(made.content) == sorted(made.content)
