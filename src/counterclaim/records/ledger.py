"""One page's reading, the ledger of many, and what went wrong on the way."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.records.actors import Actor
from counterclaim.records.decisions import Decision
from counterclaim.records.facts import Count, Event, Intent, Moment, Place, Unresolved
from counterclaim.records.incidents import Account, Incident, Origin, Relation
from counterclaim.records.pages import Block, Capture, Comment, Document
from counterclaim.records.spans import Line
from counterclaim.records.statements import Statement


class Problem(Line, frozen=True):
    """An error or warning record: the rest of the batch goes on.

    ``document`` is the page it was met on, ``None`` for an input that gave no page.
    """

    id: str
    name: str
    code: str
    severity: Literal["error", "warning"]
    message: str
    document: str | None = None


Record = (
    Capture
    | Document
    | Block
    | Statement
    | Actor
    | Place
    | Moment
    | Count
    | Event
    | Intent
    | Incident
    | Account
    | Origin
    | Relation
    | Comment
    | Unresolved
    | Decision
    | Problem
)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read from one page: a pure function of (bytes, settings, engine)."""

    capture: Capture
    document: Document
    blocks: list[Block] = []
    statements: list[Statement] = []
    actors: list[Actor] = []
    places: list[Place] = []
    moments: list[Moment] = []
    counts: list[Count] = []
    events: list[Event] = []
    intents: list[Intent] = []
    comments: list[Comment] = []
    unresolved: list[Unresolved] = []
    problems: list[Problem] = []


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Readings and how they fit. ``actors`` are merged over all readings, mentions kept.

    A reading's own ``actors`` are the merged ones with that page's mentions only, so each actor is
    written once and a page's share is known from ``Actor.documents``.
    ``decisions`` are people's, oldest first; what they changed is changed in the other records.
    ``problems`` are those of inputs that gave no reading at all.
    """

    readings: list[Reading] = []
    actors: list[Actor] = []
    incidents: list[Incident] = []
    accounts: list[Account] = []
    origins: list[Origin] = []
    relations: list[Relation] = []
    decisions: list[Decision] = []
    problems: list[Problem] = []
