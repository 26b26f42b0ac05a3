"""Reader comments: where each begins and ends, who wrote it, and whom it answers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.pages import markers, patterns
from counterclaim.pages.endings import endings
from counterclaim.pages.pieces import Piece

__all__ = ["MAY_SIGN", "Head", "Post", "chat_head", "heads", "posts", "signature"]


@dataclass
class Post:
    """One comment: pieces ``[first, last)`` and the offsets of its author and time.

    ``stamp`` is its machine-readable time (ISO 8601) where the mark-up has one.

    ``answers`` is the ordinal of the comment it replies to, where that can be known.
    """

    first: int
    last: int
    author: tuple[int, int] | None = None
    time: tuple[int, int] | None = None
    stamp: str | None = None
    answers: int | None = None


@dataclass(frozen=True)
class Head:
    """The line, or the two lines, with a comment's author and time; offsets in the document."""

    lines: int
    author: tuple[int, int] | None
    time: tuple[int, int] | None


_NAME = re.compile(
    r"(?P<name>@?[^\W_][\w.'’@-]*(?: [\w.'’(-][\w.'’)-]*){0,3})"
    r"(?:,(?: [^\W\d_][\w.'’-]{1,24}){1,3}(?:, [^\W\d_]{2,24})?)?\Z"
)
"""Who wrote a comment and, where the page prints it, from which town."""

_MARKS = re.compile(r"[·•|]")
_EDITED = re.compile(
    rf"(?:edited |updated )?{patterns.AGO.pattern}|op|author|edited|", re.IGNORECASE
)
"""What stands beside how long ago a post was written: ``OP · 5 hr. ago · edited 4 hr. ago``."""

_INITIAL = re.compile(r"\b[^\W\d_]\.\Z")
_DAY = re.compile(patterns.DATE, re.IGNORECASE)
_POSTED = re.compile(
    r"(?:(?:posted|commented|replied|written|on|at|date)\b[\s:]*){1,3}", re.IGNORECASE
)
_MAY_HEAD = re.compile(
    r"\d|\bago\b|\bjust now\b|yesterday|(?::|\.\.\.|…)\s*\Z|\b(?:by|from)\b", re.IGNORECASE
)
MAY_SIGN = re.compile(
    r"[\d:….aAbBfFjJyY]"
    r"(?:(?<=[\d:…])|(?<=\.)\.\.|(?<=[aA])[gG][oO]|(?<=[bB])[yY]|(?<=[fF])[rR]|(?<=[jJ])[uU]|(?<=[yY])[eE])"
)
"""What stands in whatever ``patterns.COMMENT_META`` matches: quick to look for, often missing."""

_OPENS = re.compile(
    r"(?:@|\^|>|(?:yeah|yes|yep|no|nope|lol|haha|exactly|agreed?|i agree|true|right|wrong|sorry|"
    r"well|"
    r"thanks?|thank you|wow|oh|ok|okay|actually|you|your|you're|seriously|really|why|who|what|"
    r"congratulations|good)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:and|but|also|so|then|because|however|besides|furthermore|moreover|plus|they|he|she|it|"
    r"this|that|these|those|if|either|p\.?s\.?|edit:|the only|one does|as for|second|finally)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_ANSWER = re.compile(r"@\s?|in reply to |replying to |re: ?", re.IGNORECASE)


def posts(pieces: Sequence[Piece], members: Sequence[int]) -> list[Post]:
    """The comments that the pieces ``members`` (in order) make up.

    Lines with author and time divide comments where a page prints them; otherwise wider gaps, a
    change of style, and words that open an answer do.
    """
    if not members:
        return []
    named = heads(pieces, members)
    around = range(members[0], min(len(pieces), members[-1] + 2))
    ended = frozenset[int]() if named else endings(pieces, around)
    trailing = bool(named) and members[0] not in named and members[-1] in named
    found: list[Post] = []
    usual = _usual(pieces, members)
    for before, at in zip([None, *members[:-1]], members, strict=True):
        if ended and before is not None:
            begins = not ended.isdisjoint(range(before, at))
        else:
            begins = before is None or _begins(pieces, before, at, named, trailing, usual)
        if begins:
            found.append(Post(at, at + 1))
        found[-1].last = at + 1
        if at in named and found[-1].author is None:
            found[-1].author, found[-1].time = named[at].author, named[at].time
        elif ended and at == found[-1].first + 1 and _is_name(pieces[at - 1].text):
            found[-1].author = (pieces[at - 1].start, pieces[at - 1].end)
    _answer(pieces, found)
    return found


def _usual(pieces: Sequence[Piece], members: Sequence[int]) -> int:
    """The most frequent gap among comment paragraphs."""
    gaps = [pieces[at].gap for at in members[1:]]
    return max(sorted(set(gaps)), key=gaps.count) if gaps else 0


def heads(pieces: Sequence[Piece], members: Iterable[int]) -> dict[int, Head]:
    """The heads of comments among ``members`` (in order), by their first line.

    "jdoe 3 hours ago" on one line, or a name with a date or "3 hours ago" on the line below it.
    """
    held = [*members, -1]
    found: dict[int, Head] = {}
    taken = -1
    for at, following in itertools.pairwise(held):
        if at == taken:
            continue
        if following == at + 1 and _is_name(pieces[at].text) and _is_when(pieces[following].text):
            piece = pieces[following]
            lead = _POSTED.match(piece.text)
            start = piece.start + (lead.end() if lead else 0)
            author = _untowned(pieces[at], (pieces[at].start, pieces[at].end))
            found[at] = Head(2, author, (start, piece.end))
            taken = following
        elif meta := _meta(pieces[at]):
            found[at] = meta
            if meta.time is None and following == at + 1 and _is_when(pieces[following].text):
                below = pieces[following]
                found[at] = Head(2, meta.author, (below.start, below.end))
                taken = following
        elif chat := chat_head(pieces[at].text):
            found[at] = Head(1, *(_spot(pieces[at], chat, name) for name in ("author", "time")))
    return found


def chat_head(text: str) -> re.Match[str] | None:
    """Author and time at the start of a comment on the same line; a match of ``patterns.CHAT``."""
    name = text[:28]  # it begins with "@" or is followed by two blanks or a tab
    if name[:1] == "@" or "  " in name or "\t" in name or not name.isascii():
        return patterns.CHAT.match(text[:80])
    return None


def _untowned(piece: Piece, author: tuple[int, int] | None) -> tuple[int, int] | None:
    """``author`` without the town printed beside the name."""
    if author is None:
        return None
    match = _NAME.match(piece.text[author[0] - piece.start : author[1] - piece.start])
    return (author[0], author[0] + match.end("name")) if match else author


def _is_name(text: str) -> bool:
    """Whether a line could be no more than the name that a reader writes under."""
    return len(text) <= 40 and _could_be_name(text)


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _could_be_name(text: str) -> bool:
    """The same for a short line."""
    if not _NAME.match(text) or markers.is_date_line(text):
        return False
    if patterns.COMMENTS_HEAD.match(text) or patterns.BYLINE.match(text):
        return False
    return text[-1] not in ".-" or bool(_INITIAL.search(text))


def _is_when(text: str) -> bool:
    """Whether a line says no more than the day, or how long ago, a comment was written."""
    return len(text) <= 60 and _could_be_when(text)


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _could_be_when(text: str) -> bool:
    """The same for a short line."""
    if any(patterns.AGO.fullmatch(part.strip()) for part in _MARKS.split(text)):
        return all(_EDITED.fullmatch(part.strip()) for part in _MARKS.split(text))
    if not markers.is_date_line(text):
        return False
    return bool(_DAY.search(text) or patterns.AGO.search(text))


def _meta(piece: Piece) -> Head | None:
    """The head that a line with author and time is."""
    match = _signed(piece.text) if len(piece.text) <= 120 else None
    if match is None or markers.is_comment_tool(piece.text):  # "Like · Reply · 3h" is no name
        return None
    author = _untowned(piece, _spot(piece, match, "author", "poster", "sayer"))
    return Head(1, author, _spot(piece, match, "time", "when", "said"))


@lru_cache(maxsize=patterns.LINES_KNOWN)
def _signed(text: str) -> re.Match[str] | None:
    """A short line as a comment's author and time."""
    return signature(text) if _MAY_HEAD.search(text) else None


@lru_cache(maxsize=patterns.LINES_KNOWN)
def signature(text: str) -> re.Match[str] | None:
    """A short line read as a comment's author and time; the match of ``patterns.COMMENT_META``."""
    return patterns.COMMENT_META.match(text) if MAY_SIGN.search(text) else None


def _spot(piece: Piece, match: re.Match[str], *names: str) -> tuple[int, int] | None:
    """Offsets in the document of the first of the named groups that matched, trimmed."""
    name = next((name for name in names if match[name]), None)
    if name is None:
        return None
    start, end = match.span(name)
    start += len(match[name]) - len(match[name].lstrip())
    end -= len(match[name]) - len(match[name].rstrip())
    return (piece.start + start, piece.start + end) if start < end else None


def _begins(
    pieces: Sequence[Piece],
    before: int,
    at: int,
    named: dict[int, Head],
    trailing: bool,
    usual: int,
) -> bool:
    """Whether piece ``at`` begins a new comment."""
    one, two = pieces[before], pieces[at]
    same = one.marks is not None and two.marks is not None and one.marks.entry == two.marks.entry
    if at != before + 1 and not (same and two.marks and two.marks.entry >= 0):
        return True
    if one.marks is not None and two.marks is not None and one.marks.entry != two.marks.entry:
        return True
    if two.marks is not None and two.marks.entry >= 0:
        return False
    if named:
        return before in named if trailing else at in named
    if two.gap == 0 and usual > 0:
        return False
    return _change(one, two, usual) > 0


def _change(one: Piece, two: Piece, usual: int) -> float:
    """How much speaks for a change of writer between two neighbouring paragraphs."""
    score = 0.3 + 0.9 * min(2, max(-1, two.gap - usual))
    score += 1.2 if _OPENS.match(two.text) else 0.0
    score -= 0.8 if _GOES_ON.match(two.text) else 0.0
    score += 0.9 * (_small(one.text) != _small(two.text))
    score += 0.3 * (_wide(one.text) != _wide(two.text))
    score -= 0.4 * (_wide(one.text) and _wide(two.text))
    score -= 0.6 if one.text.endswith((":", ",", ";")) else 0.0
    shared = set(_CONTENT.findall(one.text.lower())) & set(_CONTENT.findall(two.text.lower()))
    return score - 0.25 * min(3, len(shared))


def _small(text: str) -> bool:
    """Whether the writer begins sentences with small letters."""
    return text[:1].islower()


def _wide(text: str) -> bool:
    """Whether the writer puts two blanks after a full stop."""
    return bool(re.search(r"[.?!][ \xa0]{2}", text[:2000]))


def _answer(pieces: Sequence[Piece], found: list[Post]) -> None:
    """Fill in ``answers`` where a comment names the author it replies to."""
    names: dict[str, int] = {}
    for at, post in enumerate(found):
        members = pieces[post.first : post.last]
        for piece in members[:3]:
            match = _ANSWER.match(piece.text[:20])
            if match is not None and post.answers is None:
                called = piece.text[match.end() : match.end() + 60].lower()
                held = [name for name in names if called.startswith(name)]
                post.answers = names[max(held, key=len)] if held else None
        if post.author is not None:
            start, end = post.author
            for piece in members:
                if piece.start <= start < piece.end:
                    names[piece.text[start - piece.start : end - piece.start].lower()] = at
