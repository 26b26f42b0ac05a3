"""The actors of one page: those of the tables, and those that the page introduces."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.actors.knowledge import Entry, Knowledge, Organ
from counterclaim.actors.lexicon import tokens
from counterclaim.actors.naming import actor_id
from counterclaim.records import ActorKind

__all__ = ["Registry"]


_AGAINST = frozenset[ActorKind]({"armed_group", "group"})
"""Kinds of those in a state who do not speak for it: its rebels, its opposition."""

_CODE = 2
"""Letters of a state's ISO code, which its id is made of."""


@dataclass
class Registry:
    """``made`` holds the actors that only this page knows, by id."""

    knowledge: Knowledge
    made: dict[str, Entry] = field(default_factory=dict)

    def entry(self, actor: str) -> Entry | None:
        """The actor's row, from the tables or made on this page."""
        return self.knowledge.entries.get(actor) or self.made.get(actor)

    def kind(self, actor: str | None) -> ActorKind:
        """The actor's kind; ``unknown`` for nobody."""
        entry = self.entry(actor) if actor else None
        return entry.kind if entry else "unknown"

    def compose(self, state: str, organ: Organ) -> str:
        """The id of a state's organ, introduced if the tables have no such actor."""
        owner = self.entry(state)
        base = state.removeprefix("actor:")
        made = f"actor:{base}-{organ.slug}"
        if self.entry(made) is None:
            name = f"{(owner.adjective or owner.name) if owner else base} {organ.name}"
            country = owner.country if owner else ""
            affiliation = f"state: {(country or base).upper()}" if "state-" in organ.slug else None
            member = None if organ.kind in _AGAINST else state
            self.made[made] = Entry(made, name, organ.kind, country, member, affiliation)
        return made

    def introduce(
        self,
        name: str,
        kind: ActorKind = "unknown",
        *,
        member_of: str | None = None,
        slug: str = "",
    ) -> str:
        """The id of an actor that the tables do not hold, introduced by this page.

        One that the page introduced before without saying whose it is gets its owner now.
        """
        made = f"actor:{slug}" if slug else actor_id(name)
        known = self.entry(made)
        if known is not None and known.kind == "state" and len(name) == _CODE and not slug:
            made = f"{made}-{kind}"  # "AE reports": an acronym that is a state's code by chance
            known = self.entry(made)
        open_still = made in self.made and self.made[made].member_of is None and member_of != made
        if known is None or (open_still and member_of is not None):
            owner = self.entry(member_of) if member_of else None
            country = owner.country if owner else ""
            self.made[made] = Entry(made, known.name if known else name, kind, country, member_of)
        return made

    def outlet(self, name: str) -> str:
        """The id of the outlet called ``name``, introduced if the tables do not hold it."""
        words = list(tokens(name))
        match = self.knowledge.names.match(name, words, 0) if words else None
        if match is not None and match[0] == len(words):
            return match[1].actor
        return self.introduce(name, "outlet")

    def state_of(self, actor: str | None) -> str | None:
        """The last of the actor's ``member_of`` chain: the state or body it speaks for."""
        seen: set[str] = set()
        while actor and actor not in seen:
            seen.add(actor)
            entry = self.entry(actor)
            if entry is None or entry.member_of is None:
                return actor
            actor = entry.member_of
        return actor
