"""Words that a commenter repeats and does not own: quoted, reported, denounced."""

from __future__ import annotations

import re

from counterclaim.language import quotations

__all__ = ["denounces", "own_words"]

# Counter-speech says that something was said and that it is wrong, or that it must not be said.
_JUDGED = re.compile(
    r"\b(?:racist|racism|sexist|sexism|misogyn\w*|homophob\w*|transphob\w*|islamophob\w*|"
    r"xenophob\w*|antisemit\w*|anti-semit\w*|bigot\w*|hateful|hate speech|slurs?|offensive|"
    r"unacceptable|derogatory|dehumani[sz]\w*|prejudice\w*|discriminat\w*|intoleran\w*|"
    r"disrespectful|asham\w*|shame\w*|wrong|lie|lies|nonsense|untrue|false|unfair|sacked|deleted|"
    r"not (?:ok|okay|acceptable|funny|true|right)|not a joke)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:says?|said|saying|calls?|called|calling|claims?|claimed|claiming|thinks?|thinking|"
    r"writes?|wrote|writing|posts?|posted|posting|shouts?|shouted|shouting|chant\w*|idea|"
    r"word|words|phrases?|statements?|comments?|remarks?)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:stop (?:saying|calling|claiming)|never (?:say|call)|should(?:n't|n’t| not) (?:say|call)|"
    r"(?:do not|don't|don’t) (?:say|call|tell me)|how dare you|the right to (?:say|call)|"
    r"report(?:ed|ing)? (?:this|that|your) (?:post|comment|tweet|account|user))\b",
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


def denounces(own: str, *, quotes: bool = False) -> bool:
    """Whether the commenter's own words say that somebody's words are wrong.

    `quotes`: the comment quotes somebody, so that no verb of saying is needed.
    """
    if _FORBIDDEN.search(own):
        return True
    return _JUDGED.search(own) is not None and (quotes or _SAID.search(own) is not None)
