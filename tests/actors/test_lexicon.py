import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.actors.lexicon import Phrases, joined, title_case, tokens


def match(phrases: Phrases[str], text: str, word: int = 0) -> str | None:
    page = list(tokens(text))
    found = phrases.match(text, page, word)
    if found is None:
        return None
    return text[page[word].start : page[found[0] - 1].end]


@given(st.text())
def test_tokens_are_where_they_say(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= position
        assert token.text
        position = token.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velmaria's army", ["Velmaria", "s", "army"]),
        ("the N'Doral", ["the", "N'Doral"]),
        ("U.S. troops", ["U", "S", "troops"]),
        ("al-Tharn", ["al", "Tharn"]),
        ("as NHA reportsVelmaria has", ["as", "NHA", "reports", "Velmaria", "has"]),
        ("McAdam", ["McAdam"]),
        ("Müller 𝒜bc", ["Müller", "𝒜bc"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_longest_phrase_wins() -> None:
    phrases = Phrases([("Coast", "a"), ("Coast Command", "b")])
    assert match(phrases, "Coast Command said") == "Coast Command"
    assert match(phrases, "Coast road") == "Coast"


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("Moscow", "MOSCOW", True),
        ("Moscow", "moscow", False),
        ("US", "us", False),
        ("US", "US", True),
        ("NATO", "Nato", False),
        ("interior ministry", "Interior Ministry", True),
        ("U.S.", "U.S.", True),
        ("al-Qaeda", "Al-Qaeda", True),
    ],
)
def test_letter_case(phrase: str, text: str, found: bool) -> None:
    assert (match(Phrases([(phrase, "x")]), text) is not None) is found


def test_acronyms_that_are_words_do_not_match_in_shouted_lines() -> None:
    phrases = Phrases([("IS", "x")])
    assert match(phrases, "WHAT IS THIS", 1) is None
    assert match(phrases, "that IS fighters", 1) == "IS"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence Ministry", True),
        ("Velmaria. Army", False),
        ("army, navy", False),
        ("Vel-maria", True),
        ("two\nlines", True),
        ("far   away", False),
    ],
)
def test_joined(text: str, expected: bool) -> None:
    left, right = list(tokens(text))[:2]
    assert joined(text, left, right) is expected


def test_abbreviations_join() -> None:
    text = "U.S. Army"
    words = list(tokens(text))
    assert joined(text, words[1], words[2])


def test_title_case_lines_are_known() -> None:
    text = "Velmaria Denies Shelling Border Town\nThe army of Velmaria denied it on Sunday."
    starts = title_case(text, list(tokens(text)))
    assert text.index("Velmaria") in starts
    assert text.index("army") not in starts


@given(st.text(max_size=200))
def test_title_case_never_fails(text: str) -> None:
    words = list(tokens(text))
    assert title_case(text, words) <= {token.start for token in words}
