"""Captures, the ledger's rows, decisions and their audit chain, kept for years.

    >>> from counterclaim.store import Store
    >>> store = Store.create("sqlite:///ledger.db")        # doctest: +SKIP
    >>> store.add([Entry(data, reading)], who="engine")    # doctest: +SKIP

SQLite by default, PostgreSQL for teams, through the same statements. Rows of captures, ledger,
decisions and audit are append-only: triggers forbid changing or deleting them.
"""

from counterclaim.store.audit import AuditRow, canonical_json
from counterclaim.store.findings import Finding
from counterclaim.store.held import Added, Entry, Held, Version
from counterclaim.store.search import Hit, Query, search
from counterclaim.store.search_pages import PageHit, search_pages
from counterclaim.store.store import Store
from counterclaim.store.verify import verify

__all__ = [
    "Added",
    "AuditRow",
    "Entry",
    "Finding",
    "Held",
    "Hit",
    "PageHit",
    "Query",
    "Store",
    "Version",
    "canonical_json",
    "search",
    "search_pages",
    "verify",
]
