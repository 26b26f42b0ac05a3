"""Whether two claims speak of one matter, are one source's, or answer a claim at all."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.links import ROOT
from counterclaim.ledger.pair_features import STOP
from counterclaim.ledger.pair_features import stem as _stem

__all__ = [
    "act_free",
    "deeds",
    "kills",
    "kindred",
    "lays_blame_aside",
    "names_source",
    "refuses_a_proposal",
    "roots",
    "same_name",
    "shared_matter",
    "shared_stems",
    "shares_house",
    "telling_stems",
    "tells_of_violence",
    "tells_own_deed",
]

_WORD = re.compile(r"\w+")


def _root(word: str) -> str:
    """A word's stem, the same for "warplane" and "warplanes"."""
    return _stem(word).rstrip("e")


_VIOLENT = frozenset(
    _root(word)
    for word in """accident air airstrike artillery attack attacks blast bomb bombing bombs
    casualties crime dead deadly death deaths destroyed die died drone drones
    explosion explosions fatal fatally fight fire fired fires firing gun gunfire
    gunman gunmen guns gunshot hit hits homicide hurt incident injured injuries
    injuring kill killed killing kills missile missiles murder murdered raid raids
    rocket rockets shell shelled shelling shells shoot shooter shooters shooting
    shootings shot shots stabbed stabbing strike strikes struck toll victim
    victims wounded""".split()
)
"""Stems of words of violence."""

_ANY_DEED = frozenset(
    _root(word)
    for word in """accident attack casualties crime dead deadly death destroyed die died fatal
    fatally fight hit homicide hurt incident injured injuries kill murder strike struck toll victim
    wounded""".split()
)
"""Stems of violence that say nothing of how it was done."""

_KILLING = frozenset(
    _root(word)
    for word in """kill killed kills killing killings death deaths dead die died murder murdered
    massacre massacred execution executions executed slain slaughter shot""".split()
)

_ACTS = _VIOLENT | frozenset(
    _root(word)
    for word in """act army arrest arrested arrests carried civilian civilians claim claims day
    days event fighter fighters force forces government last man men military
    month officer officers opposition people person police rebel rebels regime
    report reports responsible scene several soldier soldiers suspect suspects
    targeted town troops week woman women year""".split()
)
"""Stems that any two acts of violence may share."""

_DENYING = frozenset(
    _root(word)
    for word in """absurd accusation accusations accuse accused allegation allegations alleged
    baseless charge charges claims complete completely evidence fabricated fabrication
    fabrications fake false falsehood falsehoods groundless hoax illogical invented
    invention involved involvement lie lies nonsense nothing part propaganda pure
    report reports responsibility role rubbish there totally true truth unfounded
    untrue utter whatsoever wrong""".split()
)
"""Stems with which something is denied, whatever it is."""

_SMALL = frozenset(
    """a an the of and in for to by from at with on some two three several one local its his her
    their our it he she they who which that this these those""".split()
)
_ROLES = frozenset(
    _root(word)
    for word in """chief commander commissioner director head leader officer official officials
    president representative secretary source sources spokesman spokesperson spokeswoman staff
    statement""".split()
)
"""Stems of offices: two sources that share no more than one are not one source."""

_PROPOSAL = re.compile(
    r"\W*(?:[\w'’-]+ ){0,7}?(?:appeals?|calls?|ceasefire|demands?|excuses?|extension|idea|"
    r"invitations?|mediation|meeting|negotiations?|offers?|plans?|pretexts?|promises?|proposals?|requests?|"
    r"resignation|session|sitting|talks|truce|ultimatum)\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\b(?:accusations?|allegations?|charges?|claims?|findings?|reports?|suggestions?|"
    r"that|version|account)\b",
    re.IGNORECASE,
)
_REFUSING = re.compile(
    r"\b(?:dismiss|reject|rule[sd]? out|ruling out|refus|declin|rebuff|turn(?:s|ed)? down)\w*",
    re.IGNORECASE,
)

_PART = re.compile(
    r"\b(?:involvement|involved|responsib\w+|role|part|hand in|connection|connected|complicity|"
    r"link to|links to|nothing to do with)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b[A-Z][\w'’-]*\s+(?:armed\s+)?(?:opposition|rebels?|insurgents?|militants?|dissidents?|"
    r"separatists?|jihadists?|guerrillas?|exiles?|refugees?)\b"
)
"""Those who oppose a state, called by its name."""

_OWN_DEED = re.compile(
    r"\W*(?:(?:the |any |all |these )?"
    r"(?:accusations?|allegations?|charges?)(?: of)? )?(?:that\s+)?"
    r"(?:any of |none of |one of )?\W*(?:it|they|we|its|their|our|his|her|he|she|i)"
    r"\b(?! (?:was|were|is) (?:an?|the|true)\b)",
    re.IGNORECASE,
)


_DOING = re.compile(r"\W*(?:ever )?(?:having|(?!being|wrong|noth)[a-z]{2,}ing)\b")


@lru_cache(1 << 12)
def _stems(text: str) -> frozenset[str]:
    words = (
        w
        for w in _WORD.findall(text)
        if len(w) > 1 and w.casefold() not in STOP and not w.isdigit()
    )
    return frozenset(_root(word) for word in words)


def shared_stems(a: Claim, b: Claim) -> frozenset[str]:
    """Stems in the words of both claims, beyond those that any two acts of violence share.

    The words that cite count too: "called the report of shelling at Karvel a fabrication".
    """
    return (_told(a) & _told(b)) - _ACTS


def shared_matter(a: Claim, b: Claim) -> frozenset[str]:
    """The same without the words of denying and charging: what both claims are about."""
    return shared_stems(a, b) - _DENYING


def telling_stems(claim: Claim) -> frozenset[str]:
    """Stems in the words of a claim beyond those that any two acts of violence share."""
    return _stems(claim.text) - _ACTS - _DENYING


def roots(text: str) -> frozenset[str]:
    """The stems of a text, as they are compared between claims."""
    return _stems(text)


def act_free(word: str) -> bool:
    """Whether a word tells more than that there was violence."""
    return _stems(word).isdisjoint(_ACTS)


def tells_of_violence(claim: Claim) -> bool:
    """Whether the content has a word of violence, recognised as an event or not."""
    return not _stems(claim.text).isdisjoint(_VIOLENT)


def deeds(claim: Claim) -> frozenset[str]:
    """Stems of the violence in the content that tell how it was done: a bombing, a shelling."""
    return (_stems(claim.text) & _VIOLENT) - _ANY_DEED


def kills(claim: Claim) -> bool:
    """Whether somebody dies in the content."""
    counted = any(count.harm == "killed" and count.low > 0 for count in claim.counts)
    return counted or not _stems(claim.text).isdisjoint(_KILLING)


def _told(claim: Claim) -> frozenset[str]:
    cue = claim.statement.cue.exact if claim.statement.cue else ""
    return _stems(f"{cue} {claim.text}")


def kindred(a: Claim, b: Claim, witnesses: Witnesses) -> bool:
    """Whether two claims are of one source, or of sources of one house.

    The words for the one stand in those for the other: "doctors at the hospital" and "hospital
    officials", "the coastguard" and its head. Two parties with names of their own are two.
    """
    if a.party is not None and a.party == b.party:
        return True
    if a.voice is not None and a.voice == b.voice and witnesses.named(a):
        return True
    if all(c.party and witnesses.name_words(c.party) - STOP for c in (a, b)):
        return False
    one, other = _source_stems(a), _source_stems(b)
    return bool(one and other) and (one <= other or other <= one)


def names_source(claim: Claim, other: Claim, names: frozenset[str]) -> bool:
    """Whether the content of ``claim`` names the source of ``other``, whose party has ``names``."""
    words = _WORD.findall(_AGAINST.sub("", claim.text))
    if any(w[0].isupper() and w.casefold() in names for w in words):
        return True
    source = _source_stems(other)
    return bool(source) and source <= {_root(w) for w in words}


def shares_house(name: str, claim: Claim) -> bool:
    """Whether the words of a name stand in those for the source of ``claim``, or these in it.

    "The army" and "the army's press office" are one house.
    """
    one, other = _telling_stems_of(name), _source_stems(claim)
    return bool(one and other) and (one <= other or other <= one)


def same_name(one: str, other: str) -> bool:
    """Whether two names begin a word alike: "Uplanders" and "the Upland army" are one people's."""
    ours, theirs = (
        [w.casefold() for w in _WORD.findall(name) if w[0].isupper() and len(w) >= ROOT]
        for name in (one, other)
    )
    return any(a[:ROOT] == b[:ROOT] for a in ours for b in theirs)


def _source_stems(claim: Claim) -> frozenset[str]:
    chain = claim.statement.chain
    return _telling_stems_of(chain[-1].name if chain and claim.statement.voice == "cited" else "")


def _telling_stems_of(name: str) -> frozenset[str]:
    words = (w for w in _WORD.findall(name) if w.casefold() not in _SMALL)
    return frozenset(_root(word) for word in words) - _ROLES


def refuses_a_proposal(claim: Claim) -> bool:
    """Whether a denial turns down what somebody asks for, which contradicts nobody's account."""
    cue = claim.statement.cue.exact if claim.statement.cue else ""
    asked = _PROPOSAL.match(claim.text)
    if asked is None or _CHARGE.search(asked.group()):
        return False
    return _REFUSING.search(f"{cue} {claim.text[:1]}") is not None


def tells_own_deed(claim: Claim) -> bool:
    """Whether a claim begins as what its speaker did himself: "that it had bombed the depot".

    So does what is denied without a subject: "denied bombing the depot".
    """
    own = _OWN_DEED.match(claim.text) is not None
    return own or (claim.statement.force == "denies" and _DOING.match(claim.text) is not None)


def lays_blame_aside(claim: Claim) -> bool:
    """Whether a denial is of the speaker's own part: it leaves open that the thing happened.

    Who says that he holds a place denies that anybody has taken it.
    """
    holds = any(e.mode == "seize" and e.modality == "denied" for e in claim.events)
    return _PART.search(claim.text) is not None or (tells_own_deed(claim) and not holds)
