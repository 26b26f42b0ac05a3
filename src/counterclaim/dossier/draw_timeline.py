"""The four clocks as a drawing: one lane a clock, marks that can be followed to their words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from markupsafe import Markup

from counterclaim.dossier.clock import Stretch, TimeAxis, interval
from counterclaim.dossier.page_model import Timeline, TimelineEntry
from counterclaim.dossier.segments import literal
from counterclaim.dossier.wording import CLOCKS

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

Placed = tuple[TimelineEntry, float, float, int]


def draw_timeline(timeline: Timeline) -> Markup:
    """The drawing, or nothing where no entry has a time that can be drawn."""
    timed = [(e, t) for e in timeline.entries if (t := interval(e.earliest, e.latest))]
    if not timed:
        return Markup("")
    axis = TimeAxis([t for _, t in timed])
    parts, y = [Markup("")], 22
    for clock, name in CLOCKS.items():
        lane = _stack([(e, axis.x(a), axis.x(b)) for e, (a, b) in timed if e.clock == clock])
        rows = max((row for *_, row in lane), default=0) + 1
        parts.append(
            Markup('<text class="lane" x="0" y="{}">{}</text>').format(y + 18, name)
            + Markup('<line class="rule" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(y)
        )
        parts += [_mark(e, a, b, y + HEAD + row * ROW) for e, a, b, row in lane]
        y += HEAD + rows * ROW + PAD
    parts[0] = _axis(axis, y)
    return Markup(
        '<svg class="clocks" height="{}" role="group" aria-label="Timeline on four clocks; the '
        'table below says the same">{}</svg>'
    ).format(y + 4, Markup("").join(parts))


def _stack(entries: Sequence[tuple[TimelineEntry, float, float]]) -> list[Placed]:
    """Each entry in the first row of its lane where its mark touches no other."""
    ends: list[float] = []
    placed: list[Placed] = []
    for entry, a, b in sorted(entries, key=lambda e: (e[1], e[2], e[0].code)):
        width = (len(_words(entry)) * LETTER + 22) / WIDTH
        left = min(a, 1 - width)
        row = next((i for i, end in enumerate(ends) if end <= left), len(ends))
        right = max(b, left + width) + 8 / WIDTH
        if row == len(ends):
            ends.append(right)
        else:
            ends[row] = right
        placed.append((entry, a, b, row))
    return placed


def _words(entry: TimelineEntry) -> str:
    note = entry.note if len(entry.note) <= LETTERS else entry.note[: LETTERS - 1] + "…"
    return f"{entry.code} {' '.join(note.split())}".strip()


def _percent(share: float) -> str:
    return f"{INSET[0] + INSET[1] * share:.2f}%"


def _mark(entry: TimelineEntry, a: float, b: float, y: int) -> Markup:
    words = _words(entry)
    width = len(words) * LETTER + 14
    shift = -width if a > 1 - (width + 8) / WIDTH else 0
    who = " ".join(filter(None, (CLOCKS[entry.clock] + ":", entry.label, entry.origin)))
    gone = ", superseded" if entry.superseded else ""
    bar = (
        Markup('<line class="span" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
            _percent(a), _percent(b), y=y + 23
        )
        if b > a
        else Markup("")
    )
    return Markup(
        '<a class="mark p{}{}" href="#{}" aria-label="{}">{}<svg class="pill" x="{}" y="{}">'
        '<rect x="{:.0f}" width="{:.0f}" height="20" rx="4"/><text x="{:.0f}" y="14">{}</text>'
        "</svg><title>{}</title></a>"
    ).format(
        min(entry.party, 6),
        " gone" if entry.superseded else "",
        entry.anchor,
        literal(who + gone),
        bar,
        _percent(a),
        y,
        shift,
        width,
        shift + 7,
        literal(words),
        literal(who + gone),
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
