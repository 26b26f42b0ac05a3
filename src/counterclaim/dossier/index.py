"""Looks up what a ledger holds: records by id, letters of pages, codes, names, parties."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TypeVar

from counterclaim.dossier.model import OriginView, Party
from counterclaim.ledger.decisions import changed_by
from counterclaim.records import (
    Account,
    Actor,
    Block,
    Comment,
    Count,
    Document,
    Event,
    Intent,
    Ledger,
    Moment,
    Place,
    Reading,
    Span,
    Statement,
    Unresolved,
)

__all__ = ["Index", "carrier", "letter", "overlaps"]

STANDS_ALONE = frozenset({"state", "government", "ministry", "armed_force", "armed_group", "body"})
"""Kinds of actor that are a party of their own; all others speak for none."""

NOBODY = frozenset({"official", "officials", "source", "sources"})
"""Names of origins that do not say whose they are."""

R = TypeVar("R", Block, Statement, Place, Moment, Count, Event, Intent, Comment, Unresolved)


def letter(number: int) -> str:
    """0 → ``A``, 25 → ``Z``, 26 → ``AA``."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class Index:
    """Everything in ``ledger`` by its id, and the short names that the dossier gives to things.

    Unknown ids give ``None`` or the id itself: a ledger may point outside itself.
    """

    def __init__(self, ledger: Ledger) -> None:
        readings = ledger.readings
        self.readings = {r.document.id: r for r in readings}
        self.letters = {r.document.id: letter(i) for i, r in enumerate(readings)}
        self.actors = _actors(ledger)
        self._files = {r.document.name: carrier(r.document) for r in readings}
        self.blocks = _by_id(b for r in readings for b in r.blocks)
        self.statements = _by_id(s for r in readings for s in r.statements)
        self.places = _by_id(p for r in readings for p in r.places)
        self.moments = _by_id(m for r in readings for m in r.moments)
        self.counts = _by_id(c for r in readings for c in r.counts)
        self.counts_in: dict[str, list[Count]] = {}
        for count in self.counts.values():
            self.counts_in.setdefault(count.statement or "", []).append(count)
        self.events_in: dict[str, list[Event]] = {}
        self.events = _by_id(e for r in readings for e in r.events)
        for event in self.events.values():
            self.events_in.setdefault(event.statement or "", []).append(event)
        self.intents = _by_id(i for r in readings for i in r.intents)
        self.intents_in: dict[str, list[Intent]] = {}
        for intent in self.intents.values():
            self.intents_in.setdefault(intent.statement or "", []).append(intent)
        self.codes = {key: code for r in readings for key, code in self._codes(r)}
        self.corrections = changed_by(ledger.decisions)
        self.account_of = {s: a for a in ledger.accounts for v in a.versions for s in v.statements}
        self.parties = self._parties(ledger.accounts)
        self._numbers = {p.id: p.number for p in self.parties}

    def _codes(self, reading: Reading) -> Iterable[tuple[str, str]]:
        page = self.letters[reading.document.id]
        told = [s for s in reading.statements if s.content]
        told.sort(key=lambda s: (s.content[0].start, s.id))
        return ((s.id, f"{page}{i}") for i, s in enumerate(told, 1))

    def text(self, document: str) -> str:
        """The text of a document; empty where there is none."""
        reading = self.readings.get(document)
        return reading.document.text if reading else ""

    def name(self, actor: str | None) -> str:
        """A name for people."""
        if actor is None:
            return "not named"
        known = self.actors.get(actor)
        if known is not None and known.kind == "outlet" and known.name in self._files:
            return self._files[known.name]
        if known is not None and known.name.casefold() in NOBODY:
            return f"unnamed {known.name}"
        return known.name if known else actor.removeprefix("actor:").replace("-", " ")

    def tells(self, actor: str) -> bool:
        """Whether ``actor`` is an outlet or agency: it tells of deeds and does none."""
        known = self.actors.get(actor)
        return known is not None and known.kind in ("outlet", "agency")

    def party_of(self, actor: str | None) -> str | None:
        """Actor id of the party that ``actor`` speaks for, or ``None`` for nobody's."""
        seen: set[str] = set()
        top = actor
        while top is not None and top not in seen:
            seen.add(top)
            known = self.actors.get(top)
            if known is None or known.member_of is None:
                break
            top = known.member_of
        known = self.actors.get(top or "")
        return known.id if known is not None and known.kind in STANDS_ALONE else None

    def account_party(self, account: Account) -> str | None:
        """The party of an account: the ledger's word first."""
        if account.party is not None and account.party != account.origin:
            return account.party
        return self.party_of(account.origin)

    def party_number(self, party: str | None) -> int:
        """The number under which ``party`` is drawn; 0 for nobody's."""
        return self._numbers.get(party, 0)

    def number_of(self, statement: Statement | None) -> int:
        """The party number of the one whose account ``statement`` stands in."""
        if statement is None:
            return 0
        account = self.account_of.get(statement.id)
        party = self.account_party(account) if account else self.party_of(statement.origin)
        return self.party_number(party)

    def origin_name(self, statement: Statement) -> str:
        """Who is given as the origin of ``statement``."""
        account = self.account_of.get(statement.id)
        if account is not None:
            return self.name(account.origin)
        if statement.origin is None and statement.voice == "outlet":
            reading = self.readings[statement.document]
            return carrier(reading.document)
        if statement.origin is None and statement.source:
            return statement.source[0].exact.rstrip(",")
        return self.name(statement.origin)

    def origin_view(self, account: Account) -> OriginView:
        """A column of the matrix for ``account``."""
        actor = self.actors.get(account.origin)
        told = [
            self.statements[s]
            for v in account.versions
            for s in v.statements
            if s in self.statements
        ]
        return OriginView(
            id=account.origin,
            name=self.name(account.origin),
            kind=actor.kind.replace("_", " ") if actor else "unknown",
            party=self.party_number(self.account_party(account)),
            role=actor.role if actor else None,
            pages=sorted({self.letters[s.document] for s in told}, key=lambda x: (len(x), x)),
            relayed_by=list(dict.fromkeys(self._carrier(key) for key in account.relayed_by)),
        )

    def _carrier(self, key: str) -> str:
        reading = self.readings.get(key)
        if reading is not None:
            return carrier(reading.document)
        return self.name(key) if key in self.actors else key

    def anchor(self, record: str) -> str:
        """Id of the HTML element where a record's words stand: ``B-s3``."""
        document, _, rest = record.rpartition(".")
        page = self.letters.get(document)
        return f"{page}-{rest}" if page else record.replace(" ", "-")

    def block_of(self, statement: Statement) -> Block | None:
        """The block it stands in."""
        return self.blocks.get(statement.block)

    def where(self, statement: Statement) -> str:
        """``page B, update 2``."""
        page = f"page {self.letters[statement.document]}"
        block = self.block_of(statement)
        if block is not None and block.kind == "update":
            number = block.number if block.number is not None else block.sequence
            return f"{page}, update {number}" if number is not None else f"{page}, update"
        if block is not None and block.kind == "headline":
            return f"{page}, headline"
        return page

    def _parties(self, accounts: Iterable[Account]) -> list[Party]:
        weight: dict[str | None, int] = {}
        for account in accounts:
            party = self.account_party(account)
            told = sum(len(v.statements) for v in account.versions)
            weight[party] = weight.get(party, 0) + told
        ranked = sorted(
            (p for p in weight if p is not None), key=lambda p: (-weight[p], self.name(p))
        )
        named = [Party(id=p, name=self.name(p), number=i) for i, p in enumerate(ranked, 1)]
        return named + [Party(id=None, name="Others", number=0)] * (None in weight)


def carrier(document: Document) -> str:
    """The outlet, else the file's own name."""
    return document.outlet or PurePosixPath(document.name.replace("\\", "/")).name or document.name


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans of one text share a character."""
    return a.start < b.end and b.start < a.end


def _by_id(records: Iterable[R]) -> dict[str, R]:
    return {record.id: record for record in records}


def _actors(ledger: Ledger) -> dict[str, Actor]:
    """All actors; the merged ones win over those of single readings, and who another is over it."""
    known = {a.id: a for r in ledger.readings for a in r.actors}
    known.update({a.id: a for a in ledger.actors})
    return known | {a.id: known[a.same_as] for a in ledger.actors if a.same_as in known}
