"""Who did it, and on whose word: slots 10 and 11 of MUC-4's templates, and its templates as such.

Reading a message gives templates: an incident's type with the organisations held to have done it,
each with who says so. ``confidence_f1`` scores slot 10 (the organisation's string) and slot 11
(its confidence, and for whom) over all templates, by the corpus's scoring guidelines as far as a
program goes: an organisation counts half where it is part of the key's name or the other way
round; a confidence counts half where it is given to somebody else, or is an accusation that in
the key is an authority's; templates are paired one to one
where their types agree (ATTACK with any), so that most is right; what an optional fill or template
holds need not be found, but may be.

``template_f1`` scores type, perpetrators (individual, organisation), targets, victims and weapons
as strings: a find is right if it is any string of one of the key's fills, each fill counting once;
a template's type counts as one more fill.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.muc4_keys import (
    CONFIDENCE,
    INDIVIDUAL,
    INSTRUMENT,
    ORGANISATION,
    TARGET,
    VICTIM,
    VICTIM_NAME,
    Fill,
    Message,
    Template,
    plain,
    read_messages,
)

ROLES = {
    "individuals": (INDIVIDUAL,),
    "organisations": (ORGANISATION,),
    "targets": (TARGET,),
    "victims": (VICTIM_NAME, VICTIM),
    "weapons": (INSTRUMENT,),
}
"""Roles of the second score, and the slots that fill them."""


class Answer(msgspec.Struct, frozen=True):
    """What a reader makes of one incident; all strings are the text's own.

    `organisations` are pairs of a string and its confidence in slot 11's words.
    """

    type: str
    organisations: tuple[tuple[str, str], ...] = ()
    individuals: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()

    def strings(self, role: str) -> list[str]:
        """The strings of a role, as they are compared."""
        given = getattr(self, role)
        names = [each if isinstance(each, str) else each[0] for each in given]
        return list(dict.fromkeys(plain(name) for name in names))


class Tally:
    """Right, given and wanted fills."""

    def __init__(self) -> None:
        self.right = self.given = self.wanted = 0.0

    def add(self, right: float, given: float, wanted: float) -> None:
        """Add what one pair of templates gave."""
        self.right, self.given, self.wanted = (
            self.right + right,
            self.given + given,
            self.wanted + wanted,
        )

    def scores(self, prefix: str) -> dict[str, float]:
        """Precision, recall and F1 in 0–100."""
        p, r = self.right / max(self.given, 1e-9), self.right / max(self.wanted, 1e-9)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        shares = {"p": p, "r": r, "f1": f1}
        return {f"{prefix}_{key}": round(100 * share, 2) for key, share in shares.items()}


def likeness(given: str, fill: Fill) -> float:
    """1 for a string of the fill, a half for part of one or more than one, else 0."""
    if given in fill.strings:
        return 1.0
    words = f" {given} "
    return 0.5 if any(f" {s} " in words or words in f" {s} " for s in fill.strings) else 0.0


def agreement(confidence: str, fill: Fill) -> float:
    """1 for the key's word of slot 11, a half for an accusation that is an authority's in the key.

    By section 3.2.11 of the guidelines the other way round is wrong.
    """
    if confidence in fill.values:
        return 1.0
    wider = confidence == "SUSPECTED OR ACCUSED" and f"{confidence} BY AUTHORITIES" in fill.values
    return 0.5 if wider else 0.0


def agree(answer: Answer, key: Template) -> bool:
    """Whether the types let a template be paired with the key's."""
    return answer.type in key.types or answer.type == "ATTACK" or not key.types


def who(answer: Answer, key: Template) -> tuple[float, float, float]:
    """Right, given and wanted fills of slots 10 and 11."""
    given, names, doubts = answer.organisations, key.fills(ORGANISATION), key.fills(CONFIDENCE)
    worth = np.array([[likeness(plain(name), fill) for fill in names] for name, _ in given])
    rows, columns = _best(worth)
    met = {int(c) for r, c in zip(rows, columns, strict=True) if worth[r, c] > 0}
    right = sum(float(worth[r, c]) for r, c in zip(rows, columns, strict=True))
    sure = np.array(
        [
            [agreement(c, f) * (1.0 if likeness(plain(n), f) else 0.5) for f in doubts]
            for n, c in given
        ]
    )
    rows, columns = _best(sure)
    met_doubts = {int(c) for r, c in zip(rows, columns, strict=True) if sure[r, c] > 0}
    right += sum(float(sure[r, c]) for r, c in zip(rows, columns, strict=True))
    return right, 2.0 * len(given), _wanted(names, met) + _wanted(doubts, met_doubts)


def template(answer: Answer, key: Template) -> tuple[float, float, float]:
    """Right, given and wanted fills of all roles, with the type."""
    right = float(answer.type in key.types)
    given, wanted = 1.0, 1.0
    for role, slots in ROLES.items():
        strings = answer.strings(role)
        fills = [fill for slot in slots for fill in key.fills(slot)]
        worth = np.array([[float(s in fill.strings) for fill in fills] for s in strings])
        rows, columns = _best(worth)
        pairs = [(r, c) for r, c in zip(rows, columns, strict=True) if worth[r, c]]
        right += len(pairs)
        given += len(strings)
        wanted += _wanted(fills, {int(c) for _, c in pairs})
    return right, given, wanted


def _best(worth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    if worth.size == 0:
        return np.zeros(0, int), np.zeros(0, int)
    return linear_sum_assignment(worth, maximize=True)


def _wanted(fills: Sequence[Fill], met: set[int]) -> float:
    return float(sum(not fill.optional or at in met for at, fill in enumerate(fills)))


Score = Callable[[Answer, Template], tuple[float, float, float]]
NOBODY = Template({})


def score(tally: Tally, answers: Sequence[Answer], keys: Sequence[Template], by: Score) -> None:
    """Add one message: templates are paired so that most is right."""
    worth = np.array([[by(a, k)[0] + 0.01 if agree(a, k) else 0.0 for k in keys] for a in answers])
    pairs = [(int(r), int(c)) for r, c in zip(*_best(worth), strict=True) if worth[r, c] > 0]
    for row, column in pairs:
        tally.add(*by(answers[row], keys[column]))
    for row in set(range(len(answers))) - {row for row, _ in pairs}:
        _, given, _ = by(answers[row], NOBODY)
        tally.add(0.0, given, 0.0)
    for column in set(range(len(keys))) - {column for _, column in pairs}:
        if not keys[column].optional:
            _, _, wanted = by(Answer("-"), keys[column])
            tally.add(0.0, 0.0, wanted)


def report(messages: Sequence[Message], answers: Sequence[Sequence[Answer]]) -> dict[str, float]:
    """The figures of a reader's answers."""
    confidence, templates = Tally(), Tally()
    for message, given in zip(messages, answers, strict=True):
        score(confidence, given, message.templates, who)
        score(templates, given, message.templates, template)
    figures = confidence.scores("confidence") | templates.scores("template")
    return figures | {"messages": float(len(messages))}


def run(data: Path) -> dict[str, float]:
    """Figures of the shipped engine on a folder of messages and keys."""
    from benchmarks.muc4_answers import answer

    messages = read_messages(data)
    return report(messages, answer([message.text for message in messages]))
