"""Gold values that go against their own words, found by rule and whatever a system says.

TimeBank and AQUAINT were annotated by many hands. Some values cannot be right: "Tuesday" as a day
that is a Thursday, "13 years" as `P12Y`, "last week" as a month, `2000-W7` for `2000-W07`. Every
check looks at the words of the expression and its value alone. TIMEX3 values: TimeML 1.2.1.
"""

import re
from calendar import day_name, month_name

from counterclaim.facts.timex import day_of
from counterclaim.facts.timex.lexicon import UNIT, UNITS, WEEKDAYS, count_of, unit_of

__all__ = ["contradicts"]

_DAY = "|".join(day_name)
_MONTH = "|".join(name for name in month_name if name)
_PART = r"morning|afternoon|evening|night"
_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M",
            "year": "Y"}  # fmt: skip
_WEEKDAY = re.compile(
    rf"(?:(?:early|late|earlier|later|last|next|this|on)\s)*(?P<day>{_DAY})(?P<part>\s(?:{_PART}))?"
)
_WEEK = re.compile(r"(?:(?:early|late|earlier|later)\s)?(?:last|this|next)\sweek")
_YEAR = re.compile(r"(?:early|late|mid)?[\s-]?(?P<year>1\d{3}|20\d\d)")
_DECADE = re.compile(r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<decade>1\d\d)0s")
_DATE = re.compile(rf"(?P<month>{_MONTH})\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})")
_LENGTH = re.compile(rf"(?P<count>[\w-]+)[\s-](?P<unit>{UNIT})")


def contradicts(words: str, value: str) -> bool:
    """Whether a TIMEX3 value cannot be that of the words of its expression."""
    said = " ".join(words.split()).strip(" ,.;:")
    if match := _WEEKDAY.fullmatch(said):
        day = day_of(value.partition("T")[0])
        wrong = day is None or day.isoweekday() != WEEKDAYS[match["day"].lower()]
        return (wrong and not value.startswith("XXXX")) or bool(match["part"] and "T" not in value)
    if _WEEK.fullmatch(said.lower()):
        return re.fullmatch(r"\d{4}-W\d\d", value) is None
    if match := _YEAR.fullmatch(said):
        return value != match["year"]
    if match := _DECADE.fullmatch(said):
        return value != match["decade"]
    if match := _DATE.fullmatch(said):
        month = list(month_name).index(match["month"])
        return value != f"{match['year']}-{month:02}-{int(match['day']):02}"
    return _wrong_length(said.lower(), value)


def _wrong_length(said: str, value: str) -> bool:
    """Whether "six months" is not six months long."""
    match = _LENGTH.fullmatch(said)
    number = count_of(match["count"]) if match else None
    length = re.fullmatch(r"P(T?)(\d+)([A-Z])", value)
    if match is None or number is None or length is None or unit_of(match["unit"]) not in UNITS:
        return False
    letter = _LETTERS.get(unit_of(match["unit"]))
    return length[3] == letter and int(length[2]) != number
