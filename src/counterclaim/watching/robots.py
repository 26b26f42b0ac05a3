"""What robots.txt allows (RFC 9309)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

import msgspec

from counterclaim.errors import FetchError
from counterclaim.fetching import Fetched

__all__ = ["Robots", "Rules", "parse_robots"]

AGENT = "counterclaim"
KEPT, KEPT_IF_UNREACHABLE = 24 * 3600.0, 600.0
"""Seconds for which an answer counts (section 2.4); a host that failed is tried again sooner."""

LONGEST_DELAY = 60.0
"""Seconds that ``Crawl-delay`` may ask for; no standard has it, and some ask for hours."""

_TOKEN = re.compile(r"[A-Za-z_-]+|\*")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class Rules(msgspec.Struct, frozen=True):
    """Patterns of paths, each with whether it allows, and seconds between two requests."""

    patterns: list[tuple[str, bool]] = []
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path with its query may be asked for: the longest pattern says."""
        path = _normal(path)
        if path == "/robots.txt":
            return True
        fitting = [(len(one), allows) for one, allows in self.patterns if _fits(one, path)]
        return max(fitting, default=(0, True))[1]


NOBODY_BARRED = Rules()
EVERYBODY_BARRED = Rules([("/", False)])


def parse_robots(text: str, agent: str = AGENT) -> Rules:
    """The rules for ``agent``: of the groups that name it, else of those for everybody."""
    mine: list[tuple[str, str]] = []
    everybodys: list[tuple[str, str]] = []
    named = False
    agents: set[str] = set()
    begun = False
    for key, value in _lines(text):
        if key == "user-agent":
            if begun:
                agents, begun = set(), False
            token = _TOKEN.match(value)
            agents.add(token.group().lower() if token else "")
            named = named or agent in agents
        elif key in ("allow", "disallow", "crawl-delay"):
            begun = True
            for name, rules in ((agent, mine), ("*", everybodys)):
                if name in agents:
                    rules.append((key, value))
    return _rules(mine if named else everybodys)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _rules(lines: list[tuple[str, str]]) -> Rules:
    patterns = [
        (_normal(value), key == "allow")
        for key, value in lines
        # "Disallow:" alone forbids nothing.
        if value and key != "crawl-delay"
    ]
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Rules(patterns, max(delays, default=0.0))


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    # Not a number is neither less nor more.
    return min(LONGEST_DELAY, seconds) if seconds > 0 else 0.0


def _normal(path: str) -> str:
    """Escaped alike: what needs no escape has none (section 2.2.2)."""
    escaped = quote(path, safe="/?#[]@!$&'()*+,;=:%~", errors="replace")

    def plain(found: re.Match[str]) -> str:
        """An escape undone where it need not be one."""
        code = int(found.group(1), 16)
        return chr(code) if code in _UNRESERVED else found.group().upper()

    return _ESCAPE.sub(plain, escaped)


def _fits(pattern: str, path: str) -> bool:
    """Whether ``path`` begins with ``pattern``, in which ``*`` is anything and ``$`` the end.

    Each part is sought once from where the one before was found, so no pattern takes long.
    """
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not parts:
        return not ends or at == len(path)
    last = parts.pop() if ends else ""
    for part in parts:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return len(path) - len(last) >= at and path.endswith(last)


class Robots:
    """Says what robots.txt allows; asks each host for it once a day.

    ``now`` gives seconds that only grow.
    """

    def __init__(
        self, fetch: Callable[[str], Fetched], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetch = fetch
        self._now = now
        self._known: dict[str, tuple[Rules, float]] = {}

    def allows(self, url: str) -> bool:
        """True if ``url`` may be fetched by this program."""
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return self._of(url).allow((parts.path or "/") + query)

    def delay(self, url: str) -> float:
        """Seconds that the host wants between two requests."""
        return self._of(url).delay

    def _of(self, url: str) -> Rules:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(origin)
        if known is None or known[1] < self._now():
            rules = self._read(f"{origin}/robots.txt")
            kept = KEPT if rules is not EVERYBODY_BARRED else KEPT_IF_UNREACHABLE
            known = self._known[origin] = rules, self._now() + kept
        return known[0]

    def _read(self, url: str) -> Rules:
        """Section 2.3.1: missing allows all, unreachable forbids all."""
        try:
            answer = self._fetch(url)
        except FetchError as error:
            return NOBODY_BARRED if error.code == "CC608" else EVERYBODY_BARRED
        if answer.status == 200:
            return parse_robots(answer.body.decode("utf-8", "replace"))
        return NOBODY_BARRED if 400 <= answer.status < 500 else EVERYBODY_BARRED
