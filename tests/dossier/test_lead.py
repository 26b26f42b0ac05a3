"""What a reader sees first: who stands against whom, since when, and nothing of other incidents."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.dossier import Dossier, build_dossier, render_html
from counterclaim.dossier.draw_course import HEIGHT, LEADING, draw_course
from counterclaim.dossier.html import CORE, _core, leading, silent_pages
from counterclaim.dossier.model import Contradiction, Side, Toll, TollBar
from counterclaim.dossier.page_model import Passage
from tests.dossier.reading_html import Outline
from tests.dossier.sample import ledger


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build_dossier(ledger())


@pytest.fixture(scope="module")
def html(dossier: Dossier) -> str:
    return render_html(dossier)


def passage(text: str, *strong: tuple[int, int], cut: bool = False) -> Passage:
    return Passage(
        page="A", start=0, end=len(text), text=text, anchor="A-s1", strong=[*strong], cut_after=cut
    )


def contradiction(number: int, on: str) -> Contradiction:
    side = Side(origin="X", party=0, passage=passage("no"), where="page A", force="denies")
    return Contradiction(
        number=number, kind="denies", on=on, a=side, b=side, reason="", status="suggested"
    )


def test_every_answer_says_since_when(dossier: Dossier, html: str) -> None:
    lines = [line for item in dossier.glance.items for line in item.lines]
    known = [line for line in lines if line.since]
    assert known
    assert all(re.search(r"\b2031\b", line.since or "") for line in known)
    assert all(f"since {line.since}" in html for line in known)


def test_who_stands_against_whom_is_told_in_a_line_each(dossier: Dossier, html: str) -> None:
    part = html.split('<div class="against">')[1].split("</div>")[0]
    shown = [int(n) for n in re.findall(r'class="clash" href="#c(\d+)"', part)]
    assert shown == [one.number for one in leading(dossier.contradictions)]
    for number in shown:
        one = dossier.contradictions[number - 1]
        for side in (one.a, one.b):
            assert f'href="#{side.passage.anchor}"' in part
            assert side.origin in part


def test_words_at_a_glance_lead_to_their_place(html: str) -> None:
    outline = Outline(html)
    ids = {str(a["id"]) for _, a in outline.tags if a.get("id")}
    part = html.split('<div class="against">')[1].split("</div>")[0]
    links = re.findall(r'href="#([^"]+)"', part)
    marked = {a for _, t in outline.tags for a in str(t.get("data-a", "")).split()}
    assert links
    assert set(links) <= ids | marked


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("", []),
        ("kk", [1, 2]),
        ("kkkkkkkkk", [1, 2, 3, 4, 5, 6]),
        ("kkkkkki", [1, 2, 3, 4, 5, 7]),
        ("kkkkaaaiii", [1, 2, 5, 6, 8, 9]),
    ],
)
def test_no_field_crowds_out_the_others(fields: str, expected: list[int]) -> None:
    given = [contradiction(number, on) for number, on in enumerate(fields, 1)]
    assert [one.number for one in leading(given)] == expected


def test_the_words_that_matter_are_kept_of_a_long_statement() -> None:
    text = "it rained " * 20 + "thirty people died" + " and it rained on" * 20
    start = text.index("thirty")
    told = str(_core(passage(text, (start, start + 18))))
    assert "thirty people died" in told
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert len(told) < CORE + 30


def test_what_is_cut_off_is_marked_as_such() -> None:
    assert str(_core(passage("thirty died", cut=True))) == "thirty died …"
    assert str(_core(passage("<b>thirty</b>\n died"))) == "&lt;b&gt;thirty&lt;/b&gt; died"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_words_can_be_told_on_one_line(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    told = str(_core(passage(text, *([(start, end)] if start < end else []))))
    assert "\n" not in told
    assert told.count("… ") <= 1 + text.count("… ")


def test_pages_with_nobodys_word_are_folded_away(dossier: Dossier) -> None:
    assert not silent_pages(dossier)
    aside = msgspec.structs.replace(dossier.pages[0], letter="ZZ", pieces=[], comments=[])
    more = msgspec.structs.replace(dossier, pages=[*dossier.pages, aside])
    assert silent_pages(more) == {"ZZ"}
    html = render_html(more)
    folded = html.split('<details class="apart"><summary>1 more page with nobody’s word')[1]
    assert 'id="page-ZZ"' in folded.split("</details>")[0]
    for page in dossier.pages:
        assert f'id="page-{page.letter}"' in html.split('<details class="apart">')[0]


def test_pages_are_not_folded_where_there_is_no_incident(dossier: Dossier) -> None:
    bare = Dossier(
        title="None", code=None, earliest=None, latest=None, glance=dossier.glance,
        pages=dossier.pages,
    )  # fmt: skip
    assert silent_pages(bare) == frozenset()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Coastguard", "Harbour Office", "Union", "Ministry of the Interior"]),
            st.integers(0, 40),
            st.integers(1, 28),
        ),
        max_size=12,
    )
)
def test_no_name_is_written_over_another(figures: list[tuple[str, int, int]]) -> None:
    bars = [
        TollBar(
            origin=f"{name} {number}", party=0, label=str(low), low=low, high=low, anchor="A-n1",
            earliest=f"2031-02-{day:02}", latest=f"2031-02-{day:02}",
        )
        for number, (name, low, day) in enumerate(figures)
    ]  # fmt: skip
    drawn = str(draw_course(Toll(harm="killed", label="Killed", low=0, high=40, bars=bars)))
    names = re.findall(r'class="name" x="(\d+)" y="(-?\d+)">([^<]*)<', drawn)
    boxes = [(float(x), float(x) + 6.6 * len(name), float(y)) for x, y, name in names]
    assert len(boxes) in (0, len(figures))
    for at, (left, right, y) in enumerate(boxes):
        assert -HEIGHT < y < 2 * HEIGHT
        for other_left, other_right, other in boxes[:at]:
            apart = right <= other_left + 1 or other_right <= left + 1
            assert apart or abs(y - other) >= LEADING - 1


def test_what_was_not_understood_is_folded_from_some_number_on(dossier: Dossier) -> None:
    [one, *_] = dossier.puzzles
    few = msgspec.structs.replace(dossier, puzzles=[one] * 40)
    many = msgspec.structs.replace(dossier, puzzles=[one] * 57)
    assert "17 more</summary>" not in render_html(few)
    assert "17 more</summary>" in render_html(many)
    assert render_html(many).count('<span class="lane">') == render_html(few).count(
        '<span class="lane">'
    ) + (17)
