"""Which links are contradictions that a reader would grant, of all that look like one."""

from __future__ import annotations

import re

from counterclaim.ledger.links import ROOT, Evidence, Link
from counterclaim.ledger.matters import deeds, shared_stems, tells_own_deed
from counterclaim.ledger.means import elsewhere_hit
from counterclaim.ledger.occasions import (
    adds_up,
    apart,
    named_near,
    of_others,
    outdated,
    own_names,
    stated_days,
)
from counterclaim.ledger.refuting import CLAIMING, WIDE, denial_stands
from counterclaim.ledger.superseding import left_behind
from counterclaim.ledger.values import Value
from counterclaim.records import Span

__all__ = ["stands"]

NEARLY = 7
"""Times that one number is the other at most for both to be of one occasion."""

TIMES = 10
"""The same for numbers told with a telling word in common."""

FURTHEST = 100
"""The same for numbers of one group told with one place."""

ALIKE = 3
"""Telling words that two numbers of different groups share at the least, if no place."""

BESIDE = 600
"""Code points of a page within which a charge is answered by another."""

HARMED = frozenset({"killed", "injured", "casualties"})
"""Harms of which "nobody" is told once and for all; arrests follow later."""

_RECALLED = re.compile(
    r"\b(?:responses? to|retaliation for|revenge for|launch\w* pad for|anniversary of|"
    r"comparable to|recall\w*|unlike)\s+(?:[\w'’-]+\s+){1,6}",
    re.IGNORECASE,
)
"""A deed that another is compared with, or answers."""

_POSTED = re.compile(
    r"\W*(?:last updated|updated|posted|published|date of publication)\b", re.IGNORECASE
)

_OF_ALL = re.compile(
    r"\s(?:were )?(?:of|among) (?:the|those|these|his|her|two|three|four|five|six|"
    r"seven|eight|nine|ten|\d{1,4})\b"
)
"""After a number: it is a part of another ("four of the five victims", "one of her sons")."""

_SEVERAL = re.compile(
    r"\b(?:attacks|strikes|airstrikes|air strikes|raids|air raids|bombings|bombardments|"
    r"shellings|clashes|battles)\b",
    re.IGNORECASE,
)
"""Deeds of which there may have been some here and some there."""

_REPORTED = re.compile(
    r"\b(?:reports?|allegations?|claims?|accounts?|rumou?rs?|suggestions?) "
    r"(?:that|of|suggesting|claiming|alleging|saying)\b",
    re.IGNORECASE,
)
"""What others say, before a number that the speaker only passes on or asks about."""

_LIST = re.compile(r"[^.;:]{0,16}?(?:,|,? and|,? as well as|,? plus) (?:[a-z]+ ){0,2}")

_OWN_LIFE = re.compile(
    r"\b(?:himself|herself|themselves|own li(?:fe|ves)|suicide|turn\w* (?:the|his|her) \w+ on|"
    r"(?:including|with) the (?:suspected |alleged )?(?:shooter|gunman|attacker|bomber|killer)|"
    r"(?:gunman|shooter|attacker|killer|suspect|he) (?:was |is )?(?:also )?(?:found )?"
    r"(?:dead|died|killed))\b",
    re.IGNORECASE,
)

_UNTOLD = re.compile(
    r"\bno (?:[\w-]+ ){0,3}?(?:tolls?|figures?|details?|reports?|information|word|news)\b|"
    r"\bno(?:ne|body)?(?: [\w-]+){0,2} (?:among|of) (?:the|its|their|our)\b",
    re.IGNORECASE,
)

_TOKEN = re.compile(r"[^\W\d_]\w*")


def stands(link: Link, evidence: Evidence) -> bool:
    """Whether a link that says "denies" or "disputes" is one; other kinds always stand."""
    if link.kind not in ("denies", "disputes"):
        return True
    if any(left_behind(claim, link.on, evidence) for claim in (link.a, link.b)):
        return False
    if link.a.statement.force not in CLAIMING:
        return False
    if link.kind == "denies":
        return denial_stands(link, evidence)
    if link.b.statement.force not in CLAIMING:
        return False
    a, b = _value(link, evidence, first=True), _value(link, evidence, first=False)
    if a is None or b is None or link.on not in ("count", "actor", "time"):
        return link.on == "intent" or not _background(link)
    if any(adds_up(v.claim) or of_others(v) for v in (a, b)):
        return False
    judge = {"count": _numbers_stand, "actor": _culprits_stand, "time": _days_stand}
    return judge[link.on](a, b, evidence)


def _value(link: Link, evidence: Evidence, *, first: bool) -> Value | None:
    claim, spans = (link.a, link.a_spans) if first else (link.b, link.b_spans)
    found = (v for v in evidence.of(claim) if v.field == link.on and v.spans == spans)
    return next(found, None)


def _background(link: Link) -> bool:
    """Whether one side is only an outlet's telling of what is going on."""
    return any(c.statement.voice != "cited" for c in (link.a, link.b))


def _numbers_stand(a: Value, b: Value, evidence: Evidence) -> bool:
    """Numbers of one occasion; far apart, or of two groups, only where more is in common."""
    if any(outdated(v) or _recalled(v) or _is_part(v) or _not_of_all(v) for v in (a, b)):
        return False
    if any(_reported(v) for v in (a, b)):
        return False
    if (
        _with_the_killer(a, b)
        or apart(a, b, evidence)
        or _of_one_place(a, b, evidence)
        or _of_one_place(b, a, evidence)
    ):
        return False
    names = own_names(a.claim, evidence) & own_names(b.claim, evidence)
    stems = shared_stems(a.claim, b.claim) - names
    if _none(a) or _none(b):
        return True
    if a.topic != b.topic and not names and len(stems) < ALIKE:
        return _of_all_here(a, b, evidence)
    most = (FURTHEST if a.topic == b.topic else TIMES) if names else TIMES if stems else NEARLY
    return _times(a, b) <= most


def _of_all_here(a: Value, b: Value, evidence: Evidence) -> bool:
    """Whether one number is of some group, the other of everybody, both where one place is named.

    Fewer people than are counted of the group cannot be everybody. A page may name no place.
    """
    ours, theirs = named_near(a.claim, evidence), named_near(b.claim, evidence)
    here = not (ours and theirs) or bool(ours & theirs)
    return here and "" in (a.topic[1], b.topic[1]) and _times(a, b) <= NEARLY


def _none(value: Value) -> bool:
    """Whether a value says that nobody was harmed: however many another says, it is denied."""
    return _bounds(value) == (0, 0) and value.topic[0] in HARMED


def _with_the_killer(a: Value, b: Value) -> bool:
    """Whether two numbers of dead are one apart, and one claim tells that the killer died too."""
    low, high = sorted((_bounds(a), _bounds(b)))
    own = any(_OWN_LIFE.search(v.claim.text) for v in (a, b))
    return own and a.topic[0] == "killed" and high[0] - low[1] <= 1


def _not_of_all(value: Value) -> bool:
    """Whether "no" is of a report ("no toll yet"), or of some only ("none among the crew")."""
    text, span = value.claim.document.text, value.spans[0]
    return _none(value) and _UNTOLD.search(text[span.start : span.end + WIDE]) is not None


def _recalled(value: Value) -> bool:
    """Whether a number is of a deed that the claim recalls."""
    text, start = value.claim.document.text, value.spans[0].start
    return _RECALLED.search(text[max(value.claim.start, start - 2 * WIDE) : start]) is not None


def _reported(value: Value) -> bool:
    """Whether a number is one that the speaker has from "reports that", and does not vouch for."""
    text, start = value.claim.document.text, value.spans[0].start
    before = text[max(value.claim.start, start - 2 * WIDE) : start]
    return _REPORTED.search(before) is not None


def _is_part(value: Value) -> bool:
    """Whether a number is said to be a part of another ("including three", "of the dead")."""
    own = [c for c in value.claim.counts if c.span in value.spans]
    text = value.claim.document.text
    if any(c.part_of or _OF_ALL.match(text, c.number.end) for c in own):
        return True
    wholes = {c.id for c in own}
    others = [
        c
        for c in value.claim.counts
        if c.harm == value.topic[0] and c not in own and c.part_of not in wholes
    ]
    return any(_listed(text, *sorted((c.span, o.span), key=_start)) for c in own for o in others)


def _listed(text: str, first: Span, then: Span) -> bool:
    """Whether two numbers stand in one list: "six children and two adults"."""
    return _LIST.fullmatch(text, first.end, then.start) is not None


def _start(span: Span) -> int:
    return span.start


def _of_one_place(part: Value, whole: Value, evidence: Evidence) -> bool:
    """Whether the smaller number is of a place, the greater of no place where that was named.

    The greater one may also be of several deeds, wherever they were done.
    """
    names = own_names(part.claim, evidence)
    if _bounds(part) >= _bounds(whole):
        return False
    if elsewhere_hit(part.claim, whole.claim):
        return True
    if not names or own_names(whole.claim, evidence):
        return False
    several = _SEVERAL.search(whole.claim.text) is not None
    return several or names.isdisjoint(named_near(whole.claim, evidence))


def _times(a: Value, b: Value) -> float:
    """Times that the greater number is the smaller, each taken as near the other as it may be."""
    low, high = sorted((_bounds(a), _bounds(b)))
    return high[0] / max(1, low[1])


def _bounds(value: Value) -> tuple[int, int]:
    low, high = (k if isinstance(k, int) else 0 for k in value.key[:2])
    return low, max(low, high)


def _culprits_stand(a: Value, b: Value, evidence: Evidence) -> bool:
    """Two known culprits of one act, told of with something else in common."""
    known = all(_own(v) or evidence.witnesses.particular(str(v.key[0])) for v in (a, b))
    if not known or _background_pair(a, b) or _mentions(a, b) or _mentions(b, a):
        return False
    return _one_act(a, b, evidence)


def _own(value: Value) -> bool:
    """Whether somebody claims the deed for himself."""
    return value.key[0] == value.claim.party


def _background_pair(a: Value, b: Value) -> bool:
    return any(v.claim.statement.voice != "cited" for v in (a, b))


def _mentions(a: Value, b: Value) -> bool:
    """Whether one claim also has the culprit of the other."""
    words = {w.casefold()[:ROOT] for w in _TOKEN.findall(b.label) if w[0].isupper()}
    return any(w.casefold()[:ROOT] in words for w in _TOKEN.findall(a.claim.text))


def _one_act(a: Value, b: Value, evidence: Evidence) -> bool:
    """Whether two claims have names and another word in common, or a name and a number.

    The names may be told about a claim of who did it, if the claims have two words in common, or
    one if the doer himself makes one of them.
    """
    one, other = a.claim, b.claim
    names = own_names(one, evidence) & own_names(other, evidence)
    days = [{v.key for v in stated_days(c, evidence)} for c in (one, other)]
    counts = [{v.key for v in evidence.of(c) if v.field == "count"} for c in (one, other)]
    if a.field != "time" and days[0] and days[1] and days[0].isdisjoint(days[1]):
        return False
    more = shared_stems(one, other) - names
    if names or a.field == "time":
        return bool(names) and bool(more or counts[0] & counts[1] or len(names) > 1)
    near = named_near(one, evidence) & named_near(other, evidence)
    beside = one.document.id == other.document.id and abs(one.start - other.start) <= BESIDE
    alike = [bool(more), bool(deeds(one) & deeds(other)), bool(near), beside]
    if sum(alike) > 1 and _each_other(a, b):
        return True
    owned = any(_own(v) and tells_own_deed(v.claim) for v in (a, b))
    return bool(near) and len(more - near) >= (1 if owned else 2)


def _each_other(a: Value, b: Value) -> bool:
    """Whether one of two who speak lays to somebody else what the other lays to him."""
    return a.key != b.key and (a.key[0] == b.claim.party or b.key[0] == a.claim.party)


def _days_stand(a: Value, b: Value, evidence: Evidence) -> bool:
    """Two days for one act, of which somebody else than the outlet tells."""
    if any(_POSTED.match(v.claim.text) for v in (a, b)):
        return False
    return not _background_pair(a, b) and _one_act(a, b, evidence)
