"""Patterns that show who relays, who informs and who is told."""

from __future__ import annotations

import re

__all__ = [
    "ABSTRACT",
    "ACCORDING",
    "AGENCY_SAYS",
    "AS_REPORTED",
    "CARRIED",
    "CARRIES",
    "CITING",
    "DATA",
    "DATELINE",
    "FURTHER",
    "INFORMED",
    "INNER_TOLD",
    "MEDIA",
    "MEDIA_HEAD",
    "MEDIA_WORDS",
    "PARTY",
    "QUOTED_BY",
    "QUOTES",
    "REPORTS",
    "STOP",
    "WHERE_FROM",
]

MEDIA = frozenset({"outlet", "agency"})
MEDIA_WORDS = re.compile(
    r"\b(?:media|television|tv|radio|news\s?agency|agency|newspapers?|broadcaster|channel|"
    r"website|press|news|daily|"
    r"newswire|wire|magazine|station|reports)\b",
    re.IGNORECASE,
)
MEDIA_HEAD = re.compile(
    r"\b(?:Times|Mail|Herald|Post|Telegraph|Tribune|Gazette|Courier|Chronicle|Globe|Star|Packet|"
    r"Examiner|Observer|Mercury|Sentinel|Standard|Express|Monitor|Journal|Dispatch|Despatch|"
    r"Lantern|"
    r"Echo|Bulletin|Argus|Enquirer|Inquirer|Daily|Weekly|Broadcasting|Wire|TV|Radio|Television|"
    r"Channel|News|Today|Tonight)\W*$"
)
"""Last words of the names of newspapers and stations."""

QUOTED_BY = re.compile(
    r"\b(?:quoted|cited|reported|carried|published|broadcast|relayed|taken up|picked up|passed on|"
    r"read out|aired|printed|circulated)(?:\s+\w+ly)?\s+(?:by|in|"
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
    r"(?:has\s+|have\s+)?(?:carried|carries|published|publishes|ran|runs|broadcast|broadcasts|"
    r"aired|"
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
    r"\b(?P<verb>citing|quoting|cited|quoted|(?:which|who) (?:cites|cited|quotes|quoted)|relaying|"
    r"relying on|(?P<vague>(?:with (?:a )?)?(?:reference|references) to|referring to|"
    r"on the (?:authority|word|evidence) of|appealing to|(?:from|in) (?:remarks|words|comments) "
    r"(?:by|from)|in the words of|invoking|with (?:data|figures|information) from|on information "
    r"(?:from|by|of)|has (?:it|this|that) from|had (?:it|this|that) from))\s+",
    re.IGNORECASE,
)
"""What stands before the one cited; ``vague`` where a medium cites by it, and others point."""

FURTHER = re.compile(
    r"[\"”’»]?,?\s+(?:(?:which|who) (?:in turn )?(?:cites|cited|quotes|quoted|quoting|relied on|"
    r"relies "
    r"on|had (?:it|this|that|heard it) from|has (?:it|this) from|heard it from|was told by|got it "
    r"from)|citing|quoting|in the words of|and through (?:him|her|it|them) to)\s+",
    re.IGNORECASE,
)
"""What follows one cited who cites another."""

INNER_TOLD = re.compile(
    r"\W*(?:that\s+)?(?P<who>(?:an?|the|his|her|one|"
    r"[A-Z])[^,;:\"“”.]{2,80}?)(?:,[^,;:\"“”.]{2,40},)?"
    r"\s+(?:(?:had|has)\s+)?(?:told|informed)\s+(?:him|her|it|them|the|his|their|an?|[A-Z]\w+)\b"
)
PARTY = re.compile(
    r"(?:an?|the|its|his|her|their|our|one|two|three|several|some|many|unnamed|unidentified|local|"
    r"senior|military|hospital|security|police|medical|diplomatic|government|well-informed|"
    r"intelligence|"
    r"market|eye)[\s-]?\w|[A-Z]\w|sources?\b|officials?\b|witnesses\b|fishermen\b|headquarters\b|"
    r"\w+ (?:sources?|officials?|circles|witnesses|staff|traders|workers|doctors|records|"
    r"documents)\b"
)
"""How a phrase begins that speaks of people, or of papers."""

ABSTRACT = re.compile(
    r"\b(?:reasons?|concerns?|need|lack|risks?|fears?|grounds|laws?|articles?|rules?|privacy|"
    r"threats?|"
    r"weather|safety|policy|policies|investigation|inquiry|example|examples|case|fact|facts|"
    r"precedent|"
    r"smuggling|conditions|threat|danger)\b",
    re.IGNORECASE,
)
"""What is cited that nobody says."""

WHERE_FROM = re.compile(
    r"\s+(?:in|at|from|close to|inside|within)\s+(?=(?:the|an?|its|his|her|their)\s|[A-Z]|"
    r"[a-z]+[,.])"
)
"""What joins a source to where it sits."""

QUOTES = re.compile(r"^(?:\w+ ){0,2}?(?:quot|cit)(?:es|ed|ing)\W*$", re.IGNORECASE)
INFORMED = re.compile(
    r"\b(?:on the basis of|on (?=information)|based on|with reference to|referring to|relying on|"
    r"received|obtained|"
    r"provided|"
    r"supplied|passed on|has it from|learned|learnt|heard)\s*"
    r"(?:information|data|reports?|figures?|intelligence|word|it)?\s*"
    r"(?:received|obtained|provided|supplied)?\s*(?:from|by|of)\s+",
    re.IGNORECASE,
)
DATA = re.compile(
    r"(?:\w+\s+){0,3}?(?:(?:information|data|reports?|figures?|intelligence|sources?|details|"
    r"documents|evidence|numbers|footage|records)(?:\s+(?:received|obtained|provided|supplied|"
    r"gathered|"
    r"collected))?|\w+\s+(?:collected|gathered|compiled|provided|supplied|shared|kept|signed|"
    r"written|"
    r"drawn up|prepared|released|taken|seen))\s+(?:from|by|of)\s+",
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
