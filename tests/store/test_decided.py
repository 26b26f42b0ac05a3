"""Only a person makes a suggestion a fact of the ledger, and the last word stands."""

from counterclaim.store import Query, Store, search
from counterclaim.store.deciding import overtaken


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


def test_a_decision_on_an_older_version_says_which_is_newer(store: Store, entry) -> None:
    url = "https://paper.invalid/bridge"
    old, new = (entry(f"Officials said {n} died.", url=url) for n in ("two", "three"))
    store.add([old], who="e")
    key = old.reading.document.id
    store.decide("reject", f"{key}.s1", who="Ana", reason="hearsay")
    store.decide("note", key, who="Ana", reason="seen")
    store.decide("note", "2031-ZZZ", who="Ana", reason="on no page")
    assert overtaken(store, store.ledger().decisions) == {}
    store.add([new], who="e")
    later = [new.reading.document.id]
    assert overtaken(store, store.ledger().decisions) == {"decision-1": later, "decision-2": later}
    assert store.ledger().decisions[0].status == "elsewhere"


def test_what_another_page_still_holds_is_not_overtaken(store: Store, entry) -> None:
    old = entry("Officials said two died.", url="https://paper.invalid/a")
    store.add([old], who="e")
    store.see(old.reading.document.id, old.reading.capture, "https://paper.invalid/b")
    store.decide("reject", f"{old.reading.document.id}.s1", who="Ana", reason="hearsay")
    store.add([entry("Officials said three.", url="https://paper.invalid/a")], who="e")
    ledger = store.ledger()
    assert (ledger.decisions[0].status, overtaken(store, ledger.decisions)) == ("applied", {})
