"""What the gazetteer knows of one place, and how well a name meets it."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Candidate", "Entry", "Kind", "Match"]

Kind = Literal["country", "admin1", "admin2", "place", "capital", "region", "facility"]
"""``admin1`` and ``admin2``: first and second order divisions; ``place``: a populated place;
``region``: an area or water without fixed borders; ``facility``: a point of the user's file."""

Match = Literal["user", "main", "alternate", "verbatim", "loose"]
"""How a name was met: in the user's file; as the main name; as another name of it; as an
abbreviation printed just so; or only by the loose key."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer.

    Attributes:
        id: ``geonames:ID``, ``user:ID``, ``country:XX``, ``admin1:XX:NAME``, ``admin2:XX:NAME`` or
            ``region:NAME``.
        lat, lon: degrees, WGS 84; a division's is the middle of its places.
        country: ISO 3166-1 alpha-2, or ``None``; admin: the first order division's name.
        population: people, 0 where unknown; a division's is the sum over its places.
        where_prec: UCDP GED's code for the entry itself, 1 to 7.
    """

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None = None
    admin: str | None = None
    population: int = 0
    where_prec: int = 1


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that a name may stand for. ``score`` in [0, 1] is prior to any context."""

    entry: Entry
    match: Match
    score: float
