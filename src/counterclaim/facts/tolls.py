"""Numbers of a toll or of one who counts: "the death toll rose to 90", "they counted 17"."""

from counterclaim.facts.harm_words import HARM_NOUNS, PARTICIPLES, RISES
from counterclaim.facts.harms import Found
from counterclaim.facts.phrases import Phrase
from counterclaim.facts.ranges import CHANGES
from counterclaim.facts.tokens import Sentence
from counterclaim.records import Harm

__all__ = ["recounted", "toll_before", "total_before"]

_COUNTING = frozenset(
    """
        counts counted count claims claimed says said reports reported admits admitted acknowledged
        acknowledges conceded concedes confirmed confirms
    """.split()
)
_TOLLS = frozenset({"toll", "number", "count", "tally", "total", "figure"})
_BRINGING = frozenset("bringing brings brought raising raises raised".split())
_MAKES = (
    ("names", "of"), ("that", "makes"), ("which", "makes"), ("makes", "that"), ("this", "makes"),
    ("making", "it"), ("makes", "it"), ("admitted", "to"), ("admits", "to"),
)  # fmt: skip
"""Words right before a new total: "another has died, which makes seventeen"."""

_PUT = frozenset({"put", "puts", "stand", "stands", "stood"})
_ENDS_NUMBER = frozenset(["", ".", ",", ";", "and", "but", "on", "”", '"', "!", "while", "’", "'"])
_TOLL_REACH = 25
"""Tokens between "death toll" and its number."""


def toll_before(sentence: Sentence, phrase: Phrase) -> tuple[Found | None, bool]:
    """A toll before the number ("the death toll rose to 90") and whether it is a running one."""
    running = passed = False
    for index in range(phrase.first - 1, max(phrase.first - _TOLL_REACH, -1), -1):
        token = sentence.tokens[index]
        if token.low in RISES:
            running = True
        elif token.low in ('"', "“") and index == phrase.first - 1:
            pass  # "the number of dead at "up to nine""
        elif token.text[0].isdigit() and sentence.low(index - 1) == "from":
            running = True  # "rose from 23 to 29"
        elif token.text[0].isdigit() and not passed and sentence.low(phrase.first - 1) == "to":
            passed = True  # "corrected a toll of 15 dead to 13"
        elif token.low in (".", ";", "”", '"') or token.text[0].isdigit():
            break
        elif token.low in _TOLLS and sentence.low(index - 1) != "a":
            harm = _toll_harm(sentence, index, phrase.first)
            if harm is None and token.low in ("count", "tally", "total", "figure"):
                continue
            since = range(index - 4, phrase.first)
            running = running or any(sentence.low(at) in CHANGES for at in since)
            return (harm, running) if harm else (None, False)
    brought = _brought(sentence, phrase)
    return brought or _put_at(sentence, phrase), brought is not None


def _brought(sentence: Sentence, phrase: Phrase) -> Found | None:
    """Reads "bringing to 41 the number of people killed"."""
    if sentence.low(phrase.first - 1) != "to" or sentence.low(phrase.first - 2) not in _BRINGING:
        return None
    index = phrase.after + (sentence.low(phrase.after) == "the")
    if sentence.low(index - 1) in _TOLLS:
        index -= 1
    index += sentence.low(index) in ("death", "casualty")
    if sentence.low(index) not in _TOLLS or index >= len(sentence.tokens):
        return None
    return _toll_harm(sentence, index, len(sentence.tokens))


def _put_at(sentence: Sentence, phrase: Phrase) -> Found | None:
    """Reads "protest dead put at eight", "wounded stand at 30"."""
    words = {sentence.low(at) for at in range(max(phrase.first - 14, 0), phrase.first)}
    if sentence.low(phrase.first - 1) != "at" or not words & _PUT:
        return None
    for index in range(phrase.first - 2, phrase.first - 5, -1):
        if sentence.low(index) in PARTICIPLES:
            token = sentence.tokens[index]
            return PARTICIPLES[token.low], (token.start, token.end)
    return None


def recounted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a bare number is one that somebody counts, claims or sticks to."""
    before = [sentence.low(at) for at in range(max(phrase.first - 4, 0), phrase.first)]
    if not before or sentence.low(phrase.after) not in _ENDS_NUMBER:
        return False
    if before[-1] in _COUNTING or tuple(before[-2:]) in _MAKES:
        return True
    named = bool({"number", "figure", "toll", "total"} & set(before))
    return (named and before[-1] in ("at", "is", "was", "now", "of")) or before[-2:] == [
        "sticking",
        "to",
    ]


def total_before(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the number sums up what was just counted: "bringing the number to 23"."""
    words = [sentence.low(at) for at in range(max(phrase.first - 4, 0), phrase.first)]
    return words[-1:] == ["to"] and bool({"number", "total", "toll", "tally", "count"} & set(words))


def _toll_harm(sentence: Sentence, index: int, end: int) -> Found | None:
    """The harm a toll counts: "death toll", "number of wounded"."""
    token = sentence.tokens[index]
    if token.low == "toll":
        harm: Harm = "casualties" if sentence.low(index - 1) == "casualty" else "killed"
        return harm, (token.start, token.end)
    for at in range(index + 1, min(index + 6, end)):
        word = sentence.low(at)
        if word in PARTICIPLES or word in HARM_NOUNS:
            found = sentence.tokens[at]
            return PARTICIPLES.get(word) or HARM_NOUNS[word], (found.start, found.end)
    return None
