"""Train the comment triage model. Run: ``python -m training.triage --data CORPORA``.

``CORPORA`` has ``davidson2017`` (MIT), ``stormfront_vicomtech`` (CC BY-SA 3.0), ``olid`` (research
use), ``toxic_spans_civilcomments_cc0`` (CC0), ``identity_templates_en`` (Apache-2.0) and
``fakes_syria`` (CC BY 4.0: sentences of news, which attack nobody). Each says something of some
lanes and nothing of others. A fifth of every corpus, chosen by the hash of its text, is held in for
the report and never trained on. Where the lanes' floors lie is found on a sixteenth of the rest,
which neither model learns from. Each stage is kept in ``--runs``: a run that was cut off goes on
from there, and a new one needs an empty folder. Only hashes ship.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack

from counterclaim.comments.grams import WIDTH
from counterclaim.comments.model import LANES, active, length_factor
from counterclaim.comments.phrases import Phrases
from training.triage_corpora import Comment, corpora, held_in, news, retold, set_aside
from training.triage_fit import MADE, RIDGE, Known, fit_lane, floor_of

TARGET = Path(__file__).parents[1] / "src/counterclaim/comments/triage.npz"
RUNS = Path(__file__).parent / "runs/triage"
RIDGES = {"identity_attack": 30.0}
"""Ridge of the lanes that have another one than `RIDGE`."""
MARGINS = {"identity_attack": 0.4, "threat": 1.5, "harassment": 0.4, "profanity": 0.2}
"""Log odds by which a constant term is lowered: calling a remark an attack or a threat where
it is none costs more than missing one."""
COUNTS = {
    "identity_attack": (0.5, 0.5),
    "threat": (1.0, 0.0),
    "harassment": (0.25, 0.9),
    "profanity": (1.0, 0.0),
}
"""How much the log odds of the linear model and of the network count in each lane.

Near what logistic regression finds on comments that neither saw: 0.54 and 0.44, 0.25 and 0.90. The
other two lanes have few examples, or need none.
"""
TAUGHT_CORPORA = ("davidson", "stormfront", "olid")
"""Tweets and forum sentences: of long comments on news the teacher knows nothing (AUC 66)."""
TAUGHT = 0.5
"""How much what the teacher says of a comment counts for the linear model."""
SHOWN_TEMPLATES = 6
"""One template in so many is shown to the network."""


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


def beside(known: Known, table: csr_matrix, said: Any) -> Known:
    """What is known of a lane, and what the teacher says of each row of `table` (-1: nothing)."""
    at = np.flatnonzero(said >= 0)
    return Known(
        vstack([known.table, table[at]]).tocsr(),
        np.append(known.truth, said[at]),
        np.append(known.weight, np.full(len(at), TAUGHT)),
        np.append(known.corpus, np.full(len(at), "taught")),
    )


def linear(comments: Sequence[Comment], said: Any) -> Any:
    """Weights of the linear model, a row a lane; `said` by the teacher of the first."""
    table = table_of(comments)
    rows = []
    for lane in LANES:
        known = known_of(lane, comments, table)
        if lane == LANES[0]:
            known = beside(known, table, said)
        rows.append(fit_lane(known, RIDGES.get(lane, RIDGE)))
        print(f"{lane}: {known.truth.sum():.0f} of {len(known.truth)}", flush=True)
    return np.array(rows)


def shown(comments: Sequence[Comment]) -> list[Comment]:
    """What the network learns of `corpora`: of templates some, for the frames those of `retold`."""
    templates = [one for one in comments if one.corpus == "templates"][::SHOWN_TEMPLATES]
    return [one for one in comments if one.corpus not in MADE] + templates


def network(comments: Sequence[Comment]) -> dict[str, Any]:
    """The arrays of the network."""
    from training.triage_phrases import Lesson, base_weights, fit_phrases  # torch, only here

    shares = [[one.labels.get(lane, -1.0) for lane in LANES] for one in comments]
    lesson = Lesson(
        [one.text for one in comments],
        np.array(shares),
        np.array([one.weight for one in comments]),
        [one.corpus for one in comments],
    )
    return fit_phrases(lesson, base_weights())


def teacher(comments: Sequence[Comment]) -> dict[str, Any]:
    """What the teacher says of each comment of people."""
    from training.triage_phrases import base_weights
    from training.triage_teacher import taught

    return {"shares": taught(comments, base_weights())}


def said_by(phrases: Phrases, comments: Sequence[Comment]) -> Any:
    """Log odds by the network, a row a comment."""
    from training.triage_phrases import read

    return np.array([phrases.read(*read(one.text)).odds for one in comments])


def joined(weights: Any, arrays: dict[str, Any], floors: Sequence[float]) -> dict[str, Any]:
    """What ships: both models as much as they count (`COUNTS`), and constant terms."""
    count = np.array([COUNTS[lane] for lane in LANES])
    scale = np.abs(weights).max(axis=1) / 127
    return arrays | {
        "weights": np.round(weights / scale[:, None]).astype(np.int8),
        "scale": (scale * count[:, 0]).astype(np.float32),
        "bias": np.array(floors, np.float32),
        "straight": (arrays["straight"] * count[:, 1]).astype(np.float32),
        "outer": (arrays["outer"] * count[:, 1]).astype(np.float32),
    }


def floors_of(weights: Any, arrays: dict[str, Any], aside: Sequence[Comment]) -> list[float]:
    """Constant term of each lane, from comments that neither of the two models has seen."""
    odds = np.stack([table_of(aside) @ weights.T, said_by(Phrases(arrays), aside)])
    found = []
    for number, lane in enumerate(LANES):
        at = [n for n, one in enumerate(aside) if lane in one.labels]
        truth = np.array([aside[n].labels[lane] for n in at]) >= 0.5
        corpus = np.array([aside[n].corpus for n in at])
        both = COUNTS[lane] @ odds[:, at, number]
        found.append(floor_of(both, truth, corpus) - MARGINS.get(lane, 0.0))
    return found


def kept(path: Path, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The arrays of a stage: those of an earlier run where `path` has them, else made and kept."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(path, **make())
    with np.load(path) as stored:
        return dict(stored)


def main() -> None:
    """Parse, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where stages are kept")
    options = parser.parse_args()
    every = [one for one in corpora(options.data) if not held_in(one.text)]
    learnt = [one for one in every if not set_aside(one.text)]
    aside = [one for one in every if set_aside(one.text)]
    people = [one for one in every if one.corpus in TAUGHT_CORPORA]
    shares = kept(options.runs / "teacher.npz", lambda: teacher(people))["shares"]
    of = dict(zip((one.text for one in people), shares.tolist(), strict=True))
    said = np.array([of.get(one.text, -1.0) for one in learnt])
    made = [*retold(), *news(options.data / "fakes_syria")]
    arrays = kept(options.runs / "network.npz", lambda: network([*shown(learnt), *made]))
    fitted = kept(options.runs / "linear.npz", lambda: {"weights": linear(learnt, said)})
    weights = fitted["weights"]
    floors = floors_of(weights, arrays, aside)
    np.savez_compressed(options.out, **joined(weights, arrays, floors))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {len(learnt)} comments")


if __name__ == "__main__":
    main()
