"""Whether a content is quoted as a whole, in part, or not."""

import re

from counterclaim.records import QuoteType

_OPENING = "\"“”„«‘'"
_QUOTED = re.compile(r"[\"“”„«»]|(?:^|\s)[‘']\w")
_CLOSING = "\"“”»’'"


def quote_type(contents: list[str]) -> QuoteType:
    """`direct` if every span is in quotation marks, `mixed` if some words are, else `indirect`.

    A span without a closing mark counts as quoted: a speech over several paragraphs closes only at
    its end.
    """
    trimmed = [content.strip().rstrip(",.;") for content in contents]
    if all(content[:1] in _OPENING and _only_quoted(content) for content in trimmed):
        return "direct"
    quoted = any(_QUOTED.search(content) for content in trimmed)
    return "mixed" if quoted else "indirect"


def _only_quoted(content: str) -> bool:
    """Whether nothing but punctuation stands outside the first to the last quotation mark."""
    inner = content[1:]
    closing = [at for at, char in enumerate(inner) if char in '"“”»'] or [
        at for at, char in enumerate(inner) if char in _CLOSING
    ]
    return not closing or not re.search(r"\w", inner[closing[-1] + 1 :])
