"""How codes are put to readers: every word the dossier says about a claim stands here."""

from __future__ import annotations

import re

from counterclaim.records import Count, GradeValue, Intent, Moment, Place

__all__ = [
    "CHAIN_ROLES",
    "CHANGES",
    "CLOCKS",
    "FIELDS",
    "FORCES",
    "GRADES",
    "HARMS",
    "LANES",
    "MODALITIES",
    "OPPOSED",
    "OWNING",
    "PRECISION",
    "STANCES",
    "STYLES",
    "count_detail",
    "count_value",
    "day",
    "intent_value",
    "moment_value",
    "place_detail",
    "plural",
    "style",
    "time_detail",
    "title_case",
]

FIELDS = {
    "event": "What happened",
    "actor": "Who did it",
    "intent": "Intent",
    "killed": "Killed",
    "injured": "Injured",
    "casualties": "Casualties, killed or injured",
    "missing": "Missing",
    "detained": "Detained",
    "displaced": "Displaced",
    "place": "Place",
    "time": "Time",
    "count": "Numbers",
    "position": "Position",
}
"""Rows of the matrix, in order, and fields of relations."""

HARMS = ("killed", "injured", "casualties", "missing", "detained", "displaced")

FORCES = {
    "asserts": "asserts",
    "denies": "denies",
    "admits": "admits",
    "accuses": "accuses",
    "demands": "demands",
    "promises": "promises",
    "doubts": "doubts",
    "regrets": "regrets",
    "declines": "declines to comment",
}

OPPOSED = {
    "denies": "one denies what the other says",
    "disputes": "both cannot be so",
}
"""How the two sides of a contradiction stand to each other."""

STANCES = frozenset(
    FORCES[force] for force in ("denies", "admits", "doubts", "regrets", "declines")
)
"""Positions taken in so many words, as they are put; mere speech is none."""

OWNING = frozenset(FORCES[force] for force in ("admits", "regrets"))
"""Positions of which one leads to the other without a change of mind."""

STANDINGS = {
    "claimed": "says so itself",
    "reported": "in its own voice",
    "suspected": "with doubt",
}
"""How a deed is laid to somebody, where that is told as more than another's claim or as less."""

CHANGES = {
    "position": "position",
    "count": "number",
    "intent": "intent",
    "place": "place",
    "time": "time",
    "actor": "who did it",
    "event": "what happened",
}
"""What an account's version may change; "first", "adds" and "repeats" change nothing."""

CHAIN_ROLES = {
    "outlet": "published by",
    "relay": "relayed by",
    "speaker": "said by",
    "informant": "on the word of",
}

CLOCKS = {
    "happened": "Said to have happened",
    "said": "Said",
    "published": "Published or updated",
    "captured": "Captured",
}

GRADES: dict[GradeValue, str] = {
    "confirmed": "a belligerent has accepted responsibility",
    "fair": "two or more independent origins agree, and no belligerent denies it",
    "weak": "only one independent origin stands behind it",
    "contested": "origins make competing claims, or one denies what another asserts",
    "discounted": "those involved are said to have been harmed otherwise",
    "none": "no grade is suggested",
}

LANES = {
    "identity_attack": "attack on a group",
    "threat": "threat",
    "harassment": "harassment",
    "profanity": "profanity",
    "unsourced_claim": "claim without a source",
    "spam": "spam",
    "none": "no signal",
}

PRECISION: dict[int | None, tuple[str, float]] = {
    1: ("exact place", 1.0),
    2: ("near the place, within 25 km", 25.0),
    3: ("district", 50.0),
    4: ("province", 120.0),
    5: ("line or area, not one point", 120.0),
    6: ("country", 400.0),
    7: ("international waters or airspace", 200.0),
    None: ("precision not known", 25.0),
}
"""UCDP GED ``where_prec``: words, and the radius in km drawn for it (2 is UCDP's own 25 km; the
others are typical sizes, not measurements)."""

INTENTS = {
    "accident": "a mistake or accident",
    "deliberate": "deliberate",
    "complicity": "in support of",
    "defence": "in defence or retaliation",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ISO_DAY = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)

MODALITIES = {
    "happened": "",
    "denied": "denied",
    "alleged": "alleged",
    "hypothetical": "hypothetical",
    "future": "to come",
}


STYLES = 9
"""Parties that have a colour and a sign of their own; the tenth and later share the last."""


def style(party: int) -> str:
    """CSS class under which a party is drawn; ``p0`` for those who speak for none."""
    return f"p{min(party, STYLES)}"


def title_case(words: str) -> str:
    """``words`` with its first letter in upper case."""
    return words[:1].upper() + words[1:]


def plural(number: int, noun: str, many: str | None = None) -> str:
    """``1 page``, ``2 pages``, ``2 stories``."""
    return f"{number} {noun if number == 1 else many or noun + 's'}"


def intent_value(intent: Intent, beneficiary: str | None, *, denied: bool = False) -> str:
    """What is said of the purpose, or ``not …``; names the ``beneficiary`` of complicity."""
    label = INTENTS[intent.value]
    if intent.value == "complicity":
        label = f"{label} {beneficiary}" if beneficiary else "in support of a third party"
    elif beneficiary and intent.value == "deliberate":
        label = f"{label}, for {beneficiary}"
    return f"not {label}" if denied else label


def count_value(count: Count) -> str:
    """The number as its interval reads: ``44``, ``at least 38``, ``up to 30``, ``24–99``."""
    low, best, high = count.low, count.best, count.high
    if high is None:
        return f"{low:,} or more"
    if low == high:
        return f"{low:,}"
    if low == 0:
        return f"up to {high:,}"
    return f"about {best:,}" if best is not None else f"{low:,}–{high:,}"


def count_detail(count: Count) -> str:
    """Whom, and whether the number is said to have risen."""
    parts = [count.of or count.group or ""]
    if count.running:
        parts.append("running toll")
    return ", ".join(part for part in parts if part)


def day(value: str | None) -> str:
    """An ISO date or date-time for people: ``4 May 2031, 12:20 +01:00``; else as it is."""
    match = ISO_DAY.fullmatch(value or "")
    if match is None or not 1 <= int(match["month"]) <= 12:
        return value or ""
    date = f"{int(match['day'])} {MONTHS[int(match['month']) - 1]} {int(match['year'])}"
    return ", ".join(filter(None, (date, _time(match["time"], match["zone"]))))


def _time(time: str | None, zone: str | None) -> str:
    """``12:20 +01:00``; UTC for ``Z``."""
    return " ".join(filter(None, ((time or "")[:5], "UTC" if zone == "Z" else zone)))


def moment_value(moment: Moment) -> str:
    """When, as resolved; the words themselves where nothing was resolved."""
    first, last = moment.earliest, moment.latest
    if first is None:
        return moment.span.exact
    if last is None or last == first:
        return day(first)
    if first[:10] == last[:10] and len(first) > 10 and len(last) > 10:
        return f"{day(first)}–{last[11:16]}"
    return f"{day(first)} to {day(last)}"


def place_detail(place: Place) -> str:
    """How precisely the place is known, or that it is not."""
    if place.status == "unresolved":
        return "not found on the map"
    return PRECISION.get(place.where_prec, PRECISION[None])[0]


def time_detail(moment: Moment) -> str:
    """What a relative time was resolved against, or that it was not."""
    if moment.earliest is None:
        return "not resolved to a date"
    anchors = {"publication": "from the date of publication", "update": "from the update's time"}
    return anchors.get(moment.anchor, "")
