"""What is new since the last look: new claims, changed stories, contradictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from lxml import etree

from counterclaim.records import Ledger, Reading, Statement
from counterclaim.store.revisions import Change, changes, figure_changes

__all__ = ["News", "atom_feed", "contradictions_of", "json_feed", "news_of"]

ATOM = "http://www.w3.org/2005/Atom"
TOLD = frozenset({"denies", "disputes", "revises", "retracts", "concedes"})
"""Kinds of relation that are news; repeating and confirming are not."""

Names = Mapping[str, str]
"""Actors' ids to their names."""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to tell.

    ``subject`` is the id of the statement or relation; ``page`` the address of the page it is on;
    ``at`` when it was seen (ISO 8601, UTC).
    """

    kind: Literal["claim", "change", "contradiction"]
    subject: str
    title: str
    text: str
    page: str
    at: str


def news_of(before: Reading | None, after: Reading, at: str, last: str | None = None) -> list[News]:
    """What the reading ``after`` tells that ``before``, the same page's last, did not.

    ``at`` is when it was seen, ``last`` when ``before`` was seen last (ISO 8601, UTC).
    """
    names = {one.id: one.name for one in after.actors}
    if before is None:
        return [_claim(after, one, names, at) for one in after.statements]
    names = {one.id: one.name for one in before.actors} | names
    return _changes(before, after, names, at, last or at)


def _page(reading: Reading) -> str:
    return reading.document.url or reading.document.name


def _who(actor: str | None, names: Names) -> str:
    return names.get(actor or "", "somebody unresolved")


def _words(statement: Statement) -> str:
    return " … ".join(" ".join(span.exact.split()) for span in statement.content)


def _claim(reading: Reading, one: Statement, names: Names, at: str) -> News:
    title = f"{_who(one.origin, names)} {one.force}"
    return News(
        kind="claim", subject=one.id, title=title, text=_words(one), page=_page(reading), at=at
    )


def _changes(before: Reading, after: Reading, names: Names, at: str, last: str) -> list[News]:
    told = []
    for number, change in enumerate(changes(before, after), start=1):
        old = " … ".join(span.exact for span in change.old)
        new = " … ".join(span.exact for span in change.new)
        told.append(
            News(
                kind="claim" if change.kind == "added" else "change",
                subject=f"{after.document.id}.change{number}",
                title=f"{_who(change.origin, names)}: {_turn(change)}",
                text="\n".join(
                    [f"was: {old or '–'}", f"is: {new or '–'}", *figure_changes(change, last, at)]
                ),
                page=_page(after),
                at=at,
            )
        )
    return told


def _turn(change: Change) -> str:
    """What changed in a few words: the force ("denies → admits"), the figures, or the wording."""
    before, after = change.forces
    told = [f"{before} → {after}"] if before and after and before != after else []
    gone, come = ", ".join(change.removed), ", ".join(change.put_in)
    told += [f"{gone or '–'} → {come or '–'}"] if gone or come else []
    return "; ".join(told) or change.kind


def contradictions_of(readings: Sequence[Reading], ledger: Ledger, at: str) -> list[News]:
    """What stands against something else, or takes it back, in ``readings`` of ``ledger``."""
    names = {one.id: one.name for one in ledger.actors}
    statements = {one.id: one for reading in ledger.readings for one in reading.statements}
    pages = {one.id: _page(reading) for reading in readings for one in reading.statements}
    told = []
    for relation in ledger.relations:
        # The later of the two is the news, where both are.
        page = pages.get(relation.b) or pages.get(relation.a)
        if relation.kind in TOLD and page is not None:
            a, b = statements[relation.a], statements[relation.b]
            who = f"{_who(b.origin, names)} {relation.kind} {_who(a.origin, names)}"
            told.append(
                News(
                    kind="contradiction",
                    subject=relation.id,
                    title=f"{who} (on {relation.on}, suggested)",
                    text=f"{_words(a)}\n{_words(b)}",
                    page=page,
                    at=at,
                )
            )
    return told


def json_feed(news: list[News]) -> bytes:
    """JSON Feed 1.1."""
    items = [
        {
            "id": f"{one.subject}@{one.at}",
            "url": one.page,
            "title": one.title,
            "content_text": one.text,
            "date_published": one.at,
            "tags": [one.kind],
        }
        for one in news
    ]
    version = "https://jsonfeed.org/version/1.1"
    feed = {"version": version, "title": "Counterclaim: what changed", "items": items}
    return msgspec.json.format(msgspec.json.encode(feed))


def atom_feed(news: list[News]) -> bytes:
    """Atom 1.0 (RFC 4287)."""
    feed = etree.fromstring(f'<feed xmlns="{ATOM}"/>')
    latest = max((one.at for one in news), default="1970-01-01T00:00:00+00:00")
    _children(feed, id="urn:counterclaim:news", title="Counterclaim: what changed", updated=latest)
    for one in news:
        entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
        key = f"urn:counterclaim:{one.subject}@{one.at}"
        _children(entry, id=key, title=one.title, updated=one.at, content=one.text)
        etree.SubElement(entry, f"{{{ATOM}}}link", href=one.page)
        etree.SubElement(entry, f"{{{ATOM}}}category", term=one.kind)
        _children(etree.SubElement(entry, f"{{{ATOM}}}author"), name="Counterclaim")
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _children(parent: etree._Element, **texts: str) -> None:
    for name, text in texts.items():
        # XML 1.0 cannot carry control characters, and pages do.
        clean = "".join(c for c in text if c >= " " or c in "\t\n")
        etree.SubElement(parent, f"{{{ATOM}}}{name}").text = clean
