"""The whole way in one place: bytes to :class:`Reading`, many pages to :class:`Ledger`.

A reading is a pure function of (bytes, settings, engine version). Nothing here prints; progress
is handed to a callback, and a page that cannot be read becomes a :class:`Problem` while the
rest goes on.
"""

from counterclaim.reading.attributed import read_attributed
from counterclaim.reading.batch import problem_of, read_page, read_pages
from counterclaim.reading.engine import Engine, Settings, Source, article_text, find_sources

__all__ = [
    "Engine",
    "Settings",
    "Source",
    "article_text",
    "find_sources",
    "problem_of",
    "read_attributed",
    "read_page",
    "read_pages",
]
