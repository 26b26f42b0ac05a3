"""Who speaks in sentences turned about: "was told by X", "quoted X as saying", "as X notes"."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.actors import Cast
from counterclaim.statements.chain_words import QUOTED_BY
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.cues import REPORTING_VERB
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.links import party
from counterclaim.statements.spans import trim, unstopped
from counterclaim.statements.story import Story

__all__ = ["after_carrier", "after_cited", "as_reported", "beside_aside", "by_agent", "quoting"]

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?"
    r"(?:\w{2,}ed|told|said|put|held|made|known|written|understood)(?P<by>\s+by)?\W*$",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+by\s+(?=\S)")
_BEFORE_CONTENT = re.compile(r"[^,;:.\"“”\n]{2,90}")
"""An agent as far as the content goes on after it."""

_EMPTY = re.compile(r"it|there", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|informed|assured|warned|advised|briefed)\b", re.IGNORECASE)

_QUOTED = re.compile(r"(?<!\bbeen )(?<!\bwas )(?<!\bwere )(?P<verb>\b(?:quot|cit)(?:es|ed)) $")
_AS_SAYING = re.compile(r",?\s+as\s+(?:having\s+)?\w+(?:ing|id)\b[^;:\"“”.]{0,40}$")
_VERB_REACH = 12

_CITING = re.compile(r"\b(?:citing|quoting|referring to|with reference to)\s+$", re.IGNORECASE)
_CITING_REACH = 24
_FEWEST_WORDS = 3
"""Words from which what follows the one cited is a clause."""

_ASIDE = re.compile(r"(?P<verb>\w+),\s+as\s+(?:the\s+)?$", re.IGNORECASE)
_ASIDE_REACH = 40
_AS = re.compile(r"\W*As\s+(?:the\s+)?")
_SAID_LAST = re.compile(
    r"\b(?:said|says|stated|states|added|adds|stressed|noted|declared|explained|claimed|warned)"
    r"[\s.!?\"”]*$"
)
_SAID_REACH = 24
_PRONOUN = re.compile(r"\b(?P<who>he|she|it|they) (?:has |had |also |then )?$", re.IGNORECASE)


def by_agent(story: Story, cast: Cast, draft: Draft) -> Draft:
    """The agent of a passive as its source: "the paper was told by an officer that …".

    Of "it was announced by the port that …" the "it" is no content.
    """
    if not draft.cue:
        return draft
    start, end = draft.cue[-1]
    passive = _PASSIVE.search(story.text, start, end)
    if passive is None:
        return draft
    by = passive.end() if passive["by"] else None
    if by is None:
        follows = _BY.match(story.text, end)
        by = follows.end() if follows is not None else None
    agent = _agent(story, cast, draft, by) if by is not None else None
    if agent is None or any(overlap(agent, part) for part in draft.source):
        return draft
    said = tuple(part for part in draft.content if not overlap(part, agent))
    real = tuple(part for part in said if not _EMPTY.fullmatch(story.text, *part))
    told = _TOLD.search(passive.group()) is not None
    if not any(s >= agent[1] and (told or _THAT.match(story.text, s)) for s, _ in real):
        return draft
    return replace(draft, source=(agent,), content=real)


def _agent(story: Story, cast: Cast, draft: Draft, at: int) -> Range | None:
    """Who is named at ``at``: up to the content, else by the words themselves."""
    starts = [start for start, _ in draft.content if start > at]
    if starts:
        until = _BEFORE_CONTENT.match(story.text, at, min(starts))
        if until is not None and until.end() == min(starts):
            return trim(story.text, *until.span())
    sentence = story.sentence_at(at)
    found = party(story, cast, at, sentence[1]) if sentence is not None else None
    return found[0] if found is not None else None


def quoting(story: Story, cast: Cast, draft: Draft) -> Draft:
    """The one who quotes as the source of "X quoted Y as saying", whom the chain then finds."""
    if len(draft.source) != 1 or not draft.cue or draft.source[0][1] > draft.cue[-1][0]:
        return draft
    start, end = draft.source[0]
    verb = _QUOTED.search(story.text, max(0, start - _VERB_REACH), start)
    if verb is None or _AS_SAYING.match(story.text[end : draft.cue[-1][1]]) is None:
        return draft
    sentence = story.sentence_at(start)
    subject = subject_before(story, cast, sentence, verb.start("verb")) if sentence else None
    if subject is None:
        return draft
    return replace(draft, source=(subject,), cue=(verb.span("verb"),))


def after_carrier(story: Story, part: Range) -> Range:
    """A source without who has the letter before it: "seen by the Post, the envoy said"."""
    start, end = part
    carried = QUOTED_BY.pattern.search(story.text, start, end)
    comma = story.text.find(", ", carried.end(), end) if carried is not None else -1
    return (trim(story.text, comma + 2, end) or part) if comma >= 0 else part


def after_cited(story: Story, cast: Cast, draft: Draft) -> Draft:
    """The content without whom a medium cites: "according to the agency, citing a guard, …"."""
    start, end = draft.content[0]
    before = story.text[max(0, start - _CITING_REACH) : start]
    if _CITING.search(before) is None or not draft.cue or draft.cue[-1][1] > start:
        return draft
    cited = party(story, cast, start, end)
    if cited is None or story.text[cited[0][1] : cited[0][1] + 1] != ",":
        return draft
    rest = trim(story.text, cited[0][1], end)
    if rest is None or len(story.text[slice(*rest)].split()) < _FEWEST_WORDS:
        return draft
    return replace(draft, content=(rest, *draft.content[1:]))


def beside_aside(story: Story, cast: Cast, draft: Draft) -> Draft:
    """Who concedes in "he concedes, as the office notes, that …": not the one who notes it."""
    if len(draft.source) != 1 or not draft.cue or draft.start < draft.cue[-1][1]:
        return draft
    start = draft.source[0][0]
    aside = _ASIDE.search(story.text, max(0, start - _ASIDE_REACH), start)
    if aside is None or REPORTING_VERB.fullmatch(aside["verb"]) is None:
        return draft
    sentence = story.sentence_at(start)
    verb = aside.start("verb")
    subject = subject_before(story, cast, sentence, verb) if sentence else None
    if subject is None:
        pronoun = _PRONOUN.search(story.text, max(0, verb - _VERB_REACH), verb)
        subject = pronoun.span("who") if pronoun is not None else None
    return replace(draft, source=(subject,), cue=(aside.span("verb"),)) if subject else draft


def as_reported(story: Story, cast: Cast, draft: Draft) -> Draft:
    """Who speaks in "As the agency reported, …, the general said": the general."""
    if len(draft.source) != 1 or not draft.cue or draft.source[0][1] > draft.cue[0][0]:
        return draft
    sentence = story.sentence_at(draft.cue[0][0])
    start = draft.source[0][0]
    if sentence is None or _AS.fullmatch(story.text, sentence[0], start) is None:
        return draft
    low = max(draft.start, sentence[1] - _SAID_REACH)
    verb = _SAID_LAST.search(story.text, low, sentence[1])
    if verb is None or story.quotation_at(verb.start()) is not None:
        return draft
    subject = subject_before(story, cast, sentence, verb.start())
    if subject is None or subject[0] <= draft.start:
        return draft
    said = trim(story.text, draft.start, subject[0])
    cue = trim(story.text, verb.start(), unstopped(story.text, sentence[1]))
    if said is None or cue is None:
        return draft
    return replace(draft, source=(subject,), cue=(cue,), content=(said,))
