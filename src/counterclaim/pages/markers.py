"""What the words of a line say about its place on a page: tables of patterns, and one reader each.

The patterns are general newsroom and comment-system habits in English; each is linear in the length
of the line, and only the first few hundred characters of a paragraph are looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = [
    "BYLINE",
    "CAPTION",
    "COMMENTS_HEAD",
    "COMMENT_META",
    "CREDIT",
    "DATE",
    "DATELINE",
    "NOTE",
    "RELATED",
    "RETURN",
    "TIME",
    "Marker",
    "is_comment_tool",
    "is_date_line",
    "is_separator",
    "read_marker",
]

ZONE = (
    r"(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|IST|AEST|"
    r"AEDT|SAST|EAT|WAT|JST|KST|HKT|PKT|Z|local(?: time)?|Eastern|Central|Pacific)"
    r"(?:\s?[+-]\d{1,2}(?::?\d{2})?)?"
)
CLOCK = (
    r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?)?"
    r"|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?|(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:hrs|hours|GMT|UTC|BST|EST|EDT|ET))(?:\s?(?:hrs|hours))?"
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
_UPDATE = re.compile(
    rf"{_LEAD}(?:(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}|latest|new|final|live|breaking|major|further)\s+)?"
    rf"(?P<word>updated?|updates)\b"
    rf"(?:\s*(?:no\.?|number|nr\.?)?\s*#?\s*(?P<number>\d{{1,3}}(?![\d:.]\d|\s?[ap]\.?m|\d|(?:st|nd|rd|th)?\s+{MONTH}\b)|(?:{'|'.join(_CARDINALS)})\b|[IVX]{{1,4}}\b))?"
    rf"{_STAMP}"
    r"(?P<tail>[\s*_]{0,6}[\])*_]{0,3}[:–—|\-=.>]{1,3}[\s*_]{0,6}|\s*[\])*_]{1,3}\s*|\s*$|\s+)",
    re.IGNORECASE,
)
_FLASH = re.compile(
    rf"{_LEAD}(?P<word>breaking(?: news)?|latest|just in|developing|newsflash|flash|new)\b{_STAMP}"
    r"(?P<tail>[\s*_]{0,6}[\])*_]{0,3}[:–—|]{1,3}[\s*_]{0,6})",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    rf"{_LEAD}(?:(?P<date>{DATE}|{WEEKDAY})[\s,–—|-]{{0,4}}(?:at\s+)?)?{TIME}"
    r"(?P<tail>\s{0,4}[\])*_]{0,3}\s{0,4}(?:[:–—|\-=>]{1,3}\s{0,6}|[\])*_]{1,3}\s{0,6}|$|\s))",
    re.IGNORECASE,
)

SEPARATOR = re.compile(r"(?:[\s*\-_=~#•·—–.+░▪◆♦⁂]{3,}|[oO](?:\s[oO]){2,}|[xX]{3,})\Z")
"""A line of marks only; three or more of them that are not white space (checked by the caller)."""

RETURN = re.compile(
    rf"{_LEAD}(?:(?:the |our )?(?:original|initial|earlier|previous|first) "
    r"(?:story|post|report|article|text|version|dispatch|coverage)\b[^.]{0,40}(?:[:–—.-]|$)"
    r"|(?:earlier|previously|what (?:we reported|was reported) earlier|from earlier|as reported earlier)"
    r"\s*[:–—]|earlier\s*$|previously\s*$|(?:the )?(?:story|report|article) (?:continues|follows)\b)",
    re.IGNORECASE,
)
"""A clear return to the base story."""

NOTE = re.compile(
    rf"{_LEAD}(?:(?:editor(?:['’]?s|ial|s['’])?|ed\.?|publisher['’]s) note\b|editors?\s*:|correction(?:s)?\b\s*(?:[:–—(.-]|$|and )"
    r"|clarification\s*(?:[:–—(.-]|$)|note to (?:readers|editors)\b|(?:n\.?b\.?|eds)\s*:|retraction\s*:"
    r"|(?:this|the) (?:story|article|report|post|page|piece|headline|item|copy) "
    r"(?:has been|was|is being|will be|have been)\b[^.]{0,40}?\b(?:updated?|corrected|amended|changed|edited|clarified|revised|republished)"
    r"|an earlier version of this\b|\(?(?:this|the) (?:story|version) (?:corrects|updates|adds|removes|refiles)\b)",
    re.IGNORECASE,
)
"""An editor's note or correction."""

RELATED = re.compile(
    rf"{_LEAD}(?:(?:read|watch|see|listen)(?: more| also| next| on| now)?\s*[:–—|>»]|read (?:more|also|next)\b|also (?:read|see|on)\b"
    r"|related(?: (?:stories|articles|news|links|content|topics|coverage|posts|items|reading|video))?\s*(?:[:–—|>]|$)"
    r"|(?:recommended|trending|sponsored|promoted|most (?:read|popular|viewed|shared|commented)|top stories|editor['’]s picks?)\b[^.]{0,30}$"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|more (?:from|on|stories|news|about|in) [^.]{0,40}$|more\s*:|see also\b"
    r"|(?:further|recommended) reading|what to read next|don['’]t miss\s*[:–—]|in (?:pictures|photos|depth|video)\s*:|click here\b|>>|full (?:story|coverage)\s*[:–—>])",
    re.IGNORECASE,
)
"""A link to another story."""

BYLINE = re.compile(
    rf"{_LEAD}(?:(?:by|words by|story by|written by|posted by|author|reporter)\s*:?\s+(?-i:[A-Z\u00c0-\u00de])[^.!?\n]{{1,90}}$"
    r"|(?:additional )?(?:reporting|writing|editing|edited|compiled) by\s+(?-i:[A-Z\u00c0-\u00de])[^\n]{1,200}$"
    r"|(?:our|special|staff|foreign|diplomatic|defen[cs]e|political|chief|senior)\s[\w ]{0,30}(?:correspondent|reporter|writer|editor|staff)\b[^.]{0,30}$)",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’. -]{2,40}(?:, (?!"
    rf"{MONTH}\b|{WEEKDAY})[A-Z\u00c0-\u00de][\w'’.\u00c0-\u00ff -]{{1,30}}){{0,2}})"
    rf"(?:,?\s+(?:{DATE}|{WEEKDAY}))?\s*(?:\((?P<agency>[\w/ .&'’-]{{2,40}})\)\s*(?:[-–—:]|$)|\s[-–—]{{1,2}}\s)"
)
"""``GENEVA (Reuters) -`` at the start of a story: place in capitals, agency, dash."""

CREDIT = re.compile(
    rf"{_LEAD}(?:(?:file )?(?:photo|image|picture|photograph|video|graphic|illustration|screengrab|screenshot|map|pic|photos|images)s?"
    r"(?:graphs?)?(?:\s*(?:credit|by|courtesy(?: of)?|source|from))?\s*[:/©|]"
    r"|(?:credit|source|caption|fig(?:ure)?\.?\s*\d*)\s*:|©|\(c\) ?(?:\d{4}|AP|AFP|Reuters|Getty)|(?:AP|AFP|Reuters|Getty|EPA)\s*(?:Photo|/)|photo(?:graph)? by\b)",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re)|top|bottom|far (?:left|right)|\d(?:nd|rd|st|th) [LR]|back|front|rear)\)"
    r"|\b(?:file (?:photo|photograph|picture|image|footage)|pictured|handout|undated|in this (?:\w+ ){0,5}(?:photo|image|picture|frame grab|video)|"
    r"screen ?(?:shot|grab)|seen here|shown here|archive photo|stock photo|aerial view|frame grab)\b"
    r"|\b(?:AP Photo|Getty Images|AFP Photo|EPA-EFE|Shutterstock|Photograph:|Photo:|Image:|Picture:|Handout)"
    r"|[(/](?:AP|Reuters|REUTERS|AFP|Getty|EPA|Xinhua|Anadolu)[^()]{0,40}\)?\.?$|,? (?:left|right|cent(?:er|re)), (?=[a-z])",
)
"""Words that only captions have: sides of the picture, file photographs, credits."""

COMMENTS_HEAD = re.compile(
    rf"{_LEAD}(?:(?:\d[\d,.]*\s+|(?:view|read|show|see|hide|all|readers?['’]?s?['’]?|your|latest|top|recent|user)\s+){{0,3}}"
    r"(?:comments?|responses|replies|discussion|thoughts|reactions)\s*(?:\(?\d[\d,.]*\)?)?\s*(?:on\s.{0,120}|so far|below|closed)?[:.]?"
    r"|(?:join the |start the )?(?:conversation|discussion|debate)|have your say|what do you think\??|leave a (?:comment|reply)|post a comment|add (?:a|your) comment"
    r"|(?:sort|order|sorted) by.{0,60}|(?:log|sign) ?in to (?:comment|reply|post).{0,60})\Z",
    re.IGNORECASE,
)

_AGO = (
    r"(?:(?:about |over |an? |\d+\s*)(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\s+ago|\d+\s?(?:[smhdwy]|mo|min|hrs?)\b"
    r"|just now|yesterday|moments ago)"
)
COMMENT_META = re.compile(
    rf"{_LEAD}(?:"
    rf"(?P<author>[^\n:.!?]{{1,40}}?)\s*(?:[·•|,–—@-]\s*|\s{{1,4}}|\(\s*)(?:(?:posted|commented|replied|on|at)\s+)?(?P<time>{_AGO}|{DATE}(?:[\s,–—|-]{{0,4}}(?:at\s+)?(?:{CLOCK})(?:\s*{ZONE})?)?|{WEEKDAY},?\s+\d\d/\d\d/\d{{4}}\s*-?\s*\d\d:\d\d)\)?[\s·•|]*(?:reply|permalink|edited|#)?"
    r"|(?:posted|comment(?:ed)?|written|submitted) (?:by|from)\s*:?\s*(?P<poster>[^\n]{1,60}?)(?:\s+(?:on|at|,|\|)\s*(?P<when>[^\n]{4,40}))?"
    rf"|(?P<sayer>[^\n:.!?]{{1,40}}?)\s+(?:says|said|wrote|writes|commented|replied)(?:\s+(?:on|at)?\s*(?P<said>{_AGO}|{DATE}[^\n]{{0,20}}))?\s*:"
    r")\s*\Z",
    re.IGNORECASE,
)
"""A line that names a comment's author and time, as comment systems print them."""

_TOOL_WORD = re.compile(
    rf"\b(?:reply|likes?|dislike|share|report(?: abuse| this comment)?|flag(?: as inappropriate)?|permalink|quote|recommend(?:ed)?"
    rf"|(?:up|down)votes?|vote (?:up|down)|edit|delete|show (?:more|less|replies)|view repl\w+|log ?in to (?:reply|vote)|in reply to|replies|\d+ repl\w+)\b"
    rf"|{_AGO}|\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """An update marker at the start of a paragraph.

    Attributes:
        end: offset in the paragraph where the marker's words end.
        kind: ``word`` ("Update 3:"), ``flash`` ("Breaking:") or ``time`` ("3:45 p.m. -").
        number: the printed number.
        clock: offsets of its time of day, ``zone`` and ``date`` the same.
        alone: whether the paragraph says nothing else.
        firm: whether one such line is enough to believe it.
    """

    end: int
    kind: str
    number: int | None
    clock: tuple[int, int] | None
    zone: tuple[int, int] | None
    date: tuple[int, int] | None
    alone: bool
    firm: bool


def read_marker(text: str) -> Marker | None:
    """The update marker that ``text`` begins with, or ``None``."""
    head = text[:240]
    match = _UPDATE.match(head)
    if match:
        return _word_marker(match, head)
    for pattern, kind in ((_FLASH, "flash"), (_STAMPED, "time")):
        match = pattern.match(head)
        if match and _stands_apart(match, head, kind):
            delimited = bool(match["tail"].strip()) or match.end() == len(head)
            return _marker(match, head, kind, None, firm=kind == "flash" or delimited)
    return None


def _word_marker(match: re.Match[str], head: str) -> Marker | None:
    """The marker of an "Update …" line, unless its word only begins a sentence."""
    number = _numeral(match["number"]) if match["number"] else None
    if number is None and match["ordinal"]:
        number = _numeral(match["ordinal"].rstrip("sthndr") or match["ordinal"]) or _numeral(
            match["ordinal"]
        )
    after = match.group()[match.end("word") - match.start() :]
    delimited = any(mark in after for mark in ":–—|-=])>*_") or match.end() == len(head)
    stamped = number is not None or match["clock"] or match["date"]
    if not (delimited or stamped or match["word"].isupper()):
        return None
    if match["word"].lower() == "updated" and not delimited and not match["clock"]:
        return None
    return _marker(match, head, "word", number, firm=True)


def _stands_apart(match: re.Match[str], head: str, kind: str) -> bool:
    """Whether a time of day is a label of what follows rather than part of its sentence."""
    if kind == "flash" or match["tail"].strip() or match.end() == len(head):
        return True
    following = head[match.end() : match.end() + 1]
    return following.isupper() or following in "\"“‘'"


def _marker(
    match: re.Match[str], head: str, kind: str, number: int | None, *, firm: bool
) -> Marker:
    """The record of a match of any of the three patterns."""
    spans = {name: match.span(name) if match[name] else None for name in ("clock", "zone", "date")}
    alone = not any(letter.isalnum() for letter in head[match.end() :])
    return Marker(
        match.end(), kind, number, spans["clock"], spans["zone"], spans["date"], alone, firm
    )


def _numeral(word: str) -> int | None:
    """The value of a printed number, or ``None``."""
    if word.isascii() and word.isdigit():
        return int(word)
    return NUMERALS.get(word.lower())


_DATE_WORD = re.compile(
    r"\b(?:first |last |originally |date )?(?:published|posted|updated?|modified|created|added|revised|edited|issued|date)\b"
    rf"|{DATE}|{WEEKDAY}|\b(?:{CLOCK})|\b{ZONE}\b"
    r"|\b(?:at|on|and|edition|ago|today|yesterday|minutes?|hours?|days?|min|read|in)\b|\d+",
    re.IGNORECASE,
)


def is_date_line(text: str) -> bool:
    """Whether ``text`` is nothing but a date or time, with or without "Published" before it."""
    if len(text) > 120 or not any(letter.isdigit() for letter in text):
        return False
    return not any(letter.isalnum() for letter in _DATE_WORD.sub(" ", text))


def is_comment_tool(text: str) -> bool:
    """Whether ``text`` is a line of a comment's buttons: "Like · Reply · 4h"."""
    if len(text) > 60 or not any(letter.isalpha() for letter in text):
        return False
    return not any(letter.isalnum() for letter in _TOOL_WORD.sub(" ", text))


def is_separator(text: str) -> bool:
    """Whether ``text`` is a line of marks that divides a page: ``* * *``, ``---``, ``o o o``."""
    return len(text) <= 200 and len("".join(text.split())) >= 3 and bool(SEPARATOR.match(text))
