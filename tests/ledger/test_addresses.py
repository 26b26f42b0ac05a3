"""What an address tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ledger.addresses import LONGEST, address_of


@pytest.mark.parametrize(
    ("url", "host", "words"),
    [
        (
            "https://www.star.example/news/two-held-over-fire-in-zarnik/81234/",
            "star.example",
            ("news", "two", "held", "over", "fire", "zarnik"),
        ),
        (
            "https://star.example/2031/05/04/boy_7_hurt.html",
            "star.example",
            ("boy", "7", "hurt", "html"),
        ),
        ("https://star.example/article81234.html", "star.example", ("html",)),
        ("https://star.example", "star.example", ()),
        ("http://star.example:80/a%20fire%20in-Orsvik", "star.example", ("fire", "Orsvik")),
    ],
)
def test_hosts_and_words(url: str, host: str, words: tuple[str, ...]) -> None:
    assert address_of(url) == (host, words)


def test_a_copy_in_an_archive_has_the_address_of_what_was_copied() -> None:
    inner = "http://star.example/local/shell-hits-school"
    assert address_of(f"https://archive.example/web/20310504120000/{inner}") == address_of(inner)


@pytest.mark.parametrize("url", [None, "", "no address", "http://[broken/x-y"])
def test_what_is_no_address_tells_nothing_of_a_site(url: str | None) -> None:
    assert address_of(url)[0] == ""


def test_a_bare_path_still_tells_its_words() -> None:
    assert address_of("pages/fire-in-orsvik.html") == ("", ("pages", "fire", "orsvik", "html"))


def test_a_very_long_address_is_cut() -> None:
    words = address_of("https://star.example/" + "fire-" * 100_000)[1]
    assert 0 < len(words) <= LONGEST // len("fire-")


@given(st.text(max_size=200))
def test_any_text_is_borne(url: str) -> None:
    host, words = address_of(url)
    assert isinstance(host, str)
    assert all(word.isascii() and len(word) >= 1 for word in words)
    assert address_of(url) == (host, words)
