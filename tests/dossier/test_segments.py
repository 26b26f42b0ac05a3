from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.dossier.page_model import Mark, Passage
from counterclaim.dossier.segments import CLASSES, Marks, literal, marked, quoted, segments
from tests.dossier.reading_html import Outline

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(list("ab<>&\"' \r\n\t\x00\u202e\u200f\u0301אبπ🚧\U00010330\ud800")),
    ),
    min_size=1,
    max_size=80,
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, int, int, list[Mark]]:
    text = draw(TEXTS)
    edge = st.integers(0, len(text))
    start, end = sorted((draw(edge), draw(edge)))
    marks = []
    for number in range(draw(st.integers(0, 6))):
        low, high = sorted((draw(edge), draw(edge)))
        if low < high:
            role = draw(st.sampled_from(sorted(CLASSES)))
            code = f"A{number % 3}" if role == "content" else None
            marks.append(
                Mark(start=low, end=high, role=role, anchor=f"A-x{number % 4}", code=code, party=9)
            )
    marks.sort(key=lambda m: (m.start, -m.end, m.anchor, m.role))
    return text, start, end, marks


def carriable(text: str) -> str:
    return "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)


@given(marked_texts())
def test_stripping_the_tags_gives_back_the_text(case: tuple[str, int, int, list[Mark]]) -> None:
    text, start, end, marks = case
    assert Outline(marked(text, start, end, Marks(marks))).text == carriable(text[start:end])


@given(marked_texts())
def test_segments_tile_the_range_and_know_their_marks(
    case: tuple[str, int, int, list[Mark]],
) -> None:
    text, start, end, marks = case
    found = list(segments(start, end, Marks(marks)))
    assert "".join(text[s.start : s.end] for s in found) == text[start:end]
    for segment in found:
        expected = {m for m in marks if m.start <= segment.start and segment.end <= m.end}
        assert set(segment.marks) == expected
        assert not any(
            m.start < segment.end and segment.start < m.end for m in marks if m not in expected
        )


@given(marked_texts())
def test_each_id_is_given_once_and_each_reference_once(
    case: tuple[str, int, int, list[Mark]],
) -> None:
    text, _, _, marks = case
    outline = Outline(marked(text, 0, len(text), Marks(marks)))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.ids) == {m.anchor for m in marks}
    codes = [str(a["data-code"]) for t, a in outline.tags if t == "a"]
    assert sorted(codes) == sorted({m.code for m in marks if m.code})


@given(TEXTS)
def test_literal_escapes_everything(text: str) -> None:
    html = literal(text)
    assert "<" not in html
    assert "\r" not in html
    assert Outline(html).text == carriable(text)


def test_an_identifier_starts_at_the_content_and_not_at_the_source() -> None:
    text = "Ada said it rained."
    marks = [
        Mark(start=0, end=3, role="source", anchor="A-s0", code="A1"),
        Mark(start=4, end=8, role="cue", anchor="A-s0", code="A1"),
        Mark(start=9, end=18, role="content", anchor="A-s0", code="A1", party=2),
    ]
    html = marked(text, 0, len(text), Marks(marks))
    assert '<span id="A-s0" class="at"><mark class="w-content p2" data-a="A-s0">it rained' in html
    assert html.count('data-code="A1"') == 1
    assert html.index("data-code") > html.index("it rained")


def test_overlapping_spans_share_their_middle() -> None:
    marks = [
        Mark(start=0, end=6, role="content", anchor="A-s0", code="A1", party=1),
        Mark(start=3, end=9, role="count", anchor="A-n0"),
    ]
    found = list(segments(0, 9, Marks(marks)))
    assert [(s.start, s.end, len(s.marks)) for s in found] == [(0, 3, 1), (3, 6, 2), (6, 9, 1)]
    assert [s.opens for s in found] == [("A-s0",), ("A-n0",), ()]


@pytest.mark.parametrize(
    ("strong", "expected"),
    [
        ([], "5 &lt; 6"),
        ([(0, 1)], "<b>5</b> &lt; 6"),
        ([(4, 5), (0, 1)], "<b>5</b> &lt; <b>6</b>"),
        ([(0, 3), (2, 5)], "<b>5 &lt;</b> 6"),
    ],
)
def test_quoted_emphasises(strong: list[tuple[int, int]], expected: str) -> None:
    passage = Passage(page="A", start=0, end=5, text="5 < 6", anchor="A-n0", strong=strong)
    assert str(quoted(passage)) == expected
