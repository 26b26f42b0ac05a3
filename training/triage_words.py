"""Words that fill the places of the triage frames."""

import functools

from counterclaim.comments.lexicon import AMBIGUOUS_ADJECTIVES, GROUP_ADJECTIVES, GROUP_NOUNS

PEOPLE = """
bankers politicians generals referees landlords journalists hackers drivers bosses ministers
""".split()
THINGS = """
weather website film bridge laptop airline headline match road coffee newspaper plan law
""".split()
LIVING = "live marry vote work teach sit talk travel".split()
VERBS = (
    "kill shoot hang burn bomb exterminate eradicate behead destroy hunt punish crush gas".split()
)
DONE = """
killed shot hanged burned bombed exterminated eradicated beheaded destroyed hunted punished
""".split()
GOOD = (
    "wonderful amazing kind smart brave lovely great fantastic good honest friendly equal".split()
)
PLURALS = """
mosquitoes potholes mondays taxes adverts puddles passwords onions slugs weeds sequels meetings
shoes buses elevators songs films phones sandwiches spreadsheets hiccups alarms
""".split()
"""Things that may be hated in peace."""

SHORT = """
thanks|thank you|yes|no|ok|okay|true|so true|agreed|i agree|exactly|well said|great article|
good read|nice|nice one|great|wow|omg|hmm|lol|haha|really?|what?|why?|how?|when?|where is this?|
who knows|maybe|rip|rest in peace|so sad|very sad|how sad|prayers|praying for them|
condolences to the families|my heart breaks|terrible news|awful|horrible|unbelievable|shocking|
disgrace|disgraceful|shameful|shame|enough|enough is enough|stop the war|peace|peace now|love|
bravo|congratulations|well done|good luck|stay safe|be careful|me too|same here|not me|
not really|i doubt it|we will see|time will tell|who cares|whatever|sure|of course|right|wrong|
fake|fake news|source?|link?|proof?|any proof?|breaking|update?|any update?|what time?|
when was this?|old news|again|here we go again|not again|good question|good point|fair point|
interesting|very interesting|i wonder|i hope so|hopefully|this|this is it|that's all|the end|
first|second|hello|hi all|good morning|goodnight|see you|bye|typo in the headline|
the photo is old|wrong photo|wrong map|the map is wrong|the date is wrong|i was there|
i live there|i live nearby|heard it too|loud bang here|windows shook|no power here|
no water since monday|roads are closed|the bridge is closed|traffic is bad|school is closed|
what a mess|what a day|what a pity|what a story|what a match|that was close|lucky escape|
my family is safe|everyone is safe|all fine here|thank god|god bless|amen|heroes|
heroes all of them|respect|respect to the doctors|thank you doctors|poor kids|poor people|
poor families|poor thing|the government failed|the government lies|they all lie|
nobody believes them|resign|resign now|justice|we want justice|justice for the victims|
investigate this|who did this?|who is to blame?|more war|no more war|war is hell|
this war must end|end it now|sanctions now|no sanctions|read the article|read it again|
did you read it?|subscribe|follow|shared|bookmarked|saved|deleted"""
"""Remarks that are short and attack no group."""


@functools.cache
def groups() -> tuple[str, ...]:
    """Names of groups that fill ``{g}``, in a fixed order."""
    return (
        *sorted(word for word in GROUP_NOUNS if word.endswith("s") or word == "women"),
        *(f"{word} people" for word in sorted(GROUP_ADJECTIVES | AMBIGUOUS_ADJECTIVES)),
    )


def one_of(group: str) -> str:
    """One of a group: "black person" of "black people"."""
    if group.endswith(" people"):
        return group.removesuffix("people") + "person"
    single = "woman" if group == "women" else group.removesuffix("s")
    return single if single in GROUP_NOUNS | GROUP_ADJECTIVES else "muslim"
