"""Who speaks within what is cited: the links of a chain that stand in the content itself."""

from __future__ import annotations

import re

from counterclaim.actors import Cast
from counterclaim.statements.chain_words import ABSTRACT, PARTY, WHO_HAD
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.inner_words import (
    HAS,
    HAS_SAYING,
    IN_WHICH,
    INNER_ACCORDING,
    INNER_KNEW,
    INNER_LAST,
    INNER_SAYS,
    INNER_TO_HIM,
    INNER_TOLD,
    ITSELF_TOLD,
    TOLD_BY,
)
from counterclaim.statements.links import Named, party
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = [
    "has_saying",
    "heard",
    "in_which",
    "inner_knower",
    "inner_teller",
    "nested",
    "told_by",
    "who_had",
    "whole_saying",
]

_EVERYBODY = re.compile(
    r"\b(?:every(?:body|one)|no(?:body| one)|any(?:body|one)|all)\b", re.IGNORECASE
)
_REACH = 180
"""Code points of a content within which its first verb stands."""


def inner_teller(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whose words the content passes on: "… that a nurse had told him she saw it"."""
    return _within(story, cast, draft, INNER_TOLD)


def inner_knower(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whose knowledge the content passes on: "… that a guard had seen the men arrive"."""
    return _within(story, cast, draft, INNER_KNEW)


def whole_saying(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Who speaks where the content is a saying, hearer and all: "X told the court that …"."""
    return _within(story, cast, draft, ITSELF_TOLD)


def nested(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Who speaks where a medium passes on a whole saying: "… the minister had denied it"."""
    for pattern in (INNER_ACCORDING, INNER_SAYS):
        found = _within(story, cast, draft, pattern)
        if found is not None and _somebody(story, found):
            return found
    start, end = draft.content[-1]
    if story.quotation_at(end - 1) is not None:
        return None
    last = _who(story, cast, INNER_LAST.search(story.text, max(start, end - _REACH), end))
    return last if last is not None and _somebody(story, last) else None


def heard(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whose words, told to the speaker, he passes on: "… that a nurse had told her so"."""
    found = _within(story, cast, draft, INNER_TO_HIM)
    return found if found is not None and _somebody(story, found) else None


def told_by(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Who told the speaker: "said they had been told by soldiers that …"."""
    first = draft.content[0]
    if story.quotation_at(first[0]) is not None:
        return None
    before = [end for _, end in draft.source if end <= first[0]]
    start = max(before, default=first[0])
    match = TOLD_BY.search(story.text, start, min(first[1], first[0] + _REACH))
    return party(story, cast, match.end(), first[1]) if match else None


def who_had(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Whose knowledge the source has: "said the chief, who had spoken to a caretaker"."""
    for start, end in draft.source:
        match = WHO_HAD.search(story.text, start, min(scope[1], end + _REACH))
        if match is not None and match.start() <= end:
            return party(story, cast, match.end(), scope[1])
    return None


def _somebody(story: Story, named: Named) -> bool:
    """Whether people or papers are meant: known, or spoken of as such."""
    (start, end), who = named
    words = story.text[start:end]
    if _EVERYBODY.search(words):
        return False
    return who.actor is not None or (PARTY.match(words) is not None and not ABSTRACT.search(words))


def has_saying(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whom a medium "has" saying something: "Radio Tolm has a fisherman recounting that …"."""
    if not draft.cue:
        return None
    start, end = draft.cue[-1]
    if HAS.match(story.text[start:end]) is None:
        return None
    sentence = story.sentence_at(start)
    limit = min(sentence[1] if sentence else end, end + _REACH)
    return _who(story, cast, HAS_SAYING.match(story.text, end, limit))


def in_which(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Who speaks in the document that the source passes on: "a letter in which the mayor says"."""
    if not draft.cue or draft.cue[0][0] > draft.start:
        return None
    limit = min(scope[1], draft.start + _REACH)
    return _who(story, cast, IN_WHICH.search(story.text, draft.cue[0][0], limit))


def _within(story: Story, cast: Cast, draft: Draft, pattern: re.Pattern[str]) -> Named | None:
    start, end = draft.content[0]
    if story.quotation_at(start) is not None:
        return None
    return _who(story, cast, pattern.match(story.text, start, min(end, start + _REACH)))


def _who(story: Story, cast: Cast, match: re.Match[str] | None) -> Named | None:
    at = trim(story.text, *match.span("who")) if match else None
    return (at, cast.identify(*at)) if at is not None else None
