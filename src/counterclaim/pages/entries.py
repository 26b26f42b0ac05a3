"""Lists of like elements in HTML: the entries of a live blog, and the posts of a thread."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from counterclaim.pages import markers
from counterclaim.pages.cues import has_cue
from counterclaim.pages.dates import iso
from counterclaim.pages.markup import Markup, Region
from counterclaim.pages.threads import Post
from counterclaim.records import BlockKind

__all__ = ["link_posts", "mark_posts", "update_entries"]

_POST = re.compile(r"comment|repl(?:y|ies)|respon[sd]e|post|message|talkback|feedback", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:comment|reply|post|message|feedback)\w*[-_:]?\w*\d", re.IGNORECASE)
_ARTICLE = frozenset({"body", "headline", "caption", "embed", "note", "byline", "dateline", "update"})

LEAST_TIMED = 0.6
"""Share of a live blog's entries that must carry a time; advertisements stand among them."""


def mark_posts(page: Markup, kinds: Sequence[BlockKind]) -> None:
    """Set ``marks.entry`` of each comment piece to the innermost element that is one post of a list.

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


def update_entries(page: Markup, kinds: Sequence[BlockKind]) -> list[Region]:
    """The entries of a live blog, in text order; empty where the page is none.

    Of all lists of like elements that hold article text and carry times, the one that holds the most
    text.
    """
    lists: dict[tuple[int, str], list[Region]] = defaultdict(list)
    for region in page.regions:
        if region.last > region.first and not region.kin[1].startswith("p "):
            lists[region.kin].append(region)
    best: list[Region] = []
    most = 0
    for entries in lists.values():
        if len(entries) < 2:
            continue
        told = [region for region in entries if _is_entry(page, kinds, region)]
        size = sum(_told(page, kinds, region) for region in told)
        stamped = sum(_stamped(page, region) for region in told)
        if len(told) >= 2 and stamped >= LEAST_TIMED * len(told) and size > most:
            best, most = told, size
    return best if most >= 0.3 * _all_told(page, kinds) else []


def _is_entry(page: Markup, kinds: Sequence[BlockKind], region: Region) -> bool:
    """Whether an element holds article text, not links or comments."""
    if any(kinds[at] == "comment" for at in range(region.first, region.last)):
        return False
    return _told(page, kinds, region) > 0


def _told(page: Markup, kinds: Sequence[BlockKind], region: Region) -> int:
    """Characters of article text in an element."""
    return sum(
        len(page.pieces[at].text)
        for at in range(region.first, region.last)
        if kinds[at] in ("body", "caption", "embed", "note")
    )


def _all_told(page: Markup, kinds: Sequence[BlockKind]) -> int:
    """Characters of article text on the page."""
    return sum(
        len(piece.text) for piece, kind in zip(page.pieces, kinds, strict=True) if kind == "body"
    )


def _stamped(page: Markup, region: Region) -> bool:
    """Whether an element carries a time: in its mark-up, or in one of its first two lines."""
    if region.time is not None and not has_cue(region.cues, "comment"):
        return True
    opening = page.pieces[region.first : min(region.first + 2, region.last)]
    return any(markers.read_marker(p.text) or markers.is_date_line(p.text) for p in opening)
