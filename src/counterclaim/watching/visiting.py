"""Asking hosts for pages one at a time, with a pause, and only for what robots.txt allows."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from counterclaim.errors import FetchError
from counterclaim.fetching import Fetched, Limits, fetch
from counterclaim.watching.robots import Robots

__all__ = ["Visitor"]

ROBOTS = 512_000
"""Bytes of robots.txt that are read (RFC 9309, section 2.5)."""


@dataclass
class Visitor:
    """Fetches politely.

    ``pause`` is in seconds between two requests to one host; ``sleep`` waits that long.
    """

    limits: Limits = field(default_factory=Limits)
    pause: float = 2.0
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        short = replace(self.limits, body=min(self.limits.body, ROBOTS))
        self._robots = Robots(lambda url: fetch(url, limits=short))

    def get(
        self, url: str, headers: Mapping[str, str] | None = None, *, told_to: bool = False
    ) -> Fetched:
        """The answer for ``url``, whatever its status.

        Args:
            url: the page.
            headers: conditions, if any.
            told_to: a person asked for this very page; robots.txt is for programs on their own.

        Raises:
            FetchError: CC610 where robots.txt forbids it; CC601-CC609 and CC611 as :func:`fetch`.
        """
        if not self.limits.enabled:
            raise FetchError("CC611", url=url)
        if not told_to and not self._robots.allows(url):
            raise FetchError("CC610", url=url)
        host = urlsplit(url).netloc
        pause = self.pause if told_to else max(self.pause, self._robots.delay(url))
        now = time.monotonic()
        wait = self._asked.get(host, now - pause) + pause - now
        if wait > 0:
            self.sleep(wait)
        self._asked[host] = time.monotonic()
        return fetch(url, headers=headers, limits=self.limits)
