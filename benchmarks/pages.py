"""HTML pages: article and comment words against the gold of L3S-GN1 (yardstick C).

`python -m benchmarks pages --data DIR`: DIR holds `original/` and `annotated/`. Words are `\\w+`;
each score is a multiset overlap per page, averaged over pages. A page without gold comments counts
in the comment score with 1 if none are found, else 0, only where `comment_f1_all` is asked for.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from counterclaim.errors import CounterclaimError
from counterclaim.pages import Page, read_document

LABELS = ("other", "headline", "body", "supplement", "related", "comment")
"""What `x-nc-sel0` to `x-nc-sel5` stand for in L3S-GN1."""

ARTICLE = frozenset({"headline", "byline", "dateline", "body", "update", "caption", "embed", "note"})
"""Kinds of blocks whose words are the article's: headline, full text and supplemental text."""

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"x-nc-sel([0-5])")

Words = Counter[str]


@dataclass(frozen=True)
class Gold:
    """One annotated page: `nodes` are (label, text) of its visible text nodes in order."""

    name: str
    nodes: list[tuple[str, str]]

    def words(self, *labels: str) -> Words:
        return Counter(word for label, text in self.nodes if label in labels for word in words(text))


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
                "x-nc-invisible" in classes or element.tag in ("script", "style", "head", "noscript")
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


def overlap(found: Words, gold: Words) -> float:
    """F1 of two multisets of words; 1 if both are empty."""
    if not found and not gold:
        return 1.0
    common = (found & gold).total()
    return 2 * common / (found.total() + gold.total())


def page_words(page: Page) -> tuple[Words, Words]:
    """Words of the article and of the comments of a page as read."""
    article = Counter(w for b in page.blocks if b.kind in ARTICLE for w in words(b.span.exact))
    comments = Counter(w for b in page.blocks if b.kind == "comment" for w in words(b.span.exact))
    return article, comments


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def run(data: Path) -> dict[str, float]:
    """Scores in percent; `pages_per_s` is for one core, reading from bytes."""
    article: list[float] = []
    discussed: list[float] = []
    comments: list[float] = []
    spurious: list[float] = []
    leaked = leakable = 0
    seconds = 0.0
    paths = sorted((data / "annotated").glob("*.html"))
    for path in paths:
        gold = read_gold(path)
        content = (data / "original" / path.name).read_bytes()
        begun = time.process_time()
        found, talk = _read(content, path.name)
        seconds += time.process_time() - begun
        wanted, said = gold.words("headline", "body", "supplement"), gold.words("comment")
        article.append(overlap(found, wanted))
        if said:
            discussed.append(article[-1])
            comments.append(overlap(talk, said))
            leaked += (found & (said - wanted)).total()
            leakable += said.total()
        else:
            spurious.append(float(bool(talk)))
    return {
        "pages": float(len(paths)),
        "article_f1": 100 * mean(article),
        "article_f1_with_comments": 100 * mean(discussed),
        "comment_f1": 100 * mean(comments),
        "leak": 100 * leaked / max(1, leakable),
        "comments_where_none": 100 * mean(spurious),
        "pages_per_s": len(paths) / max(seconds, 1e-9),
    }


def _read(content: bytes, name: str) -> tuple[Words, Words]:
    """Words of one page; a page that cannot be read has none."""
    try:
        return page_words(read_document(content, name=name))
    except CounterclaimError:
        return Counter(), Counter()
