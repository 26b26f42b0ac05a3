"""The triage model: a linear classifier a lane over hashed features, and a small network beside it.

Features are n-grams and findings (`grams`, `composition`), the network is `phrases`; their log odds
are added. Weights are 8-bit integers (``triage.npz``). What each word gave to a score is known:
the spans are those words.
"""

from __future__ import annotations

import functools
import math
from importlib import resources

import numpy as np
import numpy.typing as npt

from counterclaim.comments.composition import findings, standings
from counterclaim.comments.grams import Word, finding_of, grams, one_a_group, words
from counterclaim.comments.lexicon import FUNCTION_WORDS
from counterclaim.comments.phrases import Phrases
from counterclaim.comments.quoting import own_words
from counterclaim.comments.slurs import slur_rows
from counterclaim.errors import ModelError
from counterclaim.records import Triage

__all__ = ["LANES", "Model", "Scored", "active", "coded", "length_factor", "load_model"]

LANES: tuple[Triage, ...] = ("identity_attack", "threat", "harassment", "profanity")
"""Lanes that the model scores, in the order of its rows."""

FILE = "triage.npz"
SHOWN_SHARE = 0.4
"""A word is shown where it gives this share of what the strongest word gives."""

MOST_SHOWN = 6
"""Words shown at most, the strongest: where everything speaks a little, nothing is pointed at."""

FEWEST = 24
"""Features that a short sentence has; a text with fewer is scored as if it had these."""

TERSE = 3
"""Texts of fewer tokens are left to the linear model in `identity_attack`.

A name with one word beside it is no run of words that the network could know.
"""

TERSE_COUNT, TERSE_BIAS = 2.0, -2.85
"""How much the linear model counts there, and the constant term."""

Weights = npt.NDArray[np.float32]
Steps = npt.NDArray[np.int8]
Rows = npt.NDArray[np.int64]


def active(text: str) -> tuple[list[Word], list[tuple[int, int, int]]]:
    """Words of ``text`` and its features: ``(number, first word, last word)``."""
    found = words(text)
    rows = grams(found)
    rows.extend((finding_of(f.name), f.first, f.last) for f in findings(text, found))
    rows.extend(slur_rows([word.form for word in found]))
    return found, rows


class Scored:
    """One text under the model.

    ``probability`` of each lane, and ``spans(lane)``: the words that gave it.
    """

    def __init__(self, text: str, own: str, model: Model) -> None:
        self.words, rows = active(text)
        self._rows = np.array(rows, np.int64).reshape(-1, 3)
        self._numbers, self._first_row = np.unique(self._rows[:, 0], return_index=True)
        self._value: Weights = (
            model.weights[:, self._numbers]
            * model.scale[:, None]
            * length_factor(len(self._numbers))
        )
        tokens, self._token_of = one_a_group(text, self.words)
        self._found = model.phrases.read(*coded(text, own, tokens))
        linear = self._value.sum(axis=1)
        odds = model.bias + linear + self._found.odds
        if len(tokens) < TERSE:
            odds[0] = TERSE_COUNT * linear[0] + TERSE_BIAS
        self.probability = {
            lane: 1 / (1 + math.exp(-float(odds[at]))) for at, lane in enumerate(LANES)
        }

    @functools.cached_property
    def _give(self) -> Weights:
        """What each word gave, ``[lanes, words]``: a feature of two words half to each."""
        give = np.zeros((len(self.words), len(LANES)), np.float32)
        _, first, last = self._rows[self._first_row].T
        apart = first != last
        shared = np.where(apart, self._value / 2, self._value).T
        np.add.at(give, first, shared)
        np.add.at(give, last[apart], shared[apart])
        heard = self._found.give.T
        token = np.array(self._token_of, np.intp)
        read = token < len(heard)
        give[read] += heard[token[read]]
        return give.T

    def spans_at(self, lane: Triage, floor: float) -> list[tuple[int, int]]:
        """`spans` of a lane that reaches `floor`; nothing led to one that does not."""
        return self.spans(lane) if self.probability[lane] >= floor else []

    def spans(self, lane: Triage) -> list[tuple[int, int]]:
        """Character ranges of the words that speak most for ``lane``, neighbours joined."""
        plain = [word.form in FUNCTION_WORDS for word in self.words]
        give = np.where(plain, 0, self._give[LANES.index(lane)])
        if not len(give) or give.max() <= 0:
            return []
        least = max(SHOWN_SHARE * give.max(), np.sort(give)[-MOST_SHOWN:][0])
        chosen = np.flatnonzero(give >= least).tolist()
        joined: list[tuple[int, int]] = []
        for at, before in zip(chosen, [-2, *chosen[:-1]], strict=True):
            start = joined.pop()[0] if at == before + 1 else self.words[at].start
            joined.append((start, self.words[at].end))
        return joined


def length_factor(count: int) -> float:
    """Features weigh less in a long text: each is one of many (L2 length of a 0/1 vector).

    A text of a word or two does not make its few features weigh more than a short sentence's.
    """
    return 8.0 / math.sqrt(max(count, FEWEST))


def coded(text: str, own: str, tokens: list[Word]) -> tuple[list[str], list[int]]:
    """What the network reads of ``text``: forms of its tokens (`one_a_group`), their standings.

    `own` is what `own_words` leaves of ``text``.
    """
    return [token.form for token in tokens], standings(text, own, tokens)


class Model:
    """Weights of lanes (lanes x `grams.WIDTH`) in steps, their size, constant terms, network."""

    def __init__(self, weights: Steps, scale: Weights, bias: Weights, phrases: Phrases) -> None:
        self.weights = weights
        self.scale = scale
        self.bias = bias
        self.phrases = phrases

    def score(self, text: str, own: str | None = None) -> Scored:
        """``text`` under the model; linear in its length. `own`: `own_words` of it, if known."""
        return Scored(text, own_words(text) if own is None else own, self)


@functools.cache
def load_model() -> Model:
    """The shipped model.

    Raises:
        ModelError: CC301 if its file is missing or damaged.
    """
    try:
        path = resources.files("counterclaim.comments").joinpath(FILE)
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return Model(stored["weights"], stored["scale"], stored["bias"], Phrases(stored))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("CC301", name=FILE) from error
