"""Names that somebody gives to a deed ("called the raid a massacre"), which are no further deed."""

from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["judges"]

_VERDICTS = frozenset(
    """
        aggression massacre murder atrocity carnage slaughter bloodbath bloodshed execution
        lynching assassination violence torture outrage onslaught invasion stab
    """.split()
)
"""Nouns that judge a deed as often as they tell one."""

_CALLING = frozenset(
    """
        call calls called calling describe describes described describing label labels labelled
        labeled brand brands branded branding term terms termed dub dubbed deem deemed denounce
        denounces denounced denouncing condemn condemns condemned condemning characterise
        characterised characterize characterized speak speaks spoke speaking considers considered
        regards regarded amounts amounted amounting constitutes constituted constitute
    """.split()
)
_NEEDS_AS = frozenset(word for word in _CALLING if word.startswith(("de", "con", "ch", "reg")))
_COPULAS = frozenset("is was are were be been being 's remains".split())
_ARTICLES = frozenset("a an another".split())
_MARKS = frozenset({'"', "“", "”", "'", "‘", "’"})
_REACH = 14
_PHRASE = 7


def judges(sentence: Sentence, trigger: Trigger, deed_named: bool) -> bool:
    """Whether the noun at ``trigger`` only says what a deed is called.

    ``deed_named``: an attack is named before it in the sentence. Without one, only nouns that
    judge ("a massacre") are taken for a name, since "called it an attack by rebels" tells of it.
    """
    if trigger.event != "ASSAULT":
        return False
    if trigger.verb:  # "was murder" has the form of a verb
        named = sentence.low(trigger.last) in _VERDICTS
        return named and sentence.low(trigger.first - 1) in _COPULAS
    following = sentence.low(trigger.last + 1)
    if following == "by" or (following == "of" and not deed_named):
        return False
    verdict = sentence.low(trigger.last) in _VERDICTS
    opening = _opening(sentence, trigger.first)
    before = sentence.low(opening - 1)
    if before in ("of", "to") and sentence.low(opening - 2) in ("act", "acts", "speak", "spoke"):
        return verdict
    if verdict and before in _COPULAS:
        return True
    if not (verdict or deed_named):
        return False
    return _called(sentence, opening)


def _opening(sentence: Sentence, index: int) -> int:
    """Index of the article or quotation mark that opens the phrase before token ``index``."""
    at = index
    for step in range(index - 1, max(index - _PHRASE, -1), -1):
        word = sentence.low(step)
        if word in _ARTICLES or word in _MARKS:
            at = step
            continue
        joins = word.isalpha() or word in ("-", ",")
        if at < index or not joins or word in _COPULAS or word in _CALLING:
            break
    return at


def _called(sentence: Sentence, opening: int) -> bool:
    """Whether a verb of calling governs the phrase that opens at ``opening``.

    Verbs that also take the deed itself ("condemned the massacre") need "as" before the phrase.
    """
    stated = sentence.low(opening - 1) == "as" or sentence.low(opening) == "as"
    article = sentence.low(opening) in _ARTICLES or sentence.low(opening) in _MARKS
    for at in range(opening - 1, max(opening - _REACH, -1), -1):
        word = sentence.low(at)
        if word in (";", ".", "that", "which", "after", "when"):
            return False
        if word in _CALLING:
            return stated or (article and word not in _NEEDS_AS)
    return False
