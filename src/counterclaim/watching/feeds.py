"""Feeds and lists of feeds: RSS, Atom, JSON Feed, OPML."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import feedparser
import msgspec
from lxml import etree

__all__ = ["Item", "older", "parse_feed", "parse_opml"]


SNIFFED = 4096
"""Bytes in which a feed says what it is: reading a whole page to find that it is none is slow."""

_BEGINNING = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]|^\s{0,80}\{|jsonfeed\.org")


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


def parse_feed(data: bytes, base: str = "") -> list[Item] | None:
    """The items of a feed, in its order, each address once; ``None`` if ``data`` is no feed.

    ``base`` is the feed's own address, against which relative ones are resolved.
    """
    if _BEGINNING.search(data[:SNIFFED]) is None:
        return None
    found = _json_items(data) if data.lstrip()[:1] == b"{" else _xml_items(data)
    if found is None:
        return None
    whole = (msgspec.structs.replace(one, url=_joined(base, one.url)) for one in found)
    return list({item.url: item for item in whole if item.url}.values())


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return ""


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


def older(updated: str | None, seen: str) -> bool:
    """Whether an entry's own date lies before ``seen`` (ISO 8601); false if it has none."""
    if not updated:
        return False
    when = _time(updated)
    return when is not None and when < datetime.fromisoformat(seen)


def _time(value: str) -> datetime | None:
    """A date as RSS (RFC 822) or Atom (RFC 3339) writes it; UTC where no zone is given."""
    try:
        found = parsedate_to_datetime(value) if "," in value else datetime.fromisoformat(value)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
