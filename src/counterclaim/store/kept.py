"""Decisions as they are kept: what was decided, and by what its subject is known again."""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.records import Decision

__all__ = ["Anchor", "Detail", "Kept", "decision_of"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """By what a record is known again once another engine has numbered the records anew.

    Attributes:
        engine: the one whose reading was decided on.
        range: of a page's record: where it stands in the text.
        statements: of an incident: the ids of its statements then.
    """

    engine: str | None = None
    range: tuple[int, int] | None = None
    statements: list[str] = []


class Detail(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What exactly was decided; the ``detail`` of a kept decision.

    Attributes:
        ranges: of a corrected span: code points, end-exclusive.
        other: the incident to be merged into the subject; ``others``: what it was then.
    """

    field: str | None = None
    value: str | None = None
    ranges: list[tuple[int, int]] = []
    statements: list[str] = []
    incident: str | None = None
    other: str | None = None
    anchor: Anchor = Anchor()
    others: Anchor = Anchor()


class Kept(msgspec.Struct, frozen=True):
    """A decision and its detail as they are kept."""

    decision: Decision
    detail: Detail


def decision_of(row: dict[str, Any]) -> Kept:
    """The decision kept in a row; a detail of another form is passed over, never guessed at."""
    raw = msgspec.json.decode(row["detail"])
    try:
        detail = msgspec.convert(raw or {}, Detail)
    except msgspec.ValidationError:
        detail = Detail()
    decision = Decision(
        id=f"decision-{row['id']}",
        at=row["at"],
        who=row["who"],
        kind=row["kind"],
        subject=row["subject"],
        reason=row["reason"],
        field=detail.field,
        value=detail.value or detail.other,
        statements=detail.statements,
        incident=detail.incident,
    )
    return Kept(decision, detail)
