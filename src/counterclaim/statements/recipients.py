"""Whom the speaker told."""

from __future__ import annotations

import re

from counterclaim.actors import Cast, Resolution
from counterclaim.language import Sought
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = ["recipient_of"]

_NEAR = 40
"""Code points between the cue and the words that name who is told."""

_LONGEST = 90

_OPENING = 160
"""Code points from a sentence's start within which its speaker is named."""

_TOLD = Sought(
    r"\b(?:told|tells?|telling|informed|informs|informing|assured|assures|briefed|reminded|"
    r"reminds|lectured|notified|notifies)\s+",
    re.IGNORECASE,
)
"""Verbs whose object is who is told."""

_WARNED = Sought(
    r"\b(?:warn(?:s|ed|ing)|advis(?:es|ed|ing)|promis(?:es|ed)|ask(?:s|ed|ing)|ordered|orders|"
    r"instruct(?:s|ed)|answer(?:s|ed)|beg(?:s|ged)|assur(?:es|ed))\s+",
    re.IGNORECASE,
)
"""Verbs whose object may be who is told: only before a clause."""

_BIDDING = Sought(
    r"\b(?:ask(?:s|ed|ing)?|urg(?:es|ed|ing)|invit(?:es|ed|ing)|advis(?:es|ed|ing)|"
    r"order(?:s|ed|ing)|instruct(?:s|ed|ing)|begs|begged|begging|implor(?:es|ed|ing)|"
    r"request(?:s|ed|ing)|exhort(?:s|ed|ing)|warn(?:s|ed|ing)|call(?:s|ed|ing) (?:on|upon)|"
    r"appeal(?:s|ed|ing) to|pleads? with|pleaded with|pleading with)\s+",
    re.IGNORECASE,
)
"""Verbs whose object is asked to act, be it part of what is said or not."""

_TO_ACT = re.compile(r"\s+(?:not )?[\"“‘«„]?to (?!be \w+e[dn]\b)\w")
_FIRST_TO = Sought(r"\bto\s+", re.IGNORECASE)
_LABEL_TO = re.compile(r"\s+to\s+")
"""Between a speaker and a colon: whom what follows is addressed to."""

_PRONOUN = re.compile(r"(?:us|me|him|them)\b", re.IGNORECASE)

_CLAUSE = re.compile(r"\W*(?:that|to|not to|against|of|about)\b|[,:]? [\"“‘«„]", re.IGNORECASE)

_TO = Sought(
    r"\b(?:said|says|saying|put it|puts it|answered|confided (?:s?he|they)|"
    r"wrote|writes|written|writing|confirm(?:s|ed)|explain(?:s|ed)|"
    r"admit(?:s|ted)|complain(?:s|ed)|confid(?:es|ed)|repeat(?:s|ed)|state[sd]?|remark(?:s|ed)|"
    r"replie[sd]|speaking|spoke|talking|talked|testif(?:ies|ied)|boast(?:s|ed)|announce[sd]?|"
    r"report(?:s|ed)|read|disclosed?|reveal(?:s|ed)|described|declare[sd]?|passed on|"
    r"(?:statement|message|letter|note|e-?mail|remarks|comments|reply|answer|interview|text|"
    r"speech|address|appeal|report|testimony|briefing)(?: (?:sent|addressed|given|delivered|"
    r"read))?)"
    r"(?:\s+\w+ly|\s+it|\s+this)?\s+to\s+",
    re.IGNORECASE,
)
"""Words after which "to" names who is told."""

_WITH = Sought(
    r"(?<!after )(?<!before )(?<!after a )(?<!before a )"
    r"\b(?:interview|conversation|call|talk|exchange|meeting)\s+with\s+",
    re.IGNORECASE,
)
_ASKED = Sought(
    r"\b(?:asked|questioned|pressed|reached|contacted|approached|interviewed|quizzed)\b"
    r"[^.;:\"“”\n]{0,80}?\bby\s+",
    re.IGNORECASE,
)
_WAS_TOLD = Sought(
    r"\b(?:is|am|are|was|were|been)\s+(?:\w+ly\s+)?(?:told|informed|assured)\s+by\b", re.IGNORECASE
)
_MARKS = ("“", '"', "«", "‘")
"""Marks in which the name of a paper may stand."""

_BY = re.compile(r"by\s", re.IGNORECASE)
_STOP = re.compile(
    r"[,;:\"“”«»„()\n]|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)\.|"
    r"\b(?:that|as|saying|about|how|why|what|when|where|who|whom|whose|which|if|whether|after|"
    r"before|while|he|she|it|they|we|there|on|in|at|during|by|from|after|earlier|late|later|"
    r"yesterday|today|tonight|just now|this (?:week|morning|afternoon|evening)|not|to|of what)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:us|(?:our|this) (?:\w+ )?(?:reporter|correspondent|newspaper|paper|broadcaster|desk|"
    r"station|newsroom|website|magazine|programme|channel|outlet|agency|office)s?)",
    re.IGNORECASE,
)
"""How a page names itself where it is told something."""

_SOMEBODY = re.compile(
    r"(?:us|me|him|her|them|(?:reporters|journalists|newsmen|parliament|congress|"
    r"lawmakers|deputies|residents|viewers|readers|listeners|supporters|relatives|families|"
    r"friends|investigators|prosecutors|diplomats|ambassadors|veterans|voters|workers|staff|"
    r"officials|police|envoys|colleagues|neighbours|neighbors|correspondents|mourners|"
    r"passengers|soldiers|troops|villagers|crowds|delegates|senators|ministers|allies|state "
    r"(?:television|radio|media|tv)|local (?:television|radio|media|tv))\b.{0,40}|"
    r"(?:foreign|local|assembled|waiting|fellow|angry|state) \w+|"
    r"(?:the|a|an|his|her|its|their|our|my|this|these|both|two|three|several|some) .{2,70}|"
    r"[A-Z].{1,70})"
)
"""Phrases that name hearers, known by name or not."""

_NOBODY = re.compile(
    r"(?:the|a|an|his|her|its|their|two|three|several) (?:\w+ )?(?:truth|lie|lies|story|stories|"
    r"same|world|point|contrary|extent|effect|joke|tale|difference|time|rest|questions?|"
    r"messages?|excuses?|charges?|enquir(?:y|ies)|inquir(?:y|ies)|investigation)\b",
    re.IGNORECASE,
)

_PEOPLE = re.compile(r"[a-z][a-z-]+(?:s|men|people)(?: (?:of|from|under|across|near) .{2,60})?")
"""Bare plurals, which after a verb of telling are hearers: "told cadets that …"."""

_THINGS = re.compile(r"(?:lies|stories|tales|jokes|things|times|others)\b")
_BEFORE = Sought(
    r"\b(?:said|says|spoke|speaking|told|testified|testifying|declared|assured|stated|repeated)\b"
    r"[^,;:.\n]{0,30}? before (?=(?:(?:the|an?|his|her|its|their) )?(?:[\w-]+ ){0,2}?(?:press|"
    r"court|judges?|commission|committee|council|inquiry|tribunal|panel|hearing|jury|board|crowds?|"
    r"parliament|assembly|congress|senate|reporters|journalists|deputies|cameras)\b)",
    re.IGNORECASE,
)
"""In whose presence something is said."""

_AT = Sought(
    r"\b(?:shout(?:s|ed|ing)|yell(?:s|ed|ing)|scream(?:s|ed|ing)|bark(?:s|ed|ing)|snap(?:s|ped)|"
    r"snarl(?:s|ed)|hiss(?:es|ed)|cri(?:es|ed))\s+(?:\w+ly\s+)?(?:at|to)\s+",
    re.IGNORECASE,
)
"""Verbs of loud saying, with whom they are aimed at."""

_ADDRESSING = Sought(
    r"\b(?:addressing|briefing|receiving|welcoming|speaking (?:to|before|in front of)|talking to|"
    r"(?:appearing|testifying) before|in (?:an?|the|his|her|its|their)(?: \w+)? (?:letter|message|"
    r"certificate|communication|telegram|cable|fax|circular|"
    r"note|e-?mail|memo|speech|statement|interview|(?:tele)?phone call|conversation|meeting|appeal|"
    r"complaint|petition|report)(?: (?:addressed|given|handed|sent|written))? (?:to|with|for))\s+",
    re.IGNORECASE,
)
"""How a sentence begins that tells whom its speaker addresses."""

Named = tuple[Range, Resolution]


def recipient_of(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Who is told within ``scope``, near the draft's cue: "told NHA that …", "to reporters".

    A hearer whom nobody knows by name ("told mourners") has a range and no actor.
    """
    asked = _labelled(story, cast, draft) or _bidden(story, cast, draft, scope)
    return asked or _told(story, cast, draft, scope) or _told_by(story, cast, draft, scope)


def _told(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Whom a verb of telling, a letter, an interview or a speech names as its hearer."""
    openings = story.openings(scope)
    for pattern in (_TOLD, _WARNED, _TO, _AT, _WITH, _ASKED, _BEFORE, _ADDRESSING, _FIRST_TO):
        for match in pattern.finditer(openings):
            first = pattern in (_ADDRESSING, _FIRST_TO)
            leads = first and _leads(story, draft, match.start(), scope)
            if pattern is _FIRST_TO and not leads:
                break
            if _inside(draft, match.start()) or (_far(draft, match.span()) and not leads):
                continue
            found = _hearer(story, cast, draft, match.end(), scope[1], people=pattern is _TOLD)
            if found is None or (pattern is _WARNED and not _warns(story, draft, found[0][1])):
                continue
            if pattern is _ASKED and found[1].actor is None:
                continue
            return found
    return None


def _bidden(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Who is asked to act: "asked residents to stay away", whatever is marked as content."""
    for low, high in draft.cue:
        for match in _BIDDING.finditer(story.openings(scope)):
            if not low <= match.start() < high:
                continue
            limit = min(scope[1], match.end() + _LONGEST)
            stop = _STOP.search(story.text, match.end() + 1, limit)
            end = stop.start() if stop else match.end()
            phrase = trim(story.text, match.end(), end)
            if phrase is not None and _TO_ACT.match(story.text, phrase[1]):
                return _named(story, cast, phrase, people=True)
    return None


def _labelled(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whom a label names beside the speaker: "The minister to relatives: …"."""
    if not draft.source or [story.text[s:e].strip() for s, e in draft.cue] != [":"]:
        return None
    start, end = draft.source[-1][1], draft.cue[0][0]
    lead = _LABEL_TO.match(story.text, start, max(start, min(end, start + _LONGEST)))
    phrase = trim(story.text, lead.end(), end) if lead and end - start < _LONGEST else None
    if phrase is None or _STOP.search(story.text, *phrase):
        return None
    return _named(story, cast, phrase, people=True)


def _far(draft: Draft, at: Range) -> bool:
    """Whether the words at ``at`` stand away from the cue."""
    if not draft.cue:
        return False
    return all(at[0] - end > _NEAR or start - at[1] > _NEAR for start, end in draft.cue)


def _leads(story: Story, draft: Draft, at: int, scope: Range) -> bool:
    """Whether words stand first in a sentence, and its speaker soon after them."""
    first = not story.text[scope[0] : at].strip(" \t\n-–—•\"“'‘")
    return first and any(0 < start - at <= _OPENING for start, _ in draft.source)


def _inside(draft: Draft, at: int) -> bool:
    """Whether a character is of the content, or of the source."""
    return any(start <= at < end for start, end in (*draft.content, *draft.source))


def _warns(story: Story, draft: Draft, end: int) -> bool:
    """Whether what follows the hearer is a clause, or the content."""
    before = any(content_end <= end for _, content_end in draft.content)
    return before or _CLAUSE.match(story.text, end) is not None


def _hearer(
    story: Story, cast: Cast, draft: Draft, start: int, limit: int, *, people: bool = False
) -> Named | None:
    """Who is named by the phrase at ``start``, before the content; ``people`` in any plural."""
    if story.text.startswith(_MARKS, start):
        if _inside(draft, start + 1):
            return None
        start += 1
    if _BY.match(story.text, start):
        return None
    starts = [s for s, _ in (*draft.content, *draft.source) if s >= start]
    end = min([limit, start + _LONGEST, *starts])
    stop = _STOP.search(story.text, start + 1, end)
    phrase = trim(story.text, start, stop.start() if stop else end)
    if phrase is None or any(overlap(phrase, part) for part in draft.source):
        return None
    pronoun = _PRONOUN.match(story.text, *phrase)
    return _named(story, cast, pronoun.span() if pronoun else phrase, people=people)


def _named(story: Story, cast: Cast, phrase: Range, *, people: bool) -> Named | None:
    """Who a phrase names, if it names hearers; ``people`` in any plural."""
    words = story.text[slice(*phrase)]
    plural = people and _PEOPLE.fullmatch(words) is not None and not _THINGS.match(words)
    if (_SOMEBODY.fullmatch(words) is None and not plural) or _NOBODY.match(words):
        return None
    if _OWN.fullmatch(words):
        outlet = cast.outlet(story.page.document.outlet)
        return phrase, Resolution(outlet, "outlet", "the page's own words for itself")
    return phrase, cast.identify(*phrase)


def _told_by(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """The subject of a passive: "the station was told by an officer that …"."""
    for match in _WAS_TOLD.finditer(story.openings(scope)):
        if _far(draft, match.span()) or _inside(draft, match.start()):
            continue
        found = subject_before(story, cast, scope, match.start())
        if found is not None and not any(overlap(found, part) for part in draft.source):
            return found, cast.identify(*found)
    return None
