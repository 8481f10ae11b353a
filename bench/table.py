"""The bench's figures as lines of text: tools side by side, scores above, speed below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from changes import Change, Kind
from floors import Figures, Floors, Outcome
from sides import Measure

Scores = Mapping[str, Any]
"""What the scorer's `score` returns."""

WIDTH = 12


def figures_of(scores: Mapping[str, Scores], measures: Mapping[str, Measure], peer: str) -> dict[str, float]:
    """Every figure under its name in floors.json: F in percent, speed as a ratio to the peer's."""
    figures = {
        f"{side} {name}": 100 * (value["f"] if isinstance(value, dict) else value)
        for side, result in scores.items()
        for name, value in result.items()
        if not isinstance(value, int)
    }
    wrong = {name: value for name, value in figures.items() if name.endswith(" who.wrong")}
    figures |= {name.replace("who.wrong", "who.not wrong"): 100 - value for name, value in wrong.items()}
    if peer in measures:
        pace = measures[peer].words_per_second
        figures |= {f"{side} speed/{peer}": one.words_per_second / pace for side, one in measures.items()}
    return figures


def table(scores: Mapping[str, Scores], measures: Mapping[str, Measure], figures: Figures, peer: str) -> Iterator[str]:
    """The lines of the table; `-` stands where a tool has no such figure."""
    sides = list(scores)
    yield row("F, percent", sides)
    for name in dict.fromkeys(name for result in scores.values() for name in result if name != MISSING):
        yield row(name, [shown(figures.get(f"{side} {name}"), 1) for side in sides])
    yield row(MISSING, [str(scores[side][MISSING]) for side in sides])
    yield row("paragraphs skipped", [str(measures[side].skipped) for side in sides])
    yield row("words/CPU second", [f"{measures[side].words_per_second:,.0f}" for side in sides])
    yield row(f"  against {peer}", [shown(figures.get(f"{side} speed/{peer}"), 2) for side in sides])
    yield row("CPU seconds to load", [f"{measures[side].load_seconds:.1f}" for side in sides])


MISSING = "articles without a reading"


def row(name: str, cells: Sequence[str]) -> str:
    """One line, cells flush right."""
    return f"{name:{len(MISSING)}s}" + "".join(f"{cell:>{WIDTH}s}" for cell in cells)


def shown(value: float | None, decimals: int) -> str:
    """The figure rounded, or `-`."""
    return "-" if value is None else f"{value:,.{decimals}f}"


def verdicts(floors: Floors, figures: Figures) -> Iterator[str]:
    """A line for each figure that does not simply hold, and one that counts those that do."""
    outcomes = floors.judge(figures)
    holding = sum(outcome is Outcome.HOLDS for outcome in outcomes.values())
    yield f"floors: {holding} of {len(outcomes)} hold"
    unpinned = [name for name, outcome in outcomes.items() if outcome is Outcome.UNPINNED]
    if unpinned:
        yield f"  {Outcome.UNPINNED} (--pin does it): {', '.join(unpinned)}"
    for name, outcome in outcomes.items():
        floor = floors.figures[name]
        if outcome is Outcome.BELOW:
            yield f"  {outcome}: {name} {figures[name]:.2f}, floor {floor.floor} with noise {floor.noise}"
        elif outcome is Outcome.UNMEASURED:
            yield f"  {outcome}: {name}, floor {floor.floor}"


def change_lines(changes: Sequence[Change], limit: int | None) -> Iterator[str]:
    """The changes under a heading each, at most `limit` of a kind."""
    for kind in Kind:
        of_kind = [change for change in changes if change.kind is kind]
        yield f"{kind}: {len(of_kind)}"
        for change in of_kind[:limit]:
            note = f"  [{change.note}]" if change.note else ""
            yield f"  {change.article}: {change.words}{note}"
        if limit is not None and len(of_kind) > limit:
            yield f"  and {len(of_kind) - limit} more"
