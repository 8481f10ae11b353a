"""A text in, its expressions of time out: where each stands, and the form of words that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from quoth.chronology.calendar_forms import CALENDAR_FORMS
from quoth.chronology.days import ONE_DAY, Days
from quoth.chronology.form import Context, Form
from quoth.chronology.told_forms import TOLD_FORMS
from quoth.domain import Span

FORMS = (*CALENDAR_FORMS, *TOLD_FORMS)
FLAGS = re.IGNORECASE
EDGE = re.compile(
    r"(?:\b(?P<part>early|late|mid|middle|beginning|start|end)(?:\s+(?:of|in|on))?[\s-]+(?:the\s+)?(?:month\s+of\s+)?)$",
    FLAGS,
)
LED_BY = re.compile(r"\b(?:on|in|at|during|over|of|by|since|for)\s+(?:the\s+)?$", FLAGS)
JOINTS = re.compile(r"\s*(?:-|–|—|to|through|thru|until|till)\s*", FLAGS)
BETWEEN = re.compile(r"\bbetween\s+$", FLAGS)
ENDS_OF_RANGE = frozenset(
    {"dated", "month", "month-and-year", "year", "weekday", "iso", "numbered", "season", "quarter", "decade", "feast"}
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell days, the form they take, and what they say of its part: "late October" is late of a month."""

    span: Span
    form: Form
    found: re.Match[str]
    part: str = ""
    until: Expression | None = None  # where the words name the first and the last of a range

    @property
    def needs_today(self) -> bool:
        """Whether its days hang on the day of publication."""
        return not self.found.groupdict().get("year") and self.form.name not in ("century", "september-11")

    def days(self, context: Context) -> Days | None:
        """The days meant by a reader in that context; None where nobody can tell."""
        last = self.until.days(context) if self.until is not None else None
        if self.until is not None and last is None:
            return None
        # the first day of a range is read from its last: "from November 20 to December 11" is one autumn's
        whole = self.form.meaning(self.found, context if last is None else Context(last.start))
        whole = _part(whole, self.part) if whole else None
        if whole is None or last is None:
            return whole
        return Days(whole.start, last.end) if last.end >= whole.start else None


def _part(whole: Days, part: str) -> Days:
    """The early, middle or late days. A month's are its tens, as an editor counts; a day has no parts here."""
    length = len(whole)
    if part in ("", "on") or length == 1:
        return whole
    if part in ("beginning", "start"):
        return Days(whole.start, whole.start)
    if part == "end":
        return Days(whole.end, whole.end)
    first, second = (10, 20) if 28 <= length <= 31 else (length // 3, 2 * length // 3)
    if length <= 7:
        return whole
    if part == "early":
        return Days(whole.start, whole.start + (first - 1) * ONE_DAY)
    if part in ("mid", "middle"):
        return Days(whole.start + first * ONE_DAY, whole.start + (second - 1) * ONE_DAY)
    return Days(whole.start + second * ONE_DAY, whole.end)


@cache
def _any_form() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """One pattern that finds a match of any form, and each form's own."""
    nameless = (re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in FORMS)
    joined = "|".join(f"(?P<f{n}>{pattern})" for n, pattern in enumerate(nameless))
    return re.compile(rf"(?<![\w$£€])(?:{joined})", FLAGS), tuple(re.compile(form.pattern, FLAGS) for form in FORMS)


def single(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """The expressions in text order, each date of a range by itself."""
    any_form, patterns = _any_form()
    end = len(text) if end is None else end
    for match in any_form.finditer(text, start, end):
        number = int((match.lastgroup or "f0")[1:])
        found = patterns[number].match(text, match.start(), end)
        if found is None:
            continue
        edge = EDGE.search(text, max(start, match.start() - 24), match.start())
        part = edge["part"].lower() if edge else ""
        if edge and FORMS[number].name in ("day", "so-far"):
            edge, part = None, ""
        first = edge.start() if edge else match.start()
        yield Expression(Span(first, match.end()), FORMS[number], found, part)


def expressions(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """The expressions in text order, ranges ("from Monday to Wednesday") as one."""
    out: list[Expression] = []
    for expression in single(text, start, end):
        before = out[-1] if out else None
        if before is not None and before.until is None and _is_range(text, before, expression):
            out[-1] = replace(before, span=Span(before.span.start, expression.span.end), until=expression)
        else:
            out.append(expression)
    return out


def _is_range(text: str, first: Expression, last: Expression) -> bool:
    joint = text[first.span.end : last.span.start]
    if len(joint) > 12 or not {first.form.name, last.form.name} <= ENDS_OF_RANGE:
        return False
    if JOINTS.fullmatch(joint):
        return True
    return joint.strip() == "and" and BETWEEN.search(text, 0, first.span.start) is not None


def with_preposition(text: str, span: Span) -> Span:
    """The span and the preposition before it: "on Monday"."""
    led = LED_BY.search(text, max(0, span.start - 16), span.start)
    return Span(led.start(), span.end) if led else span
