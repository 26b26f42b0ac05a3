"""Lists of like elements in HTML: the entries of a live blog, and the posts of a thread."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

from counterclaim.pages import markers
from counterclaim.pages.cues import has_cue
from counterclaim.pages.dates import iso
from counterclaim.pages.markup import Markup
from counterclaim.pages.pieces import Piece, Region
from counterclaim.pages.threads import Post
from counterclaim.records import BlockKind

__all__ = ["link_posts", "mark_posts", "reader_posts", "update_entries"]

_POST = re.compile(
    r"comment|repl(?:y|ies)|respon[sd]e|post|message|talkback|feedback", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:comment|reply|post|message|feedback)\w*[-_:]?\w*\d", re.IGNORECASE)
_COMMENT = re.compile(r"comment|repl(?:y|ies)\b|talkback|disqus", re.IGNORECASE)
_OPEN = re.compile(
    r"\S*comments?[-_ ]?(?:open|closed|status|off|on|count|link|form|respond|enabled|disabled)\S*"
    r"|no-?comments?",
    re.IGNORECASE,
)
_ARTICLE = frozenset(
    {"body", "headline", "caption", "embed", "note", "byline", "dateline", "update"}
)

LEAST_TEXT = 20
"""Characters outside links that an entry has at least."""

LEAST_TOLD = 80
"""Characters outside links below which an entry is told by the link in it."""

LEAST_TIMED = 0.6
"""Share of a live blog's entries that must carry a time; advertisements stand among them."""


def mark_posts(page: Markup, kinds: Sequence[BlockKind]) -> None:
    """Set ``marks.entry`` of each comment piece to the innermost element that is a post.

    A post is one of at least two elements of the same kind under one parent, or has a number in its
    id, and is called a comment by its class or carries a time.
    """
    if "comment" not in kinds:
        return
    like = Counter(region.kin for region in page.regions)
    for region in page.regions:  # in document order: inner ones come later and win
        if not _is_post(region, like):
            continue
        for at in range(region.first, region.last):
            marks = page.pieces[at].marks
            if kinds[at] == "comment" and marks is not None:
                marks.entry = region.ordinal


def reader_posts(page: Markup) -> list[Region]:
    """Elements that a page's own class or id calls a reader's comment, one of several or numbered.

    An article that is merely open for comments is none.
    """
    like = Counter(region.kin for region in page.regions)
    return [
        region
        for region in page.regions
        if region.last > region.first
        and _COMMENT.search(region.words)
        and _COMMENT.search(_OPEN.sub("", region.words))
        and (like[region.kin] >= 2 or any(letter.isdigit() for letter in region.words))
    ]


def link_posts(page: Markup, posts: Sequence[Post]) -> None:
    """Fill in what mark-up says of each post: author, time, and the post it stands inside."""
    owners: dict[int, int] = {}
    for order, post in enumerate(posts):
        marks = page.pieces[post.first].marks
        if marks is None or marks.entry < 0:
            continue
        region = page.regions[marks.entry]
        owners.setdefault(region.ordinal, order)
        post.author = post.author or _author(page, post)
        post.stamp = iso(region.time) if region.time else None
        while region.parent > 0 and post.answers is None:
            region = page.regions[region.parent]
            answered = owners.get(region.ordinal)
            post.answers = answered if answered != order else None


def _author(page: Markup, post: Post) -> tuple[int, int] | None:
    """A short piece of a post that its class calls the author."""
    for piece in page.pieces[post.first : post.last]:
        marks = piece.marks
        if marks is not None and len(piece.text) <= 40 and has_cue(marks.cues, "byline"):
            return piece.start, piece.end
    return None


def _is_post(region: Region, like: Counter[tuple[int, str]]) -> bool:
    """Whether an element looks like one post of a thread."""
    if region.last <= region.first or region.kin[1].startswith(("p ", "ul ", "ol ")):
        return False
    named = bool(_POST.search(region.words))
    if _NUMBERED.search(region.words):
        return True
    return like[region.kin] >= 2 and (named or region.time is not None)


def update_entries(page: Markup, kinds: list[BlockKind]) -> list[Region]:
    """The entries of a live blog, in text order; empty where the page is none.

    Of all lists of like elements that hold unlinked text and carry times, the one that holds the
    most of it. Their text becomes ``body`` in ``kinds``, whatever it was taken for before: a
    live blog's entries look much like a thread's posts, and only the list as a whole tells.
    """
    lists: dict[tuple[int, str], list[Region]] = defaultdict(list)
    for region in page.regions:
        if region.last > region.first and not region.kin[1].startswith("p "):
            lists[region.kin].append(region)
    best: list[Region] = []
    most = 0.0
    upto = [0, *accumulate(_own_text(piece) for piece in page.pieces)]
    for entries in lists.values():
        told = [r for r in entries if upto[r.last] - upto[r.first] >= LEAST_TEXT]
        size = float(sum(upto[region.last] - upto[region.first] for region in told))
        if len(told) >= 2 and size > most and _is_live(page, kinds, told):
            best, most = told, size
    for region in best:
        _settle(page, kinds, region)
    return best


def _is_live(page: Markup, kinds: Sequence[BlockKind], entries: Sequence[Region]) -> bool:
    """Whether a list of like elements is a live blog: timed, told by the outlet, not readers."""
    stamped = sum(_stamped(page, region) for region in entries)
    if stamped < LEAST_TIMED * len(entries):
        return False
    held = [at for region in entries for at in range(region.first, region.last)]
    if any((marks := page.pieces[at].marks) and has_cue(marks.above, "comment") for at in held):
        return False
    article = sum(
        len(page.pieces[at].text)
        for at in held
        if kinds[at] in _ARTICLE or (kinds[at] != "comment" and _is_sentence(page.pieces[at]))
    )
    talk = sum(len(page.pieces[at].text) for at in held if kinds[at] == "comment")
    whole = sum(len(page.pieces[at].text) for at in held)
    live = sum(has_cue(region.cues, "live") for region in entries) > len(entries) / 2
    outside = sum(len(p.text) for p, kind in zip(page.pieces, kinds, strict=True) if kind == "body")
    return article + talk >= (0.2 if live else 0.5) * whole and whole >= 0.3 * outside


def _tell_by_link(page: Markup, kinds: list[BlockKind], region: Region) -> None:
    """An entry that says next to nothing beside a link tells by the link's words."""
    held = range(region.first, region.last)
    if sum(_own_text(page.pieces[at]) for at in held if kinds[at] in _ARTICLE) >= LEAST_TOLD:
        return
    linked = [at for at in held if kinds[at] == "related" and len(page.pieces[at].text) >= 25]
    for at in linked[:1]:
        kinds[at] = "body"


def _is_title(piece: Piece) -> bool:
    """Whether a piece is a heading by its mark-up."""
    return piece.marks is not None and piece.marks.tag in ("h2", "h3", "h4", "h5", "h6")


def _is_sentence(piece: Piece) -> bool:
    """Whether a piece is running text, whatever it was taken for among many short entries."""
    unlinked = piece.marks is None or piece.marks.linked * 2 <= len(piece.text)
    return unlinked and len(piece.text) >= 40 and piece.text[-1] in '.!?"”’'


def _settle(page: Markup, kinds: list[BlockKind], region: Region) -> None:
    """What an entry shows is the outlet's text, but for links and buttons.

    Its first heading is its own, also where it links to the entry itself.
    """
    headed = next((at for at in range(region.first, region.last) if _is_title(page.pieces[at])), -1)
    for at in range(region.first, region.last):
        piece, marks = page.pieces[at], page.pieces[at].marks
        linked = marks is not None and marks.linked * 2 > len(piece.text)
        said = at == headed or (len(piece.text) >= 15 and not linked)
        if kinds[at] in ("comment", "headline") or (said and kinds[at] in ("other", "related")):
            kinds[at] = "body"
        if marks is not None:
            marks.entry = -1
    _tell_by_link(page, kinds, region)


def _own_text(piece: Piece) -> int:
    """Characters outside links."""
    return len(piece.text) - (piece.marks.linked if piece.marks else 0)


def _stamped(page: Markup, region: Region) -> bool:
    """Whether an element carries a time: in its mark-up, or in one of its first two lines."""
    if region.time is not None:
        return True
    opening = page.pieces[region.first : min(region.first + 2, region.last)]
    return any(markers.read_marker(p.text) or markers.is_date_line(p.text) for p in opening)
