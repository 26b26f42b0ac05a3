"""Whole pages are found by their words, on every database alike."""

import msgspec
import pytest
from sqlalchemy import text
from tests.store.conftest import tamper

from counterclaim.records import Dated
from counterclaim.store import Store, search_pages, verify
from counterclaim.store.health import ailments, rebuild


@pytest.fixture
def filled(store: Store, entry) -> Store:
    store.add(
        [
            entry("Officials said the bridge fell.\nA café by the Straße burned.", name="a.txt"),
            entry("Residents said otherwise. The café stood.", name="b.txt"),
            entry("Nothing was said of it at all." + " x" * 300 + " café", name="c.txt"),
        ],
        who="e",
    )
    return store


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("café", "cba"),
        ("CAFE strasse", "a"),
        ("caf*", "cba"),
        ("bridge otherwise", ""),
        ("stand*", ""),
        ("'; DROP TABLE texts; --", ""),
        ('"cafe" OR bridge', ""),
        ("", "cba"),
        ("!!!", "cba"),
    ],
)
def test_all_words_on_one_page(filled: Store, words: str, names: str) -> None:
    assert "".join(hit.name[0] for hit in search_pages(filled, words)) == names


def test_the_words_about_the_first_are_told(filled: Store) -> None:
    [last, *_] = search_pages(filled, "cafe")
    assert last.words.endswith("x x café")
    assert len(last.words) < 200
    [one] = search_pages(filled, "strasse")
    assert one.words == "Officials said the bridge fell. A café by the Straße burned."
    assert [hit.name for hit in search_pages(filled, "cafe", limit=1)] == ["c.txt"]


def test_only_what_a_page_says_now(store: Store, entry) -> None:
    page = {"url": "https://paper.invalid/a", "name": "a"}
    store.add([entry("Officials said the bridge fell.", **page)], who="e")
    store.add([entry("Officials said the tower fell.", **page)], who="e")
    assert search_pages(store, "bridge") == []
    assert len(search_pages(store, "bridge", revisions=True)) == 1
    assert len(search_pages(store, "fell")) == 1


def test_days_of_publication(store: Store, entry) -> None:
    for day in ("2031-05-03", "2031-05-04"):
        made = entry(f"Officials said so on {day}.", name=day)
        dated = msgspec.structs.replace(
            made.reading.document, published=Dated(value=f"{day}T10:00", evidence="meta")
        )
        reading = msgspec.structs.replace(made.reading, document=dated)
        store.add([msgspec.structs.replace(made, reading=reading)], who="e")
    assert [hit.name for hit in search_pages(store, "said", since="2031-05-04")] == ["2031-05-04"]
    assert [hit.name for hit in search_pages(store, "said", until="2031-05-03")] == ["2031-05-03"]


def test_a_store_from_before_pages_were_searched(filled: Store) -> None:
    drop = ["TABLE texts"]
    if filled.engine.dialect.name == "sqlite":
        drop = ["TRIGGER texts_words", "TABLE text_words", "TABLE texts"]
    with filled.engine.begin() as connection:
        for what in drop:
            connection.execute(text(f"DROP {what}"))
        connection.execute(text("DELETE FROM migrations WHERE name = 'm010_texts'"))
    filled.close()
    opened = Store.open(filled.url)
    assert len(search_pages(opened, "cafe")) == 3
    assert list(verify(opened)) == []
    opened.close()


def test_texts_are_checked_and_made_again(filled: Store) -> None:
    tamper(filled, "UPDATE texts SET folded = 'officials admitted it' WHERE reading = 1")
    assert [(one.table, one.row) for one in verify(filled)] == [
        ("texts", filled.held()[0].document)
    ]
    tamper(filled, "DELETE FROM texts WHERE reading = 2")
    assert any("all pages" in one for one in ailments(filled))
    rebuild(filled)
    assert list(verify(filled)) == []
    assert list(ailments(filled)) == []
    assert len(search_pages(filled, "cafe")) == 3
