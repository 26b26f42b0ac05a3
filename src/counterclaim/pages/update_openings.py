"""Which paragraphs of flattened text open an update."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from counterclaim.pages import markers
from counterclaim.pages.markers import Marker, read_marker
from counterclaim.pages.pieces import Piece

__all__ = ["update_openings"]

TITLE = 100
"""Characters of an entry's title with its time at most."""

_UPDATED = re.compile(
    r"\W{0,4}(?:last |first |originally )?(?:updated|published|modified)\b", re.IGNORECASE
)


def update_openings(pieces: Sequence[Piece], told: Sequence[int]) -> dict[int, Marker]:
    """Pieces that open an update.

    A bare time needs company: one may be a coincidence. One "Updated 3:15 pm" above the story is
    the page's own stamp, and so is a date beside it. ``told`` are the pieces that may open one.
    """
    found = {at: marker for at in told if (marker := read_marker(pieces[at].text))}
    words = [at for at, marker in found.items() if marker.kind == "word"]
    own = _own_stamps(pieces, found)
    firm = [at for at, mark in found.items() if mark.kind == "time" and mark.firm and at not in own]
    loose = [at for at, marker in found.items() if marker.kind == "time" and not marker.firm]
    lines = [at for at in words if found[at].alone]
    first = next((at for at in told if len(pieces[at].text) > 80), -1)
    listed = _index(pieces, found)
    keep = {at for at in words if at not in lines or len(lines) > 1 or at > first}
    words = sorted(keep)
    if len(firm) >= 2 or (firm and words):
        keep |= set(firm)
    if len(loose) >= 3 or (loose and len(firm) >= 2):
        keep |= set(loose)
    if keep:
        keep |= {at for at, marker in found.items() if marker.kind == "flash"}
    kept = {at: found[at] for at in found if at in keep - listed}
    return _without_echoes(kept, told)


def _index(pieces: Sequence[Piece], found: Mapping[int, Marker]) -> set[int]:
    """Lines of a list of key events: times with titles, which stand alone above their entries."""

    def clock(at: int) -> str:
        """The time of day as printed."""
        span = found[at].clock
        return pieces[at].text[slice(*span)].strip() if span else ""

    last = {clock(at): at for at, marker in found.items() if marker.alone and marker.clock}
    return {
        at
        for at, marker in found.items()
        if not marker.alone and len(pieces[at].text) <= TITLE and last.get(clock(at), -1) > at
    }


def _own_stamps(pieces: Sequence[Piece], found: Mapping[int, Marker]) -> set[int]:
    """Dates that a page prints of itself: alone above the story, beside "Updated: …"."""
    first = next((at for at, piece in enumerate(pieces) if len(piece.text) > 80), len(pieces))
    return {
        at
        for at, marker in found.items()
        if at < first and marker.alone and marker.date
        and any(_says_updated(piece.text) for piece in pieces[max(0, at - 1) : at + 2])
    }  # fmt: skip


def _says_updated(text: str) -> bool:
    """Whether a line is the page's own "Updated 3 May, 11:45"."""
    return markers.is_date_line(text) and bool(_UPDATED.match(text))


def _without_echoes(found: dict[int, Marker], told: Sequence[int]) -> dict[int, Marker]:
    """``found`` without a marker that stands alone right after another: "Update 2" / "14:30"."""
    place = {at: index for index, at in enumerate(told)}
    kept: dict[int, Marker] = {}
    for at, marker in found.items():
        before = told[place[at] - 1] if place[at] else None
        last = kept.get(before) if before is not None else None
        if last is not None and last.alone and marker.kind == "time" and last.clock is None:
            continue
        kept[at] = marker
    return kept
