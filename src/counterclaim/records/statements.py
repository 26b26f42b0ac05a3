"""Who says what, on whose word."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.records.spans import Line, Span

QuoteType = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "asserts",
    "denies",
    "admits",
    "accuses",
    "demands",
    "promises",
    "doubts",
    "regrets",
    "declines",
]
"""What the speaker does with the words; ``declines`` is declining to comment."""

Certainty = Literal["certain", "probable", "possible", "conditional", "unknown"]
Polarity = Literal["positive", "negative"]
ChainRole = Literal["outlet", "relay", "speaker", "informant"]
"""From the outermost relay to the one whose word it is: the outlet that publishes, the agency or
outlet it relays, the one who speaks, and whose information the speaker passes on."""


class ChainLink(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a statement's chain. ``span`` is ``None`` only for the outlet itself."""

    role: ChainRole
    name: str
    span: Span | None = None
    actor: str | None = None


class Statement(Line, frozen=True):
    """Who says what, on whose word.

    Attributes:
        source, cue, content: PolNeAR roles; ``source`` may be empty (unnamed) and ``cue`` ``None``
            (the outlet's own voice, or a headline).
        force_span: the words that show the force, when other than the cue.
        certainty: how sure the *speaker or the outlet* puts it, from its hedges.
        hedges: the words "if confirmed", "may", "alleged" that lowered the certainty.
        chain: outermost relay first, the one whose word it is last.
        origin: actor id of the one whose word it is (last link of ``chain``), or ``None``.
        speaker: actor id of the one who speaks, or ``None`` where unresolved.
        said_at: id of a :class:`Moment`, or ``None``.
        sequence: the sequence of the block it stands in (age rank within the page).
        voice: ``cited`` for a reported statement, ``outlet`` for the outlet's own assertion,
            ``reader`` for one made in a comment (kept out of the ledger).
        score: the engine's confidence in [0, 1].
    """

    id: str
    document: str
    block: str
    content: list[Span]
    source: list[Span] = []
    cue: Span | None = None
    quote: QuoteType = "indirect"
    force: Force = "asserts"
    force_span: Span | None = None
    certainty: Certainty = "certain"
    hedges: list[Span] = []
    polarity: Polarity = "positive"
    chain: list[ChainLink] = []
    origin: str | None = None
    speaker: str | None = None
    recipient: str | None = None
    recipient_span: Span | None = None
    said_at: str | None = None
    sequence: int | None = None
    voice: Literal["cited", "outlet", "reader"] = "cited"
    score: float = 1.0
