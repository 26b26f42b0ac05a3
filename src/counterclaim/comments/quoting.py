"""Words that a commenter repeats and does not own: quoted, reported, denounced."""

from __future__ import annotations

import re

from counterclaim.language import quotations

__all__ = ["denounces", "own_words"]

# Counter-speech names what was said as wrong, or says that it must not be said.
_CUES = re.compile(
    r"\b(?:racist|racism|sexist|sexism|misogyn\w*|homophob\w*|transphob\w*|islamophob\w*|"
    r"xenophob\w*|"
    r"antisemit\w*|anti-semit\w*|bigot\w*|hateful|hate speech|slurs?|offensive|unacceptable|"
    r"derogatory|dehumani[sz]\w*|prejudice\w*|discriminat\w*|intoleran\w*|disrespectful|"
    r"report(?:ed|ing)? (?:this|that|your|the|him|her|them) \w*|"
    r"(?:who|people|anyone|somebody|someone|you|he|she|they) (?:who )?(?:says?|said|saying|calls?|"
    r"called|calling|claims?|thinks?|writes?|wrote|posts?|posted|shouts?|shouted)|"
    r"(?:saying|calling|claiming|writing|posting|shouting|chanting|using the word|phrases? like|"
    r"statements? like|comments? like|stop saying|never say|should(?:n't|n’t| not) say|"
    r"(?:is|are) not (?:ok|okay|acceptable|funny)|not a joke))\b",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """``text`` with every quotation blanked out, character for character."""
    pieces: list[str] = []
    done = 0
    for quotation in quotations(text):
        if quotation.start < done or not quotation.closed:
            continue
        pieces.append(text[done : quotation.start])
        pieces.append(" " * (quotation.end - quotation.start))
        done = quotation.end
    pieces.append(text[done:])
    return "".join(pieces)


def denounces(own: str) -> bool:
    """Whether the commenter's own words say that somebody's words are wrong."""
    return _CUES.search(own) is not None
