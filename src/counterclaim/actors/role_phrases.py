"""Roles with the words that belong to them: "senior Velmarian army official"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.actors.knowledge import Role
from counterclaim.actors.lexicon import joined
from counterclaim.actors.scan import Found, Scanner
from counterclaim.actors.words import NOT_NAMES, ROLE_MODIFIERS, SPEAKING

__all__ = ["LOCAL_OFFICES", "RolePhrase", "RolePhrases", "speaks_for_himself"]

_OF = frozenset({"for", "of", "at", "in", "to", "with"})
_BEFORE_NAMES = frozenset({"the", "a", "its", "their", "state"})
_PAST = frozenset({"former", "formerly", "ex", "retired", "onetime", "ousted", "late", "once"})
"""Words of an office that somebody holds no more, and in whose name nothing is said now."""

LOCAL_OFFICES = frozenset({"governor", "mayor", "police chief", "prefect", "sheriff"})
"""Offices that a place has one of at a time."""

_OWN_VOICE = frozenset(
    "doctor dr surgeon nurse paramedic medic physician professor prof historian scientist teacher "
    "farmer student seismologist oceanographer passenger patient survivor refugee".split()
)
_FOR_OTHERS = frozenset(
    "spokesman spokeswoman spokesperson head director chief president chairman chairwoman chair "
    "minister general secretary representative officer official coordinator leader".split()
)
_ROLE_WORDS = 4
"""Words of a role's phrase in which its noun stands."""

_LONGEST_PLACE = 3
_LEADING = 2
"""Words of a phrase before its noun among which one of the past is looked for."""

_LONGEST_COMMON = 4
"""Words in small letters that a role is of: "the head of the regional council, …"."""


def speaks_for_himself(role: str | None) -> bool:
    """Whether who has this role is a voice of his own: a surgeon's word is not his hospital's."""
    words = (role or "").casefold().replace(",", " ").split()
    return not _OWN_VOICE.isdisjoint(words[:_ROLE_WORDS]) and _FOR_OTHERS.isdisjoint(words)


@dataclass(frozen=True)
class RolePhrase:
    """A role with what stands before and after it: "senior Velmarian army official".

    ``start`` and ``end`` are code points; ``noun`` is where the role's own words begin;
    ``member_of`` the actor that the phrase names; ``text`` the phrase without its article;
    ``over`` says that the page tells when the office ended.
    """

    start: int
    noun: int
    end: int
    role: Role
    member_of: str | None
    text: str
    over: bool = False

    @property
    def past(self) -> bool:
        """Whether the office was held before: "a former ambassador", "spokesman until May"."""
        words = self.text.casefold().replace("-", " ").split()
        return self.over or not _PAST.isdisjoint(words[: 1 + _LEADING])


class RolePhrases:
    """Reads role phrases of one page. ``found`` are its states and organisations."""

    def __init__(self, scanner: Scanner, found: Sequence[Found]) -> None:
        self.text = scanner.text
        self.page = scanner.page
        self.scanner = scanner
        self.found = found
        self._ends = [mention.end for mention in found]
        self.token_starts = [token.start for token in self.page]

    def role(self, at: int) -> Role | None:
        """The role whose words begin at token ``at``."""
        match = self.scanner.registry.knowledge.roles.match(self.text, self.page, at)
        return match[1] if match else None

    def after(self, at: int) -> int:
        """The token after the role at token ``at``."""
        match = self.scanner.registry.knowledge.roles.match(self.text, self.page, at)
        return match[0] if match else at + 1

    def phrase(self, at: int) -> RolePhrase | None:
        """The role at token ``at`` with the words before and after that belong to it."""
        match = self.scanner.registry.knowledge.roles.match(self.text, self.page, at)
        if match is None:
            return None
        after, role = match
        start, member = self._before(at)
        end = self.page[after - 1].end
        if self.text[end : end + 1] == "." and end - self.page[after - 1].start <= 5:
            end += role.kind in {"officer", "title"}
        complement = self._complement(after)
        if complement is not None:
            end, owner = complement
            member = owner if member is None else member
        return RolePhrase(
            start, self.page[at].start, end, role, member, " ".join(self.text[start:end].split())
        )

    def _before(self, at: int) -> tuple[int, str | None]:
        """Where the phrase of the role at token ``at`` begins, and whose role it is."""
        start = self.page[at].start
        member: str | None = None
        here = at - 1
        while here >= 0 and self._near(here, start):
            mention = self.covering(self.page[here].start)
            if mention is not None:
                start = mention.start
                if member is None or self.scanner.registry.kind(mention.actor) == "state":
                    member = mention.actor
                here = bisect_left(self.token_starts, mention.start) - 1
            elif self.page[here].fold == "s" or self.page[here].fold in ROLE_MODIFIERS:
                if self.page[here].fold not in {"the", "a", "an", "s"}:
                    start = self.page[here].start
                here -= 1
            elif start == self.page[at].start and self._local(here, at):
                start = self.page[here].start
                here -= 1
            else:
                break
        return start, member

    def _local(self, here: int, at: int) -> bool:
        """Whether token ``here`` is the place of the office at ``at``: "Dubrin governor"."""
        role, place = self.role(at), self.page[here]
        if role is None or role.word not in LOCAL_OFFICES or not place.capital:
            return False
        return place.start not in self.scanner.titled and place.fold not in NOT_NAMES

    def _near(self, at: int, start: int) -> bool:
        token, between = self.page[at], self.text[self.page[at].end : start]
        if between == ". " and len(token.text) <= 2:
            return True
        return len(between) <= 3 and not set(between) & set(',;:().\n"“”')

    def _complement(self, after: int) -> tuple[int, str | None] | None:
        """Where "for the Velmarian army" or "of the NHR" after a role ends, and whom it names."""
        if after >= len(self.page) or self.page[after].fold not in _OF:
            return None
        if not joined(self.text, self.page[after - 1], self.page[after]):
            return None
        here = after + 1
        while here < len(self.page) and self.page[here].fold in _BEFORE_NAMES:
            here += 1
        if here >= len(self.page) or here - after > 3:
            return None
        mention = self.covering(self.page[here].start)
        if mention is None:
            return self._place_name(here) or self._common_words(here)
        if mention.start != self.page[here].start:
            return None
        state = self.scanner.registry.kind(mention.actor) == "state"
        sent = state and self.page[after].fold == "to"  # "the ambassador to Velmaria"
        return mention.end, None if sent else mention.actor

    def _place_name(self, at: int) -> tuple[int, None] | None:
        """The end of a capitalised name that is nobody's ("the mayor of Dubrin")."""
        last = at - 1
        while (
            last + 1 < len(self.page) and self.page[last + 1].capital and last < at + _LONGEST_PLACE
        ):
            between = self.text[self.page[last].end : self.page[last + 1].start]
            if last >= at and between not in " -":
                break
            last += 1
        if last < at:
            return None
        whole = self._common_words(last + 1)  # "of Oresh province, …"
        return whole or (self.page[last].end, None)

    def _common_words(self, at: int) -> tuple[int, None] | None:
        """The end of the words in small letters from token ``at`` up to a comma and a name."""
        for here in range(at, min(at + _LONGEST_COMMON, len(self.page) - 1)):
            token, following = self.page[here], self.page[here + 1]
            if (
                token.capital
                or token.fold in SPEAKING
                or not joined(self.text, self.page[here - 1], token)
            ):
                return None
            if self.text[token.end : following.start] == ", ":
                return (token.end, None) if following.capital else None
        return None

    def covering(self, offset: int) -> Found | None:
        """The organisation's mention that holds ``offset``."""
        index = bisect_left(self._ends, offset + 1)
        if index < len(self.found) and self.found[index].start <= offset:
            return self.found[index]
        return None
