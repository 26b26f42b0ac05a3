"""PolNeAR's brat stand-off files.

A text bound may hold line breaks, so a file is searched for `T` and `E` rows, never split at
line ends. Offsets are code points.
"""

import re
from pathlib import Path

import msgspec

Spans = tuple[tuple[int, int], ...]

_BOUND = re.compile(r"^(T\d+)\t(\S+) (\d[\d; ]*)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


class Event(msgspec.Struct, frozen=True):
    """One attribution; a role that is not annotated has no spans."""

    source: Spans
    cue: Spans
    content: Spans


class Article(msgspec.Struct, frozen=True):
    """One annotated text. `discarded` is what annotators marked as not being article text."""

    name: str
    text: str
    events: tuple[Event, ...]
    discarded: Spans


def read_article(annotations: Path, text: Path) -> Article:
    """Read one pair of files. Line ends are kept as they are, since offsets count them."""
    raw = annotations.read_bytes().decode("utf-8")
    kinds: dict[str, str] = {}
    bounds: dict[str, Spans] = {}
    for name, kind, spans in _BOUND.findall(raw):
        kinds[name] = kind
        bounds[name] = tuple(_span(piece) for piece in spans.split(";"))
    events = tuple(_event(row, bounds) for row in _EVENT.findall(raw))
    discarded = [name for name, kind in kinds.items() if kind == "Discard"]
    outside = tuple(span for name in discarded for span in bounds[name])
    return Article(annotations.stem, text.read_bytes().decode("utf-8"), events, outside)


def read_articles(folder: Path) -> list[Article]:
    """All articles of a folder with `attributions/*.ann` and `text/*.txt`, in name order."""
    return [
        read_article(path, folder / "text" / f"{path.stem}.txt")
        for path in sorted((folder / "attributions").glob("*.ann"))
    ]


def _span(piece: str) -> tuple[int, int]:
    start, end = piece.split()
    return int(start), int(end)


def _event(row: str, bounds: dict[str, Spans]) -> Event:
    """The event of one `E` row; `Content2` and further contents are part of the content."""
    roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
    for role, name in _ROLE.findall(row):
        roles[role].extend(bounds.get(name, ()))
    return Event(*(tuple(sorted(set(roles[role]))) for role in ("Source", "Cue", "Content")))
