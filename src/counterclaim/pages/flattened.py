"""Flattened text, with no mark-up at all, to kinds of blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.bags import word_bag
from counterclaim.pages.discussion import discussion, is_furniture
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.mending import complete_captions, mend_scraps
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import CLASSES, Tagger, load_register, load_tagger
from counterclaim.pages.talk import is_invitation, is_posted, talk_features
from counterclaim.pages.threads import Head, heads
from counterclaim.records import BlockKind

__all__ = ["article_kind", "classify", "comment_start", "divide"]

Floats = npt.NDArray[np.float32]

OTHER, HEADLINE, BODY, BYLINE, DATELINE, CAPTION, NOTE, RELATED, COMMENT = range(len(CLASSES))

FOR, AGAINST = 3.0, 2.0
"""Most that one paragraph counts for and against being readers' talk (nats): no single outburst in
an article, and no news report quoted by a reader, decides."""

UNDER_HEAD = 1.0
"""Nats added to what stands under a line with a comment's author and time."""

TRANSCRIBED = 3
"""Lines under a speaker's name in capitals from which on they are a transcript."""

LATE = -3.0
"""Most (log probability) that a piece above the readers' talk counts for being part of it."""

ALONE = 0.7
"""Weight of how a paragraph sounds by itself, beside how it looks among its neighbours."""

EVIDENCE = 1.5
"""Nats that readers' talk must be ahead by before a page is taken to have any."""


MORE_EVIDENCE = 4.0
"""The same for a line or two at the very end without any trace of a comment system."""


class Division(NamedTuple):
    """How a page is divided.

    Attributes:
        kinds: the kind of each piece.
        start: the piece at which readers take over, the number of pieces if they never do.
        discussed: whether each piece belongs to the readers' section.
    """

    kinds: list[BlockKind]
    start: int
    discussed: list[bool]


def classify(pieces: Sequence[Piece], tagger: Tagger | None = None) -> list[BlockKind]:
    """The kind of each piece of a flattened page; ``tagger`` is the shipped one unless given."""
    return divide(pieces, tagger).kinds


def divide(pieces: Sequence[Piece], tagger: Tagger | None = None) -> Division:
    """The kinds of a flattened page's pieces and its readers' section."""
    features = text_features(pieces)
    odds = load_register().scores(*own_features(pieces, features))
    features = np.concatenate([features, talk_features(pieces, odds)], axis=1)
    scores = (tagger or load_tagger("flattened")).scores(features, word_bag(pieces))
    named = heads(pieces, range(len(pieces)))
    start = _headed(pieces, named)
    if start is None:
        start = comment_start(pieces, scores, odds, _head_lines(named))
    kinds: list[BlockKind] = [
        _talk_kind(piece, row) if at >= start else article_kind(piece, row)
        for at, (piece, row) in enumerate(zip(pieces, scores, strict=True))
    ]
    _keep_posts(pieces, kinds, start)
    _settle_headline(pieces, kinds, scores, start)
    complete_captions(pieces, kinds)
    mend_scraps(pieces, kinds, start)
    talk = scores[:, COMMENT].copy()
    talk[:start] = np.minimum(talk[:start], LATE)
    discussed = discussion(pieces, talk, kinds, [False] * len(pieces))
    said = [at for at in range(start, len(pieces)) if kinds[at] == "comment"]
    for at in range(start, said[-1] if said else start):
        discussed[at] = True
    settle_section(pieces, kinds, discussed, scores)
    return Division(kinds, start, discussed)


def settle_section(
    pieces: Sequence[Piece], kinds: list[BlockKind], discussed: Sequence[bool], scores: Floats
) -> None:
    """Nothing inside the readers' section is the article's: a comment, or its furniture."""
    for at, (piece, row) in enumerate(zip(pieces, scores, strict=True)):
        if discussed[at] and kinds[at] not in ("comment", "other", "related"):
            said = row[COMMENT] > row[OTHER] and not is_furniture(piece.text)
            kinds[at] = "comment" if said else "other"


def comment_start(
    pieces: Sequence[Piece], scores: Floats, odds: Floats, named: Sequence[int] = ()
) -> int:
    """The piece at which readers take over, or the number of pieces where they never do.

    A change point: the place from which on the paragraphs, taken together, are best explained as
    readers' talk. ``scores`` see a paragraph among its neighbours, ``odds`` by itself; both count.
    Furniture counts for neither side. Lines that only a comment system prints belong to the talk
    that they open, and so do the lines ``named``, with a comment's author and time.
    """
    story = np.logaddexp.reduce(scores[:, HEADLINE : NOTE + 1], axis=1)
    furniture = np.logaddexp(scores[:, OTHER], scores[:, RELATED])
    inside = np.clip(scores[:, COMMENT] - story, -AGAINST, FOR)
    alone = np.clip(odds, -AGAINST, FOR)
    gain = (ALONE * alone + (1 - ALONE) * inside) * (1 - np.exp(np.minimum(0, furniture)))
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
    total = np.append(np.cumsum(gain[::-1])[::-1], 0.0)
    best = int(total.argmax())
    needed = EVIDENCE if (gain[best:] > 0).sum() > 2 or _traced(pieces[best:]) else MORE_EVIDENCE
    if total[best] < needed:
        return len(pieces)
    while best < len(pieces) and furniture[best] > max(story[best], scores[best, COMMENT]):
        best += 1
    while best and (best - 1 in named or _opens_talk(pieces[best - 1])):
        best -= 1
    return best


def _head_lines(found: Mapping[int, Head]) -> list[int]:
    """Lines with a comment's author and time; none where there is only one comment's."""
    lines = [at + step for at, head in found.items() for step in range(head.lines) if head.time]
    return lines if sum(head.time is not None for head in found.values()) > 1 else []


def _headed(pieces: Sequence[Piece], found: Mapping[int, Head]) -> int | None:
    """The heading of a comment section below the story that an author's line follows at once."""
    told = next((at for at, piece in enumerate(pieces) if len(piece.text) > 80), len(pieces))
    for at in range(told + 1, len(pieces) - 1):
        head = len(pieces[at].text) <= 120 and patterns.COMMENTS_HEAD.match(pieces[at].text)
        if head and any(following in found for following in range(at + 1, at + 4)):
            return at
    return None


def _keep_posts(pieces: Sequence[Piece], kinds: list[BlockKind], start: int) -> None:
    """A comment's head, and the line after it, are the comment's, however short."""
    for at, head in heads(pieces, range(start, len(pieces))).items():
        last = min(len(pieces), at + head.lines + 1)
        for member in range(at, last):
            text = pieces[member].text[:200]
            furniture = markers.is_separator(text) or markers.is_comment_tool(text)
            if member < at + head.lines or not (furniture or patterns.COMMENTS_HEAD.match(text)):
                kinds[member] = "comment"


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


def article_kind(piece: Piece, row: Floats) -> BlockKind:
    """The kind of a piece before the comments: what its words force, else its best score."""
    head = piece.text[:300]
    if markers.is_separator(piece.text):
        return "other"
    if patterns.NOTE.match(head):
        return "note"
    marker = markers.read_marker(head)
    if marker is not None and marker.kind == "word" and (marker.number or not marker.alone):
        return "body"
    if markers.is_date_line(piece.text) or (marker is not None and marker.alone):
        return "dateline"
    if len(piece.text) <= 60 and _is_place_line(piece.text):
        return "dateline"
    best = int(row[:COMMENT].argmax())
    if marker is not None and marker.kind == "time" and best in (HEADLINE, BYLINE, CAPTION):
        return "body"
    if best in (BODY, HEADLINE) and len(piece.text) <= 200 and patterns.RELATED.match(head):
        return "related"
    credited = len(piece.text) <= 160 and patterns.BYLINE.match(piece.text)
    if best == BODY and marker is None and credited:
        return "byline"
    if best == BODY and marker is None and _looks_shown(piece):
        return "caption"
    return CLASSES[best]


def _is_place_line(text: str) -> bool:
    """Whether a line is a dateline of its own: a place in capitals and something beside it."""
    return text != text.upper() and bool(patterns.PLACE_LINE.match(text))


def _looks_shown(piece: Piece) -> bool:
    """Whether a short piece without a final stop reads like a caption left in the text."""
    text = piece.text
    if len(text) > 250 or text[-1] in '.!?:;,"”…' or len(text.split()) < 5:
        return False
    return bool(patterns.CAPTION.search(text) or patterns.SHOWN.search(text))


def _talk_kind(piece: Piece, row: Floats) -> BlockKind:
    """The kind of a piece among the comments."""
    if markers.is_separator(piece.text) or is_furniture(piece.text):
        return "other"
    if len(piece.text) > 60 and max(row[OTHER], row[RELATED]) < -0.3:
        return "comment"
    best = int(row[[OTHER, RELATED, COMMENT]].argmax())
    return ("other", "related", "comment")[best]


def _settle_headline(
    pieces: Sequence[Piece], kinds: list[BlockKind], scores: Floats, start: int
) -> None:
    """One headline at most, above the story: the best scored, else the line before the story."""
    first = next((at for at in range(start) if _runs(pieces[at], kinds[at])), start)
    above = range(min(first + 1, start))
    held = [at for at in range(start) if kinds[at] == "headline"]
    best = max(
        (at for at in held if at <= first), key=lambda at: scores[at, HEADLINE], default=None
    )
    if best is None:
        best = next((at for at in reversed(above) if _may_head(pieces[at], kinds[at])), None)
    for at in held:
        kinds[at] = "body" if at > (first if best is None else best) else "other"
    if best is not None:
        kinds[best] = "headline"


def _runs(piece: Piece, kind: BlockKind) -> bool:
    """Whether a piece is running text of the story."""
    return kind in ("body", "note") and (len(piece.text) > 140 or piece.text[-1] in ".:")


def _may_head(piece: Piece, kind: BlockKind) -> bool:
    """Whether a piece could be a headline although its score does not say so."""
    size = len(piece.text)
    plain = piece.text[-1] not in ".:;," and markers.read_marker(piece.text) is None
    return (
        plain and kind in ("body", "other", "related") and 15 <= size <= 200 and " " in piece.text
    )
