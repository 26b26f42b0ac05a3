"""Whether a clause says that something happened, did not, may have, would, or is only alleged."""

from collections.abc import Callable, Sequence

from counterclaim.facts.tokens import Sentence
from counterclaim.records import Modality

__all__ = ["Floor", "clause_start", "modality_at", "whole_sentence"]

Floor = Callable[[int], int]
"""For a token's index, the index of the first token of the statement that it stands in."""

_WINDOW = 14
_NEGATIONS = frozenset(
    """
        not n't no never neither nor without denied denies deny denying refuted refutes rejected
        rejects dismissed disputes disputed ruled unaware nobody none cannot
    """.split()
)
_CONDITIONS = frozenset(
    """
        if whether unless could may might maybe possibly perhaps should supposedly potentially
        possible hypothetical likely risk would-be
    """.split()
)
_FUTURE = frozenset(
    """
        will 'll shall going plan plans planned planning intends intend intended prepare
        preparing prepares vow vows vowed threaten threatens threatened threatening pledge
        pledged ready imminent would promise promised poised
    """.split()
)
_ALLEGED = frozenset(
    """
        alleged allegedly alleges allegation allegations accused accuses accusing suspected
        purported purportedly reportedly reported apparent apparently appears claimed claims
        claiming rumoured rumored blamed seems seemed
    """.split()
)
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
_CLAUSES = frozenset("but and while which who because although though so then".split())
# "not only", "no doubt", "no immediate" do not negate what follows.
_NOT_NEGATING = {"not": {"only", "just", "merely"}, "no": {"doubt", "longer", "less"}}
_LEFT_OPEN = frozenset("rule ruled ruling exclude excluded excludes excluding".split())
# What somebody vows about "the attack" is still to come; the attack is not.
_DEFINITE = frozenset("the this that these those".split())


def whole_sentence(_: int) -> int:
    """The floor where no statement is known."""
    return 0


def clause_start(sentence: Sentence, index: int, floor: int = 0) -> int:
    """Index of the first token, from ``floor`` on, of the clause that ``index`` stands in."""
    first = max(index - _WINDOW, floor, 0)
    for at in range(index - 1, first - 1, -1):
        token = sentence.tokens[at]
        if token.low in _BREAKS or token.low in _CLAUSES:
            return at + 1
    return first


def modality_at(sentence: Sentence, index: int, *, verb: bool = True, floor: int = 0) -> Modality:
    """How the clause puts the event or intent named at token ``index``.

    Words before token ``floor`` do not count: "accused" and "denied" in the words that cite a
    statement are its force, not doubt about what it says.

    A conditional weighs more than a negation, a negation more than a future, a future more than an
    allegation. ``would have`` and ``might have`` are hypothetical.
    """
    start = clause_start(sentence, index, floor)
    words = [_word(sentence, at) for at in range(start, index)]
    negated = _negations(sentence, start, words)
    if _CONDITIONS & set(words) or "if" in _opening(sentence, index, floor):
        return "hypothetical"
    if negated:
        open_ = _LEFT_OPEN & set(words) and set(negated) - _LEFT_OPEN
        return "hypothetical" if open_ else "denied"
    if not verb and words[-1:] == ["any"]:
        return "hypothetical"
    known = not verb and bool(_DEFINITE & set(words[-2:]))
    future = _FUTURE & set(words)
    if future and not known and (verb or future - {"plan", "planned", "would", "ready"}):
        return "hypothetical" if future == {"would"} and "have" in words else "future"
    if _ALLEGED & set(words):
        return "alleged"
    return "happened"


def _negations(sentence: Sentence, start: int, words: Sequence[str]) -> list[str]:
    """Those of the ``words`` from token ``start`` on that negate."""
    return [
        word
        for at, word in enumerate(words, start)
        if word.endswith(("n't", "n’t"))
        or (word in _NEGATIONS and sentence.low(at + 1) not in _NOT_NEGATING.get(word, ()))
    ]


def _word(sentence: Sentence, at: int) -> str:
    """The word at ``at`` in lower case; the month of May is no auxiliary."""
    return "" if at and sentence.tokens[at].text == "May" else sentence.low(at)


def _opening(sentence: Sentence, index: int, floor: int) -> list[str]:
    """The conjunction that opens the clause group ("If A was struck by B, …")."""
    found: list[str] = []
    for at in range(index - 1, max(index - 2 * _WINDOW, floor - 1, -1), -1):
        word = sentence.low(at)
        if word in (",", ";"):
            break
        if word in ("if", "whether", "unless"):
            found.append("if")
    return found
