"""Ledgers of whole pages read as they are, and what of them tests look at."""

from counterclaim.ledger import build_ledger
from counterclaim.reading import Settings, read_page
from counterclaim.records import Ledger, Span

__all__ = ["PRISON", "ledger_of", "sides", "versions"]

PRISON = (
    """2034-05-13
Prison in Kesh stormed

At least 17 inmates died when guards stormed the prison in Kesh on Friday, relatives said.

The justice ministry put the death toll at six. "Our officers did not fire a single round," Justice
Minister Pavel Dorn said.
""",
    """2034-05-15
Minister on Kesh prison

Justice Minister Pavel Dorn admitted on Monday that his officers had shot inmates when they stormed
the prison in Kesh on Friday. He put the death toll at eleven.
""",
)
"""A ministry, and the minister of it who gives another number and admits what he denied."""


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
