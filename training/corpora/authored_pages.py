"""Our own annotated pages: force of statements, kinds of paragraphs, counts of people harmed."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.authored import AuthoredPage, load_pages
from training.corpora.labelled import Labelled, LabelledSpan, settled

PAGES = Path(__file__).parents[1] / "authored"
HARMS = {"killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained"}
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


def authored(data: Path) -> Iterator[Labelled]:
    """Pages of the train split. They are part of the project: ``data`` is not read."""
    yield from map(label, load_pages(PAGES, "train"))


def authored_test(data: Path) -> Iterator[Labelled]:
    """Pages of the test split, for measuring only."""
    yield from map(label, load_pages(PAGES, "test"))


def label(page: AuthoredPage) -> Labelled:
    """The heads that the notation of authored pages has marks for."""
    counts = ((one.start, one.end, HARMS.get(one.harm, "other")) for one in page.counts)
    return Labelled(
        f"authored/{page.split}/{page.style}/{page.id}",
        page.text,
        {"counts": settled(counts)},
        {"force": one_answer(_forces(page)), "paragraph": sorted(_paragraphs(page))},
    )


def _forces(page: AuthoredPage) -> Iterator[LabelledSpan]:
    """At the cue, or at the content where nothing but its place says that it is one."""
    for statement in page.statements:
        start, end = statement.cue or statement.content[0]
        piece = page.text[start:end]
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), statement.force


def one_answer(spans: Iterable[LabelledSpan]) -> list[LabelledSpan]:
    """Without the starts at which different spans would give different answers."""
    by_start: dict[int, set[LabelledSpan]] = {}
    for span in spans:
        by_start.setdefault(span[0], set()).add(span)
    return [
        min(found)
        for _, found in sorted(by_start.items())
        if len({label for _, _, label in found}) == 1
    ]


def _paragraphs(page: AuthoredPage) -> Iterator[LabelledSpan]:
    """Every paragraph; ``update`` is where an update begins, its other paragraphs are body."""
    for block in page.blocks:
        kind = str(block.kind)
        for found in _PARAGRAPH.finditer(page.text[block.start : block.end]):
            piece = found[0]
            start = block.start + found.start() + len(piece) - len(piece.lstrip())
            yield start, start + len(piece.strip()), kind
            kind = "body" if kind == "update" else kind
