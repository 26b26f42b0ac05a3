"""Train the pair model. Run: ``python -m training.pairs [--report]``.

Which of two statements denies, disputes, revises or confirms another. Two tables of weights: for
two statements of one page, from the ``rel`` lines of our own annotated pages of the train split;
for statements of two pages, from the pairs of ``benchmarks/gold/relations.txt`` that are not held
back. Statements come from marks, everything after them from the pipeline: force, speakers, facts,
sides. ``--report`` cross-validates by incident or story, and scores the held-back parts, instead of
writing the weights.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.relations import pairs
from benchmarks.stories import GOLD, knowledge, read

from counterclaim.facts import Gazetteer
from counterclaim.language import Attribution
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.claims import gather
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.links import Evidence
from counterclaim.ledger.pair_features import View, features
from counterclaim.ledger.pair_links import SURE_PAGE, SURE_PAGES, pairs_of_page, views_of
from counterclaim.ledger.pair_model import FILE, LABELS, Label, PairModel
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.values import values_of
from counterclaim.pages import read_document
from counterclaim.reading import read_attributed
from counterclaim.records import Reading, RelationKind
from training import logistic
from training.authored import AuthoredPage, load_pages

PAGES = Path(__file__).parent / "authored"
TARGET = Path(__file__).parents[1] / "src/counterclaim/ledger" / FILE
MEANS: dict[RelationKind, Label] = {
    "denies": "denies",
    "disputes": "disputes",
    "revises": "revises",
    "retracts": "revises",
    "confirms": "confirms",
    "concedes": "confirms",
    "repeats": "unrelated",
}
OF_GOLD: dict[str, Label] = {"conflicts": "disputes"}
"""Labels of ``relations.txt`` that are called otherwise here."""
RIDGE = 1.0
LEAST = {"page": 5, "pages": 3}
"""Pairs that must have a feature for it to be learned."""
FOLDS = 5
STORY = 10
"""Pairs of ``relations.txt`` that belong together: a fold has all of them or none."""
SMALL = 0.01
Weights = dict[str, tuple[float, ...]]


@dataclass(frozen=True)
class Example:
    """One pair: its fold's key, its features and its label."""

    group: str
    features: dict[str, float]
    label: Label


def views(readings: Sequence[Reading]) -> list[View]:
    """All claims of some pages, oldest first, with all that each of them says."""
    actors = merge_actors(readings)
    parties = Parties(actors)
    pages = gather(readings, parties)
    claims = sorted((c for page in pages for c in page.claims), key=lambda c: (c.rank, c.id))
    values = [
        value
        for page in pages
        for claim in page.claims
        for value in values_of(claim, claim.events, parties, page.places, page.moments)
    ]
    return views_of(Evidence(claims, values, Witnesses(claims, parties)))


def page_examples(split: str) -> Iterator[Example]:
    """Pairs of one page: every candidate, with the label of its ``rel`` line or none."""
    gazetteer = Gazetteer.load()
    for page in load_pages(PAGES, split):
        reading = _reading(page, gazetteer)
        numbers = _numbers(page, reading)
        gold = {frozenset((r.a, r.b)): MEANS[r.kind] for r in page.relations}
        for a, b in pairs_of_page(views([reading])):
            one, other = numbers.get(a.claim.id), numbers.get(b.claim.id)
            if one is not None and other is not None and one != other:
                label = gold.get(frozenset((one, other)), "unrelated")
                yield Example(page.incident, features(a, b), label)


def _reading(page: AuthoredPage, gazetteer: Gazetteer) -> Reading:
    """The page with its marked statements in place of the encoder's."""
    raw = page.text.encode()
    document = read_document(raw, name=f"{page.id}.txt", published=page.published)
    given = [Attribution(s.source, (s.cue,), s.content, 1.0) for s in page.statements if s.cue]
    return read_attributed(document, given, knowledge=knowledge(), gazetteer=gazetteer)


def _numbers(page: AuthoredPage, reading: Reading) -> dict[str, int]:
    """Statement id → number of the marked statement whose content and source it shares most."""
    found = {}
    for number, marked in enumerate(page.statements):
        shared = [
            (
                _shared(marked.content, [s.range for s in one.content]),
                _shared(marked.source, [s.range for s in one.source]),
                one.id,
            )
            for one in reading.statements
            if one.voice != "reader"
        ]
        best = max(shared, default=(0, 0, ""))
        if best[0]:
            found[best[2]] = number
    return found


def _shared(ours: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in ours for c, d in theirs)


def pages_examples(*, held: bool) -> Iterator[Example]:
    """Pairs of two pages from ``relations.txt``, held back or not; the first pair of statements."""
    for number, pair in enumerate(pairs(GOLD)):
        if pair.held is not held:
            continue
        readings = [
            read(line, GOLD / "places.csv", salt=str(n)) for n, line in enumerate(pair.lines)
        ]
        found = views(readings)
        first = readings[0].document.id
        ours = [v for v in found if v.claim.document.id == first]
        theirs = [v for v in found if v.claim.document.id != first]
        label = OF_GOLD.get(pair.label, pair.label)
        if ours and theirs:
            yield Example(
                f"{pair.key[0]}{number // STORY}",
                features(ours[0], theirs[0]),
                label,  # type: ignore[arg-type]
            )


def fit(examples: Sequence[Example], least: int) -> Weights:
    """Multinomial logistic regression with a ridge on all but the constants."""
    truth = [LABELS.index(one.label) for one in examples]
    given = [one.features for one in examples]
    return logistic.fit(given, truth, len(LABELS), least=least, ridge=RIDGE, steps=300)


def guesses(examples: Sequence[Example], weights: Weights, sure: float) -> list[Label]:
    """What the model says where it is sure, else ``unrelated``."""
    model = PairModel(weights)
    return [model.judge(one.features, sure).label for one in examples]


def cross_validated(examples: Sequence[Example], least: int, sure: float) -> list[Label]:
    """Guesses for each example by a model that has seen nothing of its incident or story."""
    groups = {group: at % FOLDS for at, group in enumerate(sorted({e.group for e in examples}))}
    found: list[Label] = ["unrelated"] * len(examples)
    for fold in range(FOLDS):
        rest = [one for one in examples if groups[one.group] != fold]
        mine = [at for at, one in enumerate(examples) if groups[one.group] == fold]
        weights = fit(rest, least)
        for at, label in zip(
            mine, guesses([examples[i] for i in mine], weights, sure), strict=True
        ):
            found[at] = label
    return found


def scores(gold: Sequence[str], guessed: Sequence[str]) -> dict[str, float]:
    """F1 of each label but ``unrelated`` and their mean, in percent."""
    right = Counter(g for g, p in zip(gold, guessed, strict=True) if g == p)
    both = Counter(gold) + Counter(guessed)
    f1 = {name: round(200 * right[name] / max(1, both[name]), 1) for name in LABELS[:-1]}
    return {"macro_f1": round(sum(f1.values()) / len(f1), 1)} | {str(n): v for n, v in f1.items()}


def report() -> None:
    """Scores by cross-validation, and on what is held back, of both models."""
    sets: Sequence[tuple[Literal["page", "pages"], list[Example], list[Example], float]] = (
        ("page", list(page_examples("train")), list(page_examples("test")), SURE_PAGE),
        ("pages", list(pages_examples(held=False)), list(pages_examples(held=True)), SURE_PAGES),
    )
    for name, train, test, sure in sets:
        crossed = cross_validated(train, LEAST[name], sure)
        print(name, len(train), "cross-validated", scores([e.label for e in train], crossed))
        found = guesses(test, fit(train, LEAST[name]), sure)
        print(name, len(test), "held back", scores([e.label for e in test], found))


def write(tables: Mapping[str, Weights]) -> None:
    """Weights in thousandths, without those that are all small."""
    rounded = {
        name: {
            feature: [round(w, 3) for w in row]
            for feature, row in sorted(table.items())
            if not feature or max(map(abs, row)) >= SMALL
        }
        for name, table in tables.items()
    }
    TARGET.write_text(json.dumps(rounded, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


def main() -> None:
    """Parse, then report or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", action="store_true")
    if parser.parse_args().report:
        report()
        return
    write(
        {
            "page": fit(list(page_examples("train")), LEAST["page"]),
            "pages": fit(list(pages_examples(held=False)), LEAST["pages"]),
        }
    )


if __name__ == "__main__":
    main()
