"""Ledgers of whole pages read as they are, and what of them tests look at."""

from counterclaim.ledger import build_ledger
from counterclaim.reading import Settings, read_page
from counterclaim.records import Ledger, Span

__all__ = ["ledger_of", "sides", "versions"]


def ledger_of(*pages: str) -> Ledger:
    """The ledger of pages; each begins with a line that holds its ISO date alone."""
    parted = [page.strip().partition("\n") for page in pages]
    return build_ledger(
        [
            read_page(text.encode(), name=f"{at}.txt", settings=Settings(published=day))
            for at, (day, _, text) in enumerate(parted)
        ]
    )


def sides(found: Ledger, kind: str, on: str | None = None) -> list[tuple[str, str]]:
    """The words on each side of every relation of a kind, each on one line."""
    return [
        (_words(one.a_spans), _words(one.b_spans))
        for one in found.relations
        if one.kind == kind and on in (None, one.on)
    ]


def _words(spans: list[Span]) -> str:
    return " ".join(" ".join(s.exact for s in spans).split())


def versions(found: Ledger, origin: str) -> list[tuple[str, list[str]]]:
    """Position and change of each version of the account of an origin."""
    account = next(a for a in found.accounts if a.origin == origin)
    return [(v.position, v.change) for v in account.versions]
