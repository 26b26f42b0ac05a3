"""Of what a number is: one deed's toll, more of its victims, a toll since replaced, or a war's.

"The monitor, which has counted 2,310 deaths since the fighting started, said 12 people died": the
first number is of no incident. Own rules over the clause that the number or its harm stands in.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from counterclaim.facts.phrases import Phrase
from counterclaim.facts.tokens import Sentence
from counterclaim.records import CountExtent, Harm

__all__ = ["extents"]

_CONFLICTS = (
    r"(?:wars?|conflict|uprising|revolution|revolt|rebellion|insurgency|civil war|occupation)"
    r"(?!-|\s(?:zones?|crimes?|areas?|planes?|monitor\w*))"
)
_UNDERWAY = (
    rf"(?:{_CONFLICTS}|fighting|crisis|invasion|offensive|campaign|siege|hostilities|unrest|"
    r"protests|violence|coup|truce|ceasefire|start|beginning|outbreak|onset)"
)
_MONTHS = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_PERIOD = re.compile(
    rf"\bsince\s(?:the\s|its\s|their\s)?(?:[\w’'-]+\s){{0,3}}?{_UNDERWAY}\b"
    rf"|\bsince\s(?:early\s|mid-?\s?|late\s|last\s|\d{{1,2}}\s)?(?:{_MONTHS}|(?:19|20)\d\d|spring|"
    r"summer|autumn|winter|year|month|week)\b"
    rf"|\b(?:in|during|throughout|over|of)\s(?:the\s)?(?:course\sof\s)?(?:the\s|this\s)"
    rf"(?:[\w’'-]+\s){{0,2}}?{_CONFLICTS}\b"
    rf"|\b{_CONFLICTS}[^,;]{{0,40}}?\b(?:has|have|had)\s(?:\w+\s){{0,2}}?"
    r"(?:killed|claimed|cost|left|taken|displaced)\b"
    r"|\b(?:this|last|past|previous|next)\s(?:\w+\s){0,2}?(?:years?|months?|decades?|season|summer)\b"
    r"|\b(?:the|over)\s(?:last|past|previous)\s(?:\w+\s){0,2}?weeks?\b"
    r"|\bin\srecent\s(?:years|months|weeks)\b|\byear[-\s]to[-\s]date\b|\bin\sall\sof\b"
    r"|\b(?:a|each|every|per)\s(?:year|month)\b(?!-)|\bannually\b|\byears\s(?:ago|earlier|before)\b"
    r"|\b(?:weeks|months|years)\sof\s(?:\w+\s)?(?:war|conflict|fighting|violence|shelling|clashes|"
    r"bombardments?|bombing|(?:air)?strikes|raids|attacks)\b"
    r"|\bsince\s[^,;.]{1,80}?\b(?:began|launched|started|broke\sout)\b"
    r"|\b(?:nation|country|world)wide\b|\b(?:across|around|throughout)\sthe\s(?:country|nation|world)\b"
    r"|\b(?:in|of|during)\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Words that make a number one of a longer time or a wider area than one deed's."""

_RECORD = re.compile(r"\b(?:\w{3,}est|worst|most|first|record)\b", re.IGNORECASE)
"""Before a period, words that compare one deed with others: "the deadliest attack since 2024"."""

_BOUNDARIES = frozenset(
    ", ; : – — ( ) said says say which but while whereas after when as where before".split()
)
"""Words and marks at which a clause begins or ends."""

_LEADING = 12
"""Code points of "so far", "in the" before a period that a clause begins with."""

_FURTHER = re.compile(r"\b(?:more|another|further|additional|others?)\b", re.IGNORECASE)
_HURT = frozenset({"wounded", "injured"})
_BRINGING = frozenset("bringing brings brought raising raises raised taking takes took".split())
_TOLLS = frozenset({"toll", "number", "total", "tally", "count"})
_NOW_OLD = frozenset("put given reported thought said announced estimated stated".split())
"""Behind "first" and before a number, how an earlier one was told."""

_FORMER = frozenset("earlier previous previously initial initially preliminary".split())
_CHANGED = (
    ("up", "from"),
    ("down", "from"),
    ("compared", "with"),
    ("instead", "of"),
    ("rather", "than"),
)
_SPANS = frozenset("day days week weeks month months year years".split())
_ATTACKS = frozenset(
    """
        airstrike airstrikes attack attacks blast blasts bombardment bombardments bombing bombings
        clashes explosion explosions raid raids shelling shooting shootings strike strikes
    """.split()
)
_NEAR = 6
"""Tokens before a number in which it is said to be an earlier one's."""


class _Counted(Protocol):
    """What a reading of a count tells of itself."""

    @property
    def phrase(self) -> Phrase:
        """Its words."""

    @property
    def harm(self) -> Harm:
        """What befell those counted."""

    @property
    def harm_span(self) -> tuple[int, int]:
        """The words that say so."""

    @property
    def part_of(self) -> int | None:
        """The count that it is a part of."""


def extents(
    sentence: Sentence, counted: Sequence[_Counted], earlier: _Counted | None
) -> list[CountExtent]:
    """Of what each of the counts of a sentence is, in their order.

    ``earlier`` is the count of a sentence just before, which "two more" can be beside.
    """
    return [_extent(sentence, counted, place, earlier) for place in range(len(counted))]


def _extent(
    sentence: Sentence, counted: Sequence[_Counted], place: int, earlier: _Counted | None
) -> CountExtent:
    one = counted[place]
    if _background(sentence, one):
        return "background"
    alike = [item for item in counted if item is not one and item.harm == one.harm]
    if _superseded(sentence, one.phrase, others=bool(alike)):
        return "superseded"
    known = [item for item in (earlier, *counted[:place]) if item and item.harm == one.harm]
    if one.part_of is None and _addition(sentence, counted[place:], beside=bool(known)):
        return "addition"
    return "incident"


def _background(sentence: Sentence, one: _Counted) -> bool:
    """Whether the clause of a number or of its harm names a longer time or a wider area.

    So do the words set off by a comma right before and after it.
    """
    places = (one.phrase.first, sentence.covering(one.harm_span[0]))
    clauses = dict.fromkeys(_clause(sentence, place) for place in places)
    if any(_names_period(sentence, *clause) for clause in clauses):
        return True
    first, after = min(a for a, _ in clauses), max(b for _, b in clauses)
    if _after_days(sentence, first):
        return True
    if sentence.low(first - 1) == "when" and _ends_with_period(sentence, first - 1):
        return True
    before = _clause(sentence, first - 2) if sentence.low(first - 1) == "," else None
    behind = _clause(sentence, after + 1) if sentence.low(after) == "," else None
    return any(one and _begins_with_period(sentence, *one) for one in (before, behind))


def _after_days(sentence: Sentence, first: int) -> bool:
    """Whether a clause tells what came days before another attack: "raids a day after 24 died"."""
    if sentence.low(first - 1) != "after" or sentence.low(first - 2) not in _SPANS:
        return False
    return not _ATTACKS.isdisjoint(sentence.low(at) for at in range(first - 2))


def _clause(sentence: Sentence, index: int) -> tuple[int, int]:
    """The tokens ``[first, after)`` of the clause around token ``index``, near enough."""
    first = after = max(index, 0)
    while first > 0 and sentence.low(first - 1) not in _BOUNDARIES:
        first -= 1
    while after < len(sentence.tokens) and sentence.low(after) not in _BOUNDARIES:
        after += 1
    return first, after


def _bounds(sentence: Sentence, first: int, after: int) -> tuple[int, int]:
    if first >= after:
        return 0, 0
    return sentence.tokens[first].start, sentence.tokens[after - 1].end


def _names_period(sentence: Sentence, first: int, after: int) -> bool:
    start, end = _bounds(sentence, first, after)
    found = _PERIOD.search(sentence.text, start, end)
    return found is not None and not _RECORD.search(sentence.text, start, found.start())


def _begins_with_period(sentence: Sentence, first: int, after: int) -> bool:
    start, end = _bounds(sentence, first, after)
    found = _PERIOD.search(sentence.text, start, end)
    return found is not None and found.start() - start <= _LEADING


def _ends_with_period(sentence: Sentence, after: int) -> bool:
    """Whether a time stands right before token ``after``: "since 2024, when 56 were killed"."""
    last = after - 2 if sentence.low(after - 1) == "," else after - 1
    first, _ = _clause(sentence, last)
    start, end = _bounds(sentence, first, last + 1)
    return any(found.end() == end for found in _PERIOD.finditer(sentence.text, start, end))


def _superseded(sentence: Sentence, phrase: Phrase, *, others: bool) -> bool:
    """Whether a number is one that the sentence sets aside: "from six to nine", "up from 12"."""
    before = _behind_digits(
        [sentence.low(at) for at in range(max(phrase.first - _NEAR, 0), phrase.first)]
    )
    text, quantity = sentence.text, phrase.quantity
    risen = text[max(quantity.start - 5, 0) : quantity.start].lower() == "from "
    if risen and text.startswith(" to ", quantity.end):
        return True
    if tuple(before[-2:]) in _CHANGED or (others and _set_aside(sentence, phrase, before)):
        return True
    return others and not _FORMER.isdisjoint(before) and not _SAID.isdisjoint(before)


def _set_aside(sentence: Sentence, phrase: Phrase, before: Sequence[str]) -> bool:
    """Whether a number is denied, risen from or told first: "not 27", "to 15 from 12"."""
    if phrase.of is None and before[-1:] in (["not"], ["from"]):
        return True
    pairs = pairwise(before)
    return any(one in ("first", "originally") and two in _NOW_OLD for one, two in pairs)


def _behind_digits(words: list[str]) -> list[str]:
    """The words behind the last number among them."""
    last = max((at for at, word in enumerate(words) if word[:1].isdigit()), default=-1)
    return words[last + 1 :]


_SAID = _TOLLS | frozenset("figure figures estimate estimates report reports reported".split())


def _addition(sentence: Sentence, counted: Sequence[_Counted], *, beside: bool) -> bool:
    """Whether the first of ``counted`` is of victims beside others, or summed up by a later one."""
    one, phrase = counted[0], counted[0].phrase
    words = sentence.text[phrase.quantity.start : sentence.tokens[phrase.after - 1].end]
    if beside and _FURTHER.search(words):
        return True
    behind = {sentence.low(at) for at in range(phrase.after - 2, phrase.after + 3)}
    if one.harm == "killed" and not _HURT.isdisjoint(behind) and "the" in behind:
        return "of" in behind
    for later in counted[1:]:
        between = {sentence.low(at) for at in range(phrase.after, later.phrase.first)}
        summed = sentence.low(later.phrase.first - 1) == "to" or not _TOLLS.isdisjoint(between)
        if later.harm == one.harm and summed and not _BRINGING.isdisjoint(between):
            return True
    return False
