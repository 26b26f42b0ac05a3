"""Every head of the encoder, in one place: what it says, about what, with which labels."""

from typing import get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.records import BlockKind, Force, Modality, Triage

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


class TagHead(msgspec.Struct, frozen=True):
    """Spans as BIO tags over words."""

    name: str
    labels: tuple[str, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """O, then B- and I- of each label: tag `2k + 1` begins label `k`, `2k + 2` goes on."""
        return ("O", *(f"{mark}-{label}" for label in self.labels for mark in "BI"))

    def legal(self) -> NDArray[np.bool_]:
        """Which tag may follow which, `[tags + 1, tags]`; the last row is the start."""
        size = len(self.tags)
        allowed = np.ones((size + 1, size), np.bool_)
        for inside in range(2, size, 2):
            allowed[:, inside] = False
            allowed[[inside - 1, inside], inside] = True
        return allowed


class PointerHead(msgspec.Struct, frozen=True):
    """From a word in a span of `origin` to the word that begins a span of `target`.

    With `may_be_none` it may also point to nothing.
    """

    name: str
    origin: str
    target: str
    may_be_none: bool


class ClassHead(msgspec.Struct, frozen=True):
    """One label of a span, read at the span's first word."""

    name: str
    labels: tuple[str, ...]


ROLES = TagHead("roles", ("source", "cue", "content"))
"""PolNeAR's three roles. Each token has at most one."""

POINTERS = (
    PointerHead("source_cue", "source", "cue", may_be_none=False),
    PointerHead("content_cue", "content", "cue", may_be_none=False),
    PointerHead("cue_source", "cue", "source", may_be_none=True),
)
"""Links. A cue points back at its source because 6% of PolNeAR's sources serve several cues."""

COREFERENCE = PointerHead("coreference", "mention", "mention", may_be_none=True)
"""From the first word of a mention to the first word of its nearest earlier mention, or nothing."""

EVERY_POINTER = (*POINTERS, COREFERENCE)
"""In the order of the graph's outputs."""

POINTER_SIZE = 64
DISTANCES = 24
"""Buckets of the signed distance in words from a word to where it points."""


TAGS = (
    TagHead(
        "entities",
        (
            "state",
            "organisation",
            "armed_group",
            "outlet",
            "person",
            "place",
            "facility",
            "weapon",
        ),
    ),
    TagHead("toponyms", ("literal", "associative")),
    TagHead("times", ("date", "time", "duration", "set")),
    TagHead(
        "events",
        (
            "assault",
            "coerce",
            "protest",
            "mobilize",
            "threaten",
            "accuse",
            "request",
            "reject",
            "consult",
            "agree",
            "support",
            "concede",
            "cooperate",
            "aid",
            "retreat",
            "sanction",
            "bombing",
            "kidnapping",
            "arson",
            "robbery",
            "work_stoppage",
        ),
    ),
    TagHead("counts", ("killed", "injured", "missing", "detained", "other")),
    TagHead("perpetrators", ("fact", "accused", "claimed", "suspected")),
    TagHead("toxic", ("toxic",)),
)
"""Spans beside the roles: softmax over tags at each word, made legal when they are read.

`entities`: a weapon may be a vehicle. `toponyms`: a place named as a place, or a word made of its
name ("Quellish", "Quellin officials"). `times`: TIMEX3 types. `events`: PLOVER events (Halterman
et al. 2021) in lower case; the last five are MUC-4's own incident types where they are narrower.
`counts`: numbers of people by harm, `other` for displaced and for casualties of no said kind.
`perpetrators`: who did it by MUC-4's slot 11, on whose word.
"""

CLASSES = (
    ClassHead("force", get_args(Force)),
    ClassHead("modality", get_args(Modality)),
    ClassHead("paragraph", get_args(BlockKind)),
    ClassHead("triage", get_args(Triage)),
)
"""Labels of a span, read at its first word.

`force`: at a statement's cue, or at its content where there is no cue. `modality`: at an event's
trigger. `paragraph`: at the first word of a line, the kind of block that it belongs to; a line of
an update other than its first is `body`. `triage`: at a comment.
"""

MARKS = tuple(
    (head.name, head.tags if isinstance(head, TagHead) else head.labels)
    for head in (*TAGS, *CLASSES)
)
"""Name and columns of every head whose scores are one row a word, in the graph's order."""


class Scores(msgspec.Struct, frozen=True):
    """What the network says of one window of `words` words.

    `roles` is `[words, tags]`; `origin` and `target` are `[pointers, words, POINTER_SIZE]`, whose
    products score a pointer; `nothing` is `[pointers, words]`, the score of pointing nowhere;
    `marks`, `[words, columns]`, has the columns of every head of `MARKS` that the model knows.
    """

    roles: Floats
    origin: Floats
    target: Floats
    nothing: Floats
    marks: Floats


class Chain(msgspec.Struct, frozen=True):
    """The weights of decoding that are no part of the graph.

    `follows` is `[tags + 1, tags]`, the score of a tag after another (last row: at the start);
    `distance` is `[pointers, DISTANCES]`.
    """

    follows: Floats
    distance: Floats


def distance_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket in `[0, DISTANCES)` of signed distances: exact up to 3, then logarithmic to 127."""
    size = np.abs(distance)
    half = DISTANCES // 2
    far = 4 + np.floor(np.log2(np.maximum(size, 4) / 4) * 1.4).astype(np.int64)
    bucket = np.minimum(np.where(size < 4, size, far), half - 1)
    return np.where(distance < 0, bucket, bucket + half)
