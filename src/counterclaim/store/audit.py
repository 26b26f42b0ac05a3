"""The hash chain: who did what to which record when, each row sealed over the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

__all__ = ["GENESIS", "AuditRow", "broken_rows", "canonical_json", "next_row"]

GENESIS = "0" * 64
"""``previous`` of the first row."""


class AuditRow(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain.

    Attributes:
        seq: 1, 2, 3, … without a gap.
        at: ISO 8601 with offset, UTC.
        who: a person, a token, or an engine version.
        detail: canonical JSON of what was done.
        previous: ``hash`` of the row before, or :data:`GENESIS`.
        hash: SHA-256, hex, over the canonical JSON of all the other fields.
    """

    seq: int
    at: str
    who: str
    action: str
    subject: str
    detail: str
    previous: str
    hash: str

    def expected_hash(self) -> str:
        """What ``hash`` must be for the other fields."""
        fields = msgspec.structs.asdict(self)
        del fields["hash"]
        return hashlib.sha256(canonical_json(fields).encode()).hexdigest()


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no white space: equal values give equal characters."""
    return msgspec.json.encode(value, order="deterministic").decode()


def next_row(
    last: AuditRow | None, *, at: str, who: str, action: str, subject: str, detail: Any
) -> AuditRow:
    """The row that follows ``last``."""
    row = AuditRow(
        seq=1 if last is None else last.seq + 1,
        at=at,
        who=who,
        action=action,
        subject=subject,
        detail=canonical_json(detail),
        previous=GENESIS if last is None else last.hash,
        hash="",
    )
    return msgspec.structs.replace(row, hash=row.expected_hash())


def broken_rows(chain: Iterable[AuditRow]) -> Iterator[tuple[int, str]]:
    """``(seq, why)`` of each row that does not follow from the one before."""
    last: AuditRow | None = None
    for row in chain:
        wanted = GENESIS if last is None else last.hash
        if row.seq != (1 if last is None else last.seq + 1):
            yield row.seq, "a row before it is missing"
        elif row.previous != wanted:
            yield row.seq, "does not continue the row before it"
        elif row.hash != row.expected_hash():
            yield row.seq, "was changed after it was written"
        last = row
