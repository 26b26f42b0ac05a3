"""Statements are found by words, by who, where, when and what."""

import msgspec
import pytest

from counterclaim.records import Count, Dated, Moment, Place, Span
from counterclaim.store import Entry, Query, Store, search


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
