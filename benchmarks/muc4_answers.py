"""What the encoder's heads make of a MUC-4 message: an answer for each kind of incident in it.

Incidents are the kinds of the triggers found. An organisation that is found to have done it, or an
armed group that is named at least twice, belongs to every kind with a trigger within reach; so do
weapons and facilities near by. What is right for another kind of text (a page with one incident
and the word of its sources) is the ledger's; this reads the heads alone.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.muc4 import Answer
from benchmarks.muc4_keys import plain
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
    "accused": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "claimed": "CLAIMED OR ADMITTED",
    "suspected": "SUSPECTED OR ACCUSED",
}
REACH, NEAR = 800, 60
"""Characters from a trigger to an organisation, and to a weapon or facility. Set on DEV."""

SURE, MENTIONS, MOST = 0.5, 2, 2
"""Least score of a trigger or name; mentions of an armed group; organisations an incident."""


class Group(NamedTuple):
    """Mentions of one organisation: its names, where they stand, what is said of its part."""

    names: Counter[str]
    places: list[int]
    parts: Counter[str]
    found: bool


def answer(texts: Sequence[str]) -> list[list[Answer]]:
    """Answers for each text."""
    return [
        _answers(text, labels) for text, labels in zip(texts, Reader().label(texts), strict=True)
    ]


def _answers(text: str, labels: Labels) -> list[Answer]:
    triggers: dict[str, list[int]] = {}
    for start, _, label, score in labels.spans("events"):
        if label in TYPES and score >= SURE:
            triggers.setdefault(TYPES[label], []).append(start)
    groups = _groups(text, labels)
    return [_answer(text, labels, kind, places, groups) for kind, places in triggers.items()]


def _answer(
    text: str, labels: Labels, kind: str, places: list[int], groups: Sequence[Group]
) -> Answer:
    within = [g for g in groups if _distance(g.places, places) <= REACH]
    within.sort(key=lambda group: (not group.found, -len(group.places)))
    organisations = tuple(
        (max(g.names, key=len), CONFIDENCES[g.parts.most_common(1)[0][0]]) for g in within[:MOST]
    )

    def near(wanted: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(
                text[start:end]
                for start, end, label, score in labels.spans("entities")
                if label == wanted and score >= SURE and _distance([start], places) <= NEAR
            )
        )

    return Answer(kind, organisations, targets=near("facility"), weapons=near("weapon"))


def _groups(text: str, labels: Labels) -> list[Group]:
    """Organisations that may have done it, one group whatever each is called."""
    named = [(start, end, "fact", False) for start, end, label, score in labels.spans("entities")
             if label == "armed_group" and score >= SURE]  # fmt: skip
    done = [(start, end, label, True) for start, end, label, _ in labels.spans("perpetrators")]
    groups: list[Group] = []
    for start, end, part, found in [*done, *named]:
        name = plain(text[start:end])
        group = next((g for g in groups if any(_same(name, other) for other in g.names)), None)
        if group is None:
            group = Group(Counter(), [], Counter(), found)
            groups.append(group)
        group.names[name] += 1
        group.places.append(start)
        group.parts[part] += 1
    return [g for g in groups if g.found or len(g.places) >= MENTIONS]


def _same(one: str, other: str) -> bool:
    """Whether one name is part of the other or its initials."""
    initials = {"".join(word[0] for word in name.split()) for name in (one, other) if " " in name}
    return one in other or other in one or bool({one, other} & initials)


def _distance(some: Sequence[int], others: Sequence[int]) -> int:
    return min(abs(a - b) for a in some for b in others)
