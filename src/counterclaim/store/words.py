"""Words of a search: folded alike for every database, which is left to compare them only.

A word is a run of letters and digits, without accents and case: "Café-bridge" has the words
"cafe" and "bridge". What a text is searched by is its words, parted by single spaces.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["folded", "terms_of"]

LONGEST = 200_000
"""Code points of a text that can be searched: PostgreSQL indexes no more than a megabyte."""

LONGEST_WORD = 500
"""Code points of a word that count: PostgreSQL indexes no more than 2046 bytes."""

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r"[^\W_]+\*?")


def folded(text: str) -> str:
    """The words of ``text``, parted by spaces."""
    words = [word[:LONGEST_WORD] for word in _WORD.findall(_plain(text[:LONGEST]))]
    return " ".join(words)[:LONGEST].rstrip()


def terms_of(words: str) -> list[str]:
    """The words looked for; one that ends in ``*`` stands for any ending."""
    found = _TERM.findall(_plain(words[:LONGEST]))
    return [term.rstrip("*")[:LONGEST_WORD] + "*" * term.endswith("*") for term in found]


def _plain(text: str) -> str:
    """Without case and accents; letters that look otherwise in some fonts are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    # Folding the case can bring accents about: the capital of "ΐ" is three characters.
    return "".join(
        c for c in unicodedata.normalize("NFKD", bare.casefold()) if not unicodedata.combining(c)
    )
