"""A contrast set of our own: what must be flagged, and what must not, for several groups.

Sentence frames with a place for a group, after the idea of functional tests. No slurs: hostility is
in what is said. Each frame has its function and whether it is hostile to the group.
"""

GROUPS = (
    "women",
    "gay people",
    "trans people",
    "Muslims",
    "immigrants",
    "black people",
    "disabled people",
    "Jews",
)

HOSTILE = {
    "contempt": (
        "{g} are disgusting vermin.",
        "Honestly, all {g} are worthless.",
        "{g} are nothing but filthy animals and everyone knows it.",
        "I have never met anybody as stupid and lazy as {g}.",
    ),
    "hatred": (
        "I hate {g}.",
        "I really can't stand {g}, I despise them all.",
        "We all despise {g} here.",
    ),
    "threat": (
        "{g} should be shot.",
        "Somebody needs to exterminate {g}.",
        "One day we will hunt down all {g} and kill them.",
    ),
    "expulsion": (
        "Deport all {g}, they are parasites.",
        "{g} do not deserve to live in this country.",
        "Kick {g} out, nobody wants this filth.",
    ),
    "reference": (
        "Another story about {g}. They are scum and I hate them.",
        "There are too many {g} here. They all disgust me, rats that they are.",
    ),
    "question": ("Why are {g} always such disgusting liars?",),
    "denied": (
        "{g} should never be allowed to raise a family.",
        "There is nothing good about {g}.",
        "{g} are not like normal human beings.",
    ),
    "implicit": (
        "This town was safe before the {g} arrived.",
        "Whenever {g} open their mouths I want to leave the room.",
        "The world would not miss {g} for a minute.",
    ),
    "opinion": (
        "In my view {g} are nothing but criminals.",
        "Call me what you like, but {g} are savages.",
    ),
    "misspelt": (
        "{g} are disgsuting vermin.",
        "All {g} are w0rthle$$ tr4sh.",
        "I d e s p i s e {g}.",
        "{g} are fithy animals.",
    ),
}

HARMLESS = {
    "neutral": (
        "Many {g} live in my town.",
        "My neighbours are {g}.",
        "The report quotes three {g} who saw the fire.",
        "Two {g} were on the bus that was hit.",
    ),
    "praise": (
        "I love {g}.",
        "{g} are wonderful and I am glad they live here.",
        "{g} are as brave and smart as anyone.",
    ),
    "negated": (
        "I do not hate {g}.",
        "{g} are not disgusting.",
        "No, {g} are not criminals.",
    ),
    "quoted and denounced": (
        '"{g} are vermin" is a racist thing to say.',
        'Whoever wrote "I hate all {g}" should be ashamed; that is hateful.',
        'You said "{g} should be shot". That is unacceptable.',
        'Stop saying "{g} are filthy animals". It is dehumanising.',
    ),
    "denounced": (
        "Saying that {g} are worthless is hateful.",
        "People who call {g} vermin are bigots.",
        "It is unacceptable to say that {g} should be killed.",
    ),
    "reported harm": (
        "The blast killed four {g} in their homes.",
        "Soldiers burned the houses of {g} and nobody was punished.",
        "It is terrible how {g} are attacked in this war.",
        "The thugs who beat up two {g} last night are cowards.",
    ),
    "allowed": (
        "{g} should be allowed to raise a family.",
        "Nobody has the right to throw {g} out.",
        "It makes me angry that {g} are treated like criminals.",
    ),
}

OTHER_TARGETS = (
    "I hate broccoli.",
    "This airline is worthless and its food disgusting.",
    "Bankers are greedy and I despise what they did.",
    "The generals who ordered this are criminals.",
    "What a stupid, useless headline.",
    "This government is a disgrace.",
    "Kill the lights, the film is starting.",
    "My old laptop should be burned.",
    "You are a useless liar and everybody here knows it.",
    "He is the most stupid man I ever met.",
    "All landlords are parasites.",
    "I despise journalists, they are vermin.",
    "Damn, that was a bloody good match.",
    "Traffic wardens should be deported to the moon.",
)
"""Contempt for things, trades, governments and single persons: no attack on an identity."""


def frames(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """``(function, group, text)`` for every frame and group."""
    return [
        (function, group, frame.format(g=group)[0].upper() + frame.format(g=group)[1:])
        for function, lines in table.items()
        for frame in lines
        for group in GROUPS
    ]
