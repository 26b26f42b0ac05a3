"""Attributions by which nobody says anything: plans, attitudes, banners, questions put."""

from __future__ import annotations

import re

from counterclaim.statements.cues import ATTITUDE, FORCE_VERB, REPORTING_VERB
from counterclaim.statements.drafts import Draft, overlap
from counterclaim.statements.story import Story

__all__ = ["says_nothing"]

_HYPOTHETICAL = re.compile(
    r"\b(?:(?-i:may)|might|could|should|would have|if)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_MODAL = re.compile(r"^\W*(?:may|might|could|should)\b(?! not be reached)", re.IGNORECASE)
_LIVES = re.compile(
    r"^\W*(?:the|at least|about|some)? ?(?:\w+ )?(?:lives?\b|victims?\b)"
    r"(?! (?:was|were|is|are|had|has|have|did|died|could|would|will)\b)",
    re.IGNORECASE,
)
"""What a blast claims."""

_CLAIMS = re.compile(r"\bclaim(?:s|ed|ing)?\W*$", re.IGNORECASE)

_UNSOURCED = re.compile(
    r"\b(?:reportedly|allegedly|purported\w*|believed|thought|rumou?red|said)\b", re.IGNORECASE
)
"""Cues by which words are reported without saying whose they are."""

_ASKED = re.compile(r"^\W*(?:was |were |when )?(?:asked|recall|imagine|ask)\b", re.IGNORECASE)
_AS_SAYING = re.compile(r"(?:,[^,;:\"“”.]{2,60})?,?\s+as\s+\w+ing\b", re.IGNORECASE)
_QUOTES = re.compile(r"\b(?:quot|cit)(?:es|ed|ing)\W*$", re.IGNORECASE)
_BANNER = re.compile(r"\W*(?:BREAKING|LIVE|UPDATED?|EXCLUSIVE|WATCH|DEVELOPING)\b")
"""What stands over a headline and is no verb of the one named beside it."""

_NOBODY = re.compile(r"\W*(?:no|no[- ]one|nobody|none|neither)\b", re.IGNORECASE)
"""Whom a source names that is nobody: "no group has claimed responsibility"."""

_OWNED = re.compile(r"\b(?:claim|admit)\w*", re.IGNORECASE)

_FOUND_OUT = re.compile(r"\b(?:determin(?:es|ed)|(?P<agreed>agree[sd]?))\W*$", re.IGNORECASE)
_CLAUSE = re.compile(r"\W*(?:that|it|he|she|they|there)\b", re.IGNORECASE)
_TO = re.compile(r"\W*(?:to|whether|if|how|what|who|why)\b", re.IGNORECASE)
"""How what somebody determined begins that is no finding: "determined to win"."""

_DEED_BY = re.compile(
    r"\b(?:was|were|been|being) (?:hit|struck|attacked|bombed|shelled|killed|shot|seized)\b.*\bby$"
)
"""A deed that is taken for a cue: "the school was hit earlier today by"."""

_CITES_ONLY = re.compile(r"\W*(?:without )?citing\W*$", re.IGNORECASE)
_CLAUSE_WORDS = 6
"""Words that a content has at least which is more than the name of what is cited."""


def says_nothing(story: Story, draft: Draft) -> bool:
    """Whether the cue is a plan, an attitude, or what somebody may yet say."""
    cue = " ".join(story.text[s:e] for s, e in draft.cue)
    start = draft.cue[0][0] if draft.cue else 0
    if (not draft.source and _ASKED.match(cue)) or _BANNER.match(cue):
        return True
    if any(_NOBODY.match(story.text, *part) for part in draft.source) and _OWNED.search(cue):
        return True
    if _CITES_ONLY.match(cue) and len(_said_words(story, draft)) < _CLAUSE_WORDS:
        return True
    if _CLAIMS.search(cue) and _LIVES.match(" ".join(_said_words(story, draft))):
        return True
    if _QUOTES.search(cue) and _AS_SAYING.match(story.text, draft.content[-1][1]):
        return True
    reporting = REPORTING_VERB.search(cue) is not None or _finds(story, draft, cue)
    if reporting and (
        _MODAL.match(cue) or _HYPOTHETICAL.search(story.text, max(0, start - 24), start)
    ):
        return FORCE_VERB["declines"].search(cue) is None
    if reporting:
        return False
    if _DEED_BY.search(cue):
        return True
    nobody = not draft.source and _UNSOURCED.search(cue) is None
    if not nobody and ATTITUDE.search(cue) is None:
        return False
    return not _mostly_quoted(story, draft)


def _finds(story: Story, draft: Draft, cue: str) -> bool:
    """Whether somebody determined that something is so, or agreed: "police determined he fell"."""
    found = _FOUND_OUT.search(cue)
    if not draft.source or found is None:
        return False
    if found["agreed"]:
        return _CLAUSE.match(story.text, *draft.content[0]) is not None
    return _TO.match(story.text, *draft.content[0]) is None


def _said_words(story: Story, draft: Draft) -> list[str]:
    return " ".join(story.text[s:e] for s, e in draft.content).split()


def _mostly_quoted(story: Story, draft: Draft) -> bool:
    size = sum(e - s for s, e in draft.content)
    quoted = sum(
        overlap((q.start, q.end), part) for q in story.quotations for part in draft.content
    )
    return 2 * quoted >= size
