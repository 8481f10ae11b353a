"""A filter's value as a condition: names, labels from their lists, days in every way that they may be written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from quoth.errors import QueryError
from quoth.record.search.query import VALUES, Calendar, Condition, Dated, Field, Label, Labelled, Named
from quoth.record.search.terms import words

DAY = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
RANGE = re.compile(rf"(?P<sign>[<>]=?)?(?P<first>{DAY})|(?P<start>{DAY})?\.\.(?P<end>{DAY})?")
DAYS_MAY_BE = "a day (2024-03-11), month (2024-03), year (2024), 2024-03..2024-05, or >, >=, <, <= before one"

Days = tuple[date, date]


def condition(name: str, value: str, place: int | None = None) -> Condition:
    """The condition that `name:value` stands for. Raises QueryError, which says what is allowed."""
    if name in tuple(Field):
        return _named(Field(name), value, place)
    if name in tuple(Label):
        return _labelled(Label(name), value, place)
    return dated(Calendar(name), value, place)


def _named(field: Field, value: str, place: int | None) -> Named:
    found = tuple(words(value))
    if not found:
        raise QueryError(f'{field}: needs a name, such as {field}:ruiz or {field}:"ana ruiz"', place)
    return Named(field, found, value.rstrip().endswith("*"))


def _labelled(label: Label, value: str, place: int | None) -> Labelled:
    given = " ".join(value.casefold().split())
    if not given:
        raise QueryError(f"{label}: needs a value", place)
    if label not in VALUES:
        return Labelled(label, given)
    allowed = VALUES[label]
    found = next((one for one in allowed if one in {given, given.replace("-", " ").replace("_", " ")}), None)
    if found is None:
        raise QueryError(f"{label}:{value} is none; allowed: {', '.join(_written(one) for one in allowed)}", place)
    return Labelled(label, str(found))


def _written(value: str) -> str:
    return value.replace(" ", "-")


def dated(calendar: Calendar, value: str, place: int | None = None) -> Dated:
    """The days that a value such as 2024-03..2024-05 or >2024-01-01 covers. Raises QueryError."""
    match = RANGE.fullmatch(value.strip())
    if match is None or value.strip() == "..":
        raise QueryError(f"{calendar}:{value} is no day; write {DAYS_MAY_BE}", place)
    if match["first"]:
        start, end = _signed(match["sign"], _days(calendar, match["first"], place))
    else:
        start = _days(calendar, match["start"], place)[0] if match["start"] else None
        end = _days(calendar, match["end"], place)[1] if match["end"] else None
    if start and end and start > end:
        raise QueryError(f"{calendar}:{value} runs backwards", place)
    return Dated(calendar, start, end)


def _signed(sign: str | None, days: Days) -> tuple[date | None, date | None]:
    first, last = days
    match sign:
        case ">":
            return (last + timedelta(1) if last < date.max else last), None
        case ">=":
            return first, None
        case "<":
            return None, (first - timedelta(1) if first > date.min else first)
        case "<=":
            return None, last
    return first, last


def _days(calendar: Calendar, written: str, place: int | None) -> Days:
    """The first and the last day of a year, month or day."""
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month or "-" in written:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError as error:
        raise QueryError(f"{calendar}:{written} is not in the calendar; write {DAYS_MAY_BE}", place) from error
