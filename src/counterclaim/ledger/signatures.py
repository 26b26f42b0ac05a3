"""By what a page's telling of an incident is known again: words, names, ages, days, who and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.ledger.addresses import address_of
from counterclaim.ledger.boilerplate import Boilerplate, day_of
from counterclaim.ledger.claims import Claim
from counterclaim.ledger.discourse import Group
from counterclaim.ledger.occurrences import Spot, Window, spot_of, window_of
from counterclaim.ledger.rarity import stem
from counterclaim.records import Harm

__all__ = ["Signature", "sign"]

LEAD = 80
"""Words from which a report's lead is told: who, what, where, when."""

POINTS = 5
"""Places looked at for how far apart two pages are."""

PROVINCE = 4
"""UCDP ``where_prec`` of a first-order administrative division."""

_WORD = re.compile(r"[^\W\d_]+|\d(?:[,.:]?\d){0,12}")
_RAISED = re.compile(r"[^\W\d_a-z](?<![^\W\d_].)[^\W\d_]{2,}")
"""A word of three letters or more that does not begin with a small one of ASCII."""

_FIGURE = re.compile(r"\d")
_SMALL = frozenset(
    """the a an of to in on and at by for with was were is are be been he she it his her they
    their that this who from as had has have after said says not but or when where which into out
    up will would there than then also one him them more about over""".split()
)
_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_AGE = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ](year|month)s?[- ]old"
    r"|(?:,|\() ?(\d{1,2})(?:,|\)|;|\.)|\b[Aa]ged? (\d{1,2})\b"
)
"""Age of a person: "a 19-year-old", "Ana Ruiz, 34,", "aged 34"."""

_CLOCK = re.compile(r"\b(\d{1,2}(?::\d\d)?)\s?([ap])\.?m\b")
_NAME = r"(?:[A-Z][\w'’-]{1,30} |[A-Z]\. ){1,3}[A-Z][\w'’-]{1,30}"
_AGED = re.compile(
    rf"({_NAME})(?:, (?:aged? )?| aged | \()\d{{1,2}}\b|\b\d{{1,2}}[- ]year[- ]old ({_NAME})"
)
"""Somebody's name with an age: "Ana Ruiz, 34", "Ana Ruiz (34)", "34-year-old Ana Ruiz"."""


SETTINGS: dict[str, frozenset[str]] = {
    setting: frozenset(words.split())
    for setting, words in {
        "woman": "girl girls woman women mother wife daughter girlfriend grandmother sister",
        "child": "child children toddler baby infant boy boys girl girls kid kids pupil pupils",
        "police": "officer officers deputy deputies trooper policeman policemen policewoman",
        "soldier": "soldier soldiers troops army military",
        "accident": "accident accidental accidentally unintentional unintentionally mistake",
        "oneself": "himself herself themselves suicide",
        "bar": "club nightclub bar lounge restaurant cafe",
        "party": "party wedding festival concert funeral vigil",
        "vehicle": "drive-by car vehicle bus truck lorry convoy",
        "school": "student students school university college pupil pupils campus",
        "worship": "church mosque temple synagogue",
        "market": "market bazaar shop store mall",
        "aircraft": "aircraft jet jets warplane warplanes helicopter drone drones",
        "bomb": "bomb bombs bombing explosion blast explosives",
        "shell": "shell shells shelling mortar artillery rocket rockets",
    }.items()
}
"""Kinds of people, places and means by which one act is told from another. Own list."""

_SETTINGS_OF: dict[str, tuple[str, ...]] = {
    word: tuple(kind for kind, words in SETTINGS.items() if word in words)
    for word in sorted(frozenset().union(*SETTINGS.values()))
}
_TOKEN = re.compile(r"[\w-]+")
_SENTENCE_ENDS = frozenset('.!?"“”:')

COUNTED: frozenset[Harm] = frozenset({"killed", "injured"})


@dataclass(frozen=True, slots=True)
class Signature:
    """What a page may share with another that tells of the same.

    Attributes:
        terms: stems and numbers, and how often each stands there; ``lead`` those of the title, the
            address and the first :data:`LEAD` words; ``proper`` those written with a capital
            inside a sentence.
        title: stems of the page's title; ``numbers`` the numbers in it below 100, in digits.
        persons: stems of the last names of people whose age is told.
        ages: as written in digits, months marked; ``clocks`` times of day.
        settings: how often each of :data:`SETTINGS` is named.
        sites: keys of places no wider than a district; ``points`` where they and wider ones up to
            a province are (degrees), at most :data:`POINTS`.
        days: ordinals of the exact days named; ``windows`` those on which it is said to have
            happened.
        tolls: exact totals of people killed and injured.
        modes: kinds of violence told of (PLOVER modes); ``actors`` and ``recipients`` the parties
            that are said to have done it and to have had it done to them; ``spots`` where.
        published: ordinal of the day of publication.
        host: of the page's address, ``""`` where it has none.
        length: words in all.
    """

    terms: Mapping[str, int]
    lead: frozenset[str]
    proper: frozenset[str]
    title: frozenset[str]
    numbers: frozenset[str]
    persons: frozenset[str]
    ages: frozenset[str]
    clocks: frozenset[str]
    settings: Mapping[str, int]
    sites: frozenset[str]
    points: tuple[tuple[float, float], ...]
    days: frozenset[int]
    windows: frozenset[Window]
    tolls: frozenset[tuple[Harm, int]]
    modes: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    spots: tuple[Spot, ...]
    published: int | None
    host: str
    length: int


def sign(group: Group, boilerplate: Boilerplate) -> Signature:
    """The signature of a page, of which ``group`` is the main group."""
    page = group.page
    text = boilerplate.told(page.reading)
    figures = _with_figures(text)
    title = boilerplate.title(page.reading)
    host, address = address_of(page.reading.document.url)
    words = _WORD.findall(text)
    stems, of_address = _stems(words), _stems(address)
    of_title = _stems(_WORD.findall(title))
    low = _TOKEN.findall(text.casefold())
    return Signature(
        terms=Counter([*stems, *of_address]),
        lead=frozenset([*of_title, *stems[:LEAD], *of_address]),
        proper=frozenset(_proper(text)),
        title=frozenset(of_title),
        numbers=frozenset(_numbers(title)),
        persons=frozenset(_persons(figures)),
        ages=frozenset(_ages(figures)),
        clocks=frozenset("".join(found) for found in _CLOCK.findall(text)),
        settings=Counter(
            kind for word in low if word in _SETTINGS_OF for kind in _SETTINGS_OF[word]
        ),
        sites=frozenset(_sites(group)),
        points=tuple(_points(group)),
        days=frozenset(_days(group)),
        windows=frozenset(group.marks.windows),
        tolls=frozenset(_tolls(page.claims)),
        modes=frozenset(group.marks.modes),
        actors=frozenset(group.marks.actors),
        recipients=frozenset(group.marks.recipients),
        spots=tuple(group.marks.spots.values()),
        published=day_of(page.reading),
        host=host,
        length=len(words),
    )


def _stems(words: Iterable[str]) -> list[str]:
    return [found for word in words if (found := _telling(word))]


@lru_cache(1 << 14)
def _telling(word: str) -> str:
    """The stem of a word that may tell of something, nothing of others."""
    low = word.casefold()
    return stem(low) if low[0].isdigit() or (len(low) > 2 and low not in _SMALL) else ""


def _with_figures(text: str) -> str:
    """The lines that hold a figure or the end of "six years old"; ages and streets have one."""
    return "\n".join(
        [line for line in text.split("\n") if "old" in line or _FIGURE.search(line) is not None]
    )


def _proper(text: str) -> Iterator[str]:
    """Stems of capitalised words that begin no sentence; not of words all in capitals."""
    for found in _RAISED.finditer(text):
        word = found[0]
        if not word[0].isupper() or word.isupper():
            continue
        before = text[max(0, found.start() - 2) : found.start()].strip(" ")
        if before and before[-1] not in _SENTENCE_ENDS and before[-1] != "\n":
            yield stem(word.casefold())


def _numbers(title: str) -> Iterator[str]:
    for word in _TOKEN.findall(title.casefold()):
        number = _SPELLED.get(word, word)
        if number.isdigit() and len(number) <= 2:
            yield number


def _persons(text: str) -> Iterator[str]:
    for before, after in _AGED.findall(text):
        last = (before or after).rpartition(" ")[2].casefold()
        if len(last) > 2:
            yield stem(last)


def _ages(text: str) -> Iterator[str]:
    for before, unit, bare, after in _AGE.findall(text):
        age = before or bare or after
        yield _SPELLED.get(age, age) + ("m" if unit == "month" else "")


def _sites(group: Group) -> Iterator[str]:
    for place in group.page.places.values():
        spot = spot_of(place)
        if spot.exact:
            yield spot.key


def _points(group: Group) -> list[tuple[float, float]]:
    spots = map(spot_of, group.page.places.values())
    found = {
        (spot.lat, spot.lon): None
        for spot in spots
        if spot.lat is not None and spot.lon is not None and spot.prec <= PROVINCE
    }
    return list(found)[:POINTS]


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
