"""The whole reading against the test pages of `training/authored` (or any folder of `*.page`).

Statements are aligned as in the attribution yardstick (`benchmarks.attribution`); only cited ones
count. On the detected pairs: force, certainty, speaker, chain and origin. Names agree if the
significant words of one are among those of the other, over all names of an actor. Blocks are
scored by the kind of each token; counts by the pairs of overlapping spans with the same harm.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from training.authored import AuthoredPage, AuthoredStatement, as_article, load_pages
from training.polnear import Spans

from benchmarks.attribution import Counts, Pair, Tokens, align, f1, figures, score
from benchmarks.names import same_name
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Actor, Reading, Span, Statement

_TOKEN = re.compile(r"\w+|[^\w\s]")
Judge = Callable[[AuthoredStatement, Statement, dict[str, Actor]], bool | None]
"""Whether one field of a detected pair is right; `None` where gold has no such field."""


def run(data: Path) -> dict[str, float]:
    """Figures over the pages of the test split, or of all pages where none is marked so."""
    pages = load_pages(data, "test") or load_pages(data)
    return measure(pages, read_all(pages))


def read_all(pages: Sequence[AuthoredPage]) -> list[Reading]:
    """What the shipped engine reads in each page."""
    documents = [
        read_document(page.text.encode(), name=f"{page.id}.txt", published=page.published)
        for page in pages
    ]
    return Engine().read(documents)


def measure(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    """All figures; fractions in 0–100.

    Raises:
        ValueError: a reading's text is not the page's.
    """
    for page, reading in zip(pages, readings, strict=True):
        if page.text != reading.document.text:
            raise ValueError(f"{page.id}: the document's text is not what was read")
    report: dict[str, float] = {}
    for part in (_statements, _fields, _blocks, _boundaries, _updates, _counts):
        report |= part(pages, readings)
    report["pages"] = len(pages)
    report["statements"] = sum(len(page.statements) for page in pages)
    return {key: round(value, 2) for key, value in report.items()}


def cited(reading: Reading) -> list[Statement]:
    """The statements that the page reports of somebody."""
    return [one for one in reading.statements if one.voice == "cited"]


def _ranges(spans: Iterable[Span]) -> Spans:
    return tuple(span.range for span in spans)


def _triple(one: Statement) -> tuple[Spans, Spans, Spans]:
    return _ranges(one.source), _ranges([one.cue] if one.cue else []), _ranges(one.content)


def _statements(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    found = [[_triple(one) for one in cited(reading)] for reading in readings]
    counts: Counts = score([as_article(page) for page in pages], found)
    report = figures(counts)
    kept = ("attributed_p", "attributed_r", "attributed_f1", "detected_f1", "exact_f1")
    return {key: report[key] for key in kept}


def _pairs(page: AuthoredPage, reading: Reading) -> list[tuple[AuthoredStatement, Statement]]:
    """Detected pairs of gold and found statements, those without a cue among them."""
    tokens = [match.span() for match in _TOKEN.finditer(page.text)]

    def roles(source: Spans, cue: Spans, content: Spans) -> Tokens:
        return Tokens(*(_touched(tokens, spans) for spans in (source, cue, content)))

    gold = [roles(s.source, (s.cue,) if s.cue else (), s.content) for s in page.statements]
    statements = cited(reading)
    pairs: list[Pair] = align(gold, [roles(*_triple(one)) for one in statements])
    return [(page.statements[p.gold], statements[p.found]) for p in pairs if p.detected]


def _touched(tokens: Sequence[tuple[int, int]], spans: Spans) -> frozenset[int]:
    return frozenset(
        at
        for at, (low, high) in enumerate(tokens)
        if any(low < end and start < high for start, end in spans)
    )


def _names(actor: str | None, actors: dict[str, Actor], *given: str) -> list[str]:
    known = actors.get(actor) if actor else None
    return [*given, known.name, *known.aliases] if known else list(given)


def _force(gold: AuthoredStatement, found: Statement, _: dict[str, Actor]) -> bool | None:
    return gold.force == found.force


def _certainty(gold: AuthoredStatement, found: Statement, _: dict[str, Actor]) -> bool | None:
    return gold.certainty == found.certainty


def _quote(gold: AuthoredStatement, found: Statement, _: dict[str, Actor]) -> bool | None:
    return gold.quote == found.quote


def _speaker(gold: AuthoredStatement, found: Statement, known: dict[str, Actor]) -> bool | None:
    if gold.speaker is None:
        return None
    links = [link.name for link in found.chain if link.role == "speaker"]
    return same_name(gold.speaker, _names(found.speaker, known, *links))


def _origin(gold: AuthoredStatement, found: Statement, known: dict[str, Actor]) -> bool | None:
    if not gold.chain:
        return None
    links = [found.chain[-1].name] if found.chain else []
    return same_name(gold.chain[-1][1], _names(found.origin, known, *links))


def _chain(gold: AuthoredStatement, found: Statement, known: dict[str, Actor]) -> bool | None:
    """Only chains of more than the speaker; all roles and names must agree."""
    if len(gold.chain) < 2:
        return None
    links = [link for link in found.chain if link.role != "outlet"]
    return [link.role for link in links] == [role for role, _ in gold.chain] and all(
        same_name(name, _names(link.actor, known, link.name))
        for (_, name), link in zip(gold.chain, links, strict=True)
    )


def _chain_roles(gold: AuthoredStatement, found: Statement, _: dict[str, Actor]) -> bool | None:
    """The same with the roles alone: who passes on and who speaks, whatever they are called."""
    if len(gold.chain) < 2:
        return None
    links = [link.role for link in found.chain if link.role != "outlet"]
    return links == [role for role, _ in gold.chain]


def _recipient(gold: AuthoredStatement, found: Statement, known: dict[str, Actor]) -> bool | None:
    if gold.recipient is None:
        return None
    words = [found.recipient_span.exact] if found.recipient_span else []
    return same_name(gold.recipient, _names(found.recipient, known, *words))


_JUDGES: dict[str, Judge] = {
    "force": _force,
    "certainty": _certainty,
    "quote": _quote,
    "speaker": _speaker,
    "origin": _origin,
    "chain": _chain,
    "chain_roles": _chain_roles,
    "recipient": _recipient,
}


def _fields(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    """Accuracy of each field over the detected pairs that have it; force also as macro-F1."""
    pairs = [
        (gold, found, {actor.id: actor for actor in reading.actors})
        for page, reading in zip(pages, readings, strict=True)
        for gold, found in _pairs(page, reading)
    ]
    report: dict[str, float] = {}
    for name, judge in _JUDGES.items():
        verdicts = [v for pair in pairs if (v := judge(*pair)) is not None]
        report[f"{name}_accuracy"] = 100 * sum(verdicts) / max(1, len(verdicts))
    both: Counter[tuple[str, str]] = Counter((gold.force, found.force) for gold, found, _ in pairs)
    return report | {"force_macro_f1": macro_f1(both)}


def label_f1(both: Counter[tuple[str, str]]) -> dict[str, float]:
    """F1 of each label that gold has, from counts of (gold, found)."""
    found, gold = Counter[str](), Counter[str]()
    for (one, other), number in both.items():
        gold[one] += number
        found[other] += number
    return {label: f1(both[label, label], found[label], gold[label]) for label in sorted(gold)}


def macro_f1(both: Counter[tuple[str, str]]) -> float:
    """Mean F1 over the labels in gold, from counts of (gold, found)."""
    scores = label_f1(both)
    return sum(scores.values()) / max(1, len(scores))


def _kinds(text: str, blocks: Iterable[tuple[str, int, int]]) -> list[str]:
    """The kind of the block that each token lies in; `other` for none."""
    kinds = ["other"] * len(text)
    for kind, start, end in blocks:
        kinds[start:end] = [kind] * (end - start)
    return [kinds[match.start()] for match in _TOKEN.finditer(text)]


def _blocks(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    both: Counter[tuple[str, str]] = Counter()
    for page, reading in zip(pages, readings, strict=True):
        gold = _kinds(page.text, [(b.kind, b.start, b.end) for b in page.blocks])
        found = _kinds(page.text, [(b.kind, b.span.start, b.span.end) for b in reading.blocks])
        both.update(zip(gold, found, strict=True))
    right = sum(n for (gold, found), n in both.items() if gold == found)
    accuracy = 100 * right / max(1, sum(both.values()))
    kinds = {f"block_{kind}_f1": value for kind, value in label_f1(both).items()}
    return {"block_f1": macro_f1(both), "block_accuracy": accuracy, **kinds}


def _paragraph(text: str, position: int) -> int:
    """Number of the paragraph (lines between blank lines) that `position` lies in."""
    return len(re.findall(r"\n[ \t]*\n", text[:position]))


def _boundaries(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    """Where comments begin, exactly and within one paragraph; F1 of single comments' starts.

    A page without comments is right where none is found.
    """
    exact = near = hits = found_total = gold_total = 0
    for page, reading in zip(pages, readings, strict=True):
        gold = [b.start for b in page.blocks if b.kind == "comment"]
        found = [b.span.start for b in reading.blocks if b.kind == "comment"]
        hits += len(set(gold) & set(found))
        found_total, gold_total = found_total + len(found), gold_total + len(gold)
        if not gold or not found:
            exact, near = exact + (gold == found), near + (gold == found)
            continue
        away = abs(_paragraph(page.text, gold[0]) - _paragraph(page.text, found[0]))
        exact, near = exact + (gold[0] == found[0]), near + (away <= 1)
    return {
        "comment_boundary_exact": 100 * exact / max(1, len(pages)),
        "comment_boundary_within_one": 100 * near / max(1, len(pages)),
        "comment_start_f1": f1(hits, found_total, gold_total),
    }


def _updates(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    """F1 of the starts of updates, and of starts with their number (1 the oldest).

    An update may be several blocks: consecutive ones with one number are one update.
    """
    starts, numbered = [0, 0, 0], [0, 0, 0]
    for page, reading in zip(pages, readings, strict=True):
        gold = _first_of_each([(b.number, b.start) for b in page.blocks if b.kind == "update"])
        found = _first_of_each(
            [(b.number, b.span.start) for b in reading.blocks if b.kind == "update"]
        )
        for sums, one, other in (
            (numbered, set(gold), set(found)),
            (starts, {start for _, start in gold}, {start for _, start in found}),
        ):
            sums[0] += len(one & other)
            sums[1] += len(other)
            sums[2] += len(one)
    return {"update_start_f1": f1(*starts), "update_number_f1": f1(*numbered)}


def _first_of_each(blocks: Sequence[tuple[int | None, int]]) -> list[tuple[int | None, int]]:
    return [
        block
        for at, block in enumerate(blocks)
        if not at or block[0] is None or blocks[at - 1][0] != block[0]
    ]


def _counts(pages: Sequence[AuthoredPage], readings: Sequence[Reading]) -> dict[str, float]:
    """Recall of gold counts with the same interval, with one that overlaps, and precision."""
    gold_total = found_total = exact = near = 0
    for page, reading in zip(pages, readings, strict=True):
        comments = [(b.start, b.end) for b in page.blocks if b.kind == "comment"]
        found = [
            count
            for count in reading.counts
            if not count.inferred  # gold has written numbers
            and not any(start <= count.span.start < end for start, end in comments)
        ]
        gold_total, found_total = gold_total + len(page.counts), found_total + len(found)
        for count in page.counts:
            same = [
                (one.low, one.high)
                for one in found
                if one.harm == count.harm
                and one.span.start < count.end
                and count.start < one.span.end
            ]
            exact += (count.low, count.high) in same
            near += any(_overlap(count.low, count.high, *one) for one in same)
    return {
        "count_exact": 100 * exact / max(1, gold_total),
        "count_overlap": 100 * near / max(1, gold_total),
        "count_precision": 100 * near / max(1, found_total),
    }


def _overlap(low: int, high: int | None, other_low: int, other_high: int | None) -> bool:
    return (high is None or other_low <= high) and (other_high is None or low <= other_high)
