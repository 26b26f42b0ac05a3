"""Tidy spans, and how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.records import QuoteType
from counterclaim.statements.cues import COUNTING_ANEW
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.story import Story

__all__ = ["LONGEST_CLAUSE", "closed", "quote_type", "tidy", "trim", "unstopped"]

_EDGE_START = " \t\r\n\u00a0,;:–—"
_EDGE_END = " \t\r\n\u00a0,;:–—("
_OPENING = "\"“„«‹‘'＂‟"
_CLOSING = "\"”“»›’'＂‟"
_WORD = re.compile(r"\w+")


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without white space, commas and dashes at its edges; ``None`` if none is left."""
    while start < end and text[start] in _EDGE_START:
        start += 1
    while start < end and text[end - 1] in _EDGE_END:
        end -= 1
    return (start, end) if start < end else None


def closed(text: str, start: int, end: int) -> Range:
    """A source with the comma that closes its apposition: "the mayor, Jan Tol,".

    That is where PolNeAR's annotators and ours end such a noun phrase.
    """
    return start, end + ("," in text[start:end] and text[end : end + 1] == ",")


LONGEST_CLAUSE = 2000
"""Code points of a clause that a rule takes at most; keeps one endless line affordable."""


def unstopped(text: str, end: int, start: int = 0) -> int:
    """``end`` less the full stop and space before it: where a sentence's words end.

    At most :data:`LONGEST_CLAUSE` after ``start``, where one is given.
    """
    end = min(end, start + LONGEST_CLAUSE) if start else end
    while end and text[end - 1] in ".!?… ":
        end -= 1
    return end


_SETS = re.compile(rf"\W*(?:ha[sd] )?(?:{COUNTING_ANEW}|puts?)\b", re.IGNORECASE)
_DAY = re.compile(
    r",? (?:(?:late |early )?(?:on )?[A-Z][a-z]+day(?: (?:morning|afternoon|evening|night))?|today|"
    r"yesterday|(?:hours|a day|two days) later)$"
)
"""A day at the end of a clause."""


def _undated(text: str, cue: Sequence[Range], content: Sequence[Range]) -> list[Range]:
    """The content without the day on which a number was set: "lowered its toll to 34 on Friday"."""
    if not content or not any(_SETS.fullmatch(text, s, e) for s, e in cue):
        return list(content)
    *parts, (start, end) = content
    day = _DAY.search(text, start, end)
    last = trim(text, start, day.start()) if day is not None else (start, end)
    return [*parts, last] if last is not None else list(content)


def tidy(story: Story, draft: Draft) -> Draft | None:
    """The draft with clean edges, or ``None`` if it says nothing or leaves the article."""
    text = story.text
    content = [_marks(story, *r) for s, e in draft.content if (r := trim(text, s, e))]
    source = [r for s, e in draft.source if (r := trim(text, s, e))]
    cue = [r for s, e in draft.cue if (r := trim(text, s, e)) or (r := _bare(text, s, e))]
    if not any(_WORD.search(text, s, e) for s, e in content):
        return None
    made = Draft(
        tuple(source),
        tuple(cue),
        tuple(_undated(text, cue, _joined(story, content))),
        draft.score,
        draft.force,
        draft.rule,
    )
    return made if story.holds(made) else None


def _bare(text: str, start: int, end: int) -> Range | None:
    """A cue that is all punctuation: the colon of a speaker's label."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return (start, start + len(piece.strip())) if piece.strip() else None


def _marks(story: Story, start: int, end: int) -> Range:
    """The range with the quotation marks that belong to words at its edges."""
    text = story.text
    opening = story.quotation_at(start)
    if opening is not None and opening.start == start - 1 and opening.end - 2 <= end:
        start -= 1
    closing = story.quotation_at(end - 1)
    if closing is not None and closing.closed and closing.start >= start:
        rest = text[end : closing.end]
        if len(rest) <= 2 and not _WORD.search(rest):
            end = closing.end
    return start, end


def _joined(story: Story, content: Sequence[Range]) -> list[Range]:
    """The ranges in order, those that only white space or a comma parts made one.

    A headline is not joined to the words below it.
    """
    text = story.text
    joined: list[Range] = []
    for start, end in sorted(content):
        near = bool(joined) and start - joined[-1][1] < 3
        if near and _heads(story, joined[-1][0], start):
            joined.append((start, end))
        elif near and not _WORD.search(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif not joined or start >= joined[-1][1]:
            joined.append((start, end))
    return joined


def _heads(story: Story, first: int, second: int) -> bool:
    """Whether the first offset stands in a headline, and the second does not."""
    block = story.block_at(first)
    return block is not None and block.kind == "headline" and block is not story.block_at(second)


def quote_type(story: Story, content: Sequence[Range]) -> QuoteType:
    """``direct`` if all words of the content are quoted, ``mixed`` if some, else ``indirect``."""
    inside = outside = 0
    for start, end in content:
        for word in _WORD.finditer(story.text, start, end):
            if story.quotation_at(word.start()) is not None:
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"
