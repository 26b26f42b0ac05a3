"""What the encoder's further heads say about one text, decoded when it is asked for."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.heads import (
    CLASSES,
    COREFERENCE,
    EVERY_POINTER,
    TAGS,
    Chain,
    Floats,
    Ints,
    Scores,
    distance_bucket,
)
from counterclaim.language.tagging import labelled_spans, probabilities

_TAGS = {head.name: head for head in TAGS}
_CLASSES = {head.name: head for head in CLASSES}
_COREFERENCE = EVERY_POINTER.index(COREFERENCE)


class Marked(NamedTuple):
    """A labelled span: `[start, end)` in code points, and the model's confidence in [0, 1]."""

    start: int
    end: int
    label: str
    score: float


class Kept(NamedTuple):
    """Half-precision scores of one window, which begins at word `start` of its text.

    `marks` is `[words, columns]`, `origin` and `target` `[words, POINTER_SIZE]`, `nothing`
    `[words]`; the last three, of coreference, are empty where a model has no such head.
    """

    start: int
    marks: NDArray[np.float16]
    origin: NDArray[np.float16]
    target: NDArray[np.float16]
    nothing: NDArray[np.float16]

    @classmethod
    def of(cls, start: int, scores: Scores) -> "Kept":
        """What is kept of a window's scores."""
        linked = slice(_COREFERENCE, _COREFERENCE + 1)
        parts = (scores.origin[linked], scores.target[linked], scores.nothing[linked])
        halves = (
            part[0].astype(np.float16) if len(part) else np.zeros(0, np.float16) for part in parts
        )
        return cls(start, scores.marks.astype(np.float16), *halves)


class Marks:
    """Spans and classes of one text. A head that is never asked for costs nothing.

    `columns` says which columns of the scores are a head's; a model may lack a head, which then
    finds nothing. All methods raise `KeyError` for a head that does not exist.
    """

    def __init__(
        self,
        starts: Ints,
        ends: Ints,
        begins: Ints,
        windows: list[Kept],
        columns: Mapping[str, slice],
        chain: Chain,
    ) -> None:
        self._starts, self._ends = starts, ends
        self._windows = windows
        self._columns = columns
        self._chain = chain
        firsts = np.array([window.start for window in windows], np.int32)
        self._firsts = firsts
        self._begins = np.union1d(begins, firsts).astype(np.int32)
        self._found: dict[str, tuple[Marked, ...]] = {}
        self._shares: dict[str, Floats] = {}

    @cached_property
    def _scores(self) -> NDArray[np.float16]:
        """Scores of all words, `[words, columns]`; there are some."""
        return np.concatenate([window.marks for window in self._windows])

    def spans(self, head: str) -> tuple[Marked, ...]:
        """Spans of a tag head, in text order; they do not overlap.

        The score is the mean over the span's words of the probability of its label.
        """
        labels = _TAGS[head].labels
        if head not in self._columns or not self._windows:
            return ()
        if head not in self._found:
            self._found[head] = self._decoded(self._columns[head], labels)
        return self._found[head]

    def chances(self, head: str, start: int, end: int) -> tuple[float, ...]:
        """For each label of a tag head, the highest probability among the words in a range.

        Words are those that begin in ``[start, end)``. Zeros where there is none, or no such head
        in the model.
        """
        labels = _TAGS[head].labels
        low, high = (int(np.searchsorted(self._starts, each)) for each in (start, end))
        if head not in self._columns or low >= high:
            return (0.0,) * len(labels)
        sure = self._chances(head)[low:high].max(axis=0)
        return tuple(round(float(each), 4) for each in sure)

    def _chances(self, head: str) -> Floats:
        """Probability of each label of a tag head, begun or going on, ``[words, labels]``."""
        if head not in self._shares:
            sure = probabilities(self._scores[:, self._columns[head]].astype(np.float32))
            self._shares[head] = sure[:, 1::2] + sure[:, 2::2]
        return self._shares[head]

    def _decoded(self, columns: slice, labels: tuple[str, ...]) -> tuple[Marked, ...]:
        scores = self._scores[:, columns].astype(np.float32)
        return tuple(
            Marked(
                int(self._starts[low]), int(self._ends[high - 1]), labels[label], round(share, 4)
            )
            for low, high, label, share in labelled_spans(scores, self._begins)
        )

    def classes(self, head: str, start: int) -> tuple[tuple[str, float], ...]:
        """Labels of a class head at the word that begins at or after `start`, likeliest first.

        Probabilities sum to one. Nothing where no word follows.
        """
        labels = _CLASSES[head].labels
        at = int(np.searchsorted(self._starts, start))
        if head not in self._columns or at == len(self._starts):
            return ()
        sure = probabilities(self._row(at)[self._columns[head]].astype(np.float32))
        order = np.argsort(-sure, kind="stable")
        return tuple((labels[one], round(float(sure[one]), 4)) for one in order.tolist())

    def antecedent(self, start: int, candidates: Iterable[int]) -> tuple[int | None, float]:
        """Which of the mentions that begin at `candidates` the one at `start` takes up.

        Only mentions before it in the same window (about 200 words) can be; `None` says that it
        takes up none of them. With the probability of the answer among these.
        """
        at = int(np.searchsorted(self._starts, start))
        if at == len(self._starts):
            return None, 0.0
        window = self._window(at)
        if not window.nothing.size:
            return None, 0.0
        given = {int(np.searchsorted(self._starts, one)): one for one in candidates}
        words = np.array(sorted(one for one in given if window.start <= one < at), np.int64)
        sure = self._pointing(window, at, words)
        best = int(sure.argmax())
        chosen = None if best == len(words) else given[int(words[best])]
        return chosen, round(float(sure[best]), 4)

    def _pointing(self, window: Kept, at: int, words: NDArray[np.int64]) -> Floats:
        """Probability of each of `words`, and of nothing."""
        inside = words - window.start
        origin = window.origin[at - window.start].astype(np.float32)
        near = self._chain.distance[_COREFERENCE][distance_bucket(words - at)]
        scores = window.target[inside].astype(np.float32) @ origin + near
        return probabilities(np.append(scores, window.nothing[at - window.start]))

    def _window(self, at: int) -> Kept:
        """The window of a word."""
        return self._windows[int(np.searchsorted(self._firsts, at, "right")) - 1]

    def _row(self, at: int) -> NDArray[np.float16]:
        window = self._window(at)
        row: NDArray[np.float16] = window.marks[at - window.start]
        return row

    def __eq__(self, other: object) -> bool:
        """Whether the scores are the same to the last bit."""
        if not isinstance(other, Marks):
            return NotImplemented
        mine, theirs = self._windows, other._windows
        return len(mine) == len(theirs) and all(
            a.start == b.start
            and all(np.array_equal(x, y) for x, y in zip(a[1:], b[1:], strict=True))
            for a, b in zip(mine, theirs, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]


def columns_of(heads: Mapping[str, tuple[str, ...]]) -> dict[str, slice]:
    """Columns of each head, in the order given."""
    edges = np.cumsum([0, *(len(columns) for columns in heads.values())]).tolist()
    return {name: slice(*edge) for name, edge in zip(heads, pairwise(edges), strict=True)}
