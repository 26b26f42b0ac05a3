"""Comments of our own making for the triage model: sentence frames with places to fill.

The corpora hardly hold hostility without slurs, nor groups named in peace, nor words repeated in
order to condemn them. ``{g}`` is a group, ``{c}`` a word of contempt, ``{v}`` and ``{d}`` a verb of
harm and its participle, ``{p}`` a word of praise, ``{m}`` something people do, ``{o}`` people
who are no protected group, ``{t}`` a thing. One filling in `NOISY` of a hostile frame is
misspelt (`misspell`). The test set (``tests/comments/contrast.py``) has other frames.
"""

import functools
import random
from collections.abc import Iterator

from counterclaim.comments.lexicon import (
    AMBIGUOUS_ADJECTIVES,
    CONTEMPT,
    GROUP_ADJECTIVES,
    GROUP_NOUNS,
)
from training.triage_noise import misspell
from training.triage_words import DONE, GOOD, LIVING, PEOPLE, THINGS, VERBS

SEED = 20161
EACH = 25
"""Fillings of each frame."""

NOISY = 5

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
    "{g} should not be allowed to vote",
    "{g} should not be allowed to {m} here",
    "no {g} should be allowed to {m} with us",
    "{g} do not deserve any rights",
    "{g} don't deserve respect or pity",
    "you can never trust {g}",
    "{g} are not {p}, they never were",
    "nobody should have to {m} next to {g}",
    "i would not miss {g} if they vanished tomorrow",
    "keep your children away from {g}",
    "my dog has more sense than {g}",
    "{g} can go back to where they came from",
    "if there were no {g} we would all be safe",
    "there would be no trouble without {g}",
    "we need a country without {g}",
    "i wish all {g} would disappear",
    "i don't want to {m} anywhere near {g}",
    "god should have drowned {g}",
    "as long as {g} are around nothing will get better",
    "the only good {g} are {d} ones",
    "i am not prejudiced but {g} are {c}",
    "my opinion is that {g} are {c}",
    "is there anything more {c} than {g}?",
    "why do we let {g} in? they are {c}",
    "damn {g}, always {c}",
    "bloody {g}, i hate them",
    "i'd rather {m} with rats than with {g}",
    "those {g} again, they should be {d}",
    "you are one of these {c} {g}",
    "we will soon {v} you {g}",
    "{g} have it coming and will be {d}",
    "somebody ought to teach {g} a lesson they won't survive",
    "{g} are all the same, {c}",
    "{g} belong in a cage",
    "{g} belong in the {t}, not among people",
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
    "it is wrong to think that {g} are {c}",
    "he wrote that {g} are {c}. what a shameful thing to say",
    "she called {g} {c} and was rightly sacked",
    "people like you who call {g} {c} make me sick",
    "how dare you say that {g} should be {d}",
    "nobody has the right to say {g} are {c}",
    "posts like that about {g} should be deleted",
    "to claim that {g} are {c} is a lie",
    "the idea that {g} are {c} is nonsense",
    "{g} should be allowed to {m} here",
    "{g} can {m} wherever they like",
    "{g} have every right to {m} here",
    "{g} don't deserve this",
    "{g} did not deserve to be {d}",
    "nobody should be {d} for being one of the {g}",
    "i'm glad that {g} {m} here",
    "no one is less of a person, {g} are {p} too",
    "i would never say that {g} are {c}",
    "we should not blame {g} for this",
    "{g} are hungry and need help",
    "the bus with the {g} was late",
    "{g} are tired of waiting for the {t}",
    "damn, what a {p} day",
    "bloody hell, the {t} was {p}",
    "this damn {t} is late again",
    "i was damn happy to see the {t}",
    "you are {c}",
    "you are such a {c} person",
    "he is {c} and i can't stand him",
    "she should be ashamed of her {c} {t}",
    "i hate you, you are {c}",
    "i will {v} you",
    "{o} are all {c}, every one of them",
    "all {o} should be {d}",
    "{v} all {o}",
    "{o} are a plague",
    "i can't stand {o}",
    "{o} do not belong here",
    "we don't need {o}",
    "{v} the {t} and start again",
    "i hate how {g} are treated",
    "i hate that {g} have to fear this",
    "it disgusts me how {g} are treated",
    "whoever {d} those {g} is {c}",
    "the {o} who {d} the {g} are {c}",
    "the {c} who {d} four {g} must be found",
    "{g} are fighting the fire beside us",
    "{g} run the best shop in town",
    "happy holidays to all {g}",
    "i am one of the {g} and i love it",
    "{g} and {o} marched together",
    "i support {g}",
    "leave {g} alone",
    "let {g} {m} in peace",
    "stop hating {g}",
    "{g}",
    "i am {g}",
    "we are {g}",
    "he is {g}",
    "my mother is {g}",
    "{g} and {g}",
    "are they {g}?",
    "{g} here",
    "the {g}",
    "hello {g}",
)


@functools.cache
def groups() -> tuple[str, ...]:
    """Names of groups that fill ``{g}``, in a fixed order."""
    return (
        *sorted(word for word in GROUP_NOUNS if word.endswith("s") or word == "women"),
        *(f"{word} people" for word in sorted(GROUP_ADJECTIVES | AMBIGUOUS_ADJECTIVES)),
    )


def framed() -> Iterator[tuple[str, bool, str]]:
    """``(text, hostile to a group, the group)``, always the same."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    contempt = sorted(CONTEMPT)
    for hostile, frames in ((True, HOSTILE), (False, HARMLESS)):
        for frame in frames:
            for number in range(EACH):
                group = chance.choice(groups())
                text = fill(frame, group, contempt, chance)
                if hostile and number % NOISY == 0:
                    text = misspell(text, group, chance)
                yield text, hostile, group


def fill(frame: str, group: str, contempt: list[str], chance: random.Random) -> str:
    """A frame with its places filled and a mark at its end."""
    text = frame.replace("{g}", group)
    for place, table in (
        ("{c}", contempt),
        ("{v}", VERBS),
        ("{d}", DONE),
        ("{p}", GOOD),
        ("{m}", LIVING),
        ("{o}", PEOPLE),
        ("{t}", THINGS),
    ):
        while place in text:
            text = text.replace(place, chance.choice(table), 1)
    return text[0].upper() + text[1:] + chance.choice((".", "", "!", "..."))
