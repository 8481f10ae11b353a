"""Days as the stretches of the calendar that they fill, so that an index of terms answers for any range exactly.

A range is cut into the fewest whole centuries, decades, years, months and days. Two ranges share a day when a stretch
of one is, holds, or lies in a stretch of the other; a statement carries what its stretches are ("at") and what they lie
in, themselves included ("in"), and a query asks for both.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

FIRST, LAST = date(1600, 1, 1), date(2099, 12, 31)  # what an open end means; days beyond are taken as these


def stretches(start: date, end: date) -> Iterator[str]:
    """The fewest stretches that fill the days from `start` to `end`: "20240311" a day, "202403" a month, and so on."""
    day, end = max(start, FIRST), max(min(end, LAST), FIRST)
    day = min(day, LAST)
    while day <= end:
        name, last = next((name, last) for name, last in _beginning(day) if last <= end)
        yield name
        if last == LAST:
            return
        day = last + timedelta(1)


def around(stretch: str) -> list[str]:
    """The longer stretches that a stretch lies in, the longest last: of "20240311" 202403, 2024, 202x, 20xx."""
    bare = stretch.rstrip("x")
    names = (bare[:6], bare[:4], bare[:3] + "x", bare[:2] + "xx")
    lengths = (6, 4, 3, 2)
    return [name for name, length in zip(names, lengths, strict=True) if length < len(bare)]


@lru_cache(maxsize=10_000)  # an article's statements were mostly made on one day
def carried(prefix: str, start: date, end: date) -> tuple[str, ...]:
    """The terms under which the index holds something of these days."""
    own = list(stretches(start, end))
    within = {name for stretch in own for name in (stretch, *around(stretch))}
    held = [f"{prefix}in={name}" for name in within] + [f"{prefix}at={name}" for name in own if len(name) < 8]
    return tuple(sorted(held))


def asked(prefix: str, start: date | None, end: date | None) -> list[str]:
    """The terms of which something that shares a day with this range carries at least one."""
    own = list(stretches(start or FIRST, end or LAST))
    holding = dict.fromkeys(name for stretch in own for name in around(stretch))
    return [f"{prefix}in={name}" for name in own] + [f"{prefix}at={name}" for name in holding]


def _beginning(day: date) -> Iterator[tuple[str, date]]:
    """The stretches that begin on this day, longest first, with their last days."""
    if (day.month, day.day) == (1, 1):
        if day.year % 100 == 0:
            yield f"{day.year // 100:02}xx", date(day.year + 99, 12, 31)
        if day.year % 10 == 0:
            yield f"{day.year // 10:03}x", date(day.year + 9, 12, 31)
        yield f"{day.year:04}", date(day.year, 12, 31)
    if day.day == 1:
        yield f"{day:%Y%m}", date(day.year, day.month, monthrange(day.year, day.month)[1])
    yield f"{day:%Y%m%d}", day
