"""Names of states and capitals that are something else: "Michael Jordan", "Spain Street"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from counterclaim.actors.lexicon import Phrases, Token
from counterclaim.actors.whereabouts import GEOGRAPHIC, PLACE_NOUNS, STREETS
from counterclaim.actors.words import NOT_NAMES

__all__ = ["COMMON_CAPITALS", "Homonyms"]

COMMON_CAPITALS = frozenset(
    {
        *("georgetown", "hamilton", "kingston", "kingstown", "male", "nassau", "praia", "san jose"),
        *("santiago", "stanley", "victoria", "wellington", "bridgetown", "freetown", "douglas"),
    }
)
"""Capitals that are also common words, people's names or other towns.

Case-folded. They stand for their states only where the page names these too.
"""

_GIVEN = frozenset("chad georgia israel jordan kenya london paris".split())
"""States and capitals that are given names, which the table of given names leaves out."""

_NEW = frozenset({"new", "old", "bronx"})


class Homonyms:
    """What a page's capitalised words say of the names of states that stand among them.

    ``genders`` are given names; no word that a table of ``known`` begins with is a surname.
    """

    def __init__(
        self,
        text: str,
        page: Sequence[Token],
        genders: Mapping[str, str],
        known: Sequence[Phrases[Any]],
    ) -> None:
        self.text = text
        self.page = page
        self._genders = genders
        self._known = known
        self._surnames = frozenset(
            token.fold for at, token in enumerate(page) if token.capital and self.after_given(at)
        )

    def elsewise(self, at: int, after: int) -> bool:
        """Whether the name at tokens ``at`` to ``after`` - 1 is part of a person's or a place's."""
        if not self.page[at].capital:
            return False
        if self.after_given(at) or self._beside_place(at, after):
            return True
        if after - at > 1:
            return False
        return self._before_surname(at) or self.page[at].fold in self._surnames

    def after_given(self, at: int) -> bool:
        """Whether a given name or an initial stands right before: "Michael D. Jordan"."""
        before = self._before(at)
        if before is None:
            return False
        if len(before.text) == 1:
            return at > 1 and self.page[at - 2].fold in self._genders
        return before.fold in self._genders and before.fold not in NOT_NAMES

    def _beside_place(self, at: int, after: int) -> bool:
        """Whether the name is half of a place's: "New Paris", "Spain Street", "French Valley"."""
        before = self._before(at)
        if before is not None and before.fold in GEOGRAPHIC | _NEW:
            return True
        if after >= len(self.page) or not self._follows(after):
            return False
        return self.page[after].fold in PLACE_NOUNS | STREETS

    def _before_surname(self, at: int) -> bool:
        """Whether a given name is followed by what no table knows: "Jordan Clayton"."""
        if self.page[at].fold not in _GIVEN and self.page[at].fold not in self._genders:
            return False
        if at + 1 >= len(self.page) or not self._follows(at + 1):
            return False
        if self.page[at + 1].fold in NOT_NAMES:
            return False
        return not any(table.match(self.text, self.page, at + 1) for table in self._known)

    def _follows(self, at: int) -> bool:
        """Whether the token is capitalised and parted from the one before by one blank."""
        gap = self.text[self.page[at - 1].end : self.page[at].start]
        return self.page[at].capital and gap == " "

    def _before(self, at: int) -> Token | None:
        """The capitalised word right before, an initial's full stop between them or not."""
        if not at or not self.page[at - 1].capital:
            return None
        before = self.page[at - 1]
        gap = self.text[before.end : self.page[at].start]
        return before if gap == " " or (gap == ". " and len(before.text) == 1) else None
