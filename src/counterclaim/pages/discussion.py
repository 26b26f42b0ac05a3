"""The readers' section of a page: comments with the heads, forms and buttons around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.pages import patterns
from counterclaim.pages.pieces import Piece
from counterclaim.pages.talk import form_share, is_invitation, is_posted
from counterclaim.records import BlockKind

__all__ = ["discussion", "is_furniture", "stretches"]

Floats = npt.NDArray[np.float32]

LEANING = 1.5
"""Nats added to a piece's log odds: a section is mostly longer than its sure lines."""

ENTER, ENTER_INVITED, LEAVE, LEAVE_TITLED = 4.0, 1.5, 2.0, 0.7
"""Nats that it costs to begin a section, at an invitation too, and to end it, at a heading too."""

SHORT, LEAST = 20, 0.35
"""Characters from which on a piece counts in full, and what the shortest counts."""

FORM = 0.5
"""Share of a form's words from which on a line beside a section is part of it."""

REACH = 3
"""Lines between a section and a form's line that belong to the form too."""

LIKELY = 0.5
"""Mean probability from which on a stretch needs no trace of a readers' section."""

NO_COMMENT = 0.7
"""The same share, from which on a line inside a section is nobody's comment."""

_CALL = re.compile(
    r"\W*(?:click here to |please )?(?:(?:post|add|leave|write|submit|make|send|share|read|view)\b"
    r"[^.]{0,24}\b(?:comments?|reply|opinion|views|thoughts|say|feedback)\b|have your say"
    r"|your (?:say|views|comments)\b|comment on this|discuss this|be the first to (?:post|comm)"
    r"|comments? \(?\d|readers?['’]?s? (?:comments?|reaction|feedback))",
    re.IGNORECASE,
)
"""A call to comment that needs nothing beside it."""

_EMPTY = re.compile(
    r"\W*(?:(?:there (?:are|is) |currently |at present )*no (?:comments?|replies|trackbacks)\b"
    r"|remember (?:me|personal)\b|(?:your |first |last |user ?)?(?:name|e-?mail(?: address)?"
    r"|website|url|subject|title|location|town(?: and country)?|comments?|message|password|sign in"
    r"|log ?in)\b\W*$|(?:the )?comments? below (?:have|has) (?:not )?been moderated\b"
    r"|(?:level \d{1,2}|(?:most |sort by:? ?)?(?:relevant|recent|newest|oldest|best|top)"
    r"|(?:best|worst|top|most) rated|view all|all comments)\W*$)",
    re.IGNORECASE,
)
"""What a form prints where nobody has written yet, labels of its fields, ways to sort comments."""

BELOW = 12
"""Pieces below the story's last paragraph among which a lone call to comment counts."""


def discussion(
    pieces: Sequence[Piece], kinds: Sequence[BlockKind], held: npt.NDArray[np.bool_]
) -> list[bool]:
    """Whether each piece belongs to the readers' section.

    Args:
        pieces: the page's.
        kinds: the pieces' kinds; what is a comment is inside.
        held: what :func:`stretches` says.
    """
    called = [is_invitation(piece.text) for piece in pieces]
    inside = [bool(one) or kind == "comment" for one, kind in zip(held, kinds, strict=True)]
    if not any(inside):
        inside = _calls(pieces, kinds)
    for at in range(1, len(pieces)):
        reach = range(max(0, at - REACH), at)
        if not inside[at] and any(inside[near] for near in reach) and _is_field(pieces[at].text):
            for between in (*reach, at):
                inside[between] |= any(inside[:between])
        inside[at] |= inside[at - 1] and called[at]
    for at in reversed(range(len(pieces) - 1)):
        inside[at] |= inside[at + 1] and called[at]
    return inside


def is_furniture(text: str) -> bool:
    """Whether a line of a readers' section is nobody's comment: a head, a call, a form's label."""
    if patterns.COMMENTS_HEAD.match(text[:200]) or (len(text) <= 100 and _CALL.match(text)):
        return True
    return bool(_EMPTY.match(text[:80])) or (len(text) <= 600 and form_share(text) >= NO_COMMENT)


def stretches(
    pieces: Sequence[Piece], scores: Floats, titles: Sequence[bool]
) -> npt.NDArray[np.bool_]:
    """The best division of a page into stretches inside and outside of a readers' section.

    By the scores and the costs of beginning and ending one (Viterbi over two states).

    Args:
        pieces: the page's.
        scores: log probability of each piece being part of a readers' section.
        titles: whether each piece is a heading, at which another part may begin.
    """
    called = [is_invitation(piece.text) for piece in pieces]
    other = np.log1p(-np.minimum(np.exp(scores), 0.999999))
    odds = np.clip(scores - other + LEANING, -4, 4)
    size = np.array([len(piece.text) for piece in pieces], np.float32)
    odds *= np.clip(size / SHORT, LEAST, 1)
    outside, inside = 0.0, -np.inf
    stayed = np.zeros((len(pieces), 2), bool)
    for at, gain in enumerate(odds.tolist()):
        begun = outside - (ENTER_INVITED if called[at] else ENTER)
        ended = inside - (LEAVE_TITLED if titles[at] else LEAVE)
        stayed[at] = outside >= ended, inside >= begun
        outside, inside = max(outside, ended), max(inside, begun) + gain
    held = np.zeros(len(pieces), bool)
    state = inside > outside
    for at in reversed(range(len(pieces))):
        held[at] = state
        state = state if stayed[at, int(state)] else not state
    return held & _anchored(pieces, scores, held)


def _anchored(
    pieces: Sequence[Piece], scores: Floats, held: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Which pieces lie in a stretch that is invited to, has marks of posts, or is likely enough."""
    kept = np.zeros(len(pieces), bool)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], held, [False]])))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        traced = any(is_invitation(p.text) or is_posted(p.text) for p in pieces[first:last])
        kept[first:last] = traced or np.exp(scores[first:last]).mean() >= LIKELY
    return kept


def _is_field(text: str) -> bool:
    """Whether a line belongs to a form."""
    return form_share(text) >= FORM or (len(text) <= 40 and text.endswith(":"))


def _is_call(text: str) -> bool:
    """Whether a line calls for comments or heads them."""
    return bool(_CALL.match(text) or patterns.COMMENTS_HEAD.match(text))


def _calls(pieces: Sequence[Piece], kinds: Sequence[BlockKind]) -> list[bool]:
    """Lone calls to comment in the story's lower reaches and right below it."""
    told = [at for at, kind in enumerate(kinds) if kind == "body"]
    first, last = (told[0], told[-1]) if told else (len(kinds), 0)
    return [
        first < at < last + BELOW and len(piece.text) <= 100 and _is_call(piece.text)
        for at, piece in enumerate(pieces)
    ]
