"""`python -m training.pages --data DIR [--out DIR] [--folds N]`: the two taggers of `pages/`.

Trains `structured` (HTML) and `flattened` (plain text) and writes their weights as float16. Folds
share no host; in those of plain text the forest of `training.page_links` is grown anew as well, and
the weights of `training.page_boundary` are fitted, which needs networks that never saw a page.
Seeded; a few minutes on two cores.
"""

import argparse
import pickle
import random
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import benchmarks.flattened
import benchmarks.pages
import numpy as np
import torch
from torch import nn

from counterclaim.pages.bags import BUCKETS, word_bag
from counterclaim.pages.boundary import Boundary
from counterclaim.pages.features import own_features, text_features
from counterclaim.pages.flattened import divide
from counterclaim.pages.forest import Forest
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.structure import structure_features
from counterclaim.pages.structured import divide_markup
from counterclaim.pages.tagger import CLASSES, DILATIONS, FOLDER, Register, Tagger, load_register
from counterclaim.pages.talk import talk_features
from counterclaim.pages.threads import heads
from training import page_boundary, page_links
from training import page_synthesis as synthesis
from training import pages_data as source

WIDTH, WORDS = 48, 12

AUTHORED = Path(__file__).parent / "authored"
"""Our own annotated pages."""


@dataclass
class Example:
    """A page: features, word buckets, a mask of possible classes and a weight for each piece."""

    host: str
    features: np.ndarray
    ids: np.ndarray
    starts: np.ndarray
    masks: np.ndarray
    weights: np.ndarray
    share: float = 1.0
    name: str = ""


class Network(nn.Module):
    """The network of :mod:`counterclaim.pages.tagger`, with the same names."""

    def __init__(self, mean: torch.Tensor, scale: torch.Tensor) -> None:
        super().__init__()
        self.mean, self.scale = mean, scale
        self.embedding = nn.EmbeddingBag(BUCKETS, WORDS, mode="mean")
        nn.init.normal_(self.embedding.weight, std=0.05)
        self.enter = nn.Linear(len(mean) + WORDS, WIDTH)
        self.mix = nn.ModuleList([nn.Linear(3 * WIDTH, WIDTH) for _ in DILATIONS])
        self.page = nn.ModuleList([nn.Linear(WIDTH, WIDTH, bias=False) for _ in DILATIONS])
        self.out = nn.Linear(WIDTH, len(CLASSES))
        self.drop = nn.Dropout(0.15)

    def forward(
        self, features: torch.Tensor, ids: torch.Tensor, starts: torch.Tensor, sizes: list[int]
    ) -> torch.Tensor:
        """Log probabilities of the classes for the pieces of several pages of ``sizes``."""
        scaled = ((features - self.mean) / self.scale).clamp(-5, 5)
        words = self.drop(self.embedding(ids, starts))
        hidden = torch.relu(self.enter(torch.cat([self.drop(scaled), words], 1)))
        for mix, page, distance in zip(self.mix, self.page, DILATIONS, strict=True):
            parts = []
            for one in hidden.split(sizes):
                pad = one.new_zeros(distance, one.shape[1])
                size = len(one)
                down = torch.cat([pad, one])[:size]
                up = (
                    torch.cat([one, pad])[-size:]
                    if size >= distance
                    else torch.cat([one, pad])[distance:][:size]
                )
                around = page(one.mean(0, keepdim=True))
                parts.append(torch.relu(mix(torch.cat([down, one, up], 1)) + around))
            hidden = hidden + self.drop(torch.cat(parts))
        return torch.log_softmax(self.out(hidden), 1)

    def tagger(self) -> Tagger:
        """The weights by the names that numpy knows them by."""
        state = {
            "mean": self.mean, "scale": self.scale, "embedding": self.embedding.weight,
            "in.w": self.enter.weight.T, "in.b": self.enter.bias,
            "out.w": self.out.weight.T, "out.b": self.out.bias,
        }  # fmt: skip
        for layer, (mix, page) in enumerate(zip(self.mix, self.page, strict=True)):
            state |= {
                f"mix{layer}.w": mix.weight.T,
                f"mix{layer}.b": mix.bias,
                f"page{layer}.w": page.weight.T,
            }
        return Tagger(
            {k: v.detach().numpy().astype(np.float16).astype(np.float32) for k, v in state.items()}
        )


def example(
    host: str,
    pieces: list[Piece],
    masks: list[int],
    extra: np.ndarray | None,
    share: float,
    name: str = "",
) -> Example:
    """One page as the network sees it: features of its pieces, masks of what they may be."""
    own = text_features(pieces)
    odds = load_register().scores(*own_features(pieces, own))
    parts = [own, talk_features(pieces, odds, heads(pieces, range(len(pieces))))]
    if extra is not None:
        parts.insert(1, extra)
    features = np.concatenate(parts, 1)
    ids, starts = word_bag(pieces)
    sizes = np.array([len(piece.text.split()) for piece in pieces], np.float32)
    weights = np.where(np.array(masks) > 0, np.sqrt(1 + sizes), 0).astype(np.float32)
    return Example(host, features, ids, starts, np.array(masks, np.int64), weights, share, name)


def flattened_example(
    host: str, lines: list[source.Line], share: float, name: str = ""
) -> Example | None:
    """The example of a page written out as plain text; nothing where lines and pieces differ."""
    text, masks = source.written(lines)
    pieces = paragraphs(text)
    if len(pieces) != len(masks) or not pieces:
        return None
    return example(host, pieces, masks, None, share, name)


def load(root: Path, count: int) -> tuple[list[Example], list[Example]]:
    """Examples for the structured and for the flattened tagger.

    Nothing of L3S-GN1 is in the pages put together from parts, so that folds over its hosts hold.
    """
    rng = random.Random(17)  # noqa: S311  (seeded, not secret)
    stories, titles = source.articles(root), source.headlines(root)
    structured, flattened = _labelled(root, rng)
    for incident, name, pieces, masks in source.authored_pages(AUTHORED):
        flattened.append(example(f"own:{incident}", pieces, masks, None, 3.0, name))
    for host, page, masks, paragraphs_of in source.wcxb_pages(root):
        if page.pieces:
            structured.append(example(host, page.pieces, masks, structure_features(page), 0.7))
            stories += [paragraphs_of] * 3
    stories = [story for story in stories if len(story) >= 3]
    talk = synthesis.Voices(source.voices(root))
    for _ in range(count):
        lines = synthesis.synthetic(rng, stories, talk, titles)
        if made := flattened_example("", lines, 0.6):
            flattened.append(made)
    return structured, flattened


def _labelled(root: Path, rng: random.Random) -> tuple[list[Example], list[Example]]:
    """The pages of L3S-GN1 as they are and flattened."""
    structured, flattened = [], []
    hosts = source.sites(root)
    for gold, page, labels in source.l3s_pages(root):
        host = hosts.get(gold.name, gold.name)
        masks = source.masks_of(page.pieces, labels)
        talk = 1 + 3 * (source.COMMENT in labels)
        extra = structure_features(page)
        structured.append(example(host, page.pieces, masks, extra, talk, gold.name))
        for form, kept in product(("nodes", "lines", "joined"), ("labelled", "some", "all")):
            if kept == "all" and form != "joined":
                continue
            lines = source.flattened_l3s(rng, gold, page, labels, form, kept)
            name = f"{gold.name} {form} {kept}"
            if made := flattened_example(host, lines, talk / 2.5, name):
                flattened.append(made)
    return structured, flattened


def train(examples: list[Example], steps: int, seed: int = 5) -> Tagger:
    """A tagger after ``steps`` batches of eight pages drawn by their shares."""
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311  (seeded, not secret)
    rows = np.concatenate([one.features for one in examples])
    network = Network(torch.tensor(rows.mean(0)), torch.tensor(rows.std(0) + 0.05))
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, 6e-3, total_steps=steps, pct_start=0.1
    )
    shares = [one.share for one in examples]
    losses = []
    for step in range(steps):
        batch = [window(one, rng) for one in rng.choices(examples, shares, k=8)]
        loss = batch_loss(network, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        if step % 200 == 199:
            print(f"step {step + 1}: {np.mean(losses[-200:]):.4f}", flush=True)
    return network.eval().tagger()


def batch_loss(network: Network, batch: list[Example]) -> torch.Tensor:
    """Mean negative log probability that each piece's class is among the possible ones."""
    base = np.cumsum([0] + [len(one.ids) for one in batch])
    logs = network(
        torch.tensor(np.concatenate([one.features for one in batch])),
        torch.tensor(np.concatenate([one.ids for one in batch])).long(),
        torch.tensor(np.concatenate([one.starts + b for one, b in zip(batch, base, strict=False)])),
        [len(one.features) for one in batch],
    )
    masks = torch.tensor(np.concatenate([one.masks for one in batch]))
    allowed = (masks[:, None] >> torch.arange(len(CLASSES))) & 1
    loss = -torch.logsumexp(logs.masked_fill(allowed == 0, -30), 1)
    scaled = [one.weights / (one.weights.sum() + 20) ** 0.5 for one in batch]
    weights = torch.tensor(np.concatenate(scaled))
    return (loss * weights).sum() / (weights.sum() + 1e-6)


def window(one: Example, rng: random.Random) -> Example:
    """At most 300 pieces of a page, so that one thread of comments does not fill a batch."""
    size = len(one.features)
    if size <= 300:
        return one
    first = rng.choice((0, rng.randrange(size - 300)))
    ends = np.append(one.starts, len(one.ids))
    part = slice(first, first + 300)
    ids = one.ids[ends[first] : ends[first + 300]]
    return Example(
        one.host,
        one.features[part],
        ids,
        one.starts[part] - ends[first],
        one.masks[part],
        one.weights[part],
        one.share,
        one.name,
    )


def stress_boundary(one: Example) -> None:
    """Paragraphs near the first comment weigh three times: there the page is divided or not."""
    talk = np.flatnonzero(one.masks == source.MASK["comment"])
    if len(talk):
        one.weights[max(0, talk[0] - 3) : talk[0] + 4] *= 3


def folded(examples: list[Example], folds: int, steps: int) -> list[tuple[set[str], Tagger]]:
    """The hosts of each fold and a tagger that never saw them."""
    hosts = sorted({one.host for one in examples if one.name})
    random.Random(3).shuffle(hosts)  # noqa: S311  (seeded, not secret)
    found = []
    for fold in range(folds):
        held = set(hosts[fold::folds])
        tagger = train([one for one in examples if one.host not in held], steps)
        found.append((held, tagger))
        print(
            f"fold {fold + 1}:",
            accuracy([one for one in examples if one.name and one.host in held], tagger),
            flush=True,
        )
    return found


def accuracy(examples: list[Example], tagger: Tagger) -> str:
    """Word-weighted F1 of each class."""
    hits, found, gold = np.zeros((3, len(CLASSES)))
    for one in examples:
        best = tagger.scores(one.features, (one.ids, one.starts)).argmax(1)
        for label in range(len(CLASSES)):
            right = one.masks == 1 << label
            sizes = one.weights**2
            hits[label] += sizes[right & (best == label)].sum()
            gold[label] += sizes[right].sum()
            found[label] += sizes[(best == label) & (one.masks > 0)].sum()
    return " ".join(
        f"{name} {2 * h / max(1, f + g):.3f}"
        for name, h, f, g in zip(CLASSES, hits, found, gold, strict=True)
    )


def cross_validated(
    name: str, root: Path, taggers: list[tuple[set[str], Tagger]], out: Path | None = None
) -> dict[str, float]:
    """The benchmark's figures where each page is read by models that never saw its host."""
    hosts = source.sites(root)
    by_host = {host: tagger for held, tagger in taggers for host in held}

    def tagger_of(page: str) -> Tagger:
        return by_host[hosts.get(page, page)]

    if name == "flattened":
        forests = grown([held for held, _ in taggers], root)
        choices = chosen(taggers, root, out)

        def reader(page: str, _: str) -> benchmarks.flattened.Divide:
            host = hosts.get(page, page)
            return lambda pieces: divide(pieces, by_host[host], forests[host], choices[host])

        return benchmarks.flattened.measure(root / "l3s_gn1", reader)
    return benchmarks.pages.measure(
        root / "l3s_gn1", lambda page: lambda markup: divide_markup(markup, tagger_of(page))
    )


def grown(folds: list[set[str]], root: Path) -> dict[str, Forest]:
    """For each host the forest that never saw the hosts of its fold."""
    pages = page_links.load(root)
    found: dict[str, Forest] = {}
    for held in folds:
        forest = page_links.grow([page for page in pages if page.host not in held])
        found |= dict.fromkeys(held, forest)
    return found


def chosen(
    taggers: list[tuple[set[str], Tagger]], root: Path, out: Path | None = None
) -> dict[str, Boundary]:
    """For each host the choice of beginnings that never saw the hosts of its fold.

    One fitted to all hosts is written below ``out``.
    """
    by_host = {host: tagger for held, tagger in taggers for host in held}
    examples = page_boundary.load(root, lambda host: by_host.get(host, taggers[0][1]))
    if out is not None:
        page_boundary.save(page_boundary.fit(examples), out / "boundary.npz")
    found: dict[str, Boundary] = {}
    for held, _ in taggers:
        boundary = page_boundary.fit([one for one in examples if one.host not in held])
        found |= dict.fromkeys(held, boundary)
    return found


def save(tagger: Tagger | Register, path: Path) -> None:
    """Write weights as float16, embeddings in eight bits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    weights = {key: value.astype(np.float16) for key, value in tagger.weights.items()}
    scale = np.abs(tagger.weights["embedding"]).max(axis=0) / 127
    weights["embedding"] = np.round(tagger.weights["embedding"] / scale).astype(np.int8)
    np.savez_compressed(path, **weights, **{"embedding.scale": scale.astype(np.float32)})
    print(f"{path}: {path.stat().st_size} bytes")


def main() -> None:
    """Parse, cross-validate if asked, train, write."""
    parser = argparse.ArgumentParser(prog="python -m training.pages", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--only", choices=("structured", "flattened"))
    parser.add_argument("--folds", type=int, default=0, help="cross-validate over hosts first")
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--synthetic", type=int, default=1500, help="pages put together from parts")
    parser.add_argument("--cache", type=Path, help="keep features and fold taggers here")
    options = parser.parse_args()
    torch.set_num_threads(1)
    stored = options.cache / "examples.pickle" if options.cache else None
    if stored and stored.exists():
        both = pickle.loads(stored.read_bytes())  # noqa: S301  (our own file)
    else:
        both = load(options.data, options.synthetic)
        if stored:
            stored.write_bytes(pickle.dumps(both))
    for name, read in zip(("structured", "flattened"), both, strict=True):
        examples = [one for one in read if len(one.features)]
        if name == "flattened":
            for one in examples:
                stress_boundary(one)
        if options.only not in (None, name):
            continue
        print(name, len(examples), "pages,", sum(len(one.features) for one in examples), "pieces")
        if options.folds:
            taggers = folded(examples, options.folds, options.steps)
            if options.cache:
                (options.cache / f"{name}-folds.pickle").write_bytes(pickle.dumps(taggers))
            print(cross_validated(name, options.data, taggers, options.out), flush=True)
        save(train(examples, options.steps), options.out / f"{name}.npz")


if __name__ == "__main__":
    main()
