"""Media that a page tells to be media: "the state agency NHA", "Tanda news agency"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.actors.knowledge import Name
from counterclaim.actors.lexicon import Token, joined, tokens
from counterclaim.actors.registry import Registry
from counterclaim.actors.states import PageStates
from counterclaim.actors.words import NOT_NAMES

__all__ = ["adjoins", "named_media", "outlet_names"]

_MEDIA = frozenset({"agency", "outlet", "state"})


def outlet_names(registry: Registry, name: str) -> Iterator[tuple[str, Name]]:
    """The page's own outlet by its name, its initials, and its last word ("the Courier")."""
    actor = registry.outlet(name)
    yield name, Name(actor)
    words = name.split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 1:
        yield initials, Name(actor)
    last = list(tokens(words[-1])) if len(words) > 1 else []
    alone = len(last) == 1 and last[0].fold not in NOT_NAMES and last[0].capital
    if alone and registry.knowledge.heads.match(words[-1], last, 0) is not None:
        yield words[-1], Name(actor)


def named_media(
    text: str, page: Sequence[Token], registry: Registry, states: PageStates
) -> Iterator[tuple[str, Name]]:
    """Names of media beside the noun that shows them to be media, introduced to the registry."""
    for at, token in enumerate(page):
        match = registry.knowledge.organs.match(text, page, at)
        organ = match[1] if match and not token.capital else None
        if match is None or organ is None or organ.kind not in {"agency", "outlet"}:
            continue
        for here in (match[0], at - 1):
            near = adjoins(text, page, here, at, match[0])
            if near and _unclaimed(text, page, registry, states, here):
                name = page[here].text
                yield name, Name(registry.introduce(name, organ.kind))


def _unclaimed(
    text: str, page: Sequence[Token], registry: Registry, states: PageStates, at: int
) -> bool:
    """Whether the token may be the name of a medium: unknown, or an acronym known otherwise."""
    if page[at].text in states.names:
        return False
    known = registry.knowledge.names.match(text, page, at)
    if known is None:
        return states.unknown(at)
    return page[at].text.isupper() and registry.kind(known[1].actor) not in _MEDIA


def adjoins(text: str, page: Sequence[Token], here: int, first: int, after: int) -> bool:
    """Whether token ``here`` stands right before token ``first``, or right before ``after``."""
    if here < 0 or here >= len(page):
        return False
    left, right = (here, first) if here < first else (after - 1, here)
    return joined(text, page[left], page[right])
