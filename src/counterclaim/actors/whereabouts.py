"""What a page's places tell of its actors: names that are places, and where it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.actors.found import Found
from counterclaim.actors.lexicon import Token
from counterclaim.actors.registry import Registry

__all__ = ["GEOGRAPHIC", "PLACE_NOUNS", "STREETS", "dateline_state", "place_words"]

_BEFORE = frozenset(
    "port mount mt cape ras lake fort camp river wadi jebel jabal tell isle gulf upper lower "
    "little greater san santa saint st".split()
)
PLACE_NOUNS = frozenset(
    "head island islands isle bay strait straits river lake hill hills valley beach point peak "
    "airport airfield bridge harbour harbor heights ridge pass plain peninsula archipelago delta "
    "street road avenue square province district region governorate county oblast".split()
)
"""Words that end the name of a place."""

STREETS = frozenset(
    "st rd ave avenue dr drive ln lane blvd boulevard hwy highway court terrace parkway parish "
    "township".split()
)
"""Other words that end the name of a street or an estate."""

GEOGRAPHIC = _BEFORE
"""Words that begin the name of a place."""

_DATELINE = re.compile(
    r"(?:, [^\n()]{1,30})?(?: \([^\n()]{1,40}\))? {0,2}(?:[-–—]{1,2} |\([^\n()]{1,40}\)$)"
)
_LINE = 90
"""Code points of a dateline after its place."""

_OPENING = 3000
"""Code points from the page's start within which its dateline stands."""


def place_words(page: Sequence[Token]) -> frozenset[str]:
    """Words that the page writes beside a geographic noun: "Ansa" in "Ansa Head", "Port Ansa".

    Case-folded. The word alone is then more likely the place than an agency of that name.
    """
    found: set[str] = set()
    for at, token in enumerate(page):
        if not token.capital:
            continue
        if token.fold in PLACE_NOUNS and at and page[at - 1].capital:
            if page[at - 1].end + 1 == token.start:
                found.add(page[at - 1].fold)
        elif token.fold in _BEFORE and at + 1 < len(page):
            after = page[at + 1]
            if after.capital and 1 <= after.start - token.end <= 2:
                found.add(after.fold)
    return frozenset(found)


def dateline_state(registry: Registry, text: str, found: Sequence[Found]) -> str | None:
    """The state whose capital, or which, a line of the page's beginning names as its dateline."""
    for mention in found:
        if mention.start > _OPENING:
            return None
        begins = mention.start == 0 or text[mention.start - 1] == "\n"
        state = mention.form != "adjective" and registry.kind(mention.actor) == "state"
        if begins and state and _DATELINE.match(text, mention.end, mention.end + _LINE):
            return mention.actor
    return None
