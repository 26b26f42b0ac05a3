"""Bare institutions of several pages on one incident: "the defence ministry" here and there.

A page that does not tell whose ministry it means has that actor for itself alone
(``counterclaim.reading.institutions``). Where another page on the same incident knows just one of
the kind, that one is meant; where none does, the pages' are one. Likewise for persons whom a page
knows by their office alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from counterclaim.ledger.claims import spoken_for
from counterclaim.ledger.incidents import Case
from counterclaim.ledger.parties import Parties
from counterclaim.records import Actor, Reading

__all__ = ["settle", "shared_institutions"]

PREFIX = "actor:"


def shared_institutions(cases: Iterable[Case], actors: Sequence[Actor]) -> list[Actor]:
    """``actors``, those of one page alone with the one that they are among an incident's pages.

    ``same_as`` is that one, and the reason says why. Each page counts for the incident that it
    mainly tells of.
    """
    found: dict[str, tuple[str, str]] = {}
    documents = {actor.id: actor.documents for actor in actors}
    for case in cases:
        pages = [group.page.reading for group in case.groups if group.main]
        if len(pages) > 1:
            found |= _of_incident(pages) | _holders(pages, documents)
    ends = {actor.id: actor.same_as for actor in actors if actor.same_as is not None}
    return [
        _same(actor, *found[actor.id], ends) if actor.id in found else actor for actor in actors
    ]


def _same(actor: Actor, key: str, why: str, ends: Mapping[str, str]) -> Actor:
    return msgspec.structs.replace(actor, same_as=ends.get(key, key), same_as_reason=why)


def settle(cases: Iterable[Case], parties: Parties) -> None:
    """Give the claims of ``cases`` the organs, parties and voices that ``parties`` know now."""
    for case in cases:
        for group in case.groups:
            group.claims = {key: spoken_for(c, parties) for key, c in group.claims.items()}
            group.events = [(group.claims.get(c.id, c), event) for c, event in group.events]


def _of_incident(pages: Sequence[Reading]) -> dict[str, tuple[str, str]]:
    """Id of a page's own institution → the actor that it is on these pages, and why."""
    own: defaultdict[str, list[Actor]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: page.document.id):
        for actor in page.actors:
            if (base := _base(actor, page.document.id)) is not None:
                own[base].append(actor)
    known = {a.id: a for page in pages for a in page.actors}
    found: dict[str, tuple[str, str]] = {}
    for base, those in own.items():
        full = [key for key in sorted(known) if _is_one_of(key, base, known[key].member_of)]
        if len(full) > 1:
            continue
        only = full[0] if full else min(actor.id for actor in those)
        name = known[only].name
        why = f"the only {name} of the pages on this incident"
        found |= {actor.id: (only, why) for actor in those if actor.id != only}
    return found


def _holders(
    pages: Sequence[Reading], documents: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, str]]:
    """Persons known by an office alone, each with the only one of these pages who is named with it.

    "The interior minister" here is the interior minister Olga Penn there.
    """
    here = {page.document.id for page in pages}
    persons = [a for page in pages for a in page.actors if a.kind == "person"]
    named: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for actor in persons:
        if actor.role is not None:
            named[_office(actor.role)][actor.id] = actor.name
    found: dict[str, tuple[str, str]] = {}
    for actor in persons:
        holders = named.get(_office(actor.name), {})
        nowhere_else = here.issuperset(documents.get(actor.id, ()))
        if actor.name.islower() and len(holders) == 1 and nowhere_else:
            ((key, name),) = holders.items()
            found[actor.id] = key, f"{name} is the only {actor.name} of the pages on this incident"
    return found


def _office(words: str) -> str:
    """An office without its article: "the interior minister"."""
    return words.casefold().removeprefix("the ").strip()


def _base(actor: Actor, document: str) -> str | None:
    """What a page's own institution is ("defence-ministry"); ``None`` for other actors."""
    end = f"-of-{document}"
    return actor.id.removeprefix(PREFIX).removesuffix(end) if actor.id.endswith(end) else None


def _is_one_of(key: str, base: str, owner: str | None) -> bool:
    """Whether an actor is some state's or country's own ``base``."""
    if owner is not None and key == f"{owner}-{base}":
        return True
    return key.startswith(f"{PREFIX}{base}-in-")
