"""A speaker's profile as lines for the terminal, with a chart of statements by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from quoth.record.profile import Latest, Named, Profile, Tenure

BARS = " ▁▂▃▄▅▆▇█"
MOST_MONTHS = 48  # more do not fit in a line; the earlier ones are counted before the chart


def lines(told: Profile, width: int) -> Iterator[Text]:
    """The profile, a line for each thing."""
    yield Text(told.name, style="bold")
    others = f", {told.others:,} more that were thought, done, denied or expected" if told.others else ""
    yield Text(
        f"{_counted(told.utterances, 'statement')} in {_counted(told.appearances, 'article')}{others}", style="dim"
    )
    yield from _section("Roles", [_role(one) for one in told.roles])
    yield from _section("By month", chart(told.months, width))
    yield from _section("In", [_named(one) for one in told.outlets[:8]])
    yield from _section(
        "Quoted beside", [f"{one.name} ({_counted(one.appearances, 'article')})" for one in told.beside]
    )
    yield from _section("Latest", [])
    for one in told.latest:
        yield from _latest(one)


def chart(months: Sequence[tuple[date, int]], width: int = 80) -> list[str]:
    """A bar a month, with the first and last month below; empty where no statement has a day."""
    shown = months[-min(MOST_MONTHS, max(width - 4, 1)) :]
    if not shown:
        return []
    most = max(count for _, count in shown)
    bars = "".join(BARS[-(-count * (len(BARS) - 1) // most)] for _, count in shown)
    first, last = shown[0][0].strftime("%b %Y"), shown[-1][0].strftime("%b %Y")
    ends = first if first == last else f"{first} – {last}"
    return [bars, f"{ends}, at most {most:,} a month"]


def _section(title: str, told: Sequence[str]) -> Iterator[Text]:
    if told or title == "Latest":
        yield Text()
        yield Text(title, style="bold")
        yield from (Text(f"  {line}") for line in told)


def _role(one: Tenure) -> str:
    if one.first is None or one.last is None:
        return f"{one.role} ({one.utterances:,})"
    days = one.first.isoformat() if one.first == one.last else f"{one.first} to {one.last}"
    return f"{one.role} ({one.utterances:,}), {days}"


def _named(one: Named) -> str:
    return f"{one.name}: {_counted(one.utterances, 'statement')} in {_counted(one.appearances, 'article')}"


def _latest(one: Latest) -> Iterator[Text]:
    facts = [one.day.isoformat() if one.day else "", one.outlet or "", one.label, one.id[:8]]
    yield Text("  " + " · ".join(fact for fact in facts if fact), style="dim")
    yield Text(f"  {one.quote}")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
