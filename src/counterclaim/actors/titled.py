"""Names behind a title: a person's, whatever "of the Front" stands behind them."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.actors.knowledge import Role
from counterclaim.actors.lexicon import Phrases, Token

__all__ = ["titled_name"]

_LONGEST_TITLE, _LONGEST_NAME = 3, 3
"""Words of a title ("Lieutenant General"), and of a name before the one that is looked at."""
_ORDER = frozenset({"general"})
"""A title that names of bodies begin with, too: "General Federation of Workers"."""


def titled_name(text: str, page: Sequence[Token], at: int, roles: Phrases[Role]) -> bool:
    """Whether token ``at`` is of a name that a title stands right before: "Captain Oda Arn"."""
    for first in range(at, max(0, at - _LONGEST_NAME), -1):
        for title in range(max(0, first - _LONGEST_TITLE), first):
            match = roles.match(text, page, title)
            if match is not None and match[0] == first:
                general = page[title].fold in _ORDER
                return not general or (first + 1 < len(page) and page[first + 1].capital)
        if not _joined(text, page, first):
            return False
    return False


def _joined(text: str, page: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word and one space stand before token ``at``."""
    before = page[at - 1]
    return before.capital and text[before.end : page[at].start] == " "
