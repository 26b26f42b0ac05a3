"""What tells lists of links to other stories from the story's own short lines, without mark-up.

A headline among headlines reads like a line of the story. What tells it is what stands around it:
a heading such as "More on this", a run of lines of one shape without full stops, blurbs between
them, words that the story does not use, and whether the story goes on below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from counterclaim.pages import patterns
from counterclaim.pages.bags import Word, read_words
from counterclaim.pages.pieces import Piece

__all__ = ["LINKS", "RUNNING", "link_features"]

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

_HEADING = re.compile(
    r"[\W\d_]{0,6}(?:(?:related|similar|more|other|further|latest|recent|popular|most|top|also|see"
    r"|read|next|previous|earlier|elsewhere|don['’]t miss|recommended|trending|today['’]?s?|links?"
    r"|external|on the (?:net|web)|inside|features?|headlines?|stories|articles?|news|videos?"
    r"|photos?|pictures|pics|galler(?:y|ies)|audio|slideshow|multimedia|quick|useful|archives?"
    r"|archived|special|topics?|tags?|all about|filed under|categories|category"
    r"|in (?:pictures|pics|photos|depth|this|other|today)|what(?:['’]s| is) (?:on|new|hot)|our"
    r"|editor['’]?s|you (?:may|might)|back to|go to|return to|continue|click|view|watch|listen"
    r"|download|subscribe|sign up|get|follow|share|print|e-?mail|bookmark|digg|discuss|find|search"
    r"|browse|visit|home|advertis\w*|sponsored|ads by|notes|references|sources?|footnotes"
    r"|background|full story|story)\b)",
    re.IGNORECASE,
)
"""Words that headings of lists of links, and such links, begin with."""

_LISTED = re.compile(
    r"\b(?:related|stories|story|articles?|news|headlines|links?|coverage|videos?|photos?|pictures"
    r"|gallery|viewed|read|popular|emailed|e-mailed|columns?|features|homepage|archive|more|also"
    r"|previous|next|posts?|topics?|sites?|websites?|resources|reports?|blogs?)\b",
    re.IGNORECASE,
)
"""What such headings name."""

_DATED = re.compile(
    rf"\b(?:{patterns.DATE})|\d\d/\d\d/\d{{2,4}}|\bago\b|\b\d{{1,2}}:\d\d\b", re.IGNORECASE
)
_MARKED = re.compile(r"[»›>«‹|•·]|\.\.\.\s*\)?$|…$|\[\w[^\]]{0,20}\]\s*$|\(\d[\d:.]*\)$")
_MEDIA = re.compile(
    r"\b(?:video|photos?|pictures?|pics|audio|gallery|slideshow|slide show|podcast|interactive"
    r"|graphic|map|poll|quiz|blog|forum|download|profile|transcript|pdf)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\W*(?:©|copyright|\(c\)|all rights|reporting by|additional reporting|on the net|source:"
    r"|contact|this (?:story|article)|first published|the writer|associated press)",
    re.IGNORECASE,
)
"""What stands below a story's last paragraph."""

_ADDRESS = re.compile(r"https?:|www\.|\w@\w")
_SMALL = frozenset(
    "the a an is was were are has had have been that he she it they".split()
)  # headlines do without them

_OWN = (
    "words", "chars", "title", "stub", "running", "stop", "heading", "headword", "dated", "marked",
    "media", "end", "address", "numbered", "upper", "caps", "in_story", "in_story_before",
    "in_headline",
)  # fmt: skip
_RUN = (
    "run_size", "run_at", "run_left", "run_titles", "head_above", "head_dist", "head_in_run",
    "heads_in_run", "text_before", "text_after", "run_dated", "run_short", "doc_n", "doc_running",
    "doc_titles", "first_running", "rest_running", "since_running", "until_running",
    "mean_title_words",
)  # fmt: skip
_MORE = (
    "small", "is_related", "related_dist", "ended", "endings", "period", "like_next", "like_before",
    "wordless", "run_headed", "titles_below",
)  # fmt: skip
_NEAR = (
    "words", "title", "running", "stop", "heading", "headword", "dated", "marked", "end", "address",
    "in_story", "in_headline", "caps", "stub",
)  # fmt: skip
_STEPS = (1, 2, -1, -2)
_WINDOWS = ((0, 4), (4, 0), (8, 8))
"""Lines before and after, over which a window's mean is taken."""

LINKS: tuple[str, ...] = (
    *_OWN, *_RUN, *_MORE,
    *(f"{name}{step:+}" for step in _STEPS for name in _NEAR),
    *(f"{name}_{low}_{high}" for low, high in _WINDOWS for name in (*_NEAR, "small", "is_related")),
)  # fmt: skip
"""Names of the columns of :func:`link_features`, in order."""

RUNNING, STOPPED = 140, 70
"""Characters above which a line is running text, the second with a full stop."""

FAR = 99
"""Lines to the last heading, where there is none near."""


def link_features(pieces: Sequence[Piece]) -> Floats:
    """A row of :data:`LINKS` for each piece of a flattened page (float32)."""
    if not pieces:
        return np.zeros((0, len(LINKS)), np.float32)
    own = _lines(pieces)
    runs = _runs(own)
    more = _more(pieces, own, runs)
    near = np.stack([own[name] for name in _NEAR], 1)
    wide = np.concatenate([near, np.stack([more["small"], more["is_related"]], 1)], 1)
    return np.concatenate(
        [
            np.stack([table[name] for table in (own, runs, more) for name in table], 1),
            *[_moved(near, step) for step in _STEPS],
            *[_mean(wide, low, high) for low, high in _WINDOWS],
        ],
        axis=1,
        dtype=np.float32,
    )


def _moved(rows: Floats, step: int) -> Floats:
    """Each line's neighbour ``step`` lines above it (below if negative); -1 beyond the page."""
    moved = np.full_like(rows, -1)
    if 0 < step < len(rows):
        moved[step:] = rows[:-step]
    elif 0 < -step < len(rows):
        moved[:step] = rows[-step:]
    return moved


def _mean(rows: Floats, low: int, high: int) -> Floats:
    """The means over ``low`` lines before each, itself, and ``high`` after."""
    total = np.concatenate([np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=float)])
    at = np.arange(len(rows))
    first, last = np.maximum(0, at - low), np.minimum(len(rows), at + high + 1)
    mean: Floats = ((total[last] - total[first]) / (last - first)[:, None]).astype(np.float32)
    return mean


def _lines(pieces: Sequence[Piece]) -> dict[str, Floats]:
    """The columns of ``_OWN``: what each line looks like, and the story's words in it."""
    texts = [piece.text for piece in pieces]
    tokens = [read_words(text) for text in texts]
    words = np.array([len(one) for one in tokens])
    chars = np.array([len(text) for text in texts])
    last = [text.rstrip("\"'”’»)] ")[-1:] or text[-1:] for text in texts]
    stop = np.array([mark in ".!?" for mark in last])
    running = (chars > RUNNING) | ((chars > STOPPED) & stop)
    open_end = np.array([mark not in ".;:," for mark in last])
    title = ~running & open_end & (words >= 3) & (chars <= RUNNING)
    heading = np.array([len(text) <= 70 and bool(_HEADING.match(text)) for text in texts])
    columns = {
        "words": np.minimum(words, 60),
        "chars": np.minimum(chars, 400),
        "title": title,
        "stub": ~running & (words < 3),
        "running": running,
        "stop": stop,
        "heading": heading,
        "headword": [len(text) <= 70 and bool(_LISTED.search(text)) for text in texts],
        "dated": [bool(_DATED.search(text[:300])) for text in texts],
        "marked": [bool(_MARKED.search(text[:200])) for text in texts],
        "media": [len(text) <= 120 and bool(_MEDIA.search(text)) for text in texts],
        "end": [bool(_ENDING.match(text[:80])) for text in texts],
        "address": [bool(_ADDRESS.search(text[:200])) for text in texts],
        "numbered": [
            text[0].isdigit() or (text[0] == "(" and text[1:2].isdigit()) for text in texts
        ],
        "upper": [text.isupper() for text in texts],
        "caps": [sum([w.raised for w in one]) / max(1, len(one)) for one in tokens],
    }
    shares = _shares(tokens, running, heading)
    made = {name: np.asarray(column, np.float32) for name, column in columns.items()}
    return made | dict(zip(_OWN[16:], shares.T, strict=True))


def _shares(tokens: Sequence[Sequence[Word]], running: Flags, heading: Flags) -> Floats:
    """Shares of a line's longer words in the story, in the story above it, in the headline.

    The headline is the line above the story that has the most of its words; it gets -1.
    """
    held = [{word.low for word in words if word.size > 4} for words in tokens]
    told = np.flatnonzero(running).tolist()
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for at in told:
        counts.update(held[at])
        for word in held[at]:
            first.setdefault(word, at)
    best, most = -1, 0
    for at in range(told[0] if told else len(tokens)):
        if 3 <= len(tokens[at]) < 30 and not heading[at]:
            known = sum([word in counts for word in held[at]])
            if known >= most:
                best, most = at, known
    headline = held[best] if best >= 0 else set()
    rows = np.zeros((len(tokens), 3), np.float32)
    for at, words in enumerate(held):
        size, least = max(2, len(words)), 1 if running[at] else 0
        rows[at] = (
            sum([counts[word] > least for word in words]) / size,
            sum([first.get(word, at) < at for word in words]) / size,
            len(words & headline) / size if at != best else -1,
        )
    return rows


def _runs(own: dict[str, Floats]) -> dict[str, Floats]:
    """The columns of ``_RUN``: the run of short lines that a line stands in, and its place."""
    running: Flags = own["running"] > 0
    title = own["title"]
    count = len(running)
    rows = {name: np.zeros(count, np.float32) for name in _RUN}
    headed = (own["heading"] > 0) & (own["headword"] > 0)
    edges = [0, *(np.flatnonzero(np.diff(running)) + 1).tolist(), count]
    for first, last in pairwise(edges):
        part = slice(first, last)
        if running[first]:
            rows["run_at"][part] = -1
            continue
        rows["run_size"][part] = last - first
        rows["run_at"][part] = np.arange(last - first)
        rows["run_left"][part] = np.arange(last - first, 0, -1)
        rows["run_titles"][part] = title[part].sum()
        rows["heads_in_run"][part] = headed[part].sum()
        rows["head_in_run"][part] = np.cumsum(headed[part]) > 0
        rows["run_dated"][part] = own["dated"][part].mean()
        rows["run_short"][part] = own["stub"][part].mean()
    before: npt.NDArray[np.int64] = np.cumsum(running) - running
    after = running.sum() - before - running
    rows["head_dist"] = _since(headed)
    rows["head_above"] = np.exp(-rows["head_dist"] / 4)
    rows["text_before"], rows["text_after"] = np.minimum(before, 20), np.minimum(after, 20)
    rows["doc_n"][:], rows["doc_running"][:] = count, running.mean()
    rows["doc_titles"][:] = title.mean()
    begun = np.cumsum(running) > 0
    rows["first_running"] = (~begun).astype(np.float32)
    rows["rest_running"] = after / max(1, running.sum())
    rows["since_running"] = np.minimum(40, _since(running, count))
    rows["until_running"] = np.minimum(40, _since(running[::-1], count)[::-1])
    rows["mean_title_words"][:] = (own["words"] * title).sum() / max(1, title.sum())
    return {name: np.asarray(column, np.float32) for name, column in rows.items()}


def _since(flags: Flags, far: int = FAR) -> Floats:
    """Lines since the last flagged one, 0 at it, ``far`` at most and where there is none."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -far - 1))
    since: Floats = np.minimum(far, at - last).astype(np.float32)
    return since


def _more(
    pieces: Sequence[Piece], own: dict[str, Floats], runs: dict[str, Floats]
) -> dict[str, Floats]:
    """The columns of ``_MORE``: headlines' grammar, likeness of neighbours, ends of stories."""
    texts = [piece.text for piece in pieces]
    count = len(texts)
    related = np.array([len(t) <= 120 and bool(patterns.RELATED.match(t)) for t in texts])
    ends = own["end"] * (runs["text_before"] >= 2)
    above = np.cumsum(ends) - ends
    size = np.log1p(own["chars"])
    period, after, before = np.full(count, 9.0), np.zeros(count), np.zeros(count)
    period[2:] = np.abs(size[2:] - size[:-2])
    after[:-1] = before[1:] = np.abs(np.diff(size))
    headed = np.zeros(count)
    for at in np.flatnonzero(runs["run_at"] == 0).tolist():
        headed[at : at + int(runs["run_size"][at])] = own["heading"][at]
    small = []
    for text in texts:
        words = read_words(text)[:60]
        small.append(sum([word.plain in _SMALL for word in words]) / max(1, len(words)))
    columns = {
        "small": small,
        "is_related": related,
        "related_dist": _since(related),
        "ended": above > 0,
        "endings": above,
        "period": period,
        "like_next": after,
        "like_before": before,
        "wordless": [not any(map(str.isalpha, text)) for text in texts],
        "run_headed": headed,
        "titles_below": np.cumsum(own["title"][::-1])[::-1] / np.arange(count, 0, -1),
    }
    return {name: np.asarray(column, np.float32) for name, column in columns.items()}
