"""Patterns that show who speaks, or knows, within what somebody else passes on."""

from __future__ import annotations

import re

__all__ = [
    "HAS",
    "HAS_SAYING",
    "INNER_ACCORDING",
    "INNER_KNEW",
    "INNER_LAST",
    "INNER_SAYS",
    "INNER_TOLD",
    "INNER_TO_HIM",
    "IN_WHICH",
    "ITSELF_TOLD",
    "TOLD_BY",
]

_INNER = (
    r"\W*(?:that\s+)?(?:[Ii]n (?:it|them|the \w+),\s+)?(?P<who>(?:(?:an?|the|his|her|one|two|"
    r"three|several|some|[A-Z]|[a-z]+s\s)[^,;:?!\"“”.]{2,80}?|[a-z]{3,}(?:s|men|ople)))"
    r"(?:,[^,;:\"“”.]{2,40},)?(?<! been)(?<! was)(?<! were)(?<! be)\s+"
)
_HELPING = r"(?:(?:had|has|have|also|later|earlier|then|since|already|now|\w+ly)\s+){0,3}?"
_VERBS = (
    r"said|told|claimed|announced|confirmed|denied|admitted|conceded|acknowledged|confessed|accused|"
    r"blamed|warned|insisted|maintained|demanded|urged|asked|called|vowed|promised|pledged|"
    r"threatened|rejected|dismissed|refuted|condemned|denounced|criticised|criticized|regretted|"
    r"apologised|apologized|stated|declared|testified|wrote|written|explained|argued|complained|"
    r"recalled|recounted|described|suggested|hinted|revealed|disclosed|assured|boasted|reiterated|"
    r"withdrew|withdrawn|retracted|declined to|refused to (?:comment|say|confirm)|spoke of|"
    r"says|tells|announces|confirms|denies|admits|concedes|acknowledges|accuses|blames|warns|"
    r"insists|maintains|vows|promises|pledges|threatens|rejects|dismisses|condemns|regrets|argues|"
    r"believes|speaks of|call(?:s)? for"
)
"""Verbs of saying in the forms that a subject takes; those that may be nouns are left out."""

INNER_TOLD = re.compile(
    rf"{_INNER}(?:(?:(?:had|has|have)\s+)?(?:told|informed|assured|confessed|testified)\b|"
    r"(?:had|has|have)\s+(?:(?:\w+\s+(?:in|to) \w+ \w+ and\s+)?told|said|spoken|admitted|claimed|"
    r"written|complained|reported|described|warned|withdrawn|acknowledged|recounted|asked)\b)",
)
"""Somebody whose words are passed on within what is said."""

INNER_KNEW = re.compile(
    rf"{_INNER}(?:(?:had|has|have)\s+(?:been (?:told|informed|warned|shown)|seen|heard|watched|"
    r"witnessed|noticed|given)|(?:was|were) (?:told|informed|warned|shown))\b",
)
"""Somebody whose knowledge is passed on within what is said."""

ITSELF_TOLD = re.compile(
    r"\W*(?:that\s+)?(?P<who>(?:He|She|They|(?:an?|the|his|her|one|two|three|several|some|[A-Z])"
    r"[^,;:.]{2,80}?))(?:,[^,;:\"“”.]{2,40},)?(?<! been)(?<! was)(?<! were)(?<! be)\s+"
    r"(?:(?:had|has)\s+)?(?:told|informed)\s+(?!of\b|about\b)(?:\w+[\s’'-]?){1,4}?"
    r"\s?(?:\bthat|\bhe|\bshe|\bthey|\bit|“|\")"
)
"""A whole saying, hearer and all, within what is said."""

INNER_SAYS = re.compile(
    rf"{_INNER}(?<! who )(?<! which )(?<! that )(?<! to ){_HELPING}(?:{_VERBS})\b(?! by\b)",
)
"""A whole saying of whatever kind, where a medium passes it on."""

INNER_LAST = re.compile(
    rf"[,\"”’»]\s+(?P<who>(?:an?|the|his|her|[A-Z])[^,;:\"“”.]{{1,60}}?)\s+{_HELPING}(?:{_VERBS})\W*$",
)
"""The same with who says it at its end: "…, the mayor said"."""

INNER_ACCORDING = re.compile(
    r"\W*(?:that,?\s+)?according to\s+(?P<who>[^,;:\"“”\n]{2,70}?)"
    r"(?:,|\s(?=the |an? |it |he |she ))",
    re.IGNORECASE,
)
"""Whose word the whole content is."""

INNER_TO_HIM = re.compile(
    rf"{_INNER}{_HELPING}(?:told|informed|assured|warned|notified|(?:admitted|confessed|said|wrote|"
    r"written|complained|confirmed|confided|reported|swore|sworn) (?:to|in))\s+"
    r"(?:him|her|them|me|us|it)\b(?! to\b)",
)
"""Somebody whose words the speaker passes on, having heard them himself."""

TOLD_BY = re.compile(
    r"\b(?:it|he|she|they|we|I)\s+(?:had|has|have|was|were|am|is|are)\s+(?:\w+ly\s+)?(?:been\s+)?"
    r"(?:(?:told|informed|warned|notified|assured|advised|briefed)"
    r"(?: (?!(?:is|are|was|were|be|been|being|it|that|they|he|she|of|to)\b)\w+){0,3}? by|"
    r"(?:learn(?:t|ed)|heard|received (?:\w+ )?(?:word|information|reports?|confirmation|calls))"
    r"(?: \w+){0,2}? from)\s+",
)
"""What stands before whoever the speaker has it from."""

HAS_SAYING = re.compile(
    r"\s*(?P<who>(?:an?|the|[A-Z]|him\b|her\b)[^,;:\"“”.]{0,60}?)\s+(?:saying|recounting|telling|"
    r"say|"
    r"claiming|denying|recalling|describing|admitting|insisting|confirming|swearing)\b",
)
"""What follows a medium that "has" somebody saying something."""

HAS = re.compile(
    r"^(?:\w+ly )?(?:has|had|have|shows|showed)(?: (?:\w+ly|now|also))?$", re.IGNORECASE
)
IN_WHICH = re.compile(
    r"\b(?:statement|letter|tape|video|recording|message|interview|note|clip|memo|post|leaflet)\s+"
    r"in which\s+(?P<who>(?:the|an?|his|her|its|[A-Z])[^,;:\"“”.]{2,60}?)\s+"
    r"(?:says?|said|offers?|offered|tells?|told|claims?|claimed|den(?:ies|ied)|asks?|asked|"
    r"demands?|demanded|calls?|called|admits?|admitted|insists?|insisted|promises?|promised|"
    r"accuses?|accused|warns?|warned|speaks?|spoke|thanks?|announces?|announced)\b",
)
"""The one who speaks in a document that another passes on."""
