"""Word lists of the toponym reader. English news usage; nothing here is tied to one page."""

from __future__ import annotations

__all__ = [
    "ADMIN_WORDS",
    "AREA_NOUNS",
    "COMPASS",
    "CONNECTORS",
    "DIRECTIONS",
    "EXTENSION_WORDS",
    "FACILITY_MODIFIERS",
    "FACILITY_WORDS",
    "GATHERING_WORDS",
    "GENERIC_WORDS",
    "INHABITANTS",
    "LOCAL_INSTITUTIONS",
    "LOCAL_PARTS",
    "LOCATIVES",
    "METONYMS",
    "NEAR_NOUNS",
    "NEAR_WORDS",
    "NOT_PLACES",
    "ORGANISATION_WORDS",
    "PLACE_PREPOSITIONS",
    "SETTLEMENT_WORDS",
    "SITE_PREPOSITIONS",
    "STREET_WORDS",
    "TITLES",
    "TREATIES",
    "UTTERANCES",
    "VAGUE_WORDS",
    "WATER_WORDS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONNECTORS = _words(
    """
    of the and de da do dos das del della di du des la le les el al ez es ed ad an as ash ar
    az at et en on upon sur under am im der den bin ibn ul i y
    """
)
"""Lower-case words that may stand inside a known name, never at its edges."""

PLACE_PREPOSITIONS = _words(
    """
    in at near from outside inside across around through throughout toward towards into
    within onto to off over between via beyond beside past
    """
)

NEAR_WORDS = _words(
    """
    near outside around toward towards off beside beyond
    """
)
"""Prepositions that say "not quite there": UCDP's where_prec 2."""

DIRECTIONS = _words(
    """
    north south east west northern southern eastern western northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern north-east north-west
    south-east south-west north-eastern north-western south-eastern south-western central
    upper lower greater downtown rural suburban mid
    """
)

SETTLEMENT_WORDS = _words(
    """
    city town village hamlet suburb neighbourhood neighborhood capital settlement township
    port resort enclave borough commune outskirts suburbs
    """
)

ADMIN_WORDS: dict[str, int] = {
    "province": 4,
    "governorate": 4,
    "oblast": 4,
    "state": 4,
    "region": 4,
    "prefecture": 4,
    "krai": 4,
    "territory": 4,
    "emirate": 4,
    "canton": 4,
    "department": 4,
    "county": 3,
    "parish": 3,
    "district": 3,
    "subdistrict": 3,
    "raion": 3,
    "municipality": 3,
    "woreda": 3,
}
"""Words for a division with the UCDP ``where_prec`` of what they name."""

VAGUE_WORDS = _words(
    """
    area countryside frontier border front frontline valley plain plains desert heights
    hills coast basin delta peninsula highlands steppe zone corridor estuary
    """
)
"""Words for an area without fixed borders: where_prec 5."""

WATER_WORDS = _words(
    """
    sea gulf strait straits ocean bay channel lake river waters canal
    """
)

EXTENSION_WORDS = frozenset(ADMIN_WORDS) | _words(
    """
    river lake sea bay strait creek valley island islands mountain mountains hills peninsula
    delta canal gulf desert forest heights
    """
)
"""Capitalised after a name, these belong to it."""

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

FACILITY_WORDS = _words(
    """
    mountain mount hill ridge airbase airport airfield airstrip base barracks garrison camp
    hospital clinic checkpoint crossing bridge dam refinery oilfield field plant mine quarry
    depot warehouse prison jail school university mosque church cathedral temple market
    square roundabout station port harbour harbor terminal junction tunnel pass castle
    citadel fortress silo silos reservoir island islands forest park stadium embassy
    consulate
    """
)
"""Words for a point with a name of its own: where_prec 1 when the point itself is known."""

FACILITY_MODIFIERS = _words(
    """
    military air international civilian central main general old regional naval refugee
    border displacement national
    """
)
"""Words between a name and its facility word: "X military airport", "X air base"."""

LOCATIVES = PLACE_PREPOSITIONS - _words(
    """
    to onto off over between via past around through throughout toward towards beyond
    """
)
"""Prepositions after which even a state is a place and not a government."""

AREA_NOUNS = (
    SETTLEMENT_WORDS
    | VAGUE_WORDS
    | _words(
        """
    territory soil territories airspace part parts half side coast capital south north east
    west province provinces cities towns streets borders shores waters centre center heart
    middle rest most interior regions areas villages edge
    """
    )
)
"""Nouns that make the state after "of", or before them with 's, a place."""

COMPASS = _words(
    """
    north south east west northeast northwest southeast southwest
    """
)
"""Nouns of direction: "north of X"."""

SITE_PREPOSITIONS = _words(
    """
    in at on near outside inside into towards toward around from over of
    """
)
"""Prepositions before a point or area with a name of its own."""

GATHERING_WORDS = _words(
    """
    school university market park church mosque field plant forest square state
    """
)
"""Facility words that stand as often after the name of a firm, a person or a team."""

NEAR_NOUNS = _words(
    """
    outskirts vicinity kilometres kilometers km miles mile metres suburbs edge away
    """
)

GENERIC_WORDS = (
    SETTLEMENT_WORDS | frozenset(ADMIN_WORDS) | VAGUE_WORDS | WATER_WORDS | FACILITY_WORDS
)

ORGANISATION_WORDS = _words(
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

LOCAL_INSTITUTIONS = _words(
    """
    police sheriff sheriff's sheriff’s jail court courthouse coroner
    """
)
"""Nouns of institutions that are where the town or division before them is."""

LOCAL_PARTS = _words(
    """
    fire city municipal district county metropolitan
    """
)
"""Words between a town's name and the noun of its institution."""

STREET_WORDS = _words(
    """
    street st. road rd avenue ave boulevard blvd drive lane way highway route court place
    square terrace parkway freeway motorway expressway crescent close alley
    """
)

TITLES = _words(
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

UTTERANCES = _words(
    """
    answer answers comment comments
    statement response reply reaction word words pressure support backing
    demand call calls order orders permission help aid message criticism condemnation signal
    assurances
    """
)
"""Nouns that come "from" a government, not from a place."""

TREATIES = _words(
    """
    agreement agreements accord accords convention conventions talks process deal protocol
    treaty summit communique declaration conference
    """
)
"""Nouns after the name of a town that make it the name of a treaty or meeting."""

INHABITANTS = _words(
    """
    resident residents inhabitants native suburb suburbs dwellers streets mayor
    """
)
"""Nouns after a capital that leave it a town."""

NOT_PLACES = _words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan eid
    god allah islam christianity judaism english arabic internet i we he she it they you the
    a an and but or if in on at by for from to of with as is was this that these those there
    here when while after before since because although however meanwhile then also no not
    yes who what where why how his her their our your my its both all some many most one two
    three four five six seven eight nine ten mr mrs ms dr update breaking reuters afp ap
    tass bbc cnn twitter facebook youtube photo image video read more so just only even now
    today yesterday tomorrow last next first second new
    """
)
