"""The words in which English counts days: weekdays, months, numbers, and the feasts that stand for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from quoth.reading.published import MONTHS

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
NUMBERS = {name: number for number, name in enumerate((ONES + " eighteen nineteen twenty").split(), 1)}
NUMBERS |= {"a": 1, "an": 1, "a couple of": 2, "half a dozen": 6}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS |= TENS | {f"{ten}-{one}": tens + n for ten, tens in TENS.items() for n, one in enumerate(ONES.split()[:9], 1)}
ORDINALS = {name: number for number, name in enumerate(["first", "second", "third", "fourth", "last"], 1)}
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
DECADES |= {"eighties": 80, "nineties": 90}

WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
MONTH = (
    "(?:"
    + "|".join(
        name + (r"\b" if len(name) > 4 or name == "may" else r"\b\.?") for name in sorted(MONTHS, key=len, reverse=True)
    )
    + ")"
)  # an abbreviated month takes its full stop along
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
SEASON = "(?:spring|summer|autumn|fall|winter)"
UNIT = "(?:day|week|fortnight|month|quarter|year|decade)"


def month_number(word: str) -> int:
    """1 for "Jan." and for "January"."""
    return MONTHS[word.lower().rstrip(".")]


def number(word: str) -> int:
    """2 for "two", for "2" and for "a couple of"."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else NUMBERS[word]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; 0 is the last of the month before, -1 the last but one."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=nth - 1)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian rule as Meeus gives it)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    moon = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * moon) // 451
    month, day = divmod(h + moon - 7 * m + 114, 31)
    return date(year, month, day + 1)


# Feasts that a newsroom writes for a day. Those that move with the moon of other calendars are left out.
FEASTS: dict[str, Callable[[int], date]] = {
    r"new year['’]s day": lambda year: date(year, 1, 1),
    r"martin luther king(?:,? jr\.?)? day|mlk day": lambda year: nth_weekday(year, 1, 0, 3),
    r"valentine['’]s day": lambda year: date(year, 2, 14),
    r"presidents['’]? day": lambda year: nth_weekday(year, 2, 0, 3),
    r"st\.? patrick['’]s day": lambda year: date(year, 3, 17),
    r"ash wednesday": lambda year: easter(year) - timedelta(days=46),
    r"palm sunday": lambda year: easter(year) - timedelta(days=7),
    r"good friday": lambda year: easter(year) - timedelta(days=2),
    r"easter monday": lambda year: easter(year) + timedelta(days=1),
    r"easter(?: sunday| day)?": easter,
    r"may day": lambda year: date(year, 5, 1),
    r"memorial day": lambda year: nth_weekday(year, 6, 0, 0),
    r"independence day|(?:the )?fourth of july": lambda year: date(year, 7, 4),
    r"bastille day": lambda year: date(year, 7, 14),
    r"labou?r day": lambda year: nth_weekday(year, 9, 0, 1),
    r"columbus day": lambda year: nth_weekday(year, 10, 0, 2),
    r"halloween": lambda year: date(year, 10, 31),
    r"election day": lambda year: nth_weekday(year, 11, 0, 1) + timedelta(days=1),
    r"(?:veterans|armistice|remembrance) day": lambda year: date(year, 11, 11),
    r"thanksgiving(?: day)?": lambda year: nth_weekday(year, 11, 3, 4),
    r"black friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=1),
    r"christmas eve": lambda year: date(year, 12, 24),
    r"christmas(?: day)?": lambda year: date(year, 12, 25),
    r"boxing day": lambda year: date(year, 12, 26),
    r"new year['’]s eve": lambda year: date(year, 12, 31),
}
FEAST = "(?:" + "|".join(FEASTS) + ")"
