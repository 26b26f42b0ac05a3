"""Lines that tell nothing: notices, sign-up forms and teasers that a site prints on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from counterclaim.records import BlockKind, Reading

__all__ = ["Boilerplate", "day_of", "telling", "title_of"]

TELLING: frozenset[BlockKind] = frozenset(
    {"headline", "byline", "dateline", "body", "update", "caption", "note"}
)
"""Blocks whose words are the page's own telling, not its readers' or its neighbours'."""

LONGEST = 12_000
"""Code points of a page that are looked at: what comes later seldom names the incident."""

REPEATED = 3
LATER = 21

_SEPARATOR = re.compile(r" [-–—|:»] ")


class Boilerplate:
    """Lines that stand word for word on pages weeks apart, and ends of titles that do.

    A report is copied by others within days; what is still there :data:`LATER` days on, on
    :data:`REPEATED` pages or more, belongs to the site and not to the story.
    """

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._seen: dict[str, tuple[int, int, int]] = {}
        for reading in readings:
            self.add(reading)

    def add(self, reading: Reading) -> None:
        """Take note of one page's lines; a page without a day tells nothing about its site's."""
        day = day_of(reading)
        if day is None:
            return
        lines = {line.strip() for line in telling(reading).split("\n")} - {""}
        for line in lines | set(_ends(title_of(reading))):
            times, first, last = self._seen.get(line, (0, day, day))
            self._seen[line] = times + 1, min(first, day), max(last, day)

    def __contains__(self, line: str) -> bool:
        """Whether ``line`` tells nothing, as far as the pages added so far show."""
        times, first, last = self._seen.get(line, (0, 0, 0))
        return times >= REPEATED and last - first >= LATER

    def told(self, reading: Reading) -> str:
        """A page's own telling without such lines, its title first where that stands in it."""
        title = title_of(reading)
        text = telling(reading).replace(title, self.title(reading), 1)
        return "\n".join(line for line in text.split("\n") if line.strip() not in self)

    def title(self, reading: Reading) -> str:
        """A page's title without the site's name and the like at its end."""
        title = title_of(reading)
        ends = [end for end in _ends(title) if end in self]
        return title.removesuffix(max(ends, key=len)) if ends else title


def telling(reading: Reading) -> str:
    """A page's own telling, a block a line, cut when long."""
    return "\n".join(b.span.exact for b in reading.blocks if b.kind in TELLING)[:LONGEST]


def title_of(reading: Reading) -> str:
    """A page's title, else its first line."""
    title = reading.document.title
    return title.exact if title else telling(reading).partition("\n")[0]


def day_of(reading: Reading) -> int | None:
    """Ordinal of the day of publication."""
    value = reading.document.published.value
    try:
        return date.fromisoformat(value[:10]).toordinal() if value else None
    except ValueError:
        return None


def _ends(title: str) -> list[str]:
    """What follows a separator in a title, the separator included, the longest first."""
    return [title[found.start() :] for found in _SEPARATOR.finditer(title)]
