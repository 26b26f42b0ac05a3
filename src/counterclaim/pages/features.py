"""What a paragraph looks like: numbers about its words, its marks, its place on the page."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from struct import Struct

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.bags import Bag, Word, phrase_bag, read_words
from counterclaim.pages.letters import count_letters
from counterclaim.pages.pieces import Piece
from counterclaim.pages.threads import signature

__all__ = ["FEATURES", "OWN", "own_features", "text_features"]

Floats = npt.NDArray[np.float32]

_SETS: dict[str, frozenset[str]] = {
    "first": frozenset("i i'm i've i'd i'll me my mine myself im ive".split()),
    "plural": frozenset("we we're we've us our ours let's lets".split()),
    "second": frozenset("you you're you've you'd your yours yourself u ur youre".split()),
    "report": frozenset(
        "said says told according reported statement spokesman spokeswoman spokesperson minister "
        "officials official authorities police ministry reporters confirmed announced added "
        "agency news reuters percent".split()
    ),
    "chat": frozenset(
        "lol lmao omg wtf haha hahaha btw imo imho yeah yep yes nope hey dude guys ok okay please "
        "thanks sorry oh wow gonna gotta wanna kinda sheeple troll idiot idiots moron stupid crap "
        "hell damn shit fucking fuck bullshit ass bs dumb sad shame disgusting ridiculous pathetic "
        "agree disagree article comment comments post posted poster".split()
    ),
    "stance": frozenset(
        "think believe guess hope wonder know thought love hate why really just actually maybe "
        "probably obviously clearly should never always nobody everyone anyone".split()
    ),
    "short": frozenset(
        "don't can't won't isn't aren't doesn't didn't wasn't it's that's there's what's he's "
        "they're wouldn't shouldn't couldn't haven't hasn't dont cant wont isnt doesnt "
        "thats".split()
    ),
    "legal": frozenset(
        "copyright rights reserved privacy terms subscribe subscriber newsletter newsletters login "
        "register cookies cookie advertise advertisement advertising sitemap rss".split()
    ),
    "present": frozenset(
        "walks walk stands stand sits poses pose speaks looks look gestures holds hold shakes "
        "arrives attends carries carry inspects gathers watches watch waves pictured seen".split()
    ),
    "when": frozenset(
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december yesterday week month".split()
    ),
}
_STRUCTURE = (patterns.DATELINE, patterns.NOTE, patterns.RELATED, patterns.CREDIT)
_COLUMN: dict[str, int] = {
    word: column for column, group in enumerate(_SETS.values()) for word in group
}

FEATURES: tuple[str, ...] = (
    "chars", "words", "word_length", "starts_lower", "starts_digit", "starts_quote", "starts_mark",
    "ends_stop", "ends_ask", "ends_shout", "ends_dots", "ends_colon", "ends_quote", "ends_comma",
    "capitals", "all_lower", "all_upper", "titled", "digits", "shouts", "asks", "dots", "quotes",
    "commas", "dashes", "wide_space", "small_i", "small_after_stop", "names", "brackets",
    "first", "plural", "second", "report", "chat", "stance", "short", "legal", "present", "when",
    "past", "sentence",
    "is_byline", "is_dateline", "is_note", "is_related", "is_credit", "is_comments_head",
    "is_comment_meta", "is_caption", "is_tool", "is_date", "is_separator", "is_marker", "contact",
    "known", "known_lead", "known_names", "in_head", "gap", "gap_after", "place",
    "from_top", "from_end", "lines", "twice",
)  # fmt: skip
"""Names of the columns of :func:`text_features`, in order."""

OWN = FEATURES.index("known")
"""Columns of the features that a paragraph has by itself, whatever stands around it."""


SHORT = 160
"""Characters of a line at most: by-lines, buttons and dates are, and the same ones come again."""


def text_features(pieces: Sequence[Piece]) -> Floats:
    """A row of :data:`FEATURES` for each piece (float32, about 0 to 1, ``[pieces, features]``)."""
    usual = _usual_gap(pieces)
    topic = _Topic([read_words(piece.text) for piece in pieces])
    count = len(pieces)
    around: list[tuple[float, ...]] = []
    for at, piece in enumerate(pieces):
        after = pieces[at + 1].gap - usual if at + 1 < count else 0
        values = (
            *topic.shares(at),
            min(3, max(-1, piece.gap - usual)),
            min(3, max(-1, after)),
            at / count,
            math.log1p(at) / 5,
            math.log1p(count - at) / 5,
            math.log(piece.lines),
            topic.repeated(at, piece.text),
        )
        around.append(values)
    rows = np.zeros((count, len(FEATURES)), np.float32)
    own = b"".join([_own(piece.text) for piece in pieces])
    rows[:, :OWN] = np.frombuffer(own, np.float32).reshape(count, OWN)
    rows[:, OWN:] = np.array(around, np.float32).reshape(count, len(FEATURES) - OWN)
    return rows


def _own(text: str) -> bytes:
    """The columns before ``known``, packed: what a paragraph shows by itself."""
    return _short_line(text) if len(text) <= SHORT else _shown(text)


def _shown(text: str) -> bytes:
    """The same, looked at afresh."""
    words = read_words(text)
    return _ROW.pack(*_surface(text, words), *_register(words, text), *_layout(text))


_ROW = Struct(f"={OWN}f")


_short_line = lru_cache(maxsize=patterns.LINES_KNOWN)(_shown)


def own_features(pieces: Sequence[Piece], whole: Floats | None = None) -> tuple[Floats, Bag]:
    """What each paragraph says by itself, outside quotation marks: features and hashed phrases.

    A minister who is quoted says "I" and "you" as readers do; the outlet around the quotation does
    not. A paragraph that is nothing but a quotation is looked at as a whole. Columns are those of
    :data:`FEATURES` up to ``known``; ``whole``, the pieces' :func:`text_features` where they are
    known already, saves those of paragraphs that quote nothing.
    """
    bare = [Piece(0, len(text), text) for text in map(_unquoted, pieces)]
    features = np.zeros((len(pieces), OWN), np.float32) if whole is None else whole[:, :OWN].copy()
    for at, (piece, own) in enumerate(zip(pieces, bare, strict=True)):
        if whole is None or own.text != piece.text:
            features[at] = np.frombuffer(_own(own.text), np.float32)
    quotes = FEATURES.index("quotes")
    features[:, quotes] = [min(1.0, sum(map(piece.text.count, '"“”')) / 4) for piece in pieces]
    return features, phrase_bag(bare)


def _unquoted(piece: Piece) -> str:
    """A paragraph's words outside quotation marks, or all if hardly any stand outside."""
    head = piece.text[:2000]
    if '"' in head or "“" in head:
        head = _QUOTED.sub(" … ", head)
    outside = " ".join(head.split())
    if outside == piece.text:
        return outside
    return outside if count_letters(outside)[0] >= 6 else piece.text


_QUOTED = re.compile(r"[\"“][^\"“”]{12,1000}(?:[\"”]|\Z)")


def _usual_gap(pieces: Sequence[Piece]) -> int:
    """The most frequent number of blank lines between paragraphs."""
    gaps = [piece.gap for piece in pieces[1:]]
    return max(sorted(set(gaps)), key=gaps.count) if gaps else 0


def _surface(text: str, words: Sequence[Word]) -> tuple[float, ...]:
    """Lengths, how it begins and ends, capitals and marks."""
    head, tail = text[:2000], text.rstrip("\"'”’»)] ")[-1:] or text[-1:]
    size = max(1, len(head))
    first, last = head[0], text[-1]
    letters, upper, digits = count_letters(head)
    letters = letters or 1
    raised = sum([word.raised for word in words])
    longer = sum([word.long for word in words])
    titled = sum([word.titled for word in words]) / longer if longer else 0.0
    return (
        math.log1p(len(text)) / 6,
        math.log1p(len(words)) / 4,
        sum([word.size for word in words]) / max(1, len(words)) / 6,
        first.islower(),
        first.isdigit(),
        first in "\"“‘'«",
        not first.isalnum() and first not in "\"“‘'«",
        tail == ".",
        tail == "?",
        tail == "!",
        text.rstrip("\"'”’ )").endswith(("...", "…")),
        last == ":",
        last in "\"”’'»",
        last == ",",
        upper / letters,
        upper == 0 and letters > 3,
        upper >= 0.9 * letters and letters > 3,
        titled,
        digits / size,
        min(1.0, head.count("!") / 3),
        min(1.0, head.count("?") / 3),
        min(1.0, (head.count("..") + head.count("…")) / 3),
        min(1.0, (head.count('"') + head.count("“") + head.count("”")) / 4),
        head.count(",") / size * 20,
        (head.count(" - ") + head.count("—") + head.count("–")) / size * 50,
        min(1.0, (head.count(".  ") + head.count(".\xa0")) / 2),
        " i " in head or " i'" in head or head.startswith("i "),
        bool(_SMALL.search(head)),
        (raised - bool(words and words[0].raised)) / max(1, len(words)),
        min(1.0, (head.count("(") + head.count("[")) / 3),
    )


_SMALL = re.compile(r"[.?!](?<=[a-z]{2}.)\s+[a-z]")


def _register(words: Sequence[Word], text: str) -> list[float]:
    """How dense the words of each set are, per ten words; past forms; words in a sentence."""
    counts = [0] * len(_SETS)
    for word in words:
        if word.plain in _COLUMN:
            counts[_COLUMN[word.plain]] += 1
    past = sum([word.past for word in words])
    size = max(6, len(words)) / 10
    stops = 1 + text.count(". ") + text.count("? ") + text.count("! ")
    return [
        *[min(2.0, count / size) if count else 0.0 for count in counts],
        past / size,
        len(words) / stops / 20,
    ]


def _layout(text: str) -> tuple[float, ...]:
    """Which patterns of page furniture it fits."""
    head = text[:300]
    short = len(text) <= SHORT
    marker = markers.read_marker(text)
    return (
        short and bool(patterns.BYLINE.match(head)),
        *[pattern.match(head) is not None for pattern in _STRUCTURE],
        short and bool(patterns.COMMENTS_HEAD.match(head)),
        short and signature(text) is not None,
        _is_caption(text[:600]),
        short and markers.is_comment_tool(text),
        short and markers.is_date_line(text),
        markers.is_separator(text),
        bool(marker and marker.firm),
        "http" in text or "www." in text or "@" in text,
    )


_CAPTION_SIGNS = (
    "(", "/", "file ", "pictured", "handout", "undated", "in this ", "screen", "seen here",
    "shown here", "archive photo", "stock photo", "aerial view", "frame grab", "AP Photo",
    "Getty Images", "AFP Photo", "EPA-EFE", "Shutterstock", "Photograph:", "Photo:", "Image:",
    "Picture:", "Handout", "left, ", "right, ", "center, ", "centre, ",
)  # fmt: skip
"""One of these stands in whatever :data:`counterclaim.pages.patterns.CAPTION` finds."""


def _is_caption(head: str) -> bool:
    """Whether it has words that only captions have."""
    for sign in _CAPTION_SIGNS:  # a loop: this is asked of every paragraph
        if sign in head:
            return patterns.CAPTION.search(head) is not None
    return False


class _Topic:
    """The page's own vocabulary: how much of a piece has been said before."""

    def __init__(self, tokens: Sequence[Sequence[Word]]) -> None:
        content = [[word.low for word in words if word.size > 4] for words in tokens]
        names = [{word.text for word in words[1:] if word.titled} for words in tokens]
        first: dict[str, int] = {}
        named: dict[str, int] = {}
        for at in reversed(range(len(tokens))):  # what stands before is written over what follows
            first.update(dict.fromkeys(content[at], at))
            named.update(dict.fromkeys(names[at], at))
        longest = sorted(range(len(tokens)), key=lambda i: (-len(tokens[i]), i))
        self._lead = min(longest[:3], default=0)
        self._texts: dict[str, int] = {}
        self._words = [list(map(first.__getitem__, words)) for words in content]
        self._names = [list(map(named.__getitem__, held)) for held in names]

    def shares(self, at: int) -> tuple[float, float, float, float]:
        """Shares of a piece's words and names known from before it, and from the lead."""
        words, names = self._words[at], self._names[at]
        known = len(words) - words.count(at)  # none is met first behind its own piece
        lead = len(words)
        if at > self._lead:
            lead = sum([first <= self._lead for first in words])
        named = len(names) - names.count(at)
        size = max(3, len(words))
        return known / size, lead / size, named / max(2, len(names)), words.count(0) / size

    def repeated(self, at: int, text: str) -> float:
        """1 if the same line stood on the page before."""
        return float(self._texts.setdefault(text, at) < at)
