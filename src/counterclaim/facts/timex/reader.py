"""Finding and normalising the time expressions of one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from counterclaim.facts.letters import in_small_letters
from counterclaim.facts.timex.calendar import bounds, day_of
from counterclaim.facts.timex.clock import CLOCK_RULES
from counterclaim.facts.timex.context import Context, Normal, Rule
from counterclaim.facts.timex.dates import DATE_RULES
from counterclaim.facts.timex.deictic import DEICTIC_RULES
from counterclaim.facts.timex.durations import DURATION_RULES
from counterclaim.facts.timex.holydays import HOLY_DAY_RULES
from counterclaim.facts.timex.joining import Timex, joined
from counterclaim.facts.timex.lasting import LASTING_RULES, counted_from_start
from counterclaim.facts.timex.lexicon import MONTHS, SEASONS, WEEKDAYS
from counterclaim.facts.timex.mentions import Mentions
from counterclaim.facts.timex.periods import PERIOD_RULES
from counterclaim.facts.timex.relative import RELATIVE_RULES
from counterclaim.facts.timex.story import Story, tells_history
from counterclaim.facts.timex.years import YEAR_RULES

__all__ = ["Timex", "read_timexes"]

RULES: tuple[Rule, ...] = (
    *DATE_RULES,
    *YEAR_RULES,
    *PERIOD_RULES,
    *HOLY_DAY_RULES,
    *LASTING_RULES,
    *DEICTIC_RULES,
    *RELATIVE_RULES,
    *DURATION_RULES,
    *CLOCK_RULES,
)

_CLASSES: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys([f"{day}s" for day in WEEKDAYS], "weekday"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(["quarter", "quarters", "half", "period"], "quarter"),
    **dict.fromkeys(["century", "centuries"], "century"),
    "former": "adjective",
    **dict.fromkeys(["today", "tonight", "yesterday", "tomorrow"], "deictic"),
    **dict.fromkeys(["nineteen", "eighteen", "thousand"], "spelled"),
    **dict.fromkeys(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), "decade"
    ),
    **dict.fromkeys(
        """
            second seconds minute minutes hour hours day days week weeks weekend fortnight month
            months year years decade decades millennium
        """.split(), "unit"
    ),
    **dict.fromkeys("ago earlier later before previously prior hence after".split(), "ago"),
    **dict.fromkeys("afterwards bc bce b ad ce".split(), "ago"),
    **dict.fromkeys(
        """
            now currently current present presently nowadays moment recently recent lately
            formerly past future soon shortly someday previously moments while foreseeable these
            long point time course some
        """.split(), "reference"
    ),
    **dict.fromkeys(
        "daily nightly weekly monthly annually yearly every each hourly".split(), "set"
    ),
    **dict.fromkeys(
        """
            noon midnight midday dawn dusk daybreak nightfall sunrise sunset overnight afternoon
            midafternoon midmorning
        """.split(), "part"
    ),
    **dict.fromkeys(["morning", "evening", "night"], "part"),
    **dict.fromkeys("clock gmt utc am pm hours".split(), "clock"),
    **dict.fromkeys("christmas thanksgiving halloween easter good palm black".split(), "feast"),
    **dict.fromkeys("year's year’s veterans labor memorial election".split(), "feast"),
    **dict.fromkeys("eid ramadan ramzan ashura arbaeen mawlid nowruz newroz".split(), "holy"),
}  # fmt: skip
_ALSO: dict[str, tuple[str, ...]] = {
    "quarter": ("unit",), "century": ("unit",), "centuries": ("unit",),
    "quarters": ("unit", "reference"),
    "hours": ("unit", "reference", "ago"), "minutes": ("reference", "ago"), "years": ("reference",),
    "months": ("reference",), "weeks": ("reference",), "days": ("reference",), "may": ("feast",),
    "morning": ("deictic",), "afternoon": ("deictic",), "evening": ("deictic",), "day": ("feast",),
    "previously": ("ago",), "period": ("unit",),
    "night": ("deictic",), "year": ("feast",), "second": ("quarter",), "now": ("ago",),
    "long": ("ago", "unit"), "recent": ("adjective",), "future": ("adjective",),
}  # fmt: skip
_HOLDS: dict[str, tuple[str, ...]] = {
    "half": ("half",),
    "weekend": ("weekend",),
    "the-year": ("year",),
    "rate": ("once", "twice", "three"),
    "the-past": ("past", "last"),
    "the-day": ("before", "after"),
    "bare": tuple("minutes hours days weeks months quarters years decades centuries".split()),
    "feast": tuple(
        """
            easter friday palm christmas boxing year halloween valentine independence veterans
            armistice thanksgiving labor memorial election columbus may patrick luther presidents
        """.split()
    ),
}
"""Of rules that are called for more often than met, parts of words of which a match holds one."""

_SIGNALS = re.compile(
    r"(?P<numeric>\d{1,4}[/.-]\d{1,2}[/.-]\d)|(?P<clock>\d(?:[:.]\d\d)?\s?[ap]\.?m|\d:\d\d|\d\d[.]?\d\d\s(?:[A-Z]|local|hours|hrs)|\b0\d[0-5]\d\b)|"
    r"(?P<decade>(?:\d\d)?\d0['’]?s\b)|(?P<qyear>\bQ[1-4]\b)|(?P<short>(?:['’‘]|\bFY\s?)\d\d\b)|(?P<ordinal>\d(?:st|nd|rd|th)\b)|(?P<year>[12]\d{3})|(?P<word>[A-Za-z]+)"
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_WORD_REST = re.compile(r"\w*")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_PIECE = 2000
"""Lines longer than this are read in pieces: the cost stays linear on one endless line."""
_AROUND = 120
"""Code points around the words that call for a rule in which its expression lies."""
_BREAK = re.compile(r"[.!?;][\"”’)]*\s+(?=[\"“‘(]?[A-Z][a-z]+\s)")


def read_timexes(
    text: str, published: date | None, parts: Iterable[tuple[int, int, date | None]] | None = None
) -> list[Timex]:
    """The time expressions of ``text`` in order.

    Args:
        text: the document.
        published: its day of publication.
        parts: stretches to read, each with its own day where it has one (an update's); all of the
            text if not given.
    """
    stretches = list(parts) if parts is not None else [(0, len(text), None)]
    found: list[tuple[int, int, Rule, re.Match[str], tuple[int, int], date | None]] = []
    small = in_small_letters(text)
    for start, end, day in stretches:
        for sentence in _sentences(text, start, end):
            for match, rule in _matches(text, small, *sentence):
                span = match.span("x") if "x" in rule.pattern.groupindex else match.span()
                found.append((*span, rule, match, sentence, day))
    return _normalised(text, published, found)


def _sentences(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Stretches that rules are tried on: sentences, roughly, none longer than a few pieces."""
    begin = start
    while begin < end:
        gap = _PARAGRAPH.search(text, begin, min(end, begin + _PIECE))
        stop = gap.end() if gap else min(end, begin + _PIECE)
        if stop - begin > _PIECE // 8:
            cut = _BREAK.search(text, begin + _PIECE // 8, stop)
            stop = cut.end() if cut else stop
        yield begin, stop
        begin = stop


def _matches(text: str, small: str, start: int, end: int) -> list[tuple[re.Match[str], Rule]]:
    """Every rule's matches in a stretch, tried only around the words that call for the rule."""
    words = small[start:end]
    signals = _signals(text, start, end) if _may_tell(words) else {}
    found: list[tuple[re.Match[str], Rule]] = []
    for rule in RULES if signals else ():
        calling = rule.needs & signals.keys()
        held = _HOLDS.get(rule.name) if calling else None
        if calling and (held is None or any(map(words.__contains__, held))):
            first = max(start, min(signals[kind][0] for kind in calling) - _AROUND)
            last = _whole_word(text, max(signals[kind][1] for kind in calling) + _AROUND, end)
            found.extend((match, rule) for match in rule.matches(text, small, first, last))
    return found


def _whole_word(text: str, at: int, end: int) -> int:
    """Where the word at ``at`` ends: a rule that sees half of one takes it for a word."""
    rest = _WORD_REST.match(text, at, end) if at < end else None
    return rest.end() if rest else end


def _signals(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The classes of time words in a stretch, with where the first begins and the last ends."""
    found: dict[str, tuple[int, int]] = {}
    for match in _SIGNALS.finditer(text, start, end):
        if match.lastgroup == "word" and match.group().lower() not in _CLASSES:
            continue
        for kind in _kinds(match):
            found[kind] = found.get(kind, match.span())[0], match.end()
    return found


def _may_tell(words: str) -> bool:
    """Whether a stretch, in small letters, holds a digit or a word of time at all."""
    return bool(_DIGIT.search(words)) or not _CLASSES.keys().isdisjoint(_LETTERS.findall(words))


def _kinds(match: re.Match[str]) -> tuple[str, ...]:
    """The classes that a time word, one of ``_CLASSES`` or a number, is of."""
    kind = match.lastgroup or ""
    if kind != "word":
        return (kind, "year") if kind in ("numeric", "clock", "decade") else (kind,)
    word = match.group().lower()
    return _CLASSES[word], *_ALSO.get(word, ())


def _normalised(
    text: str,
    published: date | None,
    found: list[tuple[int, int, Rule, re.Match[str], tuple[int, int], date | None]],
) -> list[Timex]:
    """Expressions normalised in text order, the longest of those that overlap kept."""
    found.sort(key=lambda item: (item[0], -item[1], item[2].name))
    narrative = tells_history(text, published)
    context = Context(
        published, text, narrative=narrative, story=Story(text) if narrative else None
    )
    kept: list[Timex] = []
    ordered = _longest(found)
    context.mentions = Mentions.of(_heads(ordered, published))
    for start, end, rule, match, sentence, day in ordered:
        if kept and start < kept[-1].end:
            continue
        context.dct = day or published
        context.sentence = sentence
        normal = _normal(rule, match, context)
        if normal is None:
            continue
        if _QUARTER.fullmatch(normal.value or "") and _spoken_of(rule, match, normal, context):
            context.quarter = normal.value
        refers = context.ref_index if normal.anchor == "text" else None
        kept.append(Timex(start, end, normal, refers))
        if normal.timex in ("DATE", "TIME") and day_of(normal.value) is not None:
            context.remember(start, end, normal.value or "", len(kept) - 1)
            if narrative and normal.value and normal.anchor != "publication":
                context.follow(start, end, normal.value, leads(text, start, sentence[0]))
    return counted_from_start(text, joined(text, kept))


_QUARTER = re.compile(r"\d{4}-[QH]\d")


def _spoken_of(rule: Rule, match: re.Match[str], quarter: Normal, context: Context) -> bool:
    """Whether a quarter is the one a text goes on about: no year-ago one, and none to come.

    One that is not over is none that figures are told of, where one that is was named before.
    """
    if rule.name == "bare-quarter":
        return match["month"] is not None
    if rule.name != "quarter" or match["ago"] or (match["rel"] or "").startswith("a "):
        return False
    last, dct = bounds(quarter.value)[1], context.dct
    if last is None or dct is None or last < dct.isoformat():
        return True
    return context.quarter is None and (day_of(quarter.value) or dct) <= dct


_LEAD = re.compile(r"(?:\A|[\n.!?:;(,]\s*)(?:[A-Za-z]+\s){0,2}\Z")


def leads(text: str, start: int, sentence: int) -> bool:
    """Whether a moment stands at the head of its sentence: "In 1917", "By the end of 1917"."""
    return _LEAD.search(text[max(sentence, start - 30) : start]) is not None


def _normal(rule: Rule, match: re.Match[str], context: Context) -> Normal | None:
    """What ``rule`` makes of ``match``; no value where that lies outside the calendar."""
    try:
        return rule.normal(match, context)
    except (OverflowError, ValueError):
        return Normal("DATE", None)


Match = tuple[int, int, Rule, re.Match[str], tuple[int, int], date | None]


def _longest(found: Sequence[Match]) -> list[Match]:
    """Of overlapping matches the longest first; the others stay as a second choice behind it."""
    ordered: list[Match] = []
    index = 0
    while index < len(found):
        stop, end = index + 1, found[index][1]
        while stop < len(found) and found[stop][0] < end:
            end = max(end, found[stop][1])
            stop += 1
        cluster = sorted(found[index:stop], key=lambda item: (item[0] - item[1], item[0]))
        ordered.extend(cluster)
        index = stop
    return ordered


def _heads(
    ordered: Sequence[Match], published: date | None
) -> Iterator[tuple[str, re.Match[str], date | None]]:
    """The matches that will most likely stand, of those in the order of :func:`_longest`."""
    last = 0
    for start, end, rule, match, _, day in ordered:
        if start >= last:
            last = end
            yield rule.name, match, day or published
