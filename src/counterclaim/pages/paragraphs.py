"""Flattened text to paragraphs: blank lines, one line each, or lines wrapped at a width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from counterclaim.pages import markers, patterns
from counterclaim.pages.pieces import Piece

__all__ = ["paragraphs"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FIRST_WORD = re.compile(r"\S+")

NARROWEST, WIDEST = 40, 110
"""Widths, in characters, at which people and mail programs wrap lines."""

WRAPPED_SHARE = 0.6
"""Share of neighbouring lines that must look wrapped before a page counts as wrapped."""


RAGGED = 0.7
"""Least share of the width that a line broken inside a sentence fills where people wrap by hand."""

_ENDED = frozenset('.!?:;…"”’»)]')
_DANGLING = frozenset(
    "a an and are as at be been but by for from had has have he her his in into is it its not of "
    "on or our that the their they this to was we were which who will with would".split()
)
_ITEM = re.compile(r"[-*•·▪►>–—]\s|\d{1,2}[.)]\s")


def paragraphs(text: str) -> list[Piece]:
    """Paragraphs of ``text`` in order; together they hold every character but white space.

    A blank line always ends a paragraph. Lines that follow each other without one are paragraphs of
    their own, unless the page, or its running text between blank lines, is wrapped at a width: then
    a line that had no room for the next line's first word goes on in the next line.
    """
    lines = _lines(text)
    goes_on = _joined(lines)
    pieces: list[Piece] = []
    for line, on in zip(lines, goes_on, strict=True):
        if on and pieces:
            last = pieces[-1]
            last.end, last.lines = line.end, last.lines + 1
        else:
            pieces.append(line)
    for piece in pieces:
        piece.text = text[piece.start : piece.end]
    return pieces


def _lines(text: str) -> list[Piece]:
    """The lines that are not blank, each with the number of blank lines before it."""
    found: list[Piece] = []
    end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        breaks = sum(1 for _ in _BREAK.finditer(text, end, start))
        gap = max(0, breaks - 1) if found else 0
        end = start + len(body)
        found.append(Piece(start, end, body, gap))
    return found


def _width(lines: Sequence[Piece]) -> int:
    """The width that the page is wrapped at, or 0."""
    inside = [one.text for one, two in itertools.pairwise(lines) if two.gap == 0]
    lengths = sorted(len(text) for text in inside if len(text) <= WIDEST)
    if len(lengths) < max(3, 0.9 * len(inside)):
        return 0
    width = lengths[-1]
    if width < NARROWEST:
        return 0
    pairs = [
        _no_room(one.text, two.text, width)
        for one, two in itertools.pairwise(lines)
        if two.gap == 0
    ]
    return width if sum(pairs) >= WRAPPED_SHARE * len(pairs) else 0


def _no_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of ``following`` would have made ``line`` wider than ``width``."""
    first = _FIRST_WORD.search(following)
    return len(line) + 1 + (len(first.group()) if first else 0) > width - 2


def _joined(lines: Sequence[Piece]) -> list[bool]:
    """For each line, whether it goes on with the paragraph of the line before it."""
    width = _width(lines)
    if width:
        pairs = itertools.pairwise(lines)
        return [
            False,
            *(two.gap == 0 and _no_room(one.text, two.text, width) for one, two in pairs),
        ][: len(lines)]
    joined = [False] * len(lines)
    groups = list(_groups(lines))
    breaks = [
        (one.text, two.text)
        for group in groups
        for one, two in itertools.pairwise(lines[at] for at in group)
        if _breaks_sentence(one.text, two.text)
    ]
    width = _broken_at(breaks)
    if width and len(groups) > 1:
        for group in groups:
            for at in _wrapped(lines, group, width, len(breaks) >= 3):
                joined[at] = True
    return joined


def _groups(lines: Sequence[Piece]) -> Iterator[range]:
    """Runs of lines without a blank line between them."""
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].gap:
            yield range(first, at)
            first = at


def _breaks_sentence(line: str, following: str) -> bool:
    """Whether the line break cannot be the end of anything: "the / minister"."""
    if line[-1] in _ENDED:
        return False
    return following[0].islower() or line.rsplit(None, 1)[-1] in _DANGLING


def _broken_at(breaks: Sequence[tuple[str, str]]) -> int:
    """The width at which lines are broken inside sentences, 0 where no width explains them.

    The largest that most of the broken lines nearly fill: lines that people end where they please
    (verse, chat) have no such width.
    """
    lengths = sorted({len(line) for line, _ in breaks if len(line) <= WIDEST}, reverse=True)
    for width in lengths:
        if width < NARROWEST + 5:
            break
        narrow = [pair for pair in breaks if len(pair[0]) <= width]
        full = sum(_no_room(one, two, width - 4) for one, two in narrow)
        if len(narrow) < 0.7 * len(breaks):
            break
        if full >= 0.8 * len(narrow) and (len(narrow) > 1 or width >= 60):
            return width
    return 0


def _wrapped(lines: Sequence[Piece], group: range, width: int, established: bool) -> Iterator[int]:
    """The lines of a group that go on with the line before them.

    A break inside a sentence needs a line that nearly fills the width. Where the sentence could
    end, all long lines of the group must fill it, as they do not in a list of headlines; a line
    that ends in a full stop needs a third line, or a page ``established`` to be wrapped, besides.
    """
    pairs = [(at, lines[at - 1].text, lines[at].text) for at in group[1:]]
    long = [(one, two) for _, one, two in pairs if 2 * len(one) > width]
    even = all(len(one) <= width and _no_room(one, two, width) for one, two in long)
    for at, one, two in pairs:
        if len(one) > width + 2 or _stands_alone(one, two):
            continue
        if _breaks_sentence(one, two):
            fits = len(one) >= RAGGED * width
        else:
            known = one[-1] not in _ENDED or len(long) > 1 or established
            fits = even and known and _no_room(one, two, width)
        if fits:
            yield at


def _stands_alone(line: str, following: str) -> bool:
    """Whether one of two lines is no running text: a date, an author, a marker, a list item."""
    if markers.is_date_line(line) or markers.is_separator(line) or patterns.BYLINE.match(line):
        return True
    if patterns.COMMENT_META.match(line) or _ITEM.match(following):
        return True
    if following[0].islower():
        return False
    marker = markers.read_marker(following)
    return bool(
        (marker is not None and marker.firm)
        or markers.is_date_line(following)
        or markers.is_separator(following)
        or patterns.BYLINE.match(following)
        or patterns.NOTE.match(following[:300])
        or patterns.COMMENTS_HEAD.match(following[:200])
    )
