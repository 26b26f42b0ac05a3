"""With which letters what a regular expression matches may begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = ["REACH", "is_mark", "letters"]

REACH = 3
"""Letters of a word that are looked at; a shorter word is filled up with blanks."""


def letters(parsed: Iterable[Any]) -> set[str]:
    r"""With which letters a parsed pattern may begin, as many as are looked at at most.

    Blanks say that a word ends there: `\bto\s` begins with "to ", `\bto` with "to".
    """
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
            if name == "AT" and argument.name == "AT_BOUNDARY":
                closed |= {text.ljust(REACH) for text in begun if text}
                begun = begun & {""}
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
    elif name == "IN" and all(is_mark(op.name, value) for op, value in argument):
        return {text.ljust(REACH) if text else text for text in begun}, set()
    else:
        return begun, set()
    return set(), {_with(text, letter) for text in begun for letter in given}


def _with(text: str, letter: str) -> str:
    """A text that goes on with a letter; what is of no word ends the word that was begun."""
    in_word = not text or letter.isalnum() or letter == "_"
    return text + letter.lower() if in_word else text.ljust(REACH)


def is_mark(kind: str, value: Any) -> bool:
    """Whether an item of a set of letters, in a parsed pattern, is of no word."""
    if kind == "CATEGORY":
        return value.name in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD")
    return kind == "LITERAL" and not (chr(value).isalnum() or chr(value) == "_")
