"""Figures over time: drawn where there are two times, each at its own, none invented."""

from xml.etree import ElementTree

import msgspec
import pytest
from markupsafe import Markup

from counterclaim.dossier import build_dossier, render_html
from counterclaim.dossier.draw_course import HEIGHT, WIDTH, draw_course
from counterclaim.dossier.model import Toll, TollBar
from tests.dossier.sample import ledger as sample


def bar(origin: str, low: int, high: int | None, at: str | None, **fields: bool) -> TollBar:
    return TollBar(
        origin=origin, party=1, label=str(low), low=low, high=high, anchor="A-n1",
        earliest=at, latest=at, **fields,
    )  # fmt: skip


def toll(*bars: TollBar) -> Toll:
    return Toll(harm="killed", label="Killed", low=0, high=9, bars=list(bars))


def drawn(*bars: TollBar) -> ElementTree.Element:
    return ElementTree.fromstring(str(draw_course(toll(*bars))))  # noqa: S314 - our own words


def figures(*bars: TollBar) -> list[ElementTree.Element]:
    """The groups of figures, one an origin; the names stand behind them all."""
    groups = drawn(*bars).findall("g")
    names = [group.find("text") is not None for group in groups]
    assert names == sorted(names)
    return [group for group, name in zip(groups, names, strict=True) if not name]


EARLY = bar("Coastguard", 12, None, "2031-03-03T08:00", superseded=True)
LATE = bar("Coastguard", 41, 41, "2031-03-04T18:30")
OTHER = bar("Harbour Office", 20, 30, "2031-03-03")


@pytest.mark.parametrize(
    "bars",
    [
        [EARLY],
        [EARLY, bar("Harbour Office", 9, 9, "2031-03-03T08:00")],
        [EARLY, bar("Harbour Office", 9, 9, None)],
        [bar("Coastguard", 1, 1, "soon"), bar("Coastguard", 2, 2, "later")],
    ],
)
def test_figures_of_one_time_are_not_drawn(bars: list[TollBar]) -> None:
    assert draw_course(toll(*bars)) == Markup("")


def test_later_is_further_right_and_more_is_further_up() -> None:
    groups = figures(EARLY, LATE, OTHER)
    assert len(groups) == 2
    early, late = groups[0].findall("g/circle")
    assert float(early.attrib["cx"]) < float(late.attrib["cx"])
    assert float(early.attrib["cy"]) > float(late.attrib["cy"])
    assert (early.attrib["class"], late.attrib["class"]) == ("gone", "stands")


def test_an_open_figure_goes_up_to_the_top_and_a_range_to_its_end() -> None:
    coastguard, office = figures(EARLY, LATE, OTHER)
    marks = coastguard.findall("g")
    assert [len(mark.findall("path")) for mark in marks] == [1, 0]
    assert len(office.findall("g/path")) == 1
    up = [float(g.find("path").attrib["d"].split("V")[1]) for g in (marks[0], office.find("g"))]  # type: ignore[union-attr]
    assert up[0] < up[1]


def test_the_figures_of_one_origin_are_joined() -> None:
    coastguard, office = figures(EARLY, LATE, OTHER)
    assert len(coastguard.findall("path")) == 1
    assert office.findall("path") == []


def test_everything_lies_within_the_frame() -> None:
    drawing = drawn(EARLY, LATE, OTHER)
    assert drawing.attrib["viewBox"] == f"0 0 {WIDTH} {HEIGHT}"
    for circle in drawing.iter("circle"):
        assert 0 < float(circle.attrib["cx"]) < WIDTH
        assert 0 < float(circle.attrib["cy"]) < HEIGHT


def test_days_are_named_once_and_names_are_words() -> None:
    words = [e.text for e in drawn(EARLY, bar("<b>", 3, 3, "2031-03-03T20:00")).iter("text")]
    assert "3 Mar 2031" in words
    assert "20:00" in words
    assert "<b>" in words
    long = [e.text or "" for e in drawn(EARLY, bar("A" * 60, 3, 3, "2031-03-05")).iter("text")]
    assert max(map(len, long)) <= 23


def test_the_dossier_draws_what_its_figures_say() -> None:
    dossier = build_dossier(sample())
    killed = next(t for t in dossier.glance.tolls if t.harm == "killed")
    assert any(one.earliest for one in killed.bars)
    html = render_html(dossier)
    assert 'class="course"' in html
    still = [msgspec.structs.replace(one, earliest=None, latest=None) for one in killed.bars]
    assert draw_course(msgspec.structs.replace(killed, bars=still)) == Markup("")
