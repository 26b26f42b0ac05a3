"""A code that was given once leads to its incident ever after, whatever is added or decided."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import delete, text
from tests.ledger.builder import Page
from tests.ledger.stories import ORSVIK, SUDMARK, TOLMEN, background, rolling_page, second_page
from tests.store.conftest import tamper

from counterclaim.exports.options import deleted_codes
from counterclaim.records import Incident, Ledger, Reading
from counterclaim.store import Entry, Query, Store, search, verify
from counterclaim.store.backup import backup, restore
from counterclaim.store.codes import ended_when, ever_given, given_before, keep_given
from counterclaim.store.connection import writing
from counterclaim.store.copying import read_rows, write_rows
from counterclaim.store.deciding import Asked, prepare
from counterclaim.store.health import rebuild
from counterclaim.store.incident_index import (
    bring_up_to_date,
    find_code,
    incident_in,
    ledger_of,
    stored_incidents,
)
from counterclaim.store.incidents import find_incident
from counterclaim.store.tables import codes
from counterclaim.version import VERSION

Decide = Callable[..., str]


def bombing(key: str, place: tuple[str, float, float], published: str = "2031-05-04") -> Page:
    page = Page(key, published=published)
    page.say(f"a bomb killed nine people in {place[0]}", by=SUDMARK)
    page.event("bomb", mode="explosives", day="2031-05-03", place=place)
    return page.count("nine people", 9)


def add(store: Store, *pages: Page | Reading) -> list[Incident]:
    """Kept and laid out, as one run of `add` does."""
    for page in pages:
        reading = page.reading() if isinstance(page, Page) else page
        data = (reading.document.id.removeprefix("d-") + reading.document.text).encode()
        store.add([Entry(data, reading)], who="engine")
    return stored_incidents(store)


def code_with(store: Store, document: str) -> str:
    [code] = [one.code for one in stored_incidents(store) if document in one.documents]
    return code


@pytest.fixture
def decide(store: Store) -> Decide:
    def made(kind: str, subject: str, **given: object) -> str:
        known, detail = prepare(store, Asked(kind=kind, subject=subject, **given))  # type: ignore[arg-type]
        store.decide(kind, known, who="Ana Torvik", reason="x", detail=detail)
        bring_up_to_date(store)
        return store.decisions()[-1].id

    return made


PAGES = (rolling_page, second_page, lambda: bombing("late", ORSVIK, "2031-05-06"))


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_in_whatever_order_pages_come_codes_lead_on(store: Store, order: tuple[int, ...]) -> None:
    given: dict[str, set[str]] = {}
    for number in order:
        for one in add(store, PAGES[number]()):
            given.setdefault(one.code, set()).update(one.documents)
    ledger = ledger_of(store)
    for code, documents in given.items():
        found = find_incident(ledger, code)
        assert find_code(store, code) == found.code
        assert documents & set(found.documents)
    assert stored_incidents(store) == ledger.incidents == ledger_of(store).incidents
    assert len({one.code for one in ledger.incidents}) == len(ledger.incidents)


def test_an_earlier_page_that_comes_later_changes_no_code(store: Store) -> None:
    [first] = add(store, bombing("late", ORSVIK, "2031-05-06"))
    [now] = add(store, bombing("early", ORSVIK, "2031-05-03"))
    assert (now.code, now.id, len(now.documents)) == (first.code, first.id, 2)


def test_what_grows_together_has_both_codes(store: Store) -> None:
    [one] = add(store, rolling_page())
    # As if the second page had been taken for something else before.
    with store.engine.begin() as connection:
        reading = second_page().reading()
        keys = [statement.id for statement in reading.statements]
        body = {"id": "i-other", "more": [reading.document.id, *keys]}
        row = {"code": "2031-05-03-aaaaaa", "at": "", "body": msgspec.json.encode(body).decode()}
        connection.execute(codes.insert().values(row))
    [both] = add(store, second_page())
    assert (both.code, both.previous_codes) == (one.code, ["2031-05-03-aaaaaa"])
    assert find_code(store, "2031-05-03-aaaaaa") == one.code
    with store.engine.connect() as connection:
        assert [old.code for old in given_before(connection)] == [one.code]
    assert {one.code for one in add(store, bombing("b", TOLMEN))} >= {one.code}
    assert find_incident(store.ledger(), "2031-05-03-aaaaaa").code == one.code


def test_what_was_taken_together_too_soon_points_back(store: Store) -> None:
    readings = [bombing("a", ORSVIK).reading(), bombing("b", TOLMEN).reading()]
    keys = [s.id for r in readings for s in r.statements]
    body = {"id": "i-whole", "more": ["d-a", "d-b", *keys]}
    with store.engine.begin() as connection:
        row = {"code": "2031-05-03-aaaaaa", "at": "", "body": msgspec.json.encode(body).decode()}
        connection.execute(codes.insert().values(row))
    found = add(store, *readings)
    [new] = [one for one in found if one.code != "2031-05-03-aaaaaa"]
    assert new.previous_codes == ["2031-05-03-aaaaaa"]
    assert find_code(store, "2031-05-03-aaaaaa") == "2031-05-03-aaaaaa"


def test_merged_by_hand_and_parted_again(store: Store, decide: Decide) -> None:
    add(store, bombing("a", ORSVIK), bombing("b", TOLMEN))
    first, second = code_with(store, "d-a"), code_with(store, "d-b")
    key = decide("merge", first, other=second)
    assert code_with(store, "d-b") == find_code(store, second) == first
    # A page of the second comes, and one with another incident.
    add(store, bombing("b-later", TOLMEN, "2031-05-05"), rolling_page())
    assert code_with(store, "d-b-later") == first
    assert find_incident(ledger_of(store), second).code == first
    hits = search(store, Query(incident=find_code(store, second)))
    assert {"d-a", "d-b"} <= {hit.document for hit in hits}
    decide("withdraw", key)
    assert (code_with(store, "d-a"), code_with(store, "d-b")) == (first, second)
    assert code_with(store, "d-b-later") == second
    assert all(not one.previous_codes for one in stored_incidents(store))


def test_split_by_hand_and_put_together_again(store: Store, decide: Decide) -> None:
    [whole] = add(store, rolling_page(), second_page())
    key = decide("split", whole.code, apart=["d-two"])
    new = code_with(store, "d-two")
    assert code_with(store, "d-one") == whole.code != new
    assert find_incident(ledger_of(store), new).previous_codes == [whole.code]
    add(store, bombing("b", TOLMEN))
    assert (code_with(store, "d-one"), code_with(store, "d-two")) == (whole.code, new)
    decide("withdraw", key)
    assert code_with(store, "d-one") == code_with(store, "d-two") == whole.code
    # The code that was split off has been given, and leads back.
    assert find_code(store, new) == whole.code
    assert incident_in(store, new)[1].code == whole.code
    decide("split", whole.code, apart=["d-two"])
    assert code_with(store, "d-two") == new


def test_a_rejected_incident_comes_back_under_its_code(store: Store, decide: Decide) -> None:
    add(store, bombing("a", ORSVIK), bombing("b", TOLMEN))
    code = code_with(store, "d-b")
    key = decide("reject", code)
    assert all("d-b" not in one.documents for one in stored_incidents(store))
    add(store, rolling_page())
    decide("withdraw", key)
    assert code_with(store, "d-b") == code


def at(url: str, page: Page) -> Reading:
    """The page as it is at one address; one with another key and text is another version."""
    reading = page.reading()
    return msgspec.structs.replace(
        reading, document=msgspec.structs.replace(reading.document, url=url, name=url)
    )


def test_a_page_that_changes_keeps_its_incidents_apart(store: Store) -> None:
    url = "https://paper.invalid/strike"
    before = add(store, at(url, background(rolling_page())))
    titles = {one.code: one.earliest for one in before}
    assert len(titles) == 2
    later = background(rolling_page())
    later.key = "three"
    later.say("nothing more was known", by=SUDMARK)
    after = add(store, at(url, later))
    assert {one.code: one.earliest for one in after} == titles
    assert all(one.previous_codes == [] for one in after)
    again = add(store, at(url, background(rolling_page())))
    assert {one.code for one in again} == set(titles)


def test_nothing_new_adds_no_row(store: Store) -> None:
    add(store, rolling_page(), bombing("b", TOLMEN))
    before = list(kept(store))
    store.decide("note", "d-one", who="Ana", reason="x")
    bring_up_to_date(store)
    assert list(kept(store)) == before
    assert len(before) == len(stored_incidents(store))


def kept(store: Store) -> Iterator[tuple[object, ...]]:
    with store.engine.connect() as connection:
        yield from (tuple(row) for row in connection.execute(codes.select().order_by(codes.c.id)))


def test_codes_go_where_the_store_goes(store: Store, other: Store) -> None:
    add(store, bombing("late", ORSVIK, "2031-05-06"))
    [code] = [one.code for one in add(store, bombing("early", ORSVIK, "2031-05-03"))]
    with store.engine.connect() as connection:
        lines = list(write_rows(connection))
    read_rows(other, lines)
    assert [one.code for one in stored_incidents(other)] == [code]
    assert list(kept(other)) == list(kept(store))
    rebuild(other)
    assert [one.code for one in stored_incidents(other)] == [code]


def test_codes_are_in_the_audit_chain(store: Store, other: Store, tmp_path: Path) -> None:
    add(store, rolling_page(), bombing("b", TOLMEN))
    add(store, second_page())
    noted = [row for row in store.chain() if row.action == "code"]
    assert [row.subject for row in noted] == [row[1] for row in kept(store)]
    assert {row.who for row in noted} == {f"counterclaim-{VERSION}"}
    assert list(verify(store)) == []
    backup(store, tmp_path / "copy")
    restore(tmp_path / "copy", other)
    assert list(verify(other)) == []
    assert list(other.chain()) == list(store.chain())


@pytest.mark.parametrize(
    ("change", "row", "why"),
    [
        ("UPDATE codes SET body = '{}' WHERE id = 2", "2 (", "is not what audit row"),
        ("UPDATE codes SET at = '2031' WHERE id = 1", "1 (", "is not what audit row"),
        ("UPDATE codes SET code = 'x' WHERE id = 2", "2 (x)", "is not what audit row"),
        ("DELETE FROM codes WHERE id = 1", "2031-", "is gone"),
        ("DELETE FROM codes", "2031-", "is gone"),
        ("INSERT INTO codes (id, code, at, body) VALUES (99, 'x', 'y', 'z')", "99 (x)", "no audit"),
    ],
)
def test_a_code_that_was_tampered_with_is_named_first(
    store: Store, change: str, row: str, why: str
) -> None:
    add(store, rolling_page(), bombing("b", TOLMEN))
    tamper(store, change)
    found = list(verify(store))
    assert found[0].table == "codes"
    assert found[0].row.startswith(row)
    assert why in found[0].why
    # One row gone puts no other in the wrong.
    assert len(found) == (2 if change == "DELETE FROM codes" else 1)


def test_codes_from_before_they_were_audited_are_audited_once(store: Store) -> None:
    add(store, rolling_page(), bombing("b", TOLMEN))
    tamper(store, "DELETE FROM audit WHERE action = 'code'")
    tamper(store, "DELETE FROM migrations WHERE name = 'm009_codes_audited'")
    store.close()
    for _ in range(2):
        opened = Store.open(store.url)
        assert list(verify(opened)) == []
        noted = [row for row in opened.chain() if row.action == "code"]
        assert [row.subject for row in noted] == [row[1] for row in kept(opened)]
        assert {row.who for row in noted} == {"m009_codes_audited"}
        opened.close()


def test_two_that_group_at_once_give_codes_one_after_the_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, bombing("a", ORSVIK))
    second = bombing("b", TOLMEN).reading()
    store.add([Entry(b"b" + second.document.text.encode(), second)], who="engine")
    built = Store.ledger
    waiting = [True]

    def slow(self: Store, *args: object, **kwargs: object) -> Ledger:
        ledger = built(self, *args, **kwargs)  # type: ignore[arg-type]
        if waiting.pop() if waiting else False:
            # Somebody else is done first.
            bring_up_to_date(self)
        return ledger

    monkeypatch.setattr(Store, "ledger", slow)
    assert bring_up_to_date(store) is None
    assert not waiting
    codes_given = [row[1] for row in kept(store)]
    assert len(set(codes_given)) == len(codes_given) == 2
    assert list(verify(store)) == []


def test_codes_that_grouping_took_away_are_deletions(store: Store) -> None:
    [one] = add(store, rolling_page())
    gone = "2031-05-03-aaaaaa"
    reading = second_page().reading()
    held = {
        "documents": [reading.document.id],
        "statements": [statement.id for statement in reading.statements],
    }
    given = Incident(id="i-other", code=gone, title="", **held)
    # As of a page that has changed since and says nothing of it any more.
    empty = Incident(id="i-empty", code="2031-05-01-bbbbbb", title="", documents=["d-0"])
    with writing(store.engine) as connection:
        keep_given(connection, [given, empty], [], "2031-05-04T12:00:00.000+00:00", "e")
    add(store, second_page())
    ledger = ledger_of(store)
    with store.engine.connect() as connection:
        codes_given, ended = ever_given(connection), ended_when(connection)
    assert codes_given == [one.code, gone, empty.code]
    assert list(ended) == [gone]
    assert datetime.fromisoformat(ended[gone]).tzinfo is not None
    assert deleted_codes(ledger, codes_given) == (gone, empty.code)
    assert deleted_codes(ledger) == (gone,)


def test_codes_are_never_taken_back(store: Store) -> None:
    add(store, rolling_page())
    with pytest.raises(Exception, match="append-only"), store.engine.begin() as connection:
        connection.execute(delete(codes))


def test_an_older_store_is_brought_to_the_present_form(store: Store) -> None:
    add(store, rolling_page())
    sqlite = store.engine.dialect.name == "sqlite"
    index = ["TRIGGER statements_words", "TABLE statement_words", "TABLE text_words"]
    old = [*(index if sqlite else []), "TABLE texts"]
    words = "USING gin (to_tsvector('simple', words))"
    with store.engine.begin() as connection:
        for what in (*old, "INDEX statements_words", "TABLE codes"):
            if not (sqlite and what.startswith("INDEX")):
                connection.execute(text(f"DROP {what}"))
        connection.execute(text("ALTER TABLE statements DROP COLUMN folded"))
        if sqlite:
            connection.execute(text("CREATE VIRTUAL TABLE statement_words USING fts5(words)"))
            connection.execute(
                text(
                    "CREATE TRIGGER statements_words AFTER INSERT ON statements BEGIN INSERT INTO "
                    "statement_words(rowid, words) VALUES (new.id, new.words); END"
                )
            )
        else:
            connection.execute(text(f"CREATE INDEX statements_words ON statements {words}"))
        connection.execute(text("DELETE FROM migrations WHERE name >= 'm007'"))
    store.close()
    opened = Store.open(store.url)
    assert len(search(opened, Query(words="MISTAKE"))) == 1
    assert stored_incidents(opened) == opened.ledger().incidents
    assert list(kept(opened))
    opened.close()
