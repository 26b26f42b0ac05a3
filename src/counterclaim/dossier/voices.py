"""Accounts of single voices, and of whole parties, kept apart.

A ledger gives a party with several organs an account of all of them together. Beside the organs'
own it would say everything twice: here it keeps only what none of its organs says, and is shown
whole only where the party as such changed its story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from counterclaim.dossier.index import Index
from counterclaim.records import Account, AccountVersion

__all__ = ["together", "voices"]


class _Stated(Protocol):
    @property
    def statement(self) -> str | None:
        """Id of the statement that claims it."""


def together(accounts: Sequence[Account]) -> list[Account]:
    """The accounts of parties as a whole."""
    return [a for a in accounts if a.organs]


def voices(index: Index, accounts: Sequence[Account]) -> list[Account]:
    """Every account of a single voice; of a whole party's, only what no organ of it says."""
    single = [a for a in accounts if not a.organs]
    told = {s for a in single for v in a.versions for s in v.statements}
    own = (_without(index, account, told) for account in together(accounts))
    return [*single, *(a for a in own if a.versions)]


def _without(index: Index, account: Account, told: set[str]) -> Account:
    """What is left of ``account`` once the statements in ``told`` are taken away.

    Which step changed what was judged with the organs' steps between, so it is not kept.
    """
    versions: list[AccountVersion] = []
    for version in account.versions:
        kept = [s for s in version.statements if s not in told]
        if kept:
            versions.append(_only(index, version, kept, len(versions)))
    return msgspec.structs.replace(account, versions=versions, organs=[])


def _only(index: Index, version: AccountVersion, kept: list[str], number: int) -> AccountVersion:
    def of(keys: list[str], table: Mapping[str, _Stated]) -> list[str]:
        """Those of ``keys`` that the statements kept claim."""
        return [k for k in keys if k in table and table[k].statement in kept]

    return msgspec.structs.replace(
        version,
        sequence=number,
        statements=kept,
        events=of(version.events, index.events),
        counts=of(version.counts, index.counts),
        intents=of(version.intents, index.intents),
        places=of(version.places, index.places),
        moments=of(version.moments, index.moments),
        change=["adds"] if number else ["first"],
        superseded=False,
    )
