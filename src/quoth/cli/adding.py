"""What became of the articles that were added: counted, shown while it goes on, and told at the end."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from quoth.contract import error_to_contract
from quoth.domain import Skipped
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
        return ", ".join(counts) or "nothing new"


@dataclass
class Printer:
    """Prints what became of each article; in a watch, the same skip once and not every quarter of an hour."""

    as_json: bool
    told: set[tuple[str, str]] = field(default_factory=set)

    def print(self, results: Iterable[Added | Skipped]) -> None:
        """With `as_json` a line for each on stdout; skips are named on stderr."""
        for result in results:
            if isinstance(result, Skipped) and (result.origin, result.message) not in self.told:
                self.told.add((result.origin, result.message))
                typer.echo(f"quoth: {result.origin}: {result.message}", err=True)
            if self.as_json:
                typer.echo(json.dumps(_line(result), ensure_ascii=False))
                sys.stdout.flush()


def _line(result: Added | Skipped) -> dict[str, object]:
    if isinstance(result, Skipped):
        return error_to_contract(result)
    return {"origin": result.origin, "article": result.article, "change": result.change.value}


class Progressing:
    """On a terminal a line on stderr says how far it is, and how far it will go where that is known."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed:,}{task.fields[of]} articles"),
            BarColumn(bar_width=20),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None, of="")
        self._total: int | None = None

    def expect(self, count: int | None) -> None:
        """Makes the end known, where it is."""
        self._total = count
        self._progress.update(self._task, total=count, of="" if count is None else f" of {count:,}")

    def expect_more(self, count: int) -> None:
        """A listing of that many pages was found where one page was expected."""
        if self._total is not None:
            self.expect(self._total + count - 1)

    def watch(self, results: Iterable[Added | Skipped], tally: Tally) -> Iterator[Added | Skipped]:
        """The results, counted."""
        with self._progress:
            for result in results:
                tally.count(result)
                if not self._progress.disable:
                    self._progress.update(self._task, advance=1, description=tally.told())
                yield result
