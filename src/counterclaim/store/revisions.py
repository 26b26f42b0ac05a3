"""What changed between two readings of one page: claims added, dropped, reworded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec
from rapidfuzz import fuzz

from counterclaim.records import Reading, Span, Statement

__all__ = ["Change", "changes", "figure_changes"]

Kind = Literal["added", "dropped", "reworded"]
REWORDED, REASSIGNED = 60.0, 85.0
"""Least similarity (0–100, `token_set_ratio`) of a claim to what replaced it: in the same mouth,
and in another's."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that one version of a page has and another has not, or has in other words.

    ``old`` and ``new`` are its words in either version, ``forces`` its force; ``figures`` the
    numbers that are in one version of the claim only; of these ``removed`` are no longer, and
    ``put_in`` were not before, given by the same origin anywhere on the page.
    """

    kind: Kind
    old: list[Span]
    new: list[Span]
    origin: str | None
    forces: tuple[str | None, str | None] = (None, None)
    figures: list[str] = []
    removed: list[str] = []
    put_in: list[str] = []


def changes(old: Reading, new: Reading) -> list[Change]:
    """What ``new`` changed over ``old``, in text order; nothing where all claims are the same."""
    gone = _unmatched(old.statements, new.statements)
    come = _unmatched(new.statements, old.statements)
    found: list[Change] = []
    for statement in come:
        before = _closest(statement, gone)
        if before is not None:
            gone.remove(before)
        kind: Kind = "added" if before is None else "reworded"
        found.append(_change(kind, before, statement, old, new))
    found.extend(_change("dropped", statement, None, old, new) for statement in gone)
    return found


def _words(statement: Statement) -> str:
    return " ".join(" ".join(span.exact.split()) for span in statement.content)


def _mouth(statement: Statement) -> str | None:
    """Whose word it is, the same in every version: a page without an outlet is its own."""
    return statement.origin and statement.origin.replace(statement.document, "")


def _unmatched(some: list[Statement], others: list[Statement]) -> list[Statement]:
    known = {(_mouth(one), one.force, _words(one)) for one in others}
    return [one for one in some if (_mouth(one), one.force, _words(one)) not in known]


def _closest(statement: Statement, among: list[Statement]) -> Statement | None:
    """The claim most like it, the first of equals; one of another origin only if hardly changed."""
    scored = [
        (fuzz.token_set_ratio(_words(statement), _words(one)), -at, one)
        for at, one in enumerate(among)
    ]
    for score, _, one in sorted(scored, key=lambda item: item[:2], reverse=True):
        if score >= (REWORDED if _mouth(one) == _mouth(statement) else REASSIGNED):
            return one
    return None


def _change(
    kind: Kind, before: Statement | None, after: Statement | None, old: Reading, new: Reading
) -> Change:
    one = after or before
    origin = None if one is None else one.origin
    left = set(_figures(before, old)) - set(_figures(after, new))
    came = set(_figures(after, new)) - set(_figures(before, old))
    return Change(
        kind=kind,
        old=[] if before is None else before.content,
        new=[] if after is None else after.content,
        origin=origin,
        forces=(before.force if before else None, after.force if after else None),
        figures=sorted(left | came),
        removed=sorted(left - _given_by(one, new)),
        put_in=sorted(came - _given_by(one, old)),
    )


def _given_by(statement: Statement | None, reading: Reading) -> set[str]:
    """All figures of its origin on the page: one that only moved was neither removed nor added."""
    mouth = None if statement is None else _mouth(statement)
    said = (one for one in reading.statements if _mouth(one) == mouth)
    return {figure for one in said for figure in _figures(one, reading)}


def figure_changes(change: Change, last: str, first: str) -> list[str]:
    """What became of the figures, in words: "the figure 90 killed was removed between … and …".

    ``last`` and ``first`` are when the old version was last seen and the new one first (ISO 8601).
    """
    when = _between(last, first)
    removed = [f"the figure {one} was removed {when}" for one in change.removed]
    return removed + [f"the figure {one} was put in {when}" for one in change.put_in]


def _between(last: str, first: str) -> str:
    """Hours and minutes alone where both are of one day."""
    if last[:16] == first[:16]:
        return f"between {last[11:19]} and {first[11:19]} UTC on {first[:10]}"
    if last[:10] == first[:10]:
        return f"between {last[11:16]} and {first[11:16]} UTC on {first[:10]}"
    return f"between {last[:10]} {last[11:16]} and {first[:10]} {first[11:16]} UTC"


def _figures(statement: Statement | None, reading: Reading) -> Iterator[str]:
    for count in reading.counts:
        if statement is not None and count.statement == statement.id:
            yield f"{count.number.exact} {count.harm}"
