"""What does not hold in a store, and how to go on looking where it cannot even be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from counterclaim.errors import OutputError

__all__ = ["Finding", "as_far_as_readable", "unreadable"]


class Finding(msgspec.Struct, frozen=True):
    """Something that does not hold: the table, the row, and why."""

    table: str
    row: str
    why: str


def as_far_as_readable(table: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """``found``, ended by a finding on ``table`` where the database gives up."""
    try:
        yield from found
    except OutputError as error:
        yield unreadable(table, "some of it", error)
    except (AttributeError, TypeError, ValueError) as error:
        # A damaged database gives numbers for words and nothing for either.
        yield Finding(table, "some of it", f"is of another kind than it was: {error}")


def unreadable(table: str, row: str, error: OutputError) -> Finding:
    """That a row cannot be read."""
    return Finding(table, row, f"cannot be read: {error.fields['reason']}")
