"""Names to places: the shipped index and the user's own file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import JaroWinkler

from counterclaim.facts.gazetteer.entries import Candidate, Entry, Match
from counterclaim.facts.gazetteer.folding import SHORT_NAME, fold, skeleton
from counterclaim.facts.gazetteer.index import Index
from counterclaim.facts.gazetteer.userfile import UserPlace, read_user_file

__all__ = ["Gazetteer"]

MOST_CANDIDATES = 60
"""Candidates kept of one name; the rest are villages that no text without more context means."""

REMEMBERED = 4096
"""Names whose candidates are remembered: a page's names come back on the next page."""

LOOSE_LENGTH = 3
"""A loose key shorter than this says too little to match on."""

_MATCH_SCORE: Mapping[Match, float] = {
    "user": 1.0,
    "verbatim": 0.95,
    "main": 0.8,
    "alternate": 0.65,
    "loose": 0.35,
}
_KIND_SCORE = {"country": 0.15, "capital": 0.1, "admin1": 0.08, "region": 0.08}


class Gazetteer:
    """Looks names up. Immutable; the demonyms and common words are those of the index."""

    def __init__(self, index: Index, user: Iterable[UserPlace] = ()) -> None:
        self.index = index
        self._remembered = lru_cache(REMEMBERED)(self._candidates)
        self._user: dict[str, list[tuple[Entry, Match]]] = {}
        for place in user:
            for name in place.names:
                plain = fold(name)
                self._user.setdefault(plain, []).append((place.entry, "user"))
                self._user.setdefault("~" + skeleton(plain), []).append((place.entry, "loose"))

    @classmethod
    def load(cls) -> Gazetteer:
        """The shipped gazetteer.

        Raises:
            ModelError: CC302 if its file is missing or damaged.
        """
        return cls(Index.shipped())

    def with_user_file(self, path: Path | str) -> Gazetteer:
        """This gazetteer with the places of the CSV file ``path`` before its own.

        Raises:
            OptionError: CC202 with the line number of what cannot be used.
        """
        return Gazetteer(self.index, read_user_file(Path(path)))

    def candidates(
        self, name: str, *, country: str | None = None, loose: bool = True
    ) -> list[Candidate]:
        """Places that ``name`` may stand for, best first before any context is looked at.

        ``country`` (ISO 3166-1 alpha-2) keeps only that country's; ``loose`` lets a name that
        nobody has plainly be met by its skeleton. A name that the user's file has plainly is that
        file's alone: who lists a place knows which one the pages mean.
        """
        short = len(name) <= SHORT_NAME
        found = (self._remembered if short else self._candidates)(name, loose)
        if country is not None:
            found = tuple(c for c in found if c.entry.country == country)
        return list(found[:MOST_CANDIDATES])

    def _candidates(self, name: str, loose: bool) -> tuple[Candidate, ...]:
        """All places that ``name`` may stand for, best first."""
        folded = fold(name)
        if not folded:
            return ()
        found = [_candidate(entry, how) for entry, how in self._users(folded, loose)]
        if folded not in self._user:
            found += self._indexed(name, folded, loose and not found)
        if len(found) > 1:
            found.sort(key=lambda c: (-c.score, -c.entry.population, c.entry.id))
        return tuple(found)

    def country_of(self, demonym: str) -> str | None:
        """ISO code of the country whose people or things are called ``demonym``, as printed."""
        return self.index.demonyms.get(demonym)

    def country(self, code: str) -> Entry | None:
        """The state with the ISO 3166-1 alpha-2 ``code``, or ``None``."""
        row = self.index.countries.get(code)
        return self.index.entry(row) if row is not None else None

    def known(self, name: str) -> bool:
        """Whether some place is plainly called ``name``."""
        folded = fold(name)
        return bool(folded) and (folded in self._user or self.index.has(folded))

    def is_user_name(self, name: str) -> bool:
        """Whether the user's file has ``name``."""
        return fold(name) in self._user

    def _users(self, folded: str, loose: bool) -> list[tuple[Entry, Match]]:
        if not self._user:
            return []
        plain = self._user.get(folded)
        if plain is not None or not loose:
            return plain or []
        key = skeleton(folded)
        return self._user.get("~" + key, []) if len(key) >= LOOSE_LENGTH else []

    def _indexed(self, name: str, folded: str, loose: bool) -> list[Candidate]:
        row = self.index.verbatim.get(name)
        found = [_candidate(self.index.entry(row), "verbatim")] if row is not None else []
        rows, how = self.index.rows(folded)
        if not how:
            return found
        if how[0] == "loose" and (not loose or len(skeleton(folded)) < LOOSE_LENGTH):
            return found
        order = self.index.population(rows).argsort(kind="stable")[::-1]
        for at in order[:MOST_CANDIDATES].tolist():
            candidate = _candidate(self.index.entry(int(rows[at])), how[at], folded)
            found.append(candidate)
        return found


def _candidate(entry: Entry, how: Match, folded: str = "") -> Candidate:
    """Match quality, size and kind of place in one number; the user's word is final."""
    if how == "user":
        return Candidate(entry=entry, match=how, score=1.0)
    size = min(1.0, math.log10(entry.population + 10) / 7.5)
    score = 0.75 * _MATCH_SCORE[how] + 0.15 * size + _KIND_SCORE.get(entry.kind, 0.0)
    if how == "loose" and folded:
        score *= JaroWinkler.similarity(folded, fold(entry.name))
    return Candidate(entry=entry, match=how, score=min(1.0, score))
