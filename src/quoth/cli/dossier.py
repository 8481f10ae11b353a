"""A dossier as lines for the terminal, with a chart of statements by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from quoth.record.dossiers import Alias, Authority
from quoth.record.profile import Figure, Latest, Named, Profile, Tenure

BARS = " ▁▂▃▄▅▆▇█"
MOST_MONTHS = 48  # more do not fit in a line; the earlier ones are counted before the chart


def lines(told: Profile, width: int) -> Iterator[Text]:
    """The profile, a line for each thing."""
    yield Text(told.name, style="bold").append(f"  {told.id}", style="dim")
    if told.private:
        yield Text("private: in no list, feed or shared export", style="yellow")
    if told.authority is not None:
        yield Text(_known(told.authority), style="dim")
    others = f", {told.others:,} more that were thought, done, denied or expected" if told.others else ""
    yield Text(
        f"{_counted(told.utterances, 'statement')} in {_counted(told.appearances, 'article')}{others}", style="dim"
    )
    yield from _section("Roles", [_role(one) for one in told.roles])
    if told.authority is not None:
        yield from _section("Offices", [f"{one.role}{_held(one.start, one.end)}" for one in told.authority.offices])
    yield from _section("Also called", [_alias(one) for one in told.aliases])
    yield from _section("By month", chart(told.months, width))
    yield from _section("In", [_named(one) for one in told.outlets[:8]])
    yield from _section(
        "Quoted beside", [f"{one.label} ({_counted(one.appearances, 'article')})" for one in told.beside]
    )
    yield from _section("Namesakes", [_figure(one) for one in told.namesakes])
    yield from _section("May be the same", [f"{one.id}  {one.label}, {one.probability:.2f}" for one in told.doubts])
    yield from _section("Latest", [], always=True)
    for one in told.latest:
        yield from _latest(one)
    if told.may_be:
        yield from _section("May be theirs, not counted", [], always=True)
    for one in told.may_be:
        yield from _latest(one, is_doubtful=True)


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


def _section(title: str, told: Sequence[str], *, always: bool = False) -> Iterator[Text]:
    if told or always:
        yield Text()
        yield Text(title, style="bold")
        yield from (Text(f"  {line}") for line in told)


def _role(one: Tenure) -> str:
    if one.first is None or one.last is None:
        return f"{one.role} ({one.utterances:,})"
    days = one.first.isoformat() if one.first == one.last else f"{one.first} to {one.last}"
    held = f"; held{_held(one.held_from, one.held_to)}" if one.is_held and (one.held_from or one.held_to) else ""
    return f"{one.role} ({one.utterances:,}), {days}{held}"


def _held(start: date | None, end: date | None) -> str:
    """From when to when, behind the name of an office."""
    return (f" from {start}" if start else "") + (f" to {end}" if end else "")


def _known(one: Authority) -> str:
    return "; ".join(fact for fact in ("in the authority file", one.description, one.wikidata) if fact)


def _alias(one: Alias) -> str:
    return f"{one.name}: " + (f"{_counted(one.articles, 'article')}, " if one.articles else "") + one.evidence


def _figure(one: Figure) -> str:
    return f"{one.id}  {one.label}: {counts(one)}"


def counts(one: Figure) -> str:
    """How much is in a dossier."""
    return f"{_counted(one.utterances, 'statement')} in {_counted(one.appearances, 'article')}"


def _named(one: Named) -> str:
    return f"{one.name}: {_counted(one.utterances, 'statement')} in {_counted(one.appearances, 'article')}"


def _latest(one: Latest, *, is_doubtful: bool = False) -> Iterator[Text]:
    sure = f"{one.confidence:.2f}" if one.confidence is not None and is_doubtful else ""
    facts = [one.day.isoformat() if one.day else "", one.outlet or "", one.label, sure, one.id[:8]]
    yield Text("  " + " · ".join(fact for fact in facts if fact), style="dim")
    yield Text(f"  {one.quote}")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
