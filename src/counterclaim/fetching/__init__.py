"""Pages from the network, safely: only on demand, only public addresses, only so much.

>>> from counterclaim.fetching import fetch
>>> fetch("https://news.example/story").body            # doctest: +SKIP
"""

from counterclaim.fetching.addresses import Address, is_public, resolve
from counterclaim.fetching.fetch import Fetched, Limits, fetch

__all__ = ["Address", "Fetched", "Limits", "fetch", "is_public", "resolve"]
