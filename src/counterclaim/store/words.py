"""Words of a search: what counts as one, and whether a text has them.

The full-text index answers fast where it may start from the words. Where a search starts from a
few statements, asking the index for each of them is slow, and they are looked at one by one
instead; the two agree on what a word is (SQLite's ``unicode61`` with diacritics removed).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["has_words", "terms_of"]

_WORD = "[^\\W_]"


def terms_of(words: str) -> list[str]:
    """The words looked for; one that ends in ``*`` stands for any ending."""
    return re.findall(rf"{_WORD}+\*?", words)


def has_words(text: str, words: str) -> bool:
    """Whether ``text`` has all the words of ``words``, whatever their case and accents."""
    folded = _folded(text)
    return all(pattern.search(folded) for pattern in _patterns(words))


@lru_cache(maxsize=64)
def _patterns(words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            rf"(?<!{_WORD}){re.escape(_folded(term.rstrip('*')))}"
            + ("" if term.endswith("*") else rf"(?!{_WORD})")
        )
        for term in terms_of(words)
    )


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
