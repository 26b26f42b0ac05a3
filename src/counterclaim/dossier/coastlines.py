"""Countries for the map: decoded from the bundled atlas, clipped to a box.

The atlas is Natural Earth 1:50m (public domain), simplified; see ``coastlines.NOTICE``.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from counterclaim.errors import ModelError

__all__ = ["Atlas", "Box", "Point", "clip"]

Point = tuple[float, float]
TABLE = "coastlines.json.gz"
TURNS = (-360.0, 0.0, 360.0)
"""Frames and rings may both reach over the antimeridian."""


@dataclass(frozen=True)
class Box:
    """West, south, east, north in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether the two boxes share a point."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


class Atlas:
    """The bundled table. Rings are decoded only when they are asked for."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._arcs, self._countries = table["arcs"], table["countries"]
        self._scale, self._shift = table["scale"], table["translate"]
        self.outline: list[list[int]] = table["outline"]

    @classmethod
    @cache
    def load(cls) -> Atlas:
        """The shipped atlas, read once.

        Raises:
            ModelError: CC302, if the table is missing or damaged.
        """
        try:
            data = files("counterclaim.dossier").joinpath(TABLE).read_bytes()
            return cls(msgspec.json.decode(gzip.decompress(data)))
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise ModelError("CC302", name=TABLE) from error

    def within(self, box: Box) -> Iterator[tuple[str, list[list[Point]]]]:
        """Each country that reaches into ``box``: its name and its rings cut to the box."""
        for name, rings in self._countries:
            seen = [
                clip(self._ring(ring, turn), box)
                for (west, south, east, north), ring in rings
                for turn in TURNS
                if Box(west + turn, south, east + turn, north).meets(box)
            ]
            if cut := [points for points in seen if len(points) > 2]:
                yield name, cut

    def _ring(self, numbers: list[int], turn: float) -> list[Point]:
        """A ring from its arcs, ``turn`` degrees to the east.

        ``~n`` is arc ``n`` backwards, as in TopoJSON. Longitudes run on beyond 180 where the ring
        crosses it; a ring around a pole is closed along it.
        """
        points: list[Point] = []
        before = turn
        for number in numbers:
            arc = self._decode(number if number >= 0 else ~number)
            for lon, lat in arc if number >= 0 else arc[::-1]:
                lon += turn + 360 * round((before - lon - turn) / 360) if points else turn
                points.append((lon, lat))
                before = lon
        if abs(points[-1][0] - points[0][0]) > 180:
            pole = -90.0 if points[0][1] < 0 else 90.0
            points += [(points[-1][0], pole), (points[0][0], pole)]
        return points

    def _decode(self, number: int) -> list[Point]:
        flat = self._arcs[number]
        points, x, y = [], 0, 0
        for dx, dy in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append(
                (x * self._scale[0] + self._shift[0], y * self._scale[1] + self._shift[1])
            )
        return points


def clip(ring: list[Point], box: Box) -> list[Point]:
    """``ring`` cut to ``box`` (Sutherland and Hodgman, CACM 17(1), 1974)."""
    points = ring
    for axis, limit, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        points = list(_cut(points, axis, limit, sign))
        if not points:
            break
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    """The part of ``points`` on the inner side of one edge."""
    if not points:
        return
    before = points[-1]
    was_in = sign * (before[axis] - limit) >= 0
    for point in points:
        is_in = sign * (point[axis] - limit) >= 0
        if is_in != was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            yield (
                before[0] + share * (point[0] - before[0]),
                before[1] + share * (point[1] - before[1]),
            )
        if is_in:
            yield point
        before, was_in = point, is_in
