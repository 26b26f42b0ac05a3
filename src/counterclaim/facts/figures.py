"""Words of violence that tell of none: "killed the bill", "stabbed the deal in the back"."""

from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["is_figure"]

_PROJECTS = frozenset(
    """
        deal deals plan plans bill bills proposal proposals reform reforms agreement accord talks
        negotiations hopes idea ideas budget amendment legislation motion policy policies theory
        argument initiative evidence reputation career careers myth myths
    """.split()
)
"""What is killed, stabbed, shot down or attacked in words alone."""

_BETWEEN = frozenset("the a an this that any all its their his her of on".split())
_BEHIND = frozenset(
    """
        in on of by for with and after as at that which before over when to from but has have had
        was were is are or because since during while
    """.split()
)
_FAULTED = frozenset({"for", "over"})
_REACH = 4


def is_figure(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the attack at ``trigger`` is only one in words, by what it is said to hit."""
    if trigger.event != "ASSAULT":
        return False
    if sentence.low(trigger.first + 1) == "under" and sentence.low(trigger.last + 1) in _FAULTED:
        return True  # "came under fire over the budget"
    for at in range(trigger.last + 1, trigger.last + 1 + _REACH):
        word = sentence.low(at)
        if word in _PROJECTS:
            return sentence.tokens[at].text.islower() and _ends(sentence, at + 1)
        if word not in _BETWEEN:
            return False
    return False


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase ends before the token ``at``: not "killed the plan's author"."""
    word = sentence.low(at)
    return word in _BEHIND or not word[:1].isalnum()
