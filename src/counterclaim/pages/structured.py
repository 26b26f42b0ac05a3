"""HTML pieces to kinds of blocks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.bags import word_bag
from counterclaim.pages.cues import has_cue
from counterclaim.pages.entries import reader_posts
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.flattened import article_kind, comment_start
from counterclaim.pages.markup import Markup
from counterclaim.pages.pieces import Marks, Piece
from counterclaim.pages.structure import structure_features
from counterclaim.pages.tagger import CLASSES, Tagger, load_register, load_tagger
from counterclaim.records import BlockKind

__all__ = ["classify_markup"]

Floats = npt.NDArray[np.float32]
MOST_IN_POST = 80
"""Pieces that one comment with the replies inside it has at most."""

SIGN = -1.0
"""Log probability of one piece being a comment from which on a page is looked at as a whole."""

OUT_OF_PLACE = 3.0
"""What an article's classes lose (nats) below the place where readers take over."""

OTHER, HEADLINE, BODY, SUPPLEMENT, RELATED, COMMENT = range(len(CLASSES))


def classify_markup(page: Markup, tagger: Tagger | None = None) -> list[BlockKind]:
    """The kind of each piece of an HTML page; ``tagger`` is the shipped one unless given."""
    features = np.concatenate([text_features(page.pieces), structure_features(page)], axis=1)
    scores = (tagger or load_tagger("structured")).scores(features, word_bag(page.pieces))
    _divide(page, scores, _heed_posts(page, scores))
    kinds = [
        _kind(piece, piece.marks or Marks(), row)
        for piece, row in zip(page.pieces, scores, strict=True)
    ]
    _settle_headline(page, kinds, scores)
    return kinds


def _heed_posts(page: Markup, scores: Floats) -> int:
    """What stands in an element that calls itself a comment is one; changes ``scores``.

    Returns the first such piece, or the number of pieces.
    """
    first = len(scores)
    posts = reader_posts(page)
    title = int(scores[:, HEADLINE].argmax())
    for region in posts:
        if region.last - region.first <= MOST_IN_POST and not region.first <= title < region.last:
            first = min(first, region.first)
            for at in range(region.first, region.last):
                marks = page.pieces[at].marks
                linked = marks is not None and marks.linked * 2 > len(page.pieces[at].text)
                named = not linked and not markers.is_comment_tool(page.pieces[at].text)
                scores[at, COMMENT] = max(scores[at, COMMENT], 0.5 if named else -3.0)
    return first


def _divide(page: Markup, scores: Floats, first: int) -> None:
    """Let readers have no say before the place where they take over, and the outlet none after it.

    ``first`` is the first piece that calls itself a comment. Changes ``scores``; only
    pages that show some sign of comments are looked at.
    """
    if scores[:, COMMENT].max(initial=-9) < SIGN:
        return
    odds = load_register().scores(*own_features(page.pieces))
    start = min(first, comment_start(page.pieces, scores, odds))
    scores[:start, COMMENT] = -99
    scores[start:, HEADLINE : SUPPLEMENT + 1] -= OUT_OF_PLACE


def _kind(piece: Piece, marks: Marks, row: Floats) -> BlockKind:
    """The kind of one piece: its best score, refined by what its mark-up says."""
    best = int(row.argmax())
    if best == COMMENT:
        return "other" if patterns.COMMENTS_HEAD.match(piece.text[:200]) else "comment"
    shown = marks.linked * 2 < len(piece.text)
    if shown and ("/figcaption" in marks.path or marks.tag == "figcaption"):
        return "caption"
    if best in (OTHER, RELATED):
        return _furniture_kind(piece, marks, shown, best)
    kind = article_kind(piece, row)
    if kind == "caption":
        return _beside(marks)
    if kind == "body" and (has_cue(marks.cues, "embed") or "/blockquote" in marks.path):
        return "embed" if has_cue(marks.above | marks.cues, "embed") else "body"
    return kind


def _furniture_kind(piece: Piece, marks: Marks, shown: bool, best: int) -> BlockKind:
    """The kind of a piece that is not the article's text: what its class and words still say."""
    text = piece.text
    named = len(text) <= 60 and 2 <= len(text.split()) <= 8 and text[0].isupper()
    if shown and (patterns.BYLINE.match(text) or (named and has_cue(marks.cues, "byline"))):
        return "byline"
    if shown and has_cue(marks.cues, "caption") and patterns.CREDIT.search(text):
        return "caption"
    listed = not shown and len(text.split()) >= 4 and has_cue(marks.above | marks.cues, "related")
    return "related" if best == RELATED or listed or patterns.RELATED.match(text[:300]) else "other"


def _beside(marks: Marks) -> BlockKind:
    """A supplement's kind by its mark-up: a byline or a caption."""
    byline = has_cue(marks.cues, "byline") and not has_cue(marks.cues, "caption")
    return "byline" if byline else "caption"


def _settle_headline(page: Markup, kinds: list[BlockKind], scores: Floats) -> None:
    """The best scored headline stays one, also where it is repeated; others are the story's."""
    held = [at for at, kind in enumerate(kinds) if kind == "headline"]
    if not held:
        tags = [
            at for at, piece in enumerate(page.pieces) if piece.marks and piece.marks.tag == "h1"
        ]
        first = next((at for at, kind in enumerate(kinds) if kind == "body"), len(kinds))
        above = [at for at in tags if at < first and kinds[at] in ("body", "other")]
        if above:
            kinds[above[-1]] = "headline"
        return
    best = max(held, key=lambda at: scores[at, HEADLINE])
    for at in held:
        if at != best and page.pieces[at].text != page.pieces[best].text:
            kinds[at] = "body"
