"""Subjects and clause ends around a verb, without a parser."""

from __future__ import annotations

import re

from counterclaim.actors import Cast
from counterclaim.statements.drafts import Range
from counterclaim.statements.spans import LONGEST_CLAUSE, trim
from counterclaim.statements.story import Story

__all__ = ["clause_end", "names_somebody", "subject_before"]

_BOUNDARY = re.compile(
    r"[;:—–\"“”()]|,|\b(?:after|as|while|but|and|when|that|because|before|although|though|where|"
    r"since|if|or"
    r"|with|which|who)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:\W*(?:(?:update|updated)\b[^:]{0,20}:|meanwhile|however|earlier|later|then|now|also|"
    r"but|and|yet|still|"
    r"subsequently|after|as|while|when|for (?:its|his|her|their) part|on its part|in (?:a|the|"
    r"an) \w+ ?\w*|"
    r"(?:on|last|early|late|this) \w+(?:day|week|month|night|morning|afternoon|evening)(?: night|"
    r" morning)?|(?:on the|at|by) \d[\d:.]*(?:st|nd|rd|th)?(?: (?:am|pm|of \w+))?|"
    r"on the other hand|today|yesterday|overnight|hours (?:later|earlier)|minutes later|"
    r"separately|instead|"
    r"nevertheless|so|that|because|although|though|if|both|even|only|just|moments ago|shortly "
    r"thereafter)\b)+[\s,]*",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,]*\b(?:has|have|had|is|was|were|are|also|again|repeatedly|later|immediately|"
    r"officially|formally|"
    r"publicly|flatly|strongly|angrily|quickly|already|since|now|then|earlier|meanwhile|"
    r"subsequently|in turn|"
    r"today|yesterday|tonight|reportedly|finally|initially|long|categorically|vehemently|both|"
    r"did|does|do|not|"
    r"never|for (?:its|his|her|their) part|on (?:its|his|her|their) part|on \w+day(?: \w+)?|last "
    r"\w+|"
    r"this \w+|to|went on|would|will|swiftly|sharply|promptly|firmly|effectively|openly|just|so "
    r"far|"
    r"consistently|directly|indirectly|previously|privately|once|twice|once again|"
    r"further)\b)+[\s,]*$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\s*\b(?:is|are|was|were|has|have|had|said|says|will|would|did|does|issued|issues|reported|"
    r"reports|responded|"
    r"responds|expressed|called|calls|confirmed|announced|told|struck|killed|hit|put|made|makes|"
    r"held|released|accuses|accused|denies|denied|admits|admitted|vows|vowed|demanded|condemns|"
    r"condemned|rejects|rejected)\b",
    re.IGNORECASE,
)
"""A verb inside what should be a subject: the subject ends before it."""

_RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom)\W*$", re.IGNORECASE)
_COORDINATED = re.compile(r"\b(?:and|or|but)$", re.IGNORECASE)
"""How an object ends before a second verb, whose subject stands further up."""

_ENDS = re.compile(
    r";|\s[—–-]\s|,?\s(?:but|while|whereas|although|though)\s|,\s(?:after|as|adding|saying|and|"
    r"when|with|which|"
    r"telling|citing|insisting|calling|claiming|hours|days|a day|even)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*(?:citing|quoting|referring to|with reference to|according to|first among|"
    r"among (?:them|others)|through|via|relying on|based on|asked|speaking|contacted|reached)\s",
    re.IGNORECASE,
)
"""How a segment between commas begins that stands beside the subject and is not it."""

_COMMON_SUBJECT = re.compile(
    r"(?:he|she|it|they|we|i|who)|(?:the|a|an|its|his|her|their|local|several|two|three|"
    r"some|(?:state|public|private)(?= (?:television|radio|tv|media|news)))\s[\w' -]{2,60}",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
_LONGEST = 220
"""Code points before a verb within which its subject begins."""


def names_somebody(cast: Cast, start: int, end: int) -> bool:
    """Whether the range holds a mention, or resolves to somebody by its words."""
    if cast.named(start, end):
        return True
    text = cast.text[start:end].strip()
    named = _COMMON_SUBJECT.fullmatch(text) or _NAME.fullmatch(text)
    return bool(named) and cast.identify(start, end).actor is not None


def subject_before(story: Story, cast: Cast, sentence: Range, verb: int) -> Range | None:
    """The noun phrase before the verb at ``verb`` that names who does it, or ``None``.

    The nearest segment between clause boundaries is taken; appositions and relative clauses that
    stand between ("X, who runs Y, denied") belong to it.
    """
    low = max(sentence[0], verb - _LONGEST)
    cuts = [m.span() for m in _BOUNDARY.finditer(story.text, low, verb)]
    options = [(low, low), *cuts]
    end = verb
    for cut, position in reversed(options):
        if cut < position and _BESIDE.match(story.text, position, end) is not None:
            end = cut
            continue
        found = _cleaned(story.text, position, end)
        if found is not None and _COORDINATED.search(story.text, *found):
            continue
        if found is not None and names_somebody(cast, *found):
            if _RELATIVE.search(story.text[found[0] : found[1]]):
                return None
            return _widened(story, cast, sentence, found)
    return None


def _cleaned(text: str, start: int, end: int) -> Range | None:
    """The range without adverbs before and auxiliaries after."""
    piece = text[start:end]
    trailing = _TRAILING.search(piece)
    if trailing:
        piece = piece[: trailing.start()]
    leading = _LEADING.match(piece)
    offset = leading.end() if leading else 0
    verb = _FINITE.search(piece, offset)
    if verb:
        piece = piece[: verb.start()]
    if offset >= len(piece.rstrip()):
        return None
    return trim(text, start + offset, start + len(piece))


def _widened(story: Story, cast: Cast, sentence: Range, found: Range) -> Range:
    """The range with the role that stands before a name after a comma: "its spokesman, Jan Tol"."""
    low = max(sentence[0], found[0] - _LONGEST)
    before = story.text[low : found[0]]
    if not before.endswith(", "):
        return found
    start = max(before.rfind(mark, 0, len(before) - 2) for mark in (",", ";", ":", "”", '"', ". "))
    role = _cleaned(story.text, low + start + 1, found[0] - 2)
    if role is None or role[1] - role[0] > 90:
        return found
    whole = cast.identify(role[0], found[1])
    name = cast.identify(*found)
    same = whole.actor == name.actor and whole.kind == "person"
    words = story.text[role[0] : role[1]].split()
    return (
        (role[0], found[1]) if same and len(words) > 1 and not words[0].endswith("ing") else found
    )


def clause_end(story: Story, sentence: Range, start: int) -> int:
    """Where the clause that begins at ``start`` ends: its sentence's end or a boundary before."""
    end = min(sentence[1], start + LONGEST_CLAUSE)
    while end > start and story.text[end - 1] in ".!?…":
        end -= 1
    for match in _ENDS.finditer(story.text, start, end):
        quotation = story.quotation_at(match.start())
        if quotation is None or quotation.start < start:
            return match.start()
    return end
