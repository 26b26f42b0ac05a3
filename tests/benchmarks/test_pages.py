"""The scores of pages, flattened text and updates on pages of our own."""

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.flattened import Tally as FlattenedTally
from benchmarks.pages import Gold, Tally, measure, overlap, read_gold, words
from benchmarks.updates import gold_entries

from benchmarks import page_peers
from counterclaim.pages.flattened import Division
from counterclaim.pages.markup import Markup
from counterclaim.pages.pieces import Piece

PAGE = """<html><body><h1 class="x-nc-sel1">Harbour closed</h1>
<p class="x-nc-sel2">The harbour was closed on Sunday.</p>
<div class="x-nc-sel5">Comments <p>The harbour was never open.</p>
<textarea>&lt;span class="x-nc-sel5"&gt;Your comment&lt;/span&gt;</textarea></div></body></html>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("annotated", "original"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.html").write_text(PAGE, "utf-8")
    return tmp_path


def gold(**texts: str) -> Gold:
    return Gold("one", list(texts.items()))


def test_overlap_counts_each_word_as_often_as_it_stands() -> None:
    assert overlap(Counter(), Counter()) == 1
    assert overlap(Counter("aab"), Counter("ab")) == pytest.approx(0.8)


def test_an_article_found_exactly_leaks_nothing() -> None:
    tally = Tally()
    one = gold(body="The harbour was closed", comment="the harbour the harbour")
    tally.add(one, one.words("body"), one.words("comment"))
    assert tally.report()["leak"] == 0
    assert tally.report()["article_f1"] == tally.report()["comment_f1"] == 100


def test_comment_words_beyond_the_article_leak() -> None:
    tally = Tally()
    one = gold(body="closed", comment="never open")
    tally.add(one, one.words("body", "comment"), Counter())
    assert tally.report()["leak"] == 100


def test_what_a_form_field_holds_is_not_read(corpus: Path) -> None:
    said = read_gold(corpus / "annotated" / "one.html").words("comment")
    assert said == Counter(words("Comments The harbour was never open."))


def test_the_section_counts_as_comments_and_not_as_article(corpus: Path) -> None:
    def divide(page: Markup) -> Division:
        count = len(page.pieces)
        inside = [at >= 2 for at in range(count)]
        return Division(["headline", "body", *["other"] * (count - 2)], 2, inside)

    report = measure(corpus, lambda name: divide)
    assert report["article_f1"] == 100
    assert report["comment_f1"] == 100
    assert report["leak"] == 0


def test_the_section_begins_where_its_first_line_stands() -> None:
    tally = FlattenedTally()
    pairs = [("body", "One paragraph."), ("comment", "2 comments"), ("comment", "No.")]

    def divide(pieces: list[Piece]) -> Division:
        return Division(["body", "other", "comment"], 2, [False, True, True])

    tally.add(pairs, "\n\n", divide)  # type: ignore[arg-type]
    assert tally.near == [True]
    assert tally.f1("comment") == tally.f1("article") == 100


def test_updates_of_one_moment_share_a_rank() -> None:
    times = ["2031-03-02T10:00", "2031-03-02T10:00", "2031-03-02T11:00"]
    entries = gold_entries(
        {"updates": [{"datePublished": time, "articleBody": "Words."} for time in times]}
    )
    assert [entry.rank for entry in entries] == [1, 1, 2]


def test_a_peer_that_fails_has_found_nothing() -> None:
    def extract(content: bytes) -> tuple[str, str]:
        raise ValueError(content)

    found, pace = page_peers.read_all(page_peers.Peer("broken", extract), [b"a", b"b"])
    assert found == [("", ""), ("", "")]
    assert pace > 0
