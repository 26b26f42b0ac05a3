"""Toponyms of a text: which words name places, how they are used, and which places they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.facts.gazetteer import Entry, Gazetteer, fold
from counterclaim.facts.places.evidence import Sense, Subject
from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.given_names import GIVEN_NAMES
from counterclaim.facts.places.model import score_names
from counterclaim.facts.places.names import Lookup, Name, find_names
from counterclaim.facts.places.resolution import rank
from counterclaim.facts.places.runs import ARTICLES, tokens
from counterclaim.facts.places.tables import (
    ADMIN_WORDS,
    COMPASS,
    FACILITY_WORDS,
    GATHERING_WORDS,
    SETTLEMENT_WORDS,
    SITE_PREPOSITIONS,
    TITLES,
)

__all__ = ["Toponym", "Use", "is_personal", "read_toponyms", "resolve_names"]

Use = Literal["literal", "demonym"]

_LEADING = frozenset(TITLES) | frozenset(GIVEN_NAMES)

_DATELINE = re.compile(
    r"(?:\A|[\r\n])[A-Z][A-Z .'’-]{2,40}, [A-Z][A-Za-z. ]{1,24}"
    r"(?:\([^()\n]{1,40}\) ?)?(?:--|[-–—]) ?"
)
"""A line's first town in capitals with its division, before the text: "ZARNIK, Tol. (Wire) --"."""

_INSIDE = frozenset({"in", "near", "outside", "inside"})
"""Prepositions that no person's name follows; "from Jordan" and "at Warren" may be of people."""

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
        if name.demonym is not None or odds[at] > THRESHOLD or is_framed(setting, name)
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


def is_framed(setting: Setting, name: Name) -> bool:
    """Whether the words around the name leave nothing else for it to be, whatever its odds.

    A name of the user's file; the town of a dateline; "the town of X", "in X province", "at the X
    airbase", "north of X"; and a locative before a name with an Arabic article in it that the
    gazetteer has in another spelling.
    """
    if setting.is_surname(name) or is_personal(setting, name):
        return False
    if name.candidates and name.candidates[0].match == "user":
        return True
    if name.known and _DATELINE.match(setting.text, max(0, name.start - 1)):
        return True
    before = setting.words_before(name)
    if before[0] == "of":
        return before[1] in SETTLEMENT_WORDS or before[1] in ADMIN_WORDS or before[1] in COMPASS
    after = setting.word(name.last) if setting.beside(name.last - 1) else ""
    last = setting.word(name.last - 1)
    named = last in FACILITY_WORDS or (name.known and _has_article(setting, name))
    if before[0] in SITE_PREPOSITIONS and name.last - name.first > 1 and named:
        return True
    if after in ADMIN_WORDS or after in SETTLEMENT_WORDS or after in FACILITY_WORDS:
        return before[0] in SITE_PREPOSITIONS and (name.known or after not in GATHERING_WORDS)
    return False


def is_personal(setting: Setting, name: Name) -> bool:
    """Whether a title or given name stands right before the name, or it may be one itself.

    A town called like somebody ("Warren", "San Antonio") is no person where its words or those
    around it say so: "Warren County", "Warren, Ohio", "in Warren".
    """
    if any(setting.word(at) in _LEADING for at in range(name.run_first, name.first)):
        return True
    plain = any(c.match != "loose" for c in name.candidates[:1])
    own = range(name.first, name.first + 1 if plain else name.last)
    if all(setting.word(at) not in _LEADING for at in own):
        return False
    return not (plain and _is_placed(setting, name))


def _is_placed(setting: Setting, name: Name) -> bool:
    """Whether a name that may be somebody's stands as a town's or division's does."""
    if name.last - name.first > 1 and setting.word(name.last - 1) in ADMIN_WORDS:
        return True
    after = setting.text[name.end : name.end + 2]
    held = after == ", " and setting.text[name.end + 2 : name.end + 3].isupper()
    if held and _is_division(setting, name):
        return True
    alone = name.first == name.run_first and name.last == name.run_last
    return alone and setting.words_before(name)[0] in _INSIDE and not setting.is_surname(name)


def _is_division(setting: Setting, name: Name) -> bool:
    """Whether the next name, after a comma, is a state's or a division's that holds this one."""
    held_by = next((n for n in setting.names if n.start == name.end + 2), None)
    if held_by is None:
        return False
    kinds = {c.entry.kind for c in held_by.candidates if c.match in ("main", "verbatim")}
    return bool(kinds & {"country", "admin1"})


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
