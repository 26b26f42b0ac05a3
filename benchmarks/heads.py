"""Every further head of the encoder on documents that it has not learnt from.

Spans count where both ends and the label are right, ends taken to whole words; what touches a
stretch of which the corpus says nothing is left out. Classes and links count where the answer is
right: of a mention, among the starts of all earlier mentions of its document and none. Some labels
are silver: `training/corpora/README.md` says which. At most `EACH` documents a corpus are read,
spread evenly over it.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from training.multi_examples import labelled_documents, reported_pages

from counterclaim.language import Labels, Reader
from counterclaim.language.heads import CLASSES, COREFERENCE, TAGS
from training.corpora import Labelled

__all__ = ["run"]

EACH = 80
"""Documents of a corpus."""

Tally = Counter[tuple[str, str, str]]
"""Counts by head, corpus or label, and `right`, `gold` or `found`."""


def run(data: Path) -> dict[str, float]:
    """F1 of each tag head and accuracy of each other, over all and by corpus and label."""
    tally: Tally = Counter()
    reader = Reader()
    for corpus, documents in _held(data).items():
        for document in documents:
            (labels,) = reader.label([document.text])
            count(corpus, document, labels, tally)
    return report(tally)


def _held(data: Path) -> dict[str, list[Labelled]]:
    """Documents by corpus."""
    found: dict[str, list[Labelled]] = defaultdict(list)
    for corpus, kept, document in labelled_documents(data):
        if kept:
            found[corpus].append(document)
    found["authored"] = reported_pages(data)
    return {name: every[:: -(-len(every) // EACH)] for name, every in found.items()}


def count(corpus: str, document: Labelled, labels: Labels, tally: Tally) -> None:
    """Add one document's counts of every head that it knows."""
    words = _Words(labels)
    for head in TAGS:
        if head.name in document.spans:
            gold = {(*words.around(*one[:2]), one[2]) for one in document.spans[head.name]}
            found = {tuple(one[:3]) for one in labels.spans(head.name)}
            unknown = document.unknown.get(head.name, [])
            _spans(tally, head.name, corpus, _known(gold, unknown), _known(found, unknown))
    for kind in CLASSES:
        for start, _, label in document.classes.get(kind.name, ()):
            best = labels.classes(kind.name, words.around(start, start + 1)[0])[:1]
            answer = best[0][0] if best else ""
            _add(tally, kind.name, corpus, label, answer)
    _links(corpus, document, labels, words, tally)


class _Words:
    """The encoder's words of one text."""

    def __init__(self, labels: Labels) -> None:
        self.starts = [start for start, _ in labels.words]
        self.ends = [end for _, end in labels.words]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """From the start of the first word that is touched to the end of the last."""
        low, high = bisect_right(self.ends, start), bisect_left(self.starts, end)
        if low >= high:
            return start, end
        return self.starts[low], self.ends[high - 1]


def _known(
    spans: set[tuple[int, int, str]], unknown: Sequence[tuple[int, int]]
) -> set[tuple[int, int, str]]:
    """Spans that touch no unknown stretch."""
    edges = sorted(unknown)
    starts = [start for start, _ in edges]
    return {
        one
        for one in spans
        if not any(end > one[0] for _, end in edges[: bisect_left(starts, one[1])][-2:])
    }


def _spans(
    tally: Tally,
    head: str,
    corpus: str,
    gold: set[tuple[int, int, str]],
    found: set[tuple[int, int, str]],
) -> None:
    for key, spans in (("right", gold & found), ("gold", gold), ("found", found)):
        for _, _, label in spans:
            tally.update([(head, "", key), (head, corpus, key), (head, label, key)])


def _add(tally: Tally, head: str, corpus: str, label: str, answer: str) -> None:
    """One question with its answer."""
    for name in ("", corpus):
        tally.update([(head, name, "gold"), (head, name, "found")])
    tally.update([(head, label, "gold"), (head, answer, "found")])
    if answer == label:
        tally.update([(head, "", "right"), (head, corpus, "right"), (head, label, "right")])


def _links(corpus: str, document: Labelled, labels: Labels, words: _Words, tally: Tally) -> None:
    """Whether each mention takes up its nearest earlier mention, or none."""
    links = document.links.get(COREFERENCE.name, [])
    first = {mention: words.around(*mention)[0] for mention, _ in links}
    starts = sorted(set(first.values()))
    for mention, earlier in links:
        at = first[mention]
        wanted = None if earlier is None else words.around(*earlier)[0]
        chosen, _ = labels.antecedent(at, [one for one in starts if one < at])
        for name in ("", corpus, "linked" if wanted is not None else "first"):
            tally.update([(COREFERENCE.name, name, "gold"), (COREFERENCE.name, name, "found")])
            if chosen == wanted:
                tally.update([(COREFERENCE.name, name, "right")])


def report(tally: Tally) -> dict[str, float]:
    """Percentages; `HEAD_f1` and `HEAD_accuracy` over all, `HEAD:NAME` by corpus and label."""
    found: dict[str, float] = {}
    tagged = {head.name for head in TAGS}
    for head, name in sorted({key[:2] for key in tally}):
        right, gold, answered = (tally[head, name, key] for key in ("right", "gold", "found"))
        over_all = f"{head}_{'f1' if head in tagged else 'accuracy'}"
        found[f"{head}:{name}" if name else over_all] = _f1(right, gold, answered)
    return found


def _f1(right: int, gold: int, answered: int) -> float:
    """In per cent; the accuracy where every question is answered once."""
    return round(200 * right / max(1, gold + answered), 2)
