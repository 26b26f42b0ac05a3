"""What a page held, from when to when, and what became of its figures."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.test_revisions import said

from counterclaim.store import Entry, Store, verify
from counterclaim.store.revisions import changes, figure_changes
from counterclaim.store.sightings import normal_time

URL = "https://paper.invalid/bridge"


def fetched(entry, text: str, at: str, **headers: str) -> Entry:
    """The entry as it was fetched at a time."""
    made = entry(text, url=URL)
    received = {"retrieved": at, "headers": headers}
    capture = msgspec.structs.replace(made.reading.capture, **received)
    return Entry(made.data, msgspec.structs.replace(made.reading, capture=capture))


def at(clock: str) -> str:
    return f"2031-05-04T{clock}:00.000+00:00"


def told(store: Store) -> list[tuple[str, str, str]]:
    found = store.versions(URL)
    texts = [store.reading(one.held).document.text for one in found]
    return [(t, v.first[11:16], v.last[11:16]) for t, v in zip(texts, found, strict=True)]


def test_a_page_seen_again_is_one_version(store: Store, entry) -> None:
    for clock in ("14:00", "14:05", "14:10"):
        store.add([fetched(entry, "Officials said two died.", at(clock))], who="e")
    assert told(store) == [("Officials said two died.", "14:00", "14:10")]
    assert len(store.held()) == 1
    assert list(verify(store)) == []


def test_a_page_that_goes_back_to_what_it_said(store: Store, entry) -> None:
    two, three = "Officials said two died.", "Officials said three died."
    for text, clock in ((two, "14:00"), (three, "15:00"), (two, "16:00")):
        store.add([fetched(entry, text, at(clock))], who="e")
    assert [text for text, _, _ in told(store)] == [two, three, two]
    [head] = store.newest()
    assert store.reading(head).document.text == two
    assert list(verify(store)) == []


def test_an_older_capture_does_not_become_the_newest(store: Store, entry) -> None:
    store.add([fetched(entry, "Officials said three died.", at("15:00"))], who="e")
    store.add([fetched(entry, "Officials said two died.", at("14:00"))], who="e")
    assert [text for text, _, _ in told(store)] == [
        "Officials said two died.",
        "Officials said three died.",
    ]
    [head] = store.newest()
    assert "three" in store.reading(head).document.text


def test_the_same_sighting_is_kept_once(store: Store, entry) -> None:
    one = fetched(entry, "Officials said two died.", at("14:00"))
    store.add([one], who="e")
    store.add([one], who="e")
    assert not store.see(one.reading.document.id, one.reading.capture, URL)
    assert len(list(store.chain())) == 1


def test_a_local_file_is_seen_when_it_is_added_and_when_it_changes(store: Store, entry) -> None:
    first, second = entry("Officials said two died."), entry("Officials said three died.")
    for one in (first, first, second, first):
        store.add([one], who="e")
    versions = store.versions("page.txt")
    assert [v.held.document for v in versions] == [
        one.reading.document.id for one in (first, second, first)
    ]
    assert [one.document for one in store.newest()] == [first.reading.document.id]


def test_two_files_of_the_same_bytes(store: Store, entry) -> None:
    store.add([entry(name="a.txt")], who="e")
    store.add([entry(name="b.txt")], who="e")
    assert [held.page for held in store.newest()] == ["a.txt", "b.txt"]
    assert store.find("b.txt").document == store.find("a.txt").document
    assert len(store.ledger().readings) == 1


def test_a_new_engine_is_no_new_version(store: Store, entry) -> None:
    store.add([entry()], who="e")
    store.add([entry(engine="2.0+m2")], who="e")
    [version] = store.versions("page.txt")
    assert version.held.engine == "2.0+m2"
    assert [held.engine for held in store.newest()] == ["2.0+m2"]


def test_headers_and_time_come_back(store: Store, entry) -> None:
    store.add([fetched(entry, "Officials said two died.", at("14:00"), etag='"v1"')], who="e")
    seen = store.last_seen(URL)
    assert seen is not None
    assert (seen.at, seen.headers) == (at("14:00"), {"etag": '"v1"'})
    assert store.reading(store.held()[0]).capture.headers == {"etag": '"v1"'}
    assert store.last_seen("https://nobody.invalid/") is None


def test_when_a_figure_was_removed(store: Store, entry) -> None:
    old = said(entry, "Officials said 90 people had died.", "90")
    new = said(entry, "Officials said 62 people had died.", "62")
    [change] = changes(old, new)
    assert figure_changes(change, at("14:10"), at("15:02")) == [
        "the figure 90 killed was removed between 14:10 and 15:02 UTC on 2031-05-04",
        "the figure 62 killed was put in between 14:10 and 15:02 UTC on 2031-05-04",
    ]
    [line] = figure_changes(
        changes(old, msgspec.structs.replace(new, counts=[]))[0],
        at("23:50"),
        "2031-05-05T00:10:00.000+00:00",
    )
    assert line.endswith("between 2031-05-04 23:50 and 2031-05-05 00:10 UTC")


def test_a_figure_that_moved_was_not_removed(entry) -> None:
    old = said(entry, "Officials said 90 people had died.", "90")
    moved = msgspec.structs.replace(
        old.statements[0], id=old.statements[0].id + "9", content=old.statements[0].source
    )
    new = msgspec.structs.replace(
        old,
        statements=[moved],
        counts=[msgspec.structs.replace(old.counts[0], statement=moved.id)],
    )
    for change in changes(old, new):
        assert change.removed == []
        assert change.put_in == []


@pytest.mark.parametrize(
    ("value", "normal"),
    [
        ("2031-05-04T12:00:00Z", "2031-05-04T12:00:00.000+00:00"),
        ("2031-05-04T14:00:00+02:00", "2031-05-04T12:00:00.000+00:00"),
        ("2031-05-04T12:00:00.5", "2031-05-04T12:00:00.500+00:00"),
    ],
)
def test_all_times_are_kept_in_one_form(value: str, normal: str) -> None:
    assert normal_time(value) == normal


@given(st.datetimes(timezones=st.timezones()))
def test_kept_times_sort_as_times(when) -> None:
    once = normal_time(when.isoformat()) if when.year not in (1, 9999) else None
    assert once is None or normal_time(once) == once
