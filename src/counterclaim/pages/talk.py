"""Traces of readers' sections: their heads, forms, by-lines and buttons, and how readers sound."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.pieces import Piece
from counterclaim.pages.threads import Head, chat_head

__all__ = ["TALK", "form_share", "is_invitation", "is_posted", "talk_features"]

Floats = npt.NDArray[np.float32]

TALK: tuple[str, ...] = (
    "invites", "form", "asks_in", "posted", "button", "item", "alike", "alike_posted",
    "below_invitation", "far_below", "invited_before", "posted_around", "form_around",
    "odds", "odds_around", "odds_before", "odds_after", "odds_ahead",
)  # fmt: skip
"""Names of the columns of :func:`talk_features`, in order."""

_INVITES = re.compile(
    r"(?:\W|\d|view|read|see|show|all|latest|recent|your|reader'?s?'?|user|most|the|to){0,8}\s*(?:"
    r"(?:comments?|responses|talk ?back|feedback|reactions?|replies|discussion|debate|opinions?)\b"
    r"|(?:post|add|leave|write|submit|make|send|share|enter|click here to)\b[^.]{0,30}"
    r"\b(?:comments?|reply|opinion|views?|thoughts|say|feedback|discussion|response)\b"
    r"|have your say|your (?:say|views?|thoughts|comments?|opinions?|turn)\b|what (?:do )?you think"
    r"|(?:join|start) the (?:conversation|discussion|debate)|discuss (?:this|the|on)\b"
    r"|be the first to\b|(?:there (?:are|is) )?(?:currently )?no comments?\b|what others are saying"
    r"|tell us what|speak up\b|sound off\b|comments? (?:on|for|about) this\b)",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\W{0,4}(?:(?:posted|comment(?:ed)?|written|submitted|said|left) (?:by|from|on|at)\b|posted:"
    r"|report (?:this|abuse|as|post|comment)|flag (?:this|as)|reply to (?:this|comment)"
    r"|(?:quote|reply|permalink|inappropriate\??|alert us|recommend(?:ed)?(?: this)?)\W*$"
    r"|comment (?:no\b|#|id\b)|#?\d{1,4}[.):]?\s*$)",
    re.IGNORECASE,
)
_FORM = frozenset(
    "comment comments commenting post posted posting posts register registered registration login "
    "logged sign signed email mail e name username screen password required displayed published "
    "publish moderated moderation moderators moderator offensive abusive abuse report "
    "inappropriate unsuitable member members membership account characters remaining message "
    "messages submit submitted submission submissions discussion reply remember subject title "
    "website url html libelous defamatory obscene threaten harass reviewed reserve removed guest "
    "guidelines terms rules opinion opinions views readers reader users user".split()
)
_WORD = re.compile(r"[^\W_]+")
_ITEM = re.compile(r"\d{1,4}[.)]?\s*$|[^\W\d_][\w.'’ -]{1,28}(?:,\s[\w .'’-]{2,30})?\W{0,2}$")
_KEY = re.compile(r"[^\W\d_]+|\d")

AROUND, AHEAD = 5, 14
"""Pieces on each side that "around" looks at, and on one side that "before" and "after" do."""


def is_invitation(text: str) -> bool:
    """Whether a line opens or offers a readers' section: "Have your say", "3 comments"."""
    return len(text) <= 120 and _invites(text)


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _invites(text: str) -> bool:
    """The same for a short line."""
    return bool(_INVITES.match(text))


def is_posted(text: str) -> bool:
    """Whether a line is what stands beside a posted comment: "Posted by: …", "Report this"."""
    if len(text) > 120:
        return chat_head(text) is not None
    return _is_posted(text)


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _is_posted(text: str) -> bool:
    """The same for a short line."""
    return bool(_POSTED.match(text) or chat_head(text) or markers.is_comment_tool(text))


def talk_features(pieces: Sequence[Piece], odds: Floats, heads: Mapping[int, Head]) -> Floats:
    """A row of :data:`TALK` for each piece (float32, about -1 to 1).

    ``odds`` are each paragraph's log odds of being readers' talk, judged by itself
    (:meth:`counterclaim.pages.tagger.Register.scores`); ``heads`` the lines with a comment's author
    and time (:func:`counterclaim.pages.threads.heads` of all pieces).
    """
    count = len(pieces)
    named = {at + step for at, head in heads.items() if head.time for step in range(head.lines)}
    texts = [piece.text for piece in pieces]
    invites = np.array([is_invitation(text) for text in texts], np.float32)
    form = np.array([form_share(text) for text in texts], np.float32)
    posted = np.array([at in named or is_posted(text) for at, text in enumerate(texts)], np.float32)
    alike = _alike(texts)
    rows = np.zeros((count, len(TALK)), np.float32)
    rows[:, 0], rows[:, 1], rows[:, 3] = invites, form, posted
    rows[:, 2] = [text[-1] == "?" and len(text) < 120 for text in texts]
    rows[:, 4] = [len(text) <= 60 and markers.is_comment_tool(text) for text in texts]
    rows[:, 5] = [len(text) <= 60 and bool(_ITEM.match(text)) for text in texts]
    rows[:, 6], rows[:, 7] = alike, alike * posted
    rows[:, 8:11] = _below(invites, texts)
    rows[:, 11], rows[:, 12] = _around(posted), _around(form)
    rows[:, 13:] = _sounds(texts, odds)
    return rows


def form_share(text: str) -> float:
    """How dense the words of comment forms and house rules are."""
    return _form_share(text[:600])


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _form_share(head: str) -> float:
    """The same for a paragraph's beginning."""
    words = _WORD.findall(head.lower())
    return min(1.0, 2 * sum(map(_FORM.__contains__, words)) / max(4, len(words)))


def _alike(texts: Sequence[str]) -> Floats:
    """How many short lines of the page have the same beginning, digits apart."""
    keys = [_begins(text[:40]) if len(text) <= 120 else "" for text in texts]
    counts = Counter(keys)
    return np.array([math.log(counts[key]) / 3 if key else 0 for key in keys], np.float32)


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _begins(start: str) -> str:
    """The first two words of a line, a digit being a word."""
    return " ".join("0" if word.isdigit() else word for word in _KEY.findall(start.lower())[:2])


def _below(invites: Floats, texts: Sequence[str]) -> Floats:
    """Nearness to the last invitation below running text, that there is one, and how many."""
    rows = np.zeros((len(texts), 3), np.float32)
    last, told, seen = -1, 0, 0
    for at, text in enumerate(texts):
        if invites[at] and told >= 2:
            last, seen = at, seen + 1
        told += len(text) > 140
        if last >= 0:
            rows[at] = 1 / (1 + (at - last) / 3), math.exp((last - at) / 40), min(1, seen / 4)
    return rows


def _around(values: Floats) -> Floats:
    """The mean of a piece's neighbours and its own."""
    total = np.concatenate([[0], np.cumsum(values)])
    at = np.arange(len(values))
    first, last = np.maximum(0, at - AROUND), np.minimum(len(values), at + AROUND + 1)
    mean: Floats = ((total[last] - total[first]) / (last - first)).astype(np.float32)
    return mean


def _sounds(texts: Sequence[str], odds: Floats) -> Floats:
    """A piece's odds; their means around, before and after it, weighted by length; how they turn.

    Lines of a few words say little by themselves and count little.
    """
    weight = np.array([min(len(text), 400) if len(text) > 25 else 0 for text in texts], np.float32)
    bound = np.clip(odds, -3, 3) / 3
    mass = np.concatenate([[0], np.cumsum(weight)])
    sums = np.concatenate([[0], np.cumsum(weight * bound)])
    at = np.arange(len(texts))

    def mean(first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]) -> Floats:
        """The score of the paragraphs from ``first`` to before ``last``, by words."""
        low, high = np.maximum(0, first), np.minimum(len(texts), last)
        part: Floats = (sums[high] - sums[low]) / (mass[high] - mass[low] + 100)
        return part

    before, after = mean(at - AHEAD, at), mean(at, at + AHEAD)
    around = mean(at - AROUND, at + AROUND + 1)
    return np.stack([bound * np.minimum(1, weight / 100), around, before, after, after - before], 1)
