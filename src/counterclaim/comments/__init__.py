"""Readers' comments: kept apart from the ledger, triaged into lanes, never dropped."""

from counterclaim.comments.triage import triage_comments

__all__ = ["triage_comments"]
