"""Comment triage: hostility to groups against gold labels in CSV files.

A folder of CSV files with ``text`` and ``label`` (1 hostile to a group, 0 not), and optionally
``group`` (an identity) and ``function`` (a kind of test). The file of Davidson et al. 2017 is read
as it comes (``tweet``, ``class`` 0 is hate), and so are the English identity templates; of both
only the fifth that training left out is scored.

The score is that of the lane ``identity_attack``. ``auc`` is the area under the ROC curve, ``f1``
the F1 of label 1 at the lane's floor, ``accuracy`` the share judged right there. With groups,
``group_fpr_mean`` and ``group_fpr_max`` are the share of label 0 above the floor by group, and
``fpr_of_…`` that of each group that has any; with functions, ``function_mean`` is the mean accuracy
over them, ``accuracy_of_…`` that of each.
"""

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.stats import rankdata
from training.triage_corpora import held_in, templates

from benchmarks.peers import profanity_scores
from counterclaim.comments.triage import FLOORS, judge_all

TEMPLATES = "en_sentence_templates.csv"
FLOOR = FLOORS["identity_attack"]


class Example(NamedTuple):
    """One labelled text."""

    text: str
    label: bool
    group: str
    function: str


def read_examples(data: Path) -> list[Example]:
    """Examples of every CSV file below a folder (or of one file), in name order."""
    csv.field_size_limit(sys.maxsize)
    files = [data] if data.is_file() else sorted(data.rglob("*.csv"))
    return [example for file in files for example in _read(file)]


def _templates(folder: Path) -> Iterator[Example]:
    for one in templates(folder):
        hostile = one.labels.get("identity_attack")
        if hostile is not None and held_in(one.text):
            yield Example(one.text, hostile >= 0.5, one.group, "")


def _read(file: Path) -> Iterator[Example]:
    if file.name == TEMPLATES:
        yield from _templates(file.parent)
        return
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if "tweet" in row and "class" in row:
                if held_in(row["tweet"]):
                    yield Example(row["tweet"], row["class"] == "0", "", "")
            elif "text" in row and "label" in row:
                group, function = row.get("group") or "", row.get("function") or ""
                yield Example(row["text"], float(row["label"]) >= 0.5, group, function)


def hostility(text: str) -> float:
    """The score of the lane `identity_attack`."""
    return next(each.score for each in judge_all(text) if each.lane == "identity_attack")


def run(data: Path) -> dict[str, float]:
    """Figures over all examples below `data`."""
    examples = read_examples(data)
    began = time.process_time()
    scores = np.array([hostility(example.text) for example in examples])
    seconds = time.process_time() - began
    labels = np.array([example.label for example in examples])
    above = scores >= FLOOR
    right = int((above & labels).sum())
    report = {
        "auc": 100 * auc(scores, labels),
        "f1": 200 * right / max(int(above.sum() + labels.sum()), 1),
        "accuracy": 100 * float((above == labels).mean()),
        "comments": float(len(examples)),
        "comments_per_s": len(examples) / max(seconds, 1e-9),
    }
    peers = profanity_scores([example.text for example in examples])
    if peers is not None:
        report["profanity_check_auc"] = 100 * auc(np.array(peers), labels)
    return report | _groups(examples, above) | _functions(examples, above == labels)


def auc(scores: Sequence[float] | np.ndarray, labels: np.ndarray) -> float:
    """Area under the ROC curve; ties count half. 0.5 where there is only one label."""
    ones = int(labels.sum())
    others = len(labels) - ones
    if not ones or not others:
        return 0.5
    ranks = rankdata(scores)
    return float((ranks[labels].sum() - ones * (ones + 1) / 2) / (ones * others))


def _groups(examples: Sequence[Example], above: np.ndarray) -> dict[str, float]:
    counts: dict[str, list[int]] = defaultdict(list)
    for example, flagged in zip(examples, above.tolist(), strict=True):
        if example.group and not example.label:
            counts[example.group].append(flagged)
    rates = {group: 100 * sum(flags) / len(flags) for group, flags in sorted(counts.items())}
    if not rates:
        return {}
    report = {"group_fpr_mean": sum(rates.values()) / len(rates)}
    report["group_fpr_max"] = max(rates.values())
    return report | {f"fpr_of_{group}": rate for group, rate in rates.items() if rate}


def _functions(examples: Sequence[Example], right: np.ndarray) -> dict[str, float]:
    counts: dict[str, list[int]] = defaultdict(list)
    for example, good in zip(examples, right.tolist(), strict=True):
        if example.function:
            counts[example.function].append(good)
    means = {name: 100 * sum(goods) / len(goods) for name, goods in counts.items()}
    if not means:
        return {}
    mean = {"function_mean": sum(means.values()) / len(means)}
    return mean | {f"accuracy_of_{name}": share for name, share in means.items()}
