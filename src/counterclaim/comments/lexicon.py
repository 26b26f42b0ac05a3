"""Word lists of triage that can be said aloud: groups, verbs of harm, cues. No slur stands here.

Slurs and swear words are known to the model alone, as hashed n-grams.
"""

from __future__ import annotations

__all__ = [
    "ADMISSION",
    "AMBIGUOUS_ADJECTIVES",
    "CONTEMPT",
    "EXPULSION",
    "FUNCTION_WORDS",
    "GROUP",
    "GROUP_ADJECTIVES",
    "GROUP_AFTER_THE",
    "GROUP_HEADS",
    "GROUP_NOUNS",
    "HARM",
    "HATRED",
    "JOINABLE",
    "MISSPELT_GROUPS",
    "NEGATION",
    "NO_DEMONYMS",
    "PRAISE",
    "SECOND_PERSON",
    "THIRD_PERSON",
]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


GROUP_NOUNS = _set(
    """
    women woman gays lesbian lesbians homosexual homosexuals bisexuals transsexuals muslim
    muslims islam islamic jew jews jewish christian christians catholic catholics protestants
    hindu hindus sikh sikhs buddhist buddhists atheist atheists shia sunni alawite alawites
    yazidi yazidis druze blacks africans asians arab arabs latino latinos latina latinas latinx
    hispanic hispanics mexican mexicans whites europeans immigrant immigrants migrant migrants
    refugee refugees foreigner foreigners lgbt lgbtq aboriginals kurd kurds turk turks russians
    syrians iraqis iranians israelis palestinians afghans pakistanis indians americans germans
    italians ukrainians somalis nigerians ethiopians romani roma tatars chechens serbs croats
    albanians armenians chinese japanese koreans greeks bosnians bosniaks kosovars uyghurs
    rohingya tamils tutsis hutus hazaras pashtuns berbers copts sudanese congolese sinhalese
    lebanese womens womans females
    """
)
"""Words that name a group by origin, faith, sex or orientation. Neutral by themselves."""

GROUP_ADJECTIVES = _set(
    """
    gay bisexual transgender trans transsexual nonbinary queer african asian european autistic
    indigenous aboriginal kurdish turkish russian syrian iraqi iranian israeli palestinian
    lebanese afghan pakistani indian korean american british english irish french german italian
    polish ukrainian somali nigerian ethiopian paralyzed
    """
)
"""Adjectives that name a group wherever they stand."""

AMBIGUOUS_ADJECTIVES = _set(
    "black white old elderly foreign disabled deaf blind native mentally male female straight young"
)
"""Words that name a group only before one of :data:`GROUP_HEADS`: an old car is no identity."""

GROUP_AFTER_THE = _set("disabled deaf blind elderly")
"""Adjectives that name a group after "the" where no noun follows."""

NO_DEMONYMS = _set(
    """
    republicans libertarians veterans politicians librarians musicians physicians civilians
    historians technicians guardians comedians vegetarians magicians electricians statisticians
    mathematicians academicians clinicians pediatricians orphans artisans partisans caravans
    trojans titans humans
    """
)
"""Capitalised plurals in -ans that are trades, parties or things."""

GROUP = "<group>"
"""What every group's name is folded to: no group's name can weigh more than another's."""

GROUP_HEADS = _set(
    "people person community communities folk folks men women man woman kids children minority"
)
"""Nouns after a group adjective."""

HATRED = _set(
    "hate hates hated despise despises loathe loathes detest detests abhor hating despising "
    "abhors abhorred despised detested loathed loathing resent resents dislike dislikes disliked"
)

HARM = _set(
    """
    kill kills killed killing murder murdered shoot shot hang hanged lynch burn burned burnt gas
    gassed bomb bombed nuke nuked exterminate exterminated eradicate eradicated execute executed
    slaughter slaughtered behead beheaded drown drowned stab stabbed beat beaten rape raped die
    dead destroy destroyed eliminate eliminated wipe wiped crush crushed punish hunt hunted hurt
    attack attacked smash castrate castrated sterilize sterilized enslave enslaved
    annihilate annihilated batter battered butcher butchered choke choked crucify crucified cull
    culled electrocute electrocuted hung imprison imprisoned jail jailed lynched maim massacre
    massacred mutilate mutilated punch punched punished skinned slap slay slit spit stabbed starve
    starved stone stoned strangle strangled throttle torch torched torture tortured trample whip
    whipped
    """
)

EXPULSION = _set(
    """
    deport deported expel expelled ban banned remove removed kick kicked out leave back away rid
    vanish vanished disappear disappeared gone locked throw thrown without banish banished chase
    chased evict evicted exclude excluded exile exiled
    """
)

ADMISSION = _set(
    """
    allowed belong belongs trusted trust human humans people vote voting equal equals deserve
    deserves right rights respect live marry teach civilized civilised intelligent honest clean
    """
)
"""What is denied to a group where it stands negated ("X do not belong here")."""

CONTEMPT = _set(
    """
    scum vermin filth filthy disgusting animals animal parasites parasite evil stupid inferior
    worthless criminals criminal terrorists terrorist rats rat cockroaches cockroach plague
    disease diseased subhuman subhumans savages savage trash garbage freaks freak sick
    degenerate degenerates disgrace disgraceful dirty ugly lazy thieves thief liars liar pigs
    pig monkeys monkey apes ape dogs insects leeches leech cancer pest pests rapists rapist
    murderers murderer monsters monster violent dangerous barbaric primitive backward
    uncivilized brainwashed dumb idiots idiot morons moron fools losers loser pathetic useless
    repulsive revolting vile nasty horrible terrible awful abomination sinful sinners perverts
    pervert perverted predators invaders infestation virus burden mistake problem threat worst
    poison toxic waste wicked immoral corrupt cruel
    """
)
"""Words that say somebody is bad, base or less than human."""

PRAISE = _set(
    """
    love loves like likes respect admire great good wonderful amazing beautiful kind nice smart
    brave proud equal equally welcome welcomed deserve deserves rights support friends friend
    lovely fantastic excellent awesome neighbours neighbors brothers sisters thank thanks
    adore adores admires honest honour gifted clever caring generous gentle friendly helpful polite
    talented thoughtful adopt appreciate celebrate celebrates cherish enjoy
    """
)

NEGATION = _set(
    "not no never nobody none isnt arent wasnt werent dont doesnt didnt cant wont "
    "shouldnt wouldnt neither nor without hardly stop"
)

FUNCTION_WORDS = _set(
    """
    a an the this that these those and or but if so as than then of to in on at by for from with
    about into over is are was were be been being am has have had do does did will would can could
    may might must should shall i me my we us our you your he him his she her it its they them
    their who whom which what there here not no yes just also too very more most much many some
    any all each every one two when where while because im its thats ? <number> <url> <user>
    """
)
"""Words that are never shown as what led to a lane: alone they say nothing."""

SECOND_PERSON = _set("you your youre yours u ur yourself")
THIRD_PERSON = _set("they them their theyre these those he him she her it")

JOINABLE = frozenset(
    {
        *HATRED,
        *HARM,
        *CONTEMPT,
        *_set("are is were should must all the these those i need will everywhere people"),
    }
)
"""Words that a group's name may be run together with."""

_NO_MISSPELLING = _set("refuge")
_SHORTEST_MISSPELT = 7


def _misspellings(word: str) -> set[str]:
    """Forms of a word with an inner letter left out, or two inner letters changed about."""
    inner = range(1, len(word) - 1)
    missing = {word[:at] + word[at + 1 :] for at in inner}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner[:-1]}
    return missing | swapped


MISSPELT_GROUPS = frozenset(
    form
    for word in GROUP_NOUNS | GROUP_ADJECTIVES
    if len(word) >= _SHORTEST_MISSPELT
    for form in _misspellings(word) - _NO_MISSPELLING
)
"""Names of groups with one slip in them. Short names are left out: they turn into other words."""
