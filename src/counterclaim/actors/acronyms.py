"""Names that a page shortens or explains: "… Register (NHR)", "Y is an acronym for X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.actors.lexicon import Token, joined
from counterclaim.actors.words import CONNECTORS

__all__ = ["Introduced", "acronyms", "initials", "other_names"]

_ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}s?")
_OPENS = re.compile(r"(?:\((?:[\"“‘']|or |also )?|, or [\"“‘']?)$")
_CLOSES = re.compile(r"[\"”’']?[),;.]")
_MOST_WORDS = 9
_OPENING = 7
"""Code points before an acronym in which its bracket opens."""

_ACRONYM_NOUNS = frozenset({"acronym", "abbreviation", "initials", "shorthand", "contraction"})
_KNOWN = frozenset("also better otherwise commonly locally widely formerly sometimes".split())
_BETWEEN = frozenset({", ", " ", " (", ", and "})


class Introduced(NamedTuple):
    """Another name and the name it stands for, each as its first and last token."""

    other: tuple[int, int]
    full: tuple[int, int]


def acronyms(text: str, page: Sequence[Token]) -> Iterator[tuple[int, tuple[int, int]]]:
    """The token of each acronym, and the first and last token of the name it stands for.

    Both orders are known: "Northern Harm Register (NHR)" and "NHR (Northern Harm Register)". Each
    word gives its first letter, and may give more ("Maruvian National Agency (MANA)").
    """
    for at, token in enumerate(page):
        if not token.capital or not token.text[:-1].isupper():
            continue
        if not _ACRONYM.fullmatch(token.text):
            continue
        opening = text[max(0, token.start - _OPENING) : token.start]
        if _OPENS.search(opening) and _CLOSES.match(text, token.end):
            last = at - 2 if page[at - 1].fold in {"or", "also"} else at - 1
            full = _spelt(text, page, at, range(last, max(-1, last - _MOST_WORDS), -1))
        elif text[token.end : token.end + 2].strip() == "(":
            full = _spelt(text, page, at, range(at + 1, min(len(page), at + _MOST_WORDS)))
        else:
            continue
        if full is not None:
            yield at, full


def _spelt(
    text: str, page: Sequence[Token], at: int, order: Sequence[int]
) -> tuple[int, int] | None:
    """The tokens in ``order``, from its first on, that the acronym at ``at`` is made of.

    Initials alone come before any other way of making it.
    """
    letters = page[at].text.rstrip("s").upper()
    loose: tuple[int, int] | None = None
    edge = next(iter(order), 0)
    for far in order:
        low, high = min(far, edge), max(far, edge)
        near = far if far < edge else far - 1
        if low < high and not joined(text, page[near], page[near + 1]):
            break
        words = [t for t in page[low : high + 1] if t.fold not in CONNECTORS and t.fold != "s"]
        if len(words) > len(letters):
            break
        if len(words) < 2 or not page[low].capital:
            continue
        if initials(page, low, high) == letters:
            return low, high
        if loose is None and len(letters) > 2 and _spells(letters, [w.fold for w in words]):
            loose = low, high
    return loose


def initials(page: Sequence[Token], low: int, high: int) -> str:
    """The first letters of the tokens ``low`` to ``high``, small words left out."""
    words = [t for t in page[low : high + 1] if t.fold not in CONNECTORS and t.fold != "s"]
    return "".join(word.text[0].upper() for word in words)


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether the words in turn, each by its first letter and perhaps more, give the letters."""
    reached = {0}
    for word in words:
        reached = {end for start in reached for end in _taken(letters.casefold(), start, word)}
    return len(letters) in reached


def _taken(letters: str, start: int, word: str) -> Iterator[int]:
    """Up to which letters ``word`` can give those from ``start`` on."""
    place = 0
    for end in range(start, len(letters)):
        place = word.find(letters[end], place) + 1
        if place == 0 or (end == start and place != 1):
            return
        yield end + 1


def other_names(text: str, page: Sequence[Token]) -> Iterator[Introduced]:
    """Names that the page says to be another's: "Y, also known as X", "Y is an acronym for X"."""
    for at, token in enumerate(page):
        if token.fold == "known":
            found = _known_as(text, page, at)
        elif token.fold in _ACRONYM_NOUNS:
            found = _stands_for(text, page, at)
        else:
            continue
        if found is not None:
            yield found


def _known_as(text: str, page: Sequence[Token], at: int) -> Introduced | None:
    """Reads "X, also known as Y", "X, known by its Arabic acronym Y"; ``at`` is "known"."""
    first = at - 1 if at and page[at - 1].fold in _KNOWN else at
    if first < 1 or text[page[first - 1].end : page[first].start] not in _BETWEEN:
        return None
    after = at + 1
    if after < len(page) and page[after].fold == "by":
        nouns = (i for i in range(after + 1, min(after + 5, len(page))))
        after = next((i for i in nouns if page[i].fold in _ACRONYM_NOUNS), len(page))
    elif after >= len(page) or page[after].fold != "as" or first == at:
        return None
    full, other = _name_to(text, page, first - 1), _name_from(text, page, after + 1)
    return Introduced(other, full) if full and other else None


def _stands_for(text: str, page: Sequence[Token], at: int) -> Introduced | None:
    """Reads "Y is the acronym of X", "Y, an acronym for X"; ``at`` is "acronym"."""
    if at + 1 >= len(page) or page[at + 1].fold not in {"for", "of"}:
        return None
    here = at - 1
    while here > 0 and at - here < 4 and page[here].fold not in {"a", "an", "the"}:
        here -= 1
    if here > 0 and page[here - 1].fold in {"is", "was"}:
        here -= 1
    if here < 1 or text[page[here - 1].end : page[here].start] not in _BETWEEN:
        return None
    full, other = _name_from(text, page, at + 2), _name_to(text, page, here - 1)
    return Introduced(other, full) if full and other else None


def _name_from(text: str, page: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The capitalised words from ``at`` on, small words between them included."""
    if at < len(page) and page[at].fold == "the":
        at += 1
    last: int | None = None
    for here in range(at, min(at + _MOST_WORDS, len(page))):
        if here > at and not joined(text, page[here - 1], page[here]):
            break
        if page[here].capital:
            last = here
        elif here == at or page[here].fold not in CONNECTORS:
            break
    return (at, last) if last is not None else None


def _name_to(text: str, page: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The capitalised words up to ``at``, small words between them included."""
    first: int | None = None
    for here in range(at, max(-1, at - _MOST_WORDS), -1):
        if here < at and not joined(text, page[here], page[here + 1]):
            break
        if page[here].capital and page[here].fold not in {"the", "a", "an"}:
            first = here
        elif here == at or page[here].fold not in CONNECTORS:
            break
    return (first, at) if first is not None else None
