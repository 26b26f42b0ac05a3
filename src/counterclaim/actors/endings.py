"""Names that tell by their last word what they are: "Varesh Liberation Front"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from counterclaim.actors.knowledge import Knowledge, Name
from counterclaim.actors.lexicon import Token, joined
from counterclaim.actors.organs import Organs
from counterclaim.actors.states import PageStates
from counterclaim.actors.titled import titled_name
from counterclaim.actors.words import CONNECTORS, IN_NAMES, NOT_NAMES
from counterclaim.records import ActorKind

__all__ = ["Endings", "Names"]

_MOST_WORDS = 9
_OF = frozenset({"bureau", "department", "directorate", "division", "office"})
"""Last words of names that go on with what they are for."""


class Names(Protocol):
    """What is known of the names of a page: see :class:`counterclaim.actors.scan.Scanner`."""

    titled: frozenset[int]
    states: PageStates

    def name(self, at: int) -> tuple[int, Name] | None:
        """The longest known name that begins at token ``at``, with the token after it."""

    def state_name(self, at: int) -> tuple[int, Name] | None:
        """The same for a state that only the page knows."""


class Endings:
    """Organisations of one page by the last words of their names."""

    def __init__(
        self, text: str, page: Sequence[Token], knowledge: Knowledge, organs: Organs, names: Names
    ) -> None:
        self._text = text
        self._page = page
        self._knowledge = knowledge
        self._organs = organs
        self._names = names

    def name(self, at: int) -> tuple[int, ActorKind] | None:
        """The last token of a name that begins at ``at`` and tells what it is, and the kind."""
        token = self._page[at]
        if not token.capital or token.fold in NOT_NAMES - IN_NAMES or self._organs.head(at):
            return None
        roles = self._knowledge.roles
        if token.start in self._names.titled or roles.match(self._text, self._page, at):
            return None
        best: tuple[int, ActorKind] | None = None
        doing = token.fold.endswith("ing") and self._names.states.first(at)  # "Speaking to Radio"
        alone = doing or titled_name(self._text, self._page, at, roles)
        for here in range(at + 1, min(at + _MOST_WORDS, len(self._page))):
            apart = not joined(self._text, self._page[here - 1], self._page[here])
            if apart or self._heads_a_body(here):
                break
            if not self._page[here].capital:
                small = self._page[here].fold
                joins = small in CONNECTORS or small == "s"
                again = small == "the" and self._page[here - 1].capital  # "near Zarnik the Board"
                again |= alone and best is None  # "Captain Arn of the Border Watch"
                if again or not joins or (small == "and" and self._parts(at, here, best)):
                    break
                continue
            head = self._knowledge.heads.match(self._text, self._page, here)
            if head is not None and (best is None or best[0] < here):
                best = (head[0] - 1, head[1])
            elif best is not None and best[0] == here - 1 and self._names.state_name(here):
                best = (here, best[1])  # "Human Watch Velmaria"
        if best is None or self._in_street(at, best[0]):
            return None
        return self._complement(best[0]), best[1]

    def _heads_a_body(self, at: int) -> bool:
        """Whether an office begins whose body is named after it: "Tolm Chief of Police"."""
        role = self._knowledge.roles.match(self._text, self._page, at)
        return role is not None and "of" in {t.fold for t in self._page[at : role[0] + 1]}

    def _complement(self, last: int) -> int:
        """The last token of what a name ending at ``last`` is of: "Bureau of Investigation"."""
        page = self._page
        if page[last].fold not in _OF or last + 2 >= len(page) or page[last + 1].fold != "of":
            return last
        if self._names.name(last + 2) is not None:
            return last
        here = last + 1
        while self._follows(here + 1):
            here += 1
        if here > last + 1 and self._follows(here + 2, over=2) and not self._follows(here + 3):
            here += 2 if page[here + 1].fold == "and" else 0
        return here if here > last + 1 else last

    def _follows(self, at: int, over: int = 1) -> bool:
        """Whether the token is capitalised and within the phrase of the one ``over`` before it."""
        page = self._page
        if at >= len(page) or not page[at].capital:
            return False
        return all(joined(self._text, page[i - 1], page[i]) for i in range(at - over + 1, at + 1))

    def _in_street(self, at: int, last: int) -> bool:
        """Whether a court is a street: "a home at 12 Tolm Court", "the 300 block of Tolm Court"."""
        if self._page[last].fold != "court" or not at:
            return False
        before = self._page[at - 1].fold
        block = before == "of" and at > 1 and self._page[at - 2].fold == "block"
        return block or before.isdigit() or before in {"on", "onto", "along"}

    def _parts(self, at: int, here: int, best: object) -> bool:
        """Whether "and" at ``here`` stands between two names: what is before or after is one."""
        if best is not None or here + 1 >= len(self._page) or not self._page[here + 1].capital:
            return True
        known = self._names.name(at)
        return self._organs.head(here + 1) is not None or (known is not None and known[0] == here)
