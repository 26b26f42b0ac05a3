"""The claim-by-source matrix: a row for each field, a column for each origin."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.dossier.claims import Value, account_values
from counterclaim.dossier.contradictions import Found
from counterclaim.dossier.index import Index
from counterclaim.dossier.model import Claim, Matrix, MatrixRow, OriginView
from counterclaim.dossier.passages import value_passage
from counterclaim.dossier.wording import FIELDS, FORCES
from counterclaim.ledger.decisions import decision_note
from counterclaim.records import Account, Relation, Statement

__all__ = ["Table", "tabulate"]

ALWAYS = ("event", "actor", "intent", "killed", "injured", "place", "time")
"""Rows shown even where nobody says anything: silence is worth seeing."""

PRONOUNS = frozenset({"he", "it", "she", "they", "who", "which", "we"})

TAKES_PLACE = ("revises", "retracts", "concedes")


class Table:
    """Accounts beside each other: the values of each, and which took the place of which."""

    def __init__(
        self, index: Index, accounts: Sequence[Account], relations: Sequence[Relation]
    ) -> None:
        self.index = index
        self.accounts = sorted(accounts, key=lambda a: _rank(index, a))
        self.values = {a.id: account_values(index, a) for a in self.accounts}
        parties = {a.id: index.account_party(a) for a in self.accounts}
        self._above = {parties[a.id] for a in self.accounts if parties[a.id] != a.origin}
        self._after: dict[tuple[str, str, str], Value | None] = {}
        self._revised: dict[tuple[str, str], str] = {
            (r.a, r.on): r.b for r in relations if r.kind in TAKES_PLACE and r.status != "rejected"
        }

    def whole(self, account: Account) -> bool:
        """Whether it is a party's own, beside those of its organs."""
        return account.origin in self._above

    def superseding(self, account: Account, value: Value) -> Value | None:
        """The same origin's later value that took the place of ``value``."""
        key = (account.id, value.field, value.record.id)
        if key not in self._after:
            self._after[key] = self._superseding(account, value)
        return self._after[key]

    def _superseding(self, account: Account, value: Value) -> Value | None:
        on = "count" if value.count is not None else value.field
        target = self._revised.get((value.statement or "", on))
        later = range(value.version + 1, len(account.versions))
        first = next((v for v in later if on in account.versions[v].change), None)
        if target is None and first is None:
            return None
        values = self.values[account.id]
        after = [v for v in values if first is not None and v.version >= first]
        if any(_same(v, value) for v in after):
            return None
        revised = (v for v in values if v.statement == target and _replaces(v, value))
        return next(revised, None) or next((v for v in after if _replaces(v, value)), None)

    def current(self, account: Account, field: str) -> list[Value]:
        """The values of ``field`` in ``account`` that nothing took the place of, once each."""
        kept: dict[str, Value] = {}
        for value in self.values[account.id]:
            if value.field == field and self.superseding(account, value) is None:
                kept.setdefault(value.key, value)
        return list(kept.values())


def _rank(index: Index, account: Account) -> tuple[int, int, str]:
    number = index.party_number(index.account_party(account)) or 10**6
    told = sum(len(v.statements) for v in account.versions)
    return number, -told, account.id


def _same(a: Value, b: Value) -> bool:
    """Whether two values say the same, whoever the number is of."""
    return a.field == b.field and (a.label == b.label if a.count else a.key == b.key)


def _replaces(a: Value, b: Value) -> bool:
    """Whether ``a`` answers the same question as ``b`` otherwise.

    Numbers of different groups, and a part and its total, leave each other alone.
    """
    if a.field != b.field or _same(a, b):
        return False
    if a.count is None or b.count is None:
        return True
    groups = {a.count.group, b.count.group} - {None, "people"}
    return len(groups) < 2 and (a.count.part_of is None) == (b.count.part_of is None)


def tabulate(table: Table, found: Found) -> Matrix:
    """The matrix of all accounts; rows nobody fills are left out, but for the main ones."""
    shown = [a for a in table.accounts if table.values[a.id]] or table.accounts
    rows = []
    for field, label in FIELDS.items():
        cells = [_cell(table, found, account, field) for account in shown]
        if any(cells) or (field in ALWAYS and cells):
            rows.append(MatrixRow(field=field, label=label, cells=cells))
    return Matrix(
        columns=[table.index.origin_view(a) for a in shown],
        rows=rows,
        silent=[table.index.origin_view(a) for a in table.accounts if a not in shown],
    )


def _cell(table: Table, found: Found, account: Account, field: str) -> list[Claim]:
    grouped: dict[str, list[Value]] = {}
    for value in table.values[account.id]:
        if value.field == field:
            grouped.setdefault(value.key, []).append(value)
    claims = [_claim(table, found, account, values) for values in grouped.values()]
    return sorted(claims, key=lambda c: c.superseded_by is not None)


def _claim(table: Table, found: Found, account: Account, values: list[Value]) -> Claim:
    index, first = table.index, values[0]
    statement = index.statements.get(first.statement or "")
    after = table.superseding(account, first)
    passages = [
        value_passage(index, v.record.id, v.record.document, v.spans, v.statement) for v in values
    ]
    numbers = [n for v in values for n in found.of_value(v.statement, v.field, v.spans)]
    return Claim(
        record=first.record.id,
        value=first.label,
        detail=_detail(index, values),
        passage=passages[0],
        force=FORCES[statement.force] if statement else "",
        certainty=statement.certainty if statement else "unknown",
        via=_via(statement) if statement else [],
        superseded_by=after.label if after else None,
        superseded_anchor=index.anchor(after.record.id) if after else None,
        contradictions=sorted(set(numbers)),
        also=passages[1:],
    )


def _detail(index: Index, values: list[Value]) -> str:
    """What is added to the value, and whether a person corrected it."""
    notes = [decision_note(d) for v in values for d in index.corrections.get(v.record.id, ())]
    return "; ".join(filter(None, (values[0].detail, *dict.fromkeys(notes))))


def _via(statement: Statement) -> list[str]:
    """Those between the page and the speaker, by name; a pronoun names nobody."""
    names = [link.name for link in statement.chain[1:-1]]
    return [name for name in names if name.casefold() not in PRONOUNS]


def columns_by_party(columns: Sequence[OriginView]) -> list[tuple[int, int]]:
    """``(party, width)`` of each run of columns that speak for one party."""
    runs: list[tuple[int, int]] = []
    for column in columns:
        if runs and runs[-1][0] == column.party:
            runs[-1] = (column.party, runs[-1][1] + 1)
        else:
            runs.append((column.party, 1))
    return runs
