"""Facts: what is said. Places, moments, counts, events and intents of a page's statements.

Everything is read by rule from the page's own words; each value has its span, and what was met
but not understood is listed as unresolved.
"""

from counterclaim.facts.claims import claim_sentences
from counterclaim.facts.extraction import Facts, extract_facts
from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.facts.moments import attach_said_at, find_moments

__all__ = [
    "Facts",
    "Gazetteer",
    "attach_said_at",
    "claim_sentences",
    "extract_facts",
    "find_moments",
]
