"""What a page's address tells: its host, and the words of a headline written into it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

__all__ = ["Address", "address_of"]

Address = tuple[str, tuple[str, ...]]
"""Host without ``www.`` and the words of the path, ``""`` and none where there is no address."""

LONGEST = 2_000
"""Code points of an address that are looked at."""

_INNER = re.compile(r"https?://")
_PARTS = re.compile(r"[/?&=#]")
_JOINTS = re.compile(r"[-_.+ ]")
_WORD = re.compile(r"[A-Za-z]{3,}|\d{1,2}")


def address_of(url: str | None) -> Address:
    """Host and words of ``url``; of an archive's copy, those of the page that was copied.

    A part of the path tells words if it is one word or several with hyphens, points or spaces
    between them; numbers of more than two digits are the site's and tell nothing.
    """
    if not url:
        return "", ()
    url = url[:LONGEST]
    inner = list(_INNER.finditer(url))
    try:
        parsed = urlsplit(url[inner[-1].start() :] if inner else url)
        host = (parsed.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ()
    words = [word for part in _PARTS.split(unquote(parsed.path)) for word in _words(part)]
    return host, tuple(words)


def _words(part: str) -> list[str]:
    pieces = _JOINTS.split(part)
    if len(pieces) < 2 and not part.isalpha():
        return []
    return [piece for piece in pieces if _WORD.fullmatch(piece)]
