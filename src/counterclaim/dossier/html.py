"""A dossier → one self-contained HTML file: no network, no source mark-up, a strict CSP."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from counterclaim.dossier.draw_course import draw_course
from counterclaim.dossier.draw_map import draw_map
from counterclaim.dossier.draw_paths import draw_paths
from counterclaim.dossier.draw_timeline import draw_timeline
from counterclaim.dossier.draw_tolls import axis_of, bar, scale
from counterclaim.dossier.glance import account_anchor
from counterclaim.dossier.matrix import columns_by_party
from counterclaim.dossier.model import Dossier, Toll
from counterclaim.dossier.page_model import CommentView, PageView, Passage, Piece
from counterclaim.dossier.segments import Marks, carriable, literal, marked, quoted
from counterclaim.dossier.wording import LANES, OPPOSED, plural, style, title_case

__all__ = ["render_html"]

FURNITURE = frozenset({"other", "related", "embed", "unplaced"})
"""Kinds of piece that are folded: part of the page, not of the story."""


def render_html(dossier: Dossier) -> str:
    """The dossier as one HTML file that needs no other and loads nothing."""
    sheet, script = _asset("dossier.css"), _asset("dossier.js")
    policy = (
        f"default-src 'none'; style-src {_hash(sheet)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    html = (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            d=dossier,
            style=Markup(sheet),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=policy,
            paths=draw_paths(dossier.paths),
            clocks=draw_timeline(dossier.timeline),
            chart=draw_map(dossier.places),
            groups=columns_by_party(dossier.matrix.columns),
            party_names={p.number: p.name for p in dossier.parties},
            marks={p.letter: Marks(p.marks) for p in dossier.pages},
            engines=sorted({p.engine for p in dossier.pages if p.engine}),
        )
    )
    return carriable(html)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("counterclaim.dossier"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        quoted=quoted,
        literal=literal,
        plural=plural,
        title_case=title_case,
        range=_range,
        style=style,
        account_anchor=account_anchor,
        veil=_veil,
        slug=lambda actor: actor.removeprefix("actor:"),
    )
    environment.globals.update(
        lanes=LANES,
        opposed=OPPOSED,
        axis_of=axis_of,
        bar=bar,
        course=draw_course,
        scale=scale,
        piece=_piece,
        comment=_comment,
        furniture=FURNITURE,
    )
    return environment


@cache
def _asset(name: str) -> str:
    return files("counterclaim.dossier").joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _piece(page: PageView, piece: Piece, marks: dict[str, Marks]) -> Markup:
    return marked(page.text, piece.start, piece.end, marks[page.letter])


def _comment(page: PageView, comment: CommentView) -> Markup:
    """A comment's text with what it claims in bold."""
    start, end = comment.start, comment.end
    claimed = {(p.start + a, p.start + b) for p in comment.claims for a, b in p.strong}
    strong = [(a - start, b - start) for a, b in claimed if start <= a < b <= end]
    text = page.text[start:end]
    whole = Passage(page=page.letter, start=start, end=end, text=text, anchor="", strong=strong)
    return quoted(whole)


def _range(toll: Toll) -> str:
    """``24–99``, ``41``, ``71 or more``."""
    if toll.high is None:
        return f"{toll.low:,} or more"
    return f"{toll.low:,}" if toll.low == toll.high else f"{toll.low:,}–{toll.high:,}"


def _veil(text: str) -> str:
    """The shape of ``text`` without its words: what is blurred must not be legible anyhow."""
    return "".join("n" if c.isalnum() else c if c in " \n" else "." for c in text[:280])
