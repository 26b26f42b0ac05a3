"""Train the comment triage model. Run: ``python -m training.triage --data CORPORA``.

``CORPORA`` has ``davidson2017`` (MIT), ``stormfront_vicomtech`` (CC BY-SA 3.0), ``olid`` (research
use), ``toxic_spans_civilcomments_cc0`` (CC0) and ``identity_templates_en`` (Apache-2.0). Only
hashes of n-grams and words ship. Needs torch (the train extra).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy.sparse import csr_matrix

from counterclaim.comments.model import LANES
from training.__main__ import base_folder
from training.triage_corpora import Comment, corpora, held_in
from training.triage_fit import HELD_BACK, MADE, RIDGE, blend, fit_lane, known_of, table_of
from training.triage_phrases import Lesson, fit_phrases, forms_of

TARGET = Path(__file__).parents[1] / "src/counterclaim/comments/triage.npz"
RIDGES = {"identity_attack": 30.0}
"""Ridge of the lanes that have another one than `RIDGE`."""
MARGINS = {"identity_attack": 0.4, "threat": 0.8}
"""Log odds by which a constant term is lowered: calling a remark an attack or a threat where
it is none costs more than missing one."""
FRAMES_WEIGHT = 0.3
"""Of a made sentence to the network over runs of words: frames are made of few runs."""


def lesson_of(comments: Sequence[Comment]) -> Lesson:
    """What the network over runs of words learns from: comments, and a little of our frames."""
    shown = [comment for comment in comments if comment.corpus != "templates"]
    return Lesson(
        [forms_of(comment.text) for comment in shown],
        np.array([[comment.labels.get(lane, -1.0) for lane in LANES] for comment in shown]),
        np.array([FRAMES_WEIGHT if c.corpus == "frames" else c.weight for c in shown]),
        [comment.corpus for comment in shown],
    )


def train(comments: Sequence[Comment], table: csr_matrix, base: Path) -> dict[str, Any]:
    """What ships: 8-bit weights, a scale a lane, constant terms; the network's arrays."""
    back = np.arange(len(comments)) % HELD_BACK == 0
    seen = [comment for comment, away in zip(comments, back, strict=True) if not away]
    unseen = [comment for comment, away in zip(comments, back, strict=True) if away]
    trial = fit_phrases(lesson_of(seen), base)
    said = np.array([trial.read(forms_of(comment.text)).odds for comment in unseen])
    phrases = fit_phrases(lesson_of(comments), base)
    rows, constants, shares = [], [], []
    for at, lane in enumerate(LANES):
        ridge = RIDGES.get(lane, RIDGE)
        told = np.array([lane in c.labels and c.corpus not in MADE for c in unseen])
        kept = known_of(lane, unseen, table[back])
        people = ~np.isin(kept.corpus, MADE)
        odds = kept.table @ fit_lane(known_of(lane, seen, table[~back]), ridge)
        share, constant = blend(np.c_[odds[people], said[told, at]], kept.part(people))
        rows.append(fit_lane(known_of(lane, comments, table), ridge) * share[0])
        constants.append(constant - MARGINS.get(lane, 0.0))
        shares.append(share[1])
        print(f"{lane}: words count {share[0]:.2f}, runs of words {share[1]:.2f}", flush=True)
    weights = np.array(rows)
    scale = np.abs(weights).max(axis=1) / 127
    return {
        "weights": np.round(weights / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": np.array(constants, np.float32),
        **phrases.arrays(),
        "outputs": phrases.outputs * np.array(shares, np.float32),
    }


def main() -> None:
    """Parse, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    comments = [comment for comment in corpora(options.data) if not held_in(comment.text)]
    torch.set_num_threads(options.threads)
    np.savez_compressed(options.out, **train(comments, table_of(comments), base_folder()))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {len(comments)} comments")


if __name__ == "__main__":
    main()
