"""Other names of persons that a page tells: "Dara Lusk, known as Abu Rell"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.actors.persons import PersonFound

__all__ = ["persons_aliases"]

_NAME = (
    r"(?P<name>[A-Z][\w'’-]*[a-z](?: (?:(?:al|el|bin|ibn|abu|de|von|van)[ -])?[A-Z][\w'’-]*){0,3})"
)
_KNOWN_AS = re.compile(
    r"(?:,| \(|,? who is|,? who was)? ?"
    r"(?:(?:also|better|more (?:widely|commonly)|widely|otherwise) )?"
    r"(?:known (?:as|by (?:his|her|the) (?:nom de guerre|war name|alias|nickname|pseudonym),?)|"
    r"called by (?:his|her) (?:men|fighters|followers)|nicknamed|alias|a\.?k\.?a\.?|"
    r"(?:whose|his|her|with the) (?:nom de guerre|war name|alias|real name|birth name|pseudonym)"
    r"(?: is| was|,)?) [\"“'‘]?" + _NAME
)


def persons_aliases(text: str, found: Sequence[PersonFound]) -> dict[str, str]:
    """Other names by the names that stand before them; chains of names lead to the first."""
    aliases: dict[str, str] = {}
    for person in found:
        told = _KNOWN_AS.match(text, person.whole[1])
        told = told or _KNOWN_AS.match(text, person.end)
        if told is not None and told["name"] != person.name:
            aliases.setdefault(told["name"], aliases.get(person.name, person.name))
    return aliases
