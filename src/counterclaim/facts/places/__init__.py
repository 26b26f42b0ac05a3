"""Places: which words of a page name places, and where those are.

:func:`find_places` is what the house uses; :func:`read_toponyms` reads bare text.
"""

from counterclaim.facts.places.finding import find_places
from counterclaim.facts.places.reading import Toponym, read_toponyms, resolve_names

__all__ = ["Toponym", "find_places", "read_toponyms", "resolve_names"]
