"""Statements are found by words, by who, where, when and what."""

import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis.strategies import text
from tests.ledger.stories import background, rolling_page, second_page

from counterclaim.errors import OptionError
from counterclaim.records import Count, Dated, Moment, Place, Span
from counterclaim.store import Entry, Query, Store, search
from counterclaim.store.incident_index import (
    bring_up_to_date,
    find_code,
    is_current,
    stored_incidents,
)
from counterclaim.store.words import folded, terms_of


def with_facts(entry: Entry) -> Entry:
    """The entry with a place, a day and a count in its statement."""
    reading = entry.reading
    text, key = reading.document.text, reading.document.id
    common = {"document": key, "statement": f"{key}.s1", "span": Span.of(text, 0, 9)}
    statement = msgspec.structs.replace(reading.statements[0], origin="actor:port", force="denies")
    return Entry(
        entry.data,
        msgspec.structs.replace(
            reading,
            document=msgspec.structs.replace(
                reading.document, published=Dated(value="2031-05-04", evidence="option")
            ),
            statements=[statement],
            places=[
                Place(
                    id=f"{key}.p1", name="Delmar", status="resolved", lat=10.0, lon=179.9, **common
                )
            ],
            moments=[Moment(id=f"{key}.m1", earliest="2031-05-02", latest="2031-05-03", **common)],
            counts=[
                Count(
                    id=f"{key}.n1",
                    number=Span.of(text, 0, 9),
                    low=2,
                    best=2,
                    high=2,
                    harm="killed",
                    **common,
                )
            ],
        ),
    )


@pytest.fixture
def filled(store: Store, entry) -> Store:
    store.add([with_facts(entry("Officials denied that the Café bridge had fallen."))], who="e")
    store.add([entry("Residents said something else entirely.", name="other.txt")], who="e")
    return store


@pytest.mark.parametrize(
    "query",
    [
        Query(words="bridge"),
        Query(words="fallen BRIDGE"),
        Query(words="brid*"),
        Query(words="café"),
        Query(origin="actor:port"),
        Query(actor="actor:port"),
        Query(force="denies"),
        Query(harm="killed"),
        Query(since="2031-05-03", until="2031-05-03"),
        Query(near=(10.0, 179.5, 60.0)),
        Query(near=(10.0, -179.9, 30.0)),
    ],
    ids=repr,
)
def test_it_is_found(filled: Store, query: Query) -> None:
    assert [hit.name for hit in search(filled, query)] == ["page.txt"]


@pytest.mark.parametrize(
    "query",
    [
        Query(words="bridge residents"),
        Query(words="bridges"),
        Query(origin="actor:ports"),
        Query(harm="injured"),
        Query(event="ASSAULT"),
        Query(until="2031-05-01"),
        Query(since="2031-05-04", force="denies"),
        Query(near=(10.0, 179.0, 60.0)),
        Query(documents=[]),
    ],
    ids=repr,
)
def test_it_is_not_found(filled: Store, query: Query) -> None:
    assert search(filled, query) == []


@pytest.mark.parametrize("words", ['"', "bridge AND (", "a:b*", "NEAR(", "'; DROP TABLE rows; --"])
def test_search_words_are_never_syntax(filled: Store, words: str) -> None:
    assert isinstance(search(filled, Query(words=words)), list)


def test_newest_first_and_limited(filled: Store) -> None:
    assert [hit.name for hit in search(filled, Query())] == ["other.txt", "page.txt"]
    assert len(search(filled, Query(limit=1))) == 1


def test_older_revisions_only_when_asked_for(store: Store, entry) -> None:
    url = "https://paper.invalid/bridge"
    store.add([entry("Officials said two died.", url=url)], who="e")
    store.add([entry("Officials said three died.", url=url)], who="e")
    assert [hit.words for hit in search(store, Query(words="died"))] == [
        "Officials said three died."
    ]
    assert len(search(store, Query(words="died", revisions=True))) == 2


def test_what_was_rejected_is_found_and_marked(store: Store, entry) -> None:
    url = "https://paper.invalid/bridge"
    first, second = entry("Officials said two died.", url=url), entry("Residents said none died.")
    store.add([first, second], who="e")
    for one in (first, second):
        key = one.reading.statements[0].id
        store.decide("reject", key, who="Ana", reason="hearsay")
    store.decide("withdraw", "decision-2", who="Bo", reason="it is not")
    marked = {hit.words: (hit.rejected, hit.rejected_by) for hit in search(store, Query())}
    assert marked["Officials said two died."] == ("decision-1", "Ana")
    assert marked["Residents said none died."] == (None, None)
    # The next version of the page says it in other words: somebody has to look again.
    store.add([entry("Officials said three died.", url=url)], who="e")
    assert [hit.rejected for hit in search(store, Query(words="three"))] == [None]
    [old] = search(store, Query(words="two", revisions=True))
    assert old.rejected == "decision-1"


@pytest.fixture
def grouped(store: Store) -> Store:
    for page in (rolling_page(), background(second_page())):
        store.add([Entry((page.key + page.text).encode(), page.reading())], who="e")
    bring_up_to_date(store)
    return store


def test_within_an_incident(grouped: Store) -> None:
    for incident in grouped.ledger().incidents:
        hits = search(grouped, Query(incident=incident.code))
        assert {hit.statement for hit in hits} == set(incident.statements)
        assert search(grouped, Query(incident=incident.code, words="nothing-like-it")) == []
    assert search(grouped, Query(incident="2031-ZZZ")) == []


def test_within_a_grade(grouped: Store) -> None:
    by_grade: dict[str, set[str]] = {}
    for one in grouped.ledger().incidents:
        grade = one.grade.value if one.grade else "none"
        by_grade.setdefault(grade, set()).update(one.statements)
    for grade, keys in by_grade.items():
        assert {hit.statement for hit in search(grouped, Query(grade=grade))} == keys
    assert search(grouped, Query(grade="unheard of")) == []


def test_many_statements_are_looked_up_one_by_one(
    grouped: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = grouped.ledger().incidents[0].code
    wanted = Query(incident=code, grade="contested"), Query(incident=code), Query(grade="none")
    few = [search(grouped, query) for query in wanted]
    monkeypatch.setattr(sys.modules["counterclaim.store.search"], "FEW", 1)
    assert [search(grouped, query) for query in wanted] == few


def test_incidents_are_laid_out_once(grouped: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_current(grouped)
    monkeypatch.setattr(Store, "ledger", None)
    assert bring_up_to_date(grouped) is None
    assert stored_incidents(grouped)
    monkeypatch.undo()
    grouped.decide("note", "d-one", who="Ana", reason="x")
    assert not is_current(grouped)


def test_an_incident_that_is_not_there(grouped: Store) -> None:
    with pytest.raises(OptionError, match="CC208"):
        find_code(grouped, "2031-ZZZ")
    for one in grouped.ledger().incidents:
        assert find_code(grouped, one.id) == find_code(grouped, one.code) == one.code


def test_words_that_postgresql_does_not_keep(store: Store, entry) -> None:
    store.add([entry("Officials said \x00 " + "it fell " * 40_000)], who="e")
    assert len(search(store, Query(words="fell"))) == 1


@pytest.mark.parametrize(
    "words", ["Café", "cafe brid*", "CAFÉ-bridge", "fallen_officials", "at*", "elan"]
)
def test_a_few_statements_and_the_index_agree(store: Store, entry, words: str) -> None:
    page = with_facts(entry("Officials denied that the Café-bridge at Élan had fallen."))
    store.add([page], who="e")
    key = page.reading.statements[0].id
    by_index = search(store, Query(words=words))
    assert search(store, Query(words=words, actor="actor:port")) == by_index
    assert [hit.statement for hit in by_index] == [key]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("strasse", True),
        ("STRASSE", True),
        ("file", True),
        ("news.example", True),
        ("example", True),
        ("1e5 3.14", True),
        ("1e", False),
        ("لله", True),
        ("мост", True),
        ("MOСТ", False),
        ("MOСТ".replace("MO", "МО"), True),
        ("istanbul", True),
        ("bridg", False),
        ("a" * 501, True),
    ],
)
def test_every_database_has_the_same_words(store: Store, entry, words: str, found: bool) -> None:
    said = "Officials of Straße at news.example ﬁled ﬁle 1e5/3.14: لِلّٰه Мо́ст İstanbul bridge's "
    store.add([entry(said + "a" * 3000)], who="e")
    assert bool(search(store, Query(words=words))) is found


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("The Café's  fell", "the cafe s fell"),
        ("a_b\0c\n", "a b c"),
        ("Ελλάς ΕΛΛΆΣ", "ελλασ ελλασ"),
        ("((( ---", ""),
        ("", ""),
        ("x" * 600, "x" * 500),
        ("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}", "صلى الله عليه وسلم"),
    ],
)
def test_folded(text: str, bare: str) -> None:
    assert folded(text) == bare
    assert folded(bare) == bare


@given(text())
def test_the_words_of_a_text_are_found_in_it(said: str) -> None:
    bare = folded(said).split()
    assert terms_of(said.replace("*", " ")) == bare
    assert terms_of(" ".join(f"{word}*" for word in bare)) == [f"{word}*" for word in bare]
