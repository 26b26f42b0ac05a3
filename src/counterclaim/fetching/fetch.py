"""One page by HTTP: every hop checked, pinned and bounded."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from counterclaim.errors import FetchError
from counterclaim.fetching.addresses import Address, Resolver, is_public, resolve, system_resolver
from counterclaim.fetching.body import read_body
from counterclaim.fetching.wire import Bounds, bounded_pool

__all__ = ["Fetched", "Limits", "fetch"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
OTHERS_PORTS = frozenset(
    map(
        int,
        """
        0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110
        111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532
        540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060
        5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080
        """.split(),
    )
)
"""Ports of other protocols, which a request could be mistaken for (WHATWG Fetch, "bad port")."""

DOTS = re.compile("[.\u3002\uff0e\uff61]")
DEVIATING = frozenset("ßς")
"""Letters that are letters of names today (IDNA 2008), and that IDNA 2003 wrote as others."""

AROUND = 1_000_000
"""Bytes beside the body's: headers, lengths of chunks, trailers."""

HEADERS = 65_536
"""Characters of names and values; what is kept of a page goes into every one of its sightings."""

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
        enabled: whether anything is fetched at all; a program that embeds this one has to say so.
        body: bytes after decompression.
        seconds: for all hops together.
        redirects: hops after the first.
        allowed: says of an address whether it may be connected to.
        resolver: names to addresses.
    """

    enabled: bool = False
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
        FetchError: CC601–CC609; see ``errors.py``. CC611 if ``limits`` do not enable fetching.
    """
    limits = limits or Limits()
    if not limits.enabled:
        raise FetchError("CC611", url=url)
    deadline = time.monotonic() + limits.seconds
    here = url
    for _ in range(limits.redirects + 1):
        answer = _one_hop(here, headers or {}, limits, deadline)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return Fetched(url, here, answer.status, answer.headers, answer.body, answer.retrieved)
        here = urljoin(here, answer.headers["location"])
    raise FetchError("CC605", url=url, limit=limits.redirects)


def _one_hop(url: str, headers: Mapping[str, str], limits: Limits, deadline: float) -> Fetched:
    parts, host = _checked(url)
    port = parts.port or PORTS[parts.scheme]
    address = resolve(host, port, allowed=limits.allowed, resolver=limits.resolver)
    bounds = Bounds(url, deadline, limits.seconds, 2 * limits.body + AROUND, limits.body)
    left = bounds.left()
    name = f"[{host}]" if ":" in host else host
    sent = {
        "Host": name if parts.port is None else f"{name}:{port}",
        "User-Agent": limits.agent,
        "Accept-Encoding": "gzip, deflate",
    }
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        with bounded_pool(parts.scheme, str(address), port, host, bounds) as pool:
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
            return _answer(url, response, limits)
    except (HTTPError, OSError) as error:
        raise FetchError("CC607", url=url, reason=type(error).__name__) from error


def _checked(url: str) -> tuple[SplitResult, str]:
    """The parts of a URL that may be fetched, and its host as it is asked for in the DNS.

    That is: http(s), a host, nobody's name and password, no other protocol's port.
    """
    try:
        parts = urlsplit(url)
        valid = parts.scheme in PORTS and parts.hostname and parts.port not in OTHERS_PORTS
        host = _ascii(parts.hostname or "")
    except ValueError as error:
        raise FetchError("CC601", url=url) from error
    if not valid:
        raise FetchError("CC601", url=url)
    if parts.username is not None or parts.password is not None:
        raise FetchError("CC602", url=url)
    return parts, host


def _ascii(host: str) -> str:
    """A host's name as it is asked for.

    Raises:
        UnicodeError: if there is no such name.
    """
    labels = DOTS.split(host)
    if "" in labels[:-1]:
        raise UnicodeError(host)
    return ".".join(map(_label, labels))


def _label(label: str) -> str:
    if DEVIATING.intersection(label):
        return "xn--" + unicodedata.normalize("NFC", label).encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")


def _answer(url: str, response: urllib3.BaseHTTPResponse, limits: Limits) -> Fetched:
    headers = {name.lower(): value for name, value in response.headers.items()}
    if sum(len(name) + len(value) for name, value in headers.items()) > HEADERS:
        raise FetchError("CC607", url=url, reason="its headers are too long")
    body = b""
    if response.status == 200:
        media = headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if media not in TYPES:
            raise FetchError("CC608", url=url, media=media)
        body = read_body(url, response, headers, limits.body)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Fetched(url, url, response.status, headers, body, now)
