"""Feeds of every form, OPML, and what only looks like them."""

import msgspec
import pytest
from lxml import etree

from counterclaim.watching import (
    Item,
    News,
    atom_feed,
    json_feed,
    older,
    parse_feed,
    parse_opml,
)

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Delmar Post</title>
<item><title>Bridge falls</title><link>https://post.invalid/1</link>
<pubDate>Sun, 04 May 2031 10:00:00 GMT</pubDate></item>
<item><link>https://post.invalid/2</link></item><item><link>https://post.invalid/1</link></item>
<item><title>No link</title></item></channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Delmar Post</title>
<entry><title>Bridge falls</title><link href="https://post.invalid/1"/>
<updated>2031-05-04T10:00:00Z</updated></entry></feed>"""

JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "items":
[{"url": "https://post.invalid/1", "title": "Bridge falls"}, {"title": "no address"}]}"""

NEWS = News(
    kind="claim",
    subject="d-1.s1",
    title="The port authority denies",
    text="that \x00 <b>anything</b> fell",
    page="https://post.invalid/1?a=1&b=2",
    at="2031-05-04T12:00:00.000+00:00",
)


def test_rss() -> None:
    items = parse_feed(RSS)
    assert items is not None
    assert [item.url for item in items] == ["https://post.invalid/1", "https://post.invalid/2"]


def test_atom() -> None:
    assert parse_feed(ATOM) == [
        Item("https://post.invalid/1", "Bridge falls", "2031-05-04T10:00:00Z")
    ]


def test_json_feed() -> None:
    assert parse_feed(JSON) == [Item("https://post.invalid/1", "Bridge falls", None)]


def test_addresses_are_resolved_against_the_feed() -> None:
    feed = RSS.replace(b"https://post.invalid/2", b"/2")
    items = parse_feed(feed, base="https://post.invalid/feeds/news.xml")
    assert items is not None
    assert items[1].url == "https://post.invalid/2"


@pytest.mark.parametrize(
    ("updated", "is_older"),
    [
        ("Sun, 04 May 2031 10:00:00 GMT", True),
        ("Sun, 04 May 2031 13:30:00 +0200", True),
        ("2031-05-04T11:59:59Z", True),
        ("2031-05-04T12:00:01Z", False),
        ("2031-05-05", False),
        ("soon", False),
        ("", False),
        (None, False),
    ],
)
def test_an_entry_older_than_a_sighting(updated: str | None, is_older: bool) -> None:
    assert older(updated, "2031-05-04T12:00:00.000+00:00") is is_older


def test_what_is_no_feed() -> None:
    for data in (b"", b"<html><p>A page.</p></html>", b"{}", b'{"version": "2"}', b"{", b"text"):
        assert parse_feed(data) is None


def test_opml() -> None:
    opml = b"""<opml version="2.0"><body><outline text="x">
    <outline type="rss" xmlUrl="https://a.invalid/f"/></outline>
    <outline xmlUrl="https://b.invalid/f"/><outline text="none"/></body></opml>"""
    assert parse_opml(opml) == ["https://a.invalid/f", "https://b.invalid/f"]


def test_what_is_no_opml() -> None:
    assert parse_opml(b"<html/>") == []


def test_opml_reads_no_files() -> None:
    opml = b"""<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>
    <opml><body><outline xmlUrl="https://a.invalid/f">&x;</outline></body></opml>"""
    assert parse_opml(opml) == ["https://a.invalid/f"]


def test_our_own_feeds_can_be_read() -> None:
    for written in (atom_feed([NEWS]), json_feed([NEWS])):
        assert parse_feed(written) == [Item(NEWS.page, NEWS.title, NEWS.at)]


def test_an_empty_feed_is_a_feed() -> None:
    assert parse_feed(atom_feed([])) == []
    assert msgspec.json.decode(json_feed([]))["items"] == []


def test_atom_has_what_the_standard_wants() -> None:
    feed = etree.fromstring(atom_feed([NEWS]))
    names = {etree.QName(one).localname for one in feed[-1]}
    assert {"id", "title", "updated", "author", "link"} <= names
