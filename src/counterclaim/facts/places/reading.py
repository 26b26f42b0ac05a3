"""Toponyms of a text: which words name places, how they are used, and which places they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.facts.gazetteer import Entry, Gazetteer, fold
from counterclaim.facts.places.evidence import Sense, Subject
from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.frames import (
    is_held,
    names_agency,
    opens_dateline,
    shown_as_town,
)
from counterclaim.facts.places.given_names import GIVEN_NAMES
from counterclaim.facts.places.kinds import (
    ADMIN_WORDS,
    CALLED_AFTER,
    FACILITY_MODIFIERS,
    FACILITY_WORDS,
    GATHERING_WORDS,
    GENERIC_WORDS,
    OPENING_WORDS,
    POINT_WORDS,
    POLITY_NOUNS,
    SETTLEMENT_WORDS,
)
from counterclaim.facts.places.model import score_names
from counterclaim.facts.places.names import Lookup, Name, find_names
from counterclaim.facts.places.resolution import rank
from counterclaim.facts.places.runs import ARTICLES, tokens
from counterclaim.facts.places.tables import (
    COMPASS,
    DIRECTIONS,
    ORGANISATION_WORDS,
    PERSON_NOUNS,
    SITE_PREPOSITIONS,
    SITE_VERBS,
    TITLES,
    WITHIN,
)

__all__ = ["Toponym", "Use", "is_personal", "kind_after", "read_toponyms", "resolve_names"]

Use = Literal["literal", "demonym"]

_LEADING = frozenset(TITLES) | frozenset(GIVEN_NAMES)
_OF_TOWNS = GENERIC_WORDS | ORGANISATION_WORDS | DIRECTIONS | PERSON_NOUNS
"""Words that stand after a town's name in capitals, as a surname after a given name."""

_LONGEST = 12
"""Words before a surname that can be titles and given names."""

_HOUSES = frozenset(
    "assembly cabinet cabinets congress council court government legislature library parliament "
    "senate september sept".split()
)
"""Where something is said or done that is no place on a map."""

_AFTER_PLACE = re.compile(
    r"\s*(?:[.,;:!?)\"”’]|$)|\n|\s+(?:on|in|at|and|after|before|when|where|while|as|by|was|were|"
    r"had|has|have|killed|left|said|says|that|over|during|last|late|early|yesterday|today|this|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""What may follow the name of a place, and not a name that goes on or stands for a kind."""

_SHORT = 3
"""Letters of a name that may be an acronym written as a word."""

THRESHOLD = -0.3
"""Log-odds from which a name is a toponym; best F1 by cross-validation."""


@dataclass(frozen=True)
class Toponym:
    """A name of a place in a text.

    ``at`` is its number among the names of ``setting``; ``sense`` is ``None`` where no place of
    this name is known. ``odds`` are log-odds of its being a toponym.
    """

    start: int
    end: int
    text: str
    use: Use
    odds: float
    at: int
    sense: Sense | None


def read_toponyms(
    text: str, gazetteer: Gazetteer, ranges: Sequence[tuple[int, int]] | None = None
) -> tuple[Setting, list[Toponym]]:
    """Toponyms of ``text`` within ``ranges`` (default: all of it), in order, and their setting."""
    found = [
        token for start, end in ranges or [(0, len(text))] for token in tokens(text, start, end)
    ]
    names = find_names(text, found, Lookup(gazetteer))
    setting = Setting(text, found, names, gazetteer)
    odds = score_names(setting)
    chosen = [
        at
        for at, name in enumerate(names)
        if name.demonym is not None or odds[at] > THRESHOLD or is_framed(setting, at)
        if not is_polity(setting, name)
    ]
    senses = resolve_names(setting, chosen)
    toponyms = [
        Toponym(
            names[at].start,
            names[at].end,
            names[at].text,
            "demonym" if names[at].demonym else "literal",
            odds[at],
            at,
            sense,
        )
        for at, sense in zip(chosen, senses, strict=True)
    ]
    return setting, toponyms


def is_polity(setting: Setting, name: Name) -> bool:
    """Whether a name is a state's that the gazetteer has only as a town's: "the army of X"."""
    before, noun = setting.words_before(name)
    if before != "of" or noun not in POLITY_NOUNS or name.demonym is not None:
        return False
    kinds = {one.entry.kind for one in name.candidates if one.match != "user"}
    return bool(kinds) and kinds <= {"place"}


def is_framed(setting: Setting, at: int) -> bool:
    """Whether the words around the name ``at`` leave nothing else for it to be, whatever its odds.

    A name of the user's file; the town of a dateline; "the town of X", "in X province", "at the X
    airbase", "north of X"; and a locative before a name with an Arabic article in it that the
    gazetteer has in another spelling.
    """
    name = setting.names[at]
    if setting.is_surname(name) or is_personal(setting, name):
        return False
    if name.candidates and name.candidates[0].match == "user":
        return True
    if _in_dateline(setting, name) or is_held(setting, at):
        return True
    before = setting.words_before(name)
    if _is_unheard(setting, name, before[0]):
        return True
    if before[0] == "of":
        return before[1] in SETTLEMENT_WORDS or before[1] in ADMIN_WORDS or before[1] in COMPASS
    if before[0] in WITHIN and shown_as_town(setting, at) and setting.is_direction(name.first - 1):
        return True
    beside = kind_after(setting, name)
    after = setting.word(beside) if beside is not None else ""
    sited = before[0] in SITE_PREPOSITIONS or before[0] in SITE_VERBS
    if name.last - name.first > 1:
        last = setting.word(name.last - 1)
        if (sited and _is_site(setting, name)) or last in POINT_WORDS & CALLED_AFTER:
            return True
    if after in ADMIN_WORDS or after in SETTLEMENT_WORDS or after in FACILITY_WORDS:
        named = beside is not None and after in POINT_WORDS and _is_point(setting, beside)
        return (sited or named) and (name.known or after not in GATHERING_WORDS)
    return False


def _is_unheard(setting: Setting, name: Name, before: str) -> bool:
    """Whether a name that no table has is that of a place that something is in: "a blast in X"."""
    word = setting.text[name.start : name.end]
    if name.candidates or before not in WITHIN or not word.isalpha() or not word.istitle():
        return False
    if len(word) <= _SHORT or word.lower() in _HOUSES:
        return False
    alone = name.run_first == name.first and name.run_last == name.last
    return alone and _AFTER_PLACE.match(setting.text, name.end) is not None


def kind_after(setting: Setting, name: Name) -> int | None:
    """The token after the name that may tell its kind: "base" in "Zarnik air base"."""
    at = name.last
    while setting.beside(at - 1) and setting.word(at) in FACILITY_MODIFIERS:
        at += 1
    return at if setting.beside(at - 1) else None


def _is_point(setting: Setting, at: int) -> bool:
    """Whether the noun at ``at`` ends a point's name ("Zarnik Air Base"), or what befell it."""
    return setting.tokens[at].capital or setting.word(at + 1) in {"was", "were"}


def _is_site(setting: Setting, name: Name) -> bool:
    """Whether the words of a name say that it is one of a place."""
    if setting.word(name.last - 1) in FACILITY_WORDS or setting.word(name.first) in OPENING_WORDS:
        return True
    return name.known and _has_article(setting, name)


def is_personal(setting: Setting, name: Name) -> bool:
    """Whether a title or given name stands right before the name, or it may be one itself.

    A town called like somebody ("Warren", "San Antonio") is no person on a page that shows it to
    be a town's somewhere ("in Warren", "Warren, Ohio"), unless a surname follows it here.
    """
    low = max(name.run_first, name.first - _LONGEST)
    if any(setting.word(at) in _LEADING for at in range(low, name.first)):
        return True
    edges = setting.word(name.first) in OPENING_WORDS or setting.word(name.last - 1) in POINT_WORDS
    if name.last - name.first > 1 and edges:
        return False
    plain = any(c.match != "loose" for c in name.candidates[:1])
    own = range(name.first, name.first + 1 if plain else name.last)
    if all(setting.word(at) not in _LEADING for at in own):
        return False
    if not plain or not setting.is_town(name):
        return True
    return name.last < name.run_last and setting.word(name.last) not in _OF_TOWNS


def _in_dateline(setting: Setting, name: Name) -> bool:
    """Whether the name is a dateline's town; an unknown one with its division or agency."""
    if not opens_dateline(setting.text, name.start, name.end):
        return False
    return name.known or names_agency(setting.text, name.end)


def _has_article(setting: Setting, name: Name) -> bool:
    return any(setting.word(at) in ARTICLES for at in range(name.first, name.last))


def resolve_names(setting: Setting, chosen: Sequence[int]) -> list[Sense | None]:
    """The sense of each chosen name of ``setting``; a document has one sense of a name.

    A name with a container beside it is a subject of its own, and lends its sense to the bare
    mentions of the same name.
    """
    subjects, of_mention = subjects_of(setting, chosen)
    senses = rank(subjects)
    return [senses[at] for at in of_mention]


def subjects_of(setting: Setting, chosen: Sequence[int]) -> tuple[list[Subject], list[int]]:
    """Subjects of the chosen names, and the subject of each."""
    details = [_details(setting, at) for at in chosen]
    containers: dict[str, tuple[Entry, ...]] = {}
    for at, (_, held_by) in zip(chosen, details, strict=True):
        if held_by:
            containers.setdefault(fold(setting.names[at].text), held_by)
    keys: dict[tuple[str, str | None, tuple[Entry, ...]], list[int]] = {}
    for at, (kind_word, held_by) in zip(chosen, details, strict=True):
        key = fold(setting.names[at].text)
        keys.setdefault((key, kind_word, held_by or containers.get(key, ())), []).append(at)
    subjects: list[Subject] = []
    subject_of: dict[int, int] = {}
    for (_, kind_word, held_by), mentions in keys.items():
        name = setting.names[mentions[0]]
        for at in mentions:
            subject_of[at] = len(subjects)
        subjects.append(Subject(name.candidates, kind_word, held_by, name.demonym, len(mentions)))
    return subjects, [subject_of[at] for at in chosen]


def _details(setting: Setting, at: int) -> tuple[str | None, tuple[Entry, ...]]:
    name = setting.names[at]
    return kind_word_of(setting, name), _container(setting, at)


def kind_word_of(setting: Setting, name: Name) -> str | None:
    """``admin1``, ``admin2`` or ``place`` where a word beside or in the name says its kind."""
    last = setting.word(name.last - 1)
    beside = setting.word(name.last) if setting.beside(name.last - 1) else ""
    of = ""
    if setting.word(name.first - 1) == "of" and setting.beside(name.first - 1):
        of = setting.word(name.first - 2)
    for word in (beside, of, last if name.last - name.first > 1 else ""):
        if word in ADMIN_WORDS:
            return "admin1" if ADMIN_WORDS[word] == 4 else "admin2"
        if word in SETTLEMENT_WORDS and word != last:
            return "place"
    return None


def _container(setting: Setting, at: int) -> tuple[Entry, ...]:
    """States and divisions that the name after a comma or in brackets may be, or "X in Y"."""
    if at + 1 >= len(setting.names):
        return ()
    name, after = setting.names[at], setting.names[at + 1]
    between = setting.text[name.end : after.start]
    if between not in {", ", ",", " (", " in ", " in the ", ", in ", "\u00a0(", ", northern ", ""}:
        return ()
    return tuple(
        c.entry
        for c in after.candidates
        if c.entry.kind in {"country", "admin1"} and c.match in {"main", "verbatim", "alternate"}
    )
