"""Who speaks for whom: persons for organs, organs for parties, state media for their state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from counterclaim.actors import speaks_for_himself
from counterclaim.ledger.sameness import canonical_ids
from counterclaim.records import Actor

__all__ = ["Parties"]

OFFICIAL = frozenset({"government", "ministry", "armed_force"})
"""Kinds whose word is their state's."""

MEDIA = frozenset({"outlet", "agency"})
STATE_MEDIA = "state:"

_OFFICER = re.compile(
    r"(?:the )?(?P<state>[^'’]{2,60})['’]s? (?:[\w-]+ ){0,3}"
    r"(?:minister|ministry|president|premier|government|army|military|spokes\w+|envoy|ambassador)"
    r"(?: of [\w ]{2,40}| for [\w ]{2,40})?",
    re.IGNORECASE,
)
"""Who is named by a state and an office only: "Norland's information minister"."""


_MINISTER = re.compile(r"(?:the |its )?(?:deputy )?(?P<of>[\w ]{3,40}?) minister", re.IGNORECASE)
"""The role of who heads a ministry that a page may name without its state."""


class Parties:
    """Looks up, for an actor, the organ, the party and the independent voice it belongs to.

    An actor that is another over all pages (``Actor.same_as``) is that other in every answer.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        own = {a.id: a for a in actors}
        self._same = canonical_ids(actors)
        self._actors = own | {key: own[one] for key, one in self._same.items() if one in own}
        self._states = {
            a.country: a.id
            for a in sorted(actors, key=lambda a: a.id, reverse=True)
            if a.kind == "state" and a.country
        }
        self._named = {
            a.name.casefold(): a.id
            for a in sorted(actors, key=lambda a: a.id, reverse=True)
            if a.kind == "state"
        }
        self._ministries = _ministries(actors)
        self.party = cache(self._party)

    def actor(self, key: str) -> Actor | None:
        """The record of actor ``key``, if it is known."""
        return self._actors.get(key)

    def name(self, key: str) -> str:
        """A name for people: the actor's, or the id itself where it is unknown."""
        actor = self._actors.get(key)
        return actor.name if actor else key

    def organ(self, key: str) -> str:
        """Whose account a word of actor ``key`` is: a person's organisation, else the actor."""
        key = self._same.get(key, key)
        seen = {key}
        actor = self._actors.get(key)
        while (above := _spoken_for(actor)) is not None and above not in seen:
            key = self._same.get(above, above)
            seen.add(key)
            actor = self._actors.get(key)
        return key

    def _party(self, key: str) -> str:
        """The actor at the top: the state behind a ministry, the group behind its spokesman."""
        key = self._same.get(key, key)
        seen = {key}
        while (above := self._above(key)) is not None and above not in seen:
            key = above
            seen.add(key)
        return key

    def voice(self, key: str) -> str:
        """The one whose word counts once: the party; for state media the state that owns them."""
        top = self.party(key)
        actor = self._actors.get(top)
        if actor and actor.kind in MEDIA and (actor.affiliation or "").startswith(STATE_MEDIA):
            country = (actor.affiliation or "")[len(STATE_MEDIA) :].strip().upper()
            return self._states.get(country, top)
        return top

    def named(self, key: str) -> bool:
        """Whether ``key`` is somebody in particular, not "soldiers", "the army" or "a school"."""
        actor = self._actors.get(key)
        if actor is None:
            return False
        return actor.kind != "group" and any(word[:1].isupper() for word in actor.name.split())

    def anonymous(self, key: str) -> bool:
        """Whether ``key`` is a kind of people, others on every page ("residents", "witnesses")."""
        actor = self._actors.get(key)
        return actor is not None and actor.kind in ("group", "unknown") and not self.named(key)

    def is_media(self, key: str) -> bool:
        """Whether actor ``key`` is an outlet or a news agency."""
        actor = self._actors.get(key)
        return actor is not None and actor.kind in MEDIA

    def _above(self, key: str) -> str | None:
        actor = self._actors.get(key)
        if actor is None:
            return None
        if actor.kind == "person" and speaks_for_himself(actor.role):
            return None
        if actor.member_of is not None:
            return self._same.get(actor.member_of, actor.member_of)
        if actor.kind in OFFICIAL and actor.country in self._states:
            return self._states[actor.country]
        if (minister := _MINISTER.fullmatch(actor.role or "")) is not None:
            led = {
                self._same.get(one, one)
                for page in actor.documents
                for one in self._ministries.get((page, minister["of"].casefold()), ())
            }
            return led.pop() if len(led) == 1 else None
        officer = _OFFICER.fullmatch(actor.name)
        return self._named.get(officer["state"].casefold()) if officer else None


def _spoken_for(actor: Actor | None) -> str | None:
    """The organisation whose account a person's words are."""
    if actor is None or actor.kind != "person" or speaks_for_himself(actor.role):
        return None
    return actor.member_of


def _ministries(actors: Sequence[Actor]) -> Mapping[tuple[str, str], set[str]]:
    """The ministries of each page by what they are for: "justice"."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        name = actor.name.casefold()
        if actor.kind == "ministry" and name.endswith(" ministry"):
            for page in actor.documents:
                found[page, name.removeprefix("the ").removesuffix(" ministry")].add(actor.id)
    return found
