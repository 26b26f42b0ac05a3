"""What the encoder says about one text."""

from typing import TypeAlias

import msgspec

Span: TypeAlias = tuple[int, int]
"""`(start, end)` in code points, end-exclusive."""


class Attribution(msgspec.Struct, frozen=True):
    """One act of attributing words to somebody, in PolNeAR's terms.

    Each role is a tuple of spans in text order, because a role may be discontinuous
    (`"…", said Smith, "…"` has one content of two spans). `source` is empty where the text
    names nobody ("it was reported that …"); `cue` and `content` are never empty.
    `score` is the model's own confidence in [0, 1]: comparable between attributions of one
    model version, not a probability of truth.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


class Labels(msgspec.Struct, frozen=True):
    """Everything the encoder says about one text.

    `words` are the encoder's own words and `tags` has one BIO tag for each of them ("O",
    "B-source", "I-content", …). `attributions` is in text order of the cues.
    """

    words: tuple[Span, ...]
    tags: tuple[str, ...]
    attributions: tuple[Attribution, ...]
