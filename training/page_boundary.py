"""The weights that choose where readers take over in flattened text (`pages/boundary.py`).

Called by `python -m training.pages --folds N`, since the networks that say how a page's paragraphs
look must not have seen the page. Learns from the labelled text of L3S-GN1, our own annotated pages,
articles of WCXB with what their mark-up calls comments, and pages put together from parts.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from benchmarks.flattened import FORMS, written

from counterclaim.pages.bags import word_bag
from counterclaim.pages.boundary import CANDIDATE, FILE, Boundary
from counterclaim.pages.entries import reader_posts
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.headings import headed_start
from counterclaim.pages.markup import Markup
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import Tagger, load_register
from counterclaim.pages.takeover import candidates, head_lines
from counterclaim.pages.talk import talk_features
from counterclaim.pages.threads import heads
from training import pages_data as source
from training.page_synthesis import Voices, synthetic

AUTHORED = Path(__file__).parent / "authored"

WEIGHTS = {"l3s": 1 / 3, "own": 8.0, "wcxb": 0.5, "made": 0.3}
"""What a page of each kind weighs; one of L3S-GN1 is there in three layouts. On our own pages bare
talk follows the story; they weigh as much as all the others together."""

MADE = 250
"""Pages put together from parts."""

PENALTY = 1e-3
"""Of the squares of the weights, over columns of one width."""

BETTER_SOME = 0.3
"""Nats added for a place: to miss a section costs more than to find its beginning a bit off."""

NEAR = 1
"""Paragraphs that a beginning may be off."""

TaggerOf = Callable[[str], Tagger]


@dataclass
class Example:
    """A page's candidates: `rows` of features, which are `right`; none is where `empty`."""

    host: str
    kind: str
    rows: np.ndarray
    right: np.ndarray
    empty: bool


def example_of(
    host: str, kind: str, pieces: Sequence[Piece], first: int, scores: np.ndarray, odds: np.ndarray
) -> Example | None:
    """A page on which readers take over at piece `first`; nothing where its heading settles it.

    Nor is there anything to learn where no candidate is right.
    """
    named = heads(pieces, range(len(pieces)))
    if headed_start(pieces, named) is not None:
        return None
    found = candidates(pieces, scores, odds, head_lines(named))
    empty = first >= len(pieces)
    right = np.array([not empty and abs(start - first) <= NEAR for start in found.starts], bool)
    if not found.places or not (empty or right.any()):
        return None
    return Example(host, kind, found.rows, right, empty)


def load(root: Path, tagger_of: TaggerOf) -> list[Example]:
    """All pages; `tagger_of(host)` is a network that never saw the host."""
    found = []
    for host, kind, pieces, first in _pages(root):
        if not pieces:
            continue
        own = text_features(pieces)
        odds = load_register().scores(*own_features(pieces, own))
        talk = talk_features(pieces, odds, heads(pieces, range(len(pieces))))
        rows = np.concatenate([own, talk], axis=1)
        scores = tagger_of(host).scores(rows, word_bag(pieces))
        if (made := example_of(host, kind, pieces, first, scores, odds)) is not None:
            found.append(made)
    return found


def _pages(root: Path) -> Iterator[tuple[str, str, list[Piece], int]]:
    """Host, kind, pieces and the first piece of readers' talk of each page."""
    yield from _labelled(root)
    for incident, _, pieces, masks in source.authored_pages(AUTHORED):
        said = [at for at, mask in enumerate(masks) if mask == source.MASK["comment"]]
        yield f"own:{incident}", "own", pieces, said[0] if said else len(pieces)
    rng = random.Random(5)  # noqa: S311  (seeded, not secret)
    for host, page, masks, _ in source.wcxb_pages(root):
        talk = _called_comments(page, masks)
        told = [
            p.text for p, mask in zip(page.pieces, masks, strict=True) if mask == source.ARTICLE
        ]
        if 4 <= len(told) <= 150 and (talk or rng.random() >= 0.55):
            separator = rng.choice(("\n\n", "\n"))
            lines = [" ".join(text.split()) for text in (*told, *talk)]
            pieces = paragraphs(separator.join(lines))
            begun = len(separator.join(lines[: len(told)])) if talk else None
            first = next((at for at, p in enumerate(pieces) if begun and p.start >= begun), None)
            yield f"w:{host}", "wcxb", pieces, len(pieces) if first is None else first
    stories = [story for story in source.articles(root) if len(story) >= 3]
    voices, titles = Voices(source.voices(root)), source.headlines(root)
    rng = random.Random(99)  # noqa: S311
    made = 0
    while made < MADE:
        text, masks = source.written(synthetic(rng, stories, voices, titles))
        pieces = paragraphs(text)
        if len(pieces) == len(masks) and 0 < len(pieces) <= 120:
            made += 1
            yield "made", "made", pieces, _first(masks)


def _labelled(root: Path) -> Iterator[tuple[str, str, list[Piece], int]]:
    """L3S-GN1: labelled text in three layouts."""
    hosts = source.sites(root)
    for gold, page, labels in source.l3s_pages(root):
        for form in FORMS:
            pairs = written(gold, page, labels, form, furniture=False)
            separator = "\n" if form == "lines" else "\n\n"
            texts = [" ".join(text.split()) for _, text in pairs]
            pieces = paragraphs(separator.join(texts))
            starts = np.cumsum([0] + [len(text) + len(separator) for text in texts[:-1]])
            held = np.searchsorted(starts, [p.start for p in pieces], side="right") - 1
            talk = [at for at, line in enumerate(held) if pairs[line][0] == "comment"]
            first = talk[0] if talk else len(pieces)
            yield hosts.get(gold.name, gold.name), "l3s", pieces, first


def _called_comments(page: Markup, masks: Sequence[int]) -> list[str]:
    """What a page's mark-up calls comments and its gold does not take for the article."""
    held = {
        at
        for region in reader_posts(page)
        if region.last - region.first <= 80
        for at in range(region.first, region.last)
        if masks[at] == source.NOT_ARTICLE
    }
    pieces = [page.pieces[at] for at in sorted(held)]
    unlinked = sum(len(p.text) - (p.marks.linked if p.marks else 0) for p in pieces)
    return [piece.text for piece in pieces] if unlinked > 100 else []


def _first(masks: Sequence[int]) -> int:
    """The first piece that is a comment or may be part of one's surroundings."""
    talk = [at for at, mask in enumerate(masks) if mask == source.MASK["comment"]]
    if not talk:
        return len(masks)
    first = talk[0]
    while first and masks[first - 1] & source.MASK["comment"]:
        first -= 1
    return first


def fit(examples: Sequence[Example]) -> Boundary:
    """The likeliest weights of a choice between a page's candidates and none (L-BFGS)."""
    rows = torch.tensor(np.concatenate([one.rows for one in examples]), dtype=torch.float64)
    page = torch.tensor(np.repeat(np.arange(len(examples)), [len(one.rows) for one in examples]))
    right = torch.tensor(np.concatenate([one.right for one in examples]))
    empty = torch.tensor([one.empty for one in examples])
    weight = torch.tensor([WEIGHTS[one.kind] for one in examples], dtype=torch.float64)
    scale = rows.std(0) + 0.05
    scale[-1] = 1
    free = torch.zeros(len(CANDIDATE), dtype=torch.float64, requires_grad=True)
    never = torch.full((len(examples),), -1e3, dtype=torch.float64)

    def total(scores: torch.Tensor, none: torch.Tensor) -> torch.Tensor:
        sums = torch.exp(none).index_add(0, page, torch.exp(scores))
        return torch.log(sums + 1e-30)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = ((rows / scale) @ free).clamp(-60, 60)
        held = total(torch.where(right, scores, -1e3), torch.where(empty, 0.0, never))
        missed = ((total(scores, torch.zeros_like(never)) - held) * weight).sum() / weight.sum()
        value: torch.Tensor = missed + PENALTY * (free[:-1] ** 2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer = torch.optim.LBFGS([free], max_iter=300, line_search_fn="strong_wolfe")
    optimizer.step(loss)
    weights = (free / scale).detach().numpy().astype(np.float32)
    weights[-1] += BETTER_SOME
    return Boundary(weights)


def save(boundary: Boundary, path: Path = FILE) -> None:
    """Write the weights."""
    np.savez_compressed(path, weights=boundary.weights)
    print(f"{path}: {path.stat().st_size} bytes")
