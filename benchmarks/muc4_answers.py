"""What the engine makes of a MUC-4 message: an answer for each kind of incident in it.

Who did it and on whose word is what :func:`counterclaim.facts.perpetrators.find_perpetrators` says
of the text. Incidents are the kinds of the triggers that the encoder finds, where the text tells of
violence against somebody at all; who is said to have done one, and whether another, is decided by
what share of it is expected to be right.
Weapons and facilities are those near triggers, victims the persons in sentences that name whom or
what was harmed, individuals the plural nouns for armed people beside a trigger.
"""

import re
from collections.abc import Iterable, Sequence

from benchmarks.muc4 import Answer
from benchmarks.muc4_keys import plain
from counterclaim.facts.perpetrators import (
    CONFIDENCES,
    Perpetrator,
    Verdicts,
    find_perpetrators,
)
from counterclaim.facts.perpetrators.counting import MOST
from counterclaim.language import Labels, Reader

TYPES = {
    "assault": "ATTACK",
    "bombing": "BOMBING",
    "kidnapping": "KIDNAPPING",
    "arson": "ARSON",
    "robbery": "ROBBERY",
    "work_stoppage": "FORCED WORK STOPPAGE",
}
WORDS = {
    "fact": "REPORTED AS FACT",
    "authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "suspected": "SUSPECTED OR ACCUSED",
    "claimed": "CLAIMED OR ADMITTED",
    "possible": "POSSIBLE",
}
NEAR = 60
"""Characters from a trigger to a weapon or facility."""

SURE, VIOLENT, HARMED = 0.8, 0.4, 0.3
"""Least score of a trigger or name; least probability that a text tells of violence, and that a
sentence names whom or what was harmed."""

LEAD = 3.0
"""How many times as many triggers as for an attack make it another kind of incident."""

KINDS = 2
"""Kinds of incident a message, at most."""

NAMED, WORTH = 0.88, 0.23
"""How often the name of one who did it is a string of the key; and the least share of slots 10 and
11 that is expected to be right of an organisation that is given for an incident. Half of the F1
that is reached is the best there is. Chosen by cross-validation on DEV and TST1."""

INDIVIDUALS = re.compile(
    r"(?:\b(?:[A-Z][A-Z-]{3,} )?)\b(?:GUERRILLAS|TERRORISTS|REBELS|GUNMEN|HITMEN|INDIVIDUALS|"
    r"SUBJECTS|ASSASSINS|KIDNAPPERS|MILITANTS|INSURGENTS|SOLDIERS|DRUG TRAFFICKERS|"
    r"ARMED MEN|EXTREMISTS|COMMANDOS|SUBVERSIVES|CRIMINALS|BANDITS)\b",
    re.IGNORECASE,
)
"""Plural nouns for people who do harm, with a word before them."""


def answer(texts: Sequence[str]) -> list[list[Answer]]:
    """Answers for each text."""
    return [
        answers(text, labels, find_perpetrators(text, labels))
        for text, labels in zip(texts, Reader().label(texts), strict=True)
    ]


def answers(text: str, labels: Labels, verdicts: Verdicts) -> list[Answer]:
    """Answers for one text, the foremost kind of incident first."""
    triggers: dict[str, list[int]] = {}
    for start, _, label, score in labels.spans("events"):
        if label in TYPES and score >= SURE:
            triggers.setdefault(TYPES[label], []).append(start)
    given = [laid(verdicts.perpetrators, at) for at in range(MOST)]
    if verdicts.violence < VIOLENT and not given[0]:
        return []
    kinds = foremost(triggers)[:KINDS]
    # What a further incident was is seldom known: any may be an attack.
    kinds += ["ATTACK"] * (sum(map(bool, given)) - len(kinds))
    return [
        _answer(text, labels, verdicts, kind, triggers, given[at] if at < len(given) else [])
        for at, kind in enumerate(kinds)
    ]


def laid(found: Iterable[Perpetrator], at: int) -> list[Perpetrator]:
    """The organisations that did the incident ``at``, counted from 0, if so many are told of."""
    return [one for one in found if at < len(one.incidents) and worth(one, at) >= WORTH]


def worth(one: Perpetrator, at: int) -> float:
    """The share of both slots that is expected to be right."""
    shares = dict(zip(CONFIDENCES, one.doubts, strict=True))
    # An accusation by authorities is one.
    half = shares["authorities"] / 2 if one.confidence == "suspected" else 0.0
    return one.incidents[at] * (NAMED + shares[one.confidence] + half) / 2


def foremost(triggers: dict[str, list[int]]) -> list[str]:
    """Kinds of incident, the one with most triggers first; an attack wins where it is near."""
    weights = {
        kind: len(places) * (LEAD if kind == "ATTACK" else 1.0) for kind, places in triggers.items()
    }
    return sorted(weights, key=lambda kind: (-weights[kind], kind))


def _answer(
    text: str,
    labels: Labels,
    verdicts: Verdicts,
    kind: str,
    triggers: dict[str, list[int]],
    doers: Sequence[Perpetrator],
) -> Answer:
    """One incident; whom and what it harmed goes to the first of a kind."""
    places = triggers.pop(kind, [])
    harmed = [(start, end) for start, end, sure in verdicts.harmed if sure >= HARMED]

    def near(wanted: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(
                text[start:end]
                for start, end, label, score in labels.spans("entities")
                if label == wanted and score >= SURE and _distance(start, places) <= NEAR
            )
        )

    victims = dict.fromkeys(
        text[start:end]
        for start, end, label, score in labels.spans("entities")
        if label == "person" and score >= SURE and any(a <= start < b for a, b in harmed)
        if _same_sentence(start, places, verdicts)
    )
    individuals = dict.fromkeys(
        plain(match[0])
        for match in INDIVIDUALS.finditer(text)
        if any(a <= match.start() < b for a, b in harmed)
        and _distance(match.start(), places) <= NEAR
    )
    return Answer(
        kind,
        tuple((plain(text[slice(*one.name)]), WORDS[one.confidence]) for one in doers),
        individuals=tuple(individuals),
        targets=near("facility"),
        victims=tuple(victims),
        weapons=near("weapon"),
    )


def _same_sentence(place: int, places: Sequence[int], verdicts: Verdicts) -> bool:
    bounds = next(((a, b) for a, b, _ in verdicts.harmed if a <= place < b), (0, 0))
    return any(bounds[0] <= each < bounds[1] for each in places)


def _distance(place: int, others: Sequence[int]) -> int:
    return min((abs(place - other) for other in others), default=NEAR + 1)
