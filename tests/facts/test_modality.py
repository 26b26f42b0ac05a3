"""How a clause puts an act, by the place of the words that say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.modality import clause_start, modality_at
from counterclaim.facts.tokens import Sentence, read_sentences


def sentence(text: str) -> Sentence:
    (found, *_) = read_sentences(text)
    return found


def put(text: str, word: str, *, verb: bool) -> str:
    found = sentence(text)
    index = next(at for at, token in enumerate(found.tokens) if token.text == word)
    return modality_at(found, index, verb=verb)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunners shelled the weir.", "shelled", "happened"),
        ("The pilot, who will retire, shelled the weir.", "shelled", "happened"),
        ("Gunners may have shelled the weir.", "shelled", "hypothetical"),
        ("Gunners may have missed it or shelled it.", "shelled", "hypothetical"),
        ("Gunners might well have shelled it.", "shelled", "hypothetical"),
        ("Gunners must have shelled it.", "shelled", "hypothetical"),
        ("Gunners had no plans to shell the weir.", "shell", "hypothetical"),
        ("Gunners had not shelled the weir.", "shelled", "denied"),
        ("Gunners could not have shelled it.", "shelled", "denied"),
        ("Gunners should not have shelled it.", "shelled", "happened"),
        ("Gunners should have shelled it.", "shelled", "hypothetical"),
        ("Gunners will shell the weir.", "shell", "future"),
        ("Gunners won't shell the weir.", "shell", "denied"),
        ("The weir is to be shelled at dawn.", "shelled", "future"),
        ("They plan to shell the weir.", "shell", "future"),
        ("They told the crew to shell the weir.", "shell", "future"),
        ("They began to shell the weir.", "shell", "happened"),
        ("They were the first to shell the weir.", "shell", "happened"),
        ("They refused to shell the weir.", "shell", "denied"),
        ("Families fear that guns shelled the weir.", "shelled", "hypothetical"),
        ("Had they shelled the weir, it would be gone.", "shelled", "hypothetical"),
        ("Did they shell the weir?", "shell", "hypothetical"),
        ("Who shelled the weir?", "shelled", "happened"),
        ("None of the crews shelled the weir.", "shelled", "denied"),
        ("It is untrue that guns shelled the weir.", "shelled", "denied"),
        ("He rejected reports that guns shelled the weir.", "shelled", "denied"),
        ("A corporal is accused of having shelled the weir.", "shelled", "alleged"),
        ("Guns allegedly shelled the weir.", "shelled", "alleged"),
        ("No sign of fuel at shelled weir.", "shelled", "happened"),
        ("Nothing harder than water met crowds protesting there.", "protesting", "happened"),
        ("The guard denies fire as guns shelled the weir.", "shelled", "happened"),
    ],
)
def test_verbs(text: str, word: str, expected: str) -> None:
    assert put(text, word, verb=True) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A raid woke the town.", "raid", "happened"),
        ("The alleged raid was filmed.", "raid", "alleged"),
        ("The planned raid was filmed.", "raid", "future"),
        ("The thwarted raid was filmed.", "raid", "denied"),
        ("There was no raid.", "raid", "denied"),
        ("There is no doubt about a raid.", "raid", "happened"),
        ("They feared a raid.", "raid", "hypothetical"),
        ("Any raid on it is barred.", "raid", "hypothetical"),
        ("They denied any raid.", "raid", "denied"),
        ("They threatened a raid on the town.", "raid", "future"),
        ("She ruled out a raid.", "raid", "denied"),
        ("She could not rule out a raid.", "raid", "hypothetical"),
        ("She would not describe the raid.", "raid", "happened"),
        ("They will publish a book on the raid.", "raid", "happened"),
        ("They ordered the raid.", "raid", "future"),
        ("They denied the raid.", "raid", "denied"),
        ("He is on trial for the raid.", "raid", "alleged"),
        ("If the raid was a test, it failed.", "raid", "happened"),
        ("A raid is imminent.", "raid", "future"),
        ("A raid cannot be excluded.", "raid", "hypothetical"),
        ("A raid would have followed.", "raid", "hypothetical"),
        ("The raid never took place.", "raid", "denied"),
        ("The raid is an invention.", "raid", "denied"),
        ("Word of a raid could not be confirmed.", "raid", "alleged"),
        ("The raid had been planned for weeks.", "raid", "happened"),
        ("A raid near the quarry was heard.", "raid", "happened"),
    ],
)
def test_nouns(text: str, word: str, expected: str) -> None:
    assert put(text, word, verb=False) == expected


def test_words_before_the_statement_do_not_count() -> None:
    found = sentence("Velmar denied that its guns shelled the weir.")
    shelled = next(at for at, token in enumerate(found.tokens) if token.text == "shelled")
    assert modality_at(found, shelled) == "denied"
    assert modality_at(found, shelled, floor=3) == "happened"


def test_where_a_clause_begins() -> None:
    found = sentence("The town slept, and guns shelled the weir while it rained.")
    words = [token.low for token in found.tokens]
    assert clause_start(found, words.index("shelled")) == words.index("guns")
    assert clause_start(found, words.index("rained")) == words.index("it")
    assert clause_start(found, words.index("slept")) == 0
    assert clause_start(found, words.index("slept"), floor=1) == 1


WORDS = st.sampled_from(
    "the a any no not denied if would have been to raid shelled planned , ? that of is".split()
)


@given(st.lists(WORDS, min_size=1, max_size=40), st.booleans(), st.data())
def test_any_words_have_one(words: list[str], verb: bool, data: st.DataObject) -> None:
    found = sentence(" ".join(words))
    index = data.draw(st.integers(0, len(found.tokens) - 1))
    floor = data.draw(st.integers(0, index))
    first = modality_at(found, index, verb=verb, floor=floor)
    assert first in ("happened", "denied", "hypothetical", "future", "alleged")
    assert modality_at(found, index, verb=verb, floor=floor) == first


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The premier ordered missile strikes on the weir.", "strikes", "happened"),
        ("The premier authorised raids on the weir.", "raids", "happened"),
        ("The premier ordered the raid on the weir.", "raid", "future"),
        ("The premier wants raids on the weir.", "raids", "future"),
    ],
)
def test_what_somebody_ordered_was_done(text: str, word: str, expected: str) -> None:
    assert put(text, word, verb=False) == expected
