"""The finer kind of a name that a corpus calls a person, an organisation or a place.

Corpora of names do not tell states from towns, nor outlets and armed groups from other
organisations. The tables of ``counterclaim.actors`` and, where it is there, PETRARCH's list of
military non-state actors do.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from counterclaim.actors.knowledge import Entry, Knowledge
from counterclaim.facts.event_words import WEAPONS

_OF_ACTOR = {
    "state": "state",
    "agency": "outlet",
    "outlet": "outlet",
    "armed_group": "armed_group",
}
FACILITY_WORDS = frozenset(
    """airbase airfield airport arena barracks base bridge building camp castle cathedral centre
    center checkpoint church clinic compound consulate courthouse dam depot embassy factory garrison
    headquarters hospital hotel jail library mall market mill mine mosque museum office palace
    pier pipeline plant port prison refinery restaurant runway school shrine stadium station
    substation synagogue temple terminal theater theatre tower tunnel warehouse zoo""".split()
)
"""Last words of the names of things that were built."""
OUTLET_WORDS = frozenset(
    """bbc broadcasting channel chronicle gazette herald journal news newspaper post radio reuters
    television telegraph times tribune tv wikinews""".split()
)
ARMED_WORDS = frozenset("brigade brigades contras guerrillas militia militias rebels".split())
WEAPON = re.compile(rf"(?<!\w)(?:{WEAPONS})(?!\w)")
_PETRARCH = Path(
    "plover_cameo/petrarch2/petrarch2/data/dictionaries/Phoenix.MilNonState.actors.txt"
)
_ACTOR = re.compile(r"^\+?([A-Z][A-Z_'.-]{4,})(?:\([A-Z]+\)_?)?[ \t]*(?:[\[;#].*)?$", re.MULTILINE)


class Kinds:
    """Names to kinds. Where several tables have a name, the first of them is right."""

    def __init__(self, data: Path | None = None) -> None:
        self._known: dict[str, str] = {}
        for entry in Knowledge.load().entries.values():
            for name in (entry.name, *entry.aliases):
                self._known.setdefault(_folded(name), _kind_of(entry))
        for name in _petrarch(data / _PETRARCH) if data else ():
            self._known.setdefault(name, "armed_group")

    def known(self, name: str) -> str | None:
        """The kind of a name that is in the tables; ``other`` is any other kind."""
        bare = re.sub(r"^(?:[Tt]he|THE)\s+", "", " ".join(name.split()))
        return self._known.get(_folded(bare))

    def refine(self, name: str, coarse: str) -> str:
        """The kind of a name, ``coarse`` being person, organisation or place."""
        known = self.known(name)
        if coarse == "person":
            return coarse
        if known == "state" or (coarse == "organisation" and known in ("outlet", "armed_group")):
            return known
        last = name.split()[-1].casefold() if name.split() else ""
        if coarse == "place" and last in FACILITY_WORDS and " " in name:
            return "facility"
        if coarse == "organisation" and known is None:
            if last in OUTLET_WORDS:
                return "outlet"
            if last in ARMED_WORDS:
                return "armed_group"
        return coarse


def weapons(text: str) -> list[tuple[int, int]]:
    """Words that may name weapons, where a corpus marks none."""
    return [found.span() for found in WEAPON.finditer(text)]


def _kind_of(entry: Entry) -> str:
    return _OF_ACTOR.get(entry.kind, "other")


def _folded(name: str) -> str:
    """Acronyms keep their capitals, so that "us" is not a state."""
    return name if len(name) < 4 and name.isupper() else name.casefold()


def _petrarch(path: Path) -> Iterator[str]:
    """Names of several words from PETRARCH, which writes an underscore for a blank."""
    if path.is_file():
        raw = path.read_text(encoding="utf-8", errors="replace")
        for found in _ACTOR.finditer(raw):
            name = found[1].strip("_").replace("_", " ").casefold()
            if " " in name:
                yield name
