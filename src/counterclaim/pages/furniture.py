"""Lines that no one says: page numbers, counters, slugs of wire copy, calls to pass it on.

General habits of newsrooms, printers and messengers; only whole lines are read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.pages.patterns import LINES_KNOWN

__all__ = ["LONGEST", "is_page_furniture"]

LONGEST = 120
"""Characters of such a line at most."""

_COUNT = r"\d[\d.,]{0,8}\s?[km]?"

_PRINT = (
    r"(?:page|p\.|pg\.?)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?"
    r"|[-–—·|\[(]\s?\d{1,4}\s?[-–—·|\])]"
    r"|(?:(?:story )?continued|cont['’]?d\.?) (?:from|on|overleaf|next)\b"
    r"(?: (?:the )?(?:previous |next )?(?:page|p\.)?\s?\w{0,4})?"
    r"|(?:please )?(?:turn to|see) (?:page|p\.)\s?\w{1,4}"
)
"""Pages of print: ``Page 2 of 5``, ``- 3 -``, ``Continued on page 4``."""

_BADGES = (
    rf"\+?{_COUNT}\s?(?:shares?|views?|reads?|likes?|retweets?|followers?|subscribers?|reactions?)"
    rf"|\+\s?{_COUNT}"
    r"|\d{1,3}[- ]?min(?:ute)?s? (?:read|watch|listen)"
    r"|exclusive|live|breaking|developing|watch live|video|gallery|opinion|subscribe"
    r"|sign (?:in|up)|log ?in|register|menu|search|skip to (?:main )?content|advertisement|advert"
    r"|close|share|print|listen|load more(?: \w{1,10})?|show (?:more|less)"
    r"|(?:text|font) size\b.{0,20}|after newsletter promotion|privacy notice: .{10,110}"
    r"|sign up (?:to|for) .{3,80}\b(?:newsletters?|briefing|e-?mails?|alerts?|inbox)\b.{0,20}"
    r"|scroll down for (?:video|more)\b.{0,30}|our standards: .{5,60}"
    rf"|{_COUNT} views?(?:\s{{1,4}}edited)?\s{{1,4}}\d\d?:\d\d"
    rf"|(?:[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]{{1,6}}\s?{_COUNT}\s?){{1,8}}"
)
"""Counters, reactions, badges and buttons: ``412 shares``, ``EXCLUSIVE``, ``Skip to content``."""

_WIRE = (
    r"(?:[a-z]{2,6}-)?[a-z][a-z-]{1,24}[a-z] (?:\d{1,2}(?:st|nd|rd|th)|first|second|third)[ -]?"
    r"(?:ld|lead|take|add|writethru|sub|update)\b.{0,20}"
    r"|bc-[a-z][a-z-]{2,40}(?:[ ,(].{0,40})?"
    r"|(?-i:[A-Z]{2,6}(?:/[a-z]{1,4}){1,3})|\(?more\)?|\(\(.{5,80}\)\)|nnnn|zczc.{0,20}|eom|end ?it"
    r"|-?\s?0\s?-|-?\s?30\s?-|#\s?#\s?#"
    r"|[-–—]?\s?ends?\s?[-–—]?|(?:mf|tf|pick ?up|more) to come|urgent|bulletin|flash"
)
"""Slugs and signals of wire copy: ``BC-DAM-FLOOD 2nd take``, ``MORE``, ``NNNN``."""

_PASSED_ON = (
    r"forwarded(?: many times| message| from .{1,40})?"
    r"|(?:(?:urgent|important|breaking|attention|please|pls|plz|kindly|must|and)\b[\s,:!–—-]{0,3})"
    r"{0,6}(?:read|share|forward|pass (?:it )?on|repost|rt)(?:\W{1,3}(?:and|&)?\s?"
    r"(?:share|forward))?(?: (?:widely|to all|now|this|with everyone|to everyone))?"
)
"""What messengers print above a text, and calls to pass it on: ``Forwarded many times``."""

_LINES = (_PRINT, _BADGES, _WIRE, _PASSED_ON)
_WHOLE = re.compile(rf"[^\w+#(\[-]{{0,8}}(?:{'|'.join(_LINES)})[^\w\])-]{{0,8}}\Z", re.IGNORECASE)


def is_page_furniture(text: str) -> bool:
    """Whether a line is a page number, a counter, a slug, a badge, or a call to pass a text on."""
    return len(text) <= LONGEST and _is_furniture(text)


@lru_cache(maxsize=LINES_KNOWN)
def _is_furniture(text: str) -> bool:
    """The same for a short line."""
    return bool(_WHOLE.match(text))
