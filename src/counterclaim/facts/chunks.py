"""Noun phrases beside a trigger, found without a parser: words up to the next that ends one."""

from counterclaim.facts.harm_words import STOPS
from counterclaim.facts.tokens import Sentence

__all__ = ["INNER", "chunk_after", "chunk_before"]

MAX_CHUNK = 10
_DETERMINERS = frozenset("the a an his her their its our my your this these those".split())
_HEDGES = (
    ("at", "least"),
    ("more", "than"),
    ("up", "to"),
    ("as", "many", "as"),
    ("over",),
    ("about",),
)
_ENDS = (STOPS - _DETERMINERS) | frozenset(
    """
        denies denied fired opened admits admitted confirms confirmed accuses accused blames
        blamed claims claimed calls called reports reported warns warned announces announced
        condemns condemned insists insisted demands demanded alleges decides decided told tells
        battling fighting later earlier today yesterday tomorrow reportedly said says yet still
        also struck hit attacked bombed shelled using targeting killing injuring wounding
        leaving claiming causing saying calling so only just led carried launched conducted
        performed took came used uses laid began early late monday tuesday wednesday thursday
        friday saturday sunday morning evening afternoon night overnight within without until
        despite brought toward towards onto describe describes described describing saw watched
        off out per via down ago p.m a.m pm am spoke spoken speaks longer
        left leaves found finds adding taken overran
    """.split()
)
_BEHIND_VERBS = frozenset(
    "in on at near into over behind beside inside outside against by no nobody nothing".split()
)
_OBJECTS = _DETERMINERS | frozenset(
    "one two three four five six seven those them him us me alongside".split()
)
_TIMES = frozenset("week month year night spring summer autumn winter weekend evening fall".split())
_LEFT_OVER = frozenset(["of", "least", "most", "than"])
"""Ends of what stands before a phrase and is none of it: "(at) least 13 civilians"."""
INNER = frozenset({"of"})
"""Prepositions that a noun phrase may hold."""


def chunk_after(
    sentence: Sentence, index: int, *, inner: frozenset[str] = INNER
) -> tuple[int, int] | None:
    """Tokens ``[first, last]`` of the noun phrase that begins at ``index``, if one does.

    ``inner`` are the prepositions that may stand inside it.
    """
    start = index
    for hedge in _HEDGES:
        if sentence.phrase(index, hedge):
            index += len(hedge)
            break
    last = None
    for at in range(index, min(index + MAX_CHUNK, len(sentence.tokens))):
        token = sentence.tokens[at]
        within = token.low in inner and last is not None
        if token.low in _DETERMINERS and at > index and sentence.low(at - 1) not in inner:
            break
        if _inside(sentence, at) or within or _of_many(sentence, at):
            continue
        if token.low in INNER or not _belongs(sentence, at) or _of_a_time(sentence, at):
            break
        if last is not None and _goes_on(sentence, at):
            break
        if token.low not in _DETERMINERS:
            last = at
    if last is None or (last == index and sentence.low(index) in _DETERMINERS):
        return None
    return start, last


def chunk_before(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Tokens ``[first, last]`` of the noun phrase that ends at ``index``, if one does."""
    first = None
    for at in range(index, max(index - MAX_CHUNK, -1), -1):
        token = sentence.tokens[at]
        if first is not None and _inside(sentence, at):
            continue
        if token.low in INNER and first is not None:
            continue
        if token.low in _DETERMINERS:
            first = at if first is not None else None
            if sentence.low(at - 1) not in INNER:
                break
            continue
        if not _belongs(sentence, at) or (first is not None and _acts_on(sentence, at)):
            break
        first = at
    while first is not None and first <= index and sentence.low(first) in _LEFT_OVER:
        first += 1
    return (first, index) if first is not None and first <= index else None


def _acts_on(sentence: Sentence, at: int) -> bool:
    """Whether a form in -ed has an object behind it: "helped one", not "armed men"."""
    if not sentence.low(at).endswith("ed"):
        return False
    behind = sentence.tokens[at + 1]
    return behind.low in _OBJECTS or behind.text[0].isdigit()


def _inside(sentence: Sentence, at: int) -> bool:
    """Whether a mark holds a phrase together; a stroke between spaces is a dash."""
    mark = sentence.tokens[at]
    if mark.low in ("'s", "’s"):
        return True
    return mark.low in ("-", "‑") and not sentence.spaced(at)


def _of_many(sentence: Sentence, at: int) -> bool:
    """Whether an apostrophe stands for "whose" behind a plural: "the Founders' Day parade"."""
    mark = sentence.tokens[at].text in ("'", "’") and sentence.low(at - 1).endswith("s")
    return mark and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].word


def _of_a_time(sentence: Sentence, at: int) -> bool:
    """Whether "last week", "this month" begins at ``at``."""
    return sentence.low(at) in ("last", "this", "next") and sentence.low(at + 1) in _TIMES


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows its subject: "the army *landed* near Kesh", not "armed men"."""
    return sentence.low(at).endswith("ed") and sentence.low(at + 1) in _BEHIND_VERBS


def _belongs(sentence: Sentence, at: int) -> bool:
    """Whether a token can stand inside a noun phrase."""
    token = sentence.tokens[at]
    if token.low in _ENDS:
        return sentence.low(at - 1) in ("-", "‑") and token.low in ("led", "backed")
    return token.word or (token.text[0].isdigit() and not _of_a_clock(sentence, at))


def _of_a_clock(sentence: Sentence, at: int) -> bool:
    """Whether a number is the minutes of a clock time: "14:20 Eleven guards were killed"."""
    tokens = sentence.tokens
    behind = at > 1 and tokens[at - 1].text == ":" and tokens[at - 1].end == tokens[at].start
    return behind and tokens[at - 2].text.isdigit()
