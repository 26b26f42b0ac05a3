"""Reading brat files, and the targets made from them."""

from pathlib import Path

import numpy as np
import pytest
from training.examples import IGNORED, NOTHING, Example, batches, collate, example
from training.polnear import Article, Event, read_article, read_articles

from counterclaim.language.encoding import PieceEncoder
from counterclaim.language.heads import ROLES
from counterclaim.language.model import FOLDER, TOKENIZER

ENCODER = PieceEncoder(FOLDER / TOKENIZER)
TEXT = "😀 “Rain,” said Varn,\r\n“fell.” Read more.\nIt was denied that snow fell."


def span(part: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


def row(number: int, kind: str, *parts: str) -> str:
    spans = ";".join(f"{start} {end}" for start, end in (span(part) for part in parts))
    return f"T{number}\t{kind} {spans}\t{' '.join(parts)}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text").mkdir()
    rows = (
        row(1, "Content", "“Rain,”", "“fell.”"),
        row(2, "Source", "Varn"),
        "T3\tCue 10 14\tsa\nid\n",
        row(4, "Attribution", "said"),
        "E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n",
        row(5, "Cue", "was denied"),
        row(6, "Content", "that snow"),
        row(7, "Content", "fell."),
        row(8, "Attribution-no-source", "was denied"),
        "E2\tAttribution-no-source:T8 Cue:T5 Content:T6 Content2:T7\n",
        "E3\tAttribution-no-source:T9 \n",
        row(10, "Discard", "Read more."),
    )
    (tmp_path / "attributions" / "one.ann").write_bytes("".join(rows).encode())
    (tmp_path / "text" / "one.txt").write_bytes(TEXT.encode())
    return tmp_path


def test_an_article_is_read_with_its_own_line_ends(folder: Path) -> None:
    (article,) = read_articles(folder)
    assert article.text == TEXT
    assert article.name == "one"
    assert article.discarded == (span("Read more."),)


def test_spans_are_code_points_and_may_be_discontinuous(folder: Path) -> None:
    said = read_articles(folder)[0].events[0]
    assert said == Event((span("Varn"),), (span("said"),), (span("“Rain,”"), span("“fell.”")))


def test_further_contents_are_part_of_the_content(folder: Path) -> None:
    denied = read_articles(folder)[0].events[1]
    assert denied.source == ()
    assert len(denied.content) == 2


def test_an_event_without_roles_is_empty(folder: Path) -> None:
    article = read_article(folder / "attributions" / "one.ann", folder / "text" / "one.txt")
    assert article.events[2] == Event((), (), ())


ARTICLE = Article(
    "one",
    "Varn said rain fell . Ad . Oro denied it and said no .",
    (
        Event(((0, 4),), ((5, 9),), ((10, 19),)),
        Event(((27, 30),), ((31, 37),), ((38, 40),)),
        Event(((27, 30),), ((45, 49),), ((50, 52),)),
        Event((), ((41, 44),), ((53, 54),)),
    ),
    ((22, 26),),
)


@pytest.fixture
def made() -> Example:
    return example(ARTICLE, ENCODER)


def test_tags(made: Example) -> None:
    names = ["-" if tag == IGNORED else ROLES.tags[tag] for tag in made.tags]
    expected = (
        "B-source B-cue B-content I-content O - - "
        "B-source B-cue B-content B-cue B-cue B-content B-content"
    )
    assert names == expected.split()


def test_pointers(made: Example) -> None:
    source, content, cue, coreference = made.pointers.tolist()
    assert source[0] == 1
    assert content[2:4] == [1, 1]
    assert (cue[1], cue[8], cue[11]) == (0, 7, 7)
    assert cue[10] == NOTHING
    assert source[4] == content[4] == cue[4] == IGNORED
    assert set(coreference) == {IGNORED}


def test_a_window_forgets_targets_outside_and_begins_its_spans(made: Example) -> None:
    batch = collate([(made, 3, 9)], ENCODER)
    assert batch.tags[0].tolist()[:2] == [ROLES.tags.index("B-content"), 0]
    assert batch.pointers[0, 1, 0] == IGNORED
    assert batch.pointers[0, 2, 5] == 4


def test_padding_is_not_attended_and_not_learnt(made: Example) -> None:
    batch = collate([(made, 0, 14), (made, 0, 3)], ENCODER)
    assert batch.pieces[1, 0] == ENCODER.begin
    assert batch.tags[1, 3:].tolist() == [IGNORED] * 11
    assert batch.attended[1].sum() < batch.attended[0].sum() == batch.pieces.shape[1]


def test_each_word_is_found_at_its_first_piece(made: Example) -> None:
    batch = collate([(made, 0, 14)], ENCODER)
    assert batch.first[0].tolist() == (made.encoded.first[:14] + 1).tolist()
    assert batch.surface[0, batch.first[0]].tolist() == (made.encoded.surface + 1).tolist()
    assert batch.surface[0, 0] == 0


def test_batches_hold_every_word_and_repeat_with_their_seed() -> None:
    long = Article("long", "The mayor said so. " * 300, (), ())
    items = [example(long, ENCODER), example(ARTICLE, ENCODER)]
    total = sum(len(item.tags) for item in items)
    one, same, other = (batches(items, ENCODER, 2, seed) for seed in (1, 1, 2))
    for made in (one, other, batches(items, ENCODER, 2, None)):
        words = sum(int((batch.first > 0).sum()) for batch in made)
        assert words == total
    assert all(np.array_equal(a.pieces, b.pieces) for a, b in zip(one, same, strict=True))
    assert [b.pieces.shape for b in one] != [b.pieces.shape for b in other]


def test_behind_words_of_another_span_a_span_begins_anew() -> None:
    text = "Varn said snow fell in Ordan."
    first = Event((span("Varn", text),), (span("said", text),), (span("snow", text),))
    second = Event((span("Varn said", text),), (span("fell", text),), (span("snow fell in", text),))
    made = example(Article("one", text, (first, second), ()), ENCODER)
    tags = [0 if tag == 0 else (tag - 1) // 2 for tag in made.tags.tolist()]
    legal = ROLES.legal()
    pairs = zip(made.tags[:-1], made.tags[1:], strict=True)
    assert all(legal[before, after] for before, after in pairs)
    assert [ROLES.labels[tags[at]] for at in (0, 1, 2)] == ["source", "cue", "content"]
    # The second cue's source has no word of its own to begin with, but the first one's word.
    begin = 2 * ROLES.labels.index("source") + 1
    assert made.tags[made.pointers[2, 1]] == begin
