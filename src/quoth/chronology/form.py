"""What a form of words for days is: a pattern, and the days that a match of it means to a reader on some day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from quoth.chronology.days import Days

# "The Aug. 30 primary" in July is to come: of a day without its year the next one is meant where it is as near as
# this, since the last one is then ten months away and would get its year, or "last".
NEAR_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Context:
    """What a form of words is read against."""

    today: date  # the day of publication
    ahead: bool = False  # the clause is about what is to come: "will meet on Friday"
    before: Days | None = None  # the days last spoken of, for "the next day"
    event: Days | None = None  # the days of the event that the words name, for "hours before the vote"


Meaning = Callable[[re.Match[str], Context], Days | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of words. A pattern has named groups for what its meaning asks of it."""

    name: str
    pattern: str
    meaning: Meaning


def yearless(of_year: Callable[[int], Days | None], context: Context, near: timedelta = NEAR_AHEAD) -> Days | None:
    """Which year's days are meant where no year is told: the last ones that are not after today, or the next ones."""
    year = context.today.year
    around = [days for days in (of_year(year + n) for n in (-8, -4, -1, 0, 1, 4, 8)) if days]
    past = max((days for days in around if days.start <= context.today), default=None)
    coming = min((days for days in around if days.end >= context.today), default=None)
    if coming and (past is None or context.ahead or coming.start - context.today <= near):
        return coming
    return past
