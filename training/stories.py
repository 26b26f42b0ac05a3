"""Fit the weights of a history's years. Run: ``python -m training.stories --data DIR [--report]``.

The months and days without a year of WikiWars (train) teach which of the years named around them
they are of. While weights are fitted the gold years are the story told so far; ``--report`` leaves
out one history at a time and lets the weights tell it themselves.
"""

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.timex import Example, examples
from scipy.optimize import minimize

from counterclaim.facts.timex import read_timexes
from counterclaim.facts.timex.lexicon import MONTH, month_of
from counterclaim.facts.timex.reader import leads
from counterclaim.facts.timex.story import FILE, Story

TARGET = Path(__file__).parents[1] / "src/counterclaim/facts/timex" / FILE
RIDGE, STEPS, PLACES = 1.0, 100, 2

_MONTH = re.compile(MONTH)
_YEAR = re.compile(r"\b([12]\d{3})\b")
_GOLD = re.compile(r"(\d{4})-\d\d")

Signs = Mapping[str, float]


class Moment(NamedTuple):
    """A year or month of a history, its year if its words give one, and its gold year."""

    start: int
    end: int
    year: int | None
    month: int | None
    leads: bool
    gold: int | None


class Choice(NamedTuple):
    """Candidates with their signs, the gold year, the year taken."""

    candidates: Mapping[int, Signs]
    gold: int
    taken: int


def moments(example: Example) -> list[Moment]:
    """The moments of a history that a story is told by."""
    found: list[Moment] = []
    for timex in read_timexes(example.text, example.published):
        words = example.text[timex.start : timex.end]
        month, year = _MONTH.search(words), _YEAR.search(words)
        if timex.normal.timex in ("DATE", "TIME") and (month or year):
            golden = next(
                (g.value for g in example.gold if g.start < timex.end and timex.start < g.end), ""
            )
            gold = _GOLD.match(golden)
            found.append(
                Moment(
                    timex.start,
                    timex.end,
                    int(year[1]) if year else None,
                    month_of(month.group()) if month else None,
                    leads(example.text, timex.start, max(0, timex.start - 400)),
                    int(gold[1]) if gold else None,
                )
            )
    return found


def told(
    text: str, found: Sequence[Moment], choose: Callable[[Mapping[int, Signs]], int] | None
) -> list[Choice]:
    """The choices of a history; the story goes on with the gold years if nothing chooses."""
    story, made = Story(text), []
    for one in found:
        if one.year is not None:
            story.name(one.year, one.month, one.start, one.leads)
        elif one.month is not None:
            candidates = story.candidates(one.month, one.start, one.end)
            if not candidates:
                continue
            taken = choose(candidates) if choose else one.gold or story.year or min(candidates)
            story.take(taken, one.month, one.start, one.leads)
            if one.gold is not None:
                made.append(Choice(candidates, one.gold, taken))
    return made


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights of a softmax over the candidates of each choice."""
    names = sorted({name for c in choices for shown in c.candidates.values() for name in shown})
    columns = {name: at for at, name in enumerate(names)}
    tables: list[tuple[Any, int]] = []
    for choice in choices:
        if choice.gold in choice.candidates and len(choice.candidates) > 1:
            table = np.zeros((len(choice.candidates), len(names)))
            for row, shown in enumerate(choice.candidates.values()):
                for name, value in shown.items():
                    table[row, columns[name]] = value
            tables.append((table, list(choice.candidates).index(choice.gold)))

    def loss(w: Any) -> tuple[float, Any]:
        value, slope = RIDGE * w @ w / 2, RIDGE * w
        for table, gold in tables:
            z = table @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            value -= np.log(p[gold] + 1e-12)
            slope = slope + table.T @ p - table[gold]
        return float(value), slope

    options = {"maxiter": STEPS}
    w = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options=options).x
    return {name: round(float(weight), PLACES) for name, weight in zip(names, w, strict=True)}


def chooser(weights: Mapping[str, float]) -> Callable[[Mapping[int, Signs]], int]:
    """Takes the candidate of the greatest weight."""

    def choose(candidates: Mapping[int, Signs]) -> int:
        def total(year: int) -> float:
            return sum(weights.get(name, 0.0) * v for name, v in candidates[year].items())

        return max(candidates, key=total)

    return choose


def _report(histories: Sequence[tuple[str, list[Moment]]]) -> None:
    """Right years, each history told by weights of the others."""
    taught = [told(text, found, None) for text, found in histories]
    right = total = 0
    for left_out, (text, found) in enumerate(histories):
        others = [c for at, choices in enumerate(taught) if at != left_out for c in choices]
        made = told(text, found, chooser(fit(others)))
        right += sum(choice.taken == choice.gold for choice in made)
        total += len(made)
    print(f"{right} of {total}")


def main() -> None:
    """Parse and call."""
    parser = argparse.ArgumentParser(prog="python -m training.stories", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--report", action="store_true", help="leave one out, write nothing")
    options = parser.parse_args()
    documents = list(examples(options.data / "wikiwars" / "train"))
    histories = [(example.text, moments(example)) for example in documents]
    if options.report:
        _report(histories)
        return
    choices = [c for text, found in histories for c in told(text, found, None)]
    rows = ",\n".join(
        f"{json.dumps(name)}: {weight}" for name, weight in sorted(fit(choices).items())
    )
    TARGET.write_text(f"{{\n{rows}\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
