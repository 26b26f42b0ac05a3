"""Pages of our own on several incidents in one city in one week → incidents.

``pages.txt`` in the folder has a page a block: ``INCIDENT DATE OUTLET | TITLE`` and its paragraphs.
Figures are those of ``incidents``: B³ and pairwise F1, over all pages and where they come one by
one. ``wrongly_joined`` are pairs of pages found in one incident that tell of two, in percent of
the pairs found.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.echoes import b_cubed
from benchmarks.incidents import Clusters, assigned, pairwise
from benchmarks.registry import Report
from benchmarks.stories import GOLD, blocks
from counterclaim.ledger import build_ledger
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.assigning import Assigner
from counterclaim.ledger.parties import Parties
from counterclaim.pages import read_document
from counterclaim.reading import Engine, Settings
from counterclaim.records import Reading

HEAD = re.compile(
    r"(?P<incident>\w+) (?P<date>\d{4}-\d\d-\d\d) (?P<outlet>[^|]+?) \| (?P<title>.+)"
)


def run(data: Path) -> Report:
    """Figures over the pages of ``data``."""
    incidents, readings = zip(*pages(data / "pages.txt"), strict=True)
    ledger = build_ledger(readings)
    of = assigned(ledger)
    found = [
        (incident, of.get(reading.document.id, reading.document.id))
        for incident, reading in zip(incidents, readings, strict=True)
    ]
    assigner = Assigner(Parties(merge_actors(readings)))
    days = sorted(zip(incidents, readings, strict=True), key=lambda pair: _age(pair[1]))
    for _, reading in days:
        assigner.add(reading)
    one_by_one = [(gold, str(assigner.incident_of(at))) for at, (gold, _) in enumerate(days)]
    return {
        "b3_f1": round(100 * b_cubed(found), 1),
        "pair_f1": round(100 * pairwise(found), 1),
        "wrongly_joined": wrongly_joined(found),
        "incremental_b3_f1": round(100 * b_cubed(one_by_one), 1),
        "incremental_pair_f1": round(100 * pairwise(one_by_one), 1),
        "pages": float(len(found)),
        "incidents": float(len(set(incidents))),
    }


def pages(file: Path) -> Iterator[tuple[str, Reading]]:
    """The incident of each page, and what the shipped engine reads in the page."""
    engine = Engine(Settings(gazetteer=GOLD / "places.csv"))
    heads, texts = zip(*blocks(file), strict=True)
    found = [HEAD.fullmatch(head) for head in heads]
    documents = [
        read_document(
            "\n\n".join([head["title"], *lines]).encode(),
            name=f"{head['outlet']} {head['date']} {head['title']}",
            published=head["date"],
        )
        for head, lines in zip(found, texts, strict=True)
        if head is not None
    ]
    incidents = [head["incident"] for head in found if head is not None]
    yield from zip(incidents, engine.read(documents), strict=True)


def wrongly_joined(clusters: Clusters) -> float:
    """Pairs of one found incident and of two real ones, in percent of the pairs found."""
    joined = _pairs([found for _, found in clusters])
    right = _pairs(list(clusters))
    return round(100 * (joined - right) / max(joined, 1), 1)


def _pairs(keys: Sequence[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(keys).values())


def _age(reading: Reading) -> tuple[str, str]:
    return reading.document.published.value or "", reading.document.id
