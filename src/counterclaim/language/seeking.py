"""Patterns tried only where a word stands with which they can begin.

Most patterns of this project are long alternatives of words, and most sentences hold none of
them. A regular expression finds that out by trying each alternative at each character; the first
letters of the words, taken once for all patterns, tell it at once. Results are those of ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any

from counterclaim.language.beginnings import REACH, is_mark, letters
from counterclaim.language.lines import within_line

__all__ = ["Openings", "Sought"]

_WORD = re.compile(r"\w+")
_HEAD = re.compile(rf"(\w{{1,{REACH}}})\w*")

_MOST = 400
"""Openings of a pattern from which on it is tried everywhere."""


class Openings:
    """Where the words of ``text[start:end]`` begin, by their first letters.

    A word whose first letters are not all ASCII could be anything, as letter case goes, and so
    could one that begins before ``start``.
    """

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text, self.start, self.end = text, start, len(text) if end is None else end

    @cached_property
    def _small(self) -> str:
        """The text in small letters, one for each."""
        part = self.text[self.start : self.end]
        small = part.lower()
        if len(small) == len(part):
            return small
        return "".join([low if len(low := letter.lower()) == 1 else letter for letter in part])

    @cached_property
    def _heads(self) -> frozenset[str]:
        """With what words begin; a shorter one is a whole word."""
        return frozenset(_HEAD.findall(self._small))

    @cached_property
    def _shorter(self) -> list[frozenset[str]]:
        """With what words begin, in no letter, in one and in two."""
        return [frozenset([head[:size] for head in self._heads]) for size in range(REACH)]

    @cached_property
    def _odd(self) -> list[int]:
        """Where words begin that could be anything."""
        if self._small.isascii() or all(map(str.isascii, self._heads)):
            return []
        words = _WORD.finditer(self._small)
        return [self.start + word.start() for word in words if not word[0][:REACH].isascii()]

    def begun(self) -> set[str] | None:
        """With what words begin, in one letter, two and three; ``None`` where one is not ASCII.

        Words of fewer letters are filled up with blanks.
        """
        if self._odd:
            return None
        return {*(head.ljust(REACH) for head in self._heads), *self._shorter[1], *self._shorter[2]}

    def held(self, keys: Keys) -> bool:
        """Whether a word may begin with one of ``keys``."""
        if self._odd:
            return True
        return not all(
            one.isdisjoint(self._heads if size == REACH else self._shorter[size])
            for size, one in keys
        )

    def of(self, keys: Keys) -> list[int]:
        """Where words begin that may begin with one of ``keys``, in order."""
        places = self._odd
        for size, one in keys:
            heads = self._heads if size == REACH else self._shorter[size]
            if not one.isdisjoint(heads):
                for key in one & heads:
                    places = places + self._begin(key, whole=len(key) < size)
        return sorted(set(places)) if len(places) > 1 else places

    def _begin(self, head: str, *, whole: bool) -> list[int]:
        """Where words begin with ``head``, or are it as a whole."""
        small, size = self._small, len(head)
        found: list[int] = []
        at = small.find(head)
        while at >= 0:
            after = at + size
            inside = at > 0 and _in_word(small[at - 1])
            if not inside and not (whole and _in_word(small[after : after + 1])):
                found.append(self.start + at)
            at = small.find(head, after)
        return found


Keys = tuple[tuple[int, frozenset[str]], ...]
"""First letters of words, small, by how many are looked at; a shorter one is a whole word."""


class Sought:
    """A pattern to be looked for among :class:`Openings`; it must not match nothing at all.

    ``pattern`` is the regular expression itself.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)

    @cached_property
    def keys(self) -> Keys | None:
        """First letters of what the pattern matches, ``None`` where it may begin in any way."""
        parsed = self._parsed
        found = _words(letters(parsed)) if _at_word(parsed) else None
        return _by_size(found) if found is not None else None

    @cached_property
    def needs(self) -> Keys:
        """First letters of words of which each match holds one; empty where nothing is sure."""
        return _by_size(_needed(self._parsed) or frozenset())

    @cached_property
    def _at_start(self) -> bool:
        """Whether it matches at the beginning of a text only."""
        for op, argument in self._parsed:
            beginning = op.name == "AT" and argument.name == "AT_BEGINNING"
            return beginning and not self.pattern.flags & re.MULTILINE
        return False

    @cached_property
    def _by_line(self) -> bool:
        """Whether it finds in a text what it finds in each line alone."""
        parser = import_module("re._parser")
        parsed = parser.parse(self.pattern.pattern, self.pattern.flags)
        return not self.pattern.flags & re.DOTALL and within_line(parsed)

    @cached_property
    def _parsed(self) -> list[Any]:
        parser = import_module("re._parser")
        return _flat(parser.parse(self.pattern.pattern, self.pattern.flags))

    def finditer(self, openings: Openings) -> Iterable[re.Match[str]]:
        """The pattern's matches in order, none overlapping another."""
        if self.keys is None:
            return self._in_parts(openings)
        places = openings.of(self.keys)
        # Most often there is none.
        return self._at(places, openings) if places else ()

    def _at(self, places: Sequence[int], openings: Openings) -> Iterator[re.Match[str]]:
        """The matches that begin at some of ``places``."""
        done = openings.start
        for at in places:
            match = self.pattern.match(openings.text, at, openings.end) if at >= done else None
            if match is not None:
                done = match.end()
                yield match

    def _in_parts(self, openings: Openings) -> Iterator[re.Match[str]]:
        """The matches that may begin anywhere."""
        for first, last in self._parts(openings):
            yield from self.pattern.finditer(openings.text, first, last)

    def _parts(self, openings: Openings) -> list[tuple[int, int]]:
        """What of the text may hold matches: all, nothing, or the lines with a word needed."""
        text, start, end = openings.text, openings.start, openings.end
        if not (self.needs and self._by_line and text.find("\n", start, end) >= 0):
            return [(start, end)] if self.may(openings) else []
        parts: list[tuple[int, int]] = []
        last = start - 1
        for at in openings.of(self.needs):
            if at > last:
                first = max(text.rfind("\n", start, at) + 1, start)
                last = text.find("\n", at, end)
                last = last if last >= 0 else end
                parts.append((first, last))
        return parts

    def search(self, openings: Openings, end: int | None = None) -> re.Match[str] | None:
        """The first match, ``None`` if there is none; no later than ``end``, where one is given."""
        text, end = openings.text, openings.end if end is None else min(end, openings.end)
        if self.keys is not None:
            places = openings.of(self.keys)
            if end < openings.end:
                # A word that is cut there may be one that was not looked for.
                places = sorted({*places, _word_at(text, openings.start, end)})
            for at in places:
                match = self.pattern.match(text, at, end)
                if match is not None:
                    return match
            return None
        if not self.may(openings):
            return None
        search = self.pattern.match if self._at_start else self.pattern.search
        return search(text, openings.start, end)

    def may(self, openings: Openings) -> bool:
        """Whether there may be a match, as far as the beginnings of words tell."""
        words = self.keys or self.needs
        return not words or openings.held(words)


def _word_at(text: str, start: int, end: int) -> int:
    """Where the word begins that goes on up to ``end``; there, where none does."""
    while end > start and _in_word(text[end - 1]):
        end -= 1
    return end


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _words(keys: set[str]) -> frozenset[str] | None:
    """The keys, if they are not too many and words can begin with each."""
    fits = 0 < len(keys) <= _MOST and all(
        key.isascii() and (key[:1].isalnum() or key[:1] == "_") for key in keys
    )
    return frozenset(keys) if fits else None


def _by_size(keys: frozenset[str]) -> Keys:
    sizes = sorted({len(key) for key in keys})
    return tuple(
        (size, frozenset(key.rstrip() for key in keys if len(key) == size)) for size in sizes
    )


def _flat(parsed: Iterable[Any]) -> list[Any]:
    """A parsed pattern with the parts of its groups in their places."""
    flat: list[Any] = []
    for op, argument in parsed:
        flat += _flat(argument[3]) if op.name == "SUBPATTERN" else [(op, argument)]
    return flat


def _at_word(parsed: Iterable[Any]) -> bool:
    """Whether a parsed pattern begins at the beginning of a word, or of none."""
    for op, argument in _flat(parsed):
        if op.name == "AT":
            return bool(argument.name == "AT_BOUNDARY")
        if op.name == "BRANCH":
            return all(_at_word(branch) for branch in argument[1])
        if op.name not in ("ASSERT", "ASSERT_NOT"):
            return False
    return False


def _needed(parsed: Iterable[Any], begins: bool = False) -> frozenset[str] | None:
    """First letters of words of which each match of a parsed pattern holds one, the rarest set.

    ``begins`` tells whether a word that stands where the pattern starts begins there.
    """
    flat = _flat(parsed)
    options: list[frozenset[str] | None] = []
    for at, (op, argument) in enumerate(flat):
        if begins:
            options.append(_words(letters(flat[at:])))
        if op.name == "BRANCH":
            parts = [_needed(branch, begins) for branch in argument[1]]
            options.append(None if None in parts else frozenset().union(*filter(None, parts)))
        begins = _ends_word(op, argument, begins)
    return min((keys for keys in options if keys), key=_commonness, default=None)


def _commonness(keys: frozenset[str]) -> float:
    """About how often a word of a text begins with one of ``keys``."""
    return sum(0.05 if len(key) < REACH or key in _COMMON else 0.002 for key in keys)


_COMMON = frozenset(
    f"{word:3}"
    for word in "the tha thi was wer has hav had his her its for and wit but not fro a an as at be "
    "by he i in is it of on or to we".split()
)
"""Beginnings of the commonest words."""


def _ends_word(op: Any, argument: Any, before: bool) -> bool:
    """Whether no word goes on behind a part; ``before`` says so of the place before it."""
    name = op.name
    if name == "AT":
        return before or argument.name == "AT_BOUNDARY"
    if name in ("ASSERT", "ASSERT_NOT"):
        return before
    if name == "LITERAL":
        return not (chr(argument).isalnum() or chr(argument) == "_")
    if name == "IN":
        return all(is_mark(kind.name, value) for kind, value in argument)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, part = argument
        ends = before
        for inner, value in _flat(part):
            ends = _ends_word(inner, value, ends)
        return ends and (before or least > 0)
    return False
