"""Labelled documents as arrays of words."""

import numpy as np
import pytest
from training.authored import parse_page
from training.examples import IGNORED, NOTHING, collate
from training.multi_examples import authored_example, held, labelled_example

from counterclaim.language.encoding import PieceEncoder
from counterclaim.language.heads import CLASSES, MARKS, TAGS
from counterclaim.language.model import FOLDER, TOKENIZER
from training.corpora import Labelled

TEXT = "Ilse Varn left Porto Claro. She denied it."
ROWS = {name: row for row, (name, _) in enumerate(MARKS)}
PAGE = """id: dam-1
incident: dam
style: agency
split: train
published: 2031-03-02
cast: V=Ilse Varn
---
%headline
Dam leaked
%body
{1s=V|Ms Varn} {1c!denies|denied} {1t that {#killed 2|two} had drowned}.
"""


@pytest.fixture(scope="module")
def encoder() -> PieceEncoder:
    return PieceEncoder(FOLDER / TOKENIZER)


def names(row: np.ndarray, head: str) -> list[str]:
    columns = dict(MARKS)[head]
    return ["?" if value == IGNORED else columns[value] for value in row]


def test_spans_become_tags(encoder: PieceEncoder) -> None:
    document = Labelled("ours/1", TEXT, {"entities": [(0, 9, "person"), (15, 26, "place")]})
    made = labelled_example(document, encoder)
    found = names(made.marks[ROWS["entities"]], "entities")
    assert found[:6] == ["B-person", "I-person", "O", "B-place", "I-place", "O"]
    assert set(found[6:]) == {"O"}


def test_a_head_that_is_not_named_says_nothing(encoder: PieceEncoder) -> None:
    made = labelled_example(Labelled("ours/1", TEXT, {"times": []}), encoder)
    assert set(names(made.marks[ROWS["times"]], "times")) == {"O"}
    others = [row for name, row in ROWS.items() if name != "times"]
    assert (made.marks[others] == IGNORED).all()
    assert (made.tags == IGNORED).all()


def test_the_unknown_is_ignored(encoder: PieceEncoder) -> None:
    document = Labelled("ours/1", TEXT, {"times": []}, unknown={"times": [(28, 42)]})
    found = names(labelled_example(document, encoder).marks[ROWS["times"]], "times")
    assert found == ["O"] * 6 + ["?"] * 4


def test_classes_stand_at_the_first_word(encoder: PieceEncoder) -> None:
    document = Labelled("ours/1", TEXT, classes={"force": [(32, 41, "denies")]})
    found = names(labelled_example(document, encoder).marks[ROWS["force"]], "force")
    assert found == ["?"] * 7 + ["denies", "?", "?"]


def test_links_point_to_first_words(encoder: PieceEncoder) -> None:
    links = [((0, 9), None), ((28, 31), (0, 9))]
    document = Labelled("ours/1", TEXT, links={"coreference": links})
    made = labelled_example(document, encoder)
    assert made.pointers[-1].tolist() == [NOTHING, *[IGNORED] * 5, 0, *[IGNORED] * 3]
    assert (made.pointers[:-1] == IGNORED).all()


def test_an_earlier_mention_before_the_window_is_none(encoder: PieceEncoder) -> None:
    links = [((0, 9), None), ((28, 31), (0, 9))]
    made = labelled_example(Labelled("ours/1", TEXT, links={"coreference": links}), encoder)
    batch = collate([(made, 6, 10)], encoder)
    assert batch.pointers[0, -1].tolist() == [NOTHING, IGNORED, IGNORED, IGNORED]


def test_a_span_from_the_window_before_begins_again(encoder: PieceEncoder) -> None:
    document = Labelled("ours/1", TEXT, {"entities": [(15, 26, "place")]})
    batch = collate([(labelled_example(document, encoder), 4, 10)], encoder)
    assert names(batch.marks[0, ROWS["entities"]], "entities")[:2] == ["B-place", "O"]


def test_an_authored_page_teaches_roles_and_more(encoder: PieceEncoder) -> None:
    made = authored_example(parse_page(PAGE, "dam-1.page"), encoder)
    assert (made.tags > 0).any()
    assert "denies" in names(made.marks[ROWS["force"]], "force")
    assert "B-killed" in names(made.marks[ROWS["counts"]], "counts")
    kinds = [kind for kind in names(made.marks[ROWS["paragraph"]], "paragraph") if kind != "?"]
    assert kinds == ["headline", "body"]


def test_about_a_tenth_is_held_and_sites_stay_together() -> None:
    names_of = [f"gum/GUM_news_{number}" for number in range(1000)]
    assert 60 < sum(map(held, names_of)) < 140
    assert held("l3s_gn1/fold0/one.example/1/nodes-all")
    assert not held("l3s_gn1/fold1/two.example/1/nodes-all")


def test_a_corpus_with_a_part_to_measure_on_is_learnt_as_a_whole() -> None:
    assert not any(held(f"muc4/dev/capitals/{number}") for number in range(200))
    assert not any(held(f"comments/train/frames/{number}") for number in range(200))


def test_rows_are_tag_heads_then_class_heads() -> None:
    assert list(ROWS) == [head.name for head in (*TAGS, *CLASSES)]
