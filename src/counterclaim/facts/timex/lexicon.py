"""Words of time: months, days, units, seasons, feasts, parts of the day, and their patterns."""

import re

__all__ = [
    "APPROXIMATE",
    "COUNT",
    "DAY",
    "FEASTS",
    "MONTH",
    "MONTHS",
    "ORDINALS",
    "PARTS",
    "SEASONS",
    "UNIT",
    "UNITS",
    "WEEKDAY",
    "WEEKDAYS",
    "YEAR",
    "count_of",
    "month_of",
    "unit_of",
    "weekday_of",
]

_MONTH_NAMES = """
        january february march april may june july august september october november december
    """.split()
MONTHS: dict[str, int] = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTHS.update({name[:3]: number for name, number in list(MONTHS.items())})
MONTHS["sept"] = 9

_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(_DAY_NAMES, 1)}
WEEKDAYS.update({name[:3]: number for name, number in list(WEEKDAYS.items())})
WEEKDAYS.update({"tues": 2, "wednes": 3, "thur": 4, "thurs": 4})

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|\b(?=\s\d)|(?<=\d\s...)\b|(?<=\d\s....)\b))"
)
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri)\b\.?|Sat\.|Sun\.)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|:\d)"
YEAR = r"(?:1\d{3}|20\d{2})(?![\d,]*\d)"

UNITS: dict[str, str] = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "2W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "10Y", "century": "100Y",
    "centurie": "100Y", "weekend": "WE", "night": "N", "millennium": "1000Y", "morning": "D",
    "afternoon": "D", "evening": "D", "season": "Y",
}  # fmt: skip
"""Unit → the letter of a TIMEX3 duration, with a factor where it has no letter of its own."""
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|"
    r"centur(?:y|ies)|millennium)"
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS: dict[str, str] = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "evening": "EV", "night": "NI",
    "nights": "NI", "midday": "MI", "mid-morning": "MO", "midmorning": "MO", "mid-afternoon": "AF",
    "midafternoon": "AF", "dawn": "MO", "dusk": "EV", "daybreak": "MO", "sunset": "EV",
    "sunrise": "MO", "nightfall": "NI", "overnight": "NI", "lunchtime": "MI",
}  # fmt: skip
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINAL_WORDS, 1)}
ORDINALS.update({"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1, "latter": 2, "final": -1})

_FROM_EASTER = {
    "easter": "+0", "easter day": "+0", "easter sunday": "+0", "easter monday": "+1",
    "easter saturday": "-1", "good friday": "-2", "palm sunday": "-7",
}  # fmt: skip
FEASTS: dict[str, tuple[int, int] | str] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's day": (1, 1), "new year's eve": (12, 31),
    "new year’s day": (1, 1), "new year’s eve": (12, 31), "new year's": (1, 1),
    "halloween": (10, 31), "valentine's day": (2, 14), "independence day": (7, 4),
    "veterans day": (11, 11), "armistice day": (11, 11), "thanksgiving": "11-4-4",
    "thanksgiving day": "11-4-4", "labor day": "9-1-1", "memorial day": "5-1-0",
    "election day": "11-2-1", "columbus day": "10-1-2", "may day": (5, 1),
    **{name: f"easter{days}" for name, days in _FROM_EASTER.items()}, "black friday": "11-4-4+1",
    "orthodox christmas": (1, 7), "orthodox christmas day": (1, 7),
    "orthodox christmas eve": (1, 6),
    **{f"orthodox {name}": f"orthodox{days}" for name, days in _FROM_EASTER.items()},
    "st. patrick's day": (3, 17), "martin luther king day": "1-1-3", "presidents day": "2-1-3",
}  # fmt: skip
"""Fixed feasts as (month, day); "month-weekday-nth" for moving ones, nth 0 the last."""

APPROXIMATE = (
    r"(?:(?:at\sleast|at\smost|more\sthan|less\sthan|fewer\sthan|no\smore\sthan|no\sless\sthan|"
    r"nearly|almost|over(?=\san?\s)|about|around|roughly|approximately|some|up\sto|just\s(?:over|under)|"
    r"another|an\sadditional|an\sestimated)\s)"
)

_SMALL: dict[str, int] = {
    word: value
    for value, word in enumerate(
        """
            zero one two three four five six seven eight nine ten eleven twelve thirteen
            fourteen fifteen sixteen seventeen eighteen nineteen twenty
        """.split()
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER_WORD = "|".join(sorted({*_SMALL, *_TENS}, key=lambda word: (-len(word), word)))
COUNT = (
    rf"(?:\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?(?:\s\d/\d)?|half\san?|an?\sdozen|an?\shundred|an?\sthousand|"
    rf"(?:{_NUMBER_WORD})(?:[-\s](?:{_NUMBER_WORD}|hundred|thousand|dozen))?|a\scouple\sof|a\scouple|couple\sof|"
    rf"a\sfew|few|several|many|some|a\snumber\sof|dozens\sof|hundreds\sof|thousands\sof|tens\sof|"
    rf"countless|an?)"
)
"""How many units: digits, words, or a vague word."""

_VAGUE = frozenset(
    "few several many some dozens hundreds thousands tens countless number of a".split()
)


def month_of(word: str) -> int:
    """Number of the month that ``word`` names."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """ISO number of the weekday that ``word`` names (Monday is 1)."""
    return WEEKDAYS[word.lower().rstrip(".")]


def unit_of(word: str) -> str:
    """Singular of a unit's name."""
    low = word.lower()
    if low.startswith("centur"):
        return "century"
    return low.rstrip("s") if low.rstrip("s") in UNITS else low


def count_of(words: str) -> float | None:
    """The number that ``words`` give, or ``None`` for a vague one ("several")."""
    low = " ".join(words.lower().replace(",", "").split())
    if low.startswith("half"):
        return 0.5
    if "couple" in low:
        return 2
    digits = re.fullmatch(r"(\d+(?:\.\d+)?)(?:\s(\d)/(\d))?", low)
    if digits:
        part = int(digits[2]) / int(digits[3]) if digits[3] and int(digits[3]) else 0
        return float(digits[1]) + part
    parts = re.split(r"[\s-]", low)
    if parts in (["a"], ["an"]):
        return 1
    if set(parts) <= _VAGUE:
        return None
    return _written(parts)


def _written(parts: list[str]) -> float | None:
    """The value of number words."""
    total = 0
    for part in parts:
        if part in ("hundred", "thousand", "dozen"):
            total = max(total, 1) * {"hundred": 100, "thousand": 1000, "dozen": 12}[part]
        elif part in _TENS:
            total += _TENS[part]
        elif part in _SMALL:
            total += _SMALL[part]
        elif part not in ("a", "an"):
            return None
    return total
