"""Flattened text, with no mark-up at all, to kinds of blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.bags import read_words, word_bag
from counterclaim.pages.boundary import Boundary
from counterclaim.pages.discussion import discussion, is_furniture, stretches
from counterclaim.pages.elsewhere import ELSEWHERE, STORY, led_away
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.forest import Forest, load_forest
from counterclaim.pages.furniture import is_page_furniture
from counterclaim.pages.headings import headed_start
from counterclaim.pages.links import RUNNING, STOPPED, link_features
from counterclaim.pages.mail import mail_head
from counterclaim.pages.mending import complete_captions, drop_counters, mend_scraps, name_writers
from counterclaim.pages.pieces import Piece
from counterclaim.pages.posted import keep_posts, talk_end, talk_kind
from counterclaim.pages.tagger import CLASSES, Tagger, load_register, load_tagger
from counterclaim.pages.takeover import head_lines, plain_start
from counterclaim.pages.talk import is_posted, talk_features
from counterclaim.pages.threads import heads
from counterclaim.records import BlockKind

__all__ = ["Division", "article_kind", "classify", "divide", "settle_section"]

Floats = npt.NDArray[np.float32]

OTHER, HEADLINE, BODY, BYLINE, DATELINE, CAPTION, NOTE, RELATED, COMMENT = range(len(CLASSES))

_SIGNED = re.compile(
    rf"[\s*_(\[]{{0,6}}(?:(?:posted |written |story )?by\s(?!{patterns.DATE})\S"
    r"|(?=[^|·•]{0,60}(?-i:[a-z]))[^|·•\d]{3,60}\s[|·•]\s.{0,40}\d)",
    re.IGNORECASE,
)
"""``Ann Lee | 5 May, 9 pm`` or ``by ann_lee, 5 May``: who wrote it stands before the date."""

_RECOUNTS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:has |had |also |later |then )?"
    r"(?:said|says|added|adds|told|explained|continued|recalled|noted)\b|"
    r"\b(?:said|says|added|told) (?:he|she)\b"
)
"""Speech of somebody whom the text before has named: the story goes on."""

_ENDED = frozenset(".!?:;,…\"'”’")
_STOPS = frozenset('.”"’')

SURE = 4.5
"""Log odds of the tagger from which on what it calls furniture stays so."""

LEAD, SHARED = 4, 2.0
"""Paragraphs from the story's first on whose words a headline has, and the nats that it is
ahead by then."""

MASTHEAD = 30
"""Characters of a page's name above its headline at most."""

LATE = -3.0
"""Most (log probability) that a piece above the readers' talk counts for being part of it."""


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


def divide(
    pieces: Sequence[Piece],
    tagger: Tagger | None = None,
    forest: Forest | None = None,
    boundary: Boundary | None = None,
) -> Division:
    """The kinds of a flattened page's pieces and its readers' section; models as shipped."""
    features = text_features(pieces)
    odds = load_register().scores(*own_features(pieces, features))
    named = heads(pieces, range(len(pieces)))
    features = np.concatenate([features, talk_features(pieces, odds, named)], axis=1)
    scores = (tagger or load_tagger("flattened")).scores(features, word_bag(pieces))
    lines = np.concatenate([features, link_features(pieces)], axis=1)
    logs = (forest or load_forest("links")).scores(lines)
    start = headed_start(pieces, named)
    if start is None:
        start = plain_start(pieces, scores, odds, head_lines(named), boundary)
    kinds: list[BlockKind] = [
        talk_kind(piece, row) if at >= start else article_kind(piece, row)
        for at, (piece, row) in enumerate(zip(pieces, scores, strict=True))
    ]
    keep_posts(pieces, kinds, start)
    _settle_headline(pieces, kinds, scores, start)
    complete_captions(pieces, kinds)
    mend_scraps(pieces, kinds, start)
    talk = scores[:, COMMENT].copy()
    talk[:start] = np.minimum(talk[:start], LATE)
    held = stretches(pieces, talk, [False] * len(pieces))
    discussed = discussion(pieces, kinds, held)
    said = [at for at in range(start, len(pieces)) if kinds[at] == "comment"]
    for at in range(start, talk_end(pieces, said)):
        discussed[at] = True
    settle_section(pieces, kinds, discussed, scores)
    _settle_links(pieces, kinds, discussed, scores, logs)
    drop_counters(pieces, kinds)
    name_writers(pieces, kinds)
    _settle_mail(pieces, kinds)
    return Division(kinds, start, discussed)


def _settle_links(
    pieces: Sequence[Piece],
    kinds: list[BlockKind],
    discussed: Sequence[bool],
    scores: Floats,
    logs: Floats,
) -> None:
    """What leads elsewhere is not the story's, all else is; headlines and notes stay as they are.

    ``logs`` are the forest's, ``scores`` the tagger's.
    """
    story = np.logaddexp.reduce(scores[:, HEADLINE : NOTE + 1], axis=1)
    beside = np.logaddexp(scores[:, OTHER], scores[:, RELATED]) - story
    away = led_away(pieces, logs, beside, discussed)
    sure = logs[:, STORY] >= logs[:, ELSEWHERE]
    told_here = ~np.array(away, bool) & sure & (beside < SURE)
    said = kinds.index("comment") if "comment" in kinds else len(kinds)
    told_here[said:] = False  # readers have taken over
    for at, (piece, row) in enumerate(zip(pieces, scores, strict=True)):
        if discussed[at] or kinds[at] in ("comment", "headline", "note"):
            continue
        if away[at] and kinds[at] not in ("other", "related"):
            stopped = len(piece.text) > STOPPED and piece.text[-1] in _STOPS
            runs = (len(piece.text) > RUNNING or stopped) and sure[at]
            runs |= kinds[at] == "caption" and bool(patterns.CREDIT.match(piece.text))
            if markers.read_marker(piece.text) is None and not runs:
                kinds[at] = "related" if row[RELATED] > row[OTHER] else "other"
        elif kinds[at] in ("other", "related") and told_here[at] and not _plainly_beside(piece):
            told = row.copy()
            told[[OTHER, RELATED, HEADLINE]] = -np.inf
            kinds[at] = article_kind(piece, told)


def _plainly_beside(piece: Piece) -> bool:
    """Whether a line says by itself that it is none of the story's."""
    text = piece.text
    return len(text) <= 200 and bool(
        patterns.RELATED.match(text)
        or markers.is_separator(text)
        or markers.is_comment_tool(text)
        or is_page_furniture(text)
        or is_furniture(text)
    )


def settle_section(
    pieces: Sequence[Piece], kinds: list[BlockKind], discussed: Sequence[bool], scores: Floats
) -> None:
    """Nothing inside the readers' section is the article's: a comment, or its furniture."""
    for at, (piece, row) in enumerate(zip(pieces, scores, strict=True)):
        if discussed[at] and kinds[at] not in ("comment", "other", "related"):
            said = row[COMMENT] > row[OTHER] and not is_furniture(piece.text)
            kinds[at] = "comment" if said else "other"


def article_kind(piece: Piece, row: Floats) -> BlockKind:
    """The kind of a piece before the comments: what its words force, else its best score."""
    head = piece.text[:300]
    if markers.is_separator(piece.text) or is_page_furniture(piece.text):
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
    signed = best == DATELINE and _SIGNED.match(head)
    if signed or (best == BODY and marker is None and credited):
        return "byline"
    if best == BODY and marker is None and _looks_shown(piece):
        return "caption"
    recounts = best == CAPTION and _RECOUNTS.search(piece.text)
    return "body" if recounts else CLASSES[best]


def _is_place_line(text: str) -> bool:
    """Whether a line is a dateline of its own: a place in capitals and something beside it."""
    return text != text.upper() and bool(patterns.PLACE_LINE.match(text))


def _looks_shown(piece: Piece) -> bool:
    """Whether a short piece without a final stop reads like a caption left in the text."""
    text = piece.text
    if len(text) > 250 or text[-1] in _ENDED or len(text.split()) < 5:
        return False
    return bool(patterns.CAPTION.search(text) or patterns.SHOWN.search(text))


def _settle_headline(
    pieces: Sequence[Piece], kinds: list[BlockKind], scores: Floats, start: int
) -> None:
    """One headline at most, above the story: the best scored, else the line before the story."""
    first = next((at for at in range(start) if _runs(pieces[at], kinds[at])), start)
    above = range(min(first + 1, start))
    held = [at for at in range(start) if kinds[at] == "headline"]
    running = [piece for piece in pieces[first:start] if len(piece.text) > RUNNING // 2]
    told = _words(running[:LEAD])
    shared = [len(_words([piece]) & told) for piece in pieces[:first]] + [0]

    def said(at: int) -> float:
        """How much a line looks like the headline and has of the story's words."""
        return float(scores[at, HEADLINE]) + SHARED * min(2, shared[at])

    best = max((at for at in held if at <= first), key=said, default=None)
    if best is None or (best < first and not shared[best] and len(pieces[best].text) <= MASTHEAD):
        could = [at for at in above if at in held or _may_head(pieces[at], kinds[at])]
        likely = [at for at in could if shared[at] > 1]
        if best is not None and " " not in pieces[best].text:  # where it was posted, by whom
            likely += [at for at in could if at > best and " " in pieces[at].text]
        best = next(iter(likely), best)
    if best is None:
        best = next((at for at in reversed(above) if _may_head(pieces[at], kinds[at])), None)
    for at in held:
        kinds[at] = "body" if at > (first if best is None else best) else "other"
    if best is not None:
        kinds[best] = "headline"


def _settle_mail(pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    """The header lines of a message; its subject is the headline."""
    head = mail_head(pieces)
    if "headline" in head.values():
        kinds[:] = ["body" if kind == "headline" else kind for kind in kinds]
    for at, kind in head.items():
        kinds[at] = kind


def _words(pieces: Sequence[Piece]) -> set[str]:
    """The longer words of some pieces, by which a headline is known to be of the story below it."""
    return {word.low for piece in pieces for word in read_words(piece.text) if word.size > 3}


def _runs(piece: Piece, kind: BlockKind) -> bool:
    """Whether a piece is running text of the story."""
    return kind in ("body", "note") and (len(piece.text) > 140 or piece.text[-1] in ".:")


def _may_head(piece: Piece, kind: BlockKind) -> bool:
    """Whether a piece could be a headline although its score does not say so."""
    size = len(piece.text)
    plain = piece.text[-1] not in ".:;," and markers.read_marker(piece.text) is None
    plain = plain and not is_page_furniture(piece.text) and not is_posted(piece.text)
    return (
        plain and kind in ("body", "other", "related") and 15 <= size <= 200 and " " in piece.text
    )
