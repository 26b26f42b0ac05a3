"""Words for one person and for what befell one: the tables that unnumbered victims are read with.

Own lists.
"""

from counterclaim.facts.harm_words import GROUPS
from counterclaim.records import Harm

__all__ = [
    "ACTIVES",
    "ATTEMPTS",
    "CONDITIONS",
    "DEATHS",
    "DETERMINERS",
    "DIED",
    "HOSPITAL",
    "NOT_NAMES",
    "PAIRS",
    "PARTICLES",
    "PLACED",
    "PRONOUNS",
    "REFLEXIVES",
    "SINGULAR",
    "SUFFERED",
    "VERBS",
    "WOUNDS",
]

_PLURAL = frozenset(
    """
        men women children people troops police personnel staff staffer crew forces elderly
        locals family strong others lives human aid-worker humanitarians couple
        servicemen servicewomen policemen policewomen gunmen infantrymen airmen guardsmen
        coastguardsmen militiamen fishermen cameramen noncombatants passers-by townspeople
        infantry schoolchildren majors generals member general major minor
    """.split()
)
_MORE = """
    accomplice ally ambassador aunt boyfriend brother-in-law burglar businessman businesswoman buyer
    cashier chairman chief classmate clerk coach co-worker coworker cousin customer dealer deputy
    detective director editor ex-boyfriend ex-girlfriend ex-husband ex-wife father-in-law
    fiance fiancee fiancé fiancée freshman girlfriend governor granddaughter grandchild grandfather
    grandson guest hitman homeowner husband intruder janitor junior landlord leader
    magistrate maid housekeeper cook gardener servant bishop archbishop imam rabbi rector peasant
    congressman candidate attorney consul trader merchant manager motorist motorcyclist
    mother-in-law nephew niece owner pastor
    passenger pedestrian player president principal professor rapper robber roommate
    secretary security-guard senator senior shopkeeper shooter sniper sophomore spokesman spouse
    stepdaughter stepfather stepmother stepson stranger superintendent teen tenant toddler trooper
    twin uncle visitor waiter waitress watchman
"""
SINGULAR = (
    frozenset(
        word for word in GROUPS if word not in _PLURAL and not word.endswith(("s", "men", "folk"))
    )
    | frozenset(_MORE.split())
    | {"boss", "witness", "hostess", "actress", "hostage", "male", "female", "juvenile"}
)
"""Nouns of one person."""

PAIRS = frozenset({"couple", "twins", "parents", "both"})
"""Words for two people without a number."""

DETERMINERS = frozenset(
    "a an the his her their my our your its another this that each every".split()
)
PRONOUNS = frozenset({"he", "she", "him"})
REFLEXIVES = frozenset({"himself", "herself"})
PARTICLES = frozenset("al el de la le van von der den bin ibn ben abu da di dos du jr sr".split())
"""Words in small letters that stand inside a name."""

NOT_NAMES = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april
        june july august september october november december today tonight yesterday
        the a an and or but if in on at to of for from by with as this that these those it he she
        they we you i his her their its our my what when where who why how there here no not
        county city police department sheriff office street avenue road drive lane boulevard
        highway route park school university college hospital center centre church club
        apartments apartment court district state states united north south east west northern
        southern eastern western central army navy forces force air council committee party
        government ministry agency bureau news times post press media group international
        national federal republic authorities officials witnesses residents investigators
        deputies officers detectives prosecutors rebels troops soldiers militants
        photo image video caption advertisement copyright update updated breaking more
        parish township province governorate village town region division unit task command
        company inc llc corp association institute union league team
        god christmas easter thanksgiving halloween english american
        shooting death murder homicide suicide attack strike airstrike raid bombing blast
        explosion crash fire accident massacre war battle clash clashes
        hundreds dozens several many some most all both two three four five six seven eight nine
        ten one gunfire gunshot shots bullets neighbors neighbours family relatives friends
        after before during while since until because although according also then now later
        tv am pm est pst cst gmt
    """.split()
)
"""Capitalised words that are part of no person's name."""

_VERBS: dict[Harm, str] = {
    "killed": "killed slain murdered assassinated executed massacred beheaded slaughtered martyred "
    "lynched",
    "injured": "wounded injured hurt maimed hospitalized hospitalised grazed paralyzed paralysed",
    "casualties": "shot stabbed",
}
VERBS: dict[str, Harm] = {word: harm for harm, words in _VERBS.items() for word in words.split()}
"""Participle, and past of the verb that takes the harmed as its object."""

_ACTIVES: dict[Harm, str] = {
    "killed": "kills kill killing slays slaying murders murdering assassinates assassinating "
    "executes executing slew beheads beheading",
    "injured": "injures injure injuring wounds wound wounding maims maiming hospitalizes",
    "casualties": "shoots stabs",
}
ACTIVES: dict[str, Harm] = {
    word: harm for harm, words in _ACTIVES.items() for word in words.split()
}
"""Verb forms that can only have the harmed as their object."""

DIED = frozenset("died dies perished drowned succumbed suffocated deceased".split())
"""Said of who is dead."""

DEATHS: dict[str, Harm] = {
    "death": "killed", "murder": "killed", "killing": "killed", "slaying": "killed",
    "assassination": "killed", "execution": "killed", "homicide": "killed", "body": "killed",
    "corpse": "killed", "remains": "killed", "life": "killed", "beheading": "killed",
    "shooting": "casualties", "stabbing": "casualties", "wounding": "injured",
}  # fmt: skip
"""Nouns that name what befell whom their "of" or a possessor names."""

WOUNDS = frozenset("wound wounds injury injuries burns".split())
SUFFERED = frozenset(
    "suffered suffers sustained sustains suffering sustaining received with from for".split()
)
"""Words between a person and the wounds of that person."""

PLACED = frozenset(
    """
        taken transported rushed airlifted flown driven admitted brought transferred sent
        treated hospitalized
    """.split()
)
"""What is done to the injured."""

CONDITIONS = frozenset("critical serious stable fair good grave guarded poor".split())
"""Conditions that the injured are in."""

HOSPITAL = frozenset("hospital hospitals medical trauma clinic er surgery infirmary".split())
ATTEMPTS = frozenset("attempted attempting try trying tried planned plotting plot to".split())
"""Words before a verb or noun of harm that say it was not (yet) done."""
