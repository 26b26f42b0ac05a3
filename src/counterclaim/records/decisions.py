"""What people decided."""

from __future__ import annotations

from typing import Literal

from counterclaim.records.spans import Line, Span

DecisionKind = Literal["confirm", "reject", "note", "pick", "correct", "merge", "split", "withdraw"]
DecisionStatus = Literal["applied", "recorded", "replaced", "withdrawn", "elsewhere"]
"""``recorded``: kept, with nothing to change (a note); ``replaced``: a later one on the same thing
stands; ``elsewhere``: on a version of a page, or an engine's reading, that this ledger has not."""

Decided = str | int | float | list[Span] | None
"""A value of a field, or the words it was read from."""


class Decision(Line, frozen=True):
    """What a person decided on a record of the ledger, and what came of it.

    Attributes:
        kind: see :data:`DecisionKind`; ``subject``: id of the record, or an incident's code.
        at: ISO 8601, UTC; ``who``: a person or a token, never an engine.
        field: the field corrected, or the harm of a figure picked.
        value, was: what stands now, and what was read; for merging, the other incident's code.
        statements: ids, for splitting: what was taken out of the incident.
        incident: code of the incident that a figure was picked for.
        status: see :data:`DecisionStatus`.
    """

    id: str
    at: str
    who: str
    kind: DecisionKind
    subject: str
    reason: str
    field: str | None = None
    value: Decided = None
    was: Decided = None
    statements: list[str] = []
    incident: str | None = None
    status: DecisionStatus = "recorded"
