"""Sentences of our own for the network of triage: statements in the mouths of many.

Every statement of hostility or of peace (`training.triage_frames`, `training.triage_statements`) is
put bare, agreed with, quoted in order to condemn it, condemned without quotation marks, and said of
people who are no protected group, of things, and of "you": the words are the same, what they do is
not. The contrast sets of the tests have other statements and other ways to put them.
"""

import random
from collections.abc import Iterator, Sequence

from counterclaim.comments.lexicon import CONTEMPT
from training.triage_frames import HARMLESS, HOSTILE, fill
from training.triage_grammar import HOSTILE_FORMS, PEACEFUL_FORMS, PERSONAL_FORMS, expand
from training.triage_noise import misspell
from training.triage_said import AGREED, CONDEMNED, QUOTED
from training.triage_statements import HINTS, PEACE
from training.triage_words import PEOPLE, PLURALS, SHORT, groups, one_of

SEED = 7
EACH = 10
"""Fillings of a statement in each of the ways to put it."""

FORMS_EACH = 12
"""Fillings of a form of the grammar; of each way to put it a third."""

MISSPELT, RUN_TOGETHER, LOWER = 0.12, 0.06, 0.4
"""Shares of sentences with a slip, with two words run together, without capitals."""

MARKS = (('"', '"'), ("“", "”"), ("'", "'"), ("", ""))
ENDS = ("", ".", "!")
CLAUSES = ("{g} ", "all {g} ", "most {g} ")
SUBJECTS = ("{g} ", "{they} ", "{one} ", "{a} ", "no {s} ")
"""What a form begins with that may follow "that"."""
ABOUT_GROUPS = ("you know", "you are {a}", "being")
"""Forms that are as hostile to people of a trade."""
OF_PEOPLE = 0.6
BEFORE_GROUP = ("all {g}", "the {g}", "these {g}", "those {g}", "no {g}")
Made = tuple[str, bool, str]
"""A text, whether it is hostile to a group, and of whom it speaks: a group, "you", nobody ("")."""


def made() -> list[Made]:
    """All sentences, always the same."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    sentences = [*_made(chance), *_formed(chance)]
    return [(_roughened(text, group, chance), hostile, group) for text, hostile, group in sentences]


def formed(each: int) -> Iterator[Made]:
    """So many fillings of every form of the grammar, always the same, as they stand."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    for forms, hostile in ((HOSTILE_FORMS, True), (PEACEFUL_FORMS, False)):
        for form in forms:
            for _ in range(each):
                yield _put(form, "{x}", hostile, chance)


def short() -> list[str]:
    """Short remarks that attack nobody, as people write them."""
    remarks = [" ".join(each.split()) for each in SHORT.split("|")]
    return sorted(
        {form + end for one in remarks for form in (one, one.capitalize()) for end in ENDS}
    )


def _made(chance: random.Random) -> Iterator[Made]:
    for frame in (*HOSTILE, *HINTS):
        yield from _of_groups(frame, True, ("{x}",), EACH, chance)
        yield from _of_groups(frame, True, AGREED, EACH, chance)
        yield from _of_groups(frame, False, QUOTED, EACH, chance)
        if frame.startswith(CLAUSES) and "?" not in frame and ". " not in frame:
            yield from _of_groups(frame, False, CONDEMNED, EACH, chance)
        yield from _of_others(frame, chance)
    for frame in (*HARMLESS, *PEACE):
        yield from _of_groups(frame, False, ("{x}",), EACH, chance)
        if "{g}" in frame:
            yield from _of_groups(frame, False, AGREED, EACH // 2, chance)


def _formed(chance: random.Random) -> Iterator[Made]:
    """The grammar's sentences: bare, agreed with, quoted, condemned, of others, of one person."""
    some = FORMS_EACH // 3
    for form in HOSTILE_FORMS:
        yield from _many(form, ("{x}",), True, FORMS_EACH, chance)
        yield from _many(form, AGREED, True, some, chance)
        yield from _many(form, QUOTED, False, some, chance)
        if form.startswith(SUBJECTS) and "?" not in form:
            yield from _many(form, CONDEMNED, False, some, chance)
        for _ in range(0 if form.startswith(ABOUT_GROUPS) else some):
            other = chance.choice(PEOPLE if chance.random() < OF_PEOPLE else PLURALS)
            yield expand(form, other, other.removesuffix("s"), chance), False, ""
    for form in PEACEFUL_FORMS:
        yield from _many(form, ("{x}",), False, FORMS_EACH, chance)
        yield from _many(form, AGREED, False, some, chance)
    for form in PERSONAL_FORMS:
        for _ in range(FORMS_EACH):
            yield expand(form, "", "", chance), False, "you"


def _many(
    form: str, ways: Sequence[str], hostile: bool, count: int, chance: random.Random
) -> Iterator[Made]:
    for _ in range(count):
        yield _put(form, chance.choice(ways), hostile, chance)


def _put(form: str, way: str, hostile: bool, chance: random.Random) -> Made:
    """A form filled and put in a way."""
    group = chance.choice(groups())
    begin, end = chance.choice(MARKS)
    frame = way.replace("{q}", begin + "{x}" + end).replace("{x}", form)
    text = expand(frame, group, one_of(group), chance)
    return text[0].upper() + text[1:] + chance.choice(ENDS), hostile, group if "{" in form else ""


def _of_groups(
    frame: str, hostile: bool, ways: Sequence[str], count: int, chance: random.Random
) -> Iterator[Made]:
    for _ in range(count):
        group = chance.choice(groups()) if "{g}" in frame else ""
        begin, end = chance.choice(MARKS)
        way = chance.choice(ways).replace("{q}", begin + "{x}" + end)
        yield fill(way.replace("{x}", frame), group, sorted(CONTEMPT), chance), hostile, group


def _of_others(frame: str, chance: random.Random) -> Iterator[Made]:
    """The same of people who are no protected group, of things, and to somebody's face."""
    for _ in range(EACH // 2):
        other = chance.choice(PEOPLE if chance.random() < OF_PEOPLE else PLURALS)
        yield fill(frame, other, sorted(CONTEMPT), chance), False, ""
    bare = frame
    for words in BEFORE_GROUP:
        bare = bare.replace(words, "{g}")
    for _ in range(EACH // 3):
        yield fill(bare, "you", sorted(CONTEMPT), chance), False, "you"


def _roughened(text: str, group: str, chance: random.Random) -> str:
    """As people type: slips, words run together, no capitals."""
    found = chance.random()
    if found < MISSPELT:
        text = misspell(text, group, chance)
    elif found < MISSPELT + RUN_TOGETHER:
        words = text.split(" ")
        at = chance.randrange(len(words))
        text = " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])
    return text.lower() if chance.random() < LOWER else text
