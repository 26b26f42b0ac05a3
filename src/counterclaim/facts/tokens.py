"""Sentences as tokens for the rules of this folder: words, numbers and single marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec

from counterclaim.facts.letters import in_small_letters
from counterclaim.language import flowing, sentences

__all__ = ["Sentence", "Token", "read_sentences"]

_TOKEN = re.compile(
    r"\d+(?:[,.\u00a0\u2009\u202f]\d+)*|(?:[^\W\d_]\.){2,6}|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_|\w"
)
MAX_TOKENS = 400
"""A longer sentence is read in pieces: no grammar holds over it, and cost stays linear."""
_SHORT = 4000
"""Code points up to which a paragraph's sentences are worth remembering for the next reader."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word, number or mark at ``[start, end)``; ``low`` is its lower-case form.

    An acronym such as "US" keeps its capitals in ``low``, lest it be taken for "us".
    """

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it is made of letters (and not a number or a mark)."""
        return self.text[:1].isalpha()


@dataclass(frozen=True)
class Sentence:
    """One sentence ``[start, end)`` of ``text`` with its tokens."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @cached_property
    def small(self) -> str:
        """The sentence's characters (see :func:`.letters.in_small_letters`)."""
        return in_small_letters(self.text[self.start : self.end])

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def covering(self, offset: int) -> int:
        """Index of the last token that starts at or before ``offset``."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def low(self, index: int) -> str:
        """Lower-case form of token ``index``; empty outside the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def spaced(self, index: int) -> bool:
        """Whether white space stands before the token at ``index``."""
        return index > 0 and self.tokens[index - 1].end < self.tokens[index].start

    def capital(self, index: int) -> bool:
        """Whether the token at ``index`` begins with a capital; no token does not."""
        return 0 <= index < len(self.tokens) and self.tokens[index].capital

    def phrase(self, index: int, words: Sequence[str]) -> bool:
        """Whether the tokens from ``index`` on are ``words`` (in lower case)."""
        return all(self.low(index + step) == word for step, word in enumerate(words))


def read_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """The sentences of one paragraph, ``text[start:end]``, with their tokens, in order.

    A line break in it is a space: paragraphs may be hard-wrapped.
    """
    end = len(text) if end is None else end
    if end - start <= _SHORT:
        return _remembered(text, start, end)
    return _read(text, start, end)


def _read(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    piece = flowing(text[start:end])
    found: list[Sentence] = []
    for first, last in sentences(piece):
        tokens = _tokens(text, start + first, start + last)
        for begin in range(0, len(tokens), MAX_TOKENS):
            part = tokens[begin : begin + MAX_TOKENS]
            starts = tuple(token.start for token in part)
            found.append(Sentence(text, part[0].start, part[-1].end, part, starts))
    return tuple(found)


# Claims and facts are read from the same paragraphs, one right after the other.
_remembered = lru_cache(256)(_read)


_ACRONYMS = frozenset({"US", "IS", "IT", "WHO"})
"""Acronyms that are small words in lower case: they keep their capitals in ``low``."""


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``."""
    kept = frozenset[str]() if text[start:end].isupper() else _ACRONYMS
    return tuple(
        Token(match.start(), match.end(), word, word if word in kept else word.lower())
        for match in _TOKEN.finditer(text, start, end)
        for word in (match[0],)
    )
