"""Harm that nobody does: earthquakes that strike, buses that hit trees, heart attacks.

Words of attack stand for them all; a page that tells of one accuses nobody.
"""

from itertools import pairwise

from counterclaim.facts.subjects import Chunk
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["is_misfortune"]

_FORCES = frozenset(
    """
        earthquake earthquakes quake quakes tremor tremors aftershock aftershocks hurricane
        hurricanes storm storms thunderstorm typhoon cyclone tornado tornadoes flood floods
        floodwaters flooding landslide landslides mudslide mudslides avalanche avalanches
        tsunami lightning heatwave drought wildfire wildfires blaze fire flames eruption volcano
        rain rains snow wind winds gale gales gust frost famine hunger starvation thirst tree
        rock boulder ice virus pandemic coronavirus covid epidemic cholera disease diseases
        infection infections cancer malaria flu illness outbreak inflation recession downturn
        slump crisis shortage shortages injuries injury price prices tax taxes tariffs sanctions
        cuts law measures delays wave scandal selling outage bus buses minibus train trains tram
        ferry coach dog dogs shark sharks bear bears lion tiger crocodile elephant snake bull
        bees wolf wolves crash collision derailment collapse
    """.split()
)
"""What does harm and means none."""

_NAMED = frozenset("hurricane storm typhoon cyclone".split())
"""Before the name that a storm is given."""

_ACCIDENTS = frozenset(
    """
        accident accidents crash crashes collision derailment stampede crush collapse earthquake
        quake flood floods flooding landslide landslides mudslide avalanche fire blaze storm
        storms hurricane typhoon cyclone tornado tsunami heatwave eruption wildfire wildfires
        pile-up shipwreck capsizing
    """.split()
)
_OF_THE_BODY = frozenset("heart panic asthma anxiety shark bear dog wolf".split())
"""Before "attack"."""

_ILLS = frozenset(
    """
        cancer drought disease virus pandemic coronavirus covid inflation poverty corruption
        crime racism flames blaze blazes fire fires wildfires floods hunger addiction depression
        unemployment traffic obesity odds climate
    """.split()
)
"""What is fought without anybody."""

_CRASHED = frozenset("crashed crashes crash collided derailed overturned capsized sank".split())
_CAME_DOWN = (("came", "down"), ("comes", "down"), ("went", "down"), ("goes", "down"))
_DOWNED = frozenset("shot hit struck missile missiles rocket fire attack drone bomb".split())
"""Words of what made a craft come down."""

_CRASH = 16
_ARTICLES = frozenset(["a", "the"])
_WITHIN = frozenset(["in", "by", "from"])
_FIGHTING = frozenset("battle battles battled battling fight fights fought fighting".split())
_REACH = 7


def is_misfortune(sentence: Sentence, trigger: Trigger, actor: Chunk | None) -> bool:
    """Whether the attack at ``trigger`` is none, by its ``actor``, its kind or its object."""
    if trigger.event != "ASSAULT":
        return False
    if actor is not None and _is_force(sentence, actor):
        return True
    if _wrecked(sentence, trigger):
        return True
    before = sentence.low(trigger.first - 1)
    if before in _OF_THE_BODY and sentence.low(trigger.first).startswith("attack"):
        return True
    ahead = range(trigger.last + 1, trigger.last + 1 + _REACH)
    if sentence.low(trigger.first) in _FIGHTING and _meets(sentence, ahead, _ILLS):
        return True
    return trigger.passive and actor is None and _in_accident(sentence, ahead)


def _is_force(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether the head of a phrase is a force; a bare "fire" is, "mortar fire" is not."""
    first, last = chunk
    if sentence.low(first) in _NAMED and last > first:
        return True
    head = next((at - 1 for at in range(first + 1, last) if sentence.low(at) == "of"), last)
    if sentence.low(head) == "fire" and head > first and sentence.low(first) not in _ARTICLES:
        return False
    # A person may be called Wolf.
    named = sentence.tokens[head].capital and head > 0 and not sentence.low(head).startswith("co")
    return sentence.low(head) in _FORCES and not named


def _wrecked(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a craft that came down did it: "a helicopter crashed, killing four"."""
    start = max(trigger.first - _CRASH, 0)
    words = [sentence.low(at) for at in range(start, trigger.first)]
    fell = any(word in _CRASHED for word in words) or any(
        pair in _CAME_DOWN for pair in pairwise(words)
    )
    told = {token.low for token in sentence.tokens}
    return sentence.low(trigger.first) == "killing" and fell and _DOWNED.isdisjoint(told)


def _meets(sentence: Sentence, ahead: range, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands in the clause behind the trigger."""
    for at in ahead:
        word = sentence.low(at)
        if word in words:
            return True
        if word in (",", ";", ".", ":", "but", "and"):
            return False
    return False


def _in_accident(sentence: Sentence, ahead: range) -> bool:
    """Whether people were killed "in a road accident"."""
    return sentence.low(ahead.start) in _WITHIN and _meets(sentence, ahead, _ACCIDENTS)
