"""Sentence boundaries by rule. A sentence never crosses a line break."""

import re
from functools import lru_cache

from counterclaim.language.labels import Span
from counterclaim.language.quotes import PARAGRAPH

_CLOSING = "\"'”’»›)\\]＂"
_OPENING = "\"'“‘„«‹(\\[¿¡＂"
_END = re.compile(
    rf"(?:[.!?…]+[{_CLOSING}]*(?=\s+[{_OPENING}—–-]*\s?\S)|[。！？؟۔।]+[{_CLOSING}」』]*)"
)
_NEXT = re.compile(rf"\s*(?P<marks>[{_OPENING}—–-]*)\s?(?P<word>\w+|\S)")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[\w'’-]*\Z")

_TITLES = """
adm amb atty brig capt cmdr col cpl dr fr gen gov hon insp lt maj messrs mlle mme mr mrs ms msgr
pfc pres prof pvt rep reps rev sec sen sens sgt spc sr st supt
"""
# Never end a sentence: a name or a number follows.
_NEVER = frozenset(
    f"{_TITLES} al ave approx art ca cf ed eds e.g eg est etc fig figs i.e ie jan feb mar apr jun "
    "jul aug sept sep oct nov dec mt no nos op p pp para ph.d pt vol vols viz vs v".split()
) - {"etc", "art", "mar", "no", "sec", "al", "ed", "jun", "ave"}
# May end one: only what follows decides, and a common sentence opener says yes.
_MAYBE = frozenset(
    "a.m p.m u.s u.k u.n e.u d.c inc corp co ltd jr sr bros etc al no sec mar ave ed ph.d".split()
)
_OPENERS = frozenset(
    """a after all although an and another any as at because before both but by during each even
    every few for from he her here his how however i if in instead it its last many meanwhile more
    most much my nearly no nobody none nor not now of on once one only or other others our she
    since so some still such that the their then there these they this those though through to
    today under until we what when where whether which while who why with yet you your""".split()
)


_LINE_BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"), " ")
_LINE_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_REMEMBERED = 4000
"""Code points up to which a line's sentences are remembered: each folder asks for them."""


def flowing(text: str) -> str:
    """`text` on one line, offsets unchanged: a hard-wrapped paragraph's breaks are spaces."""
    return text.translate(_LINE_BREAKS) if _LINE_BREAK.search(text) else text


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of `text`, in order, without surrounding white space.

    Each line is split on its own, so headings and list items are sentences. Abbreviations,
    initials, decimals, ellipses in mid-sentence and questions inside a sentence (`"Why?" he
    asked`) do not end one; closing marks and brackets belong to the sentence they close.
    """
    found: list[Span] = []
    for match in PARAGRAPH.finditer(text):
        at, line = match.start(), match.group()
        spans = _known_line(line) if len(line) <= _REMEMBERED else _line(line)
        found.extend([(at + start, at + end) for start, end in spans])
    return found


def _line(text: str) -> list[Span]:
    """Sentences of one line."""
    found: list[Span] = []
    begin, end = 0, len(text)
    for match in _END.finditer(text):
        if _ends(text, match.start(), match.end(), begin, end):
            found.append((begin, match.end()))
            begin = match.end()
    found.append((begin, end))
    trimmed = (_trim(text, *span) for span in found)
    return [span for span in trimmed if span[0] < span[1]]


_known_line = lru_cache(1 << 9)(_line)


def _trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, at: int, after: int, begin: int, end: int) -> bool:
    """Whether the marks `text[at:after]` end the sentence that began at `begin`."""
    following = _NEXT.match(text, after, end)
    if following is None or text[at] in "。！？؟۔।":
        return True
    word = following["word"]
    if word[0].islower():
        return False
    marks = text[at:after].rstrip(_CLOSING.replace("\\", ""))
    if marks != ".":
        return word[0].isalnum() or bool(following["marks"])
    return not _abbreviated(text[max(begin, at - 30) : at], word, after - at > 1)


def _abbreviated(before: str, following: str, quoted: bool) -> bool:
    """Whether the full stop after `before` belongs to an abbreviation or an initial."""
    match = _LAST_WORD.search(before)
    last = match.group().lower() if match else ""
    if quoted or not last:
        return False
    if last in _MAYBE:
        return following.lower() not in _OPENERS or following.islower()
    if last in _NEVER:
        return True
    if len(last) == 1 and last.isalpha():
        return last != "i" and following.lower() not in _OPENERS
    initials = re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", last)
    return bool(initials) and following.lower() not in _OPENERS
