"""What a speaker does with the words: force, with negation, and how sure the words are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Certainty, Force, Polarity
from counterclaim.statements.cues import CALLING, FORCE_STEMS
from counterclaim.statements.drafts import Draft, Range
from counterclaim.statements.story import Story

__all__ = ["Manner", "hedges_of", "manner_of"]

_ORDER: tuple[Force, ...] = (
    *("declines", "denies", "admits", "accuses", "demands", "promises", "doubts", "regrets"),
)
_STEMS = {force: re.compile(rf"\b(?:{FORCE_STEMS[force]})\b", re.IGNORECASE) for force in _ORDER}
_NOT = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno longer|\brefus\w+ to|\bdeclin\w+ to)\s+(?:\w+ly )?$", re.IGNORECASE
)
_NOT_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\brefus\w+ to|\bdeclin\w+ to|short of) (?:\w+ly )?(?:deny|denied|denying|rul\w+ out"
    r"|reject\w*|dismiss\w*|disput\w+)",
    re.IGNORECASE,
)
_OWN = r"(?:it|they|he|she|we|i|its [\w' -]{2,30}|their [\w' -]{2,30}|our [\w' -]{2,30}|neither|none of [\w' -]{2,40}?)"
_DENIAL = re.compile(
    rf"^\W*(?:that )?(?:{_OWN} (?:had|has|have|did|was|were|is|are)(?: not|n['’]t|never)? ?(?:not|never|nothing)? ?"
    rf"(?<=not |n't |n’t |ver |ing )|none of [\w' -]{{2,40}} (?:had|has|have|was|were|did)\b|"
    r"not (?:one|a single|so)\b|there (?:was|were|is|are|had been|has been) [\"“]?no\b|"
    rf"{_OWN} [\"“‘]?(?:does|do)(?: not|n['’]t) (?!know|discuss|comment|believe|want|think|have|expect|see|rule|exclude|"
    r"consider|need)|"
    r"[^,;.]{0,60}\b(?:false|baseless|untrue|fabricat\w+|unfounded|groundless|fake|a lie|lies|nonsense|slander|"
    r"invented|invention|propaganda|nothing to do with)\b)",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"\b(?:not (?:only|yet|immediately|clear|known|sure|just|seen|received|heard|aware|decided|the person)|"
    r"never (?:seen|been|heard)|not know|not convinced|not persuaded|not been|no longer)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"^\W*(?:(?:the|these|those|such|any|all|this|that|reports? (?:of|that)|\w+['’]s) )?(?:\w+ ){0,2}?(?:suggestions?|claims?|"
    r"allegations?|accusations?|charges?|rumou?rs?|reports?)\b",
    re.IGNORECASE,
)
_DEMANDING = re.compile(
    r"^\W*(?:that )?(?:\w+ ){0,4}?(?:(?:is|was|are|were) )?(?:demand(?:s|ed|ing)|call(?:s|ed|ing) (?:for|on|upon)|urg(?:es|ed|ing)|"
    r"expects? an? (?:apology|explanation|answer))\b",
    re.IGNORECASE,
)
_ING = re.compile(r"^\W*(?:\w+ ){0,2}?(?P<word>\w+ing)\b")
_EVIL = re.compile(
    r"\b(?:deliberate(?:ly)?|on purpose|intentional(?:ly)?|murder\w*|provocat\w+|aggression|aggressor|atrocit\w+|"
    r"crimes?|criminal\w*|massacre\w*|slaughter\w*|barbar\w+|coward\w+|treacher\w+|terroris[mt]\w*|"
    r"violat(?:ed|es|ing|ions?)|conniv\w+|complicit\w*|complicity|collu\w+|piracy|sabotage\w*|butcher\w*|"
    r"lie[sd]?|lying|cover(?:ing|ed)? up|cover-up|blatant|flagrant|outrage\w*|savage\w*|ethnic cleansing|"
    r"genocide|defending (?:the )?\w+|support(?:s|ing)? (?:for|of|the)? ?\w* ?terror\w*|hostage|hostages|"
    r"human shields?|responsible for|to blame|negligen\w+|reckless\w*|conspir\w+|betray\w+|stab\b|"
    r"hypocri\w+|unprovoked|unlawful\w*|illegal\w*)\b",
    re.IGNORECASE,
)
_SCORN = re.compile(
    r"\b(?:deliberate|murder\w*|provocat\w+|aggression|atrocit\w+|crimes?|criminal|massacre\w*|slaughter|"
    r"barbar\w+|coward\w+|treacher\w+|terror\w*|violation|conniv\w+|complicit\w*|lies?|blatant|flagrant|"
    r"outrage\w*|savage\w*|genocide|stab|betrayal|unacceptable|illegal|unlawful|despicable|heinous|vile|"
    r"disgrace\w*|shameful|inhuman\w*|cruel\w*|evidence|proof|piracy|act of war|brutal\w*|reckless)\b",
    re.IGNORECASE,
)
_CALLING = re.compile(rf"\b(?:{CALLING})\b", re.IGNORECASE)
_SORRY = re.compile(
    r"^\W*(?:that )?(?:[\w'’]+ ){0,4}?[\"“‘']?(?:(?:so|deeply|very|truly|sincere|deep|profound|its|their) ){0,3}(?:regret(?:s|ted|ting)?|apologi[sz](?:es|ed|ing|e for)|"
    r"sorry|condolences|deeply saddened|pained|sorrow|remorse)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must(?! have)|should (?:immediately|now|be held|stop|explain)|ought to|has to|have to)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"^\W*(?:that )?(?:it|they|he|she|we|i|its \w+|our \w+|their \w+)(?: \w+ly)? (?:will|would|shall|['’]ll)\b"
    r"(?! be the| have| not say| only be| mean| seem| appear| like)",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:found no (?:sign|evidence|trace)|no evidence|not convinced|unclear whether|hard to believe|implausible|"
    r"not credible|question mark|raises? (?:\w+ )?(?:doubts?|questions?)|unlikely|cannot be verified|"
    r"could not (?:independently )?(?:verify|confirm))\b",
    re.IGNORECASE,
)
_BLAME_SELF = re.compile(
    r"\b(?:(?:our|my|its|his|her|their|full) responsibility|responsibility (?:is|was) (?:mine|ours)|"
    r"takes? (?:full )?responsibility|(?:was|were) (?:to blame|at fault) and)\b",
    re.IGNORECASE,
)
_MAIN_END = re.compile(
    r"[;.]|\b(?:after|because|which|who|when|while|although|though|since|whereas|as if)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if (?:\w+ ){0,4}?(?:confirmed|true|proven|proved|verified|correct|accurate)"
    r"|if (?:the|it|this|that|they|these|those)\b|assuming|provided that)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:may(?! \d)|might|could(?! not be reached)|possib(?:le|ly)|perhaps|alleged(?:ly)?|reportedly|purported(?:ly)?|"
    r"unconfirmed|supposed(?:ly)?|rumou?red|unverified|potential(?:ly)?|so-called)\b"
)
_PROBABLE = re.compile(
    r"\b(?:likely|probabl[ey]|appear(?:s|ed)?|apparent(?:ly)?|seem(?:s|ed)?|believed to|thought to|suspected|"
    r"presumably|presumed|most likely|it is believed|indications?)\b",
    re.IGNORECASE,
)
_RANKS: tuple[tuple[re.Pattern[str], Certainty], ...] = (
    (_CONDITION, "conditional"),
    (_POSSIBLE, "possible"),
    (_PROBABLE, "probable"),
)


@dataclass(frozen=True)
class Manner:
    """How a thing is said. ``at`` is the range of the words that show the force, where not the cue."""

    force: Force
    polarity: Polarity
    at: Range | None = None
    certainty: Certainty | None = None


def manner_of(story: Story, draft: Draft, own: Range | None = None) -> Manner:
    """Force and polarity of a draft: from its cue, else from what its content does.

    ``own`` is the content's first words where they name the speaker's own side: what "Velmaria will
    …" promises in the mouth of its ministry, "it will …" promises too.
    """
    text = story.text
    window = _window(story, draft)
    said = " ".join(text[s:e] for s, e in draft.content)
    if own is not None:
        said = "it" + said[own[1] - draft.content[0][0] :]
    if any(_NOT_DENIED.search(text, s, e) for s, e in window):
        return Manner("asserts", "positive", certainty="possible")
    if draft.force is not None:
        return Manner(draft.force, _polarity(draft.force, said))
    found = _by_cue(text, window, draft)
    if found is not None:
        force, at = found
        return Manner(force, _polarity(force, said), None if covered_by(at, draft.cue) else at)
    force_in_words = _by_content(text, draft, said)
    return Manner(force_in_words, _polarity(force_in_words, said))


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
    for force in _ORDER:
        for (low, high), (start, end) in zip(windows, draft.cue, strict=True):
            for match in _STEMS[force].finditer(text, low, high):
                if match.end() <= start or (match.start() >= end and force != "declines"):
                    continue
                negated = force != "declines" and _NOT.search(text, low, match.start())
                if negated or not _apt(text, force, match, draft):
                    continue
                return force, (max(match.start(), low), match.end())
    return None


def _apt(text: str, force: Force, match: re.Match[str], draft: Draft) -> bool:
    """Whether an ambiguous cue has the force that its stem suggests in this place."""
    if force == "accuses" and _CALLING.fullmatch(match.group()):
        return True
    if force == "declines" and match.group().lower().startswith(("decline", "refus")):
        return not re.match(
            r"\W*(?:an|the) (?:offer|invitation)", text[match.end() : match.end() + 20]
        )
    return True


def _by_content(text: str, draft: Draft, said: str) -> Force:
    """The force of words that a plain verb of saying introduces."""
    cue = " ".join(text[s:e] for s, e in draft.cue)
    head = _MAIN_END.split(said, maxsplit=1)[0]
    if _CALLING.search(cue):
        if _CLAIMS.match(said):
            return "denies"
        return "accuses" if _SCORN.search(said) else "asserts"
    participle = _ING.match(said)
    if participle is not None:
        for force in _ORDER:
            if _STEMS[force].fullmatch(participle["word"]):
                return force
    if _SORRY.search(said) and not _MUST.search(said):
        return "regrets"
    if _DEMANDING.match(said):
        return "demands"
    if _BLAME_SELF.search(said):
        return "admits"
    if _DOUBT.search(said[:160]):
        return "doubts"
    if _DENIAL.match(said) and not _NO_DENIAL.search(head):
        return "denies"
    if _WILL.search(said):
        return "promises"
    if _MUST.search(head):
        return "demands"
    return "accuses" if _EVIL.search(head) and _accusing(cue) else "asserts"


def _accusing(cue: str) -> bool:
    """Whether the cue lets an evil deed in the content be the speaker's charge against somebody."""
    return not re.search(r"\b(?:report|confirm|announc|learn|hear|add)", cue, re.IGNORECASE)


def _polarity(force: Force, said: str) -> Polarity:
    if force == "denies":
        return "negative"
    head = _MAIN_END.split(said, maxsplit=1)[0]
    return "negative" if _DENIAL.match(said) and not _NO_DENIAL.search(head) else "positive"


def hedges_of(
    story: Story, content: Sequence[Range], start: int, end: int
) -> tuple[Certainty, list[Range]]:
    """How sure the content is, and the words that lower it.

    Hedges count in the content, and, for conditions ("If confirmed, …"), in the rest of the sentence
    ``[start, end)`` before it. A hedge after the main clause leaves the certainty as it is.
    """
    found: list[tuple[int, Range]] = []
    for low, high in content:
        main = _MAIN_END.search(story.text, low, high)
        limit = main.start() if main else high
        for rank, (pattern, _) in enumerate(_RANKS):
            for match in pattern.finditer(story.text, low, high):
                found.append((rank if match.start() < limit else len(_RANKS), match.span()))
    before = content[0][0] if content else start
    for match in _CONDITION.finditer(story.text, start, max(start, before)):
        found.append((0, match.span()))
    best = min((rank for rank, _ in found), default=len(_RANKS))
    certainty: Certainty = _RANKS[best][1] if best < len(_RANKS) else "certain"
    return certainty, sorted({span for _, span in found})
