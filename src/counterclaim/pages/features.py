"""What a paragraph looks like: numbers about its words, its marks, its place on the page."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from struct import Struct

import numpy as np
import numpy.typing as npt

from counterclaim.pages import markers, patterns
from counterclaim.pages.bags import Bag, Word, phrase_bag, read_words
from counterclaim.pages.letters import count_letters
from counterclaim.pages.lexicon import SETS
from counterclaim.pages.openings import opening
from counterclaim.pages.pieces import Piece
from counterclaim.pages.threads import signature

__all__ = ["FEATURES", "OWN", "own_features", "text_features"]

Floats = npt.NDArray[np.float32]

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
    count = len(pieces)
    rows = np.zeros((count, len(FEATURES)), np.float32)
    if not count:
        return rows
    own = b"".join([_own(piece.text) for piece in pieces])
    rows[:, :OWN] = np.frombuffer(own, np.float32).reshape(count, OWN)
    rows[:, OWN : OWN + 4] = _topic_shares([read_words(piece.text) for piece in pieces])
    gaps = np.array([piece.gap for piece in pieces]) - _usual_gap(pieces)
    gaps = np.clip(gaps, -1, 3)
    at = np.arange(count)
    first: dict[str, int] = {}
    before = [first.setdefault(piece.text, place) for place, piece in enumerate(pieces)]
    around = (
        gaps,
        np.append(gaps[1:], 0),
        at / count,
        np.log1p(at) / 5,
        np.log1p(count - at) / 5,
        np.log([piece.lines for piece in pieces]),
        before < at,
    )
    rows[:, OWN + 4 :] = np.stack(around, axis=1)
    return rows


def _own(text: str) -> bytes:
    """The columns before ``known``, packed: what a paragraph shows by itself."""
    return _short_line(text) if len(text) <= SHORT else _shown(text)


def _shown(text: str) -> bytes:
    """The same, looked at afresh."""
    words = read_words(text)
    sums = _LANES.unpack(sum([word.lanes for word in words]).to_bytes(_LANES.size, "little"))
    head = text[:2000]
    # Most lines of a page are names and titles: letters, digits and blanks, no marks to count.
    marks = _NO_MARKS if head.replace(" ", "").isalnum() else _marks(text, head)
    known = bool(words and words[0].raised)
    return _ROW.pack(
        *_surface(text, head, len(words), sums, known, marks), *_register(len(words), sums, marks),
        *_layout(text, marks is _NO_MARKS),
    )  # fmt: skip


_LANES = Struct(f"<{5 + len(SETS)}H")
"""The sums in :attr:`counterclaim.pages.bags.Word.lanes`."""

_COUNTED = ("!", "?", "..", "…", '"', "“", "”", ",", " - ", "—", "–", ".  ", ".\xa0", "(", "[")
_STOPS = (". ", "? ", "! ")
_NO_MARKS = (0,) * (len(_COUNTED) + 1)


def _marks(text: str, head: str) -> tuple[int, ...]:
    """How many marks of each kind a paragraph's beginning has, and stops inside all of it."""
    return (*map(head.count, _COUNTED), sum(map(text.count, _STOPS)))


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


def _surface(
    text: str,
    head: str,
    count: int,
    sums: Sequence[int],
    raised_first: bool,
    marks: Sequence[int],
) -> tuple[float, ...]:
    """Lengths, how it begins and ends, capitals and marks.

    ``sums`` are those of its words (:attr:`counterclaim.pages.bags.Word.lanes`).
    """
    sizes, raised, longer, titled = sums[:4]
    size = len(head)
    first, last = head[0], text[-1]
    tail = last if last.isalnum() else text.rstrip("\"'”’»)] ")[-1:] or last
    letters, upper, digits = count_letters(head)
    letters = letters or 1
    shouts, asks, two, dots, straight, opening, closing, commas, hyphens, *rest = marks
    long_dash, dash, wide, wide_hard, round_, square = rest[:6]
    quotes = straight + opening + closing
    plain = marks is _NO_MARKS
    return (
        math.log1p(len(text)) / 6,
        math.log1p(count) / 4,
        sizes / (count or 1) / 6,
        first.islower(),
        first.isdigit(),
        first in "\"“‘'«",
        not first.isalnum() and first not in "\"“‘'«",
        tail == ".",
        tail == "?",
        tail == "!",
        not plain and text.rstrip("\"'”’ )").endswith(("...", "…")),
        last == ":",
        last in "\"”’'»",
        last == ",",
        upper / letters,
        upper == 0 and letters > 3,
        upper >= 0.9 * letters and letters > 3,
        titled / longer if longer else 0.0,
        digits / size,
        shouts / 3 if shouts < 3 else 1.0,
        asks / 3 if asks < 3 else 1.0,
        (two + dots) / 3 if two + dots < 3 else 1.0,
        quotes / 4 if quotes < 4 else 1.0,
        commas / size * 20,
        (hyphens + long_dash + dash) / size * 50,
        (wide + wide_hard) / 2 if wide + wide_hard < 2 else 1.0,
        " i " in head or " i'" in head or head.startswith("i "),
        not plain and _SMALL.search(head) is not None,
        (raised - raised_first) / (count or 1),
        (round_ + square) / 3 if round_ + square < 3 else 1.0,
    )


_SMALL = re.compile(r"[.?!](?<=[a-z]{2}.)\s+[a-z]")


def _register(count: int, sums: Sequence[int], marks: Sequence[int]) -> list[float]:
    """How dense the words of each set are, per ten words; past forms; words in a sentence."""
    size = max(6, count) / 10
    return [
        *[min(2.0, held / size) if held else 0.0 for held in sums[5:]],
        sums[4] / size,
        count / (1 + marks[-1]) / 20,
    ]


def _layout(text: str, plain: bool) -> tuple[float, ...]:
    """Which patterns of page furniture it fits; a ``plain`` text has no marks."""
    head = text[:300]
    short = len(text) <= SHORT
    marker = markers.read_marker(text)
    byline, note, related, credit = opening(head)
    return (
        short and byline and patterns.BYLINE.match(head) is not None,
        not plain and patterns.DATELINE.match(head) is not None,
        note and patterns.NOTE.match(head) is not None,
        related and patterns.RELATED.match(head) is not None,
        credit and patterns.CREDIT.match(head) is not None,
        short and patterns.COMMENTS_HEAD.match(head) is not None,
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


def _topic_shares(tokens: Sequence[Sequence[Word]]) -> Floats:
    """Shares of a piece's words and names known from before it, and from the lead.

    The page's own vocabulary: how much of a piece has been said before. ``[pieces, 4]``: words
    known, words known from the lead, names known, words of the first piece.
    """
    content = [[word.low for word in words if word.size > 4] for words in tokens]
    names = [{word.text for word in words[1:] if word.titled} for words in tokens]
    lead = min(sorted(range(len(tokens)), key=lambda i: (-len(tokens[i]), i))[:3], default=0)
    owner, first, size = _first_said(content)
    named, met, many = _first_said(names)
    count = len(tokens)

    def total(flags: npt.NDArray[np.bool_], where: npt.NDArray[np.int64]) -> Floats:
        """How many of ``flags`` hold at each place of ``where``."""
        return np.bincount(where[flags], minlength=count).astype(np.float32)

    least, whole = np.maximum(3, size), np.arange(count) <= lead
    shares: Floats = np.stack(
        [
            total(first < owner, owner) / least,  # none is met first behind its own piece
            np.where(whole, size, total(first <= lead, owner)) / least,
            total(met < named, named) / np.maximum(2, many),
            total(first == 0, owner) / least,
        ],
        axis=1,
    )
    return shares


def _first_said(
    held: Sequence[Sequence[str] | set[str]],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """For all words of all pieces: the piece, the piece that had it first; words in each piece."""
    first: dict[str, int] = {}
    for at in reversed(range(len(held))):  # what stands before is written over what follows
        first.update(dict.fromkeys(held[at], at))
    size = np.fromiter(map(len, held), np.int64, len(held))
    flat = map(first.__getitem__, chain.from_iterable(held))
    return np.repeat(np.arange(len(held)), size), np.fromiter(flat, np.int64, size.sum()), size
