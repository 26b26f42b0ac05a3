"""Where readers take over: the place from which on a page is their talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.boundary import (
    CANDIDATE,
    MIXTURES,
    Boundary,
    Evidence,
    candidate_features,
    load_boundary,
)
from counterclaim.pages.headings import is_heading, with_heading
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import CLASSES
from counterclaim.pages.talk import is_invitation, is_posted
from counterclaim.pages.threads import Head

__all__ = ["Candidates", "candidates", "comment_start", "head_lines", "plain_start"]

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

OTHER, HEADLINE, BODY, BYLINE, DATELINE, CAPTION, NOTE, RELATED, COMMENT = range(len(CLASSES))

FOR, AGAINST = 3.0, 2.0
"""Most that one paragraph counts for and against being readers' talk (nats): no single outburst in
an article, and no news report quoted by a reader, decides."""

UNDER_HEAD = 1.0
"""Nats added to what stands under a line with a comment's author and time."""

TRANSCRIBED = 3
"""Lines under a speaker's name in capitals from which on they are a transcript."""

ALONE = 0.7
"""Weight of how a paragraph sounds by itself, beside how it looks among its neighbours, in HTML."""

EVIDENCE = 1.5
"""Nats that readers' talk must be ahead by before a page is taken to have any."""

MORE_EVIDENCE = 4.0
"""The same for a line or two at the very end without any trace of a comment system."""

INVITED = 2.0
"""Nats that a place is ahead by where a line invites to comment: sections begin there."""

BEFORE, BEFORE_STOPPED = 80, 40
"""Characters of a paragraph of the story, the second with a full stop; one stands above any
readers' section."""


def comment_start(
    pieces: Sequence[Piece],
    scores: Floats,
    odds: Floats,
    named: Sequence[int] = (),
) -> int:
    """The piece at which readers take over, or the number of pieces where they never do.

    A change point: the place from which on the paragraphs, taken together, are best explained as
    readers' talk. ``scores`` see a paragraph among its neighbours, ``odds`` by itself; both count.
    Furniture counts for neither side. Lines that only a comment system prints belong to the talk
    that they open, and so do the lines ``named``, with a comment's author and time.
    """
    gain = _gain(pieces, scores, odds, named, ALONE)
    total = np.append(np.cumsum(gain[::-1])[::-1], np.float32(0))
    best = int(total.argmax())
    sure = (gain[best:] > 0).sum() > 2 or _traced(pieces[best:])
    if total[best] < (EVIDENCE if sure else MORE_EVIDENCE):
        return len(pieces)
    return _at_talk(pieces, scores, best, named)


def plain_start(
    pieces: Sequence[Piece],
    scores: Floats,
    odds: Floats,
    named: Sequence[int] = (),
    boundary: Boundary | None = None,
) -> int:
    """The same for flattened text, by a model (the shipped ``boundary`` unless given).

    There the section begins below a paragraph of the story, not inside a sentence, rather at an
    invitation.
    """
    if not pieces:
        return 0
    found = candidates(pieces, scores, odds, named)
    best = (boundary or load_boundary()).best(found.rows) if found.places else None
    return len(pieces) if best is None else found.starts[best]


class Candidates(NamedTuple):
    """Places that readers may take over at.

    Attributes:
        places: the change points, those at the end of the page left out.
        starts: for each the piece that the section would begin with.
        rows: for each its features (:data:`counterclaim.pages.boundary.CANDIDATE`).
    """

    places: list[int]
    starts: list[int]
    rows: Floats


def candidates(
    pieces: Sequence[Piece], scores: Floats, odds: Floats, named: Sequence[int]
) -> Candidates:
    """The places that stand for election in flattened text; arguments as for the starts."""
    where = _Where.of(pieces)
    points = [
        int(_begun(_gain(pieces, scores, odds, named, share), where).argmax()) for share in MIXTURES
    ]
    places = sorted({point for point in points if point < len(pieces)})
    if not places:
        return Candidates([], [], np.zeros((0, len(CANDIDATE)), np.float32))
    story, furniture = _sides(scores)
    text = 1 - np.exp(np.minimum(0, furniture))
    net = scores[:, COMMENT] - story

    def bounded(values: Floats, least: float, most: float) -> Floats:
        """What is heeded of ``values``, kept between ``least`` and ``most``."""
        return _heeded(pieces, np.clip(values, least, most) * text, named)

    signed = np.zeros(len(pieces), np.bool_)
    signed[list(named)] = True
    said = Evidence(
        bounded(odds, -AGAINST, FOR), bounded(net, -AGAINST, FOR), bounded(odds, -1, 1),
        bounded(net, -0.7, 1), odds, net, text, where.invited, signed, where.told,
    )  # fmt: skip
    starts = [with_heading(pieces, _at_talk(pieces, scores, at, named)) for at in places]
    return Candidates(places, starts, candidate_features(pieces, said, places, points))


def _sides(scores: Floats) -> tuple[Floats, Floats]:
    """Log probabilities of being the story's, and of being furniture."""
    story: Floats = np.logaddexp.reduce(scores[:, HEADLINE : NOTE + 1], axis=1)
    furniture: Floats = np.logaddexp(scores[:, OTHER], scores[:, RELATED])
    return story, furniture


def _gain(
    pieces: Sequence[Piece], scores: Floats, odds: Floats, named: Sequence[int], alone: float
) -> Floats:
    """What each piece says for readers' talk, its own sound weighing ``alone``."""
    story, furniture = _sides(scores)
    inside = np.clip(scores[:, COMMENT] - story, -AGAINST, FOR)
    gain = alone * np.clip(odds, -AGAINST, FOR) + (1 - alone) * inside
    return _heeded(pieces, gain * (1 - np.exp(np.minimum(0, furniture))), named)


def _at_talk(pieces: Sequence[Piece], scores: Floats, at: int, named: Sequence[int]) -> int:
    """The first piece of the talk at a change point, with the lines that only open it."""
    story, furniture = _sides(scores)
    while at < len(pieces) and furniture[at] > max(story[at], scores[at, COMMENT]):
        at += 1
    while at and (at - 1 in named or _opens_talk(pieces[at - 1])):
        at -= 1
    return at


def _heeded(pieces: Sequence[Piece], gain: Floats, named: Sequence[int]) -> Floats:
    """What pieces say for readers' talk, mended by what is only printed on one side."""
    marked = [markers.read_marker(p.text) is not None or _formal(p) for p in pieces]
    gain[marked] = np.minimum(gain[marked], -AGAINST)
    if named:
        gain[list(named)] = np.maximum(gain[list(named)], 0)
    if len(named) > 1:
        gain[[at + 1 for at in named if at + 1 < len(pieces)]] += UNDER_HEAD
    spoken = [bool(patterns.SPEAKER.match(piece.text[:60])) for piece in pieces]
    if sum(spoken) >= TRANSCRIBED:
        gain[spoken] = np.minimum(gain[spoken], -AGAINST)
    led_in = [False, *(piece.text.endswith(":") for piece in pieces[:-1])]
    gain[led_in] = np.maximum(gain[led_in], 0)  # what is quoted speaks for nobody here
    return gain


class _Where(NamedTuple):
    """Where a section may begin in flattened text, and where it rather does.

    Attributes:
        goes_on: whether a piece goes on with the sentence above it.
        invited: whether it invites to comment.
        told: whether it is a paragraph of a story by its length.
    """

    goes_on: Flags
    invited: Flags
    told: Flags

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> _Where:
        """Of a page's pieces."""
        goes_on = [False, *(_goes_on(one.text, two.text) for one, two in pairwise(pieces))]
        invited = [is_invitation(piece.text) or is_heading(piece.text) for piece in pieces]
        told = [_tells(piece.text) for piece in pieces]
        return cls(np.array(goes_on, bool), np.array(invited, bool), np.array(told, bool))


def _begun(gain: Floats, where: _Where) -> Floats:
    """What all from each place on says, with what is known of where sections begin."""
    gain = np.where(where.goes_on, np.minimum(gain, 0), gain)
    begun = np.append(np.cumsum(gain[::-1])[::-1], np.float32(0))
    begun[:-1][where.invited] += INVITED
    untold: Flags = np.cumsum(where.told) - where.told == 0
    begun[:-1][untold | where.goes_on] = -np.inf
    return begun


def _tells(text: str) -> bool:
    """Whether a line is long enough to be a paragraph of the story."""
    return len(text) > BEFORE or (len(text) > BEFORE_STOPPED and text[-1] in '.”"')


def _goes_on(above: str, text: str) -> bool:
    """Whether a line goes on with the sentence of the line above it, broken off by mark-up."""
    return above[-1] not in '.!?:;"”…' and (text[0].islower() or text[0] in ",.;:)")


def head_lines(found: Mapping[int, Head]) -> list[int]:
    """Lines with a comment's author and time; none where there is only one comment's."""
    lines = [at + step for at, head in found.items() for step in range(head.lines) if head.time]
    return lines if sum(head.time is not None for head in found.values()) > 1 else []


def _traced(pieces: Sequence[Piece]) -> bool:
    """Whether anything that a readers' section prints stands among the pieces."""
    return any(is_invitation(piece.text) or is_posted(piece.text) for piece in pieces)


def _formal(piece: Piece) -> bool:
    """Whether a piece is what only an outlet prints: a note, a dateline, "declined to comment"."""
    head = piece.text[:300]
    return bool(
        patterns.NOTE.match(head)
        or patterns.DATELINE.match(head)
        or patterns.NO_COMMENT.search(head)
    )


def _opens_talk(piece: Piece) -> bool:
    """Whether a line is what a comment system prints above or beside a comment."""
    head = piece.text[:200]
    return len(piece.text) <= 120 and bool(
        patterns.COMMENT_META.match(head)
        or patterns.COMMENTS_HEAD.match(head)
        or markers.is_comment_tool(head)
    )
