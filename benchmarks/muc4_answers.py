"""What the engine makes of a MUC-4 message: an answer for each kind of incident in it.

Who did it and on whose word is what :func:`counterclaim.facts.perpetrators.find_perpetrators` says
of the text. Incidents are the kinds of the triggers that the encoder finds, where the text tells of
violence against somebody at all; an organisation did several things where much harm is told of.
Weapons and facilities are those near triggers, victims the persons in sentences that name whom or
what was harmed, individuals the plural nouns for armed people beside a trigger.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.muc4 import Answer
from benchmarks.muc4_keys import plain
from counterclaim.facts.perpetrators import LIKELY, Perpetrator, Verdicts, find_perpetrators
from counterclaim.language import Labels, Reader

TYPES = {
    "assault": "ATTACK",
    "bombing": "BOMBING",
    "kidnapping": "KIDNAPPING",
    "arson": "ARSON",
    "robbery": "ROBBERY",
    "work_stoppage": "FORCED WORK STOPPAGE",
}
CONFIDENCES = {
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

SECOND, LEAD = 0.5, 3.0
"""Least score of a second organ of a state; how many times as many triggers
as for an attack make it another kind of incident."""

KINDS, INCIDENTS = 2, 4
"""Kinds of incident a message, and incidents of one organisation, at most."""

AGAIN, EACH = 0.5, 1.5
"""An organisation did another thing where its score, less as sentences are fewer than so many for
each incident, is this. Chosen on the last fifth of DEV and TST1 by weights from the rest."""

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
    doers = tuple(chosen(one for one in verdicts.perpetrators if one.score >= LIKELY))
    if verdicts.violence < VIOLENT and not doers:
        return []
    kinds = foremost(triggers)[:KINDS] or (["ATTACK"] if doers else [])
    shared = [[one for one in doers if times(one, verdicts) > at] for at in range(INCIDENTS)]
    return [
        _answer(text, labels, verdicts, kinds[at % len(kinds)], triggers, who, at < len(kinds))
        for at, who in enumerate(shared)
        if at < len(kinds) or who
    ]


def times(one: Perpetrator, verdicts: Verdicts) -> int:
    """How many incidents of a text are laid to an organisation: one at least."""
    told = sum(sure for _, _, sure in verdicts.harmed)
    enough = (
        at for at in range(INCIDENTS, 1, -1) if one.score * min(1, told / (EACH * at)) >= AGAIN
    )
    return next(enough, 1)


def foremost(triggers: dict[str, list[int]]) -> list[str]:
    """Kinds of incident, the one with most triggers first; an attack wins where it is near."""
    weights = {
        kind: len(places) * (LEAD if kind == "ATTACK" else 1.0) for kind, places in triggers.items()
    }
    return sorted(weights, key=lambda kind: (-weights[kind], kind))


def chosen(found: Iterable[Perpetrator]) -> Iterator[Perpetrator]:
    """The organisations that are given: of organs of states the likeliest, others if likely."""
    state = False
    for one in found:
        if not (one.kind == "state" and state) or one.score >= SECOND:
            yield one
        state = state or one.kind == "state"


def _answer(
    text: str,
    labels: Labels,
    verdicts: Verdicts,
    kind: str,
    triggers: dict[str, list[int]],
    doers: Sequence[Perpetrator],
    first: bool,
) -> Answer:
    """One incident; whom and what it harmed goes to the first of a kind."""
    places = triggers.get(kind, []) if first else []
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
        tuple((plain(text[slice(*one.name)]), CONFIDENCES[one.confidence]) for one in doers),
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
