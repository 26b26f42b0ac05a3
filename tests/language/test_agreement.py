"""What most readings of a window agree on, from readings made by hand."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.agreement import agreed
from counterclaim.language.linking import Tie

Words = tuple[int, int]


def find(source: Words | None, cue: Words, *contents: Words) -> Tie:
    return Tie((source,) if source else (), cue, contents)


def drawn(*readings: tuple[int, list[Tie]]) -> list[tuple[list[Tie], int]]:
    """Readings with how often each was drawn, as bits."""
    given, at = [], 0
    for times, links in readings:
        given.append((links, ((1 << times) - 1) << at))
        at += times
    return given


SAID = find((0, 2), (2, 3), (3, 9))
LATER = find((20, 21), (21, 22), (22, 30))


def test_what_all_readings_have_stays_as_it_is() -> None:
    assert agreed([SAID, LATER], drawn((8, [SAID, LATER]))) == [SAID, LATER]


def test_what_few_readings_have_is_left_out() -> None:
    assert agreed([SAID, LATER], drawn((5, [SAID]), (3, [SAID, LATER]))) == [SAID]


def test_what_most_readings_have_is_found_though_the_best_lacks_it() -> None:
    assert agreed([SAID], drawn((3, [SAID]), (5, [SAID, LATER]))) == [SAID, LATER]


def test_doubt_about_edges_alone_does_not_cost_a_find() -> None:
    shorter, longer = find((0, 2), (2, 3), (3, 8)), find((0, 2), (2, 3), (3, 10))
    readings = drawn((3, [SAID]), (3, [shorter]), (2, [longer]))
    assert agreed([SAID], readings) == [SAID]
    assert agreed([shorter], readings) == [shorter]


def test_edges_are_those_of_most_readings() -> None:
    longer = find((0, 2), (2, 3), (3, 12))
    assert agreed([SAID], drawn((2, [SAID]), (6, [longer]))) == [longer]


def test_the_source_of_most_readings_is_taken() -> None:
    other = find((12, 14), (2, 3), (3, 9))
    assert agreed([SAID], drawn((3, [SAID]), (5, [other]))) == [other]
    assert agreed([SAID], drawn((5, [SAID]), (3, [other]))) == [SAID]


def test_finds_that_agree_on_no_source_are_none() -> None:
    sources = [None, (12, 14), (15, 16), (17, 18)]
    readings = drawn(*((2, [find(source, (2, 3), (3, 9))]) for source in sources))
    assert agreed([find(None, (2, 3), (3, 9))], readings) == []


def test_a_find_counts_once_for_a_reading_that_has_its_two_halves() -> None:
    first, second = find((0, 1), (1, 2), (2, 8)), find((0, 1), (8, 9), (9, 15))
    whole = find((0, 1), (1, 2), (2, 8), (9, 15))
    readings = drawn((6, [first, second]), (2, [whole]))
    assert agreed([first, second], readings) == [first, second]


def test_spans_cut_in_two_are_the_same_find() -> None:
    cut = find((0, 2), (2, 3), (3, 5), (5, 9))
    readings = drawn((4, [SAID]), (4, [cut]))
    assert agreed([SAID], readings) == [SAID]
    assert agreed([cut], readings) == [cut]


def test_two_cues_may_have_one_source() -> None:
    second = find((0, 2), (10, 11), (11, 15))
    assert agreed([SAID, second], drawn((8, [SAID, second]))) == [SAID, second]


def test_nothing_found() -> None:
    assert agreed([], drawn((8, []))) == []


spans = st.integers(0, 20).flatmap(lambda at: st.integers(at + 1, 24).map(lambda end: (at, end)))
finds = st.builds(find, st.none() | spans, spans, spans)


@given(st.lists(finds, max_size=3), st.lists(st.tuples(st.integers(1, 4), st.lists(finds))))
def test_no_two_share_words_and_all_come_from_a_reading(
    best: list[Tie], readings: list[tuple[int, list[Tie]]]
) -> None:
    given = drawn((1, best), *readings)
    found = agreed(best, given)
    assert found == agreed(best, given)
    assert [each.cue for each in found] == sorted(each.cue for each in found)
    offered = [link for _, links in [(1, best), *readings] for link in links]
    taken: set[int] = set()
    for each in found:
        assert each in offered
        words = {at for span in (each.cue, *each.contents) for at in range(*span)}
        assert len(found) == 1 or taken.isdisjoint(set(range(*each.cue)))
        taken |= words
