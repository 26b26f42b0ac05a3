"""Which lines of a flattened page lead to other stories, decided over whole stretches."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.pages.pieces import Piece

__all__ = ["ELSEWHERE", "STORY", "TALK", "best_path", "is_list_title", "led_away"]

Floats = npt.NDArray[np.float32]

STORY, ELSEWHERE, TALK = range(3)
"""The forest's classes: the article's, links and furniture, readers' talk."""

TURN = 1.4
"""Nats that it costs to go from the story to other stories or back: links come in lists."""

LEAST = -6.0
"""Least log probability, so that no single line decides."""

BESIDE, MOST = 0.3, 4.0
"""Weight of the tagger's log odds beside the forest's, and the most that they are taken for."""

HELD = 0.2
"""Nats that the story is ahead by: most lines are its own."""

TITLED = 2.0
"""Nats that a line loses as the story's where it is the heading of a list of links."""

_TITLE = re.compile(
    r"[\s*_#>•·▪►\-–—|=~(\[«»“\"]{0,6}(?:(?:(?:more|our|latest|other|past|recent) )?related\b"
    r"|(?:latest|more|other|past|previous|recent|local|top|most|today['’]s|popular|similar|further"
    r"|special)\b[\w ,'’&-]{0,24}\b(?:stories|articles|news|headlines|links|coverage|videos?"
    r"|features|posts|reports|reading|viewed|read|popular|e-?mailed|commented|columns|topics"
    r"|sites)\b"
    r"|see also\b|also (?:see|read|on|in|today)\b|read (?:more|also|on|next)\b|don['’]t miss\b"
    r"|you (?:may|might) (?:also )?(?:like|be)|all about\b"
    r"|(?:previous|next) (?:story|article|post|page)?\b ?[:»>]|next article\b|more\W*$"
    r"|more (?:from|on)\b|on the web\b|elsewhere on\b|links\W*$)",
    re.IGNORECASE,
)
"""Headings of lists of links."""


def led_away(
    pieces: Sequence[Piece], logs: Floats, beside: Floats, skipped: Sequence[bool]
) -> list[bool]:
    """Whether each piece leads elsewhere; pieces that are ``skipped`` do not, nor do they count.

    Args:
        pieces: the page's.
        logs: the forest's log probabilities, ``[pieces, 3]``.
        beside: the tagger's log odds of leading elsewhere against being the story's.
        skipped: what belongs to the readers' section.
    """
    titled = np.array([is_list_title(piece.text) for piece in pieces], bool)
    pair = np.maximum(logs[:, [STORY, ELSEWHERE]], LEAST)
    pair[:, 0] -= TITLED * titled
    pair[:, 1] += BESIDE * np.clip(beside, -MOST, MOST) - HELD
    kept = np.flatnonzero(~np.asarray(skipped, bool))
    found = np.zeros(len(pieces), bool)
    if len(kept):
        found[kept] = best_path(pair[kept], TURN) == 1
    away: list[bool] = found.tolist()
    return away


def is_list_title(text: str) -> bool:
    """Whether a line heads a list of links: "Related stories", "More on this"."""
    return len(text) <= 70 and bool(_TITLE.match(text))


def best_path(logs: Floats, turn: float) -> npt.NDArray[np.int64]:
    """The likeliest states of a row of pieces where each change of state costs ``turn`` (Viterbi).

    ``logs`` are log likelihoods, ``[pieces, states]``, at least one piece.
    """
    count, states = logs.shape
    came = np.zeros((count, states), np.int64)
    total = logs[0].astype(np.float64)
    own = np.arange(states)
    for at in range(1, count):
        best = int(total.argmax())
        came[at] = np.where(total[best] - turn > total, best, own)
        total = np.maximum(total, total[best] - turn) + logs[at]
    path = np.zeros(count, np.int64)
    path[-1] = total.argmax()
    for at in range(count - 1, 0, -1):
        path[at - 1] = came[at, path[at]]
    return path
