"""Speech within reported speech: "the Herald reported that the minister told deputies that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.actors import Cast
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.spans import trim, unstopped
from counterclaim.statements.story import Story

__all__ = ["as_said", "inverted", "unnested"]

_THAT = re.compile(r"that\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,]*(?:\w+ly|had|has|have|also|later|then)?[\s,]*", re.IGNORECASE)
_QUOTES = re.compile(r"\b(?:quot|cit)(?:es|ed|ing)\W*$", re.IGNORECASE)
_AS_SAYING = re.compile(r"[^;:\"“”.]{2,120}?,?\s+as\s+(?:having\s+)?\w+(?:ing|id)\s+(?=\S)")
_PARTICIPLE = re.compile(r"(?:\w+ly\s)?\w+ing\b")
"""Who says something by it is who did what the clause before tells."""

_TELLS = re.compile(r"\b(?:told|tells)\W*$", re.IGNORECASE)
"""Verbs behind which stands who is spoken to."""

_LONGEST_NAME = 120
_AFTER_VERB = re.compile(
    r" (?P<who>(?:the |an? |[A-Z])[^,;:\"“”«»\n]{1,60}?)"
    r"(?:,| with reference to[^,;:\n]{2,60},| citing[^,;:\n]{2,60},)"
)


def as_said(story: Story, draft: Draft) -> Draft:
    """The draft without the name in its content: "quoted the mayor, Jan Tol, as saying that …"."""
    if not draft.cue or not _QUOTES.search(story.text[draft.cue[0][0] : draft.cue[-1][1]]):
        return draft
    start, end = draft.content[0]
    name = _AS_SAYING.match(story.text, start, end)
    if name is None or start < draft.cue[-1][1]:
        return draft
    return replace(draft, content=((name.end(), end), *draft.content[1:]))


def unnested(story: Story, cast: Cast, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Range]]:
    """The drafts, with the inner speaker as the source where two share an outer one.

    In "A reported that B told C that …" a reader may see A reporting "that B" and A telling C; what
    is told is B's, and A relays it. Returned beside the drafts are the cues of such inner sayings.
    """
    ordered = sorted(drafts, key=lambda d: d.cue[0] if d.cue else d.content[0])
    kept: list[Draft] = []
    cues: list[Range] = []
    for draft in ordered:
        inner = _inner(story, cast, kept[-1], draft) if kept else None
        if inner is not None:
            kept[-1] = replace(draft, source=(inner,))
            cues.extend(draft.cue)
        else:
            kept.append(draft)
    return kept, cues


def _inner(story: Story, cast: Cast, outer: Draft, draft: Draft) -> Range | None:
    """The speaker between two cues with one source, who is all that the first is said to say."""
    if not outer.cue or not draft.cue or outer.source != draft.source or len(outer.content) != 1:
        return None
    start, end = outer.content[0]
    if start < outer.cue[-1][1] or end > draft.cue[0][0] or end - start > _LONGEST_NAME:
        return None
    if _PARTICIPLE.match(story.text, *draft.cue[0]):
        return None
    if _BETWEEN.fullmatch(story.text, end, draft.cue[0][0]) is None:
        return None
    that = _THAT.match(story.text, start, end)
    name = trim(story.text, that.end(), end) if that else None
    return name if name is not None and cast.identify(*name).actor is not None else None


def inverted(story: Story, cast: Cast, draft: Draft) -> Draft:
    """Who speaks after the verb: "The ship, reports the agency NHA, turned" is no ship's report."""
    if len(draft.source) != 1 or len(draft.cue) != 1 or draft.source[0][1] > draft.cue[0][0]:
        return draft
    (start, end), cue = draft.source[0], draft.cue[0]
    sentence = story.sentence_at(start)
    if sentence is None or story.text[end : cue[0]] != ", " or _TELLS.search(story.text, *cue):
        return draft
    match = _AFTER_VERB.match(story.text, cue[1], sentence[1])
    who = trim(story.text, *match.span("who")) if match else None
    if match is None or who is None or cast.identify(*who).kind not in {"agency", "outlet"}:
        return draft
    rest = trim(story.text, match.end(), unstopped(story.text, sentence[1], match.end()))
    parts = ((start, end), rest) if rest else ((start, end),)
    return replace(draft, source=(who,), content=parts)
