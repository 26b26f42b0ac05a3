"""Persons of a page: titles with names, names with occupations after them, names that speak."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.actors.knowledge import Role
from counterclaim.actors.lexicon import joined
from counterclaim.actors.namesakes import is_namesake
from counterclaim.actors.role_phrases import RolePhrase, RolePhrases
from counterclaim.actors.scan import Found, Scanner
from counterclaim.actors.whereabouts import GEOGRAPHIC, PLACE_NOUNS, STREETS
from counterclaim.actors.words import (
    NOT_NAMES,
    NOT_PERSONS,
    PARTICLES,
    SPEAKING,
)

__all__ = ["PersonFound", "find_persons"]


_REACH = 9
"""Tokens after a name within which an apposition must show its role."""
_AT_THE_TIME = frozenset({"then", "now", "currently", "formerly"})
"""Words before the office in an apposition: "Jan Tol, then the commander of …"."""

_HELD = frozenset({"is", "was", "remains", "became"})
"""Verbs before the office in a clause: "Jan Tol, who was spokesman of …"."""

_OVER = re.compile(r"[^.;\n]{0,60}?\b(?:until|till|before (?:he|she) (?:left|retired|resigned))\b")
"""What says after an office that it is held no more."""

_ARTICLE = 5
"""Code points that an article takes with its spaces."""

_MOST_NAMES = 5
_NO_SURNAMES = PLACE_NOUNS | STREETS | NOT_PERSONS
_IN = frozenset({"in", "at", "near", "outside", "around", "inside"})
"""Prepositions after which a name is a place's."""


@dataclass(frozen=True)
class PersonFound:
    """A person's name where it stands, with the role phrases that belong to it."""

    start: int
    end: int
    name: str
    reason: str
    roles: tuple[RolePhrase, ...] = ()

    @property
    def whole(self) -> tuple[int, int]:
        """The name together with its roles."""
        starts = [self.start, *(role.start for role in self.roles)]
        return min(starts), max([self.end, *(role.end for role in self.roles)])


class _Persons:
    """The search over one page."""

    def __init__(self, scanner: Scanner, found: Sequence[Found]) -> None:
        self.text = scanner.text
        self.page = scanner.page
        self.scanner = scanner
        self._roles = RolePhrases(scanner, found)
        self._found = sorted(found, key=lambda mention: mention.end)
        self._found_ends = [mention.end for mention in self._found]

    def run(self) -> Iterator[PersonFound]:
        """Persons in text order."""
        at = 0
        begins = self.scanner.registry.knowledge.roles.begins
        while at < len(self.page):
            token = self.page[at]
            if not token.capital and not begins(token.fold):
                at += 1
                continue
            person, after = self._person(at)
            if person is not None:
                yield person
            at = max(after, at + 1)

    def _person(self, at: int) -> tuple[PersonFound | None, int]:
        """The person whose name or first title begins at token ``at``, and the token after."""
        role = self._roles.role(at)
        if role is not None:
            organ = self.scanner.organ_end(at)
            if organ > self._roles.after(at):
                return None, organ  # "the General Staff" is no general called Staff
            return self._titled(at, role)
        last = self._name_end(at)
        if last is None or last == at:
            return None, at + 1
        reason = self._speaks(at, last)
        roles = self._apposition(last)
        if roles:
            reason = "a name with a role after it"
        if not reason and self._described(at, last):
            reason = "a name after what it is"
        if not reason and self._given(at, last):
            reason = "a given name and a surname"
        if not reason and is_namesake(self.text, self.page[at].start, self.page[last].end):
            reason = "a name that is told apart"
        if not reason:
            return None, at + 1
        return self._made(at, last, reason, roles), last + 1

    def _described(self, first: int, last: int) -> bool:
        """Whether a full name stands after words for a person: "the warden, Oda Arn,".

        What may be a place or an organisation ("the capital, …", "the operator, …") does not count.
        """
        start, end = self.page[first].start, self.page[last].end
        if last == first or self.text[start - 2 : start] != ", " or self._roles.covering(start):
            return False
        if self.text[end : end + 1] not in {",", "."} and self._tail(last) not in SPEAKING:
            return False
        here = first - 1
        while here >= 0 and first - here <= _REACH and not self.page[here].capital:
            token = self.page[here]
            if here < first - 1 and not joined(self.text, token, self.page[here + 1]):
                return False
            if token.fold in {"the", "a", "an", "its", "their", "his", "her"}:
                return not NOT_PERSONS & {t.fold for t in self.page[here + 1 : first]}
            here -= 1
        return False

    def _given(self, first: int, last: int) -> bool:
        """Whether a bare name begins with a given name and has nothing of a place or a body."""
        knowledge = self.scanner.registry.knowledge
        given = self.page[first].fold
        if last == first or given not in knowledge.genders or given in PARTICLES:
            return False
        start, end = self.page[first].start, self.page[last].end
        if start in self.scanner.titled or self._roles.covering(start):
            return False
        if first and self.page[first - 1].capital and self._name_joined(first - 1, first):
            return False
        index = bisect_left(self._found_ends, start + 1)
        if index < len(self._found) and self._found[index].start < end:
            return False
        words = range(first + 1, min(last + 2, len(self.page)))
        return not any(
            self.page[at].fold in _NO_SURNAMES
            or (self.page[at].capital and knowledge.heads.match(self.text, self.page, at))
            for at in words
        )

    def _tail(self, last: int) -> str:
        return self.page[last + 1].fold if last + 1 < len(self.page) else ""

    def _titled(self, at: int, role: Role) -> tuple[PersonFound | None, int]:
        """A name after one or more roles: "spokesman, Major-General Igor Arn"."""
        roles: list[RolePhrase] = []
        here = at
        while self._roles.role(here) is not None:
            after = self._roles.after(here)
            phrase = self._roles.phrase(here)
            if phrase is not None:
                roles.append(phrase)
            following = self._name_start(after, phrase)
            if following is None:
                return None, after
            here = following
        last = self._name_end(here, titled=True)
        if last is None or not self._enough(here, last, roles):
            return None, self._roles.after(at)
        after_roles = self._apposition(last)
        return self._made(here, last, "a name after a title", (*roles, *after_roles)), last + 1

    def _enough(self, first: int, last: int, roles: Sequence[RolePhrase]) -> bool:
        """Whether a name is long enough for what stands between it and its role.

        After a comma or an "of …" a single capitalised word is no safe name.
        """
        if not roles:
            return False
        general = first == last and roles[-1].role.word == "general"
        if general and self._tail(last) in {"of", "for"}:
            return False  # "the General Federation of Workers"
        between = self.text[roles[-1].end : self.page[first].start]
        return last > first or between.strip() in ("", ".")

    def _made(
        self, first: int, last: int, reason: str, roles: tuple[RolePhrase, ...]
    ) -> PersonFound:
        start, end = self.page[first].start, self.page[last].end
        return PersonFound(start, end, " ".join(self.text[start:end].split()), reason, roles)

    # -- names ------------------------------------------------------------------------------

    def _name_end(self, at: int, *, titled: bool = False) -> int | None:
        """The last token of a personal name that begins at token ``at``."""
        if not self._name_word(at, titled=titled):
            return None
        last = at
        for here in range(at + 1, min(at + _MOST_NAMES, len(self.page))):
            if not self._name_joined(here - 1, here):
                break
            if self.page[here].fold in PARTICLES and not self.page[here].capital:
                continue
            if not self._name_word(here, titled=True) or self._roles.role(here) is not None:
                break
            last = here
        covering = self._roles.covering(self.page[at].start)
        if covering and covering.end >= self.page[last].end:
            return None
        return last

    def _name_joined(self, left: int, right: int) -> bool:
        """Whether a space, a hyphen or an initial's full stop joins two tokens to one name."""
        between = self.text[self.page[left].end : self.page[right].start]
        if between in (" ", "-", "'", "’", "\u00a0", "\n"):
            return True
        return between in (". ", ".") and len(self.page[left].text) == 1

    def _name_word(self, at: int, *, titled: bool) -> bool:
        token = self.page[at]
        if not token.capital or not token.text[0].isalpha():
            return False
        if token.text.isupper() and len(token.text) > 1 and not (titled and self._cased(at)):
            return False
        if token.fold in NOT_NAMES and token.fold not in {"may", "will", "august", "god"}:
            return False
        return titled or not (self.scanner.states.first(at) and self._is_common(token.fold))

    def _cased(self, at: int) -> bool:
        """Whether a word in capitals stands outside a line that is all capitals."""
        before = self.page[max(0, at - 1)].text
        return self.page[at].start not in self.scanner.titled or not before.isupper()

    def _is_common(self, word: str) -> bool:
        return word in self.scanner.states.common

    def _speaks(self, first: int, last: int) -> str:
        """Why a bare name is taken for a person's: it stands beside a verb of saying."""
        start = self.page[first].start
        if start in self.scanner.titled or self._roles.covering(start):
            return ""
        if self.page[first].fold in GEOGRAPHIC or (first and self._tail(first - 2) in _IN):
            return ""
        if self._saying(last, last + 1, last + 1):
            return "a name before a verb of saying"
        if self._saying(first - 1, first, first - 1):
            return "a name after a verb of saying"
        following = self.text[self.page[last].end : self.page[last].end + 6]
        if following.startswith(", ") and following[2:4].isdigit():
            return "a name with an age"
        return "a name with who" if following.startswith((", who ", ", whos")) else ""

    def _saying(self, left: int, right: int, verb: int) -> bool:
        """Whether ``verb``, one of two neighbours, is a verb of saying next to the other."""
        if left < 0 or right >= len(self.page) or self.page[verb].fold not in SPEAKING:
            return False
        return joined(self.text, self.page[left], self.page[right])

    # -- roles ------------------------------------------------------------------------------

    def _name_start(self, after: int, phrase: RolePhrase | None) -> int | None:
        """The token where the name or the next title begins, after the role before ``after``."""
        end = phrase.end if phrase else self.page[after - 1].end
        here = bisect_left(self._roles.token_starts, end)
        if here >= len(self.page):
            return None
        between = self.text[end : self.page[here].start]
        return here if between in (" ", ", ", ". ", "\n", "\n ", "\n\n ", ": ") else None

    def _apposition(self, last: int) -> tuple[RolePhrase, ...]:
        """Roles after a name: "Viktor Arn, a senior official of the General Staff"."""
        end = self.page[last].end
        if self.text[end : end + 2] not in (", ", " ("):
            return ()
        for here in range(last + 1, min(last + 1 + _REACH, len(self.page))):
            between = self.text[self.page[here - 1].end : self.page[here].start]
            if here > last + 1 and set(between) & set(',;:.()\n"“”') and between != ". ":
                return ()
            if self._roles.role(here) is not None and self._roles.after(here) > here:
                phrase = self._roles.phrase(here)
                first = last + 1 + (self.page[last + 1].fold in _AT_THE_TIME)
                first += self.page[first].fold == "who" and self.page[first + 1].fold in _HELD
                if phrase is None or phrase.start > self.page[first].end + _ARTICLE:
                    return ()
                over = first > last + 1 and _OVER.match(self.text, phrase.end) is not None
                return (replace(phrase, over=over),)
            if self.page[here].fold in SPEAKING:
                return ()
        return ()


def find_persons(scanner: Scanner, found: Sequence[Found]) -> list[PersonFound]:
    """Persons of the page in text order. ``found`` are its other mentions, in text order."""
    return list(_Persons(scanner, found).run())
