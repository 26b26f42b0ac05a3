"""When a page may be asked for again: one host at a time, backing off."""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime, timedelta

import msgspec

__all__ = ["Pace", "retry_after", "wait_after"]

MOST = timedelta(hours=24)
"""However long a page has failed, it is tried once a day."""


class Pace(msgspec.Struct, frozen=True):
    """How often to ask: seconds between polls of one page, and between two requests to one host."""

    every: float = 300.0
    host: float = 2.0


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """A ``Retry-After`` header: seconds or an HTTP date; ``None`` if it makes no sense."""
    if value is None:
        return None
    bare = value.strip()
    if bare.isascii() and bare.isdigit():
        return min(MOST, timedelta(seconds=int(bare[:9])))
    try:
        wait = email.utils.parsedate_to_datetime(value).astimezone(UTC) - now
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return max(timedelta(0), min(MOST, wait))


def wait_after(failures: int, pace: Pace, asked: timedelta | None) -> timedelta:
    """How long to wait after so many failures in a row: twice as long each time, up to a day."""
    wait = timedelta(seconds=pace.every) * (1 << min(failures, 12))
    return min(MOST, max(wait, asked or timedelta(0)))
