"""Who speaks, acts or suffers."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.records.spans import Line, Span

ActorKind = Literal[
    "state",
    "government",
    "ministry",
    "armed_force",
    "armed_group",
    "agency",
    "outlet",
    "body",
    "organisation",
    "person",
    "group",
    "unknown",
]
"""``agency``: a news agency; ``body``: an international body; ``group``: an unnamed set of people
(witnesses, residents, activists)."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Where an actor is named, and why the mention was taken for that actor."""

    document: str
    span: Span
    reason: str


class Actor(Line, frozen=True):
    """Somebody who speaks, acts or suffers.

    Attributes:
        id: ``actor:`` and a slug; the same actor has the same id in every document.
        kind: see :data:`ActorKind`.
        role: a person's role as the page gives it ("Defense Ministry spokesman").
        member_of: actor id of the organisation or state a person or organ speaks for.
        country: ISO 3166-1 alpha-2, or ``None``.
        side: actor id of the side taken in the conflict, where the page or the table says so.
        affiliation: for outlets and agencies, the owner ("state: RU"), from the table.
        documents: ids of the pages that know the actor; filled in when readings become a ledger.
        same_as: actor id of the one that this actor is over all pages ("MANA", where another page
            spells it out); filled in when readings become a ledger, ``None`` where it is itself.
        same_as_reason: why, in words.
    """

    id: str
    name: str
    kind: ActorKind = "unknown"
    aliases: list[str] = []
    role: str | None = None
    member_of: str | None = None
    country: str | None = None
    side: str | None = None
    affiliation: str | None = None
    mentions: list[Mention] = []
    documents: list[str] = []
    same_as: str | None = None
    same_as_reason: str | None = None
