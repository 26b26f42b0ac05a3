"""The gazetteer: names of places and where they are, offline, with the user's own file on top.

>>> from counterclaim.facts.gazetteer import Gazetteer
>>> Gazetteer.load().candidates("Deir el-Zour")[0].entry.country
'SY'
"""

from counterclaim.facts.gazetteer.entries import Candidate, Entry, Kind, Match
from counterclaim.facts.gazetteer.folding import fold, skeleton
from counterclaim.facts.gazetteer.gazetteer import Gazetteer

__all__ = ["Candidate", "Entry", "Gazetteer", "Kind", "Match", "fold", "skeleton"]
