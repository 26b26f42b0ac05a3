"""What robots.txt allows, as RFC 9309 has it, and for how long an answer counts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from counterclaim.errors import FetchError
from counterclaim.fetching import Fetched
from counterclaim.watching.robots import LONGEST_DELAY, Robots, parse_robots


def allowed(text: str, path: str) -> bool:
    return parse_robots(text).allow(path)


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a/", "/a", True),
        # The longest says, whatever the order; among equals the one that allows.
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a/b\nDisallow: /a", "/a/c", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /*?print=", "/story?print=1", False),
        ("Disallow: /*?print=", "/story?page=1", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: *", "/a", False),
        ("Disallow: /a*b*c", "/a-b-c-d", False),
        ("Disallow: /a*b*c", "/a-c-b", True),
        ("Disallow: /*a$", "/a", False),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: /%7Eann", "/~ann/x", False),
        ("Disallow: /caf\u00e9", "/caf%c3%a9", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("Disallow: /a%2fb", "/a%2Fb", False),
        ("Disallow: /", "/robots.txt", True),
        ("disallow : /a # not for you", "/a", False),
        ("Disallow /a", "/a", True),
        ("Sitemap: https://x.invalid/s\nDisallow: /a", "/a", False),
    ],
)
def test_rules(rules: str, path: str, may: bool) -> None:
    assert allowed(f"User-agent: *\n{rules}", path) is may


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("", True),
        ("Disallow: /", True),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: Counterclaim/2.0\nDisallow: /", False),
        ("User-agent: counterclaims\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: counterclaim\nDisallow:", True),
        ("User-agent: counterclaim\n\nUser-agent: *\nDisallow: /", False),
        ("User-agent: a\nUser-agent: counterclaim\nDisallow: /\nUser-agent: b\nAllow: /", False),
        ("User-agent: counterclaim\nAllow: /x\nUser-agent: counterclaim\nDisallow: /", False),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
        ("User-agent: *\nCrawl-delay: 5\nDisallow: /", False),
    ],
)
def test_groups(text: str, may: bool) -> None:
    assert allowed(text, "/a") is may


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("5", 5.0), ("0.5", 0.5), ("-1", 0.0), ("nan", 0.0), ("x", 0.0), ("1e9", LONGEST_DELAY)],
)
def test_delay(value: str, seconds: float) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {value}").delay == seconds


def test_no_pattern_takes_long() -> None:
    rules = parse_robots("User-agent: *\n" + f"Disallow: /{'a*' * 2000}b$\n" * 20)
    start = time.process_time()
    assert rules.allow("/" + "a" * 4000)
    assert time.process_time() - start < 2


@given(some.text(max_size=200), some.text(max_size=50))
def test_whatever_it_says_there_is_an_answer(text: str, path: str) -> None:
    assert parse_robots(text).allow(path) in (True, False)
    assert parse_robots(f"User-agent: *\nDisallow: {text}").allow("/" + path) in (True, False)


def test_an_answer_counts_for_a_day_and_a_failure_for_minutes() -> None:
    clock = [0.0]
    answers: list[str | None] = [None, "User-agent: *\nDisallow: /b", "User-agent: *\nDisallow: /"]

    def fetch(url: str) -> Fetched:
        text = answers.pop(0)
        if text is None:
            raise FetchError("CC606", url=url, seconds=1)
        return Fetched(url, url, 200, {}, text.encode(), "")

    robots = Robots(fetch, lambda: clock[0])
    told = []
    for hours in (0, 0.1, 0.5, 12, 24, 25):
        clock[0] = hours * 3600
        told.append(robots.allows("https://paper.invalid/a"))
    assert told == [False, False, True, True, True, False]
    assert answers == []
