"""By what a page's telling of an incident is known again: words, names, ages, streets, days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.discourse import Group
from counterclaim.ledger.occurrences import Window, spot_of, window_of
from counterclaim.ledger.rarity import stem
from counterclaim.records import BlockKind, Harm, Reading

__all__ = ["Signature", "boilerplate_of", "sign", "telling"]

TELLING: frozenset[BlockKind] = frozenset(
    {"headline", "byline", "dateline", "body", "update", "caption", "note"}
)
"""Blocks whose words are the page's own telling, not its readers' or its neighbours'."""

LONGEST = 12_000
"""Code points of a page that are looked at: what comes later seldom names the incident."""

_WORD = re.compile(r"[^\W\d_]+|\d[\d,.:]{0,12}")
_SMALL = frozenset(
    """the a an of to in on and at by for with was were is are be been he she it his her they
    their that this who from as had has have after said says not but or when where which into out
    up will would there than then also one him them more about over""".split()
)
_SPELLED = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_AGE = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ](year|month)s?[- ]old"
    r"|(?:,|\() ?(\d{1,2})(?:,|\)|;|\.)|\b[Aa]ged? (\d{1,2})\b"
)
"""Age of a person: "a 19-year-old", "Ana Ruiz, 34,", "aged 34"."""

_CLOCK = re.compile(r"\b(\d{1,2}(?::\d\d)?)\s?([ap])\.?m\b")
_STREET = re.compile(
    r"\b(\d{2,5}) (?:block )?(?:of )?"
    r"(?:(?:[NSEW][EW]?\.?|(?:North|South)(?:east|west)?|East|West) )?"
    r"([A-Z][a-z]+|\d+(?:th|st|rd|nd))\b"
)
"""Number and first word of a street: "the 3900 block of Orchard", "12 East Mill"."""

_NAME = re.compile(r"\b[A-Z][a-z'’-]+ (?:[A-Z]\. |[A-Z][a-z]+ )?[A-Z][a-z'’-]+\b")
_SENTENCE_ENDS = frozenset('.!?"“”:')

REPEATED = 3
LATER = 21

COUNTED: frozenset[Harm] = frozenset({"killed", "injured"})


@dataclass(frozen=True, slots=True)
class Signature:
    """What a page may share with another that tells of the same.

    Attributes:
        words: stems and numbers; ``proper`` those written with a capital inside a sentence, less
            ``local``, the words of place names; ``names`` two capitalised words in a row, as
            written, in lower case.
        title: stems of the page's title.
        ages: as written in digits, months marked; ``clocks`` times of day; ``streets`` number and
            name.
        sites: keys of places no wider than a district.
        days: ordinals of the exact days named; ``windows`` those on which it is said to have
            happened.
        tolls: exact totals of people killed and injured.
        published: ordinal of the day of publication.
        length: words in all.
    """

    words: frozenset[str]
    proper: frozenset[str]
    local: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]
    ages: frozenset[str]
    clocks: frozenset[str]
    streets: frozenset[str]
    sites: frozenset[str]
    days: frozenset[int]
    windows: frozenset[Window]
    tolls: frozenset[tuple[Harm, int]]
    published: int | None
    length: int


def sign(group: Group, boilerplate: frozenset[str] = frozenset()) -> Signature:
    """The signature of a page, of which ``group`` is the main group.

    ``boilerplate`` are lines that tell nothing (see :func:`boilerplate_of`).
    """
    page = group.page
    text = telling(page.reading, boilerplate)
    title = _title(page.reading)
    words = _WORD.findall(text)
    local = frozenset(_stems(w for p in page.places.values() for w in _WORD.findall(p.name)))
    return Signature(
        words=frozenset(_stems(dict.fromkeys(words))),
        proper=frozenset(_proper(text)) - local,
        local=local,
        names=frozenset(_names(text, local)),
        title=frozenset(_stems(_WORD.findall(title))),
        ages=frozenset(_ages(text)),
        clocks=frozenset("".join(found) for found in _CLOCK.findall(text)),
        streets=frozenset(f"{n} {name.casefold()}" for n, name in _STREET.findall(text)),
        sites=frozenset(_sites(group)),
        days=frozenset(_days(group)),
        windows=frozenset(group.marks.windows),
        tolls=frozenset(_tolls(page.claims)),
        published=_published(page.reading),
        length=len(words),
    )


def telling(reading: Reading, boilerplate: frozenset[str] = frozenset()) -> str:
    """A page's own telling, a block a line, without lines of ``boilerplate``, cut when long."""
    blocks = (b.span.exact for b in reading.blocks if b.kind in TELLING)
    lines = (line for line in "\n".join(blocks)[:LONGEST].split("\n"))
    return "\n".join(line for line in lines if line.strip() not in boilerplate)


def _title(reading: Reading) -> str:
    title = reading.document.title
    return title.exact if title else telling(reading).partition("\n")[0]


def _stems(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        low = word.casefold()
        if low[0].isdigit() or (len(low) > 2 and low not in _SMALL):
            yield stem(low)


def _proper(text: str) -> Iterator[str]:
    """Stems of capitalised words that begin no sentence; not of words all in capitals."""
    for found in _WORD.finditer(text):
        word = found[0]
        if not word[0].isupper() or len(word) <= 2 or word.isupper():
            continue
        before = text[max(0, found.start() - 2) : found.start()].strip(" ")
        if before and before[-1] not in _SENTENCE_ENDS and before[-1] != "\n":
            yield stem(word.casefold())


def _names(text: str, local: frozenset[str]) -> Iterator[str]:
    """First and last name, as far as their look tells; names of places are none."""
    for found in _NAME.findall(text):
        low = found.casefold()
        if not local.issuperset(_stems(_WORD.findall(low))):
            yield low


def _ages(text: str) -> Iterator[str]:
    for before, unit, bare, after in _AGE.findall(text):
        age = before or bare or after
        yield _SPELLED.get(age, age) + ("m" if unit == "month" else "")


def _sites(group: Group) -> Iterator[str]:
    for place in group.page.places.values():
        spot = spot_of(place)
        if spot.exact:
            yield spot.key


def _days(group: Group) -> Iterator[int]:
    for moment in group.page.moments.values():
        window = window_of(moment) if moment.date_prec == 1 else None
        if window is not None:
            yield window[0]


def _tolls(claims: Iterable[Claim]) -> Iterator[tuple[Harm, int]]:
    """Exact totals; the parts of a total are no tolls."""
    for count in (n for claim in claims for n in claim.counts):
        if count.low == count.high and count.part_of is None and count.harm in COUNTED:
            yield count.harm, count.low


def _published(reading: Reading) -> int | None:
    value = reading.document.published.value
    try:
        return date.fromisoformat(value[:10]).toordinal() if value else None
    except ValueError:
        return None


def boilerplate_of(readings: Iterable[Reading]) -> frozenset[str]:
    """Lines that stand word for word on pages weeks apart: notices, sign-up forms, teasers.

    A report is copied by others within days; what is still there :data:`LATER` days on, on
    :data:`REPEATED` pages or more, belongs to the site and not to the story.
    """
    days: dict[str, list[int]] = defaultdict(list)
    for reading in readings:
        day = _published(reading)
        if day is None:
            continue
        for line in {line.strip() for line in telling(reading).split("\n")} - {""}:
            days[line].append(day)
    return frozenset(
        line
        for line, found in days.items()
        if len(found) >= REPEATED and max(found) - min(found) >= LATER
    )
