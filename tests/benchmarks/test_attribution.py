"""The attribution yardstick on articles made by hand."""

from pathlib import Path

import pytest
from benchmarks.attribution import (
    Tokens,
    Triple,
    align,
    dice,
    figures,
    is_statement,
    reporting_verbs,
    score,
)
from training.polnear import Article, Event

TEXT = "Varn said rain fell . Oro thinks snow fell ."


def at(*parts: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


GOLD = (
    Event(at("Varn"), at("said"), at("rain fell")),
    Event(at("Oro"), at("thinks"), at("snow fell")),
)
ARTICLE = Article("a", TEXT, GOLD, ())


def measured(*found: Triple) -> dict[str, float]:
    return figures(score([ARTICLE], [list(found)]))


def as_found(event: Event) -> Triple:
    return event.source, event.cue, event.content


def test_the_gold_itself_scores_full_marks() -> None:
    report = measured(*map(as_found, GOLD))
    assert {report[key] for key in report if key.endswith("_f1") and "strictest" not in key} == {
        100
    }
    assert report["attributed_p"] == report["attributed_r"] == 100


def test_nothing_found_scores_nothing() -> None:
    report = measured()
    assert report["attributed_f1"] == report["statement_strict_f1"] == 0
    assert report["documents"] == 1


def test_a_wrong_source_is_detected_but_not_attributed() -> None:
    report = measured((at("Oro"), at("said"), at("rain fell")))
    assert report["detected_f1"] == pytest.approx(66.67)
    assert report["attributed_f1"] == 0


def test_missing_sources_agree_only_with_missing_sources() -> None:
    article = Article("a", TEXT, (Event((), at("said"), at("rain fell")),), ())
    none = figures(score([article], [[((), at("said"), at("rain fell"))]]))
    some = figures(score([article], [[(at("Varn"), at("said"), at("rain fell"))]]))
    assert (none["attributed_f1"], some["attributed_f1"]) == (100, 0)


def test_half_of_the_content_is_enough_to_detect_and_not_to_be_exact() -> None:
    report = measured((at("Varn"), at("said"), at("rain")))
    assert report["attributed_f1"] == pytest.approx(66.67)
    assert report["exact_f1"] == 0


def test_incomplete_gold_and_finds_are_left_out() -> None:
    article = Article("a", TEXT, (*GOLD, Event(at("Oro"), (), at("fell"))), ())
    found = [*map(as_found, GOLD), (at("Oro"), at("thinks"), ())]
    assert figures(score([article], [found]))["attributed_f1"] == 100


def test_the_slice_ignores_or_counts_what_is_beyond_it() -> None:
    said, thinks = map(as_found, GOLD)
    report = measured(said, thinks)
    assert report["statement_share"] == 50
    assert report["statement_filtered_f1"] == 100
    assert report["statement_strict_f1"] == 100
    assert report["statement_strictest_f1"] == pytest.approx(66.67)


@pytest.mark.parametrize(
    ("cue", "filtered", "strict"), [("snow", 100, 66.67), ("said", 66.67, 66.67)]
)
def test_a_find_that_matches_no_gold(cue: str, filtered: float, strict: float) -> None:
    spurious = (at("Oro"), at(cue), at("."))
    report = measured(as_found(GOLD[0]), spurious)
    assert report["statement_filtered_f1"] == pytest.approx(filtered)
    assert report["statement_strict_f1"] == pytest.approx(strict)


def test_a_find_that_meets_the_slice_counts_whatever_its_cue() -> None:
    report = measured((at("Oro"), at("thinks"), at("rain fell")))
    assert report["statement_filtered_f1"] == 0
    assert figures(score([ARTICLE], [[]]))["statement_filtered_f1"] == 0
    counts = score([ARTICLE], [[(at("Oro"), at("thinks"), at("rain fell"))]])
    assert counts.slice_found == 1


def test_each_gold_is_aligned_once_to_its_best() -> None:
    def tokens(*content: int) -> Tokens:
        return Tokens(frozenset(), frozenset({0}), frozenset(content))

    pairs = align([tokens(1, 2), tokens(3, 4)], [tokens(3, 4), tokens(1, 2, 9), tokens(1, 2)])
    assert {(pair.gold, pair.found, pair.exact) for pair in pairs} == {(0, 2, True), (1, 0, True)}


def test_dice() -> None:
    assert dice(frozenset({1, 2}), frozenset({2, 3})) == 0.5
    assert dice(frozenset(), frozenset()) == 0


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", True),
        ("have Said that", True),
        ("according  to", True),
        (":", True),
        (" — ", True),
        ("'s plan for", False),
        ("accordingly", False),
        ("", False),
    ],
)
def test_statement_cues(cue: str, expected: bool) -> None:
    assert is_statement(cue) is expected


def test_the_list_of_verbs_holds_single_lower_case_words() -> None:
    assert len(reporting_verbs()) > 100
    assert all(verb.isalpha() and verb.islower() for verb in reporting_verbs())


def test_the_list_names_no_word_twice() -> None:
    file = Path(__file__).parents[2] / "benchmarks" / "reporting_verbs.txt"
    listed = file.read_text().split()
    assert len(listed) == len(set(listed))
