"""Persons that a page tells apart from others of the same name."""

from __future__ import annotations

import re

__all__ = ["is_namesake"]

_BEFORE_REACH = 60
_BEFORE = re.compile(
    r"\b(?:another|a different|a second|the other)(?: [\w-]+){1,3},? (?:also )?"
    r"(?:called|named|by the name of) $",
    re.IGNORECASE,
)
"""What stands before the name of somebody else: "another man called Dara Lusk"."""

_AFTER = re.compile(
    r"(?:, | \()(?:(?!said|says|told)[^,.;()\n]){0,80}?\b(?:no relation\b|"
    r"(?:not related|unrelated) to (?:the|his|her|him|its)\b|not to be confused with\b|"
    r"a namesake\b|not the (?:same|minister|president|general|politician)\b)",
    re.IGNORECASE,
)
"""What stands after it: "Dara Lusk, a baker who is no relation to the minister,"."""


def is_namesake(text: str, start: int, end: int) -> bool:
    """Whether the page says that the name at ``[start, end)`` is somebody else's of that name."""
    if _BEFORE.search(text, max(0, start - _BEFORE_REACH), start) is not None:
        return True
    return _AFTER.match(text, end) is not None
