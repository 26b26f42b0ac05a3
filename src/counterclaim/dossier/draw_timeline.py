"""The four clocks as a drawing: one lane a clock, marks that can be followed to their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from counterclaim.dossier.clock import Stretch, TimeAxis, interval
from counterclaim.dossier.page_model import Timeline, TimelineEntry
from counterclaim.dossier.segments import literal
from counterclaim.dossier.wording import CLOCKS, style

__all__ = ["draw_timeline"]

WIDTH = 760
"""Pixels the drawing is laid out for; on wider screens everything only gets more room."""
ROW, HEAD, PAD = 30, 30, 10
LETTER = 7.1
"""Pixels a letter of a mark takes up, generously."""
INSET = (2.0, 96.0)
"""Percent of the width where the axis begins and how wide it is."""

HOUR, DAY = 3600, 86400
TICKS = (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY, 365 * DAY)
LETTERS = 26


@dataclass(frozen=True)
class Placed:
    """An entry's stretch from ``a`` to ``b``, its mark at ``x`` (0 to 1), its row in the lane."""

    entry: TimelineEntry
    a: float
    b: float
    x: float
    row: int


@dataclass
class _Row:
    stretch: tuple[float, float]
    mark_end: float
    end: float

    def beside(self, a: float, b: float, width: float) -> bool:
        """Whether another mark of the same stretch still finds room above it."""
        return self.stretch == (a, b) and self.mark_end + width <= b


def draw_timeline(timeline: Timeline) -> Markup:
    """The drawing, or nothing where no entry has a time that can be drawn."""
    timed = [(e, t) for e in timeline.entries if (t := interval(e.earliest, e.latest))]
    if not timed:
        return Markup("")
    axis = TimeAxis([t for _, t in timed])
    parts, y = [Markup("")], 22
    for clock, name in CLOCKS.items():
        lane = _stack([(e, axis.x(a), axis.x(b)) for e, (a, b) in timed if e.clock == clock])
        rows = max((p.row for p in lane), default=0) + 1
        parts.append(
            Markup('<text class="lane" x="0" y="{}">{}</text>').format(y + 18, name)
            + Markup('<line class="rule" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(y)
        )
        parts += [_mark(p, y + HEAD + p.row * ROW) for p in lane] or [_empty(y + HEAD)]
        y += HEAD + rows * ROW + PAD
    parts[0] = _axis(axis, y)
    return Markup(
        '<svg class="clocks" height="{}" role="group" aria-label="Timeline on four clocks; the '
        'table below says the same">{}</svg>'
    ).format(y + 4, Markup("").join(parts))


def _empty(y: int) -> Markup:
    return Markup('<text class="when" x="0" y="{}">no time known</text>').format(y + 14)


def _stack(entries: Sequence[tuple[TimelineEntry, float, float]]) -> list[Placed]:
    """Each entry in the first row of its lane where it touches no other.

    Marks of one and the same stretch, a whole day say, stand beside each other above it.
    """
    rows: list[_Row] = []
    placed: list[Placed] = []
    for entry, a, b in sorted(entries, key=lambda e: (e[1], e[2])):
        width = (_mark_width(entry) + 8) / WIDTH
        at = max(0.0, min(a, 1 - width))
        fitting = (i for i, row in enumerate(rows) if row.beside(a, b, width) or row.end <= at)
        number = next(fitting, len(rows))
        if number == len(rows):
            rows.append(_Row((a, b), 0.0, 0.0))
        elif rows[number].beside(a, b, width):
            at = rows[number].mark_end
        rows[number] = _Row((a, b), at + width, max(b + 8 / WIDTH, at + width))
        placed.append(Placed(entry, a, b, at, number))
    return placed


def _mark_width(entry: TimelineEntry) -> float:
    return len(_words(entry)) * LETTER + 14


def _words(entry: TimelineEntry) -> str:
    note = entry.note if len(entry.note) <= LETTERS else entry.note[: LETTERS - 1] + "…"
    return f"{entry.code} {' '.join(note.split())}".strip()


def _percent(share: float) -> str:
    return f"{INSET[0] + INSET[1] * share:.2f}%"


def _mark(placed: Placed, y: int) -> Markup:
    entry, words = placed.entry, _words(placed.entry)
    gone = ", superseded" if entry.superseded else ""
    who = " ".join(filter(None, (CLOCKS[entry.clock] + ":", entry.label, entry.origin))) + gone
    line = Markup('<line class="span" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
        _percent(placed.a), _percent(placed.b), y=y + 23
    )
    return Markup(
        '<a class="mark {}{}" href="#{}" aria-label="{}">{}<svg class="pill" x="{}" y="{}">'
        '<rect width="{:.0f}" height="20" rx="4"/><text x="7" y="14">{}</text>'
        "</svg></a>"
    ).format(
        style(entry.party),
        " gone" if entry.superseded else "",
        entry.anchor,
        literal(f"{words}. {who}"),
        line if placed.b > placed.a else "",
        _percent(placed.x),
        y,
        _mark_width(entry),
        literal(words),
    )


def _axis(axis: TimeAxis, height: int) -> Markup:
    parts = []
    day_before, right = "", -1.0
    for run in axis.runs():
        if run.folded:
            parts.append(_fold(run, height))
            continue
        for tick in _ticks(run):
            at = datetime.fromtimestamp(tick, UTC)
            day = f"{at.day} {at:%b} {at.year}"
            words = day if day != day_before or not tick % DAY else f"{at:%H:%M}"
            x = axis.x(tick)
            if x < right:
                continue
            day_before, right = day, x + (len(words) * LETTER + 12) / WIDTH
            anchor = "end" if x > 0.93 else "start"
            parts.append(
                Markup(
                    '<line class="tick" x1="{0}" x2="{0}" y1="16" y2="{1}"/>'
                    '<text class="when" x="{0}" y="11" text-anchor="{2}">{3}</text>'
                ).format(_percent(x), height, anchor, words)
            )
    return Markup("").join(parts)


def _ticks(run: Stretch) -> list[int]:
    """Round times inside ``run``, not closer than 110 pixels."""
    room = max(1.0, (run.x2 - run.x1) * WIDTH / 110)
    step = next((s for s in TICKS if (run.end - run.start) / s <= room), TICKS[-1])
    first = -(-int(run.start) // step) * step
    return list(range(first, int(run.end) + 1, step)) or [int(run.start)]


def _fold(run: Stretch, height: int) -> Markup:
    hours = (run.end - run.start) / HOUR
    long = f"{hours:.0f} h" if hours < 72 else f"{hours / 24:,.0f} days"
    if hours > 24 * 730:
        long = f"{hours / 24 / 365.25:.0f} years"
    x = _percent((run.x1 + run.x2) / 2)
    return Markup(
        '<rect class="fold" x="{}" width="{:.2f}%" y="16" height="{}"/>'
        '<text class="when" x="{}" y="11" text-anchor="middle">{}</text>'
    ).format(_percent(run.x1), INSET[1] * (run.x2 - run.x1), height - 16, x, long)
