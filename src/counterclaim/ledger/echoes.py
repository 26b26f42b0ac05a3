"""An echo is not a witness: whose word each claim is, and how many words stand behind a value."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.rarity import stem
from counterclaim.ledger.values import Value
from counterclaim.records import Origin

__all__ = ["Witnesses", "fold_copies", "origins_of"]

SHINGLE = 4
"""Words in a shingle. Four in a row seldom recur by chance in reports of one incident."""

COPIED = 0.7
"""Share of the shorter text's shingles found in the longer (containment; Broder 1997)."""

REWORDED = 0.4
"""The same, enough where both give one figure of people: copies are reworded, figures are not."""

SHORTEST = 7
"""Words below which a likeness proves nothing ("at least 12 people were killed")."""

COMMON = 40
"""Claims sharing a shingle beyond which it is no evidence and is not followed."""

NAMING = frozenset({"state", "government", "body", "armed_group", "agency", "outlet"})
"""Kinds of actors whose names tell who acts or speaks, not where ("the Port Dresna hospital")."""

WATCHING = frozenset(map(stem, "monitor monitoring watchdog observer observatory".split()))
"""Words for who counts the dead of a war without a part in it."""

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "a an the of and in for to by from at with on some two three several one local".split()
)
"""Words that the names of any two sources may share."""


def fold_copies(claims: Sequence[Claim]) -> dict[str, str]:
    """Claim id → id of the oldest claim on another page that it copies, or its own id.

    Near-linear: only claims that share a shingle are compared, and shingles found in more than
    :data:`COMMON` claims are passed over.
    """
    shingles: dict[str, frozenset[tuple[str, ...]]] = {}
    holders: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    found: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: (c.rank, c.id)):
        own = shingles[claim.id] = _shingles(claim.text)
        older = {h.id: h for s in own if len(held := holders[s]) <= COMMON for h in held}
        copied = (h for h in older.values() if _copies(claim, h, shingles))
        first = min(copied, key=lambda c: (c.rank, c.id), default=None)
        found[claim.id] = found[first.id] if first else claim.id
        for shingle in own:
            holders[shingle].append(claim)
    return found


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [w.casefold() for w in _WORD.findall(text)]
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(zip(*(words[first:] for first in range(SHINGLE)), strict=False))


def _copies(claim: Claim, older: Claim, shingles: dict[str, frozenset[tuple[str, ...]]]) -> bool:
    if older.document.id == claim.document.id:
        return False
    a, b = shingles[claim.id], shingles[older.id]
    share = REWORDED if _figures(claim) & _figures(older) else COPIED
    return bool(a and b) and len(a & b) >= share * min(len(a), len(b))


def _figures(claim: Claim) -> set[tuple[str, int, int | None]]:
    """The numbers of people that a claim gives, by harm."""
    return {(count.harm, count.low, count.high) for count in claim.counts if count.high != 1}


class Witnesses:
    """Whose word each claim is, after copies and relayed reports are folded."""

    def __init__(self, claims: Sequence[Claim], parties: Parties) -> None:
        self._parties = parties
        self._claims = {c.id: c for c in claims}
        self._copies = fold_copies(claims)
        self._watchers = self._only_watchers(claims)

    def word(self, claim: Claim) -> str:
        """A key for the one whose word ``claim`` is.

        A cited claim is the word of the one cited, on whatever page it stands. What an outlet says
        in its own voice, or of sources nobody named ("residents"), is the word of the oldest copy:
        the wire report that others printed. "A monitor" is the one that its page names.
        """
        if self._known(claim):
            return self.teller(claim)
        oldest = self._oldest(claim)
        for one in (oldest, claim):
            if _watches(_source(one)) and one.document.id in self._watchers:
                return self._watchers[one.document.id]
        return self.teller(claim)

    def teller(self, claim: Claim) -> str:
        """The same as the pages name him: "a monitor" stays somebody whom nobody named."""
        if self._known(claim):
            return str(claim.voice)
        oldest = self._oldest(claim)
        if oldest.voice is not None and self.named(oldest):
            return oldest.voice
        return f"unnamed: {_source(oldest)}, {oldest.document.outlet or oldest.document.id}"

    def _known(self, claim: Claim) -> bool:
        return claim.voice is not None and not self._own_voice(claim) and self.named(claim)

    def _oldest(self, claim: Claim) -> Claim:
        """The oldest claim that ``claim`` copies, if of a like source; else itself."""
        oldest = self._claims[self._copies[claim.id]]
        if claim.statement.voice == "cited" and not _akin(_source(oldest), _source(claim)):
            return claim
        return oldest

    def _only_watchers(self, claims: Sequence[Claim]) -> dict[str, str]:
        """Document → the one body with a name there that watches: its "a monitor" is that one."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            if claim.voice is not None and self.named(claim) and self._is_watcher(claim.voice):
                found[claim.document.id].add(claim.voice)
        return {page: next(iter(those)) for page, those in found.items() if len(those) == 1}

    def _is_watcher(self, key: str) -> bool:
        actor = self._parties.actor(key)
        return actor is not None and any(map(_watches, (actor.name, *actor.aliases)))

    def named(self, claim: Claim) -> bool:
        """Whether the one whose word it is can be told from others of the kind."""
        return claim.voice is not None and not self._parties.anonymous(claim.voice)

    def name_words(self, key: str) -> frozenset[str]:
        """The words of an actor's names that begin with a capital, in small letters."""
        actor = self._parties.actor(key)
        names = [actor.name, *actor.aliases] if actor else []
        words = (word for name in names for word in _WORD.findall(name))
        return frozenset(w.casefold() for w in words if w[0].isupper() and len(w) > 2)

    def known_as(self, key: str) -> frozenset[str]:
        """The words of the names of a state or body, or of a group that is no place by its name."""
        actor = self._parties.actor(key)
        return self.name_words(key) if actor and actor.kind in NAMING else frozenset()

    def particular(self, key: str) -> bool:
        """Whether an actor is known for who it is: a state, its organ, a group with a name."""
        actor = self._parties.actor(key)
        return actor is not None and actor.kind not in ("group", "unknown")

    def _own_voice(self, claim: Claim) -> bool:
        if claim.statement.voice == "outlet":
            return True
        return claim.voice is not None and self._parties.is_media(claim.voice)


def _akin(one: str, two: str) -> bool:
    """Whether two names may be of one source: "a monitor" here, "a monitoring group" there."""
    return one == two or not _telling(one).isdisjoint(_telling(two))


def _watches(name: str) -> bool:
    return not _telling(name.casefold()).isdisjoint(WATCHING)


def _telling(name: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(name) if word not in _SMALL}


def _source(claim: Claim) -> str:
    """The last link of the chain as named."""
    chain = claim.statement.chain
    return chain[-1].name.casefold() if chain else ""


def origins_of(incident: str, values: Iterable[Value], witnesses: Witnesses) -> list[Origin]:
    """One record for each claimed value of an incident, in the order of fields and values.

    What is only asked, feared or planned has none. What an outlet says unattributed is an echo
    where the same page also cites somebody for it.
    """
    grouped: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in values:
        if not value.asserted:
            continue
        grouped[_field(value), _label(value)].append(value)
    return [_origin(incident, *key, grouped[key], witnesses) for key in sorted(grouped)]


def _field(value: Value) -> str:
    return value.topic[0] if value.field == "count" else value.field


def _label(value: Value) -> str:
    group = value.topic[1] if value.field == "count" else ""
    label = f"{value.label} {group}".strip()
    return f"not {label}" if value.denied else label


def _origin(
    incident: str, field: str, label: str, values: Sequence[Value], witnesses: Witnesses
) -> Origin:
    claims = {v.claim.id: v.claim for v in sorted(values, key=lambda v: (v.claim.rank, v.claim.id))}
    cited = {c.document.id for c in claims.values() if c.statement.voice == "cited"}
    first: dict[str, str] = {}
    echoes: list[str] = []
    for claim in claims.values():
        word = witnesses.word(claim)
        unattributed = claim.statement.voice == "outlet" and claim.document.id in cited
        if unattributed or word in first:
            echoes.append(claim.id)
        else:
            first[word] = claim.id
    digest = hashlib.sha256(f"{incident}\0{field}\0{label}".encode()).hexdigest()
    return Origin(
        id=f"o-{digest[:16]}",
        incident=incident,
        field=field,
        value=label,
        origins=sorted(first),
        statements=list(claims),
        echoes=echoes,
        independent=len(first),
        pages=len({c.document.id for c in claims.values()}),
    )
