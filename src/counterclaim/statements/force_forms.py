"""Forms of whole statements that leave no doubt of their force, whatever their verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.records import Certainty, Force
from counterclaim.statements.cues import CALLING

__all__ = ["Form", "form_of"]

_REPORTS = (
    r"(?:accounts?|accusations?|allegations?|charges?|claims?|confessions?|findings|reports?|"
    r"rumou?rs?|stor(?:y|ies)|statements?|suggestions?|versions?)"
)
_UNTRUE = (
    r"(?:absurd|baseless|delirium|fabricat\w+|fairy|fake|false|fantas\w+|fiction|groundless|hoax|"
    r"invent\w+|lies?|monstrous|nonsense|propaganda|ridiculous|slander\w*|unfounded|untrue|"
    r"worthless)"
)
_ACT = (
    r"(?:ambush|attack|blast|casualt|deal|drone|explosion|fight|leak|massacre|missile|order|plan|"
    r"raid|riot|shell|shooting|shot|strike|swap|violence)\w*"
)
_OWN = r"(?:it|they|he|she|we|i|(?:its|his|her|their|our|my) [\w' -]{2,30}?)"
_TALKS = r"(?:conference|debate|meeting|session|sitting|summit|vote)"
_ACTING = (
    r"(?:allow|answer|cease|end|explain|free|halt|hand|investigat|open|publish|release|resign|"
    r"stop|withdraw)\w*"
)


@dataclass(frozen=True)
class Form:
    """A force with what shows it in the cue, the content, or both."""

    force: Force
    cue: re.Pattern[str] | None
    said: re.Pattern[str]
    certainty: Certainty | None = None


def _form(force: Force, cue: str | None, said: str, certainty: Certainty | None = None) -> Form:
    shown = re.compile(cue, re.IGNORECASE) if cue is not None else None
    return Form(force, shown, re.compile(said, re.IGNORECASE), certainty)


_SAYING = r"^(?:\w+ )?(?:say|says|said|saying)$"
_START = r"^\W*(?:that )?\W*"

FORMS: tuple[Form, ...] = (
    # "could not rule that out": neither asserted nor denied.
    _form(
        "asserts",
        None,
        rf"{_START}[^,;.]{{0,40}}\b(?:not|n['’]t|cannot|never) (?:be )?"
        r"(?:rul\w+ (?:[\w']+ ){0,2}out|exclud\w+)",
        "possible",
    ),
    # "called a session": an indefinite object is no name given to a thing.
    _form(
        "demands",
        r"\bcall(?:s|ed|ing)?$",
        rf"{_START}an? (?:[\w.-]+ ){{0,5}}{_TALKS}\b(?!\W*[\"“‘«])",
    ),
    # "described reports of … as fabrications", "called the report of … a lie".
    _form(
        "denies",
        rf"\b(?:{CALLING})\b",
        rf"{_START}(?:(?:the|these|those|such|all|any|\w+['’]s) )?(?:\w+ ){{0,2}}{_REPORTS}\b"
        rf".{{0,120}}\b{_UNTRUE}\b",
    ),
    _form("denies", rf"\b(?:{CALLING})\b.*\b{_REPORTS}\b", rf"\b{_UNTRUE}\b"),
    # "no riot had taken place", "there had been no explosion".
    _form(
        "denies",
        None,
        rf"{_START}(?:no [\w -]{{2,40}} (?:had|has|have) (?:taken place|occurred|happened|been "
        r"(?:attacked|carried out|fired|given|hit|launched|shot|struck|used))|"
        rf"there (?:was|were|had been|has been|have been) no (?:[\w-]+ ){{0,2}}?{_ACT})\b",
    ),
    _form("denies", None, rf"{_START}(?:it (?:is|was|would be) )?{_UNTRUE} to \w+"),
    # "the figure of 63 was not true".
    _form(
        "denies",
        None,
        rf"{_START}(?:\d[\d,]*|(?:the|that|this) (?:figure|number|toll)s?(?: of \d[\d,]*)?) "
        rf"(?:is|are|was|were) (?:{_UNTRUE}|(?:not|n['’]t) (?:correct|right|so|true)|incorrect|"
        r"wrong)\W*$",
    ),
    _form(
        "denies",
        None,
        rf"{_START}{_OWN} (?:did|has|have|had)(?: not|n['’]t|) (?:never )?"
        r"(?:\w+ ){1,3}(?:a|one) single\b",
    ),
    _form(
        "denies",
        r"\b(?:insist|maintain|protest|reaffirm|reiterat|stress|assert)\w*",
        r"^\W*(?:on )?(?:its|his|her|their|our|my)(?: own)? innocence\b",
    ),
    # "that he was mistaken when he spoke of …": one's own words taken back.
    _form(
        "admits",
        None,
        rf"{_START}(?P<who>he|she|it|they|we|i) (?:was|were|had been) (?:mistaken|wrong|in error) "
        r"(?:when (?P=who)\b|in (?:announc|assert|claim|report|say|speak|stat)ing\b|"
        r"to have (?:announced|asserted|claimed|reported|said|spoken|stated)\b)",
    ),
    # "withdrew its account of the shooting".
    _form(
        "admits",
        r"\b(?:withdr[ae]w\w*|retract\w*|(?:took|taken|takes|walked|walks) back)\b",
        r"^\W*(?:its|his|her|their) (?:[\w'’-]+ ){0,2}?(?:accounts?|accusations?|allegations?|"
        r"claims?|denials?|figures?|remarks?|statements?|story|version)\b",
    ),
    # "no longer denies that its guns hit the clinic".
    _form("admits", r"\bno longer (?:contest|den(?:y|ies|ied)|disput)\w*", r"\w"),
    # "never claimed responsibility for it".
    _form(
        "declines",
        r"\b(?:never|(?:did|has|have|had)(?: not| never|n[’']t)) claim(?:ed|s)?\b",
        r"^\W*(?:any )?responsibility\b",
    ),
    # "said nothing at first".
    _form("declines", _SAYING, r"^\W*nothing(?: (?:at first|more|further|else|yet|to \w+))?\W*$"),
    # "said the apology was not enough": whose sorrow it is not.
    _form(
        "asserts",
        None,
        rf"{_START}(?:\w+ ){{0,2}}(?:apolog\w+|regrets?|condolences) (?:was|were|is|are|came) "
        r"(?:\w+ )?(?:not|n['’]t|hardly|never|too)\b",
    ),
    _form(
        "demands",
        None,
        rf"{_START}[^,;.]{{2,60}} must (?:now |immediately |urgently |at once |be )*{_ACTING}\b",
    ),
)
"""The first that fits decides."""


def form_of(cue: str, said: str) -> Form | None:
    """The form that a cue and a content have together, if any of :data:`FORMS` fits."""
    for form in FORMS:
        if form.cue is not None and form.cue.search(cue) is None:
            continue
        if form.said.search(said) is not None:
            return form
    return None
