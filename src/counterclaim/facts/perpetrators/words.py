"""Words and sentences as the reading of organisations' names needs them, in any case of letters."""

import re
from typing import NamedTuple

__all__ = ["Word", "read_words"]

_WORD = re.compile(r"['’][sS](?![^\W_])|[^\W_]+(?:[-.&][^\W_]+)*|[^\w\s]|_")
LONGEST = 400
"""Words of a sentence: a longer one is read in pieces, so that cost stays linear."""

_ENDS = frozenset(".!?")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


class Word(NamedTuple):
    """One word or mark at ``[start, end)``.

    ``low`` is its lower-case form, ``capital`` whether it begins with a capital letter, ``shouted``
    whether its sentence is in capitals throughout, ``sentence`` the sentence's number.
    """

    start: int
    end: int
    low: str
    capital: bool
    shouted: bool
    sentence: int


def read_words(text: str) -> list[Word]:
    """The words of a text in order.

    Sentences end at full stops, question and exclamation marks that no initial stands before, at
    empty lines, and after :data:`LONGEST` words.
    """
    breaks = [match.start() for match in _PARAGRAPH.finditer(text)]
    breaks.append(len(text) + 1)
    rows: list[list[re.Match[str]]] = [[]]
    at = 0
    for match in _WORD.finditer(text):
        if match.start() > breaks[at]:
            while match.start() > breaks[at]:
                at += 1
            rows.append([])
        if len(rows[-1]) == LONGEST:
            rows.append([])
        rows[-1].append(match)
        if match[0] in _ENDS and not (len(rows[-1]) > 1 and _initial(rows[-1][-2][0])):
            rows.append([])
    return [
        Word(match.start(), match.end(), match[0].lower(), match[0][:1].isupper(), loud, number)
        for number, row in enumerate(row for row in rows if row)
        for loud in (not any(each[0][1:].islower() for each in row if len(each[0]) > 2),)
        for match in row
    ]


def _initial(word: str) -> bool:
    """Whether a full stop after ``word`` belongs to it: "U.S.", "J.", "St."."""
    return _INITIALS.fullmatch(word) is not None or word.lower() in _SHORTENED


_SHORTENED = frozenset("mr mrs ms dr st gen col lt capt sgt maj rev sen rep gov no dept jr".split())
