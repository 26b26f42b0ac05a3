"""Gold pages with their source, cue and content marked, read by the pipeline behind the model.

A line is ``DATE OUTLET | <source> [cue] {content}``. The marks become the attributions that the
encoder would give, so that what is measured is everything after it: force, chains, speakers,
facts, incidents, independence and relations.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from counterclaim.actors import Knowledge
from counterclaim.facts import Gazetteer
from counterclaim.language import Attribution
from counterclaim.pages import Page
from counterclaim.reading import read_attributed
from counterclaim.records import Block, Capture, Dated, Document, Reading, Span

GOLD = Path(__file__).parent / "gold"

MARKS = re.compile(r"[<>\[\]{}]")
ROLES = {"<": "source", "[": "cue", "{": "content"}
LINE = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<outlet>[^|]+?) \| (?P<marked>.+)")


@cache
def knowledge() -> Knowledge:
    """The shipped table of actors, loaded once."""
    return Knowledge.load()


@cache
def gazetteer(places: Path) -> Gazetteer:
    """The shipped gazetteer under the places of the gold pages."""
    return Gazetteer.load().with_user_file(places)


def blocks(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The head line and the further lines of each block between blank lines; ``#`` comments."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines[0], lines[1:]


def read(line: str, places: Path, *, salt: str = "") -> Reading:
    """The reading of one gold line; ``salt`` keeps two equal lines apart."""
    found = LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"not DATE OUTLET | TEXT: {line!r}")
    text, attributions = unmark(found["marked"])
    page = _page(text, found["date"], found["outlet"], salt)
    return read_attributed(page, attributions, knowledge=knowledge(), gazetteer=gazetteer(places))


def unmark(marked: str) -> tuple[str, list[Attribution]]:
    """The text without its marks, and one attribution; none where only content is marked."""
    spans: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES.values()}
    text, start, role = "", 0, ""
    position = 0
    for mark in MARKS.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group() in ROLES:
            role, start = ROLES[mark.group()], len(text)
        else:
            spans[role].append((start, len(text)))
    text += marked[position:]
    if not spans["cue"] or not spans["content"]:
        return text, []
    source, cue, content = (tuple(spans[role]) for role in ("source", "cue", "content"))
    return text, [Attribution(source, cue, content, 1.0)]


def _page(text: str, date: str, outlet: str, salt: str) -> Page:
    sha = hashlib.sha256(f"{outlet}\0{date}\0{salt}\0{text}".encode()).hexdigest()
    document = Document(
        id=f"d-{sha[:16]}",
        capture=f"c-{sha[:16]}",
        name=outlet,
        sha256=sha,
        text=text,
        outlet=outlet,
        outlet_evidence="option",
        published=Dated(value=date, evidence="option"),
    )
    capture = Capture(id=document.capture, name=outlet, sha256=sha, size=len(text.encode()))
    span = Span.of(text, 0, len(text))
    block = Block(id=f"{document.id}.b0", document=document.id, kind="body", span=span, sequence=0)
    return Page(capture, document, (block,))
