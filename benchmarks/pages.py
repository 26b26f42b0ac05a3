r"""HTML pages: article and comment words against the gold of L3S-GN1 (yardstick C).

`python -m benchmarks pages --data DIR`: DIR holds `original/` and `annotated/`. Words are `\w+`;
each score is a multiset overlap per page, averaged over pages; comments over the pages that have
some. `leak` is the share of gold comment words found in the article; `comments_where_none` the
share of pages without comments on which some were found. L3S-GN1 labels heads, forms and buttons of
a comment section as comments, also where nobody has commented; our blocks of kind comment are what
readers wrote, so `comment_f1_threads` counts the pages with 60 gold words and more.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from lxml import etree, html

from counterclaim.errors import CounterclaimError
from counterclaim.pages import read_document
from counterclaim.pages.decoding import decode
from counterclaim.pages.markup import Markup, read_markup
from counterclaim.pages.structured import classify_markup
from counterclaim.records import BlockKind

LABELS = ("other", "headline", "body", "supplement", "related", "comment")
"""What `x-nc-sel0` to `x-nc-sel5` stand for in L3S-GN1."""

ARTICLE = frozenset(
    {"headline", "byline", "dateline", "body", "update", "caption", "embed", "note"}
)
"""Kinds of blocks whose words are the article's: headline, full text and supplemental text."""

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"x-nc-sel([0-5])")

THREAD = 60
"""Gold comment words from which on a page counts for `comment_f1_threads`."""

Words = Counter[str]
Classify = Callable[[Markup], list[BlockKind]]


@dataclass(frozen=True)
class Gold:
    """One annotated page: `nodes` are (label, text) of its visible text nodes in order."""

    name: str
    nodes: list[tuple[str, str]]

    def words(self, *labels: str) -> Words:
        """The words under some of the labels."""
        return Counter(
            word for label, text in self.nodes if label in labels for word in words(text)
        )


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def read_gold(path: Path) -> Gold:
    """The labelled text nodes of one annotated page."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = html.document_fromstring(path.read_bytes(), parser=parser)
    return Gold(path.name, list(_nodes(root)))


def _nodes(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Visible text nodes below an element, each with the label of the span around it."""
    stack = ["other"]
    hidden: html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            classes = element.get("class") or ""
            found = _LABEL.search(classes)
            stack.append(LABELS[int(found[1])] if found else stack[-1])
            if hidden is None and (
                "x-nc-invisible" in classes
                or element.tag in ("script", "style", "head", "noscript")
            ):
                hidden = element
            text = element.text
        else:
            stack.pop()
            if element is hidden:
                hidden = None
            text = element.tail
        if hidden is None and text and text.strip():
            yield stack[-1], text.strip()


def align(gold: Gold, page: Markup) -> list[int]:
    """Majority label of each piece's words; -1 for a piece that no gold word falls in."""
    labelled = [(w, LABELS.index(label)) for label, text in gold.nodes for w in words(text)]
    shown = [(w, at) for at, piece in enumerate(page.pieces) for w in words(piece.text)]
    matcher = SequenceMatcher(None, [w for w, _ in labelled], [w for w, _ in shown], autojunk=False)
    votes: list[Counter[int]] = [Counter() for _ in page.pieces]
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            votes[shown[block.b + offset][1]][labelled[block.a + offset][1]] += 1
    return [vote.most_common(1)[0][0] if vote else -1 for vote in votes]


def overlap(found: Words, gold: Words) -> float:
    """F1 of two multisets of words; 1 if both are empty."""
    if not found and not gold:
        return 1.0
    common = (found & gold).total()
    return 2 * common / (found.total() + gold.total())


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def measure(data: Path, classify_for: Callable[[str], Classify]) -> dict[str, float]:
    """Scores in percent; `classify_for(page)` gives the classifier (folds are held out so)."""
    scores: dict[str, list[float]] = {
        key: [] for key in ("article", "discussed", "comment", "thread", "spurious")
    }
    leaked = leakable = 0
    for path in sorted((data / "annotated").glob("*.html")):
        gold = read_gold(path)
        found, talk = _read(
            (data / "original" / path.name).read_bytes(), path.name, classify_for(path.name)
        )
        wanted, said = gold.words("headline", "body", "supplement"), gold.words("comment")
        scores["article"].append(overlap(found, wanted))
        if said:
            scores["discussed"].append(scores["article"][-1])
            scores["comment"].append(overlap(talk, said))
            if said.total() >= THREAD:
                scores["thread"].append(scores["comment"][-1])
            leaked += (found & (said - wanted)).total()
            leakable += said.total()
        else:
            scores["spurious"].append(float(bool(talk)))
    return {
        "pages": float(len(scores["article"])),
        "article_f1": 100 * mean(scores["article"]),
        "article_f1_with_comments": 100 * mean(scores["discussed"]),
        "comment_f1": 100 * mean(scores["comment"]),
        "comment_f1_threads": 100 * mean(scores["thread"]),
        "leak": 100 * leaked / max(1, leakable),
        "comments_where_none": 100 * mean(scores["spurious"]),
    }


def _read(content: bytes, name: str, classify: Classify) -> tuple[Words, Words]:
    """Words of the article and of the comments of one page; a page without text has none."""
    page = read_markup(decode(content, name=name).text, name=name)
    article: Words = Counter()
    comments: Words = Counter()
    for piece, kind in zip(page.pieces, classify(page) if page.pieces else [], strict=True):
        if kind in ARTICLE:
            article.update(words(piece.text))
        elif kind == "comment":
            comments.update(words(piece.text))
    return article, comments


def speed(data: Path) -> float:
    """Pages a second on one core, from bytes to a page with its blocks."""
    contents = [path.read_bytes() for path in sorted((data / "original").glob("*.html"))]
    begun = time.process_time()
    for content in contents:
        with suppress(CounterclaimError):
            read_document(content, name="page.html")
    return len(contents) / max(time.process_time() - begun, 1e-9)


def run(data: Path) -> dict[str, float]:
    """Scores in percent; `pages_per_s` is for one core."""
    return measure(data, lambda page: classify_markup) | {"pages_per_s": speed(data)}
