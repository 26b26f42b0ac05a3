"""Dated articles → incidents, against a public collection of shootings and its coders' records.

Every article names the incident it was collected for, so incidents are scored as clusters of
articles: B³ (Bagga & Baldwin 1998) and pairwise F1. An article belongs to the incident that most of
its statements are in, and to one of its own where it has none. The peer is single-link clustering
of TF-IDF vectors at the threshold that suits it best (an oracle), in the same run.

Records: of the incident found that holds most of a coded one's articles, the number killed and
injured (``exact``: the likeliest is the coders'; ``interval``: least and most are both theirs;
``overlap``: theirs is not outside), the day (``date``: not outside; ``day_exact``: the likeliest),
and the town (``place``: a page names it; ``site``: it is the place of record). The weights of
tolls, days and places were fitted on the incidents of one half (``fitted``);
figures that begin with ``held_`` are over the others. Those of the grouping were fitted on all of
this collection: ``cross_b3_f1`` and ``cross_pair_f1`` are over all articles by weights that are
fitted anew on other incidents than those of the pair that is weighed
(``training.incidents.cross_validated``), and so are ``held_b3_f1`` and ``held_pair_f1``.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from operator import itemgetter
from pathlib import Path
from typing import Any

from training.incidents import cross_validated, fitted, mains, read, rows

from benchmarks.echoes import b_cubed
from benchmarks.registry import Report
from counterclaim.ledger import build_ledger
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.assigning import Assigner
from counterclaim.ledger.days import day_of
from counterclaim.ledger.joining import join_groups
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.sites import site_of
from counterclaim.ledger.tallies import tally
from counterclaim.records import Harm, Incident, Ledger, Reading

Clusters = Sequence[tuple[str, str]]
"""Gold and found cluster of each article."""

HARMS: dict[Harm, str] = {"killed": "num_killed", "injured": "num_injured"}
THRESHOLDS = tuple(n / 50 for n in range(12, 36))
"""Cosines tried for the peer."""

COMMONEST = 0.3
"""Share of articles from which a word is left out of the peer's index."""


def run(data: Path) -> Report:
    """Figures over all articles of ``data``."""
    articles = list(rows(data, "docs"))
    readings = read(articles)
    report = grouping(articles, readings) | crossed(articles, readings)
    report |= records(list(rows(data, "incidents")), articles, build_ledger(readings), readings)
    report |= incremental(articles, readings)
    report |= growth(readings)
    report["peer_b3_f1"], report["peer_pair_f1"] = single_link(articles)
    report["articles"] = float(len(articles))
    return report


def grouping(articles: Sequence[Mapping[str, Any]], readings: Sequence[Reading]) -> Report:
    """How well the ledger's incidents fit, and how long it took from readings on."""
    start = time.process_time()
    ledger = build_ledger(readings)
    seconds = time.process_time() - start
    found = assigned(ledger)
    pairs = [
        (one["incident"], found.get(reading.document.id, reading.document.id))
        for one, reading in zip(articles, readings, strict=True)
    ]
    return {
        "b3_f1": round(100 * b_cubed(pairs), 1),
        "pair_f1": round(100 * pairwise(pairs), 1),
        "seconds": round(seconds, 2),
    }


def crossed(articles: Sequence[Mapping[str, Any]], readings: Sequence[Reading]) -> Report:
    """The same by weights that were fitted on other incidents."""
    gold = [one["incident"] for one in articles]
    groups = mains(readings)
    cases = join_groups(groups, cross_validated(gold, groups))
    found = {
        g.page.reading.document.id: str(n) for n, case in enumerate(cases) for g in case.groups
    }
    keys = [reading.document.id for reading in readings]
    pairs = [(incident, found.get(key, key)) for incident, key in zip(gold, keys, strict=True)]
    held = [pair for pair in pairs if not fitted(pair[0])]
    return {
        f"{name}_{key}": round(100 * figure(some), 1) if some else 0.0
        for name, some in (("cross", pairs), ("held", held))
        for key, figure in (("b3_f1", b_cubed), ("pair_f1", pairwise))
    }


def incremental(articles: Sequence[Mapping[str, Any]], readings: Sequence[Reading]) -> Report:
    """The same where articles come one by one, by day; ``moved`` are those moved afterwards."""
    assigner = Assigner(Parties(merge_actors(readings)))
    days = sorted(
        zip(articles, readings, strict=True), key=lambda pair: (pair[0]["dct"], pair[0]["id"])
    )
    start = time.process_time()
    for _, reading in days:
        assigner.add(reading)
    seconds = time.process_time() - start
    pairs = [(one["incident"], str(assigner.incident_of(at))) for at, (one, _) in enumerate(days)]
    return {
        "incremental_b3_f1": round(100 * b_cubed(pairs), 1),
        "incremental_pair_f1": round(100 * pairwise(pairs), 1),
        "incremental_seconds": round(seconds, 2),
        "moved": float(len({move.page for move in assigner.moves})),
    }


def assigned(ledger: Ledger) -> dict[str, str]:
    """Document id → id of the incident that most of its statements are in, the first among equals.

    The first is the one that the document speaks of first.
    """
    votes: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for incident in ledger.incidents:
        told: defaultdict[str, list[int]] = defaultdict(list)
        for key in incident.statements:
            document, _, statement = key.rpartition(".s")
            told[document].append(int(statement))
        for document in incident.documents:
            first = min(told[document], default=0)
            votes[document].append((-len(told[document]), first, incident.id))
    return {key: min(found)[-1] for key, found in votes.items()}


def pairwise(clusters: Clusters) -> float:
    """F1 over the pairs of articles that are in one cluster."""
    both = _pairs(Counter(clusters).values())
    gold, found = (_pairs(Counter(pair[at] for pair in clusters).values()) for at in (0, 1))
    return 2 * both / (gold + found) if gold + found else 1.0


def _pairs(sizes: Any) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def growth(readings: Sequence[Reading]) -> Report:
    """Seconds for all over seconds for a quarter: 4 is linear, 16 square."""
    quarter = sorted(readings, key=lambda r: r.document.id)[::4]
    times = []
    for part in (quarter, readings):
        start = time.process_time()
        build_ledger(part)
        times.append(time.process_time() - start)
    return {"growth": round(times[1] / max(times[0], 1e-9), 1)}


def records(
    coded: Sequence[Mapping[str, Any]],
    articles: Sequence[Mapping[str, Any]],
    ledger: Ledger,
    readings: Sequence[Reading],
) -> Report:
    """Share of coded records whose numbers, day and town the ledger's incident has."""
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for one, reading in zip(articles, readings, strict=True):
        documents[one["incident"]].append(reading.document.id)
    of, incidents = assigned(ledger), {i.id: i for i in ledger.incidents}
    by_document = {r.document.id: r for r in ledger.readings}
    right: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for row in coded:
        votes = Counter(of[key] for key in documents[row["incident_uri"]] if key in of)
        best = max(sorted(votes.items()), key=itemgetter(1))[0] if votes else None
        found = list(_right(row, incidents[best] if best else None, by_document))
        right.update(found)
        if not fitted(row["incident_uri"]):
            held.update([*found, "records"])
    keys = [f"{harm}_{how}" for harm in HARMS for how in ("exact", "interval", "overlap")]
    keys += ["date", "day_exact", "place", "site", "literal"]
    report = {key: round(100 * right[key] / max(len(coded), 1), 1) for key in keys}
    return report | {
        f"held_{key}": round(100 * held[key] / max(held["records"], 1), 1)
        for key in keys
        if key != "literal"
    }


def _right(
    row: Mapping[str, Any], incident: Incident | None, readings: Mapping[str, Reading]
) -> Iterator[str]:
    pages = [readings[key] for key in incident.documents] if incident else []
    told = set(incident.statements) if incident else set()
    counts = [n for page in pages for n in page.counts if n.statement in told]
    if all(n.number.exact in n.span.exact for n in counts):
        yield "literal"
    for harm, key in HARMS.items():
        found = tally(incident, readings, harm) if incident else None
        low, best, high = (found.low, found.best, found.high) if found else (0, 0, 0)
        if best == int(row[key]):
            yield f"{harm}_exact"
        if low == high == int(row[key]):
            yield f"{harm}_interval"
        if low <= int(row[key]) <= high:
            yield f"{harm}_overlap"
    day = time.strftime("%Y-%m-%d", time.strptime(row["date"], "%B %d, %Y"))
    when = day_of(incident, readings) if incident else None
    if when and when.earliest <= day <= when.latest:
        yield "date"
    if when and when.best == day:
        yield "day_exact"
    town = row["city_or_county"].partition("(")[0].strip().casefold()
    if any(town in place.name.casefold() for page in pages for place in page.places):
        yield "place"
    site = site_of(incident, readings) if incident else None
    if site and town in site.name.casefold():
        yield "site"


def single_link(articles: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """B³ and pairwise F1 of TF-IDF single link, at the best threshold for B³."""
    gold = [one["incident"] for one in articles]
    edges = sorted(_cosines(articles), reverse=True)
    best = (0.0, 0.0)
    for threshold in THRESHOLDS:
        parent = list(range(len(gold)))
        for cosine, a, b in edges:
            if cosine < threshold:
                break
            one, two = _root(parent, a), _root(parent, b)
            parent[max(one, two)] = min(one, two)
        found = [(g, str(_root(parent, at))) for at, g in enumerate(gold)]
        best = max(best, (round(100 * b_cubed(found), 1), round(100 * pairwise(found), 1)))
    return best


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _cosines(articles: Sequence[Mapping[str, Any]]) -> Iterator[tuple[float, int, int]]:
    """Pairs with a cosine above the lowest threshold (sublinear term frequency)."""
    texts = [Counter(f"{a['title']} {a['content']}".casefold().split()) for a in articles]
    held = Counter(word for words in texts for word in words)
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, words in enumerate(texts):
        weights = {
            word: (1 + log(times)) * log(len(texts) / held[word])
            for word, times in words.items()
            if 1 < held[word] < COMMONEST * len(texts)
        }
        norm = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
        products: defaultdict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for other, theirs in index[word]:
                products[other] += theirs * weight / norm
            index[word].append((at, weight / norm))
        yield from ((p, other, at) for other, p in products.items() if p >= THRESHOLDS[0])
