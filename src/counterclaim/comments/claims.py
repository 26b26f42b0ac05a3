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
    r"in my opinion|maybe|perhaps|probably|possibly|might|could|would|should|if|seems?|looks like|"
    r"let's|lets|please)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|all)"
)
_HARM = (
    r"(?:killed|dead|died|dies|injured|wounded|murdered|massacred|bombed|shelled|shot|destroyed)"
)
_COUNT = re.compile(
    rf"\b{_NUMBER}\b[^.!?\n]{{0,60}}\b{_HARM}\b|\b{_HARM}\b[^.!?\n]{{0,40}}\b{_NUMBER}\b",
    re.IGNORECASE,
)
_ACCUSATION = re.compile(
    r"\b(?:was|were|is|are|been|being|has|have|had)\b[^.!?\n]{0,40}\b(?:behind (?:it|this|that|"
    r"the)|"
    r"responsible|staged|faked|planned|funded|financed|armed|trained|paid|hired|created|covered up|"
    r"complicit|involved|ordered|planted|manned|infiltrated|backed|supported|supplied)\b"
    r"|\b(?:false flag|inside job|cover[- ]?up|crisis actors?|hoax|staged|conspiracy(?! theor))\b"
    r"|\b(?:armed|funded|financed|trained|created|bombed|attacked|invaded|shelled|killed|murdered|"
    r"massacred|gassed|poisoned|staged|faked|destroyed|ordered|planned|supplied|sold weapons)\b"
    r"(?= (?:the|this|these|those|their|them|all|its|his|her|our|innocent|civilians?|"
    r"(?-i:[A-Z])))",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:was|were|is) (?:caused by|due to|because of|the result of|no accident|deliberate|"
    r"on purpose|"
    r"intentional|not a mistake|a lie|a fake|fake|fabricated)\b|\bon purpose\b|\bdeliberately\b",
    re.IGNORECASE,
)
_KINDS = ((_COUNT, 0.7), (_ACCUSATION, 0.6), (_CAUSE, 0.6))
_MORE = 0.1


def unsourced_claim(text: str) -> tuple[float, list[tuple[int, int]]]:
    """Score in [0, 1] and the character ranges of what is claimed without a source.

    A count of harm, an accusation with an act, or a cause or purpose, in a sentence that is neither
    a question nor put as an opinion. A source named anywhere in the comment takes the claim away.
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
