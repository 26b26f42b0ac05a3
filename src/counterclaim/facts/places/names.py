"""Stretches of capitalised words that may be names of places, with what is known of each."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from counterclaim.facts.gazetteer import Candidate, Gazetteer, fold
from counterclaim.facts.places.frames import opens_dateline
from counterclaim.facts.places.kinds import (
    ADMIN_WORDS,
    EXTENSION_WORDS,
    FACILITY_MODIFIERS,
    GENERIC_WORDS,
    OPENING_WORDS,
    SETTLEMENT_WORDS,
)
from counterclaim.facts.places.runs import ARTICLES, Token, runs
from counterclaim.facts.places.tables import (
    COMPASS_SHORT,
    DIRECTIONS,
    METONYMS,
    NOT_PLACES,
    ORGANISATION_WORDS,
    TITLES,
)

__all__ = ["Lookup", "Name", "find_names"]

LONGEST = 6
"""Tokens of the longest name looked up ("Democratic Republic of the Congo" has five)."""

ACRONYM = 5
"""Letters up to which a lone word in capitals is an acronym and no shouted name."""

LOOSE_SIMILARITY = 0.27
"""Candidate score from which a loose match of several words is taken for the name's own."""


_NO_NAMES = frozenset(DIRECTIONS) | frozenset(METONYMS)
_COMMON_NOUNS = (
    frozenset(NOT_PLACES)
    | frozenset(GENERIC_WORDS)
    | frozenset(ORGANISATION_WORDS)
    | frozenset(FACILITY_MODIFIERS)
    | frozenset(TITLES)
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[first, last)`` that may name a place, in the run ``[run_first, run_last)``.

    ``demonym`` is the country code where the words are a demonym; ``candidates`` are the places
    that are called so, best first, and may be empty.
    """

    first: int
    last: int
    run_first: int
    run_last: int
    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...] = ()
    demonym: str | None = None

    @property
    def known(self) -> bool:
        """Whether the gazetteer has the name."""
        return bool(self.candidates)

    @property
    def size(self) -> int:
        """Order of magnitude of the largest place of this name."""
        most = max((c.entry.population for c in self.candidates), default=0)
        return int(math.log10(most + 1))


class Lookup:
    """The gazetteer with a memory of the names of one document."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._seen: dict[str, tuple[Candidate, ...]] = {}

    def __call__(self, name: str) -> tuple[Candidate, ...]:
        """Candidates for ``name``, loose ones too."""
        found = self._seen.get(name)
        if found is None:
            found = tuple(self.gazetteer.candidates(name))
            self._seen[name] = found
        return found


def find_names(text: str, found: list[Token], lookup: Lookup) -> list[Name]:
    """Names in every run of ``found``: demonyms, known names, and what is left between them."""
    names: list[Name] = []
    for first, last in runs(text, found):
        names.extend(_names_of_run(text, found, first, last, lookup))
    return [name for name in names if name.text.lower() not in _NO_NAMES]


def _names_of_run(
    text: str, found: list[Token], first: int, last: int, lookup: Lookup
) -> list[Name]:
    """Longest known names from the left; the rest of the run is unknown names."""
    names: list[Name] = []
    at = rest = first
    while at < last:
        name = _longest(text, found, at, (first, last), lookup)
        if name is None:
            at += 2 if _opens_name(text, found, at, last) else 1
            continue
        name = _extended(text, found, name, lookup)
        names.extend(_unknown(text, found, rest, at, (first, last), lookup))
        names.append(name)
        at = rest = name.last
    names.extend(_unknown(text, found, rest, last, (first, last), lookup))
    return names


def _longest(
    text: str, found: list[Token], at: int, run: tuple[int, int], lookup: Lookup
) -> Name | None:
    """The longest demonym or known name that begins at token ``at``."""
    if not found[at].capital or found[at].text in ARTICLES or _is_direction(text, found, at, run):
        return None
    demonyms = lookup.gazetteer.index.demonyms
    for end in range(min(run[1], at + LONGEST), at, -1):
        if not found[end - 1].capital:
            continue
        start, stop = found[at].start, found[end - 1].end
        words = text[start:stop]
        if words in demonyms:
            return Name(at, end, *run, start, stop, words, (), demonyms[words])
        if end == at + 1 and _ordinary(text, found, at, run, lookup):
            return None
        printed, stop = _abbreviation(text, words, stop, lookup)
        candidates = lookup(printed)
        if candidates and candidates[0].match == "loose" and _joins_two(found, at, end):
            continue
        if end == at + 1 and _opens_name(text, found, at, run[1]):
            return None
        if candidates and _own(candidates, end - at, found[at].text):
            return Name(at, end, *run, start, stop, printed, candidates)
    return None


def _extended(text: str, found: list[Token], name: Name, lookup: Lookup) -> Name:
    """The name with the capitalised word for its kind after it ("Neches River", "Aden Province").

    What the longer name is called in the gazetteer, else the places of the shorter one.
    """
    at = name.last
    if name.demonym or at >= name.run_last or not found[at].capital:
        return name
    if found[at].text.lower() not in EXTENSION_WORDS:
        return name
    end = found[at].end
    words = text[name.start : end]
    candidates = lookup(words)
    if not candidates or candidates[0].match == "loose":
        candidates = _of_kind(name.candidates, found[at].text.lower())
    return replace(name, last=at + 1, end=end, text=words, candidates=candidates)


def _of_kind(candidates: tuple[Candidate, ...], word: str) -> tuple[Candidate, ...]:
    """Candidates that a division's word fits; water and land forms are nobody's namesake."""
    if word in SETTLEMENT_WORDS:
        return tuple(c for c in candidates if c.entry.kind in {"place", "admin2"})
    if word not in ADMIN_WORDS:
        return ()
    kind = "admin1" if ADMIN_WORDS[word] == 4 else "admin2"
    fitting = tuple(c for c in candidates if c.entry.kind == kind)
    return fitting or tuple(c for c in candidates if c.entry.kind in {"admin1", "admin2"})


def _opens_name(text: str, found: list[Token], at: int, last: int) -> bool:
    """Whether token ``at`` makes one name with the next: an unknown "Fort Zarnik" is no Zarnik."""
    if at + 1 >= last or not found[at + 1].capital:
        return False
    joined = text[found[at].end : found[at + 1].start] in {" ", ". "}
    return joined and found[at].text.lower().rstrip(".") in OPENING_WORDS


def _is_direction(text: str, found: list[Token], at: int, run: tuple[int, int]) -> bool:
    """Whether the token is "NE" and the like before a name, and no division after its town."""
    if found[at].text not in COMPASS_SHORT or at + 1 >= run[1] or not found[at + 1].capital:
        return False
    return text[max(0, found[at].start - 2) : found[at].start] != ", "


def _ordinary(text: str, found: list[Token], at: int, run: tuple[int, int], lookup: Lookup) -> bool:
    """Whether a single token is a function word, a generic noun or somebody's acronym."""
    word = found[at].text
    if word in lookup.gazetteer.index.verbatim:
        return False
    if word.lower() in _COMMON_NOUNS:
        return True
    if len(word) > ACRONYM or not word.isupper() or "." in word:
        return False
    if opens_dateline(text, found[at].start, found[at].end):
        return False
    return not any(len(found[k].text) > ACRONYM and found[k].text.isupper() for k in range(*run))


def _abbreviation(text: str, words: str, end: int, lookup: Lookup) -> tuple[str, int]:
    """``words`` with the full stop after it where only so it is an abbreviation ("Ala.")."""
    dotted = words + "."
    if text[end : end + 1] == "." and dotted in lookup.gazetteer.index.verbatim:
        return dotted, end + 1
    return words, end


def _own(candidates: tuple[Candidate, ...], length: int, first: str) -> bool:
    """Whether the first candidate is met plainly, or loosely by a name of several words.

    A function word ("The Zarnik", "At Zarnik" in a headline) is none of them.
    """
    best = candidates[0]
    if first == "The":
        return best.match in ("main", "verbatim", "user")
    if best.match != "loose":
        return True
    return length > 1 and not _stopped(first) and best.score >= LOOSE_SIMILARITY


def _joins_two(found: list[Token], first: int, last: int) -> bool:
    """Whether "and" stands among the tokens: two names, unless somebody is plainly called so."""
    return any(found[at].text == "and" for at in range(first, last))


def _unknown(
    text: str, found: list[Token], first: int, last: int, run: tuple[int, int], lookup: Lookup
) -> list[Name]:
    """The tokens ``[first, last)`` as unknown names: one between each "and" and the next."""
    cuts = [at for at in range(first, last) if found[at].text == "and"]
    parts = zip([first, *(cut + 1 for cut in cuts)], [*cuts, last], strict=True)
    return [
        name
        for low, high in parts
        if (name := _unknown_name(text, found, low, high, run, lookup)) is not None
    ]


def _unknown_name(
    text: str, found: list[Token], first: int, last: int, run: tuple[int, int], lookup: Lookup
) -> Name | None:
    """The tokens ``[first, last)`` as one unknown name, without connectors at its edges."""
    while first < last and (not found[first].capital or _stopped(found[first].text)):
        first += 1
    while last > first and not found[last - 1].capital:
        last -= 1
    if first == last:
        return None
    start, end = found[first].start, found[last - 1].end
    words = text[start:end]
    if not any(c.isalpha() for c in words):
        return None
    loose = lookup(words) if len(fold(words)) > 3 else ()
    if loose and (loose[0].match != "loose" or loose[0].score < LOOSE_SIMILARITY):
        loose = ()
    return Name(first, last, *run, start, end, words, loose)


def _stopped(word: str) -> bool:
    return word.lower() in NOT_PLACES
