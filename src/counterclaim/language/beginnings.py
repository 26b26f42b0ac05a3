"""With which letters what a regular expression matches may begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = ["REACH", "letters"]

REACH = 3
"""Letters of a word that are looked at."""


def letters(parsed: Iterable[Any]) -> set[str]:
    """With which letters a parsed pattern may begin, as many as are looked at at most."""
    closed, open_ = _grown(parsed, {""})
    return closed | open_


def _grown(parsed: Iterable[Any], begun: set[str]) -> tuple[set[str], set[str]]:
    """What a parsed pattern makes of texts ``begun``: those it may go on in any way, and others.

    Of each at most as many letters as are looked at. More than can be is given where a part is
    not understood: conditions are passed over, and what is no plain letter ends the text.
    """
    closed: set[str] = set()
    for op, argument in parsed:
        if not begun:
            break
        name = op.name
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if name == "SUBPATTERN":
            more, begun = _grown(argument[3], begun)
        elif name == "ATOMIC_GROUP":
            more, begun = _grown(argument, begun)
        elif name == "BRANCH":
            both = [_grown(branch, begun) for branch in argument[1]]
            more = set().union(*(one for one, _ in both))
            begun = set().union(*(other for _, other in both))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, part = argument
            more, begun = _repeated(least, most, part, begun)
        else:
            more, begun = _one_letter(name, argument, begun)
        closed |= more | {text for text in begun if len(text) >= REACH}
        begun = {text for text in begun if len(text) < REACH}
    return closed, begun


def _repeated(
    least: int, most: int, part: Iterable[Any], begun: set[str]
) -> tuple[set[str], set[str]]:
    """The same for a part that may come several times, or not at all."""
    closed, open_ = _grown(part, begun)
    if int(most) > 1:
        closed, open_ = closed | open_, set[str]()
    return closed, open_ | begun if least == 0 else open_


def _one_letter(name: str, argument: Any, begun: set[str]) -> tuple[set[str], set[str]]:
    """The same for a part of one letter."""
    if name == "LITERAL":
        given = [chr(argument)]
    elif name == "IN" and all(op.name == "LITERAL" for op, _ in argument):
        given = [chr(code) for _, code in argument]
    else:
        return begun, set()
    return set(), {text + letter.lower() for text in begun for letter in given}
