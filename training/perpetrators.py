"""Learns who is said to have done it from MUC-4: `python -m training.perpetrators --data CORPORA`.

From DEV and TST1 (TST2 is for measuring): linear tables over hashed features for texts, sentences,
organisations and slot 11; then a regression over what they say of texts that they were not learnt
from (five runs of documents in the order of the corpus). What the choices give is printed.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from counterclaim.facts.perpetrators import (
    counting,
    finding,
    hearing,
    stacking,
    tables,
)
from counterclaim.language import Reader
from training.corpora.muc4_keys import Document, read_documents
from training.perpetrators_fit import FOLDS, area, best_f1, fit, matrix, unseen
from training.perpetrators_read import Read, read

RIDGES = {"violence": 0.1, "doer": 0.2, "sentence": 1 / 3, "organisation": 10.0,
          "confidence": 10.0, "stack": 20.0, "again": 50.0}  # fmt: skip
"""Penalties on squared weights, chosen by cross-validation."""


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
    tellings = _tellings(texts, said)
    stack, _ = _stack(texts, tellings, fold, hears=False)
    heard, sure = _stack(texts, tellings, fold, hears=True)
    again = _again(texts, tellings, fold, sure)
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
        again=again.astype(np.float32),
    )


def _flat(texts: Sequence[Read], rows: str, answers: str, fold: np.ndarray) -> Any:
    """Rows, answers and folds of what there are several of in a text."""
    sizes = [len(getattr(one, rows)) for one in texts]
    return (
        [row for one in texts for row in getattr(one, rows)],
        [answer for one in texts for answer in getattr(one, answers)],
        np.repeat(fold, sizes),
    )


def _tellings(texts: Sequence[Read], said: dict[str, np.ndarray]) -> list[stacking.Said]:
    """What the tables say of each text."""
    found, sentence, organisation = [], 0, 0
    for at, one in enumerate(texts):
        low, first = sentence, organisation
        sentence += one.scene.sentences
        organisation += len(one.did)
        found.append(
            stacking.Said(
                (said["violence"][at], said["doer"][at]),
                said["organisation"][first:organisation].tolist(),
                [finding.odds(each) for each in said["harmed"][low:sentence]],
                [finding.odds(each) for each in said["doing"][low:sentence]],
            )
        )
    return found


def _levels(texts: Sequence[Read], tellings: Sequence[stacking.Said], hears: bool) -> list[Any]:
    """Features of the organisations of each text that has some."""
    levels = [stacking.stacked(one.scene, told) if one.did else np.zeros((0, 0))
              for one, told in zip(texts, tellings, strict=True)]  # fmt: skip
    if hears:
        levels = [np.hstack([level, np.array(one.heard)]) if one.did else level
                  for one, level in zip(texts, levels, strict=True)]  # fmt: skip
    return levels


def _stack(
    texts: Sequence[Read], tellings: Sequence[stacking.Said], fold: np.ndarray, *, hears: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the regression over what the tables say, for features as they come.

    And the log odds that it gives to texts it was not learnt from. These are overdone by a factor
    that the weights are lessened by.
    """
    _, answers, folds = _flat(texts, "organisations", "did", fold)
    table = np.vstack([level for level in _levels(texts, tellings, hears) if level.size])
    wanted = np.array(answers, float)
    weights, out = _by_kind(texts, table, wanted, folds, RIDGES["stack"])
    print(
        f"{'heard' if hears else 'stack'} AUC {area(wanted, out):.3f}; "
        f"best F1 at {best_f1(wanted, out)}"
    )
    factor, constant = fit(csr_matrix(out[:, None]), wanted, 1e-3)[0]
    weights *= factor
    weights[0, -1] += constant
    return weights, out * factor + constant


def _by_kind(
    texts: Sequence[Read], table: np.ndarray, wanted: np.ndarray, folds: np.ndarray, ridge: float
) -> tuple[np.ndarray, np.ndarray]:
    """Weights for all kinds and what comes to them for some, `[1 + kinds, features + 1]`.

    And the log odds of each row by weights from the other folds.
    """
    kinds = [each.kind for one in texts for each in one.scene.organisations]
    mean, size = table.mean(0), table.std(0) + 1e-9
    level = (table - mean) / size
    own = [np.array([kind == each for kind in kinds])[:, None] for each in stacking.KINDS]
    wide = csr_matrix(np.hstack([level, *(level * each for each in own)]))
    out = unseen(wide, wanted, ridge, np.asarray(folds))[:, 0]
    found = fit(wide, wanted, ridge)[0]
    weights = found[:-1].reshape(1 + len(stacking.KINDS), -1)
    constants = -(weights * mean / size).sum(1)
    constants[0] += found[-1]
    return np.hstack([weights / size, constants[:, None]]), out


def _again(
    texts: Sequence[Read], tellings: Sequence[stacking.Said], fold: np.ndarray, sure: np.ndarray
) -> np.ndarray:
    """Weights that tell how many incidents are laid to an organisation."""
    _, times, folds = _flat(texts, "organisations", "times", fold)
    levels = _levels(texts, tellings, hears=True)
    whole = [one.count(told) for one, told in zip(texts, tellings, strict=True)]
    found = []
    for number in range(2, counting.MOST + 1):
        rows, odds = [], iter(sure.tolist())
        for at, level in enumerate(levels):
            rows += [counting.counted(each, whole[at], tellings[at], next(odds), number)
                     for each in level]  # fmt: skip
        wanted = (np.array(times) >= number).astype(float)
        weights, out = _by_kind(texts, np.vstack(rows), wanted, folds, RIDGES["again"])
        print(f"{number} incidents: {int(wanted.sum())}, AUC {area(wanted, out):.3f}")
        found.append(weights)
    return np.stack(found)


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


def main() -> None:
    """Parse and train."""
    parser = argparse.ArgumentParser(prog="python -m training.perpetrators", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that has muc4/")
    parser.add_argument("--out", type=Path, default=Path(tables.__file__).parent / tables.FILE)
    options = parser.parse_args()
    train(options.data, options.out)


if __name__ == "__main__":
    main()
