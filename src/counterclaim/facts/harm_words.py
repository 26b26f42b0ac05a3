"""Words of harm and of people: the tables that counts are read with.

Own lists. Groups are normalised names for whom a number counts; "people" is the widest.
"""

from counterclaim.records import Harm

__all__ = [
    "ACTIVE",
    "BE",
    "COLLECTIVE",
    "GRADES",
    "GROUPS",
    "HARM_NOUNS",
    "HELPERS",
    "INTRANSITIVE",
    "KIN",
    "NEEDS_PEOPLE",
    "OF_NOUNS",
    "PARTICIPLES",
    "RISES",
    "STOPS",
    "THEIRS",
    "THINGS",
    "group_of",
]


def _table(rows: dict[str, str]) -> dict[str, str]:
    """Each word of each row's list, mapped to the row's name."""
    return {word: name for name, words in rows.items() for word in words.split()}


GROUPS: dict[str, str] = _table(
    {
        "soldiers": """soldier soldiers troop troops serviceman servicemen servicewoman servicewomen
            servicemember servicemembers conscript conscripts trooper troopers recruits recruit
            infantryman infantrymen paratroopers paratrooper marines marine sailors sailor airmen
            airman guardsmen guardsman coastguards coastguard
            coastguardsmen coastguardsman reservists reservist cadets cadet commandos commando
            personnel combatants combatant forces""",
        "officers": "officer officers general generals commander commanders colonel colonels "
        "lieutenant captain major sergeant brigadier",
        "peacekeepers": "peacekeeper peacekeepers",
        "police": "police deputy deputies policeman policemen policewoman policewomen constable "
        "constables gendarmes gendarme",
        "militants": """militant militants fighter fighters rebel rebels insurgent insurgents gunman
            gunmen jihadist jihadists jihadi jihadis terrorist terrorists extremist extremists
            militiaman militiamen guerrilla guerrillas separatist separatists attacker attackers
            assailant assailants bomber bombers mercenary mercenaries paramilitaries infiltrators
            infiltrator operatives operative""",
        "civilians": """civilian civilians villager villagers resident residents bystander
            bystanders noncombatants noncombatant townspeople farmer farmers shepherd shepherds
            worshippers worshipper worshipers shoppers passers passerby vendors""",
        "children": """child children boy boys girl girls infant infants baby babies toddler
            toddlers minor minors schoolchildren schoolgirl schoolgirls schoolboy schoolboys
            teenager teenagers teen teens
            juvenile juveniles youngster youngsters newborn newborns pupil pupils kids kid""",
        "women": "woman women female females mother mothers grandmother wife wives widow",
        "men": "man men male males father fathers grandfather youth youths",
        "medics": """medic medics doctor doctors nurse nurses paramedic paramedics surgeon surgeons
            rescuer rescuers firefighter firefighters midwife""",
        "aid_workers": "aid-worker humanitarians volunteer volunteers",
        "journalists": """journalist journalists reporter reporters photographer photographers
            cameraman cameramen correspondent correspondents""",
        "detainees": "prisoner prisoners detainee detainees inmate inmates hostage hostages "
        "captive captives",
        "refugees": "refugee refugees migrant migrants asylum-seekers evacuee evacuees",
        "protesters": "protester protesters protestor protestors demonstrator demonstrators "
        "rioters rioter activist activists marcher marchers picketers",
        "workers": """worker workers employee employees staff staffer staffers labourers laborers
            miners miner engineer engineers guard guards driver drivers crew teacher teachers
            student students contractor contractors fishermen fisherman sailors""",
        "passengers": "passenger passengers pilgrim pilgrims tourist tourists commuters traveller "
        "travellers travelers",
        "officials": "official officials diplomat diplomats minister mayor lawmaker lawmakers "
        "politician politicians",
        "people": """pilot pilots
            mates escorts escort patients patient kidnappers kidnapper smugglers
            smuggler looters revellers fans fan spectators spectator players guests customers diners
            climbers hikers hunters hunter
            cyclists motorists clerics cleric priests priest monks monk nuns judges
            judge lawyers lawyer prosecutors bodyguards bodyguard aides elders bathers technicians
            mechanics scientists people person persons victim victims individuals individual
            members member
            families family nationals national citizens citizen locals local souls others lives
            relatives relative survivors strong human humans adults adult occupants elderly brothers
            brother sisters sister sons son daughters daughter couple friends neighbours neighbors
            defenders supporters followers believers suspects suspect foreigners foreigner""",
    }
)
"""Noun of people → group."""

_NOT_MEN = frozenset("omen specimen abdomen regimen acumen".split())


def group_of(word: str) -> str | None:
    """The group of a noun of people in lower case; "-men" and "-women" make one of any word."""
    group = GROUPS.get(word)
    if group is None and word.endswith("men") and len(word) > 5 and word not in _NOT_MEN:
        return "people"
    return group


COLLECTIVE = frozenset("family police staff crew personnel people couple forces".split())
"""Nouns that "a" does not make one of."""

_PARTICIPLES: dict[Harm, str] = {
    "killed": "killed dead eliminated liquidated slain murdered massacred slaughtered executed "
    "martyred perished died assassinated beheaded drowned deceased",
    "injured": "injured wounded hurt maimed hospitalised hospitalized burned burnt harmed "
    "sickened poisoned ill sick",
    "missing": "missing unaccounted trapped",
    "detained": "detained arrested captured abducted kidnapped imprisoned jailed",
    "displaced": "displaced homeless uprooted evacuated",
    "casualties": "neutralised neutralized",
}
PARTICIPLES: dict[str, Harm] = {
    word: harm for harm, words in _PARTICIPLES.items() for word in words.split()
}
"""What a subject can be said to be ("62 were killed", "30 wounded", "12 dead")."""

INTRANSITIVE: dict[str, Harm] = {
    "died": "killed", "die": "killed", "dies": "killed", "dying": "killed", "perished": "killed",
    "perish": "killed", "drowned": "killed", "fled": "displaced", "flee": "displaced",
    "suffocated": "killed", "disappeared": "missing", "vanished": "missing",
}  # fmt: skip

_ACTIVE: dict[Harm, str] = {
    "killed": "kill kills killed killing slay slew slaying murder murders murdered murdering "
    "massacre massacred massacring slaughter slaughtered slaughtering execute executes executed "
    "executing assassinate assassinated assassinating behead beheaded beheading claim claims "
    "mourn mourns mourned bury buries buried claimed claiming lost lose losing loses martyred "
    "martyring eliminate eliminates eliminated eliminating liquidate liquidated liquidating",
    "injured": "injure injures injured injuring wound wounds wounded wounding hurt hurts hurting "
    "maim maims maimed maiming hospitalise hospitalised hospitalising hospitalize hospitalized",
    "detained": "detain detains detained detaining arrest arrests arrested arresting capture "
    "captures captured capturing abduct abducted abducting kidnap kidnapped kidnapping jail jails "
    "jailed jailing imprison imprisons imprisoned imprisoning",
    "displaced": "displace displaces displaced displacing uproot uprooted uprooting evacuate "
    "evacuated evacuating",
    "casualties": "neutralise neutralises neutralised neutralising neutralize neutralizes "
    "neutralized neutralizing",
}
ACTIVE: dict[str, Harm] = {word: harm for harm, words in _ACTIVE.items() for word in words.split()}
"""Verb form that takes the harmed as its object ("killing at least 62 troops")."""

NEEDS_PEOPLE = frozenset(
    """
        claim claims claimed claiming lost lose losing loses capture captures captured capturing
        evacuate evacuated evacuating mourn mourns mourned bury buries buried eliminate eliminates
        eliminated eliminating neutralise neutralises neutralised neutralising neutralize
        neutralizes neutralized neutralizing liquidate liquidated liquidating
    """.split()
)
"""Verbs that harm only where the object is said to be people or "lives"."""

HARM_NOUNS: dict[str, Harm] = {
    "fatality": "killed", "fatalities": "killed", "death": "killed", "deaths": "killed",
    "body": "killed", "bodies": "killed", "corpse": "killed", "corpses": "killed",
    "martyr": "killed", "martyrs": "killed", "dead": "killed",
    "injury": "injured", "injuries": "injured", "wounded": "injured", "injured": "injured",
    "casualty": "casualties", "casualties": "casualties",
    "missing": "missing", "arrest": "detained", "arrests": "detained", "detentions": "detained",
    "kidnappings": "detained", "displaced": "displaced",
}  # fmt: skip
"""Noun that is counted itself ("12 fatalities", "40 bodies")."""

OF_NOUNS: dict[str, Harm] = {
    "death": "killed", "deaths": "killed", "killing": "killed", "killings": "killed",
    "murder": "killed", "murders": "killed", "massacre": "killed", "slaughter": "killed",
    "loss": "killed", "assassination": "killed", "assassinations": "killed",
    "execution": "killed", "executions": "killed", "lives": "killed", "bodies": "killed",
    "wounding": "injured", "injury": "injured", "injuries": "injured", "injuring": "injured",
    "arrest": "detained", "arrests": "detained", "detention": "detained", "capture": "detained",
    "abduction": "detained", "displacement": "displaced", "disappearance": "missing",
}  # fmt: skip
"""Noun whose "of" names the harmed ("the deaths of 12 people")."""

BE = frozenset(
    """
        was were is are be been being have has had got get gets feared reported confirmed
        presumed believed reportedly said declared found left lay also all already later still
        seriously severely critically badly lightly slightly gravely allegedly initially
        subsequently to instantly immediately now then may might could would will shot beaten
        admitted rushed flown taken transported airlifted stabbed crushed trampled hacked starved
        frozen fallen fell
        remain remained since
        fatally known thought both
        either themselves apparently not more others another
    """.split()
)
"""Words that may stand between people and what befell them."""

GRADES = frozenset("seriously critically badly severely gravely lightly slightly mortally".split())
"""How badly somebody is hurt; alone behind a number, of a part of the hurt ("six critically")."""

KIN = frozenset({"family", "crew", "group", "household", "team"})
"""Nouns whose "of" says how many they are ("a family of five")."""

THEIRS = frozenset({"their", "his", "her", "the", "a", "an"})
HELPERS = frozenset({"was", "were", "have", "had", "has", "are", "died"})
"""Words that begin a further subject behind "and", and those that follow it."""

RISES = frozenset(
    """
        rose rises rise risen rising climbed climbs climbing climb increased increases
        increasing jumped soared grew grown growing mounted reached reaches passed surpassed
        topped
    """.split()
)
"""Verbs of a running toll."""

STOPS = frozenset(
    """
        in on at by from with for to near during after before as than into inside outside over
        under who whom which that when while where because since and or but nor if though
        although was were is are be been being have has had will would may might could should
        must can did does do including among amid between against around through across about
        not their his her its our my your it they he she we you i them him us this these those
        there here said says say remain remained also then included includes include the a
        an wearing holding belonging killed dead
    """.split()
)
"""Words that end a noun phrase."""

THINGS = frozenset(
    """
        jet jets aircraft plane planes helicopter helicopters drone drones warplane warplanes
        fighter-jets bomb bombs missile missiles rocket rockets shell shells mortar mortars
        projectiles munitions tank tanks vehicle vehicles car cars truck trucks bus buses
        ambulance ambulances ship ships boat boats vessel vessels weapon weapons rifle rifles
        gun guns round rounds bullet bullets strike strikes airstrike airstrikes raid raids
        attack attacks blast blasts explosion explosions sortie sorties incident incidents
        operation operations house houses home homes building buildings shop shops school
        schools hospital hospitals village villages town towns city cities position positions
        base bases post posts target targets camp camps district districts area areas province
        provinces country countries state states cow cows sheep goat goats horse horses dog dogs
        animal animals camel camels cattle livestock second seconds minute minutes hour hours
        day days week weeks month months year years decade decades night nights time times
        kilometre kilometres kilometer kilometers km mile miles metre metres meter meters yard
        yards feet foot inch inches ton tons tonne tonnes kilogram kilograms kg pound pounds
        dollar dollars euro euros barrel barrels degree degrees acre acres hectare hectares
        party parties side sides group groups unit units brigade brigades battalion battalions
        division divisions statement statements report reports video videos photo photos point
        points percent resolution article election elections game games match matches goal goals
        vote votes seat seats case cases charge charges count counts part parts piece pieces
        block blocks thing things way ways number kind sort lot series string wave pair row
    """.split()
)
"""Nouns that are counted and are no people."""
