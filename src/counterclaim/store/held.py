"""Pages as they go into a store, and readings as it holds them."""

from __future__ import annotations

import msgspec

from counterclaim.records import Reading

__all__ = ["Added", "Entry", "Held", "Version"]


class Entry(msgspec.Struct, frozen=True):
    """A page to be kept: its bytes and what was read from them."""

    data: bytes
    reading: Reading


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A reading that the store holds.

    ``page`` is the URL or file that revisions are revisions of; ``digest`` SHA-256 over the rows.
    """

    id: int
    document: str
    sha256: str
    engine: str
    page: str
    name: str
    added: str
    digest: str


class Version(msgspec.Struct, frozen=True):
    """What a page held from its ``first`` to its ``last`` sighting (ISO 8601, UTC)."""

    held: Held
    first: str
    last: str


class Added(msgspec.Struct, frozen=True):
    """What became of an :class:`Entry`: ``new`` is false where the store held that reading."""

    held: Held
    new: bool
