"""Only a person makes a suggestion a fact of the ledger, and the last word stands."""

from counterclaim.records import Ledger, Relation, Span
from counterclaim.store import Query, Store, search
from counterclaim.store.decided import Decision, apply_decisions

SPAN = Span.of("the bridge", 0, 3)


def relation(key: str) -> Relation:
    return Relation(id=key, kind="denies", a="a", b="b", on="event", a_spans=[SPAN], b_spans=[SPAN])


def decision(number: int, kind: str, subject: str) -> Decision:
    return Decision(
        id=number, at="2031-05-04", who="Ana", kind=kind, subject=subject, reason="seen"
    )


LEDGER = Ledger(relations=[relation("r-1"), relation("r-2")])


def test_without_decisions_all_is_suggested() -> None:
    assert apply_decisions(LEDGER, []) is LEDGER


def test_a_decision_gives_its_relation_a_status() -> None:
    decided = apply_decisions(LEDGER, [decision(1, "confirm", "r-1")])
    assert [one.status for one in decided.relations] == ["confirmed", "suggested"]


def test_the_last_word_stands() -> None:
    decided = apply_decisions(LEDGER, [decision(1, "confirm", "r-1"), decision(2, "reject", "r-1")])
    assert decided.relations[0].status == "rejected"


def test_a_note_changes_nothing() -> None:
    assert apply_decisions(LEDGER, [decision(1, "note", "r-1")]) == LEDGER


def test_decisions_come_back_as_they_were_made(store: Store) -> None:
    store.decide("pick", "d-1.n1", who="Ana", reason="counted", detail={"value": "62"})
    [one] = store.decisions()
    assert (one.kind, one.subject, one.who, one.reason) == ("pick", "d-1.n1", "Ana", "counted")
    assert one.detail == {"value": "62"}


def test_search_within_given_statements(store: Store, entry) -> None:
    kept = entry()
    store.add([kept], who="e")
    key = kept.reading.statements[0].id
    assert len(search(store, Query(statements=[key]))) == 1
    assert search(store, Query(statements=[])) == []
