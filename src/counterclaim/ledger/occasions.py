"""Whether two claims tell of one occasion: one strike, not two of the same week.

Pages on one incident tell of others too: the day before, the next village, the whole war. Two
numbers, culprits or days contradict each other only where nothing tells the occasions apart: the
places they name, the days they state, who is said to have acted, a span of time summed up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.links import Evidence
from counterclaim.ledger.matters import act_free
from counterclaim.ledger.means import other_means, targets_apart
from counterclaim.ledger.pair_features import STOP
from counterclaim.ledger.values import Value

__all__ = [
    "adds_up",
    "apart",
    "named_near",
    "of_others",
    "outdated",
    "own_names",
    "stated_days",
]

NEAR = 1500
"""Code points about a claim that names no place in which its page names it."""

OPENING = 24
"""Code points in which a claim begins."""

CLOSE = 14
"""Code points about a number in which words belong to it."""

BESIDE = 60
"""Code points about a number in which words qualify it."""

HALF = 0.5
"""Share of the shorter list of names that two claims of one occasion have in common."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")

_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december am pm gmt utc
    mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
    one two three four five six seven eight nine ten""".split()
)
_TITLES = frozenset(
    """agency army chief colonel commander council defence defense doctor general government
    governor interior major minister ministry mr mrs ms president prime secretary spokesman
    spokeswoman state tv north northern south southern east eastern west western central
    mount river province region city town village district new""".split()
)
"""Words with a capital that name nobody and no place by themselves."""

_SUMMED = re.compile(
    r"\b(?:since (?:then|the|it|its|\d{4}|mid|early|late|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|last)|so far this|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b|in \d{4}\b|"
    r"(?:the )?(?:past|last|previous) (?:[\w-]+ )?(?:hours|days?|weeks?|months?|years?)|"
    r"(?:across|throughout|all over) (?:the |its )?(?:country|nation|province|region)|"
    r"(?:country|nation|province)-?wide|"
    r"\w+ (?:hours|days|weeks|months|years) of|\w+[- ](?:day|week|month|year)(?:[- ](?:old|long))?"
    r" (?:war|conflict|campaign|civil|uprising|offensive|siege)|(?:in|during|throughout) the "
    r"(?:\w+ )?(?:war|conflict|uprising)|(?:the )?(?:war|conflict) (?:has|had|that)|"
    r"(?:two|three|four|five|six|several|multiple|series of|string of|spate of) (?:[\w-]+ ){0,2}"
    r"(?:shootings|attacks|strikes|raids|bombings|incidents)|"
    r"in (?:the )?(?:two|three|four|five|six|several|both) (?:[\w-]+ )?"
    r"(?:villages|towns|cities|districts|places|provinces|regions)|"
    r"over the (?:course|years)|every (?:day|week)|each (?:day|week)|in 24 hours|"
    r"(?:fighting|clashes|battles?|hostilities|violence|siege)\b[^.;]{0,40} (?:has|have) "
    r"(?:also |already )?(?:left|killed|claimed|cost))\b",
    re.IGNORECASE,
)
"""A number over a span of time, not of one occasion."""

_OTHERS = re.compile(
    r"\b(?:another|others?|else|more|remaining|further|additional|next|second|third|fourth|fifth|sixth)\b",
    re.IGNORECASE,
)
"""Beside a number: victims other than those of whom was spoken before."""

_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separately|in a separate|in addition|similar(?:ly)?|meanwhile|"
    r"in (?:retaliation|return|revenge)|"
    r"also (?:killed|died|wounded|injured|shot|struck|hit|lost|left))\b",
    re.IGNORECASE,
)
"""A deed beside those of which was spoken before."""

_MORE_THAN = re.compile(r"\bmore than\b", re.IGNORECASE)

_INSURGENT = re.compile(
    r"\b(?:rebels?|terrorists?|militants?|insurgents?|opposition|jihad\w*|extremists?|gunmen|"
    r"guerrillas?|separatists?|bombers?)\b",
    re.IGNORECASE,
)
"""Words for those who fight a state; what is neither that nor a state's is told by its name."""

_HELD = re.compile(
    r"\b(?:(?P<state>government|regime|army|state|loyalist)|rebel|opposition|insurgent|militant|"
    r"jihadist|separatist|extremist|terrorist|guerrilla)[- ](?:held|controlled|run)\b",
    re.IGNORECASE,
)
"""Whose ground was hit: those who hold it do not attack it."""

_FIRED = re.compile(
    r"\b(?:rebel|insurgent|militant|terrorist|opposition|separatist)s?"
    r"(?: (?:organi[sz]ations?|groups?|factions?|fighters|forces))?"
    r" (?:fired?|firing|fire|shelled|shelling|rockets?|mortars?|launched|attacked|targeted)\b",
    re.IGNORECASE,
)
"""Those who fight a state at work, recognised as doers or not."""

_OUTDATED = re.compile(
    r"\b(?:earlier|previous|initial|preliminary|first|provisional|prior) "
    r"(?:toll|death toll|count|figures?|report|reports|estimates?|number|statement|version)\b",
    re.IGNORECASE,
)
"""A number that its own source has replaced."""


def apart(a: Value, b: Value, evidence: Evidence) -> bool:
    """Whether something tells the occasions of two values apart."""
    return (
        _days_apart(a.claim, b.claim, evidence)
        or other_means(a.claim, b.claim)
        or targets_apart(a.claim, b.claim)
        or _actors_apart(a.claim, b.claim, evidence)
        or _names_apart(a.claim, b.claim, evidence)
    )


def adds_up(claim: Claim) -> bool:
    """Whether a claim sums up what happened over a span of time."""
    return _SUMMED.search(claim.text) is not None


def of_others(value: Value) -> bool:
    """Whether a value is of victims or deeds beside those told before it."""
    if any(_ELSEWHERE.search(words) for words in _around(value, BESIDE)):
        return True
    beside = _around(value, CLOSE) if value.field == "count" else ()
    return any(_OTHERS.search(_MORE_THAN.sub("", words)) for words in beside)


def outdated(value: Value) -> bool:
    """Whether a value is a number recalled that has been replaced, or one of an earlier version."""
    chain = value.claim.statement.chain
    source = [chain[-1].name] if chain else []
    return any(_OUTDATED.search(words) for words in (*source, *_around(value, BESIDE)))


def _around(value: Value, reach: int) -> Iterator[str]:
    """How the claim begins, and its words about those from which a value was read."""
    text, claim = value.claim.document.text, value.claim
    for word in value.spans:
        for span in claim.spans:
            if span.start <= word.start < span.end:
                if reach > CLOSE:
                    yield text[span.start : min(span.end, span.start + OPENING)]
                start = max(span.start, word.start - reach)
                yield text[start : min(span.end, word.end + reach)]


def own_names(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """Places and other names in what is claimed, without those of actors, in small letters.

    A word that only begins a sentence, or stands in a headline of capitals, counts as a place.
    """
    places = [p for p in claim.places if not (p.gazetteer or "").startswith("country:")]
    named = {w.casefold() for p in places for w in _WORD.findall(p.name)}
    countries = {p.name.casefold() for p in claim.places} - {p.name.casefold() for p in places}
    for span in claim.spans:
        words = list(_WORD.finditer(span.exact))
        if sum(w.group()[0].isupper() for w in words) <= HALF * len(words):
            named |= {_bare(w.group()) for w in words if _begins_name(w, span.exact)}
    return frozenset(w for w in named - countries if _telling(w, evidence))


def _begins_name(word: re.Match[str], text: str) -> bool:
    """Whether a word has a capital that no sentence gave it."""
    before = text[: word.start()].rstrip(" \"'“‘(")
    opens = not before or before.endswith((".", "!", "?", ":"))
    return word.group()[0].isupper() and not opens


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").casefold()


def _telling(word: str, evidence: Evidence) -> bool:
    plain = len(word) > 2 and word not in STOP and word not in _CALENDAR and word not in _TITLES
    return plain and not evidence.names_actor(word) and act_free(word)


def named_near(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The names in a claim; where it has none, those in the claims about it on its page."""
    own = own_names(claim, evidence)
    return own or frozenset(n for c in _about(claim, evidence) for n in own_names(c, evidence))


def stated_days(claim: Claim, evidence: Evidence) -> list[Value]:
    """The days that a claim gives in its own words."""
    return [v for v in evidence.of(claim) if v.field == "time" and _inside(v)]


def _inside(value: Value) -> bool:
    """Outside the words of the claim a day may be that of the saying."""
    return any(s.start <= w.start < s.end for s in value.claim.spans for w in value.spans)


def _days_apart(a: Claim, b: Claim, evidence: Evidence) -> bool:
    ours, theirs = stated_days(a, evidence), stated_days(b, evidence)
    if not ours or not theirs:
        return False
    return not any(
        str(x.key[0]) <= str(y.key[1]) and str(y.key[0]) <= str(x.key[1])
        for x in ours
        for y in theirs
    )


def _actors_apart(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether two claims lay their deeds to different doers, by name or by camp."""
    ours, theirs = _doers(a, evidence), _doers(b, evidence)
    named = [{v.key for v in doers if _capital(v.label)} for doers in (ours, theirs)]
    if all(named) and named[0].isdisjoint(named[1]):
        return True
    camps = [_camps(claim, evidence) for claim in (a, b)]
    return all(camps) and camps[0].isdisjoint(camps[1])


def _camps(claim: Claim, evidence: Evidence) -> set[bool]:
    """Whether those who did it fight a state; if nobody is named, by whose ground was hit."""
    named = {_insurgent(v.label) for v in _doers(claim, evidence)}
    if not named and _FIRED.search(claim.text):
        return {True}
    return named or {match["state"] is not None for match in _HELD.finditer(claim.text)}


def _doers(claim: Claim, evidence: Evidence) -> list[Value]:
    return [v for v in evidence.of(claim) if v.field == "actor" and not v.denied]


def _capital(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())


def _insurgent(name: str) -> bool:
    return _INSURGENT.search(name) is not None


def _names_apart(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether two claims name different places; what stands about a claim tells less."""
    ours, theirs = own_names(a, evidence), own_names(b, evidence)
    if ours and theirs:
        return len(ours & theirs) < HALF * min(len(ours), len(theirs))
    ours, theirs = ours or _places_near(a, evidence), theirs or _places_near(b, evidence)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _places_near(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """Names in the claims about one that are of places; a ship's tell nothing of where."""
    places = {
        _bare(word)
        for c in _about(claim, evidence)
        for place in c.places
        for word in _WORD.findall(place.name)
    }
    return named_near(claim, evidence) & places


def _about(claim: Claim, evidence: Evidence) -> list[Claim]:
    """Claims of the same page that stand close to ``claim``."""
    return [
        c
        for c in evidence.claims
        if c.document.id == claim.document.id and abs(claim.start - c.start) <= NEAR
    ]
