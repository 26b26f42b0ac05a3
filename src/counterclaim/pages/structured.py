"""HTML pieces to kinds of blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.bags import word_bag
from counterclaim.pages.cues import has_cue
from counterclaim.pages.discussion import discussion, is_furniture, stretches
from counterclaim.pages.entries import reader_posts
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.flattened import Division, article_kind, settle_section
from counterclaim.pages.markup import Markup
from counterclaim.pages.pieces import Marks, Piece
from counterclaim.pages.structure import structure_features
from counterclaim.pages.tagger import CLASSES, Tagger, load_register, load_tagger
from counterclaim.pages.takeover import comment_start
from counterclaim.pages.talk import talk_features
from counterclaim.pages.threads import Head, heads
from counterclaim.records import BlockKind

__all__ = ["classify_markup"]

Floats = npt.NDArray[np.float32]
MOST_IN_POST = 80
"""Pieces that one comment with the replies inside it has at most."""

SIGN = -1.0
"""Log probability of one piece being a comment from which on a page is looked at as a whole."""

LONGEST_NAME = 20
"""Characters of a link that may be a reader's name."""

MOST_UNDER_HEAD = 6
"""Pieces below a line with author and time that are looked at for the comment."""

PRESS, LIKELY = -1.5, -0.3
"""Mean log odds below which such lines sign an outlet's entries; log probability given else."""

OUT_OF_PLACE = 3.0
"""What an article's classes lose (nats) below the place where readers take over."""

_TITLES = frozenset("h1 h2 h3 h4 h5 h6 dt".split())

OTHER, HEADLINE, BODY, BYLINE, DATELINE, CAPTION, NOTE, RELATED, COMMENT = range(len(CLASSES))


def classify_markup(page: Markup, tagger: Tagger | None = None) -> list[BlockKind]:
    """The kind of each piece of an HTML page; ``tagger`` is the shipped one unless given."""
    return divide_markup(page, tagger).kinds


def divide_markup(page: Markup, tagger: Tagger | None = None) -> Division:
    """The kinds of an HTML page's pieces and its readers' section."""
    if not page.pieces:
        return Division([], 0, [])
    own = text_features(page.pieces)
    odds = load_register().scores(*own_features(page.pieces, own))
    named = heads(page.pieces, range(len(page.pieces)))
    features = [own, structure_features(page), talk_features(page.pieces, odds, named)]
    model = tagger or load_tagger("structured")
    scores = model.scores(np.concatenate(features, axis=1), word_bag(page.pieces))
    scores[:, CAPTION] = np.logaddexp.reduce(scores[:, BYLINE : NOTE + 1], axis=1)
    scores[:, [BYLINE, DATELINE, NOTE]] = -99  # the corpus does not tell them apart: see _beside
    first = _heed_posts(page, scores)
    first = min(first, _heed_heads(page.pieces, scores, odds, named))
    titles = [piece.marks is not None and piece.marks.tag in _TITLES for piece in page.pieces]
    talk = scores[:, COMMENT].copy()
    held = stretches(page.pieces, talk, titles)
    start = _divide(page, scores, first, odds, held)
    kinds = [
        _kind(piece, piece.marks or Marks(), row)
        for piece, row in zip(page.pieces, scores, strict=True)
    ]
    _settle_headline(page, kinds, scores)
    discussed = discussion(page.pieces, kinds, held)
    settle_section(page.pieces, kinds, discussed, scores)
    return Division(kinds, start, discussed)


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


def _heed_heads(
    pieces: Sequence[Piece], scores: Floats, odds: Floats, named: Mapping[int, Head]
) -> int:
    """What stands under lines with a comment's author and time is a comment; changes ``scores``.

    Returns the first such line, or the number of pieces.
    Only below running text, only where there are several such lines or one with a button below it,
    and not where what they head sounds like the press: reporters sign the entries of live blogs.
    """
    told = [at for at, piece in enumerate(pieces) if len(piece.text) > 140]
    below = range(told[1] + 1, len(pieces)) if len(told) > 1 else range(0)
    found = [at for at in named if at in below and not _is_link(pieces[at])]
    ends = pairwise([*found, len(pieces)])
    held = [range(at, min(at + MOST_UNDER_HEAD, end)) for at, end in ends]
    under = [
        at
        for part in held
        for at in part
        if len(pieces[at].text) > 25 and at not in found and not _is_link(pieces[at])
    ]
    if 2 * sum(len(part) > 1 for part in held) < len(held):  # a list of dated lines, none a comment
        return len(pieces)
    buttons = any(markers.is_comment_tool(pieces[at].text) for part in held for at in part)
    if len(found) + buttons < 2 or not under or odds[under].clip(-4, 4).mean() < PRESS:
        return len(pieces)
    for part in held:
        texts = [at for at in part if at in under]
        for at in part[: (texts[0] - part[0] + 1) if texts else 1]:
            scores[at, COMMENT] = max(scores[at, COMMENT], LIKELY)
            scores[at, HEADLINE : NOTE + 1] -= OUT_OF_PLACE
    return found[0]


def _is_link(piece: Piece) -> bool:
    """Whether a piece is mostly a link: "Harbour closed (3 May)" in a list of stories.

    No reader's name is longer than :data:`LONGEST_NAME`.
    """
    linked = piece.marks.linked if piece.marks is not None else 0
    return linked * 2 > len(piece.text) or linked > LONGEST_NAME


def _divide(
    page: Markup, scores: Floats, first: int, odds: Floats, held: npt.NDArray[np.bool_]
) -> int:
    """Let readers have no say before the place where they take over, and the outlet none after it.

    ``first`` is the first piece that calls itself a comment, ``odds`` how each sounds by itself,
    ``held`` the stretches that look like a readers' section, wherever they stand. Changes
    ``scores``; only pages that show some sign of comments are looked at. Returns the place, or the
    number of pieces.
    """
    if scores[:, COMMENT].max(initial=-9) < SIGN:
        return len(scores)
    start = min(first, comment_start(page.pieces, scores, odds))
    scores[:start, COMMENT][~held[:start]] = -99
    scores[start:, HEADLINE : NOTE + 1] -= OUT_OF_PLACE
    return start


def _kind(piece: Piece, marks: Marks, row: Floats) -> BlockKind:
    """The kind of one piece: its best score, refined by what its mark-up says."""
    best = int(row.argmax())
    if best == COMMENT:
        return "other" if is_furniture(piece.text) else "comment"
    shown = marks.linked * 2 < len(piece.text)
    if shown and ("/figcaption" in marks.path or marks.tag == "figcaption"):
        return "caption"
    if best in (OTHER, RELATED):
        return _furniture_kind(piece, marks, shown, best)
    kind = article_kind(piece, row)
    if kind == "caption":
        return _beside(piece, marks)
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


def _beside(piece: Piece, marks: Marks) -> BlockKind:
    """What stands beside an article's text, by its words and mark-up: byline, date or caption."""
    short = len(piece.text) <= 60 and patterns.DATELINE.fullmatch(piece.text)
    if short or markers.is_date_line(piece.text):
        return "dateline"
    if len(piece.text) <= 160 and patterns.BYLINE.match(piece.text):
        return "byline"
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
