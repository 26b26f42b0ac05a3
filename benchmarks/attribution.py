"""Who says: attributions against PolNeAR's (`attributions/*.ann` and `text/*.txt` in a folder).

Tokens are runs of word characters or single marks; a span is the set of tokens it touches. Gold
and system are aligned one to one in each document so that
`dice(content) + 0.01 dice(cue) + 0.001 dice(source)` is greatest. A pair is *detected* with a
content dice of a half, *attributed* if also the sources meet or both are missing, and *exact* if
all three sets are equal. Scores are micro-averaged over documents.

The *statement slice* holds the gold attributions whose cue has a reporting verb form, "according
to", or is a lone colon or dash. The list has the forms of verbs of saying, asking and showing that
stand in at least ten cues of PolNeAR's training part and at least four times in ten in a cue.
What the system finds and matches gold beyond the slice is outside of it. Of what matches no gold,
*filtered* leaves out the finds whose cue is not on the list, *strict* counts them as wrong.
*Strictest* counts every find beyond the slice as wrong, right or not.

`ledger_*` are the same figures of the statements of whole pages, as the ledger has them: attitudes
and plans, which PolNeAR annotates, are no statements there, and rules add to the model's
attributions and mend them.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment
from training.polnear import Article, Spans, read_articles

from benchmarks.peers import textacy_attributions

Triple = tuple[Spans, Spans, Spans]
"""Spans of source, cue and content of one attribution."""

PEER_KEYS = ("attributed_f1", "exact_f1", "statement_filtered_f1", "statement_strict_f1")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_VERBS = Path(__file__).parent / "reporting_verbs.txt"


class Tokens(NamedTuple):
    """Token numbers of each role of one attribution."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Pair(NamedTuple):
    """One aligned gold and system attribution and what holds of it."""

    gold: int
    found: int
    detected: bool
    attributed: bool
    triple: bool
    exact: bool


class Counts:
    """Sums over documents, from which the figures are made."""

    def __init__(self) -> None:
        self.documents = 0
        self.gold = self.found = self.slice_gold = 0
        self.slice_found = self.slice_strict = self.slice_hits = 0
        self.hits = dict.fromkeys(("detected", "attributed", "triple", "exact"), 0)
        self.tokens = {role: [0, 0, 0] for role in Tokens._fields}


@cache
def reporting_verbs() -> frozenset[str]:
    """The word forms that make a cue a statement's."""
    return frozenset(_VERBS.read_text(encoding="utf-8").split())


def is_statement(cue: str) -> bool:
    """Whether a cue's text puts its attribution on the statement slice."""
    words = re.findall(r"\w+", cue.lower())
    if not words:
        return bool(re.fullmatch(r"\s*[:–—-]+\s*", cue))
    return "according to" in " ".join(words) or not reporting_verbs().isdisjoint(words)


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    """Twice the common part over the sum of sizes; 0 where both are empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def align(gold: Sequence[Tokens], found: Sequence[Tokens]) -> list[Pair]:
    """The best one-to-one alignment, less the pairs that share no token of any role."""
    if not gold or not found:
        return []
    worth = np.array([[_worth(one, other) for other in found] for one in gold])
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [
        _pair(int(row), int(column), gold[row], found[column])
        for row, column in zip(rows, columns, strict=True)
        if worth[row, column] > 0
    ]


def _worth(one: Tokens, other: Tokens) -> float:
    return (
        dice(one.content, other.content)
        + 0.01 * dice(one.cue, other.cue)
        + 0.001 * dice(one.source, other.source)
    )


def _pair(row: int, column: int, one: Tokens, other: Tokens) -> Pair:
    """What holds of one aligned pair."""
    detected = dice(one.content, other.content) >= 0.5
    met = bool(one.source & other.source) or not (one.source or other.source)
    triple = detected and met and bool(one.cue & other.cue)
    return Pair(row, column, detected, detected and met, triple, one == other)


def score(articles: Sequence[Article], found: Sequence[Sequence[Triple]]) -> Counts:
    """Counts over all articles; attributions without cue or content are left out on both sides."""
    counts = Counts()
    for article, triples in zip(articles, found, strict=True):
        gold = [(event.source, event.cue, event.content) for event in article.events]
        _document(counts, article.text, _complete(gold), _complete(triples))
    return counts


def _complete(triples: Sequence[Triple]) -> list[Triple]:
    return [triple for triple in triples if triple[1] and triple[2]]


def _document(counts: Counts, text: str, gold: list[Triple], found: list[Triple]) -> None:
    """Add one document."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    starts, ends = (np.array(side, np.int64) for side in zip(*spans, strict=True))

    def tokens(triple: Triple) -> Tokens:
        return Tokens(*(_touched(role, starts, ends) for role in triple))

    truths, guesses = [tokens(triple) for triple in gold], [tokens(triple) for triple in found]
    pairs = align(truths, guesses)
    counts.documents += 1
    counts.gold += len(gold)
    counts.found += len(found)
    for name in counts.hits:
        counts.hits[name] += sum(getattr(pair, name) for pair in pairs)
    _slice(
        counts, pairs, *([_statement(text, triple) for triple in side] for side in (gold, found))
    )
    for role, sums in counts.tokens.items():
        true, guess = (
            frozenset().union(*(getattr(one, role) for one in side)) for side in (truths, guesses)
        )
        for at, size in enumerate((len(true & guess), len(guess), len(true))):
            sums[at] += size


def _touched(spans: Spans, starts: np.ndarray, ends: np.ndarray) -> frozenset[int]:  # type: ignore[type-arg]
    """Numbers of the tokens that share a character with any of the spans."""
    found: set[int] = set()
    for start, end in spans:
        low = int(np.searchsorted(ends, start, "right"))
        found.update(range(low, int(np.searchsorted(starts, end, "left"))))
    return frozenset(found)


def _statement(text: str, triple: Triple) -> bool:
    return is_statement(" ".join(text[start:end] for start, end in triple[1]))


def _slice(counts: Counts, pairs: list[Pair], gold: list[bool], found: list[bool]) -> None:
    """Add one document to the statement slice."""
    inside = {pair.found for pair in pairs if pair.detected and gold[pair.gold]}
    beyond = {pair.found for pair in pairs if pair.detected and not gold[pair.gold]}
    counts.slice_gold += sum(gold)
    counts.slice_hits += sum(pair.attributed for pair in pairs if gold[pair.gold])
    counts.slice_strict += len(found) - len(beyond)
    counts.slice_found += len(inside) + sum(
        listed for at, listed in enumerate(found) if at not in inside | beyond
    )


def f1(hits: int, found: int, gold: int) -> float:
    """F1 in 0–100."""
    return 200 * hits / (found + gold) if found + gold else 0.0


def figures(counts: Counts) -> dict[str, float]:
    """The keys of the report, in 0–100."""
    hits, found, gold = counts.hits, counts.found, counts.gold
    report = {
        "attributed_p": 100 * hits["attributed"] / max(1, found),
        "attributed_r": 100 * hits["attributed"] / max(1, gold),
        **{f"{name}_f1": f1(hits[name], found, gold) for name in hits},
        "statement_filtered_f1": f1(counts.slice_hits, counts.slice_found, counts.slice_gold),
        "statement_strict_f1": f1(counts.slice_hits, counts.slice_strict, counts.slice_gold),
        "statement_strictest_f1": f1(counts.slice_hits, found, counts.slice_gold),
        **{f"{role}_token_f1": f1(*sums) for role, sums in counts.tokens.items()},
        "statement_share": 100 * counts.slice_gold / max(1, gold),
    }
    return {"documents": counts.documents, **{key: round(report[key], 2) for key in report}}


def ours(texts: Sequence[str]) -> list[list[Triple]]:
    """What the shipped model finds."""
    from counterclaim.language import Reader

    return [
        [(one.source, one.cue, one.content) for one in found]
        for found in Reader().attributions(texts)
    ]


def of_pages(texts: Sequence[str]) -> list[list[Triple]]:
    """The cited statements of each text, read as a page of its own."""
    from counterclaim import read_page

    found: list[list[Triple]] = []
    for at, text in enumerate(texts):
        page = read_page(text.encode(), name=f"{at}.txt")
        same = page.document.text == text  # else offsets mean something else
        told = [one for one in page.statements if one.cue is not None] if same else []
        found.append(
            [
                (
                    tuple(span.range for span in one.source),
                    (one.cue.range,) if one.cue else (),
                    tuple(span.range for span in one.content),
                )
                for one in told
            ]
        )
    return found


def run(data: Path) -> dict[str, float]:
    """Figures of the shipped model on a folder of articles, and textacy's beside them."""
    articles = read_articles(data)
    texts = [article.text for article in articles]
    report = figures(score(articles, ours(texts)))
    whole = figures(score(articles, of_pages(texts)))
    report |= {f"ledger_{key}": whole[key] for key in PEER_KEYS}
    theirs = textacy_attributions(texts)
    if theirs is not None:
        peer = figures(score(articles, theirs))
        report |= {f"textacy_{key}": peer[key] for key in PEER_KEYS}
    return report
