"""Numbers as intervals on one axis: a bar for each origin's figure."""

from __future__ import annotations

from markupsafe import Markup

from counterclaim.dossier.model import Toll, TollBar
from counterclaim.dossier.wording import style

__all__ = ["Axis", "axis_of", "bar", "scale"]

STEPS = (1, 2, 5)


class Axis:
    """From 0 to ``top``, with ``ticks`` that include both ends."""

    def __init__(self, top: int, ticks: tuple[int, ...]) -> None:
        self.top, self.ticks = top, ticks

    def share(self, number: float) -> str:
        """``number`` as a percentage of the axis, as SVG wants it."""
        return f"{max(0.0, min(100.0, 100 * number / self.top)):.2f}%"


def axis_of(toll: Toll) -> Axis:
    """An axis that holds every figure of ``toll`` with room for open ends."""
    most = max(bar.high if bar.high is not None else bar.low * 1.25 for bar in toll.bars)
    step = _step(max(1.0, most) / 4)
    top = step * max(1, -(-int(most + 0.999) // step))
    return Axis(top, tuple(range(0, top + 1, step)))


def _step(rough: float) -> int:
    power = 1
    while True:
        for step in STEPS:
            if step * power >= rough:
                return step * power
        power *= 10


def bar(drawn: TollBar, axis: Axis) -> Markup:
    """One interval: a line from low to high, a dot where both are one, an arrow where open."""
    low, high = axis.share(drawn.low), axis.share(axis.top if drawn.high is None else drawn.high)
    parts = [
        Markup('<line class="grid" x1="{0}" x2="{0}" y1="0" y2="100%"/>').format(axis.share(t))
        for t in axis.ticks
    ]
    if drawn.high is None or drawn.high != drawn.low:
        line = Markup('<line class="bar" x1="{}" x2="{}" y1="50%" y2="50%"/>')
        parts.append(line.format(low, high))
    parts.append(Markup('<circle class="dot" cx="{}" cy="50%" r="5.5"/>').format(low))
    if drawn.high is None:
        parts.append(
            Markup('<svg x="{}" y="50%" class="tip"><path d="M-11-6 0 0-11 6"/></svg>').format(high)
        )
    elif drawn.high != drawn.low:
        parts.append(Markup('<circle class="dot" cx="{}" cy="50%" r="5.5"/>').format(high))
    return Markup('<svg class="interval {}{}" aria-hidden="true">{}</svg>').format(
        style(drawn.party), " gone" if drawn.superseded else "", Markup("").join(parts)
    )


def scale(axis: Axis) -> Markup:
    """The axis's figures, each above its line."""
    marks = [
        Markup('<text x="{}" y="11" text-anchor="{}">{:,}</text>').format(
            axis.share(tick),
            "start" if tick == 0 else "end" if tick == axis.top else "middle",
            tick,
        )
        for tick in axis.ticks
    ]
    return Markup('<svg class="scale" aria-hidden="true">{}</svg>').format(Markup("").join(marks))
