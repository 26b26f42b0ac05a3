"""Words of hostility that are misspelt or run together, and the many words that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.comments.grams import GROUP, words
from counterclaim.comments.lexicon import (
    ADMISSION,
    CONTEMPT,
    EXPULSION,
    FUNCTION_WORDS,
    GROUP_ADJECTIVES,
    GROUP_NOUNS,
    HARM,
    HATRED,
    NEGATION,
    PRAISE,
)
from counterclaim.comments.spelling import MISSPELT, mended, parts_of, slips

LISTED = (
    ADMISSION
    | CONTEMPT
    | EXPULSION
    | FUNCTION_WORDS
    | GROUP_ADJECTIVES
    | GROUP_NOUNS
    | HARM
    | HATRED
    | NEGATION
    | PRAISE
)
PLAIN = """
bridge harbour morning village council minister weather therapist corruption transit hangover
overkill Romania Somalia Indiana rather shootout apathetic gentlewoman slither burnout money
strange stare reset garage lose down moon
""".split()


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("wrthless", "worthless"),
        ("worthles", "worthless"),
        ("parasties", "parasites"),
        ("despsie", "despise"),
        ("haet", "hate"),
        ("hte", "hate"),
        ("vemin", "vermin"),
        ("bridge", "bridge"),
        ("", ""),
    ],
)
def test_slips_are_mended(form: str, word: str) -> None:
    assert mended(form) == word


@pytest.mark.parametrize("word", PLAIN)
def test_other_words_are_left_alone(word: str) -> None:
    form = word.casefold()
    assert mended(form) == form
    assert parts_of(form) == (form,)


def test_no_misspelling_is_another_listed_word() -> None:
    assert not MISSPELT.keys() & LISTED
    assert all(word in CONTEMPT | HARM | HATRED for word in MISSPELT.values())
    assert all(form in slips(word) for form, word in MISSPELT.items())


def test_the_first_letter_of_a_word_stays() -> None:
    assert all(form[0] == word[0] for form, word in MISSPELT.items())


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("theyareworthless", ("they", "are", "worthless")),
        ("shouldbeshot", ("should", "be", "shot")),
        ("ihate", ("i", "hate")),
        ("hatemuslims", ("hate", "muslims")),
        ("muslimsout", ("muslims", "out")),
        ("allimmigrants", ("all", "immigrants")),
        ("womenarevermin", ("women", "are", "vermin")),
        ("thebridgefell", ("thebridgefell",)),
        ("worthless", ("worthless",)),
        ("ofthe", ("ofthe",)),
        ("killing", ("killing",)),
    ],
)
def test_words_run_together(form: str, parts: tuple[str, ...]) -> None:
    assert parts_of(form) == parts


@given(st.lists(st.sampled_from(sorted(LISTED - {"?"})), min_size=1, max_size=4))
def test_parts_are_the_whole_form(listed: list[str]) -> None:
    form = "".join(word for word in listed if word.isalpha())
    assert "".join(parts_of(form)) == form
    assert len(parts_of(form)) <= 4


@given(st.text(alphabet="aehilmnorst", max_size=60))
def test_any_letters(form: str) -> None:
    assert "".join(parts_of(form)) == form


def test_parts_have_their_own_characters() -> None:
    text = "so Theyareworthless, #deportall of them"
    found = words(text)
    assert [text[word.start : word.end] for word in found][:4] == ["so", "They", "are", "worthless"]
    assert forms(text)[4:6] == ["deport", "all"]


def test_a_mended_word_keeps_its_characters() -> None:
    text = "they are wrthless"
    last = words(text)[-1]
    assert (text[last.start : last.end], last.form) == ("wrthless", "worthless")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("help the disabled", True),
        ("the deaf are welcome", True),
        ("the disabled lift", False),
        ("a disabled function", False),
        ("the blind spot", False),
        ("women's rights", True),
        ("a woman's voice", True),
    ],
)
def test_groups_named_by_an_adjective_or_a_possessive(text: str, named: bool) -> None:
    assert (GROUP in forms(text)) == named


def test_very_long_forms_end() -> None:
    assert parts_of("are" * 5000) == ("are" * 5000,)
    assert len(parts_of("a" * 40)) == 1
    assert parts_of("hate" * 10) == ("hate" * 10,)
