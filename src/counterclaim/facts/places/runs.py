"""Tokens of a text and the runs of capitalised tokens in which names stand."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from counterclaim.facts.places.tables import CONNECTORS, WEEKDAYS

__all__ = ["ARTICLES", "Token", "runs", "tokens"]

# Dotted abbreviations are one token with their full stops; hyphens separate tokens.
_TOKEN = re.compile(
    r"W\. ?Va\.|(?:St|Ste|Mt|Ft|Pt)\.(?= [^\W\d_])|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"
    r"|[^\W_]+(?:['’ʻʼ`](?!s\b|S\b)[^\W_]+)*"
)
_JOINED = re.compile(r"[ \u00a0]|-|–| -")
NUMBERED = frozenset("hill point height checkpoint sector post".split())
"""Kinds of places that have a number for a name ("Hill 470")."""

ARTICLES = frozenset("al el ul ad as ash at ath ez az ar er an en".split())


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token: its offsets, its characters, and whether it can be part of a name."""

    start: int
    end: int
    text: str
    capital: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Tokens of ``text[start:end]``. Words, numbers and dotted abbreviations; no punctuation."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        first, last = match.span()
        uncased = not word.isascii() and unicodedata.category(word[0]) == "Lo"
        capital = word[0].isupper() or uncased or (word in ARTICLES and _led(text, last))
        if word.isdigit() and found and found[-1].capital:
            capital = found[-1].text.lower() in NUMBERED
        found.append(Token(first, last, word, capital))
    return found


def _led(text: str, end: int) -> bool:
    """Whether the article that ends at ``end`` leads a capital behind a hyphen (al-Mina)."""
    after = text[end : end + 2]
    return len(after) == 2 and after[0] in "-–" and after[1].isupper()


def runs(text: str, found: list[Token]) -> list[tuple[int, int]]:
    """Index ranges of ``found`` that are runs of name tokens side by side.

    Tokens of a run are joined by one space or hyphen. Connectors ("of", "de", "el") may stand
    inside, three at most in a row. A weekday ends a run ("in Zarnik Tuesday").
    """
    ranges: list[tuple[int, int]] = []
    at = 0
    while at < len(found):
        if not found[at].capital:
            at += 1
            continue
        end = _run_end(text, found, at)
        ranges.append((at, end))
        at = end
    return ranges


def _run_end(text: str, found: list[Token], start: int) -> int:
    """Index after the last token of the run that begins at ``start``."""
    end = start + 1
    at = end
    while at < len(found) and _joined(text, found[at - 1], found[at]):
        if found[at].text.lower() in WEEKDAYS:
            break
        if found[at].capital:
            end = at + 1
        elif found[at].text not in CONNECTORS or at - end >= 3:
            break
        at += 1
    return end


def _joined(text: str, left: Token, right: Token) -> bool:
    return right.start - left.end <= 2 and bool(_JOINED.fullmatch(text, left.end, right.start))
