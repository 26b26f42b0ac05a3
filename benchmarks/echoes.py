"""How many independent origins stand behind a claim: our own gold, or articles on one war.

A folder with ``echoes.txt`` (else our own gold) has groups of reports, each with the letter of the
one whose word it is. A folder with ``fakes*.csv`` has articles with the day and place coded for
each, and no groups: these are made here (see ``benchmarks/war_articles.py``).

``unfolded_over_count`` is what counting every page as a witness gives, ``over_count`` what is left
of it after echoes are folded; both in percent of the origins that there are.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.registry import Report
from benchmarks.stories import GOLD, blocks, read
from benchmarks.war_articles import grouped
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.claims import Claim, gather
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.parties import Parties
from counterclaim.records import Reading

Group = tuple[list[str], list[Reading]]
"""Whose word each report is, and the reports."""


def run(data: Path) -> Report:
    """Origins counted too many and too few, in percent of the gold's, and B³ F1 of the reports."""
    if any(data.glob("fakes*.csv")):
        return measure(list(grouped(data)), _toll)
    return measure(own(data), _cited)


def own(data: Path) -> list[Group]:
    """The groups of ``echoes.txt`` in ``data``, else of our own gold."""
    folder = data if (data / "echoes.txt").exists() else GOLD
    return [
        (
            [line[0] for line in lines],
            [read(line[2:], folder / "places.csv", salt=head) for line in lines],
        )
        for head, lines in blocks(folder / "echoes.txt")
    ]


def measure(groups: Sequence[Group], main: Callable[[Sequence[Claim]], Claim]) -> Report:
    """Figures over ``groups``; ``main`` picks the claim that a page is there for."""
    over = under = origins = unfolded = counted = 0
    found: list[tuple[str, str]] = []
    for number, (gold, readings) in enumerate(groups):
        words = voices(readings, main)
        ours, true = len(set(words)), len(set(gold))
        over, under = over + max(0, ours - true), under + max(0, true - ours)
        unfolded += len(gold) - true
        origins, counted = origins + true, counted + ours
        found += [(f"{number} {g}", f"{number} {w}") for g, w in zip(gold, words, strict=True)]
    return {
        "over_count": _percent(over, origins),
        "under_count": _percent(under, origins),
        "b3_f1": round(100 * b_cubed(found), 1),
        "unfolded_over_count": _percent(unfolded, origins),
        "groups": float(len(groups)),
        "reports": float(len(found)),
        "origins": float(origins),
        "origins_counted": float(counted),
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(whole, 1), 1)


def voices(readings: Sequence[Reading], main: Callable[[Sequence[Claim]], Claim]) -> list[str]:
    """For each reading, whose word its main claim is."""
    parties = Parties(merge_actors(readings))
    pages = [page.claims for page in gather(readings, parties)]
    witnesses = Witnesses([c for claims in pages for c in claims], parties)
    return [witnesses.word(main(claims)) if claims else "nobody" for claims in pages]


def _cited(claims: Sequence[Claim]) -> Claim:
    """The cited claim, else the outlet's own."""
    return min(claims, key=lambda c: (c.statement.voice != "cited", c.start))


def _toll(claims: Sequence[Claim]) -> Claim:
    """The first claim below the headline that counts people killed; a cited one before others."""
    return min(
        claims,
        key=lambda c: (
            all(count.harm != "killed" for count in c.counts),
            c.headline,
            c.statement.voice != "cited",
            c.start,
        ),
    )


def b_cubed(pairs: Sequence[tuple[str, str]]) -> float:
    """F1 of B³ precision and recall over (gold, predicted) cluster names (Bagga & Baldwin 1998)."""
    gold: defaultdict[str, set[int]] = defaultdict(set)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, (g, f) in enumerate(pairs):
        gold[g].add(number)
        found[f].add(number)
    shared = [len(gold[g] & found[f]) for g, f in pairs]
    precision = sum(n / len(found[f]) for n, (_, f) in zip(shared, pairs, strict=True)) / len(pairs)
    recall = sum(n / len(gold[g]) for n, (g, _) in zip(shared, pairs, strict=True)) / len(pairs)
    return 2 * precision * recall / (precision + recall)
