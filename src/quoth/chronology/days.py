"""Stretches of whole days, and the calendar's own: a week, a month, a quarter, a season, a year, a decade."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

ONE_DAY = timedelta(days=1)
SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # as meteorologists count


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From one day to another, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"days from {self.start} to {self.end} run backwards")

    def __len__(self) -> int:
        return (self.end - self.start).days + 1

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end

    def meets(self, other: Days) -> bool:
        return self.start <= other.end and other.start <= self.end

    def with_(self, other: Days) -> Days:
        """From the earlier start to the later end."""
        return Days(min(self.start, other.start), max(self.end, other.end))

    def common(self, other: Days) -> Days | None:
        """The days of both."""
        return Days(max(self.start, other.start), min(self.end, other.end)) if self.meets(other) else None


def one(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_of(day: date, weeks: int = 0) -> Days:
    """Monday to Sunday: the week of `day`, or one so many weeks on."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return Days(monday, monday + timedelta(days=6))


def weekend_of(day: date, weeks: int = 0) -> Days:
    """Saturday and Sunday of the week of `day`, or of one so many weeks on."""
    week = week_of(day, weeks)
    return Days(week.end - ONE_DAY, week.end)


def month_of(year: int, month: int, months: int = 0) -> Days | None:
    """A whole month, or one so many months on; None beyond the calendar."""
    count = year * 12 + month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_from(year: int, month: int, count: int) -> Days | None:
    """So many whole months."""
    first, last = month_of(year, month), month_of(year, month, count - 1)
    return first.with_(last) if first and last else None


def years_from(year: int, count: int = 1) -> Days | None:
    """So many whole years."""
    return months_from(year, 1, 12 * count)


def quarter_of(year: int, quarter: int) -> Days | None:
    """A quarter of the calendar year; quarters below 1 and above 4 lie in the years beside."""
    return months_from(year + (quarter - 1) // 4, (quarter - 1) % 4 * 3 + 1, 3)


def season_of(year: int, season: str) -> Days | None:
    """Three whole months; the winter of a year begins in its December."""
    return months_from(year, SEASON_MONTHS[season], 3)
