"""Words of a paragraph as they are remembered, and their hashes."""

import zlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.bags import (
    BUCKETS,
    LANE,
    PHRASES,
    WORDS_READ,
    Word,
    phrase_bag,
    read_words,
    word_bag,
)
from counterclaim.pages.lexicon import COLUMNS, SETS
from counterclaim.pages.pieces import Piece


def piece(text: str) -> Piece:
    return Piece(0, len(text), text)


def bucket(text: str, buckets: int) -> int:
    return 1 + zlib.crc32(text.encode()) % (buckets - 1)


def lanes(word: Word) -> list[int]:
    """What a word adds to the sums over a paragraph."""
    return [word.lanes >> LANE * at & (1 << LANE) - 1 for at in range(5 + len(SETS))]


def test_facts_of_a_word() -> None:
    first, second, third = read_words("Don’t 22nd ended")
    assert (first.text, first.low, first.plain) == ("Don’t", "don’t", "don't")
    assert (first.raised, first.titled) == (True, True)
    assert lanes(first)[:5] == [5, 1, 1, 1, 0]
    assert lanes(first)[5:] == [int(name == "short") for name in SETS]
    assert second.code == zlib.crc32(b"0000")
    assert (second.plain, second.raised) == ("22nd", False)
    assert (third.titled, third.size) == (False, 5)
    assert lanes(third)[:5] == [5, 0, 1, 0, 1]


def test_sums_over_a_paragraph_stay_in_their_lanes() -> None:
    words = read_words(" ".join(["Harbours"] * 300))
    total = sum(word.lanes for word in words)
    assert total & (1 << LANE) - 1 == 8 * WORDS_READ
    assert total >> LANE & (1 << LANE) - 1 == WORDS_READ


def test_no_word_is_in_two_sets() -> None:
    assert len(COLUMNS) == sum(map(len, SETS.values()))


def test_no_more_words_are_read_than_told() -> None:
    assert len(read_words("so " * 500)) == WORDS_READ
    assert len(read_words("x" * 5000)[0].text) == 2000


def test_words_fall_into_their_buckets() -> None:
    ids, starts = word_bag([piece("Dunmere 12"), piece("***"), piece("dunmere")])
    assert ids.tolist() == [bucket("dunmere", BUCKETS), bucket("00", BUCKETS), 0, ids[0]]
    assert starts.tolist() == [0, 2, 3]


def test_pairs_of_words_are_hashed_too() -> None:
    ids, starts = phrase_bag([piece("The Ferry"), piece("")])
    words = ["the", " the", "ferry", "the ferry"]
    assert ids.tolist() == [*(bucket(word, PHRASES) for word in words), 0]
    assert starts.tolist() == [0, 4]


def test_no_pieces_no_words() -> None:
    for ids, starts in (word_bag([]), phrase_bag([])):
        assert len(ids) == len(starts) == 0


@given(st.lists(st.text(max_size=60), max_size=8))
def test_buckets_are_in_range_and_starts_in_order(texts: list[str]) -> None:
    for read, size in ((word_bag, BUCKETS), (phrase_bag, PHRASES)):
        ids, starts = read([piece(text) for text in texts])
        assert all(0 <= one < size for one in ids)
        assert len(starts) == len(texts)
        assert all(one < two for one, two in pairwise(starts))
