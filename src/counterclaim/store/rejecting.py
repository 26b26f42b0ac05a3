"""Which statements found somebody rejected: they are found all the same, and marked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from counterclaim.records import Decision
from counterclaim.store.decided import located, standing
from counterclaim.store.kept import Kept, decision_of
from counterclaim.store.store import Store
from counterclaim.store.tables import decisions, readings

__all__ = ["rejected"]

KINDS = ("confirm", "reject", "withdraw")
"""What rejects, and what takes a rejection back."""


def rejected(store: Store, keys: Sequence[int]) -> dict[tuple[int, str], Decision]:
    """The standing rejections of what stands in readings, by the reading's key and the record's id.

    Args:
        store: where the readings and the decisions are kept.
        keys: of the readings, as in :class:`counterclaim.store.store.Held`.
    """
    kept = _rejections(store)
    documents = {_document(one) for one in kept}
    found: dict[tuple[int, str], Decision] = {}
    for held in store.held_by(select(readings).where(readings.c.id.in_(keys))) if kept else ():
        if held.document not in documents:
            continue
        reading = store.reading(held)
        for one in kept:
            if _document(one) == held.document:
                key = located(reading, one.decision.subject, one.detail.anchor)
                if key is not None:
                    found[held.id, key] = one.decision
    return found


def _document(one: Kept) -> str:
    return one.decision.subject.partition(".")[0]


def _rejections(store: Store) -> list[Kept]:
    query = select(decisions).where(decisions.c.kind.in_(KINDS)).order_by(decisions.c.id)
    with store.engine.connect() as connection:
        kept = [decision_of(dict(row)) for row in connection.execute(query).mappings()]
    return [
        one
        for one in standing(kept)
        if one.decision.kind == "reject"
        and one.decision.status == "recorded"
        and one.decision.subject.startswith("d-")
    ]
