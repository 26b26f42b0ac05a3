"""Word lists of the toponym reader. English news usage; nothing here is tied to one page."""

from __future__ import annotations

from counterclaim.facts.places.kinds import SETTLEMENT_WORDS, VAGUE_WORDS, words

__all__ = [
    "AREA_NOUNS",
    "COMPASS",
    "COMPASS_SHORT",
    "CONNECTORS",
    "DEEDS_OF_WAR",
    "DIRECTIONS",
    "INHABITANTS",
    "LOCAL_INSTITUTIONS",
    "LOCAL_PARTS",
    "LOCAL_SEATS",
    "LOCATIVES",
    "METONYMS",
    "NEAR_NOUNS",
    "NEAR_WORDS",
    "NOT_PLACES",
    "ORGANISATION_WORDS",
    "PERSON_NOUNS",
    "PLACE_PREPOSITIONS",
    "SITE_PREPOSITIONS",
    "SITE_VERBS",
    "STREET_WORDS",
    "TITLES",
    "TREATIES",
    "UTTERANCES",
    "WEEKDAYS",
    "WITHIN",
]


CONNECTORS = words(
    """
    of the and de da do dos das del della di du des la le les el al ez es ed ad an as ash ar
    az at et en on upon sur under am im der den bin ibn ul i y
    """
)
"""Lower-case words that may stand inside a known name, never at its edges."""

PLACE_PREPOSITIONS = words(
    """
    in at near from outside inside across around through throughout toward towards into
    within onto to off over between via beyond beside past
    """
)

NEAR_WORDS = words(
    """
    near outside around toward towards off beside beyond
    """
)
"""Prepositions that say "not quite there": UCDP's where_prec 2."""

DIRECTIONS = words(
    """
    north south east west northern southern eastern western northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern north-east north-west
    south-east south-west north-eastern north-western south-eastern south-western central
    upper lower greater downtown rural suburban mid
    """
)

METONYMS = frozenset(
    {
        "white house",
        "downing street",
        "capitol hill",
        "wall street",
        "the hague tribunal",
        "kremlin",
    }
)
"""Names of buildings and streets that news uses for those who work there."""

LOCATIVES = PLACE_PREPOSITIONS - words(
    """
    to onto off over between via past around through throughout toward towards beyond
    """
)
"""Prepositions after which even a state is a place and not a government."""

AREA_NOUNS = (
    SETTLEMENT_WORDS
    | VAGUE_WORDS
    | words(
        """
    territory soil territories airspace part parts half side coast capital south north east
    west province provinces cities towns streets borders shores waters centre center heart
    middle rest most interior regions areas villages edge
    """
    )
)
"""Nouns that make the state after "of", or before them with 's, a place."""

DEEDS_OF_WAR = words(
    """
    fall siege battle capture recapture seizure bombing bombardment shelling storming liberation
    blockade invasion occupation evacuation
    """
)
"""Nouns whose "of" leads to the place itself: "the fall of X"."""

COMPASS = words(
    """
    north south east west northeast northwest southeast southwest
    """
)
"""Nouns of direction: "north of X"."""

COMPASS_SHORT = frozenset({"NE", "NW", "SE", "SW"})
"""Directions as headlines shorten them: "NE Zarnik"."""

WITHIN = frozenset({"in", "near", "outside", "inside"})
"""Prepositions that no person's name follows; "from Jordan" and "at Warren" may be of people."""

WEEKDAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Days that news sets after a name without a preposition ("in Zarnik Tuesday")."""

SITE_VERBS = words(
    """
    hit struck shelled bombed bombarded rocketed stormed entered captured recaptured retook seized
    besieged overran reached hitting shelling bombing storming entering capturing seizing
    """
)
"""Verbs whose object is a place or what stands on it."""

PERSON_NOUNS = words(
    """
    man men woman women teen teens teenager teenagers boy boys girl girls child children
    resident residents father mother couple family native officer officers police deputies
    firefighter firefighters student students toddler infant baby sheriff mayor
    """
)
"""Nouns of people whom a town's name before them places."""

SITE_PREPOSITIONS = words(
    """
    in at on near outside inside into towards toward around from over of
    """
)
"""Prepositions before a point or area with a name of its own."""

NEAR_NOUNS = words(
    """
    outskirts vicinity kilometres kilometers km miles mile metres suburbs edge away
    """
)

ORGANISATION_WORDS = words(
    """
    university college school schools academy institute hospital police council commission
    committee ministry minister department authority agency bureau office court bank company
    corp corporation inc ltd llc group party union association federation league club team
    fc brigade battalion regiment division corps army navy guard guards force forces command
    front movement brigades legion resistance militia times post herald tribune news journal
    gazette magazine press observer guardian star mail telegraph television tv radio network
    church mosque cathedral foundation fund trust society museum theatre theater orchestra
    center centre hotel airlines airways railway railways stadium arena hall house library
    festival cup games bowl conference convention pact treaty agreement accord accords
    protocol talks summit act chamber sheriff district parliament assembly senate government
    administration state-department
    """
)

LOCAL_INSTITUTIONS = words(
    """
    police sheriff sheriff's sheriff’s jail detention correctional court courthouse coroner
    """
)
"""Nouns of institutions that are where the town or division before them is."""

LOCAL_PARTS = words(
    """
    fire city municipal district county metropolitan metro bureau department of regional
    medical high middle elementary
    """
)
"""Words between a town's name and the noun of its institution."""

LOCAL_SEATS = words(
    """
    hospital center centre department council hall school
    """
)
"""Nouns of institutions that behind such a word are in or near the place before them."""

STREET_WORDS = words(
    """
    street st. road rd avenue ave boulevard blvd drive lane way highway route court place
    square terrace parkway freeway motorway expressway crescent close alley
    """
)

TITLES = words(
    """
    mr mrs ms miss dr prof rev sir lord lady dame sheikh sheik imam ayatollah mullah king
    queen prince princess president premier chancellor minister senator sen congressman
    representative rep governor gov mayor judge justice general gen colonel col major maj
    captain capt lieutenant lt sergeant sgt corporal cpl private pvt commander brigadier
    admiral marshal officer detective chief secretary ambassador envoy spokesman spokeswoman
    spokesperson director chairman chairwoman professor doctor coach pope bishop archbishop
    cardinal father sister brother reverend pastor emir sultan attorney lawyer analyst
    sheriff deputy constable
    """
)

UTTERANCES = words(
    """
    answer answers comment comments
    statement response reply reaction word words pressure support backing
    demand call calls order orders permission help aid message criticism condemnation signal
    assurances
    """
)
"""Nouns that come "from" a government, not from a place."""

TREATIES = words(
    """
    agreement agreements accord accords convention conventions talks process deal protocol
    treaty summit communique declaration conference
    """
)
"""Nouns after the name of a town that make it the name of a treaty or meeting."""

INHABITANTS = words(
    """
    resident residents inhabitants native suburb suburbs dwellers streets mayor
    """
)
"""Nouns after a capital that leave it a town."""

NOT_PLACES = words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan eid
    god allah islam christianity judaism english arabic internet i we he she it they you the
    a an and but or if in on at by for from to of with as is was this that these those there
    here when while after before since because although however meanwhile then also no not
    shia shiite shi'ite sunni christian muslim jewish orthodox catholic
    yes who what where why how his her their our your my its both all some many most one two
    three four five six seven eight nine ten mr mrs ms dr update breaking reuters afp ap
    tass bbc cnn twitter facebook youtube photo image video read more so just only even now
    today yesterday tomorrow last next first second new
    """
)
