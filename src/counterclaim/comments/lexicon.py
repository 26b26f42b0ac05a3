"""Word lists of triage that can be said aloud: groups, verbs of harm, cues. No slur stands here.

Slurs and swear words are known to the model alone, as hashed n-grams.
"""

from __future__ import annotations

__all__ = [
    "CONTEMPT",
    "EXPULSION",
    "GROUPS",
    "GROUP_HEADS",
    "HARM",
    "HATRED",
    "NEGATION",
    "PRAISE",
    "SECOND_PERSON",
    "THIRD_PERSON",
]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


GROUPS = _set(
    """
    women woman females female girls men males gay gays lesbian lesbians homosexual homosexuals
    bisexual bisexuals transgender trans transsexual transsexuals lgbt lgbtq nonbinary muslim muslims
    islam islamic jew jews jewish christian christians catholic catholics protestant hindu hindus sikh
    sikhs buddhist buddhists atheist atheists shia sunni alawite alawites yazidi yazidis druze black
    blacks african africans asian asians arab arabs latino latinos latina latinx hispanic hispanics
    mexican mexicans white whites european europeans immigrant immigrants migrant migrants refugee
    refugees foreigner foreigners foreign disabled disability deaf blind autistic paralyzed elderly
    old indigenous native natives aboriginal kurd kurds kurdish turk turks turkish russian russians
    syrian syrians iraqi iraqis iranian iranians israeli israelis palestinian palestinians lebanese
    afghan afghans pakistani pakistanis indian indians chinese japanese korean koreans american
    americans british english irish french german germans italian italians polish ukrainian
    ukrainians somali somalis nigerian nigerians ethiopian ethiopians romani roma tatar tatars
    chechen chechens serb serbs croat croats albanian albanians armenian armenians
    """
)
"""Words for groups by origin, faith, sex, orientation, disability or age. Neutral by themselves."""

GROUP_HEADS = _set("people person community communities folk folks men women kids children minority")
"""Nouns after a group adjective."""

HATRED = _set("hate hates hated despise despises loathe loathes detest detests abhor hating despising")

HARM = _set(
    """
    kill kills killed killing murder murdered shoot shot hang hanged lynch burn burned burnt gas
    gassed bomb bombed nuke nuked exterminate exterminated eradicate eradicated execute executed
    slaughter slaughtered behead beheaded drown drowned stab stabbed beat beaten rape raped die dead
    destroy destroyed eliminate eliminated wipe wiped crush crushed punish hunt hunted hurt attack
    attacked smash castrate castrated sterilize sterilized enslave enslaved
    """
)

EXPULSION = _set("deport deported expel expelled ban banned remove removed kick out leave back away")

CONTEMPT = _set(
    """
    scum vermin filth filthy disgusting animals animal parasites parasite evil stupid inferior
    worthless criminals criminal terrorists terrorist rats rat cockroaches cockroach plague disease
    diseased subhuman subhumans savages savage trash garbage freaks freak sick degenerate degenerates
    disgrace disgraceful dirty ugly lazy thieves thief liars liar pigs pig monkeys monkey apes ape dogs
    insects leeches leech cancer pest pests rapists rapist murderers murderer monsters monster
    violent dangerous barbaric primitive backward uncivilized brainwashed retarded dumb idiots idiot
    morons moron fools losers loser pathetic useless repulsive revolting vile nasty horrible terrible
    awful abomination sinful sinners perverts pervert perverted predators invaders infestation virus
    burden mistake problem threat worst poison toxic waste wicked immoral corrupt cruel
    """
)
"""Words that say somebody is bad, base or less than human."""

PRAISE = _set(
    """
    love loves like likes respect admire great good wonderful amazing beautiful kind nice smart
    brave proud equal equally welcome welcomed deserve deserves rights support friends friend lovely
    fantastic excellent awesome neighbours neighbors brothers sisters thank thanks
    """
)

NEGATION = _set("not no never nobody none isnt arent wasnt werent dont doesnt didnt cant wont "
                "shouldnt wouldnt neither nor without hardly stop")

SECOND_PERSON = _set("you your youre yours u ur yourself")
THIRD_PERSON = _set("they them their theyre these those he him she her it")
