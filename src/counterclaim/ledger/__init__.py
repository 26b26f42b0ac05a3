"""How the claims of many pages fit: incidents, accounts, origins, relations, grades."""

from counterclaim.ledger.arranging import Ruling, Told
from counterclaim.ledger.building import build_ledger
from counterclaim.ledger.spreading import Spread, in_order

__all__ = ["Ruling", "Spread", "Told", "build_ledger", "in_order"]
