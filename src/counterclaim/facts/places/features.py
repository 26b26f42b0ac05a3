"""What speaks for and against a capitalised name being a place, as named features.

The features are general: kind and size of the places called so, the words and marks beside the
name, and what the rest of the document shows of the same word (a surname elsewhere, a place frame
elsewhere). Their weights are learned; see ``training/toponyms.py``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from counterclaim.facts.gazetteer import Gazetteer, fold
from counterclaim.facts.places.frames import town_names
from counterclaim.facts.places.given_names import GIVEN_NAMES
from counterclaim.facts.places.kinds import ADMIN_WORDS, GENERIC_WORDS, POINT_WORDS
from counterclaim.facts.places.names import Name
from counterclaim.facts.places.runs import Token
from counterclaim.facts.places.tables import (
    COMPASS_SHORT,
    DIRECTIONS,
    ORGANISATION_WORDS,
    PERSON_NOUNS,
    PLACE_PREPOSITIONS,
    STREET_WORDS,
    TITLES,
)

__all__ = ["Setting", "features"]

_ENDS = frozenset('.!?\n\r"“”:;…•|')
_GAPS = frozenset({" ", "-", "\u00a0", "–"})
_LISTING = frozenset({", ", " and ", ", and "})
_AREA_KINDS = frozenset({"country", "admin1"})


class Setting:
    """One document's tokens and names, and what its other words tell of each name."""

    def __init__(
        self, text: str, found: list[Token], names: list[Name], gazetteer: Gazetteer
    ) -> None:
        self.text = text
        self.tokens = found
        self.names = names
        self.common = gazetteer.index.common
        self._words = [token.text.lower() for token in found]
        self._beside = [
            text[one.end : other.start] in _GAPS for one, other in itertools.pairwise(found)
        ]
        self._surnames: set[str] = set()
        self._framed: dict[str, int] = {}
        for name in names:
            self._observe_frame(name)
        whole = {
            (name.run_first, name.run_last)
            for name in names
            if (name.first, name.last) == (name.run_first, name.run_last)
            and name.candidates
            and name.candidates[0].match != "loose"
            and fold(name.text) in self._framed
        }
        # Once a run, not once a name in it: a run of names may be as long as the page.
        for first, last in {(name.run_first, name.run_last): None for name in names}:
            if (first, last) not in whole:
                self._observe_run(first, last)
        self._towns = frozenset(town_names(self))
        self._listed = self._in_lists()

    def _observe_frame(self, name: Name) -> None:
        """Note a name after a place preposition."""
        before = self.word(name.first - 1) if self.beside(name.first - 1) else ""
        if before in PLACE_PREPOSITIONS:
            self._framed[fold(name.text)] = self._framed.get(fold(name.text), 0) + 1

    def _observe_run(self, first: int, last: int) -> None:
        """Note the last word of a run of capitals as a surname if a title or given name leads."""
        if self._words[last - 1] in ADMIN_WORDS or self._words[last - 1] in POINT_WORDS:
            return
        if any(word in GIVEN_NAMES or word in TITLES for word in self._words[first : last - 1]):
            self._surnames.add(self._words[last - 1])

    def _in_lists(self) -> frozenset[int]:
        """Starts of the names that stand in a list behind one after a place preposition."""
        listed: set[int] = set()
        for before, name in itertools.pairwise(self.names):
            first = self.words_before(before)[0] in PLACE_PREPOSITIONS or before.start in listed
            if first and self.text[before.end : name.start] in _LISTING:
                listed.add(name.start)
        return frozenset(listed)

    def word(self, at: int) -> str:
        """Token ``at`` in lower case, empty outside the text."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def beside(self, at: int) -> bool:
        """Whether only one space or hyphen stands between the tokens ``at`` and ``at + 1``."""
        return 0 <= at < len(self._beside) and self._beside[at]

    def words_before(self, name: Name) -> tuple[str, str]:
        """The two words before the name, nearest first, without "the" and compass adjectives.

        Empty where a mark or a line break stands between.
        """
        at = name.first - 1
        while self.beside(at) and (self.word(at) == "the" or self.is_direction(at)):
            at -= 1
        if not self.beside(at):
            return "", ""
        return self.word(at), self.word(at - 1) if self.beside(at - 1) else ""

    def is_direction(self, at: int) -> bool:
        """Whether token ``at`` is a compass adjective: "northern", "NE"."""
        return self.word(at) in DIRECTIONS or (
            0 <= at < len(self.tokens) and self.tokens[at].text in COMPASS_SHORT
        )

    def is_town(self, name: Name) -> bool:
        """Whether some mention of the same name shows it to be a town's."""
        return fold(name.text) in self._towns

    def is_listed(self, name: Name) -> bool:
        """Whether the name stands in a list of places: "in Zarnik, Dol and Marrah"."""
        return name.start in self._listed

    def is_surname(self, name: Name) -> bool:
        """Whether somebody in the document bears the name's last word as a surname."""
        return self._words[name.last - 1] in self._surnames

    def framed_elsewhere(self, name: Name, here: bool) -> bool:
        """Whether the same name stands after a place preposition in another sentence."""
        return self._framed.get(fold(name.text), 0) > int(here)


def features(setting: Setting, at: int) -> Iterator[str]:
    """Features of ``setting.names[at]``."""
    name = setting.names[at]
    yield "bias"
    yield from _of_name(setting, name)
    yield from _before(setting, name)
    yield from _after(setting, name)
    yield from _pairs(setting, at)
    yield from _of_document(setting, name)


def _of_name(setting: Setting, name: Name) -> Iterator[str]:
    words = name.text
    yield f"tokens={min(name.last - name.first, 4)}"
    if words.isupper() and len(words) > 4:
        yield "shouted"
    if any(word in GIVEN_NAMES for word in fold(words).split()):
        yield "given"
    last = setting.word(name.last - 1)
    if name.last - name.first > 1:
        yield "ends:" + _class_of(last)
        yield "begins:" + _class_of(setting.word(name.first))
    best = name.candidates[0] if name.candidates else None
    if best is None:
        yield "unknown"
        return
    kinds = {c.entry.kind for c in name.candidates if c.match != "loose"}
    yield f"match={best.match}"
    yield f"size={name.size},{best.match == 'loose'}"
    for kind in sorted(kinds):
        yield f"kind={kind}"
    if fold(words) in setting.common:
        yield "common"
        if _starts_sentence(setting, name):
            yield "common&start"


def _class_of(word: str) -> str:
    """What kind of word stands beside or inside a name."""
    if word in TITLES:
        return "title"
    if word in GIVEN_NAMES:
        return "given"
    if word in STREET_WORDS:
        return "street"
    if word in GENERIC_WORDS:
        return word
    if word in ORGANISATION_WORDS:
        return "organisation"
    if word in DIRECTIONS:
        return "direction"
    if len(word) == 1:
        return "initial"
    if word.isdigit():
        return "number"
    return "other"


def _starts_sentence(setting: Setting, name: Name) -> bool:
    before = setting.text[max(0, name.start - 3) : name.start].rstrip(" ")
    return not before or before[-1] in _ENDS


def _before(setting: Setting, name: Name) -> Iterator[str]:
    state = "known" if name.candidates else "unknown"
    at = name.first - 1
    if at >= name.run_first and setting.tokens[at].capital:
        yield f"before:{_class_of(setting.word(at))}"
        yield f"before={setting.word(at)}"
        yield f"before:capital,{state}"
    elif setting.beside(at):
        word = setting.word(at)
        yield f"prev={word}"
        if word in PLACE_PREPOSITIONS:
            yield f"preposition,{state}"
        if word in {"the", "of"}:
            yield f"prev={setting.word(at - 1)} {word}"
    elif _starts_sentence(setting, name):
        yield f"start,{state}"
    else:
        yield f"mark={setting.text[max(0, name.start - 2) : name.start].strip()[-1:]}"


def _after(setting: Setting, name: Name) -> Iterator[str]:
    state = "known" if name.candidates else "unknown"
    at = name.last
    mark = setting.text[name.end : name.end + 2]
    if mark[:1] in {"'", "’"}:
        yield f"possessive,{state}"
    if at < name.run_last and setting.tokens[at].capital:
        yield f"after:{_class_of(setting.word(at))}"
        yield f"after={setting.word(at)}"
        yield f"after:capital,{state}"
    elif setting.beside(at - 1):
        word = setting.word(at)
        yield f"next={word}"
        if word in GENERIC_WORDS:
            yield f"next:generic,{state}"
        if word in PERSON_NOUNS:
            yield f"next:people,{state}"
    else:
        yield f"mark after={mark[:1]}"


def _pairs(setting: Setting, at: int) -> Iterator[str]:
    """Pairs "X, Y" where Y is a state or division, from the side of X and of Y."""
    name = setting.names[at]
    after = setting.names[at + 1] if at + 1 < len(setting.names) else None
    if after is not None and _comma(setting, name, after):
        yield f"comma,{_area(after)}"
    before = setting.names[at - 1] if at else None
    if before is not None and _comma(setting, before, name):
        yield f"after comma,{_area(name)},{bool(before.candidates)}"
    if _area(name):
        yield "area"


def _comma(setting: Setting, left: Name, right: Name) -> bool:
    return setting.text[left.end : right.start] in {", ", ",", " (", ". , "}


def _area(name: Name) -> bool:
    return any(c.entry.kind in _AREA_KINDS and c.match != "loose" for c in name.candidates[:3])


def _of_document(setting: Setting, name: Name) -> Iterator[str]:
    state = "known" if name.candidates else "unknown"
    if setting.is_surname(name):
        yield f"surname,{state}"
        if _area(name):
            yield "surname&area"
    here = setting.beside(name.first - 1) and setting.word(name.first - 1) in PLACE_PREPOSITIONS
    if setting.framed_elsewhere(name, here):
        yield f"framed,{state}"
    if setting.is_town(name):
        yield "town"
    if setting.is_listed(name):
        yield f"listed,{state}"
