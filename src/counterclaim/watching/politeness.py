"""When a page may be asked for again: robots.txt, one host at a time, backing off."""

from __future__ import annotations

import email.utils
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from counterclaim.errors import FetchError
from counterclaim.fetching import Fetched

__all__ = ["Pace", "Robots", "retry_after", "wait_after"]

AGENT = "counterclaim"
EVERYBODY_BARRED = "User-agent: *\nDisallow: /"
NOBODY_BARRED = "User-agent: *\nAllow: /"
MOST = timedelta(hours=24)
"""However long a page has failed, it is tried once a day."""


class Pace(msgspec.Struct, frozen=True):
    """How often to ask: seconds between polls of one page, and between two requests to one host."""

    every: float = 300.0
    host: float = 2.0


class Robots:
    """Says what robots.txt allows; asks each host for it once."""

    def __init__(self, fetch: Callable[[str], Fetched]) -> None:
        self._fetch = fetch
        self._known: dict[str, RobotFileParser] = {}

    def allows(self, url: str) -> bool:
        """True if ``url`` may be fetched by this program."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._known:
            self._known[origin] = self._read(f"{origin}/robots.txt")
        return self._known[origin].can_fetch(AGENT, url)

    def _read(self, url: str) -> RobotFileParser:
        """RFC 9309, section 2.3.1: missing allows all, unreachable forbids all."""
        parser = RobotFileParser(url)
        parser.parse(self._rules(url).splitlines())
        return parser

    def _rules(self, url: str) -> str:
        try:
            answer = self._fetch(url)
        except FetchError as error:
            return NOBODY_BARRED if error.code == "CC608" else EVERYBODY_BARRED
        if answer.status == 200:
            return answer.body.decode("utf-8", "replace")
        return NOBODY_BARRED if 400 <= answer.status < 500 else EVERYBODY_BARRED


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """A ``Retry-After`` header: seconds or an HTTP date; ``None`` if it makes no sense."""
    if value is None:
        return None
    if value.strip().isdigit():
        return min(MOST, timedelta(seconds=min(int(value), 10**6)))
    try:
        when = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    wait: timedelta = when.astimezone(UTC) - now
    return max(timedelta(0), min(MOST, wait))


def wait_after(failures: int, pace: Pace, asked: timedelta | None) -> timedelta:
    """How long to wait after so many failures in a row: twice as long each time, up to a day."""
    wait = timedelta(seconds=pace.every) * (1 << min(failures, 12))
    return min(MOST, max(wait, asked or timedelta(0)))
