"""A response's body, decompressed as it comes, never more than the limit."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import urllib3

from counterclaim.errors import FetchError

__all__ = ["read_body"]

CHUNK = 65_536
GZIP, ZLIB, BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
WINDOWS = {"gzip": GZIP, "x-gzip": GZIP, "deflate": ZLIB}
"""``wbits`` of :func:`zlib.decompressobj` for each content coding that is asked for."""

PLAIN = frozenset({"", "identity"})


def read_body(
    url: str, response: urllib3.BaseHTTPResponse, headers: Mapping[str, str], limit: int
) -> bytes:
    """At most ``limit`` bytes, unpacked once; what is packed twice is of an unknown coding.

    Raises:
        FetchError: CC609 too large, CC607 damaged, cut off or of an unknown coding.
    """
    coding = headers.get("content-encoding", "").strip().lower()
    if coding not in WINDOWS and coding not in PLAIN:
        raise FetchError("CC607", url=url, reason=f"content coding {coding[:40]!r}")
    body = bytearray()
    unpacker = _Unpacker(WINDOWS[coding]) if coding in WINDOWS else None
    try:
        while chunk := response.read1(CHUNK):
            room = limit + 1 - len(body)
            body += chunk if unpacker is None else unpacker.unpack(chunk, room)
            if len(body) > limit:
                raise FetchError("CC609", url=url, limit=limit)
    except zlib.error as error:
        raise FetchError("CC607", url=url, reason="damaged compression") from error
    if unpacker is not None and not unpacker.whole:
        raise FetchError("CC607", url=url, reason="cut off")
    return bytes(body)


class _Unpacker:
    """Unpacks one stream, or several gzip members one behind the other."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._stream = zlib.decompressobj(window)
        self._begun = False

    @property
    def whole(self) -> bool:
        """Whether the stream came to its end; nothing at all is whole as well."""
        return self._stream.eof or not self._begun

    def unpack(self, data: bytes, room: int) -> bytes:
        """At most ``room`` bytes; what does not fit is lost, so one byte too many is enough.

        Raises:
            zlib.error: if ``data`` is damaged.
        """
        found = bytearray()
        while data and len(found) < room:
            if self._stream.eof:
                if self._window != GZIP or not data.startswith(b"\x1f"):
                    # Padding, as some servers send.
                    break
                self._stream = zlib.decompressobj(self._window)
            found += self._some(data, room - len(found))
            data = self._stream.unused_data
        return bytes(found)

    def _some(self, data: bytes, room: int) -> bytes:
        begun, self._begun = self._begun, True
        try:
            return self._stream.decompress(data, room)
        except zlib.error:
            if begun or self._window != ZLIB:
                raise
        # "deflate" is zlib's form by RFC 9110, section 8.4.1.2; many servers leave its head away.
        self._window = BARE
        self._stream = zlib.decompressobj(BARE)
        return self._stream.decompress(data, room)
