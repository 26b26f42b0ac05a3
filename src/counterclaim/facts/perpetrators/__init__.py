"""Which organisation is said to have done it, and on whose word."""

from counterclaim.facts.perpetrators.finding import (
    CONFIDENCES,
    LIKELY,
    Confidence,
    Perpetrator,
    Verdicts,
    find_perpetrators,
)

__all__ = ["CONFIDENCES", "LIKELY", "Confidence", "Perpetrator", "Verdicts", "find_perpetrators"]
