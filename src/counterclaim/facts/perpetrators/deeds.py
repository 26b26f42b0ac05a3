"""Words for incidents of violence by type, and words for who is held to have done them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.facts.perpetrators.words import Word

__all__ = ["DEEDS", "HINTS", "TELLING", "Deed", "Hints", "deeds", "telling"]

DEEDS: dict[str, str] = {
    "attack": r"attack\w*|assault\w*|assassin\w*|murder\w*|kill\w*|ambush\w*|massacr\w*|"
    r"shooting\w*|shot|slay\w*|slain|execut(?:ed|ion|ions|ing)|machine-?gunn\w*|raid\w*|straf\w*|gunned|"
    r"harass\w*|clash\w*|mortar\w*|shell(?:ed|ing|ings)|crimes?|tortur\w*|wound\w*|fired|"
    r"riddled|died|dead|death|deaths|victims?|violence|sabotag\w*|terroris[mt]\w*|offensive|"
    r"disappear\w*|atrocit\w*|destroy\w*|damag\w*|downed",
    "bombing": r"bomb\w*|explo\w+|dynamit\w*|blast\w*|deton\w*|blew|blown|car-bomb\w*|grenade\w*",
    "kidnapping": r"kidnap\w*|abduct\w*|hostage\w*|hijack\w*|seized|captured|captive\w*|ransom",
    "arson": r"arson\w*|burn(?:ed|ing|t)|fire|torch\w*|ablaze|molotov",
    "robbery": r"robb\w*|loot\w*|stole|stolen|steal\w*|theft\w*",
    "stoppage": r"stoppage\w*|strike|strikes",
}
"""Words for a deed by the type of incident; own list."""

TELLING: dict[str, str] = {
    "claim": r"claim\w*|admit\w*|acknowledg\w*|credit|took|assum\w+|confess\w*|warned",
    "responsible": r"responsib\w*|perpetrat\w*|authors?|committed|carried|behind|involved\w*|"
    r"participat\w*|implicat\w*|guilty|masterminds?|ordered|hired",
    "accuse": r"accus\w*|blam\w*|attribut\w*|charg\w*|denounc\w*|link\w*|condemn\w*|held|pointed",
    "doubt": r"suspect\w*|presum\w*|alleged\w*|apparent\w*|possibl\w*|probabl\w*|may|might|could|"
    r"reportedly|supposed\w*|believ\w*|seem\w*|perhaps|unidentified|unknown",
    "deny": r"den(?:y|ied|ies|ying)|reject\w*|not|no|neither|disclaim\w*",
    "authority": r"police|military|army|authorit\w*|minist\w*|government|officials?|armed|"
    r"president|colonel|general|spokes\w+|commander|judge|officers?|dijin|das|intelligence|troops",
}
"""Words for whose word it is that somebody did it, and how sure; own list."""


class Hints(NamedTuple):
    """Features of mentions, words of a text's beginning and words of any place that tell it."""

    beside: tuple[str, ...]
    opening: tuple[str, ...]
    anywhere: tuple[str, ...]


HINTS = Hints(
    tuple(
        """
        by=True by=False R~claimed R~claims R~responsibility R~credit R~admitted R~denied R~accused
        L~accused L~blamed L~responsible L~attributed L~apparently L~alleged L~allegedly L~presumed
        L~presumably L~suspected L~believed L~possible L~against R~responsible R~behind R~involved
        L~between R~guerrillas L~guerrillas R~terrorists R~commandos
        """.split()
    ),
    tuple(
        """communique clandestine interview speech editorial commentary statement spokesman
        spokesmen authorities police claimed""".split()
    ),
    tuple(
        """suspected accused alleged responsible responsibility claimed unidentified investigation
        evidence police allegedly apparently judge denied possible""".split()
    ),
)
"""What shows whose word it is beside the words of :data:`TELLING`; own choice."""


class Deed(NamedTuple):
    """The word ``at`` that names a deed of a type."""

    at: int
    type: str


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(words)) for name, words in DEEDS.items()]


def _type(low: str) -> str:
    return next((name for name, words in _patterns() if words.fullmatch(low)), "")


@cache
def _tells() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(words)) for name, words in TELLING.items()]


def telling(low: str) -> tuple[str, ...]:
    """What a word tells of whose word it is."""
    return tuple(name for name, words in _tells() if words.fullmatch(low))


def deeds(words: Sequence[Word]) -> list[Deed]:
    """The deeds named in a text."""
    return [Deed(at, kind) for at, word in enumerate(words) if (kind := _type(word.low))]
