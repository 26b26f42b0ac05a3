"""How the claims of many pages fit: incidents, accounts, origins, relations, grades."""

from counterclaim.ledger.building import build_ledger

__all__ = ["build_ledger"]
