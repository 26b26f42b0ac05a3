"""Actors over all pages: merged once, with the pages that know them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

import msgspec

from counterclaim.ledger.sameness import united
from counterclaim.records import Actor, Mention, Reading

__all__ = ["actors_by_page", "merge_actors"]

_TOPS = frozenset({"state", "body"})


def merge_actors(readings: Sequence[Reading]) -> list[Actor]:
    """One record an actor over all ``readings``, sorted by id.

    Aliases and mentions are united; a field that one page leaves open is taken from the first page
    that fills it, so the result does not change when it is merged again. Whose somebody is, a page
    that traces it to a state tells before one that stops at a bare institution ("the ministry").
    An actor that is another over all pages keeps its record, with that other as its ``same_as``.
    """
    grouped: dict[str, list[tuple[str, Actor]]] = {}
    for reading in readings:
        for actor in reading.actors:
            grouped.setdefault(actor.id, []).append((reading.document.id, actor))
    states = {key for key, known in grouped.items() if any(a.kind in _TOPS for _, a in known)}
    return united([_merge(grouped[key], states) for key in sorted(grouped)])


def actors_by_page(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """The merged ``actors`` by the pages that know them, each with that page's mentions only."""
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in actor.mentions:
            mentions[mention.document].append(mention)
        for document in actor.documents:
            own = msgspec.structs.replace(actor, mentions=mentions[document])
            found[document].append(own)
    return dict(found)


def _merge(known: list[tuple[str, Actor]], states: Container[str]) -> Actor:
    views = [actor for _, actor in known]
    traced = sorted(views, key=lambda actor: actor.side not in states)
    first = views[0]
    kind = next((a.kind for a in views if a.kind != "unknown"), first.kind)
    return msgspec.structs.replace(
        first,
        kind=kind,
        aliases=sorted({alias for a in views for alias in a.aliases}),
        role=_first(a.role for a in views),
        member_of=_first(a.member_of for a in traced),
        country=_first(a.country for a in traced),
        side=_first(a.side for a in traced),
        affiliation=_first(a.affiliation for a in views),
        mentions=sorted({_key(m): m for a in views for m in a.mentions}.values(), key=_key),
        documents=sorted({document for document, _ in known}),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v is not None), None)


def _key(mention: Mention) -> tuple[str, int, int]:
    return mention.document, mention.span.start, mention.span.end
