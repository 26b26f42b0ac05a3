"""The encoder at work: texts in, labels out."""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np

from counterclaim.language.agreement import linked_readings
from counterclaim.language.drawing import drawn_tags
from counterclaim.language.encoding import Encoded, PieceEncoder, windows
from counterclaim.language.heads import ROLES, Ints, Scores
from counterclaim.language.labels import Attribution, Labels, Span
from counterclaim.language.linking import Link
from counterclaim.language.marks import Kept, Marks, columns_of
from counterclaim.language.model import FOLDER, TOKENIZER, Description, Graph, describe
from counterclaim.language.viterbi import Paths, best_tags, in_paragraphs, sureness

_TOGETHER = 64
"""Windows decoded at once: enough to hide numpy's overhead, little to hold."""


class Window(NamedTuple):
    """A range of words of one of the texts."""

    text: int
    start: int
    end: int


class Reader:
    """Reads texts with the model in `model` (a folder; by default the one that ships).

    The session is opened at the first call, not here. `threads` is the number of threads one
    call may use (0: as many as there are cores). The labels of a text depend on that text and
    the model alone: not on the other texts of the call, nor on the number of threads, since each
    window runs by itself and without padding. Raises `ModelError` if the model is damaged.
    """

    def __init__(self, model: Path | None = None, threads: int = 0) -> None:
        self.model = model or FOLDER
        self.threads = threads or os.cpu_count() or 1
        self._encoding = threading.Lock()

    @cached_property
    def description(self) -> Description:
        """What `model.json` says, among it the version."""
        return describe(self.model)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self.model, self.description.sha256.get("encoder.int8.onnx", ""))

    @cached_property
    def _pieces(self) -> PieceEncoder:
        return PieceEncoder(self.model / TOKENIZER)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self.threads, "counterclaim-encoder")

    def label(self, texts: Sequence[str]) -> list[Labels]:
        """Labels of each text, in the order given."""
        with self._encoding:
            encoded = [self._pieces.encode(text) for text in texts]
        cut = [
            Window(number, *window)
            for number, each in enumerate(encoded)
            for window in windows(each, self.description.window)
        ]
        tags = [np.zeros(len(each.starts), np.int32) for each in encoded]
        links: list[list[tuple[int, Link]]] = [[] for _ in encoded]
        kept: list[list[Kept]] = [[] for _ in encoded]
        for at in range(0, len(cut), _TOGETHER):
            self._read(cut[at : at + _TOGETHER], encoded, tags, links, kept)
        marks = [self._marks(*each) for each in zip(encoded, kept, strict=True)]
        return [_labels(*each) for each in zip(encoded, tags, links, marks, strict=True)]

    def _marks(self, encoded: Encoded, kept: list[Kept]) -> Marks:
        """What the further heads say, not decoded yet."""
        begins = (np.flatnonzero(np.diff(encoded.paragraph)) + 1).astype(np.int32)
        description = self.description
        columns = columns_of(description.marks)
        return Marks(encoded.starts, encoded.ends, begins, kept, columns, description.chain())

    def attributions(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Attributions of each text, in text order of their cues."""
        return [list(labels.attributions) for labels in self.label(texts)]

    def _read(
        self,
        cut: list[Window],
        encoded: list[Encoded],
        tags: list[Ints],
        links: list[list[tuple[int, Link]]],
        kept: list[list[Kept]],
    ) -> None:
        """Run some windows and write what they say into `tags`, `links` and `kept`."""
        chain = self.description.chain()
        scores = list(self._pool.map(lambda one: self._run(encoded[one.text], one), cut))
        begins = [_begins(encoded[one.text], one) for one in cut]
        tagged = [in_paragraphs(*each) for each in zip(scores, begins, strict=True)]
        best = best_tags(tagged, chain.follows)
        paths = Paths(tagged, chain.follows)
        drawn, sure = drawn_tags(paths), sureness(paths)
        for at, window in enumerate(cut):
            each = scores[at]
            tags[window.text][window.start : window.end] = best[at]
            inside = _sentences(encoded[window.text], window)
            linked = linked_readings(best[at], drawn[at], sure[at], inside, each, chain)
            links[window.text] += [(window.start, one) for one in linked]
            kept[window.text].append(Kept.of(window.start, each))

    def _run(self, encoded: Encoded, window: Window) -> Scores:
        """Scores of one window, between [CLS] and [SEP]."""
        at = encoded.first[window.start : window.end + 1] - encoded.first[window.start]
        inner = encoded.pieces[slice(*encoded.first[[window.start, window.end]])]
        pieces = np.concatenate(([self._pieces.begin], inner, [self._pieces.end]))
        surface = np.zeros(len(pieces), np.int32)
        surface[1:-1] = np.repeat(encoded.surface[window.start : window.end] + 1, np.diff(at))
        return self._graph.run(pieces, surface, at[:-1] + 1)


def _begins(encoded: Encoded, window: Window) -> Ints:
    """Words of the window that begin a paragraph."""
    steps = np.diff(encoded.paragraph[window.start : window.end])
    begins: Ints = (np.flatnonzero(steps) + 1).astype(np.int32)
    return begins


def _sentences(encoded: Encoded, window: Window) -> Ints:
    """Number of the sentence of each word of the window."""
    at = np.arange(window.start, window.end)
    return np.searchsorted(encoded.sentence_starts, at, "right").astype(np.int32)


def _labels(encoded: Encoded, tags: Ints, links: list[tuple[int, Link]], marks: Marks) -> Labels:
    """Tags and links of one text with the spans of its characters."""
    starts, ends = encoded.starts.tolist(), encoded.ends.tolist()
    names = ROLES.tags

    def span(base: int, words: Span) -> Span:
        """Code points of a range of words, counted from word ``base``."""
        return starts[base + words[0]], ends[base + words[1] - 1]

    found = [
        Attribution(
            source=tuple(span(base, one) for one in each.sources),
            cue=(span(base, each.cue),),
            content=tuple(span(base, one) for one in each.contents),
            score=round(each.score, 4),
        )
        for base, each in links
    ]
    return Labels(
        words=tuple(zip(starts, ends, strict=True)),
        tags=tuple(names[tag] for tag in tags.tolist()),
        attributions=tuple(found),
        marks=marks,
    )
