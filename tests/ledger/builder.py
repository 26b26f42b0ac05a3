"""Readings by hand: a page is built sentence by sentence, every span looked up in its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from counterclaim.records import (
    Actor,
    Block,
    Capture,
    ChainLink,
    Comment,
    Count,
    Dated,
    Document,
    Event,
    Force,
    Harm,
    Intent,
    IntentValue,
    Mention,
    Moment,
    Place,
    Reading,
    Span,
    Statement,
)

STATES = {
    "actor:norland": Actor(id="actor:norland", name="Norland", kind="state", country="XN"),
    "actor:sudmark": Actor(id="actor:sudmark", name="Sudmark", kind="state", country="XS"),
    "actor:norland-ministry": Actor(
        id="actor:norland-ministry",
        name="Norland Defence Ministry",
        kind="ministry",
        member_of="actor:norland",
    ),
    "actor:norland-army": Actor(
        id="actor:norland-army", name="Norland Army", kind="armed_force", member_of="actor:norland"
    ),
    "actor:sudmark-army": Actor(
        id="actor:sudmark-army", name="Sudmark Army", kind="armed_force", country="XS"
    ),
    "actor:ilse-brandt": Actor(
        id="actor:ilse-brandt",
        name="Ilse Brandt",
        kind="person",
        member_of="actor:norland-ministry",
    ),
    "actor:sna": Actor(
        id="actor:sna", name="SNA", kind="agency", country="XS", affiliation="state: XS"
    ),
    "actor:courier": Actor(id="actor:courier", name="The Courier", kind="outlet"),
    "actor:herald": Actor(id="actor:herald", name="The Herald", kind="outlet"),
    "actor:red-front": Actor(id="actor:red-front", name="Red Front", kind="armed_group"),
    "actor:observers": Actor(id="actor:observers", name="Observer Mission", kind="body"),
}
"""An invented conflict: two states, their organs, two papers, an agency, an armed group."""


@dataclass
class Page:
    """A page under construction; ``say`` adds a sentence, the rest describes the last one."""

    key: str
    published: str | None = "2031-05-04"
    outlet: str = "actor:courier"
    text: str = ""
    sequence: int = 0
    statements: list[dict[str, Any]] = field(default_factory=list)
    facts: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)

    def say(
        self,
        content: str,
        *,
        by: str | None = None,
        cue: str = "said",
        force: Force = "asserts",
        origin: str | None = None,
        voice: Literal["cited", "outlet", "reader"] = "cited",
        name: str | None = None,
        kind: str = "body",
    ) -> Page:
        """``SOURCE CUE CONTENT.`` on a line of its own; without ``by`` the outlet's own words."""
        named = name or (STATES[by].name if by in STATES else by or "")
        start = len(self.text)
        lead = f"{named} {cue} " if named else ""
        self.text += f"{lead}{content}.\n"
        at = start + len(lead)
        self.statements.append(
            {
                "content": (at, at + len(content)),
                "source": (start, start + len(named)) if named else None,
                "cue": (start + len(named) + 1, start + len(named) + 1 + len(cue))
                if named
                else None,
                "speaker": by,
                "origin": origin or by or (self.outlet if voice == "outlet" or not named else None),
                "force": force,
                "voice": voice if named else "outlet" if voice == "cited" else voice,
                "sequence": self.sequence,
                "name": named,
                "kind": kind,
                "line": (start, len(self.text) - 1),
            }
        )
        return self

    def update(self) -> Page:
        """What follows stands in the next update."""
        self.sequence += 1
        return self

    def event(self, words: str, *, code: str = "ASSAULT", **fields: Any) -> Page:
        """An event triggered by ``words``; ``day`` and ``place`` make records of their own."""
        return self._fact("event", words, {"event": code, **fields})

    def count(
        self, words: str, low: int, high: int | None = -1, harm: Harm = "killed", **fields: Any
    ) -> Page:
        """A count of the people in ``words``; ``high`` is ``low`` unless given."""
        top = low if high == -1 else high
        best = low if top == low else None
        return self._fact(
            "count", words, {"low": low, "high": top, "best": best, "harm": harm, **fields}
        )

    def intent(self, words: str, value: IntentValue, **fields: Any) -> Page:
        """A purpose named by ``words``."""
        return self._fact("intent", words, {"value": value, **fields})

    def comment(self, words: str) -> Page:
        """A reader's comment on a line of its own."""
        start = len(self.text)
        self.text += words + "\n"
        self.comments.append((start, start + len(words)))
        return self

    def _fact(self, noun: str, words: str, fields: dict[str, Any]) -> Page:
        start, end = self.statements[-1]["content"]
        at = self.text.find(words, start, end)
        if at < 0:
            raise ValueError(f"{words!r} is not in the last statement")
        self.facts.append(
            (noun, {"at": (at, at + len(words)), "nth": len(self.statements) - 1, **fields})
        )
        return self

    def reading(self) -> Reading:
        """The page as the pipeline would hand it over."""
        return _Writer(self).reading()


class _Writer:
    def __init__(self, page: Page) -> None:
        self.page, self.text = page, page.text
        self.id = f"d-{page.key}"
        self.moments: list[Moment] = []
        self.places: list[Place] = []

    def span(self, at: tuple[int, int]) -> Span:
        return Span.of(self.text, *at)

    def reading(self) -> Reading:
        page = self.page
        sha = hashlib.sha256((page.key + page.text).encode("utf-8", "surrogatepass")).hexdigest()
        counts = [self._count(n, f) for n, (k, f) in enumerate(page.facts) if k == "count"]
        events = [self._event(n, f, counts) for n, (k, f) in enumerate(page.facts) if k == "event"]
        published = Dated(value=page.published, evidence="option" if page.published else "none")
        blocks, comments = self._comments()
        return Reading(
            capture=Capture(id=f"c-{page.key}", name=page.key, sha256=sha, size=len(page.text)),
            document=Document(
                id=self.id,
                capture=f"c-{page.key}",
                name=page.key,
                sha256=sha,
                text=page.text,
                outlet=STATES[page.outlet].name,
                published=published,
            ),
            blocks=[
                *[self._block(n, s) for n, s in enumerate(page.statements)],
                *blocks,
            ],
            statements=[self._statement(n, s) for n, s in enumerate(page.statements)],
            actors=self._actors(),
            places=self.places,
            moments=self.moments,
            counts=counts,
            events=events,
            intents=[self._intent(n, f) for n, (k, f) in enumerate(page.facts) if k == "intent"],
            comments=comments,
        )

    def _block(self, number: int, s: dict[str, Any]) -> Block:
        return Block(
            id=f"{self.id}.b{number}",
            document=self.id,
            kind=s["kind"],
            span=self.span(s["line"]),
            sequence=s["sequence"],
        )

    def _comments(self) -> tuple[list[Block], list[Comment]]:
        first = len(self.page.statements)
        blocks = [
            Block(
                id=f"{self.id}.b{first + n}", document=self.id, kind="comment", span=self.span(at)
            )
            for n, at in enumerate(self.page.comments)
        ]
        comments = [
            Comment(id=f"{self.id}.c{n}", document=self.id, block=b.id, span=b.span)
            for n, b in enumerate(blocks)
        ]
        return blocks, comments

    def _statement(self, number: int, s: dict[str, Any]) -> Statement:
        outlet = ChainLink(
            role="outlet", name=STATES[self.page.outlet].name, actor=self.page.outlet
        )
        chain = [outlet]
        if s["source"]:
            span = self.span(s["source"])
            chain.append(ChainLink(role="speaker", name=s["name"], span=span, actor=s["speaker"]))
        return Statement(
            id=f"{self.id}.s{number}",
            document=self.id,
            block=f"{self.id}.b{number}",
            content=[self.span(s["content"])],
            source=[self.span(s["source"])] if s["source"] else [],
            cue=self.span(s["cue"]) if s["cue"] else None,
            force=s["force"],
            chain=chain,
            origin=s["origin"],
            speaker=s["speaker"],
            sequence=s["sequence"],
            voice=s["voice"],
        )

    def _actors(self) -> list[Actor]:
        return [
            Actor(
                **{
                    name: getattr(a, name)
                    for name in ("id", "name", "kind", "member_of", "country", "affiliation")
                },
                mentions=[
                    Mention(document=self.id, span=self.span(s["source"]), reason="named")
                    for s in self.page.statements
                    if s["source"] and s["speaker"] == a.id
                ],
            )
            for a in STATES.values()
        ]

    def _common(self, letter: str, number: int, f: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": f"{self.id}.{letter}{number}",
            "document": self.id,
            "span": self.span(f["at"]),
            "statement": f"{self.id}.s{f['nth']}",
        }

    def _rest(self, f: dict[str, Any], *taken: str) -> dict[str, Any]:
        return {k: v for k, v in f.items() if k not in ("at", "nth", *taken)}

    def _count(self, number: int, f: dict[str, Any]) -> Count:
        common = self._common("n", number, f)
        return Count(**common, number=common["span"], **self._rest(f))

    def _intent(self, number: int, f: dict[str, Any]) -> Intent:
        return Intent(**self._common("i", number, f), **self._rest(f))

    def _event(self, number: int, f: dict[str, Any], counts: list[Count]) -> Event:
        common = self._common("e", number, f)
        moment = self._moment(common, f["day"]) if f.get("day") else None
        place = self._place(common, *f["place"]) if f.get("place") else None
        own = [c.id for c in counts if c.statement == common["statement"]]
        return Event(
            **common, moment=moment, place=place, counts=own, **self._rest(f, "day", "place")
        )

    def _moment(self, common: dict[str, Any], day: str) -> str:
        key = f"{self.id}.m{len(self.moments)}"
        self.moments.append(
            Moment(
                id=key,
                document=self.id,
                span=common["span"],
                value=day,
                earliest=day,
                latest=day,
                date_prec=1,
                statement=common["statement"],
            )
        )
        return key

    def _place(self, common: dict[str, Any], name: str, lat: float, lon: float) -> str:
        key = f"{self.id}.p{len(self.places)}"
        self.places.append(
            Place(
                id=key,
                document=self.id,
                span=common["span"],
                name=name,
                status="resolved",
                statement=common["statement"],
                gazetteer=f"user:{name}",
                lat=lat,
                lon=lon,
                where_prec=1,
            )
        )
        return key
