"""Whether a page reads like English, the only language that is read for who says what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, islice

from counterclaim.records import Block

__all__ = ["reads_like_english"]

_FEWEST, _MOST = 20, 4000
"""Words of a page below which nothing can be said, and from which no more are counted."""

_SHARE = 0.08
"""Share of :data:`_SMALL` among a page's words from which it reads like English.

English pages below it, among 3,000 of a corpus, held nothing but links, an address or a table; the
lowest of 150 news pages with a story had .12. Dutch, the nearest of seven others tried, has .05.
"""

_SMALL = frozenset(
    "the of and to that with from by it as but not has had were been they their this which who "
    "his would there after said".split()
)
"""Frequent English words of which other languages that are written with its letters have few."""

_TOLD = frozenset({"headline", "body", "update", "caption"})
_WORD = re.compile(r"[^\W\d_]+")


def reads_like_english(blocks: Iterable[Block]) -> bool:
    """Whether what the page tells is English, or too short to say; readers' comments aside."""
    told = (_WORD.findall(block.span.exact) for block in blocks if block.kind in _TOLD)
    words = list(islice(chain.from_iterable(told), _MOST))
    small = sum(word.lower() in _SMALL for word in words)
    return len(words) < _FEWEST or small >= _SHARE * len(words)
