"""What the encoder says about one text."""

from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from counterclaim.language.marks import Marked, Marks

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
    "B-source", "I-content", …). `attributions` is in text order of the cues. What the further
    heads say (`counterclaim.language.heads`) is decoded when it is asked for.
    """

    words: tuple[Span, ...]
    tags: tuple[str, ...]
    attributions: tuple[Attribution, ...]
    marks: Marks

    def spans(self, head: str) -> tuple[Marked, ...]:
        """Spans of a tag head: `(start, end, label, score)` in text order, none overlapping.

        Raises:
            KeyError: there is no such head.
        """
        return self.marks.spans(head)

    def chances(self, head: str, start: int, end: int) -> tuple[float, ...]:
        """For each label of a tag head, its highest probability among the words of a range.

        Raises:
            KeyError: there is no such head.
        """
        return self.marks.chances(head, start, end)

    def classes(self, head: str, start: int) -> tuple[tuple[str, float], ...]:
        """`(label, probability)` at the word that begins at or after `start`, likeliest first.

        Raises:
            KeyError: there is no such head.
        """
        return self.marks.classes(head, start)

    def antecedent(self, start: int, candidates: Iterable[int]) -> tuple[int | None, float]:
        """Start of the candidate that the mention at `start` takes up, or `None`; how surely."""
        return self.marks.antecedent(start, candidates)
