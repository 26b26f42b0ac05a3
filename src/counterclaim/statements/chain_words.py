"""Patterns that show who relays, who informs and who is told."""

from __future__ import annotations

import re

from counterclaim.language import Sought

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
    "GO_BETWEEN",
    "HAD_FROM",
    "HAS",
    "HAS_SAYING",
    "INFORMED",
    "INNER_KNEW",
    "INNER_TOLD",
    "IN_WHICH",
    "ITSELF_TOLD",
    "MEDIA",
    "MEDIA_HEAD",
    "MEDIA_WORDS",
    "ONCE_MORE",
    "PARTY",
    "QUOTED_BY",
    "QUOTES",
    "REPORTS",
    "SAME_SOURCE",
    "STOP",
    "THROUGH",
    "WHERE_FROM",
    "WHICH_CARRIES",
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

QUOTED_BY = Sought(
    r"\b(?:quoted|cited|reported|carried|published|broadcast|relayed|conveyed|transmitted|taken up|"
    r"picked up|passed on|passed (?:along|to us)|forwarded|read|read out|aired|printed|circulated|"
    r"shown|seen|obtained)(?:\s+\w+ly)?(?:\s+(?:to|on to|for) (?:us|me|reporters|journalists))?\s+"
    r"(?:by|in|on)\s+",
    re.IGNORECASE,
)
AS_REPORTED = Sought(
    r"\bas\s+(?P<who>[^,;\"“”]{2,60}?)\s*(?:report(?:s|ed)|put it|puts it|notes|noted|has it|wrote|"
    r"writes|relays|relayed|conveys|conveyed|quotes|quoted|recorded|records|says|tells it)\b"
    r"(?! (?:a|an|the) [a-z])",
    re.IGNORECASE,
)
WHICH_CARRIES = Sought(
    r"\b(?:whom|which|that)\s+(?P<who>(?:the |"
    r"The )?[^,;:\"“”\s]{2,30}(?: [^,;:\"“”\s]{2,30}){0,3}?)\s+"
    r"(?P<by>quotes?|quoted|cites?|cited|prints?|printed|carries|carried|published|publishes|aired|"
    r"has|obtained|broadcast)\b(?! to\b)",
)
"""The medium after words that it has: "whom the Bureau quotes", "a letter that the Times has"."""

THROUGH = Sought(
    r"\b(?:[Tt]hrough|[Vv]ia|[Bb]y way of)\s+(?=(?:his|her|its|their|an?|the)\s|[A-Z])",
)
"""What stands before somebody who speaks for another."""

GO_BETWEEN = re.compile(
    r"\b(?:lawyers?|attorneys?|counsel|solicitors?|barristers?|interpreter|translator|wife|husband|"
    r"daughter|son|mother|father|brother|sister|relatives?|family|friends?|mediators?|"
    r"intermediary|intermediaries|embassy|agent|secretary|aides?|press (?:service|office|"
    r"secretary)|"
    r"spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
"""Who passes on another's words."""
AGENCY_SAYS = Sought(
    r",\s*(?P<who>[^,;\"“”]{2,60}?)\s+(?:reports|reported|has reported)\s*(?=[.,;]|$)|"
    r"\breported\s+by\s+(?P<by>[^,;\"“”]{2,60})",
    re.IGNORECASE,
)
CARRIED = (
    r"(?:has\s+|have\s+|also\s+)?(?:carried|carries|published|publishes|ran|runs|broadcast|"
    r"broadcasts|aired|airs|posted|released|relayed|distributed|printed|prints|passed on|"
    r"transmitted|"
    r"transmits|showed|shows|played|plays|read out)\s+(?:to us\s+|also\s+)?(?:a|the|an)\s+"
    r"(?:\w+\s+){0,2}?(?:statement|message|letter|communique|communiqué|note|recording|interview|"
    r"dispatch|text|remarks|tape|video|clip)\s+(?:by|from|of|with|in which)"
)
"""What a medium does with somebody's words."""

CARRIES = Sought(rf"\b(?P<who>[^,;:\"“”.]{{2,60}}?)\s(?P<by>{CARRIED})\s")
REPORTS = Sought(
    r"\b(?P<who>[^,;:\"“”.]{2,60}?)\s+(?P<by>(?:has\s+)?(?:reported|reports|writes|wrote))\s+that\b"
)
ACCORDING = Sought(r"\baccording to\s+(?P<who>[^,;\"“”]{2,70})", re.IGNORECASE)
CITING = Sought(
    r"\b(?P<verb>citing|quoting|cited|quoted|(?:which|who) (?:cites|cited|quotes|quoted)|relaying|"
    r"relying on|(?P<vague>(?:with (?:a )?)?(?:reference|references) to|referring to|pointing to|"
    r"taking up|picking up|leaning on|drawing on|on the strength of|"
    r"on the (?:authority|word|evidence) of|appealing to|(?:from|in) (?:remarks|words|comments) "
    r"(?:by|from)|in the words of|invoking|with (?:data|figures|information) from|on information "
    r"(?:from|by|of)|has (?:it|this|that) from|had (?:it|this|that) from))\s+",
    re.IGNORECASE,
)
"""What stands before the one cited; ``vague`` where a medium cites by it, and others point."""

FURTHER = re.compile(
    r"[\"”’»]?,?\s+(?:(?:which|who|itself|himself|herself|themselves) (?:in turn )?"
    r"(?:cites|cited|quotes|quoted|quoting|relied on|relies on)|citing|quoting|in the words of)\s+",
    re.IGNORECASE,
)
"""What follows one cited who cites another."""

HAD_FROM = re.compile(
    r"[\"”’»]?,?\s+(?:(?:which|who|itself|himself|herself|themselves) (?:in turn )?"
    r"(?:(?:had|has|have|got|heard|took) (?:it|this|that|heard it|the (?:\w+ ){1,2}?)\s?from|"
    r"(?:was |were )?(?:told|informed) by|said (?:he|she|it|they) (?:had|was|were) (?:been )?told "
    r"(?:(?:it|this|so|as much) )?by|(?:had )?(?:spoken|talked|spoke) to|had asked)|"
    r"and through (?:him|her|it|them) to)\s+",
    re.IGNORECASE,
)
"""What follows one cited who knows it from another."""

_INNER = (
    r"\W*(?:that\s+)?(?P<who>(?:an?|the|his|her|one|two|three|several|some|[A-Z]|[a-z]+s\s)"
    r"[^,;:\"“”.]{2,80}?)(?:,[^,;:\"“”.]{2,40},)?(?<! been)(?<! was)(?<! were)(?<! be)\s+"
)
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

ONCE_MORE = re.compile(
    r"^(?:\w+ly )?(?:adds?|added|went on|continued|goes on|continues)\b", re.IGNORECASE
)
"""Cues by which somebody goes on with what was said just before."""

SAME_SOURCE = re.compile(
    r"\b(?:from|citing|quoting) the same (?:\w+ )?(?:source|report|official)\b"
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
INFORMED = Sought(
    r"\b(?:(?:on the basis of|on (?=information|figures|data)|based on|with reference to|"
    r"referring to|"
    r"rel(?:ying|ies|ied) on|with (?=data|figures|information)|received|obtained|provided|supplied|"
    r"passed on|has it from)\s*"
    r"(?:information|data|reports?|figures?|intelligence|word|it)?\s*"
    r"(?:received|obtained|provided|supplied)?\s*(?:from|by|of)|(?:heard|learn(?:ed|t)) from|"
    r"(?:it|he|she|they) rel(?:ies|ied|y) on)\s+",
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
    r"[,;:\"“”()\n]|\b(?:and through|by|that|as|saying|about|of how|who|which|how|he|she|it|they|"
    r"there|on|in)\b",
    re.IGNORECASE,
)
DATELINE = (
    re.compile(r"^[^\W\d_][^()\n]{1,70}\((?P<who>[^()\n]{2,30})\)\s*[-—–:]"),
    re.compile(r"^[^\W\d_a-z][^()\n]{1,50}\d{1,2}\.?\s*[/(](?P<who>[^()/\n]{2,30})[/)]"),
)
