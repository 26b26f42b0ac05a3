"""A contrast set of our own: what must be flagged, and what must not, for several groups.

Sentence frames with a place for a group, after the idea of functional tests: one function for each
way of being hostile, and beside it the harmless things that look like it. No slurs: hostility is in
what is said, swearing is mild. ``{g}`` is a group, ``{o}`` people who are no protected group. Each
frame has its function and whether it is hostile to the group. None of them is in training, but
which of them fail was seen while training was written: `contrast_late` has frames of which that is
not so.
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
        "{g} are so ugly and dim.",
        "If you ask me, {g} are the most dishonest bunch on earth.",
        "You will not find a decent soul among {g}.",
    ),
    "dehumanised": (
        "{g} are rats that crawl out of the sewer.",
        "{g} are a tumour that eats our society.",
        "I can't look at {g} without thinking of maggots.",
        "{g} breed like cockroaches.",
        "{g} are leeches.",
        "{g} belong in a zoo.",
        "{g} crawl over this city like ants.",
    ),
    "hatred": (
        "I hate {g}.",
        "I really can't stand {g}, I despise them all.",
        "We all despise {g} here.",
        "{g} make me want to throw up.",
        "My blood boils whenever I see {g}.",
        "I loathe {g}.",
        "{g} sicken me.",
        "How I detest those {g}.",
    ),
    "threat": (
        "{g} should be shot.",
        "Somebody needs to exterminate {g}.",
        "One day we will hunt down all {g} and kill them.",
        "I am going to beat up the next {g} I see.",
        "{g} will soon get the bullet they asked for.",
        "I am going to slit the throats of {g}.",
        "{g}, we are coming for you with guns.",
        "I would gladly run over a few {g} with my truck.",
    ),
    "wished harm": (
        "It would be a good thing if {g} were wiped off the map.",
        "All {g} ought to be put against the wall.",
        "{g} deserve every beating they get.",
        "I pray that {g} burn in hell.",
        "{g} need to be put to death.",
        "May the plague take {g}.",
        "{g} ought to be whipped.",
    ),
    "expulsion": (
        "Deport all {g}, they are parasites.",
        "{g} do not deserve to live in this country.",
        "Kick {g} out, nobody wants this filth.",
        "Put {g} on a boat and send them away for good.",
        "Throw {g} into the sea.",
        "{g} out of our country!",
        "We have to cleanse this land of {g}.",
    ),
    "reference": (
        "Another story about {g}. They are scum and I hate them.",
        "There are too many {g} here. They all disgust me, rats that they are.",
        "{g} moved in next door. I want them dead.",
        "First we let {g} in, and now we can't get rid of those vermin.",
        "I saw some {g} at the station. What a disgusting sight they are.",
        "{g} want respect? They are worth less than dirt.",
    ),
    "question": (
        "Why are {g} always such disgusting liars?",
        "Who in their right mind would let {g} near their children?",
        "When will somebody finally throw {g} out?",
        "Are {g} even human?",
        "Why should we put up with {g}, those filthy crooks?",
    ),
    "denied": (
        "{g} should never be allowed to raise a family.",
        "There is nothing good about {g}.",
        "{g} are not like normal human beings.",
        "{g} have never been worth anything.",
        "I wouldn't trust {g} with a broken umbrella.",
        "{g} do not deserve to be happy.",
        "{g} should not have the same rights as us.",
        "{g} are not welcome in my shop.",
    ),
    "implicit": (
        "This town was safe before the {g} arrived.",
        "Whenever {g} open their mouths I want to leave the room.",
        "The world would not miss {g} for a minute.",
        "Evolution forgot about {g}.",
        "I wash my hands after I have been near {g}.",
        "{g} should stay in the kitchen or in the gutter.",
        "I'd sooner adopt a snake than sit beside {g}.",
    ),
    "opinion": (
        "In my view {g} are nothing but criminals.",
        "Call me what you like, but {g} are savages.",
        "I have nothing against anybody, but I do think {g} are inferior.",
        "It is my honest belief that {g} are trash.",
        "Sorry, I just think {g} are beneath us.",
    ),
    "sworn": (
        "Damn {g}, the whole rotten lot of them.",
        "{g} are bloody useless.",
        "To hell with all those crappy {g}.",
        "Those goddamn {g} make me sick.",
        "{g} are a crappy kind of people.",
    ),
    "misspelt": (
        "{g} are disgsuting vermin.",
        "{g} are fithy animals.",
        "I despsie all {g}.",
        "All {g} are worthles trsh.",
        "{g} are discusting.",
        "I hat {g}, all of them.",
        "{g} are vrmin.",
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
        "{g} are f i l t h.",
        "H a t e all {g}.",
    ),
    "look-alikes": (
        "All {g} are w0rthle$$ tr4sh.",
        "{g} 4re v3rmin.",
        "I h4te {g}, d1sgu5ting ra7s.",
        "{g} 4r3 f1lth.",
        "D3p0rt all {g}.",
    ),
}

HARMLESS = {
    "neutral": (
        "Many {g} live in my town.",
        "My neighbours are {g}.",
        "The report quotes three {g} who saw the fire.",
        "Two {g} were on the bus that was hit.",
        "The new rules also apply to {g}.",
        "{g} make up a tenth of the electorate.",
        "There is a documentary on {g} tonight.",
    ),
    "praise": (
        "I love {g}.",
        "{g} are wonderful and I am glad they live here.",
        "{g} are as brave and smart as anyone.",
        "We should celebrate {g} more often.",
        "{g} are amazing.",
        "I am so happy for all the {g} who won.",
    ),
    "negated": (
        "I do not hate {g}.",
        "{g} are not disgusting.",
        "No, {g} are not criminals.",
        "I would never wish {g} any harm.",
        "{g} are not parasites.",
        "I have never despised {g}.",
        "{g} do not disgust me at all.",
    ),
    "quoted and denounced": (
        '"{g} are vermin" is a racist thing to say.',
        'Whoever wrote "I hate all {g}" should be ashamed; that is hateful.',
        'You said "{g} should be shot". That is unacceptable.',
        'Stop saying "{g} are filthy animals". It is dehumanising.',
        'When people shout "kick {g} out" I walk out of the stadium.',
        'Somebody sprayed "{g} are scum" on our school. We painted it over together.',
        '"{g} belong in a zoo" is not a joke, it is racist.',
        'He yelled "deport all {g}" at a child. Disgraceful.',
        'Who still says "{g} are dirty" these days? Grow up.',
    ),
    "denounced": (
        "Saying that {g} are worthless is hateful.",
        "People who call {g} vermin are bigots.",
        "It is unacceptable to say that {g} should be killed.",
        "My uncle thinks {g} are inferior, and I told him that he is a fool.",
        "If you believe {g} deserve to suffer, you need help.",
        "Hating {g} is shameful.",
        "Whoever thinks that {g} should die is sick.",
        "It's hateful to claim that {g} are worth less than others.",
    ),
    "reported harm": (
        "The blast killed four {g} in their homes.",
        "Soldiers burned the houses of {g} and nobody was punished.",
        "It is terrible how {g} are attacked in this war.",
        "The thugs who beat up two {g} last night are cowards.",
        "Three {g} were shot by the police of the occupied town.",
        "Two {g} were murdered in the camp.",
        "The regime jails {g} and burns their books.",
    ),
    "allowed": (
        "{g} should be allowed to raise a family.",
        "Nobody has the right to throw {g} out.",
        "It makes me angry that {g} are treated like criminals.",
        "{g} deserve to live here as much as you do.",
        "{g} have the right to be angry.",
        "Don't ban {g} from the pool.",
    ),
    "of oneself": (
        "As one of the {g} in this town I feel safe here.",
        "We {g} are stubborn and proud of it.",
        "My wife and I are {g}, and we are tired of being asked about it.",
        "I'm from a family of {g}.",
        "We {g} like bad jokes.",
    ),
    "sworn": (
        "Damn, the {g} on this team play well.",
        "It was a bloody good concert, and {g} came in crowds.",
        "What the hell, why were {g} not invited?",
        "Hell yes, {g} deserve that prize.",
        "Those were damn brave {g}.",
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
        "I loathe mosquitoes.",
        "That film is filthy trash.",
        "Throw that printer into the sea.",
    ),
    "one person": (
        "You are a useless liar and everybody here knows it.",
        "He is the most stupid man I ever met.",
        "I hate you and I hope you lose.",
        "She is vermin, that minister.",
        "Somebody should throw you out of this forum.",
        "You disgust me, you worthless clown.",
        "You are vile and I loathe you.",
        "He belongs in a zoo, that clown.",
    ),
    "other people": (
        "{o} are disgusting vermin.",
        "I despise {o}.",
        "{o} are greedy parasites and should be thrown out.",
        "All {o} ought to be locked up.",
        "Damn {o}, they ruin everything.",
        "{o} are leeches.",
        "I loathe {o}.",
        "Throw {o} into the sea.",
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
        "Oh no",
        "Noted.",
        "Where?",
        "Good grief!",
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
