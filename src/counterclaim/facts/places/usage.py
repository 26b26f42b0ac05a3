"""How a place name is used: as a place, or for a government, an organisation or its people.

Also what the words around it say of precision: "near", "the outskirts of", "X airbase".
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.given_names import GIVEN_NAMES
from counterclaim.facts.places.names import Name
from counterclaim.facts.places.reading import Toponym
from counterclaim.facts.places.tables import (
    ADMIN_WORDS,
    AREA_NOUNS,
    DIRECTIONS,
    FACILITY_MODIFIERS,
    FACILITY_WORDS,
    GENERIC_WORDS,
    INHABITANTS,
    LOCAL_INSTITUTIONS,
    LOCAL_PARTS,
    LOCATIVES,
    NEAR_NOUNS,
    NEAR_WORDS,
    NOT_PLACES,
    ORGANISATION_WORDS,
    SETTLEMENT_WORDS,
    TITLES,
    TREATIES,
    UTTERANCES,
    VAGUE_WORDS,
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
    "longer_name",
]

_OTHER_USE = NOT_PLACES | ORGANISATION_WORDS | GENERIC_WORDS | TITLES | GIVEN_NAMES | DIRECTIONS
_ACTING_KINDS = frozenset({"country", "capital"})
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
    following = [setting.word(at) for at in range(name.last, name.run_last)]
    if any(word in ORGANISATION_WORDS for word in following):
        return True
    return setting.beside(name.last - 1) and setting.word(name.last) in TREATIES


def is_home(setting: Setting, toponym: Toponym) -> bool:
    """Whether the name is that of the town or division whose own institution goes by it.

    "Aden Police Department" polices Aden, as a newspaper, a hospital or a school of that name need
    not be there.
    """
    sense, name = toponym.sense, setting.names[toponym.at]
    if sense is None or name.last == name.run_last or not setting.beside(name.last - 1):
        return False
    if sense.candidate.match not in ("main", "verbatim", "user") and sense.support <= 0:
        return False
    words = [setting.word(at) for at in range(name.last, min(name.last + 2, name.run_last))]
    return words[0] in LOCAL_INSTITUTIONS or (words[0] in LOCAL_PARTS and len(words) == 2)


def is_locative(setting: Setting, name: Name) -> bool:
    """Whether words before the name put something there ("in X", "north of X", "the city of X")."""
    word, before = setting.words_before(name)
    if not word:
        return _dateline(setting, name)
    if word == "of":
        return before in AREA_NOUNS or before in DIRECTIONS or before in ADMIN_WORDS
    if word == "from" and (before in UTTERANCES or _answers(setting, name, before)):
        return False
    return word in LOCATIVES or word in SETTLEMENT_WORDS or word in ADMIN_WORDS


def _answers(setting: Setting, name: Name, before: str) -> bool:
    """Whether something said "came from" the name."""
    if before not in {"came", "come", "comes", "arrived", "was", "is"}:
        return False
    return any(setting.word(at) in UTTERANCES for at in range(name.first - 5, name.first - 1))


def _dateline(setting: Setting, name: Name) -> bool:
    """Capitals at the start of a line, before an agency's name in brackets or a dash."""
    first = setting.tokens[name.first]
    before = setting.text[max(0, first.start - 1) : first.start]
    after = setting.text[name.end : name.end + 40]
    opens = after.lstrip(" ,")[:1] in {"(", "—", "–"} or after.startswith((" - ", " -- "))
    return before in {"", "\n", "\r"} and opens and setting.text[name.start : name.end].isupper()


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
    at = name.last
    last = setting.word(name.last - 1)
    if name.last - name.first > 1 and last in FACILITY_WORDS:
        return Feature(last, name.start, name.end)
    while setting.beside(at - 1) and setting.word(at) in FACILITY_MODIFIERS:
        at += 1
    if not setting.beside(at - 1):
        return None
    word = setting.word(at)
    if word in FACILITY_WORDS or word in VAGUE_WORDS or word in ADMIN_WORDS:
        return Feature(word, name.start, setting.tokens[at].end)
    first = setting.word(name.first - 1)
    if first in {"mount", "mt."} and setting.beside(name.first - 1):
        return Feature("mount", setting.tokens[name.first - 1].start, name.end)
    return None
