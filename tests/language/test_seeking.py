"""Patterns sought by the beginnings of words give what the regular expression gives."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.actors import press
from counterclaim.language import Openings, Sought
from counterclaim.language.seeking import Keys
from counterclaim.statements import acts, chain_words, force_signs, force_words, left_out, plain

PATTERNS = [
    r"\b(?:harbour|hull)(?:s|ed)?\b",
    r"\bhad (?:not )?yet to\b",
    r"\b(?:is|are)\s+(?:widely\s+)?quoted\b[^,;]{0,9}?\bas\s+saying\b",
    r"(?P<a>\bsaid\b(?=\s+that))|(?P<b>\btolls?\b)",
    r"[,;]?\s*\bwith\s+(?P<who>[^,;]{3,80}?)\s+(?P<cue>saying|adding)\b",
    r"\b(?P<who>[^,;:.]{2,60}?)\s+(?P<by>(?:has\s+)?(?:reported|writes))\s+that\b",
    r"^\W*(?:that )?(?:no|never)\b",
    r"^(?:no|it) |\bnever\b",
    r"\bnot\b|n['’]t\b",
    r"\b(?:k|s)ing\b",
    r"\bi\b",
    r"\ba(?:b|c)?d?\b",
    r"\b[hs]ull\b",
    r"\?",
    r"\b\d+ dead\b",
    r"(?<!so-)\bcalled\b",
    r"\b(?:ill|ıll)ness\b",
    r"(?P<who>[^\W\d_a-z][\w’'-]{0,9}),? (?:an? ){0,2}?(?i:crew|hull)\b(?=[,.]| [^,\n]{0,9}\?)",
    r"[A-Za-z]{1,9} \btolls?\b(?! with\b)",
    r"(?s)[A-Z] .{0,4} crew",
    r"[a-z]+ (?s:.){0,4} crew",
    r"[^,]? crew(?!\n)",
    r"(?m)[a-z]+ crew$",
]
WORDS = (
    "harbour Hulls hulled had not yet to is ARE quoted widely as saying said that toll tolls with "
    "the crew adding, reported writes No never n't isn’t KING sing ſing \u212aing İll ıll illness "
    "I a ab acd hull 3 dead so- called ? , ; . \n é ab\u0301 _with with_ 😀"
).split(" ")

texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(
    alphabet="abhilnkstuwy ItT'’?.,-_é\u212a\u0130\u0131\u017f3", max_size=30
)


def keys(words: str) -> Keys:
    given = words.split()
    return tuple(
        (size, frozenset(word for word in given if len(word) == size)) for size in (1, 2, 3)
    )


def letters(keys: Keys | None) -> set[str]:
    return {key.ljust(size) for size, held in keys or () for key in held}


def spans(matches: object) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups()) for match in matches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@settings(max_examples=40)
@given(text=texts, data=st.data())
def test_results_are_those_of_re(pattern: str, flags: int, text: str, data: st.DataObject) -> None:
    sought = Sought(pattern, flags)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    openings = Openings(text, start, end)
    expected = list(re.compile(pattern, flags).finditer(text, start, end))
    assert spans(sought.finditer(openings)) == spans(expected)
    first = sought.search(openings)
    assert (first.span() if first else None) == (expected[0].span() if expected else None)
    assert sought.may(openings) or not expected
    limit = data.draw(st.integers(start, len(text)))
    shorter = re.compile(pattern, flags).search(text, start, min(limit, end))
    found = sought.search(openings, limit)
    assert (found.span() if found else None) == (shorter.span() if shorter else None)


SHIPPED = [
    (f"{module.__name__.rpartition('.')[2]}.{name}", value)
    for module in (acts, press, chain_words, force_words, left_out, plain)
    for name, value in vars(module).items()
    if isinstance(value, Sought)
] + [*force_signs.CONTENT_SIGNS.patterns.items(), *force_signs.CUE_SIGNS.patterns.items()]

LETTERS = st.lists(
    st.sampled_from(
        """the a said that citing sources accused of blamed denied no comment had yet to respond
        according as reported by Tolm Radio reports , carried statement from quoted with saying in
        words will never nothing was killed may might if confirmed apparently they must did not
        called it an “ " ' . harbour office news 12""".split()
    ),
    max_size=25,
).map(" ".join)


@pytest.mark.parametrize(("name", "sought"), SHIPPED, ids=[name for name, _ in SHIPPED])
@settings(max_examples=12)
@given(text=LETTERS)
def test_shipped_patterns_find_what_re_finds(name: str, sought: Sought, text: str) -> None:
    openings = Openings(text)
    assert spans(sought.finditer(openings)) == spans(sought.pattern.finditer(text))
    one, other = sought.search(openings), sought.pattern.search(text)
    assert (one is None) == (other is None)
    assert one is None or other is None or one.span() == other.span()


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"\b(?:harbour|hull|as)\b", {"har", "hul", "as "}),
        (r"\bden(?:y|ies)\b", {"den"}),
        (r"\b[hs]ull", {"hul", "sul"}),
        (r"\bx?yes", {"xye", "yes"}),
        (r"\b(?:un)*done", {"un", "don"}),
        (r"\bon (?=information)", {"on "}),
        (r"\bto\s+(?:all|us)", {"to "}),
        (r"\bus", {"us"}),
        (r"\b(?:i|he)['’]?m?\b", {"i  ", "he ", "im ", "hem"}),
    ],
)
def test_keys_are_the_first_letters_of_what_may_match(pattern: str, wanted: set[str]) -> None:
    assert letters(Sought(pattern).keys) == wanted


@pytest.mark.parametrize("pattern", [r"harbour", r"\b\w+ly\b", r"\bnot\b|n't\b", r"\?", r"\bé"])
def test_patterns_that_may_begin_in_any_way_have_no_keys(pattern: str) -> None:
    assert Sought(pattern).keys is None


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"[^,]{2,60}?\s(?:reported|writes) that\b", {"rep", "wri"}),
        (r"[a-z]+ \b(?:the )?crew", {"cre"}),
        (r",\s*\w+\s+reports|\breported", {"rep"}),
        (r"\w+ (?:\w+ )?tolls", {"tol"}),
        (r"\w+tolls", set()),
        (r"\w+ tolls|x", set()),
        (r"\b(?:crew \w+|\w+ tolls)", {"cre", "tol"}),
    ],
)
def test_needs_are_words_that_each_match_holds(pattern: str, needs: set[str]) -> None:
    assert letters(Sought(pattern).needs) == needs


def test_openings_tell_what_a_word_may_begin_with() -> None:
    openings = Openings("The harbour, as ever", 4)
    assert openings.held(keys("har"))
    assert not openings.held(keys("the"))
    assert openings.of(keys("har as e")) == [4, 13, 16]
    assert Openings("École").held(keys("xyz"))  # letter case may turn anything into it


def test_what_words_begin_with_is_told_in_one_letter_and_more() -> None:
    assert Openings("Up to Kestria").begun() == {
        "u",
        "up",
        "up ",
        "t",
        "to",
        "to ",
        "k",
        "ke",
        "kes",
    }
    assert Openings("").begun() == set()
    assert Openings("Up to École").begun() is None
