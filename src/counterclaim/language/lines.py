"""Whether a regular expression can be tried line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["within_line"]

_NEWLINE = ord("\n")
_HOLDING_NEWLINE = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT"})


def within_line(parsed: Iterable[Any]) -> bool:
    """Whether a parsed pattern (of ``re._parser``) never takes or sees the end of a line.

    What it matches in a text is then what it matches in the text's lines, each taken alone. Flags
    of the whole pattern are not looked at: ``DOTALL`` makes any letter the end of a line, too.
    """
    return all(_within(op.name, argument) for op, argument in parsed)


def _within(name: str, argument: Any) -> bool:
    """The same of one part; what is not known is not within."""
    match name:
        case "LITERAL":
            return bool(argument != _NEWLINE)
        case "NOT_LITERAL":
            return bool(argument == _NEWLINE)
        case "AT":
            # The end of a line is no part of a word, and neither is the end of the text.
            return bool(argument.name == "AT_BOUNDARY")
        case "IN":
            return not _takes_newline(argument)
        case "BRANCH":
            return all(within_line(branch) for branch in argument[1])
        case "SUBPATTERN":
            return not argument[1] & re.DOTALL and within_line(argument[3])
        case "ASSERT" | "ASSERT_NOT":
            return within_line(argument[1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return within_line(argument[2])
        case _:
            return name == "ANY"


def _takes_newline(items: Sequence[Any]) -> bool:
    """Whether a set of letters holds the end of a line."""
    held = any(
        (kind.name == "LITERAL" and value == _NEWLINE)
        or (kind.name == "RANGE" and value[0] <= _NEWLINE <= value[1])
        or (kind.name == "CATEGORY" and value.name in _HOLDING_NEWLINE)
        for kind, value in items
    )
    return held is not bool(items[0][0].name == "NEGATE")
