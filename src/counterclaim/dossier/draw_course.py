"""Numbers over time: each origin's figures as intervals where they were said, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from counterclaim.dossier.clock import TimeAxis, interval
from counterclaim.dossier.draw_tolls import axis_of
from counterclaim.dossier.model import Toll, TollBar
from counterclaim.dossier.segments import literal
from counterclaim.dossier.wording import style

__all__ = ["draw_course"]

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 760, 210, 44, 14, 34
NAME = 6.6
"""Pixels a letter of a name takes up."""


LETTERS = 40
"""Letters of a name at the most; fewer where its point is far to the right."""

LEADING = 14
"""Pixels from one name to the next below it."""


class Point(NamedTuple):
    """A figure with the middle of the time in which it was said."""

    bar: TollBar
    time: float


def draw_course(toll: Toll) -> Markup:
    """The drawing, or nothing where the figures are not of two times at least."""
    points = [Point(bar, sum(at) / 2) for bar in toll.bars if (at := _time(bar)) is not None]
    points.sort(key=lambda point: point.time)
    if len({point.time for point in points}) < 2:
        return Markup("")
    frame = _Frame(toll, points)
    origins = list(dict.fromkeys(point.bar.origin for point in points))
    courses = [[p for p in points if p.bar.origin == origin] for origin in origins]
    heights = frame.name_heights([course[-1] for course in courses])
    # Names stand above all lines, so that none is struck through.
    drawn = [frame.line(one) for one in courses]
    drawn += [frame.name(one[-1], y) for one, y in zip(courses, heights, strict=True)]
    return Markup(
        '<svg class="course" viewBox="0 0 {} {}" role="img" aria-label="{} over time; the table '
        'above says the same">{}</svg>'
    ).format(WIDTH, HEIGHT, toll.label, Markup("").join([*frame.grid(), *drawn]))


def _time(bar: TollBar) -> tuple[float, float] | None:
    return interval(bar.earliest, bar.latest) if bar.earliest and bar.latest else None


class _Frame:
    """Where numbers and times lie."""

    def __init__(self, toll: Toll, points: list[Point]) -> None:
        self.axis = axis_of(toll)
        self.times = TimeAxis([(point.time, point.time) for point in points])
        self.points = points

    def x(self, time: float) -> float:
        """Pixels from the left of a time."""
        return LEFT + 20 + (WIDTH - LEFT - 190) * self.times.x(time)

    def y(self, number: float) -> float:
        """Pixels from the top of a number of people."""
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * min(1.0, number / self.axis.top)

    def grid(self) -> list[Markup]:
        """A line and its number for each tick of the upright axis."""
        rows = [
            Markup(
                '<line class="grid" x1="{}" x2="{}" y1="{:.0f}" y2="{:.0f}"/>'
                '<text x="{}" y="{:.0f}" text-anchor="end">{:,}</text>'
            ).format(LEFT, WIDTH, self.y(t), self.y(t), LEFT - 6, self.y(t) + 4, t)
            for t in self.axis.ticks
        ]
        return [*rows, *self._days()]

    def _days(self) -> list[Markup]:
        """When: a day's name once, hours where they tell figures of one day apart."""
        found, right, day_before = [], -1.0, ""
        for time in dict.fromkeys(point.time for point in self.points):
            at = datetime.fromtimestamp(time, UTC)
            day = f"{at.day} {at:%b} {at.year}"
            words = day if day != day_before else f"{at:%H:%M}"
            x = self.x(time)
            if x > right:
                found.append(
                    Markup('<text x="{:.0f}" y="{}">{}</text>').format(x, HEIGHT - 8, words)
                )
                right, day_before = x + NAME * len(words) + 8, day
        return found

    def name_heights(self, last: Sequence[Point]) -> list[float]:
        """Where the names at the ``last`` points stand, so that none is written over another.

        A name goes beside its point, or as little as possible above or below the names there.
        """
        taken: list[tuple[float, float, float]] = []
        heights = [0.0] * len(last)
        for at in sorted(range(len(last)), key=lambda i: (self.y(last[i].bar.low), i)):
            left = self.x(last[at].time) + 12
            right = left + NAME * len(self.short(last[at]))
            beside = [y for a, b, y in taken if a < right and left < b]
            wanted = self.y(last[at].bar.low) + 4
            tried = [wanted, *(y + step for y in beside for step in (LEADING, -LEADING))]
            free = [y for y in tried if all(abs(y - other) >= LEADING for other in beside)]
            inside = [y for y in free if TOP <= y <= HEIGHT - BOTTOM + LEADING / 2]
            heights[at] = min(inside or free, key=lambda y: (abs(y - wanted), y))
            taken.append((left, right, heights[at]))
        return heights

    def short(self, point: Point) -> str:
        """The name of a point's origin, cut where the drawing ends."""
        name, room = point.bar.origin, WIDTH - self.x(point.time) - 12
        letters = min(LETTERS, int(room / NAME))
        return name if len(name) <= letters else name[: letters - 1] + "…"

    def name(self, point: Point, height: float) -> Markup:
        """The name of a point's origin beside it, at ``height``."""
        return Markup(
            '<g class="{}"><text class="name" x="{:.0f}" y="{:.0f}">{}</text></g>'
        ).format(
            style(point.bar.party), self.x(point.time) + 12, height, literal(self.short(point))
        )

    def line(self, points: list[Point]) -> Markup:
        """One origin's figures."""
        steps = Markup("").join(
            Markup('<path d="M{:.0f} {:.0f}H{:.0f}V{:.0f}"/>').format(
                self.x(a.time), self.y(a.bar.low), self.x(b.time), self.y(b.bar.low)
            )
            for a, b in pairwise(points)
        )
        marks = Markup("").join(self._mark(point) for point in points)
        return Markup('<g class="{}">{}{}</g>').format(style(points[-1].bar.party), steps, marks)

    def _mark(self, point: Point) -> Markup:
        bar, x, y = point.bar, self.x(point.time), self.y(point.bar.low)
        top = self.y(self.axis.top if bar.high is None else bar.high)
        title = Markup("<title>{}: {}</title>").format(literal(bar.origin), bar.label)
        line = Markup('<path class="open" d="M{0:.0f} {1:.0f}V{2:.0f}"/>').format(x, y, top)
        return Markup('<g>{}{}<circle class="{}" cx="{:.0f}" cy="{:.0f}" r="5"/></g>').format(
            title, line if top != y else "", "gone" if bar.superseded else "stands", x, y
        )
