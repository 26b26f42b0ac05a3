"""Only a person makes a suggestion a fact of the ledger, and the last word stands."""

from counterclaim.store import Query, Store, search


def test_decisions_come_back_as_they_were_made(store: Store) -> None:
    store.decide("pick", "d-1.n1", who="Ana", reason="counted", detail={"value": "62"})
    [one] = store.decisions()
    assert (one.kind, one.subject, one.who, one.reason) == ("pick", "d-1.n1", "Ana", "counted")
    assert one.value == "62"


def test_search_within_given_statements(store: Store, entry) -> None:
    kept = entry()
    store.add([kept], who="e")
    key = kept.reading.statements[0].id
    assert len(search(store, Query(statements=[key]))) == 1
    assert search(store, Query(statements=[])) == []
