"""Whose an institution is that a page names without its state: "the Foreign Ministry said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.actors.found import BY_LAST_WORD, Found
from counterclaim.actors.knowledge import Organ
from counterclaim.actors.lexicon import tokens
from counterclaim.actors.registry import Registry
from counterclaim.records import ActorKind

__all__ = ["OFFICIAL", "home_state", "of_state", "own_name", "with_owners"]

OFFICIAL = frozenset[ActorKind]({"armed_force", "ministry", "government", "agency"})
"""Kinds of bodies whose owner, where one is named, they speak for."""

_STATE_MEDIUM = re.compile(
    r"\bstate (?:news|press|television|tv|radio|media|broadcast\w*|agency)\b", re.IGNORECASE
)

_PLAIN = frozenset(
    "air naval navy army military joint central general national special high supreme defence "
    "defense security northern southern eastern western north south east west forces force land "
    "sea ground operations operational intelligence internal civil state public federal main "
    "command staff guard ministry department authority board council commission agency service "
    "bureau directorate office administration of the and for".split()
)
"""Words that the bodies of any two states may have in their names."""


def own_name(registry: Registry, rest: str, kind: ActorKind, owner: str) -> str:
    """The id of a body named after its owner: ``rest`` is "Tide Office" in "Maruvia's Tide Office".

    A name that only one state is likely to have is the id alone, so that it is the same body on a
    page that leaves the owner out; otherwise the owner belongs to it.
    """
    member = owner if kind in OFFICIAL else None
    if not all(word.fold in _PLAIN for word in tokens(rest)):
        made = registry.introduce(rest, kind, member_of=member)
        known = registry.entry(made)
        if known is None or known.member_of in (None, member):
            return made
    entry = registry.entry(owner)
    name = f"{entry.name if entry else owner.removeprefix('actor:')} {rest}"
    return registry.introduce(name, kind, member_of=member)


def home_state(registry: Registry, outlet: str | None, states: Mapping[str, str]) -> str | None:
    """The state whose medium the page's outlet is, or that its name begins with.

    ``states`` are the states that only the page knows, by their names and adjectives.
    """
    if outlet is None:
        return None
    affiliation = _affiliation(registry, outlet)
    if affiliation.startswith("state:"):
        state = f"actor:{affiliation.removeprefix('state:').strip().lower()}"
        return state if registry.kind(state) == "state" else None
    words = [word for word in tokens(outlet) if word.fold != "the"]
    match = registry.knowledge.names.match(outlet, words, 0) if words else None
    named = match[1].actor if match and match[1].form == "name" else None
    if named is None and words:
        named = states.get(words[0].text)
    return named if registry.kind(named) == "state" else None


def of_state(registry: Registry, outlet: str | None) -> bool:
    """Whether the outlet is a state's own medium, by the tables, the user's file or its name."""
    if outlet is None:
        return False
    named = _STATE_MEDIUM.search(outlet) is not None
    return named or _affiliation(registry, outlet).startswith("state:")


def _affiliation(registry: Registry, outlet: str) -> str:
    entry = registry.entry(registry.outlet(outlet))
    return (entry.affiliation or "") if entry else ""


def with_owners(
    registry: Registry, text: str, found: Sequence[Found], home: str | None
) -> list[Found]:
    """The mentions, with bare institutions ("Foreign Ministry") given to their states.

    ``home`` is the state whose the page's outlet is.
    """
    organs = [(m.actor, _bare(registry, text, m)) for m in found]
    actors = _owned(registry, organs, home)
    return [replace(m, actor=actor) for m, actor in zip(found, actors, strict=True)]


def _bare(registry: Registry, text: str, mention: Found) -> Organ | None:
    """The organ of states that is all of the mention's name."""
    if mention.reason != BY_LAST_WORD:
        return None
    name = text[mention.start : mention.end]
    words = list(tokens(name))
    match = registry.knowledge.organs.match(name, words, 0)
    return match[1] if match and match[0] == len(words) else None


def _owned(
    registry: Registry, found: Sequence[tuple[str, Organ | None]], home: str | None
) -> Iterator[str]:
    """The actors of ``found``, bare institutions replaced by a state's own.

    Each of ``found`` is an actor with the organ that is all of its name, if it is one ("Foreign
    Ministry"). Such an organ is the last that was named with its state, else the only one of the
    page, else that of ``home``, the state whose the outlet is; else it stays as it is.
    """
    slugs = {organ.slug for _, organ in found if organ is not None}
    whose: dict[str, list[str]] = {slug: [] for slug in sorted(slugs)}
    for actor, _ in found:
        entry = registry.entry(actor)
        if entry is None or entry.member_of is None:
            continue
        slug = actor.removeprefix(f"{entry.member_of}-")
        if slug in whose and actor not in whose[slug]:
            whose[slug].append(actor)
    last: dict[str, str] = {}
    for actor, organ in found:
        entry = registry.entry(actor)
        if organ is None:
            if entry is not None and entry.member_of is not None:
                last[actor.removeprefix(f"{entry.member_of}-")] = actor
            yield actor
        elif organ.slug in last:
            yield last[organ.slug]
        elif len(whose[organ.slug]) == 1:
            yield whose[organ.slug][0]
        elif home is not None and not whose[organ.slug]:
            yield registry.compose(home, organ)
        else:
            yield actor
