"""Which denials answer a claim: what is denied is claimed there, and said not to be so."""

from __future__ import annotations

import re

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.links import Evidence, Link
from counterclaim.ledger.matters import (
    deeds,
    kills,
    lays_blame_aside,
    names_source,
    refuses_a_proposal,
    roots,
    shared_matter,
    shares_house,
    telling_stems,
    tells_of_violence,
    tells_own_deed,
)
from counterclaim.ledger.means import hits_another, other_means
from counterclaim.ledger.negating import tells_of_none
from counterclaim.ledger.occasions import own_names
from counterclaim.records import Force

__all__ = ["CLAIMING", "WIDE", "denial_stands"]

WIDE = 80
"""Code points before a deed's word in which such words are looked for."""


CLOSE = 40
"""Code points before a number within which it is denied."""

BESIDE = 600
"""Code points of a page within which a denial answers what was said before it."""

HALF = 0.5
"""Share of the telling words of a denial that are in what it answers, if its deed is known."""

FEW = 2
"""Telling words of a denial up to which it may be of what stands before it, naming none of it."""

CLAIMING: frozenset[Force] = frozenset({"asserts", "accuses", "admits", "denies", "regrets"})
"""Forces with which somebody says that something is so; demands and doubts contradict nothing."""

SEIZE = "seize"
"""The mode of a place's capture, which is its fall and its loss to the other side."""

_NEGATED = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying|ial)|"
    r"refut\w*|reject\w*|dismiss\w*|disput\w*|contradict\w*|rebut\w*|false\w*|untrue|"
    r"fabricat\w*|baseless|unfounded|groundless|lies?|lie[ds]|hoax|invent\w*|fake|nonsense|"
    r"absurd|rubbish\w*|scoff\w*|ridicul\w*|contest\w*|play(?:s|ed|ing) down|"
    r"rul(?:e|es|ed|ing) out|brush\w* (?:aside|off)|distanc\w*|myth|slander|propaganda|wrong|"
    r"incorrect|mistaken|unharmed|intact|"
    r"(?:remain\w*|still|stay\w*) (?:[\w'’]+ ){1,5}(?:control|hands)|"
    r"(?:complete|firm|full|total) control)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words by which something is said not to be so."""

_WITHHELD = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:[\w'’-]+\s+){1,4}?(?:ability|access|aid|chance|control|"
    r"cover|entry|food|freedom|haven|medicine|opportunity|permission|refuge|right|rights|room|"
    r"sanctuary|shelter|space|supplies|time|treatment|use|visas?|water|weapons)\b|"
    r"\bno(?:t)? (?:longer|only|just)\b|\bno \w+ (?:except|other than|apart from|but)\b",
    re.IGNORECASE,
)
"""A thing is not given to somebody, or a "no" is none: they deny no account."""

_BACKGROUND = re.compile(
    r"\b(?:after|amid|over|about|following|responses? to|respond to|reaction to|retaliat\w+ for|"
    r"revenge for|investigat\w+|inspect\w*|probes? (?:of|into)|inquiry into|access to|site of|"
    r"(?:day|days|week|weeks) (?:after|before)|area of|penali[sz]\w+|punish\w*|debate on|"
    r"discuss\w*|condemn\w*|resolution on)"
    r"\s+(?:[\w'’-]+\s+){0,6}$",
    re.IGNORECASE,
)
"""Words before a deed that a sentence on something else only mentions."""

_ABOUT = re.compile(
    r"\W*(?:the )?reports? (?:that|of|suggesting)\b|"
    r"\W*(?:that )?(?:it|he|she|they|we|i)(?:[’']\w+)?(?: \w+){0,2}? "
    r"(?:seek(?:s|ing)?|rais(?:e|ing)|investigat\w+|look\w*|call(?:s|ing)? (?:for|on)|"
    r"want\w*|demand\w*|ask\w*|urg\w+|"
    r"support\w*|consider\w*|discuss\w*|await\w*|wait\w*|study|studying|examin\w+|"
    r"concerned|worried|alarmed)\b",
    re.IGNORECASE,
)
"""What somebody does about a report of a deed, which claims no deed."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|had|have|did|does|do|will|would|could|can|may|might|"
    r"must|\w+(?:ed|ing)|hit|struck|shot|blew|fell|broke|began|came|flew|left|lost|said|set|"
    r"sank|slew|took|threw|went|fired?|kills?|strikes?|hits?)\b",
    re.IGNORECASE,
)
_UNLIKELY = re.compile(
    r"\b(?:(?:no|little|any) sense|unlikely|implausible|would be|if (?:it|this|that|they))\b",
    re.IGNORECASE,
)
"""Words of who argues about a deed without saying that it was done."""

_WHOSE = re.compile(
    r"\W*(?:as \w+ )?(?:an?|the|those|these|all|any)?\s*((?:[\w'’-]+ ){1,4}?)"
    r"(?:reports?|claims?|allegations?|accusations?|charges?|assertions?|suggestions?)\b"
)
"""A denial that names whose report it denies."""

_ADVICE = re.compile(
    r"\b(?:should|shouldn|must|mustn|ought|urg\w+|told|asked|advis\w+|warn\w+|want\w*)\b",
    re.IGNORECASE,
)

_KNOWN = re.compile(r"\w\W+(?:the|this|that|these|those)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
"""Words before a deed that is told as known."""

_DONE = re.compile(
    r"\b(?:carried out|carry(?:ing)? out|behind|launch\w*|commit\w*|conduct\w*|order\w*|stag\w+|"
    r"claim\w*|caus\w+)\b",
    re.IGNORECASE,
)

_TOKEN = re.compile(r"[^\W\d_]\w*")


def denial_stands(link: Link, evidence: Evidence) -> bool:
    """Somebody claims the thing, and somebody says in so many words that it is not so."""
    claimed, denial = link.a, link.b
    if link.on == "intent":
        return not _only_advises(link)
    if link.on == "count" and not _denies_number(link):
        return False
    if not _says_no(denial) or refuses_a_proposal(denial):
        return False
    if _in_passing(claimed) or _UNLIKELY.search(claimed.text):
        return False
    if tells_of_none(claimed) and tells_of_none(denial):
        return False
    if denial.statement.voice != "cited" and denial.statement.force == "asserts":
        return False
    if claimed.statement.voice != "cited" and not claimed.headline:
        return False
    if not (_tells(claimed) or link.on == "count") or not _its_own(claimed, denial):
        return False
    if lays_blame_aside(denial) and not _blames(claimed, denial, evidence):
        return False
    return _one_matter(claimed, denial, evidence)


def _only_advises(link: Link) -> bool:
    """Whether a purpose is one that nobody should have ("urged not to retaliate")."""
    text, at = link.b.document.text, link.b_spans[0].start
    return _ADVICE.search(text[max(link.b.start, at - WIDE) : at]) is not None


def _denies_number(link: Link) -> bool:
    """Whether a number is denied itself, not in a clause about what is denied."""
    text, at = link.b.document.text, link.b_spans[0].start
    near = text[max(link.b.start, at - CLOSE) : link.b_spans[0].end]
    return link.b.start >= at - CLOSE or _NEGATED.search(near) is not None


def _blames(claimed: Claim, denial: Claim, evidence: Evidence) -> bool:
    """Whether a claim lays its deed to the one who denies his part, or names him at the least.

    Who is not known by name may be anybody that the claim names.
    """
    names = evidence.witnesses.name_words(denial.party or "")
    if names_source(claimed, denial, names):
        return True
    doers = [v for v in evidence.of(claimed) if v.field == "actor" and v.asserted and not v.denied]
    if any(v.key[0] == denial.party or shares_house(v.label, denial) for v in doers):
        return True
    if not evidence.witnesses.particular(denial.party or ""):
        return bool(shared_matter(claimed, denial))
    named = any(evidence.witnesses.particular(str(v.key[0])) for v in doers)
    return claimed.statement.force == "accuses" and not named


def _tells(claim: Claim) -> bool:
    """Whether a claim is a sentence with a verb, not only the name of a deed."""
    if claim.statement.force == "accuses":
        return True
    told = bool(claim.events) or tells_of_violence(claim)
    return told and _VERB.search(claim.text) is not None


def _its_own(claimed: Claim, denial: Claim) -> bool:
    """Whether a denial of somebody's report is set against his, if it says whose it denies."""
    whose = _WHOSE.match(denial.text)
    named = (
        {w.casefold() for w in _TOKEN.findall(whose.group(1)) if w[0].isupper()} if whose else ()
    )
    if not named:
        return True
    chain = claimed.statement.chain
    source = {w.casefold() for w in _TOKEN.findall(chain[-1].name)} if chain else set()
    return not source.isdisjoint(named)


def _one_matter(claimed: Claim, denial: Claim, evidence: Evidence) -> bool:
    """Whether a denial is of what is claimed: told just before it, or with words in common."""
    names = own_names(claimed, evidence), own_names(denial, evidence)
    if (all(names) and names[0].isdisjoint(names[1])) or other_means(claimed, denial):
        return False
    if hits_another(denial, claimed):
        return False
    places = roots(" ".join(sorted(names[0] | names[1])))
    stems = shared_matter(claimed, denial), telling_stems(denial)
    shared, told = ({s for s in each if not evidence.names_actor(s)} for each in stems)
    if _presupposes(denial):
        return len(shared - places) >= max(1, HALF * len(told - places))
    if shared - places or (shared and not told - places):
        return True
    if shared and all(any(e.mode == SEIZE for e in c.events) for c in (claimed, denial)):
        return True  # of the town that is named, whatever the words for its capture
    if not told and (claimed.statement.force == "accuses" or _lays_it(claimed, denial, evidence)):
        return True
    if _own_deed_answered(claimed, denial, evidence):
        return True
    if names_source(denial, claimed, evidence.witnesses.name_words(claimed.party or "")):
        return True
    return len(told - places) <= FEW and _just_before(claimed, denial, evidence)


def _lays_it(claimed: Claim, denial: Claim, evidence: Evidence) -> bool:
    """Whether a deed denied in one word ("the killings") is laid to the one who denies it."""
    if kills(denial) and not kills(claimed):
        return False
    doers = [v for v in evidence.of(claimed) if v.field == "actor" and v.asserted and not v.denied]
    return any(v.key[0] == denial.party for v in doers)


def _own_deed_answered(claimed: Claim, denial: Claim, evidence: Evidence) -> bool:
    """Whether the very deed that somebody denies having done is laid to him by name.

    "Denied bombing the hospital" answers "their jets dropped two bombs on the building".
    """
    if not tells_own_deed(denial) or not _lays_it(claimed, denial, evidence):
        return False
    beside = claimed.document.id == denial.document.id and claimed.update == denial.update
    near = beside and abs(denial.start - claimed.start) <= BESIDE
    return near or bool(deeds(claimed) & deeds(denial))


def _presupposes(denial: Claim) -> bool:
    """Whether a denial only mentions the deeds in it, as known: "no warning before the attack".

    Who denies a part in a deed, or that somebody carried it out, denies more.
    """
    text = denial.document.text
    before = [text[max(denial.start, e.span.start - WIDE) : e.span.start] for e in denial.events]
    if not before or lays_blame_aside(denial):
        return False
    return all(_KNOWN.search(words) and not _DONE.search(words) for words in before)


def _just_before(claimed: Claim, denial: Claim, evidence: Evidence) -> bool:
    """Whether nobody else tells of a deed that a denial could be of.

    On one page that is between the two; a denial on another page answers the claim only if its own
    page tells of no deed.
    """
    told = [
        c.start
        for c in evidence.claims
        if c.document.id == denial.document.id and c.party != denial.party and tells_of_violence(c)
    ]
    if claimed.document.id != denial.document.id:
        return not told
    if claimed.update != denial.update or not 0 <= denial.start - claimed.start <= BESIDE:
        return False
    return not any(claimed.start < start < denial.start for start in told)


def _says_no(claim: Claim) -> bool:
    cue = claim.statement.cue.exact if claim.statement.cue else ""
    said = f"{cue} {claim.text}"
    left = _WITHHELD.sub("", said)
    if claim.statement.force in ("denies", "doubts") and left == said:
        return True
    return _NEGATED.search(left) is not None


def _in_passing(claim: Claim) -> bool:
    """Whether a claim only mentions the deeds in it, or tells what is done about a report."""
    if _ABOUT.match(claim.text):
        return True
    text = claim.document.text
    return bool(claim.events) and all(
        _BACKGROUND.search(text[max(claim.start, e.span.start - WIDE) : e.span.start]) is not None
        for e in claim.events
    )
