"""Words of a text: the encoder's own, and everybody else's."""

import re

from counterclaim.language.labels import Span

# Python's \w leaves out combining marks, which would cut a decomposed "é" or a vocalised
# Arabic word in two: a mark belongs to the letter before it.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}\u200d]+[^\W_]*)*|[^\w\s]|_")
"""A run of letters and digits with their combining marks, or one other character."""


def words(text: str) -> list[Span]:
    """Spans of the words and single punctuation marks of `text`, in order.

    White space belongs to no word. A hyphen, a full stop or an apostrophe is a word of its own,
    so "U.S." has four.
    """
    return [match.span() for match in WORD.finditer(text)]
