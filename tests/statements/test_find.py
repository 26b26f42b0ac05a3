"""Statements as records: ids, order, blocks, voices, and what hostile pages do."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.actors import Cast
from counterclaim.language import Attribution
from counterclaim.records import Span
from counterclaim.statements import add_outlet_statements, find_statements
from tests.actors.pages import knowledge, page_of
from tests.statements.reading import contents, marked, one, read

TWO = "{as|The Velmarian army} {ac|said} {at|two jets fell}.\n{bs|It} {bc|denied} {bt|the raid}."


def test_ids_count_in_text_order() -> None:
    found = read(TWO)
    assert [s.id for s in found] == ["d-1.s1", "d-1.s2"]
    assert [s.block for s in found] == ["d-1.b1", "d-1.b2"]
    assert all(s.document == "d-1" and s.sequence == 0 for s in found)


def test_the_models_score_is_kept() -> None:
    assert one("{as|The Velmarian army} {ac|said} {at|two jets fell}.").score == 0.5


def test_said_at_is_left_to_the_moments() -> None:
    raw = "In a statement Saturday, {as|the Velmarian army} {ac|said} {at|two jets fell}."
    assert one(raw).said_at is None


def test_outlet_statements_are_numbered_with_the_others() -> None:
    text, attributions = marked(
        "Two jets fell on Sunday.\n{as|The Velmarian army} {ac|said} {at|one of them burned}."
    )
    page = page_of(text, outlet="Halvar Herald")
    cast = Cast(page, knowledge())
    cited = find_statements(page, attributions, cast)
    both = add_outlet_statements(page, cited, [Span.of(text, 0, text.index("\n"))], cast)
    assert [(s.id, s.voice) for s in both] == [("d-1.s1", "outlet"), ("d-1.s2", "cited")]
    own = both[0]
    assert contents(own) == ["Two jets fell on Sunday."]
    assert own.source == []
    assert own.cue is None
    assert [(link.role, link.name) for link in own.chain] == [("outlet", "Halvar Herald")]
    assert own.origin == own.speaker == "actor:halvar-herald"
    assert own.speaker in {actor.id for actor in cast.actors()}


def test_a_page_without_an_outlet_speaks_for_itself() -> None:
    text = "If confirmed, two jets fell."
    page = page_of(text)
    cast = Cast(page, knowledge())
    (own,) = add_outlet_statements(page, [], [Span.of(text, 0, len(text))], cast)
    assert own.origin == "actor:outlet-d-1"
    assert own.certainty == "conditional"


def test_outlet_statements_outside_the_article_are_left_out() -> None:
    text = "Two jets fell."
    page = page_of(text, ("comment",))
    cast = Cast(page, knowledge())
    assert add_outlet_statements(page, [], [Span.of(text, 0, len(text))], cast) == []


@pytest.mark.parametrize(
    ("opening", "later", "speaks"),
    [
        ("{as|KARSU}{ac|:} {at|At least six people were killed}.", "Police came.", False),
        ("{as|KARSU}{ac|:} {at|At least six people were killed}.", "VELM: Nobody was.", True),
        ("{as|Karsu}{ac|:} {at|At least six people were killed}.", "Police came.", True),
    ],
)
def test_a_town_that_opens_a_story_says_nothing(opening: str, later: str, speaks: bool) -> None:
    found = read(f"Blast in Karsu\n\n{opening}\n\n{later}", ["headline"])
    assert any(s.source and s.source[0].exact.upper() == "KARSU" for s in found) is speaks


def test_we_is_the_outlets_voice() -> None:
    found = one("{as|We} {ac|doubt} {at|that two jets fell}.", outlet="Halvar Herald")
    assert found.voice == "outlet"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0\0\0",
        '"' * 500,
        "“unclosed",
        "\u202eThe Velmarian army said \u202dit fell.",
        "The Velmarian army said\r\nthat it fell.\r\n",
        "𝒜 The Velmarian army accused 𝒜 of 𝒜.",
        "said said said said said",
        "According to",
        "There was no comment from",
        ":",
        "with saying",
        "The Velmarian army has , , , , has , , , has denied.",
    ],
)
def test_odd_pages(text: str) -> None:
    for statement in read(text):
        for span in (*statement.content, *statement.source):
            assert text[span.start : span.end] == span.exact


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "The ",
                "Velmarian ",
                "army ",
                "said ",
                "denied ",
                "that ",
                '"',
                "“",
                "”",
                ". ",
                ", ",
                "no comment ",
                "from ",
                "citing ",
                "it ",
                "\n",
                "\r\n",
                "א",
                "𝒜",
                "\0",
                "accused ",
                "of ",
            ]
        ),
        max_size=40,
    ).map("".join),
    st.integers(0, 200),
)
def test_spans_are_literal_and_reading_is_repeatable(text: str, seed: int) -> None:
    cuts = sorted({seed * step % (len(text) + 1) for step in (1, 3, 7, 11, 13, 17)})
    attributions = []
    if len(cuts) > 3:
        a, b, c, d = cuts[:4]
        attributions = [Attribution(((a, b),), ((b, c),), ((c, d),), 0.1)]
    page = page_of(text)
    found = find_statements(page, attributions, Cast(page, knowledge()))
    assert found == find_statements(page, attributions, Cast(page, knowledge()))
    assert [s.id for s in found] == [f"d-1.s{n}" for n in range(1, len(found) + 1)]
    for statement in found:
        assert statement.content
        spans = [*statement.content, *statement.source, *statement.hedges]
        spans += [link.span for link in statement.chain if link.span]
        spans += [s for s in (statement.cue, statement.force_span, statement.recipient_span) if s]
        for span in spans:
            assert text[span.start : span.end] == span.exact


@pytest.mark.parametrize(
    "unit",
    [
        "The Velmarian army said that it denied it , , has , ",
        '"said" ',
        "A'B'C'D'",
        "Velmaria's army, which citing, with a man saying ",
    ],
)
def test_time_grows_no_faster_than_the_page(unit: str) -> None:
    def seconds(copies: int) -> float:
        page = page_of(unit * copies)
        before = time.process_time()
        find_statements(page, [], Cast(page, knowledge()))
        return time.process_time() - before

    seconds(50)
    small, large = seconds(100), seconds(600)
    assert large < 6 * 3 * small + 0.5
