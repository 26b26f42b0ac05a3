"""Who says what happened, on whose word, since when, and who contradicts it."""

__version__ = "0.1.0"
