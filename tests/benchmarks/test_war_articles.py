"""Groups of articles on one war, and whose word each one's toll is."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.echoes import _percent, measure
from benchmarks.war_articles import articles_of, cited, groups, words_of
from tests.ledger.builder import Page
from tests.ledger.stories import SUDMARK

BOMB = "A bomb went off at the covered market of Zarnik on Tuesday and killed nine people there"
SCHOOL = "Shells struck the primary school of Zarnik while lessons were being taught in every room"


def article(source: str, content: str, day: str = "2031-05-04") -> dict[str, str]:
    return {
        "unit_id": f"{source}{len(content)}",
        "article_title": content[:30],
        "article_content": content,
        "source": source,
        "date": "5/4/2031",
        "location": "zarnik",
        "labels": "1",
        "day": day,
    }


def others() -> list[dict[str, str]]:
    """Unlike articles of other days, so that words have weights."""
    texts = ("rain fell", "a bridge was opened", "elections were held", "grain grew dear")
    return [article(f"o{n}", text, f"2031-06-0{n + 1}") for n, text in enumerate(texts)]


def test_articles_of_one_day_and_place_that_are_alike_are_a_group() -> None:
    told = [article("a", BOMB), article("b", f"{BOMB}, doctors said"), article("c", SCHOOL)]
    assert groups([*told, *others()]) == [told[:2]]


def test_another_day_or_place_is_another_group() -> None:
    one = article("a", BOMB)
    assert groups([one, article("b", BOMB, "2031-05-05"), *others()]) == []
    assert groups([one, {**article("b", BOMB), "location": "orsvik"}, *others()]) == []


def test_articles_are_linked_through_a_third() -> None:
    a = article("a", "mortar crater minaret belltower orchard")
    b = article("b", "mortar crater minaret quarry kiln brickyard")
    c = article("c", "quarry kiln brickyard sluice millrace")
    (found,) = groups([a, b, c, *others()])
    assert found == [a, b, c]


def test_rows_have_a_day(tmp_path: Path) -> None:
    head = "unit_id,article_title,article_content,source,date,location,labels"
    row = '1,Title,"Some text, here",paper,5/4/2031,zarnik,0'
    (tmp_path / "fakes_own.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    (found,) = articles_of(tmp_path)
    assert (found["day"], found["article_content"]) == ("2031-05-04", "Some text, here")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Observatory said. In all, 9 were killed, the UN said.", "united nations"),
        ("The Civil Defence said 12 were killed, and SANA said so too.", "civil defence"),
        ("SANA was there. Nine people were killed.", None),
        ("The coalition denied it.", None),
        ("", None),
    ],
)
def test_the_body_named_with_the_toll(text: str, body: str | None) -> None:
    assert cited(text) == body


def test_copies_have_the_word_of_what_they_copy() -> None:
    told = [article("a", BOMB), article("b", f"{BOMB} that day"), article("c", SCHOOL)]
    assert words_of(told) == ["outlet a", "outlet a", "outlet c"]


def test_a_cited_body_goes_before_a_copy() -> None:
    text = f"{BOMB}, the Observatory said"
    assert words_of([article("a", text), article("b", text)]) == ["observatory"] * 2


def test_figures_before_and_after_folding() -> None:
    pages = [
        Page(key).say("nine people were killed at the market", by=SUDMARK).reading()
        for key in "abc"
    ]
    figures = measure([(["x", "x", "x"], pages)], lambda claims: claims[0])
    assert figures["unfolded_over_count"] == 200.0
    assert figures["over_count"] == figures["under_count"] == 0.0
    assert (figures["reports"], figures["origins"], figures["origins_counted"]) == (3, 1, 1)
    split = measure([(["x", "y", "y"], pages)], lambda claims: claims[0])
    assert (split["under_count"], split["unfolded_over_count"]) == (50.0, 50.0)


def test_percent_of_nothing_is_nothing() -> None:
    assert _percent(0, 0) == 0.0
