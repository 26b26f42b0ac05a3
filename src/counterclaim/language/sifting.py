"""Many patterns asked of one short text: only those are tried that its words let match."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from counterclaim.language.seeking import Openings, Sought

__all__ = ["Sifted"]


class Sifted:
    """Named patterns, of which few match a text; found by the first letters of its words.

    ``patterns`` are the patterns by name, in the order in which they are named.
    """

    def __init__(self, patterns: Mapping[str, Sought]) -> None:
        self.patterns = patterns

    @cached_property
    def _all(self) -> list[tuple[str, Sought]]:
        return list(self.patterns.items())

    @cached_property
    def _anyway(self) -> frozenset[int]:
        """Numbers of those that may match whatever the words are."""
        return frozenset(
            at for at, (_, each) in enumerate(self._all) if not (each.keys or each.needs)
        )

    @cached_property
    def _called(self) -> dict[str, list[int]]:
        """Numbers of the others by first letters, each of one of which a match holds."""
        called: dict[str, list[int]] = {}
        for at, (_, each) in enumerate(self._all):
            for size, keys in each.keys or each.needs:
                for key in keys:
                    called.setdefault(key.ljust(size), []).append(at)
        return called

    def names(self, openings: Openings) -> list[str]:
        """Names of the patterns that match, in their order."""
        called = openings.begun()
        if called is None:
            return [name for name, each in self._all if each.search(openings)]
        chosen = set(self._anyway)
        for key in self._called.keys() & called:
            chosen.update(self._called[key])
        patterns = (self._all[at] for at in sorted(chosen))
        return [name for name, each in patterns if each.search(openings)]
