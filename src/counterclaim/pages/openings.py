"""What a line may be by its first letters: quick to ask before patterns are tried."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Opening", "opening"]


class Opening(NamedTuple):
    """Which patterns of :mod:`counterclaim.pages.patterns` could match a line."""

    byline: bool
    note: bool
    related: bool
    credit: bool


_LEAD = re.compile(r"[\s*_#>•·▪►\-–—|=~(\[«“\"]*")
"""What may stand before the first word in all of the patterns."""

_BYLINE = frozenset("by wo st wr po au re ad ed co fr ex an ou sp fo di de ch se".split())
_NOTE = frozenset([*"ed pu co cl no n. nb re th tr we ad an la na so".split(), "a "])
_RELATED = frozenset("re wa se li al tr sp pr mo to ed yo fu wh do in cl".split())
_CREDIT = frozenset("fi ph im pi vi gr il sc ma cr so ca c) ap af re ge ep".split())
"""The first two letters of whatever each pattern matches."""

_ANY, _NONE = Opening(True, True, True, True), Opening(False, False, False, False)
_KNOWN = {
    letters: Opening(letters in _BYLINE, letters in _NOTE, letters in _RELATED, letters in _CREDIT)
    for letters in sorted(_BYLINE | _NOTE | _RELATED | _CREDIT)
}


def opening(head: str) -> Opening:
    """The patterns that could match a line that begins so."""
    letters = head[:2]
    if not letters.isalpha():
        found = _LEAD.match(head)
        start = found.end() if found else 0
        letters = head[start : start + 2]
        if start > 1 or "©" in letters:  # ">>" and "(c)" are part of what is looked for
            return _ANY
    return _KNOWN.get(letters.lower(), _NONE) if letters.isascii() else _ANY
