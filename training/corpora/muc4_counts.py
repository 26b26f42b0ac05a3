"""Counts of people harmed from MUC-4's slots 21 (how many of whom) and 23 (what befell them)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.facts.numbers import Quantity, quantities
from training.corpora.labelled import LabelledSpan, Span, settled
from training.corpora.muc4_keys import occurrences, strings

HARMS = {"DEATH": "killed", "INJURY": "injured"}
BETWEEN = 2
"""Words that may stand between a number and a key's string ("50 young peasants")."""
AFTER = re.compile(r"(?:\s+[\w'’-]+){0,3}")
"""What follows a number that no key speaks of: it may be its unit."""
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
NOBODY = re.compile(
    rf"""[-\s]+(?:(?:{_MONTH})|(?:minute|hour|day|week|month|year|km|kilometer|meter|gmt|percent|
    dollar|peso|ton|time|aircraft|plane|helicopter|car|vehicle|bus|town|country|countries|city|
    movement|house|building|bomb|rifle|grenade|attack|meeting|occasion)s?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is counted here is nobody, so that the number is known to be no count of people."""
_IN_DATE = re.compile(rf"\b(?:{_MONTH})\w*\.?\s+$", re.IGNORECASE)

Row = Mapping[str, Sequence[str]]


def counts(text: str, templates: Iterable[Row]) -> tuple[list[LabelledSpan], list[Span]]:
    """Number, approximator and unit with their harm; and all other numbers, which are unknown.

    A number is labelled where its value is the key's, the key's string follows, and one harm alone
    befell those people in all templates.
    """
    numbers = [one for one in quantities(text) if not one.article]
    harms, sizes = _read(templates)
    found = settled(
        (number.start, end, harms[string])
        for string, size in sorted(sizes)
        if string in harms
        for start, end in occurrences(text, string)
        for number in numbers
        if number.best == size and _belongs(text, number, start, end)
    )
    unknown = []
    for number in numbers:
        end = number.end
        dated = _IN_DATE.search(text[max(0, number.start - 12) : number.start])
        if dated or NOBODY.match(text, end):
            continue
        if not any(a < end and number.start < b for a, b, _ in found):
            unit = AFTER.match(text, end)
            unknown.append((number.start, unit.end() if unit else end))
    return found, _apart(found, unknown)


def _read(templates: Iterable[Row]) -> tuple[dict[str, str], set[tuple[str, int]]]:
    befell: dict[str, set[str]] = {}
    sizes: set[tuple[str, int]] = set()
    for row in templates:
        for value in row["HUM TGT: EFFECT OF INCIDENT"]:
            for string in strings([value]):
                befell.setdefault(string, set()).add(value.partition(":")[0].strip())
        for value in row["HUM TGT: NUMBER"]:
            size = value.partition(":")[0].strip(" ?")
            if size.isdigit():
                sizes |= {(string, int(size)) for string in strings([value])}
    harms = {
        string: HARMS[name]
        for string, names in befell.items()
        for name in names
        if len(names) == 1 and name in HARMS
    }
    return harms, sizes


def _belongs(text: str, number: Quantity, start: int, end: int) -> bool:
    """Whether the number begins the string or stands before it, with few words between."""
    if start <= number.start and number.end <= end:
        return number.start == start
    between = text[number.end : start]
    words = len(between.split())
    return number.end < start and words <= BETWEEN and not re.search(r"[.,;:()\[\]]", between)


def _apart(found: Sequence[LabelledSpan], unknown: Sequence[Span]) -> list[Span]:
    """Unknown stretches cut where a labelled span begins."""
    cut = []
    for start, end in unknown:
        starts = [a for a, b, _ in found if start < b and a < end]
        end = min([end, *starts])
        if end > start:
            cut.append((start, end))
    return cut
