"""Whose a bare institution is: "the defence ministry" of a page that names no state beside it.

Every state has a defence ministry, and every town a police. Where a page says which is meant, such
an actor becomes that state's own; where it does not, it stays the page's, so that two countries'
are never one actor over several pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from counterclaim.actors import Knowledge
from counterclaim.actors.forces import GOVERNING, OF_TOPIC
from counterclaim.actors.states import LOCAL_ORGANS
from counterclaim.records import Actor, ActorKind, Mention, Reading, Statement

__all__ = ["with_owned_institutions"]

OFFICIAL: frozenset[ActorKind] = frozenset({"armed_force", "ministry", "government"})
"""Kinds of bodies that speak for their state."""

INSTITUTIONS: frozenset[ActorKind] = OFFICIAL | {"agency", "body", "organisation"}

PREFIX = "actor:"

WIDEST = 6
"""UCDP ``where_prec`` up to which a place is on a country's ground (6 is the country itself)."""

Renamed = Mapping[str, str]
_Record = TypeVar("_Record", bound=msgspec.Struct)


def with_owned_institutions(reading: Reading, knowledge: Knowledge) -> Reading:
    """``reading`` with its bare institutions given to their states, or else to the page alone.

    A state's organ is that of the only state the page names, where no place is in another country;
    where it names none, that of the country all places are in. One that was given to another state
    only because the page speaks most of that state goes to the country that all places are in.
    What a town has as well (police, a hospital) is of the country that all places are in. The
    reason of each mention tells which.
    """
    reading = _replaced(reading, list(_only_ministries(reading.actors)))
    organs = {slug: organ.kind for slug, organ in knowledge.by_slug.items()}
    own = _of_page(reading.document.id)
    bare = [a for a in reading.actors if _is_bare(a, organs) and not a.id.endswith(own)]
    owner, country = _only_state(reading, knowledge), _only_country(reading)
    host = _known(f"{PREFIX}{country.lower()}", knowledge) if country else None
    guests = [a for a in reading.actors if host and _is_guest(a, host)]
    if not bare and not guests:
        return reading
    document = reading.document.id
    made = [_owned(a, organs, owner or _at_home(a, host), country, document) for a in bare]
    made += [_of_host(actor, host, knowledge) for actor in guests if host]
    bare += guests
    return _replaced(reading, list(zip(bare, made, strict=True)))


def _replaced(reading: Reading, pairs: Sequence[tuple[Actor, Actor]]) -> Reading:
    """``reading`` with the second of each of ``pairs`` in the place of the first."""
    if not pairs:
        return reading
    renamed = {old.id: new.id for old, new in pairs}
    kept = [actor for actor in reading.actors if actor.id not in renamed]
    made = [new for _, new in pairs]
    return msgspec.structs.replace(
        reading,
        actors=[_follow(actor, renamed, "member_of", "side") for actor in _united(kept, made)],
        statements=[_statement(one, renamed) for one in reading.statements],
        events=[_follow(one, renamed, "actor", "recipient") for one in reading.events],
        intents=[_follow(one, renamed, "of", "beneficiary") for one in reading.intents],
    )


def _only_ministries(actors: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Each "ministry" and nothing more, with the only one of its state, or of the page, it can be.

    "Ministry: …" of a headline is found before the ministry that the page names below it.
    """
    ministries = [actor for actor in actors if actor.kind == "ministry"]
    for actor in ministries:
        vague = f"{actor.member_of}-ministry" if actor.member_of else f"{PREFIX}ministry"
        if actor.id != vague:
            continue
        others = [
            a for a in ministries if a.id != actor.id and actor.member_of in (None, a.member_of)
        ]
        if len(others) == 1:
            yield actor, _named(actor, others[0].id, "the only ministry it can be")


def _is_bare(actor: Actor, organs: Mapping[str, ActorKind]) -> bool:
    """Whether all that is known of an actor is what kind of institution it is."""
    if actor.member_of or actor.country or actor.affiliation:
        return False
    if actor.id.removeprefix(PREFIX) in organs:
        return True
    return actor.kind in INSTITUTIONS and actor.name == actor.name.lower() != actor.name.upper()


def _at_home(actor: Actor, host: Actor | None) -> tuple[Actor, str] | None:
    """The state on whose ground all happens, for "government forces": they are its own."""
    if host is None or actor.name.split()[0].casefold() not in GOVERNING:
        return None
    return host, f"all places of the page are in {host.name}"


def _is_guest(actor: Actor, host: Actor) -> bool:
    """Whether an organ has its state from the page's topic alone, and all happens elsewhere.

    "The army" of a page that tells of a US-led coalition in one other country is that country's.
    """
    if actor.kind not in OFFICIAL or actor.member_of is None or actor.country == host.country:
        return False
    first = [mention for mention in actor.mentions if ": who spoke last" not in mention.reason]
    return bool(first) and all(mention.reason == OF_TOPIC for mention in first)


def _of_host(actor: Actor, host: Actor, knowledge: Knowledge) -> Actor:
    """The organ of ``host`` that an organ taken for another state's is."""
    slug = actor.id.removeprefix(f"{actor.member_of}-")
    entry, organ = knowledge.entries[host.id], knowledge.by_slug.get(slug)
    title = organ.name if organ else slug.replace("-", " ").title()
    fields = {"member_of": host.id, "side": host.id, "country": host.country}
    why = f"all places of the page are in {host.name}"
    named = _named(actor, f"{host.id}-{slug}", why, **fields)
    return msgspec.structs.replace(named, name=f"{entry.adjective or entry.name} {title}")


def _only_state(reading: Reading, knowledge: Knowledge) -> tuple[Actor, str] | None:
    """The only state that a page is about, and why; none where states or places differ.

    That is the one that it names or that owns an actor of it; where there is none, that of the
    country in which all places are.
    """
    named = {actor.id: actor for actor in reading.actors if actor.kind == "state"}
    owners = {a.member_of for a in reading.actors if a.member_of and a.kind != "state"}
    for key in sorted(owners - named.keys()):
        if (state := _known(key, knowledge)) is not None:
            named[key] = state
    countries = _countries(reading)
    if not named and len(countries) == 1:
        (country,) = countries
        found = _known(f"{PREFIX}{country.lower()}", knowledge)
        return (found, f"no state is named and all places are in {country}") if found else None
    if len(named) != 1:
        return None
    (state,) = named.values()
    elsewhere = countries - {(state.country or "").upper()}
    if state.country and elsewhere:
        return None
    return state, f"the only state of the page, {state.name}"


def _known(key: str, knowledge: Knowledge) -> Actor | None:
    """The state of that id in the tables."""
    entry = knowledge.entries.get(key)
    if entry is None or entry.kind != "state":
        return None
    return Actor(id=key, name=entry.name, kind="state", country=entry.country.upper() or None)


def _only_country(reading: Reading) -> str | None:
    """The country that all places of a page are in."""
    found = _countries(reading)
    return next(iter(found)) if len(found) == 1 else None


def _countries(reading: Reading) -> set[str]:
    return {
        place.country.upper()
        for place in reading.places
        if place.country and (place.where_prec or 0) <= WIDEST
    }


def _owned(
    actor: Actor,
    organs: Mapping[str, ActorKind],
    owner: tuple[Actor, str] | None,
    country: str | None,
    document: str,
) -> Actor:
    """A bare institution under an id that only those of one country have, or the page alone."""
    slug = actor.id.removeprefix(PREFIX)
    if slug in organs and slug not in LOCAL_ORGANS and organs[slug] in OFFICIAL:
        if owner is not None:
            state, why = owner
            fields = {"member_of": state.id, "country": state.country}
            return _named(actor, f"{state.id}-{slug}", why, **fields)
    elif country is not None:
        why = f"all places of the page are in {country}"
        voice = f"state: {country}" if slug.startswith("state-") else actor.affiliation
        told = {"country": country, "affiliation": voice}
        return _named(actor, f"{actor.id}-in-{country.lower()}", why, **told)
    return _named(
        actor, actor.id + _of_page(document), "the page does not tell whose", country=None
    )


def _of_page(document: str) -> str:
    """How the ids end of actors that only this page has."""
    return f"-of-{document}"


def _named(actor: Actor, key: str, why: str, **fields: str | None) -> Actor:
    mentions = [
        msgspec.structs.replace(mention, reason=f"{mention.reason}; {why}")
        for mention in actor.mentions
    ]
    return msgspec.structs.replace(actor, id=key, mentions=mentions, **fields)


def _united(kept: Sequence[Actor], made: Iterable[Actor]) -> list[Actor]:
    """``kept`` with those ``made``; where both are one actor, with the mentions of both."""
    found = {actor.id: actor for actor in kept}
    for actor in made:
        known = found.get(actor.id)
        if known is None:
            found[actor.id] = actor
            continue
        mentions = sorted((*known.mentions, *actor.mentions), key=_place)
        found[actor.id] = msgspec.structs.replace(known, mentions=mentions)
    return list(found.values())


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _statement(statement: Statement, renamed: Renamed) -> Statement:
    chain = [_follow(link, renamed, "actor") for link in statement.chain]
    told = msgspec.structs.replace(statement, chain=chain)
    return _follow(told, renamed, "origin", "speaker", "recipient")


def _follow(record: _Record, renamed: Renamed, *fields: str) -> _Record:
    """``record`` with the new ids in ``fields``."""
    values = {name: getattr(record, name) for name in fields}
    changed = {name: renamed[value] for name, value in values.items() if value in renamed}
    return msgspec.structs.replace(record, **changed) if changed else record
