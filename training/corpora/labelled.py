"""What a corpus says about one text, in the terms of the encoder's heads.

Spans are `(start, end)` in code points of `text`, end-exclusive. A head that a document does not
name is unknown there: nothing is learned from it. A head with an empty list is known to have none.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import msgspec

from counterclaim.language.heads import CLASSES, COREFERENCE, TAGS

Span: TypeAlias = tuple[int, int]
LabelledSpan: TypeAlias = tuple[int, int, str]
Link: TypeAlias = tuple[Span, Span | None]

TAG_LABELS = {head.name: head.labels for head in TAGS}
"""Labels of each head whose answers are spans."""

CLASS_LABELS = {head.name: head.labels for head in CLASSES}
"""Labels of each head that answers once at the first word of a span."""

POINTER_HEADS = (COREFERENCE.name,)


class Labelled(msgspec.Struct, frozen=True):
    """One document of a corpus.

    Attributes:
        name: corpus, part and document, with slashes between ("gum/GUM_news_x").
        text: the text that all offsets count in.
        spans: spans of each TAG head, sorted and apart from each other.
        classes: spans of each CLASS head with their label, sorted.
        links: of each pointer head, a mention and its nearest earlier mention, or `None` where it
            is the first one.
        unknown: stretches where a TAG head says nothing.
    """

    name: str
    text: str
    spans: dict[str, list[LabelledSpan]] = {}
    classes: dict[str, list[LabelledSpan]] = {}
    links: dict[str, list[Link]] = {}
    unknown: dict[str, list[Span]] = {}


class LabelError(ValueError):
    """A document whose labels do not fit its text."""


def settled(spans: Iterable[LabelledSpan]) -> list[LabelledSpan]:
    """Sorted, without what overlaps a span that begins earlier, or as early and is longer."""
    kept: list[LabelledSpan] = []
    for span in sorted(set(spans), key=lambda one: (one[0], -one[1], one[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def complement(spans: Sequence[Span], size: int) -> list[Span]:
    """The stretches of `[0, size)` between sorted spans that do not overlap."""
    edges = [0, *(edge for span in spans for edge in span), size]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def validate(document: Labelled) -> Labelled:
    """The document itself.

    Raises:
        LabelError: a span is out of bounds, empty or begins or ends with white space; a label or
            a head is not known; spans of a TAG head overlap; a link points forward.
    """
    for problem in _problems(document):
        raise LabelError(f"{document.name}: {problem}")
    return document


def _problems(document: Labelled) -> Iterator[str]:
    known = ((document.spans, TAG_LABELS), (document.classes, CLASS_LABELS))
    for heads, labels in known:
        for head, spans in heads.items():
            for start, end, label in spans:
                if label not in labels.get(head, ()):
                    yield f"{head} has no label {label!r}"
                yield from _misplaced(document.text, head, (start, end))
            if spans != sorted(spans):
                yield f"{head} is not sorted"
    for head, spans in document.spans.items():
        if any(a[1] > b[0] for a, b in pairwise(spans)):
            yield f"{head} has spans that overlap"
    yield from _problems_of_links(document)
    for head, stretches in document.unknown.items():
        if head not in TAG_LABELS or any(
            not 0 <= a < b <= len(document.text) for a, b in stretches
        ):
            yield f"unknown stretches of {head}"


def _problems_of_links(document: Labelled) -> Iterator[str]:
    for head, links in document.links.items():
        if head not in POINTER_HEADS:
            yield f"no pointer head {head!r}"
        for mention, earlier in links:
            yield from _misplaced(document.text, head, mention)
            if earlier is not None:
                yield from _misplaced(document.text, head, earlier)
                if earlier[0] >= mention[0]:
                    yield f"{head} points forward from {mention}"


def _misplaced(text: str, head: str, span: Span) -> Iterator[str]:
    start, end = span
    if not 0 <= start < end <= len(text):
        yield f"{head} span {span} is outside of the text"
    elif text[start].isspace() or text[end - 1].isspace():
        yield f"{head} span {span} begins or ends with white space"
