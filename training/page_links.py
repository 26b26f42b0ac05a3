"""`python -m training.page_links --data DIR [--out DIR]`: the forest that finds links in text.

Learns from the labelled text of L3S-GN1 as it is and with lists of links of the same pages put
into it, from articles of WCXB with theirs, and from our own annotated pages. Needs LightGBM;
what ships is read with numpy. Seeded; a few minutes on one core.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from benchmarks.flattened import FORMS, written
from benchmarks.pages import LABELS

from counterclaim.pages.elsewhere import ELSEWHERE, STORY, TALK
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.forest import FOLDER, Forest
from counterclaim.pages.links import link_features
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import load_register
from counterclaim.pages.talk import talk_features
from counterclaim.pages.threads import heads
from training import pages_data as source

CLASS = {"headline": STORY, "body": STORY, "supplement": STORY, "related": ELSEWHERE,
         "other": ELSEWHERE, "comment": TALK}  # fmt: skip
AUTHORED = Path(__file__).parent / "authored"

SETTINGS: dict[str, Any] = {
    "objective": "multiclass", "num_class": 3, "num_leaves": 15, "learning_rate": 0.1,
    "feature_fraction": 0.3, "min_data_in_leaf": 25, "lambda_l2": 3.0, "max_bin": 63,
    "num_threads": 1, "seed": 1, "deterministic": True, "verbose": -1,
}  # fmt: skip
ROUNDS = 160

FURNITURE = (0.5, 0.15)
"""What a line of a page with all its furniture weighs, in the first and the second half of the
forest: half heeds it more, half less, and together they do better than either."""

THREAD = 30
"""Pieces of talk that one page counts for at most."""

Pair = tuple[str, str]
"""A label of L3S-GN1 and a paragraph."""


@dataclass
class Page:
    """Rows of features, classes and weights of one page; `host` is that of L3S-GN1 it is from."""

    host: str
    rows: np.ndarray
    classes: np.ndarray
    weights: np.ndarray
    furniture: bool = False


def page_of(
    host: str,
    pieces: Sequence[Piece],
    classes: Sequence[int],
    weight: float,
    furniture: bool = False,
) -> Page:
    """The rows that the forest sees of a page, each weighing `weight`, long threads less."""
    own = text_features(pieces)
    odds = load_register().scores(*own_features(pieces, own))
    talk = talk_features(pieces, odds, heads(pieces, range(len(pieces))))
    rows = np.concatenate([own, talk, link_features(pieces)], 1)
    labels = np.array(classes)
    weights = np.full(len(pieces), weight, np.float32)
    weights[labels == TALK] *= min(1.0, THREAD / max(1, (labels == TALK).sum()))
    return Page(host, rows, labels, weights, furniture)


def from_pairs(
    host: str, pairs: Sequence[Pair], form: str, weight: float, furniture: bool = False
) -> Page:
    """A page written as plain text; paragraphs that are joined have the label of the first."""
    separator = "\n" if form == "lines" else "\n\n"
    texts = [" ".join(text.split()) for _, text in pairs]
    starts = np.cumsum([0] + [len(text) + len(separator) for text in texts[:-1]])
    pieces = paragraphs(separator.join(texts))
    held = np.searchsorted(starts, [piece.start for piece in pieces], side="right") - 1
    return page_of(host, pieces, [CLASS[pairs[at][0]] for at in held], weight, furniture)


def thinned(page: Page, share: float, rng: random.Random) -> Page:
    """A share of a page's rows."""
    kept = np.array([rng.random() < share for _ in page.classes], bool)
    rows, classes, weights = page.rows[kept], page.classes[kept], page.weights[kept]
    return Page(page.host, rows, classes, weights, page.furniture)


def link_lists(pieces: Sequence[Piece], free: Sequence[bool]) -> list[list[str]]:
    """Lists of links outside the article, each with its heading and the blurbs between them."""

    def links(at: int) -> bool:
        marks = pieces[at].marks
        return free[at] and marks is not None and 2 * marks.linked > len(pieces[at].text)

    found, at = [], 0
    while at < len(pieces):
        if not links(at):
            at += 1
            continue
        end = at + 1
        while end < len(pieces) and free[end]:
            if links(end):
                end += 1
            elif end + 1 < len(pieces) and links(end + 1):
                end += 2
            else:
                break
        lines = [piece.text for piece in pieces[at : min(end, at + 12)]]
        if sum(len(line.split()) >= 4 for line in lines) >= max(1, 0.4 * len(lines)):
            above = pieces[at - 1].text if at and free[at - 1] and not links(at - 1) else ""
            heads = [above] if above and len(above) <= 45 and above[-1] not in ".!" else []
            found.append(heads + lines)
        at = end
    return found


def with_links(
    rng: random.Random, told: Sequence[Pair], lists: Sequence[list[str]]
) -> list[Pair] | None:
    """A page with some lists put in: below the story, above it, within it; readers' talk last."""
    body = [at for at, (label, _) in enumerate(told) if label == "body"]
    if not body or not lists:
        return None
    heads = [at + 1 for at, (label, _) in enumerate(told) if label == "headline"]
    talk = [at for at, (label, _) in enumerate(told) if label == "comment" and at > body[0]]
    count = rng.choice((1, 1, 1, 2, 2, 3))
    places = [_place(rng, told, body, heads, talk) for _ in range(count)]
    drawn = rng.sample(list(lists), min(len(lists), count))
    made = list(told)
    for at, lines in sorted(zip(places, drawn, strict=False), reverse=True):
        cut = rng.randint(2, len(lines)) if len(lines) > 3 and rng.random() < 0.5 else len(lines)
        made[at:at] = [("related", line) for line in lines[:cut]]
    return made


def _place(
    rng: random.Random, told: Sequence[Pair], body: list[int], heads: list[int], talk: list[int]
) -> int:
    end, dice = body[-1] + 1, rng.random()
    if talk and rng.random() < 0.6:
        return talk[0]
    if dice < 0.5:
        return rng.choice((end, len(told)))
    if dice < 0.72:
        return rng.choice((body[0], heads[-1] if heads else body[0]))
    return 0 if dice < 0.78 else rng.choice(body)


def load(root: Path) -> list[Page]:
    """All pages. Lists of links stay on the pages of their own site, so that folds hold."""
    rng = random.Random(4)  # noqa: S311  (seeded, not secret)
    found = [*_labelled(root, rng), *_articles(root, rng)]
    for incident, _, pieces, masks in source.authored_pages(AUTHORED):
        elsewhere = source.MASK["other"] | source.MASK["related"]
        classes = [
            TALK if m & source.MASK["comment"] else ELSEWHERE if m & elsewhere else STORY
            for m in masks
        ]
        found.append(page_of(f"own:{incident}", pieces, classes, 1.5))
    return found


def _labelled(root: Path, rng: random.Random) -> Iterator[Page]:
    """L3S-GN1: labelled text, all text (thinned), and labelled text with links put in."""
    hosts = source.sites(root)
    for gold, page, labels in source.l3s_pages(root):
        host = hosts.get(gold.name, gold.name)
        for form, furniture in product(FORMS, (False, True)):
            pairs = written(gold, page, labels, form, furniture)
            if not pairs or form == "lines" or (furniture and form != "joined"):
                continue
            made = from_pairs(host, pairs, form, 1.0, furniture)
            yield thinned(made, 0.2, rng) if furniture else made
        told = [(LABELS[at], p.text) for p, at in zip(page.pieces, labels, strict=True) if at > 0]
        lists = link_lists(page.pieces, [at == source.OTHER for at in labels])
        for _ in range(3 if len(told) <= 150 else 1):
            if mixed := with_links(rng, told, lists):
                yield from_pairs(host, mixed, rng.choice(("joined", "lines")), 0.6)


def _articles(root: Path, rng: random.Random) -> Iterator[Page]:
    """WCXB: articles with lists of links of their pages put in."""
    for host, page, masks, _ in source.wcxb_pages(root):
        inside = [mask == source.ARTICLE for mask in masks]
        told = [
            ("headline" if piece.marks and piece.marks.tag == "h1" else "body", piece.text)
            for piece, held in zip(page.pieces, inside, strict=True)
            if held
        ]
        if not 4 <= len(told) <= 150:
            continue
        lists = link_lists(page.pieces, [not held for held in inside])
        mixed = with_links(rng, told, lists) if rng.random() < 0.75 else None
        made = from_pairs(f"w:{host}", mixed or told, rng.choice(("joined", "lines")), 0.7)
        yield thinned(made, 0.6, rng)


def grow(pages: Sequence[Page]) -> Forest:
    """A forest from all pages' rows."""
    rows = np.concatenate([page.rows for page in pages])
    classes = np.concatenate([page.classes for page in pages])
    halves = []
    for share in FURNITURE:
        weight = np.concatenate([page.weights * (share if page.furniture else 1) for page in pages])
        data = lightgbm.Dataset(rows, classes, weight=weight)
        halves.append(forest_of(lightgbm.train(SETTINGS, data, num_boost_round=ROUNDS)))
    return joined(halves)


def joined(forests: Sequence[Forest]) -> Forest:
    """One forest that says the mean of what several of one shape say."""
    return Forest(
        np.concatenate([one.feature for one in forests]),
        np.concatenate([one.threshold for one in forests]),
        np.concatenate([one.way for one in forests]),
        np.concatenate([one.value for one in forests]) / np.float32(len(forests)),
        forests[0].classes,
    )


def forest_of(booster: lightgbm.Booster) -> Forest:
    """The arrays of a booster's trees, whose classes take turns."""
    dump = booster.dump_model()
    trees = [tree["tree_structure"] for tree in dump["tree_info"]]
    leaves = int(SETTINGS["num_leaves"])
    feature = np.zeros((len(trees), leaves - 1), np.int64)
    threshold = np.zeros((len(trees), leaves - 1), np.float32)
    way = np.zeros((len(trees), leaves - 1, leaves), np.float32)
    value = np.zeros((len(trees), leaves), np.float32)
    for at, tree in enumerate(trees):
        _lay_out(tree, [], feature[at], threshold[at], way[at], value[at])
    return Forest(feature, threshold, way, value, dump["num_class"])


def _lay_out(
    node: dict[str, Any],
    above: list[tuple[int, int]],
    feature: np.ndarray,
    threshold: np.ndarray,
    way: np.ndarray,
    value: np.ndarray,
) -> None:
    """Writes a node and all below it; `above` are the conditions on the way and their answers."""
    if "split_feature" not in node:
        leaf = node.get("leaf_index", 0)
        value[leaf] = node["leaf_value"]
        for condition, answer in above:
            way[condition, leaf] = answer
        return
    at = node["split_index"]
    feature[at] = node["split_feature"]
    # The largest float32 that is not above the threshold: rows are float32.
    exact = np.float32(node["threshold"])
    threshold[at] = exact if exact <= node["threshold"] else np.nextafter(exact, np.float32(-1e30))
    for side, answer in (("left_child", 1), ("right_child", -1)):
        _lay_out(node[side], [*above, (at, answer)], feature, threshold, way, value)


def save(forest: Forest, path: Path) -> None:
    """Write a forest in small types."""
    np.savez_compressed(
        path,
        feature=forest.feature.astype(np.int16),
        threshold=forest.threshold,
        way=forest.way.astype(np.int8),
        value=forest.value.astype(np.float16),
        classes=np.array(forest.classes),
    )
    print(f"{path}: {path.stat().st_size} bytes")


def main() -> None:
    """Grow the forest from all pages and write it."""
    parser = argparse.ArgumentParser(prog="python -m training.page_links", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    save(grow(load(options.data)), options.out / "links.npz")


if __name__ == "__main__":
    main()
