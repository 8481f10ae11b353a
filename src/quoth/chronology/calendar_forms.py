"""Forms of words that name days by the calendar, with their year or without: "5 March 2024", "in May", "the 1930s"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quoth.chronology.days import (
    Days,
    day_of,
    month_of,
    months_from,
    one,
    quarter_of,
    season_of,
    years_from,
)
from quoth.chronology.form import Context, Form, yearless
from quoth.chronology.words import DECADES, FEAST, FEASTS, MONTH, ORDINALS, SEASON, WEEKDAY, month_number

DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)\d\d"
DASH = r"\s?(?:-|–|—|to|through|and)\s?"
OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b|\s+(?:of\s+)?(?P<near>last|this|next|the same)\s+year\b)?"
NAMED = rf"(?:(?:on\s+)?{WEEKDAY},?\s+)?"
NTH = r"(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th|Q[1-4])"
NEXT_MONTH = timedelta(days=45)  # "in August" on 26 July is the one to come; "in October" is the last one


def _int(found: re.Match[str], group: str) -> int:
    return int(re.sub(r"\D", "", found[group]))


def _year(found: re.Match[str], context: Context) -> int | None:
    """The year that is printed or pointed at; None where none is."""
    groups = found.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if not groups.get("near"):
        return None
    if groups["near"].lower() == "the same":
        return context.before.start.year if context.before else None
    return context.today.year + {"last": -1, "this": 0, "next": 1}[groups["near"].lower()]


def _days_of_month(year: int, month: int, first: int, last: int) -> Days | None:
    start, end = day_of(year, month, first), day_of(year, month, last)
    return Days(start, end) if start and end and start <= end else None


def dated(found: re.Match[str], context: Context) -> Days | None:
    """One day of a month, or some: "March 5", "5 March 2024", "May 13-22"."""
    month, first = month_number(found["month"]), _int(found, "day")
    last = _int(found, "last") if found.groupdict().get("last") else first
    year = _year(found, context)
    if year is not None:
        return _days_of_month(year, month, first, last)
    return yearless(lambda year: _days_of_month(year, month, first, last), context)


def numbered(found: re.Match[str], context: Context) -> Days | None:
    """24/3/2026 and 3/24/2026; 4/3/2026 tells nothing, as nobody knows which is the month."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first > 12 or first == second:
        first, second = second, first
    elif second <= 12:
        return None
    day = day_of(year, first, second)
    return one(day) if day else None


def iso(found: re.Match[str], context: Context) -> Days | None:
    """The day of "2024-03-05", with or without a time."""
    day = day_of(int(found["year"]), int(found["month"]), int(found["day"]))
    return one(day) if day else None


def months(found: re.Match[str], context: Context) -> Days | None:
    """A month: "in May", "last July", "this coming August", "March of last year"."""
    month, year, which = month_number(found["month"]), _year(found, context), (found.groupdict().get("which") or "")
    if year is not None:
        return month_of(year, month)
    which = which.lower().split()[-1] if which else ""
    if which in ("last", "past"):
        # "last July" is never this month, and seldom one that has hardly gone
        row = (month_of(context.today.year - n, month) for n in (0, 1))
        return next((days for days in row if days and days.end < context.today), None)
    if which in ("next", "coming"):
        row = (month_of(context.today.year + n, month) for n in (0, 1))
        return next((days for days in row if days and days.start > context.today), None)
    if which == "this":
        return month_of(context.today.year, month)
    return yearless(lambda year: month_of(year, month), context, NEXT_MONTH)


def years(found: re.Match[str], context: Context) -> Days | None:
    """A whole year; a fiscal one is taken for the calendar's."""
    return years_from(int(found["year"]))


def year_range(found: re.Match[str], context: Context) -> Days | None:
    """Some years in a row: "2004-2009", "1998–99"."""
    first, last = int(found["year"]), re.sub(r"\D", "", found["last"])
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return years_from(first, until - first + 1) if first <= until < first + 100 else None


def decades(found: re.Match[str], context: Context) -> Days | None:
    """Ten years: "1930s", "the sixties", "the '90s"; without a century, the last such decade that has begun."""
    digits = re.sub(r"\D", "", found["decade"])
    start = int(digits) if digits else DECADES[found["decade"].lower()]
    if start < 100:
        start += context.today.year // 100 * 100
        start -= 100 * (start > context.today.year)
    return years_from(start, 10)


def centuries(found: re.Match[str], context: Context) -> Days | None:
    """ "The 20th century" as GUM dates it: 1900 to 1999."""
    return years_from(100 * (_int(found, "century") - 1), 100) if _int(found, "century") > 1 else None


def quarters(found: re.Match[str], context: Context) -> Days | None:
    """Three months. A fiscal quarter is taken for the calendar's, as the text does not tell when the year began."""
    word = found["nth"].lower()
    year, today = _year(found, context), context.today
    quarter = int(re.sub(r"\D", "", word)) if re.search(r"\d", word) else ORDINALS[word]
    if word == "last" and year is None:  # "the last quarter" is the one before today's
        return quarter_of(today.year, (today.month - 1) // 3)
    quarter = min(quarter, 4)
    if year is not None:
        return quarter_of(year, quarter)
    return yearless(lambda year: quarter_of(year, quarter), context, NEXT_MONTH)


def halves(found: re.Match[str], context: Context) -> Days | None:
    """Six months: "the first half of 2015"."""
    year = _year(found, context)
    if year is None:
        year = context.today.year
    return months_from(year, 1 if found["nth"].lower() == "first" else 7, 6)


def seasons(found: re.Match[str], context: Context) -> Days | None:
    """Three months: "last summer", "the winter of 2012", "over the summer"."""
    season, year, which = found["season"].lower(), _year(found, context), (found.groupdict().get("which") or "").lower()
    if year is not None:
        return season_of(year, season)
    around = [days for days in (season_of(context.today.year + n, season) for n in (-1, 0, 1)) if days]
    if which.startswith(("last", "this past")):
        return max((days for days in around if days.end < context.today), default=None)
    if which.startswith(("next", "this coming")):
        return min((days for days in around if days.start > context.today), default=None)
    if which.startswith("this"):
        return season_of(context.today.year, season)
    return yearless(lambda year: season_of(year, season), context, NEXT_MONTH)


def feasts(found: re.Match[str], context: Context) -> Days | None:
    """The day of a feast: "on Christmas Day", "last Thanksgiving", "Labor Day 2015"."""
    name = " ".join(found["feast"].lower().replace("’", "'").split())
    of_year = next(day for pattern, day in FEASTS.items() if re.fullmatch(pattern, name))
    year, which = _year(found, context), (found.groupdict().get("which") or "").lower()
    if year is not None:
        return one(of_year(year))
    if which == "last":
        return yearless(lambda year: one(of_year(year)), Context(context.today - timedelta(days=1)), timedelta(days=-1))
    if which == "next":
        return yearless(lambda year: one(of_year(year)), Context(context.today + timedelta(days=1), ahead=True))
    return yearless(lambda year: one(of_year(year)), context, NEXT_MONTH)


def september_eleventh(found: re.Match[str], context: Context) -> Days | None:
    """ "9/11", whenever it is read."""
    return one(date(2001, 9, 11))


# "May" and "March" alone are months only after a word that asks for one; "according to May" is a person.
SEASON_ALONE = (
    "(?:"
    + "|".join(
        rf"(?<=\b{words} )"
        for words in ("in the", "over the", "by", "during the", "until", "the early", "the late", "of the")
    )
    + ")"
)
CAPITAL = r"(?-i:(?=[A-Z]))"
MONTH_LED = ["in", "since", "until", "during", "early", "late", "through"]
MONTH_ALONE = "(?:" + "|".join(rf"(?<=\b{word} )" for word in MONTH_LED) + "|(?<=mid-))"
LIKE_WORDS = r"(?:May|March)\b"
WHICH_MONTH = r"(?P<which>(?:this\s+)?(?:last|past|next|coming)|this)\s+"

CALENDAR_FORMS = (
    Form("iso", rf"(?P<year>{YEAR})[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>[0-3]\d)(?:T[\d:.]+Z?)?\b", iso),
    Form("numbered", rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year>{YEAR})\b", numbered),
    Form("september-11", r"9/11\b|(?:Sept\.?|September) 11(?:th)?(?= (?:terror|attack|hijack))", september_eleventh),
    Form("dated", rf"{NAMED}(?P<month>{MONTH})\s+(?P<day>{DAY})(?:{DASH}(?P<last>{DAY}))?\b{OF_YEAR}", dated),
    Form(
        "dated",
        rf"{NAMED}(?:the\s+)?(?P<day>{DAY})(?:{DASH}(?:the\s+)?(?P<last>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH}){OF_YEAR}",
        dated,
    ),
    Form("month-and-year", rf"(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})\b", months),
    Form("month-and-year", rf"(?P<month>{MONTH})\s+(?:of\s+)?(?P<near>last|this|next|the same)\s+year\b", months),
    Form("which-month", rf"{WHICH_MONTH}(?P<month>{MONTH})", months),
    Form(
        "month",
        rf"{CAPITAL}(?:(?!{LIKE_WORDS}|(?:jun|jul|dec|sep|mar|jan)\b)|{MONTH_ALONE})(?P<month>{MONTH})(?!\s*\d)",
        months,
    ),
    Form(
        "quarter",
        rf"(?:the\s+)?{NTH}(?:\s+fiscal)?(?:[\s-]+quarter\b|(?<=\d)\b)(?:\s+of)?(?:\s+fiscal)?{OF_YEAR}",
        quarters,
    ),
    Form(
        "half",
        r"(?:the\s+)?(?P<nth>first|second)\s+half\s+of\s+"
        rf"(?:the\s+year|(?:(?P<year>{YEAR})|(?P<near>last|this|next)\s+year))\b",
        halves,
    ),
    Form(
        "season",
        rf"(?P<which>(?:last|this\s+past|this\s+coming|this|next)\s+)(?P<season>{SEASON})\b{OF_YEAR}",
        seasons,
    ),
    Form("season", rf"(?P<season>{SEASON}),?\s+(?:of\s+)?(?P<year>{YEAR})\b", seasons),
    Form("season", rf"{SEASON_ALONE}(?P<season>{SEASON})\b{OF_YEAR}(?!\s+(?:in|of|from|to|into)\b)", seasons),
    Form("feast", rf"(?P<which>last|next)?\s*\b(?P<feast>{FEAST})\b{OF_YEAR}", feasts),
    Form("decade", rf"(?:the\s+)?(?P<decade>{YEAR[:-4]}\d0|['’‘]\d0)['’]?s\b", decades),
    Form("decade", rf"the\s+(?P<decade>{'|'.join(DECADES)})\b", decades),
    Form("century", r"(?:the\s+)?(?P<century>\d\d?(?:st|nd|rd|th))[\s-]century\b", centuries),
    Form("fiscal-year", rf"fiscal(?:\s+year)?\s+(?P<year>{YEAR})\b", years),
    Form("years", rf"(?P<year>{YEAR})(?P<last>\s?[-–]\s?(?:{YEAR}|\d\d))\b(?!-)", year_range),
    Form("year", rf"(?<![$£€#\d.,/:-])(?P<year>{YEAR})(?![\d%/:]|[.,-]\d|-(?:page|acre|foot|mile|word|seat))\b", years),
)  # fmt: skip
