"""Train the comment triage model. Run: ``python -m training.triage --data CORPORA``.

``CORPORA`` has ``davidson2017`` (MIT), ``stormfront_vicomtech`` (CC BY-SA 3.0), ``olid`` (research
use), ``toxic_spans_civilcomments_cc0`` (CC0) and ``identity_templates_en`` (Apache-2.0). Each says
something of some lanes and nothing of others. A fifth of every corpus, chosen by the hash of its
text, is held in for the report and never trained on. Only hashed n-grams ship.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from counterclaim.comments.grams import BITS
from counterclaim.comments.model import LANES, active, length_factor
from training.triage_frames import framed

TARGET = Path(__file__).parents[1] / "src/counterclaim/comments/triage.npz"
RIDGE = 3.0
ROUNDS = 60
TEMPLATE_SHARE = 8
"""One template in so many is used: they are many and alike."""
Labels = dict[str, float]


@dataclass(frozen=True)
class Comment:
    """A text with what is known of its lanes; `group` where a template names one."""

    text: str
    labels: Labels
    corpus: str
    weight: float = 1.0
    group: str = ""


def held_in(text: str) -> bool:
    """Whether a text belongs to the fifth that is never trained on."""
    return hashlib.sha256(text.encode()).digest()[0] % 5 == 0


def _rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        yield from csv.DictReader(file, delimiter=delimiter, quoting=quoting)


def davidson(folder: Path) -> Iterator[Comment]:
    """Tweets: hate speech, offensive language, neither."""
    for row in _rows(folder / "labeled_data.csv"):
        hate, offends = row["class"] == "0", row["class"] != "2"
        labels: Labels = {"identity_attack": float(hate), "profanity": float(offends)}
        if not offends:
            labels |= {"harassment": 0.0, "threat": 0.0}
        yield Comment(row["tweet"], labels, "davidson", 3.0 if hate else 0.5)


def stormfront(folder: Path) -> Iterator[Comment]:
    """Sentences of a forum: hate or not."""
    texts = {
        row["file_id"]: row["text"] for row in json.loads((folder / "sentences.json").read_bytes())
    }
    for row in _rows(folder / "annotations_metadata.csv"):
        if row["label"] in {"hate", "noHate"}:
            hate = row["label"] == "hate"
            yield Comment(
                texts[row["file_id"]],
                {"identity_attack": float(hate)},
                "stormfront",
                3.0 if hate else 1.0,
            )


def olid(folder: Path) -> Iterator[Comment]:
    """Tweets: offensive or not, untargeted, at one person, at a group."""
    for row in _rows(folder / "olid-training-v1.0.tsv", "\t"):
        target = row["subtask_c"]
        if row["subtask_a"] == "NOT":
            labels = dict.fromkeys(LANES, 0.0)
        elif target == "IND":
            labels = {"harassment": 1.0, "identity_attack": 0.0}
        elif row["subtask_b"] == "UNT":
            labels = {"profanity": 1.0, "identity_attack": 0.0}
        else:
            continue
        yield Comment(row["tweet"], labels, "olid")


def toxic_spans(folder: Path) -> Iterator[Comment]:
    """News comments with spans by kind; a lane is said where half of the annotators mark it."""
    kinds = {
        "Identity based Attack": "identity_attack",
        "Threat": "threat",
        "Insult": "harassment",
        "Profane/Obscene": "profanity",
    }
    said: dict[str, set[str]] = {}
    for row in _rows(folder / "spans.csv"):
        if row["type"] in kinds:
            said.setdefault(row["annotation"], set()).add(kinds[row["type"]])
    votes: dict[str, list[set[str]]] = {}
    for row in _rows(folder / "annotations.csv"):
        votes.setdefault(row["comment_id"], []).append(said.get(row["annotation"], set()))
    for row in _rows(folder / "comments.csv"):
        each = votes.get(row["comment_id"], [])
        if each:
            share = {lane: sum(lane in v for v in each) / len(each) for lane in LANES}
            clear = {lane: float(s >= 0.5) for lane, s in share.items() if s >= 0.5 or s < 0.3}
            heavy = 3.0 if clear.get("identity_attack") or clear.get("threat") else 1.0
            yield Comment(row["comment_text"], clear, "toxic_spans", heavy)


def templates(folder: Path) -> Iterator[Comment]:
    """The same sentence kind or hostile for every identity: the term itself must weigh nothing."""
    for at, row in enumerate(_rows(folder / "en_sentence_templates.csv")):
        if row["template"] == "name_adj" and at // 50 % TEMPLATE_SHARE:
            continue
        hostile = row["toxicity"] == "toxic"
        labels = dict.fromkeys(LANES, 0.0)
        if hostile:
            at_group = row["template"] in {"verb_adj", "am_hate_adj", "being_adj", "name_adj"}
            labels = {"identity_attack": 1.0} if at_group else {"harassment": 1.0}
        yield Comment(row["phrase"], labels, "templates", 0.5, row["phrase"].split()[-1])


def frames() -> Iterator[Comment]:
    """Our own frames, filled."""
    for text, hostile, group in framed():
        labels = {"identity_attack": 1.0} if hostile else dict.fromkeys(LANES, 0.0)
        yield Comment(text, labels, "frames", 1.0, group)


def corpora(data: Path) -> list[Comment]:
    """All comments in a fixed order."""
    return [
        *davidson(data / "davidson2017"),
        *stormfront(data / "stormfront_vicomtech"),
        *olid(data / "olid"),
        *toxic_spans(data / "toxic_spans_civilcomments_cc0"),
        *templates(data / "identity_templates_en"),
        *frames(),
    ]


def table_of(comments: Sequence[Comment]) -> csr_matrix:
    """Rows of hashed features as the model scores them."""
    starts, columns, values = [0], [], []
    for comment in comments:
        numbers = sorted({row[0] for row in active(comment.text)[1]})
        columns.append(np.array(numbers, np.int32))
        values.append(np.full(len(numbers), length_factor(len(numbers)), np.float32))
        starts.append(starts[-1] + len(numbers))
    shape = len(comments), 1 << BITS
    return csr_matrix((np.concatenate(values), np.concatenate(columns), starts), shape)


def fit(table: csr_matrix, truth: Any, weight: Any) -> tuple[Any, float]:
    """Weights and constant term of one lane by logistic regression."""

    def loss(w: Any) -> tuple[float, Any]:
        z = table @ w[:-1] + w[-1]
        value = weight @ (np.logaddexp(0, z) - truth * z) + RIDGE / 2 * w[:-1] @ w[:-1]
        slope = weight * (1 / (1 + np.exp(-z)) - truth)
        return float(value), np.append(table.T @ slope + RIDGE * w[:-1], slope.sum())

    start = np.zeros(table.shape[1] + 1)
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return result.x[:-1], float(result.x[-1])


def train(comments: Sequence[Comment]) -> dict[str, Any]:
    """What ships: 8-bit weights, a scale a lane, constant terms."""
    table = table_of(comments)
    rows, biases = [], []
    for lane in LANES:
        known = np.array([lane in comment.labels for comment in comments])
        truth = np.array([comment.labels.get(lane, 0.0) for comment in comments])[known]
        weight = np.array([comment.weight for comment in comments])[known]
        found, bias = fit(table[np.flatnonzero(known)], truth, weight)
        rows.append(found)
        biases.append(bias)
        print(f"{lane}: {int(truth.sum())} of {len(truth)}", flush=True)
    weights = np.array(rows)
    scale = np.abs(weights).max(axis=1) / 127
    return {
        "weights": np.round(weights / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": np.array(biases, np.float32),
    }


def main() -> None:
    """Parse, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    comments = [comment for comment in corpora(options.data) if not held_in(comment.text)]
    np.savez_compressed(options.out, **train(comments))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {len(comments)} comments")


if __name__ == "__main__":
    main()
