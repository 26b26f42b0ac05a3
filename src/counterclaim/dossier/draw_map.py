"""The map: bundled coastlines, a frame around the places, halos as wide as the precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from markupsafe import Markup

from counterclaim.dossier.coastlines import Atlas, Box, Point
from counterclaim.dossier.draw_inset import INSET, draw_inset, inset_corner
from counterclaim.dossier.page_model import MapPoint, MapView
from counterclaim.dossier.segments import literal
from counterclaim.dossier.wording import style

__all__ = ["draw_map"]

WIDTH, HEIGHT = 760, 460
KM_PER_DEGREE = 111.2
SMALLEST = 1.4
"""Degrees of latitude the frame shows at least: about 155 km."""
COUNTRY = 6
"""From this ``where_prec`` on a place is too wide to be framed if there are closer ones."""

STEPS = (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30)
BARS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000)
NEAR = 1.5
"""Pixels, measured along the axes."""
LETTER = 7.4

Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """An equirectangular view true to scale at its middle; pixels from degrees."""

    box: Box
    lon: float
    lat: float
    scale: float

    @classmethod
    def around(cls, points: Sequence[MapPoint]) -> Frame:
        """A frame with all ``points``, their halos and some room."""
        lats, lons = [p.lat for p in points], _together([p.lon for p in points])
        lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        narrow = max(cos(radians(lat)), 0.1)
        room = 2.4 * max(p.radius_km for p in points) / KM_PER_DEGREE
        tall = max(1.35 * (max(lats) - min(lats)), room, SMALLEST)
        wide = max(1.5 * (max(lons) - min(lons)) * narrow, tall * WIDTH / HEIGHT)
        tall = max(tall, wide * HEIGHT / WIDTH)
        scale = HEIGHT / tall
        half = WIDTH / scale / narrow / 2
        return cls(Box(lon - half, lat - tall / 2, lon + half, lat + tall / 2), lon, lat, scale)

    def place(self, point: MapPoint) -> Point:
        """Where a place is drawn, whichever way round the globe is shorter."""
        return self.at(point.lon + 360 * round((self.lon - point.lon) / 360), point.lat)

    def at(self, lon: float, lat: float) -> Point:
        """Where a point is drawn."""
        x = (lon - self.lon) * max(cos(radians(self.lat)), 0.1) * self.scale + WIDTH / 2
        return x, (self.lat - lat) * self.scale + HEIGHT / 2


def _together(lons: Sequence[float]) -> list[float]:
    """Longitudes moved by whole turns so that the widest gap between them lies outside."""
    ordered = sorted(lons)
    gaps = [b - a for a, b in pairwise([*ordered, ordered[0] + 360])]
    first = ordered[(gaps.index(max(gaps)) + 1) % len(ordered)]
    return [lon + 360 if lon < first else lon for lon in lons]


def draw_map(view: MapView) -> Markup:
    """The map, or nothing where no place is resolved."""
    if not view.points:
        return Markup("")
    near = [p for p in view.points if (p.where_prec or 1) < COUNTRY] or view.points
    frame = Frame.around(near)
    dots = [frame.place(p) for p in near]
    corner = inset_corner(dots, WIDTH, HEIGHT)
    named = ", ".join(p.name for p in near)
    return Markup(
        '<svg class="map" viewBox="0 0 {0} {1}" role="group" aria-label="Map of {2}; the table '
        'below says the same"><clipPath id="frame"><rect width="{0}" height="{1}"/></clipPath>'
        '<g clip-path="url(#frame)"><rect class="sea" width="{0}" height="{1}"/>{3}{4}{5}{6}</g>'
        '{7}{8}<rect class="edge" width="{0}" height="{1}"/></svg>'
    ).format(
        WIDTH,
        HEIGHT,
        literal(named),
        _land(frame),
        _graticule(frame),
        _halos(frame, near),
        _places(frame, near, corner),
        _bar(frame),
        draw_inset(frame.box, corner),
    )


def _land(frame: Frame) -> Markup:
    margin = (frame.box.north - frame.box.south) * 0.02
    box = frame.box
    wide = Box(box.west - margin, box.south - margin, box.east + margin, box.north + margin)
    shapes, names = [], []
    for name, rings in Atlas.load().within(wide):
        drawn = [[frame.at(*p) for p in ring] for ring in rings]
        path = "".join(_path(ring) for ring in drawn)
        shapes.append(Markup('<path class="land" d="{}"/>').format(path))
        names += _country_name(name, max(drawn, key=lambda r: abs(_area(r))))
    return Markup("").join(shapes + names)


def _path(points: Sequence[Point]) -> str:
    """A closed SVG path in half-pixels; points closer than ``NEAR`` to the last are left out."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= NEAR:
            kept.append((round(x * 2) / 2, round(y * 2) / 2))
    if len(kept) < 3:
        return ""
    steps = (f"{b[0] - a[0]:g} {b[1] - a[1]:g}" for a, b in pairwise(kept))
    return f"M{kept[0][0]:g} {kept[0][1]:g}l{'l'.join(steps)}Z"


def _area(ring: Sequence[Point]) -> float:
    return (
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2
    )


def _country_name(name: str, ring: Sequence[Point]) -> list[Markup]:
    """The name in the middle of a country's visible part, where that is large enough."""
    wide = max(x for x, _ in ring) - min(x for x, _ in ring)
    if abs(_area(ring)) < 0.025 * WIDTH * HEIGHT or wide < 10 * len(name):
        return []
    x, y = _middle(ring)
    return [Markup('<text class="country" x="{:.0f}" y="{:.0f}">{}</text>').format(x, y, name)]


def _middle(ring: Sequence[Point]) -> Point:
    """Centre of gravity of a ring that has an area."""
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return x / (6 * _area(ring)), y / (6 * _area(ring))


def _graticule(frame: Frame) -> Markup:
    box = frame.box
    step = next((s for s in STEPS if (box.north - box.south) / s <= 5), STEPS[-1])
    parts = []
    for i in range(int(box.west // step), int(box.east // step) + 2):
        x, _ = frame.at(i * step, 0)
        words = _degrees(i * step, "E", "W")
        parts.append(
            Markup(
                '<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y2="{1}"/>'
                '<text class="degree" x="{2:.1f}" y="{3}">{4}</text>'
            ).format(x, HEIGHT, x + 4, HEIGHT - 6, words)
        )
    for i in range(int(max(box.south, -90) // step), int(min(box.north, 90) // step) + 1):
        _, y = frame.at(0, i * step)
        words = _degrees(i * step, "N", "S")
        parts.append(
            Markup(
                '<line class="grid" y1="{0:.1f}" y2="{0:.1f}" x2="{1}"/>'
                '<text class="degree" x="5" y="{2:.1f}">{3}</text>'
            ).format(y, WIDTH, y - 4, words)
        )
    return Markup("").join(parts)


def _degrees(value: float, positive: str, negative: str) -> str:
    value = (value + 180) % 360 - 180 if positive == "E" else value
    return f"{abs(value):g}°{positive if value > 0 else negative if value < 0 else ''}"


def _halos(frame: Frame, points: Sequence[MapPoint]) -> Markup:
    return Markup("").join(
        Markup('<circle class="halo {}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(
            style(p.parties[0] if p.parties else 0),
            *frame.place(p),
            max(p.radius_km / KM_PER_DEGREE * frame.scale, 12),
        )
        for p in points
    )


def _places(frame: Frame, points: Sequence[MapPoint], inset: Point) -> Markup:
    left, top = inset
    taken: list[Rect] = [
        (0, HEIGHT - 40, 170, HEIGHT),
        (left, top, left + INSET[0], top + INSET[1]),
    ]
    dots = [frame.place(p) for p in points]
    taken += [(x - 12, y - 12, x + 12, y + 12) for x, y in dots]
    parts = []
    for point, (x, y) in zip(points, dots, strict=True):
        label = _label(point, x, y, taken)
        named = Markup(' aria-label="{}: {}"').format(point.number, literal(point.name))
        parts.append(
            Markup(
                '<a class="place {}" href="#place-{}"{}><circle cx="{:.1f}" cy="{:.1f}" r="10"/>'
                '<text class="n" x="{:.1f}" y="{:.1f}">{}</text>{}</a>'
            ).format(
                style(point.parties[0] if point.parties else 0),
                point.number,
                Markup("") if label else named,
                x,
                y,
                x,
                y + 4,
                point.number,
                label,
            )
        )
    return Markup("").join(parts)


def _label(point: MapPoint, x: float, y: float, taken: list[Rect]) -> Markup:
    """Name and sayers where they cover nothing; left to the table where there is no room."""
    who = point.origins[0] if point.origins else ""
    more = f" +{len(point.origins) - 1}" if len(point.origins) > 1 else ""
    below = (who[:30] + "…" if len(who) > 31 else who) + more
    wide = max(len(point.name), len(below) * 0.85) * LETTER
    for left, top, anchor in (
        (x + 16, y - 16, "start"),
        (x - 16 - wide, y - 16, "end"),
        (x - wide / 2, y - 50, "middle"),
        (x - wide / 2, y + 14, "middle"),
    ):
        rect = (left, top, left + wide, top + 34)
        inside = left > 0 and top > 0 and left + wide < WIDTH and top + 34 < HEIGHT
        if inside and not any(_meet(rect, other) for other in taken):
            taken.append(rect)
            at = {"start": left, "end": left + wide, "middle": x}[anchor]
            return Markup(
                '<text class="name" text-anchor="{0}" x="{1:.1f}" y="{2:.1f}">{3}</text>'
                '<text class="who" text-anchor="{0}" x="{1:.1f}" y="{4:.1f}">{5}</text>'
            ).format(anchor, at, top + 14, literal(point.name), top + 29, literal(below))
    return Markup("")


def _meet(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _bar(frame: Frame) -> Markup:
    per_km = frame.scale / KM_PER_DEGREE
    km = max((b for b in BARS if b * per_km <= 140), default=BARS[0])
    return Markup(
        '<g class="scalebar" transform="translate(14 {})"><rect x="-8" y="-20" width="{:.0f}" '
        'height="30" rx="3"/><path d="M0-6v6H{:.1f}v-6"/><text x="4" y="-7">{:,} km</text></g>'
    ).format(HEIGHT - 30, km * per_km + 16, km * per_km, km)
