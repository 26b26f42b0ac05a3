"""Watching a real site that changes its pages, is slow, fails, and forbids."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.store.conftest import make_entry
from tests.watching.site import Site, serve

from counterclaim.fetching import Fetched, Limits
from counterclaim.reading import Engine, Settings, Source
from counterclaim.records import Ledger, Reading
from counterclaim.store import Store
from counterclaim.store.incident_index import bring_up_to_date, is_current
from counterclaim.store.told import last_told, told_of
from counterclaim.watching import News, Pace, Robots, Trouble, Watcher
from counterclaim.watching.politeness import retry_after, wait_after

NOW = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


class Now:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


class OneStatement:
    """Stands in for the engine: a page is one statement, so that no model is needed."""

    name = "1.0+m1"

    def open(self, source: Source) -> Reading:
        made = make_entry(source.read().decode(), url=source.url, name=source.name).reading
        received = {"retrieved": source.retrieved, "headers": dict(source.headers)}
        return msgspec.structs.replace(
            made, capture=msgspec.structs.replace(made.capture, **received)
        )

    def read(self, pages: list[Reading]) -> list[Reading]:
        return pages


@pytest.fixture
def site() -> Iterator[Site]:
    yield from serve()


@pytest.fixture
def clock() -> Now:
    return Now()


@pytest.fixture
def watcher(site: Site, clock: Now, tmp_path: Path) -> Iterator[Watcher]:
    store = Store.create(f"sqlite:///{tmp_path}/ledger.db")
    yield Watcher(
        store,
        OneStatement(),  # type: ignore[arg-type]
        limits=Limits(enabled=True, allowed=lambda _: True, seconds=5),
        pace=Pace(every=60, host=0),
        clock=clock,
    )
    store.close()


def kinds(told: list[News | Trouble]) -> list[str]:
    return [one.kind if isinstance(one, News) else "trouble" for one in told]


def test_a_page_is_kept_and_told(site: Site, watcher: Watcher) -> None:
    site.pages["/a"] = "Officials said two people had died."
    assert watcher.follow([site.url + "/a"]) == 1
    assert kinds(list(watcher.poll())) == ["claim"]
    assert watcher.store.newest()[0].page == site.url + "/a"


def test_an_unchanged_page_is_asked_for_with_a_condition(
    site: Site, watcher: Watcher, clock: Now
) -> None:
    site.pages["/a"] = "Officials said two people had died."
    watcher.follow([site.url + "/a"])
    list(watcher.poll())
    assert list(watcher.poll()) == []
    assert site.asked.count("/a") == 1
    clock.time += timedelta(seconds=61)
    assert list(watcher.poll()) == []
    assert site.statuses[-1] == 304


def test_a_changed_page_is_a_change(site: Site, watcher: Watcher, clock: Now) -> None:
    site.pages["/a"] = "Officials said two people had died."
    watcher.follow([site.url + "/a"])
    list(watcher.poll())
    site.pages["/a"] = "Officials said three people had died."
    clock.time += timedelta(seconds=61)
    told = list(watcher.poll())
    assert kinds(told) == ["change"]
    assert "two people" in told[0].text
    assert "three people" in told[0].text


def test_a_page_is_known_by_where_it_was_found_in_the_end(
    site: Site, watcher: Watcher, clock: Now
) -> None:
    site.moved["/out?to=a"] = "/a"
    site.pages["/a"] = "Officials said two people had died."
    site.feed(["/out?to=a"])
    watcher.follow([site.url + "/feed"])
    assert [one.page for one in watcher.poll()] == [site.url + "/a"]
    clock.time += timedelta(seconds=61)
    assert list(watcher.poll()) == []
    assert site.statuses[-1] == 304
    [version] = watcher.store.versions(site.url + "/a")
    assert version.first < version.last
    site.pages["/a"] = "Officials said three people had died."
    clock.time += timedelta(seconds=999)
    assert kinds(list(watcher.poll())) == ["change"]
    assert [held.page for held in watcher.store.newest()] == [site.url + "/a"]
    assert {row.who for row in watcher.store.chain()} == {watcher.engine.name}


def test_a_feed_brings_its_pages(site: Site, watcher: Watcher, clock: Now) -> None:
    site.pages["/a"] = "Officials said two people had died."
    site.pages["/b"] = "Residents said nobody had died."
    site.feed(["/a"])
    watcher.follow([site.url + "/feed"])
    assert kinds(list(watcher.poll())) == ["claim"]
    site.feed(["/a", "/b"])
    clock.time += timedelta(seconds=61)
    told = list(watcher.poll())
    assert [one.page for one in told] == [site.url + "/b"]


def test_a_feed_that_stays_as_it_is_is_looked_at_as_often(
    site: Site, watcher: Watcher, clock: Now
) -> None:
    site.pages["/a"] = "Officials said two people had died."
    site.feed(["/a"])
    watcher.follow([site.url + "/feed"])
    for _ in range(4):
        list(watcher.poll())
        clock.time += timedelta(seconds=61)
    assert site.asked.count("/feed") == 4
    assert site.asked.count("/a") < 4


def test_a_change_tells_between_when(site: Site, watcher: Watcher, clock: Now) -> None:
    """Also an answer of 304 is a sighting: the change came after it."""
    site.pages["/a"] = "Officials said two people had died."
    watcher.follow([site.url + "/a"])
    list(watcher.poll())
    clock.time += timedelta(minutes=10)
    list(watcher.poll())
    assert site.statuses[-1] == 304
    site.pages["/a"] = "Officials said three people had died."
    clock.time += timedelta(minutes=52)
    list(watcher.poll())
    [before, after] = watcher.store.versions(site.url + "/a")
    assert (before.first[11:16], before.last[11:16]) == ("12:00", "12:10")
    assert after.first[11:16] == "13:02"


def test_a_page_that_goes_back_is_a_change(site: Site, watcher: Watcher, clock: Now) -> None:
    watcher.follow([site.url + "/a"])
    told = []
    for number in ("two", "three", "two"):
        site.pages["/a"] = f"Officials said {number} people had died."
        told.append(kinds(list(watcher.poll())))
        clock.time += timedelta(minutes=10)
    assert told == [["claim"], ["change"], ["change"]]
    [head] = watcher.store.newest()
    assert "two" in watcher.store.reading(head).document.text


def test_what_was_told_is_kept_for_the_next_run(site: Site, watcher: Watcher, clock: Now) -> None:
    watcher.follow([site.url + "/a"])
    for number in ("two", "three"):
        site.pages["/a"] = f"Officials said {number} people had died."
        list(watcher.poll())
        clock.time += timedelta(minutes=10)
    kept = [msgspec.json.decode(one, type=News) for one in last_told(watcher.store, 10)]
    assert [one.kind for one in kept] == ["change", "claim"]
    assert len(last_told(watcher.store, 1)) == 1
    assert told_of(watcher.store, site.url + "/b") == []


@pytest.mark.parametrize("status", [404, 429, 500])
def test_a_failing_page_is_left_alone_ever_longer(
    site: Site, watcher: Watcher, clock: Now, status: int
) -> None:
    site.failing["/a"] = status
    watcher.follow([site.url + "/a"])
    waits = []
    for _ in range(3):
        [trouble] = list(watcher.poll())
        assert isinstance(trouble, Trouble)
        again = datetime.fromisoformat(trouble.again)
        waits.append((again - clock.time).total_seconds())
        clock.time = again
    assert waits == [120, 240, 480]


def test_the_server_may_ask_for_more_time(site: Site, watcher: Watcher, clock: Now) -> None:
    site.failing["/a"] = 429
    site.retry_after = "4000"
    watcher.follow([site.url + "/a"])
    [trouble] = list(watcher.poll())
    assert isinstance(trouble, Trouble)
    assert datetime.fromisoformat(trouble.again) - clock.time == timedelta(seconds=4000)


def test_what_robots_forbid_is_not_asked_for(site: Site, watcher: Watcher) -> None:
    site.robots = "User-agent: *\nDisallow: /private"
    site.pages["/private"] = "Officials said two people had died."
    watcher.follow([site.url + "/private"])
    [trouble] = list(watcher.poll())
    assert isinstance(trouble, Trouble)
    assert "CC610" in trouble.message
    assert "/private" not in site.asked


def test_one_host_is_not_pressed(site: Site, watcher: Watcher) -> None:
    waits: list[float] = []
    watcher = replace(watcher, pace=Pace(every=60, host=5), sleep=waits.append)
    for path in ("/a", "/b"):
        site.pages[path] = f"Officials at {path} said two people had died."
    watcher.follow([site.url + "/a", site.url + "/b"])
    list(watcher.poll())
    assert len(waits) == 1
    assert 4 < waits[0] <= 5


def test_watching_goes_on_where_it_stopped(site: Site, watcher: Watcher, clock: Now) -> None:
    site.pages["/a"] = "Officials said two people had died."
    watcher.follow([site.url + "/a"])
    list(watcher.poll())
    again = Watcher(watcher.store, watcher.engine, watcher.limits, watcher.pace, clock)
    assert again.next_due() == clock.time + timedelta(seconds=60)
    assert again.follow([site.url + "/a"]) == 0


def answer(status: int, body: bytes = b"") -> Callable[[str], Fetched]:
    return lambda url: Fetched(url, url, status, {}, body, "")


@pytest.mark.parametrize(
    ("fetch", "allowed"),
    [
        (answer(404), True),
        (answer(503), False),
        (answer(200, b"User-agent: counterclaim\nDisallow: /"), False),
        (answer(200, b"User-agent: other\nDisallow: /"), True),
        (answer(200, b"\xff\xfe"), True),
    ],
)
def test_robots(fetch: Callable[[str], Fetched], allowed: bool) -> None:
    assert Robots(fetch).allows("https://post.invalid/1") is allowed


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("Sun, 04 May 2031 12:01:00 GMT", 60),
        ("Sun, 04 May 2031 11:00:00 GMT", 0),
        ("99999999999", 86400),
        ("soon", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: int | None) -> None:
    wait = retry_after(value, NOW)
    assert wait == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize("value", ["²", "٣", "Mon, 31 Dec 9999 23:59:59 -2359", ",", " , ,", "1e5"])
def test_what_makes_no_sense_as_retry_after(value: str) -> None:
    assert retry_after(value, datetime(2031, 5, 4, tzinfo=UTC)) in (None, timedelta(hours=24))


def test_off_unless_enabled(site: Site, watcher: Watcher) -> None:
    off = replace(watcher, limits=Limits())
    off.follow([f"{site.url}/page"])
    [trouble] = list(off.poll())
    assert "CC611" in trouble.message
    assert site.asked == []


def test_waiting_grows_and_ends_at_a_day() -> None:
    waits = [wait_after(number, Pace(), None) for number in range(30)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=24)


RAID = (
    "Velmaria says its army was not there. Velmaria's army said on Saturday that it had not struck "
    "the hospital in Dubrin."
)
OTHER = (
    "Ostrelia's army said on Saturday that Velmaria's army had struck the hospital in Dubrin and "
    "that {} people had been killed."
)


@pytest.fixture
def reading_watcher(watcher: Watcher) -> Watcher:
    return replace(watcher, engine=Engine(Settings(published="2031-05-04")))


def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the ledger was built since, one entry each."""
    times: list[int] = []
    build = Store.ledger

    def counted(self: Store, *args: Any, **options: Any) -> Ledger:
        times.append(1)
        return build(self, *args, **options)

    monkeypatch.setattr(Store, "ledger", counted)
    return times


def test_contradictions_are_told_after_one_grouping_of_all(
    site: Site, reading_watcher: Watcher, clock: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages |= {"/a": RAID, "/b": OTHER.format("12"), "/c": OTHER.format("30")}
    reading_watcher.follow([site.url + path for path in site.pages])
    times = built(monkeypatch)
    told = kinds(list(reading_watcher.poll()))
    assert set(told) == {"claim", "contradiction"}
    assert told == sorted(told)
    assert len(times) == 1
    clock.time += timedelta(seconds=61)
    assert list(reading_watcher.poll()) == []
    assert len(times) == 1
    assert is_current(reading_watcher.store)


def test_what_a_poll_that_broke_off_did_not_tell_the_next_one_does(
    site: Site, reading_watcher: Watcher, clock: Now
) -> None:
    site.pages |= {"/a": RAID, "/b": OTHER.format("12")}
    reading_watcher.follow([site.url + path for path in site.pages])
    poll = reading_watcher.poll()
    while reading_watcher.store.newest()[-1:] == [] or len(reading_watcher.store.newest()) < 2:
        next(poll)
    poll.close()
    again = replace(reading_watcher)
    clock.time += timedelta(seconds=61)
    assert set(kinds(list(again.poll()))) == {"contradiction"}
    clock.time += timedelta(seconds=120)
    assert list(again.poll()) == []


def test_a_page_that_goes_back_to_what_it_said_is_grouped_again(
    site: Site, watcher: Watcher, clock: Now
) -> None:
    site.pages["/a"] = "Officials said two people had died."
    watcher.follow([site.url + "/a"])
    for number in ("three", "two", "two"):
        list(watcher.poll())
        bring_up_to_date(watcher.store)
        [last] = {held.document for held in watcher.store.newest()}
        assert is_current(watcher.store)
        site.pages["/a"] = f"Officials said {number} people had died."
        clock.time += timedelta(seconds=999)
    list(watcher.poll())
    assert watcher.store.newest()[0].document == last
