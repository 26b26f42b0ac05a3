"""Quotations with no cue of their own, given to who spoke before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from counterclaim.statements.drafts import Draft, Range, Ranges, covered
from counterclaim.statements.story import Story

__all__ = ["carry_on"]

_FEWEST_WORDS = 4
"""Words from which a quotation may be speech; less is a name or a scare quote."""

_WORD = re.compile(r"\w")


def carry_on(story: Story, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with whole quotations that nobody is the source of given to who spoke before.

    A quoted sentence right after a quoted statement of the same paragraph, and a paragraph that
    re-opens an unclosed quotation, carry that statement on.
    """
    result = sorted(drafts, key=lambda draft: draft.hull)
    starts = [draft.hull[0] for draft in result]
    taken = Ranges(part for d in result for part in (*d.content, *d.cue, *d.source))
    for quotation in story.quotations:
        span = (quotation.start, quotation.end)
        if taken.touch(span) or not _alone(story, span):
            continue
        index = bisect_left(starts, span[0]) - 1
        if index >= 0 and _carries(story, result[index], span, quotation.continues):
            result[index] = result[index].with_content({*result[index].content, span})
    return result


def _alone(story: Story, span: Range) -> bool:
    """Whether the quotation is long enough, and nothing else stands in its sentences."""
    sentence = story.sentence_at(span[0])
    if sentence is None or len(story.text[span[0] : span[1]].split()) < _FEWEST_WORDS:
        return False
    last = story.sentence_at(span[1] - 1) or sentence
    before = _WORD.search(story.text, sentence[0], span[0])
    return before is None and _WORD.search(story.text, span[1], last[1]) is None


def _carries(story: Story, draft: Draft, span: Range, continues: bool) -> bool:
    """Whether the quotation at ``span`` goes on with what ``draft`` quotes."""
    last = story.quotation_at(draft.content[-1][1] - 1)
    if (last or story.quotation_at(draft.start)) is None or not draft.source:
        return False
    between = (draft.hull[1], span[0])
    gap = _WORD.search(story.text, *between) is None
    if gap and (continues or "\n" not in story.text[between[0] : between[1]]):
        return True
    opened = last is not None and not last.closed
    return continues and opened and not covered(span, draft.content)
