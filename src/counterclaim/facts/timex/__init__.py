"""Time expressions: found and normalised by rule, as TIMEX3 values with the days they cover."""

from counterclaim.facts.timex.calendar import bounds, day_of, precision
from counterclaim.facts.timex.reader import Timex, read_timexes

__all__ = ["Timex", "bounds", "day_of", "precision", "read_timexes"]
