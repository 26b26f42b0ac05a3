"""Tables of patterns: what newsrooms and comment systems print, in English.

General habits, none of one outlet. Each pattern is linear in the length of the line, and callers
hand over only the first few hundred characters of a paragraph.
"""

from __future__ import annotations

import re

__all__ = [
    "AGO",
    "BYLINE",
    "CAPTION",
    "CHAT",
    "CLOCK",
    "COMMENTS_HEAD",
    "COMMENT_META",
    "CREDIT",
    "DATE",
    "DATED_OPENING",
    "DATELINE",
    "DATE_WORD",
    "FLASH",
    "LINES_KNOWN",
    "MONTH",
    "NOTE",
    "NO_COMMENT",
    "NUMERALS",
    "PLACE_LINE",
    "RELATED",
    "RETURN",
    "SEPARATOR",
    "SHOWN",
    "SPEAKER",
    "STAMPED",
    "TIME",
    "TOOL_WORD",
    "UPDATE",
    "WEEKDAY",
    "ZONE",
]

LINES_KNOWN = 1 << 14
"""Lines whose reading each reader of lines remembers: the same is asked of a line several times."""

ZONE = (
    r"(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|IST|AEST|"
    r"AEDT|SAST|EAT|WAT|JST|KST|HKT|PKT|Z|local(?: time)?|Eastern|Central|Pacific)"
    r"(?:\s?[+-]\d{1,2}(?::?\d{2})?)?"
)
CLOCK = (
    r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?)?"
    r"|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?|(?!19|20[0-4])(?:[01]\d|2[0-3])[0-5]\d(?=\s[–—]\s)"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:hrs"
    r"|hours|GMT|UTC|BST|EST|EDT|ET))(?:\s?(?:hrs|hours))?"
    r"|noon|midnight"
)
TIME = rf"(?P<clock>{CLOCK})(?:\s*\(?(?P<zone>{ZONE})\b\)?)?"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{MONTH}\b\.?(?:,?[\s-]+\d{{4}}\b)?"
    rf"|{MONTH}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?"
    r"|\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    r")"
)

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_CARDINALS = "one two three four five six seven eight nine ten".split()
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
NUMERALS: dict[str, int] = {
    word: value
    for words in (_ORDINALS, _CARDINALS, _ROMAN)
    for value, word in enumerate(words, start=1)
}
"""Numbers as update markers spell them."""

_LEAD = r"[\s*_#>•·▪►\-–—|=~(\[«“\"]{0,12}"
_STAMP = (
    rf"(?:\s*[,(\[–—:@-]{{0,2}}\s*(?:(?:at|as of|on|posted|published)\s+)?"
    rf"(?:(?P<date>{DATE}|{WEEKDAY}|today|yesterday)[\s,–—|-]{{0,4}}(?:at\s+)?)?(?:{TIME})?\s*[)\]]?)"
)
UPDATE = re.compile(
    rf"{_LEAD}(?:(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}"
    rf"|latest|new|final|live|breaking|major|further)\s+)?"
    rf"(?P<word>updated?|updates|upd)\b"
    rf"(?:\s*(?:no\.?|number|nr\.?)?\s*#?\s*(?P<number>\d{{1,3}}(?![\d:.]\d"
    rf"|\s?[ap]\.?m|\d|(?:st|nd|rd|th)?\s+{MONTH}\b)|(?:{'|'.join(_CARDINALS)})\b"
    rf"|[IVX]{{1,4}}\b))?"
    rf"{_STAMP}"
    r"(?P<tail>[\s*_]{0,6}[\])*_]{0,3}[:–—|\-=.>]{1,3}[\s*_]{0,6}|\s*[\])*_]{1,3}\s*|\s*$|\s+)",
    re.IGNORECASE,
)
FLASH = re.compile(
    rf"{_LEAD}(?P<word>breaking(?: news)?|latest|just in|developing|newsflash|flash|new)\b{_STAMP}"
    r"(?P<tail>[\s*_]{0,6}[\])*_]{0,3}[:–—|]{1,3}[\s*_]{0,6})",
    re.IGNORECASE,
)
STAMPED = re.compile(
    rf"{_LEAD}(?:[^\w\s]{{1,3}}\s?)?(?:(?P<number>\d{{1,3}})(?:[.)]\s|\s?(?=\())\s{{0,2}}\(?)?"
    rf"(?:(?P<date>{DATE}|{WEEKDAY})[\s,–—|-]{{0,4}}(?:at\s+)?)?{TIME}"
    r"(?P<tail>\s{0,4}[\])*_]{0,3}\s{0,4}(?:[:–—|/\-=>]{1,3}\s{0,6}|[\])*_]{1,3}\s{0,6}"
    r"|\.\s(?=[A-Z\"“‘])|$|\s))",
    re.IGNORECASE,
)

NO_COMMENT = re.compile(
    r"\b(?:no immediate (?:comment|response|reaction|claim)|declined to comment"
    r"|(?:request|reached|available) for comment|"
    r"refused to comment|did not (?:immediately )?(?:respond|reply|answer)"
    r"|told reporters|according to (?:officials|police|witnesses))\b",
    re.IGNORECASE,
)
"""Phrases of reporting that readers do not write."""

SEPARATOR = re.compile(r"(?:[\s*\-_=~#•·—–.+░▪◆♦⁂]{3,}|[oO](?:\s[oO]){2,}|[xX]{3,})\Z")
"""A line of marks only; three or more of them that are not white space (checked by the caller)."""

RETURN = re.compile(
    rf"{_LEAD}(?:(?:the |our )?(?:original|initial|earlier|previous|first) "
    r"(?:story|post|report|article|text|version|dispatch|coverage)\b[^.]{0,40}(?:[:–—.-]|$)"
    r"|(?:earlier|previously|what (?:we reported|was reported) earlier"
    r"|from earlier|as reported earlier)"
    r"\s*[:–—]|earlier\s*$|previously\s*$|(?:the )?(?:story|report|article) (?:continues"
    r"|follows)\b)",
    re.IGNORECASE,
)
"""A clear return to the base story."""

NOTE = re.compile(
    rf"{_LEAD}(?:(?:editor(?:['’]?s|ial|s['’])?|ed\.?|publisher['’]s) note\b"
    rf"|editors?\s*:|correction(?:s)?\b\s*(?:[:–—(.-]|$|and )"
    r"|clarification\s*(?:[:–—(.-]|$)|note to (?:readers|editors)\b"
    r"|(?:n\.?b\.?|eds)\s*:|retraction\s*:"
    r"|(?:this|the) (?:story|article|report|post|page|piece|headline|item|copy) "
    r"(?:has been|was|is being|will be|have been)\b[^.]{0,40}?\b(?:updated?"
    r"|corrected|amended|changed|edited|clarified|revised|republished)"
    r"|translator['’]?s? (?:note|remark)\b"
    r"|this (?:live )?(?:page|blog|coverage) is (?:no longer|now)\b"
    r"|we have (?:now )?(?:closed|ended) this\b"
    r"|\((?:adds|clarifies|corrects|recasts|writes through) "
    r"|an earlier version of this\b|\(?(?:this|the) (?:story|version) (?:corrects"
    r"|updates|adds|removes|refiles)\b"
    r"|a previous (?:version|headline) (?:of this|mis)|last (?:changed|corrected) (?:on|at)\b"
    r"|(?:some )?names (?:of [\w ,]{1,40} )?(?:have been|were) (?:changed|withheld|altered)\b"
    r"|this (?:interview|transcript|conversation) (?:has been|was)(?: \w+){0,3} (?:edited|condensed"
    r"|shortened|translated)\b"
    r"|this is a (?:developing|breaking) (?:news )?story\b|this story is (?:still )?developing\b)",
    re.IGNORECASE,
)
"""An editor's note or correction."""

RELATED = re.compile(
    rf"{_LEAD}(?:(?:read|watch|see|listen)(?: more| also| next| on| now)?\s*[:–—|>»]"
    rf"|read (?:more|also|next)\b|also (?:read|see|on)\b"
    r"|related(?: (?:stories|articles|news|links|content|topics|coverage"
    r"|posts|items|reading|video))?\s*(?:[:–—|>]|$)"
    r"|(?:recommended|trending|sponsored|promoted|most (?:read|popular"
    r"|viewed|shared|commented)|top stories|editor['’]s picks?)\b[^.]{0,30}$"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|more (?:from"
    r"|on|stories|news|about|in) [^.]{0,40}$|more\s*:|see also\b"
    r"|(?:further|recommended) reading|what to read next|don['’]t miss\s*[:–—]"
    r"|in (?:pictures|photos|depth|video)\s*:|click here\b|>>|full (?:story"
    r"|coverage)\s*[:–—>])",
    re.IGNORECASE,
)
"""A link to another story."""

BYLINE = re.compile(
    rf"{_LEAD}(?:(?:by|words by|story by|written by|posted by|author"
    rf"|reporter)\s*:?\s+(?-i:[A-Z\u00c0-\u00de])[^.!?\n]{{1,90}}$"
    r"|(?:additional )?(?:reporting|writing|editing|edited|compiled) by\s+"
    r"(?-i:[A-Z\u00c0-\u00de])[^\n]{1,200}$"
    r"|from (?:our|a) [\w ]{0,30}(?:correspondents?|reporters?)\b[^.]{0,60}$"
    r"|(?:exclusive|report|analysis) by (?-i:[A-Z\u00c0-\u00de])[^.!?\n]{1,60}$"
    r"|(?:our|special|staff|foreign|diplomatic|defen[cs]e|political"
    r"|chief|senior)\s[\w ]{0,30}(?:correspondent|reporter|writer|editor"
    r"|staff)\b[^.]{0,30}$)",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’. -]{2,40}(?:, (?!"
    rf"{MONTH}\b|{WEEKDAY})[A-Z\u00c0-\u00de][\w'’.\u00c0-\u00ff -]{{1,30}}){{0,2}})"
    rf"(?:,?\s+(?:{DATE}|{WEEKDAY}))?\s*(?:\((?P<agency>[\w/ .&'’-]{{2,40}})\)\s*(?:[-–—:]"
    rf"|$)|\s[-–—]{{1,2}}\s)"
)
"""``GENEVA (Reuters) -`` at the start of a story: place in capitals, agency, dash."""

PLACE_LINE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’. -]{2,30}"
    r"(?:, (?:[A-Z\u00c0-\u00de][\w.'’]{1,20} ?){1,3}){0,2}"
    rf"(?:,? {DATE})?(?: ?\([A-Z][\w. &/]{{1,20}}\)|, [A-Z]{{2,6}})?[.:]?\Z"
)
"""``BELAR, Sarel, Nov 8`` on a line of its own: place in capitals, then country, date or agency."""

DATED_OPENING = re.compile(
    r"(?:[(\[]\s?)?"
    r"(?:[A-Z\u00c0-\u00de][\w'’.-]{1,30}(?: [A-Z\u00c0-\u00de][\w'’.-]{1,30}){0,2},\s)?"
    rf"{DATE}(?:,?\s(?:at\s)?(?:{CLOCK}))?"
    r"\s?(?:[)\]]|\([^()\n]{2,40}\)\s?[-–—:]|[-–—:|]\s)"
)
"""``Ostby, 4 May 2018 -`` or ``(4 May 2018)`` at the start of a story."""

CREDIT = re.compile(
    rf"{_LEAD}(?:(?:file )?(?:photo|image|picture|photograph|video|graphic"
    rf"|illustration|screengrab|screenshot|map|pic|photos|images)s?"
    r"(?:graphs?)?(?:\s*(?:credit|by|courtesy(?: of)?|source|from))?\s*[:/©|]"
    r"|(?:credit|source|caption|fig(?:ure)?\.?\s*\d*)\s*:|©|\(c\) ?(?:\d{4}"
    r"|AP|AFP|Reuters|Getty)|(?:AP|AFP|Reuters|Getty|EPA)\s*(?:Photo"
    r"|/)|photo(?:graph)? by\b)",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re)|top|bottom|far (?:left|right)"
    r"|\d(?:nd|rd|st|th) [LR]|back|front|rear)\)"
    r"|\b(?:file (?:photo|photograph|picture|image|footage)|pictured"
    r"|handout|undated|in this (?:\w+ ){0,5}(?:photo|image|picture|frame grab"
    r"|video)|"
    r"screen ?(?:shot|grab)|seen here|shown here|archive photo|stock photo"
    r"|aerial view|frame grab)\b"
    r"|\b(?:AP Photo|Getty Images|AFP Photo|EPA-EFE|Shutterstock|Photograph:"
    r"|Photo:|Image:|Picture:|Handout)"
    r"|[(/](?:AP|Reuters|REUTERS|AFP|Getty|EPA|Xinhua|Anadolu)[^()]{0,40}\)?\.?$"
    r"|,? (?:left|right|cent(?:er|re)), (?=[a-z])",
)
"""Words that only captions have: sides of the picture, file photographs, credits."""

SHOWN = re.compile(
    r"\b(?:seen|shown|pictured|photographed|stands?|sits?|walks?|arrives?|leaves?|speaks?|looks?|"
    r"holds?|carr(?:y|ies)|gestures?|waves?|attends?|inspects?|gathers?|watch(?:es)?|poses?|"
    r"steps?|shakes?|greets?|addresses|walking|standing|sitting|speaking|holding|carrying)\b"
)
"""What people and things do in pictures: captions are in the present tense."""

COMMENTS_HEAD = re.compile(
    rf"{_LEAD}(?:[^\w\s]{{1,2}}\s)?(?:(?:\d[\d,.]*\s+|(?:view|read|show|see|hide|all|your|latest|top"
    rf"|readers?['’]?s?['’]?|recent|user)\s+){{0,3}}"
    r"(?:comments?|responses|replies|discussion|thoughts|reactions)\s*(?:\(?\d[\d,.]*\)?)?\s*(?:on\s.{0,120}"
    r"|so far|below|closed)?[:.]?"
    r"|(?:join the |start the )?(?:conversation|discussion|debate)|have your say"
    r"|what do you think\??|leave a (?:comment|reply)|post a comment|add (?:a|your) comment"
    r"|(?:sort|order|sorted) by.{0,60}|(?:log|sign) ?in to (?:comment|reply|post).{0,60})\Z",
    re.IGNORECASE,
)

_AGO = (
    r"(?:(?:about |over |an? |\d+\s*)(?:second|sec|minute|min|hour|hr"
    r"|day|week|month|year)s?\.?\s+ago|\d+\s?(?:[smhdwy]|mo|min|hrs?)\b"
    r"|just now|yesterday|moments ago)"
)
AGO = re.compile(_AGO, re.IGNORECASE)
"""How long ago, as comment systems print it."""

COMMENT_META = re.compile(
    rf"{_LEAD}(?:"
    r"(?:posted|comment(?:ed)?|written|submitted) (?:by|from)\s*:?\s*"
    r"(?P<poster>[^\n]{1,60}?)(?:\s+(?:(?:on|at|,|\|)\s*"
    rf"|(?={CLOCK}|{DATE}))(?P<when>[^\n]{{4,40}}))?"
    rf"|(?P<author>[^\n:!?]{{1,40}}?)\s*(?:[·•|,–—@-]\s*|\s{{1,4}}|\(\s*)(?:(?:posted"
    rf"|commented|replied|on|at)\s+)?(?P<time>{_AGO}|{DATE}(?:[\s,–—|-]{{0,4}}(?:at\s+)?(?:{CLOCK})(?:\s*{ZONE})?)?"
    rf"|{WEEKDAY},?\s+\d\d/\d\d/\d{{4}}\s*-?\s*\d\d:\d\d)\)?[\s·•|]*(?:reply"
    rf"|permalink|edited|#)?"
    rf"|(?P<sayer>[^\n:!?]{{1,40}}?)\s+(?:says|said|wrote|writes|commented"
    rf"|replied)(?:\s+(?:on|at)?\s*(?P<said>{_AGO}|{DATE}[^\n]{{0,20}}))?\s*(?::|\.\.\.|…)"
    r")\s*\Z",
    re.IGNORECASE,
)
"""A line that names a comment's author and time, as comment systems print them."""

SPEAKER = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’ -]{1,30}(?: \([^()\n]{1,30}\))?:\s")
"""``QUILN: Good evening.``: who speaks, in capitals, in a transcript."""

CHAT = re.compile(
    r"(?P<author>@\w[\w.-]{1,24}|[^\W_][\w.-]{1,24}(?=\s{2}|\t))\s{1,6}(?P<time>\d{1,2}[:.]\d\d)\s{1,6}(?=\S)"
)
"""``@name  22:40   what they say``: author and time before a comment on the same line."""

TOOL_WORD = re.compile(
    r"\b(?:reply|likes?|dislike|share"
    r"|report(?: (?:abuse|post|comment|this(?: (?:post|comment))?))?"
    rf"|flag(?: as inappropriate)?|permalink|quote|recommend(?:ed)?"
    rf"|(?:up|down)votes?|vote (?:up|down)|edit(?:ed)?|delete|click to rate|show (?:more|less"
    rf"|replies)|view repl\w+|log ?in to (?:reply|vote)|in reply to|replies"
    rf"|\d+ repl\w+)\b"
    rf"|{_AGO}|\d+",
    re.IGNORECASE,
)

DATE_WORD = re.compile(
    r"\b(?:first |last |originally |date )?(?:published|posted|updated?"
    r"|modified|created|added|revised|edited|issued|date)\b"
    rf"|{DATE}|{WEEKDAY}|\b(?:{CLOCK})|\b{ZONE}\b"
    r"|\b(?:at|on|and|edition|ago|today|yesterday|minutes?|hours?|days?|min|read|in)\b|\d+",
    re.IGNORECASE,
)
