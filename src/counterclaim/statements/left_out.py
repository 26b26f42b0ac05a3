"""Attributions that the model leaves out, found by syntax beside those it gives.

Who "was quoted as saying", who "reported, and later confirmed", who speaks "with an official
saying".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.actors import Cast
from counterclaim.language import Sought
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.drafts import Draft, Range, Ranges
from counterclaim.statements.spans import LONGEST_CLAUSE, trim, unstopped
from counterclaim.statements.story import Story

__all__ = ["coordinate", "quoted_as", "with_saying"]

_QUOTED_AS = Sought(
    r"\b(?:was|were|is|are|been|being)\s+(?:widely\s+)?(?:quoted|cited|"
    r"reported)\b[^,;:\"“”.]{0,90}?\bas\s+"
    r"(?:saying|telling|stating|claiming|insisting|warning|confirming|denying|adding|having "
    r"said)\b",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"\s+(?:by|in|on)\s+(?:the\s|an?\s)?[^,;:\"“”]{2,60}[.!?]?\s*$")
_COORDINATE_REACH = 200
_COORDINATE = re.compile(
    r",?\s*\b(?:and|then|but)\b(?:[\s,]+(?:shortly|soon|later|then|also|thereafter|afterwards|"
    r"subsequently|after|a|"
    r"little|few|minutes|hours))*\s*$",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(
    r"\b(?:said|says|reported|reports|confirmed|confirms|announced|announces|claimed|claims|"
    r"stated|declared|admitted|"
    r"denied|repeated|acknowledged|insisted)\W*$",
    re.IGNORECASE,
)
_WITH = Sought(
    r"[,;]?\s*\bwith\s+(?P<who>[^,;:\"“”.]{3,80}?)\s+(?P<cue>saying|adding|warning|claiming|"
    r"insisting|telling|stating|"
    r"calling|accusing|denying|demanding|confirming|describing|alleging|vowing|promising|"
    r"admitting|complaining)\b",
    re.IGNORECASE,
)


def quoted_as(story: Story, cast: Cast) -> Iterator[Draft]:
    """X speaks in "X was quoted by the agency as saying that …"; the agency relays."""
    for sentence in story.sentences:
        for match in _QUOTED_AS.finditer(story.openings(sentence)):
            if story.quotation_at(match.start()) is not None:
                continue
            source = subject_before(story, cast, sentence, match.start())
            before = _said_before(story, sentence, source, match.end())
            content = before or trim(
                story.text, match.end(), unstopped(story.text, sentence[1], match.end())
            )
            if source is not None and content is not None:
                yield Draft((source,), (match.span(),), (content,), 0.9, None, "quoted-as")


def _said_before(story: Story, sentence: Range, source: Range | None, end: int) -> Range | None:
    """The clause before "X was quoted as saying by the agency"."""
    if source is None or _BY_WHOM.match(story.text, end, sentence[1]) is None:
        return None
    return trim(story.text, sentence[0], source[0])


def coordinate(story: Story, cast: Cast, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What X says in "X reported, and later Y confirmed, that …": the same as Y."""
    known = Ranges(cue for draft in drafts for cue in draft.cue)
    for draft in drafts:
        if not draft.source or not draft.cue or draft.start < draft.cue[-1][1]:
            continue
        sentence = story.sentence_at(draft.cue[0][0])
        if sentence is None or draft.source[0][0] <= sentence[0]:
            continue
        low = max(sentence[0], draft.source[0][0] - _COORDINATE_REACH)
        before = story.text[low : draft.source[0][0]]
        joint = _COORDINATE.search(before)
        verb = _VERB_LAST.search(before[: joint.start()]) if joint else None
        if verb is None:
            continue
        at = (low + verb.start(), low + len(before[: verb.end()].rstrip(" ,")))
        source = subject_before(story, cast, sentence, at[0])
        if source is not None and not known.touch(at):
            yield replace(draft, source=(source,), cue=(at,), rule="coordinate", force=None)


def with_saying(
    story: Story, cast: Cast, drafts: Sequence[Draft]
) -> tuple[list[Draft], list[Draft]]:
    """The drafts cut at "…, with an official saying …", and the official's own.

    Returns the drafts given, without what now is another's, and the new ones.
    """
    cuts: list[Range] = []
    taken = Ranges(part for draft in drafts for part in draft.cue)
    found: list[Draft] = []
    for sentence in story.sentences:
        for match in _WITH.finditer(story.openings(sentence)):
            cue = match.span("cue")
            who = trim(story.text, *match.span("who"))
            if who is None or story.quotation_at(cue[0]) is not None:
                continue
            if cast.identify(*who).actor is None:
                continue
            cuts.append((match.start(), sentence[1]))
            content = trim(story.text, cue[1], min(sentence[1], cue[1] + LONGEST_CLAUSE))
            if content is not None and not taken.touch(cue):
                found.append(Draft((who,), (cue,), (content,), 0.8, None, "with-saying"))
    return [_without(draft, cuts) for draft in drafts], found


def _without(draft: Draft, cuts: Sequence[Range]) -> Draft:
    """The draft with its content ended where a cut begins, unless its cue comes after that."""
    after = bisect_right(cuts, draft.cue[0]) if draft.cue else len(cuts)
    if after == len(cuts):
        return draft
    start, end = cuts[after]
    return draft.with_content(
        (s, start if s < start < e <= end + 2 else e) for s, e in draft.content
    )
