"""The collector of garbage while pages are read."""

import gc
from collections.abc import Iterator

import pytest

from counterclaim.reading.collecting import RARELY, rarely_collected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_looks_rarely_inside_and_as_before_outside() -> None:
    gc.set_threshold(700, 10, 10)
    with rarely_collected():
        assert gc.get_threshold() == (RARELY, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_an_error_leaves_it_as_before() -> None:
    gc.set_threshold(700, 10, 10)
    with pytest.raises(ValueError, match="torn"), rarely_collected():
        raise ValueError("torn")
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("first", [0, RARELY, RARELY + 1])
def test_where_it_is_off_or_rarer_nothing_changes(first: int) -> None:
    gc.set_threshold(first, 7, 8)
    with rarely_collected():
        assert gc.get_threshold() == (first, 7, 8)
    assert gc.get_threshold() == (first, 7, 8)


def test_one_inside_another_changes_nothing() -> None:
    gc.set_threshold(700, 10, 10)
    with rarely_collected(), rarely_collected():
        assert gc.get_threshold()[0] == RARELY
    assert gc.get_threshold()[0] == 700
