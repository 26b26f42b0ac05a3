"""A chain in which every change shows."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from counterclaim.store import Store, canonical_json, verify
from counterclaim.store.audit import GENESIS, AuditRow, broken_rows, next_row

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def chain_of(number: int) -> list[AuditRow]:
    rows: list[AuditRow] = []
    for at in range(number):
        rows.append(
            next_row(
                rows[-1] if rows else None,
                at=f"2031-01-0{at + 1}T00:00:00+00:00",
                who="Ana",
                action="note",
                subject=f"r-{at}",
                detail={"reason": "seen"},
            )
        )
    return rows


def test_the_first_row_starts_from_nothing() -> None:
    assert chain_of(1)[0].previous == GENESIS


def test_a_whole_chain_holds() -> None:
    assert list(broken_rows(chain_of(5))) == []


@pytest.mark.parametrize("field", ["at", "who", "action", "subject", "detail", "hash", "previous"])
def test_a_changed_field_shows(field: str) -> None:
    rows = chain_of(4)
    rows[1] = msgspec.structs.replace(rows[1], **{field: "x"})
    assert next(broken_rows(rows))[0] == 2


def test_a_missing_row_shows() -> None:
    rows = chain_of(4)
    del rows[1]
    assert next(broken_rows(rows)) == (3, "a row before it is missing")


@given(JSON)
def test_canonical_json_is_stable(value: object) -> None:
    once = canonical_json(value)
    assert canonical_json(msgspec.json.decode(once)) == once


def test_canonical_json_ignores_order() -> None:
    assert canonical_json({"b": 1, "a": 2}) == canonical_json({"a": 2, "b": 1}) == '{"a":2,"b":1}'


def test_a_sound_store_has_no_findings(store: Store, entry) -> None:
    store.add([entry()], who="engine")
    store.decide("note", "d-1", who="Ana", reason="seen")
    assert list(verify(store)) == []


def test_reading_again_with_another_result_shows(store: Store, entry) -> None:
    kept = entry()
    store.add([kept], who="engine")
    other = msgspec.structs.replace(kept.reading, statements=[])
    assert [f.table for f in verify(store, lambda *_: other)] == ["readings"]
    assert list(verify(store, lambda *_: kept.reading)) == []


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE audit SET who = 'x' WHERE seq = 1", "audit"),
        ("UPDATE rows SET body = '{}' WHERE position = 1", "rows"),
        ("DELETE FROM rows WHERE position = 2", "rows"),
        ("UPDATE captures SET data = :other", "captures"),
        ("DELETE FROM audit WHERE seq = 1", "audit"),
        ("DELETE FROM decisions", "decisions"),
        ("UPDATE decisions SET reason = 'another'", "decisions"),
    ],
)
def test_tampering_behind_the_triggers_shows(store: Store, entry, change: str, table: str) -> None:
    store.add([entry()], who="engine")
    store.decide("note", "d-1", who="Ana", reason="seen")
    with store.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            names = connection.scalars(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            )
            for name in list(names):
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(change), {"other": b"x"} if ":other" in change else {})
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = DEFAULT"))
    assert table in {finding.table for finding in verify(store)}
