"""Ledger → what people read: the dossier of an incident as HTML and as JSON."""

from counterclaim.dossier.build import build_dossier, render_json
from counterclaim.dossier.html import render_html
from counterclaim.dossier.model import Dossier

__all__ = ["Dossier", "build_dossier", "render_html", "render_json"]
