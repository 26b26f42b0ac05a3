"""What munitions do by themselves: "a bomb exploded", "the device went off", "shells landed on …".

The words tell of an attack only where a munition, a vehicle or a store of fuel is their subject:
prices explode, alarms go off, and aircraft land.
"""

from counterclaim.facts.tokens import Sentence

__all__ = ["BURSTS", "LANDING", "burst"]

_EXPLODE = frozenset("exploded explodes exploding explode".split())
_GO = frozenset("went goes going gone go".split())
_LAND = frozenset(
    """
        landed fell slammed crashed smashed ploughed plowed ripped tore rained landing falling
        slamming raining
    """.split()
)
LANDING = _LAND
"""Verbs behind which "on" or "into" names what was hit."""

BURSTS = _EXPLODE | _GO | _LAND
"""Words that :func:`burst` can begin with."""

_BOMBS = frozenset(
    """
        bomb bombs device devices grenade grenades mine mines landmine landmines explosives charge
        charges ied ieds
    """.split()
)
_SHELLS = frozenset(
    """
        shell shells rocket rockets missile missiles mortar mortars projectile projectiles warhead
        warheads munition munitions
    """.split()
)
_DRONES = frozenset("drone drones uav uavs".split())
_VEHICLES = frozenset(
    """
        car cars truck trucks lorry lorries van vehicle vehicles motorcycle motorbike bus minibus
        tanker depot pipeline
    """.split()
)
_ENDS = frozenset(", ; : but while when after before because if and or".split())
_ONTO = frozenset("on in into at near onto through across outside beside behind close by".split())
_REACH = 8

Burst = tuple[int, str]
"""The last token, and the PLOVER mode."""


def burst(sentence: Sentence, index: int) -> Burst | None:
    """The attack that the words from token ``index`` on tell of, if any."""
    word, after = sentence.low(index), sentence.low(index + 1)
    if word in _GO and after == "off":
        mode = _subject(sentence, index, vehicles=False)
        return (index + 1, mode) if mode else None
    if word in _EXPLODE:
        mode = _subject(sentence, index, vehicles=True)
        return (index, mode) if mode else None
    if word in _LAND and after in _ONTO:
        mode = _subject(sentence, index, vehicles=False)
        return (index, mode) if mode in ("heavy-weapons", "drone") else None
    return None


def _subject(sentence: Sentence, index: int, *, vehicles: bool) -> str | None:
    """The mode by the nearest munition before ``index`` in its clause."""
    for at in range(index - 1, max(index - 1 - _REACH, -1), -1):
        word = sentence.low(at)
        if word in _ENDS:
            return None
        if word in _BOMBS or (vehicles and word in _VEHICLES):
            return "explosives"
        if word in _SHELLS:
            return "heavy-weapons"
        if word in _DRONES:
            return "drone"
    return None
