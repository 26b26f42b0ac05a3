"""Connections that are read until a deadline and so many bytes at most, however it comes.

A time limit for each read alone is none: a server that sends a byte now and then, in its headers,
its chunk lengths or its trailers, keeps its reader for as long as it likes.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from counterclaim.errors import FetchError

__all__ = ["Bounds", "bounded_pool"]


@dataclass
class Bounds:
    """What may still come of ``url``.

    Attributes:
        deadline: monotonic seconds; ``seconds`` is the time that was given, for the message.
        bytes: headers, chunk lengths and all.
        limit: what is said of a page that is longer.
    """

    url: str
    deadline: float
    seconds: float
    bytes: int
    limit: int

    def left(self) -> float:
        """Seconds until the deadline.

        Raises:
            FetchError: CC606 if it is past.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError("CC606", url=self.url, seconds=self.seconds)
        return left

    def take(self, number: int) -> None:
        """Count bytes that came.

        Raises:
            FetchError: CC609 if they are too many.
        """
        self.bytes -= number
        if self.bytes < 0:
            raise FetchError("CC609", url=self.url, limit=self.limit)


@contextmanager
def bounded_pool(
    scheme: str, address: str, port: int, host: str, bounds: Bounds
) -> Iterator[urllib3.HTTPConnectionPool]:
    """Connects to the checked ``address``, but asks for (and proves) the name ``host``.

    No proxies: a pool of its own never looks at the environment. Whatever was opened is closed.
    """
    pool, base = _pool(scheme, address, port, host.removesuffix("."))
    with ExitStack() as opened:
        opened.callback(pool.close)
        response = {"response_class": partial(_Response, bounds, opened)}
        pool.ConnectionCls = cast("type[HTTPConnection]", type(base.__name__, (base,), response))
        yield pool


def _pool(
    scheme: str, address: str, port: int, name: str
) -> tuple[urllib3.HTTPConnectionPool, type[HTTPConnection]]:
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port), HTTPConnection
    made = urllib3.HTTPSConnectionPool(address, port, server_hostname=name, assert_hostname=name)
    return made, HTTPSConnection


class _Response(http.client.HTTPResponse):
    """Reads through :class:`_Reader`."""

    def __init__(
        self, bounds: Bounds, opened: ExitStack, sock: socket.socket, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(sock, *args, **kwargs)
        raw = self.fp.detach()
        # What cannot be understood is closed by nobody else.
        opened.callback(sock.close)
        self.fp = opened.enter_context(io.BufferedReader(_Reader(raw, sock.settimeout, bounds)))


class _Reader(io.RawIOBase):
    def __init__(
        self, raw: io.RawIOBase, settimeout: Callable[[float], None], bounds: Bounds
    ) -> None:
        self._raw = raw
        self._settimeout = settimeout
        self._bounds = bounds

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read what comes within the time and the size that are left."""
        self._settimeout(self._bounds.left())
        try:
            number = self._raw.readinto(buffer)
        except TimeoutError:
            self._bounds.left()
            raise
        self._bounds.take(number or 0)
        return number

    def close(self) -> None:
        """Close what is read from, too."""
        self._raw.close()
        super().close()
