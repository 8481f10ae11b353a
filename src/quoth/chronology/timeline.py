"""A text and the days of its publication in; every expression of time with the days it means, in text order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quoth.chronology.days import Days, one
from quoth.chronology.expressions import Expression, expressions, single
from quoth.chronology.form import Context
from quoth.chronology.outlook import SENTENCE_END, looks_ahead
from quoth.domain import Span

FOLLOWS = frozenset({"same", "beside", "in-the-day"})  # the forms that count from days told before
IN_A_ROW = frozenset({"month", "dated", "weekday"})
IN_FORCE = 2  # paragraphs over which "that day" still has the days that it means
# Publication on days so far apart that only an expression which needs none means the same days on both.
ANY_DAYS = (date(1985, 1, 1), date(2035, 7, 4))

Quoted = Callable[[Span], bool]


def nothing(span: Span) -> bool:
    """Nothing is quoted."""
    return False


@dataclass(frozen=True, slots=True)
class Told:
    """An expression and the days that it means; None where the text does not tell."""

    expression: Expression
    days: Days | None
    ahead: bool

    @property
    def span(self) -> Span:
        return self.expression.span

    @property
    def counted(self) -> bool:
        """Whether the days were counted from other days in the text."""
        return self.expression.form.name in FOLLOWS or self.expression.form.name == "event"


def timeline(text: str, published: Days | None, quoted: Quoted = nothing) -> list[Told]:
    """Every expression in text order. Without days of publication only those that name their days have any.

    `quoted` tells what stands in quotation marks: what was said there is no ground for the reporter to count from.
    """
    found = expressions(text)
    out: list[Told] = []
    for expression in found:
        ahead = looks_ahead(text, expression.span) or _in_a_row(text, out, expression, published)
        event = event_days(text, expression, found, published) if expression.form.name == "event" else None
        days = meant(
            expression, published, Context(ANY_DAYS[0], ahead, _before(text, out, expression, quoted), event=event)
        )
        out.append(Told(expression, days, ahead))
    return out


def meant(expression: Expression, published: Days | None, context: Context) -> Days | None:
    """The days that are meant. Where publication is a range, all that may be: from its first day and from its last."""
    on = (published.start, published.end) if published else ANY_DAYS
    first, last = (_on(expression, day, context) for day in on)
    if first is None or last is None or (published is None and first != last):
        return None
    return first.with_(last)


def _on(expression: Expression, today: date, context: Context) -> Days | None:
    try:
        return expression.days(Context(today, context.ahead, context.before, event=context.event))
    except (OverflowError, ValueError):  # beyond the calendar, such as "9,999 years ago"
        return None


def _before(text: str, told: Sequence[Told], expression: Expression, quoted: Quoted = nothing) -> Days | None:
    """The days last spoken of, in this paragraph or one just before; what is to come is no ground to count from."""
    if expression.form.name not in FOLLOWS and "which" not in expression.found.groupdict():
        return None
    outside = not quoted(expression.span)
    for earlier in reversed(told):
        if outside and quoted(earlier.span):
            continue
        if text.count("\n\n", earlier.span.end, expression.span.start) > IN_FORCE:
            return None
        if earlier.days is not None and not earlier.ahead:
            return earlier.days
    return None


def _in_a_row(text: str, told: Sequence[Told], expression: Expression, published: Days | None) -> bool:
    """Whether it goes on a list of days to come: "Italy in November, Mexico in January"."""
    if not told or published is None or expression.form.name not in IN_A_ROW:
        return False
    last = told[-1]
    if last.days is None or last.days.start <= published.end:
        return False
    if not last.ahead and last.expression.form.name != "unit":
        return False
    return SENTENCE_END.search(text, last.span.end, expression.span.start) is None


def event_days(text: str, expression: Expression, found: Sequence[Expression], published: Days | None) -> Days | None:
    """The days that the text gives to the event which an expression names ("hours before the vote"), or None.

    The text does so where it names the event again beside a date: "Tuesday's vote", "the vote on 5 March".
    """
    days: list[Days] = []
    noun = re.escape(expression.found["event"].split()[-1])
    for other in found:
        if other is expression or other.form.name in FOLLOWS or other.form.name == "event":
            continue
        start, end = other.span.start, other.span.end
        behind = re.search(
            rf"\b{noun}\b(?:\s+\w+){{0,2}}?\s+(?:on\s+|in\s+|of\s+)?(?:the\s+)?$",
            text[max(0, start - 50) : start],
            re.I,
        )
        ahead = re.match(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?{noun}\b", text[end : end + 50], re.I)
        if behind or ahead:
            found_days = meant(other, published, Context(ANY_DAYS[0], looks_ahead(text, other.span)))
            days += [found_days] if found_days is not None else []
    return days[0] if len(set(days)) == 1 else None  # "the primary" of two states is nobody's


def days_of(text: str, span: Span, published: date) -> Days | None:
    """The days that the words of `span` mean in `text`, for a reader who was told that they are a date."""
    expression = next(single(text, span.start, span.end), None)
    if expression is None:
        return None
    around = timeline(text, one(published))
    told = [before for before in around if before.span.end <= span.start]
    holder = next((told for told in around if told.span.contains(span)), None)
    if holder and holder.days and holder.expression.until is not None:  # an end of a range is read with the other
        expression = replace(holder.expression, until=None) if holder.span.start == span.start else expression
        return _on(expression, holder.days.end, Context(published))
    ahead = looks_ahead(text, expression.span) or _in_a_row(text, told, expression, one(published))
    event = (
        event_days(text, expression, [one_.expression for one_ in around], one(published))
        if expression.form.name == "event"
        else None
    )
    return _on(expression, published, Context(published, ahead, _before(text, told, expression), event))
