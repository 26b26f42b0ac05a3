"""From tagged words to attributions: which source and content belong to which cue."""

from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.heads import POINTERS, ROLES, Chain, Floats, Ints, Scores
from counterclaim.language.pointing import pointer_scores

SOURCE_CUE, CONTENT_CUE, CUE_SOURCE = range(len(POINTERS))

_ROLES = tuple(2 * ROLES.labels.index(role) + 1 for role in ("source", "cue", "content"))
"""Tags with which spans of each role begin."""

_LEAST = 1e-300
"""Added to what a logarithm is taken of."""

Words: TypeAlias = tuple[int, int]
"""A range of words `[start, end)` of a window."""

Places: TypeAlias = NDArray[np.int64]


class Tie(NamedTuple):
    """What belongs together in one reading of a window."""

    sources: tuple[Words, ...]
    cue: Words
    contents: tuple[Words, ...]


class Link(NamedTuple):
    """One attribution of a window: what belongs together, and how surely."""

    sources: tuple[Words, ...]
    cue: Words
    contents: tuple[Words, ...]
    score: float


class Spans(NamedTuple):
    """Spans of one role in all readings, in order: whose reading's, first word, word behind."""

    rows: Places
    starts: Places
    ends: Places

    def words(self) -> list[Words]:
        """The ranges of words."""
        return list(zip(self.starts.tolist(), self.ends.tolist(), strict=True))

    def of(self, row: int) -> "Spans":
        """Those of one reading."""
        here = slice(*np.searchsorted(self.rows, [row, row + 1]))
        return Spans(self.rows[here], self.starts[here], self.ends[here])


def spans_by_role(readings: Ints) -> tuple[Spans, Spans, Spans]:
    """Spans of sources, cues and contents under legal BIO tags, `[readings, words]`."""
    size = readings.shape[1]
    tags = readings.ravel()
    begins = np.flatnonzero(tags & 1)
    # Every reading's first word is one of these, since nothing goes on there.
    breaks = np.flatnonzero((tags & 1) | (tags == 0))
    ends = np.append(breaks, tags.size)[breaks.searchsorted(begins, "right")]
    begun, rows = tags[begins], begins // max(size, 1)
    found = []
    for role in _ROLES:
        here = begun == role
        base = rows[here] * size
        found.append(Spans(rows[here], begins[here] - base, ends[here] - base))
    return found[0], found[1], found[2]


class Linked:
    """What belongs together in each of some readings of a window; found for all of them at once.

    `readings` are their tags, `[readings, words]`; `sentences` is the number of each word's
    sentence.

    Each content goes to the cue that its words point to; contents of one cue are one
    discontinuous content. Each cue takes the source it points to, or none. A cue that no content
    points to takes the content it scores best on from a cue with several, or is dropped.
    """

    def __init__(self, readings: Ints, sentences: Ints, scores: Scores, chain: Chain) -> None:
        self._readings = readings
        self._sources, self._cues, self._contents = spans_by_role(readings)
        given = (sentences, scores, chain)
        begun = _ROLES[2]
        content = np.flatnonzero(((readings == begun) | (readings == begun + 1)).any(0))
        size = readings.shape[1]
        cue, source = (_distinct(each.starts, size) for each in (self._cues, self._sources))
        self._content, self._cue, self._source = (
            _numbered(each, size) for each in (content, cue, source)
        )
        self._to_cue = pointer_scores(content, cue, *given, CONTENT_CUE)
        self._to_source = pointer_scores(cue, source, *given, CUE_SOURCE)
        self._nothing = scores.nothing[CUE_SOURCE]

    def ties(self) -> list[list[Tie]]:
        """Of each reading, in order of their cues."""
        found: list[list[Tie]] = [[] for _ in self._readings]
        if not (len(self._cues.rows) and len(self._contents.rows)):
            return found
        mine: dict[int, list[Words]] = {}
        for span, owner in zip(self._contents.words(), self._owners(), strict=True):
            if owner >= 0:
                mine.setdefault(owner, []).append(span)
        # A place of -1 is that of no source.
        sources = [*((span,) for span in self._sources.words()), ()]
        cues, rows, chosen = self._cues.words(), self._cues.rows.tolist(), self._chosen()
        for cue in sorted(mine):
            found[rows[cue]].append(Tie(sources[chosen[cue]], cues[cue], tuple(mine[cue])))
        return found

    def _owners(self) -> list[int]:
        """Which of all cues each content goes to, -1 where its reading has none.

        How probable a cue is to a content is the mean over its words of the logarithms; which is
        the most probable is known without their sums over the cues.
        """
        contents, cues = self._contents, self._cues
        at = np.full((len(self._readings), self._to_cue.shape[1]), -1, np.int64)
        at[cues.rows, self._cue[cues.starts]] = np.arange(len(cues.rows))
        first = self._content[contents.starts]
        last = first + contents.ends - contents.starts
        means = _means(self._to_cue, first, last)
        there = at[contents.rows]
        best = np.where(there >= 0, means, -np.inf).argmax(1)
        owners: Places = there[np.arange(len(best)), best]
        counted = np.bincount(owners[owners >= 0], minlength=len(cues.rows))
        poor = np.intersect1d(cues.rows[counted == 0], cues.rows[counted > 1])
        here = np.flatnonzero(np.isin(contents.rows, poor))
        if len(here):
            places = poor.searchsorted(contents.rows[here])
            sums = _means(_log_sums(self._to_cue, at[poor] >= 0), first[here], last[here])
            sure = means[here] - sums[np.arange(len(here)), places][:, None]
            edges = places.searchsorted(np.arange(len(poor) + 1)).tolist()
            for row, low, high in zip(poor.tolist(), edges, edges[1:], strict=False):
                known = at[row] >= 0
                mine = here[low:high]
                given = owners[mine].tolist(), at[row, known].tolist()
                owners[mine] = _released(*given, sure[low:high, known].tolist())
        chosen: list[int] = owners.tolist()
        return chosen

    def _chosen(self) -> list[int]:
        """Which of all sources each cue takes, -1 for none."""
        cues, sources = self._cues, self._sources
        columns = self._source[sources.starts]
        at = np.full((len(self._readings), self._to_source.shape[1] + 1), -1, np.int64)
        at[sources.rows, columns] = np.arange(len(columns))
        points = np.column_stack(
            [self._to_source[self._cue[cues.starts]], self._nothing[cues.starts]]
        )
        there = at[cues.rows]
        open_ = there >= 0
        open_[:, -1] = True
        best = np.where(open_, points, -np.inf).argmax(1)
        chosen: list[int] = there[np.arange(len(best)), best].tolist()
        return chosen

    def score(self, tie: Tie, row: int, sure: Floats) -> float:
        """How sure a tie of reading `row` is, in [0, 1]; `sure` is how probable each tag is.

        Of its spans' tags the least sure counts, and the least sure pointer; `sure` is
        `[words, tags]`.
        """
        tags = self._readings[row]
        words = np.arange(len(tags))
        sums = [0.0, *np.cumsum(sure[words, tags], dtype=np.float64).tolist()]
        spans = (*tie.sources, tie.cue, *tie.contents)
        certain = min((sums[end] - sums[start]) / (end - start) for start, end in spans)
        linked = min(self._pointed(tie, row), *self._held(tie, row))
        return float(certain * np.exp(linked))

    def _held(self, tie: Tie, row: int) -> list[float]:
        """Mean log-probability, over the words of each content, that they point to the cue."""
        starts = self._cues.of(row).starts
        rows = np.concatenate([self._content[start:end] for start, end in tie.contents])
        points = _log_softmax(self._to_cue[rows[:, None], self._cue[starts]])
        sizes = [end - start for start, end in tie.contents]
        bounds = np.cumsum([0, *sizes])[:-1]
        means = np.add.reduceat(points, bounds, axis=0) / np.array(sizes)[:, None]
        held: list[float] = means[:, starts.searchsorted(tie.cue[0])].tolist()
        return held

    def _pointed(self, tie: Tie, row: int) -> float:
        """Log-probability that the cue points to its source, or to none."""
        begin = tie.cue[0]
        starts = self._sources.of(row).starts
        points = self._to_source[self._cue[begin], self._source[starts]]
        sure = _log_softmax(np.append(points, self._nothing[begin])[None])[0]
        return float(sure[starts.searchsorted(tie.sources[0][0]) if tie.sources else -1])


def _distinct(words: Places, size: int) -> Places:
    """The words given, each once and in order."""
    given = np.zeros(size, np.bool_)
    given[words] = True
    return np.flatnonzero(given)


def _numbered(words: Places, size: int) -> Places:
    """The place of each word of a window among `words`."""
    places = np.zeros(size, np.int64)
    places[words] = np.arange(len(words))
    return places


def _means(values: NDArray[np.floating[Any]], first: Places, last: Places) -> NDArray[np.float64]:
    """Means of the rows `[first, last)` of `values`, for each pair of bounds."""
    sums = np.zeros((len(values) + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=sums[1:])
    means: NDArray[np.float64] = (sums[last] - sums[first]) / (last - first)[:, None]
    return means


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(1, keepdims=True)
    normal: Floats = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return normal


def _log_sums(scores: Floats, among: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Log of the sum of exponentials of each row's scores `among` those of some sets of columns.

    `among` is `[sets, columns]`; found is `[rows, sets]`.
    """
    top = scores.max(1, keepdims=True)
    powers = np.exp((scores - top).astype(np.float64))
    sums: NDArray[np.float64] = np.log(powers @ among.T + _LEAST) + top
    return sums


def _released(owners: list[int], cues: list[int], sure: list[list[float]]) -> list[int]:
    """The cue of each content, when each of `cues` that has none took one of a cue with several.

    `owners` is the cue of each content before; `sure` has the logarithm of how probable each of
    `cues` is to each content.
    """
    owners = owners.copy()
    for number, cue in enumerate(cues):
        if cue in owners:
            continue
        spare = [at for at, owner in enumerate(owners) if owners.count(owner) > 1]
        if spare:
            best = max(spare, key=lambda at: sure[at][number])
            if sure[best][number] > RELEASE:
                owners[best] = cue
    return owners


RELEASE = float(np.log(0.05))
"""How probable a cue must be to a content that another cue can spare."""
