"""Media and firms that no table holds, known by what they are called or by what they do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.actors.knowledge import Name
from counterclaim.actors.lexicon import Token, joined
from counterclaim.actors.registry import Registry
from counterclaim.actors.states import PageStates
from counterclaim.actors.words import NOT_NAMES
from counterclaim.language import Openings, Sought
from counterclaim.records import ActorKind

__all__ = ["press"]

_CAP = r"[^\W\d_a-zß-öø-ÿ][\w&’'-]{1,30}"
_VERB = (
    r"(?:report(?:s|ed)|wr(?:ites|ote)|s(?:aid|ays)|quote[sd]|cite[sd]|carrie[sd]|publishe[sd]|"
    r"broadcasts?|aired|add(?:s|ed)|print(?:s|ed)|claim(?:s|ed))"
)
_CITES = (
    r"(?:citing|quoting|with reference to|with a reference to|referring to|"
    r"which (?:cite|quote)[sd]?)"
)

_BY_NOUN = Sought(
    r"\b(?P<noun>(?i:daily|weekly|newspaper|channel|broadcaster|portal|magazine|tabloid|news site|"
    rf"newswire|news channel|radio station|television station|news website|news agency)) "
    rf"(?P<name>{_CAP}(?: (?:& |of (?:the )?)?{_CAP}){{0,2}})"
)
_AGENCY = Sought(
    rf"\b(?:the|an?|state|official|private|independent|{_CAP}) (?P<noun>agency) "
    rf"(?P<name>[A-Z]{{2,6}}\b|{_CAP})"
)
_STATION = Sought(
    rf"\b(?P<name>(?:Radio|Channel|Television|TV|Tele|Canal|Kanal) (?:\d{{1,3}}\b|{_CAP})"
    rf"(?: (?:One|Two|FM|International|News|Free))?|{_CAP} (?:One|Two|Three|24|Now)(?=,? {_VERB}))"
)
_HEADED = Sought(
    rf"\b[Tt]he (?P<name>(?:{_CAP} ){{1,3}}?(?:Mail|Mercury|Packet|Globe|Star|Lantern|Enquirer|"
    r"Inquirer|Daily|Weekly|Today|Clarion|Monitor|Ledger|Record|Reporter|Beacon|Digest|Despatch|"
    rf"Register|Banner|Voice|Independent|Guardian|Leader|Citizen|Sun|World|Call|Bugle)\b)"
    rf"(?=,? (?:\w{{1,12}} )?(?:{_VERB}|{_CITES})\b|, (?:the|a|an) [^,.;:\n]{{0,30}}"
    r"\b(?:daily|weekly|newspaper|paper|tabloid|broadsheet|magazine)\b)"
)
"""Names that may be those of newspapers and of ships: only where they speak."""

_TOLD = Sought(
    rf"\b(?:told|by|in|to) [Tt]he (?P<name>(?:{_CAP} ){{1,2}}(?:Mail|Mercury|Packet|Globe|Star|"
    r"Lantern|Enquirer|Inquirer|Daily|Weekly|Clarion|Ledger|Despatch|Register|Guardian))\b(?= that|"
    r"[,.]| as )"
)
_ONE = rf"(?:[A-Z]{{2,6}}\b|{_CAP})"
_CITING = Sought(
    rf"\b(?P<name>{_ONE}),? (?:(?:(?:has|had|also|later) )?(?:reported|reports|wrote|writes|said|"
    rf"says),? )?{_CITES}\b"
)
_QUOTES = Sought(rf"\b(?P<name>{_ONE}) (?:(?:also|later) )?quote[sd] (?!by\b)")
_BY = Sought(rf"\bquoted by (?:the )?(?P<name>{_ONE}) as (?:say|tell|add|claim|call)ing\b")
_REPORTS = Sought(rf"(?:,|\b[Aa]s) (?P<name>{_ONE}) (?:reports|reported)(?=[.,]| on )")

_NOUN = (
    r"(?i:company|firm|operator|airline|carrier|utility|charity|contractor|shipowner|shipping line|"
    r"manufacturer|insurer|brewery|start-up|aid (?:group|agency|organisation|organization)|"
    r"rights (?:group|organisation|organization)|relief (?:group|agency)|watchdog|think[- ]tank|"
    r"trade union|advocacy group|non-governmental organisation)"
)
_FIRM = Sought(rf"\b{_NOUN},? (?P<name>{_CAP}(?: (?:& )?{_CAP}){{0,2}})(?='s|[ ,.;:])")
_FIRM_AFTER = Sought(
    rf"\b(?P<name>{_CAP}(?: (?:& )?{_CAP}){{0,2}}),? (?:the|an?) (?:[\w-]{{2,20}} ){{0,3}}?"
    rf"{_NOUN}\b(?=[,.;)]| (?:which|that|of|in|behind|based|running|whose)\b)"
)
"""Names beside a noun for a firm or an association: "the airline Tolm", "Tolm, an airline"."""

_ARTICLED = re.compile(r"\b[Tt]he (?P<word>[\w-]{1,40})")

_FORMS = (_BY_NOUN, _AGENCY, _STATION, _HEADED, _TOLD)
_FIRMS = (_FIRM, _FIRM_AFTER)
_DEEDS = (_CITING, _QUOTES, _BY, _REPORTS)
_ON_AIR = frozenset({"radio", "channel", "television", "tv", "tele", "canal", "kanal"})
_NOT_STATIONS = frozenset("islands tunnel coast silence traffic contact street road".split())
_OURS = frozenset[ActorKind]({"agency", "outlet"})


class _Page(NamedTuple):
    """What is needed to tell whether a word may be the name of a medium."""

    text: str
    words: Sequence[Token]
    starts: Sequence[int]
    registry: Registry
    states: PageStates


def press(
    text: str, words: Sequence[Token], registry: Registry, states: PageStates
) -> Iterator[tuple[str, Name]]:
    """Names of media with their actors, introduced to the registry.

    By form: "the daily Signal", "Radio Tolm", "The Tolm Mercury said". By deed, single words and
    acronyms only: "TNA, citing police", "Tanda quoted a nurse as saying".
    """
    page = _Page(text, words, [word.start for word in words], registry, states)
    seen: dict[str, str] = {}
    openings = Openings(text)
    articled = {match["word"] for match in _ARTICLED.finditer(text)}
    tried: set[tuple[bool, str]] = set()
    for pattern in (*_FORMS, *_DEEDS, *_FIRMS):
        for match in pattern.finditer(openings):
            trial = pattern in _DEEDS, match["name"]
            if trial in tried and pattern not in _FIRMS:
                continue
            tried.add(trial)
            name = _name(page, match, deed=pattern in _DEEDS)
            if name is None or name in seen or (pattern in _FIRMS and not _firm(page, match)):
                continue
            agency = name.isupper() or "agency" in (match.groupdict().get("noun") or "")
            kind: ActorKind = "agency" if agency else "outlet"
            seen[name] = registry.introduce(name, "organisation" if pattern in _FIRMS else kind)
            yield name, Name(seen[name])
            short = name.split()[-1]
            headed = pattern in (_HEADED, _TOLD)
            if headed and short not in seen and short in articled:
                seen[short] = seen[name]
                yield short, Name(seen[name])


def _name(page: _Page, match: re.Match[str], *, deed: bool) -> str | None:
    """The name that was met, cut where another's begins; ``None`` if it is somebody else's."""
    first = bisect_left(page.starts, match.start("name"))
    last = bisect_left(page.starts, match.end("name")) - 1
    if first > last:
        return None
    if page.words[first].fold in _ON_AIR and page.words[last].fold in _NOT_STATIONS:
        return None
    if deed and first and page.words[first - 1].fold == "of":
        return None
    single = first == last
    if (deed or single) and not _free(page, first):
        return None
    if deed and _in_longer(page, first, last):
        return None
    if not deed and any(_is_role(page, at) for at in range(first, last + 1)):
        return None
    known = page.registry.knowledge.names.match(page.text, page.words, first)
    if known is not None and known[0] > last and page.registry.kind(known[1].actor) in _OURS:
        return None
    return " ".join(match["name"].split()).removesuffix("'s").removesuffix("’s")


def _firm(page: _Page, match: re.Match[str]) -> bool:
    """Whether the name begins with a word that is nobody else's and no part of a longer name."""
    first = bisect_left(page.starts, match.start("name"))
    before = page.words[first - 1] if first else None
    if before is not None and before.capital and joined(page.text, before, page.words[first]):
        return False
    return _free(page, first)


def _is_role(page: _Page, at: int) -> bool:
    return page.registry.knowledge.roles.match(page.text, page.words, at) is not None


def _free(page: _Page, at: int) -> bool:
    """Whether a word is nobody's name that the tables or the page explain."""
    token = page.words[at]
    if token.text in page.states.names or token.fold in NOT_NAMES or _is_role(page, at):
        return False
    tables = page.registry.knowledge
    if tables.heads.match(page.text, page.words, at) is not None:
        return False
    known = tables.names.match(page.text, page.words, at)
    if known is not None:
        return token.text.isupper() and page.registry.kind(known[1].actor) not in {*_OURS, "state"}
    return page.states.unknown(at)


def _in_longer(page: _Page, first: int, last: int) -> bool:
    """Whether the word is ever part of a longer name, as a surname is."""
    word = page.words[first]
    for at in page.states.places(word.text):
        before = page.words[at - 1] if at else None
        if before is None or not before.capital or before.fold in {"the", "a", "an", "as"}:
            continue
        if joined(page.text, before, page.words[at]) and before.fold not in NOT_NAMES:
            return True
    after = page.words[last + 1] if last + 1 < len(page.words) else None
    return after is not None and after.capital and joined(page.text, page.words[last], after)
