"""Words for kinds of places: settlements, divisions, waters, facilities. English news usage."""

from __future__ import annotations

__all__ = [
    "ADMIN_WORDS",
    "CALLED_AFTER",
    "EXTENSION_WORDS",
    "FACILITY_MODIFIERS",
    "FACILITY_WORDS",
    "GATHERING_WORDS",
    "GENERIC_WORDS",
    "OPENING_WORDS",
    "POINT_WORDS",
    "POLITY_NOUNS",
    "SETTLEMENT_WORDS",
    "VAGUE_WORDS",
    "WATER_WORDS",
    "words",
]


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


SETTLEMENT_WORDS = words(
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

VAGUE_WORDS = words(
    """
    area countryside frontier border front frontline valley plain plains desert heights
    hills coast basin delta peninsula highlands steppe zone corridor estuary
    """
)
"""Words for an area without fixed borders: where_prec 5."""

WATER_WORDS = words(
    """
    sea gulf strait straits ocean bay channel lake river waters canal
    """
)

EXTENSION_WORDS = frozenset(ADMIN_WORDS) | words(
    """
    township borough village river lake sea bay strait creek valley island islands mountain
    mountains hills peninsula delta canal gulf desert forest heights
    """
)
"""Capitalised after a name, these belong to it."""

FACILITY_WORDS = words(
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

POINT_WORDS = words(
    """
    airbase airport airfield airstrip base barracks garrison hospital clinic checkpoint crossing
    refinery oilfield depot warehouse prison station terminal dam
    """
)
"""Facility words that are nobody's surname: "Ben Tarrow Airport" is no person."""

CALLED_AFTER = words(
    """
    airbase airport airfield airstrip base crossing dam port harbour harbor station bridge
    """
)
"""Facilities that bear the name of the town they are at; hospitals and mosques bear others too."""

FACILITY_MODIFIERS = words(
    """
    military air international civilian central main general old regional naval refugee
    border displacement national
    """
)
"""Words between a name and its facility word: "X military airport", "X air base"."""

GATHERING_WORDS = words(
    """
    school university market park church mosque field plant forest square state
    """
)
"""Facility words that stand as often after the name of a firm, a person or a team."""

OPENING_WORDS = words(
    """
    fort ft port camp mount mt lake point cape saint st santa san
    ain ein wadi deir dayr tal tel tell jabal jebel djebel kafr kfar khirbet beit bayt umm ras
    jisr qalaat khan
    """
)
"""First words that make one name with the next, whether or not anybody has it.

The Arabic ones are a spring, a valley, a monastery, a mound, a mountain, a village, a house.
"""

GENERIC_WORDS = (
    SETTLEMENT_WORDS | frozenset(ADMIN_WORDS) | VAGUE_WORDS | WATER_WORDS | FACILITY_WORDS
)

POLITY_NOUNS = frozenset(
    "army navy forces government parliament president king queen premier republic kingdom".split()
)
"""What states have and towns do not."""
