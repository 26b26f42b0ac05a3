"""Quantities of people: number words and digits with their approximators, as intervals.

The semantics are those of the project's yardsticks: "at least 20" is [20, ∞), "more than 20"
[21, ∞), "up to 20" [0, 20], "about 20" ±10 %, "dozens" [24, 99], "20" [20, 20].
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

__all__ = ["Quantity", "quantities", "value_of"]

UNITS = {
    word: value
    for value, word in enumerate(
        """
            zero one two three four five six seven eight nine ten eleven twelve thirteen
            fourteen fifteen sixteen seventeen eighteen nineteen
        """.split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}

ABOUT = 0.1
"""Relative half-width of "about": ±10 %."""

VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
    "several": (3, 9),
    "a few": (3, 9),
    "a handful": (3, 9),
    "a couple": (2, 2),
    "a pair": (2, 2),
    "both": (2, 2),
}
"""Words for a rough size, each with the interval it is read as."""

_FEW = (3, 9)
_NONE = frozenset({"no", "none", "nobody", "no one", "no-one"})

# How each approximator bounds the number n after it.
APPROXIMATORS: dict[str, tuple[str, ...]] = {
    "at_least": (
        "at least", "no fewer than", "no less than", "not fewer than", "not less than",
        "a minimum of", "minimum of",
    ),
    "above": (
        "more than", "over", "well over", "above", "in excess of", "upwards of", "upward of",
        "greater than", "just over", "well above",
    ),
    "up_to": (
        "up to", "at most", "no more than", "not more than", "as many as", "a maximum of",
        "maximum of",
    ),
    "below": ("fewer than", "less than", "under", "just under"),
    "near": ("nearly", "almost", "close to", "approaching", "nearing"),
    "about": (
        "about", "around", "approximately", "roughly", "some", "an estimated", "estimated",
        "circa", "perhaps", "in the region of", "or so",
    ),
    "exact": ("exactly", "precisely", "a total of", "all", "another", "a further", "an additional",
              "a combined"),
}  # fmt: skip

_KIND = {phrase: kind for kind, phrases in APPROXIMATORS.items() for phrase in phrases}


def _alternation(words: list[str]) -> str:
    """Alternatives, longest first, with any white space between their words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)


_SMALL = _alternation([*UNITS, *TENS])
_SCALE = _alternation(list(SCALES))
_DIGITS = r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3}){1,4}(?!\d)|\d{1,9}(?:\.\d{1,3})?(?![\d,]*\d)"
_WORDS = (
    rf"(?:half\s+a\s+dozen|(?:a|an)\s+(?:{_SCALE})|(?:{_SMALL}))\b"
    rf"(?:(?:[-\s]|\s+and\s+)(?:{_SMALL}|{_SCALE})\b){{0,8}}"
)
_VAGUE_SCALE = (
    r"(?:several|a\s+few|a\s+couple\s+of|a\s+couple)\s+(?:dozen|hundred|thousand|million)"
)
_NUMBER = rf"(?:(?:{_DIGITS})(?:[-\s](?:{_SCALE})\b)?|{_WORDS})"
_VAGUE = rf"(?:{_VAGUE_SCALE}|{_alternation(list(VAGUE))})\b"
_ZERO = rf"(?:{_alternation(sorted(_NONE))})\b"
_APPROX = _alternation(list(_KIND))
_QUANTITY = re.compile(
    rf"""(?<![\w.,$€£¥/:#-])
    (?:(?P<before>(?:{_APPROX})(?:\s{{1,3}}(?:{_APPROX}))?)\s{{1,3}})?
    (?:
      (?:(?:between|from)\s{{1,3}})(?P<low>{_NUMBER})\s{{1,3}}(?:and|to)\s{{1,3}}(?P<high>{_NUMBER})
      |(?P<low2>{_NUMBER})\s{{1,3}}(?:to|or)\s{{1,3}}(?P<high2>{_NUMBER})(?!-?\w)
      |(?P<low3>{_DIGITS})\s?[-–—]\s?(?P<high3>{_DIGITS})(?![-–—]?\w)
      |(?P<number>{_NUMBER})(?P<plus>\+)?(?P<after>[-\s](?:or\s+(?:more|fewer|less|so)|odd)\b)?
      |(?P<vague>{_VAGUE})
      |(?P<zero>{_ZERO})
      |(?P<one>(?:a|an|another)(?=\s))
    )(?![\w%])(?![.:/-]\d)(?!\s(?:%|per\s?cent))""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"\w+")
_FIRST = frozenset(
    re.split(r"[ -]", phrase)[0]
    for phrase in (*_KIND, *UNITS, *TENS, *VAGUE, *_NONE, "half", "between", "from", "a", "an")
)
"""Words with which a quantity can begin, if not with a digit."""
_AFTER = {"or more": "at_least", "or fewer": "up_to", "or less": "up_to", "or so": "about"}


@dataclass(frozen=True)
class Quantity:
    """A number of something in a text.

    ``start`` to ``end`` holds approximator and number, ``number`` the number's own words. ``low``,
    ``best`` and ``high`` are whole units; ``best`` is ``None`` where the words name a bound and not
    a size, ``high`` where there is none. ``article`` marks a bare "a" or "an".
    """

    start: int
    end: int
    number: tuple[int, int]
    low: int
    best: int | None
    high: int | None
    approximator: tuple[int, int] | None = None
    article: bool = False


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Every quantity in ``text[start:end]``, in order, without judging what it is a number of."""
    for match in _matches(text, start, len(text) if end is None else end):
        for half in _halves(text, match):
            quantity = _read(half)
            if quantity is not None:
                yield quantity


def _halves(text: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """What makes no number together may be two: "a family of four and two friends"."""
    if match["low"] and _read(match) is None:
        for end in ("low", "high"):  # "from 90 to 74"
            yield from filter(None, (_QUANTITY.match(text, match.start(end), match.end(end)),))
        return
    middle = match["number"] and re.search(r"\sand\s", match["number"])
    if not middle or _read(match) is not None:
        yield match
        return
    first, second = (match.start("number") + at for at in middle.span())
    yield from filter(None, (_QUANTITY.match(text, match.start(), first),))
    yield from filter(None, (_QUANTITY.match(text, second, match.end()),))


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of the pattern, tried only where a word stands with which it can begin."""
    done = start
    for word in _WORD.finditer(text, start, end):
        first = word[0]
        if first.isalpha() and first.isascii() and first.lower() not in _FIRST:
            continue
        match = _QUANTITY.match(text, word.start(), end) if word.start() >= done else None
        if match is not None:
            done = match.end()
            yield match


def value_of(words: str) -> int | None:
    """The whole number that ``words`` write ("1,200", "2.5 million", "sixty-two"), or ``None``.

    Words that are no number give 0, as "zero" does.
    """
    lowered = " ".join(re.split(r"[ \t\n-]+", words.lower().strip()))
    if lowered == "half a dozen":
        return 6
    digits = re.match(r"[\d,\u00a0\u2009\u202f]*\d(?:\.\d+)?", lowered)
    if digits:
        scale = SCALES.get(lowered[digits.end() :].strip(), 1)
        value = float(re.sub(r"[^\d.]", "", digits.group())) * scale
        return int(value) if value.is_integer() else None
    return _spelled(re.findall(r"[a-z]+", lowered))


def _spelled(words: list[str]) -> int | None:
    """The value of a number in words, or ``None`` for words that do not make one number."""
    total, current, last = 0, 0, ""
    for word in words:
        if word in ("and", "a", "an"):
            continue
        if word in SCALES:
            current = max(current, 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0
        elif last in UNITS or (last in TENS and word in TENS):
            return None
        else:
            current += UNITS.get(word, 0) + TENS.get(word, 0)
        last = word
    return total + current


def _read(match: re.Match[str]) -> Quantity | None:
    """The quantity of one match of the pattern, or ``None`` for a number that is none."""
    before = re.sub(r"\s+", " ", match["before"] or "").lower()
    approximator = match.span("before") if before else None
    whole = match.span()
    if match["low"] or match["low2"] or match["low3"]:
        return _range(match, whole, approximator)
    if match["vague"]:
        low, high = _vague(match["vague"])
        if _kind(before) == "at_least":
            return Quantity(*whole, match.span("vague"), low, None, None, approximator)
        best = low if low == high else None
        return Quantity(*whole, match.span("vague"), low, best, high, match.span())
    if match["zero"]:
        return None if before else Quantity(*whole, match.span("zero"), 0, 0, 0)
    if match["one"]:
        return None if before else Quantity(*whole, match.span("one"), 1, 1, 1, article=True)
    value = value_of(match["number"])
    if value is None:
        return None
    kind, approximator = _approximation(match, before, approximator)
    low, best, high_or_none = _bounds(kind, value)
    return Quantity(*whole, match.span("number"), low, best, high_or_none, approximator)


def _approximation(
    match: re.Match[str], before: str, approximator: tuple[int, int] | None
) -> tuple[str, tuple[int, int] | None]:
    """The kind of approximation and where its words stand."""
    if before:
        return _kind(before), approximator
    after = re.sub(r"\s+", " ", match["after"] or "")[1:].lower()
    if match["plus"]:
        return "at_least", match.span("plus")
    if after:
        kind = "odd" if after == "odd" else _AFTER[after]
        return kind, (match.start("after") + 1, match.end("after"))
    return "exact", None


def _kind(before: str) -> str:
    """The kind of approximation that the words before a number make."""
    if before in _KIND:
        return _KIND[before]
    known = [_KIND[part] for part in _KIND if before.startswith(part) or before.endswith(part)]
    return next((kind for kind in known if kind != "exact"), "exact")


def _range(
    match: re.Match[str], whole: tuple[int, int], approximator: tuple[int, int] | None
) -> Quantity | None:
    """The quantity of "between 20 and 30", "20 to 30", "20-30"."""
    first = next(name for name in ("low", "low2", "low3") if match[name])
    second = first.replace("low", "high")
    low, high = value_of(match[first]), value_of(match[second])
    if low is None or high is None or low >= high:
        return None
    number = (match.start(first), match.end(second))
    return Quantity(*whole, number, low, None, high, approximator)


def _vague(words: str) -> tuple[int, int]:
    """The interval of "dozens", "several hundred"."""
    lowered = " ".join(words.lower().split())
    if lowered in VAGUE:
        return VAGUE[lowered]
    scale = SCALES[lowered.rsplit(" ", 1)[1]]
    if lowered.startswith("a couple"):
        return 2 * scale, 2 * scale
    return _FEW[0] * scale, _FEW[1] * scale + scale - 1


def _bounds(kind: str, value: int) -> tuple[int, int | None, int | None]:
    """Low, best and high of ``value`` under an approximation."""
    table: dict[str, tuple[int, int | None, int | None]] = {
        "at_least": (value, value, None),
        "above": (value + 1, None, None),
        "up_to": (0, None, value),
        "below": (0, None, max(value - 1, 0)),
        "near": (ceil(value * (1 - ABOUT)), value, value),
        "about": (ceil(value * (1 - ABOUT)), value, floor(value * (1 + ABOUT))),
        "odd": (value, value, value + 9),
    }
    return table.get(kind, (value, value, value))
