"""Patterns that show who relays, who informs and who is told."""

from __future__ import annotations

import re

__all__ = [
    "ACCORDING",
    "AGENCY_SAYS",
    "AS_REPORTED",
    "CARRIED",
    "CARRIES",
    "CITING",
    "DATA",
    "DATELINE",
    "INFORMED",
    "MEDIA",
    "MEDIA_WORDS",
    "QUOTED_BY",
    "QUOTES",
    "REPORTS",
    "STOP",
    "TOLD",
]

MEDIA = frozenset({"outlet", "agency"})
MEDIA_WORDS = re.compile(
    r"\b(?:media|television|tv|radio|news\s?agency|agency|newspapers?|broadcaster|channel|"
    r"website|press|news|daily|"
    r"newswire|wire|magazine|station|reports)\b",
    re.IGNORECASE,
)
QUOTED_BY = re.compile(
    r"\b(?:quoted|cited|reported|carried|published|broadcast|relayed)(?:\s+\w+ly)?\s+(?:by|in|"
    r"on)\s+",
    re.IGNORECASE,
)
AS_REPORTED = re.compile(
    r"\bas\s+(?P<who>[^,;\"“”]{2,60}?)\s*(?:report(?:s|ed)|put it|notes|noted|has it|wrote|writes)",
    re.IGNORECASE,
)
AGENCY_SAYS = re.compile(
    r",\s*(?P<who>[^,;\"“”]{2,60}?)\s+(?:reports|reported|has reported)\s*(?=[.,;]|$)|"
    r"\breported\s+by\s+(?P<by>[^,;\"“”]{2,60})",
    re.IGNORECASE,
)
CARRIED = (
    r"(?:has\s+|have\s+)?(?:carried|carries|published|publishes|ran|runs|broadcast|broadcasts|aired|"
    r"airs|posted|released|relayed|distributed)\s+(?:a|the|an)\s+(?:\w+\s+){0,2}?(?:statement|"
    r"message|letter|communique|communiqué|note|recording|interview|dispatch|text|remarks)\s+"
    r"(?:by|from|of|with)"
)
"""What a medium does with somebody's words."""

CARRIES = re.compile(rf"\b(?P<who>[^,;:\"“”.]{{2,60}}?)\s(?P<by>{CARRIED})\s")
REPORTS = re.compile(
    r"\b(?P<who>[^,;:\"“”.]{2,60}?)\s+(?P<by>(?:has\s+)?(?:reported|reports|writes|wrote))\s+that\b"
)
ACCORDING = re.compile(r"\baccording to\s+(?P<who>[^,;\"“”]{2,70})", re.IGNORECASE)
CITING = re.compile(
    r"\b(?P<verb>citing|quoting|cited|quoted|which cited|relaying)\s+", re.IGNORECASE
)
QUOTES = re.compile(r"^(?:\w+ ){0,2}?(?:quot|cit)(?:es|ed|ing)\W*$", re.IGNORECASE)
INFORMED = re.compile(
    r"\b(?:on the basis of|based on|with reference to|referring to|relying on|received|obtained|"
    r"provided|"
    r"supplied|passed on|has it from|learned|learnt|heard)\s*"
    r"(?:information|data|reports?|figures?|intelligence|word|it)?\s*"
    r"(?:received|obtained|provided|supplied)?\s*(?:from|by|of)\s+",
    re.IGNORECASE,
)
DATA = re.compile(
    r"(?:\w+\s+){0,3}?(?:information|data|reports?|figures?|intelligence|sources?|details|"
    r"documents|evidence|numbers|"
    r"footage|records)(?:\s+(?:received|obtained|provided|supplied|gathered|"
    r"collected))?\s+(?:from|by|of)\s+",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:told|tells|telling|informed|informs|assured|briefed|"
    r"in an interview (?:with|to)|speaking to|spoke to|in remarks to|in comments to|said to|in a "
    r"letter to|"
    r"in an? \w+ (?:interview )?(?:with|to))\s+",
    re.IGNORECASE,
)
STOP = re.compile(
    r"[,;:\"“”()\n]|\b(?:that|as|saying|about|of how|who|which|how|he|she|it|they|there|on|in)\b",
    re.IGNORECASE,
)
DATELINE = (
    re.compile(r"^[^\W\d_][^()\n]{1,70}\((?P<who>[^()\n]{2,30})\)\s*[-—–:]"),
    re.compile(r"^[^\W\d_a-z][^()\n]{1,50}\d{1,2}\.?\s*[/(](?P<who>[^()/\n]{2,30})[/)]"),
)
