"""How a place name is used: as a place, or for a government, an organisation or its people.

Also what the words around it say of precision: "near", "the outskirts of", "X airbase".
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.frames import opens_dateline
from counterclaim.facts.places.given_names import GIVEN_NAMES
from counterclaim.facts.places.kinds import (
    ADMIN_WORDS,
    FACILITY_WORDS,
    GENERIC_WORDS,
    OPENING_WORDS,
    SETTLEMENT_WORDS,
    VAGUE_WORDS,
)
from counterclaim.facts.places.names import Name
from counterclaim.facts.places.reading import Toponym, kind_after
from counterclaim.facts.places.tables import (
    AREA_NOUNS,
    DEEDS_OF_WAR,
    DIRECTIONS,
    INHABITANTS,
    LOCAL_INSTITUTIONS,
    LOCAL_PARTS,
    LOCAL_SEATS,
    LOCATIVES,
    NEAR_NOUNS,
    NEAR_WORDS,
    NOT_PLACES,
    ORGANISATION_WORDS,
    SITE_PREPOSITIONS,
    SITE_VERBS,
    TITLES,
    TREATIES,
    UTTERANCES,
)

__all__ = [
    "Feature",
    "feature_beside",
    "in_organisation",
    "is_home",
    "is_locative",
    "is_metonymic",
    "is_near",
    "is_plural",
    "is_sited",
    "longer_name",
    "wider_start",
]

_OTHER_USE = NOT_PLACES | ORGANISATION_WORDS | GENERIC_WORDS | TITLES | GIVEN_NAMES | DIRECTIONS
_ACTING_KINDS = frozenset({"country", "capital"})
_OF_PLACES = AREA_NOUNS | INHABITANTS | ADMIN_WORDS.keys() | DIRECTIONS | DEEDS_OF_WAR
"""Nouns before "of" and a place."""

_LONGEST = 12
"""Words after a name that can be the rest of an organisation's."""

_SURE = 0.5
"""Belief from which a namesake of a capital is the one that is meant."""


@dataclass(frozen=True)
class Feature:
    """A word for a kind of place beside a name, with the characters ``[start, end)`` of both."""

    word: str
    start: int
    end: int


def in_organisation(setting: Setting, name: Name) -> bool:
    """Whether the name is part of the name of an organisation or of a treaty.

    "Aden Police Department", "the Aden agreement".
    """
    end = min(name.run_last, name.last + _LONGEST)
    following = [setting.word(at) for at in range(name.last, end)]
    if any(word in ORGANISATION_WORDS for word in following):
        return True
    return setting.beside(name.last - 1) and setting.word(name.last) in TREATIES


def is_home(setting: Setting, toponym: Toponym) -> bool:
    """Whether the name is that of the town or division whose own institution goes by it.

    "Aden Police Department" polices Aden; a newspaper, a hotel or a bank of that name need not be
    there. A hospital or a school is where other words of the page speak for the town.
    """
    sense, name = toponym.sense, setting.names[toponym.at]
    if sense is None or name.last == name.run_last or not setting.beside(name.last - 1):
        return False
    if sense.candidate.match not in ("main", "verbatim", "user") and sense.support <= 0:
        return False
    at = name.last
    while at < name.run_last - 1 and setting.word(at) in LOCAL_PARTS:
        at += 1
    word = setting.word(at)
    seat = at > name.last and word in LOCAL_SEATS
    return word in LOCAL_INSTITUTIONS or (seat and sense.support > 0)


def is_locative(setting: Setting, name: Name) -> bool:
    """Whether words before the name put something there ("in X", "north of X", "the city of X")."""
    word, before = setting.words_before(name)
    if not word:
        return opens_dateline(setting.text, name.start, name.end)
    if word == "of":
        if before == "state" and _is_caliphate(setting, name):
            return False
        return before in _OF_PLACES
    if word == "from" and (before in UTTERANCES or _answers(setting, name, before)):
        return False
    return word in LOCATIVES or word in SETTLEMENT_WORDS or word in ADMIN_WORDS


def is_sited(setting: Setting, name: Name) -> bool:
    """Whether something is put there, or done to what stands there ("shelled X")."""
    if is_locative(setting, name):
        return True
    before = setting.words_before(name)[0]
    opens = setting.word(name.first) in OPENING_WORDS and name.last - name.first > 1
    return before in SITE_VERBS or (opens and before in SITE_PREPOSITIONS)


def _is_caliphate(setting: Setting, name: Name) -> bool:
    """Whether the name belongs to that of the Islamic State, the organisation."""
    return any(setting.word(at) == "islamic" for at in range(name.run_first, name.first))


def _answers(setting: Setting, name: Name, before: str) -> bool:
    """Whether something said "came from" the name."""
    if before not in {"came", "come", "comes", "arrived", "was", "is"}:
        return False
    return any(setting.word(at) in UTTERANCES for at in range(name.first - 5, name.first - 1))


def is_metonymic(setting: Setting, toponym: Toponym) -> bool:
    """Whether a state or capital stands for its government ("Washington said", "told Moscow").

    Settlements and divisions are taken literally; states and capitals only where a locative, a
    container or an area noun ("Syria's north") says so.
    """
    name = setting.names[toponym.at]
    kinds = {c.entry.kind for c in name.candidates if c.match != "loose"}
    if not kinds & _ACTING_KINDS or _is_namesake(setting, toponym):
        return False
    if is_locative(setting, name):
        return False
    if _is_container(setting, toponym.at):
        return False
    word = setting.word(name.last)
    if setting.text[name.end : name.end + 1] in {"'", "’"}:
        word = setting.word(name.last + 1) if word == "s" else word
    elif not setting.beside(name.last - 1):
        word = ""
    return not (word in AREA_NOUNS or word in FACILITY_WORDS or word in INHABITANTS)


def _is_namesake(setting: Setting, toponym: Toponym) -> bool:
    """Whether the page's other names say that a town is meant that is called like a capital."""
    sense, name = toponym.sense, setting.names[toponym.at]
    if sense is None or sense.entry.kind in _ACTING_KINDS or name.last < name.run_last:
        return False
    return sense.candidate.match == "main" and sense.support > 0 and sense.score >= _SURE


def _is_container(setting: Setting, at: int) -> bool:
    """Whether the name stands after a smaller place and a comma: "Tripoli, Lebanon"."""
    if not at or setting.text[setting.names[at].start - 2 : setting.names[at].start] != ", ":
        return False
    before = setting.names[at - 1]
    kinds = {c.entry.kind for c in before.candidates}
    return before.end == setting.names[at].start - 2 and bool(kinds - {"country", "region"})


def longer_name(setting: Setting, name: Name) -> int | None:
    """Where the name really ends, if other capitalised words of no known use go on with it.

    "the village of Dol Marrah" is not about a Dol.
    """
    end = name.last
    if end - name.first > 1 and setting.word(end - 1) in ADMIN_WORDS:
        return None
    while end < name.run_last and setting.tokens[end].capital:
        word = setting.word(end)
        if word in _OTHER_USE:
            break
        end += 1
    return setting.tokens[end - 1].end if end > name.last else None


def wider_start(setting: Setting, toponym: Toponym) -> int | None:
    """Where a town's name really begins, if the name found is a state's: "town of West Zarnia"."""
    sense, first = toponym.sense, setting.names[toponym.at].first
    if sense is None or sense.entry.kind not in {"country", "region"}:
        return None
    capital = setting.tokens[first - 1].capital if first else False
    if not (capital and setting.is_direction(first - 1) and setting.beside(first - 1)):
        return None
    before = setting.word(first - 2), setting.word(first - 3)
    return setting.tokens[first - 1].start if _is_town_of(*before) else None


def _is_town_of(word: str, before: str) -> bool:
    return word == "of" and before in SETTLEMENT_WORDS


def is_plural(setting: Setting, toponym: Toponym) -> bool:
    """Whether the name is a region's in the plural without "the": a genitive ("Americas role")."""
    sense, name = toponym.sense, setting.names[toponym.at]
    region = sense is not None and sense.entry.kind == "region" and name.text.endswith("s")
    alone = name.last - name.first == 1
    return region and alone and setting.word(name.first - 1) != "the"


def is_near(setting: Setting, name: Name) -> bool:
    """Whether the words before say "not quite there": "near X", "10 km north of X"."""
    word, before = setting.words_before(name)
    if word in {"of", "from"}:
        return before in NEAR_NOUNS or before in DIRECTIONS
    return word in NEAR_WORDS


def feature_beside(setting: Setting, name: Name) -> Feature | None:
    """A word for a point or area right after the name ("X airbase", "X military airport")."""
    last = setting.word(name.last - 1)
    if name.last - name.first > 1 and last in FACILITY_WORDS:
        return Feature(last, name.start, name.end)
    at = kind_after(setting, name)
    if at is None:
        return None
    word = setting.word(at)
    if word in FACILITY_WORDS or word in VAGUE_WORDS or word in ADMIN_WORDS:
        return Feature(word, name.start, setting.tokens[at].end)
    first = setting.word(name.first - 1)
    if first in {"mount", "mt."} and setting.beside(name.first - 1):
        return Feature("mount", setting.tokens[name.first - 1].start, name.end)
    return None
