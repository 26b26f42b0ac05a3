"""How many independent origins stand behind a claim, on our own gold."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.registry import Report
from benchmarks.stories import GOLD, blocks, read
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.claims import Claim, gather
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.parties import Parties
from counterclaim.records import Reading


def run(data: Path) -> Report:
    """Origins counted too many and too few, in percent of the gold's, and B³ F1 of the reports."""
    folder = data if (data / "echoes.txt").exists() else GOLD
    over = under = origins = 0
    found: list[tuple[str, str]] = []
    for head, lines in blocks(folder / "echoes.txt"):
        gold = [line[0] for line in lines]
        words = voices([read(line[2:], folder / "places.csv", salt=head) for line in lines])
        counted, true = len(set(words)), len(set(gold))
        over, under = over + max(0, counted - true), under + max(0, true - counted)
        origins += true
        found += [(f"{head} {g}", f"{head} {w}") for g, w in zip(gold, words, strict=True)]
    return {
        "over_count": round(100 * over / origins, 1),
        "under_count": round(100 * under / origins, 1),
        "b3_f1": round(100 * b_cubed(found), 1),
        "reports": float(len(found)),
    }


def voices(readings: Sequence[Reading]) -> list[str]:
    """For each reading, whose word its main claim is."""
    parties = Parties(merge_actors(readings))
    pages = [page.claims for page in gather(readings, parties)]
    witnesses = Witnesses([c for claims in pages for c in claims], parties)
    return [witnesses.word(_main(claims)) if claims else "nobody" for claims in pages]


def _main(claims: Sequence[Claim]) -> Claim:
    """The cited claim, else the outlet's own."""
    return min(claims, key=lambda c: (c.statement.voice != "cited", c.start))


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
