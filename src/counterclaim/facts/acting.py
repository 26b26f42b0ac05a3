"""Whether verbs that may mean anything name an act here, by what they are done to."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterclaim.facts.chunks import chunk_after
from counterclaim.facts.event_objects import HARMLESS, MEASURES, OBJECT_ROWS, ObjectRow
from counterclaim.facts.no_deeds import OWNING
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.verb_forms import verb_forms

__all__ = ["ACTING", "Act", "act"]

_REACH = 6
_BY_REACH = 8
_BE = frozenset("was were been be being is are got".split())
_ONLY_PARTICIPLES = frozenset({"taken", "thrown", "retaken", "withdrawn"})
"""Forms that are no past of their verb."""

_HAVE = frozenset("have has had having not also".split())
_FLASKS = frozenset({"bomb", "bombs", "cocktail", "cocktails"})
_ARTICLES = frozenset("the a an this these those its their his her our my no any".split())
_ENDS = frozenset(
    """
        . , ; : ( ) but and who which that after before while when because as if by from with for in
        at into against during over amid near on to
    """.split()
)
"""Words behind which no object of the verb before them stands."""
_PREPOSITIONS = frozenset("of in on with by from under for at into".split())
_BEFORE_GERUND = OWNING | frozenset(", and after before by while started began of for".split())
_BEFORE_BASE = frozenset(
    "to will would could can may might must should shall not n't did do does and or who".split()
)
_BEHIND = frozenset(
    """
        of up down off again back later earlier today yesterday tonight overnight late early since
        until between inside outside behind under through across where using killing without amid
        around about along despite alone altogether last this there then is was are were has had
    """.split()
)
"""Words behind which no noun of the same phrase stands."""
_PARTICLES = frozenset(["up", "off", "down"])
_QUOTES = frozenset('"“”«»„')
_NOT_MANY = frozenset("is was has does this its his us as".split())
_UNTIL = frozenset(". ; : but who which".split())


class Act(NamedTuple):
    """An act whose name ends at token ``last``."""

    row: ObjectRow
    last: int
    passive: bool


@cache
def _rows() -> dict[str, list[tuple[ObjectRow, frozenset[str]]]]:
    """Each form of each verb with its rows and their objects."""
    found: dict[str, list[tuple[ObjectRow, frozenset[str]]]] = {}
    for row in OBJECT_ROWS:
        objects = frozenset(row.objects.split())
        for form in dict.fromkeys(f for verb in row.verbs.split() for f in verb_forms(verb)):
            found.setdefault(form, []).append((row, objects))
    return found


@cache
def _bases() -> frozenset[str]:
    return frozenset(verb.partition(":")[0] for row in OBJECT_ROWS for verb in row.verbs.split())


@cache
def _pasts() -> frozenset[str]:
    """Past forms and participles."""
    forms = (verb_forms(verb)[3:] for row in OBJECT_ROWS for verb in row.verbs.split())
    return frozenset(form for each in forms for form in each if not form.endswith("ing"))


ACTING = frozenset(_rows())
"""Words that :func:`act` can begin with."""


def act(sentence: Sentence, index: int) -> Act | None:
    """The act that the verb at ``index`` names together with its object, if any."""
    if not _is_verb(sentence, index):
        return None
    passive = _is_passive(sentence, index)
    for row, objects in _rows().get(sentence.low(index), ()):
        if row.by and not _done_by(sentence, index, row.by, passive):
            continue
        at = _ahead(sentence, index, objects, whole=row.whole)
        if not _done_to(sentence, index, objects, at, passive, row.whole):
            continue
        if row.whole and row.event == "ASSAULT" and _harmless(sentence):
            return None
        if not objects and row.event == "ASSAULT" and chunk_after(sentence, index + 1) is None:
            continue
        apart = at is None or not row.whole or not _unbroken(sentence, index, at)
        last = index if apart or at is None else at
        last += sentence.low(last) in ("petrol", "molotov") and sentence.low(last + 1) in _FLASKS
        return Act(row, last + (sentence.low(last + 1) in _PARTICLES), passive)
    return None


def _unbroken(sentence: Sentence, first: int, last: int) -> bool:
    """Whether no quotation mark stands within a phrase."""
    return all(sentence.tokens[at].text not in _QUOTES for at in range(first, last))


def _done_to(
    sentence: Sentence,
    index: int,
    objects: frozenset[str],
    at: int | None,
    passive: bool,
    whole: bool,
) -> bool:
    """Whether one of ``objects`` is what is done to: at ``at`` behind the verb, or before it."""
    if not objects:
        return not passive
    if at is not None:
        return whole or not passive
    return passive and _before(sentence, index, _BY_REACH, objects)


def _is_verb(sentence: Sentence, index: int) -> bool:
    """Whether the form at ``index``, which may be a noun or an adjective, is a verb here."""
    word, before = sentence.low(index), sentence.low(index - 1)
    if index == 0 or before == "-" or before in _ARTICLES:
        return False
    if word in _pasts():
        return before not in _PREPOSITIONS
    if word.endswith("ing"):
        return before in _BE or before in _BEFORE_GERUND
    if word in _bases():
        return before in _BEFORE_BASE or (before.endswith("s") and before not in _NOT_MANY)
    return before not in _PREPOSITIONS and sentence.tokens[index - 1].word


def _is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a form of "be" stands before the verb, adverbs at most between; or "by" behind it."""
    if sentence.low(index).endswith("ing"):
        return False
    if sentence.low(index + 1) == "by" and sentence.low(index - 1) not in _HAVE:
        return True  # "a rocket fired by the rebels"
    if sentence.low(index) in _ONLY_PARTICIPLES and sentence.low(index - 1) not in _HAVE:
        return True
    at = index - 1
    while at >= 0 and (
        sentence.low(at).endswith("ly") or sentence.low(at) in ("not", "n't", "also")
    ):
        at -= 1
    return at >= 0 and sentence.low(at) in _BE


def _done_by(sentence: Sentence, index: int, who: frozenset[str], passive: bool) -> bool:
    """Whether one of ``who`` does it: before an active verb, behind a passive one."""
    if not passive:
        return _before(sentence, index, _BY_REACH, who)
    behind = [sentence.low(at) for at in range(index + 1, index + 1 + _BY_REACH)]
    return "by" in behind and not who.isdisjoint(behind[behind.index("by") :])


def _ahead(sentence: Sentence, index: int, objects: frozenset[str], *, whole: bool) -> int | None:
    """Where an object stands behind the verb, as the head of its phrase."""
    for at in range(index + 1, min(index + 1 + _REACH, len(sentence.tokens))):
        word = sentence.low(at)
        if word in objects and (whole or _is_head(sentence, at)):
            empty = word in MEASURES and sentence.low(at + 1) == "of"
            return None if empty and sentence.low(at + 2) not in objects else at
        if word in _ENDS and not (word == "on" and sentence.low(at + 1) in objects):
            return None
    return None


def _is_head(sentence: Sentence, at: int) -> bool:
    """Whether the noun at ``at`` is the head of its phrase: not in "closed its bridge loan"."""
    word = sentence.low(at + 1)
    if at + 1 >= len(sentence.tokens) or word in _ENDS or word in _BEHIND or word.endswith("ly"):
        return True
    after = sentence.tokens[at + 1]
    return not after.word or after.capital


def _before(sentence: Sentence, index: int, reach: int, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands before the verb in its clause."""
    for at in range(index - 1, max(index - 1 - reach, -1), -1):
        word = sentence.low(at)
        if word in words:
            return True
        if word in _UNTIL:
            return False
    return False


def _harmless(sentence: Sentence) -> bool:
    """Whether a sentence tells of tests, space, films or games."""
    return any(token.low in HARMLESS for token in sentence.tokens)
