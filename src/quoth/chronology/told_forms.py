"""Forms of words that count from publication, or from days told before: "on Monday", "last week", "a day later"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from quoth.chronology.days import ONE_DAY, Days, month_of, one, quarter_of, week_of, weekend_of, years_from
from quoth.chronology.form import Context, Form
from quoth.chronology.words import NUMBER, SEASON, UNIT, WEEKDAY, WEEKDAYS, number

MIDWEEK = 3  # Thursday: from then on "this weekend" is the coming one, before it the one that was
DAYPART = r"(?:morning|afternoon|evening|night)"
PART_OF_DAY = rf"(?:\s+{DAYPART}\b|\s+at\s+noon\b)?"


def day_words(found: re.Match[str], context: Context) -> Days | None:
    """ "Yesterday", "tonight", "the day before yesterday"."""
    words = found[0].lower()
    step = -2 if "before yesterday" in words else 2 if "after tomorrow" in words else 0
    step = step or (-1 if "yesterday" in words or "last" in words else 1 if "tomorrow" in words else 0)
    return one(context.today + timedelta(days=step))


def weekday(found: re.Match[str], context: Context) -> Days | None:
    """The last such day that is not after publication, unless the words or the clause look ahead."""
    number = WEEKDAYS[found["weekday"].lower()]
    groups = found.groupdict()
    which, week = (groups.get("which") or "").lower(), (groups.get("week") or "").lower()
    if week:
        return one(week_of(context.today, {"last": -1, "this": 0, "next": 1}[week]).start + timedelta(days=number))
    since = (context.today.weekday() - number) % 7
    last, coming = context.today - timedelta(days=since), context.today + timedelta(days=-since % 7)
    if which == "next":
        return one(week_of(context.today, 1).start + timedelta(days=number))
    if which in ("this", "this coming", "coming"):
        return one(coming)
    if which:  # "last", "this past", "the previous": never the day of publication itself
        return one(last - timedelta(days=7 * (since == 0)))
    return one(coming if context.ahead else last)


def _unit(unit: str, day: date, step: int) -> Days | None:
    """The calendar's unit that holds `day`, or one so many on."""
    if unit == "week":
        return week_of(day, step)
    if unit == "fortnight":
        return week_of(day, 2 * step)
    if unit == "weekend":
        return weekend_of(day, step)
    if unit == "month":
        return month_of(day.year, day.month, step)
    if unit == "quarter":
        return quarter_of(day.year, (day.month - 1) // 3 + 1 + step)
    if unit == "year":
        return years_from(day.year + step)
    if unit == "decade":
        return years_from(day.year // 10 * 10 + 10 * step, 10)
    if unit == "century":
        return years_from(day.year // 100 * 100 + 100 * step, 100)
    return one(day + timedelta(days=step))


def units(found: re.Match[str], context: Context) -> Days | None:
    """The unit beside today's, or today's: "last week", "this year", "next month", "the previous month"."""
    which, unit = found["which"].lower().split()[-1], found["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}[
        which
    ]
    base = context.today
    if which in ("previous", "following") and context.before is not None:
        base = context.before.start if which == "previous" else context.before.end
    just_gone = which == "this" and not context.ahead and context.today.weekday() < MIDWEEK
    if unit == "weekend" and (just_gone or which in ("last", "past", "previous")):
        return weekend(context)
    if unit == "week" and found["which"].lower().endswith("this"):
        # the week so far, unless the clause looks ahead
        week = week_of(base)
        return week if context.ahead else Days(week.start, base)
    return _unit(unit, base, step)


def past_week(found: re.Match[str], context: Context) -> Days | None:
    """ "This past week": the seven days to Saturday at a week's end, the week before on other days."""
    today = context.today
    if today.weekday() < 5:
        return week_of(today, -1)
    saturday = today - timedelta(days=today.weekday() - 5)
    return Days(saturday - timedelta(days=6), saturday)


def so_far(found: re.Match[str], context: Context) -> Days | None:
    """From the start of today's unit to today ("earlier this month"), or from tomorrow to its end ("later …")."""
    unit, today = found["unit"].lower(), context.today
    whole = _unit(unit, today, 0)
    if whole is None or unit == "day":
        return whole
    if found["side"].lower() == "later":
        return Days(min(today + ONE_DAY, whole.end), whole.end)
    return Days(whole.start, min(today, whole.end))


def weekend(context: Context) -> Days:
    """The Saturday and Sunday that began last, or the coming ones."""
    this = weekend_of(context.today)
    return this if context.ahead or context.today >= this.start else weekend_of(context.today, -1)


def unit_edge(found: re.Match[str], context: Context) -> Days | None:
    """The first or the last day of today's unit: "the end of the year", "at year end"."""
    whole = _unit(found["unit"].lower(), context.today, 0)
    if whole is None:
        return None
    return one(whole.start if found[0].lower().startswith(("the start", "the beginning")) else whole.end)


def weekends(found: re.Match[str], context: Context) -> Days | None:
    """ "Over the weekend"."""
    return weekend(context)


def _back(base: Days, unit: str, count: int) -> Days | None:
    """So many units before some days, or after, as exact as the unit: years give a year, days a day."""
    anchor = base.start if count < 0 else base.end
    return _unit(unit, anchor, count)


def ago(found: re.Match[str], context: Context) -> Days | None:
    """ "Two years ago" is a year, "three weeks ago" a week, "two days ago" a day."""
    return _back(one(context.today), found["unit"].lower(), -number(found["count"]))


def ahead(found: re.Match[str], context: Context) -> Days | None:
    """ "In two weeks", "three days from now"."""
    return _back(one(context.today), found["unit"].lower(), number(found["count"]))


def week_ago(found: re.Match[str], context: Context) -> Days | None:
    """ "A week ago Monday", "a week from Friday"."""
    last = context.today - timedelta(days=(context.today.weekday() - WEEKDAYS[found["weekday"].lower()]) % 7)
    return one(last - timedelta(days=7) if found["side"].lower() == "ago" else last + timedelta(days=14))


def stretch(found: re.Match[str], context: Context) -> Days | None:
    """So many days up to today: "the past 30 days", "the last two weeks"."""
    start = _stepped(context.today, found["unit"].lower(), -number(found["count"]))
    return Days(start, context.today) if start else None


def _stepped(day: date, unit: str, count: int) -> date | None:
    if unit in ("month", "quarter", "year", "decade"):
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        month = month_of(day.year, day.month, months * count)
        return (
            month.start.replace(day=min(day.day, monthrange(month.start.year, month.start.month)[1])) if month else None
        )
    return day + timedelta(days=count * {"week": 7, "fortnight": 14}.get(unit, 1))


def same(found: re.Match[str], context: Context) -> Days | None:
    """The days last spoken of: "that day", "at the time"."""
    return context.before


def in_the_day(found: re.Match[str], context: Context) -> Days | None:
    """ "Earlier in the day": the day last spoken of, else that of publication."""
    before = context.before
    return before if before is not None and len(before) == 1 else one(context.today)


def beside(found: re.Match[str], context: Context) -> Days | None:
    """So many units before or after the days last spoken of: "two days later", "a week earlier", "the next day"."""
    if context.before is None:
        return None
    groups = found.groupdict()
    side = groups["side"].lower()
    count = number(groups["count"]) if groups.get("count") else 1
    step = -count if side in ("earlier", "before", "previous", "prior", "preceding") else count
    unit = groups["unit"].lower()
    if unit == "day" and len(context.before) > 7:
        return None  # "a day later" than some day of a month is no day
    base = _stepped(context.before.start if step < 0 else context.before.end, unit, step)
    return None if base is None else one(base) if unit in ("day", "week", "fortnight") else _unit(unit, base, 0)


def around_event(found: re.Match[str], context: Context) -> Days | None:
    """So long before or after an event that the text dates: "hours before the vote"."""
    if context.event is None:
        return None
    groups = found.groupdict()
    unit, before = groups["unit"].lower(), groups["side"].lower() != "after" and groups["side"].lower() != "following"
    anchor = context.event.start if before else context.event.end
    if unit in ("minute", "hour", "moment"):
        return one(anchor)
    if not groups.get("count"):
        return None  # "weeks before the vote" tells no day
    if groups["count"].lower() == "the" and found["unit"].lower() != "day":
        return None
    count = 1 if groups["count"].lower() == "the" else number(groups["count"])
    moved = _stepped(anchor, unit, -count if before else count)
    return one(moved) if moved else None


WHICH_UNIT = r"(?P<which>(?:the\s+)?(?:previous|following|coming)|last|this\s+past|this\s+coming|this|next|the\s+past)"
WHICH_DAY = r"last|this\s+past|this\s+coming|this|next|(?:the\s+)?previous|coming"
WHOLE = "week|month|quarter|year|decade"
BESIDE = "day|week|month|year"
SAME = rf"(?:day|{DAYPART}|week|weekend|month|year|{SEASON})"
COUNTED = rf"\[?(?P<count>{NUMBER})\]?[\s-]+(?P<unit>{UNIT})s?"
NOT_NAMES = r"(?<!super )(?<!black )(?<!bloody )(?<!good )(?<!ash )(?<!palm )(?<!fat )(?<!cyber )"
SINGLE = rf"{NOT_NAMES}(?-i:(?=[A-Z]))(?P<weekday>{WEEKDAY})(?!s)"

TOLD_FORMS = (
    Form("day", r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b", day_words),
    Form(
        "day",
        r"(?:earlier\s+|later\s+|late\s+|early\s+)?(?:(?<!usa )today|yesterday|tomorrow)\b"
        rf"(?!['’]s\s+(?:world|society|youth|generation)){PART_OF_DAY}",
        day_words,
    ),
    Form("day", rf"(?:tonight|overnight|last\s+night|(?:earlier\s+|later\s+)?this\s+{DAYPART})\b", day_words),
    Form("in-the-day", r"(?:earlier|later|early|late)\s+in\s+the\s+day\b", in_the_day),
    Form(
        "so-far",
        r"(?P<side>earlier|later|early|late)\s+(?:in\s+the|on\s+in\s+the|that|this)\s+"
        r"(?P<unit>day|week|month|year|decade|quarter)\b",
        so_far,
    ),
    Form("weekday", rf"{SINGLE}{PART_OF_DAY}\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b", weekday),
    Form("weekday", rf"(?P<week>last|this|next)\s+week\s+on\s+{SINGLE}{PART_OF_DAY}", weekday),
    Form("weekday", rf"(?:late\s+|early\s+|earlier\s+)?(?P<which>{WHICH_DAY})\s+{SINGLE}{PART_OF_DAY}", weekday),
    Form(
        "weekday",
        rf"(?:(?:late|early|earlier|later)\s+(?:on\s+|in\s+the\s+day\s+)?)?{SINGLE}\b{PART_OF_DAY}",
        weekday,
    ),
    Form("week-ago", rf"a\s+week\s+(?P<side>ago|from)\s+{SINGLE}", week_ago),
    Form("edge", rf"the\s+(?:start|beginning|end)\s+of\s+the\s+(?P<unit>{WHOLE})\b", unit_edge),
    Form("edge", r"(?P<unit>month|quarter|year)[\s-]end\b", unit_edge),
    Form("past-week", r"(?:this|the)\s+past\s+(?P<unit>week)\b(?!end)", past_week),
    Form("unit", rf"(?:late\s+|early\s+)?{WHICH_UNIT}\s+(?P<unit>weekend|{WHOLE}|century)(?:['’]?s)?\b", units),
    Form("weekend", r"(?:(?:over|at|on|all|during)\s+)?(?:(?:the|all|a)\s+)?weekend\b", weekends),
    Form("ago", rf"{COUNTED}\s+(?:ago|back)\b", ago),
    Form("stretch", rf"(?:the\s+)?(?:last|past)\s+{COUNTED}\b", stretch),
    Form("ahead", rf"{COUNTED}\s+(?:from\s+now|hence)\b", ahead),
    Form("ahead", rf"(?<=\bin ){COUNTED}(?:['’]\s+time)\b", ahead),
    Form(
        "event",
        rf"(?:(?:just|only|about|roughly|some)\s+)?(?:(?P<count>{NUMBER}|the)\s+)?(?P<unit>minute|moment|hour|{UNIT})s?"
        r"\s+(?P<side>before|after|ahead\s+of|prior\s+to|following)\s+(?:the|his|her|its|their|an?)\s+"
        r"(?P<event>(?:[\w’'-]+\s+){0,2}?[\w-]+)",
        around_event,
    ),
    Form("beside", rf"{COUNTED}\s+(?P<side>later|earlier|after|before)\b", beside),
    Form("beside", rf"the\s+(?P<side>next|following|previous|preceding|prior)\s+(?P<unit>{BESIDE})\b", beside),
    Form("beside", rf"the\s+(?P<unit>{BESIDE})\s+(?P<side>before|after)\b", beside),
    Form("same", rf"(?:that|the)\s+same\s+{SAME}\b", same),
    Form("same", rf"(?<!said )(?<!say )(?<!says )that\s+{SAME}\b", same),
    Form("same", r"(?:at|around|about|by)\s+(?:the|that)\s+(?:same\s+)?time\b", same),
)
