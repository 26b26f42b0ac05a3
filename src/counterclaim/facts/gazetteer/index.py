"""The shipped gazetteer in memory: arrays, found by the hash of a folded name."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from counterclaim.errors import ModelError
from counterclaim.facts.gazetteer.entries import Entry, Kind, Match
from counterclaim.facts.gazetteer.folding import skeleton
from counterclaim.facts.gazetteer.hashing import check_of, key_of
from counterclaim.facts.gazetteer.packing import PackedError, unpack

__all__ = ["Index"]

FILE = "gazetteer.bin"
_KINDS: tuple[Kind, ...] = get_args(Kind)
ENTRIES = 1 << 13
"""Rows whose entry is remembered: the namesakes of a name come back with every name like it."""

NAMES = 1 << 12
"""Names whose rows are remembered: whether a name is known is asked before what it stands for."""

_NO_ROWS: npt.NDArray[np.intp] = np.empty(0, np.intp)
_NO_ROWS.flags.writeable = False


class Index:
    """Read-only; one instance may be shared by threads.

    ``demonyms`` is the country code by demonym, ``verbatim`` the row by abbreviation,
    ``countries`` the row by ISO code, ``common`` the folded names that are first of
    all English words.
    """

    def __init__(self, data: bytes) -> None:
        """Unpack ``data``.

        Raises:
            PackedError: if it is not an undamaged packed gazetteer.
        """
        self._remembered = lru_cache(ENTRIES)(self._entry)
        self._found = lru_cache(NAMES)(self._rows_of)
        sections = unpack(data)
        self._keys = np.cumsum(sections["key_steps"], dtype=np.uint64)
        self._checks = sections["checks"]
        self._rows = sections["entries"]
        self._columns = {
            name: sections[name]
            for name in ("lat", "lon", "population", "kind", "where_prec", "country", "admin")
        }
        self._geonames = sections["geonames"]
        self._names = sections["names"].tobytes()
        breaks = np.flatnonzero(sections["names"] == ord("\n"))
        self._ends = np.append(breaks, len(self._names))
        self._codes = sections["codes"].tobytes().decode().split("\n")
        states = np.flatnonzero(sections["kind"] == _KINDS.index("country")).tolist()
        self.countries = {self._codes[int(sections["country"][row])]: row for row in states}
        tables: dict[str, Any] = json.loads(sections["tables"].tobytes())
        self.demonyms: dict[str, str] = tables["demonyms"]
        self.verbatim: dict[str, int] = tables["verbatim"]
        self.common: frozenset[str] = frozenset(tables["common"])

    @classmethod
    def shipped(cls) -> Index:
        """The index inside the package.

        Raises:
            ModelError: CC302 if the file is missing or damaged.
        """
        try:
            data = resources.files("counterclaim.facts.gazetteer").joinpath(FILE).read_bytes()
            return cls(data)
        except (OSError, PackedError, KeyError) as error:
            raise ModelError("CC302", name=FILE) from error

    def rows(self, folded: str) -> tuple[npt.NDArray[np.intp], list[Match]]:
        """Rows that ``folded`` names, and how: plain matches only, if there are any."""
        rows, how = self._found(folded)
        return rows, list(how)

    def _rows_of(self, folded: str) -> tuple[npt.NDArray[np.intp], tuple[Match, ...]]:
        key = np.uint64(key_of(skeleton(folded)))
        start = int(self._keys.searchsorted(key, "left"))
        if start == len(self._keys) or self._keys[start] != key:
            return _NO_ROWS, ()
        end = int(self._keys.searchsorted(key, "right"))
        checks = self._checks[start:end]
        plain = np.flatnonzero(checks >> 1 == check_of(folded))
        if not len(plain):
            rows = np.unique(self._rows[start:end]).astype(np.intp)
            loose: Match = "loose"
            return rows, (loose,) * len(rows)
        how: tuple[Match, ...] = tuple(["main" if checks[at] & 1 else "alternate" for at in plain])
        return self._rows[start:end][plain].astype(np.intp), how

    def has(self, folded: str) -> bool:
        """Whether a place is plainly called ``folded``."""
        _, how = self._found(folded)
        return bool(how) and how[0] != "loose"

    def population(self, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
        """People of each of ``rows``."""
        return self._columns["population"][rows].astype(np.int64)

    def entry(self, row: int) -> Entry:
        """The entry in ``row``."""
        return self._remembered(row)

    def _entry(self, row: int) -> Entry:
        kind = self._kind(row)
        name = self._name(row)
        columns = self._columns
        country = self._codes[columns["country"].item(row)] or None
        admin = columns["admin"].item(row) - 1
        return Entry(
            id=self._id(row, kind, name, country),
            name=name,
            kind=kind,
            lat=columns["lat"].item(row) / 1e4,
            lon=columns["lon"].item(row) / 1e4,
            country=country,
            admin=name if kind == "admin1" else self._name(admin) if admin >= 0 else None,
            population=columns["population"].item(row),
            where_prec=columns["where_prec"].item(row),
        )

    def _kind(self, row: int) -> Kind:
        return _KINDS[int(self._columns["kind"].item(row))]

    def _name(self, row: int) -> str:
        start = self._ends.item(row - 1) + 1 if row else 0
        return self._names[start : self._ends.item(row)].decode()

    def _id(self, row: int, kind: Kind, name: str, country: str | None) -> str:
        if kind == "country":
            return f"country:{country}"
        if kind in {"place", "capital"}:
            return f"geonames:{self._geonames.item(row)}"
        return f"{kind}:{country}:{name}" if kind != "region" else f"region:{name}"
