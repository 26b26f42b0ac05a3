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
from scipy.sparse import csr_matrix

from counterclaim.comments.grams import WIDTH
from counterclaim.comments.model import LANES, active, length_factor
from training.triage_fit import RIDGE, Known, constant_of, fit_lane
from training.triage_frames import framed

TARGET = Path(__file__).parents[1] / "src/counterclaim/comments/triage.npz"
RIDGES = {"identity_attack": 30.0}
"""Ridge of the lanes that have another one than `RIDGE`."""
MARGINS = {"identity_attack": 0.4, "threat": 0.8}
"""Log odds by which a constant term is lowered: calling a remark an attack or a threat where
it is none costs more than missing one."""
TEMPLATE_SHARE = 8
"""One template in so many is used: they are many and alike."""
PERSONS = frozenset({"you", "he", "she"})
"""Frames with one of these may harass somebody: only what they say of groups is known."""
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
    """Tweets: the share of annotators that call it hate speech, or that or offensive language."""
    for row in _rows(folder / "labeled_data.csv"):
        offends, votes = row["class"] != "2", int(row["count"])
        hate = int(row["hate_speech"]) / votes
        labels: Labels = {
            "identity_attack": hate,
            "profanity": hate + int(row["offensive_language"]) / votes,
        }
        if not offends:
            labels |= {"harassment": 0.0, "threat": 0.0}
        yield Comment(row["tweet"], labels, "davidson", 2.0)


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
            )


def olid(folder: Path) -> Iterator[Comment]:
    """Tweets: offensive or not, untargeted, at one person, at a group."""
    for row in _rows(folder / "olid-training-v1.0.tsv", "\t"):
        target = row["subtask_c"]
        if row["subtask_a"] == "NOT":
            labels = {"harassment": 0.0, "profanity": 0.0, "threat": 0.0}
        elif target == "IND":
            labels = {"harassment": 1.0}
        elif row["subtask_b"] == "UNT":
            labels = {"profanity": 1.0}
        else:
            continue
        yield Comment(row["tweet"], labels, "olid")


def toxic_spans(folder: Path) -> Iterator[Comment]:
    """News comments with spans by kind: the share of annotators that mark a lane's spans."""
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
            yield Comment(row["comment_text"], share, "toxic_spans")


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
        yield Comment(row["phrase"], labels, "templates", 0.3, row["phrase"].split()[-1])


def frames() -> Iterator[Comment]:
    """Our own frames, filled."""
    for text, hostile, group in framed():
        at_one = not PERSONS.isdisjoint(text.lower().split())
        lanes = ("identity_attack",) if hostile or at_one else LANES
        labels = dict.fromkeys(lanes, float(hostile))
        yield Comment(text, labels, "frames", 2.0, group)


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
    shape = len(comments), WIDTH
    return csr_matrix((np.concatenate(values), np.concatenate(columns), starts), shape)


def known_of(lane: str, comments: Sequence[Comment], table: csr_matrix) -> Known:
    """What is known of a lane, from the whole table."""
    at = np.array([n for n, comment in enumerate(comments) if lane in comment.labels])
    chosen = [comments[n] for n in at]
    return Known(
        table[at],
        np.array([comment.labels[lane] for comment in chosen]),
        np.array([comment.weight for comment in chosen]),
        np.array([comment.corpus for comment in chosen]),
    )


def train(comments: Sequence[Comment], table: csr_matrix) -> dict[str, Any]:
    """What ships: 8-bit weights, a scale a lane, constant terms."""
    rows, constants = [], []
    for lane in LANES:
        known = known_of(lane, comments, table)
        ridge = RIDGES.get(lane, RIDGE)
        rows.append(fit_lane(known, ridge))
        constants.append(constant_of(known, ridge) - MARGINS.get(lane, 0.0))
        print(f"{lane}: {known.truth.sum():.0f} of {len(known.truth)}", flush=True)
    weights = np.array(rows)
    scale = np.abs(weights).max(axis=1) / 127
    return {
        "weights": np.round(weights / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": np.array(constants, np.float32),
    }


def main() -> None:
    """Parse, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    comments = [comment for comment in corpora(options.data) if not held_in(comment.text)]
    np.savez_compressed(options.out, **train(comments, table_of(comments)))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {len(comments)} comments")


if __name__ == "__main__":
    main()
