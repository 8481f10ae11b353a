"""Results counted on stderr while they pass through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from quoth.domain import Reading, Skipped


def counted(results: Iterable[Reading | Skipped]) -> Iterator[Reading | Skipped]:
    """The results, with a line on stderr that says how many articles, statements and skips have passed."""
    statements = skips = 0
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} articles"),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for result in results:
            if isinstance(result, Skipped):
                skips += 1
            else:
                statements += len(result.statements)
            progress.update(task, advance=1, description=f"{statements:,} statements, {skips:,} skipped")
            yield result
