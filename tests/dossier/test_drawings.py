from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.dossier import build_dossier
from counterclaim.dossier.clock import TimeAxis, interval
from counterclaim.dossier.coastlines import Atlas, Box, clip
from counterclaim.dossier.draw_map import HEIGHT, WIDTH, Frame, draw_map
from counterclaim.dossier.draw_timeline import draw_timeline
from counterclaim.dossier.draw_tolls import axis_of, bar, scale
from counterclaim.dossier.model import Toll, TollBar
from counterclaim.dossier.page_model import MapPoint, MapView, Timeline, TimelineEntry
from counterclaim.records import Dated, Ledger
from tests.dossier.reading_html import Outline
from tests.dossier.sample import ledger
from tests.dossier.sketch import Sketch

DAY = 86400.0


@pytest.mark.parametrize(
    ("earliest", "latest", "length"),
    [
        ("2031-05-04", "2031-05-04", DAY),
        ("2031-05-04T12:20", "2031-05-04T12:20", 0.0),
        ("2031-05-04T12:20:00+01:00", "2031-05-04T12:20:00+01:00", 0.0),
        ("2031-05-04T12:20:00.5Z", "2031-05-04T12:20:00.5Z", 0.0),
        ("2031-05-04", "2031-05-06", 3 * DAY),
        ("2031-05", "2031-05", 31 * DAY),
        ("2031-05-04T06:00", "2031-05-04T12:00", DAY / 4),
    ],
)
def test_lengths_of_time(earliest: str, latest: str, length: float) -> None:
    found = interval(earliest, latest)
    assert found is not None
    assert found[1] - found[0] == length


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [
        ("2031", "2031"),
        ("2031-05-06", "2031-05-04"),
        ("2031-02-30", "2031-02-30"),
        ("2031-05-04T25:00", "2031-05-04T25:00"),
        ("9999-12-31", "9999-12-31"),
        ("PAST_REF", "PAST_REF"),
        ("", ""),
    ],
)
def test_times_that_cannot_be_drawn(earliest: str, latest: str) -> None:
    assert interval(earliest, latest) is None


TIMES = st.lists(
    st.tuples(st.integers(0, 10**9), st.integers(0, 10**6)).map(
        lambda p: (float(p[0]), float(p[0] + p[1]))
    ),
    min_size=1,
    max_size=12,
)


@given(TIMES)
def test_the_axis_keeps_order_and_stays_inside(times: list[tuple[float, float]]) -> None:
    axis = TimeAxis(times)
    edges = sorted({t for pair in times for t in pair})
    places = [axis.x(t) for t in edges]
    assert places == sorted(places)
    assert all(-1e-9 <= x <= 1 + 1e-9 for x in places)
    assert axis.stretches[0].x1 == 0
    assert abs(axis.stretches[-1].x2 - 1) < 1e-9


@given(TIMES)
def test_only_empty_time_is_folded(times: list[tuple[float, float]]) -> None:
    for run in TimeAxis(times).runs():
        if run.folded:
            assert not any(a < run.end and run.start < b for a, b in times)


def test_a_capture_years_later_does_not_flatten_the_day() -> None:
    hour = 3600.0
    axis = TimeAxis([(0, 0), (hour, hour), (2 * hour, 2 * hour), (9 * 365 * DAY, 9 * 365 * DAY)])
    assert axis.x(hour) > 0.3
    assert [r.folded for r in axis.runs()] == [False, True]


def entry(clock: str, when: str, code: str, **fields: object) -> TimelineEntry:
    return TimelineEntry(
        clock=clock,
        earliest=when,
        latest=when,
        label=when,
        code=code,
        anchor=code,
        **fields,  # type: ignore[arg-type]
    )


def test_a_single_time_is_drawn() -> None:
    html = draw_timeline(Timeline(entries=[entry("said", "2031-05-04T12:00", "A1")]))
    assert Outline(html).text.count("A1") == 1
    assert "12:00" in html or "4 May 2031" in html


def test_nothing_dated_nothing_drawn() -> None:
    assert draw_timeline(Timeline()) == ""
    assert draw_timeline(Timeline(entries=[entry("said", "PRESENT_REF", "A1")])) == ""


def test_marks_of_one_moment_are_stacked() -> None:
    same = [entry("published", "2031-05-04T12:00", code) for code in "ABCDEF"]
    html = draw_timeline(Timeline(entries=[*same, entry("said", "2031-05-05", "A1")]))
    rows = re.findall(r'class="pill" x="[\d.]+%" y="(\d+)"', html)[-6:]
    assert len(set(rows)) == 6


def test_superseded_marks_say_so() -> None:
    html = draw_timeline(build_dossier(ledger()).timeline)
    assert 'class="mark p1 gone"' in html
    assert "superseded" in html


def test_all_four_clocks_have_entries() -> None:
    timeline = build_dossier(ledger()).timeline
    assert [e.clock for e in timeline.entries] == sorted(
        (e.clock for e in timeline.entries),
        key=["happened", "said", "published", "captured"].index,
    )
    assert {e.clock for e in timeline.entries} == {"happened", "said", "published", "captured"}
    updates = [e.note for e in timeline.entries if e.note.startswith("update")]
    assert updates == ["update 1", "update 2", "update 3"]


def test_updates_without_a_time_stand_on_their_pages_day_oldest_first() -> None:
    sketch = Sketch(
        "uuuu",
        "Update 2: more\nUpdate 1: some\nThe base story\n",
        name="u.txt",
        outlet=None,
        published=Dated(value="2031-05-04", evidence="option"),
    )
    sketch.block("update", "Update 2", number=2, sequence=2)
    sketch.block("update", "Update 1", number=1, sequence=1)
    sketch.block("body", "The base", sequence=0)
    timeline = build_dossier(Ledger(readings=[sketch.reading()])).timeline
    assert [(e.note, e.earliest) for e in timeline.entries] == [
        ("", "2031-05-04"),
        ("update 1", "2031-05-04"),
        ("update 2", "2031-05-04"),
    ]
    html = draw_timeline(timeline)
    rows = re.findall(r'class="pill" x="([\d.]+)%" y="(\d+)"', html)
    assert len({y for _, y in rows}) == 1
    assert [float(x) for x, _ in rows] == sorted(float(x) for x, _ in rows)


def test_steps_without_a_time_stand_where_they_were_published() -> None:
    whole = ledger()
    accounts = [
        msgspec.structs.replace(
            a,
            versions=[
                msgspec.structs.replace(v, said=None, published="2031-05-05") for v in a.versions
            ],
        )
        for a in whole.accounts
    ]
    timeline = build_dossier(msgspec.structs.replace(whole, accounts=accounts)).timeline
    said = [e for e in timeline.entries if e.clock == "said"]
    assert len(said) == sum(len(a.versions) for a in accounts)
    late = [e for e in said if e.label.startswith("no later than 5 May 2031")]
    assert len(late) == len(said) - 1, "the regret has a time of its own"
    notes = [e.note for e in late if e.origin and e.origin.startswith("Pact Joint Command")]
    assert notes == ["declines", "asserts", "admits"]


def bars(*pairs: tuple[int, int | None]) -> Toll:
    made = [
        TollBar(origin="x", party=1, label="x", low=low, high=high, anchor="A-n0")
        for low, high in pairs
    ]
    return Toll(harm="killed", label="Killed", low=0, high=None, bars=made)


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**6)), min_size=1, max_size=6))
def test_the_axis_holds_every_figure(pairs: list[tuple[int, int]]) -> None:
    toll = bars(*((low, low + more if more % 3 else None) for low, more in pairs))
    axis = axis_of(toll)
    assert axis.ticks[0] == 0
    assert axis.ticks[-1] == axis.top
    assert 2 <= len(axis.ticks) <= 6
    assert all((b.high if b.high is not None else b.low) <= axis.top for b in toll.bars)
    for drawn in toll.bars:
        Outline(bar(drawn, axis))
    assert Outline(scale(axis)).text.startswith("0")


def test_open_intervals_get_an_arrow_and_points_a_single_dot() -> None:
    toll = bars((38, None), (44, 44), (0, 30))
    axis = axis_of(toll)
    drawn = [str(bar(b, axis)) for b in toll.bars]
    assert ["tip" in d for d in drawn] == [True, False, False]
    assert [d.count("<circle") for d in drawn] == [1, 1, 2]


def point(number: int, lat: float, lon: float, **fields: object) -> MapPoint:
    values: dict[str, object] = {
        "where_prec": 2,
        "precision": "near",
        "radius_km": 25.0,
        "origins": ["Ada"],
        "parties": [1],
        "passages": [],
    }
    return MapPoint(
        number=number,
        name=f"Place {number}",
        lat=lat,
        lon=lon,
        **(values | fields),  # type: ignore[arg-type]
    )


COORDINATES = st.tuples(st.floats(-90, 90, allow_nan=False), st.floats(-180, 180, allow_nan=False))


@given(st.lists(COORDINATES, min_size=1, max_size=5))
def test_every_place_lies_in_the_frame(places: list[tuple[float, float]]) -> None:
    points = [point(i, lat, lon) for i, (lat, lon) in enumerate(places, 1)]
    frame = Frame.around(points)
    for p in points:
        x, y = frame.place(p)
        assert -1 <= x <= WIDTH + 1
        assert -1 <= y <= HEIGHT + 1


@pytest.mark.parametrize(
    "places",
    [
        [(12.4, -38.1)],
        [(48.2, 16.4)],
        [(-17.8, 178.0), (-16.5, 179.8)],
        [(66.0, -179.5)],
        [(-89.9, 0.0)],
        [(0.0, 0.0), (60.0, 100.0), (-40.0, -70.0)],
    ],
)
def test_maps_anywhere_are_well_formed(places: list[tuple[float, float]]) -> None:
    html = draw_map(MapView(points=[point(i, *p) for i, p in enumerate(places, 1)]))
    outline = Outline(html)
    assert len(outline.attributes("a", "href")) == len(places)
    assert "nan" not in html
    assert len(html) < 250_000


def test_land_is_drawn_where_there_is_land() -> None:
    ocean = draw_map(MapView(points=[point(1, 12.4, -38.1)]))
    inland = draw_map(MapView(points=[point(1, 48.2, 16.4)]))
    assert 'class="land"' not in ocean
    assert 'class="grid"' in ocean
    assert "Austria" in inland


def test_a_whole_country_does_not_widen_the_frame() -> None:
    near, wide = point(1, 10.0, 10.0), point(2, 50.0, 90.0, where_prec=6, radius_km=400.0)
    assert "#place-2" not in draw_map(MapView(points=[near, wide]))
    assert "#place-2" in draw_map(MapView(points=[wide]))


def test_no_place_no_map() -> None:
    assert draw_map(MapView(unresolved=[])) == ""


def test_places_are_joined_and_the_unresolved_listed() -> None:
    places = build_dossier(ledger()).places
    assert [(p.name, p.where_prec, len(p.passages)) for p in places.points] == [
        ("The weir bridge", 1, 1),
        ("Tarn Weir", 2, 2),
    ]
    assert [name for name, _, _ in places.unresolved] == [
        "The valley",
        "Velmark's airspace",
        "Old Customs Camp",
    ]


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=10))
def test_clipping_stays_inside(ring: list[tuple[float, float]]) -> None:
    box = Box(-10, -10, 10, 10)
    for x, y in clip(ring, box):
        assert -10 - 1e-6 <= x <= 10 + 1e-6
        assert -10 - 1e-6 <= y <= 10 + 1e-6


def test_clipping_a_square_around_the_box_gives_the_box() -> None:
    ring = [(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0)]
    assert set(clip(ring, Box(-10, -5, 10, 5))) == {(-10, -5), (10, -5), (10, 5), (-10, 5)}


def test_the_atlas_reaches_over_the_antimeridian() -> None:
    east = {name for name, _ in Atlas.load().within(Box(170, 60, 190, 70))}
    west = {name for name, _ in Atlas.load().within(Box(-190, 60, -170, 70))}
    assert "Russia" in east & west
    for _, rings in Atlas.load().within(Box(170, 60, 190, 70)):
        assert all(170 <= lon <= 190 for ring in rings for lon, _ in ring)


def test_the_pole_is_land_in_the_south_only() -> None:
    assert [n for n, _ in Atlas.load().within(Box(10, -90, 20, -80))] == ["Antarctica"]
    assert list(Atlas.load().within(Box(10, 85, 20, 90))) == []
