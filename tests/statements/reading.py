"""Reading small texts into statements, with attributions marked by hand where a test gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.actors import Cast
from counterclaim.language import Attribution
from counterclaim.records import BlockKind, Statement
from counterclaim.statements import find_statements
from tests.actors.pages import knowledge, page_of

_MARK = re.compile(r"\{(\w)([sct])\|([^{}]*)\}")


def marked(raw: str) -> tuple[str, list[Attribution]]:
    """The text without its marks, and an attribution for each letter.

    `{as|The army} {ac|said} {at|it had fired}` marks source, cue and content of `a`.
    """
    parts: list[str] = []
    spans: dict[str, dict[str, list[tuple[int, int]]]] = {}
    size = position = 0
    for match in _MARK.finditer(raw):
        before = raw[position : match.start()]
        size += len(before)
        letter, role, words = match.groups()
        found = spans.setdefault(letter, {"s": [], "c": [], "t": []})
        found[role].append((size, size + len(words)))
        parts += [before, words]
        size += len(words)
        position = match.end()
    attributions = [
        Attribution(tuple(r["s"]), tuple(r["c"]), tuple(r["t"]), 0.5) for r in spans.values()
    ]
    return "".join([*parts, raw[position:]]), attributions


def read(raw: str, kinds: Sequence[BlockKind] = (), outlet: str | None = None) -> list[Statement]:
    """The statements of a page whose attributions are marked in `raw`."""
    text, attributions = marked(raw)
    page = page_of(text, kinds, outlet)
    return find_statements(page, attributions, Cast(page, knowledge()))


def one(raw: str, kinds: Sequence[BlockKind] = (), outlet: str | None = None) -> Statement:
    """The only statement of such a page."""
    found = read(raw, kinds, outlet)
    assert len(found) == 1, [(s.force, [c.exact for c in s.content]) for s in found]
    return found[0]


def contents(statement: Statement) -> list[str]:
    """The words of a statement's content."""
    return [span.exact for span in statement.content]


def sources(statement: Statement) -> list[str]:
    """The words of a statement's source."""
    return [span.exact for span in statement.source]


def links(statement: Statement) -> list[tuple[str, str | None]]:
    """The chain as pairs of role and actor id, the page's own outlet left out."""
    return [(link.role, link.actor) for link in statement.chain if link.role != "outlet"]
