"""The organs of states that a page names: those of the table, and any "… ministry"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.actors.knowledge import Knowledge, Organ
from counterclaim.actors.lexicon import Token
from counterclaim.actors.naming import slug
from counterclaim.actors.states import PageStates
from counterclaim.actors.words import CONNECTORS, PREPOSITIONS
from counterclaim.records import ActorKind

__all__ = ["Organs"]

_INSTITUTIONS = frozenset(
    "ministry authority board directorate commission inspectorate bureau".split()
)
"""Nouns that make an institution of a state with whatever stands before them."""
_MOST_WORDS = 4


class Organs:
    """What organ begins at a token of one page."""

    def __init__(
        self, text: str, page: Sequence[Token], knowledge: Knowledge, states: PageStates
    ) -> None:
        self._text = text
        self._page = page
        self._knowledge = knowledge
        self._states = states
        self._before_institutions = frozenset(
            at - back
            for at, token in enumerate(page)
            if token.fold in _INSTITUTIONS
            for back in range(1, _MOST_WORDS)
        )

    def may_begin(self, at: int) -> bool:
        """Whether an organ can begin at token ``at``; most words end here."""
        listed = self._knowledge.organs.begins(self._page[at].fold)
        return listed or at in self._before_institutions

    def at(self, at: int) -> tuple[int, Organ] | None:
        """The organ that begins at token ``at``, with the token after it."""
        known = self._knowledge.organs.match(self._text, self._page, at)
        return known or (self._institution(at) if at in self._before_institutions else None)

    def head(self, at: int) -> ActorKind | None:
        """The kind that the noun at token ``at`` makes of a name that ends with it."""
        match = self._knowledge.heads.match(self._text, self._page, at)
        return match[1] if match else None

    def _institution(self, at: int) -> tuple[int, Organ] | None:
        for here in range(at + 1, min(at + _MOST_WORDS, len(self._page))):
            words = self._page[at : here + 1]
            if not self._states.adjacent(here - 1, here) or len({w.capital for w in words}) > 1:
                return None
            if words[-1].fold in _INSTITUTIONS:
                name = " ".join(word.text for word in words)
                kind = self.head(here) or "government"
                return here + 1, Organ(slug(name), kind, name.title())
            if words[-2].fold in CONNECTORS or words[-1].fold in PREPOSITIONS:
                return None
        return None
