"""Labelled documents of every corpus as examples, and which of them are held in for choices."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from counterclaim.language.encoding import Encoded, PieceEncoder
from counterclaim.language.heads import CLASSES, EVERY_POINTER, MARKS, TAGS
from training.authored import AuthoredPage, as_article, load_pages
from training.corpora import CORPORA, HELD_OUT, Labelled
from training.corpora.authored_pages import label as authored_document
from training.examples import IGNORED, NOTHING, Example, example, touched
from training.polnear import Article, read_articles

HELD_PART = 10
"""One document of so many is held in: figures are of those, weights of the others."""

POLNEAR_HELD = 21
"""One PolNeAR article of so many, by name, as in the stages on attributions alone."""


HELD_HOSTS = "fold0"
"""The fold of L3S-GN1's hosts that is held in, so that no site is on both sides."""


def held(name: str) -> bool:
    """Whether a document is held in, by its name. Says the same on every machine."""
    corpus, part, *_ = name.split("/")
    if corpus == "l3s_gn1":
        return part == HELD_HOSTS
    if any(other.startswith(corpus) for other in HELD_OUT):
        return False
    return zlib.crc32(name.encode()) % HELD_PART == 0


def labelled_documents(data: Path) -> Iterator[tuple[str, bool, Labelled]]:
    """Every document of every public corpus: the corpus, and whether it is held in.

    Corpora with a part of their own that is only measured on are learnt from as a whole.
    """
    for corpus, read in CORPORA.items():
        if corpus != "authored":
            for document in read(data):
                yield corpus, held(document.name), document
    for part, read in HELD_OUT.items():
        if part != "authored_test":
            for document in read(data):
                yield part.split("_")[0], True, document


def labelled_example(document: Labelled, encoder: PieceEncoder) -> Example:
    """The targets of a document whose roles are unknown."""
    encoded = encoder.encode(document.text)
    size = len(encoded.starts)
    tags = np.full(size, IGNORED, np.int32)
    pointers = np.full((len(EVERY_POINTER), size), IGNORED, np.int32)
    marks = np.full((len(MARKS), size), IGNORED, np.int8)
    made = Example(encoded, tags, pointers, marks)
    fill(made, document)
    return made


def fill(made: Example, document: Labelled) -> None:
    """Write what a document says of each head into the arrays of an example."""
    encoded = made.encoded
    for row, head in enumerate(TAGS):
        if head.name not in document.spans:
            continue
        made.marks[row] = 0
        for start, end, label in document.spans[head.name]:
            low, high = touched(encoded, start, end)
            made.marks[row, low:high] = 2 * head.labels.index(label) + 2
            made.marks[row, low : min(low + 1, high)] -= 1
        for start, end in document.unknown.get(head.name, ()):
            low, high = touched(encoded, start, end)
            made.marks[row, low:high] = IGNORED
    for row, kind in enumerate(CLASSES, len(TAGS)):
        for start, end, label in document.classes.get(kind.name, ()):
            low, high = touched(encoded, start, end)
            if low < high:
                made.marks[row, low] = kind.labels.index(label)
    _fill_links(made, document)


def _fill_links(made: Example, document: Labelled) -> None:
    """Coreference; where mentions begin at one word, the longest decides."""
    links = document.links.get("coreference", [])
    for mention, earlier in sorted(links, key=lambda link: link[0][1] - link[0][0]):
        at = _word(made.encoded, mention)
        target = NOTHING if earlier is None else _word(made.encoded, earlier)
        if target < at:
            made.pointers[-1, at] = target


def _word(encoded: Encoded, span: tuple[int, int]) -> int:
    return touched(encoded, *span)[0]


def authored_example(page: AuthoredPage, encoder: PieceEncoder) -> Example:
    """The targets of an authored page, roles among them."""
    made = example(as_article(page), encoder)
    fill(made, authored_document(page))
    return made


def polnear_articles(data: Path) -> tuple[list[Article], list[Article]]:
    """PolNeAR's training part: what is learnt, and what is held in."""
    items = read_articles(data / "polnear" / "train")
    learnt = [item for at, item in enumerate(items) if at % POLNEAR_HELD]
    return learnt, items[::POLNEAR_HELD]


def authored_examples(folder: Path, split: str, encoder: PieceEncoder) -> list[Example]:
    """Examples of the authored pages of one split."""
    return [authored_example(page, encoder) for page in load_pages(folder, split)]


def reported_pages(data: Path) -> list[Labelled]:
    """The authored pages of the test split, which are reported and never chosen by."""
    return list(HELD_OUT["authored_test"](data))
