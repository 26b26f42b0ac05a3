"""Actors that are one over several pages: a short name here that another page spells out.

Or an office here ("Dubrin governor") whose only holder another page names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.actors import LOCAL_OFFICES
from counterclaim.records import Actor, ActorKind

__all__ = ["canonical_ids", "united"]

_ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}")
_OFFICES = "|".join(sorted(LOCAL_OFFICES))
_PLACE = r"[^\W\d_a-z][\w’'-]*(?: [\w’'-]+){0,2}?"
_PLACE_FIRST = re.compile(rf"(?:[Tt]he )?(?P<place>{_PLACE}) (?P<office>(?i:{_OFFICES}))")
_OF_PLACE = re.compile(rf"(?:[Tt]he )?(?P<office>(?i:{_OFFICES})) of (?:the )?(?P<place>{_PLACE})")
_DIVISIONS = frozenset("province governorate state region district county city".split())
"""What stands beside a place's name and may be left out."""

_WORD = re.compile(r"\w[\w'’.-]*")

_ALIKE: tuple[frozenset[ActorKind], ...] = (
    frozenset({"outlet", "agency", "organisation"}),
    frozenset({"organisation", "body", "government", "ministry", "armed_force"}),
    frozenset({"organisation", "armed_group"}),
)
"""Kinds that two pages may give to one actor, by how much each tells of it."""

_ALONE: frozenset[ActorKind] = frozenset({"person", "group", "state"})
"""Kinds that a shared short name does not unite: two pages may mean two Smiths."""

_VAGUE: frozenset[ActorKind] = frozenset({"organisation", "unknown"})
"""Kinds that the page with the short name may tell better."""

_PLAIN = frozenset(
    "air naval navy army military joint central general national special high supreme defence "
    "defense security northern southern eastern western state civil public federal main command "
    "staff guard coast ministry department authority board council commission agency service "
    "bureau directorate office administration foreign interior health police government party "
    "union court hospital press news radio television of the and for in".split()
)
"""Words that the names of any two institutions may share."""


def united(actors: Sequence[Actor]) -> list[Actor]:
    """``actors``, each that is another over the pages with ``same_as`` and the reason.

    That is so where its name is an alias of exactly one other actor, no page knows both, kinds fit,
    and owner, country and affiliation do not contradict. The name must be an acronym or have a word
    of its own. What was found before is found anew: the result depends on ``actors`` alone.
    """
    owners = _owners(actors)
    known = {actor.id: actor for actor in actors}
    found = _holders(actors)
    for actor in actors:
        others = owners.get(_key(actor.name), frozenset()) - {actor.id}
        if len(others) == 1 and _telling(actor.name):
            other = known[next(iter(others))]
            if _key(other.name) != _key(actor.name) and _fit(actor, other):
                found[actor.id] = other.id
    same = {key: end for key in found if (end := _last(found, key)) is not None}
    told = {end: known[key].kind for key, end in sorted(same.items(), reverse=True)}
    return [
        msgspec.structs.replace(
            actor,
            kind=told.get(actor.id, actor.kind) if actor.kind in _VAGUE else actor.kind,
            same_as=same.get(actor.id),
            same_as_reason=_reason(actor, known.get(same.get(actor.id, ""))),
        )
        for actor in actors
    ]


def _holders(actors: Sequence[Actor]) -> dict[str, str]:
    """Persons known by a place's office alone, each with the only one who is named with it."""
    named: defaultdict[str, list[Actor]] = defaultdict(list)
    bare: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.kind != "person":
            continue
        if (office := _office(actor.name)) is not None:
            bare[office].append(actor)
        elif actor.role is not None and (office := _office(actor.role)) is not None:
            named[office].append(actor)
    return {
        one.id: named[office][0].id
        for office, some in bare.items()
        for one in some
        if len(named[office]) == 1 and set(one.documents).isdisjoint(named[office][0].documents)
    }


def _office(words: str) -> str | None:
    """The office that words name with its place, in one form: "governor of Dubrin" as well."""
    match = _OF_PLACE.fullmatch(words) or _PLACE_FIRST.fullmatch(words)
    if match is None:
        return None
    words = match["place"].casefold().replace("’", "'")
    place = [w.removesuffix("'s") for w in words.split() if w.removesuffix("'s") not in _DIVISIONS]
    return f"{' '.join(place)} {match['office'].casefold()}" if place else None


def canonical_ids(actors: Sequence[Actor]) -> dict[str, str]:
    """The id that stands for each of ``actors`` that is another over the pages."""
    return {actor.id: actor.same_as for actor in actors if actor.same_as is not None}


def _owners(actors: Sequence[Actor]) -> Mapping[str, frozenset[str]]:
    """Who is called so, by name and by alias."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            owners[_key(name)].add(actor.id)
    return {name: frozenset(ids) for name, ids in owners.items()}


def _key(name: str) -> str:
    """``name`` without its article and its dots; an acronym keeps its capitals."""
    words: list[str] = [word.replace(".", "") for word in _WORD.findall(name)]
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    if len(words) == 1 and _ACRONYM.fullmatch(words[0]):
        return words[0]
    return " ".join(words).casefold()


def _telling(name: str) -> bool:
    """Whether a name is hardly two actors': an acronym, or words with one that is no office's."""
    words = _WORD.findall(name)
    if len(words) == 1:
        return _ACRONYM.fullmatch(words[0].replace(".", "")) is not None
    own = [word for word in words if word.casefold() not in _PLAIN]
    return any(word[0].isupper() for word in own)


def _fit(actor: Actor, other: Actor) -> bool:
    """Whether two records may be one actor."""
    if {actor.kind, other.kind} & _ALONE or not set(actor.documents).isdisjoint(other.documents):
        return False
    alike = actor.kind == other.kind or any({actor.kind, other.kind} <= kinds for kinds in _ALIKE)
    pairs = (
        (actor.country, other.country),
        (actor.affiliation, other.affiliation),
        (actor.member_of, other.member_of),
    )
    return (alike or "unknown" in (actor.kind, other.kind)) and all(
        one is None or two is None or one == two for one, two in pairs
    )


def _last(found: Mapping[str, str], actor: str) -> str | None:
    """The end of the chain that begins at ``actor``; ``None`` where it is its own or a ring."""
    seen = {actor}
    here = found.get(actor)
    while here is not None and here in found:
        if here in seen:
            return None
        seen.add(here)
        here = found[here]
    return here


def _reason(actor: Actor, other: Actor | None) -> str | None:
    if other is None:
        return None
    if actor.kind == "person":
        return f"{other.name} is the only {actor.name} whom these pages name"
    return f"{actor.name} is a name of {other.name} and of nobody else on these pages"
