"""The map's inset: where in the world its frame is."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from counterclaim.dossier.coastlines import Atlas, Box, Point

__all__ = ["INSET", "draw_inset", "inset_corner"]

INSET = (160.0, 80.0)
"""Pixels: two to a degree and a quarter, pole to pole."""
MARGIN = 10.0
SMALLEST = (5.0, 4.0)


def inset_corner(dots: Sequence[Point], width: float, height: float) -> Point:
    """Left and top of the inset: the first corner of a map where it covers no dot."""
    right, low = width - INSET[0] - MARGIN, height - INSET[1] - MARGIN
    corners = ((right, MARGIN), (MARGIN, MARGIN), (right, low))
    free = [c for c in corners if not any(_covers(c, dot) for dot in dots)]
    return (free or corners)[0]


def _covers(corner: Point, dot: Point) -> bool:
    across, down = dot[0] - corner[0], dot[1] - corner[1]
    return -MARGIN <= across <= INSET[0] + MARGIN and -MARGIN <= down <= INSET[1] + MARGIN


def draw_inset(box: Box, corner: Point) -> Markup:
    """The world's land with a frame where ``box`` is, its corner at ``corner``."""
    wide, tall = INSET
    west = (box.west + 180) % 360
    middle = (west + (box.east - box.west) / 2) / 360, (180 - box.north - box.south) / 360
    across = max((box.east - box.west) / 360 * wide, SMALLEST[0])
    down = max((box.north - box.south) / 180 * tall, SMALLEST[1])
    return Markup(
        '<svg class="inset" x="{:g}" y="{:g}" width="{:g}" height="{:g}" aria-hidden="true">'
        '<rect width="100%" height="100%"/><path id="world" class="world" d="{}"/>'
        '<use href="#world" x="{:g}"/>'
        '<rect class="here" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/></svg>'
    ).format(
        *corner,
        wide,
        tall,
        "".join(_ring(ring) for ring in Atlas.load().outline),
        -wide,
        middle[0] % 1 * wide - across / 2,
        middle[1] * tall - down / 2,
        across,
        down,
    )


def _ring(ring: Sequence[int]) -> str:
    """A ring of tenths of degrees as a path; what lies beyond 180 is drawn again a turn west."""
    pairs = zip(ring[::2], ring[1::2], strict=True)
    return (
        "M" + "L".join(f"{lon / 22.5 + 80:.1f} {40 - lat / 22.5:.1f}" for lon, lat in pairs) + "Z"
    )
