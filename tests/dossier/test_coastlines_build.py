"""The script that makes the bundled table, on a world of two square countries."""

from __future__ import annotations

import gzip
import json
from typing import Any

from training.coastlines import compile_atlas, simplify, unwrapped

from counterclaim.dossier.coastlines import Atlas, Box

SCALE: dict[str, Any] = {"scale": [1.0, 1.0], "translate": [-180.0, -90.0]}
WORLD: dict[str, Any] = {
    "transform": SCALE,
    "arcs": [
        [[190, 100], [0, 10]],
        [[190, 110], [-10, 0], [0, -10], [10, 0]],
        [[190, 100], [10, 0], [0, 10], [-10, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "properties": {"name": "West"}, "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "properties": {"name": "East"}, "arcs": [[[2, -1]]]},
                {"type": None, "properties": {"name": "Nowhere"}},
            ]
        }
    },
}
LAND: dict[str, Any] = {
    "transform": SCALE,
    "arcs": [[[180, 100], [20, 0], [0, 10], [-20, 0], [0, -10]]],
    "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0]]]}]}},
}


def atlas() -> Atlas:
    return Atlas(json.loads(gzip.decompress(compile_atlas(WORLD, LAND))))


def test_neighbours_share_a_border_and_stay_apart() -> None:
    found = dict(atlas().within(Box(-50, -50, 50, 50)))
    assert set(found) == {"West", "East"}
    assert {lon for lon, _ in found["West"][0]} == {0.0, 10.0}
    assert {lon for lon, _ in found["East"][0]} == {10.0, 20.0}


def test_only_what_reaches_the_box_is_given() -> None:
    assert [name for name, _ in atlas().within(Box(12, 11, 18, 19))] == ["East"]
    assert list(atlas().within(Box(100, 50, 110, 60))) == []


def test_the_same_input_gives_the_same_bytes() -> None:
    assert compile_atlas(WORLD, LAND) == compile_atlas(WORLD, LAND)


def test_the_outline_is_in_tenths_of_degrees() -> None:
    assert set(atlas().outline[0][::2]) == {0, 200}


def test_simplifying_keeps_the_ends_and_what_stands_out() -> None:
    line = [(0, 0), (10, 1), (20, 0), (30, 40), (40, 0)]
    assert simplify(line, 4.0) == [(0, 0), (20, 0), (30, 40), (40, 0)]
    assert simplify([(0, 0), (5, 5)], 4.0) == [(0, 0), (5, 5)]


def test_a_ring_over_the_antimeridian_runs_on() -> None:
    arcs = [[(355, 0), (5, 0), (5, 10), (355, 10), (355, 0)]]
    lons = [lon for lon, _ in unwrapped([0], arcs, {"transform": SCALE})]
    assert lons == [175.0, 185.0, 185.0, 175.0, 175.0]


def test_a_ring_around_the_pole_is_closed_along_it() -> None:
    arcs = [[(0, 20), (120, 20), (240, 20), (360, 20)]]
    points = unwrapped([0], arcs, {"transform": SCALE})
    assert points[-2:] == [(180.0, -90.0), (-180.0, -90.0)]
