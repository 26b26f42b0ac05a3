"""How a count goes on from the one before it: as a part of it, the next of a list, without people.

"Eleven people, among them five women and a baby": five and one are parts of eleven. "Nine dockers
were killed and 30 injured": thirty are dockers too.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from counterclaim.facts.harm_words import GRADES, PARTICIPLES, STOPS, THEIRS
from counterclaim.facts.phrases import Phrase
from counterclaim.facts.readings import CountReading
from counterclaim.facts.tokens import Sentence

__all__ = [
    "Link",
    "ellipsis_filled",
    "follows_list",
    "linked",
    "listed_behind",
    "of_the_harmed",
    "of_total",
]

Link = Literal["part", "list"]
"""How a phrase continues the count before it."""

_LISTS = frozenset(
    {",", "and", "or", "plus", "along", "with", "as", "well", "also", "another", "&"}
)
_ENDS = (STOPS | {"", ",", ".", ";", ")", "”", '"', "–", "—", "aged", "more"}) - frozenset(
    """
        was were is are be been being have has had will would may might could should must can did
        do does say says said
    """.split()
)
"""What stands behind the members of a list; behind "a lawyer said" stands what he does himself."""

_OF_THEM = (("among", "them"), ("of", "whom"), ("of", "which"), ("of", "them"))
_WHERE = frozenset({"in", "at", "near", "on", "from"})
_INSIDE = frozenset([",", "(", "–", "—", "them", "the"])


def linked(sentence: Sentence, previous: CountReading | None, phrase: Phrase) -> Link | None:
    """How a phrase continues the count before it: as a ``part`` of it or the next in a ``list``."""
    if previous is None:
        return None
    words = [token.low for token in sentence.tokens[previous.phrase.after : phrase.first]]
    if _is_part(sentence, previous, phrase, words):
        return "part"
    if words and words[-1] in THEIRS and len(words) > 1:
        words.pop()  # "a mother and her three children"
    listing = bool(words) and len(words) <= 4 and set(words) <= _LISTS
    return "list" if listing and _ends(sentence, phrase) else None


def _ends(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether what was listed ends with the phrase, or has a number and no article."""
    return not phrase.quantity.article or sentence.low(phrase.after) in _ENDS


def _is_part(
    sentence: Sentence, previous: CountReading, phrase: Phrase, words: Sequence[str]
) -> bool:
    if phrase.subset and len(words) <= 8:
        return True
    if tuple(words[-2:]) in _OF_THEM or list(words[-1:]) == ["including"]:
        return True
    if words and words[-1] == "," and sentence.phrase(phrase.after, ("among", "them")):
        return True
    if words and len(words) <= 6 and words[0] in (",", "(", "–", "—", "including"):
        inner = [word for word in words if word not in _INSIDE]
        if inner and inner[0] in ("including", "among"):
            return True
    kept = [word for word in words if word not in PARTICIPLES]
    if kept != [","] or phrase.head is not None:
        return False
    opened = sentence.phrase(previous.phrase.first - 2, ("of", "the"))  # "of the 45 injured, 12 …"
    return opened or sentence.low(phrase.after) in GRADES


def listed_behind(sentence: Sentence, victim: CountReading, phrase: Phrase) -> bool:
    """Whether a phrase is the next in a list of the harmed: "killed the mayor and two guards"."""
    if phrase.head is None or phrase.first <= victim.phrase.first:
        return False
    words = [token.low for token in sentence.tokens[victim.phrase.after : phrase.first]]
    if words and words[-1] in THEIRS and len(words) > 1:
        words.pop()
    listing = bool(words) and len(words) <= 3 and set(words) <= _LISTS
    return listing and sentence.low(phrase.after) in _ENDS


def of_the_harmed(sentence: Sentence, reading: CountReading) -> bool:
    """Whether a number is of those whom the harm names: "five of the dead were children"."""
    harmed = sentence.covering(reading.harm_span[0])
    index = sentence.at(reading.phrase.quantity.end)
    return sentence.phrase(index, ("of", "the")) and index + 2 == harmed


def of_total(found: Sequence[CountReading], part: CountReading) -> int:
    """Index of the total that ``part`` belongs to, -1 for one of an earlier sentence."""
    for index in range(len(found) - 1, -1, -1):
        total = found[index]
        same = total.harm == part.harm or total.harm == "casualties"
        if same and total.part_of is None and total.phrase.quantity.low >= part.phrase.quantity.low:
            return index
    return -1


def follows_list(sentence: Sentence, found: Sequence[CountReading], phrase: Phrase) -> int | None:
    """Index of the total that a colon spells out: "19 died: 12 in Velmar and seven in Oster"."""
    if phrase.head is not None or sentence.low(phrase.after) not in _WHERE:
        return None
    for index, total in enumerate(found):
        words = {sentence.low(at) for at in range(total.phrase.after, phrase.first)}
        larger = total.phrase.quantity.low >= phrase.quantity.low
        if ":" in words and total.part_of is None and larger and ";" not in words:
            return index
    return None


def ellipsis_filled(
    sentence: Sentence, reading: CountReading, previous: CountReading | None
) -> CountReading:
    """Reads "9 dockers were killed and 30 injured": the second number is of dockers too."""
    if previous is None or previous.of is None or reading.of or reading.group:
        return reading
    if previous.part_of is not None:
        return reading  # "nine, four of them children, and 20 injured"
    words = [token.low for token in sentence.tokens[previous.phrase.after : reading.phrase.first]]
    if len(words) > 8 or not ({"and", ","} & set(words)) or ";" in words or "." in words:
        return reading
    return replace(reading, of=previous.of, group=previous.group)
