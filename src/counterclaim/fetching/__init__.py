"""Pages from the network, safely: only on demand, only public addresses, only so much.

>>> from counterclaim.fetching import Limits, fetch
>>> fetch("https://news.example/story", limits=Limits(enabled=True)).body  # doctest: +SKIP

Fetching is off unless ``enabled``: a program that embeds this one decides that, nothing else does.
"""

from counterclaim.fetching.addresses import Address, is_public, resolve
from counterclaim.fetching.fetch import Fetched, Limits, fetch

__all__ = ["Address", "Fetched", "Limits", "fetch", "is_public", "resolve"]
