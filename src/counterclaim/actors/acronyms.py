"""Names that a page shortens in brackets, and short names that it spells out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.actors.lexicon import Token, joined
from counterclaim.actors.words import CONNECTORS

__all__ = ["acronyms"]

_ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}s?")
_MOST_WORDS = 9


def acronyms(text: str, page: Sequence[Token]) -> Iterator[tuple[int, tuple[int, int]]]:
    """The token of each acronym, and the first and last token of the name it stands for.

    Both orders are known: "Northern Harm Register (NHR)" and "NHR (Northern Harm Register)".
    """
    for at, token in enumerate(page):
        if not _ACRONYM.fullmatch(token.text) or not token.text[:-1].isupper():
            continue
        if text[token.end : token.end + 1] == ")" and text[token.start - 1 : token.start] == "(":
            full = _spelt(text, page, at, range(at - 1, max(-1, at - _MOST_WORDS), -1), at - 1)
        elif text[token.end : token.end + 2].strip() == "(":
            full = _spelt(text, page, at, range(at + 1, min(len(page), at + _MOST_WORDS)), at + 1)
        else:
            continue
        if full is not None:
            yield at, full


def _spelt(
    text: str, page: Sequence[Token], at: int, order: Iterable[int], edge: int
) -> tuple[int, int] | None:
    """The tokens from ``edge`` on in ``order`` whose initials make the acronym at ``at``."""
    letters = page[at].text.rstrip("s").upper()
    for far in order:
        low, high = min(far, edge), max(far, edge)
        if low < high and not all(joined(text, page[i], page[i + 1]) for i in range(low, high)):
            return None
        words = [t for t in page[low : high + 1] if t.fold not in CONNECTORS and t.fold != "s"]
        made = "".join(word.text[0].upper() for word in words)
        if made == letters and len(words) > 1 and page[low].capital:
            return low, high
        if len(made) > len(letters):
            return None
    return None
