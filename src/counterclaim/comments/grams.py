"""N-grams of a comment as numbers, each with the characters it was read from.

Only hashes are ever stored, so that the shipped model spells no slur. Words are folded first: lower
case, look-alike letters ("@" for a), letters drawn out ("noooo") and letters spaced apart; every
group's name becomes one form.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from counterclaim.comments.lexicon import (
    AMBIGUOUS_ADJECTIVES,
    FUNCTION_WORDS,
    GROUP,
    GROUP_ADJECTIVES,
    GROUP_AFTER_THE,
    GROUP_HEADS,
    GROUP_NOUNS,
    JOINABLE,
    MISSPELT_GROUPS,
    NO_DEMONYMS,
)
from counterclaim.comments.spelling import mended, parts_of

__all__ = [
    "FIRST_FINDING",
    "WIDTH",
    "Word",
    "finding_of",
    "gram_of",
    "grams",
    "one_a_group",
    "words",
]

FIRST_FINDING = 1 << 20
"""Number of the first feature that is a finding; those below are n-grams."""

WIDTH = FIRST_FINDING + (1 << 17)
"""How many weights a lane has."""

# A word may hold digits and signs that stand for letters; addresses and handles are one token.
_WORD = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}|@\w+|&#?\w+;"
    r"|(?:(?<!\w)[^\W\d_][ .*\-_]){3,12}[^\W\d_](?!\w)"
    r"|[^\W_][\w@$*!'’]*[\w@$*]|[^\W_]|[?!]+"
)
_LOOKS = str.maketrans({"@": "a", "$": "s", "0": "o", "1": "i", "3": "e", "4": "a", "5": "s"})
_DEMONYM = re.compile(r"[A-Z][a-z]{2,30}ans")
_SPACED = re.compile(r"[ .*\-_]")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_ALWAYS = re.compile(r"['’*!]")
_BESIDE = (" ", "-")
_ONE_LETTER = ("i", "a")


class Word(NamedTuple):
    """A token's characters ``[start, end)`` and its folded form."""

    start: int
    end: int
    form: str


def words(text: str) -> list[Word]:
    """Tokens of ``text`` in order. Addresses fold to ``<url>``, handles to ``<user>``."""
    found = [
        word
        for match in _WORD.finditer(text)
        if (form := _form(match.group()))
        for word in _apart(Word(match.start(), match.end(), form))
    ]
    for at, word in enumerate(found):
        if _names_group(found, at) or _is_demonym(text[word.start : word.end], word.form):
            found[at] = word._replace(form=GROUP)
    return found


def one_a_group(text: str, found: list[Word]) -> tuple[list[Word], list[int]]:
    """A group's name of several words as one, so that "black people" reads as "Jews" does.

    Tokens, and for each word of `found` the number of its token.
    """
    joined: list[Word] = []
    numbers: list[int] = []
    for word in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.form == GROUP
            and (word.form == GROUP or word.form in GROUP_HEADS)
            and text[last.end : word.start] in _BESIDE
        ):
            joined[-1] = last._replace(end=word.end)
        else:
            joined.append(word)
        numbers.append(len(joined) - 1)
    return joined, numbers


def _apart(word: Word) -> list[Word]:
    """A group's name run together with a word of hostility, and "I h a t e", as two words."""
    size = len(word.form)
    if word.form[0] in _ONE_LETTER and word.end - word.start > size and word.form[1:] in JOINABLE:
        return [
            Word(word.start, word.start + 1, word.form[0]),
            Word(word.start + 2, word.end, word.form[1:]),
        ]
    if size != word.end - word.start:
        return [word]
    parts = parts_of(word.form)
    if len(parts) == 1:
        return [word]
    ends = list(accumulate(map(len, parts), initial=word.start))
    return [Word(ends[at], ends[at + 1], part) for at, part in enumerate(parts)]


def _is_demonym(printed: str, form: str) -> bool:
    """Whether a word looks like the plural of a people's name ("Kestrians"), listed or not."""
    return _DEMONYM.fullmatch(printed) is not None and form not in NO_DEMONYMS


def _names_group(found: list[Word], at: int) -> bool:
    """Whether a word names a group, alone or as the adjective of a person noun after it."""
    form = found[at].form
    if form in GROUP_NOUNS or form in GROUP_ADJECTIVES or form in MISSPELT_GROUPS:
        return True
    after = found[at + 1].form if at + 1 < len(found) else ""
    if form in AMBIGUOUS_ADJECTIVES and after in GROUP_HEADS:
        return True
    named = form in GROUP_AFTER_THE and at > 0 and found[at - 1].form == "the"
    return named and (not after or after in FUNCTION_WORDS)


@lru_cache(maxsize=1 << 14)
def _form(word: str) -> str:
    if word.startswith(("http", "www.")):
        return "<url>"
    if word.startswith("@"):
        return "<user>"
    if word[0] in "?!&":
        return "?" if "?" in word else ""
    if word.isdigit():
        return "<number>"
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if any(c.isalpha() for c in plain):
        plain = plain.translate(_LOOKS)
    plain = _ALWAYS.sub("", _SPACED.sub("", plain))
    return mended(_DRAWN_OUT.sub(r"\1\1", plain))


def gram_of(text: str) -> int:
    """The number of an n-gram, below :data:`FIRST_FINDING`."""
    return zlib.crc32(text.encode()) % FIRST_FINDING


def finding_of(name: str) -> int:
    """The number of a finding, from :data:`FIRST_FINDING` on and below :data:`WIDTH`."""
    return FIRST_FINDING + zlib.crc32(name.encode()) % (WIDTH - FIRST_FINDING)


def grams(found: list[Word]) -> list[tuple[int, int, int]]:
    """``(feature, first word, last word)`` for words, pairs of words and parts of words.

    Parts are runs of three to five characters with the word's edges marked.
    """
    rows: list[tuple[int, int, int]] = []
    for at, word in enumerate(found):
        rows.extend((feature, at, at) for feature in _of_form(word.form))
        if at:
            rows.append((gram_of(f"b {found[at - 1].form} {word.form}"), at - 1, at))
    return rows


@lru_cache(maxsize=1 << 13)
def _of_form(form: str) -> tuple[int, ...]:
    """Features of one word; the common ones come again and again."""
    return gram_of("w " + form), *map(gram_of, _parts(form))


def _parts(form: str) -> list[str]:
    if form.startswith("<") or len(form) < 3 or form in AMBIGUOUS_ADJECTIVES:
        return []
    edged = f"^{form[:40]}$"
    return [
        "c " + edged[at : at + size] for size in (3, 4, 5) for at in range(len(edged) - size + 1)
    ]
