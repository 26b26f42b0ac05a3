"""How the claims of many pages fit: incidents, accounts, origins, relations, grades."""

from counterclaim.ledger.arranging import Ruling, Told
from counterclaim.ledger.building import build_ledger

__all__ = ["Ruling", "Told", "build_ledger"]
