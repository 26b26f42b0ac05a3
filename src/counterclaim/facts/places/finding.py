"""From a page to its places: toponyms that are used as places, each resolved or said not to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.facts.gazetteer import Entry, Gazetteer, fold, skeleton
from counterclaim.facts.places.evidence import Sense
from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.kinds import ADMIN_WORDS, CALLED_AFTER, FACILITY_WORDS, VAGUE_WORDS
from counterclaim.facts.places.reading import Toponym, is_personal, kind_word_of, read_toponyms
from counterclaim.facts.places.tables import LOCAL_INSTITUTIONS
from counterclaim.facts.places.usage import (
    Feature,
    feature_beside,
    in_organisation,
    is_home,
    is_metonymic,
    is_near,
    is_plural,
    is_sited,
    longer_name,
    wider_start,
)
from counterclaim.facts.scopes import ARTICLE, Scopes
from counterclaim.pages import Page
from counterclaim.records import Place, Span, Statement, Unresolved

__all__ = ["FLOOR", "believed", "find_places"]

FLOOR = 0.4
"""Below this score a place is unresolved: a wrong coordinate is worse than none."""

CONTEXT = ARTICLE | {"dateline", "byline"}
"""Kinds of block whose names weigh in; places are given for those that tell the story."""

KNOWN_EVERYWHERE = 150_000
"""People from which a town may be meant without anything else in the page speaking for it."""

KNOWN_WHERE_ONLY = 20_000
"""The same for a town that nothing else is called like; two in three are meant so."""

ONLY = 0.995
"""Share of belief from which no other place of the name counts."""

KNOWN_DIVISION = 4_000_000
"""The same for a division, whose name is oftener a common word ("Littoral", "Central")."""

_SHORTEST_SHOUTED = 4
"""Letters of a name in capitals that is no acronym."""

_HOMES = frozenset({"place", "capital", "admin2"})
"""Kinds of places that have institutions of their own."""


@dataclass(frozen=True)
class _Answer:
    """What is known of one place name in use."""

    start: int
    end: int
    entry: Entry | None
    where_prec: int | None
    score: float
    reason: str


def find_places(
    page: Page, statements: Sequence[Statement], gazetteer: Gazetteer
) -> tuple[list[Place], list[Unresolved]]:
    """Places named in the page's own story, in text order, and what stayed unresolved.

    A place below :data:`FLOOR` has no coordinates and stands in the second list too. States and
    capitals that act ("Moscow said") and names inside those of organisations are no places.
    """
    text = page.document.text
    ranges = [block.span.range for block in page.blocks if block.kind in CONTEXT]
    told = [block.span.range for block in page.blocks if block.kind in ARTICLE]
    setting, toponyms = read_toponyms(text, gazetteer, ranges)
    scopes = Scopes(statements)
    places: list[Place] = []
    unresolved: list[Unresolved] = []
    for answer in _answers(setting, toponyms, gazetteer):
        if not any(start <= answer.start and answer.end <= end for start, end in told):
            continue
        statement = scopes.innermost(answer.start, answer.end)
        place = _place(page, answer, len(places) + 1, statement)
        places.append(place)
        if place.status == "unresolved":
            unresolved.append(_unresolved(page, place, len(unresolved) + 1))
    return places, unresolved


def _answers(
    setting: Setting, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> Iterator[_Answer]:
    """Answers for the toponyms in use as places, in text order."""
    for toponym in toponyms:
        name = setting.names[toponym.at]
        if toponym.use == "demonym":
            continue
        if in_organisation(setting, name):
            home = _home(setting, toponym, gazetteer)
            if home is not None:
                yield home
            continue
        if is_metonymic(setting, toponym) or is_personal(setting, name):
            continue
        if is_plural(setting, toponym):
            continue
        feature = feature_beside(setting, name)
        if toponym.sense is None and feature is None and not is_sited(setting, name):
            continue
        yield _answer(setting, toponym, feature, gazetteer)


def _home(setting: Setting, toponym: Toponym, gazetteer: Gazetteer) -> _Answer | None:
    """The town or county of a local institution called after it; which one may stay open."""
    sense, name = toponym.sense, setting.names[toponym.at]
    if sense is None or not is_home(setting, toponym) or is_personal(setting, name):
        return None
    entry, why = _fitting(setting, toponym, gazetteer)
    score = believed(sense)
    if entry.kind not in _HOMES:
        return None
    grounds = f"{sense.reason}{why}; its own institution goes by it"
    if score < FLOOR:
        if setting.word(name.last) not in LOCAL_INSTITUTIONS:
            return None
        reason = f"below the floor: {entry.name}, {grounds}"
        return _Answer(toponym.start, toponym.end, None, None, score, reason)
    return _Answer(toponym.start, toponym.end, entry, max(entry.where_prec, 2), score, grounds)


def _answer(
    setting: Setting, toponym: Toponym, feature: Feature | None, gazetteer: Gazetteer
) -> _Answer:
    start, end = (feature.start, feature.end) if feature else (toponym.start, toponym.end)
    text = setting.text[start:end]
    if feature is not None and gazetteer.is_user_name(text):
        entry = gazetteer.candidates(text)[0].entry
        return _Answer(start, end, entry, entry.where_prec, 1.0, "name in the user's gazetteer")
    if toponym.sense is None:
        end = end if feature else longer_name(setting, setting.names[toponym.at]) or end
        return _Answer(start, end, None, None, 0.0, "no place of this name is known")
    begins = wider_start(setting, toponym)
    if begins is not None:
        return _Answer(begins, end, None, None, 0.0, "no place of the whole name is known")
    longer = longer_name(setting, setting.names[toponym.at])
    if longer is not None and not _famous(toponym.sense):
        return _Answer(
            toponym.start, longer, None, None, 0.0, "no place of the whole name is known"
        )
    entry, why = _fitting(setting, toponym, gazetteer)
    grounds = toponym.sense.reason + why
    score = believed(toponym.sense)
    if score < FLOOR:
        return _Answer(start, end, None, None, score, f"below the floor: {entry.name}, {grounds}")
    if feature is not None and feature.word in FACILITY_WORDS and entry.kind != "facility":
        return _facility(toponym, feature, entry, score, grounds)
    precision, how = _precision(setting, toponym, feature, entry)
    return _Answer(toponym.start, toponym.end, entry, precision, score, grounds + how)


def _facility(
    toponym: Toponym, feature: Feature, entry: Entry, score: float, grounds: str
) -> _Answer:
    """A point called after a known place: somewhere within 25 km of a town, else nowhere."""
    start, end = feature.start, feature.end
    loose = toponym.sense is not None and toponym.sense.candidate.match == "loose"
    if entry.kind in {"place", "capital"} and (not loose or feature.word in CALLED_AFTER):
        why = f"{feature.word} called after a known place, whose position it is given; {grounds}"
        return _Answer(start, end, entry, 2, score, why)
    return _Answer(start, end, None, None, 0.0, f"a {feature.word} of this name is not known")


def _fitting(setting: Setting, toponym: Toponym, gazetteer: Gazetteer) -> tuple[Entry, str]:
    """The sense's entry, or its namesake of the kind that the words beside the name ask for."""
    if toponym.sense is None:
        raise ValueError("only a toponym with a sense has a fitting entry")
    entry = toponym.sense.entry
    name = setting.names[toponym.at]
    wanted = kind_word_of(setting, name)
    if wanted == "admin1" and entry.kind in {"place", "capital"} and entry.admin:
        for candidate in gazetteer.candidates(entry.admin, country=entry.country):
            if candidate.entry.kind == "admin1":
                return candidate.entry, "; the division that the place lies in"
    if wanted is None and entry.kind in {"admin1", "admin2"}:
        for candidate in name.candidates:
            if _seat(entry, candidate.entry):
                return candidate.entry, "; its division bears the same name"
    return entry, ""


def _seat(division: Entry, place: Entry) -> bool:
    """Whether ``place`` is the town that ``division`` is called after."""
    return (
        place.kind in {"place", "capital"}
        and place.country == division.country
        and (division.kind != "admin1" or place.admin == division.name)
        and abs(place.lat - division.lat) < 3
        and place.population > 0
        and skeleton(fold(place.name)) == skeleton(fold(division.name))
    )


def believed(sense: Sense) -> float:
    """Belief in a sense, lowered where nothing but the name speaks for it.

    The factors are those by which it is right on the corpora of ``benchmarks places``.
    """
    score = sense.score
    if sense.candidate.match == "loose":
        score *= 0.5 if sense.support == 0 else 0.85
    if sense.support == 0 and not _famous(sense):
        only = sense.score >= ONLY and sense.candidate.match == "main"
        score *= 0.6 if only and sense.people >= KNOWN_WHERE_ONLY else 0.35
    return round(score, 4)


def _famous(sense: Sense) -> bool:
    """Whether the place may be meant without anything else speaking for it."""
    entry = sense.entry
    if entry.kind in {"country", "capital", "region", "facility"} or entry.id.startswith("user:"):
        return True
    if sense.candidate.match == "loose" or (
        sense.candidate.match == "alternate" and sense.score < ONLY
    ):
        # Another language's name for a city is as often somebody's, or an unknown place's, own.
        return False
    least = KNOWN_DIVISION if entry.kind in {"admin1", "admin2"} else KNOWN_EVERYWHERE
    return entry.population >= least or sense.people >= KNOWN_EVERYWHERE


def _precision(
    setting: Setting, toponym: Toponym, feature: Feature | None, entry: Entry
) -> tuple[int, str]:
    """UCDP ``where_prec`` of the entry as the words use it, and the ground for it."""
    name = setting.names[toponym.at]
    if feature is not None and feature.word in VAGUE_WORDS and entry.where_prec < 5:
        return 5, f"; the {feature.word}, not the point"
    if entry.where_prec == 1 and is_near(setting, name):
        return 2, "; near it, not in it"
    divisions = [c.entry for c in name.candidates if c.entry.kind == "admin1"]
    ambiguous = kind_word_of(setting, name) is None and any(_seat(d, entry) for d in divisions)
    if entry.where_prec == 1 and ambiguous:
        return 2, "; the town or its division"
    if feature is not None and feature.word in ADMIN_WORDS and entry.where_prec < 3:
        return ADMIN_WORDS[feature.word], f"; the {feature.word} around it"
    return entry.where_prec, ""


def _place(page: Page, answer: _Answer, ordinal: int, statement: Statement | None) -> Place:
    text = page.document.text
    entry = answer.entry
    return Place(
        id=f"{page.document.id}.p{ordinal}",
        document=page.document.id,
        span=Span.of(text, answer.start, answer.end),
        name=entry.name if entry else _called(text[answer.start : answer.end]),
        status="resolved" if entry else "unresolved",
        statement=statement.id if statement else None,
        gazetteer=entry.id if entry else None,
        country=entry.country if entry else None,
        admin=entry.admin if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        where_prec=answer.where_prec,
        score=answer.score,
        reason=answer.reason,
    )


def _called(name: str) -> str:
    """The name as a sentence has it, where a dateline or a headline has it in capitals."""
    return name.title() if name.isupper() and len(name) >= _SHORTEST_SHOUTED else name


def _unresolved(page: Page, place: Place, ordinal: int) -> Unresolved:
    return Unresolved(
        id=f"{page.document.id}.u{ordinal}",
        document=page.document.id,
        span=place.span,
        noun="place",
        reason=place.reason,
    )
