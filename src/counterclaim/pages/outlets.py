"""Which outlet printed a flattened page, where its own lines say so.

Mastheads, by-lines ("By Ann Lee for the Daily Beacon"), lines under the headline ("Lorne Herald,
2 May 2031"), the agency of a dateline, and what follows a copyright sign. A name is only taken for
an outlet's where it has a word that outlets are named with, or stands where nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.pages import patterns
from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

__all__ = ["printed_outlet"]

_MASTHEAD = (
    r"(?:Advertiser|Agency|Agence|Argus|Banner|Beacon|Bulletin|Broadcasting|Channel|Chronicle"
    r"|Citizen|Courier|Daily|Dispatch|Echo|Enquirer|Evening|Examiner|Express|Gazette|Gazeta|Globe"
    r"|Guardian|Herald|Inquirer|Independent|Informer|Journal|Ledger|Live|Mail|Mercury|Messenger"
    r"|Mirror|Monitor|News|Newspaper|Newswire|Observer|Online|Patriot|Post|Press|Radio|Record"
    r"|Register|Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph|Television|Times|Tribune"
    r"|TV|Weekly|Wire|World Service|Zeitung)"
)
"""Words that newspapers, agencies and stations are named with."""

_WORD = r"[A-Z\u00c0-\u00de][\w'’&.\u00c0-\u00ff-]{0,24}"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:of|&|the|de|du) )?{_WORD}){{0,4}})"
_MARK = re.compile(rf"\b(?:{_MASTHEAD}|{_MASTHEAD.upper()})\b")
_YEAR = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s)?"

_WROTE_FOR = re.compile(
    rf"\W{{0,4}}(?i:by|from|report by|words by|reporting by)\s.{{2,60}}?\b(?i:for|of|at)\s"
    rf"(?:(?i:the)\s)?{_NAME}\W{{0,4}}(?:$|\d|\s[|·•–—-]\s)"
)
"""``By Ann Lee for the Daily Beacon``."""

_STAFF = re.compile(
    rf"\W{{0,4}}(?i:by|from)\s(?:[^\n]{{2,60}}?\sand\s)?(?:[Tt]he\s)?{_NAME}['’]?s?\s"
    r"(?i:staff|reporters?|newsroom|correspondents?|desk|team|writers?)\b"
)
"""``By Daily Beacon staff``."""

_SIGNED = re.compile(rf"(?i:by)\s.{{2,60}}?(?:,|\s[|·•–—-])\s(?:[Tt]he\s)?{_NAME}\W{{0,3}}$")
"""``By Ann Lee, Daily Beacon``."""

_LINE = re.compile(
    rf"\W{{0,4}}(?:[Tt]he\s)?{_NAME}(?:(?:\s?[,|·•–—-]\s?|\s{{2,60}})"
    rf"(?i:{patterns.DATE}|{patterns.WEEKDAY})"
    r"|\s?\((?i:translated|translation|in translation)\b|\s?\Z)"
)
"""``Lorne Herald, 2 May 2031`` and ``Lorne Herald`` alone; read only where it is a masthead."""

_RIGHTS = re.compile(rf"(?i:©|\(c\)\s|copyright)\W{{0,3}}{_YEAR}(?:by\s)?(?:[Tt]he\s)?{_NAME}")

_SLASHED = re.compile(r"[^/\n]{2,60}\s/(?P<name>[A-Z][A-Z0-9-]{1,11})/(?:\W|$)")
_BRACKETED = re.compile(
    rf"(?:{_WORD}(?: {_WORD}){{0,2}}),?\s(?i:{patterns.DATE})\s?"
    r"\((?P<name>[A-Z\u00c0-\u00de][\w. &-]{1,30})\)\s?[-–—:.]"
)
"""``GOROD, August 9. /VTN/`` and ``Lorne, May 2 (Inland Wire):`` at the start of a story."""

_SENTENCE = re.compile(r"(?<=\w\w\w)\.\s")
"""Where a sentence ends behind a name; initials and "St." are shorter."""

TOP = 14
"""Pieces at the top among which a masthead or a by-line is looked for."""

Found = tuple[int, int]
"""Offsets of a name in the document."""


def printed_outlet(pieces: Sequence[Piece], kinds: Sequence[BlockKind]) -> Found | None:
    """Where the outlet's name stands in a page's text, best evidence first; ``None`` if nowhere."""
    top = [
        (piece, kind)
        for piece, kind in zip(pieces[:TOP], kinds[:TOP], strict=True)
        if kind not in ("comment", "related", "caption", "embed")
    ]
    title = kinds.index("headline") if "headline" in kinds else 0
    lines = [
        piece
        for piece, kind in top
        if kind not in ("body", "update", "headline") or piece.end < pieces[title].start
    ]
    for pattern in (_WROTE_FOR, _STAFF, _SIGNED, _LINE):
        for piece in lines:
            if len(piece.text) <= 160 and (found := _named(pattern, piece, marked=True)):
                return found
    for piece, kind in top:
        if kind != "headline" and (found := _agency(piece)):
            return found
    for piece, kind in zip(reversed(pieces), reversed(kinds), strict=True):
        loose = kind in ("other", "note", "byline") and len(piece.text) <= 300
        if loose and (found := _named(_RIGHTS, piece, marked=True, anywhere=True)):
            return found
    return None


def _named(
    pattern: re.Pattern[str], piece: Piece, *, marked: bool, anywhere: bool = False
) -> Found | None:
    """The name that a pattern finds; where ``marked``, only one with a word of outlets' names."""
    match = (pattern.search if anywhere else pattern.match)(piece.text[:300])
    if match is None or (marked and not _MARK.search(match["name"])):
        return None
    name = _SENTENCE.split(match["name"])[0].rstrip(".,")
    return piece.start + match.start("name"), piece.start + match.start("name") + len(name)


def _agency(piece: Piece) -> Found | None:
    """The agency in the dateline that opens a paragraph; its name has a capital letter."""
    dateline = patterns.DATELINE.match(piece.text)
    if dateline and dateline["agency"] and dateline["agency"][0].isupper():
        start, end = dateline.span("agency")
        return piece.start + start, piece.start + end
    for pattern in (_SLASHED, _BRACKETED):
        if found := _named(pattern, piece, marked=False):
            return found
    return None
