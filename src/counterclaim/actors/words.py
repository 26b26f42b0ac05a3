"""Closed word classes that actor recognition and attribution both need."""

from __future__ import annotations

__all__ = [
    "AGENT_ENDINGS",
    "BEFORE_STATE",
    "CONNECTORS",
    "FIRST_PERSON",
    "INDEFINITE",
    "IN_NAMES",
    "NOT_NAMES",
    "NOT_PERSONS",
    "ORGAN_MODIFIERS",
    "PARTICLES",
    "PEOPLE",
    "PREPOSITIONS",
    "PRONOUNS",
    "ROLE_MODIFIERS",
    "SPEAKING",
    "THINGS",
]

INDEFINITE = frozenset(
    "a an one another two three four five six seven eight nine ten some several many no any both "
    "all each every his her its their our my your he she it they".split()
)
"""Words that begin what describes somebody and names nobody."""

BEFORE_STATE = frozenset({"the", "neighbouring", "neighboring", "nearby"})
"""Words that may stand between "the foreign ministry of" and the state."""

IN_NAMES = frozenset(
    "northern southern eastern western north south east west joint central national general "
    "special state civil coast public press people european arab asian african".split()
)
"""Words of :data:`NOT_NAMES` that may begin the name of an organisation."""

AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ee")
"""Endings of nouns for people who do something."""

THINGS = frozenset(
    "letter paper number order register poster sticker banner transmitter tanker freighter chapter "
    "helicopter matter river border tower shelter corner counter computer bunker bomber "
    "missile launcher carrier trailer chamber monitor sensor reactor motor radar "
    "error terror horror floor door corridor sector factor mirror committee guarantee tree drawer "
    "water weather winter summer disaster power answer offer rumour rumor other later never after "
    "under tiger cover lever fever layer meter metre litre fibre spider timber amber cedar razor "
    "visor tenor minor major odour armor armour labor labour favor favour honor honour vapor "
    "vapour "
    "harbor harbour colour color flavour".split()
)
"""Nouns with such an ending that are not people."""

PEOPLE = frozenset(
    "clerk colleague steward mechanic person regular recruit member caller guest nun monk chef "
    "cook conscript detainee captive hostage pensioner bystander onlooker shepherd blacksmith "
    "carpenter mother-in-law friend guide coach pupil".split()
)
"""Nouns for people that no ending tells."""

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i", "me", "my", "ourselves"})
"""Outside quotations, the page's own voice."""

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "it": "n",
    "its": "n",
    "they": "p",
    "them": "p",
    "their": "p",
}
"""Personal pronouns of the third person to masculine, feminine, neuter, plural."""

PREPOSITIONS = frozenset(
    "about across after against along amid among around as at before behind below beneath beside "
    "between beyond by despite during for from in inside into like near of off on onto outside "
    "over "
    "since through to toward towards under until upon via with within without".split()
)
PARTICLES = frozenset(
    "al el ad an as ar ez bin ibn ben abu abd de da del di la le van von der den dos".split()
)
"""Small words inside personal names."""

CONNECTORS = frozenset(
    {"of", "for", "the", "and", "on", "in", "against", "&", "to", "de", "del", "la"}
)
"""Small words inside names of organisations."""

ROLE_MODIFIERS = frozenset(
    "the a an one another senior top chief deputy former acting official unnamed unidentified "
    "local "
    "regional provincial military civilian state government army navy police new then interim ex "
    "outgoing retired long-time veteran first second assistant vice press public special permanent "
    "anonymous high ranking level defence defense security intelligence foreign medical hospital "
    "party opposition rebel main lead principal national federal municipal district his her its "
    "their our this that same european western eastern northern southern un u.n "
    "diplomatic emergency rescue weapons human rights political leading prominent "
    "independent".split()
)
"""Words that may stand between an article and a role's noun."""

ORGAN_MODIFIERS = frozenset(
    "own official federal national central then former new local acting semi run".split()
)
"""Words that may stand between a state and its organ."""

# Words that are capitalised for other reasons than being somebody's name.
NOT_NAMES = frozenset(
    """a about according after again against all also although an and another any armed as asked at
    back based be because before behind being both breaking but by can caption chief civil coast
    correction could current deputy despite did do does during each earlier eastern editor eight
    either eleven even every exclusive few fifteen fifty first five flash following for former forty
    four from full general had has have having he hence her here hers high his how however hundreds
    i if in indeed instead interim into is it its joint just last late later least less like live
    local look made many may maybe meanwhile military more most much must my nearly neither new next
    nine no nobody none nor north northern not nothing now of off official officials on once one
    only or other others our out over own part people perhaps photo picture police press
    public rather read rebel reports same says security see senior seven several
    she should since six so some
    somebody something soon south southern special state still subsequently such ten than that the
    their them then there therefore these they thirty this those though thousands three through thus
    to today told tomorrow tonight top two twelve twenty twice under unconfirmed until up update
    updated upon us very video was watch we well were west western neighbouring neighboring
    nearby what whatever when where whether
    which while who whoever whose why will with within without would yes yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december spring summer autumn winter christmas easter
    islam muslim muslims christian christians jewish jews sunni shia shiite kurdish kurds arab arabs
    european europeans asian african english internet god am pm gmt est edt utc mr mrs ms dr sir
    coalition jets plane planes aircraft airstrike airstrikes strike strikes attack attacks raid
    raids killing killed kills dead death toll wounded injured deny denies admits admit accuses
    blames claims confirms demands calls warns urges rejects condemns vows""".split()
)

SPEAKING = frozenset(
    "said says say saying told tells tell added adds stressed stresses insisted insists claimed "
    "claims "
    "wrote writes tweeted tweets stated states announced announces warned warns explained explains "
    "noted notes declared declares recalled recalls replied replies responded responds argued "
    "argues "
    "asked asks confirmed confirms admitted admits denied denies acknowledged alleged alleges went "
    "conceded concedes reported posted commented remarked continued concluded accused accuses "
    "described called asks thinks believes refused declined".split()
)
"""Verbs beside which a bare name is taken for a person's."""

NOT_PERSONS = frozenset(
    "capital city town village hamlet port district province region county island islands river "
    "lake valley "
    "mountain hill base airport airfield camp border area square street road bridge harbour "
    "harbor school "
    "hospital ship vessel boat ferry tanker plane aircraft jet company operator firm airline "
    "group agency "
    "newspaper paper website channel network ministry party movement militia battalion brigade "
    "organisation "
    "organization charity union federation association council committee state country republic "
    "kingdom site "
    "plant mine factory market church mosque prison settlement suburb neighbourhood quarter "
    "south north east "
    "west programme operation mission court newspaper film book song".split()
)
"""Nouns that a name in apposition makes no person of."""
