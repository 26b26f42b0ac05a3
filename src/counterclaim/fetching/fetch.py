"""One page by HTTP: every hop checked, pinned and bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from counterclaim.errors import FetchError
from counterclaim.fetching.addresses import Address, Resolver, is_public, resolve, system_resolver
from counterclaim.fetching.body import read_body

__all__ = ["Fetched", "Limits", "fetch"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
TYPES = frozenset(
    {
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "application/rdf+xml",
        "application/rss+xml",
        "application/xhtml+xml",
        "application/xml",
        "text/html",
        "text/plain",
        "text/xml",
    }
)
"""Media types worth reading; anything else is refused before its body is read."""


@dataclass(frozen=True)
class Limits:
    """How much a page may ask for.

    Attributes:
        body: bytes after decompression.
        seconds: for all hops together.
        redirects: hops after the first.
        allowed: says of an address whether it may be connected to.
        resolver: names to addresses.
    """

    body: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    allowed: Callable[[Address], bool] = is_public
    resolver: Resolver = system_resolver
    agent: str = "counterclaim/0.1 (reads news pages; obeys robots.txt)"


@dataclass(frozen=True)
class Fetched:
    """What came back.

    Attributes:
        url: the address of the last hop; ``asked`` the one that was asked for.
        status: HTTP status; 304 has no body.
        headers: names in lower case.
        retrieved: ISO 8601, UTC.
    """

    asked: str
    url: str
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)
    retrieved: str


def fetch(
    url: str, *, headers: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Fetched:
    """Fetch ``url``, following redirects, within ``limits``.

    Raises:
        FetchError: CC601–CC609; see ``errors.py``.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    here = url
    for _ in range(limits.redirects + 1):
        answer = _one_hop(here, headers or {}, limits, deadline)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return Fetched(url, here, answer.status, answer.headers, answer.body, answer.retrieved)
        here = urljoin(here, answer.headers["location"])
    raise FetchError("CC605", url=url, limit=limits.redirects)


def _one_hop(url: str, headers: Mapping[str, str], limits: Limits, deadline: float) -> Fetched:
    parts = _checked(url)
    host = str(parts.hostname)
    port = parts.port or PORTS[parts.scheme]
    address = resolve(host, port, allowed=limits.allowed, resolver=limits.resolver)
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError("CC606", url=url, seconds=limits.seconds)
    pool = _pool(parts.scheme, str(address), port, host)
    sent = {"Host": parts.netloc, "User-Agent": limits.agent, "Accept-Encoding": "gzip, deflate"}
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        response = pool.request(
            "GET",
            path,
            headers={**sent, **headers},
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
            timeout=urllib3.Timeout(total=left, connect=left, read=left),
        )
        try:
            return _answer(url, response, limits, deadline)
        finally:
            response.close()
    except (HTTPError, OSError) as error:
        raise FetchError("CC607", url=url, reason=type(error).__name__) from error
    finally:
        pool.close()


def _checked(url: str) -> SplitResult:
    """The parts of a URL that may be fetched: http(s), a host, nobody's name and password."""
    try:
        parts = urlsplit(url)
        valid = parts.scheme in PORTS and parts.hostname and (parts.port or 1) > 0
    except ValueError as error:
        raise FetchError("CC601", url=url) from error
    if not valid:
        raise FetchError("CC601", url=url)
    if parts.username is not None or parts.password is not None:
        raise FetchError("CC602", url=url)
    return parts


def _pool(scheme: str, address: str, port: int, host: str) -> urllib3.HTTPConnectionPool:
    """Connects to the checked address, but asks for (and proves) the name.

    No proxies: a pool of its own never looks at the environment.
    """
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port)
    return urllib3.HTTPSConnectionPool(address, port, server_hostname=host, assert_hostname=host)


def _answer(
    url: str, response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float
) -> Fetched:
    headers = {name.lower(): value for name, value in response.headers.items()}
    body = b""
    if response.status == 200:
        media = headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if media not in TYPES:
            raise FetchError("CC608", url=url, media=media)
        body = read_body(url, response, headers, limits.body, deadline, limits.seconds)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Fetched(url, url, response.status, headers, body, now)
