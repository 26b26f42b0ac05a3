"""The mixture of corpora: its parts, its order, and what an update holds."""

from itertools import islice

import numpy as np
import pytest
from training.examples import IGNORED, Example, length_of
from training.sampling import CAP, FACTORS, alike, mixtures, shares, size_of, stream

from counterclaim.language.encoding import PieceEncoder
from counterclaim.language.heads import EVERY_POINTER, MARKS
from counterclaim.language.model import FOLDER, TOKENIZER

SENTENCE = "The harbour master said that the ferry had left late. "


@pytest.fixture(scope="module")
def encoder() -> PieceEncoder:
    return PieceEncoder(FOLDER / TOKENIZER)


def blank(text: str, encoder: PieceEncoder) -> Example:
    """An example of which nothing is known."""
    encoded = encoder.encode(text)
    size = len(encoded.starts)
    return Example(
        encoded,
        np.full(size, IGNORED, np.int32),
        np.full((len(EVERY_POINTER), size), IGNORED, np.int32),
        np.full((len(MARKS), size), IGNORED, np.int8),
    )


@pytest.fixture(scope="module")
def corpora(encoder: PieceEncoder) -> dict[str, list[Example]]:
    return {
        "polnear": [blank(SENTENCE * count, encoder) for count in (80, 120)],
        "gum": [blank(SENTENCE * count, encoder) for count in (5, 40, 70)],
        "comments": [blank(SENTENCE * count, encoder) for count in (1, 2, 3)],
    }


def test_parts_sum_to_one_and_keep_what_is_given() -> None:
    sizes = {"polnear": 900_000, "gum": 200_000, "wnut17": 100_000}
    parts = shares(sizes, {"polnear": 0.4})
    assert sum(parts.values()) == pytest.approx(1)
    assert parts["polnear"] == pytest.approx(0.4)
    assert parts["gum"] > parts["wnut17"]


def test_a_large_corpus_counts_no_more_than_the_cap() -> None:
    parts = shares({"one": CAP, "other": 9 * CAP}, {})
    assert parts["one"] == pytest.approx(parts["other"])


def test_factors_make_a_corpus_count_for_more_or_less() -> None:
    name, factor = next(iter(FACTORS.items()))
    parts = shares({"one": 10, name: 10}, {})
    assert parts[name] / parts["one"] == pytest.approx(factor)


def test_a_part_of_a_corpus_that_is_not_there_is_divided() -> None:
    parts = shares({"one": 10, "other": 10}, {"polnear": 0.4})
    assert parts == {"one": pytest.approx(0.5), "other": pytest.approx(0.5)}


def test_a_stream_gives_every_word_once_a_turn(corpora: dict[str, list[Example]]) -> None:
    items = corpora["gum"]
    total = sum(len(item.encoded.starts) for item in items)
    seen: list[tuple[int, int]] = []
    for item, start, end in stream("gum", items, 7):
        seen += [(id(item), at) for at in range(start, end)]
        if len(seen) >= total:
            break
    assert len(set(seen)) == total == len(seen)


def test_updates_are_the_same_at_every_call(corpora: dict[str, list[Example]]) -> None:
    parts = shares({name: size_of(items) for name, items in corpora.items()})
    first, second = (
        [[cut[1:] for cut in group] for group in islice(mixtures(corpora, parts, 900, 3), 5)]
        for _ in range(2)
    )
    assert first == second
    other = [[cut[1:] for cut in group] for group in islice(mixtures(corpora, parts, 900, 4), 5)]
    assert first != other


def test_corpora_come_in_their_parts(corpora: dict[str, list[Example]]) -> None:
    parts = {"polnear": 0.5, "gum": 0.3, "comments": 0.2}
    owner = {id(item): name for name, items in corpora.items() for item in items}
    drawn = dict.fromkeys(parts, 0)
    for group in islice(mixtures(corpora, parts, 900, 3), 60):
        for cut in group:
            drawn[owner[id(cut[0])]] += length_of(*cut)
    total = sum(drawn.values())
    for name, part in parts.items():
        assert drawn[name] / total == pytest.approx(part, abs=0.02)


def test_windows_of_like_length_are_padded_together(corpora: dict[str, list[Example]]) -> None:
    (group,) = islice(mixtures(corpora, {"gum": 0.5, "comments": 0.5}, 1500, 3), 1)
    parts = alike(group)
    assert sorted(map(id, group)) == sorted(id(cut) for part in parts for cut in part)
    for part in parts:
        lengths = [length_of(*cut) for cut in part]
        assert min(lengths) >= 0.75 * max(lengths)
