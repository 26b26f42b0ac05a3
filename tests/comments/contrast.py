"""A contrast set of our own: what must be flagged, and what must not, for several groups.

Sentence frames with a place for a group, after the idea of functional tests: one function for each
way of being hostile, and beside it the harmless things that look like it. No slurs: hostility is in
what is said, swearing is mild. ``{g}`` is a group, ``{o}`` people who are no protected group. Each
frame has its function and whether it is hostile to the group. None of them is in training.
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

OTHERS = (
    "bankers",
    "landlords",
    "football fans",
    "journalists",
    "smokers",
    "the generals",
    "cyclists",
    "tourists",
)
"""People of a trade, a taste or an office: as many as there are groups."""

HOSTILE = {
    "contempt": (
        "{g} are disgusting vermin.",
        "Honestly, all {g} are worthless.",
        "{g} are nothing but filthy animals and everyone knows it.",
        "I have never met anybody as stupid and lazy as {g}.",
        "There is nobody more repulsive than {g}.",
        "Stupidity runs in the blood of {g}.",
    ),
    "dehumanised": (
        "{g} are rats that crawl out of the sewer.",
        "{g} are a tumour that eats our society.",
        "I can't look at {g} without thinking of maggots.",
        "{g} breed like cockroaches.",
    ),
    "hatred": (
        "I hate {g}.",
        "I really can't stand {g}, I despise them all.",
        "We all despise {g} here.",
        "{g} make me want to throw up.",
        "My blood boils whenever I see {g}.",
    ),
    "threat": (
        "{g} should be shot.",
        "Somebody needs to exterminate {g}.",
        "One day we will hunt down all {g} and kill them.",
        "I am going to beat up the next {g} I see.",
        "{g} will soon get the bullet they asked for.",
    ),
    "wished harm": (
        "It would be a good thing if {g} were wiped off the map.",
        "All {g} ought to be put against the wall.",
        "{g} deserve every beating they get.",
        "I pray that {g} burn in hell.",
    ),
    "expulsion": (
        "Deport all {g}, they are parasites.",
        "{g} do not deserve to live in this country.",
        "Kick {g} out, nobody wants this filth.",
        "Put {g} on a boat and send them away for good.",
    ),
    "reference": (
        "Another story about {g}. They are scum and I hate them.",
        "There are too many {g} here. They all disgust me, rats that they are.",
        "{g} moved in next door. I want them dead.",
        "First we let {g} in, and now we can't get rid of those vermin.",
    ),
    "question": (
        "Why are {g} always such disgusting liars?",
        "Who in their right mind would let {g} near their children?",
        "When will somebody finally throw {g} out?",
    ),
    "denied": (
        "{g} should never be allowed to raise a family.",
        "There is nothing good about {g}.",
        "{g} are not like normal human beings.",
        "{g} have never been worth anything.",
        "I wouldn't trust {g} with a broken umbrella.",
    ),
    "implicit": (
        "This town was safe before the {g} arrived.",
        "Whenever {g} open their mouths I want to leave the room.",
        "The world would not miss {g} for a minute.",
        "Evolution forgot about {g}.",
        "I wash my hands after I have been near {g}.",
    ),
    "opinion": (
        "In my view {g} are nothing but criminals.",
        "Call me what you like, but {g} are savages.",
        "I have nothing against anybody, but I do think {g} are inferior.",
    ),
    "sworn": (
        "Damn {g}, the whole rotten lot of them.",
        "{g} are bloody useless.",
        "To hell with all those crappy {g}.",
    ),
    "misspelt": (
        "{g} are disgsuting vermin.",
        "{g} are fithy animals.",
        "I despsie all {g}.",
        "All {g} are worthles trsh.",
    ),
    "run together": (
        "I hateall {g}.",
        "{g} arevermin.",
        "Killall {g}!",
    ),
    "apart": (
        "I d e s p i s e {g}.",
        "{g} are v e r m i n.",
        "All {g} are s c u m.",
    ),
    "look-alikes": (
        "All {g} are w0rthle$$ tr4sh.",
        "{g} 4re v3rmin.",
        "I h4te {g}, d1sgu5ting ra7s.",
    ),
}

HARMLESS = {
    "neutral": (
        "Many {g} live in my town.",
        "My neighbours are {g}.",
        "The report quotes three {g} who saw the fire.",
        "Two {g} were on the bus that was hit.",
        "The new rules also apply to {g}.",
    ),
    "praise": (
        "I love {g}.",
        "{g} are wonderful and I am glad they live here.",
        "{g} are as brave and smart as anyone.",
        "We should celebrate {g} more often.",
    ),
    "negated": (
        "I do not hate {g}.",
        "{g} are not disgusting.",
        "No, {g} are not criminals.",
        "I would never wish {g} any harm.",
    ),
    "quoted and denounced": (
        '"{g} are vermin" is a racist thing to say.',
        'Whoever wrote "I hate all {g}" should be ashamed; that is hateful.',
        'You said "{g} should be shot". That is unacceptable.',
        'Stop saying "{g} are filthy animals". It is dehumanising.',
        'When people shout "kick {g} out" I walk out of the stadium.',
        'Somebody sprayed "{g} are scum" on our school. We painted it over together.',
    ),
    "denounced": (
        "Saying that {g} are worthless is hateful.",
        "People who call {g} vermin are bigots.",
        "It is unacceptable to say that {g} should be killed.",
        "My uncle thinks {g} are inferior, and I told him that he is a fool.",
        "If you believe {g} deserve to suffer, you need help.",
    ),
    "reported harm": (
        "The blast killed four {g} in their homes.",
        "Soldiers burned the houses of {g} and nobody was punished.",
        "It is terrible how {g} are attacked in this war.",
        "The thugs who beat up two {g} last night are cowards.",
        "Three {g} were shot by the police of the occupied town.",
    ),
    "allowed": (
        "{g} should be allowed to raise a family.",
        "Nobody has the right to throw {g} out.",
        "It makes me angry that {g} are treated like criminals.",
        "{g} deserve to live here as much as you do.",
    ),
    "of oneself": (
        "As one of the {g} in this town I feel safe here.",
        "We {g} are stubborn and proud of it.",
        "My wife and I are {g}, and we are tired of being asked about it.",
    ),
    "sworn": (
        "Damn, the {g} on this team play well.",
        "It was a bloody good concert, and {g} came in crowds.",
        "What the hell, why were {g} not invited?",
    ),
    "things": (
        "I hate broccoli.",
        "This airline is worthless and its food disgusting.",
        "What a stupid, useless headline.",
        "Kill the lights, the film is starting.",
        "My old laptop should be burned.",
        "Mosquitoes are disgusting vermin and should be exterminated.",
        "I despise this weather.",
        "That law is a cancer, get rid of it.",
    ),
    "one person": (
        "You are a useless liar and everybody here knows it.",
        "He is the most stupid man I ever met.",
        "I hate you and I hope you lose.",
        "She is vermin, that minister.",
        "Somebody should throw you out of this forum.",
        "You disgust me, you worthless clown.",
    ),
    "other people": (
        "{o} are disgusting vermin.",
        "I despise {o}.",
        "{o} are greedy parasites and should be thrown out.",
        "All {o} ought to be locked up.",
        "Damn {o}, they ruin everything.",
    ),
    "short": (
        "Thanks.",
        "Yes",
        "RIP",
        "So sad.",
        "Great article!",
        "What?",
        "Prayers",
        "True",
    ),
}


def frames(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """``(function, group, text)`` for every frame and group; one text where none is named."""
    found = []
    for function, lines in table.items():
        for frame in lines:
            filled = {frame.format(g=g, o=o): g for g, o in zip(GROUPS, OTHERS, strict=True)}
            found += [
                (function, group, text[0].upper() + text[1:]) for text, group in filled.items()
            ]
    return found
