"""Who speaks within what is cited: the links of a chain that stand in the content itself."""

from __future__ import annotations

import re

from counterclaim.actors import Cast
from counterclaim.statements.chain_words import (
    HAS,
    HAS_SAYING,
    IN_WHICH,
    INNER_KNEW,
    INNER_TOLD,
    ITSELF_TOLD,
)
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.links import Named
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = ["has_saying", "in_which", "inner_knower", "inner_teller", "whole_saying"]

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
