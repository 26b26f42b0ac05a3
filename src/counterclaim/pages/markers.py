"""Readers of single lines: update markers, dates, buttons, separators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.pages.patterns import (
    AGO,
    DATE_WORD,
    FLASH,
    LINES_KNOWN,
    NUMERALS,
    SEPARATOR,
    STAMPED,
    TOOL_WORD,
    UPDATE,
)

__all__ = ["Marker", "is_comment_tool", "is_date_line", "is_separator", "read_marker"]


@dataclass(frozen=True, slots=True)
class Marker:
    """An update marker at the start of a paragraph.

    Attributes:
        end: offset in the paragraph where the marker's words end.
        kind: ``word`` ("Update 3:"), ``flash`` ("Breaking:") or ``time`` ("3:45 p.m. -").
        number: the printed number.
        clock: offsets of its time of day, ``zone`` and ``date`` the same.
        alone: whether the paragraph says nothing else.
        firm: whether one such line is enough to believe it.
    """

    end: int
    kind: str
    number: int | None
    clock: tuple[int, int] | None
    zone: tuple[int, int] | None
    date: tuple[int, int] | None
    alone: bool
    firm: bool


_DIGIT = re.compile(r"\d")
_SIGNS = (
    "upd", "breaking", "latest", "just in", "developing", "flash", "new", "noon", "midnight",
)  # fmt: skip
"""A digit or one of these stands in whatever marks an update."""

_SLUGGED = re.compile(r"(?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED) ?\d{0,2}-[^\W_]")
"""``UPDATE 3-Dam gives way``: agencies' headlines have the number of the version before them."""

_LETTER = re.compile(r"[^\W_]")


def _first_letter(text: str) -> int:
    """Offset of the first letter or digit, 0 if there is none."""
    match = _LETTER.search(text)
    return match.start() if match else 0


def read_marker(text: str) -> Marker | None:
    """The update marker that ``text`` begins with, or ``None``."""
    return _read_head(text[:240])


@lru_cache(maxsize=LINES_KNOWN)
def _read_head(head: str) -> Marker | None:
    """The same for a paragraph's beginning."""
    if not _may_mark(head[:60]) or _SLUGGED.match(head):
        return None
    match = UPDATE.match(head)
    if match:
        return _word_marker(match, head)
    if len(head) <= 20 and head.rstrip().lower().endswith("ago") and AGO.fullmatch(head.strip()):
        return Marker(len(head), "time", None, None, None, None, alone=True, firm=False)
    for pattern, kind in ((FLASH, "flash"), (STAMPED, "time")):
        match = pattern.match(head)
        if match and _stands_apart(match, head, kind):
            delimited = bool(match["tail"].strip()) or match.end() == len(head)
            number = match.groupdict().get("number")
            count = int(number) if number else None
            return _marker(match, head, kind, count, firm=kind == "flash" or delimited)
    return None


def _may_mark(start: str) -> bool:
    """Whether a line's beginning has a digit or one of :data:`_SIGNS`."""
    low = start.lower()
    for sign in _SIGNS:  # a loop: this is asked of every paragraph
        if sign in low:
            return True
    return _DIGIT.search(start) is not None or not start.isascii()


def _word_marker(match: re.Match[str], head: str) -> Marker | None:
    """The marker of an "Update …" line, unless its word only begins a sentence."""
    number = _numeral(match["number"]) if match["number"] else None
    if number is None and match["ordinal"]:
        number = _numeral(match["ordinal"].rstrip("sthndr") or match["ordinal"]) or _numeral(
            match["ordinal"]
        )
    after = match.group()[match.end("word") - match.start() :]
    delimited = any(mark in after for mark in ":–—|-=])>*_") or match.end() == len(head)
    stamped = number is not None or match["clock"] or match["date"]
    if not (delimited or stamped or match["word"] == "UPDATE"):
        return None
    if match["word"].lower() == "updated" and not delimited and not match["clock"]:
        return None
    return _marker(match, head, "word", number, firm=True)


def _stands_apart(match: re.Match[str], head: str, kind: str) -> bool:
    """Whether a time of day is a label of what follows rather than part of its sentence."""
    if kind == "flash" or match["tail"].strip() or match.end() == len(head):
        return True
    following = head[match.end() : match.end() + 1]
    return following.isupper() or following in "\"“‘'"


def _marker(
    match: re.Match[str], head: str, kind: str, number: int | None, *, firm: bool
) -> Marker:
    """The record of a match of any of the three patterns."""
    spans = {name: match.span(name) if match[name] else None for name in ("clock", "zone", "date")}
    alone = not any(letter.isalnum() for letter in head[match.end() :])
    return Marker(
        match.end(), kind, number, spans["clock"], spans["zone"], spans["date"], alone, firm
    )


def _numeral(word: str) -> int | None:
    """The value of a printed number, or ``None``."""
    if word.isascii() and word.isdigit():
        return int(word)
    return NUMERALS.get(word.lower())


def is_date_line(text: str) -> bool:
    """Whether ``text`` is nothing but a date or time, with or without "Published" before it."""
    return len(text) <= 120 and _is_date(text)


@lru_cache(maxsize=LINES_KNOWN)
def _is_date(text: str) -> bool:
    """The same for a short line."""
    if not _DIGIT.search(text):
        return False
    if not DATE_WORD.match(text, _first_letter(text)):
        return False
    words = [found.group() for found in DATE_WORD.finditer(text)]
    if all(word.isdigit() and len(word) < 4 for word in words):
        return False  # a page's number, a rank, a counter
    return not any(letter.isalnum() for letter in DATE_WORD.sub(" ", text))


def is_comment_tool(text: str) -> bool:
    """Whether ``text`` is a line of a comment's buttons: "Like · Reply · 4h"."""
    return len(text) <= 60 and _is_tool(text)


@lru_cache(maxsize=LINES_KNOWN)
def _is_tool(text: str) -> bool:
    """The same for a short line."""
    if not TOOL_WORD.match(text, _first_letter(text)):
        return False
    if not any(letter.isalpha() for letter in text):
        return False
    return not any(letter.isalnum() for letter in TOOL_WORD.sub(" ", text))


def is_separator(text: str) -> bool:
    """Whether ``text`` is a line of marks that divides a page: ``* * *``, ``---``, ``o o o``."""
    if text[:1].isalnum() and text[0] not in "oOxX":
        return False
    return len(text) <= 200 and len("".join(text.split())) >= 3 and bool(SEPARATOR.match(text))
