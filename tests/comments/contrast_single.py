"""A third contrast set: of one of a group as well as of many, one function a published test has.

Written before the grammar of training (`training.triage_grammar`) was, by the same hand; which of
its frames fail was not looked at, only the share that each function gets right. ``{g}`` is a group,
``{s}`` one of it, ``{a}`` the same with its article, ``{o}`` people who are no protected group.
"""

PLURAL = (
    "women",
    "trans people",
    "gay people",
    "black people",
    "disabled people",
    "Muslims",
    "immigrants",
    "Asians",
)
SINGLE = (
    "woman",
    "trans person",
    "gay person",
    "black person",
    "disabled person",
    "Muslim",
    "immigrant",
    "Asian",
)
OTHERS = (
    "plumbers",
    "tax inspectors",
    "goths",
    "vegans",
    "students",
    "referees",
    "estate agents",
    "joggers",
)

HOSTILE = {
    "emotion": (
        "I feel sick just thinking about {g}.",
        "I can't tell you how much I dislike {g}.",
        "{g} are the people I hate most.",
        "Every {s} fills me with rage.",
        "Nobody could make me like {a}.",
        "{g} get on my nerves, I hate the lot.",
    ),
    "attributes": (
        "{g} are so dumb it hurts.",
        "{g} are liars by nature.",
        "Never met {a} who wasn't a thief.",
        "{g} are vulgar, loud and stupid.",
        "Every {s} I know is a coward.",
        "{g} are just plain evil.",
    ),
    "dehumanised": (
        "{g} are a sickness.",
        "{g} are no better than stray dogs.",
        "You are not a person, you're {a}.",
        "{g} are subhuman.",
        "{g} are worms that need to be stepped on.",
        "I'd call {g} animals, but that would be unfair to animals.",
    ),
    "hints": (
        "Show me one country that {g} have not wrecked.",
        "Of course the till was empty, {a} was working the shift.",
        "Hide your wallet, here come the {g}.",
        "{g} were better off when they kept quiet.",
        "If {g} ran the place it would collapse in a week.",
        "Not my fault that {g} were born with half a brain.",
    ),
    "threat": (
        "I'll smash the face of any {s} who talks to me.",
        "{g} had better watch out, I have a knife.",
        "Tonight we are going to beat up some {g}.",
        "I swear I will strangle that {s}.",
        "I want to see {g} bleed and I will make it happen.",
        "We'll hang {g} from the lamp posts.",
    ),
    "normative": (
        "{g} should be put down.",
        "{g} deserve to be hit hard.",
        "Every {s} should be flogged in public.",
        "{g} need to be locked in camps.",
        "It's time {g} were wiped out.",
        "Somebody ought to poison {g}.",
    ),
    "profanity": (
        "{g} are so damn stupid.",
        "Screw {g}.",
        "I don't give a damn about {g}, let them rot.",
        "God damn every {s} in this country.",
        "{g} can go to hell.",
        "All {g} are pieces of crap.",
    ),
    "clause": (
        "I don't mind most people, but {g} I can't stand, they are filth.",
        "It is hard to pity {g} when they are such vile creatures.",
        "{g} keep asking for more, and they deserve nothing but a beating.",
        "If you see {a}, tell them they are worthless.",
        "When {g} come in I leave, because they stink.",
    ),
    "sentence": (
        "I had to work with {g} again. They are pigs.",
        "This year the club let in {g}. I'd shoot every one of them.",
        "So our new doctor is {a}. People like that are scum.",
        "{g}? They should all be burned.",
        "Our mayor loves {g}. I say throw them in the river.",
    ),
    "negated good": (
        "{g} are not decent people.",
        "{g} deserve no mercy.",
        "No {s} is worth my time.",
        "{g} have nothing to offer us, ever.",
        "You can't be {a} and be honest.",
        "{g} shouldn't be treated as human beings.",
    ),
    "question": (
        "Why do {g} have to be so repulsive?",
        "Is there a {s} who isn't an idiot?",
        "How much longer must we suffer {g}, this plague?",
        "Who invited these filthy {g}?",
        "Why don't {g} just die?",
        "Does anybody actually like {g}?",
    ),
    "opinion": (
        "I firmly believe {g} are worth less than the rest of us.",
        "As far as I'm concerned {g} are garbage.",
        "Honest opinion: {g} are a disgrace.",
        "I reckon every {s} is a criminal.",
        "Unpopular view, but {g} should be sterilised.",
    ),
    "swapped": (
        "{g} are disgutsing.",
        "I haet {g}.",
        "{g} are stpuid animals.",
        "All {g} shuold die.",
        "{g} are vemrin and parasties.",
    ),
    "missing": (
        "{g} are disgustin.",
        "I hte every {s}.",
        "{g} ar wrthless.",
        "Kil all {g}.",
        "{g} shold be deportd.",
    ),
    "joined": (
        "{g} areworthless.",
        "Ihateevery {s}.",
        "{g} shouldbeshot.",
        "Deportall {g}.",
        "I despise{g}.",
    ),
    "spaced": (
        "I h a t e {g}.",
        "{g} are d i s g u s t i n g.",
        "{g} should d i e.",
        "K i l l {g}.",
        "Every {s} is t r a s h.",
    ),
    "leet": (
        "1 h4t3 {g}.",
        "{g} 4re w0rthl3ss.",
        "K1ll 4ll {g}.",
        "{g} sh0uld d1e.",
        "{g} ar3 $cum.",
    ),
}

HARMLESS = {
    "neutral": (
        "{a} lives on the third floor.",
        "The course is open to {g}.",
        "There's {a} in the photo.",
        "I spoke with a few {g} after the show.",
        "Half of the nurses here are {g}.",
        "The film tells the story of {a}.",
    ),
    "positive": (
        "{g} are the best.",
        "I adore {g}.",
        "My best friend is {a} and I would do anything for her.",
        "The world is a better place thanks to {g}.",
        "Every {s} deserves love.",
        "We are lucky to have {g} in our team.",
    ),
    "negated hate": (
        "I don't despise {g}.",
        "Not a single {s} deserves to be hurt.",
        "{g} are not stupid.",
        "I wouldn't call {g} dirty.",
        "You should never beat {a}.",
        "No {s} is vermin.",
    ),
    "quoted": (
        '"{g} are trash" is a vile thing to say.',
        'Nobody should get away with "kill all {g}".',
        'He wrote "I hate {g}" and lost his job, quite rightly.',
        'If you shout "{g} are animals", I will call the police.',
        '"{g} should be shot"? What a hateful sentence.',
        'I will not sit in a room where people say "{g} are subhuman".',
    ),
    "referenced": (
        "People who hate {g} are the real problem.",
        "I won't tolerate anyone who says {g} should die.",
        "Only an idiot would think that {g} are inferior.",
        "To call {a} an animal is beyond disgusting.",
        "My neighbour wants to beat up {g} and I think he is sick.",
        "You think {g} are worthless? Get lost.",
    ),
    "profanity": (
        "That was one hell of a concert.",
        "Damn, I lost my keys again.",
        "Holy crap, {g} won the cup!",
        "My boss is {a} and she is damn good.",
        "Oh hell, I am late for work.",
        "Bloody hell, what a goal.",
    ),
    "objects": (
        "I hate this stupid phone.",
        "Your sofa is repulsive.",
        "Burn that ugly carpet.",
        "This soup is disgusting, throw it out.",
        "Traffic is a plague.",
        "Kill that bug in the code.",
    ),
    "individual": (
        "You are an idiot and a liar.",
        "I hate my landlord, he is scum.",
        "Shut up, you filthy pig.",
        "She is a worthless cheat.",
        "I hope you choke on it.",
        "What a stupid man he is.",
    ),
    "not protected": (
        "{o} are idiots.",
        "I hate {o} so much.",
        "{o} should be locked up.",
        "All {o} are scum.",
        "Kick {o} out.",
        "{o} disgust me.",
    ),
    "reported": (
        "A man shot {a} at the station, police said.",
        "Gunmen killed dozens of {g} in the raid.",
        "The law bans {g} from voting and that is cruel.",
        "They burned the shop of {a} last night.",
        "{g} face violence every day.",
    ),
    "self": (
        "I am {a} and I hate being stared at.",
        "We {g} have a dark sense of humour.",
        "As {a} I feel stupid at times.",
        "Being {a} is not easy in this town.",
    ),
    "rights": (
        "{g} have a right to be safe.",
        "Let {g} stay.",
        "No one should deport {a} who has done nothing.",
        "Don't tell {g} how to live.",
        "Stop the violence against {g}.",
    ),
}


def frames(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """``(function, group, text)`` for every frame and group; one text where none is named."""
    found = []
    for function, lines in table.items():
        for line in lines:
            filled = {}
            for group, one, other in zip(PLURAL, SINGLE, OTHERS, strict=True):
                article = "an " if one[0] in "Aai" else "a "
                text = line.format(g=group, s=one, a=article + one, o=other)
                filled[text[0].upper() + text[1:]] = group
            found += [(function, group, text) for text, group in filled.items()]
    return found
