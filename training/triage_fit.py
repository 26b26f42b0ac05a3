"""Logistic regression of one triage lane over several corpora.

People's comments set what words weigh; made sentences may add what is said of whom. The constant
term is set so that the lane's floor is a fair one in every corpus.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from counterclaim.comments.grams import FIRST_FINDING

RIDGE = 10.0
FINDING_RIDGE = 1.0
"""Of findings, which are few, and learned from made sentences for the most part."""
SMOOTHED = 2.0
"""Comments that every feature is taken to stand in besides, as hostile as all others."""
LEAST_TELLING = 0.0025
"""A feature is never held back more than by the ridge over this."""
ROUNDS = 60
CORPUS_SCALE = 4.0
"""Value of a corpus's own column: how common hostility is in a corpus is no word's doing."""
MADE = ("frames", "templates")
"""Corpora of made sentences."""


def fit(
    table: csr_matrix, truth: Any, weight: Any, ridge: Any = RIDGE, offset: Any = 0.0
) -> tuple[Any, float]:
    """Weights and constant term of one lane by logistic regression; `truth` may be a share.

    `ridge`: one, or one a column. `offset`: log odds of each row that are known already.
    """

    def loss(w: Any) -> tuple[float, Any]:
        z = table @ w[:-1] + w[-1] + offset
        value = weight @ (np.logaddexp(0, z) - truth * z) + w[:-1] @ (ridge * w[:-1]) / 2
        slope = weight * (1 / (1 + np.exp(-z)) - truth)
        return float(value), np.append(table.T @ slope + ridge * w[:-1], slope.sum())

    start = np.zeros(table.shape[1] + 1)
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return result.x[:-1], float(result.x[-1])


@dataclass(frozen=True)
class Known:
    """Comments of which a lane is known: their rows, the share that holds it, weight, corpus."""

    table: csr_matrix
    truth: Any
    weight: Any
    corpus: Any

    def part(self, chosen: Any) -> "Known":
        """Only the chosen rows."""
        return Known(*(each[chosen] for each in vars(self).values()))


def fit_lane(known: Known, ridge: float) -> Any:
    """Weights of one lane, learned from people's comments and then with made ones beside them.

    Of a made sentence (`MADE`) only the findings are shown, which say what is said of whom; what
    its words weigh comes from people's comments: the few words that frames are made of must not
    weigh on everything else.
    """
    made = np.isin(known.corpus, MADE)
    people = known.part(~made)
    ridges = ridge / np.maximum(telling(people), LEAST_TELLING)
    weights = _solve(people, ridges, ridge, np.zeros(len(people.truth)))
    if not made.any():
        return weights
    words = known.table[:, :FIRST_FINDING] @ weights[:FIRST_FINDING]
    bare = known.table.copy()
    hidden = np.repeat(made, np.diff(bare.indptr)) & (bare.indices < FIRST_FINDING)
    bare.data[hidden] = 0
    bare.eliminate_zeros()
    shown = Known(bare, known.truth, known.weight, known.corpus)
    return _solve(shown, ridges, ridge, np.where(made, words, 0.0))


def telling(known: Known) -> Any:
    """How unevenly each feature stands in comments that hold the lane and in others, mean 1.

    The absolute log ratio of naive Bayes (Wang and Manning 2012, "Baselines and Bigrams"): what
    stands in both alike may weigh little, so that much is left for what does not.
    """
    here = (known.table > 0).astype(float)
    held, other = known.weight * known.truth, known.weight * (1 - known.truth)
    among = SMOOTHED / (held.sum() + other.sum())
    ratio = np.log((here.T @ held) / held.sum() + among)
    ratio -= np.log((here.T @ other) / other.sum() + among)
    there = known.table.getnnz(axis=0) > 1
    return np.abs(ratio) / np.abs(ratio[there]).mean()


def _solve(known: Known, ridges: Any, ridge: float, offset: Any) -> Any:
    """Weights of a lane. A column a corpus takes up its base rate and is thrown away.

    Features of one comment only are left out: they would tell of that comment alone.
    """
    common = np.flatnonzero(known.table.getnnz(axis=0) > 1)
    own = np.array([known.corpus == name for name in np.unique(known.corpus)]).T * CORPUS_SCALE
    table = hstack([known.table[:, common], csr_matrix(own)]).tocsr()
    each = np.full(table.shape[1], ridge)
    each[: len(common)] = np.where(common < FIRST_FINDING, ridges[common], FINDING_RIDGE)
    weights = np.zeros(known.table.shape[1])
    weights[common] = fit(table, known.truth, known.weight, each, offset)[0][: len(common)]
    return weights


def floor_of(odds: Any, truth: Any, corpus: Any) -> float:
    """The constant term at which a floor of 0.5 gives the best F1, mean over corpora.

    `odds` are of comments that no weight was learned from, `truth` whether each holds the lane.
    """
    grid = np.quantile(odds, np.linspace(0.2, 0.999, 400))
    scores = []
    for name in np.unique(corpus):
        of, gold = odds[corpus == name], truth[corpus == name]
        if gold.any() and not gold.all():
            scores.append([_f1(of >= floor, gold) for floor in grid])
    return -float(grid[int(np.argmax(np.mean(scores, axis=0)))])


def _f1(said: Any, truth: Any) -> float:
    return float(2 * (said & truth).sum() / (said.sum() + truth.sum()))
