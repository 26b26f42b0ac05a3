"""Coastlines and borders for the dossier's map: ``python -m training.coastlines DIR``.

DIR holds the npm package ``world-atlas`` 2.0.2 (``npm pack world-atlas@2.0.2``), itself made from
Natural Earth, which is in the public domain: ``countries-50m.json`` for the map, ``land-110m.json``
for its inset. Arcs are simplified by Douglas and Peucker's method (Cartographica 10(2), 1973) and
written once, so that neighbours keep one border; each ring comes with its box in whole degrees, so
that only what is seen is decoded. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from math import ceil, floor
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/counterclaim/dossier/coastlines.json.gz"
TOLERANCE = 4.0
"""In the atlas's grid units: 0.0144 degrees of longitude, 0.0069 of latitude."""

OUTLINE_TOLERANCE = 6.0
"""In tenths of a degree."""

Point = tuple[int, int]


def absolute(arc: list[list[int]]) -> list[Point]:
    """Points of an arc that is written as steps (TopoJSON)."""
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def distance(point: Point, a: Point, b: Point) -> float:
    """From ``point`` to the line through ``a`` and ``b`` (to ``a`` where they are one)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    x, y = point[0] - a[0], point[1] - a[1]
    return abs(dx * y - dy * x) / length if length else (x * x + y * y) ** 0.5


def simplify(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas–Peucker; both ends stay."""
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        far = max(
            range(first + 1, last), key=lambda i: distance(points[i], points[first], points[last])
        )
        if distance(points[far], points[first], points[last]) > tolerance:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def delta(points: list[Point]) -> list[int]:
    """Steps from point to point, flat: what the atlas ships."""
    flat, x, y = [], 0, 0
    for px, py in points:
        flat += [px - x, py - y]
        x, y = px, py
    return flat


def rings(geometry: dict[str, Any]) -> list[list[int]]:
    """All rings of a country as lists of arc numbers; holes are left to the even-odd rule."""
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def unwrapped(
    ring: list[int], arcs: list[list[Point]], atlas: dict[str, Any]
) -> list[tuple[float, float]]:
    """A ring in degrees; longitudes run on beyond 180, a ring around a pole is closed along it."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    points: list[tuple[float, float]] = []
    for x, y in (p for n in ring for p in (arcs[n] if n >= 0 else arcs[~n][::-1])):
        lon, lat = x * sx + tx, y * sy + ty
        lon += 360 * round((points[-1][0] - lon) / 360) if points else 0
        points.append((lon, lat))
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0)]
    return points


def box(ring: list[int], arcs: list[list[Point]], atlas: dict[str, Any]) -> list[int]:
    """West, south, east, north of a ring, rounded outward."""
    points = unwrapped(ring, arcs, atlas)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return [floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))]


def outline(atlas: dict[str, Any]) -> list[list[int]]:
    """The land of the world as rings of (longitude, latitude) pairs in tenths of a degree."""
    arcs = [absolute(arc) for arc in atlas["arcs"]]
    out = []
    for ring in rings(atlas["objects"]["land"]["geometries"][0]):
        points = unwrapped(ring, arcs, atlas)
        turn = -360 * round((min(p[0] for p in points) + max(p[0] for p in points)) / 720)
        tenths = [(round((lon + turn) * 10), round(lat * 10)) for lon, lat in points]
        kept = simplify(tenths, OUTLINE_TOLERANCE)
        if len(kept) > 3:
            out.append([n for point in kept for n in point])
    return out


def compile_atlas(atlas: dict[str, Any], land: dict[str, Any]) -> bytes:
    """The bytes of the atlas: simplified arcs, and which of them bound each country."""
    geometries = atlas["objects"]["countries"]["geometries"]
    arcs = [simplify(absolute(arc), TOLERANCE) for arc in atlas["arcs"]]
    table = {
        "scale": atlas["transform"]["scale"],
        "translate": atlas["transform"]["translate"],
        "arcs": [delta(arc) for arc in arcs],
        "countries": [
            [g["properties"]["name"], [[box(r, arcs, atlas), r] for r in rings(g)]]
            for g in geometries
            if g["type"]
        ],
        "outline": outline(land),
    }
    data = json.dumps(table, separators=(",", ":"), ensure_ascii=False).encode()
    return gzip.compress(data, 9, mtime=0)


def main(folder: Path) -> None:
    """Read both TopoJSON files in `folder` and write the atlas."""
    atlas, land = (
        json.loads((folder / name).read_text("utf-8"))
        for name in ("countries-50m.json", "land-110m.json")
    )
    OUT.write_bytes(compile_atlas(atlas, land))
    print(f"{OUT}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
