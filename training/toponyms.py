"""Weights of the toponym reader and resolver. Run: ``python -m training.toponyms --data CORPORA``.

``CORPORA`` has ``geoparsing/*.xml`` (LGL, GeoVirus) and ``uner_ewt/*.iob2`` (UNER English EWT, for
recognition only). What ships are weights of general features and of single neighbouring words;
no text of the corpora. ``--cross-validate`` reports five folds by document instead of writing.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.places import Article, Gold, Judge, read_articles, with_gold_spans
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.facts.places.evidence import FEATURES, Subject
from counterclaim.facts.places.features import Setting, features
from counterclaim.facts.places.model import company
from counterclaim.facts.places.names import Lookup, Name, find_names
from counterclaim.facts.places.reading import subjects_of
from counterclaim.facts.places.resolution import candidate_features, choose
from counterclaim.facts.places.runs import tokens

TARGET = Path(__file__).parents[1] / "src/counterclaim/facts/places"
FOLDS = 5
RIDGE = 1.0
LEAST = 4
"""Times a feature must occur to be learned."""
SMALL = 0.02
"""Weights nearer to nought than this are not shipped."""
RIGHT_KM = 161.0
THRESHOLDS = (0.0, -0.3, -0.6)
"""Log-odds tried by cross-validation; ``reading.THRESHOLD`` is the chosen one."""
Weights = dict[str, float]


@dataclass
class Case:
    """One name with its features and its gold; `partial` meets gold without being it."""

    name: Name
    features: list[str]
    gold: bool
    partial: bool


@dataclass
class Reading:
    """The names of one article, and gold spans that are no name of ours."""

    cases: list[Case]
    missed: int


def uner_articles(folder: Path) -> Iterator[Article]:
    """Sentences of UNER in CoNLL columns, LOC spans as toponyms without coordinates."""
    for path in sorted(folder.glob("*.iob2")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.splitlines()
            text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
            rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
            yield Article(text, tuple(_uner_gold(text, rows)))


def _uner_gold(text: str, rows: Sequence[Sequence[str]]) -> Iterator[Gold]:
    at, start, end = 0, -1, -1
    for row in rows:
        begin = text.find(row[1], at)
        if begin < 0:
            continue
        at = begin + len(row[1])
        if row[2] == "I-LOC" and start >= 0:
            end = at
            continue
        if start >= 0:
            yield Gold(start, end)
        start, end = (begin, at) if row[2] == "B-LOC" else (-1, -1)
    if start >= 0:
        yield Gold(start, end)


def read_cases(article: Article, gazetteer: Gazetteer) -> Reading:
    """What the names of one article look like, and which of them are toponyms."""
    found = tokens(article.text, 0, len(article.text))
    names = find_names(article.text, found, Lookup(gazetteer))
    setting = Setting(article.text, found, names, gazetteer)
    demonyms = {(name.start, name.end) for name in names if name.demonym}
    gold = {(g.start, g.end) for g in article.gold} - demonyms
    cases = [
        _case(setting, at, name, gold) for at, name in enumerate(names) if name.demonym is None
    ]
    return Reading(cases, len(gold) - sum(case.gold for case in cases))


def _case(setting: Setting, at: int, name: Name, gold: set[tuple[int, int]]) -> Case:
    exact = (name.start, name.end) in gold
    partial = not exact and any(s < name.end and name.start < e for s, e in gold)
    return Case(name, list(features(setting, at)), exact, partial)


def fit(rows: Sequence[list[str]], gold: Sequence[bool]) -> Weights:
    """Logistic regression over named features."""
    counts = Counter(feature for row in rows for feature in row)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    columns = {name: at for at, name in enumerate(names)}
    cells = [(at, columns[f]) for at, row in enumerate(rows) for f in row if f in columns]
    at, column = np.array(cells).T
    table = csr_matrix((np.ones(len(cells)), (at, column)), (len(rows), len(names)))
    truth = np.array(gold, float)

    def loss(w: Any) -> tuple[float, Any]:
        z = table @ w
        value = np.logaddexp(0, z).sum() - truth @ z + RIDGE / 2 * w @ w
        return float(value), table.T @ (1 / (1 + np.exp(-z)) - truth) + RIDGE * w

    start = np.zeros(len(names))
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return dict(zip(names, result.x.tolist(), strict=True))


def score(weights: Weights, row: Iterable[str]) -> float:
    """Sum of the weights of the features at hand."""
    return sum(weights.get(feature, 0.0) for feature in row)


def fit_cases(readings: Sequence[Reading]) -> Weights:
    """Weights that tell toponyms from other names."""
    kept = [case for reading in readings for case in reading.cases if not case.partial]
    return fit([case.features for case in kept], [case.gold for case in kept])


def with_company(reading: Reading, first: Weights) -> Reading:
    """The reading with the features of the second pass added."""
    local = [score(first, case.features) for case in reading.cases]
    extra = company([case.name for case in reading.cases], local)
    cases = [
        Case(case.name, case.features + more, case.gold, case.partial)
        for case, more in zip(reading.cases, extra, strict=True)
    ]
    return Reading(cases, reading.missed)


def recogniser(readings: Sequence[Reading]) -> tuple[Weights, Weights]:
    """Weights of both passes; the second learns from out-of-fold scores of the first."""
    second: list[Reading] = []
    for fold in range(FOLDS):
        rest = [reading for at, reading in enumerate(readings) if at % FOLDS != fold]
        weights = fit_cases(rest)
        second += [with_company(reading, weights) for reading in readings[fold::FOLDS]]
    return fit_cases(readings), fit_cases(second)


def recognition_counts(
    readings: Sequence[Reading], weights: tuple[Weights, Weights]
) -> list[tuple[int, int, int]]:
    """Right, found and gold names at each of THRESHOLDS."""
    missed = sum(reading.missed for reading in readings)
    cases = [case for r in readings for case in with_company(r, weights[0]).cases]
    odds = np.array([score(weights[1], case.features) for case in cases])
    gold = np.array([case.gold for case in cases])
    return [
        (int((gold & (odds > least)).sum()), int((odds > least).sum()), int(gold.sum()) + missed)
        for least in THRESHOLDS
    ]


@dataclass
class Places:
    """Subjects of one article, with the gold of each and how many mentions have it."""

    subjects: list[Subject]
    gold: list[tuple[int, Gold]]


def read_places(article: Article, gazetteer: Gazetteer) -> Places:
    """Candidates of each gold toponym of one article."""
    setting, chosen = with_gold_spans(article, gazetteer)
    subjects, owners = subjects_of(setting, chosen)
    spans = {(g.start, g.end): g for g in article.gold}
    pairs = [
        (owner, spans[setting.names[at].start, setting.names[at].end])
        for at, owner in zip(chosen, owners, strict=True)
    ]
    return Places(subjects, [(owner, gold) for owner, gold in pairs if gold.lat is not None])


def resolver(articles: Sequence[Places], judge: Judge) -> tuple[Any, Any]:
    """Weights of the two rounds, in the order of FEATURES."""
    first = _conditional_logit(_choices(articles, judge, None))
    return first, _conditional_logit(_choices(articles, judge, first))


def _choices(articles: Sequence[Places], judge: Judge, first: Any) -> list[tuple[Any, Any]]:
    """Feature rows of each subject with several candidates and which of them are right."""
    choices = []
    for article in articles:
        owner, table = candidate_features(article.subjects, first)
        for subject, gold in dict(article.gold).items():
            mine = np.flatnonzero(owner == subject)
            candidates = article.subjects[subject].candidates
            errors = np.array([judge.error(gold, c.entry) for c in candidates])
            if len(mine) > 1 and errors.min() <= RIGHT_KM:
                choices.append((table[mine], errors <= max(errors.min() + 5, 15)))
    return choices


def _conditional_logit(choices: Sequence[tuple[Any, Any]]) -> Any:
    """Weights that make the right candidates of each choice likely."""
    rows = np.concatenate([table for table, _ in choices])
    right = np.concatenate([truth for _, truth in choices]).astype(float)
    sizes = np.array([len(truth) for _, truth in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])

    def loss(w: Any) -> tuple[float, Any]:
        z = rows @ w
        p = np.exp(z - np.repeat(np.maximum.reduceat(z, starts), sizes))
        p /= np.repeat(np.add.reduceat(p, starts), sizes)
        share = np.add.reduceat(p * right, starts) + 1e-12
        slope = rows.T @ (p - p * right / np.repeat(share, sizes))
        return float(RIDGE / 2 * w @ w - np.log(share).sum()), slope + RIDGE * w

    start = np.zeros(len(FEATURES))
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x


def resolution_hits(articles: Sequence[Places], weights: Any, judge: Judge) -> tuple[int, int]:
    """Mentions within 161 km and mentions with coordinates."""
    right = total = 0
    for article in articles:
        senses = choose(article.subjects, *weights)
        for owner, gold in article.gold:
            demonym = article.subjects[owner].country
            sense = senses[owner]
            entry = judge.gazetteer.country(demonym) if demonym else sense.entry if sense else None
            right += judge.error(gold, entry) <= RIGHT_KM
            total += 1
    return right, total


def cross_validate(
    corpora: dict[str, list[Article]], other: Sequence[Article], gazetteer: Gazetteer
) -> None:
    """Five folds of each corpus, trained on the rest of it and on all the others."""
    judge = Judge(gazetteer)
    readings = {name: [read_cases(a, gazetteer) for a in each] for name, each in corpora.items()}
    places = {name: [read_places(a, gazetteer) for a in each] for name, each in corpora.items()}
    extra = [read_cases(a, gazetteer) for a in other]
    for name in corpora:
        rest = [r for o in corpora if o != name for r in readings[o]] + extra
        counts = _folds(readings[name], rest, recogniser, recognition_counts)
        for threshold, (right, found, gold) in zip(THRESHOLDS, counts.tolist(), strict=True):
            f1 = 200 * right / (found + gold)
            print(f"{name} threshold {threshold}: recognition F1 {f1:.1f}", flush=True)
        away = [p for o in corpora if o != name for p in places[o]]
        hits = _folds(
            places[name],
            away,
            lambda train: resolver(train, judge),
            lambda test, w: resolution_hits(test, w, judge),
        )
        print(f"{name}: acc161 {100 * hits[0] / hits[1]:.1f}")


def _folds(
    own: Sequence[Any],
    rest: Sequence[Any],
    train: Callable[[Sequence[Any]], Any],
    test: Callable[[Sequence[Any], Any], Any],
) -> Any:
    total = 0
    for fold in range(FOLDS):
        kept = [each for at, each in enumerate(own) if at % FOLDS != fold]
        total = total + np.array(test(own[fold::FOLDS], train([*kept, *rest])))
    return total


def write(readings: Sequence[Reading], places: Sequence[Places], judge: Judge) -> None:
    """Fit on everything and write what ships."""
    first, second = recogniser(readings)
    table = {"first": _shipped(first), "second": _shipped(second)}
    _dump(TARGET / "toponyms.json", table)
    rounds = zip(("first", "second"), resolver(places, judge), strict=True)
    _dump(
        TARGET / "resolution.json",
        {name: dict(zip(FEATURES, np.round(w, 3).tolist(), strict=True)) for name, w in rounds},
    )


def _shipped(weights: Weights) -> Weights:
    return {name: round(w, 3) for name, w in sorted(weights.items()) if abs(w) >= SMALL}


def _dump(path: Path, table: dict[str, Weights]) -> None:
    text = json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


def main() -> None:
    """Parse, cross-validate if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    gazetteer = Gazetteer.load()
    files = sorted((options.data / "geoparsing").glob("*.xml"))
    corpora = {file.stem: read_articles(file) for file in files}
    other = list(uner_articles(options.data / "uner_ewt"))
    if options.cross_validate:
        cross_validate(corpora, other, gazetteer)
        return
    every = [article for each in corpora.values() for article in each]
    readings = [read_cases(article, gazetteer) for article in [*every, *other]]
    write(readings, [read_places(article, gazetteer) for article in every], Judge(gazetteer))


if __name__ == "__main__":
    main()
