"""Frames in which a name can be nothing but a town's, wherever else the page has it.

A town called like somebody ("Warren") or like a common word ("Hope") is known by one of its
mentions: it opens a dateline, its division stands after it, something is in it, its police speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.facts.gazetteer import fold
from counterclaim.facts.places.kinds import ADMIN_WORDS
from counterclaim.facts.places.tables import LOCAL_INSTITUTIONS, WITHIN

if TYPE_CHECKING:
    from counterclaim.facts.places.features import Setting

__all__ = ["is_held", "names_agency", "opens_dateline", "shown_as_town", "town_names"]

_SHAPE = re.compile(
    r"(?:/[A-Z][A-Z .'’-]{1,24}){0,3}"
    r"(?P<named>(?:, [A-Z][A-Za-z0-9. ]{1,24}?)?(?: ?\([^()\n]{1,40}\))?)"
    r"(?: ?--| ?[–—]| - |- )"
)
"""What follows a dateline's town: its division, the agency in brackets, and a dash."""

_LINE = 60
"""Code points of the towns before the last one of a dateline: "ZARNIK/DOL (Wire) -"."""

_BETWEEN = frozenset({", ", " (", ","})
_PLAIN = frozenset({"main", "verbatim", "user"})


def opens_dateline(text: str, start: int, end: int) -> bool:
    """Whether the capitals ``text[start:end]`` are a dateline's town: "ZARNIK, Tol. (Wire) --"."""
    if not text[start:end].isupper():
        return False
    low = max(0, start - _LINE)
    before = re.split(r"[\r\n]", text[low:start])[-1]
    if before and not (before.isupper() and before[-1] == "/"):
        return False
    if len(before) == start - low and low:
        return False
    return _SHAPE.match(text, end) is not None


def names_agency(text: str, end: int) -> bool:
    """Whether a dateline whose town ends at ``end`` names a division or agency before its dash."""
    match = _SHAPE.match(text, end)
    return match is not None and bool(match["named"])


def is_held(setting: Setting, at: int) -> bool:
    """Whether the name ``at`` stands before the state or division that a place of its name is in.

    "Warren, Ohio", "Hope (Ark.)".
    """
    if at + 1 >= len(setting.names):
        return False
    name, after = setting.names[at], setting.names[at + 1]
    if setting.text[name.end : after.start] not in _BETWEEN:
        return False
    areas = [c.entry for c in after.candidates if c.match in _PLAIN]
    held = [c.entry for c in name.candidates if c.match in _PLAIN]
    return any(
        place.country == area.country and (area.kind == "country" or place.admin == area.name)
        for area in areas
        if area.kind in {"country", "admin1"}
        for place in held
        if place.kind not in {"country", "admin1"}
    )


def shown_as_town(setting: Setting, at: int) -> bool:
    """Whether the words around the name ``at`` show it to be a town's and nobody's."""
    name = setting.names[at]
    if not name.candidates or name.candidates[0].match == "loose" or setting.is_surname(name):
        return False
    if opens_dateline(setting.text, name.start, name.end) or is_held(setting, at):
        return True
    if name.last - name.first > 1 and setting.word(name.last - 1) in ADMIN_WORDS:
        return True
    first = name.first
    while first > name.run_first and setting.is_direction(first - 1):
        first -= 1
    if first > name.run_first:
        return False
    following = setting.word(name.last) if setting.beside(name.last - 1) else ""
    if following in LOCAL_INSTITUTIONS:
        return True
    marked = setting.text[name.end : name.end + 1] in {"'", "’"}
    alone = name.last == name.run_last and not marked
    return alone and setting.words_before(name)[0] in WITHIN


def town_names(setting: Setting) -> Iterator[str]:
    """The folded names that some mention shows to be a town's."""
    for at, name in enumerate(setting.names):
        if shown_as_town(setting, at):
            yield fold(name.text)
