"""How many letters, capitals and digits a text has."""

from __future__ import annotations

import re
import string

__all__ = ["count_letters"]

_CAPITAL, _SMALL_LETTER, _DIGIT = (
    letters.encode() for letters in (string.ascii_uppercase, string.ascii_lowercase, string.digits)
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def count_letters(text: str) -> tuple[int, int, int]:
    """How many letters, capitals and digits there are, as ``str.isalpha`` and the like say."""
    plain = text.encode("ascii", "ignore")
    size = len(plain)
    capitals = size - len(plain.translate(None, _CAPITAL))
    letters = capitals + size - len(plain.translate(None, _SMALL_LETTER))
    digits = size - len(plain.translate(None, _DIGIT))
    if size < len(text):
        others = _FOREIGN.findall(text)
        letters += sum(map(str.isalpha, others))
        capitals += sum(map(str.isupper, others))
        digits += sum(map(str.isdigit, others))
    return letters, capitals, digits
