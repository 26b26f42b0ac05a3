"""Relations between two statements, on our own gold: the whole way from marked words to links."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.registry import Report
from benchmarks.stories import GOLD, blocks, read
from counterclaim.ledger import build_ledger
from counterclaim.records import Relation

LABELS = ("confirms", "denies", "conflicts", "revises")
NONE = "unrelated"

MEANS = {
    "denies": "denies",
    "disputes": "conflicts",
    "revises": "revises",
    "retracts": "revises",
    "confirms": "confirms",
    "concedes": "confirms",
    "repeats": NONE,
}
"""Our relation kind → the gold's label; a mere repetition is none of the four."""

ORDER = ("denies", "conflicts", "revises", "confirms", NONE)
"""Which label counts where a pair has several links: the one that matters most to a reader."""


@dataclass(frozen=True)
class Pair:
    """Two gold lines and what the second does to the first; every third `p`, every `q` is held."""

    key: str
    label: str
    lines: tuple[str, str]

    @property
    def held(self) -> bool:
        """Whether rules must not be tuned on it."""
        return self.key[0] == "q" or int(self.key[1:]) % 3 == 0


def run(data: Path) -> Report:
    """F1 of each label and their mean, over all pairs; those held back on their own as well."""
    folder = data if (data / "relations.txt").exists() else GOLD
    judged = [(pair, predict(pair, folder / "places.csv")) for pair in pairs(folder)]
    report = scores([(p.label, guess) for p, guess in judged])
    for name, held in (("tuned", False), ("held", True)):
        part = scores([(p.label, guess) for p, guess in judged if p.held is held])
        report[f"{name}_macro_f1"] = part["macro_f1"]
    return report | {"pairs": float(len(judged))}


def pairs(folder: Path) -> Iterator[Pair]:
    """The gold pairs, in the order of the file."""
    for head, lines in blocks(folder / "relations.txt"):
        key, label = head.split()
        if label not in (*LABELS, NONE) or len(lines) != 2:
            raise ValueError(f"{key}: a label and two lines are wanted")
        yield Pair(key, label, (lines[0], lines[1]))


def predict(pair: Pair, places: Path) -> str:
    """The label of the links between the two pages' statements."""
    found = {MEANS[r.kind] for r in links(pair, places)}
    return next((label for label in ORDER if label in found), NONE)


def links(pair: Pair, places: Path) -> list[Relation]:
    """All links between the first line's statements and the second's."""
    readings = [read(line, places, salt=str(n)) for n, line in enumerate(pair.lines)]
    page = {s.id: r.document.id for r in readings for s in r.statements}
    return [r for r in build_ledger(readings).relations if page[r.a] != page[r.b]]


def scores(judged: list[tuple[str, str]]) -> Report:
    """F1 in percent by label, and their unweighted mean."""
    gold, guessed = Counter(g for g, _ in judged), Counter(p for _, p in judged)
    right = Counter(g for g, p in judged if g == p)
    f1 = {label: 200 * right[label] / max(1, gold[label] + guessed[label]) for label in LABELS}
    report = {"macro_f1": round(sum(f1.values()) / len(f1), 1)}
    return report | {f"{label}_f1": round(value, 1) for label, value in f1.items()}
