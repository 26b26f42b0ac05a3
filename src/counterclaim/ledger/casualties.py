"""Who is who among a page's victims without a number: how many persons they are at least.

"A teenager was shot dead", "Ana Ruiz, 17, died" and "she was killed" may well be one person. Two
mentions are two persons only if something keeps them apart: names, ages, sexes, "another", or that
one sentence lists both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from counterclaim.records import Count, Harm

__all__ = ["Victim", "alone", "distinct"]

GRAVITY: dict[Harm, int] = {"casualties": 0, "injured": 1, "killed": 2}
"""Of the harms said of one person the gravest holds: who was wounded may have died since."""

_MALE = frozenset(
    """
        man boy father son brother husband he him himself his grandfather uncle nephew boyfriend
        grandson male policeman businessman gunman fisherman youth stepfather widower
    """.split()
)
_FEMALE = frozenset(
    """
        woman girl mother daughter sister wife she her herself grandmother aunt niece girlfriend
        granddaughter female policewoman widow schoolgirl stepmother actress waitress midwife
    """.split()
)
_BACK = frozenset("he she him himself herself his her this that".split())
"""First words of those who were spoken of before."""

_ANYBODY = (_MALE | _FEMALE) - frozenset(
    """
        father son brother husband grandfather uncle nephew boyfriend grandson policeman
        businessman gunman fisherman stepfather widower mother daughter sister wife grandmother aunt
        niece girlfriend granddaughter policewoman widow stepmother actress waitress midwife
    """.split()
) | frozenset("victim old teen teenager child person patient deceased juvenile suspect".split())
"""Last words behind "the" that anybody spoken of before can be."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_AGE = re.compile(r"(\d{1,3}|[a-z]+)[-\s]year[-\s]old", re.IGNORECASE)
_AFTER = re.compile(r",?\s\(?(\d{1,3})(?=[,.)\s]|$)")
_TITLES = frozenset("mr mrs ms dr sgt lt col gen deputy officer sheriff captain president".split())


@dataclass
class Victim:
    """One person as far as a page's mentions go together.

    Attributes:
        names: words of the names, in small letters.
        harm: the gravest.
        counts: ids of the mentions.
        first: where the first one stands.
    """

    harm: Harm
    first: int
    names: set[str] = field(default_factory=set)
    age: str | None = None
    sex: str | None = None
    counts: list[str] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Mention:
    count: Count
    names: frozenset[str]
    age: str | None
    sex: str | None
    back: bool
    another: bool
    sentence: int


def alone(count: Count) -> bool:
    """Whether a count is one victim without a number of its own."""
    return count.low == count.high == 1 and (
        count.inferred or count.number.exact.lower() in ("a", "an", "another")
    )


def distinct(counts: Iterable[Count], text: str) -> list[Victim]:
    """The persons that single victims of one page must be, in text order."""
    found: list[Victim] = []
    for count in sorted(counts, key=lambda c: c.span.start):
        if count.harm not in GRAVITY:
            continue
        mention = _mention(count, text)
        victim = _same(found, mention)
        if victim is None:
            victim = Victim(count.harm, count.span.start)
            found.append(victim)
        _fold(victim, mention)
    return found


def _mention(count: Count, text: str) -> _Mention:
    words = [match[0] for match in _WORD.finditer(count.span.exact)]
    low = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    named = count.inferred and count.of is not None and count.number.exact[:1].isupper()
    names = frozenset(
        small
        for word, small in zip(words, low, strict=True)
        if named
        and word[:1].isupper()
        and len(small) > 1
        and small not in _TITLES
        and small not in _MALE
        and small not in _FEMALE
    )
    aged = _AGE.search(count.span.exact)
    behind = _AFTER.match(text, count.span.end)
    age = aged[1].lower() if aged else behind[1] if behind else None
    sex = next(("m" if w in _MALE else "f" for w in low[::-1] if w in _MALE | _FEMALE), None)
    sentence = max(text.rfind(". ", 0, count.span.start), text.rfind("\n", 0, count.span.start))
    return _Mention(
        count,
        names,
        age,
        sex,
        _back(count, low),
        bool(low) and low[0] == "another",
        sentence,
    )


def _back(count: Count, low: Sequence[str]) -> bool:
    """Whether the words refer to somebody spoken of before: "she", "the man"."""
    if not low:
        return False
    if low[0] == "the":
        return low[-1] in _ANYBODY
    return low[0] in _BACK and (len(low) == 1 or low[0] in ("this", "that"))


def _same(found: Sequence[Victim], mention: _Mention) -> Victim | None:
    """The person whom the mention is of, the one named last before others."""
    if mention.another:
        return None
    if mention.names:
        known = [v for v in found if v.names & mention.names]
        if known:
            return known[-1]
    fitting = [v for v in found if _fits(v, mention)]
    return fitting[-1] if fitting else None


def _fits(victim: Victim, mention: _Mention) -> bool:
    """Whether nothing keeps the two apart."""
    if victim.names and mention.names:
        return False
    if victim.age and mention.age and victim.age != mention.age:
        return False
    if victim.sex and mention.sex and victim.sex != mention.sex:
        return False
    if mention.back:
        return True
    if mention.sentence in victim.sentences:
        return False
    harms = {victim.harm, mention.count.harm}
    return harms != {"killed", "injured"}


def _fold(victim: Victim, mention: _Mention) -> None:
    victim.names |= mention.names
    victim.age = victim.age or mention.age
    victim.sex = victim.sex or mention.sex
    victim.counts.append(mention.count.id)
    victim.sentences.add(mention.sentence)
    if GRAVITY[mention.count.harm] > GRAVITY[victim.harm]:
        victim.harm = mention.count.harm
