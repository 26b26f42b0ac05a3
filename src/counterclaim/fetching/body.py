"""A response's body, decompressed as it comes, never more than the limit."""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping

import urllib3

from counterclaim.errors import FetchError

__all__ = ["read_body"]

CHUNK = 65_536
WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
"""``wbits`` of :func:`zlib.decompressobj` for each content coding that is asked for."""


def read_body(
    url: str,
    response: urllib3.BaseHTTPResponse,
    headers: Mapping[str, str],
    limit: int,
    deadline: float,
    seconds: float,
) -> bytes:
    """At most ``limit`` bytes, all of them by ``deadline`` (monotonic seconds).

    Raises:
        FetchError: CC606 too slow, CC609 too large, CC607 damaged or of an unknown coding.
    """
    coding = headers.get("content-encoding", "identity").strip().lower()
    if coding not in WINDOWS and coding != "identity":
        raise FetchError("CC607", url=url, reason=f"content coding {coding}")
    unpack = zlib.decompressobj(WINDOWS[coding]) if coding in WINDOWS else None
    body = bytearray()
    while chunk := response.read1(CHUNK):
        if time.monotonic() > deadline:
            raise FetchError("CC606", url=url, seconds=seconds)
        body += _unpacked(url, unpack, chunk, limit + 1 - len(body))
        if len(body) > limit:
            raise FetchError("CC609", url=url, limit=limit)
    return bytes(body)


def _unpacked(url: str, unpack: zlib._Decompress | None, chunk: bytes, room: int) -> bytes:
    if unpack is None:
        return chunk
    try:
        return unpack.decompress(chunk, room)
    except zlib.error as error:
        raise FetchError("CC607", url=url, reason="damaged compression") from error
