"""What is known of one page while its mentions are resolved: names, sentences, who spoke where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.actors.knowledge import Organ, Role
from counterclaim.actors.lexicon import Token, tokens
from counterclaim.actors.people import Person
from counterclaim.actors.scan import Found, Scanner
from counterclaim.actors.words import PREPOSITIONS
from counterclaim.records import ActorKind

__all__ = [
    "DETERMINERS",
    "IMPERSONAL_REACH",
    "PERSONAL_REACH",
    "SPLIT",
    "Resolution",
    "Scene",
    "role_word",
    "unresolved",
]


@dataclass(frozen=True)
class Resolution:
    """Who is meant, of what kind, and by which rule. ``actor`` is ``None`` where unresolved."""

    actor: str | None
    kind: ActorKind
    reason: str


def unresolved(reason: str) -> Resolution:
    """Nobody, and why."""
    return Resolution(None, "unknown", reason)


_APPOSED = re.compile(
    r",? (?:the|a|an) (?:[\w-]+ ){0,4}?(?P<noun>[\w-]{3,})(?=[,.;]| (?:which|that|who|of|in|for)\b)"
)
_BEFORE = re.compile(
    r"(?:\b(?:the|an?|its|their|state|aid|rights|relief|rebel|trade|shipping|local|foreign|"
    r"medical) )?(?P<noun>charity|company|firm|operator|airline|carrier|utility|contractor|"
    r"station|channel|"
    r"newspaper|daily|weekly|agency|broadcaster|union|hospital|movement|militia|party|watchdog|"
    r"group|organisation|organization|brewery|insurer|manufacturer|monitor|network|website),? $"
)
"""A noun right before the name of what it describes: "the airline Tolmair"."""

_BEFORE_REACH = 40

_RECENT = 150
"""Mentions, and statements, back to which "the ministry" may go."""
PERSONAL_REACH = 1500
"""Code points back within which he or she is looked for."""
IMPERSONAL_REACH = 700
"""The same for it, they, "the statement" and "the ministry"."""
DETERMINERS = frozenset("the a an its their his her this that one another".split())
"""Words that begin a noun phrase and are no part of a name."""

SPLIT = re.compile(r",|;|\bwho\b|\bwhich\b|\bwhose\b|\bthat\b|\bciting\b|\bquoting\b|\(")
"""Where the head of a noun phrase ends at the latest."""


class Scene:
    """The page as resolving sees it. ``history`` is who spoke where, in text order."""

    def __init__(
        self,
        scanner: Scanner,
        people: Mapping[str, Person],
        mentions: Sequence[Found],
        sentences: Sequence[tuple[int, int]],
        own_voice: Callable[[], str],
    ) -> None:
        self.own_voice = own_voice
        self.scanner = scanner
        self.registry = scanner.registry
        self.text = scanner.text
        self.people = people
        self.mentions = mentions
        self.sentences = sentences
        self.starts = [mention.start for mention in mentions]
        self.sentence_starts = [start for start, _ in sentences]
        self.history: list[tuple[int, str]] = []
        self.described = self._descriptions()
        self.unnamed: set[tuple[int, str]] = set()

    def _descriptions(self) -> dict[str, set[str]]:
        """What actors are said to be: "Havrin Works, the operator," makes it "the operator"."""
        found: dict[str, set[str]] = {}
        for mention in self.mentions:
            match = _APPOSED.match(self.text, mention.end)
            if match is not None and mention.actor not in self.people:
                found.setdefault(mention.actor, set()).add(match["noun"].casefold())
            low = max(0, mention.start - _BEFORE_REACH)
            before = _BEFORE.search(self.text, low, mention.start)
            named = mention.actor not in self.people and mention.form == "name"
            if before is not None and before.end() == mention.start and named:
                nouns = found.setdefault(mention.actor, set())
                nouns |= {before["noun"], before.group().strip(" ,").removeprefix("the ")}
        return found

    def spoke(self, start: int, actor: str) -> None:
        """Note who spoke at ``start``."""
        insort(self.history, (start, actor))

    def last_speaker(self, start: int, reach: int) -> str | None:
        """Who spoke last before ``start``."""
        for at, actor in self.heard(start):
            return actor if at >= start - reach else None
        return None

    def words(self, start: int, end: int) -> list[Token]:
        """The words of the stretch, without a possessive at its end."""
        words = list(tokens(self.text, start, end))
        if len(words) > 1 and words[-1].fold == "s" and self.text[words[-1].start - 1] in "'’":
            words.pop()
        return words

    def inside(self, start: int, end: int) -> list[Found]:
        """Mentions inside ``[start, end)``, in text order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [m for m in self.mentions[first:last] if m.end <= end + 1]

    def head_end(self, words: Sequence[Token], end: int) -> int:
        """Where the head of the stretch ends: before its first comma, clause or preposition."""
        first = words[0].start
        organ = next((o for o in (self._organ_end(words, at) for at in (0, 1)) if o), first)
        cut = SPLIT.search(self.text, words[0].end, end)
        stop = cut.start() if cut else end
        for word in words[1:]:
            if word.start >= stop:
                break
            if word.start < organ:
                continue
            named = word.capital and word.start not in self.scanner.titled
            if word.fold in PREPOSITIONS and not named and not self.inside_mention(word.start):
                return word.start
        return max(stop, first + 1)

    def _organ_end(self, words: Sequence[Token], at: int) -> int:
        """Where the organ named from a word on ends: "the Ministry of Defence"."""
        organs = self.registry.knowledge.organs
        match = organs.match(self.text, words, at) if at < len(words) else None
        return words[match[0] - 1].end if match is not None else 0

    def inside_mention(self, at: int) -> bool:
        """Whether the character at ``at`` belongs to a mention."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and self.mentions[index].start <= at < self.mentions[index].end

    def heard(self, at: int) -> Iterator[tuple[int, str]]:
        """Who spoke before ``at`` and where, the latest first."""
        last = bisect_left(self.history, (at, ""))
        yield from reversed(self.history[max(0, last - _RECENT) : last])

    def recent(self, at: int) -> list[str]:
        """Actors named or heard before ``at``, the latest first."""
        last = bisect_left(self.starts, at)
        near = [
            (m.start, m.actor)
            for m in self.mentions[max(0, last - _RECENT) : last]
            if m.end <= at and m.form != "adjective"
        ]
        return [actor for _, actor in sorted({*near, *self.heard(at)}, reverse=True)]

    def name(self, actor: str) -> str:
        """The actor's name, or its id's slug."""
        entry = self.registry.entry(actor)
        return entry.name if entry else actor.removeprefix("actor:")

    @cached_property
    def main_state(self) -> str | None:
        """The only state named on the page, or one named three times as often as any other."""
        counted = Counter(
            state
            for m in self.mentions
            if (state := self.registry.state_of(m.actor)) and self.registry.kind(state) == "state"
        ).most_common(2)
        if not counted or (len(counted) == 2 and counted[0][1] < 3 * counted[1][1]):
            return None
        return counted[0][0]

    def organ_named(self, heads: Sequence[Token]) -> Organ | None:
        """The organ whose phrase ends the head of a noun phrase."""
        for at in range(len(heads)):
            match = self.registry.knowledge.organs.match(self.text, heads, at)
            if match is not None and match[0] == len(heads):
                return match[1]
        return None


def role_word(scene: Scene, words: Sequence[Token], stop: int) -> Role | None:
    """The last role named before ``stop`` among ``words``."""
    found = None
    after = 0
    for at, word in enumerate(words):
        if word.start >= stop:
            break
        if at < after:
            continue
        match = scene.registry.knowledge.roles.match(scene.text, words, at)
        if match is not None:
            after, found = match
    return found
