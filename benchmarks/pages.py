r"""HTML pages: article and comment words against the gold of L3S-GN1 (yardstick C).

`python -m benchmarks pages --data DIR`: DIR holds `original/` and `annotated/`. Words are `\w+`;
each score is a multiset overlap per page, averaged over pages; comments over the pages that have
some. L3S-GN1 labels all of a readers' section as comments: its heads, forms and buttons too, also
where nobody has commented; so `comment_f1` compares it with the blocks that are `discussed`, and
`comment_f1_threads` only on pages with 60 gold words and more. `leak` is the share of gold comment
words among the words found in the article beyond those that the gold article has (an article found
exactly leaks nothing, though readers use its words). What form controls hold is not read. On pages
without gold comments, `section_where_none` is the share with a readers' section found (mostly forms
that gold left out) and `comments_where_none` the share with a block of kind comment.
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
from threadpoolctl import threadpool_limits

from benchmarks import page_peers
from counterclaim.errors import CounterclaimError
from counterclaim.pages import read_document
from counterclaim.pages.decoding import decode
from counterclaim.pages.flattened import Division
from counterclaim.pages.markup import Markup, read_markup
from counterclaim.pages.structured import divide_markup

LABELS = ("other", "headline", "body", "supplement", "related", "comment")
"""What `x-nc-sel0` to `x-nc-sel5` stand for in L3S-GN1."""

ARTICLE = frozenset(
    {"headline", "byline", "dateline", "body", "update", "caption", "embed", "note"}
)
"""Kinds of blocks whose words are the article's: headline, full text and supplemental text."""

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"x-nc-sel([0-5])")

PEER_KEYS = ("article_f1", "article_f1_with_comments", "comment_f1", "leak", "pages_per_s")

_UNSEEN = frozenset("script style head noscript textarea select".split())
"""Elements whose content is no text of the page; what form controls hold is not shown as text."""

THREAD = 60
"""Gold comment words from which on a page counts for `comment_f1_threads`."""

Words = Counter[str]
Divide = Callable[[Markup], Division]


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
    """Words in lower case."""
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
            if hidden is None and ("x-nc-invisible" in classes or element.tag in _UNSEEN):
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
    """Mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


class Tally:
    """Scores of one reader over pages."""

    def __init__(self) -> None:
        self.scores: dict[str, list[float]] = {
            key: [] for key in ("article", "discussed", "comment", "thread", "spurious")
        }
        self.leaked = self.leakable = 0

    def add(self, gold: Gold, article: Words, talk: Words) -> None:
        """Count one page."""
        wanted, said = gold.words("headline", "body", "supplement"), gold.words("comment")
        scores = self.scores
        scores["article"].append(overlap(article, wanted))
        if not said:
            scores["spurious"].append(float(bool(talk)))
            return
        scores["discussed"].append(scores["article"][-1])
        scores["comment"].append(overlap(talk, said))
        if said.total() >= THREAD:
            scores["thread"].append(scores["comment"][-1])
        self.leaked += ((article - wanted) & said).total()
        self.leakable += said.total()

    def report(self) -> dict[str, float]:
        """In percent."""
        return {
            "article_f1": 100 * mean(self.scores["article"]),
            "article_f1_with_comments": 100 * mean(self.scores["discussed"]),
            "comment_f1": 100 * mean(self.scores["comment"]),
            "comment_f1_threads": 100 * mean(self.scores["thread"]),
            "leak": 100 * self.leaked / max(1, self.leakable),
            "section_where_none": 100 * mean(self.scores["spurious"]),
        }


def measure(data: Path, divide_for: Callable[[str], Divide]) -> dict[str, float]:
    """Scores in percent; `divide_for(page)` gives the reader (folds are held out so)."""
    tally = Tally()
    spurious = []
    for path in sorted((data / "annotated").glob("*.html")):
        gold = read_gold(path)
        content = (data / "original" / path.name).read_bytes()
        article, talk, commented = _read(content, path.name, divide_for(path.name))
        tally.add(gold, article, talk)
        if not gold.words("comment"):
            spurious.append(float(commented))
    pages = {"pages": float(len(tally.scores["article"]))}
    return pages | tally.report() | {"comments_where_none": 100 * mean(spurious)}


def _read(content: bytes, name: str, divide: Divide) -> tuple[Words, Words, bool]:
    """Words of the article and of the readers' section, and whether anybody commented."""
    page = read_markup(decode(content, name=name).text, name=name)
    division = divide(page)
    article: Words = Counter()
    talk: Words = Counter()
    for piece, kind, inside in zip(page.pieces, division.kinds, division.discussed, strict=True):
        if inside:
            talk.update(words(piece.text))
        elif kind in ARTICLE:
            article.update(words(piece.text))
    return article, talk, "comment" in division.kinds


def speed(data: Path) -> float:
    """Pages a second on one core, from bytes to a page with its blocks."""
    contents = [path.read_bytes() for path in sorted((data / "original").glob("*.html"))]
    begun = time.process_time()
    for content in contents:
        with suppress(CounterclaimError):
            read_document(content, name="page.html")
    return len(contents) / max(time.process_time() - begun, 1e-9)


def peers(data: Path) -> dict[str, float]:
    """The same scores of the tools that are installed, under their names."""
    paths = sorted((data / "annotated").glob("*.html"))
    contents = [(data / "original" / path.name).read_bytes() for path in paths]
    gold = [read_gold(path) for path in paths]
    report: dict[str, float] = {}
    for peer in page_peers.installed():
        tally = Tally()
        found, pace = page_peers.read_all(peer, contents)
        for one, (article, comments) in zip(gold, found, strict=True):
            tally.add(one, Counter(words(article)), Counter(words(comments)))
        scores = tally.report() | {"pages_per_s": pace}
        report |= {f"{peer.name}_{key}": scores[key] for key in PEER_KEYS}
    return report


def run(data: Path) -> dict[str, float]:
    """Scores in percent; `pages_per_s` is for one core; the peers' from the same run."""
    # Numpy's threads cost more processor time than they save; the engine keeps them from it too.
    with threadpool_limits(limits=1):
        ours = measure(data, lambda page: divide_markup) | {"pages_per_s": speed(data)}
        return ours | peers(data)
