"""Who says what happened, on whose word, since when, and who contradicts it.

>>> from counterclaim import build_dossier, read_pages, render_html
>>> ledger = read_pages(["page.html", "flattened.txt"])  # doctest: +SKIP
>>> html = render_html(build_dossier(ledger, title="…"))  # doctest: +SKIP
"""

from counterclaim.dossier import Dossier, build_dossier, render_html, render_json
from counterclaim.errors import CounterclaimError, InputError, OptionError
from counterclaim.exports import read_ndjson, write_ndjson
from counterclaim.reading import Settings, Source, find_sources, read_page, read_pages
from counterclaim.records import Ledger, Reading
from counterclaim.version import VERSION as __version__  # noqa: F401, N811 - the usual name

__all__ = [
    "CounterclaimError",
    "Dossier",
    "InputError",
    "Ledger",
    "OptionError",
    "Reading",
    "Settings",
    "Source",
    "build_dossier",
    "find_sources",
    "read_ndjson",
    "read_page",
    "read_pages",
    "render_html",
    "render_json",
    "write_ndjson",
]
