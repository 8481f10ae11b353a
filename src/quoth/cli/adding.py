"""What became of the articles that were added: counted, shown while it goes on, and told at the end."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from quoth.domain import Skipped
from quoth.pipeline import error_to_contract
from quoth.record import Added, Change

TOLD = {
    Change.ADDED: "added",
    Change.KNOWN: "known",
    Change.CHANGED: "changed",
    Change.REREAD: "read again",
    Change.FORGOTTEN: "forgotten before, left out",
}


@dataclass
class Tally:
    """How many articles had which fate."""

    changes: Counter[Change] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    statements: int = 0

    @property
    def skipped(self) -> int:
        return self.reasons.total()

    def count(self, result: Added | Skipped) -> None:
        if isinstance(result, Skipped):
            self.reasons[result.kind.value] += 1
        else:
            self.changes[result.change] += 1
            self.statements += (result.statements or 0) if result.change is not Change.KNOWN else 0

    def told(self) -> str:
        """One line: "12 added (248 statements), 3 known, 1 skipped (1 language)"."""
        counts = [f"{self.changes[change]:,} {words}" for change, words in TOLD.items() if self.changes[change]]
        if counts and self.statements:
            counts[0] += f" ({self.statements:,} statements)"
        if self.skipped:
            why = ", ".join(f"{count:,} {reason}" for reason, count in self.reasons.most_common())
            counts.append(f"{self.skipped:,} skipped ({why})")
        return ", ".join(counts) or "nothing was offered"


def print_changes(results: Iterable[Added | Skipped], tally: Tally, as_json: bool) -> None:
    """Counts the results into `tally`; with `as_json` also prints a line for each. Skips are named on stderr."""
    for result in _watched(results, tally):
        if isinstance(result, Skipped):
            typer.echo(f"quoth: {result.origin}: {result.message}", err=True)
        if as_json:
            typer.echo(json.dumps(_line(result), ensure_ascii=False))
            sys.stdout.flush()


def _line(result: Added | Skipped) -> dict[str, object]:
    if isinstance(result, Skipped):
        return error_to_contract(result)
    return {"origin": result.origin, "article": result.article, "change": result.change.value}


def _watched(results: Iterable[Added | Skipped], tally: Tally) -> Iterator[Added | Skipped]:
    """The results, counted; on a terminal a line on stderr says how far it is."""
    with _progress() as progress:
        task = progress.add_task("", total=None)
        for result in results:
            tally.count(result)
            progress.update(task, advance=1, description=tally.told())
            yield result


def _progress() -> Progress:
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} articles: {task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
