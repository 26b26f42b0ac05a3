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
    "CREDIT",
    "DATA",
    "DATELINE",
    "FOOTAGE",
    "FURTHER",
    "GO_BETWEEN",
    "HAD_FROM",
    "INFORMED",
    "MEDIA",
    "MEDIA_HEAD",
    "MEDIA_WORDS",
    "ONCE_MORE",
    "PARTY",
    "QUOTED_BY",
    "QUOTES",
    "QUOTES_SAYING",
    "REPORTS",
    "SAME_SOURCE",
    "STOP",
    "THROUGH",
    "WHERE_FROM",
    "WHICH_CARRIES",
    "WHO_HAD",
    "WRITING_IN",
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
    r"\b(?:quoted|cited|quoted as saying|cited as saying|reported|carried|published|broadcast|"
    r"relayed|conveyed|transmitted|taken up|picked up|heard|passed on|passed (?:along|to us)|"
    r"forwarded|reposted|re-posted|(?<=, )shared|retweeted|republished|rebroadcast|read|read out|"
    r"aired|printed|circulated|shown|seen|obtained)(?:\s+\w+ly)?"
    r"(?:\s+(?:to|on to|for) (?:us|me|reporters|journalists))?\s+"
    r"(?:by|in|on)\s+",
    re.IGNORECASE,
)
WRITING_IN = Sought(
    r"\b(?:writ(?:es|ing|ten)|wrote|argu(?:es|ed|ing))\s+in\s+"
    r"(?:(?:the (?:pages|columns) of|an (?:article|essay) in|a column in)\s+)?"
    r"(?=[A-Z]|(?:the|its)\s)"
)
"""What stands before the paper in which somebody writes."""

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
    r",\s*(?P<who>[^,;\"“”]{2,60}?)\s+(?:(?:has|had|also|later)\s+)?(?:reports?|reported|said|"
    r"says|wrote|writes|written|reveal(?:s|ed)|learn(?:s|ed|t)|understands|claim(?:s|ed)|noted|"
    r"notes|quotes|quoted)\s*(?=[.,;]|$)|"
    r"\breported\s+by\s+(?P<by>[^,;\"“”]{2,60})",
    re.IGNORECASE,
)
CARRIED = (
    r"(?:has\s+|have\s+|also\s+)?(?:carried|carries|published|publishes|ran|runs|broadcast|"
    r"broadcasts|aired|airs|posted|released|relayed|distributed|printed|prints|passed on|"
    r"transmitted|"
    r"transmits|showed|shows|played|plays|read out|reads out|obtained|quotes|quoted)\s+"
    r"(?:to us\s+|also\s+)?"
    r"(?:a|the|an|one|two|three|some|several|parts? of (?:a|the)|from (?:a|the))\s+"
    r"(?:\w+\s+){0,2}?(?:statement|message|letter|communique|communiqué|note|recording|interview|"
    r"dispatch|text|remarks|tape|video|clip|lines?|sentences?|passages?|paragraphs?|extracts?|"
    r"excerpts?|telegram|memo|transcript|e-?mail|testimony|log|diary|post)\s+"
    r"(?:by|from|of|with|in which)(?: (?:the|a|an) (?:statement|letter|note|diary|testimony|"
    r"report) (?:by|of|from))?"
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

WHO_HAD = re.compile(
    r",?\s+(?:who|which) (?:(?:had|has|have|got|heard|took) "
    r"(?:it|this|that|heard it|the (?:\w+ ){1,2}?)\s?from|(?:was |were |had been )"
    r"(?:told|informed) by|had (?:spoken|talked) (?:to|with)|relie[sd] on)\s+"
    r"(?!us\b|me\b|reporters\b|journalists\b|(?:this|our) )",
    re.IGNORECASE,
)
"""What follows a speaker who knows it from another."""

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

QUOTES = re.compile(r"^(?:\w+ ){0,2}?(?:quot|cit)(?:es?|ed|ing)\W*$", re.IGNORECASE)
QUOTES_SAYING = re.compile(
    r"\W*(?:(?:\w+ly|has|have|had|also|later|then|which|who|continues?|continued|to) ){0,3}?"
    r"(?P<by>quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|report(?:s|ed)?|has|had|show(?:s|ed)?|hears?|heard|"
    r"recorded|filmed)\s+(?!by\b|in\b)(?P<who>[^;:\"“”.\n]{2,90}?),?\s+"
    r"(?:as\s+(?:having\s+)?\w+(?:ing|ed|id|en|ld)(?:\s+(?:of|that))?|"
    r"(?:saying|telling|stating|warning|insisting|claiming|denying|admitting|confirming|"
    r"describing|calling|asking|demanding|accusing|blaming|promising|vowing|threatening|adding|"
    r"recounting|recalling|complaining|boasting|explaining|declaring|acknowledging|conceding|"
    r"estimating|expressing|speaking of))\s*$",
    re.IGNORECASE,
)
"""From a source to its content, where it passes on another's: "quoted the mayor as saying"."""

INFORMED = Sought(
    r"\b(?:(?:on the basis of|on (?=information|figures|data)|based on|with reference to|"
    r"referring to|"
    r"rel(?:ying|ies|ied) on|with (?=data|figures|information)|received|obtained|provided|supplied|"
    r"passed on|has it from)\s*"
    r"(?:(?:\d+ )?(?:interviews|conversations|talks) (?=with)|information|data|reports?|figures?|"
    r"intelligence|word|testimon(?:y|ies)|accounts|statements|it)?\s*"
    r"(?:received|obtained|provided|supplied|collected|gathered)?\s*(?:from|by|of|with)|"
    r"(?:heard|learn(?:ed|t)) from|(?:it|he|she|they) rel(?:ies|ied|y) on)\s+",
    re.IGNORECASE,
)
DATA = re.compile(
    r"(?:\w+\s+){0,3}?(?:(?:information|data|reports?|figures?|intelligence|sources?|details|"
    r"documents|evidence|numbers|footage|records|testimony|testimonies|accounts?|estimates?|"
    r"interviews?)(?:\s+(?:received|obtained|provided|supplied|"
    r"gathered|"
    r"collected))?|\w+\s+(?:collected|gathered|compiled|provided|supplied|shared|kept|signed|"
    r"written|"
    r"drawn up|prepared|released|taken|seen))\s+(?:from|by|of)\s+",
    re.IGNORECASE,
)
STOP = re.compile(
    r"[,;:\"“”()\n]|\b(?:and through|by|that|as|saying|about|of how|who|which|how|he|she|it|they|"
    r"there|on|in|said|says|told|tells|wrote|writes|was|were|has|had|have|will|would|reports|reported|denied|"
    r"claimed|insisted|warned|blamed|accused|admitted)\b",
    re.IGNORECASE,
)
CREDIT = re.compile(r"[.!?”\"]\s*[(/](?P<who>[A-Z][\w&.’' -]{1,30})[)/]\W*$")
"""The agency that a paragraph is credited to at its end."""

FOOTAGE = Sought(
    r"\b(?:video|tape|recording|footage|film|clip|audio|confession|letter|message|testimony|"
    r"interview)\b[^,;:.\n\"“”]{0,40}?\b(?:released|posted|published|issued|distributed|circulated|"
    r"shared|put out|uploaded|aired|broadcast|shown|made public|provided|filmed|recorded)"
    r"(?: \w+ly)?(?: on [\w ]{1,30}?)? by\s+",
    re.IGNORECASE,
)
"""What stands before whoever made somebody's words public."""

DATELINE = (
    re.compile(r"^[^\W\d_][^()\n]{1,70}\((?P<who>[^()\n]{2,30})\)\s*[-—–:]"),
    re.compile(r"^[^\W\d_a-z][^()\n]{1,50}\d{1,2}\.?\s*[/(](?P<who>[^()/\n]{2,30})[/)]"),
)
