"""Comments of our own making for the triage model: sentence frames with places to fill.

The corpora hardly hold hostility without slurs, nor groups named in peace, nor words repeated in
order to condemn them. ``{g}`` is a group, ``{c}`` a word of contempt, ``{v}`` and ``{d}`` a verb of
harm and its participle, ``{p}`` a word of praise, ``{o}`` people who are no protected group,
``{t}`` a thing.
The test set (``tests/comments/contrast.py``) has other frames.
"""

import random
from collections.abc import Iterator

from counterclaim.comments.lexicon import (
    AMBIGUOUS_ADJECTIVES,
    CONTEMPT,
    GROUP_ADJECTIVES,
    GROUP_NOUNS,
)

SEED = 20161
EACH = 25
"""Fillings of each frame."""

HOSTILE = (
    "{g} are {c}",
    "all {g} are {c} and {c}",
    "{g} are just {c}",
    "{g} are such {c}",
    "most {g} are {c}",
    "those {c} {g}",
    "{c} {g} everywhere",
    "every one of the {g} i know is {c}",
    "typical {g}, {c} as always",
    "{g} will always be {c}",
    "{g} have always been {c}",
    "you can't trust {g}, they are {c}",
    "i hate {g}",
    "i hate all {g} so much",
    "i despise {g}",
    "we hate {g} and always will",
    "{g} disgust me",
    "i can't stand {g}",
    "nobody likes {g}",
    "i detest {g} with all my heart",
    "to hell with {g}",
    "{g} should be {d}",
    "all {g} must be {d}",
    "{v} all {g}",
    "let's {v} the {g}",
    "someone should {v} these {g}",
    "i want to {v} every one of the {g}",
    "we will {v} {g}",
    "{g} deserve to be {d}",
    "i hope {g} die",
    "the world would be better without {g}",
    "get rid of {g}",
    "ban {g} from our country",
    "send all {g} back",
    "deport {g} now",
    "{g} don't belong here",
    "{g} are not human",
    "{g} go home",
    "we don't want {g} here",
    "{g} are ruining this country",
    "{g} are the problem",
    "{g} are a plague",
    "i am tired of {g}. they are {c}",
    "look at these {g}. {c}, all of them",
    "so many {g} now. i hate them",
    "why are {g} so {c}?",
    "how can anyone like {g}? they are {c}",
    "{g} are {c} and should be {d}",
    "no wonder, {g} again. {c}",
    "there is nothing worse than {g}",
    "{g} are less than animals",
    "i have never seen anything as {c} as {g}",
    "it is time to {v} {g}",
    "they ought to {v} all the {g}",
    "who will finally {v} {g}?",
    "nobody is as {c} as {g}",
    "{g} can never be as good as us",
    "{g} must be kept away from us",
)
HARMLESS = (
    "i love {g}",
    "{g} are {p}",
    "{g} are {p} people",
    "my friends are {g}",
    "we need more {g} in this town",
    "many {g} live here",
    "some {g} came to the market",
    "i met two {g} on the bus",
    "{g} were at the school",
    "{g} have the same rights as anyone",
    "{g} should be treated as equals",
    "{g} deserve respect",
    "i am one of the {g}",
    "i am proud to be among {g}",
    "{g} are welcome here",
    "thank you to all the {g}",
    "{g} are not {c}",
    "no, {g} are not {c} at all",
    "i don't hate {g}",
    "i could never hate {g}",
    "nobody should hate {g}",
    "we must not {v} {g}",
    "{g} were {d} by soldiers",
    "the militia wants to {v} {g}",
    "four {g} were {d} in the attack",
    "the bombs fell on {g}",
    "it hurts to see {g} being {d}",
    "stop the attacks on {g}",
    "hatred of {g} is {c}",
    "the law protects {g}",
    "{g} fled the shelling",
    "calling {g} {c} is wrong",
    "saying {g} are {c} is hateful",
    "anyone who says {g} are {c} is a bigot",
    "it is racist to call {g} {c}",
    "do not tell me that {g} are {c}",
    "{g} suffer from this war",
    "three {g} told the reporter what they saw",
    "a group of {g} stood near the bridge",
    "{g} said they saw smoke",
    "the paper spoke with two {g}",
    "five {g} who live there heard the blast",
    "{g} were among the passengers",
    "the study counted {g} in every district",
    "two {g} and a driver were in the car",
    "a statement by {g}",
    "thousands of {g} have lost their homes",
    "a party of {g} won seats",
    "the mayor spoke to {g}",
    "i read a book about {g}",
    "{g} make great food",
    "the article says {g} were there",
    "why do people hate {g}?",
    "{o} are {c}",
    "i hate {o}",
    "{o} should be ashamed, {c} all of them",
    "the {t} is {c}",
    "i hate the {t}",
    "{v} the {t}",
    "this {t} should be {d}",
    "{c} {t}",
    "what a {c} {t}",
    "the {o} ordered it",
    "i despise {o}",
    "the {t} was {d} in the raid",
    "my {t} is old and {c}",
    "old {t} and black {t}",
    "they {v} the {t} again",
)
PEOPLE = """
bankers politicians generals referees landlords journalists hackers drivers bosses ministers
""".split()
THINGS = """
weather website film bridge laptop airline headline match road coffee newspaper plan law
""".split()
VERBS = (
    "kill shoot hang burn bomb exterminate eradicate behead destroy hunt punish crush gas".split()
)
DONE = """
killed shot hanged burned bombed exterminated eradicated beheaded destroyed hunted punished
""".split()
GOOD = (
    "wonderful amazing kind smart brave lovely great fantastic good honest friendly equal".split()
)


def framed() -> Iterator[tuple[str, bool, str]]:
    """``(text, hostile to a group, the group)``, always the same."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    groups = [
        *sorted(word for word in GROUP_NOUNS if word.endswith("s") or word == "women"),
        *(f"{word} people" for word in sorted(GROUP_ADJECTIVES | AMBIGUOUS_ADJECTIVES)),
    ]
    contempt = sorted(CONTEMPT)
    for hostile, frames in ((True, HOSTILE), (False, HARMLESS)):
        for frame in frames:
            for _ in range(EACH):
                group = chance.choice(groups)
                yield _fill(frame, group, contempt, chance), hostile, group


def _fill(frame: str, group: str, contempt: list[str], chance: random.Random) -> str:
    text = frame.replace("{g}", group)
    for place, table in (
        ("{c}", contempt),
        ("{v}", VERBS),
        ("{d}", DONE),
        ("{p}", GOOD),
        ("{o}", PEOPLE),
        ("{t}", THINGS),
    ):
        while place in text:
            text = text.replace(place, chance.choice(table), 1)
    return text[0].upper() + text[1:] + chance.choice((".", "", "!", "..."))
