"""Words that authors of page templates put into ``class``, ``id``, ``role`` and ``itemprop``."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "BLOCK_TAGS",
    "CUES",
    "SKIPPED_TAGS",
    "cue_bits",
    "has_cue",
    "is_hidden",
    "kin",
    "template_words",
]

CUES: dict[str, str] = {
    "comment": (
        r"comment|disqus|repl(?:y|ies)|respon[ds]|discuss|talkback|feedback"
        r"|livefyre|readeropinion|ugc|haveyoursay|userpost|thread"
    ),
    "nav": r"nav|menu|breadcrumb|tabs?\b|toolbar|masthead|topbar|skip|sitemap|header",
    "ad": r"\bads?\b|advert|sponsor|promo|banner|dfp|taboola|outbrain|\bmpu\b|offer|shop",
    "related": (
        r"relat|more[-_ ]?(?:stor|on|from|news|head|link|in)|recirc|recommend"
        r"|popular|trend|most[-_ ]?|latest|teaser|links?\b|headlines|seealso"
        r"|readmore|also|archive|top[-_ ]?stor"
    ),
    "caption": r"caption|cutline|credit|photo|image|figure|\bpic|galler|slideshow|media|thumb|img",
    "byline": r"byline|author|writer|vcard|contributor|credit|source|\bby\b|reporter",
    "date": r"date|time|publish|posted|stamp|updated|datum",
    "head": r"headline|title|heading|\bhed\b|\bhead\b|hdln",
    "body": r"article|story|content|body|entry|\bpost|text|main|copy|paragraph|prose",
    "live": r"live|update|keyevent|timeline|liveblog|rolling",
    "share": (
        r"share|social|tools?\b|print|e-?mail|bookmark|facebook|twitter"
        r"|digg|delicious|sns|action"
    ),
    "foot": r"foot|copyright|legal|disclaim|bottom|colophon|terms",
    "side": r"side|rail|widget|aside|module|right|\bbox|secondary|complement|panel",
    "embed": r"tweet|embed|instagram|fb-post|pullquote|blockquote|quote",
    "form": (
        r"login|search|subscri|newsletter|sign[-_ ]?(?:up|in)|regist|poll"
        r"|vote|rating|form|cookie|consent|modal|popup"
    ),
    "summary": r"summary|standfirst|deck|\bdek\b|intro|lead|lede|sub-?head|abstract|excerpt|teaser",
}
"""Each cue's pattern; a cue's bit is its place in this table."""

_PATTERNS = tuple(re.compile(pattern) for pattern in CUES.values())
_NUMBER = re.compile(r"\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

BLOCK_TAGS = frozenset(
    """address article aside blockquote body br button caption center dd details dialog dir div dl
    dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html
    legend li main menu nav ol option p pre section select summary table tbody td textarea tfoot
    th thead tr ul""".split()
)
"""Elements that begin a new line (HTML standard, section 15.3, and ``br``)."""

SKIPPED_TAGS = frozenset(
    "script style noscript template svg iframe object embed applet head select textarea canvas "
    "math audio video map noframes datalist".split()
)
"""Elements whose text is never shown as text."""

_HIDING = frozenset(("hidden", "aria-hidden", "style"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_ATTRIBUTES = ("class", "id", "role", "itemprop", "rel", "data-component", "data-testid")
_BESIDE_CLASS = frozenset(_ATTRIBUTES[1:])


def template_words(attributes: dict[str, str]) -> str:
    """What an element's template calls it; most elements have a class and no more."""
    if _BESIDE_CLASS.isdisjoint(attributes):
        return attributes.get("class", "")
    return " ".join([attributes[name] for name in _ATTRIBUTES if name in attributes])


@lru_cache(maxsize=1 << 12)
def kin(tag: str, words: str) -> str:
    """What like elements share: the tag and the first word of the class, without its digits."""
    return f"{tag} {_NUMBER.sub('', words.split(' ', 1)[0])}"


@lru_cache(maxsize=1 << 12)
def cue_bits(words: str) -> int:
    """The cues in the words of an element's attributes, as a bit set over :data:`CUES`."""
    bits = 0
    for word in _NUMBER.sub("0", words).split():
        bits |= _word_bits(word)
    return bits


@lru_cache(maxsize=1 << 13)
def _word_bits(word: str) -> int:
    """The same for one word, which comes again on other pages more often than all of them do."""
    low = _CAMEL.sub("-", word).lower().replace("_", "-")
    return sum([1 << bit for bit, pattern in enumerate(_PATTERNS) if pattern.search(low)])


_BITS = {name: 1 << at for at, name in enumerate(CUES)}


def has_cue(bits: int, *names: str) -> bool:
    """Whether any of the named cues is in ``bits``."""
    return any(bits & _BITS[name] for name in names)


def is_hidden(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element is not shown: ``hidden``, ``display: none``, hidden from readers."""
    if tag in SKIPPED_TAGS:
        return True
    if _HIDING.isdisjoint(attributes):
        return False
    if "hidden" in attributes:
        return True
    if attributes.get("aria-hidden") == "true" and tag in ("span", "i", "b", "button", "a"):
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style))
