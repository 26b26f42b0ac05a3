"""Tokens of a page and look-up of phrases among them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

__all__ = ["Phrases", "Token", "closed", "joined", "title_case", "tokens"]

Value = TypeVar("Value")

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]{2,})?|&")
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
"""Where two words were run together, as links are in flattened pages ("reportsVelmaria")."""
_LEAST_GLUED = 6
"""Letters that two such words have together at least."""
_GAP = re.compile(r"[ \t\u00a0]{0,2}|[ \t\u00a0]?[.'’\-–/]?[ \t\u00a0]?|\r?\n ?")
_ARABIC = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""})
"""Letters that Arabic and Persian keyboards write one for the other, and the stretching stroke."""
_SHORT = 2
"""Letters a token may have for a full stop after it to belong to an abbreviation."""
_SHOUTED = frozenset({"IS", "WHO", "SITE", "MAP", "SPA", "RIA", "ABC", "LENA", "WAM", "ARD", "GRU"})
"""Acronyms that are words, or stand for nothing, in a line of capitals."""


class Token(NamedTuple):
    """A word with its place in the text.

    ``fold`` is its case-folded form; ``capital`` says whether it begins with an upper-case letter.
    """

    start: int
    end: int
    text: str
    fold: str
    capital: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Words of ``text[start:end]`` in order; an apostrophe inside a name does not cut it."""
    # A named tuple's own constructor takes twice as long as that of tuples.
    made = tuple.__new__
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        position, whole = match.start(), match.group()
        # Few words have a capital inside, where two might be glued.
        whole_only = len(whole) < _LEAST_GLUED or whole[1:].islower()
        for word in (whole,) if whole_only else _GLUED.split(whole):
            fold = word.casefold() if word.isascii() else _folded(word)
            after = position + len(word)
            yield made(Token, (position, after, word, fold, word[0].isupper()))
            position = after


@lru_cache(1 << 12)
def _folded(word: str) -> str:
    """A word with other letters than ASCII's, without accents and in one spelling of Arabic."""
    letters = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.translate(_ARABIC)


def joined(text: str, left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens that would part a name.

    A full stop before a space parts them, unless it ends an abbreviation ("U.S. Army").
    """
    between = text[left.end : right.start]
    if between == " ":
        return True
    if not _GAP.fullmatch(between):
        return False
    if "." not in between or between == ".":
        return True
    length = left.end - left.start
    return length <= _SHORT and (length == 1 or not left.text.isupper())


def closed(text: str, page: Sequence[Token], at: int) -> int:
    """The end of token ``at``, with the full stop that ends an abbreviation like "U.S."."""
    token = page[at]
    dotted = len(token.text) == 1 and text[token.start - 1 : token.start] == "."
    return token.end + (dotted and text[token.end : token.end + 1] == ".")


class Phrases(Generic[Value]):
    """Phrases by their first word. The longest match wins.

    Letter case decides only where the phrase is written with capitals: "Moscow" matches "MOSCOW"
    but not "moscow", and "US" never matches "us".
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[Token, ...], Value]]] = {}
        for phrase, value in entries:
            words = tuple(tokens(phrase))
            if words:
                self._by_first.setdefault(words[0].fold, []).append((words, value))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def over(self, entries: Iterable[tuple[str, Value]]) -> Phrases[Value]:
        """These phrases under others: a phrase of ``entries`` is theirs alone."""
        above = Phrases(entries)
        for first, options in self._by_first.items():
            mine = above._by_first.setdefault(first, [])
            taken = {tuple(word.fold for word in words) for words, _ in mine}
            mine.extend(one for one in options if tuple(w.fold for w in one[0]) not in taken)
            mine.sort(key=lambda option: -len(option[0]))
        return above

    def begins(self, fold: str) -> bool:
        """Whether some phrase begins with this word."""
        return fold in self._by_first

    def match(self, text: str, page: Sequence[Token], at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at token ``at``: the token after it, and its value."""
        if page[at].fold not in self._by_first:
            return None
        return next(self.matches(text, page, at), None)

    def matches(self, text: str, page: Sequence[Token], at: int) -> Iterator[tuple[int, Value]]:
        """All phrases that begin at token ``at``, longest first."""
        following = page[at + 1].fold if at + 1 < len(page) else ""
        for words, value in self._by_first.get(page[at].fold, ()):
            if len(words) > 1 and words[1].fold != following:
                continue
            if at + len(words) <= len(page) and self._agrees(text, page, at, words):
                yield at + len(words), value

    @staticmethod
    def _agrees(text: str, page: Sequence[Token], at: int, words: Sequence[Token]) -> bool:
        for offset, word in enumerate(words):
            found = page[at + offset]
            if word.fold != found.fold or not _case_agrees(word.text, found.text):
                return False
            if offset and not joined(text, page[at + offset - 1], found):
                return False
        return len(words) > 1 or words[0].text not in _SHOUTED or not _shouting(page, at)


def _case_agrees(phrase: str, found: str) -> bool:
    """Whether a token found may stand for a token of a phrase, as far as capitals go."""
    if phrase == found or phrase.islower():
        return True
    if phrase.isupper() and len(phrase) > 1:
        return False
    # Digits and scripts without capitals agree.
    return not found[0].islower()


def _shouting(page: Sequence[Token], at: int) -> bool:
    """Whether the words on both sides are all capitals: a line in which case says nothing."""
    around = [page[i].text for i in (at - 1, at + 1) if 0 <= i < len(page)]
    longer = any(len(word) > _SHORT for word in around)
    return longer and all(word.isupper() for word in around)


def title_case(text: str, page: Sequence[Token]) -> frozenset[int]:
    """Starts of the tokens that stand in lines written in title case or in capitals.

    Capitals tell nothing there of what is a name.
    """
    titled: set[int] = set()
    starts = [token.start for token in page]
    at = 0
    while at < len(page):
        end = text.find("\n", page[at].end)
        after = bisect_left(starts, end, at) if end >= 0 else len(page)
        line, at = page[at:after], after
        long = [t for t in line if len(t.text) > 3 and t.text[0].isalpha()]
        if len(long) <= 3 or sum(t.capital for t in long) < 0.8 * len(long):
            continue
        following = starts[after] if after < len(page) else len(text)
        if not text[line[-1].end : following].lstrip().startswith((".", "!")):
            titled.update(t.start for t in line)
    return frozenset(titled)
