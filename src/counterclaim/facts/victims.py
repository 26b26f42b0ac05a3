"""Victims without a number: "a teenager was shot dead", "killed Ana Ruiz", "the driver died".

Each counts one person (a couple two). Nothing says that two of them are two: who is the same as
whom is for the reader of the counts to judge (:mod:`counterclaim.ledger.tallies`).
"""

from collections.abc import Iterator, Sequence

from counterclaim.facts.harm_words import STOPS
from counterclaim.facts.harms import Found
from counterclaim.facts.modality import modality_at
from counterclaim.facts.persons import Person, persons
from counterclaim.facts.reaching import AUXILIARIES, BETWEEN, leads
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.victim_words import (
    ACTIVES,
    ATTEMPTS,
    CONDITIONS,
    DEATHS,
    DIED,
    HOSPITAL,
    PLACED,
    SUFFERED,
    VERBS,
    WOUNDS,
)

__all__ = ["Victim", "victims"]

Victim = tuple[Person, Found]
"""Who, and what befell them."""

_REACH = 22
"""Tokens between a person and what befell that person."""

_OF_DEATHS = frozenset("fatal shooting stabbing tragic violent untimely lifeless".split())
_BETWEEN_OBJECT = frozenset(["dead", "another", "fellow", "off", "duty", "-", "also", '"'])
_TRIGGERS = {"dead", "passed", "life", "suicide", "condition", "fatally"}.union(
    VERBS, ACTIVES, DIED, DEATHS, PLACED, WOUNDS
)


def victims(sentence: Sentence, counted: Sequence[tuple[int, int]] = ()) -> list[Victim]:
    """Who is said to be harmed without a number, in order; the graver harm where there are two.

    ``counted`` are the tokens ``[first, last]`` of phrases with a number, in order: they stand in
    lists ("a mother and her two children") and give no victims.
    """
    places = [at for at, token in enumerate(sentence.tokens) if token.low in _TRIGGERS]
    people = _among(persons(sentence), counted) if places else []
    if all(person.counted for person in people):
        return []
    found: dict[int, Victim] = {}
    for at in places:
        for person, harm in _harmed(sentence, at, people):
            if person.counted:
                continue
            known = found.get(person.first)
            if known is None or _graver(harm, known[1]):
                found[person.first] = person, harm
    return [found[first] for first in sorted(found)]


def _among(people: list[Person], counted: Sequence[tuple[int, int]]) -> list[Person]:
    """Persons and counted phrases in order, without those that are in a counted phrase."""
    free = [p for p in people if not any(p.first <= b and a <= p.last for a, b in counted)]
    groups = [Person(a, b, b, counted=True) for a, b in counted]
    return sorted([*free, *groups], key=lambda p: p.first)


def _graver(harm: Found, known: Found) -> bool:
    order = ("casualties", "injured", "killed")
    return order.index(harm[0]) > order.index(known[0])


def _harmed(sentence: Sentence, at: int, people: Sequence[Person]) -> Iterator[Victim]:
    """Whom the word at ``at`` says to be harmed."""
    harm = _harm(sentence, at)
    if harm is None or modality_at(sentence, at) in ("denied", "hypothetical", "future"):
        return
    who = _objects(sentence, at, people) or _subjects(sentence, at, people)
    for person in who:
        yield person, harm


def _harm(sentence: Sentence, at: int) -> Found | None:
    """What the word at ``at`` does to somebody."""
    token = sentence.tokens[at]
    word, before = token.low, sentence.low(at - 1)
    span = token.start, token.end
    if before in ATTEMPTS and word not in ("dead", "life"):
        return None
    if word in VERBS or word in ACTIVES:
        return _verb(sentence, at)
    if word in PLACED:
        return _placed(sentence, at)
    if word in WOUNDS:
        return "injured", span
    if word == "condition":
        known = before in CONDITIONS
        return ("injured", (sentence.tokens[at - 1].start, token.end)) if known else None
    if word in DEATHS and word != "life":
        return ("killed" if before in ("fatal", "deadly") else DEATHS[word]), span
    return ("killed", span) if word in DIED or _dies(sentence, at) else None


def _dies(sentence: Sentence, at: int) -> bool:
    """Reads "passed away", "dead", "lost his life", "committed suicide"."""
    word, before, after = (sentence.low(n) for n in (at, at - 1, at + 1))
    if word == "life":
        return (
            after == "of"
            or "own" in (before, sentence.low(at - 2))
            or sentence.low(at - 2) in ("lost", "took", "claimed")
        )
    if word == "suicide":
        return before in ("committed", "commits", "committing")
    return (word == "passed" and after == "away") or (word == "dead" and after != "body")


def _verb(sentence: Sentence, at: int) -> Found | None:
    """The harm of a verb, with the words before and after it that say more."""
    token = sentence.tokens[at]
    harm = VERBS.get(token.low) or ACTIVES[token.low]
    first, last = at, at
    if harm != "casualties":
        return harm, (token.start, token.end)
    if sentence.low(at - 1) == "fatally":
        harm, first = "killed", at - 1
    elif sentence.low(at + 1) == "dead" or sentence.phrase(at + 1, ("to", "death")):
        harm, last = "killed", at + 1 + (sentence.low(at + 1) == "to")
    elif sentence.low(at + 1) in ("and", "&", "then") and sentence.low(at + 2) in VERBS:
        return None  # "shot and killed": the second verb says it
    elif sentence.low(at + 1) in ("at", "up", "down"):
        return None
    return harm, (sentence.tokens[first].start, sentence.tokens[last].end)


def _placed(sentence: Sentence, at: int) -> Found | None:
    """Reads "was taken to St Anne Hospital", "treated for", "rushed into surgery"."""
    token = sentence.tokens[at]
    if token.low in ("treated", "hospitalized"):
        return "injured", (token.start, token.end)
    for index in range(at + 1, min(at + 9, len(sentence.tokens))):
        if sentence.low(index) in HOSPITAL:
            return "injured", (token.start, sentence.tokens[index].end)
        if sentence.low(index) in (",", ";", ".") and index > at + 1:
            return None
    return None


def _objects(sentence: Sentence, at: int, people: Sequence[Person]) -> list[Person]:
    """The persons that follow the word at ``at`` as its object, or behind its "of"."""
    word = sentence.low(at)
    start = at + 1
    if word in DEATHS and sentence.low(start) == "of":
        start += 1
    elif word in DEATHS and word not in ACTIVES:
        return []
    elif word in ("dead", *WOUNDS, *PLACED, *DIED, "passed", "suicide"):
        if word != "dead" or sentence.low(at - 1) not in ("shot", "left", "leaves"):
            return []
    elif word in VERBS and _passive(sentence, at):
        return []
    while sentence.low(start) in _BETWEEN_OBJECT and not (
        sentence.low(start) == "-" and sentence.spaced(start)
    ):
        start += 1  # "shot an off-duty guard", not "4 shot - KESH.com"
    first = next((n for n, p in enumerate(people) if p.first == start), None)
    if first is None or people[first].possessor:
        return []
    return _list(sentence, people, first)


def _list(sentence: Sentence, people: Sequence[Person], first: int) -> list[Person]:
    """The person at index ``first`` and those that are listed behind."""
    found = [people[first]]
    for person in people[first + 1 :]:
        between = [sentence.low(n) for n in range(found[-1].last + 1, person.first)]
        words = [word for word in between if not word.isdigit()]
        if person.possessor or len(words) > 4 or not set(words) <= {",", "and", "&", "then"}:
            break
        if words == [","] and not _next_listed(sentence, found[-1], person):
            break  # an apposition
        if not words:
            break
        found.append(person)
    return found


def _next_listed(sentence: Sentence, before: Person, person: Person) -> bool:
    """Whether a comma joins two of a list ("his wife, his son and …"), not a name to its bearer."""
    if before.name != person.name:
        return False
    return before.name or sentence.low(person.last + 1) in (",", "and")


def _passive(sentence: Sentence, at: int) -> bool:
    """Whether the participle at ``at`` has its subject suffer."""
    for index in range(at - 1, max(at - 7, -1), -1):
        word = sentence.low(index)
        if word in ("was", "were", "been", "being", "is", "are", "be", "gets", "got"):
            return True
        if word in ("had", "has", "have") or not (
            word in BETWEEN or word in ("and", ",") or word.endswith("ly") or word in VERBS
        ):
            return False
    return False


def _subjects(sentence: Sentence, at: int, people: Sequence[Person]) -> list[Person]:
    """The persons before the word at ``at`` whom it befell."""
    word = sentence.low(at)
    if word in ACTIVES and word not in DEATHS and word not in WOUNDS:
        return []
    reaching = [
        (n, person)
        for n, person in enumerate(people)
        if person.last < at and at - person.last <= _REACH
    ]
    if word in DEATHS and (word != "life" or sentence.low(at + 1) == "of"):
        return [p for _, p in reaching if p.possessor and _owns(sentence, p, at)]
    target = _told_at(sentence, at)
    if target is None:
        return []
    for n, person in reaching:
        if person.possessor or person.last >= target:
            continue
        if leads(sentence, person.last + 1, target):
            if word in VERBS and not _suffers(sentence, person.last + 1, at):
                return []
            return [*_before(sentence, people, n), person]
    return []


def _told_at(sentence: Sentence, at: int) -> int | None:
    """The word of the predicate that the subject stands before: "lost" of "lost her life"."""
    word = sentence.low(at)
    if word in WOUNDS:
        return _sufferer(sentence, at)
    if word == "life":
        return next(
            (
                n
                for n in range(at - 1, max(at - 4, -1), -1)
                if sentence.low(n) in ("lost", "took", "taken", "takes", "loses")
            ),
            None,
        )
    return at - 1 if word == "suicide" else at


def _owns(sentence: Sentence, person: Person, at: int) -> bool:
    """Whether nothing but "fatal", "shooting" stands between an owner and the noun of harm."""
    return {sentence.low(n) for n in range(person.last + 1, at)} <= _OF_DEATHS


def _sufferer(sentence: Sentence, at: int) -> int | None:
    """The word before wounds that joins them to who has them."""
    for index in range(at - 1, max(at - 9, -1), -1):
        word = sentence.low(index)
        if word in SUFFERED:
            return index - (sentence.low(index - 1) in SUFFERED)
        if word in (".", ";", "was", "were"):
            return None
    return None


def _suffers(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a verb of harm is said of its subject, not done by it."""
    words = [sentence.low(n) for n in range(start, at)]
    if set(words) & (AUXILIARIES - {"has", "have", "had"}):
        return True
    following = sentence.low(at + 1)
    # A headline's "Man shot in", a reduced "man killed in the raid".
    return (
        following in STOPS - {"the", "a", "an", "his", "her", "their", "him"}
        or not (following[:1].isalnum())
        or following
        in ("dead", "multiple", "several", "twice", "outside", "early", "late", "while")
    )


def _before(sentence: Sentence, people: Sequence[Person], n: int) -> list[Person]:
    """Those listed before person ``n`` of one subject: "Ana Ruiz and her son were killed"."""
    found: list[Person] = []
    current = people[n]
    for person in reversed(people[:n]):
        words = [sentence.low(k) for k in range(person.last + 1, current.first)]
        kept = [w for w in words if not w.isdigit()]
        if person.possessor or not kept or not set(kept) <= {",", "and", "&"} or len(kept) > 3:
            break
        if ("and" not in kept and not found) or sentence.low(person.first - 1) == "including":
            break
        found.insert(0, person)
        current = person
    return found
