"""``counterclaim add FEED``: its entries, one after the other, whatever becomes of each."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from tests.cli.test_read import PAGE, run
from tests.watching.site import Site, serve

from counterclaim.fetching import Limits


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that may be fetched from though it is on the loopback address."""

    def limits(max_bytes: int) -> Limits:
        return Limits(enabled=True, body=max_bytes, allowed=lambda _: True, seconds=5)

    monkeypatch.setattr("counterclaim.cli.sources.limits", limits)
    yield from serve()


@pytest.fixture
def add(tmp_path: Path) -> Callable[..., Result]:
    store = ["--store", f"sqlite:///{tmp_path}/ledger.db"]
    run("init", *store)
    return lambda *given: run("add", *given, "--pause", "0", *store)


def story(number: int) -> str:
    return PAGE.replace("two people", f"{number} people")


def outcomes(result: Result) -> list[tuple[str, str]]:
    rows = (line.split() for line in result.stdout.splitlines())
    return [(row[0], row[2].rpartition("/")[2]) for row in rows]


def test_the_entries_of_a_feed_are_added_and_not_read_twice(site: Site, add) -> None:
    site.pages = {"/a": story(20), "/b": story(21)}
    site.feed(["/a", "/b"])
    first = add(site.url + "/feed")
    assert (first.exit_code, outcomes(first)) == (0, [("added", "a"), ("added", "b")])
    assert "2 added" in first.stderr
    site.pages["/b"] = story(22)
    again = add(site.url + "/feed")
    assert outcomes(again) == [("known", "a"), ("added", "b")]
    assert 304 in site.statuses


def test_what_cannot_be_had_stops_nothing_else(site: Site, add) -> None:
    site.pages = {"/a": story(20), "/empty": " ", "/c": story(21)}
    site.failing = {"/broken": 500}
    site.robots = "User-agent: *\nDisallow: /private"
    site.feed(["/a", "/missing", "/broken", "/private", "/empty", "/c"])
    result = add(site.url + "/feed")
    assert result.exit_code == 1
    assert outcomes(result) == [("added", "a"), ("added", "c")]
    for told in ("status 404", "status 500", "CC610", "CC101", "2 added, 4 not read"):
        assert told in result.stderr
    assert "/private" not in site.asked


def test_a_feed_in_a_file(site: Site, add, tmp_path: Path) -> None:
    site.pages = {"/a": story(20)}
    items = [{"url": site.url + "/a", "date_published": "2001-01-01T00:00:00Z"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    (tmp_path / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    assert outcomes(add(tmp_path / "feed.json")) == [("added", "a")]
    asked = len(site.asked)
    assert outcomes(add(tmp_path / "feed.json")) == [("known", "a")]
    assert len(site.asked) == asked, "older than when it was seen: not asked for"


def test_a_list_of_feeds(site: Site, add, tmp_path: Path) -> None:
    site.pages = {"/a": story(20)}
    site.feed(["/a"])
    outlines = "".join(f'<outline xmlUrl="{site.url}{path}"/>' for path in ("/none", "/feed"))
    opml = f'<opml version="2.0"><body>{outlines}</body></opml>'
    (tmp_path / "feeds.opml").write_text(opml, encoding="utf-8")
    result = add(tmp_path / "feeds.opml")
    assert (result.exit_code, outcomes(result)) == (1, [("added", "a")])


def test_what_is_no_feed(add, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<html/>", encoding="utf-8")
    result = add(tmp_path / "feed.xml")
    assert result.exit_code == 3
    assert "CC108" in result.stderr


def test_headers_and_time_are_kept(site: Site, add, tmp_path: Path) -> None:
    site.pages = {"/a": story(20)}
    add(site.url + "/a")
    store = f"sqlite:///{tmp_path}/ledger.db"
    lines = run("export", "--format", "ndjson", "--store", store).stdout.splitlines()
    capture = json.loads(lines[0])
    assert capture["url"] == site.url + "/a"
    assert capture["media_type"] == "text/html"
    assert capture["headers"]["etag"]
    assert capture["retrieved"].endswith("+00:00")
    assert run("verify", "--store", store).exit_code == 0


def test_what_counterclaim_wrote_is_no_source(add, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    assert run("dossier", folder, "-o", folder / "dossier.html").exit_code == 0
    assert outcomes(add(folder)) == [("added", "page.txt")]
    named = add(folder / "page.txt", folder / "dossier.html")
    assert (named.exit_code, outcomes(named)) == (0, [("known", "page.txt")])
    assert "CC905" in named.stderr
    assert run("read", folder, "--format", "table", "-q").stdout.count("page.txt") == 1
