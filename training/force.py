"""Fit the weights of force. Run: ``python -m training.force [--report]``.

Statements come from the marks of our own annotated pages of the train split, everything after them
from the pipeline. ``--report`` cross-validates by incident and scores the test split instead of
writing the weights. The encoder's head takes no part in the fit: it was trained on the same pages.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.actors import Cast, Knowledge
from counterclaim.language import Attribution
from counterclaim.pages import read_document
from counterclaim.records import Force
from counterclaim.statements.find import tellings
from counterclaim.statements.force_model import FILE, FORCES, ForceModel, barred_forces
from counterclaim.statements.story import Story
from training import logistic
from training.authored import AuthoredPage, load_pages

PAGES = Path(__file__).parent / "authored"
TARGET = Path(__file__).parents[1] / "src/counterclaim/statements" / FILE
RIDGE = 3.0
LEAST = 5
"""Statements that must have a sign for it to be learned."""
FOLDS = 5
SMALL = 0.02
PLACES = 2


@dataclass(frozen=True)
class Example:
    """One statement: its incident, its signs, its force by rule and by the annotators."""

    incident: str
    signs: Mapping[str, float]
    barred: frozenset[Force]
    exact: bool
    rule: Force
    force: Force


def examples(split: str) -> list[Example]:
    """All marked statements of a split."""
    knowledge = Knowledge.load()
    return [one for page in load_pages(PAGES, split) for one in _of_page(page, knowledge)]


def _of_page(page: AuthoredPage, knowledge: Knowledge) -> Iterator[Example]:
    document = read_document(page.text.encode(), name=f"{page.id}.txt", published=page.published)
    given = [Attribution(s.source, (s.cue,), s.content, 1.0) for s in page.statements if s.cue]
    marked = {s.content[0][0]: s for s in page.statements}
    for telling in tellings(Story(document), given, Cast(document, knowledge)):
        gold = marked.get(telling.draft.start)
        if gold is not None:
            manner = telling.manner
            said = " ".join(page.text[s:e] for s, e in telling.draft.content)
            barred = barred_forces(telling.signs, said)
            yield Example(
                page.incident, telling.signs, barred, manner.exact, manner.force, gold.force
            )


def fit(given: Sequence[Example]) -> ForceModel:
    """Multinomial logistic regression with a ridge on all but the constants."""
    truth = [FORCES.index(one.force) for one in given]
    signs = [one.signs for one in given]
    weights = logistic.fit(signs, truth, len(FORCES), least=LEAST, ridge=RIDGE, steps=120)
    usual = np.bincount(truth, minlength=len(FORCES)) / len(given)
    return ForceModel(weights, tuple(round(float(one), 4) for one in usual))


def guesses(given: Sequence[Example], model: ForceModel) -> list[Force]:
    """The rule's force where it is exact, else the model's."""
    return [one.rule if one.exact else model.judge(one.signs, (), one.barred)[0] for one in given]


def cross_validated(given: Sequence[Example]) -> list[Force]:
    """Guesses for each example by a model that has seen nothing of its incident."""
    folds = {name: at % FOLDS for at, name in enumerate(sorted({e.incident for e in given}))}
    found: list[Force] = ["asserts"] * len(given)
    for fold in range(FOLDS):
        model = fit([one for one in given if folds[one.incident] != fold])
        mine = [at for at, one in enumerate(given) if folds[one.incident] == fold]
        for at, force in zip(mine, guesses([given[i] for i in mine], model), strict=True):
            found[at] = force
    return found


def scores(given: Sequence[Example], guessed: Sequence[Force]) -> dict[str, float]:
    """Accuracy and mean F1 over the forces, in percent."""
    gold = [one.force for one in given]
    right = Counter(g for g, p in zip(gold, guessed, strict=True) if g == p)
    both = Counter(gold) + Counter(guessed)
    f1 = [200 * right[name] / max(1, both[name]) for name in FORCES]
    accuracy = 100 * sum(right.values()) / max(1, len(given))
    return {"accuracy": round(accuracy, 1), "macro_f1": round(sum(f1) / len(f1), 1)}


def report() -> None:
    """Scores of the rules, by cross-validation, and on the test split."""
    train, test = examples("train"), examples("test")
    print("train, rules", len(train), scores(train, [one.rule for one in train]))
    print("train, cross-validated", scores(train, cross_validated(train)))
    print("test, rules", len(test), scores(test, [one.rule for one in test]))
    print("test, fitted on train", scores(test, guesses(test, fit(train))))


def write(model: ForceModel, number: int) -> None:
    """Weights in hundredths, without the signs whose weights are all small."""
    weights = {
        name: [round(w, PLACES) for w in row]
        for name, row in sorted(model.weights.items())
        if not name or max(map(abs, row)) >= SMALL
    }
    about = f"python -m training.force: {number} marked statements of training/authored, train"
    lines = [f"{json.dumps(name)}: {json.dumps(row)}" for name, row in weights.items()]
    TARGET.write_text(
        f'{{"about": {json.dumps(about)},\n"forces": {json.dumps(FORCES)},\n'
        f'"usual": {json.dumps(model.usual)},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n",
        encoding="utf-8",
    )
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(weights)} signs")


def main() -> None:
    """Parse, then report or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", action="store_true")
    if parser.parse_args().report:
        report()
    else:
        train = examples("train")
        write(fit(train), len(train))


if __name__ == "__main__":
    main()
