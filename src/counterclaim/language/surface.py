"""What an uncased encoder cannot see: case, quotation, paragraph starts and spacing.

Each word gets one number below `SURFACES`, which training and inference look up in one
embedding table that is added to the word embeddings.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.heads import Ints
from counterclaim.language.quotes import quotations

CASES = ("lower", "upper", "title", "mixed", "none")
QUOTES = ("outside", "inside", "mark")
SURFACES = len(CASES) * len(QUOTES) * 2 * 2
"""Number of classes: case x quotation x first in its paragraph x white space before it."""


def surfaces(text: str, starts: Ints, ends: Ints, paragraphs: Ints) -> Ints:
    """Surface class of each word, given the words' spans and the number of their paragraph."""
    first = np.ones(len(starts), np.int32)
    first[1:] = paragraphs[1:] != paragraphs[:-1]
    spaced = first.copy()
    spaced[1:] |= starts[1:] > ends[:-1]
    case, quote = _cases(text, starts, ends), _quotes(text, starts)
    joined: Ints = ((case * len(QUOTES) + quote) * 2 + first) * 2 + spaced
    return joined.astype(np.int32)


@cache
def _letters() -> NDArray[np.uint8]:
    """For each code point of the first plane: 1 if a letter, plus 2 if an upper-case one."""
    table = np.zeros(0x10000, np.uint8)
    for code in range(0x10000):
        char = chr(code)
        if char.isalpha():
            table[code] = 3 if char.isupper() or char.istitle() else 1
    return table


def _cases(text: str, starts: Ints, ends: Ints) -> Ints:
    """Index into `CASES` of each word; letters outside the first plane count as none."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _letters()[np.where(codes < 0x10000, codes, 0)]
    letters = np.concatenate(([0], np.cumsum(kinds & 1, dtype=np.int32)))
    uppers = np.concatenate(([0], np.cumsum(kinds >> 1, dtype=np.int32)))
    count, upper = letters[ends] - letters[starts], uppers[ends] - uppers[starts]
    titled = (upper == 1) & (kinds[starts] == 3)
    chosen = np.select([count == 0, upper == 0, titled, upper == count], [4, 0, 2, 1], 3)
    return chosen.astype(np.int32)


def _quotes(text: str, starts: Ints) -> Ints:
    """Index into `QUOTES` of each word; single marks are left to the reader of the words."""
    change = np.zeros(len(text) + 1, np.int32)
    marks: list[int] = []
    for quotation in quotations(text):
        if text[quotation.start] in "'‘‚’":
            continue
        start, end = quotation.inner
        change[start] += 1
        change[end] -= 1
        marks.append(quotation.start)
        if quotation.closed:
            marks.append(end)
    state = (np.cumsum(change) > 0).astype(np.int32)
    state[marks] = 2
    return state[starts]
