"""Comments that assert a fact about events and name no source: work for a fact-checker."""

from __future__ import annotations

import re

__all__ = ["unsourced_claim"]

_SENTENCE = re.compile(r"[^.!?\n\r]+[.!?]?")
_SOURCE = re.compile(
    r"https?://|www\.|\baccording to\b|\bsources?\b|\breport(?:s|ed|ing)? (?:by|in|from|on|that|"
    r"says?)\b|"
    r"\bas reported\b|\b(?:said|says|told|announced|confirmed|stated|denied|admits?|"
    r"admitted|published|wrote)\b|"
    r"\bcited?\b|\bquot(?:e|ed|ing)\b|\bthe article\b|\blink\b|\bfootage\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:i (?:think|believe|guess|suppose|hope|wonder|wish|feel|love|hate|bet|doubt)|imo|imho|"
    r"my guess|in my opinion|maybe|perhaps|probably|possibly|might|could|would|should|if|seems?|"
    r"looks like|let's|lets|please)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?<![\d:])(?!(?:19|20)\d\d\b)\d[\d,.]*(?![\d:])|"  # No time of day, no year.
    r"two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|all)"
)
_HARM = (
    r"(?:killed|dead|died|dies|injured|wounded|murdered|massacred|bombed|shelled|shot|destroyed)"
)
_COUNT = re.compile(
    rf"\b{_NUMBER}\b(?! of the)[^.!?\n]{{0,60}}\b(?<!of the ){_HARM}\b"
    rf"|\b{_HARM}\b[^.!?\n]{{0,40}}\b{_NUMBER}\b",
    re.IGNORECASE,
)
_ACCUSATION = re.compile(
    r"(?:\b(?:was|were|is|are|been|being|has|have|had)\b|['’](?:re|s|ve)\b)"
    r"(?:\s(?!not\b|never\b|no\b|the\b|an?\b)[\w'’-]{1,20}){0,3}\s(?:behind (?:it|this|that|the)|"
    r"responsible|staged|faked|planned|funded|financed|armed|trained|hired|covered up|"
    r"paid (?:by|to|for|off)|created by|arranged|rigged|edited|doctored|bought|set up|"
    r"complicit|involved|ordered|planted|manned|infiltrated|backed|supported|supplied)\b"
    r"|\b(?:false flag|inside job|cover[- ]?up|crisis actors?|hoax|staged|conspiracy(?! theor))\b"
    r"|\b(?:armed(?! forces)|funded|financed|trained|created|bombed|attacked|invaded|shelled|"
    r"killed|murdered|massacred|gassed|poisoned|staged|faked|faking|destroyed|ordered|planned|supplied|shot|"
    r"sold weapons)\b"
    r"(?= (?:the|this|these|those|their|them|themselves|it|an?|all|its|his|her|our|innocent|"
    r"civilians?|(?-i:[A-Z])))",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:was|were|is) (?:caused by|due to|because of|the result of|no accident|deliberate|"
    r"on purpose|intentional|not a mistake|a lie|(?:a )?fake(?! \w)|fabricated)\b"
    r"|\bon purpose\b|\bdeliberately\b",
    re.IGNORECASE,
)
_CULPRIT = re.compile(
    r"\b(?:they|we know who|he|she|it was \w{2,20}s|[a-z]{3,20}[^\Ws]s) did (?:it|this)\b"
    r"|\b(?:started|caused) (?:this|it|all this)\b"
    r"|\b(?:hiding|hid|covering up|burying|buried) (?:it|the (?:truth|real|number|dead|bodies|"
    r"evidence|facts))\b"
    r"|\b(?:is|are|was|were|'re|'s) (?:all |still )?(?:lying|in on it)\b"
    r"|\balways (?:halve|double|inflate|invent|fake)\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"(?<!\bdid )(?<!\bi )\b(?:look it up|google it|do your (?:own )?research|"
    r"every(?:one|body) knows|open your eyes|connect the dots|follow the money|cui bono|"
    r"before (?:it is|it's|they) deleted?)\b",
    re.IGNORECASE,
)
"""What stands for a source where there is none: the reader is told to look for one."""

_KINDS = ((_COUNT, 0.7), (_ACCUSATION, 0.6), (_CAUSE, 0.6), (_CULPRIT, 0.6), (_APPEAL, 0.5))
_MORE = 0.1


def unsourced_claim(text: str) -> tuple[float, list[tuple[int, int]]]:
    """Score in [0, 1] and the character ranges of what is claimed without a source.

    A count of harm, an accusation with an act, a cause or purpose, a culprit, or an appeal to what
    is said to be known, in a sentence that is neither a question nor put as an opinion. A source
    named anywhere in the comment takes the claim away.
    """
    if _SOURCE.search(text):
        return 0.0, []
    score = 0.0
    spans: list[tuple[int, int]] = []
    for sentence in _SENTENCE.finditer(text):
        if sentence.group().endswith("?") or _OPINION.search(sentence.group()):
            continue
        for pattern, strength in _KINDS:
            match = pattern.search(text, sentence.start(), sentence.end())
            if match is not None:
                score = max(score + _MORE if score else 0.0, strength)
                spans.append(match.span())
    return min(score, 0.95), _merged(spans)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping ranges joined, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
