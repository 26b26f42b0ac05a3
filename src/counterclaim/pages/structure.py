"""What the mark-up around a piece says, as numbers: tags, cues, links, lists of like things."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from counterclaim.pages.cues import CUES
from counterclaim.pages.markup import Markup
from counterclaim.pages.pieces import Marks

__all__ = ["STRUCTURE", "structure_features"]

Floats = npt.NDArray[np.float32]

_TAGS = ("p", "li", "td", "div", "h1", "h2", "h3", "dd", "blockquote", "figcaption", "body", "br")
_TAG_PLACES = {tag: at for at, tag in enumerate(_TAGS)}
_TAG_ROWS = np.concatenate([np.eye(len(_TAGS)), np.zeros((1, len(_TAGS)))]).astype(np.float32)
"""A row for each of the tags, and one for any other."""
_WITHIN = ("article", "main", "aside", "nav", "header", "footer", "table/tr/td/table", "ul", "form",
           "figure", "blockquote", "section", "p", "dl")  # fmt: skip

STRUCTURE: tuple[str, ...] = (
    *(f"tag_{tag}" for tag in _TAGS),
    *(f"within_{tag}" for tag in _WITHIN),
    *(f"{where}_{cue}" for where in ("own", "near", "above") for cue in CUES),
    "linked", "strong", "title", "is_title", "before_title", "depth", "parent_share", "grand_share",
    "parent_main", "from_main", "after_main", "kin", "kin_time", "kin_comment", "timed", "siblings",
    "parent_links",
)  # fmt: skip
"""Names of the columns of :func:`structure_features`, in order."""

_WORD = re.compile(r"\w+")


def structure_features(page: Markup) -> Floats:
    """A row of :data:`STRUCTURE` for each piece of an HTML page (float32)."""
    marks = [piece.marks or Marks() for piece in page.pieces]
    if not marks:
        return np.zeros((0, len(STRUCTURE)), np.float32)
    cues = np.array([[m.cues, m.near, m.above] for m in marks], np.int64)
    bits = (cues[:, :, None] >> np.arange(len(CUES))) & 1
    tags = _TAG_ROWS[[_TAG_PLACES.get(m.tag, len(_TAGS)) for m in marks]]
    places: dict[str, int] = {}
    ids = [places.setdefault(m.path, len(places)) for m in marks]
    within = np.array([_enclosing(path) for path in places], np.float32)[ids]
    rest = np.concatenate([_titles(page), _places(page, marks), _kinships(page)], axis=1)
    return np.concatenate(
        [tags, within, bits.reshape(len(marks), -1), rest], axis=1, dtype=np.float32
    )


@lru_cache(1 << 12)
def _enclosing(path: str) -> tuple[bool, ...]:
    """Which of :data:`_WITHIN` enclose what has this path."""
    closed = f"{path}/"
    return tuple([f"/{tag}/" in closed for tag in _WITHIN])


def _titles(page: Markup) -> Floats:
    """Link and bold shares, likeness to the page's title, and place before or after it."""
    title = set(_WORD.findall(page.title.lower()))
    rows = np.zeros((len(page.pieces), 5), np.float32)
    shares = [
        (marks.linked / len(piece.text), marks.strong / len(piece.text))
        for piece in page.pieces
        for marks in (piece.marks or Marks(),)
    ]
    rows[:, :2] = np.array(shares, np.float32).reshape(-1, 2)
    for at, piece in enumerate(page.pieces if title else ()):
        words = _line_words(piece.text) if len(piece.text) <= 250 else frozenset[str]()
        if not words.isdisjoint(title):
            shared = len(words & title)
            rows[at, 2] = shared / max(1, len(words)) * min(1, shared / 3)
            rows[at, 2] *= shared / len(words | title) + 0.5
    best = int(rows[:, 2].argmax())
    if rows[best, 2] > 0.3:
        rows[best, 3] = 1
        rows[:best, 4] = 1
    return rows


@lru_cache(1 << 12)
def _line_words(text: str) -> frozenset[str]:
    """The words of a line, in small letters."""
    return frozenset(_WORD.findall(text.lower()))


def _places(page: Markup, marks: list[Marks]) -> Floats:
    """How much running text shares a piece's parent, and how far the main parent is."""
    running = [
        len(piece.text) - m.linked if len(piece.text) > 60 and m.linked * 3 < len(piece.text) else 0
        for piece, m in zip(page.pieces, marks, strict=True)
    ]
    total = sum(running) or 1
    parents: Counter[int] = Counter()
    grands: Counter[int] = Counter()
    links: Counter[int] = Counter()
    sizes: Counter[int] = Counter()
    for m, size, piece in zip(marks, running, page.pieces, strict=True):
        parents[m.parent] += size
        grands[m.grand] += size
        links[m.parent] += m.linked
        sizes[m.parent] += len(piece.text)
    main = max(sorted(parents), key=lambda parent: parents[parent])
    held = [at for at, m in enumerate(marks) if m.parent == main]
    first, last = held[0], held[-1]
    siblings = Counter([m.parent for m in marks])
    at = np.arange(len(marks))
    columns = (
        np.array([m.path.count("/") for m in marks]) / 20,
        np.array([parents[m.parent] for m in marks]) / total,
        np.array([grands[m.grand] for m in marks]) / total,
        [m.parent == main for m in marks],
        np.clip(first - at, 0, 20) / 20,
        np.clip(at - last, 0, 20) / 20,
        [math.log1p(siblings[m.parent]) / 4 for m in marks],
        [links[m.parent] / max(1, sizes[m.parent]) for m in marks],
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _kinships(page: Markup) -> Floats:
    """Whether a piece stands in one of many like elements, and whether those carry times."""
    counts = Counter(region.kin for region in page.regions if region.last > region.first)
    timed = Counter(region.kin for region in page.regions if region.time is not None)
    comment = 1 << list(CUES).index("comment")
    values: list[tuple[float, ...]] = [(0.0,) * 4]
    known: dict[tuple[int, int, int, int, bool], int] = {}
    held = [0] * len(page.pieces)
    best = [0] * len(page.regions)  # the row of an element, also by those that it stands in
    for region in page.regions:  # in document order: inner ones come later and are written over
        within = best[region.parent] if region.parent >= 0 else 0
        best[region.ordinal] = within
        like = counts[region.kin]
        if like < 2 or region.last <= region.first:
            continue
        key = within, like, timed[region.kin], region.cues & comment, region.time is not None
        if key not in known:
            known[key] = len(values)
            values.append(tuple(map(max, values[within], _kin_values(*key[1:]))))
        best[region.ordinal] = known[key]
        held[region.first : region.last] = [known[key]] * (region.last - region.first)
    return np.array(values, np.float32)[held]


def _kin_values(like: int, timed: int, comment: int, stamped: bool) -> tuple[float, ...]:
    """The four figures of one element among ``like`` like ones."""
    return (
        math.log1p(like) / 5,
        min(1.0, timed / like) if like > 2 else 0.0,
        bool(comment) * math.log1p(like) / 3,
        float(stamped),
    )
