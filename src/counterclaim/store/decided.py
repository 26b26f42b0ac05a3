"""People's decisions, applied to what the machine suggested."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from counterclaim.records import Ledger, LinkStatus, Relation

__all__ = ["Decision", "apply_decisions"]

STATUS: dict[str, LinkStatus] = {"confirm": "confirmed", "reject": "rejected"}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided: ``kind`` on the record ``subject``, when and why."""

    id: int
    at: str
    who: str
    kind: str
    subject: str
    reason: str
    detail: Any = None


def apply_decisions(ledger: Ledger, decisions: Iterable[Decision]) -> Ledger:
    """``ledger`` with the status that people gave its relations; the last decision stands.

    Nothing else is changed: corrections and picks stand beside what was read, not in its place.
    """
    decided = {one.subject: STATUS[one.kind] for one in decisions if one.kind in STATUS}
    if not decided:
        return ledger
    relations = [_with(one, decided.get(one.id)) for one in ledger.relations]
    return msgspec.structs.replace(ledger, relations=relations)


def _with(relation: Relation, status: LinkStatus | None) -> Relation:
    return relation if status is None else msgspec.structs.replace(relation, status=status)
