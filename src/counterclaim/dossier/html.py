"""A dossier → one self-contained HTML file: no network, no source mark-up, a strict CSP."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
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
from counterclaim.dossier.model import Contradiction, Dossier, Toll
from counterclaim.dossier.page_model import CommentView, PageView, Passage, Piece
from counterclaim.dossier.segments import Marks, carriable, literal, marked, quoted
from counterclaim.dossier.wording import LANES, OPPOSED, plural, style, title_case

__all__ = ["render_html"]

CORE = 72
"""Characters of a statement that stand for it where there is one line for it."""

LEADING, PER_FIELD = 6, 2
"""Contradictions shown at a glance, and how many of them on one field where there are others."""

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
            silent=silent_pages(dossier),
            leading=leading(dossier.contradictions),
            groups=columns_by_party(dossier.matrix.columns),
            party_names={p.number: p.name for p in dossier.parties},
            marks={p.letter: Marks(p.marks) for p in dossier.pages},
            engines=sorted({p.engine for p in dossier.pages if p.engine}),
        )
    )
    return carriable(html)


def leading(contradictions: Sequence[Contradiction]) -> list[Contradiction]:
    """The few that stand for all at a glance: two a field at most, as far as others fill up."""
    seen: Counter[str] = Counter()
    first: list[Contradiction] = []
    rest: list[Contradiction] = []
    for one in contradictions:
        (first if seen[one.on] < PER_FIELD else rest).append(one)
        seen[one.on] += 1
    return sorted([*first, *rest][:LEADING], key=lambda one: one.number)


def silent_pages(dossier: Dossier) -> frozenset[str]:
    """Letters of the pages that carry nobody's word on the incident, where others do."""
    origins = [*dossier.matrix.columns, *dossier.matrix.silent]
    telling = {page for origin in origins for page in origin.pages}
    letters = frozenset(page.letter for page in dossier.pages)
    return letters - telling if telling else frozenset()


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
        core=_core,
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


def _core(passage: Passage) -> Markup:
    """The words that matter with a few around them, on one line."""
    text = passage.text
    start, end = passage.strong[0] if passage.strong else (0, len(text))
    before, after = passage.cut_before, passage.cut_after
    if len(text) > CORE:
        low = max(0, min(start - (CORE - (end - start)) // 2, len(text) - CORE))
        low = text.rfind(" ", 0, low) + 1
        high = text.find(" ", min(len(text), low + CORE))
        high = len(text) if high < 0 else high
        before, after = before or low > 0, after or high < len(text)
        text = text[low:high]
    told = "… " * before + " ".join(text.split()) + " …" * after
    return literal(told)


def _veil(text: str) -> str:
    """The shape of ``text`` without its words: what is blurred must not be legible anyhow."""
    return "".join("n" if c.isalnum() else c if c in " \n" else "." for c in text[:280])
