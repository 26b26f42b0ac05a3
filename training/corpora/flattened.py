"""L3S-GN1: news pages flattened to plain text, with the kind of each paragraph.

Pages are written as `benchmarks.flattened` writes them: text nodes with blank lines between them,
one on each line, or joined into the paragraphs that they were shown as; with all, some or none of
the page's furniture.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.pages import LABELS

from training.corpora.labelled import Labelled, LabelledSpan
from training.pages_data import Line, flattened_l3s, hosts, l3s_pages

FORMS = (("nodes", "labelled"), ("lines", "all"), ("joined", "some"))
FOLDS = 5
KINDS = {"supplement": "caption"}
"""Kinds of blocks, where they are not called as in L3S-GN1."""


def l3s_gn1(data: Path) -> Iterator[Labelled]:
    """Every page in three forms. Names: ``l3s_gn1/FOLD/HOST/PAGE/FORM-KEPT``.

    A host is in one fold only: hold out a fold to measure on sites that were never seen.
    """
    host_of = hosts(data)
    for gold, page, labels in l3s_pages(data):
        host = host_of.get(gold.name, gold.name)
        for form, kept in FORMS:
            name = f"l3s_gn1/{fold(host)}/{host}/{gold.name.removesuffix('.html')}/{form}-{kept}"
            chance = random.Random(name)  # noqa: S311 - a sample, no secret
            lines = flattened_l3s(chance, gold, page, labels, form, kept)
            if lines:
                text, spans = written(lines)
                yield Labelled(name, text, classes={"paragraph": spans})


def fold(host: str) -> str:
    """``fold0`` to ``fold4``, by the host's name alone."""
    return f"fold{hashlib.sha256(host.encode()).digest()[0] % FOLDS}"


def written(lines: Sequence[Line]) -> tuple[str, list[LabelledSpan]]:
    """Lines as a text, and the span of each with its kind."""
    parts: list[str] = []
    spans: list[LabelledSpan] = []
    size = 0
    for line in lines:
        text = line.text.strip()
        gap = "\n" * (line.gap + 1) if parts else ""
        start = size + len(gap)
        label = LABELS[line.label]
        spans.append((start, start + len(text), KINDS.get(label, label)))
        parts += [gap, text]
        size = start + len(text)
    return "".join(parts), spans
