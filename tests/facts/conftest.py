"""Pages, statements and a small cast made from plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from counterclaim.actors import Resolution
from counterclaim.pages import Page
from counterclaim.records import (
    Block,
    BlockKind,
    Capture,
    Dated,
    Document,
    Span,
    Statement,
)

PUBLISHED = "2031-05-14"
"""A Wednesday."""

NAMES: dict[str, tuple[str, str]] = {
    "Velmar-led coalition": ("actor:velmar-coalition", "armed_force"),
    "Velmar": ("actor:velmar", "state"),
    "Ordan army": ("actor:ordan-army", "armed_force"),
    "Ordan": ("actor:ordan", "state"),
    "Grey Front": ("actor:grey-front", "armed_group"),
    "Defence Ministry": ("actor:ordan-defence-ministry", "ministry"),
    "Central Staff": ("actor:central-staff", "armed_force"),
}


@dataclass
class FakeCast:
    """Who is who, by name alone; "the coalition" is the one coalition there is."""

    text: str

    def named(self, start: int, end: int) -> list[tuple[int, int, Resolution]]:
        """Names in a range, the longest first at each place."""
        return list(self._named(start, end))

    def _named(self, start: int, end: int) -> Iterator[tuple[int, int, Resolution]]:
        at = start
        while at < end:
            for name in sorted(NAMES, key=len, reverse=True):
                if self.text.startswith(name, at) and at + len(name) <= end:
                    actor, kind = NAMES[name]
                    yield at, at + len(name), Resolution(actor, kind, "named")  # type: ignore[arg-type]
                    at += len(name) - 1
                    break
            at += 1

    def resolve(self, start: int, end: int) -> Resolution:
        """A common noun by its last word."""
        words = self.text[start:end].lower().split()
        if words and words[-1] == "coalition":
            return Resolution("actor:velmar-coalition", "armed_force", "the last coalition named")
        if words and words[-1] in ("gunmen", "militants"):
            return Resolution("actor:gunmen", "group", "unnamed people")
        return Resolution(None, "unknown", "no name")

    def identify(self, start: int, end: int) -> Resolution:
        """As :meth:`resolve`."""
        return self.resolve(start, end)


class PageMaker:
    """Makes a page of one block per paragraph."""

    def __call__(
        self,
        *paragraphs: str | tuple[BlockKind, str],
        published: str | None = PUBLISHED,
        times: dict[int, str] | None = None,
    ) -> Page:
        """A page; ``times`` gives blocks, by index, a time of their own."""
        text, blocks = "", []
        for index, paragraph in enumerate(paragraphs):
            kind, words = ("body", paragraph) if isinstance(paragraph, str) else paragraph
            if not words:
                continue
            start, text = len(text), f"{text}{words}\n\n"
            time = (times or {}).get(index)
            blocks.append((kind, start, start + len(words), time))
        document = Document(
            id="d-1",
            capture="c-1",
            name="page.txt",
            sha256="0" * 64,
            text=text,
            published=Dated(value=published, evidence="option" if published else "none"),
        )
        made = [
            Block(
                id=f"d-1.b{number}",
                document="d-1",
                kind=kind,
                span=Span.of(text, start, end),
                sequence=number if kind == "update" else 0 if kind == "body" else None,
                time=Dated(value=time, evidence="text") if time else None,
            )
            for number, (kind, start, end, time) in enumerate(blocks, 1)
        ]
        capture = Capture(id="c-1", name="page.txt", sha256="0" * 64, size=len(text))
        return Page(capture, document, tuple(made))


def statement_of(page: Page, content: str, **fields: object) -> Statement:
    """A statement whose content is the first occurrence of ``content``."""
    text = page.document.text
    start = text.index(content)
    cue = fields.pop("cue", None)
    number = fields.pop("number", 1)
    made = Statement(
        id=f"d-1.s{number}",
        document="d-1",
        block=page.blocks[0].id,
        content=[Span.of(text, start, start + len(content))],
        cue=Span.of(text, text.index(cue), text.index(cue) + len(cue))
        if isinstance(cue, str)
        else None,
    )
    return made if not fields else _with(made, fields)


def _with(statement: Statement, fields: dict[str, object]) -> Statement:
    import msgspec

    changed: Statement = msgspec.structs.replace(statement, **fields)
    return changed


@pytest.fixture
def make_page() -> PageMaker:
    return PageMaker()
