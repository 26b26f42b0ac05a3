"""On whose word, as a drawing: nodes in columns, words flowing to the right."""

from __future__ import annotations

from math import log2

from markupsafe import Markup

from counterclaim.dossier.model import PathEdge, PathNode, WordPaths
from counterclaim.dossier.segments import literal
from counterclaim.dossier.wording import plural, style

__all__ = ["draw_paths"]

WIDTH, NODE, ROW, HEAD = 1000, 190, 34, 34
"""Width of the drawing and of a node's name, height of a row and of the headings."""

LETTERS = 24
"""Letters of a name that find room."""


def draw_paths(paths: WordPaths) -> Markup:
    """The drawing, or nothing where there is nothing to draw."""
    if not paths.nodes:
        return Markup("")
    bottom = max(_y(node) for node in paths.nodes) + ROW // 2
    headings = [
        Markup('<text class="head" x="{:.0f}" y="16">{}</text>').format(_x(paths, column), words)
        for column, words in enumerate(paths.headings)
    ]
    edges = [_edge(paths, edge) for edge in paths.edges]
    nodes = [_node(paths, node) for node in paths.nodes]
    return Markup(
        '<svg class="paths" viewBox="0 0 {} {}" role="img" aria-label="Whose word each statement '
        'is and who carried it; the list below says the same">{}</svg>'
    ).format(WIDTH, bottom, Markup("").join([*headings, *edges, *nodes]))


def _x(paths: WordPaths, column: int) -> float:
    return column * (WIDTH - NODE) / max(1, len(paths.headings) - 1)


def _y(node: PathNode) -> int:
    return HEAD + round(node.row * ROW) + ROW // 2


def _edge(paths: WordPaths, edge: PathEdge) -> Markup:
    source, target = paths.nodes[edge.source], paths.nodes[edge.target]
    x1, x2 = _x(paths, source.column) + NODE, _x(paths, target.column) - 6
    y1, y2 = _y(source), _y(target)
    middle = (x1 + x2) / 2
    count = len(edge.statements)
    return Markup(
        '<path class="{}" d="M{:.0f} {} C{:.0f} {} {:.0f} {} {:.0f} {}" stroke-width="{:.1f}">'
        "<title>{} → {}: {}</title></path>"
    ).format(
        style(edge.party), x1, y1, middle, y1, middle, y2, x2, y2, 1.5 + 1.5 * log2(count),
        literal(source.name), literal(target.name), plural(count, "statement"),
    )  # fmt: skip


def _node(paths: WordPaths, node: PathNode) -> Markup:
    name = node.name if len(node.name) <= LETTERS else node.name[: LETTERS - 1] + "…"
    x, y = _x(paths, node.column), _y(node)
    return Markup(
        '<g class="{}"><title>{}: {}</title><rect x="{:.0f}" y="{}" width="{}" height="26" rx="3"/>'
        '<text x="{:.0f}" y="{}">{}</text></g>'
    ).format(
        style(node.party), literal(node.name), plural(node.statements, "statement"),
        x, y - 13, NODE, x + 10, y + 5, literal(name),
    )  # fmt: skip
