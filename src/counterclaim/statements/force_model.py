"""What a speaker does with the words, weighed: a logistic model over named signs.

The rules of `force` are one of the signs, and the strongest. The others are patterns of cue and
content, what kind of body speaks, and what was done with words just before. Where the encoder has
a head for force, its probabilities are taken in at `TRUST`, less than their face value, because
it was trained on the pages that the weights were fitted on. Weights: ``training/force.py``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from counterclaim.errors import ModelError
from counterclaim.language import Openings
from counterclaim.records import Force
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.force_signs import CONTENT_SIGNS, CUE_SIGNS, NEGATION, WORD
from counterclaim.statements.story import Story

__all__ = [
    "FILE",
    "FORCES",
    "RECENT",
    "TRUST",
    "ForceModel",
    "Setting",
    "barred_forces",
    "features",
]

FILE = "force.json"
FORCES: tuple[Force, ...] = get_args(Force)

TRUST = 0.35
"""Share of the encoder's log-probabilities that is added to the model's own."""

_LEAST = 1e-3
"""Probability below which a head's label counts as no less likely still."""

_HEAD_WORDS = 8
"""Words of a content within which a negation is of its main verb."""

_LONGEST = 600
"""Code points of a content that are looked at."""

RECENT = 6
"""Statements before this one whose force is looked at."""

_CUE_WORDS = 6

_QUESTION = re.compile(r"\b(?:asked|questioned|pressed|quizzed|confronted)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """What is known around one draft.

    ``rule`` is the force by the rules and ``exact`` whether its verb leaves no doubt; ``own`` and
    ``other`` are as in `force.manner_of`; ``kind`` and ``side`` are the speaker's and his
    side's; ``earlier`` holds (force, whether by the same speaker) of the statements before.
    """

    rule: Force
    exact: bool
    own: Range | None
    other: Range | None
    kind: str
    side: str
    earlier: Sequence[tuple[Force, bool]]


def features(story: Story, draft: Draft, setting: Setting) -> dict[str, float]:
    """The named signs of one draft, each with its strength."""
    said = " ".join(story.text[s:e] for s, e in draft.content)[:_LONGEST]
    cue = " ".join(story.text[s:e] for s, e in draft.cue)
    found = dict.fromkeys(
        [
            f"rule {setting.rule}",
            f"rule {setting.rule} {'cue' if setting.exact else 'words'}",
            f"kind {setting.kind}",
            f"side {setting.side}",
            *_of_words(said, cue),
            *_of_parties(said, setting),
            *_of_place(story, draft),
            *_of_earlier(said, setting),
        ],
        1.0,
    )
    plain = setting.rule == "asserts"
    return found | {f"plain {name}": 1.0 for name in [*found] if plain and name.startswith("says ")}


def _of_words(said: str, cue: str) -> list[str]:
    """Signs of the words themselves."""
    signs = [f"says {name}" for name in CONTENT_SIGNS.names(Openings(said))]
    cues = [f"cue {name}" for name in CUE_SIGNS.names(Openings(cue))]
    words = [word.lower() for word in WORD.findall(cue)][:_CUE_WORDS]
    length = min(5, int(math.log2(len(said.split()) + 1)))
    both = [f"{one} + {other}" for one in cues for other in signs if one in _TELLING]
    return [*signs, *cues, *both, *(f"cue word {word}" for word in words), f"length {length}"]


_TELLING = frozenset({"cue names", "cue asks", "cue insists", "cue says", "cue believes"})
"""Cues that leave it to the content what is done."""


def _of_parties(said: str, setting: Setting) -> list[str]:
    """Signs of who is spoken of, and whether something is negated of them."""
    denied = NEGATION.search(" ".join(said.split()[:_HEAD_WORDS])) is not None
    named = [name for name in ("own", "other") if getattr(setting, name) is not None]
    negated = [f"{name} negated" for name in named] if denied else []
    return [*named, *negated, *(["negated"] if denied else [])]


def _of_place(story: Story, draft: Draft) -> list[str]:
    """Signs of where the words stand, and of what leads to them."""
    block = story.block_at(draft.start)
    quoted = any(story.quotation_at(start) is not None for start, _ in draft.content)
    start = draft.hull[0]
    sentence = story.sentence_at(start) or (start, start)
    asked = _QUESTION.search(story.text, sentence[0], max(sentence[0], start)) is not None
    source = " ".join(story.text[s:e] for s, e in draft.source)
    return [
        f"in {block.kind if block else 'none'}",
        *(["quoted"] if quoted else []),
        *(["asked"] if asked or _QUESTION.search(source) else []),
        *(["label"] if [story.text[s:e] for s, e in draft.cue] == [":"] else []),
        *([] if draft.cue else ["no cue"]),
    ]


def _of_earlier(said: str, setting: Setting) -> list[str]:
    """Signs of what was done with words just before."""
    recent = setting.earlier[-RECENT:]
    last = [f"after {recent[-1][0]} {'same' if recent[-1][1] else 'other'}"] if recent else []
    accused = any(force == "accuses" and not same for force, same in recent)
    negated = NEGATION.search(said) is not None
    return [
        *last,
        *(["accused"] if accused else []),
        *(["accused negated"] * (accused and negated)),
    ]


_DENYING = frozenset({"rule denies", "cue not", "says untrue"})

_NEVER_SEEN = re.compile(
    r"\bnever\b(?: [\w' -]{1,25})? (?:heard|imagined|known|seen|thought|witnessed)"
    r"(?: (?:of )?(?:an?|any|anything|so|such|the like|this)\b)",
    re.IGNORECASE,
)
"""Wonder at something, which denies nothing: "never seen anything like it"."""


def _may_deny(signs: Mapping[str, float], said: str) -> bool:
    """Whether any word of a statement can make it a denial; weights alone do not.

    A denial that is none makes contradictions that are none. What another party has not done is a
    charge against it.
    """
    if _DENYING & signs.keys():
        return True
    if "other negated" in signs or _NEVER_SEEN.search(said) is not None:
        return False
    return NEGATION.search(said) is not None


def barred_forces(signs: Mapping[str, float], said: str) -> frozenset[Force]:
    """The forces that weights alone do not give a statement.

    What another party did, nobody admits.
    """
    barred: set[Force] = set() if _may_deny(signs, said) else {"denies"}
    return frozenset(barred | ({"admits"} if "other" in signs else set()))


@dataclass(frozen=True)
class ForceModel:
    """Weights by sign, one a force in the order of `FORCES`; ``""`` is the constant.

    ``usual`` are the shares of the forces: what a head says by having seen nothing.
    """

    weights: Mapping[str, tuple[float, ...]]
    usual: tuple[float, ...]

    @classmethod
    def load(cls) -> ForceModel:
        """The model that ships.

        Raises:
            ModelError: CC302 if the weights are missing or damaged.
        """
        return _table()

    def judge(
        self,
        signs: Mapping[str, float],
        head: Sequence[tuple[str, float]] = (),
        barred: frozenset[Force] = frozenset(),
    ) -> tuple[Force, float]:
        """The likeliest force and its probability, none of those ``barred``.

        ``head`` is what the encoder says, if it has a head for force.
        """
        sums = list(self.weights[""])
        for name, value in signs.items():
            for at, weight in enumerate(self.weights.get(name, ())):
                sums[at] += weight * value
        given = dict(head)
        for at, force in enumerate(FORCES if given else ()):
            sums[at] += TRUST * math.log(max(given.get(force, 0.0), _LEAST) / self.usual[at])
        open_to = (at for at, name in enumerate(FORCES) if name not in barred)
        best = max(open_to, key=sums.__getitem__)
        share = 1 / sum(math.exp(one - sums[best]) for one in sums)
        return FORCES[best], share


@cache
def _table() -> ForceModel:
    try:
        raw = (files("counterclaim.statements") / FILE).read_text(encoding="utf-8")
        table = json.loads(raw)
        weights = {name: tuple(row) for name, row in table["weights"].items()}
        return ForceModel(weights, tuple(table["usual"]))
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise ModelError("CC302", name=FILE) from error
