"""The command line: one file a command; each parses, then calls."""

from counterclaim.cli.main import main

__all__ = ["main"]
