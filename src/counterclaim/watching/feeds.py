"""Feeds and lists of feeds: RSS, Atom, JSON Feed, OPML."""

from __future__ import annotations

import feedparser
import msgspec
from lxml import etree

__all__ = ["Item", "parse_feed", "parse_opml"]


class Item(msgspec.Struct, frozen=True):
    """One entry of a feed: the page's address, its title, and when the feed says it changed."""

    url: str
    title: str = ""
    updated: str | None = None


class _JsonItem(msgspec.Struct):
    url: str = ""
    title: str = ""
    date_modified: str | None = None
    date_published: str | None = None


class _JsonFeed(msgspec.Struct):
    version: str
    items: list[_JsonItem] = []


def parse_feed(data: bytes) -> list[Item] | None:
    """The items of a feed, in its order, each address once; ``None`` if ``data`` is no feed."""
    found = _json_items(data) if data.lstrip()[:1] == b"{" else _xml_items(data)
    if found is None:
        return None
    return list({item.url: item for item in found if item.url}.values())


def _json_items(data: bytes) -> list[Item] | None:
    try:
        feed = msgspec.json.decode(data, type=_JsonFeed)
    except msgspec.DecodeError:
        return None
    if "jsonfeed.org" not in feed.version:
        return None
    return [Item(one.url, one.title, one.date_modified or one.date_published) for one in feed.items]


def _xml_items(data: bytes) -> list[Item] | None:
    feed = feedparser.parse(data)
    # A page of HTML is parsed all the same, but as no version of anything.
    if not feed.get("version"):
        return None
    return [
        Item(
            str(entry.get("link", "")),
            str(entry.get("title", "")),
            entry["updated"] if "updated" in entry else entry.get("published"),
        )
        for entry in feed.entries
    ]


def parse_opml(data: bytes) -> list[str]:
    """The feeds' addresses in an OPML list, in its order; empty if ``data`` is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if root is None or root.tag != "opml":
        return []
    urls = (one.get("xmlUrl") or one.get("xmlurl") for one in root.iter("outline"))
    return [url for url in urls if url]
