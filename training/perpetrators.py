"""Learns who is said to have done it from MUC-4: `python -m training.perpetrators --data CORPORA`.

From DEV and TST1 (TST2 is for measuring): linear tables over hashed features for texts, sentences,
organisations and slot 11; then a regression over what they say of texts that they were not learnt
from (five runs of documents in the order of the corpus). What the choices give is printed.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from counterclaim.facts.perpetrators import (
    CONFIDENCES,
    features,
    finding,
    hearing,
    scene,
    stacking,
    tables,
)
from counterclaim.facts.perpetrators.folding import Organisation
from counterclaim.language import Reader
from training.corpora.muc4_keys import Document, read_documents, strings

FOLDS = 5
LEAST = 3
"""Rows that a column must have to get a weight."""

RIDGES = {"violence": 0.1, "doer": 0.2, "sentence": 1 / 3, "organisation": 10.0,
          "confidence": 10.0, "stack": 20.0}  # fmt: skip
"""Penalties on squared weights, chosen by cross-validation."""

HARMED = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION")
DOING = ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
CONFIDENCE = "PERP: ORGANIZATION CONFIDENCE"
WORDS = {
    "REPORTED AS FACT": "fact",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "authorities",
    "SUSPECTED OR ACCUSED": "suspected",
    "CLAIMED OR ADMITTED": "claimed",
    "POSSIBLE": "possible",
}
"""Slot 11 to our words for it."""


class Read(NamedTuple):
    """A document with its features and what its key says of each of them.

    `heard` is what the encoder says of each organisation. It has learnt from the same documents,
    but not by heart: what it says of them is no better than what it says of TST2.
    """

    scene: scene.Scene
    text: dict[str, float]
    sentences: list[dict[str, float]]
    organisations: list[dict[str, float]]
    sayings: list[dict[str, float]]
    violence: bool
    harmed: list[bool]
    doing: list[bool]
    did: list[bool]
    doubts: list[list[float]]
    heard: list[list[float]]


def read(document: Document, labels: hearing.Hears) -> Read:
    """Features of a document and its key's answers."""
    view = scene.Scene.of(document.text)
    rows = [row for row in document.templates if row["INCIDENT: TYPE"][0] != "*"]
    described = [features.describe(view, one) for one in view.organisations]
    ears = hearing.heard(view, labels)
    held = [_plain(document.text, view, number) for number in range(view.sentences)]
    fills = [frozenset(map(_key, strings([value])))
             for row in rows for value in row["PERP: ORGANIZATION ID"]]  # fmt: skip
    return Read(
        view,
        finding.shape(scene.text_features(view)),
        [
            tables.unit(dict.fromkeys(scene.sentence_features(view, number), 1.0))
            for number in range(view.sentences)
        ],
        [dict.fromkeys(each, 1.0) for each in described],
        [
            features.said(view, one, each) | hearing.as_sayings(row)
            for one, each, row in zip(view.organisations, described, ears, strict=True)
        ],
        bool(rows),
        _holds(held, rows, HARMED),
        _holds(held, rows, DOING),
        [_did(one, fills) for one in view.organisations],
        [_doubts(one, rows) for one in view.organisations],
        ears,
    )


def _key(string: str) -> str:
    words = " ".join(string.upper().replace('"', " ").split())
    return words.removeprefix("THE ")


def _plain(text: str, view: scene.Scene, number: int) -> str:
    low, high = view.firsts[number], view.firsts[number + 1]
    return f" {_key(text[view.words[low].start : view.words[high - 1].end])} "


def _holds(
    held: Sequence[str], rows: Sequence[dict[str, list[str]]], slots: Sequence[str]
) -> list[bool]:
    """Whether each sentence has a string of one of the slots."""
    wanted = {_key(one) for row in rows for slot in slots for one in strings(row[slot])}
    wanted = {one for one in wanted if len(one) > 2}
    return [any(one in sentence for one in wanted) for sentence in held]


def _names(one: Organisation) -> set[str]:
    return {" ".join(name).replace(" 's", "'s").upper() for name in one.names}


def _did(one: Organisation, fills: Sequence[frozenset[str]]) -> bool:
    names = _names(one)
    return any(names & fill for fill in fills)


def _doubts(one: Organisation, rows: Sequence[dict[str, list[str]]]) -> list[float]:
    """The share of templates that say each of the confidences of an organisation."""
    names, found = _names(one), []
    for row in rows:
        for value in row[CONFIDENCE]:
            if names & set(map(_key, strings([value]))):
                said = value.split(":")[0].strip(" ?()").split(" / ")[0].strip()
                found.append([float(WORDS.get(said) == name) for name in CONFIDENCES])
    return np.mean(found, 0).tolist() if found else [0.0] * len(CONFIDENCES)


def matrix(rows: Sequence[dict[str, float]]) -> csr_matrix:
    """Features as hashed columns; a column that few rows have is empty."""
    where = np.array([tables.hashed(name) for row in rows for name in row], np.int32)
    values = np.array([value for row in rows for value in row.values()])
    bounds = np.cumsum([0, *map(len, rows)])
    few = np.bincount(where, minlength=tables.SIZE) < LEAST
    values[few[where]] = 0.0
    found = csr_matrix((values, where, bounds), (len(rows), tables.SIZE))
    found.eliminate_zeros()
    return found


def fit(table: Any, wanted: np.ndarray, ridge: float, steps: int = 120) -> np.ndarray:
    """Weights `[classes, columns + 1]`, the constant last: logistic, one class or several."""
    wanted = wanted.reshape(len(wanted), -1).astype(float)
    used = np.flatnonzero(np.asarray(abs(table).sum(0)).ravel())
    part, several = table[:, used], wanted.shape[1] > 1

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(len(used) + 1, -1)
        z = part @ w[:-1] + w[-1]
        if several:
            z = z - z.max(1, keepdims=True)
            shares = np.exp(z) / np.exp(z).sum(1, keepdims=True)
            value = -(wanted * np.log(shares + 1e-12)).sum()
            wrong = wanted.sum(1, keepdims=True) * shares - wanted
        else:
            value = (np.logaddexp(0, z) - wanted * z).sum()
            wrong = 1 / (1 + np.exp(-z)) - wanted
        slope = np.vstack([part.T @ wrong + ridge * w[:-1], wrong.sum(0)])
        return float(value + ridge * (w[:-1] ** 2).sum() / 2), slope.ravel()

    start = np.zeros((len(used) + 1) * wanted.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    best = best.reshape(len(used) + 1, -1)
    full = np.zeros((wanted.shape[1], table.shape[1] + 1))
    full[:, used], full[:, -1] = best[:-1].T, best[-1]
    return full


def unseen(table: Any, wanted: np.ndarray, ridge: float, folds: np.ndarray) -> np.ndarray:
    """Log odds of every row by weights from the other folds."""
    found = np.zeros((len(folds), wanted.reshape(len(wanted), -1).shape[1]))
    for fold in range(FOLDS):
        learnt = fit(table[folds != fold], wanted[folds != fold], ridge)
        found[folds == fold] = table[folds == fold] @ learnt[:, :-1].T + learnt[:, -1]
    return found


def labels(documents: Sequence[Document]) -> list[hearing.Hears]:
    """What the shipped encoder says of each document."""
    return list(Reader().label([one.text for one in documents]))


def train(data: Path, out: Path) -> None:
    """Learn from DEV and TST1 and write the file that ships."""
    documents = [one for one in read_documents(data / "muc4") if one.part != "tst2"]
    texts = [read(one, said) for one, said in zip(documents, labels(documents), strict=True)]
    fold = np.arange(len(texts)) * FOLDS // len(texts)
    parts = {
        "violence": ([one.text for one in texts], [one.violence for one in texts], fold),
        "doer": ([one.text for one in texts], [any(one.did) for one in texts], fold),
        "harmed": _flat(texts, "sentences", "harmed", fold),
        "doing": _flat(texts, "sentences", "doing", fold),
        "organisation": _flat(texts, "organisations", "did", fold),
    }
    learnt, said = {}, {}
    for name, (rows, answers, folds) in parts.items():
        table, wanted = matrix(rows), np.array(answers, float)
        ridge = RIDGES.get(name, RIDGES["sentence"])
        learnt[name] = fit(table, wanted, ridge)[0]
        said[name] = unseen(table, wanted, ridge, np.array(folds))[:, 0]
        print(
            f"{name:14s} rows {len(rows):6d}, yes {wanted.mean():.3f}, "
            f"AUC {area(wanted, said[name]):.3f}"
        )
    stack = _stack(texts, said, fold, hears=False)
    heard = _stack(texts, said, fold, hears=True)
    confidence = _confidence(texts, fold)
    constants = [*(learnt[name][-1] for name in parts), *confidence[:, -1]]
    np.savez_compressed(
        out,
        text=np.stack([learnt[n][:-1] for n in ("violence", "doer")]).astype(np.float16),
        sentence=np.stack([learnt[n][:-1] for n in ("harmed", "doing")]).astype(np.float16),
        organisation=learnt["organisation"][None, :-1].astype(np.float16),
        confidence=confidence[:, :-1].astype(np.float16),
        constants=np.array(constants, np.float32),
        stack=stack.astype(np.float32),
        heard=heard.astype(np.float32),
    )


def _flat(texts: Sequence[Read], rows: str, answers: str, fold: np.ndarray) -> Any:
    """Rows, answers and folds of what there are several of in a text."""
    sizes = [len(getattr(one, rows)) for one in texts]
    return (
        [row for one in texts for row in getattr(one, rows)],
        [answer for one in texts for answer in getattr(one, answers)],
        np.repeat(fold, sizes),
    )


def _stack(
    texts: Sequence[Read], said: dict[str, np.ndarray], fold: np.ndarray, *, hears: bool
) -> np.ndarray:
    """Weights of the regression over what the tables say, for features as they come."""
    rows, kinds, place = [], [], {"sentence": 0, "organisation": 0}
    for at, one in enumerate(texts):
        low, first = place["sentence"], place["organisation"]
        place["sentence"] += one.scene.sentences
        place["organisation"] += len(one.did)
        if not one.did:
            continue
        told = stacking.Said(
            (said["violence"][at], said["doer"][at]),
            said["organisation"][first : place["organisation"]].tolist(),
            [finding.odds(each) for each in said["harmed"][low : place["sentence"]]],
            [finding.odds(each) for each in said["doing"][low : place["sentence"]]],
        )
        level = stacking.stacked(one.scene, told)
        rows.append(np.hstack([level, np.array(one.heard)]) if hears else level)
        kinds += [each.kind for each in one.scene.organisations]
    table = np.vstack(rows)
    mean, size = table.mean(0), table.std(0) + 1e-9
    level = (table - mean) / size
    own = [np.array([kind == each for kind in kinds])[:, None] for each in stacking.KINDS]
    wide = csr_matrix(np.hstack([level, *(level * each for each in own)]))
    _, answers, folds = _flat(texts, "organisations", "did", fold)
    wanted = np.array(answers, float)
    out = unseen(wide, wanted, RIDGES["stack"], folds)[:, 0]
    print(
        f"{'heard' if hears else 'stack'} AUC {area(wanted, out):.3f}; "
        f"best F1 at {best_f1(wanted, out)}"
    )
    found = fit(wide, wanted, RIDGES["stack"])[0]
    weights = found[:-1].reshape(1 + len(stacking.KINDS), -1)
    constants = -(weights * mean / size).sum(1)
    constants[0] += found[-1]
    return np.hstack([weights / size, constants[:, None]])


def _confidence(texts: Sequence[Read], fold: np.ndarray) -> np.ndarray:
    rows, doubts, folds = _flat(texts, "sayings", "doubts", fold)
    used = np.flatnonzero([sum(each) > 0 for each in doubts])
    table = matrix([rows[at] for at in used])
    wanted = np.array([doubts[at] for at in used])
    wanted /= wanted.sum(1, keepdims=True)
    out = unseen(table, wanted, RIDGES["confidence"], np.asarray(folds)[used])
    right = wanted[np.arange(len(used)), out.argmax(1)].mean()
    print(f"confidence: {right:.3f} right of {len(used)}; most frequent {wanted.mean(0).max():.3f}")
    return fit(table, wanted, RIDGES["confidence"])


def area(wanted: np.ndarray, values: np.ndarray) -> float:
    """The area under the receiver operating characteristic."""
    ranks = values.argsort().argsort() + 1
    yes = wanted > 0
    count = yes.sum()
    return float((ranks[yes].sum() - count * (count + 1) / 2) / (count * (~yes).sum()))


def best_f1(wanted: np.ndarray, values: np.ndarray) -> tuple[float, float]:
    """The probability to cut at that gives the best F1, and that F1."""
    order = (-values).argsort()
    right = np.cumsum(wanted[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + wanted.sum())
    at = int(f1.argmax())
    return round(finding.odds(float(values[order][at])), 3), round(float(f1[at]), 4)


def main() -> None:
    """Parse and train."""
    parser = argparse.ArgumentParser(prog="python -m training.perpetrators", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that has muc4/")
    parser.add_argument("--out", type=Path, default=Path(tables.__file__).parent / tables.FILE)
    options = parser.parse_args()
    train(options.data, options.out)


if __name__ == "__main__":
    main()
