"""What a speaker does with the words: force, with negation, and how sure the words are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.language import Openings, Sought
from counterclaim.records import Certainty, Force, Polarity
from counterclaim.statements.cues import CALLING, FORCE_STEMS
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.force_forms import Form, form_of
from counterclaim.statements.force_words import (
    ASKED,
    ASKING,
    BLAME_SELF,
    BY_MISTAKE,
    CLAIMS,
    CONCEDING,
    CONDITION,
    DEMANDING,
    DENIAL,
    DISOWNING,
    DONE_BY,
    DOUBT,
    EVIL,
    FLAT,
    HARM,
    ING,
    INSISTING,
    MAIN_END,
    MUST,
    NO_ACT,
    NO_DENIAL,
    NO_NEWS,
    NOT,
    NOT_DENIED,
    OFFERING,
    ORDERING,
    OWN_ACT,
    POSSIBLE,
    PROBABLE,
    REQUIRING,
    SCORN,
    SILENT,
    SORRY,
    TO_ACT,
    WILL,
)
from counterclaim.statements.story import Story

__all__ = ["Manner", "hedges_of", "manner_of", "polarity_of"]

_ORDER: tuple[Force, ...] = (
    *("declines", "denies", "admits", "accuses", "demands", "promises", "doubts", "regrets"),
)
_STEMS = {force: Sought(rf"\b(?:{FORCE_STEMS[force]})\b", re.IGNORECASE) for force in _ORDER}
_CALLING = re.compile(rf"\b(?:{CALLING})\b", re.IGNORECASE)
_RANKS: tuple[tuple[Sought, Certainty], ...] = (
    (CONDITION, "conditional"),
    (POSSIBLE, "possible"),
    (PROBABLE, "probable"),
)


_REFERS = re.compile(
    r"\brefer(?:s|red) (?:\w+ ){0,3}?(?:questions|enquiries|inquiries|reporters|journalists|"
    r"requests|us)\b",
    re.IGNORECASE,
)
_TO_SPEAK = re.compile(
    r"\W*(?:be (?:drawn|interviewed|named)|accept|acknowledg|add|address|admit|answer|comment|"
    r"confirm|den|detail|disclos|discuss|draw|elaborat|explain|giv|identif|let|name|offer|provid|"
    r"releas|repl|respond|reveal|say|shar|show|speak|specif|speculat|stat|take|talk|tell)",
    re.IGNORECASE,
)
"""What is refused by who keeps silent; who refuses to step down does not."""

_LEADING_CLAUSE = 10
_AGENT_REACH = 30
"""Code points before a party's name within which "carried out by the" stands."""

_HARM_REACH = 70
"""Code points after a party's name within which the verb is what it did."""

_DOUBT_REACH = 160
"""Code points of a content within which words of doubt are about all of it."""


@dataclass(frozen=True)
class Manner:
    """How a thing is said, by the rules.

    ``at`` is where the force shows, if not in the cue. ``exact`` where the verb that cites does
    what it says ("denied", "urged"), or the form of the sentence leaves no doubt.
    """

    force: Force
    polarity: Polarity
    at: Range | None = None
    certainty: Certainty | None = None
    exact: bool = False


def manner_of(
    story: Story, draft: Draft, own: Range | None = None, other: Range | None = None
) -> Manner:
    """Force and polarity of a draft: from its cue, else from what its content does.

    ``own`` is the content's first words where they name the speaker's own side: what "Velmaria will
    …" promises in the mouth of its ministry, "it will …" promises too. ``other`` is where they
    name another party: what it did, a party accuses it of.
    """
    text = story.text
    window = _window(story, draft)
    said = " ".join(text[s:e] for s, e in draft.content)
    if own is not None:
        said = "it" + said[own[1] - draft.content[0][0] :]
    if any(NOT_DENIED.search(text, s, e) for s, e in window):
        return Manner("asserts", "positive", certainty="possible", exact=True)
    form = form_of(" ".join(text[s:e] for s, e in draft.cue), said)
    if form is not None and form.cue is not None:
        return _of_form(form, said)
    if draft.force is not None:
        return Manner(draft.force, polarity_of(draft.force, said), exact=True)
    found = _by_cue(text, window, draft)
    if found is not None:
        force, at = found
        shown = None if covered_by(at, draft.cue) else at
        return Manner(force, polarity_of(force, said), shown, exact=True)
    if form is not None:
        return _of_form(form, said)
    force_in_words = _by_content(text, draft, said, other)
    plain = force_in_words == "asserts" and NO_NEWS.match(said) is not None
    return Manner(force_in_words, polarity_of(force_in_words, said), exact=plain)


def _of_form(form: Form, said: str) -> Manner:
    return Manner(form.force, polarity_of(form.force, said), certainty=form.certainty, exact=True)


def covered_by(at: Range, cue: Sequence[Range]) -> bool:
    """Whether the words at ``at`` are the cue's."""
    return any(s <= at[0] and at[1] <= e for s, e in cue)


def _window(story: Story, draft: Draft) -> list[Range]:
    """The cue with the words of its verb group on both sides, within the sentence."""
    windows: list[Range] = []
    taken = [*draft.source, *draft.content]
    for start, end in draft.cue:
        sentence = story.sentence_at(start) or (start, end)
        low = max([sentence[0], start - 30, *(e for _, e in draft.source if e <= start)])
        following = [s for s, _ in taken if s >= end]
        high = min([sentence[1], end + 40, *following])
        if following and high == min(s for s, _ in taken if s >= end):
            high = min(high + 14, sentence[1]) if any(s == high for s, _ in draft.content) else high
        windows.append((low, max(high, end)))
    return windows


def _by_cue(text: str, windows: Sequence[Range], draft: Draft) -> tuple[Force, Range] | None:
    """The force that the cue's words show, not turned round by a negation."""
    parts = [Openings(text, *window) for window in windows]
    for force in _ORDER:
        for (low, _), words, (start, end) in zip(windows, parts, draft.cue, strict=True):
            for match in _STEMS[force].finditer(words):
                if match.end() <= start or (match.start() >= end and force != "declines"):
                    continue
                negated = force != "declines" and NOT.search(text, low, match.start())
                if negated or not _apt(text, force, match, draft):
                    continue
                return force, (max(match.start(), low), match.end())
    return None


def _apt(text: str, force: Force, match: re.Match[str], draft: Draft) -> bool:
    """Whether an ambiguous cue has the force that its stem suggests in this place."""
    if force == "accuses" and _CALLING.fullmatch(match.group()):
        return True
    if force == "declines" and match.group().lower().startswith(("decline", "refus")):
        following = text[match.end() : match.end() + 20]
        if match.group().lower().startswith("refus") and match.group().endswith(" to"):
            return _TO_SPEAK.match(following) is not None
        return not re.match(r"\W*(?:an|the) (?:offer|invitation)", following)
    return True


def _by_content(text: str, draft: Draft, said: str, other: Range | None) -> Force:
    """The force of words that a plain verb of saying introduces."""
    cue = " ".join(text[s:e] for s, e in draft.cue)
    head = _main_clause(said)
    words, citing = Openings(said), Openings(cue)
    if _CALLING.search(cue):
        if CLAIMS.match(said):
            return "denies"
        return "accuses" if SCORN.search(words) else "asserts"
    shown: tuple[tuple[Force, bool], ...] = (
        ("declines", SILENT.search(words, _HARM_REACH) is not None),
        ("declines", _REFERS.search(f"{cue} {said}"[:_HARM_REACH]) is not None),
        ("regrets", SORRY.search(words) is not None and MUST.search(words) is None),
        ("demands", DEMANDING.match(said) is not None),
        ("demands", ASKING.search(citing) is not None and ASKED.match(said) is not None),
        ("demands", ORDERING.search(citing) is not None and TO_ACT.match(said) is not None),
        ("demands", REQUIRING.search(citing) is not None),
        ("promises", OFFERING.search(citing) is not None),
        ("admits", BLAME_SELF.search(words) is not None),
        ("admits", BY_MISTAKE.search(words) is not None),
        ("admits", CONCEDING.search(citing) is not None and OWN_ACT.match(said) is not None),
        ("doubts", DOUBT.search(words, _DOUBT_REACH) is not None),
        ("denies", DENIAL.match(said) is not None and NO_DENIAL.search(head) is None),
        ("denies", DISOWNING.search(words, _DOUBT_REACH) is not None),
        ("denies", NO_ACT.match(said) is not None),
        ("denies", INSISTING.search(citing) is not None and FLAT.match(said) is not None),
        ("promises", WILL.search(words) is not None),
        ("demands", MUST.may(words) and MUST.pattern.search(head) is not None),
        (
            "accuses",
            EVIL.may(words) and EVIL.pattern.search(head) is not None and _accusing(cue),
        ),
        ("accuses", other is not None and _charges(text, other) and _accusing(cue)),
    )
    found: Force = next((force for force, seen in shown if seen), "asserts")
    return _by_participle(said) or found


def _main_clause(said: str) -> str:
    """The words before the first subordinate clause, or after one that stands first."""
    cut = MAIN_END.search(said)
    if cut is None:
        return said
    if cut.start() > _LEADING_CLAUSE:
        return said[: cut.start()]
    comma = said.find(",", cut.end())
    return said[comma + 1 :] if comma >= 0 else said


def _by_participle(said: str) -> Force | None:
    """The force of a content that begins with one: "issued a note conceding …"."""
    participle = ING.match(said)
    if participle is None:
        return None
    word = participle["word"]
    return next((force for force in _ORDER if _STEMS[force].pattern.fullmatch(word)), None)


def _charges(text: str, other: Range) -> bool:
    """Whether harm follows the name of another party, close by, or was "done by" it."""
    if HARM.pattern.search(text, other[1], other[1] + _HARM_REACH) is not None:
        return True
    before = text[max(0, other[0] - _AGENT_REACH) : other[0]]
    return any(match.end() == len(before) for match in DONE_BY.finditer(before))


def _accusing(cue: str) -> bool:
    """Whether the cue lets an evil deed in the content be the speaker's charge against somebody."""
    return not re.search(r"\b(?:report|confirm|announc|learn|hear|add)", cue, re.IGNORECASE)


def polarity_of(force: Force, said: str) -> Polarity:
    """``negative`` where the words deny, by their force or their own negation."""
    if force == "denies":
        return "negative"
    head = _main_clause(said)
    return "negative" if DENIAL.match(said) and not NO_DENIAL.search(head) else "positive"


def hedges_of(
    story: Story, content: Sequence[Range], start: int, end: int
) -> tuple[Certainty, list[Range]]:
    """How sure the content is, and the words that lower it.

    Hedges count in the content, and, for conditions ("If confirmed, …"), in the rest of the
    sentence ``[start, end)`` before it. One after the main clause leaves the certainty as it is.
    """
    found: list[tuple[int, Range]] = []
    for low, high in content:
        words = story.openings((low, high))
        hedges = [
            (rank, match.span())
            for rank, (pattern, _) in enumerate(_RANKS)
            for match in pattern.finditer(words)
        ]
        main = MAIN_END.search(story.text, low, high) if hedges else None
        limit = main.start() if main else high
        found.extend((rank if span[0] < limit else len(_RANKS), span) for rank, span in hedges)
    before = content[0][0] if content else start
    if CONDITION.may(story.openings((start, max(end, before)))):
        conditions = CONDITION.pattern.finditer(story.text, start, max(start, before))
        found.extend((0, match.span()) for match in conditions)
    best = min((rank for rank, _ in found), default=len(_RANKS))
    certainty: Certainty = _RANKS[best][1] if best < len(_RANKS) else "certain"
    return certainty, sorted({span for _, span in found})
