"""Every error and warning, each with a stable code.

::

    CounterclaimError            anything this package raises on purpose
    ├── InputError        CC1xx  a page that cannot be read
    ├── OptionError       CC2xx  an option or a user's file that makes no sense
    ├── ModelError        CC3xx  the shipped model or tables are missing or damaged
    ├── RecordError       CC4xx  a ledger file that cannot be read back
    ├── OutputError       CC5xx  a result that cannot be written
    └── FetchError        CC6xx  a page that cannot, or must not, be fetched

Codes never change their meaning and are never reused. A warning has a code of 900 and more and is
reported as a ``problem`` record of severity ``warning``; nothing is raised for it.
"""

from __future__ import annotations

__all__ = [
    "MESSAGES",
    "CounterclaimError",
    "FetchError",
    "InputError",
    "ModelError",
    "OptionError",
    "OutputError",
    "RecordError",
    "message",
]

MESSAGES: dict[str, str] = {
    "CC101": "no text in {name}: the page is empty once mark-up is taken away; capture it again",
    "CC102": "{name} is {size} bytes, over the limit of {limit}; raise --max-bytes or split it",
    "CC103": "{name} is not text or HTML (it looks like {kind}); convert it first",
    "CC104": "cannot read {name}: {reason}",
    "CC105": "{name} is nested too deeply to be read as HTML; capture its text instead",
    "CC106": "no page to read in {name}; give files of HTML or text",
    "CC107": "{name} is no OPML list of feeds; give addresses, or export the list again",
    "CC108": "{name} is no feed (RSS, Atom, JSON Feed) and no list of feeds (OPML)",
    "CC201": "{value!r} is not a date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM",
    "CC202": "gazetteer {name}, line {line}: {reason}",
    "CC205": "{url!r} is no store; write sqlite:///path or postgresql://user@host/database",
    "CC206": "this store needs {package}; install it with pip",
    "CC207": "there is no store at {url}; make one with: counterclaim init --store {url}",
    "CC208": "{subject!r} is not in this store; list what is with: counterclaim list",
    "CC209": "nothing to export: give PAGES or --store URL",
    "CC210": "{form} is several files; name a folder for them with --output",
    "CC211": "cannot {kind} {subject}: {reason}",
    "CC212": "{name} is no seal; give a file that counterclaim seal wrote",
    "CC213": "{form} needs {package}; install it with: pip install 'counterclaim[{extra}]'",
    "CC214": "nothing is watched yet; give addresses of feeds or pages, or an OPML file",
    "CC215": "actors {name}, line {line}: {reason}",
    "CC216": "the store at {url} was made by a newer counterclaim ({steps}); upgrade this one",
    "CC217": "cannot tell which format {path} is of; name it with --format",
    "CC301": "model file {name} is missing or damaged; install the package again",
    "CC302": "table {name} is missing or damaged; install the package again",
    "CC401": "{name}, line {line}: not a record of a ledger: {reason}",
    "CC402": "the store at {url} is not empty; restore into a new one",
    "CC501": "cannot write {name}: {reason}",
    "CC502": "the store at {url} cannot be used: {reason}",
    "CC601": "{url!r} is not an address that can be fetched; give http:// or https://",
    "CC602": "{url!r} carries a user name or password; that is never sent",
    "CC603": "{host} has no address; check the name",
    "CC604": "{host} is at {address}, which is not a public address; fetching it is refused",
    "CC605": "{url}: more than {limit} redirects",
    "CC606": "{url}: took longer than {seconds} seconds",
    "CC607": "{url}: the transfer failed ({reason}); try again later",
    "CC608": "{url}: {media} is not a page or a feed",
    "CC609": "{url}: more than {limit} bytes once unpacked",
    "CC610": "{url}: robots.txt does not allow it",
    "CC611": "{url}: fetching is off; whoever embeds this program has to enable it",
    "CC901": "{name}: undecodable bytes were replaced; offsets count the replacement characters",
    "CC902": "{name}: no publication date found; relative days stay unresolved (give --published)",
    "CC904": "{name}: the same bytes were given before; read once",
    "CC905": "{name} was written by counterclaim itself; it is passed over",
    "CC906": "{name}: does not read like English; what other languages say in it is missing",
}
"""Template of each message by its code. What, where, and what to do."""


def message(code: str, **fields: object) -> str:
    """The full text ``CCnnn: …`` of ``code`` with its fields filled in."""
    return f"{code}: {MESSAGES[code].format(**fields)}"


class CounterclaimError(Exception):
    """Base of the tree; carries ``code`` and ``fields``."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(message(code, **fields))

    def __reduce__(self) -> tuple[object, ...]:
        """Made anew from code and fields, so that it can leave a process."""
        return _again, (type(self), self.code, self.fields)


def _again(
    kind: type[CounterclaimError], code: str, fields: dict[str, object]
) -> CounterclaimError:
    return kind(code, **fields)


class InputError(CounterclaimError):
    """A page that cannot be read (CC1xx)."""


class OptionError(CounterclaimError):
    """An option or a user's file that makes no sense (CC2xx)."""


class ModelError(CounterclaimError):
    """The shipped model or a shipped table is missing or damaged (CC3xx)."""


class RecordError(CounterclaimError):
    """A ledger file that cannot be read back (CC4xx)."""


class OutputError(CounterclaimError):
    """A result that cannot be written (CC5xx)."""


class FetchError(CounterclaimError):
    """A page that cannot, or must not, be fetched (CC6xx)."""
