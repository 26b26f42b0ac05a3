"""What a page says of itself: when it was published, and by whom; each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec

from counterclaim.pages import dates, markers, patterns
from counterclaim.pages.markup import Markup
from counterclaim.pages.outlets import printed_outlet
from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind, Dated, Span

__all__ = ["Outlet", "json_ld", "outlet_of", "published_of"]

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article:published", "publication_date", "publish-date", "publish_date", "pubdate",
    "publishdate", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "date.issued", "ptime", "originalpublicationdate", "rnews:datepublished", "displaydate",
    "created", "datecreated", "article.created", "date", "article:modified_time",
    "og:updated_time", "datemodified",
    "last-modified", "revised",
)  # fmt: skip
"""Names of ``meta`` elements (and ``itemprop``) that hold a date of publication, best first; those
of a change come last and are taken only where no other is found."""

OUTLET_METAS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "cre",
    "twitter:site",
)
_ARTICLE_TYPE = re.compile(r"Article|Posting|Report|Review|WebPage", re.IGNORECASE)
_TITLE_SPLIT = re.compile(r"\s+[|–—·•»:-]{1,2}\s+")
_BEFORE_STORY = 14
"""Pieces at the top that a date of publication is looked for in."""


@dataclass(frozen=True)
class Outlet:
    """The publisher's name, where it was read, and its place if that was in the page's text."""

    name: str | None = None
    evidence: str = "none"
    span: Span | None = None


def json_ld(page: Markup) -> list[dict[str, Any]]:
    """Every JSON-LD object on the page, nested ones in ``@graph`` and lists included."""
    found: list[dict[str, Any]] = []
    for script in page.scripts:
        try:
            value = msgspec.json.decode(script.strip().rstrip(";"), strict=False)
        except (msgspec.DecodeError, RecursionError, ValueError):
            continue
        found.extend(_objects(value))
    return found


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """Objects at the top of a JSON-LD value."""
    pending = [value]
    while pending:
        item = pending.pop(0)
        if isinstance(item, list):
            pending.extend(item)
        elif isinstance(item, dict):
            yield item
            pending.append(item.get("@graph"))


def published_of(
    text: str,
    pieces: Sequence[Piece],
    kinds: Sequence[BlockKind],
    page: Markup | None,
    url: str | None,
    given: str | None,
) -> Dated:
    """When the page was published: the user's word, mark-up, a line near the headline, its URL."""
    if given is not None:
        return Dated(value=given, evidence="option")
    if page is not None and (found := _in_markup(page, pieces, kinds)):
        return found
    if found := _near_headline(text, pieces, kinds):
        return found
    for address in (url, page.canonical if page else None, *_addresses(page)):
        day = dates.date_in_url(address) if address else None
        if day is not None:
            return Dated(value=day, evidence="url")
    return Dated()


def _addresses(page: Markup | None) -> list[str]:
    """The page's own address as its mark-up gives it."""
    return [value for key, value in page.metas if key == "og:url"] if page else []


def _in_markup(page: Markup, pieces: Sequence[Piece], kinds: Sequence[BlockKind]) -> Dated | None:
    """A date from JSON-LD, from ``meta`` or from a ``time`` element near the headline."""
    for item in json_ld(page):
        value = item.get("datePublished")
        typed = isinstance(value, str) and _ARTICLE_TYPE.search(str(item.get("@type")))
        if typed and (day := dates.iso(str(value))):
            return Dated(value=day, evidence="json-ld:datePublished")
    metas = dict(reversed(page.metas))
    for name in PUBLISHED_METAS:
        if name in metas and (day := dates.iso(metas[name])):
            return Dated(value=day, evidence=f"meta:{name}")
    head = next((at for at, kind in enumerate(kinds) if kind == "headline"), 0)
    for at in range(max(0, head - 3), min(len(pieces), head + 8)):
        marks = pieces[at].marks
        time = marks.time if marks and kinds[at] in ("dateline", "byline", "other") else None
        if time and (day := dates.iso(time)):
            return Dated(value=day, evidence="time-element")
    return None


def _near_headline(text: str, pieces: Sequence[Piece], kinds: Sequence[BlockKind]) -> Dated | None:
    """A full date near the headline, below it first, then above it.

    It stands in a line of its own, or opens the story ("Ostby, 4 May 2018 -").
    """
    head = next((at for at, kind in enumerate(kinds) if kind == "headline"), 0)
    below = range(head + 1, min(len(pieces), head + _BEFORE_STORY))
    above = range(head - 1, max(-1, head - _BEFORE_STORY), -1)
    first = next((at for at in below if kinds[at] == "body"), -1)
    for at in (*below, head, *above):
        piece = pieces[at]
        short = len(piece.text) <= 160 and kinds[at] not in (
            "comment",
            "related",
            "caption",
            "update",
        )
        lead = patterns.DATELINE.match(piece.text) if kinds[at] == "body" else None
        if kinds[at] == "body" and at == first:
            lead = patterns.DATED_OPENING.match(piece.text) or lead
        end = piece.start + (lead.end() if lead else len(piece.text))
        if lead is None and (not short or _tells(piece, kinds[at])):
            continue
        if found := dates.date_in_text(text, piece.start, end):
            return found
    return None


def _tells(piece: Piece, kind: BlockKind) -> bool:
    """Whether a short piece is a sentence of the story, whose dates are of what happened."""
    return kind in ("body", "headline", "note") and not markers.is_date_line(piece.text)


def outlet_of(
    text: str,
    pieces: Sequence[Piece],
    kinds: Sequence[BlockKind],
    page: Markup | None,
    url: str | None,
) -> Outlet:
    """The publisher: mark-up, the end of the title, the address, or what the page's lines say."""
    if page is not None and (found := _outlet_in_markup(page)):
        return found
    addresses = [url, *([page.canonical, *_addresses(page)] if page else [])]
    host = next((name for name in map(_host, addresses) if name), None)
    if page is not None and (suffix := _title_suffix(page, host)):
        return Outlet(suffix, "title")
    if host:
        return Outlet(host.removeprefix("www."), "url")
    if (place := printed_outlet(pieces, kinds)) is not None:
        span = Span.of(text, *place)
        return Outlet(span.exact, "text", span)
    return Outlet()


def _host(address: str | None) -> str | None:
    """The host of a URL, or ``None`` for what is no URL."""
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def _outlet_in_markup(page: Markup) -> Outlet | None:
    """The publisher's name in ``meta`` or JSON-LD."""
    metas = dict(reversed(page.metas))
    if metas.get("og:site_name"):
        return Outlet(metas["og:site_name"], "meta:og:site_name")
    for item in json_ld(page):
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return Outlet(name.strip(), "json-ld:publisher")
    for key in OUTLET_METAS:
        if metas.get(key):
            return Outlet(metas[key], f"meta:{key}")
    return None


def _title_suffix(page: Markup, host: str | None) -> str | None:
    """The name that titles end with ("Headline | Name"), if the address bears it out."""
    parts = [part.strip() for part in _TITLE_SPLIT.split(page.title) if part.strip()]
    if len(parts) < 2:
        return None
    squeezed = re.sub(r"\W", "", host or "").lower()
    for part in (parts[-1], parts[0]):
        name = re.sub(r"\W", "", part).lower()
        if (
            len(part.split()) <= 5
            and name
            and (name in squeezed or (not host and part == parts[-1]))
        ):
            return part
    return None
