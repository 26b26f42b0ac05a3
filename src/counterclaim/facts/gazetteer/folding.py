"""Folding of place names: one key for the spellings that newsrooms use of one name.

Two keys. :func:`fold` ignores case, diacritics, hyphens, apostrophes and the usual abbreviations
(St, Mt, Ft). :func:`skeleton` goes on to ignore what romanisations of Arabic, Persian, Hebrew and
the Cyrillic alphabets differ in: articles, doubled letters, vowel quality, q/k, th/t, a final h.
A match by skeleton alone is weaker evidence and is scored so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from operator import eq

__all__ = ["SHORT_NAME", "fold", "skeleton"]

# Letters that NFKD leaves whole.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "ŋ": "ng",
        "ħ": "h",
    }
)
# ISO 9 and the newsrooms' ways of writing Russian, Ukrainian, Bulgarian and Serbian in Latin.
_CYRILLIC = str.maketrans(
    dict(
        pair.split("=")
        for pair in (
            "а=a б=b в=v г=g ґ=g д=d ђ=dj е=e ё=e є=e ж=zh з=z ѕ=dz и=i й=i і=i ї=i ј=j к=k л=l "
            "љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ў=u ф=f х=kh ц=ts ч=ch џ=dzh ш=sh "
            "щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
        ).split()
    )
)
# Letters that Arabic and Persian keyboards write one for the other, and the stretching stroke.
_ARABIC = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""})
# Apostrophes, 'ayn and hamza in their many forms, and the full stop of an abbreviation.
_SILENT = re.compile("['’‘`´ʻʼʾʿʹʺˈ′″.]")
_BREAK = re.compile(r"[^\w]+|_+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "and": ""}

_ARTICLES = frozenset(
    "al el ul il ad ed ud as es us ash esh ush at et ut ath eth az ez uz ar er ur an en un adh edh "
    "the".split()
)
# Order matters: longer groups first. Before each pattern, a letter without which it never matches.
_GROUPS = (
    ("k", re.compile(r"sk(?:iy|ij|yy|yi|yj|ii|y|i)\b"), "ski"),
    ("e", re.compile(r"o(?:y|j)e\b"), "oe"),
    ("j", re.compile(r"[iy]j"), "i"),
    ("h", re.compile(r"shch|sch|sh|ch"), "S"),
    ("š", re.compile(r"š"), "S"),
    ("č", re.compile(r"č"), "S"),
    ("j", re.compile(r"dj|j"), "J"),
    ("z", re.compile(r"dzh|zh"), "J"),
    ("h", re.compile(r"kh|gh"), "h"),
    ("h", re.compile(r"th"), "t"),
    ("h", re.compile(r"dh"), "d"),
    ("h", re.compile(r"ph"), "f"),
    ("q", re.compile(r"q"), "k"),
    ("c", re.compile(r"c"), "k"),
    ("h", re.compile(r"(?<=[aeiouy])h(?= |$)"), ""),
    ("t", re.compile(r"ts|tz"), "z"),
    ("v", re.compile(r"v"), "w"),
)
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLED = re.compile(r"([a-zJS])\1+")

SHORT_NAME = 60
"""Letters up to which the keys of a name are remembered."""


def fold(name: str) -> str:
    """The plain key of ``name``: lower case ASCII-like words joined by single spaces.

    Empty for a name without letters or digits. Linear in the length of ``name``.
    """
    return _remembered_fold(name) if len(name) <= SHORT_NAME else _fold(name)


def _fold(name: str) -> str:
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
        name = plain.translate(_CYRILLIC).translate(_ARABIC)
        bare = _SILENT.sub("", name.lower())
    else:
        bare = name.lower().replace("'", "").replace("`", "").replace(".", "")
    words = bare.split() if bare.replace(" ", "").isalnum() else _BREAK.split(bare)
    return " ".join(w for w in (_SHORT.get(word, word) for word in words) if w)


# Names come back within a page and from page to page.
_remembered_fold = lru_cache(1 << 14)(_fold)


def skeleton(folded: str) -> str:
    """The loose key of a name that :func:`fold` has folded.

    Articles go (unless nothing else is left); each run of vowels becomes one of ``a``, ``i``,
    ``u``; consonant groups that romanise one letter become one; doubled letters become single.
    """
    return _remembered_skeleton(folded) if len(folded) <= SHORT_NAME else _skeleton(folded)


def _skeleton(folded: str) -> str:
    words = folded.split(" ")
    kept = [word for word in words if word not in _ARTICLES] or words
    loose = " ".join(kept)
    for letter, pattern, replacement in _GROUPS:
        if letter in loose:
            loose = pattern.sub(replacement, loose)
    loose = _VOWELS.sub(_vowel_class, loose)
    # Most names have no doubled letter.
    return _DOUBLED.sub(r"\1", loose) if any(map(eq, loose, loose[1:])) else loose


_remembered_skeleton = lru_cache(1 << 14)(_skeleton)


def _vowel_class(match: re.Match[str]) -> str:
    """The class of a run of vowels, looked up where it is short."""
    run = match[0]
    return _RUNS.get(run) or _class_of(run)


def _class_of(run: str) -> str:
    """``u`` for rounded runs, ``i`` for front ones (``ee``, ``ay``, ``iya``), else ``a``."""
    if any(letter in run for letter in "ouw"):
        return "u"
    if "i" in run or "y" in run or "ee" in run:
        return "i"
    return "a"


_RUNS = {
    run: _class_of(run) for size in (1, 2) for run in map("".join, product("aeiouyw", repeat=size))
}
"""The class of every run of one or two vowels."""
